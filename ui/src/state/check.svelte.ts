/** The check in progress: holds what the program replied last, draws nothing, judges nothing. */
import { createContext } from "svelte";
import { asFailure, type Backend } from "../backend/backend";
import type { EntryDraft } from "../wire/EntryDraft";
import type { Failure } from "../wire/Failure";
import type { ListChange } from "../wire/ListChange";
import type { PasteRequest } from "../wire/PasteRequest";
import type { Said } from "../wire/Said";
import type { Sitting } from "../wire/Sitting";
import type { Subject } from "../wire/Subject";

/** For how long a row that moved keeps its mark. */
const FRESH_MS = 4000;

export class Check {
  #sitting = $state.raw<Sitting | null>(null);
  #failure = $state.raw<Failure | null>(null);
  #fresh = $state(false);
  #turn = 0;
  #fading: ReturnType<typeof setTimeout> | undefined;
  readonly #backend: Backend;
  readonly #onreply: (sitting: Sitting) => void;

  constructor(backend: Backend, onreply: (sitting: Sitting) => void = () => {}) {
    this.#backend = backend;
    this.#onreply = onreply;
  }

  /** The check as it stands; `null` until it was asked for. */
  get sitting(): Sitting | null {
    return this.#sitting;
  }

  /** Why the last change was not taken. */
  get failure(): Failure | null {
    return this.#failure;
  }

  /** Whether the last answer was just given, so that what moved is marked. */
  get fresh(): boolean {
    return this.#fresh;
  }

  /** Whether anything was answered. */
  get begun(): boolean {
    return this.#sitting?.topics.some((it) => it.answers.length > 0) ?? false;
  }

  open(): Promise<boolean> {
    return this.#take(() => this.#backend.sitting(), false);
  }
  /** Another pack is under the answers: what it changes is marked. */
  async renew(): Promise<void> {
    if (this.#sitting !== null) await this.#take(() => this.#backend.sitting(), true);
  }
  ask(subject: Subject): Promise<boolean> {
    return this.#take(() => this.#backend.ask(subject), false);
  }
  back(): Promise<boolean> {
    return this.#take(() => this.#backend.back(), false);
  }
  answer(fact: string, said: Said | null): Promise<boolean> {
    return this.#take(() => this.#backend.answer(fact, said), true);
  }
  putEntry(draft: EntryDraft): Promise<boolean> {
    return this.#changeList(() => this.#backend.putEntry(draft));
  }
  removeEntry(list: string, entry: string): Promise<boolean> {
    return this.#changeList(() => this.#backend.removeEntry(list, entry));
  }
  putPaste(request: PasteRequest): Promise<boolean> {
    return this.#changeList(() => this.#backend.putPaste(request));
  }
  setList(list: string, more: boolean): Promise<boolean> {
    return this.#take(() => this.#backend.setList(list, more), true);
  }
  undo(): Promise<boolean> {
    return this.#take(() => this.#backend.undo(), true);
  }
  redo(): Promise<boolean> {
    return this.#take(() => this.#backend.redo(), true);
  }
  startOver(): Promise<boolean> {
    return this.#take(() => this.#backend.startOver(), false);
  }

  /** The failure was read. */
  dismiss(): void {
    this.#failure = null;
  }

  /** Takes a reply in; whether it came and was still wanted. */
  async #take(request: () => Promise<Sitting>, changes: boolean): Promise<boolean> {
    const turn = ++this.#turn;
    try {
      const sitting = await request();
      // A slow reply to an earlier change must not overwrite a later one.
      if (turn !== this.#turn) return false;
      this.#sitting = sitting;
      this.#failure = null;
      this.#mark(changes);
      if (changes) this.#onreply(sitting);
      return true;
    } catch (error) {
      if (turn === this.#turn) this.#failure = asFailure(error);
      return false;
    }
  }

  /** Changes a list: it shows at once, and what follows from it when that is known. */
  async #changeList(request: () => Promise<ListChange>): Promise<boolean> {
    const turn = ++this.#turn;
    try {
      const change = await request();
      // It is on disk, whatever was asked for meanwhile.
      if (turn !== this.#turn) return true;
      if (this.#sitting !== null) this.#sitting = withList(this.#sitting, change);
      this.#failure = null;
      void this.#take(() => this.#backend.sitting(), true);
      return true;
    } catch (error) {
      if (turn === this.#turn) this.#failure = asFailure(error);
      return false;
    }
  }

  #mark(changes: boolean): void {
    clearTimeout(this.#fading);
    this.#fresh = changes;
    if (changes) this.#fading = setTimeout(() => (this.#fresh = false), FRESH_MS);
  }
}

/** The check with another list in the question at hand; everything else follows later. */
function withList(sitting: Sitting, { list, saved_at, can_undo, can_redo }: ListChange): Sitting {
  const { question } = sitting;
  const here = question !== null && question.input.kind === "list" && question.input.list === list.list;
  return { ...sitting, saved_at, can_undo, can_redo, question: here ? { ...question, input: { kind: "list", ...list } } : question };
}

export const [getCheck, setCheck] = createContext<Check>();
