// What is wrong with something typed, in words that say what to type.
import { m } from "../paraglide/messages.js";
import type { Input } from "../wire/Input";
import type { Problem } from "./said";

const WORDS: Record<Exclude<Problem, "too-small" | "too-great" | "nothing-picked">, () => string> = {
  "not-a-number": m.problem_not_a_number,
  "not-whole": m.problem_not_whole,
  "too-precise": m.problem_too_precise,
  "no-year": m.problem_no_year,
  "no-such-year": m.problem_no_such_year,
  "no-such-month": m.problem_no_such_month,
  "no-such-day": m.problem_no_such_day,
  "no-month": m.problem_no_month,
};

export function problemWords(problem: Problem, input: Input): string {
  switch (problem) {
    case "nothing-picked":
      return input.kind === "number" || input.kind === "date" ? m.problem_nothing_typed() : m.problem_nothing_picked();
    case "too-small":
      return m.problem_too_small({ least: input.kind === "number" ? (input.min ?? "") : "" });
    case "too-great":
      return m.problem_too_great({ greatest: input.kind === "number" ? (input.max ?? "") : "" });
    default:
      return WORDS[problem]();
  }
}
