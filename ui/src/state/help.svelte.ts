/** Which page of help is open: the one on the screen one looks at, or one that was found. */
import { createContext } from "svelte";
import type { Place } from "./journey.svelte";

/** A page of help: one for each screen, and one on what verdicts mean. Search calls them the same. */
export type HelpPage = Place["view"] | "verdicts";

export class Help {
  #page = $state<HelpPage | null>(null);

  get page(): HelpPage | null {
    return this.#page;
  }

  show(page: HelpPage): void {
    this.#page = page;
  }

  close(): void {
    this.#page = null;
  }
}

export const [getHelp, setHelp] = createContext<Help>();
