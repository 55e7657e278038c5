//! How long it takes to build an index of 2,000 policies and to answer as one types.
//!
//! `cargo bench -p search` prints the times, of three builds the shortest. What we want: built within 500 ms,
//! half of the answers within 1 ms, 99 of 100 within 5 ms.

use std::time::{Duration, Instant};

use search::{AnchorAt, Entry, Facet, Filters, Hits, Index, Kind, Lang, Passage, Query};

const N_POLICIES: usize = 2_000;
const ROUNDS: usize = 20;

const BUILDS: usize = 3;

const QUERIES: &[&str] = &[
    "我刚招了两个应届生能拿什么钱",
    "创业担保贷款",
    "第一次开公司有什么补贴",
    "办公室租金太贵怎么办",
    "見習基地怎麼申請",
    "chuangye daikuan",
    "subsidy for renting my first office",
    "money for interns",
    "applicaton deadline",
    "guarante",
    "社保缴满六个月",
    "8000",
    "高新技术企业研发费用加计扣除怎么算",
    "补",
    "district talent apartment allowance",
];

const ZH: &[&str] = &[
    "创业",
    "补贴",
    "贷款",
    "担保",
    "企业",
    "毕业生",
    "就业",
    "见习",
    "基地",
    "社会保险",
    "缴纳",
    "登记",
    "注册",
    "满一年",
    "申请",
    "材料",
    "窗口",
    "审核",
    "法定代表人",
    "劳动合同",
    "租金",
    "场地",
    "园区",
    "孵化",
    "技术",
    "研发",
    "费用",
    "人才",
    "公寓",
    "所得税",
    "优惠",
    "贴息",
    "六个月",
    "一次性",
    "本市户籍",
    "高校",
    "失业人员",
    "培训",
    "证书",
    "资助",
    "专项",
    "资金",
    "项目",
    "评审",
    "公示",
    "拨付",
    "年度",
    "小微",
];

const EN: &[&str] = &[
    "founder",
    "grant",
    "subsidy",
    "loan",
    "guarantee",
    "company",
    "graduate",
    "employment",
    "internship",
    "base",
    "insurance",
    "paid",
    "registered",
    "year",
    "apply",
    "documents",
    "counter",
    "review",
    "legal",
    "representative",
    "contract",
    "rent",
    "office",
    "park",
    "incubator",
    "technology",
    "research",
    "expenses",
    "talent",
    "apartment",
    "income",
    "tax",
    "relief",
    "interest",
    "months",
    "once",
    "hukou",
    "university",
    "unemployed",
    "training",
    "certificate",
    "support",
    "special",
    "fund",
    "project",
    "notice",
    "payment",
    "annual",
    "small",
    "deadline",
    "the",
    "of",
    "for",
    "and",
    "a",
    "in",
    "is",
    "to",
    "by",
    "with",
];

fn main() {
    let entries = entries();
    let passages = entries.iter().flat_map(|it| &it.passages);
    let n_chars: usize = passages.clone().map(|it| it.text.chars().count()).sum();
    println!("{N_POLICIES} policies, {} passages, {n_chars} characters", passages.count());

    let mut built = Duration::MAX;
    for _ in 1..BUILDS {
        built = built.min(build(entries.clone()).0);
    }
    let (last, index) = build(entries);
    built = built.min(last);

    let filters = Filters::from([(Facet::Level, ["city".to_owned()].into())]);
    let plain = times(&index, &Filters::new());
    let filtered = times(&index, &filters);
    println!("build     {built:>10.2?}");
    for (name, times) in [("plain", &plain), ("filtered", &filtered)] {
        println!("{name:9} {:>10.2?} p50 {:>10.2?} p99", part(times, 50), part(times, 99));
    }
}

fn build(entries: Vec<Entry>) -> (Duration, Index) {
    let started = Instant::now();
    let index = Index::build(entries, &[]);
    (started.elapsed(), index)
}

/// How long each query took, shortest first.
fn times(index: &Index, filters: &Filters) -> Vec<Duration> {
    let mut times = Vec::new();
    for _ in 0..ROUNDS {
        for text in QUERIES {
            let query =
                Query { text: (*text).to_owned(), filters: filters.clone(), limit: 10, lang: Lang::of(text) };
            let started = Instant::now();
            let hits: Hits = index.search(&query);
            times.push(started.elapsed());
            std::hint::black_box(hits);
        }
    }
    times.sort_unstable();
    times
}

fn part(sorted: &[Duration], percent: usize) -> Duration {
    sorted[(sorted.len() - 1) * percent / 100]
}

fn entries() -> Vec<Entry> {
    let mut dice = Dice(42);
    (0..N_POLICIES).map(|at| entry(at, &mut dice)).collect()
}

fn entry(at: usize, dice: &mut Dice) -> Entry {
    Entry {
        edition: Some("2024".into()),
        titles: vec![format!("{}{at}", dice.words(ZH, 4, "")), format!("{} {at}", dice.words(EN, 5, " "))],
        level: Some((*dice.pick(&["nation", "city", "district"])).into()),
        family: Some(dice.pick(&ZH[..8]).to_string()),
        for_whom: vec![dice.pick(&["founder", "enterprise", "team"]).to_string()],
        status: Some("in-force".into()),
        questions: (0..8)
            .map(|it| if it < 4 { dice.words(ZH, 5, "") } else { dice.words(EN, 7, " ") })
            .collect(),
        // As much text as the policies we have: 350 characters of Chinese, three times as many of English.
        passages: vec![passage_zh(dice), passage_en(dice), passage_en(dice), passage_en(dice)],
        ..Entry::new(Kind::Policy, format!("policy-{at}"))
    }
}

fn passage_zh(dice: &mut Dice) -> Passage {
    // Some characters at random, so that there are as many different pairs as in real texts.
    let sentence = |dice: &mut Dice| {
        let rare: String = (0..3).filter_map(|_| char::from_u32(0x4e00 + dice.below(3_000) as u32)).collect();
        format!("{}{rare}{}。", dice.words(ZH, 5, ""), dice.words(ZH, 4, ""))
    };
    passage(Lang::Zh, (0..13).map(|_| sentence(dice)).collect())
}

fn passage_en(dice: &mut Dice) -> Passage {
    passage(
        Lang::En,
        (0..4).map(|_| format!("{} w{}. ", dice.words(EN, 13, " "), dice.below(5_000))).collect(),
    )
}

fn passage(lang: Lang, text: String) -> Passage {
    Passage { lang, heading: String::new(), text, anchors: vec![AnchorAt { at: 0, anchor: "what".into() }] }
}

/// The same throws every time.
struct Dice(u64);

impl Dice {
    fn below(&mut self, n: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % n
    }

    /// Earlier words are likelier, as in real texts.
    fn pick<'a>(&mut self, words: &[&'a str]) -> &'a str {
        let at = self.below(words.len()).min(self.below(words.len()));
        words[at]
    }

    fn words(&mut self, words: &[&str], n: usize, between: &str) -> String {
        (0..n).map(|_| self.pick(words)).collect::<Vec<_>>().join(between)
    }
}
