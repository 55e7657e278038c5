// The language of the window: one state that every message and every text of the program reads, so that one key switches all.
import { overwriteGetLocale } from "../paraglide/runtime.js";
import type { Language } from "../wire/Language";
import type { Text } from "../wire/Text";

let current = $state<Language>("zh");

overwriteGetLocale(() => current);

export const language = {
  get current(): Language {
    return current;
  },
  set current(to: Language) {
    current = to;
  },
  get other(): Language {
    return current === "zh" ? "en" : "zh";
  },
};

/** What HTML calls a language. */
export function tag(of: Language): string {
  return of === "zh" ? "zh-CN" : "en";
}

/** The words in the language of the window, or in the other one where there are none. */
export function say(text: Text): string {
  return text[current] || text[language.other];
}

/** The language in which `say` speaks. */
export function spokenIn(text: Text): Language {
  return text[current] === "" && text[language.other] !== "" ? language.other : current;
}
