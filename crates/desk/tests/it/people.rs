//! People of a list: the form of one, a paste of many, and that nothing more is read than what changed.

use std::path::Path;

use desk::{
    Desk, DeskError, Field, Library, NewEntry,
    paste::{Column, Paste, Reading},
};
use expect_test::{Expect, expect};
use policy::Date;
use serde_json::{Map, Value, json};
use tempfile::{TempDir, tempdir};

use crate::support::{NOW, desk, three_policies};

/// The example pack, which stays as it is while policies come and go.
fn example(folder: &Path) -> Desk {
    let pack = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/packs/example");
    let today: Date = "2024-11-23".parse().unwrap();
    Desk::open(Library::open(Some(&pack), today).unwrap(), folder, today, NOW).unwrap()
}

/// A company in Yangpu.
fn employer() -> (Desk, TempDir) {
    let folder = tempdir().unwrap();
    let mut desk = example(folder.path());
    for (fact, said) in [("registered", json!(true)), ("registered_district", json!("yangpu"))] {
        desk.answer(fact, Some(&said), NOW).unwrap();
    }
    (desk, folder)
}

fn object(value: Value) -> Map<String, Value> {
    let Value::Object(object) = value else { panic!("an object") };
    object
}

/// Fields as `fact`, with what unfolds beneath in brackets.
fn shown(desk: &Desk, fields: &[Field]) -> String {
    let one = |it: &Field| {
        let beneath =
            if it.beneath.is_empty() { String::new() } else { format!("[{}]", shown(desk, &it.beneath)) };
        format!("{}{beneath}", desk.catalog().fact(it.fact).id)
    };
    fields.iter().map(one).collect::<Vec<_>>().join(" ")
}

#[track_caller]
fn check_form(desk: &mut Desk, fields: Value, expect: Expect) {
    let form = desk.form("hires", &object(fields)).unwrap();
    let mut told = String::new();
    for (name, part) in [("needed", &form.needed), ("more", &form.more)] {
        told += &format!("{name}: {}\n", shown(desk, &part.fields));
        for group in &part.groups {
            told += &format!("  any of: {}\n", shown(desk, group));
        }
    }
    expect.assert_eq(&told);
}

#[test]
fn the_form_asks_what_some_open_policy_needs_and_boxes_unfold() {
    let (mut desk, _folder) = employer();
    check_form(
        &mut desk,
        json!({}),
        expect![[r#"
        needed: hired_on contract_months insured_since born_on subsidised_elsewhere
          any of: graduate shanghai_hukou employed_before registered_unemployed
        more: 
    "#]],
    );
    check_form(
        &mut desk,
        json!({ "graduate": true, "registered_unemployed": false, "hired_on": "2024-07-01" }),
        expect![[r#"
            needed: hired_on contract_months insured_since born_on subsidised_elsewhere
              any of: graduate[left_school_on shanghai_school] shanghai_hukou employed_before registered_unemployed
            more: 
        "#]],
    );
}

#[test]
fn where_no_policy_is_open_nothing_is_asked_and_answers_stay_within_reach() {
    let (mut desk, _folder) = employer();
    desk.answer("registered_district", Some(&json!("elsewhere")), NOW).unwrap();
    let form = desk.form("hires", &object(json!({ "graduate": true }))).unwrap();
    let more = format!(
        "{} {}",
        shown(&desk, &form.more.fields),
        form.more.groups.iter().map(|it| shown(&desk, it)).collect::<String>()
    );
    assert!(more.contains("graduate"), "{more}");
    assert_eq!(desk.n_answered(), 2, "a form saves nothing");
}

const STAFF: &str = "姓名\t身份证号\t入职时间\t合同期限\t社保起缴月\t出生日期\t应届毕业生\t毕业时间\t户籍在上海\n\
    小王\t310110200205120012\t2026-07-01\t两年\t2026年7月\t2002-5-12\t是\t2026-6-30\t√\n\
    小李\t310110200205120013\t2026/7/1\t24个月\t202607\t2001.3.2\ty\t2026-06\t否\n\
    老张\t310110197005120013\t46204\t无固定期限\t2026.7\t7/1/1970\t否\t\t有\n";

fn read(desk: &Desk, pasted: &str, reading: &Reading) -> Paste {
    desk.read_paste("hires", pasted, reading).unwrap()
}

fn columns(desk: &Desk, paste: &Paste) -> Vec<String> {
    let name = |it: Column| match it {
        Column::Ignored => "-".to_owned(),
        Column::Name => "name".to_owned(),
        Column::Alike => "n".to_owned(),
        Column::Fact(fact) => desk.catalog().fact(fact).id.to_string(),
    };
    paste.columns.iter().map(|it| name(it.column)).collect()
}

#[track_caller]
fn check_paste(paste: &Paste, expect: Expect) {
    let row = |it: &desk::paste::PastedRow| {
        let faults: Vec<String> = it.faults.iter().map(|it| format!("  {}\n  {}\n", it.zh, it.en)).collect();
        format!("{} {:?} {}\n{}", it.line, it.name, Value::Object(it.fields.clone()), faults.concat())
    };
    expect.assert_eq(&paste.rows.iter().map(row).collect::<String>());
}

#[test]
fn a_staff_list_is_matched_and_read() {
    let (desk, _folder) = employer();
    let paste = read(&desk, STAFF, &Reading::default());
    assert!(paste.header);
    assert_eq!(
        columns(&desk, &paste),
        [
            "name",
            "-",
            "hired_on",
            "contract_months",
            "insured_since",
            "born_on",
            "graduate",
            "left_school_on",
            "shanghai_hukou"
        ]
    );
    check_paste(
        &paste,
        expect![[r#"
        2 Some("小王") {"hired_on":"2026-07-01","contract_months":24,"insured_since":"2026-07-01","born_on":"2002-05-12","graduate":true,"left_school_on":"2026-06-30","shanghai_hukou":true}
        3 Some("小李") {"hired_on":"2026-07-01","contract_months":24,"insured_since":"2026-07-01","born_on":"2001-03-02","graduate":true,"left_school_on":{"min":"2026-06-01","max":"2026-06-30"},"shanghai_hukou":false}
        4 Some("老张") {"hired_on":"2026-07-01","insured_since":"2026-07-01","graduate":false,"shanghai_hukou":true}
          劳动合同多少个月：读不懂“无固定期限”，请写数字（个月）；无固定期限填 999。
          Contract length: “无固定期限” cannot be read; write a figure (months): 999 for an open-ended contract.
          出生日期：读不懂“7/1/1970”，请写成 2026-7-1 或 2026-7
          Born on: “7/1/1970” cannot be read; write it like 2026-7-1 or 2026-7
    "#]],
    );
}

#[test]
fn an_english_list_from_a_file_is_matched_too() {
    let (desk, _folder) = employer();
    let paste = read(
        &desk,
        "Name,Start date,Contract (years),Date of birth,Graduate,Contributions since,Salary\nAnn,2026-07-01,2,1990-04-08,yes,Jul 2026,9000\n",
        &Reading::default(),
    );
    assert_eq!(
        columns(&desk, &paste),
        ["name", "hired_on", "contract_months", "born_on", "graduate", "insured_since", "-"]
    );
    check_paste(
        &paste,
        expect![[r#"
        2 Some("Ann") {"hired_on":"2026-07-01","contract_months":24,"born_on":"1990-04-08","graduate":true,"insured_since":"2026-07-01"}
    "#]],
    );
}

#[test]
fn the_reader_has_the_last_word_on_columns() {
    let (desk, _folder) = employer();
    let fact = |name: &str| Column::Fact(desk.catalog().find_fact(name).unwrap());
    let reading = Reading {
        header: Some(false),
        columns: Some(vec![Column::Ignored, fact("hired_on"), Column::Alike]),
        together: true,
    };
    let paste = read(&desk, "小王,2026-7,2\n小李,2026-7,1\n小赵,2026-8,\n,,\n钱,,几个", &reading);
    assert_eq!(paste.rows.len(), 4);
    let entries: Vec<Value> = paste.entries.iter().map(|it| Value::Object(it.fields.clone())).collect();
    let july = json!({ "min": "2026-07-01", "max": "2026-07-31" });
    let august = json!({ "min": "2026-08-01", "max": "2026-08-31" });
    assert_eq!(
        entries,
        [json!({ "hired_on": july, "n": 3 }), json!({ "hired_on": august }), json!({ "n": { "min": 1 } })]
    );
    assert!(
        paste.entries.iter().all(|it| it.name.is_none()),
        "a column that is not read leaves nothing behind"
    );
}

#[test]
fn without_titles_nothing_is_guessed() {
    let (desk, _folder) = employer();
    let paste = read(&desk, "小王\t2026-07-01\n小李\t2026-07-02", &Reading::default());
    assert!(!paste.header);
    assert_eq!(columns(&desk, &paste), ["-", "-"]);
    assert!(paste.entries.is_empty());
}

#[test]
fn a_paste_is_one_step_and_names_stay_at_home() {
    let (mut first, folder) = employer();
    let before = first.profile_json();
    assert_eq!(first.put_paste("hires", STAFF, &Reading::default(), NOW).unwrap(), 3);
    let after = first.profile_json();
    assert_eq!(after["hires"]["entries"].as_array().map(Vec::len), Some(3));
    let text = after.to_string();
    assert!(!text.contains("小王") && !text.contains("3101"), "{text}");
    let list = first.catalog().find_list("hires").unwrap();
    let names: Vec<Option<&str>> = first.entry_names(list, 0).map(|(_, name)| name).collect();
    assert_eq!(names, [Some("小王"), Some("小李"), Some("老张")]);
    first.undo(NOW).unwrap();
    assert_eq!(first.profile_json(), before);
    first.redo(NOW).unwrap();
    assert_eq!(first.profile_json(), after);
    let followed = first.sitting.profile.clone();
    drop(first);
    let second = example(folder.path());
    assert_eq!(second.sitting.profile, followed, "what was followed in memory is what lies on the disk");
}

#[test]
fn a_paste_that_the_list_has_no_room_for_is_refused_whole() {
    let folder = tempdir().unwrap();
    let mut desk = desk(three_policies(), folder.path());
    let pasted = "入职,毕业生\n2026-1-1,是\n2026-1-2,是\n2026-1-3,是\n2026-1-4,是";
    let refused = desk.put_paste("hires", pasted, &Reading::default(), NOW);
    assert!(matches!(refused, Err(DeskError::BadAnswer(_))), "{refused:?}");
    assert_eq!(desk.n_answered(), 0);
}

#[test]
fn what_follows_from_an_entry_can_be_reckoned_elsewhere() {
    let folder = tempdir().unwrap();
    let mut desk = desk(three_policies(), folder.path());
    let put = |desk: &mut Desk, fields: Value| {
        let entry = NewEntry { list: "hires".to_owned(), id: None, name: None, fields: object(fields) };
        desk.put_entry(entry, NOW).unwrap()
    };
    assert_eq!(put(&mut desk, json!({ "graduate": true })), "e1");
    assert!(!desk.sitting.is_reckoned());
    let early = desk.to_reckon().unwrap();
    assert_eq!(put(&mut desk, json!({ "graduate": false })), "e2");
    desk.take(early.run()).unwrap();
    assert!(!desk.sitting.is_reckoned(), "what was overtaken is dropped");
    let late = desk.to_reckon().unwrap();
    desk.take(late.run()).unwrap();
    assert!(desk.to_reckon().is_none());
    assert_eq!(desk.sitting.result("bonus", None).unwrap().standings.len(), 2);
}
