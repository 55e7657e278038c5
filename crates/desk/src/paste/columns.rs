//! Which column of a table tells which fact.
//!
//! By the titles: the words of the fact itself in either language, or words that founders use for the same thing; by the latter a
//! column is only matched to a fact that most of its cells can be read as.

use std::collections::BTreeSet;

use policy::{Catalog, FactRef, ListRef};

use super::Column;
use crate::typed;

/// Words for the same thing, as spreadsheets and packs write them. What a title and a fact have in common speaks for a match.
const SAME: &[&[&str]] = &[
    &[
        "入职",
        "到岗",
        "上岗",
        "报到",
        "录用",
        "招用",
        "进公司",
        "hired",
        "hire date",
        "start date",
        "joined",
        "onboard",
    ],
    &["合同", "contract"],
    &["期限", "时长", "年限", "多少个月", "多少年", "月数", "length", "term", "duration"],
    &["社保", "参保", "缴费", "社会保险", "insur", "contribution"],
    &["从哪", "起缴", "开始", "起始", "since", "from", "start"],
    &["离职", "退工", "left on", "leaving", "resign"],
    &["结束", "until", "end date"],
    &["出生", "生日", "born", "birth", "dob"],
    &["毕业", "离校", "graduat", "left school"],
    &["应届", "高校毕业生", "大学生", "graduate"],
    &["学校", "院校", "school", "university"],
    &["户籍", "户口", "hukou"],
    &["失业", "unemploy"],
    &["困难", "hard to employ", "hardship"],
    &["退役", "退伍", "复员", "转业", "军人", "veteran", "demobili", "soldier"],
    &["残疾", "disab"],
    &["农村", "rural"],
    &["在职", "still employed", "active"],
    &["用工登记", "用工备案", "employment registered", "registration"],
    &["就过业", "工作经历", "employed before", "worked before"],
    &["足额", "按时", "in full", "on time"],
    &["退休", "retire"],
    &["见习", "实习", "intern", "trainee"],
    &["留用", "kept on", "retained"],
    &["工资", "月薪", "薪资", "wage", "salary", "pay"],
    &["贷款", "loan"],
    &["利率", "rate"],
    &["别的单位", "其他单位", "elsewhere", "another employer"],
];
const NAME: [&str; 9] = ["姓名", "名字", "员工", "称呼", "人员", "name", "employee", "staff", "person"];
const ALIKE: [&str; 8] = ["人数", "几个", "几人", "数量", "count", "number", "how many", "qty"];

/// A match below this is none.
const LEAST: u32 = 50;
/// With these very words in its title a column is matched, whatever stands in it: what is wrong with it is then told.
const SURE: u32 = 100;
/// So many cells are tried.
const TRIED: usize = 20;

pub(super) struct Matcher<'a> {
    pub(super) catalog: &'a Catalog,
    pub(super) list: ListRef,
}

impl Matcher<'_> {
    /// Whether the first row names the columns: it says something of a fact, or nothing in it could be an answer.
    pub(super) fn has_header(&self, table: &[Vec<String>]) -> bool {
        let Some(first) = table.first() else { return false };
        let facts = self.facts();
        let names = |it: &String| {
            is_one_of(it, &NAME)
                || is_one_of(it, &ALIKE)
                || facts.iter().any(|fact| LEAST <= self.likeness(it, *fact))
        };
        let dated = |it: &String| it.chars().filter(char::is_ascii_digit).count() >= 4;
        !first.iter().any(dated) && first.iter().any(names)
    }

    /// What each column is read as; each fact is told by one column at most.
    pub(super) fn guess(&self, titles: &[String], body: &[Vec<String>], width: usize) -> Vec<Column> {
        let mut likely: Vec<(u32, usize, Column)> = Vec::new();
        for (idx, title) in titles.iter().enumerate() {
            let cells: Vec<&str> = body.iter().filter_map(|it| it.get(idx)).map(String::as_str).collect();
            for fact in self.facts() {
                let likeness = self.likeness(title, fact);
                if SURE <= likeness || LEAST <= likeness && self.reads_as(fact, &cells) {
                    likely.push((likeness, idx, Column::Fact(fact)));
                }
            }
            for (words, column) in [(&NAME[..], Column::Name), (&ALIKE[..], Column::Alike)] {
                if is_one_of(title, words) {
                    likely.push((LEAST + 10, idx, column));
                }
            }
        }
        likely.sort_by_key(|(likeness, idx, _)| (std::cmp::Reverse(*likeness), *idx));
        let mut columns = vec![Column::Ignored; width];
        for (_, idx, column) in likely {
            if columns[idx] == Column::Ignored && !columns.contains(&column) {
                columns[idx] = column;
            }
        }
        columns
    }

    fn facts(&self) -> Vec<FactRef> {
        self.catalog.list(self.list).facts.clone()
    }

    /// How much a title says of a fact: 100 where it is its very name.
    fn likeness(&self, title: &str, fact: FactRef) -> u32 {
        let declared = self.catalog.fact(fact);
        let title = plain(title);
        if title.is_empty() {
            return 0;
        }
        let own =
            [declared.id.as_str(), &declared.ask.zh, &declared.ask.en, &declared.name.zh, &declared.name.en];
        let own = own.map(plain);
        let by_words = own.iter().filter(|it| !it.is_empty()).map(|it| by_words(&title, it)).max();
        by_words.unwrap_or_default().max(by_meaning(&title, &own.concat()))
    }

    /// Whether most of what stands in a column can be read as this fact.
    fn reads_as(&self, fact: FactRef, cells: &[&str]) -> bool {
        let declared = self.catalog.fact(fact);
        let tried = cells.iter().filter(|it| !it.is_empty()).take(TRIED);
        let (read, all) = tried.fold((0, 0), |(read, all), cell| {
            let good = typed::read(&self.catalog.options, declared, cell).is_ok();
            (read + usize::from(good), all + 1)
        });
        all <= read * 2
    }
}

/// The same words; or one within the other; or pairs of letters in common.
fn by_words(title: &str, own: &str) -> u32 {
    if title == own {
        return 100;
    }
    let long_enough = |it: &str| if it.is_ascii() { 4 <= it.len() } else { 2 <= it.chars().count() };
    if long_enough(title) && own.contains(title) || long_enough(own) && title.contains(own) {
        return 80;
    }
    let pairs = |it: &str| -> BTreeSet<(char, char)> { it.chars().zip(it.chars().skip(1)).collect() };
    let (a, b) = (pairs(title), pairs(own));
    let common = a.intersection(&b).count() * 2 * 90;
    u32::try_from(common / (a.len() + b.len()).max(1)).unwrap_or_default()
}

/// How much of what the two speak of is the same.
fn by_meaning(title: &str, own: &str) -> u32 {
    let meant = |it: &str| -> BTreeSet<usize> {
        let has = |words: &&[&str]| words.iter().any(|word| it.contains(&plain(word)));
        SAME.iter().enumerate().filter(|(_, words)| has(words)).map(|(idx, _)| idx).collect()
    };
    let (a, b) = (meant(title), meant(own));
    let common = a.intersection(&b).count() * 2 * 75;
    u32::try_from(common / (a.len() + b.len()).max(1)).unwrap_or_default()
}

fn is_one_of(title: &str, words: &[&str]) -> bool {
    let title = plain(title);
    words.iter().any(|it| title == plain(it) || !it.is_ascii() && title.contains(it))
}

/// Without what does not matter: case, spaces, signs, and what stands in brackets.
fn plain(words: &str) -> String {
    let words = typed::narrow(words).to_lowercase();
    let mut depth = 0_u32;
    let outside = words.chars().filter(|it| {
        match it {
            '(' => depth += 1,
            ')' => depth = depth.saturating_sub(1),
            _ => {}
        }
        depth == 0
    });
    outside.filter(|it| it.is_alphanumeric()).collect()
}
