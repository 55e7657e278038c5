/** What a person set once: language, size and theme, put on the page at once and on disk right after. */
import { createContext } from "svelte";
import type { Backend } from "../backend/backend";
import type { Settings } from "../wire/Settings";
import type { TextSize } from "../wire/TextSize";
import { language, tag } from "./language.svelte";

const SIZES: readonly TextSize[] = ["normal", "large", "larger", "largest"];

export class Preferences {
  #settings = $state.raw<Settings>({ language: "zh", theme: "system", text_size: "normal", mode: "founder", welcomed: true });
  readonly #backend: Backend;
  readonly #onfailure: (error: unknown) => void;

  constructor(backend: Backend, onfailure: (error: unknown) => void) {
    this.#backend = backend;
    this.#onfailure = onfailure;
  }

  get settings(): Settings {
    return this.#settings;
  }

  /** Takes over what lies on disk. */
  load(settings: Settings): void {
    this.#settings = settings;
    this.#show();
  }

  async set(change: Partial<Settings>): Promise<void> {
    this.load({ ...this.#settings, ...change });
    try {
      await this.#backend.saveSettings(this.#settings);
    } catch (error) {
      this.#onfailure(error);
    }
  }

  switchLanguage(): Promise<void> {
    return this.set({ language: language.other });
  }

  /** One size up or down; stays at the ends. */
  resize(by: 1 | -1): Promise<void> {
    const at = SIZES.indexOf(this.#settings.text_size) + by;
    return this.set({ text_size: SIZES[at] ?? this.#settings.text_size });
  }

  /** Follows the system where the theme is left to it. */
  followSystem(): () => void {
    const dark = matchMedia("(prefers-color-scheme: dark)");
    const show = () => this.#show();
    dark.addEventListener("change", show);
    return () => dark.removeEventListener("change", show);
  }

  #show(): void {
    const { theme, text_size } = this.#settings;
    language.current = this.#settings.language;
    const dark = theme === "dark" || (theme === "system" && matchMedia("(prefers-color-scheme: dark)").matches);
    const root = document.documentElement;
    root.lang = tag(language.current);
    root.dataset.theme = dark ? "dark" : "light";
    root.dataset.size = text_size;
  }
}

export const [getPreferences, setPreferences] = createContext<Preferences>();
