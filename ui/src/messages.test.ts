import { expect, test } from "vitest";
import en from "../messages/en.json";
import zh from "../messages/zh.json";

test("every message has words in both languages", () => {
  expect(Object.keys(en).sort()).toEqual(Object.keys(zh).sort());
  for (const words of [...Object.values(en), ...Object.values(zh)]) expect(JSON.stringify(words)).not.toBe('""');
});
