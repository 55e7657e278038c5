//! How long one profile takes against the whole built-in pack: `cargo bench -p corpus --bench assess [-- PART OF A NAME]`.
//! Prints times; never fails on them.

use std::{
    hint::black_box,
    time::{Duration, Instant},
};

use corpus::{Loaded, read_profile};
use eligibility::{assess, judge};
use policy::Profile;
use serde_json::{Value, json};

/// As the programs have it.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

const ROUNDS: usize = 20;
const SLOWEST: usize = 6;

fn main() {
    let begun = Instant::now();
    let loaded = Loaded::built_in();
    println!(
        "loading the pack: {:.1} ms, {} policies",
        millis(begun.elapsed()),
        loaded.catalog.policies.len()
    );
    let as_of = "2026-11-23".parse().expect("a day of the calendar");
    let wanted = std::env::args().skip(1).find(|it| !it.starts_with('-')).unwrap_or_default();
    let profiles = [
        ("nothing answered", json!({})),
        ("a founder half way", half_way()),
        ("an employer half way", employer()),
        ("a founder who answered all", answered()),
        ("an employer of 50", many(50)),
        ("an employer of 500", many(500)),
        ("an employer of 5,000", many(5_000)),
    ];
    for (name, json) in profiles.into_iter().filter(|it| it.0.contains(&wanted)) {
        let (profile, mistakes) = read_profile(&loaded.catalog, &json);
        assert!(mistakes.is_empty(), "{mistakes:?}");
        println!("{name}");
        slowest(&loaded, &profile, as_of);
        let assess_once = |profile: &Profile| {
            let begun = Instant::now();
            black_box(assess(&loaded.catalog, black_box(profile), as_of));
            begun.elapsed()
        };
        let mut times: Vec<Duration> = (0..ROUNDS).map(|_| assess_once(&profile)).collect();
        times.sort();
        let at = |part: usize| millis(times[(ROUNDS - 1) * part / 100]);
        println!("  all: median {:.2} ms, p99 {:.2} ms", at(50), at(99));
    }
}

/// An employer of so many, no two of whom are alike; much of each is left open.
fn many(n: usize) -> Value {
    let person = |at: usize| {
        let (year, month, day) = (2022 + at % 5, 1 + at % 12, 1 + at % 28);
        let hired_on = format!("{year}-{month:02}-{day:02}");
        json!({
            "id": format!("h{at}"), "hired_on": hired_on, "contract_months": 6 + at % 37,
            "insured_since": format!("{year}-{month:02}-01"), "insured_in_full": true, "employment_registered": true,
            "still_employed": true, "born_on": format!("{}-{month:02}-{day:02}", 1970 + at % 34),
            "graduate": at.is_multiple_of(3), "left_school_on": format!("{year}-06-20"), "shanghai_school": at.is_multiple_of(2),
            "shanghai_hukou": at.is_multiple_of(4), "employed_before": at.is_multiple_of(5), "registered_unemployed": at.is_multiple_of(7),
            "unemployed_since": format!("{}-{month:02}-{day:02}", year - 1), "recognised_hard_to_employ": at.is_multiple_of(11),
            "xiebao": false, "rural_surplus_worker": false, "demobilised": at.is_multiple_of(13),
            "retires_on": format!("{}-{month:02}-{day:02}", 2032 + at % 20), "hardship_months_used": at % 24,
            "subsidised_elsewhere": at.is_multiple_of(17),
        })
    };
    let mut profile = employer();
    profile["hires"] = (0..n).map(person).collect();
    profile["had"] = json!([]);
    profile
}

/// The editions that take longest, each on its own.
fn slowest(loaded: &Loaded, profile: &Profile, as_of: policy::Date) {
    let editions =
        loaded.catalog.policies.iter().flat_map(|it| it.editions.iter().map(move |edition| (it, edition)));
    let mut times: Vec<(Duration, String)> = editions
        .map(|(policy, edition)| {
            let begun = Instant::now();
            black_box(judge(&loaded.catalog, policy, edition, profile, as_of));
            (begun.elapsed(), format!("{}/{}", policy.id, edition.id))
        })
        .collect();
    times.sort_by(|a, b| b.cmp(a));
    for (time, name) in times.iter().take(SLOWEST) {
        println!("  {:.2} ms  {name}", millis(*time));
    }
}

fn half_way() -> Value {
    json!({
        "registered": true, "registered_on": "2025-09-01", "registered_district": "yangpu", "legal_form": "company",
        "headcount": 1, "hukou_when_registered": "shanghai", "higher_education": true, "graduated_on": "2025-06-25",
        "hard_to_employ_when_registered": false, "first_venture": true, "head_when_registered": true,
        "longest_insured_since": "2025-10-01",
    })
}

/// 陈晓 of the journeys: every question that comes up is answered.
fn answered() -> Value {
    let text = include_str!("../../../tests/personas/chen-xiao.json");
    let mut profile: Value = serde_json::from_str(text).expect("a persona is JSON");
    for list in ["hires", "trainees", "loans"] {
        profile[list] = json!([]);
    }
    profile
}

fn employer() -> Value {
    let hire = |id: &str, on: &str| {
        json!({
            "id": id, "hired_on": on, "contract_months": 24, "insured_since": on, "graduate": true,
            "left_school_on": "2026-06-20", "shanghai_school": true, "shanghai_hukou": true, "employed_before": false,
            "registered_unemployed": false, "subsidised_elsewhere": false,
        })
    };
    let mut profile = half_way();
    profile["headcount"] = json!(8);
    profile["industry"] = json!("software");
    profile["annual_revenue"] = json!("1200000");
    profile["total_assets"] = json!("800000");
    profile["hires"] = (1..=5).map(|n| hire(&format!("h{n}"), "2026-07-01")).collect();
    profile
}

fn millis(time: Duration) -> f64 {
    time.as_secs_f64() * 1000.0
}
