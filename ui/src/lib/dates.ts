// Dates as people read them. They come and go as `YYYY-MM-DD`; nothing here knows what day it is.
import type { Language } from "../wire/Language";

const MONTHS = [
  "January", "February", "March", "April", "May", "June",
  "July", "August", "September", "October", "November", "December",
];

/** A whole date: "2026年3月1日", "1 March 2026". */
export function wholeDate(date: string, language: Language): string {
  const [year, month, day] = parts(date);
  return language === "zh" ? `${year}年${month}月${day}日` : `${day} ${MONTHS[month - 1]} ${year}`;
}

/** A date within a year that is clear from what stands around it: "3月1日", "1 March". */
export function dayOfYear(date: string, language: Language): string {
  const [, month, day] = parts(date);
  return language === "zh" ? `${month}月${day}日` : `${day} ${MONTHS[month - 1]}`;
}

/** When something was saved, from `YYYY-MM-DDTHH:MM`: the time alone on the same day, else with its day. */
export function savedAt(moment: string, today: string, language: Language): string {
  const [date = "", time = ""] = moment.split("T");
  const clock = time.slice(0, 5);
  if (date === today) return clock;
  return date.slice(0, 4) === today.slice(0, 4)
    ? `${dayOfYear(date, language)} ${clock}`
    : `${wholeDate(date, language)} ${clock}`;
}

/** The number of days in a month; months count from 1. */
export function daysIn(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

function parts(date: string): [number, number, number] {
  const [year = 0, month = 1, day = 1] = date.split("-").map(Number);
  return [year, month, day];
}
