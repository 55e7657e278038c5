// From what somebody typed to an answer, or to what is wrong with it. What is right in itself may still be refused by the desk.
import type { NumberKind } from "../wire/NumberKind";
import type { Said } from "../wire/Said";
import { daysIn } from "./dates";

/** What is wrong with something typed; the window has words for each. */
export type Problem =
  | "nothing-picked"
  | "not-a-number"
  | "not-whole"
  | "too-precise"
  | "too-small"
  | "too-great"
  | "no-year"
  | "no-such-year"
  | "no-such-month"
  | "no-such-day"
  | "no-month";

/** An answer, or what is wrong. */
export type Reading = { said: Said } | { problem: Problem };

/** A date as typed into its three fields. */
export interface DateFields {
  year: string;
  month: string;
  day: string;
}

/** Answers that have no figures. */
export const UNSURE: Said = { unknown: true };

/** Whether an answer is "not sure". */
export function isUnsure(said: Said | null | undefined): boolean {
  return typeof said === "object" && said !== null && "unknown" in said;
}

/**
 * Reads a figure as people type it: full-width digits, thousands apart, a unit behind it, 万 for ten thousand.
 * Whole numbers are answered as numbers, all others as strings, so that no fen is lost.
 */
export function readNumber(typed: string, kind: NumberKind, min: string | null, max: string | null): Reading {
  const plain = narrow(typed).replaceAll(/[,\s¥]|元|人$/g, "");
  const [, sign = "", whole = "", fraction = "", tenThousand = ""] = /^(-?)(\d+)(?:\.(\d+))?(万?)$/.exec(plain) ?? [];
  if (whole === "" || whole.length > 13) return { problem: "not-a-number" };
  const decimal = sign + (tenThousand === "" ? plainDecimal(whole, fraction) : timesTenThousand(whole, fraction));
  const places = decimal.split(".")[1]?.length ?? 0;
  if (kind === "integer" && places > 0) return { problem: "not-whole" };
  if (places > (kind === "money" ? 2 : 6)) return { problem: "too-precise" };
  if (min !== null && Number(decimal) < Number(min)) return { problem: "too-small" };
  if (max !== null && Number(decimal) > Number(max)) return { problem: "too-great" };
  return { said: kind === "integer" ? Number(decimal) : decimal };
}

/**
 * Reads a date from its fields. The year alone, or year and month, is answered as a band from the first to the last
 * possible day; where the month is enough, year and month are answered as the month's first day.
 */
export function readDate(typed: DateFields, byMonth: boolean): Reading {
  const [year, month, day] = [typed.year, typed.month, typed.day].map((it) => narrow(it).trim()) as [string, string, string];
  if (year === "") return { problem: month === "" && day === "" ? "nothing-picked" : "no-year" };
  if (!/^(19|20)\d\d$/.test(year)) return { problem: "no-such-year" };
  if (month === "") return day === "" ? { said: { min: `${year}-01-01`, max: `${year}-12-31` } } : { problem: "no-month" };
  if (!/^(0?[1-9]|1[0-2])$/.test(month)) return { problem: "no-such-month" };
  const of = `${year}-${month.padStart(2, "0")}`;
  const last = daysIn(Number(year), Number(month));
  if (byMonth) return { said: `${of}-01` };
  if (day === "") return { said: { min: `${of}-01`, max: `${of}-${last}` } };
  if (!/^\d{1,2}$/.test(day) || Number(day) < 1 || last < Number(day)) return { problem: "no-such-day" };
  return { said: `${of}-${day.padStart(2, "0")}` };
}

/** The fields that a date was typed into, from the answer it became. */
export function dateFields(said: Said | null, byMonth: boolean): DateFields {
  if (typeof said === "string") {
    const [year = "", month = "", day = ""] = said.split("-").map(unpadded);
    return { year, month, day: byMonth ? "" : day };
  }
  if (typeof said === "object" && said !== null && "min" in said && "max" in said) {
    const [year = "", month = ""] = String(said.min).split("-").map(unpadded);
    const sameMonth = String(said.min).slice(0, 7) === String(said.max).slice(0, 7);
    return { year, month: sameMonth ? month : "", day: "" };
  }
  return { year: "", month: "", day: "" };
}

/** Whether two answers are the same. */
export function same(a: Said | null, b: Said | null): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

const narrow = (typed: string): string => typed.normalize("NFKC");
const unpadded = (digits: string): string => digits.replace(/^0(?=\d)/, "");
const plainDecimal = (whole: string, fraction: string): string => (fraction === "" ? whole : `${whole}.${fraction}`);

function timesTenThousand(whole: string, fraction: string): string {
  const shifted = whole + fraction.slice(0, 4).padEnd(4, "0");
  return plainDecimal(shifted.replace(/^0+(?=\d)/, ""), fraction.slice(4));
}
