// Matching what is typed with names, in either language and any order of words.
import type { Text } from "../wire/Text";

interface Matchable {
  name: Text;
  also?: string[];
}

const words = (text: string): string[] => text.toLowerCase().split(/\s+/).filter((it) => it !== "");
const names = (of: Matchable): string[] => [of.name.zh, of.name.en, ...(of.also ?? [])].map((it) => it.toLowerCase());

/** Whether every word typed stands somewhere in its names. */
export function matches(text: string, of: Matchable): boolean {
  const all = names(of).join("\n");
  return words(text).every((it) => all.includes(it));
}

/** The place among matches, least first: the whole name, its beginning, anywhere. */
export function rank(text: string, of: Matchable): number {
  const typed = text.trim().toLowerCase();
  if (typed === "") return 0;
  if (names(of).some((it) => it === typed)) return 0;
  return names(of).some((it) => it.startsWith(typed)) ? 1 : 2;
}
