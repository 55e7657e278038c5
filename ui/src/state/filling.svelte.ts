/** One entry of a list being filled in. What was ticked, picked and typed is held here; the program reads it and says what to ask. */
import { SvelteMap } from "svelte/reactivity";
import { inShort } from "../lib/counts";
import { isUnsure, readNumber } from "../lib/said";
import type { EntryDraft } from "../wire/EntryDraft";
import type { EntryForm } from "../wire/EntryForm";
import type { Field } from "../wire/Field";
import type { Said } from "../wire/Said";
import type { Text } from "../wire/Text";

/** What a box says: an empty one says nothing until the reader does. */
export type Box = "yes" | "no" | "unsure" | "open";

export class Filling {
  n = $state("1");
  name = $state("");
  readonly #begin: EntryDraft;
  readonly #read: (draft: EntryDraft) => Promise<EntryForm>;
  readonly #said = new SvelteMap<string, Said>();
  /** What was typed here, by fact, as it was typed. */
  readonly #typed = new SvelteMap<string, string>();
  #form = $state.raw<EntryForm | null>(null);
  #turn = 0;

  constructor(begin: EntryDraft, read: (draft: EntryDraft) => Promise<EntryForm>) {
    this.#begin = begin;
    this.#read = read;
    this.n = inShort(begin.n);
    this.name = begin.name ?? "";
    for (const [fact, said] of Object.entries(begin.said)) if (said !== undefined) this.#said.set(fact, said);
  }

  /** The fields that apply; `null` until the program said which. */
  get form(): EntryForm | null {
    return this.#form;
  }

  /** Whether the number of those alike can be read. */
  get countable(): boolean {
    return this.n === inShort(this.#begin.n) || "said" in readNumber(this.n, "integer", "1", null);
  }

  /** What was filled in so far. */
  get draft(): EntryDraft {
    const n = readNumber(this.n, "integer", "1", null);
    const name = this.name.trim();
    return {
      list: this.#begin.list, id: this.#begin.id, name: name === "" ? null : name, n: "said" in n ? n.said : this.#begin.n,
      said: Object.fromEntries(this.#said), typed: Object.fromEntries(this.#typed),
    };
  }

  /** Has the program read what was filled in; the fields follow, unless something was filled in since. */
  async fit(): Promise<EntryForm> {
    const turn = ++this.#turn;
    const form = await this.#read(this.draft);
    if (turn === this.#turn) this.#form = form;
    return form;
  }

  said(fact: string): Said | null {
    return this.#said.get(fact) ?? null;
  }

  answer(fact: string, said: Said | null): void {
    if (said === null) this.#said.delete(fact);
    else this.#said.set(fact, said);
  }

  /** What stands in a field to type in. */
  text(field: Field): string {
    return this.#typed.get(field.fact) ?? field.typed;
  }

  type(fact: string, text: string): void {
    this.#typed.set(fact, text);
  }

  box(fact: string): Box {
    const said = this.said(fact);
    if (said === null) return "open";
    return isUnsure(said) ? "unsure" : said === true ? "yes" : "no";
  }

  /** Ticks a box, or takes the tick away: then it is a no where the others are settled, else it says nothing again. */
  tick(group: readonly Field[], fact: string): void {
    if (this.box(fact) !== "yes") this.answer(fact, true);
    else this.answer(fact, this.#settledBut(group, fact) ? false : null);
  }

  /** Whether every box of a group says something. */
  settled(group: readonly Field[]): boolean {
    return boxesOf(group).every((it) => this.box(it) !== "open");
  }

  /** How many boxes of a group say nothing. */
  open(group: readonly Field[]): number {
    return boxesOf(group).filter((it) => this.box(it) === "open").length;
  }

  /** "None of the others": whatever is not ticked is a no; taken back, it says nothing again. */
  settle(group: readonly Field[]): void {
    const settled = this.settled(group);
    for (const fact of boxesOf(group)) {
      const box = this.box(fact);
      if (settled && box === "no") this.answer(fact, null);
      if (!settled && box === "open") this.answer(fact, false);
    }
  }

  /** The next thing an empty box can say: nothing, no, not sure. */
  turnOver(fact: string): void {
    const next: Record<Box, Said | null> = { open: false, no: { unknown: true }, unsure: null, yes: true };
    this.answer(fact, next[this.box(fact)]);
  }

  /** Fills in what another entry says, where nothing was filled in yet. */
  copy(from: EntryDraft): void {
    for (const [fact, said] of Object.entries(from.said)) {
      if (said !== undefined && !this.#said.has(fact) && (this.#typed.get(fact) ?? "") === "") {
        this.#typed.delete(fact);
        this.#said.set(fact, said);
      }
    }
  }

  #settledBut(group: readonly Field[], fact: string): boolean {
    const others = boxesOf(group).filter((it) => it !== fact);
    return others.length > 0 && others.every((it) => this.box(it) !== "open");
  }
}

/** The yes/no facts of a group, those beneath others among them. */
export function boxesOf(group: readonly Field[]): string[] {
  return group.flatMap((it) => [...(it.input.kind === "boolean" ? [it.fact] : []), ...boxesOf(it.beneath)]);
}

/** What cannot be read in a form, each with its fact. */
export function problemsOf(form: EntryForm): { fact: string; problem: Text }[] {
  const parts = [form.needed, form.more];
  const all = parts.flatMap((it) => [...it.fields, ...it.groups.flat()]);
  const of = (field: Field): { fact: string; problem: Text }[] =>
    [...(field.problem === null ? [] : [{ fact: field.fact, problem: field.problem }]), ...field.beneath.flatMap(of)];
  return all.flatMap(of);
}
