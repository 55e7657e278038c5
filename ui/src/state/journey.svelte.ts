/** Where one is, and how one came there. Answers are never part of it. */
import { createContext, tick } from "svelte";

/** A place of the window. */
export type Place =
  | { view: "start" }
  /** With `returns`, one goes back to where one was as soon as the question is answered. */
  | { view: "check"; returns?: true }
  | { view: "results" }
  | { view: "advice" }
  | { view: "to-do" }
  /** Without an edition, the one that answers best today. */
  | { view: "result"; policy: string; edition: string | null }
  | { view: "policies" }
  | { view: "reader"; policy: string; edition: string | null; anchor: string | null; words: string[] }
  | { view: "people"; place: string | null }
  | { view: "settings" };

export class Journey {
  #past = $state.raw<Stop[]>([]);
  #here = $state.raw<Place>({ view: "start" });

  get here(): Place {
    return this.#here;
  }

  /** Where `back` leads. */
  get before(): Place | null {
    return this.#past.at(-1)?.place ?? null;
  }

  go(place: Place): void {
    if (JSON.stringify(place) === JSON.stringify(this.#here)) return;
    this.#past = [...this.#past.slice(-49), { place: this.#here, scrolled: scroller()?.scrollTop ?? 0 }];
    this.#here = place;
  }

  /** Stays on the way, elsewhere: another edition of the same text is no step. */
  replace(place: Place): void {
    this.#here = place;
  }

  /** Returns to where one was, at the height one had read to. */
  async back(): Promise<void> {
    const stop = this.#past.at(-1);
    if (stop === undefined) return;
    this.#past = this.#past.slice(0, -1);
    this.#here = stop.place;
    await tick();
    await scrollDown(stop.scrolled);
  }
}

interface Stop {
  place: Place;
  scrolled: number;
}

/** Scrolls as far down as one was; a page that is still on its way gets some frames to come. */
async function scrollDown(to: number): Promise<void> {
  for (let frame = 0; frame < 20; frame += 1) {
    const it = scroller();
    it?.scrollTo(0, to);
    if (it === null || to - it.scrollTop < 1) return;
    await new Promise(requestAnimationFrame);
  }
}

function scroller(): Element | null {
  return document.getElementById("main");
}

export const [getJourney, setJourney] = createContext<Journey>();
