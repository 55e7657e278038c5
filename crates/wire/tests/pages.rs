//! What crosses to the window: whole pages of the built-in pack, and a few of a small one.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on should stop")]

use std::{collections::BTreeSet, path::Path};

use casebook::{Casebook, Change, List};
use corpus::{Files, load};
use desk::{Desk, Library, NewEntry};
use expect_test::{Expect, expect};
use policy::Date;
use serde_json::{Value, json};
use tempfile::{TempDir, tempdir};
use wire::{
    EntryDraft, EntryForm, Field, Filters, Language, PasteRequest, PasteUse, Said, SearchRequest, view,
};

const NOW: &str = "2026-03-01T10:00:00+08:00";

fn today() -> Date {
    "2026-03-01".parse().unwrap()
}

fn open(library: Library, folder: &Path) -> Desk {
    Desk::open(library, folder, today(), NOW).unwrap()
}

/// The built-in pack with nothing answered.
fn built_in() -> (Desk, TempDir) {
    let folder = tempdir().unwrap();
    let desk = open(Library::open(None, today()).unwrap(), folder.path());
    (desk, folder)
}

/// A graduate with a firm in Yangpu and two people hired.
fn founder() -> (Desk, TempDir) {
    let (mut desk, folder) = built_in();
    for (fact, said) in [
        ("registered", json!(true)),
        ("registered_on", json!("2025-03-01")),
        ("registered_district", json!("yangpu")),
        ("legal_form", json!("company")),
        ("founder_born_on", json!("2002-05-12")),
        ("hukou_when_registered", json!("shanghai")),
        ("graduated_on", json!({ "min": "2024-06-01", "max": "2024-07-01" })),
        ("headcount", json!({ "min": 1, "max": 9 })),
    ] {
        desk.answer(fact, Some(&said), NOW).unwrap();
    }
    hire(&mut desk, json!({ "hired_on": "2025-07-01", "n": 2 }));
    (desk, folder)
}

/// Who has hired so many, each on a day of its own; written into the book at once, as one save each would take long.
fn employer(n: usize) -> (Desk, TempDir) {
    let folder = tempdir().unwrap();
    hired(folder.path(), n);
    (open(Library::open(None, today()).unwrap(), folder.path()), folder)
}

fn hired(folder: &Path, n: usize) {
    let mut book = Casebook::open(folder).unwrap();
    let profile = book.own_profile(NOW).unwrap();
    let entry = |idx: usize| casebook::Entry {
        id: format!("e{}", idx + 1),
        name: None,
        fields: json!({ "hired_on": format!("2025-{:02}-{:02}", idx % 12 + 1, idx % 28 + 1) }).into(),
    };
    let list = List { entries: (0..n).map(entry).collect(), more: false };
    let change = Change::List { list: "hires".to_owned(), value: Some(list) };
    book.save(profile, &change, NOW).unwrap();
}

fn hire(desk: &mut Desk, fields: Value) {
    let Value::Object(fields) = fields else { panic!("an object") };
    desk.put_entry(NewEntry { list: "hires".to_owned(), id: None, name: None, fields }, NOW).unwrap();
    desk.settle().unwrap();
}

fn ask(text: &str) -> SearchRequest {
    let none = Filters { audience: vec![], family: vec![], level: vec![], status: vec![], kind: vec![] };
    SearchRequest { text: text.to_owned(), filters: none, limit: 20 }
}

/// Each on a line of JSON.
#[track_caller]
fn check(found: impl IntoIterator<Item = Value>, expect: Expect) {
    let lines: Vec<String> = found.into_iter().map(|it| format!("{it}\n")).collect();
    expect.assert_eq(&lines.concat());
}

fn ids(desk: &Desk) -> Vec<String> {
    desk.catalog().policies.iter().map(|it| it.id.to_string()).collect()
}

#[test]
fn the_sitting_of_a_founder() {
    let (desk, _folder) = founder();
    let sitting = view::sitting(&desk).unwrap();
    assert_eq!(sitting.results.len(), desk.sitting.assessment.results.len());
    let counted: u32 = sitting.counts.iter().map(|it| it.count).sum();
    assert_eq!(counted as usize, sitting.results.len());
    let answers = sitting.topics.iter().flat_map(|it| &it.answers);
    let answers = answers.map(|it| json!([it.subject, it.said.zh, it.said.en, it.unsure]));
    let steps = json!([sitting.saved_at, sitting.can_undo, sitting.can_redo]);
    check(
        answers.chain([steps]),
        expect![[r#"
        [{"kind":"fact","fact":"registered"},"是","yes",false]
        [{"kind":"fact","fact":"registered_on"},"2025年3月1日","1 March 2025",false]
        [{"kind":"fact","fact":"registered_district"},"杨浦区","Yangpu",false]
        [{"kind":"fact","fact":"legal_form"},"公司","company",false]
        [{"kind":"fact","fact":"founder_born_on"},"2002年5月12日","12 May 2002",false]
        [{"kind":"fact","fact":"hukou_when_registered"},"上海户籍","Shanghai",false]
        [{"kind":"fact","fact":"graduated_on"},"2024年6月1日至2024年7月1日","1 June 2024 to 1 July 2024",false]
        [{"kind":"fact","fact":"headcount"},"1 至 9 人","1 to 9 people",false]
        [{"kind":"list","list":"hires"},"1 条","1 entry",false]
        ["2026-03-01T10:00:00+08:00",true,false]
    "#]],
    );
}

#[test]
fn every_row_of_the_sitting_says_something_in_both_languages() {
    let (desk, _folder) = founder();
    for row in view::sitting(&desk).unwrap().results {
        for text in
            [&row.title, &row.gain, &row.reason, &row.level.name, &row.family.name, &row.status.sentence]
        {
            assert_eq!(text.zh.is_empty(), text.en.is_empty(), "{}: {text:?}", row.policy);
            assert!(!text.en.contains("  ") && !text.zh.contains("  "), "{}: {text:?}", row.policy);
            assert_eq!(text.zh.trim(), text.zh, "{}", row.policy);
            assert_eq!(text.en.trim(), text.en, "{}", row.policy);
        }
    }
}

#[test]
fn the_result_of_one_policy() {
    let (desk, _folder) = founder();
    let page = view::result(&desk, "first-time-founder-grant", None).unwrap();
    let answers = |it: &wire::UsedFact| json!([it.subject, it.said.en]);
    let conditions = page.conditions.iter().map(|it| {
        let used: Vec<Value> = it.used.iter().map(answers).collect();
        json!([it.id, it.outcome, it.cite.as_ref().map(|it| &it.anchor), used])
    });
    let amounts = page.amounts.iter().map(|it| json!([it.id, it.figure.en, it.unit, it.note.en]));
    check(
        [json!(page.verdict), json!(page.sentence)].into_iter().chain(conditions).chain(amounts),
        expect![[r#"
            "undetermined"
            {"zh":"还不能下结论：4 个条件还不知道是否符合。","en":"Not decided yet: 4 conditions are not known."}
            ["founder-group","officer","who",[[{"kind":"fact","fact":"registered_on"},"1 March 2025"],[{"kind":"fact","fact":"hukou_when_registered"},"Shanghai"],[{"kind":"fact","fact":"higher_education"},""],[{"kind":"fact","fact":"graduated_on"},"1 June 2024 to 1 July 2024"],[{"kind":"fact","fact":"hard_to_employ_when_registered"},""]]]
            ["in-shanghai","met","first",[[{"kind":"fact","fact":"registered_district"},"Yangpu"]]]
            ["first-venture","unknown","first",[[{"kind":"fact","fact":"first_venture"},""]]]
            ["form","unknown","form",[[{"kind":"fact","fact":"legal_form"},"company"],[{"kind":"fact","fact":"industry"},""],[{"kind":"fact","fact":"annual_revenue"},""],[{"kind":"fact","fact":"total_assets"},""],[{"kind":"fact","fact":"headcount"},"1 to 9 people"]]]
            ["head","unknown","first",[[{"kind":"fact","fact":"head_when_registered"},""]]]
            ["one-year","met","one-year",[[{"kind":"fact","fact":"registered_on"},"1 March 2025"]]]
            ["insured-person","unknown","insured",[[{"kind":"fact","fact":"longest_insured_since"},""]]]
            ["same-unit","officer","same-unit",[]]
            ["once","met","amount",[]]
            ["grant","8,000",{"zh":"元，一次","en":"CNY, once"},""]
        "#]],
    );
    assert!(view::result(&desk, "nope", None).is_err());
    assert!(view::result(&desk, "first-time-founder-grant", Some("1901")).is_err());
}

#[test]
fn more_to_come_is_never_told_as_all() {
    let (mut desk, _folder) = founder();
    let counted = |desk: &Desk| -> BTreeSet<String> {
        let pages = ids(desk).into_iter().map(|it| view::result(desk, &it, None).unwrap());
        pages.flat_map(|it| it.conditions).map(|it| it.counted.en).filter(|it| !it.is_empty()).collect()
    };
    assert!(counted(&desk).iter().all(|it| !it.contains("at least 2")), "{:?}", counted(&desk));
    desk.set_list("hires", true, NOW).unwrap();
    assert!(!counted(&desk).is_empty());
    assert!(counted(&desk).iter().all(|it| it.contains("at least 2")), "{:?}", counted(&desk));
}

/// The ids that the HTML has.
fn html_ids(html: &str) -> BTreeSet<&str> {
    html.split("id=\"").skip(1).filter_map(|it| it.split_once('"')).map(|(id, _)| id).collect()
}

#[test]
fn whatever_points_into_a_text_finds_its_clause_in_both_languages() {
    let (desk, _folder) = founder();
    let mut seen = 0;
    for id in ids(&desk) {
        let policy = desk.library.policy(&id).unwrap();
        for edition in policy.editions.iter().map(|it| it.id.to_string()) {
            let reader = view::reader(&desk, &id, Some(&edition)).unwrap();
            for (lang, html) in [("zh", &reader.html.zh), ("en", &reader.html.en)] {
                let there = html_ids(html);
                assert!(!there.is_empty(), "{id} {edition} {lang} has no clause");
                let headings = if lang == "zh" { &reader.contents.zh } else { &reader.contents.en };
                let margin = reader.margin.iter().map(|it| &it.anchor);
                for anchor in margin.chain(headings.iter().map(|it| &it.anchor)) {
                    assert!(
                        there.contains(format!("clause-{anchor}").as_str()),
                        "{id} {edition} {lang}: {anchor}"
                    );
                    seen += 1;
                }
            }
        }
    }
    assert!(seen > 100, "{seen}");
}

#[test]
fn every_clause_that_is_cited_has_a_heading_in_both_languages() {
    let (desk, _folder) = founder();
    let mut seen = 0;
    for id in ids(&desk) {
        for edition in &desk.library.policy(&id).unwrap().editions {
            let page = view::result(&desk, &id, Some(edition.id.as_str())).unwrap();
            let cites =
                page.conditions.iter().map(|it| &it.cite).chain(page.amounts.iter().map(|it| &it.cite));
            for cite in cites.flatten() {
                assert!(
                    !cite.label.zh.is_empty() && !cite.label.en.is_empty(),
                    "{id} {}: {cite:?}",
                    edition.id
                );
                seen += 1;
            }
        }
    }
    assert!(seen > 100, "{seen}");
}

#[test]
fn the_margin_is_empty_until_something_is_answered() {
    let (desk, _folder) = built_in();
    assert!(view::reader(&desk, "first-time-founder-grant", None).unwrap().margin.is_empty());
    let (desk, _folder) = founder();
    let reader = view::reader(&desk, "first-time-founder-grant", None).unwrap();
    check(
        reader.margin.iter().map(|it| json!([it.anchor, it.condition, it.outcome, it.word.en, it.ask])),
        expect![[r#"
            ["who","founder-group","officer","The office decides",null]
            ["first","in-shanghai","met","Met",null]
            ["first","first-venture","unknown","Not known yet",{"kind":"fact","fact":"first_venture"}]
            ["form","form","unknown","Not known yet",{"kind":"fact","fact":"industry"}]
            ["first","head","unknown","Not known yet",{"kind":"fact","fact":"head_when_registered"}]
            ["one-year","one-year","met","Met",null]
            ["insured","insured-person","unknown","Not known yet",{"kind":"fact","fact":"longest_insured_since"}]
            ["same-unit","same-unit","officer","The office decides",null]
            ["amount","once","met","Met",null]
        "#]],
    );
}

#[test]
fn no_reply_is_larger_than_a_window_can_swallow() {
    let (mut desk, _folder) = employer(100);
    desk.ask("hires").unwrap();
    let small = |what: &str, reply: Value| {
        let size = serde_json::to_vec(&reply).unwrap().len();
        assert!(size < 200_000, "{what}: {size} bytes");
    };
    small("sitting", json!(view::sitting(&desk).unwrap()));
    small("start", json!(view::start(&desk, Language::Zh).unwrap()));
    small("shelf", json!(view::shelf(&desk)));
    small("directory", json!(view::directory(&desk)));
    small(
        "search",
        json!(view::search(&desk, SearchRequest { limit: 1000, ..ask("补贴") }, Language::Zh, None)),
    );
    small("entries", json!(view::entries(&desk, "hires", 0, u32::MAX).unwrap()));
    small("a change", json!(view::list_change(&desk, "hires").unwrap()));
    let request = PasteRequest {
        list: "hires".to_owned(),
        text: "姓名,入职时间,合同期限,出生日期\n".to_owned()
            + &"小王,7/1/2026,无固定期限,2026-02-30\n".repeat(5000),
        header: None,
        columns: None,
        together: true,
    };
    small("a paste", json!(view::read_paste(&desk, &request).unwrap()));
    for id in ids(&desk) {
        small(&id, json!(view::result(&desk, &id, None).unwrap()));
        small(&id, json!(view::reader(&desk, &id, None).unwrap()));
    }
}

/// Of the example pack: what crosses of a list does not hang on how many policies there are.
#[test]
fn five_thousand_people_cross_a_page_at_a_time() {
    let folder = tempdir().unwrap();
    hired(folder.path(), 5_000);
    let pack = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/packs/example");
    let mut desk = open(Library::open(Some(&pack), today()).unwrap(), folder.path());
    desk.ask("hires").unwrap();
    let small = |what: &str, reply: Value| {
        let size = serde_json::to_vec(&reply).unwrap().len();
        assert!(size < 200_000, "{what}: {size} bytes");
    };
    hire(&mut desk, json!({ "hired_on": "2026-01-05", "graduate": true }));
    small("a change", json!(view::list_change(&desk, "hires").unwrap()));
    small("sitting", json!(view::sitting(&desk).unwrap()));
    small("entries", json!(view::entries(&desk, "hires", 4_980, u32::MAX).unwrap()));
    for id in ids(&desk) {
        small(&id, json!(view::result(&desk, &id, None).unwrap()));
    }
}

#[test]
fn entries_are_asked_for_by_the_page() {
    let (desk, _folder) = employer(53);
    assert_eq!(view::entries(&desk, "hires", 0, 1000).unwrap().len(), 50);
    let rest = view::entries(&desk, "hires", 50, 50).unwrap();
    assert_eq!(rest.iter().map(|it| it.id.as_str()).collect::<Vec<_>>(), ["e51", "e52", "e53"]);
    assert!(view::entries(&desk, "hires", 500, 50).unwrap().is_empty());
    assert!(view::entries(&desk, "nope", 0, 1).is_err());
}

fn draft(said: Value, typed: &[(&str, &str)]) -> EntryDraft {
    let Value::Object(said) = said else { panic!("an object") };
    EntryDraft {
        list: "hires".to_owned(),
        id: None,
        name: Some("小王".to_owned()),
        n: Said(json!(2)),
        said: said.into_iter().map(|(fact, it)| (fact, Said(it))).collect(),
        typed: typed.iter().map(|(fact, it)| ((*fact).to_owned(), (*it).to_owned())).collect(),
    }
}

/// Every field of a form, wherever it stands.
fn fields(form: &EntryForm) -> Vec<&Field> {
    fn with_those_beneath<'f>(field: &'f Field, all: &mut Vec<&'f Field>) {
        all.push(field);
        field.beneath.iter().for_each(|it| with_those_beneath(it, all));
    }
    let mut all = Vec::new();
    for part in [&form.needed, &form.more] {
        part.fields
            .iter()
            .chain(part.groups.iter().flatten())
            .for_each(|it| with_those_beneath(it, &mut all));
    }
    all
}

#[test]
fn a_form_shows_the_fields_that_apply() {
    let (mut desk, _folder) = founder();
    let mut left = |still_employed: bool| {
        let form =
            view::entry_form(&mut desk, draft(json!({ "still_employed": still_employed }), &[])).unwrap();
        fields(&form).iter().any(|it| it.fact == "left_on")
    };
    assert!(left(false));
    assert!(!left(true), "who is still there has not left");
}

#[test]
fn what_was_typed_is_read_and_what_cannot_be_read_stays() {
    let (mut desk, _folder) = founder();
    let typed =
        [("hired_on", "2025年7月"), ("contract_months", "两年"), ("born_on", "1990-13"), ("nope", "1")];
    let form = view::entry_form(&mut desk, draft(json!({ "born_on": "1990-04-08" }), &typed)).unwrap();
    let told = fields(&form).into_iter().filter(|it| typed.iter().any(|(fact, _)| *fact == it.fact));
    check(
        told.map(|it| json!([it.fact, it.typed, it.said, it.read.zh, it.problem.as_ref().map(|it| &it.en)])),
        expect![[r#"
            ["hired_on","2025-7",{"min":"2025-07-01","max":"2025-07-31"},"2025年7月",null]
            ["contract_months","24",24,"24 个月",null]
            ["born_on","1990-13",null,"","Born on: the calendar has no “1990-13”"]
        "#]],
    );
    let said: Vec<&String> = form.draft.said.keys().collect();
    assert_eq!(said, ["contract_months", "hired_on"]);
    assert_eq!(form.draft.typed.keys().collect::<Vec<_>>(), ["born_on"]);
    assert!(view::new_entry(&desk, form.draft).is_err(), "what cannot be read is not left out in silence");
}

#[test]
fn an_entry_comes_back_as_it_was_filled_in() {
    let (mut desk, _folder) = founder();
    let filled =
        draft(json!({ "graduate": true, "xiebao": { "unknown": true } }), &[("hired_on", "2025-07")]);
    let entry = view::new_entry(&desk, filled).unwrap();
    let id = desk.put_entry(entry, NOW).unwrap();
    let change = view::list_change(&desk, "hires").unwrap();
    let row = change.list.entries.iter().find(|it| it.id == id).unwrap();
    assert_eq!(
        (row.name.as_deref(), row.standing.as_ref()),
        (Some("小王"), None),
        "its standing is still open"
    );
    assert_eq!((change.list.total, change.list.people.en.as_str(), change.can_undo), (2, "4", true));
    let back = view::entry_draft(&desk, "hires", &id).unwrap();
    assert_eq!((back.name.as_deref(), &back.n), (Some("小王"), &Said(json!(2))));
    assert_eq!(back.said.len(), 3);
    let form = view::entry_form(&mut desk, back).unwrap();
    assert!(fields(&form).iter().any(|it| it.fact == "hired_on" && it.typed == "2025-7"));
}

#[test]
fn a_paste_is_looked_at_before_it_is_entered() {
    let (mut desk, _folder) = founder();
    let text = "姓名\t入职时间\t合同期限\n小李\t2025-8-1\t两年\n小赵\t八月\t12\n".to_owned();
    let mut request =
        PasteRequest { list: "hires".to_owned(), text, header: None, columns: None, together: true };
    let page = view::read_paste(&desk, &request).unwrap();
    let rows = page.rows.iter().map(|it| json!([it.line, it.name, it.n, it.said.zh, it.faults.len()]));
    let columns = page.columns.iter().map(|it| json!([it.title, it.sample, it.column]));
    let counts = json!([page.total, page.faulty, page.entries]);
    check(
        columns.chain(rows).chain([counts]),
        expect![[r#"
        ["姓名","小李",{"kind":"name"}]
        ["入职时间","2025-8-1",{"kind":"fact","fact":"hired_on"}]
        ["合同期限","两年",{"kind":"fact","fact":"contract_months"}]
        [2,"小李",1,"入职日期 2025年8月1日，劳动合同多少个月 24 个月",0]
        [3,"小赵",1,"劳动合同多少个月 12 个月",1]
        [2,1,2]
    "#]],
    );
    let mut columns: Vec<PasteUse> = page.columns.into_iter().map(|it| it.column).collect();
    columns[0] = PasteUse::Ignored;
    request.columns = Some(columns);
    assert_eq!(view::put_paste(&mut desk, &request, NOW).unwrap(), 2);
    let change = view::list_change(&desk, "hires").unwrap();
    assert_eq!(change.list.total, 3);
    assert!(change.list.entries.iter().all(|it| it.name.is_none()));
    request.columns = Some(vec![PasteUse::Fact { fact: "nope".to_owned() }]);
    assert!(view::read_paste(&desk, &request).is_err());
}

#[test]
fn the_start_page_knows_what_was_left() {
    let (desk, _folder) = built_in();
    let start = view::start(&desk, Language::En).unwrap();
    assert!(start.resume.is_none() && start.deadlines.is_empty() && start.pack_state.remarks.is_empty());
    assert_eq!(start.settings.language, Language::En);
    let (desk, _folder) = founder();
    let resume = view::start(&desk, Language::En).unwrap().resume.unwrap();
    assert_eq!((resume.answered, resume.saved_at.as_str()), (9, NOW));
    assert!((1..=desk.sitting.open().len()).contains(&(resume.left as usize)));
}

#[test]
fn the_shelf_holds_every_policy_once_and_no_verdict_before_an_answer() {
    let (desk, _folder) = built_in();
    let shelf = view::shelf(&desk);
    let on_it: Vec<&str> = shelf.iter().flat_map(|it| &it.policies).map(|it| it.policy.as_str()).collect();
    assert_eq!(on_it.iter().collect::<BTreeSet<_>>().len(), on_it.len());
    assert_eq!(on_it.len(), desk.catalog().policies.len());
    assert!(shelf.iter().flat_map(|it| &it.policies).all(|it| it.verdict.is_none()));
    let (desk, _folder) = founder();
    assert!(view::shelf(&desk).iter().flat_map(|it| &it.policies).any(|it| it.verdict.is_some()));
}

#[test]
fn the_directory_leaves_nobody_out() {
    let (desk, _folder) = built_in();
    let shown: usize = view::directory(&desk).groups.iter().map(|it| it.places.len()).sum();
    assert_eq!(shown, desk.catalog().directory.len());
}

#[test]
fn a_search_tells_kind_place_and_standing() {
    let (desk, _folder) = founder();
    let page = view::search(&desk, ask("首次创业补贴"), Language::Zh, None);
    let hit = &page.hits[0];
    check(
        [json!([hit.kind, hit.id, hit.title, hit.place])],
        expect![[r#"
        ["policy","first-time-founder-grant",{"zh":"首次创业一次性补贴","en":"One-off grant for first-time founders"},{"zh":"上海市 · 创业补贴","en":"Shanghai · Start-up grants"}]
    "#]],
    );
    assert_eq!(hit.verdict, view::result(&desk, &hit.id, None).unwrap().verdict);
    let nothing = view::search(&desk, ask("𠮷𠮷𠮷"), Language::Zh, None);
    assert_eq!((nothing.total, nothing.hits.len()), (0, 0));
}

#[test]
fn a_list_is_found_like_a_question_and_tells_what_it_asks() {
    let (desk, _folder) = founder();
    for words in ["招用了哪些人", "people hired", "见习学员"] {
        let page = view::search(&desk, ask(words), Language::Zh, None);
        let lists: Vec<Value> = page
            .hits
            .iter()
            .map(|it| json!([it.kind, it.id, it.subject]))
            .filter(|it| it[2]["kind"] == json!("list"))
            .collect();
        let (id, kind) = (&lists[0][1], &lists[0][0]);
        assert_eq!((kind, &lists[0][2]["list"]), (&json!("question"), id), "{words}");
    }
    for list in &desk.catalog().lists {
        let page = view::search(&desk, ask(&list.ask.zh), Language::Zh, None);
        assert_eq!(page.hits[0].id, list.id.as_str(), "{}", list.ask.zh);
    }
}

#[test]
fn only_what_closes_within_two_months_is_near() {
    let (desk, _folder) = founder();
    let sitting = view::sitting(&desk).unwrap();
    let near = |it: &wire::ResultRow| it.days.is_some_and(|it| (0..=60).contains(&it));
    assert!(sitting.results.iter().any(|it| it.days.is_some()), "some day is told");
    for row in &sitting.results {
        assert_eq!(row.near, near(row), "{}", row.policy);
        let window = view::result(&desk, &row.policy, Some(&row.edition)).unwrap().window;
        let window = window.map(|it| (it.near, it.days_left.is_some_and(|it| it <= 60)));
        assert!(window.is_none_or(|(near, told)| near == told), "{}", row.policy);
    }
}

#[test]
fn an_edition_tells_how_one_stands_under_it() {
    let (desk, _folder) = founder();
    for row in view::sitting(&desk).unwrap().results {
        let page = view::result(&desk, &row.policy, Some(&row.edition)).unwrap();
        let here: Vec<_> = page.editions.iter().filter(|it| it.here).collect();
        assert_eq!(
            (here.len(), here[0].verdict, here[0].edition.as_str()),
            (1, Some(row.verdict), &*row.edition)
        );
    }
}

#[test]
fn what_is_wrong_in_a_pack_is_told_with_its_place() {
    let pack =
        "id = \"t\"\ntitle = { zh = \"试\", en = \"Trial\" }\nversion = \"1\"\npublished = 2026-01-01\n";
    let facts = "[[fact]]\nid = \"staff\"\ntype = \"intger\"\nask = { zh = \"几人\", en = \"How many\" }\n";
    let loaded = load([("pack.toml", pack), ("facts/staff.toml", facts)].into_iter().collect::<Files>());
    let folder = tempdir().unwrap();
    let desk = open(Library::new(loaded, today()), folder.path());
    let remarks = view::start(&desk, Language::En).unwrap().pack_state.remarks;
    let wrong = remarks.iter().find(|it| it.error).unwrap();
    assert_eq!((wrong.file.as_str(), wrong.line), ("facts/staff.toml", 3));
    assert!(!wrong.message.zh.is_empty() && !wrong.message.en.is_empty(), "{wrong:?}");
    assert!(wrong.hint.zh.contains("integer") && wrong.hint.en.contains("integer"), "{wrong:?}");
}

#[test]
fn marks_are_counted_as_the_page_counts_them() {
    let files = [
        (
            "pack.toml",
            "id = \"t\"\ntitle = { zh = \"试\", en = \"Trial\" }\nversion = \"1\"\npublished = 2026-01-01\n",
        ),
        (
            "directory/counters.toml",
            "[[place]]\nid = \"desk\"\nkind = \"counter\"\nzh = \"窗口\"\nen = \"Counter\"\nabout = { zh = \"𠮷😀𠮷，办理租房补贴。\", en = \"😀 rent money\" }\nrecords = [\"r\"]\n",
        ),
    ];
    let loaded = load(files.into_iter().collect::<Files>());
    assert!(!loaded.has_errors(), "{}", corpus::render(&loaded.remarks, &loaded.files, |it| &it.en));
    let folder = tempdir().unwrap();
    let desk = open(Library::new(loaded, today()), folder.path());
    let page = view::search(&desk, ask("租房补贴"), Language::Zh, None);
    let snippet = &page.hits[0].snippet;
    assert!(snippet.text.contains('😀') && !snippet.marks.is_empty(), "{snippet:?}");
    let units: Vec<u16> = snippet.text.encode_utf16().collect();
    let marked: String = snippet
        .marks
        .iter()
        .map(|(from, to)| String::from_utf16(&units[*from as usize..*to as usize]).unwrap())
        .collect();
    assert_eq!(marked, "租房补贴");
}

#[test]
fn only_addresses_of_the_pack_may_be_opened() {
    let (desk, _folder) = built_in();
    let source = desk.catalog().policies.iter().flat_map(|it| &it.editions).flat_map(|it| &it.sources);
    let known = source.filter_map(|it| it.url.as_ref()).next().unwrap();
    assert!(view::may_open(&desk, known));
    for url in ["https://example.com/", "file:///etc/passwd", "javascript:alert(1)", ""] {
        assert!(!view::may_open(&desk, url), "{url}");
    }
}
