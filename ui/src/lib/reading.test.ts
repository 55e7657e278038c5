import { expect, test } from "vitest";
import { dayOfYear, savedAt, wholeDate } from "./dates";
import { figure } from "./numbers";

test("a date is whole in both languages", () => {
  expect(wholeDate("2026-03-01", "zh")).toBe("2026年3月1日");
  expect(wholeDate("2026-03-01", "en")).toBe("1 March 2026");
  expect(dayOfYear("2026-12-20", "zh")).toBe("12月20日");
});

test("a time of saving has its day where it was not today", () => {
  expect(savedAt("2026-11-23T10:42", "2026-11-23", "zh")).toBe("10:42");
  expect(savedAt("2026-11-22T17:20", "2026-11-23", "en")).toBe("22 November 17:20");
  expect(savedAt("2025-11-22T17:20", "2026-11-23", "zh")).toBe("2025年11月22日 17:20");
});

test("a figure has its thousands apart and no empty fen", () => {
  expect(figure("8000")).toBe("8,000");
  expect(figure("61200.00")).toBe("61,200");
  expect(figure("969.6")).toBe("969.60");
  expect(figure("1234567.89")).toBe("1,234,567.89");
  expect(figure("0")).toBe("0");
});
