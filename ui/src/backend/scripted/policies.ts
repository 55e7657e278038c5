// Sample policies: made up after real ones, for looking at the window only.
import type { ResultRow } from "../../wire/ResultRow";
import type { Said } from "../../wire/Said";
import type { Text } from "../../wire/Text";
import { FAMILIES, IN_FORCE, LEVELS, NOTHING, t, UNKNOWN } from "./words";

export type Answers = ReadonlyMap<string, Said>;
export type Judged = Pick<ResultRow, "verdict"> & Partial<ResultRow>;
export interface Policy extends Pick<ResultRow, "policy" | "title" | "level" | "family" | "status"> {
  summary: Text;
  hangs: string[];
  judge: (said: Answers) => Judged;
}

const need = (zh: string, en: string, gain: Text): Judged => ({ verdict: "undetermined", gain, reason: t(zh, en) });
const gain = (zh: string, en: string): Text => t(zh, en);
const atLeastOne = (said: Said | undefined): boolean | null =>
  said === undefined || (typeof said === "object" && "unknown" in said) ? null : said !== 0;

export const POLICIES: Policy[] = [
  {
    policy: "founder-grant", title: t("首次创业一次性补贴", "One-off grant for first-time founders"), level: LEVELS.city, family: FAMILIES.startup, status: UNKNOWN,
    summary: t("第一次在上海办企业或小店，做满一年并给人缴满六个月社保，市里一次性补 8,000 元。", "8,000 yuan, once, for a first business in Shanghai that has run for a year and paid social insurance for somebody for six months."),
    hangs: ["registered_on", "first_venture", "graduated_on", "insured"],
    judge: (said) => {
      const what = gain("8,000 元", "8,000 yuan");
      if (said.get("first_venture") === false) return { verdict: "ineligible", gain: NOTHING, reason: t("不是第一次创业", "Not a first venture") };
      const insured = atLeastOne(said.get("insured"));
      if (said.get("first_venture") !== true || !said.has("registered_on")) return need("还不知道是不是第一次创业、何时登记", "Whether it is a first venture and when it was registered is open", what);
      if (insured === null) return need("参保人数还没有答", "The number insured is open", what);
      if (!insured) return { verdict: "ineligible", gain: NOTHING, reason: t("还没有给人缴满 6 个月社保", "Nobody insured for six months yet") };
      return { verdict: "eligible", gain: what, reason: t("4 项条件都符合", "All 4 conditions met"), closes: "2027-03-01", days: 98, officer: 1 };
    },
  },
  {
    policy: "insurance-subsidy", title: t("初创期社会保险费补贴", "Early-stage social insurance subsidy"), level: LEVELS.city, family: FAMILIES.startup, status: IN_FORCE,
    summary: t("登记三年以内的创业组织，招用本市劳动者缴的社保，单位部分补一半。", "Half of the employer's share for local workers, in the first three years after registration."),
    hangs: ["registered_on", "insured"],
    judge: (said) => {
      const insured = atLeastOne(said.get("insured"));
      const what = gain("最高 61,200 元", "up to 61,200 yuan");
      return insured === null ? need("参保人数还没有答", "The number insured is open", what)
        : insured ? { verdict: "eligible", gain: what, reason: t("登记未满三年，已为员工缴社保", "Under three years old, insurance paid"), closes: "2026-12-31", days: 38, near: true, officer: 1 }
        : { verdict: "ineligible", gain: NOTHING, reason: t("还没有人参保", "Nobody is insured yet") };
    },
  },
  {
    policy: "rent-subsidy", title: t("创业场地房租补贴", "Rent subsidy for start-up premises"), level: LEVELS.city, family: FAMILIES.startup, status: IN_FORCE,
    summary: t("租用独立场地满半年，按吸纳的本市劳动者人数，每人每年 3,000 元。", "3,000 yuan a year per local worker, once premises have been rented for half a year."),
    hangs: ["rent_paid", "insured", "registered_on"],
    judge: (said) => said.has("rent_paid")
      ? { verdict: "upcoming", gain: gain("每年 3,000 元 / 人", "3,000 yuan a year each"), reason: t("租满半年后可以申请", "Once rented for half a year"), eligible_from: "2026-12-20" }
      : need("还不知道租的是什么场地", "What premises are rented is open", gain("每年 3,000 元 / 人", "3,000 yuan a year each")),
  },
  {
    policy: "hiring-subsidy", title: t("一次性吸纳就业补贴", "One-off hiring subsidy"), level: LEVELS.city, family: FAMILIES.hiring, status: IN_FORCE,
    summary: t("招录毕业两年内的高校毕业生或登记失业满三个月的人，每人 2,000 元。", "2,000 yuan for each graduate of the last two years or person unemployed for three months."),
    hangs: ["hires"],
    judge: (said) => said.has("hires")
      ? { verdict: "eligible", gain: gain("4,000 元", "4,000 yuan"), reason: t("2 人里有 2 人算数", "2 of 2 people count"), closes: "2026-12-31", days: 38, near: true }
      : need("还不知道招了谁", "Who was hired is open", gain("每人 2,000 元", "2,000 yuan each")),
  },
  {
    policy: "graduate-hiring", title: t("一次性扩岗补助", "One-off expansion subsidy"), level: LEVELS.nation, family: FAMILIES.hiring, status: UNKNOWN,
    summary: t("招用毕业年度高校毕业生，签合同并缴失业保险，每人 1,500 元。", "1,500 yuan for each graduate of the year with a contract and unemployment insurance."),
    hangs: ["hires"],
    judge: () => need("还不知道新招的人是不是离校两年内的毕业生", "Whether those hired left university within two years is open", gain("每人 1,500 元", "1,500 yuan each")),
  },
  {
    policy: "post-subsidy", title: t("就业困难人员岗位补贴", "Post subsidy for people who are hard to employ"), level: LEVELS.city, family: FAMILIES.hiring, status: IN_FORCE,
    summary: t("招用就业困难人员，按月最低工资的一半补，最长三年。", "Half of the minimum wage each month, for up to three years."),
    hangs: ["hires", "insured"],
    judge: () => need("还不知道有没有就业困难人员", "Whether anybody is hard to employ is open", gain("每人每月 1,370 元", "1,370 yuan a month each")),
  },
  {
    policy: "guarantee-loan", title: t("创业组织创业担保贷款", "Guaranteed loan for start-ups"), level: LEVELS.city, family: FAMILIES.loan, status: IN_FORCE,
    summary: t("政府担保的低息贷款，最高 400 万元，按时还的贴一部分利息。", "A loan guaranteed by the city, up to 4 million yuan, with part of the interest paid back."),
    hangs: ["wants", "insured"],
    judge: () => need("吸纳的本市劳动者人数还不知道", "The number of local workers is open", gain("最高 400 万元贷款", "loan of up to 4,000,000 yuan")),
  },
  {
    policy: "small-profit-tax", title: t("小型微利企业所得税优惠", "Income tax relief for small, low-profit companies"), level: LEVELS.nation, family: FAMILIES.tax, status: IN_FORCE,
    summary: t("年应纳税所得额不超过 300 万元的小企业，实际税负 5 %。", "Companies with a taxable income of up to 3 million yuan pay 5 % in effect."),
    hangs: ["industry"],
    judge: (said) => said.has("registered_on")
      ? { verdict: "eligible", automatic: true, gain: gain("实际税负 5 %", "5 % in effect"), reason: t("申报时自己填，不用批", "Filled in on the tax return, no approval needed") }
      : need("还不知道是不是企业", "Whether it is a company is open", gain("实际税负 5 %", "5 % in effect")),
  },
  {
    policy: "vat-threshold", title: t("小规模纳税人免征增值税", "No VAT for small taxpayers"), level: LEVELS.nation, family: FAMILIES.tax, status: IN_FORCE,
    summary: t("月销售额不超过 10 万元的小规模纳税人免征增值税。", "Small taxpayers with sales of up to 100,000 yuan a month pay no VAT."),
    hangs: ["industry"],
    judge: (said) => said.has("registered_on")
      ? { verdict: "eligible", automatic: true, gain: gain("免征", "exempt"), reason: t("月销售额在 10 万元以内", "Sales within 100,000 yuan a month") }
      : need("还不知道销售额", "Sales are open", gain("免征", "exempt")),
  },
  {
    policy: "intern-allowance", title: t("青年就业见习补贴", "Internship allowance"), level: LEVELS.city, family: FAMILIES.intern, status: IN_FORCE,
    summary: t("见习基地带教的学员，每月有生活费补贴和带教费。", "A monthly allowance for interns and for those who train them at an internship base."),
    hangs: ["wants"],
    judge: () => need("还不知道是不是见习基地", "Whether it is an internship base is open", gain("每人每月 2,192 元", "2,192 yuan a month each")),
  },
  {
    policy: "become-base", title: t("成为青年就业见习基地", "Becoming an internship base"), level: LEVELS.district, family: FAMILIES.intern, status: IN_FORCE,
    summary: t("能提供见习岗位和带教老师的单位，可以申请成为见习基地。", "Employers with posts and trainers can become an internship base."),
    hangs: ["wants", "insured"],
    judge: (said) => said.has("insured")
      ? { verdict: "eligible", gain: gain("资格", "status"), reason: t("其余由部门认定", "The office decides the rest"), officer: 2 }
      : need("参保人数还没有答", "The number insured is open", gain("资格", "status")),
  },
  {
    policy: "team-workspace", title: t("创业团队孵化场地费补贴", "Workspace fees of founding teams"), level: LEVELS.district, family: FAMILIES.before, status: IN_FORCE,
    summary: t("还没有登记的团队在孵化基地付的场地费，最高补 10,000 元。", "Up to 10,000 yuan of the fees a team pays at an incubator before registering."),
    hangs: ["registered_on"],
    judge: (said) => said.has("registered_on")
      ? { verdict: "missed", gain: gain("最高 10,000 元", "up to 10,000 yuan"), reason: t("申请期 2026年3月1日结束", "The round closed on 1 March 2026"), closes: "2026-03-01" }
      : need("还不知道有没有登记", "Whether it is registered is open", gain("最高 10,000 元", "up to 10,000 yuan")),
  },
  {
    policy: "student-fund", title: t("大学生科技创业基金", "Student science and technology fund"), level: LEVELS.city, family: FAMILIES.before, status: IN_FORCE,
    summary: t("在校生或毕业五年内的团队，用科技成果创业，可申请债权或股权资助。", "Debt or equity for teams of students or graduates of the last five years."),
    hangs: ["graduated_on"],
    judge: () => ({ verdict: "ineligible", gain: NOTHING, reason: t("没有自有知识产权", "No intellectual property of its own") }),
  },
  {
    policy: "training", title: t("创业培训补贴", "Start-up training"), level: LEVELS.district, family: FAMILIES.before, status: IN_FORCE,
    summary: t("参加创业培训并取得证书，培训费由政府出。", "The fee of a certified start-up course is paid for."),
    hangs: [],
    judge: () => ({ verdict: "ineligible", gain: NOTHING, reason: t("只给还没有登记的人", "Only for people not yet registered") }),
  },
];
