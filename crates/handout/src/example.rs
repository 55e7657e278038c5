//! A small sheet for the tests, with whatever a user may type in it.

use desk::{
    Calendar, CalendarDay, Sheet, Stop, ToBring,
    sheet::{Amount, Condition, Day, Figure, Item, Section, Source, Telling, Unknown},
    words::text,
};
use eligibility::ConditionOutcome;
use policy::{Date, Text};

/// What would act if it were taken for markup, a formula or a property.
pub(crate) const HOSTILE: &str = r##"=HYPERLINK("x") #panic() *b* $y$ \n, ; <a> @"##;

pub(crate) fn day(year: i64, month: i64, day: i64) -> Date {
    Date::new(year, month, day).unwrap()
}

pub(crate) fn sheet() -> Sheet {
    Sheet {
        name: HOSTILE.to_owned(),
        as_of: day(2026, 3, 1),
        pack: "example 2026.1".to_owned(),
        pack_title: text("示例", "Example"),
        published: day(2026, 1, 1),
        summary: vec![text("现在可以申请 1 项。", "Open to you now: 1.")],
        figures: [
            figure("确定的", "Certain"),
            figure("待核实的", "To be confirmed"),
            figure("可能的", "Possible"),
        ],
        annex: true,
        sections: vec![
            section("现在可以申请", "Open to you now", Telling::Rows, 1),
            section("还需了解", "Open", Telling::Lines, 2),
        ],
        together: vec![text("申请“甲”，合计 8,000 元", "“A”: CNY 8,000 in all")],
        papers: papers(),
        papers_for: text("上面列出的各项要的", "For the items listed above"),
        all_papers: papers(),
        days: vec![Day {
            day: text("2026年8月31日", "31 August 2026"),
            title: text("甲", "A"),
            what: text("申请截止", "last day to apply"),
            near: false,
        }],
        most_days: 1,
        later: 2,
        documents: vec![Source {
            title: "《通知》（沪人社规〔2023〕1号）".to_owned(),
            note: Text::default(),
            serves: vec![1],
        }],
        sources: vec![Source {
            title: "通知".to_owned(),
            note: text("官方网页", "official page"),
            serves: vec![1],
        }],
        unknown: vec![Unknown { name: text("注册日期", "Registered on"), n_policies: 3 }],
        more_unknown: 1,
        answers: vec![(text("区", "District"), text("杨浦", "Yangpu"))],
    }
}

fn papers() -> Vec<Stop> {
    vec![Stop {
        place: text("窗口：区就业促进中心", "Counter: employment centre"),
        papers: vec![ToBring {
            paper: "business-licence".parse().unwrap(),
            label: text("营业执照", "Business licence"),
            note: text("复印件", "copy"),
            serves: vec![1],
        }],
    }]
}

fn figure(zh: &str, en: &str) -> Figure {
    Figure { label: text(zh, en), figure: text("8,000 元", "CNY 8,000"), note: text("至少", "at least") }
}

fn section(zh: &str, en: &str, telling: Telling, number: usize) -> Section {
    let full = telling == Telling::Rows;
    Section { title: text(zh, en), telling, most: 1, full, items: vec![item(number)] }
}

fn item(number: usize) -> Item {
    Item {
        number,
        title: text("首次创业一次性补贴", "First-time founder grant"),
        official: "首次创业一次性补贴（官方）".to_owned(),
        verdict: text("可以申请", "You can apply"),
        sentence: text("能核对的条件都符合。", "All that can be checked here holds."),
        reason: text("还要知道：注册日期", "Still to know: registered on"),
        caution: text("最近一次见到仍在施行是2024年1月", "Last seen in force in January 2024"),
        amounts: vec![Amount {
            kind: text("补贴", "grant"),
            label: text("给创办人", "to the founder"),
            figure: Text::same("8,000"),
            unit: text("元，一次", "CNY, once"),
            note: Text::default(),
            working: vec![Text::same("2 × 4,000")],
            clause: text("标准", "How much"),
        }],
        when: text("截至2026年8月31日", "until 31 August 2026"),
        days_left: text("183 天后", "in 183 days"),
        of_round: text("登记满 36 个月为止", "until 36 months after registration"),
        conditions: vec![Condition {
            outcome: ConditionOutcome::Officer,
            label: text("由窗口核验学历", "The counter checks the degree"),
            used: text("学历：本科", "Degree: bachelor"),
            clause: text("条件", "Conditions"),
        }],
        papers: vec![text("营业执照", "Business licence")],
        places: vec![text("窗口：区就业促进中心", "Counter: employment centre")],
        basis: "《通知》（沪人社规〔2023〕1号）".to_owned(),
    }
}

pub(crate) fn calendar() -> Calendar {
    Calendar {
        as_of: day(2026, 3, 1),
        name: HOSTILE.to_owned(),
        days: vec![CalendarDay {
            key: "grant.2023.window-closes.1".to_owned(),
            on: day(2026, 8, 31),
            title: text("首次创业一次性补贴：申请截止", "First-time founder grant: last day to apply"),
            note: text(
                "按2026年3月1日的回答推算，不是主管部门的决定；最后一天遇到休息日的，先向部门核实，再安排时间去窗口办理。",
                "Reckoned from the answers of 1 March 2026; not an official decision.",
            ),
            is_last_day: true,
        }],
        left_out: Vec::new(),
    }
}
