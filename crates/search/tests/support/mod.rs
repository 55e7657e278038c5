//! Eight small policies, made up for these tests, what stands around them, and what a model would make of them.

// No test uses all of it.
#![allow(dead_code)]

use search::{AnchorAt, Entry, Filters, Index, Kind, Lang, Meanings, Passage, Query, Synonym, Vector};

/// What all tests search.
pub(crate) fn index() -> Index {
    let mut entries = policies();
    entries.push(Entry {
        titles: vec!["湖畔创业园".into(), "Lakeside startup park".into()],
        passages: vec![passage(Lang::Zh, "免费工位和创业导师，欢迎初创团队入驻。", &[])],
        level: None,
        ..Entry::new(Kind::Directory, "lakeside-park")
    });
    entries.push(Entry {
        titles: vec!["公司是哪天登记的？".into(), "When was the company registered?".into()],
        ..Entry::new(Kind::Question, "registered_on")
    });
    entries.push(Entry {
        titles: vec!["结论怎么读".into(), "How to read a verdict".into()],
        passages: vec![passage(Lang::Zh, "符合、不符合、还需了解，三种结论各有含义。", &[])],
        ..Entry::new(Kind::Help, "verdicts")
    });
    let said = vec!["租房".to_owned(), "office rent".to_owned()];
    Index::build(entries, &[Synonym { said, meant: "房租补贴".to_owned() }])
}

/// As if a model had read the texts: what speaks of a thing points its way.
pub(crate) const THINGS: [&[&str]; 3] = [&["贷款", "loan"], &["房租", "租金", "rent"], &["见习", "intern"]];

/// What a text means to it.
pub(crate) fn read(text: &str) -> Vector {
    let has = |words: &[&str]| words.iter().any(|it| text.to_lowercase().contains(it));
    let numbers: Vec<f32> = THINGS.iter().map(|it| f32::from(u8::from(has(it)))).chain([0.1]).collect();
    Vector::new(&numbers)
}

/// What it read of an index.
pub(crate) fn meanings(index: &Index) -> Meanings {
    Meanings::new(index.texts().map(|it| read(&it)).collect())
}

/// A query without filters.
pub(crate) fn query(text: &str) -> Query {
    Query { text: text.to_owned(), filters: Filters::new(), limit: 10, lang: Lang::of(text) }
}

fn policies() -> Vec<Entry> {
    vec![
        Entry {
            family: Some("startup".into()),
            questions: vec!["第一次开公司能拿什么钱".into(), "money for opening my first company".into()],
            ..policy(
                "founder-grant",
                ["首次创业一次性补贴", "First-time founder grant"],
                "city",
                "第一次在本市创办企业，经营满一年并缴纳社会保险的，给予一次性补贴八千元。\n申请人为登记时的法定代表人；离校两年以内的毕业生或者就业困难人员。",
                "A first company, a year in business with social insurance paid: one grant of CNY 8,000. The applicant is the legal representative.",
            )
        },
        Entry {
            family: Some("startup".into()),
            questions: vec!["办公室租金能不能报销".into(), "help paying for my first office".into()],
            ..policy(
                "rent-relief",
                ["创业场地房租补贴", "Start-up rent allowance"],
                "district",
                "租用经营场地的初创企业，按实际租金的一半给予房租补贴，最长三年。\n自有房产和园区免租的场地不在此列。",
                "Start-ups that lease premises have half the actual rent paid back for at most three years.",
            )
        },
        Entry {
            family: Some("finance".into()),
            short_names: vec!["启航贷".into()],
            questions: vec!["没有抵押能借到钱吗".into(), "borrow without collateral".into()],
            ..policy(
                "loan",
                ["创业担保贷款及贴息", "Guaranteed start-up loan with interest subsidy"],
                "city",
                "创业担保贷款由担保基金担保，无需抵押，贷款利息按规定贴息。\n个人最高三十万元，企业最高三百万元。",
                "A loan guaranteed by the fund, no collateral needed, with its interest subsidised.",
            )
        },
        Entry {
            family: Some("hiring".into()),
            questions: vec!["招了两个应届生有补助吗".into(), "I hired two graduates".into()],
            ..policy(
                "hiring-subsidy",
                ["一次性吸纳就业补贴", "One-off hiring subsidy"],
                "city",
                "企业招用毕业年度高校毕业生，签订一年以上劳动合同的，按人数给予补贴。\n登记失业人员同样适用。",
                "Employers who hire recent graduates or unemployed people on a contract of one year receive a subsidy per person.",
            )
        },
        Entry {
            family: Some("hiring".into()),
            questions: vec!["实习生也能拿补贴吗".into(), "support for taking interns".into()],
            ..policy(
                "internship-base",
                ["青年就业见习基地补贴", "Internship base support"],
                "district",
                "见习基地为青年提供见习岗位并发放生活费的，按见习人数和月份给予带教费补贴。",
                "Bases that take young trainees are paid for mentoring by trainee and month.",
            )
        },
        policy(
            "tax-relief",
            ["小型微利企业所得税优惠", "Income tax relief for small low-profit enterprises"],
            "nation",
            "小型微利企业减按百分之二十五计入应纳税所得额，按百分之二十的税率缴纳企业所得税。",
            "Small enterprises with low profits pay income tax at a reduced rate.",
        ),
        policy(
            "talent-housing",
            ["人才公寓租赁补贴", "Talent apartment allowance"],
            "district",
            "在本区企业工作的青年人才租住人才公寓的，按月给予租赁补贴。",
            "Young professionals working in the district receive a monthly allowance for a talent apartment.",
        ),
        policy(
            "training",
            ["创业培训补贴", "Entrepreneurship training subsidy"],
            "city",
            "参加创业能力培训并取得合格证书的，培训费用由政府承担。",
            "Courses for founders are free for those who pass.",
        ),
    ]
}

fn policy(id: &str, [zh, en]: [&str; 2], level: &str, text_zh: &str, text_en: &str) -> Entry {
    let second = text_zh.find('\n').map_or(text_zh.len(), |it| it + 1);
    Entry {
        edition: Some("2024".into()),
        titles: vec![zh.into(), en.into()],
        level: Some(level.into()),
        for_whom: vec!["enterprise".into()],
        status: Some("in-force".into()),
        passages: vec![
            passage(Lang::Zh, text_zh, &[(0, "what"), (second, "more")]),
            passage(Lang::En, text_en, &[(0, "what")]),
        ],
        ..Entry::new(Kind::Policy, id)
    }
}

fn passage(lang: Lang, text: &str, anchors: &[(usize, &str)]) -> Passage {
    let anchors = anchors.iter().map(|(at, anchor)| AnchorAt { at: *at, anchor: (*anchor).into() });
    Passage { lang, heading: String::new(), text: text.into(), anchors: anchors.collect() }
}
