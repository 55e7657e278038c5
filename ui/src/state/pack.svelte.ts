/** Which pack is shown: views that drew a former one draw anew. */
import { createContext } from "svelte";

export class Pack {
  #shown = $state("");

  /** Names the pack; another one has another name. */
  get shown(): string {
    return this.#shown;
  }

  /** Takes over what the program shows; whether that is another pack than before. */
  take(shown: string): boolean {
    const isOther = this.#shown !== "" && this.#shown !== shown;
    this.#shown = shown;
    return isOther;
  }
}

export const [getPack, setPack] = createContext<Pack>();
