// A stand-in for the program, for looking at the window without it. Never part of the product.
import type { Backend } from "../backend";
import type { EntryDraft } from "../../wire/EntryDraft";
import type { EntryRow } from "../../wire/EntryRow";
import type { Hit } from "../../wire/Hit";
import type { ListChange } from "../../wire/ListChange";
import type { Question } from "../../wire/Question";
import type { ResultRow } from "../../wire/ResultRow";
import type { Said } from "../../wire/Said";
import type { SearchRequest } from "../../wire/SearchRequest";
import type { Settings } from "../../wire/Settings";
import type { Sitting } from "../../wire/Sitting";
import type { Subject } from "../../wire/Subject";
import { ADVICE } from "./advice";
import { FACTS, HIRE_FIELDS, hireForm, inWords, pastePage, TOPICS } from "./facts";
import { readerPage, resultPage } from "./pages";
import { DIRECTORY } from "./places";
import { POLICIES } from "./policies";
import { taken, toDoPage } from "./to-do";
import { FAMILIES, NOTHING, t } from "./words";

const AS_OF = "2026-11-23";
const SAVED = `${AS_OF}T10:42`;
const ORDER = ["eligible", "undetermined", "upcoming", "ineligible", "missed"] as const;

/** A backend that answers from a script. `answered` holds the answers it starts with. */
export function scripted(settings: Settings, answered: [string, Said][] = []): Backend {
  let said = new Map<string, Said>(answered);
  let entries: EntryDraft[] = [];
  let past: (typeof said)[] = [];
  let future: (typeof said)[] = [];
  let asked: string | null = null;
  let before = new Map<string, string>();
  const ticked = new Set<string>();
  const chosen = new Set<string>();

  const rows = (): ResultRow[] =>
    POLICIES.map((it): ResultRow => ({
      policy: it.policy, edition: "2023", title: it.title, level: it.level, family: it.family, automatic: false, status: it.status, gain: NOTHING,
      reason: NOTHING, closes: null, days: null, near: false, eligible_from: null, officer: 0, moved: false, ...it.judge(said),
    }))
      .map((it) => ({ ...it, moved: before.size > 0 && before.get(it.policy) !== it.verdict }))
      .sort((a, b) => ORDER.indexOf(a.verdict) - ORDER.indexOf(b.verdict) || Number(a.automatic) - Number(b.automatic));

  const entryRow = (draft: EntryDraft): EntryRow => {
    const parts = HIRE_FIELDS.filter((it) => draft.said[it.fact] !== undefined).map((it) => inWords(it.input, draft.said[it.fact]!));
    return {
      id: draft.id!, n: draft.n, said: t(parts.map((it) => it.zh).join(" · "), parts.map((it) => it.en).join(" · ")),
      open: HIRE_FIELDS.length - parts.length, standing: t("2 项政策里算数", "Counts for 2 policies"), name: draft.name,
    };
  };
  const listInput = () => ({
    list: "hires", name: t("新招的人", "People hired"), one: t("一位员工", "Person hired"), entries: entries.map(entryRow), total: entries.length,
    people: t(String(entries.length), String(entries.length)), more: false, answered: said.has("hires"),
  });
  const listChange = async (): Promise<ListChange> => ({ list: listInput(), saved_at: SAVED, can_undo: true, can_redo: false });

  const question = (): Question | null => {
    const fact = FACTS.find((it) => it.id === asked) ?? FACTS.find((it) => !said.has(it.id));
    if (fact === undefined) return null;
    const decides = POLICIES.filter((it) => it.hangs.includes(fact.id)).map((it) => ({ policy: it.policy, title: it.title }));
    const subject: Subject = fact.input === "hires" ? { kind: "list", list: fact.id } : { kind: "fact", fact: fact.id };
    return {
      subject, topic: TOPICS.find((it) => it.id === fact.topic)!, ask: fact.ask, help: fact.help,
      why: t(`这一题决定 ${decides.length} 项政策`, `This decides ${decides.length} ${decides.length === 1 ? "policy" : "policies"}`), decides,
      input: fact.input === "hires"
        ? { kind: "list", ...listInput() }
        : fact.input,
      said: said.get(fact.id) ?? null,
    };
  };

  const sitting = (): Sitting => {
    const results = rows();
    const left = FACTS.filter((it) => !said.has(it.id)).length;
    const insured = results.find((it) => it.policy === "founder-grant")?.verdict === "eligible";
    return {
      as_of: AS_OF, saved_at: said.size > 0 ? SAVED : null, question: question(), left,
      topics: TOPICS.map((topic) => ({
        topic,
        answers: FACTS.filter((it) => it.topic === topic.id && said.has(it.id)).map((it) => {
          const value = said.get(it.id)!;
          const list = it.input === "hires";
          return {
            subject: list ? { kind: "list", list: it.id } : { kind: "fact", fact: it.id }, name: it.name,
            said: list ? (entries.length === 0 ? t("没有", "Nobody") : t(`${entries.length} 位`, `${entries.length} people`)) : inWords(it.input as never, value),
            unsure: typeof value === "object" && "unknown" in value,
          };
        }),
        open: FACTS.filter((it) => it.topic === topic.id && !said.has(it.id)).length,
      })),
      counts: ORDER.map((verdict) => ({ verdict, count: results.filter((it) => it.verdict === verdict).length })).filter((it) => it.count > 0),
      money: { certain: insured ? "4000" : "0", to_confirm: insured ? "8000" : "0", possible: "61200", possible_unbounded: false },
      results, contradictions: [], can_undo: past.length > 0, can_redo: future.length > 0,
    };
  };

  const change = async (next: Map<string, Said>): Promise<Sitting> => {
    before = new Map(rows().map((it) => [it.policy, it.verdict]));
    past = [...past, said];
    future = [];
    said = next;
    asked = null;
    return sitting();
  };
  const policy = (id: string) => POLICIES.find((it) => it.policy === id) ?? Promise.reject({ code: "not-found", say: null, place: null, formats: null, detail: id });
  const row = (id: string) => rows().find((it) => it.policy === id)!;
  const page = async (id: string) => resultPage(await policy(id), row(id), ticked, chosen.has(id));
  const start = () => ({
    as_of: AS_OF, settings,
    pack: {
      title: t("五角场政策包", "Wujiaochang policy pack"), version: "2026.11", published: "2026-11-20", old: false, policies: 152,
      covers: t("覆盖上海市、杨浦区与国家层面对初创企业的支持；不覆盖其他区的政策。", "Covers support for young companies by Shanghai, Yangpu and the state; not the policies of other districts."),
      checked: t("每一条规则都有出处和例子，例子在每次发布前全部重算。", "Every rule has its source and examples; all examples are computed anew before each release."),
    },
    resume: said.size > 0 ? { answered: said.size, left: FACTS.length - said.size, saved_at: "2026-11-22T17:20" } : null,
    deadlines: said.size > 0 ? [{ policy: "founder-grant", title: POLICIES[0]!.title, closes: "2027-03-01", days: 98 }, { policy: "hiring-subsidy", title: POLICIES[3]!.title, closes: "2026-12-31", days: 38 }] : [],
    data_folder: "~/.local/share/policy-subsidy-advisor", pack_state: { shown: "scripted", former: false, unreadable: null, errors: 0, warnings: 0, remarks: [] },
  });

  return {
    start: async () => start(),
    painted: async () => {},
    followPack: async () => {},
    settings: async () => settings,
    sitting: async () => sitting(),
    answer: (fact, value) => {
      const next = new Map(said);
      if (value === null) next.delete(fact);
      else next.set(fact, value);
      return change(next);
    },
    ask: async (subject) => {
      asked = subject.kind === "fact" ? subject.fact : subject.list;
      return sitting();
    },
    back: async () => {
      asked = [...said.keys()].at(-1) ?? null;
      return sitting();
    },
    undo: async () => {
      future = [...future, said];
      said = past.pop() ?? said;
      return sitting();
    },
    redo: async () => {
      past = [...past, said];
      said = future.pop() ?? said;
      return sitting();
    },
    startOver: () => change(new Map()),
    entryForm: async (draft) => hireForm(draft),
    entryDraft: async (_, entry) => entries.find((it) => it.id === entry)!,
    putEntry: (draft) => {
      const id = draft.id ?? String.fromCharCode(97 + entries.length);
      const read = { ...hireForm(draft).draft, id };
      entries = draft.id === null ? [...entries, read] : entries.map((it) => (it.id === id ? read : it));
      return listChange();
    },
    removeEntry: (_, entry) => {
      entries = entries.filter((it) => it.id !== entry);
      return listChange();
    },
    readPaste: async (request) => pastePage(request),
    putPaste: async (request) => {
      const row = (n: number): EntryDraft => ({ list: request.list, id: `p${n}`, name: `小${n}`, n: 1, said: { hired_on: "2026-07-01" }, typed: {} });
      entries = [...entries, ...pastePage(request).rows.map((it) => row(it.line))];
      return listChange();
    },
    setList: (list) => change(new Map(said).set(list, true)),
    entries: async (_, from, count) => entries.slice(from, from + count).map(entryRow),
    result: page,
    reader: async (id, edition) => readerPage(await policy(id), said.size > 0 ? row(id) : undefined, edition),
    search: async (request) => find(request, said.size > 0 ? rows() : []),
    refine: async () => null,
    meaning: async () => ({ state: "none", file: "model.gguf", folder: "/data" }),
    shelf: async () =>
      Object.values(FAMILIES).map((family) => ({
        family,
        policies: POLICIES.filter((it) => it.family === family).map((it) => ({
          policy: it.policy, title: it.title, summary: it.summary, level: it.level, status: it.status,
          verdict: said.size > 0 ? row(it.policy).verdict : null, automatic: said.size > 0 && row(it.policy).automatic,
        })),
      })),
    directory: async () => DIRECTORY,
    tick: (id, paper, on) => {
      if (on) ticked.add(paper);
      else ticked.delete(paper);
      return page(id);
    },
    choose: (id, on) => {
      if (on) chosen.add(id);
      else chosen.delete(id);
      return page(id);
    },
    advice: async () => ADVICE,
    prefer: async () => ADVICE,
    leaveToBest: async () => ADVICE,
    toDo: async () => toDoPage(ticked, chosen),
    chooseToDo: async (id, on) => {
      if (on) chosen.add(id);
      else chosen.delete(id);
      return toDoPage(ticked, chosen);
    },
    tickToDo: async (paper, on) => {
      if (on) ticked.add(paper);
      else ticked.delete(paper);
      return toDoPage(ticked, chosen);
    },
    takeAway: async (what) => taken(what),
    openTaken: async () => {},
    showTaken: async () => {},
    saveSettings: async (next) => (settings = next),
    eraseEverything: async () => {
      said = new Map();
      settings = { ...settings, welcomed: false };
      return start();
    },
    openDataFolder: async () => {},
    openLink: async () => {},
  };
}

function find(request: SearchRequest, rows: ResultRow[]) {
  const letters = [...request.text.toLowerCase()].filter((it) => /[\p{L}\d]/u.test(it));
  const all: Hit[] = POLICIES.map((it) => {
    const lang = /\p{Script=Han}/u.test(request.text) ? "zh" : "en";
    const text = it.summary[lang];
    const words = lang === "zh" ? letters : request.text.toLowerCase().split(/\W+/).filter((word) => word.length > 2);
    const marks = words.flatMap((word) => [...text.toLowerCase().matchAll(new RegExp(word.replaceAll(/\W/gu, (c) => c), "g"))].map((m): [number, number] => [m.index, m.index + word.length]));
    const row = rows.find((one) => one.policy === it.policy);
    return {
      kind: "policy", id: it.policy, subject: null, edition: "2023", anchor: "graduate", title: it.title, snippet: { lang, text, marks: merged(marks) },
      place: t(`${it.level.name.zh} · ${it.family.name.zh} · 条件`, `${it.level.name.en} · ${it.family.name.en} · Conditions`),
      status: it.status.value, verdict: row?.verdict ?? null, automatic: row?.automatic ?? false,
    } satisfies Hit;
  }).filter((it) => it.snippet.marks.length > 1);
  const hits = all.filter((it) => request.filters.family.length === 0 || request.filters.family.includes(POLICIES.find((p) => p.policy === it.id)!.family.id));
  const count = (id: string) => all.filter((it) => POLICIES.find((p) => p.policy === it.id)!.family.id === id).length;
  return {
    text: request.text, corrected: request.text.includes("补帖") ? request.text.replace("补帖", "补贴") : null, total: hits.length, hits: hits.slice(0, request.limit),
    facets: [
      { field: "family" as const, options: Object.values(FAMILIES).map((it) => ({ id: it.id, name: it.name, count: count(it.id), on: request.filters.family.includes(it.id) })).filter((it) => it.count > 0) },
      { field: "level" as const, options: [{ id: "city", name: t("上海市", "Shanghai"), count: Math.max(1, hits.length - 2), on: false }, { id: "nation", name: t("国家", "National"), count: 2, on: false }] },
      { field: "status" as const, options: [{ id: "in-force", name: t("施行中", "In force"), count: hits.length, on: false }] },
    ],
  };
}

function merged(marks: [number, number][]): [number, number][] {
  const out: [number, number][] = [];
  for (const [from, to] of marks.sort((a, b) => a[0] - b[0])) {
    const last = out.at(-1);
    if (last !== undefined && from <= last[1]) last[1] = Math.max(last[1], to);
    else out.push([from, to]);
  }
  return out;
}
