// Sample questions of every kind.
import type { EntryDraft } from "../../wire/EntryDraft";
import type { EntryForm } from "../../wire/EntryForm";
import type { Field } from "../../wire/Field";
import type { Input } from "../../wire/Input";
import type { Named } from "../../wire/Named";
import type { PasteColumn } from "../../wire/PasteColumn";
import type { PastePage } from "../../wire/PastePage";
import type { PasteRequest } from "../../wire/PasteRequest";
import type { Said } from "../../wire/Said";
import type { Text } from "../../wire/Text";
import { figure } from "../../lib/numbers";
import { wholeDate } from "../../lib/dates";
import { named, NOTHING, t } from "./words";

type Plain = Exclude<Input, { kind: "list" }>;
export interface Fact {
  id: string;
  topic: string;
  name: Text;
  ask: Text;
  help: Text;
  input: Plain | "hires";
}

export const TOPICS: Named[] = [
  named("founder", "您自己", "You"),
  named("company", "公司", "Company"),
  named("staff", "员工", "Staff"),
  named("premises", "场地", "Premises"),
  named("money", "资金", "Money"),
  named("rnd", "研发与知识产权", "R&D and patents"),
];

const option = (id: string, zh: string, en: string) => ({ id, label: t(zh, en) });
const band = (min: number, max: number | null, zh: string, en: string) => ({
  label: t(zh, en), said: max === null ? { min } : min === max ? min : { min, max },
});

export const FACTS: Fact[] = [
  {
    id: "registered_on", topic: "company", name: t("登记日期", "Registered"),
    ask: t("公司是哪一天登记的？", "On which day was the company registered?"),
    help: t("看营业执照上的“成立日期”。还没有登记就选“不清楚”。", "See “date of establishment” on the business licence. Not registered yet? Choose “not sure”."),
    input: { kind: "date", by_month: false },
  },
  {
    id: "first_venture", topic: "founder", name: t("第一次创业", "First venture"),
    ask: t("这是您第一次在上海办企业或小店吗？", "Is this your first business in Shanghai?"),
    help: t("以前做过法定代表人或负责人的，不算第一次。", "If you were a legal representative or head of one before, it is not the first."),
    input: { kind: "boolean" },
  },
  {
    id: "graduated_on", topic: "founder", name: t("毕业", "Graduated"),
    ask: t("您是哪年哪月毕业的？", "In which month did you graduate?"),
    help: t("最高学历毕业证书上的日期。", "The date on the certificate of your highest degree."),
    input: { kind: "date", by_month: true },
  },
  {
    id: "insured", topic: "staff", name: t("参保人数", "Insured"),
    ask: t("公司给几位员工缴了职工社保？", "For how many employees has the company paid social insurance?"),
    help: t("数一数正在缴、并且已经连续缴满 6 个月的人。您自己在公司缴的也算。", "Count those being paid for now and for at least 6 months in a row. You count too if the company pays for you."),
    input: {
      kind: "number", number: "integer", unit: t("人", "people"), min: "0", max: "100000",
      bands: [band(0, 0, "还没有人", "Nobody yet"), band(1, 1, "1 人", "1 person"), band(2, 9, "2 至 9 人", "2 to 9 people"), band(10, null, "10 人及以上", "10 or more")],
    },
  },
  {
    id: "hires", topic: "staff", name: t("新招的人", "People hired"),
    ask: t("2024 年以来，公司新招了哪些人？", "Whom has the company hired since 2024?"),
    help: t("每一位都可能带来补贴，所以一位一位地记；情况一样的可以记在一起。", "Each person may bring a subsidy, so we note them one by one; people alike can be noted together."),
    input: "hires",
  },
  {
    id: "industry", topic: "company", name: t("行业", "Industry"),
    ask: t("公司主要做哪一行？", "What is the company's main industry?"),
    help: NOTHING,
    input: {
      kind: "choice",
      options: [
        option("software", "软件和信息技术服务业", "Software and IT services"), option("retail", "零售业", "Retail"),
        option("catering", "餐饮业", "Catering"), option("wholesale", "批发业", "Wholesale"), option("industry", "工业", "Industry"),
        option("building", "建筑业", "Construction"), option("transport", "交通运输业", "Transport"), option("storage", "仓储业", "Storage"),
        option("post", "邮政业", "Post"), option("hotel", "住宿业", "Hotels"), option("leasing", "租赁和商务服务业", "Leasing and business services"),
        option("other", "其他", "Other"),
      ],
    },
  },
  {
    id: "rent_paid", topic: "premises", name: t("一年房租", "Rent a year"),
    ask: t("公司一年付多少房租？", "How much rent does the company pay a year?"),
    help: t("只算独立租用的经营场地，不算物业费。", "Only premises rented by the company itself, without service charges."),
    input: { kind: "number", number: "money", unit: t("元", "yuan"), min: "0", max: null, bands: [] },
  },
  {
    id: "wants", topic: "money", name: t("资金打算", "Plans for money"),
    ask: t("接下来一年，公司打算做哪些事？", "What does the company plan for the next year?"),
    help: t("可以选几项。", "Choose all that apply."),
    input: {
      kind: "choices",
      options: [option("borrow", "向银行借款", "Borrow from a bank"), option("hire", "再招人", "Hire more people"), option("patent", "申请专利", "File patents"), option("interns", "带见习学员", "Take interns")],
    },
  },
];

type HireField = Pick<Field, "fact" | "ask" | "help"> & { input: Plain; beneath?: string };
export const HIRE_FIELDS: HireField[] = [
  { fact: "hired_on", ask: t("入职日期", "Hired on"), help: t("看劳动合同。", "See the contract."), input: { kind: "date", by_month: false } },
  { fact: "contract_months", ask: t("劳动合同多少个月", "Contract length"), help: NOTHING, input: { kind: "number", number: "integer", unit: t("个月", "months"), min: "0", max: null, bands: [] } },
  { fact: "graduate", ask: t("是高校毕业生", "Higher-education graduate"), help: NOTHING, input: { kind: "boolean" } },
  { fact: "left_school_on", ask: t("毕业日期", "Left school on"), help: NOTHING, input: { kind: "date", by_month: true }, beneath: "graduate" },
  { fact: "veteran", ask: t("是退役军人", "Demobilised soldier"), help: NOTHING, input: { kind: "boolean" } },
  { fact: "hard", ask: t("经认定的就业困难人员", "Recognised as hard to employ"), help: NOTHING, input: { kind: "boolean" } },
  { fact: "first_job", ask: t("来之前没有就过业", "Never employed before"), help: NOTHING, input: { kind: "boolean" } },
];

/** The form of a hire: what was typed is taken as it stands. */
export function hireForm(draft: EntryDraft): EntryForm {
  const said = { ...draft.said };
  for (const [fact, typed] of Object.entries(draft.typed)) if (typed !== undefined && typed !== "") said[fact] = typed;
  const field = (it: HireField): Field => {
    const typed = draft.typed[it.fact] ?? "";
    const beneath = said[it.fact] === true ? HIRE_FIELDS.filter((one) => one.beneath === it.fact).map(field) : [];
    return { fact: it.fact, ask: it.ask, help: it.help, input: it.input, said: said[it.fact] ?? null, typed, read: t(typed, typed), problem: null, beneath };
  };
  const tops = HIRE_FIELDS.filter((it) => it.beneath === undefined);
  const needed = { fields: tops.filter((it) => it.input.kind !== "boolean").map(field), groups: [tops.filter((it) => it.input.kind === "boolean").map(field)] };
  return { draft: { ...draft, said, typed: {} }, needed, more: { fields: [], groups: [] } };
}

/** A paste of which the second column is the day of hiring. */
export function pastePage(request: PasteRequest): PastePage {
  const [titles = [], ...rows] = request.text.trim().split("\n").map((it) => it.split("\t"));
  const columns = titles.map((title, idx): PasteColumn => ({
    title, sample: rows[0]?.[idx] ?? "", column: request.columns?.[idx] ?? (idx === 0 ? { kind: "name" } : idx === 1 ? { kind: "fact", fact: "hired_on" } : { kind: "ignored" }),
  }));
  const wrong = t("入职日期：读不懂“7/1”，请写成 2026-7-1", "Hired on: “7/1” cannot be read; write it like 2026-7-1");
  return {
    header: true, columns, facts: HIRE_FIELDS.map((it) => ({ fact: it.fact, name: it.ask })),
    rows: rows.map((it, idx) => ({ line: idx + 2, name: it[0] ?? null, n: 1, said: t(`入职日期 ${it[1]}`, `Hired on ${it[1]}`), faults: it[1]?.includes("/") === true ? [wrong] : [] })),
    total: rows.length, faulty: rows.filter((it) => it[1]?.includes("/")).length, entries: rows.length,
  };
}

/** An answer in a few words. */
export function inWords(input: Plain, said: Said): Text {
  if (typeof said === "object" && "unknown" in said) return t("不清楚", "Not sure");
  const both = (say: (language: "zh" | "en") => string) => t(say("zh"), say("en"));
  switch (input.kind) {
    case "boolean":
      return said === true ? t("是", "Yes") : t("否", "No");
    case "number": {
      const found = input.bands.find((it) => JSON.stringify(it.said) === JSON.stringify(said));
      return found?.label ?? both((language) => `${figure(String(said))} ${input.unit[language]}`);
    }
    case "date":
      if (typeof said === "string") return both((it) => (input.by_month ? wholeDate(said, it).replace(/1日$|^1 /, "") : wholeDate(said, it)));
      return both((it) => `${String((said as { min: string }).min).slice(0, 4)}${it === "zh" ? "年" : ""}`);
    case "choice":
      return input.options.find((it) => it.id === said)?.label ?? NOTHING;
    case "choices": {
      const chosen = input.options.filter((it) => (said as string[]).includes(it.id));
      return chosen.length === 0 ? t("都没有", "None of these") : both((it) => chosen.map((one) => one.label[it]).join(it === "zh" ? "、" : ", "));
    }
  }
}
