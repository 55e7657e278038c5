import "@fontsource/noto-serif-sc/700.css";
import "./style/all.css";
import { mount } from "svelte";
import App from "./App.svelte";
import type { Backend } from "./backend/backend";
import { tauriBackend } from "./backend/tauri";

/** In the product the program itself; while the window is being drawn without it, a script. */
async function backend(): Promise<Backend> {
  if (!import.meta.env.DEV) return tauriBackend;
  return (await import("./backend/scripted/dev")).devBackend;
}

const target = document.getElementById("window");
if (target === null) throw new Error("the page has no place for the window");
mount(App, { target, props: { backend: await backend() } });
