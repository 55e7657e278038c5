import { describe, expect, test } from "vitest";
import { dateFields, readDate, readNumber } from "./said";

describe("a date", () => {
  const read = (year: string, month = "", day = "", byMonth = false) => readDate({ year, month, day }, byMonth);

  test("with all three fields is a day", () => {
    expect(read("2025", "9", "1")).toEqual({ said: "2025-09-01" });
    expect(read("２０２４", "０２", "29")).toEqual({ said: "2024-02-29" });
  });

  test("with the year alone is a band of that year", () => {
    expect(read("2023")).toEqual({ said: { min: "2023-01-01", max: "2023-12-31" } });
  });

  test("with year and month is a band of that month, or its first day where the month is enough", () => {
    expect(read("2024", "2")).toEqual({ said: { min: "2024-02-01", max: "2024-02-29" } });
    expect(read("2024", "2", "", true)).toEqual({ said: "2024-02-01" });
  });

  test("that cannot be is told from one that is missing", () => {
    expect(read("")).toEqual({ problem: "nothing-picked" });
    expect(read("", "3")).toEqual({ problem: "no-year" });
    expect(read("25")).toEqual({ problem: "no-such-year" });
    expect(read("2025", "13")).toEqual({ problem: "no-such-month" });
    expect(read("2025", "2", "29")).toEqual({ problem: "no-such-day" });
    expect(read("2025", "", "3")).toEqual({ problem: "no-month" });
  });

  test("comes back into the fields it was typed into", () => {
    for (const typed of [
      { year: "2023", month: "", day: "" },
      { year: "2024", month: "2", day: "" },
      { year: "2025", month: "9", day: "13" },
    ]) {
      const reading = readDate(typed, false);
      expect("said" in reading && dateFields(reading.said, false)).toEqual(typed);
    }
  });
});

describe("a figure", () => {
  const money = (typed: string) => readNumber(typed, "money", "0", null);

  test("is read as people type it", () => {
    expect(money("61,200")).toEqual({ said: "61200" });
    expect(money("１２００．５元")).toEqual({ said: "1200.5" });
    expect(money("1.25万")).toEqual({ said: "12500" });
    expect(money("¥ 8 000.01")).toEqual({ said: "8000.01" });
    expect(money("0.5 万元")).toEqual({ said: "5000" });
  });

  test("keeps every fen of a great sum", () => {
    expect(money("9007199254740.99")).toEqual({ said: "9007199254740.99" });
  });

  test("says what is wrong with it", () => {
    expect(money("about 5")).toEqual({ problem: "not-a-number" });
    expect(money("")).toEqual({ problem: "not-a-number" });
    expect(money("1.234")).toEqual({ problem: "too-precise" });
    expect(money("-1")).toEqual({ problem: "too-small" });
    expect(readNumber("2.5", "integer", null, null)).toEqual({ problem: "not-whole" });
    expect(readNumber("301", "integer", "0", "300")).toEqual({ problem: "too-great" });
  });

  test("that is whole is answered as a number", () => {
    expect(readNumber("12 人", "integer", "0", null)).toEqual({ said: 12 });
  });
});
