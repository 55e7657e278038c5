import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Backend } from "../backend/backend";
import type { Failure } from "../wire/Failure";
import type { Sitting } from "../wire/Sitting";
import { Check } from "./check.svelte";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const sitting = (left: number): Sitting => ({
  as_of: "2026-11-23", saved_at: null, topics: [], question: null, left, counts: [], results: [], contradictions: [],
  money: { certain: "0", to_confirm: "0", possible: "0", possible_unbounded: false }, can_undo: false, can_redo: false,
});

/** A check whose answers wait until they are let go, in any order. */
function waiting() {
  const replies: Deferred[] = [];
  const answer = () => {
    replies.push(deferred());
    return replies.at(-1)!.promise;
  };
  return { replies, check: new Check({ answer } as unknown as Backend) };
}

test("a slow reply to an earlier answer does not overwrite a later one", async () => {
  const { check, replies } = waiting();
  const first = check.answer("a", true);
  const second = check.answer("b", true);
  replies[1]!.resolve(sitting(2));
  await second;
  replies[0]!.resolve(sitting(1));
  expect(await first).toBe(false);
  expect(check.sitting?.left).toBe(2);
});

test("a failure keeps what was there and is told", async () => {
  const { check, replies } = waiting();
  const first = check.answer("a", true);
  replies[0]!.resolve(sitting(5));
  await first;
  const second = check.answer("a", false);
  const failure: Failure = { code: "not-saved", say: null, place: null, formats: null, detail: "disk full" };
  replies[1]!.reject(failure);
  expect(await second).toBe(false);
  expect(check.sitting?.left).toBe(5);
  expect(check.failure).toEqual(failure);
});

test("what moved keeps its mark for four seconds", async () => {
  const { check, replies } = waiting();
  const first = check.answer("a", true);
  replies[0]!.resolve(sitting(1));
  await first;
  expect(check.fresh).toBe(true);
  vi.advanceTimersByTime(3999);
  expect(check.fresh).toBe(true);
  vi.advanceTimersByTime(1);
  expect(check.fresh).toBe(false);
});

interface Deferred {
  promise: Promise<Sitting>;
  resolve: (sitting: Sitting) => void;
  reject: (failure: Failure) => void;
}

function deferred(): Deferred {
  const made = {} as Deferred;
  made.promise = new Promise((resolve, reject) => Object.assign(made, { resolve, reject }));
  return made;
}
