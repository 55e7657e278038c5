/** An answer being given: what was picked and typed, not yet read. Lives as long as its question is at hand. */
import { dateFields, isUnsure, readDate, readNumber, same, UNSURE, type Reading } from "../lib/said";
import type { Input } from "../wire/Input";
import type { Said } from "../wire/Said";

export class Draft {
  /** The option picked: `yes`, `no`, the id of an option, the place of a band. */
  picked = $state<string | null>(null);
  /** The options ticked, where several may be. */
  ticked = $state<string[]>([]);
  figure = $state("");
  year = $state("");
  month = $state("");
  day = $state("");
  unsure = $state(false);
  readonly input: Exclude<Input, { kind: "list" }>;

  constructor(input: Exclude<Input, { kind: "list" }>, said: Said | null) {
    this.input = input;
    this.fill(said);
  }

  /** Whether nothing was picked or typed. */
  get empty(): boolean {
    return !this.unsure && this.picked === null && this.ticked.length === 0
      && [this.figure, this.year, this.month, this.day].every((it) => it.trim() === "");
  }

  /** Makes it say what was said. */
  fill(said: Said | null): void {
    this.clear();
    if (said === null) return;
    if (isUnsure(said)) {
      this.unsure = true;
      return;
    }
    switch (this.input.kind) {
      case "boolean":
        this.picked = said === true ? "yes" : "no";
        return;
      case "number": {
        const band = this.input.bands.findIndex((it) => same(it.said, said));
        if (band >= 0) this.picked = String(band);
        else if (typeof said === "number" || typeof said === "string") this.figure = String(said);
        return;
      }
      case "date":
        Object.assign(this, dateFields(said, this.input.by_month));
        return;
      case "choice":
        if (typeof said === "string") this.picked = said;
        return;
      case "choices":
        if (Array.isArray(said)) this.ticked = said.length === 0 ? [NONE] : said;
        return;
      default:
        this.input satisfies never;
    }
  }

  clear(): void {
    this.picked = null;
    this.ticked = [];
    this.figure = this.year = this.month = this.day = "";
    this.unsure = false;
  }

  pick(option: string): void {
    this.clear();
    this.picked = option;
  }

  /** "None of these" stands alone; whatever else is ticked takes it away. */
  toggle(option: string): void {
    this.unsure = false;
    if (this.ticked.includes(option)) this.ticked = this.ticked.filter((it) => it !== option);
    else this.ticked = option === NONE ? [NONE] : [...this.ticked.filter((it) => it !== NONE), option];
  }

  /** Picks "not sure". */
  doubt(): void {
    this.clear();
    this.unsure = true;
  }

  /** Typing says that one is sure, and of no band. */
  typed(): void {
    this.picked = null;
    this.unsure = false;
  }

  read(): Reading {
    if (this.unsure) return { said: UNSURE };
    if (this.empty) return { problem: "nothing-picked" };
    const input = this.input;
    switch (input.kind) {
      case "boolean":
        return { said: this.picked === "yes" };
      case "number": {
        const band = this.picked === null ? undefined : input.bands[Number(this.picked)];
        return band === undefined ? readNumber(this.figure, input.number, input.min, input.max) : { said: band.said };
      }
      case "date":
        return readDate(this, input.by_month);
      case "choice":
        return { said: this.picked ?? "" };
      case "choices":
        return { said: this.ticked.filter((it) => it !== NONE) };
      default:
        return input satisfies never;
    }
  }
}

/** Stands for "none of these" among the options ticked. */
export const NONE = " none";
