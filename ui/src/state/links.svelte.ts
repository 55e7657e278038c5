/** The address one is about to open: it is shown before anything opens. */
import { createContext } from "svelte";

export class Links {
  #pending = $state<string | null>(null);

  get pending(): string | null {
    return this.#pending;
  }

  show(url: string): void {
    this.#pending = url;
  }

  close(): void {
    this.#pending = null;
  }
}

export const [getLinks, setLinks] = createContext<Links>();
