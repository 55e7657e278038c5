// Sample pages of one policy: its result and its text.
import type { ReaderPage } from "../../wire/ReaderPage";
import type { ResultPage } from "../../wire/ResultPage";
import type { ResultRow } from "../../wire/ResultRow";
import type { Text } from "../../wire/Text";
import type { Policy } from "./policies";
import { EXPIRED, NOTHING, t } from "./words";

const cite = (anchor: string, zh: string, en: string) => ({ anchor, label: t(zh, en) });
const SOURCE = {
  title: "关于实施首次创业一次性补贴的通知，沪人社规〔2023〕1号",
  note: t("官方 · 2023年 · 上海市人力资源和社会保障局 · 2026年11月20日核对", "Official · 2023 · Shanghai Human Resources and Social Security Bureau · checked on 20 November 2026"),
  url: "https://rsj.sh.gov.cn/example",
};

function sentence(row: ResultRow): Text {
  switch (row.verdict) {
    case "eligible":
      return row.automatic
        ? t("按您的回答，能核对的条件都符合。不用申请，申报时自己享受。", "On your answers you meet every condition that can be checked here. Nobody applies: it comes with the tax return.")
        : t("按您的回答，能核对的条件都符合。还有一项由部门认定。", "On your answers you meet every condition that can be checked here. The office decides one more.");
    case "undetermined":
      return t("还差一个回答才能知道。", "One more answer settles it.");
    case "upcoming":
      return t("到 2026年12月20日就符合，其余条件现在都符合。", "From 20 December 2026; all else is met today.");
    case "ineligible":
      return t("按您的回答，有一项条件目前不符合。", "On your answers one condition is not met now.");
    case "missed":
      return t("条件都符合，但这一轮申请期已经结束。", "All conditions are met, but this round has closed.");
  }
}

export function resultPage(policy: Policy, row: ResultRow, ticked: ReadonlySet<string>, chosen: boolean): ResultPage {
  const open = row.verdict === "undetermined";
  const unmet = row.verdict === "ineligible";
  const paper = (id: string, zh: string, en: string, note: Text = NOTHING) => ({ paper: id, label: t(zh, en), note, ticked: ticked.has(id) });
  return {
    policy: policy.policy, edition: "2023", title: policy.title,
    official: policy.policy === "founder-grant" ? "上海市首次创业一次性补贴" : null,
    summary: policy.summary, issuer: ["上海市人力资源和社会保障局"], notice: "沪人社规〔2023〕1号",
    level: policy.level, family: policy.family, verdict: row.verdict, automatic: row.automatic, sentence: sentence(row), status: policy.status,
    conditions: [
      {
        id: "founder-kind", outcome: "met", label: t("创办人是毕业两年内的本市户籍高校毕业生，或就业困难人员", "The founder holds Shanghai hukou and graduated within two years, or is recognised as hard to employ"),
        used: [{ subject: { kind: "fact", fact: "graduated_on" }, name: t("毕业", "Graduated"), said: t("2025年6月", "June 2025"), known: true }],
        counted: NOTHING, cite: cite("graduate", "申请对象", "For whom"),
      },
      {
        id: "first-time", outcome: unmet ? "unmet" : "met", label: t("在本市第一次创办小微企业、个体工商户、农民合作社或民办非企业单位，并担任法定代表人或负责人", "First venture in the city, as a small or micro firm, sole trader, co-operative or private non-enterprise unit, headed by the founder"),
        used: [{ subject: { kind: "fact", fact: "first_venture" }, name: t("第一次创业", "First venture"), said: unmet ? t("否", "No") : t("是", "Yes"), known: true }],
        counted: NOTHING, cite: cite("first", "申请条件 1", "Condition 1"),
      },
      {
        id: "one-year", outcome: "met", label: t("登记注册后经营满一年", "In business for a full year since registration"),
        used: [{ subject: { kind: "fact", fact: "registered_on" }, name: t("登记日期", "Registered"), said: t("2025年9月1日", "1 September 2025"), known: true }],
        counted: NOTHING, cite: cite("one-year", "申请条件 2", "Condition 2"),
      },
      {
        id: "insured", outcome: open ? "unknown" : "met", label: t("至少为一人缴纳职工社会保险费满 6 个月", "Social insurance paid for at least one person for 6 months"),
        used: [{ subject: { kind: "fact", fact: "insured" }, name: t("参保人数", "Insured"), said: open ? NOTHING : t("1 人", "1 person"), known: !open }],
        counted: NOTHING, cite: cite("insured", "申请条件 3", "Condition 3"),
      },
      {
        id: "degree", outcome: "officer", label: t("学历能在学信网核验，缴费、用工登记与申请单位一致", "Degree verifiable online; payer, employer and applicant are the same"),
        used: [], counted: NOTHING, cite: cite("insured", "申请条件 3", "Condition 3"),
      },
    ],
    standings: policy.policy === "hiring-subsidy" ? [
      { list: "hires", entry: "a", said: t("2 人 · 2026年7月1日 · 毕业两年内", "2 people · 1 July 2026 · graduated within two years"), outcome: "met", because: [] },
      { list: "hires", entry: "b", said: t("1 人 · 2026年8月15日 · 登记失业", "1 person · 15 August 2026 · unemployed"), outcome: "unmet", because: [t("登记失业未满三个月", "Unemployed for less than three months")] },
    ] : [],
    counted: policy.policy === "hiring-subsidy" ? t("3 人里有 2 人算数", "2 of 3 people count") : NOTHING,
    amounts: policy.policy === "insurance-subsidy" ? [
      { id: "share", kind: t("补贴", "Grant"), label: t("社会保险费单位部分的一半", "Half of the employer's share"), figure: t("1,370–2,055", "1,370–2,055"), unit: t("元，每月", "yuan a month"), note: t("最长 36 个月，合计最高 61,200 元", "For up to 36 months, at most 61,200 yuan in all"), working: NOTHING, shares: [], cite: cite("amount", "补贴标准", "How much") },
    ] : [
      { id: "grant", kind: t("补贴", "Grant"), label: NOTHING, figure: t("8,000", "8,000"), unit: t("元，一次", "yuan, once"), note: t("固定金额，同一负责人只能领一次", "A fixed sum, once per founder"), working: NOTHING, shares: [], cite: cite("amount", "补贴标准", "How much") },
    ],
    window: row.verdict === "eligible" && !row.automatic
      ? { opens: "2026-09-01", closes: "2027-03-01", days_left: 98, near: false, gone: 46, sentence: t("条件都满足之后，到登记满 18 个月那天为止", "Once all conditions are met, until 18 months after registration") }
      : row.verdict === "missed" ? { opens: "2026-01-01", closes: "2026-03-01", days_left: null, near: false, gone: 100, sentence: t("这一轮已经结束", "This round has closed") } : null,
    papers: [
      paper("form", "申请表", "Application form", t("网上填", "Online")), paper("id", "法定代表人身份证", "Identity card of the legal representative"),
      paper("licence", "营业执照", "Business licence", t("复印件 1 份", "1 copy")), paper("card", "社会保障卡，已开通金融功能", "Social security card with its bank function on"),
    ],
    places: [
      { channel: t("网上", "Online"), label: t("上海人社自助经办系统", "Shanghai HRSS self-service system"), url: "https://zzjb.rsj.sh.gov.cn/example" },
      { channel: t("窗口", "Counter"), label: t("杨浦区就业促进中心创业指导", "Yangpu Employment Promotion Centre, start-up desk"), url: null },
    ],
    sources: [SOURCE],
    editions: [],
    related: [{ policy: "rent-subsidy", title: t("创业场地房租补贴", "Rent subsidy for start-up premises"), relation: "excludes", verdict: "upcoming" }],
    chosen,
  };
}

const ZH = `<h2 id="clause-what">这是什么</h2><p>第一次在上海办企业或小店，做满一年，并且至少给一个人缴满六个月社保，市里一次性补 8,000 元。钱打到创办人自己的社保卡里。</p>
<h2 id="clause-who">给谁</h2><p>登记那天的法定代表人或负责人，是下面两种人之一：</p><ul><li id="clause-graduate">本市户籍、毕业两年以内的高校毕业生，学历能在学信网查到；</li><li id="clause-hard-to-employ">本市户籍、经人社部门认定的就业困难人员。</li></ul>
<h2 id="clause-conditions">条件</h2><ol><li id="clause-first">在本市第一次办小微企业、个体工商户、农民合作社或民办非企业单位，由本人任法定代表人或负责人；</li><li id="clause-one-year">登记后经营满一年；</li><li id="clause-insured">至少为一个人缴满六个月职工社会保险；缴费单位、用工登记单位和申请单位是同一家。</li></ol>
<h2 id="clause-amount">多少</h2><p>8,000 元，一次。同一个负责人只能领一次。</p><table><thead><tr><th>情形</th><th>标准</th></tr></thead><tbody><tr><td>毕业两年以内</td><td>8,000 元</td></tr><tr><td>就业困难人员</td><td>8,000 元</td></tr></tbody></table>
<h2 id="clause-when">什么时候</h2><p>条件都满足之后，到登记满 18 个月那天为止。过了就不能再申请。</p>
<h2 id="clause-how">带什么，到哪里</h2><p>可以在市人社局<a href="https://zzjb.rsj.sh.gov.cn/example">自助经办系统</a>里办，也可以到登记地所在区的就业促进中心创业指导窗口。社保卡要先开通金融功能。</p>
<h2 id="clause-open">没有查到的</h2><p>这一版通知从 2023 年哪一天开始、到哪一天为止，没有查到。最近一次见到它仍在实施是 2024 年 11 月，申请前请打 12333 问一句。</p>`;
const EN = `<h2 id="clause-what">What it is</h2><p>Run a first business or shop in Shanghai for a full year, pay social insurance for at least one person for six months, and the city pays 8,000 yuan once. The money goes to the founder's own social security card.</p>
<h2 id="clause-who">For whom</h2><p>On the day of registration the legal representative or head is one of these:</p><ul><li id="clause-graduate">a graduate of the last two years with Shanghai hukou, whose degree can be verified online;</li><li id="clause-hard-to-employ">a person with Shanghai hukou recognised as hard to employ.</li></ul>
<h2 id="clause-conditions">Conditions</h2><ol><li id="clause-first">The first small or micro firm, sole trader, co-operative or private non-enterprise unit in the city, headed by the founder;</li><li id="clause-one-year">in business for a full year since registration;</li><li id="clause-insured">social insurance paid for at least one person for six months; payer, employer and applicant are the same.</li></ol>
<h2 id="clause-amount">How much</h2><p>8,000 yuan, once. Each founder can receive it once only.</p>
<h2 id="clause-when">When</h2><p>Once all conditions are met, until 18 months after registration. After that it is too late.</p>
<h2 id="clause-how">What to bring, where to go</h2><p>In the city bureau's <a href="https://zzjb.rsj.sh.gov.cn/example">self-service system</a>, or at the start-up desk of the district's employment promotion centre. Have the bank function of the social security card switched on first.</p>
<h2 id="clause-open">What was not found</h2><p>On which day of 2023 this notice took force, and until when, was not found. It was last seen in force in November 2024; ring 12333 before you apply.</p>`;

const headings = (html: string) => [...html.matchAll(/<h2 id="clause-([a-z-]+)">([^<]+)</g)].map(([, anchor = "", text = ""]) => ({ anchor, text }));

export function readerPage(policy: Policy, row: ResultRow | undefined, edition: string | null): ReaderPage {
  const here = edition ?? "2023";
  const old = here === "2018";
  const note = (anchor: string, condition: string, outcome: "met" | "unknown" | "officer", word: Text, said: Text, fact?: string) =>
    ({ anchor, condition, outcome, word, said, ask: fact === undefined ? null : { kind: "fact" as const, fact } });
  return {
    policy: policy.policy, edition: here, title: policy.title, official: "上海市首次创业一次性补贴",
    level: policy.level, family: policy.family, status: old ? EXPIRED : policy.status,
    editions: [
      { edition: "2018", label: t("2018年12月—2022年", "December 2018 to 2022"), status: EXPIRED, here: old, verdict: null, automatic: false },
      { edition: "2023", label: t("2023年起", "Since 2023"), status: policy.status, here: !old, verdict: null, automatic: false },
    ],
    basis: t("依据沪人社规〔2023〕1号 · 2026年11月核对", "Under 沪人社规〔2023〕1号 · checked in November 2026"),
    html: { zh: ZH, en: EN }, contents: { zh: headings(ZH), en: headings(EN) },
    margin: old || row === undefined ? [] : [
      note("graduate", "founder-kind", "met", t("您符合第一种", "You meet the first"), t("上海户籍，2025年6月毕业", "Shanghai hukou, graduated June 2025")),
      note("first", "first-time", "met", t("符合", "Met"), t("法定代表人；第一次创业", "Legal representative; first venture")),
      note("one-year", "one-year", "met", t("符合", "Met"), t("登记于 2025年9月1日", "Registered 1 September 2025")),
      note("insured", "insured", "unknown", t("还不知道", "Not known yet"), t("参保人数没有答", "The number insured is open"), "insured"),
      note("insured", "degree", "officer", t("由部门认定", "The office decides"), NOTHING),
    ],
    verdict: old ? null : (row?.verdict ?? null), automatic: row?.automatic ?? false, sources: [SOURCE],
    related: [{ policy: "rent-subsidy", title: t("创业场地房租补贴", "Rent subsidy for start-up premises"), relation: "excludes", verdict: "upcoming" }],
  };
}
