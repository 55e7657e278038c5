// How many alike an entry stands for, and what was typed as such a number.
import type { Said } from "../wire/Said";

/** "2", or "10–19" for a band. */
export function inShort(n: Said): string {
  if (typeof n === "object" && !Array.isArray(n) && ("min" in n || "max" in n)) {
    return n.max === undefined ? `${n.min}+` : `${n.min ?? 0}–${n.max}`;
  }
  return String(n);
}
