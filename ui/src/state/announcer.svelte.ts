/** What is said aloud to screen readers, politely: one sentence per answer. */
import { createContext } from "svelte";

export class Announcer {
  #sentence = $state("");

  get sentence(): string {
    return this.#sentence;
  }

  say(sentence: string): void {
    // The same words twice are a change only if something about them changes.
    this.#sentence = sentence === this.#sentence ? `${sentence}\u200b` : sentence;
  }
}

export const [getAnnouncer, setAnnouncer] = createContext<Announcer>();
