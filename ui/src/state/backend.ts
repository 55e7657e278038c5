/** The program behind the window, for the views that ask it for a page. */
import { createContext } from "svelte";
import type { Backend } from "../backend/backend";

export const [getBackend, setBackend] = createContext<Backend>();
