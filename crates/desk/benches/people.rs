//! How long one change takes with 5,000 people entered: `cargo bench -p desk`. Prints times; never fails on them.
//!
//! With `-- --reckon` also how long it takes to judge the whole pack for them, which nobody's typing waits for.

use std::{
    hint::black_box,
    path::Path,
    time::{Duration, Instant},
};

use desk::{Desk, Library, NewEntry, paste::Reading};
use policy::Date;
use serde_json::{Map, Value, json};

const PEOPLE: usize = 5_000;
const ROUNDS: usize = 50;
const NOW: &str = "2026-11-23T10:00";

fn main() {
    let folder = tempfile::tempdir().expect("the system has a place for temporary files");
    let mut desk = open(folder.path());
    told(
        "pasting 5,000 people",
        &mut [time(|| {
            let entries =
                desk.put_paste("hires", &staff(), &Reading::default(), NOW).expect("a paste is entered");
            assert_eq!(entries, PEOPLE);
        })],
    );
    let put = |desk: &mut Desk, n: usize| {
        let fields =
            object(json!({ "hired_on": format!("2026-07-{:02}", n % 28 + 1), "contract_months": 24 }));
        let id = Some(format!("e{}", n * 97 + 1));
        desk.put_entry(NewEntry { list: "hires".to_owned(), id, name: None, fields }, NOW)
            .expect("an entry is put");
    };
    told("changing one", &mut rounds(|n| put(&mut desk, n)));
    told(
        "removing one",
        &mut rounds(|n| desk.remove_entry("hires", &format!("e{}", n * 91 + 2), NOW).expect("it is there")),
    );
    told("the form of one more, first", &mut [time(|| form(&mut desk))]);
    told("the form of one more, then", &mut rounds(|_| form(&mut desk)));
    if std::env::args().any(|it| it == "--reckon") {
        told("judging the pack", &mut [time(|| desk.settle().expect("the place is remembered"))]);
    }
}

fn open(folder: &Path) -> Desk {
    let today: Date = "2026-11-23".parse().expect("a day of the calendar");
    let library = Library::open(None, today).expect("the built-in pack is whole");
    Desk::open(library, folder, today, NOW).expect("a new book opens")
}

fn form(desk: &mut Desk) {
    black_box(
        desk.form("hires", &object(json!({ "graduate": true, "hired_on": "2026-07-01" })))
            .expect("there is such a list"),
    );
}

/// Nobody like another: each has a name.
fn staff() -> String {
    let mut staff = "姓名\t入职时间\t合同期限\t出生日期\t应届毕业生\n".to_owned();
    for n in 0..PEOPLE {
        staff +=
            &format!("员工{n}\t2026-{:02}-{:02}\t两年\t{}-5-12\t是\n", n % 10 + 1, n % 28 + 1, 1970 + n % 35);
    }
    staff
}

fn object(value: Value) -> Map<String, Value> {
    value.as_object().cloned().unwrap_or_default()
}

fn rounds(mut act: impl FnMut(usize)) -> Vec<Duration> {
    (0..ROUNDS).map(|n| time(|| act(n))).collect()
}

fn time(act: impl FnOnce()) -> Duration {
    let begun = Instant::now();
    act();
    begun.elapsed()
}

fn told(what: &str, times: &mut [Duration]) {
    times.sort();
    let millis = |it: Option<&Duration>| it.map_or(0.0, Duration::as_secs_f64) * 1000.0;
    println!(
        "{what}: median {:.1} ms, slowest {:.1} ms",
        millis(times.get(times.len() / 2)),
        millis(times.last())
    );
}
