// What there is to say of the files a pack was read from, in one sentence; nothing where all is well.
import { m } from "../paraglide/messages.js";
import { say } from "../state/language.svelte";
import type { PackState } from "../wire/PackState";

export function packWords(state: PackState): string | null {
  const { errors, warnings } = state;
  if (state.unreadable !== null) return `${m.pack_gone()} ${m.pack_former_words()}`;
  if (errors > 0) return `${m.pack_errors_n({ n: errors })} ${state.former ? m.pack_former_words() : m.pack_errors_words()}`;
  return warnings > 0 ? `${m.pack_remarks_n({ n: warnings })} ${m.pack_remarks_words()}` : null;
}

/** The remarks as text, to be pasted into a message to whoever mends them. */
export function remarksText(state: PackState): string {
  return state.remarks
    .map((it) => [`${it.file}:${it.line}:${it.column}`, say(it.message), say(it.hint)].filter((part) => part !== "").join("\n  "))
    .join("\n");
}
