// What `vite dev` shows: `?fresh` begins with the first screen, `?answers=3` with so many answers given, `?lang=`, `?theme=`, `?size=` set the window.
import type { Said } from "../../wire/Said";
import type { Settings } from "../../wire/Settings";
import { scripted } from "./backend";

const GIVEN: [string, Said][] = [
  ["registered_on", "2025-09-01"], ["first_venture", true], ["graduated_on", "2025-06-01"], ["insured", 1], ["hires", true],
  ["industry", "software"], ["rent_paid", "48000"], ["wants", ["hire", "borrow"]],
];

const query = new URLSearchParams(location.search);
const settings = {
  language: query.get("lang") ?? "zh", theme: query.get("theme") ?? "light", text_size: query.get("size") ?? "normal",
  mode: "founder", welcomed: !query.has("fresh"),
} as Settings;

export const devBackend = scripted(settings, GIVEN.slice(0, Number(query.get("answers") ?? 0)));
