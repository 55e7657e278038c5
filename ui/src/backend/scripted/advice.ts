/** What to make of the results, as the page would be told it. */
import type { AdvicePage } from "../../wire/AdvicePage";
import { t } from "./words";

const title = t("首次创业一次性补贴", "One-off grant for first-time founders");

export const ADVICE: AdvicePage = {
  timeline: [
    { first: "2026-12-31", last: "2026-12-31", day: t("2026年12月31日", "31 December 2026"), days: 38, near: true, policy: "grant", edition: "2023", title, what: t("申请截止", "last day to apply"), kind: "closes" },
    { first: "2029-05-20", last: "2029-05-20", day: t("2029年5月20日", "20 May 2029"), days: 909, near: false, policy: "grant", edition: "2023", title, what: t("小王：到期", "Wang: ends"), kind: "ends" },
  ],
  later: 0,
  clashes: [
    {
      sentence: t("2 人用于“一次性吸纳就业补贴”，1 人用于“扩岗补助”，合计 5,500 元", "2 by “Hiring subsidy”, 1 by “Expansion subsidy”: CNY 5,500 in all"),
      chosen: false,
      note: t("", ""),
      members: [
        { policy: "hiring", edition: "2025", title: t("一次性吸纳就业补贴", "Hiring subsidy"), taken: true, brings: t("4,000 元", "CNY 4,000"), alone: t("4,000 元", "CNY 4,000"), preferred: false, people: [{ entry: "a", said: t("小王", "Wang"), serves: true, preferred: false }] },
        { policy: "expansion", edition: "2025", title: t("扩岗补助", "Expansion subsidy"), taken: true, brings: t("1,500 元", "CNY 1,500"), alone: t("4,500 元", "CNY 4,500"), preferred: false, people: [{ entry: "a", said: t("小王", "Wang"), serves: false, preferred: false }] },
      ],
    },
  ],
  one_more: [
    {
      group: "graduate", label: t("一名应届毕业生", "A graduate of this year"), given: t("今天入职，合同两年", "hired today, contract of two years"),
      gains: [{ policy: "hiring", edition: "2025", title: t("一次性吸纳就业补贴", "Hiring subsidy"), verdict: "eligible", opens: true, from: t("", ""), amounts: [{ sum: t("2,000 元，一次", "2,000 CNY, once"), working: t("", "") }], instead_of: [] }],
    },
  ],
};
