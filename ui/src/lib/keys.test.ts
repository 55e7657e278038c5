import { expect, test } from "vitest";
import { commandOf, digitOf, type Press } from "./keys";

const press = (key: string, more: Partial<Press> = {}): Press => ({
  key, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, isComposing: false, keyCode: 0, ...more,
});

test("a key with its modifiers is one command", () => {
  expect(commandOf(press("k", { ctrlKey: true }))).toBe("palette");
  expect(commandOf(press("K", { metaKey: true }))).toBe("palette");
  expect(commandOf(press("F8"))).toBe("language");
  expect(commandOf(press("F6", { shiftKey: true }))).toBe("former-pane");
  expect(commandOf(press("ArrowLeft", { altKey: true }))).toBe("back");
  expect(commandOf(press("Z", { ctrlKey: true, shiftKey: true }))).toBe("redo");
});

test("single letters are never shortcuts", () => {
  for (const key of "abcdefghijklmnopqrstuvwxyz") expect(commandOf(press(key))).toBeNull();
});

test("the keys of input methods, webviews and desktops are left alone", () => {
  for (const key of ["F3", "F5", "F7", "F10", "F12", "Shift"]) expect(commandOf(press(key))).toBeNull();
  for (const key of [" ", ".", ","]) expect(commandOf(press(key, { ctrlKey: true }))).toBeNull();
});

test("while an input method composes no key is ours", () => {
  expect(commandOf(press("F8", { isComposing: true }))).toBeNull();
  expect(commandOf(press("k", { ctrlKey: true, keyCode: 229 }))).toBeNull();
  expect(digitOf(press("1", { isComposing: true }))).toBeNull();
});

test("a digit alone picks an option", () => {
  expect(digitOf(press("3"))).toBe(3);
  expect(digitOf(press("0"))).toBe(0);
  expect(digitOf(press("0", { ctrlKey: true }))).toBeNull();
  expect(digitOf(press("a"))).toBeNull();
});
