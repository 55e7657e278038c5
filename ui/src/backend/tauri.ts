// The only file that names a command.
import { Channel, invoke } from "@tauri-apps/api/core";
import type { Backend } from "./backend";

export const tauriBackend: Backend = {
  start: () => invoke("start"),
  painted: () => invoke("painted"),
  followPack: (changed) => invoke("follow_pack", { changed: new Channel<null>(changed) }),
  settings: () => invoke("settings"),

  sitting: () => invoke("sitting"),
  answer: (fact, said) => invoke("answer", { fact, said }),
  ask: (subject) => invoke("ask", { subject }),
  back: () => invoke("back"),
  undo: () => invoke("undo"),
  redo: () => invoke("redo"),
  startOver: () => invoke("start_over"),

  entryForm: (draft) => invoke("entry_form", { draft }),
  entryDraft: (list, entry) => invoke("entry_draft", { list, entry }),
  putEntry: (draft) => invoke("put_entry", { draft }),
  removeEntry: (list, entry) => invoke("remove_entry", { list, entry }),
  readPaste: (request) => invoke("read_paste", { request }),
  putPaste: (request) => invoke("put_paste", { request }),
  setList: (list, more) => invoke("set_list", { list, more }),
  entries: (list, from, count) => invoke("entries", { list, from, count }),

  result: (policy, edition) => invoke("result", { policy, edition }),
  reader: (policy, edition) => invoke("reader", { policy, edition }),
  search: (request) => invoke("search", { request }),
  refine: (request) => invoke("refine", { request }),
  meaning: () => invoke("meaning"),
  shelf: () => invoke("shelf"),
  directory: () => invoke("directory"),

  tick: (policy, paper, on) => invoke("tick", { policy, paper, on }),
  choose: (policy, on) => invoke("choose", { policy, on }),

  advice: () => invoke("advice"),
  prefer: (policy, entry) => invoke("prefer", { policy, entry }),
  leaveToBest: (among) => invoke("leave_to_best", { among }),

  toDo: () => invoke("to_do"),
  chooseToDo: (policy, on) => invoke("choose_to_do", { policy, on }),
  tickToDo: (paper, on) => invoke("tick_to_do", { paper, on }),

  takeAway: (what, name, all) => invoke("take_away", { what, name, all }),
  openTaken: (what) => invoke("open_taken", { what }),
  showTaken: (what) => invoke("show_taken", { what }),

  saveSettings: (settings) => invoke("save_settings", { settings }),
  eraseEverything: () => invoke("erase_everything"),
  openDataFolder: () => invoke("open_data_folder"),
  openLink: (url) => invoke("open_link", { url }),
};
