import { expect, test } from "vitest";
import { matches, rank } from "./match";

const rent = { name: { zh: "创业场地房租补贴", en: "Rent subsidy for start-up premises" }, also: ["房补"] };

test("a name is found in either language and any order of words", () => {
  for (const typed of ["房租", "subsidy rent", "房补", "创业 补贴", ""]) expect(matches(typed, rent)).toBe(true);
  expect(matches("rent loan", rent)).toBe(false);
});

test("the whole name comes before its beginning, its beginning before the rest", () => {
  expect(rank("房补", rent)).toBe(0);
  expect(rank("rent", rent)).toBe(1);
  expect(rank("premises", rent)).toBe(2);
});
