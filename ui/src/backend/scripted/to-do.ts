/** What to do and what one takes away, as the page would be told it. */
import type { TakeAway } from "../../wire/TakeAway";
import type { Taken } from "../../wire/Taken";
import type { ToDoPage } from "../../wire/ToDoPage";
import { NOTHING, t } from "./words";

export function toDoPage(ticked: ReadonlySet<string>, chosen: ReadonlySet<string>): ToDoPage {
  const meant = (policy: string) => chosen.size === 0 || chosen.has(policy);
  const licence = ticked.has("business-licence");
  return {
    supports: [
      {
        number: 1, policy: "founder-grant", edition: "2023", title: t("首次创业一次性补贴", "One-off grant for first-time founders"), verdict: "eligible",
        chosen: chosen.has("founder-grant"), meant: meant("founder-grant"), gain: t("8,000 元，一次", "CNY 8,000, once"), of_round: NOTHING,
        when: t("截至2026年12月31日", "until 31 December 2026"), days_left: 38, near: true,
        places: [{ channel: t("窗口", "Counter"), label: t("区就业促进中心", "Employment promotion centre of the district"), url: null }],
      },
    ],
    any_chosen: chosen.size > 0,
    stops: [
      {
        place: t("窗口：区就业促进中心", "Counter: employment promotion centre of the district"),
        papers: [{ paper: "business-licence", label: t("营业执照", "Business licence"), note: NOTHING, serves: [1], ticked: licence }],
      },
    ],
    papers: 1,
    at_hand: licence ? 1 : 0,
  };
}

export function taken(what: TakeAway): Taken {
  const ending = { sheet: "pdf", calendar: "ics", list: "xlsx" }[what];
  return { what, file: `2026-11-23.${ending}`, folder: "~/Downloads", notes: [] };
}
