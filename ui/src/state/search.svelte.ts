/** The search at hand: what was typed stays typed, a stale reply is dropped. */
import { createContext } from "svelte";
import { asFailure, type Backend } from "../backend/backend";
import type { FacetField } from "../wire/FacetField";
import type { Failure } from "../wire/Failure";
import type { Filters } from "../wire/Filters";
import type { SearchPage } from "../wire/SearchPage";
import type { Shelf } from "../wire/Shelf";

const NO_FILTERS: Filters = { level: [], family: [], audience: [], status: [], kind: [] };
const LIMIT = 30;

export class Search {
  #text = $state("");
  #filters = $state.raw<Filters>(NO_FILTERS);
  #limit = LIMIT;
  #page = $state.raw<SearchPage | null>(null);
  #shelf = $state.raw<Shelf[]>([]);
  #failure = $state.raw<Failure | null>(null);
  #turn = 0;
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
    if (this.#text.trim() === "") {
      this.#page = null;
      return;
    }
    try {
      const page = await this.#backend.search({ text: this.#text, filters: this.#filters, limit: this.#limit });
      // Hits for what was typed before must not replace hits for what stands in the box.
      if (turn !== this.#turn) return;
      this.#page = page;
      this.#failure = null;
    } catch (error) {
      if (turn === this.#turn) this.#failure = asFailure(error);
    }
  }
}

export const [getSearch, setSearch] = createContext<Search>();
