// The keyboard map. Keys that input methods, webviews and desktops use are left alone.

/** What a key asks the window to do. */
export type Command =
  | "palette"
  | "find"
  | "start-over"
  | "undo"
  | "redo"
  | "larger"
  | "smaller"
  | "usual-size"
  | "keys"
  | "help"
  | "why"
  | "next-pane"
  | "former-pane"
  | "language"
  | "back";

/** The part of a keyboard event that counts. */
export type Press = Pick<KeyboardEvent, "key" | "ctrlKey" | "metaKey" | "altKey" | "shiftKey" | "isComposing" | "keyCode">;

/** A key as it is printed: the modifiers first. */
const MAP: ReadonlyMap<string, Command> = new Map<string, Command>([
  ["Ctrl k", "palette"],
  ["Ctrl f", "find"],
  ["Ctrl n", "start-over"],
  ["Ctrl z", "undo"],
  ["Ctrl Shift z", "redo"],
  ["Ctrl +", "larger"],
  ["Ctrl Shift +", "larger"],
  ["Ctrl =", "larger"],
  ["Ctrl -", "smaller"],
  ["Ctrl 0", "usual-size"],
  ["Ctrl /", "keys"],
  ["F1", "help"],
  ["F4", "why"],
  ["F6", "next-pane"],
  ["Shift F6", "former-pane"],
  ["F8", "language"],
  ["Alt ArrowLeft", "back"],
]);

/** Whether an input method is at work: its keys are not ours. */
export function composing(press: Pick<Press, "isComposing" | "keyCode">): boolean {
  return press.isComposing || press.keyCode === 229;
}

/** The command of a key, if it has one. */
export function commandOf(press: Press): Command | null {
  if (composing(press)) return null;
  const modifiers = [
    press.ctrlKey || press.metaKey ? "Ctrl" : "",
    press.altKey ? "Alt" : "",
    press.shiftKey ? "Shift" : "",
  ].filter((it) => it !== "");
  const key = press.key.length === 1 ? press.key.toLowerCase() : press.key;
  return MAP.get([...modifiers, key].join(" ")) ?? null;
}

/** The digit of a key pressed alone: 1 to 9 pick an option, 0 is "not sure". */
export function digitOf(press: Press): number | null {
  if (composing(press) || press.ctrlKey || press.metaKey || press.altKey) return null;
  return /^\d$/.test(press.key) ? Number(press.key) : null;
}

/** Whether an element takes typing, so that digits and undo belong to it. */
export function takesTyping(target: EventTarget | null): boolean {
  if (!(target instanceof Element)) return false;
  if (target instanceof HTMLInputElement) return !["radio", "checkbox", "button"].includes(target.type);
  return target.matches("textarea, select, [contenteditable]");
}
