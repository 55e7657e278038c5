//! The command line's contract (docs/cli.md), tried on the real program.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on should stop")]

use std::{
    env, fs,
    io::{Read, Write},
    path::{Path, PathBuf},
    process::{Command, Output, Stdio},
    sync::LazyLock,
};

use calamine::{Data, Reader, Xlsx};
use serde_json::{Value, json};

/// The program that `ADVISOR_COMMAND` names, or else built here, once; then it lies two folders above this test.
static ADVISOR: LazyLock<PathBuf> = LazyLock::new(|| {
    if let Some(program) = env::var_os("ADVISOR_COMMAND") {
        return program.into();
    }
    let cargo = env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let folder = env::current_exe().unwrap().ancestors().nth(2).unwrap().to_owned();
    let mut build = Command::new(cargo);
    build.args(["build", "-q", "-p", "cli"]);
    if folder.ends_with("release") {
        build.arg("--release");
    }
    assert!(build.status().unwrap().success());
    folder.join("advisor").with_extension(env::consts::EXE_EXTENSION)
});

/// What `advisor` answers on a day of March 2026, with this on its standard input.
fn advisor(arguments: &[&str], input: &str) -> Output {
    let mut advisor = Command::new(&*ADVISOR);
    if !arguments.contains(&"--as-of") {
        advisor.args(["--as-of", "2026-03-01"]);
    }
    let streams = advisor.args(arguments).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = streams.spawn().unwrap();
    // Whoever takes no input closes it, and that is as well.
    let _ = child.stdin.take().unwrap().write_all(input.as_bytes());
    child.wait_with_output().unwrap()
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).unwrap()
}

/// What it prints where all goes well.
#[track_caller]
fn prints(arguments: &[&str], input: &str) -> String {
    let output = advisor(arguments, input);
    assert!(output.status.success(), "{arguments:?}: {}", text(&output.stderr));
    assert_eq!(text(&output.stderr), "", "{arguments:?}");
    text(&output.stdout)
}

#[track_caller]
fn json_of(arguments: &[&str], input: &str) -> Value {
    serde_json::from_str(&prints(&[arguments, &["--json"]].concat(), input)).unwrap()
}

/// What it says on standard error where the input is bad.
#[track_caller]
fn refuses(arguments: &[&str], input: &str) -> String {
    let output = advisor(arguments, input);
    assert_eq!(output.status.code(), Some(2), "{arguments:?}: {}", text(&output.stdout));
    let said = text(&output.stderr);
    assert!(!said.contains("panicked") && !said.is_empty(), "{said}");
    said
}

fn lines(printed: &str) -> Vec<Value> {
    printed.lines().map(|it| serde_json::from_str(it).unwrap()).collect()
}

fn example() -> String {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("packs/example").display().to_string()
}

/// A graduate with a firm in Yangpu, as far as she has told.
fn founder() -> Value {
    json!({
        "registered": true, "registered_on": "2025-03-01", "registered_district": "yangpu", "legal_form": "company",
        "founder_born_on": "2002-05-12", "hukou_when_registered": "shanghai",
        "headcount": { "min": 1, "max": 9 },
        "hires": [{ "id": "a", "hired_on": "2025-07-01" }, { "id": "b", "n": 2, "hired_on": "2025-09-01" }],
    })
}

/// What is printed is as the schema beside docs/cli.md says, and has no keys that it does not name.
#[track_caller]
fn is_of_schema(printed: &Value, name: &str) {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("../docs").join(name);
    let mut schema: Value = serde_json::from_str(&fs::read_to_string(file).unwrap()).unwrap();
    close(&mut schema);
    let validator = jsonschema::validator_for(&schema).unwrap();
    let errors: Vec<String> =
        validator.iter_errors(printed).map(|it| format!("{}: {it}", it.instance_path())).collect();
    assert!(errors.is_empty(), "{errors:#?}");
}

/// The contract may grow, so the schema leaves keys open; a test may not.
fn close(schema: &mut Value) {
    match schema {
        Value::Object(object) => {
            object.values_mut().for_each(close);
            if object.get("properties").is_some_and(Value::is_object) {
                object.entry("additionalProperties").or_insert(json!(false));
            }
        }
        Value::Array(all) => all.iter_mut().for_each(close),
        _ => {}
    }
}

/// The firm of `personas/eight-people.json`, on a day on which most of what an assessment can tell is there to be told.
fn eight_people(more: &[&str]) -> Value {
    let persona = Path::new(env!("CARGO_MANIFEST_DIR")).join("personas/eight-people.json");
    let persona = persona.display().to_string();
    json_of(&[&["assess", "--profile", &persona, "--as-of", "2025-05-20"], more].concat(), "")
}

#[test]
fn an_assessment_is_of_its_schema() {
    let founder = json_of(&["assess", "--profile", "-", "--all"], &founder().to_string());
    is_of_schema(&founder, "advisor.schema.json");
    assert_eq!(founder["as_of"], "2026-03-01");
    let results = founder["results"].as_array().unwrap();
    let is_withheld = |it: &&Value| it.get("conditions").is_none();
    assert!(
        results.iter().any(|it| is_withheld(&it)),
        "the pack has a policy of which every edition is over"
    );
    for more in [&[][..], &["--all", "--entries"], &["--prefer", "expansion-subsidy"]] {
        is_of_schema(&eight_people(more), "advisor.schema.json");
    }
}

/// One thing of a list in the answer, by one of its keys.
#[track_caller]
fn the<'v>(all: &'v Value, key: &str, value: &str) -> &'v Value {
    let found = all.as_array().unwrap().iter().find(|it| it[key] == value);
    found.unwrap_or_else(|| panic!("no {key} {value} in {all}"))
}

/// The figures are those of the hand-computed case in `eight_people.rs`.
#[test]
fn an_assessment_tells_how_each_sum_is_reckoned_and_what_each_person_brings() {
    let without = eight_people(&[]);
    let with = eight_people(&["--entries"]);
    let amount = |of: &Value, policy: &str, id: &str| {
        the(&the(&of["results"], "policy", policy)["amounts"], "id", id).clone()
    };
    // Half the minimum wage for each, 21 months of which 19 are left; the arithmetic is each person's own.
    let post = amount(&with, "hard-to-employ-hiring-subsidy", "post");
    assert_eq!((&post["working"], &post["low"]), (&Value::Null, &json!("2690")));
    let share = the(&post["shares"], "entry", "at-45");
    assert_eq!(
        (&share["counted"], &share["low"], &share["from"], &share["until"], &share["remaining_low"]),
        (&json!(1), &json!("1345"), &json!("2025-03-01"), &json!("2026-11-30"), &json!("25555"))
    );
    assert_eq!(
        share["working"]["steps"],
        json!({ "does": "times", "with": [
            { "figure": "0.5" }, { "figure": "2690", "parameter": "minimum_wage_month" },
        ] })
    );
    assert_eq!(share["working"]["en"], "0.5 × 2,690 (Shanghai monthly minimum wage)");
    assert!(amount(&without, "hard-to-employ-hiring-subsidy", "post").get("shares").is_none());
    // Nobody of this is hired yet: what it would be is reckoned for the first day, with the base of that year.
    let upcoming = amount(&with, "graduate-hire-insurance-subsidy", "insurance");
    let share = the(&upcoming["shares"], "entry", "two-of-2026");
    assert_eq!(
        (&upcoming["low"], &share["low"], &share["counted"], &share["remaining_low"]),
        (&json!("1939.32"), &json!("969.66"), &json!(2), &json!("23271.86"))
    );
}

#[test]
fn an_assessment_tells_the_best_use_and_one_can_choose_otherwise() {
    let hiring = "one-off-hiring-subsidy";
    let of_hiring = |assessment: &Value| {
        let all = assessment["combinations"].as_array().unwrap();
        let has = |it: &&Value| it["members"].as_array().unwrap().iter().any(|it| it["policy"] == hiring);
        all.iter().find(has).unwrap().clone()
    };
    // Both were last seen in force long before.
    let grants = |assessment: &Value| the(&assessment["sums"], "money", "grants")["to_confirm"].clone();
    // The graduate may serve this one for 2,000 or the other for 1,500; two who were unemployed serve only this one.
    let (best, other) =
        (eight_people(&[]), eight_people(&["--prefer", "expansion-subsidy:disabled-graduate"]));
    let (best_use, other_use) = (of_hiring(&best), of_hiring(&other));
    assert_eq!(best_use["total"], json!({ "low": "6000", "high": "6000" }));
    assert_eq!(
        (&best_use["bound"], &best_use["exact"], &best_use["chosen"]),
        (&json!("6000"), &json!(true), &json!("best"))
    );
    assert_eq!(the(&best_use["joiners"], "policy", "expansion-subsidy")["more"], "1500");
    assert_eq!(other_use["total"]["low"], "5500");
    assert_eq!((&other_use["best"]["low"], &other_use["chosen"]), (&json!("6000"), &json!("preferred")));
    let expansion = the(&other_use["members"], "policy", "expansion-subsidy");
    assert_eq!(expansion["entries"], json!(["disabled-graduate"]));
    assert_eq!((grants(&best), grants(&other)), (json!("6200"), json!("5700")));
    let said = refuses(&["assess", "--profile", "-", "--prefer", "no-such-policy"], "{}");
    assert!(said.contains("no-such-policy"), "{said}");
    assert!(refuses(&["assess", "--profile", "-", "--prefer", "a b"], "{}").contains("--prefer"));
}

#[test]
fn an_assessment_tells_what_one_more_would_bring_and_what_is_to_come() {
    let assessment = eight_people(&[]);
    let soldier = the(&assessment["one_more"], "group", "demobilised-soldier");
    let gain = the(&soldier["gains"], "policy", "demobilised-soldier-hiring-deduction");
    // 9,000 a year for the eight months from May to December.
    assert_eq!((&gain["after"], &gain["amounts"][0]["low"]), (&json!("eligible"), &json!("6000")));
    assert_eq!(gain["amounts"][0]["working"]["steps"]["does"], "least");
    let changes = assessment["changes"].as_array().unwrap();
    let is = |expected: Value| changes.contains(&expected);
    assert!(is(json!({
        "on": "2025-07-08", "policy": "first-time-founder-grant", "edition": "2023", "what": "window-closes",
    })));
    assert!(is(json!({
        "on": "2026-11-30", "policy": "hard-to-employ-hiring-subsidy", "edition": "2022",
        "what": "entry-ends", "entry": "at-45", "amount": "insurance",
    })));
}

#[test]
fn results_are_ordered_and_those_without_an_answer_come_with_all() {
    let policies = |all: &[&str]| -> Vec<String> {
        let assessment = json_of(&[&["assess", "--profile", "-"], all].concat(), "{}");
        let results = assessment["results"].as_array().unwrap().iter();
        results.map(|it| it["policy"].as_str().unwrap().to_owned()).collect()
    };
    let (some, all) = (policies(&[]), policies(&["--all"]));
    assert!(some.is_sorted() && all.is_sorted() && some.len() < all.len());
}

#[test]
fn entries_stand_beside_the_result_where_asked_for() {
    let founder = founder().to_string();
    let without = json_of(&["assess", "--profile", "-"], &founder);
    assert!(without["results"].as_array().unwrap().iter().all(|it| it.get("entries").is_none()));
    let with = json_of(&["assess", "--profile", "-", "--entries"], &founder);
    let entries = with["results"].as_array().unwrap().iter().flat_map(|it| it["entries"].as_array().unwrap());
    let ids: Vec<&str> = entries.map(|it| it["id"].as_str().unwrap()).collect();
    assert!(ids.contains(&"a") && ids.contains(&"b"), "{ids:?}");
}

#[test]
fn a_list_not_given_or_not_whole_is_no_list_of_none() {
    let entries = |profile: Value| -> Value {
        let arguments = ["assess", "--policies", &example(), "--as-of", "2024-06-01", "--profile", "-"];
        let assessment = json_of(&arguments, &profile.to_string());
        let conditions = assessment["results"]
            .as_array()
            .unwrap()
            .iter()
            .flat_map(|it| it["conditions"].as_array().unwrap());
        let mut counted = conditions.filter(|it| !it["entries"].is_null()).map(|it| it["entries"].clone());
        counted.next().unwrap()
    };
    assert_eq!(entries(json!({})), json!({ "min": 0, "max": null }));
    assert_eq!(entries(json!({ "hires": [] })), 0);
    assert_eq!(entries(json!({ "hires": [{ "n": 2 }, {}] })), 3);
    assert_eq!(
        entries(json!({ "hires": { "entries": [{}], "more": true } })),
        json!({ "min": 1, "max": null })
    );
}

#[test]
fn profiles_are_answered_in_order_and_a_bad_line_in_its_place() {
    let input = [
        json!({ "id": "one", "facts": {} }).to_string(),
        "not json".to_owned(),
        json!({ "id": 3, "facts": { "headcount": -1 } }).to_string(),
        String::new(),
        json!({ "id": "four", "as_of": "2019-01-01", "facts": {} }).to_string(),
        json!({ "id": "five" }).to_string(),
        json!({ "id": "six", "as_of": "2019-02-30", "facts": {} }).to_string(),
        "[]".to_owned(),
    ];
    let output = advisor(&["assess", "--profiles", "-"], &input.join("\n"));
    assert_eq!(output.status.code(), Some(2));
    let lines = lines(&text(&output.stdout));
    let ids: Vec<&Value> = lines.iter().map(|it| &it["id"]).collect();
    assert_eq!(
        ids,
        [&json!("one"), &Value::Null, &json!(3), &json!("four"), &json!("five"), &json!("six"), &Value::Null]
    );
    let good: Vec<bool> = lines.iter().map(|it| it.get("error").is_none()).collect();
    assert_eq!(good, [true, false, false, true, false, false, false]);
    assert!(lines[2]["error"].as_str().unwrap().contains("headcount"), "{}", lines[2]);
    assert_eq!(lines[3]["as_of"], "2019-01-01");
    let alone = json_of(&["assess", "--profile", "-"], "{}");
    assert_eq!(lines[0]["results"], alone["results"]);
}

#[test]
fn another_day_has_other_editions() {
    let editions = |day: &str| -> Vec<(String, String)> {
        let assessment = json_of(&["assess", "--profile", "-", "--as-of", day], "{}");
        assert_eq!(assessment["as_of"], day);
        let results = assessment["results"].as_array().unwrap().iter();
        results.map(|it| (it["policy"].to_string(), it["edition"].to_string())).collect()
    };
    let (then, now) = (editions("2019-01-01"), editions("2026-03-01"));
    let differ = then.iter().any(|(policy, edition)| now.iter().any(|(p, e)| p == policy && e != edition));
    assert!(differ, "{then:?}\n{now:?}");
}

#[test]
fn a_day_that_is_none_is_told_so() {
    for day in ["2026-02-30", "tomorrow", "2026-3-1", ""] {
        let said = refuses(&["policy", "list", "--as-of", day], "");
        assert!(said.contains("--as-of") && said.contains("day of the calendar"), "{said}");
    }
}

#[test]
fn questions_come_to_an_end_and_none_comes_twice() {
    let mut profile = json!({});
    let mut asked: Vec<String> = Vec::new();
    loop {
        let question = json_of(&["next", "--policies", &example(), "--profile", "-"], &profile.to_string());
        if question == json!({ "done": true }) {
            break;
        }
        let of = |key: &str| question[key].as_str().map(str::to_owned);
        let (list, entry, fact) = (of("list"), of("entry"), of("fact"));
        let name = format!("{list:?} {entry:?} {fact:?}");
        assert!(!asked.contains(&name), "{name} after {asked:?}");
        for text in ["ask", "why"] {
            assert!(!question[text]["zh"].as_str().unwrap().is_empty(), "{question}");
            assert!(!question[text]["en"].as_str().unwrap().contains("1 policies"), "{question}");
        }
        match (list, entry, fact) {
            (None, None, Some(fact)) => profile[fact] = json!({ "unknown": true }),
            (Some(list), None, None) => profile[list] = json!([{ "id": "a" }]),
            (Some(list), Some(_), Some(fact)) => profile[list][0][fact] = json!({ "unknown": true }),
            other => panic!("{other:?}"),
        }
        asked.push(name);
    }
    assert!(asked.len() > 3, "{asked:?}");
}

#[test]
fn a_question_is_told_in_both_languages() {
    let zh = prints(&["next", "--profile", "-"], "{}");
    let en = prints(&["next", "--profile", "-", "--lang", "en"], "{}");
    assert!(zh.contains("这一题决定") && en.contains("hang"), "{zh}{en}");
}

#[test]
fn what_one_takes_away_is_as_the_ending_of_its_name_says() {
    let folder = tempfile::tempdir().unwrap();
    for (name, begins) in
        [("sheet.pdf", &b"%PDF-"[..]), ("days.ics", b"BEGIN:VCALENDAR"), ("list.xlsx", b"PK")]
    {
        let out = folder.path().join(name).display().to_string();
        let arguments = ["sheet", "--profile", "-", "--name", "=1+1 #x", "--out", &out];
        assert!(advisor(&arguments, &founder().to_string()).status.success(), "{name}");
        let once = fs::read(&out).unwrap();
        assert!(once.starts_with(begins), "{name}");
        advisor(&arguments, &founder().to_string());
        assert!(once == fs::read(&out).unwrap(), "{name} is another file for the same answers");
    }
    assert!(refuses(&["sheet", "--profile", "-", "--out", "sheet.doc"], "{}").contains("sheet.doc"));
    let nowhere = folder.path().join("no/such/sheet.ics").display().to_string();
    assert!(refuses(&["sheet", "--profile", "-", "--out", &nowhere], "{}").contains("sheet.ics"));
}

#[test]
fn every_cell_of_the_list_is_a_text_and_none_is_reckoned() {
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("list.xlsx").display().to_string();
    let arguments = ["sheet", "--profile", "-", "--lang", "en", "--name", "=1+1", "--all", "--out", &out];
    assert!(advisor(&arguments, &founder().to_string()).status.success());
    let mut book: Xlsx<_> = calamine::open_workbook(&out).unwrap();
    let names = book.sheet_names();
    assert_eq!(names, ["Policies", "Papers", "Days", "Sources", "About"]);
    for name in &names {
        let range = book.worksheet_range(name).unwrap();
        assert!(range.cells().all(|(_, _, it)| matches!(it, Data::String(_) | Data::Empty)), "{name}");
        assert!(book.worksheet_formula(name).unwrap().is_empty(), "{name}");
    }
    let about = book.worksheet_range("About").unwrap();
    assert_eq!(about.get_value((1, 1)), Some(&Data::String("=1+1".to_owned())));
    // With `--all` every policy that was judged has its row, under a heading.
    let judged = json_of(&["assess", "--profile", "-"], &founder().to_string());
    let n_judged = judged["results"].as_array().unwrap().len();
    assert_eq!(book.worksheet_range("Policies").unwrap().rows().count(), n_judged + 1);
}

#[test]
fn an_assessment_in_words_ends_with_what_comes_when() {
    let said = prints(&["assess", "--profile", "-", "--lang", "en"], &founder().to_string());
    for heading in ["What one more person would bring", "What comes when"] {
        assert!(said.contains(&format!("\n\n{heading}\n  ")), "{heading} in {said}");
    }
}

#[test]
fn searches_are_answered_in_order() {
    let input =
        "{\"id\":1,\"query\":\"房租补贴\"}\nbad\n{\"id\":2}\n{\"id\":\"x\",\"query\":\"internship base\"}\n";
    let output = advisor(&["search", "--queries", "-", "--limit", "3"], input);
    assert_eq!(output.status.code(), Some(2));
    let lines = lines(&text(&output.stdout));
    assert_eq!(
        lines.iter().map(|it| &it["id"]).collect::<Vec<_>>(),
        [&json!(1), &Value::Null, &json!(2), &json!("x")]
    );
    assert!(lines[1].get("error").is_some() && lines[2].get("error").is_some());
    let hits = lines[0]["hits"].as_array().unwrap();
    assert_eq!((hits.len(), &hits[0]["policy"]), (3, &json!("startup-rent-subsidy")));
    for key in ["kind", "policy", "id", "edition", "anchor", "title", "snippet", "score"] {
        assert!(hits[0].get(key).is_some(), "{key}");
    }
    assert!(prints(&["search", "房租补贴", "--limit", "1"], "").contains("[政策 startup-rent-subsidy]"));
    assert_eq!(prints(&["search", "𠮷𠮷𠮷", "--lang", "en"], ""), "Nothing was found\n");
}

#[test]
fn policies_are_listed_and_shown() {
    let all = json_of(&["policy", "list"], "");
    assert_eq!(prints(&["policy", "list"], "").lines().count(), all.as_array().unwrap().len());
    let shown = json_of(&["policy", "show", "startup-rent-subsidy", "--edition", "2012"], "");
    assert_eq!(shown["edition"], "2012");
    assert!(
        !shown["text"]["zh"].as_str().unwrap().is_empty()
            && !shown["text"]["en"].as_str().unwrap().is_empty()
    );
    assert!(
        prints(&["policy", "show", "startup-rent-subsidy", "--lang", "en"], "").starts_with("# Rent subsidy")
    );
    assert!(refuses(&["policy", "show", "nope"], "").contains("`nope`"));
    let said = refuses(&["policy", "show", "startup-rent-subsidy", "--edition", "1999"], "");
    assert!(said.contains("1999") && said.contains("2012"), "{said}");
}

#[test]
fn packs_are_checked_and_tested() {
    let check = |lang| prints(&["pack", "check", &example(), "--lang", lang], "");
    assert!(check("en").contains("2 policies, 0 errors"));
    assert!(check("zh").contains("2 项政策，0 个错误"));
    assert!(prints(&["pack", "test", &example(), "--lang", "en"], "").contains(", 0 failed"));
    let broken = tempfile::tempdir().unwrap();
    let rule = "startup-subsidy/first-time-founder-grant";
    copy(Path::new(&example()), broken.path());
    let edition =
        fs::read_dir(broken.path().join(rule)).unwrap().map(|it| it.unwrap().path()).find(|it| it.is_dir());
    let file = edition.unwrap().join("rule.toml");
    let text_of_rule = fs::read_to_string(&file).unwrap();
    fs::write(&file, format!("nonsense = 1\n{text_of_rule}")).unwrap();
    let output = advisor(&["pack", "check", &broken.path().display().to_string()], "");
    let said = text(&output.stdout);
    assert_eq!(output.status.code(), Some(1), "{said}");
    assert!(said.contains("rule.toml:1:1") && said.contains("nonsense"), "{said}");
    assert_eq!(advisor(&["pack", "test", &broken.path().display().to_string()], "").status.code(), Some(1));
    let said = refuses(&["pack", "check", "no/such/folder"], "");
    assert!(said.contains("no/such/folder") && said.contains(": "), "{said}");
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap().map(|it| it.unwrap().path()) {
        let target = to.join(entry.file_name().unwrap());
        if entry.is_dir() { copy(&entry, &target) } else { fs::copy(&entry, target).map(|_| ()).unwrap() }
    }
}

#[test]
fn mistakes_in_a_profile_are_told_by_their_place() {
    let wrong = json!({
        "headcount": "many", "nope": 1, "registered_on": "2026-02-30",
        "hires": [{ "id": "a" }, { "id": "a", "hired_on": 3 }],
    });
    let said = refuses(&["assess", "--profile", "-"], &wrong.to_string());
    for place in ["headcount:", "nope:", "registered_on:", "hires[1]", "hires[1].hired_on:"] {
        assert!(said.contains(place), "{place} in {said}");
    }
    for input in ["[]", "3", "", "{", "null"] {
        refuses(&["assess", "--profile", "-"], input);
    }
    assert!(refuses(&["assess", "--profile", "no/such.json"], "").contains("no/such.json"));
    refuses(&["assess"], "");
    refuses(&["search"], "");
    refuses(&["nonsense"], "");
}

#[test]
fn a_mark_before_the_first_letter_does_no_harm() {
    assert!(json_of(&["assess", "--profile", "-"], "\u{feff}{}").get("results").is_some());
}

#[test]
fn who_stops_reading_is_no_trouble() {
    for arguments in [
        &["policy", "list"][..],
        &["search", "补贴"],
        &["assess", "--profile", "-", "--json"],
        &["next", "--profile", "-"],
    ] {
        let mut child = Command::new(&*ADVISOR)
            .args(arguments)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        drop(child.stdout.take());
        let _ = child.stdin.take().unwrap().write_all(b"{}");
        let mut said = String::new();
        child.stderr.take().unwrap().read_to_string(&mut said).unwrap();
        assert_eq!(said, "", "{arguments:?}");
        assert!(child.wait().unwrap().success(), "{arguments:?}");
    }
}

#[test]
fn two_editions_are_compared_in_words_and_in_json() {
    let editions = ["one-off-hiring-subsidy/2024", "one-off-hiring-subsidy/2025"];
    let ask = |more: &[&'static str]| [&["policy", "diff"], &editions[..], more].concat();
    assert!(prints(&ask(&[]), "").contains("有效期首日由 2024年1月1日 改为 2025年1月1日"));
    assert!(
        prints(&ask(&["--lang", "en"]), "")
            .contains("The first day was 1 January 2024 and is 1 January 2025 now")
    );
    is_of_schema(&json_of(&ask(&[]), ""), "advisor.diff.schema.json");
    assert!(
        refuses(&["policy", "diff", "one-off-hiring-subsidy", editions[1]], "").contains("policy/edition")
    );
    assert!(
        refuses(&["policy", "diff", "one-off-hiring-subsidy/1999", editions[1]], "").contains("2022, 2023")
    );
}

#[test]
fn a_pack_with_a_new_policy_differs_from_the_one_before_in_that_policy() {
    let folder = tempfile::tempdir().unwrap();
    copy(Path::new(&example()), folder.path());
    let (before, after) = (example(), folder.path().display().to_string());
    assert_eq!(
        prints(&["policy", "diff", "--packs", &before, &after, "--lang", "en"], ""),
        "Nothing differs\n"
    );
    let new = ["policy", "new", "hiring/sample", "--policies", &after];
    assert!(prints(&new, "").contains("hiring/sample/2026/rule.toml"));
    assert!(prints(&["pack", "check", &after, "--lang", "en"], "").contains("3 policies, 0 errors"));
    assert!(prints(&["policy", "diff", "--packs", &before, &after], "").starts_with("+ sample  "));
    assert!(refuses(&new, "").contains("is there already"));
}
