import { expect, test } from "vitest";
import type { EntryDraft } from "../wire/EntryDraft";
import type { EntryForm } from "../wire/EntryForm";
import type { Field } from "../wire/Field";
import { Filling, problemsOf } from "./filling.svelte";

const NOTHING = { zh: "", en: "" };
const box = (fact: string, beneath: Field[] = []): Field =>
  ({ fact, ask: NOTHING, help: NOTHING, input: { kind: "boolean" }, said: null, typed: "", read: NOTHING, problem: null, beneath });
const blank = (said: EntryDraft["said"] = {}): EntryDraft => ({ list: "hires", id: null, name: null, n: 1, said, typed: {} });
const form = (draft: EntryDraft): EntryForm => ({ draft, needed: { fields: [], groups: [] }, more: { fields: [], groups: [] } });
const filling = (begin = blank()): Filling => new Filling(begin, async (draft) => form(draft));
const GROUP = [box("graduate", [box("school")]), box("veteran"), box("hukou")];

test("an empty box says nothing", () => {
  const it = filling();
  it.tick(GROUP, "graduate");
  expect(it.draft.said).toEqual({ graduate: true });
  expect(it.open(GROUP)).toBe(3);
  it.tick(GROUP, "graduate");
  expect(it.draft.said).toEqual({});
});

test("none of the others makes the rest a no, those beneath too", () => {
  const it = filling();
  it.tick(GROUP, "graduate");
  it.settle(GROUP);
  expect(it.draft.said).toEqual({ graduate: true, school: false, veteran: false, hukou: false });
  expect(it.settled(GROUP)).toBe(true);
  it.tick(GROUP, "graduate");
  expect(it.box("graduate"), "in a group that is settled an empty box is a no").toBe("no");
  it.settle(GROUP);
  expect(it.draft.said).toEqual({});
});

test("what was not sure stays so when the others are settled", () => {
  const it = filling();
  it.turnOver("veteran");
  expect(it.box("veteran")).toBe("no");
  it.turnOver("veteran");
  expect(it.box("veteran")).toBe("unsure");
  it.settle(GROUP);
  expect(it.box("veteran")).toBe("unsure");
  it.turnOver("veteran");
  expect(it.settled(GROUP)).toBe(false);
});

test("a box that comes later is open, and the group no longer settled", () => {
  const it = filling();
  it.settle(GROUP);
  expect(it.settled([...GROUP, box("disabled")])).toBe(false);
});

test("the same as above fills in only what is open", () => {
  const it = filling();
  it.tick(GROUP, "veteran");
  it.type("hired_on", "2026-7");
  it.type("born_on", "");
  it.copy(blank({ veteran: false, graduate: true, hired_on: "2025-01-01", born_on: "1990-04-08" }));
  expect(it.draft.said).toEqual({ veteran: true, graduate: true, born_on: "1990-04-08" });
  expect(it.draft.typed).toEqual({ hired_on: "2026-7" });
});

test("answers to what is not asked any more are kept", async () => {
  const it = filling(blank({ left_on: "2026-01-01" }));
  await it.fit();
  expect(it.draft.said).toEqual({ left_on: "2026-01-01" });
});

test("a late reply does not bring back fields of before", async () => {
  const replies: ((it: EntryForm) => void)[] = [];
  const it = new Filling(blank(), () => new Promise((done) => replies.push(done)));
  const [first, second] = [it.fit(), it.fit()];
  replies[1]!(form(blank({ b: true })));
  await second;
  replies[0]!(form(blank({ a: true })));
  await first;
  expect(it.form?.draft.said).toEqual({ b: true });
});

test("how many must be a whole number, or the band it was", () => {
  const it = filling({ ...blank(), n: { min: 2, max: 3 } });
  expect(it.countable).toBe(true);
  expect(it.draft.n).toEqual({ min: 2, max: 3 });
  it.n = "some";
  expect(it.countable).toBe(false);
  it.n = "２";
  expect(it.draft.n).toBe(2);
});

test("what cannot be read is found wherever it stands", () => {
  const wrong = { ...box("hired_on"), problem: { zh: "入职：？", en: "Hired: ?" } };
  const found = problemsOf({ ...form(blank()), more: { fields: [], groups: [[box("graduate", [wrong])]] } });
  expect(found).toEqual([{ fact: "hired_on", problem: wrong.problem }]);
});
