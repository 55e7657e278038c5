//! What one takes away: the sheet before it is set on paper, and the days of the calendar.

use desk::{Desk, NewEntry, Sheet, Stop, calendar, sheet};
use expect_test::{Expect, expect};
use serde_json::{Value, json};
use tempfile::tempdir;

use crate::support::{NOW, desk, pack_with};

const PAPERS: &str = r#"
[[paper]]
id = "licence"
zh = "执照"
en = "Licence"
form = { zh = "原件", en = "original" }
[[paper]]
id = "lease"
zh = "租约"
en = "Lease"
[[paper]]
id = "credit"
zh = "信用报告"
en = "Credit report"
get = "issued"
[[paper]]
id = "form"
zh = "申请表"
en = "Form"
get = "form"
"#;

/// Four supports: two want the same paper at different places, one is over people and runs for each of them.
const POLICIES: [(&str, &str, &str); 4] = [
    (
        "award",
        "",
        r#"condition = [{ id = "here", cite = "who", zh = "在杨浦", en = "In Yangpu", test = "district == 'yangpu'" }]
amount = [{ id = "award", kind = "grant", value = "100 * staff" }]
window = [{ closes = "add_months(opened_on, 12)" }]
bring = [{ paper = "form" }, { paper = "licence", zh = "副本", en = "the duplicate" }, { paper = "lease" }, { paper = "credit" }]
where = [{ channel = "counter", zh = "甲处", en = "Desk A" }]
"#,
    ),
    (
        "bonus",
        "",
        r#"for_each = "hires"
each = [{ id = "graduate", cite = "who", zh = "是毕业生", en = "A graduate", test = "graduate" }]
amount = [{ id = "bonus", kind = "grant", each_value = "1000", per = "month", until = "add_months(hired_on, 24)" }]
bring = [{ paper = "form" }, { paper = "licence" }]
where = [{ channel = "online", zh = "乙网", en = "Site B" }]
"#,
    ),
    (
        "grown",
        "",
        r#"condition = [{ id = "large", cite = "who", zh = "超过十人", en = "More than ten", test = "10 < staff" }]
amount = [{ id = "grown", kind = "loan", value = "1000000" }]
bring = [{ paper = "lease" }]
"#,
    ),
    (
        "turnover",
        "",
        r#"condition = [{ id = "sells", cite = "who", zh = "有营业额", en = "Has turnover", test = "0 < turnover" }]
amount = [{ id = "turnover", kind = "grant", value = "500" }]
"#,
    ),
];

fn with(answers: &[(&str, Value)], check: impl Fn(&mut Desk)) {
    let folder = tempdir().unwrap();
    let mut desk = desk(pack_with(&[("papers/papers.toml", PAPERS)], &POLICIES), folder.path());
    for (fact, said) in answers {
        desk.answer(fact, Some(said), NOW).unwrap();
    }
    let fields = json!({ "hired_on": "2026-01-15", "graduate": true });
    let Value::Object(fields) = fields else { panic!("an object") };
    let entry = NewEntry { list: "hires".to_owned(), id: None, name: Some("张三".to_owned()), fields };
    desk.put_entry(entry, NOW).unwrap();
    desk.settle().unwrap();
    check(&mut desk);
}

fn everything_known() -> [(&'static str, Value); 3] {
    [("district", json!("yangpu")), ("staff", json!(3)), ("opened_on", json!("2026-06-30"))]
}

fn outline(sheet: &Sheet) -> String {
    let mut shown = String::new();
    for section in &sheet.sections {
        shown += &format!("{}\n", section.title.en);
        for item in &section.items {
            shown += &format!(
                "  {} {}: {} | {} {}\n",
                item.number, item.title.en, item.sentence.en, item.when.en, item.days_left.en
            );
            for amount in &item.amounts {
                shown += &format!("    {} {}, {}\n", amount.figure.en, amount.unit.en, amount.note.en);
                shown.extend(amount.working.iter().map(|it| format!("      {}\n", it.en)));
            }
            for it in &item.conditions {
                shown +=
                    &format!("    {:?} {} ({}) [{}]\n", it.outcome, it.label.en, it.used.en, it.clause.en);
            }
            if !item.reason.is_empty() {
                shown += &format!("    {}\n", item.reason.en);
            }
        }
    }
    for group in &sheet.papers {
        let papers = group.papers.iter().map(|it| format!("{} for {:?}", it.label.en, it.serves));
        shown += &format!("{}: {}\n", group.place.en, papers.collect::<Vec<_>>().join("; "));
    }
    shown.extend(sheet.days.iter().map(|it| format!("{}: {}, {}\n", it.day.en, it.title.en, it.what.en)));
    shown.extend(sheet.unknown.iter().map(|it| format!("? {} ({})\n", it.name.en, it.n_policies)));
    shown.extend(sheet.summary.iter().map(|it| format!("{}\n", it.en)));
    shown
}

#[track_caller]
fn check_sheet(all: bool, expect: Expect) {
    with(&everything_known(), |desk| expect.assert_eq(&outline(&sheet(&desk.assessed(), "", all))));
}

#[test]
fn the_sheet_tells_what_one_gets_why_and_what_to_bring() {
    check_sheet(
        false,
        expect![[r#"
            Open to you now
              1 award: On your answers, you meet all conditions that can be checked here. | until 30 June 2027 in 219 days
                300 CNY, once, 
                  100 × 3 (Staff)
                Met In Yangpu (District: Yangpu) [For whom]
              2 bonus: On your answers, you meet all conditions that can be checked here. |  
                1,000 CNY a month, until 15 January 2028, 15,000 CNY from now on
                  “People hired” no. 1: 1,000 CNY a month, until 15 January 2028, CNY 15,000 in all
                Met A graduate (People hired: 1 entry) [For whom]
                Met At least one person counts () []
            Needing more information
              3 turnover: Not decided yet: 1 condition is not known. |  
                500 CNY, once, 
                Unknown Has turnover () [For whom]
                Still to know: Turnover
            Wanted at several places: Licence for [1, 2]; Form for [1, 2]
            Counter: Desk A: Credit report for [1]; Lease for [1]
            30 June 2027: award, last day to apply
            15 January 2028: bonus, “People hired” no. 1: ends
            ? Turnover (1)
            Open to you now, or coming by itself: 2. With time alone: 0. Needing more information: 1.
            Grants and reimbursements (not tax relief, loans or services): certain: at least CNY 15,300; possible on top of that: up to CNY 500.
        "#]],
    );
}

#[test]
fn what_is_out_of_reach_is_told_on_request() {
    check_sheet(
        true,
        expect![[r#"
            Open to you now
              1 award: On your answers, you meet all conditions that can be checked here. | until 30 June 2027 in 219 days
                300 CNY, once, 
                  100 × 3 (Staff)
                Met In Yangpu (District: Yangpu) [For whom]
              2 bonus: On your answers, you meet all conditions that can be checked here. |  
                1,000 CNY a month, until 15 January 2028, 15,000 CNY from now on
                  “People hired” no. 1: 1,000 CNY a month, until 15 January 2028, CNY 15,000 in all
                Met A graduate (People hired: 1 entry) [For whom]
                Met At least one person counts () []
            Needing more information
              3 turnover: Not decided yet: 1 condition is not known. |  
                500 CNY, once, 
                Unknown Has turnover () [For whom]
                Still to know: Turnover
            Not at present
              4 grown: On your answers, 1 condition is not met at present. |  
                Unmet More than ten (Staff: 3 people) [For whom]
                Not met: More than ten
            Wanted at several places: Licence for [1, 2]; Form for [1, 2]
            Counter: Desk A: Credit report for [1]; Lease for [1]
            30 June 2027: award, last day to apply
            15 January 2028: bonus, “People hired” no. 1: ends
            ? Turnover (1)
            Open to you now, or coming by itself: 2. With time alone: 0. Needing more information: 1.
            Grants and reimbursements (not tax relief, loans or services): certain: at least CNY 15,300; possible on top of that: up to CNY 500.
        "#]],
    );
}

#[test]
fn the_calendar_has_certain_days_alone_and_names_nobody() {
    with(&everything_known(), |desk| {
        let calendar = calendar(&desk.assessed(), "");
        let days = calendar.days.iter().map(|it| format!("{} {} {}\n", it.on, it.key, it.title.en));
        expect![[r#"
            2027-06-30 award.2025.window-closes.1 award: last day to apply
            2028-01-15 bonus.2025.entry-ends.e1.bonus bonus: “People hired” no. 1: ends
        "#]]
        .assert_eq(&days.collect::<String>());
        assert!(calendar.left_out.is_empty());
    });
}

#[test]
fn a_day_that_is_not_certain_is_told_and_not_put_into_the_calendar() {
    let opened = json!({ "min": "2026-06-01", "max": "2026-06-30" });
    let answers = [("district", json!("yangpu")), ("staff", json!(3)), ("opened_on", opened)];
    with(&answers, |desk| {
        let calendar = calendar(&desk.assessed(), "");
        assert!(calendar.days.iter().all(|it| !it.key.starts_with("award")));
        let left_out: Vec<&str> = calendar.left_out.iter().map(|it| it.en.as_str()).collect();
        assert_eq!(left_out, ["award: last day to apply (some time in June 2027)"]);
    });
}

#[test]
fn what_the_reader_chose_comes_first_on_the_sheet_and_the_papers_are_for_it_alone() {
    with(&everything_known(), |desk| {
        let chosen_first = |desk: &Desk| {
            let sheet = sheet(&desk.assessed(), "", false);
            let open: Vec<&str> = sheet.sections[0].items.iter().map(|it| it.title.en.as_str()).collect();
            let papers = |stops: &[Stop]| stops.iter().flat_map(|it| &it.papers).count();
            format!(
                "{open:?}, papers {}, of all {} {}",
                papers(&sheet.papers),
                papers(&sheet.all_papers),
                sheet.papers_for.en
            )
        };
        expect![[r#"["award", "bonus"], papers 4, of all 4 "#]].assert_eq(&chosen_first(desk));
        desk.choose("bonus", true, NOW).unwrap();
        expect![[r#"["bonus", "award"], papers 2, of all 4 For those alone that you chose to apply for"#]]
            .assert_eq(&chosen_first(desk));
    });
}

#[test]
fn no_sheet_and_no_calendar_says_what_a_person_is_called() {
    with(&everything_known(), |desk| {
        let (sheet, calendar) = (sheet(&desk.assessed(), "", true), calendar(&desk.assessed(), ""));
        assert!(!format!("{sheet:?}{calendar:?}").contains("张三"));
    });
}

fn to_do_outline(desk: &Desk) -> String {
    let to_do = desk.to_do();
    let mut shown = String::new();
    for (number, it) in (1..).zip(&to_do.supports) {
        let (chosen, meant) =
            (if it.chosen { "chosen " } else { "" }, if it.meant { "" } else { "not meant " });
        shown += &format!(
            "{number} {}: {chosen}{meant}{:?}, {}, {}\n",
            it.title.en, it.verdict, it.gain.en, it.when.en
        );
    }
    for stop in &to_do.stops {
        shown += &format!("{}\n", stop.place.en);
        for it in &stop.papers {
            let ticked = if desk.is_at_hand(&to_do, it) { "x" } else { " " };
            shown += &format!("  [{ticked}] {} ({}) for {:?}\n", it.label.en, it.note.en, it.serves);
        }
    }
    shown
}

#[test]
fn each_paper_is_told_once_and_what_others_draw_up_comes_first() {
    with(&everything_known(), |desk| {
        expect![[r#"
            1 award: Eligible, 300 CNY, until 30 June 2027
            2 bonus: Eligible, 1,000 CNY a month, 
            Wanted at several places
              [ ] Licence (original · for no. 1: the duplicate) for [1, 2]
              [ ] Form (one for each application) for [1, 2]
            Counter: Desk A
              [ ] Credit report (drawn up by others, so ask in time) for [1]
              [ ] Lease () for [1]
        "#]]
        .assert_eq(&to_do_outline(desk));
    });
}

#[test]
fn once_something_is_chosen_its_papers_alone_are_told_and_a_tick_is_for_all_it_serves() {
    with(&everything_known(), |desk| {
        desk.tick_for_all("licence", true, NOW).unwrap();
        assert!(desk.is_ticked("award", "licence") && desk.is_ticked("bonus", "licence"));
        desk.choose("award", true, NOW).unwrap();
        // What one chose is told, be it open or not.
        desk.choose("grown", true, NOW).unwrap();
        expect![[r#"
            1 award: chosen Eligible, 300 CNY, until 30 June 2027
            2 bonus: not meant Eligible, 1,000 CNY a month, 
            3 grown: chosen Ineligible, , 
            Wanted at several places
              [ ] Lease () for [1, 3]
            Counter: Desk A
              [ ] Credit report (drawn up by others, so ask in time) for [1]
              [x] Licence (original · the duplicate) for [1]
              [ ] Form () for [1]
        "#]]
        .assert_eq(&to_do_outline(desk));
        assert!(desk.tick_for_all("no-such-paper", true, NOW).is_err());
    });
}
