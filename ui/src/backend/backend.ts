// All the window knows of the program behind it. A failure comes as a rejected `Failure`.
import type { AdvicePage } from "../wire/AdvicePage";
import type { DirectoryPage } from "../wire/DirectoryPage";
import type { EntryDraft } from "../wire/EntryDraft";
import type { EntryForm } from "../wire/EntryForm";
import type { EntryRow } from "../wire/EntryRow";
import type { Failure } from "../wire/Failure";
import type { ListChange } from "../wire/ListChange";
import type { MeaningState } from "../wire/MeaningState";
import type { PastePage } from "../wire/PastePage";
import type { PasteRequest } from "../wire/PasteRequest";
import type { ReaderPage } from "../wire/ReaderPage";
import type { ResultPage } from "../wire/ResultPage";
import type { Said } from "../wire/Said";
import type { SearchPage } from "../wire/SearchPage";
import type { SearchRequest } from "../wire/SearchRequest";
import type { Settings } from "../wire/Settings";
import type { Shelf } from "../wire/Shelf";
import type { Sitting } from "../wire/Sitting";
import type { Start } from "../wire/Start";
import type { Subject } from "../wire/Subject";
import type { TakeAway } from "../wire/TakeAway";
import type { Taken } from "../wire/Taken";
import type { ToDoPage } from "../wire/ToDoPage";

export interface Backend {
  /** Everything the first painted screen needs. */
  start(): Promise<Start>;
  /** To be called once, after the first screen was painted. */
  painted(): Promise<void>;
  /** From now on tells when something became of the pack: another one is shown, or there is something to say of its files. */
  followPack(changed: () => void): Promise<void>;
  /** What was set; told even where the data cannot be opened. */
  settings(): Promise<Settings>;

  /** The check as it stands. */
  sitting(): Promise<Sitting>;
  /** Saves an answer; `null` forgets it. */
  answer(fact: string, said: Said | null): Promise<Sitting>;
  /** Brings a question to hand. */
  ask(subject: Subject): Promise<Sitting>;
  /** Brings the former question to hand. */
  back(): Promise<Sitting>;
  undo(): Promise<Sitting>;
  redo(): Promise<Sitting>;
  /** Forgets all answers; `undo` brings them back. */
  startOver(): Promise<Sitting>;

  /** The fields that apply to an entry as it is being filled in. */
  entryForm(draft: EntryDraft): Promise<EntryForm>;
  /** An entry that is in the list, to be changed or copied. */
  entryDraft(list: string, entry: string): Promise<EntryDraft>;
  /** What follows from it is in the next `sitting`, which may take longer. */
  putEntry(draft: EntryDraft): Promise<ListChange>;
  removeEntry(list: string, entry: string): Promise<ListChange>;
  /** A pasted table as it would be entered; nothing is saved. */
  readPaste(request: PasteRequest): Promise<PastePage>;
  /** Enters it in one step. */
  putPaste(request: PasteRequest): Promise<ListChange>;
  /** Declares a list answered: without entries it is "nobody", with `more` some are still to come. */
  setList(list: string, more: boolean): Promise<Sitting>;
  entries(list: string, from: number, count: number): Promise<EntryRow[]>;

  /** The result of a policy; without an edition the one that answers best today. */
  result(policy: string, edition: string | null): Promise<ResultPage>;
  /** A policy to read; without an edition the one that answers today. */
  reader(policy: string, edition: string | null): Promise<ReaderPage>;
  /** By words, at once. */
  search(request: SearchRequest): Promise<SearchPage>;
  /** By meaning too; `null` where there is no model, it still reads, or there is nothing to understand. */
  refine(request: SearchRequest): Promise<SearchPage | null>;
  /** How far search by meaning has come. */
  meaning(): Promise<MeaningState>;
  shelf(): Promise<Shelf[]>;
  directory(): Promise<DirectoryPage>;

  /** Ticks a paper one has at hand, or takes the tick away. */
  tick(policy: string, paper: string, on: boolean): Promise<ResultPage>;
  /** Puts a policy on one's own list, or takes it off. */
  choose(policy: string, on: boolean): Promise<ResultPage>;

  /** Who serves what, what one more would bring, what happens when. */
  advice(): Promise<AdvicePage>;
  /** Takes one of several supports that exclude each other, for an entry or (`null`) for the enterprise. */
  prefer(policy: string, entry: string | null): Promise<AdvicePage>;
  /** Leaves some supports to the best use again. */
  leaveToBest(among: string[]): Promise<AdvicePage>;

  /** The supports one applies for, and all their papers, each once. */
  toDo(): Promise<ToDoPage>;
  /** Puts a support among those one applies for, or takes it off. */
  chooseToDo(policy: string, on: boolean): Promise<ToDoPage>;
  /** Ticks a paper off for all supports it serves, or takes the ticks away. */
  tickToDo(paper: string, on: boolean): Promise<ToDoPage>;

  /** Saves a file to take away; `name` is for whom, `all` adds everything in full. */
  takeAway(what: TakeAway, name: string, all: boolean): Promise<Taken>;
  /** Opens the last file of that kind that was saved, as the system opens such files. */
  openTaken(what: TakeAway): Promise<void>;
  /** Opens the folder in which it lies. */
  showTaken(what: TakeAway): Promise<void>;

  saveSettings(settings: Settings): Promise<Settings>;
  /** Erases every answer and every setting from the disk. */
  eraseEverything(): Promise<Start>;
  openDataFolder(): Promise<void>;
  /** Opens an address in the browser; it was shown to the reader first. */
  openLink(url: string): Promise<void>;
}

/** What a rejected promise of the backend holds, whatever went wrong on the way. */
export function asFailure(error: unknown): Failure {
  if (typeof error === "object" && error !== null && "code" in error) return error as Failure;
  return { code: "internal", say: null, place: null, formats: null, detail: String(error) };
}
