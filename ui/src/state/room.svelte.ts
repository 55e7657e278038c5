/** How much room the window has, counted in the size of type: large type is a narrow window. */
import { createContext } from "svelte";

export class Room {
  #rem = $state(80);

  /** Room for three columns. */
  get wide(): boolean {
    return this.#rem >= 72;
  }

  /** Room for one column only. */
  get narrow(): boolean {
    return this.#rem < 56;
  }

  /** Measures from now on; returns what stops it. */
  watch(): () => void {
    const measure = () => {
      this.#rem = window.innerWidth / parseFloat(getComputedStyle(document.documentElement).fontSize);
    };
    // The size of type changes on the root, the size of the window around it: either changes how many rem there are.
    const type = new MutationObserver(measure);
    type.observe(document.documentElement, { attributeFilter: ["data-size"] });
    window.addEventListener("resize", measure);
    measure();
    return () => {
      type.disconnect();
      window.removeEventListener("resize", measure);
    };
  }
}

export const [getRoom, setRoom] = createContext<Room>();
