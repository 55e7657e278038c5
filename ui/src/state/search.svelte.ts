/**
 * The search at hand: what was typed stays typed, a stale reply is dropped.
 *
 * Hits by words come at once. Where the program has a model, the same is asked by meaning after a pause in typing, and the
 * better order takes the place of the first one, unless somebody points at the list or has gone into it since the last key:
 * then it waits until they leave. Nobody presses what is not what they looked at.
 */
import { createContext } from "svelte";
import { asFailure, type Backend } from "../backend/backend";
import type { FacetField } from "../wire/FacetField";
import type { Failure } from "../wire/Failure";
import type { Filters } from "../wire/Filters";
import type { SearchPage } from "../wire/SearchPage";
import type { Shelf } from "../wire/Shelf";

const NO_FILTERS: Filters = { level: [], family: [], audience: [], status: [], kind: [] };
const LIMIT = 30;
/** Between two keys of somebody who types slowly, in milliseconds. */
const PAUSE = 200;

export class Search {
  #text = $state("");
  #filters = $state.raw<Filters>(NO_FILTERS);
  #limit = LIMIT;
  #page = $state.raw<SearchPage | null>(null);
  #shelf = $state.raw<Shelf[]>([]);
  #failure = $state.raw<Failure | null>(null);
  #turn = 0;
  /** For which text the page is in the order of its meaning. */
  #refined: string | null = null;
  /** Whether somebody is at the list. */
  #held = false;
  /** What comes once they have left it. */
  #waiting: SearchPage | null = null;
  #pause: ReturnType<typeof setTimeout> | undefined;
  readonly #backend: Backend;

  constructor(backend: Backend) {
    this.#backend = backend;
  }

  /** As typed. */
  get text(): string {
    return this.#text;
  }
  /** What was found; `null` without a query. */
  get page(): SearchPage | null {
    return this.#page;
  }
  get shelf(): Shelf[] {
    return this.#shelf;
  }
  get failure(): Failure | null {
    return this.#failure;
  }
  get filtered(): boolean {
    return Object.values(this.#filters).some((it: string[]) => it.length > 0);
  }

  type(text: string): Promise<void> {
    this.#text = text;
    this.#limit = LIMIT;
    // Who types has left the list, wherever the pointer rests.
    this.#held = false;
    return this.#look();
  }

  toggle(field: FacetField, option: string): Promise<void> {
    const chosen = this.#filters[field];
    const now = chosen.includes(option) ? chosen.filter((it) => it !== option) : [...chosen, option];
    this.#filters = { ...this.#filters, [field]: now };
    return this.#look();
  }

  unfilter(): Promise<void> {
    this.#filters = NO_FILTERS;
    return this.#look();
  }

  more(): Promise<void> {
    this.#limit += LIMIT;
    return this.#look();
  }

  /** Somebody is at the list: it stays as it is. */
  hold(): void {
    this.#held = true;
  }

  /** Nobody is at the list any more. */
  release(): void {
    this.#held = false;
    if (this.#waiting !== null) this.#show(this.#waiting, true);
  }

  /** Everything anew: verdicts beside policies change with the answers. */
  async refresh(): Promise<void> {
    try {
      this.#shelf = await this.#backend.shelf();
    } catch (error) {
      this.#failure = asFailure(error);
    }
    await this.#look();
  }

  async #look(): Promise<void> {
    const turn = ++this.#turn;
    clearTimeout(this.#pause);
    this.#waiting = null;
    if (this.#text.trim() === "") {
      this.#page = null;
      return;
    }
    // A list that is in the better order already does not go back to the other one to be filtered or to grow.
    const stays = this.#refined === this.#text;
    try {
      if (stays && (await this.#refine(turn))) return;
      const page = await this.#backend.search(this.#request());
      // Hits for what was typed before must not replace hits for what stands in the box.
      if (turn !== this.#turn) return;
      this.#show(page, false);
      this.#pause = setTimeout(() => void this.#refine(turn).catch((error: unknown) => this.#fail(turn, error)), PAUSE);
    } catch (error) {
      this.#fail(turn, error);
    }
  }

  /** Whether the search was answered by meaning, or is of no interest any more. */
  async #refine(turn: number): Promise<boolean> {
    const stays = this.#refined === this.#text;
    const page = await this.#backend.refine(this.#request());
    if (turn !== this.#turn) return true;
    if (page === null) return false;
    if (this.#held && !stays) this.#waiting = page;
    else this.#show(page, true);
    return true;
  }

  #request() {
    return { text: this.#text, filters: this.#filters, limit: this.#limit };
  }

  #show(page: SearchPage, refined: boolean): void {
    this.#page = page;
    this.#refined = refined ? page.text : null;
    this.#waiting = null;
    this.#failure = null;
  }

  #fail(turn: number, error: unknown): void {
    if (turn === this.#turn) this.#failure = asFailure(error);
  }
}

export const [getSearch, setSearch] = createContext<Search>();
