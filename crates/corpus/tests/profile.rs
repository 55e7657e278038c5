//! Profiles come back as they were written, and what is wrong in one is told at its key.

mod support;

use std::collections::BTreeMap;

use corpus::{Loaded, read_profile, write_profile};
use expect_test::{Expect, expect};
use policy::{
    Answer, Catalog, Date, Entries, Entry, FactRef, FactType, Had, Interval, Number, NumberKind, OptionSet,
    Owner, Profile, Value,
};
use proptest::{collection::vec, prelude::*, sample::subsequence};
use serde_json::json;

/// A pack with a fact of every type and a list.
fn pack() -> Loaded {
    let loaded = support::pack(
        r#"
//- facts/all.toml
[[list]]
id = "hires"
topic = "company"
at_most = 100
[[fact]]
id = "insured"
type = "boolean"
topic = "company"
[[fact]]
id = "share"
type = "decimal"
topic = "company"
min = 0
max = 1
[[fact]]
id = "rent"
type = "money"
topic = "company"
min = 0
[[fact]]
id = "insured_since"
type = "date"
topic = "company"
precision = "month"
[[fact]]
id = "form"
type = "choice"
topic = "company"
options = [{ id = "company", zh = "公司", en = "company" }, { id = "shop", zh = "店", en = "shop" }, { id = "team", zh = "团队", en = "team" }]
[[fact]]
id = "titles"
type = "choices"
topic = "company"
options = [{ id = "high-tech", zh = "高新", en = "high-tech" }, { id = "sme", zh = "中小", en = "SME" }, { id = "team", zh = "团队", en = "team" }]
[[fact]]
id = "hired_on"
of = "hires"
type = "date"
[[fact]]
id = "wage"
of = "hires"
type = "money"
ask = { zh = "月工资", en = "Monthly wage" }
[[derived]]
id = "many"
value = "staff > 10"
zh = "多"
en = "Many"
"#,
    );
    assert!(!loaded.has_errors(), "{}", corpus::render(&loaded.remarks, &loaded.files, |it| &it.en));
    loaded
}

/// What is said of a profile, a line each.
#[track_caller]
fn check(profile: serde_json::Value, expect: Expect) {
    let (_, mistakes) = read_profile(&pack().catalog, &profile);
    let lines: Vec<String> = mistakes.iter().map(ToString::to_string).collect();
    expect.assert_eq(&lines.join("\n"));
}

#[test]
fn what_is_wrong_is_told_at_its_key() {
    check(
        json!({
            "staf": 3,
            "staff": -1,
            "opened_on": "2026-02-30",
            "insured": "yes",
            "share": "0.1234567",
            "rent": 8000.005,
            "insured_since": "1799-01-01",
            "form": "compny",
            "titles": "sme",
            "many": true,
            "wage": 3,
            "hires": [
                { "id": "a", "n": 1.5, "hired_on": null, "form": "shop" },
                { "id": "a" },
                { "id": "B" },
                7,
            ],
            "had": [{ "policy": "rant" }, { "on": "2026-01-01", "why": 3 }],
        }),
        expect![[r#"
            staf: there is no fact `staf` (did you mean `staff`?)
            staff: -1 is not possible here: it must be 0 or more
            opened_on: `2026-02-30` is not a date: write it like "2026-11-23"
            insured: must be true or false, not a string
            share: 0.1234567 has more than six digits behind the point
            rent: 8000.005 is finer than a fen (0.01)
            insured_since: 1799-01-01 is not possible: dates lie between 1900-01-01 and 2199-12-31
            form: `compny` is not one of the options (did you mean `company`?)
            titles: must be a list of options, not a string
            many: is reckoned from other facts and cannot be given
            wage: is told of the entries of `hires`
            hires[0].n: must be a whole number, not 1.5
            hires[0].hired_on: must be a date such as "2026-11-23", not null (leave out what was not asked)
            hires[0].form: is told of the enterprise, not of an entry
            hires[1]: the id `a` is there twice
            hires[2].id: `B` is not an id: use small Latin letters, digits and single hyphens
            hires[3]: an entry is an object of facts, not a number
            had[0].policy: the pack has no policy `rant` (did you mean `rent`?)
            had[1].why: means nothing here (there are `policy`, `on`, `sum` and `for`)
            had[1]: a support received needs its `policy`"#]],
    );
}

#[test]
fn ranges_and_options_that_cannot_be() {
    check(
        json!({
            "staff": { "min": 20, "max": 10 },
            "share": { "from": 1 },
            "rent": {},
            "insured": { "unknown": false },
            "opened_on": { "min": "2026", "max": 3 },
            "form": { "among": ["company", "compny"] },
            "titles": { "among": ["sme"], "certain": ["team"] },
            "hires": { "entries": 3, "mor": true },
        }),
        expect![[r#"
            staff: `min` is greater than `max`
            share: `from` means nothing here (besides a plain value there are `min`, `max` and {"unknown": true})
            rent: an empty object means nothing here (besides a plain value there are `min`, `max` and {"unknown": true})
            insured: what is not known is written {"unknown": true}
            opened_on.min: `2026` is not a date: write it like "2026-11-23"
            opened_on.max: must be a date such as "2026-11-23", not a number
            form.among[1]: `compny` is not one of the options (did you mean `company`?)
            titles: what is `certain` is `among` what is possible
            hires: `mor` means nothing here (a list has `entries` and `more`)
            hires: `entries` must be a list"#]],
    );
}

#[test]
fn more_than_there_can_be() {
    check(
        json!({ "hires": [{ "n": 60 }, { "n": { "min": 41 } }] }),
        expect!["hires: there can be 100 at most"],
    );
}

#[test]
fn a_profile_that_is_none() {
    check(json!([1, 2]), expect!["a profile is an object of facts, not a list"]);
}

#[test]
fn what_anybody_may_do_wrong_in_a_form_is_told_in_plain_words() {
    let profile = json!({
        "staff": -1,
        "opened_on": "2026-02-30",
        "form": "compny",
        "hires": [{ "wage": "8000.005", "hired_on": "20260-01-01" }],
    });
    let (_, mistakes) = read_profile(&pack().catalog, &profile);
    let said: Vec<String> =
        mistakes.iter().filter_map(|it| it.say.as_ref()).map(|it| format!("{} / {}", it.zh, it.en)).collect();
    expect![[r#"
        不能小于 0 / It must be 0 or more
        没有这一天，请检查年、月、日 / The calendar has no such day: check year, month and day
        月工资：金额最多到分，小数点后两位 / Monthly wage: Yuan have at most two digits behind the point
        没有这一天，请检查年、月、日 / The calendar has no such day: check year, month and day"#]]
    .assert_eq(&said.join("\n"));
}

#[test]
fn what_is_right_is_read_beside_what_is_wrong() {
    let loaded = pack();
    let (profile, mistakes) = read_profile(&loaded.catalog, &json!({ "staff": 3, "rent": "x" }));
    assert_eq!(mistakes.len(), 1);
    assert_eq!(write_profile(&loaded.catalog, &profile), json!({ "staff": 3 }));
}

#[test]
fn a_month_is_its_first_day() {
    let loaded = pack();
    let (profile, mistakes) = read_profile(
        &loaded.catalog,
        &json!({ "insured_since": { "min": "2026-01", "max": "2026-03-31" }, "opened_on": "2026-03-31" }),
    );
    assert_eq!(mistakes, []);
    let written =
        json!({ "opened_on": "2026-03-31", "insured_since": { "min": "2026-01-01", "max": "2026-03-01" } });
    assert_eq!(write_profile(&loaded.catalog, &profile), written);
}

#[test]
fn entries_without_an_id_are_called_after_their_place() {
    let loaded = pack();
    let (profile, _) = read_profile(&loaded.catalog, &json!({ "hires": [{}, { "id": "x" }, { "n": 2 }] }));
    let written = json!({ "hires": [{ "id": "e1" }, { "id": "x" }, { "id": "e3", "n": 2 }] });
    assert_eq!(write_profile(&loaded.catalog, &profile), written);
}

proptest! {
    /// Whatever is known comes back exactly.
    #[test]
    fn profiles_come_back_as_they_were(profile in profiles(&pack().catalog)) {
        let loaded = pack();
        let json = write_profile(&loaded.catalog, &profile);
        let text = serde_json::to_string(&json).unwrap();
        let (again, mistakes) = read_profile(&loaded.catalog, &serde_json::from_str(&text).unwrap());
        prop_assert_eq!(mistakes, vec![]);
        prop_assert_eq!(again, profile);
    }
}

fn profiles(catalog: &Catalog) -> impl Strategy<Value = Profile> + use<> {
    let hires = catalog.find_list("hires").expect("the pack has it");
    let of = |owner| -> Vec<FactRef> {
        (0..catalog.facts.len()).map(FactRef).filter(|it| catalog.fact(*it).owner == owner).collect()
    };
    let entry = answers(catalog, of(Owner::Entry(hires)));
    let entries = (vec((entry, 0..5_i64, 0..5_i64), 0..4), any::<bool>()).prop_map(|(entries, more)| {
        let entry = |(idx, (answers, a, b)): (usize, (BTreeMap<FactRef, Answer>, i64, i64))| Entry {
            id: format!("p{idx}").parse().expect("an id"),
            n: Interval::between(Number::from(a), Number::from(b)),
            answers,
        };
        Entries { entries: entries.into_iter().enumerate().map(entry).collect(), more }
    });
    let policy = catalog.policies[0].id.clone();
    let had = (any::<bool>(), 0..99_999_i64, any::<bool>()).prop_map(move |(exact, fen, of_entry)| Had {
        policy: policy.clone(),
        on: exact.then(|| day(fen)),
        sum: exact.then(|| Number::from(fen).times(Number::FEN).expect("small")),
        entry: of_entry.then(|| "p0".parse().expect("an id")),
    });
    let lists = prop::option::of(entries);
    (answers(catalog, of(Owner::Enterprise)), lists, vec(had, 0..3), any::<bool>()).prop_map(
        move |(answers, entries, had, more_had)| Profile {
            answers,
            lists: entries.into_iter().map(|it| (hires, it)).collect(),
            had,
            more_had,
            assumed: BTreeMap::new(),
        },
    )
}

fn answers(
    catalog: &Catalog,
    facts: Vec<FactRef>,
) -> impl Strategy<Value = BTreeMap<FactRef, Answer>> + use<> {
    let each: Vec<_> = facts
        .into_iter()
        .map(|it| {
            prop::option::of(answer(&catalog.fact(it).kind)).prop_map(move |answer| Some((it, answer?)))
        })
        .collect();
    each.prop_map(|it| it.into_iter().flatten().collect())
}

fn answer(kind: &FactType) -> BoxedStrategy<Answer> {
    let known = match kind {
        FactType::Boolean => any::<bool>().prop_map(|it| Value::Truth(Some(it))).boxed(),
        FactType::Number { kind, .. } => numbers(*kind).prop_map(Value::Number).boxed(),
        FactType::Date { by_month } => days(*by_month).prop_map(Value::Date).boxed(),
        FactType::Choice(options) => {
            let options: Vec<_> = options.iter().map(|it| it.id).collect();
            let n_all = options.len();
            subsequence(options, 1..=n_all).prop_map(|it| Value::Choice(it.into_iter().collect())).boxed()
        }
        FactType::Choices(options) => {
            let options: Vec<_> = options.iter().map(|it| it.id).collect();
            let some = subsequence(options.clone(), 0..=options.len());
            (some.clone(), some)
                .prop_map(|(a, b)| {
                    let certain: OptionSet = a.into_iter().collect();
                    Value::Choices { certain, possible: certain.union(b.into_iter().collect()) }
                })
                .boxed()
        }
    };
    prop_oneof![1 => Just(Answer::Unknown), 4 => known.prop_map(Answer::Known)].boxed()
}

/// A number or a band within 0 to 1, as every number of the pack allows; an end may be open.
fn numbers(kind: NumberKind) -> impl Strategy<Value = Interval<Number>> {
    let n_steps = Number::ONE.over(kind.step()).and_then(Number::to_i64).expect("a step divides one");
    (0..=n_steps, 0..=n_steps, 0..3).prop_map(move |(a, b, open)| {
        let at = |it: i64| Number::from(it).times(kind.step()).expect("small");
        let band = Interval::between(at(a), at(b));
        match open {
            0 => Interval::new(band.low(), None).expect("one end"),
            1 => Interval::new(None, band.high()).expect("one end"),
            _ => band,
        }
    })
}

fn days(by_month: bool) -> impl Strategy<Value = Interval<Date>> {
    (0..99_999_i64, 0..99_999_i64).prop_map(move |(a, b)| {
        let at = |it| if by_month { day(it).first_of_month() } else { day(it) };
        Interval::between(at(a), at(b))
    })
}

fn day(days: i64) -> Date {
    "1900-01-01".parse::<Date>().expect("a day").plus_days(days)
}
