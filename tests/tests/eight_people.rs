//! One firm and the people it hired and trained, reckoned by hand on three days against the built-in pack.
//!
//! The firm is a software company with nine staff, registered in Yangpu on 8 January 2024 and recognised as an
//! employment internship base; it owes CNY 30,000 of the taxes that hires are deducted from. Its people stand in
//! `personas/eight-people.json`:
//!
//! | entry | who | since | contract |
//! |---|---|---|---|
//! | at-44 | man born 1980-11-10, unemployed since 2024-09-05: 44 and under six months, so not recognised | 2025-03-03 | 24 |
//! | at-45 | man born 1980-02-20, unemployed since 2024-08-20, recognised; 15 months used elsewhere | 2025-03-03 | 36 |
//! | xiebao | recognised, insurance kept by the former employer (协保), retires 2028-03-31 | 2024-04-01 | 36 |
//! | veteran | soldier discharged to find work on his own | 2024-06-03 | 36 |
//! | disabled-graduate | left a Shanghai school 2024-06-25, first job, disability certificate, retires 2064 | 2024-07-08 | open |
//! | dispatched | graduate of 2024 from elsewhere, first job; contract and insurance are a dispatch company's | 2025-02-17 | 0 |
//! | eleven-months | graduate of 2025 from elsewhere, had jobs; left on 2026-05-31 | 2025-07-01 | 11 |
//! | used-elsewhere | unemployed since 2025-08-01; another employer drew the CNY 2,000 | 2026-02-02 | 24 |
//! | two-of-2026 | two graduates of 2026 of a Shanghai school, first jobs | 2026-07-06 | 24 |
//! | kept-at-once | trainee 2024-09-02 to 2025-02-28, kept from 2025-03-03, insured from March | | 24 |
//! | kept-late | trainee 2024-07-01 to 2024-12-31, kept from 2025-02-10, insured from February | | 12 |
//! | in-training | student of the final year, trainee 2026-09-01 to 2027-02-28, 12 days a month | | |
//!
//! All but the dispatched are insured from the month of hiring. An answer is told as
//! `rule: verdict, how many count; the rule's conditions that do not simply hold`, then who stands how, then the sums
//! (`= amount: sum per time, what is to come from that day on`).
#![allow(clippy::unwrap_used, reason = "a test that cannot go on should stop")]

use std::{collections::BTreeMap, path::Path};

use corpus::{Loaded, read_profile};
use eligibility::{AmountResult, ConditionOutcome, PolicyResult, Standing, StandingOutcome, Verdict, assess};
use policy::{Id, Interval, Number, Per};

/// Minimum wage 2,690; lower limit of the base 7,384; the employer pays 16 % + 9 % + 0.5 % = 25.5 %, with work injury
/// of class 1 (0.2 %) 25.7 %; the employee 8 % + 2 % + 0.5 % = 10.5 %.
/// The last three entries hired, four people, and the third trainee are still to come.
#[test]
fn on_20_may_2025() {
    answers_are(
        "2025-05-20",
        &[
            // Post: half of 2690 = 1345 for each of two = 2690. Insurance: 7384 x 25.5 % / 2 = 941.46, none for the 协保.
            // at-45: 36 - 15 = 21 months, March 2025 to November 2026; May 2025 to then are 19 months.
            // xiebao: 36 months end on 2027-03-31, a year before retirement, so until then; the opinion ends in December
            // 2026, 20 months. 1345 x (19 + 20) = 52455; 941.46 x 19 = 17887.74.
            "hard-to-employ-hiring-subsidy/2022: eligible, 2 count; office: no-second-insurance-subsidy
               met: at-45, xiebao
               unmet recognised: at-44, veteran, disabled-graduate
               unmet recognised contract in-full: dispatched
               unmet recognised contract insured: eleven-months
               unmet recognised insured: used-elsewhere, two-of-2026
               = post: 2690 a month, 52455 to come
               = insurance: 941.46 a month, 17887.74 to come",
            // Nobody is in a post of the district.
            "public-welfare-post-subsidy/2022: ineligible, 0 count; unmet: welfare-post, somebody; office: placed-by-district
               unmet welfare-post: at-45, xiebao
               unmet recognised welfare-post: at-44, veteran, disabled-graduate, dispatched
               unmet recognised welfare-post in-post: eleven-months, used-elsewhere, two-of-2026",
            // An open-ended contract counts three times: 3 x 12434 (average wage of 2024) x 25.7 % = 9586.614.
            // Hired within five years of leaving school: 7384 x 25.7 % = 1897.688.
            "disabled-staff-subsidy/2014: eligible, 1 count; office: other-terms
               met: disabled-graduate
               unmet disabled: at-44, at-45, xiebao, veteran
               unmet disabled contract: dispatched
               unmet disabled hired: eleven-months, used-elsewhere, two-of-2026
               = post: 9586.614 a year
               = insurance: 1897.688 a month",
            // Class of 2024, but of a Shanghai school: the office says whether 1,500 or the 2,000 below.
            "expansion-subsidy/2024: eligible, 1 count; office: group, somebody
               officer: disabled-graduate
               unmet group: xiebao, veteran
               other-edition: at-44, at-45, dispatched, eleven-months, used-elsewhere, two-of-2026
               = grant: 1500 once",
            // Nobody yet. eleven-months will be insured for three months on 2025-10-01; a contract of any length will do.
            "expansion-subsidy/2025: upcoming from 2025-10-01, 0 count; unmet: somebody; unknown: insured
               unmet group insured: at-44, at-45
               unmet contract in-full: dispatched
               not-yet: eleven-months
               other-edition: xiebao, veteran, disabled-graduate, used-elsewhere, two-of-2026
               = grant: 1500 once",
            // Class of 2024 of a Shanghai school: 2000.
            "one-off-hiring-subsidy/2024: eligible, 1 count
               met: disabled-graduate
               unmet priority-group: xiebao, veteran
               other-edition: at-44, at-45, dispatched, eleven-months, used-elsewhere, two-of-2026
               = grant: 2000 once",
            // Three months unemployed on 2024-12-05 and 2024-11-20: both, 2 x 2000 = 4000.
            "one-off-hiring-subsidy/2025: eligible, 2 count
               met: at-44, at-45
               unmet contract: dispatched
               not-yet: eleven-months
               other-edition: xiebao, veteran, disabled-graduate, used-elsewhere, two-of-2026
               = grant: 4000 once",
            // Half a year unemployed: at-45 since 2025-02-20, at-44 only from 2025-03-05, two days after being hired.
            // A quarter of 10.5 %: 8000 -> 210, 10000 -> 262.50; together 472.50.
            // at-45: March 2025 to February 2026, 10 months left, 2100; the graduate: all of 2025, 8 left, 2100.
            "key-industry-insurance-share/2025: eligible, 2 count; office: key-industry, shanghai-rule
               met: at-45, disabled-graduate
               unmet group: at-44, xiebao, veteran
               unmet contract: dispatched
               unmet contract insured-in-2025: eleven-months
               unmet insured-in-2025: used-elsewhere
               unmet group insured-in-2025: two-of-2026
               = share: 472.5 a month, 4200 to come",
            // The two of 2026 are the first in time. From then on the base is 7546: 2 x 7546 x 25.7 % / 2 = 1939.322 a
            // month, for twelve months 23271.864. For the disabled graduate six months ended in January 2025.
            "graduate-hire-insurance-subsidy/2023: upcoming from 2026-07-06, 0 count; unmet: somebody; office: no-second-insurance-subsidy
               unmet graduate: at-44, at-45
               unmet graduate in-time: xiebao, veteran
               unmet in-time: disabled-graduate
               unmet contract employment-registered: dispatched
               not-yet: eleven-months, used-elsewhere, two-of-2026
               = insurance: 1939.322 a month, 23271.864 to come",
            // January to December at 9000 / 12 = 750: 9000.
            "demobilised-soldier-hiring-deduction/2023: eligible, 1 count; office: vat-part
               met: veteran
               unmet soldier: at-44, at-45, xiebao, disabled-graduate
               unmet soldier contract: dispatched
               unmet soldier contract insured: eleven-months
               unmet soldier insured months-left: used-elsewhere, two-of-2026
               = deduction: 9000 a year",
            // March to December, 10 months at 500 to 650 (Shanghai's figure was not read): 5000 to 6500.
            "priority-group-hiring-deduction/2023: eligible, 1 count; office: vat-part
               met: at-45
               unmet group: at-44, xiebao, veteran, disabled-graduate
               unmet group contract: dispatched
               unmet group contract insured: eleven-months
               unmet insured months-left: used-elsewhere
               unmet group insured months-left: two-of-2026
               = deduction: 5000..6500 a year",
            // A company is no sole trader, whomever it hires.
            "sole-trader-rent-subsidy/2021: ineligible, 6 count; unmet: trade; office: rent, steady, somebody
               officer: at-44, at-45, xiebao, veteran, disabled-graduate, dispatched
               unmet employed: eleven-months, used-elsewhere, two-of-2026",
            // The third trainee begins on 2026-09-01, when the minimum wage is 2740: half is 1370, 80 % is 2192.
            "internship-mentoring-subsidy/2021: upcoming from 2026-09-01, 0 count; unmet: running, somebody; office: rate
               unmet running: kept-at-once, kept-late, in-training
               = mentoring: 1370 a month",
            "internship-living-allowance/2021: upcoming from 2026-09-01, 0 count; unmet: running, somebody
               unmet running: kept-at-once, kept-late, in-training
               = allowance: 2192 a month",
            // kept-at-once is insured for three full months on 2025-06-01: 941.46. kept-late had until 2025-01-31.
            "internship-retention-insurance-subsidy/2021: upcoming from 2025-06-01, 0 count; unmet: somebody; office: no-second-insurance-subsidy
               unmet insured: kept-at-once
               unmet in-time: kept-late
               unmet kept in-time contract insured: in-training
               = insurance: 941.46 a month",
            // The award has no such limit, and kept-late is insured for three months since 2025-05-01.
            "internship-retention-award/2021: eligible, 1 count
               met: kept-late
               unmet insured: kept-at-once
               unmet kept contract employment-registered insured: in-training
               = award: 5000 once",
            NOBODY_FOUNDED,
        ],
    );
}

/// Minimum wage 2,740; lower limit of the base 7,546; rates as before. Everybody has come, and one has left.
#[test]
fn on_30_november_2026() {
    answers_are(
        "2026-11-30",
        &[
            // Post: half of 2740 = 1370 for each of two. Insurance: 7546 x 25.5 % / 2 = 962.115.
            // It is the last day of at-45's 21 months, one month is left; xiebao has two: 1370 x 3 = 4110.
            "hard-to-employ-hiring-subsidy/2022: eligible, 2 count; office: no-second-insurance-subsidy
               met: at-45, xiebao
               unmet recognised: at-44, veteran, disabled-graduate, used-elsewhere, two-of-2026
               unmet recognised contract in-full: dispatched
               unmet recognised contract in-post: eleven-months
               = post: 2740 a month, 4110 to come
               = insurance: 962.115 a month, 962.115 to come",
            "public-welfare-post-subsidy/2022: ineligible, 0 count; unmet: welfare-post, somebody; office: placed-by-district
               unmet welfare-post: at-45, xiebao
               unmet recognised welfare-post: at-44, veteran, disabled-graduate, dispatched, used-elsewhere, two-of-2026
               unmet recognised welfare-post in-post: eleven-months",
            DISABLED_STAFF,
            // The year of eleven-months: graduate of 2025, insured for sixteen months.
            "expansion-subsidy/2025: eligible, 1 count
               met: eleven-months
               unmet group: at-44, at-45
               unmet contract in-full: dispatched
               other-edition: xiebao, veteran, disabled-graduate, used-elsewhere, two-of-2026
               = grant: 1500 once",
            "one-off-hiring-subsidy/2025: eligible, 2 count
               met: at-44, at-45
               unmet contract: dispatched, eleven-months
               other-edition: xiebao, veteran, disabled-graduate, used-elsewhere, two-of-2026
               = grant: 4000 once",
            ONE_OFF_OF_2026,
            // The twelve months of both are over: nothing is to come.
            "key-industry-insurance-share/2025: eligible, 2 count; office: key-industry, shanghai-rule
               met: at-45, disabled-graduate
               unmet group: at-44, xiebao, veteran
               unmet contract: dispatched, eleven-months
               unmet insured-in-2025: used-elsewhere
               unmet group insured-in-2025: two-of-2026
               = share: 472.5 a month, 0 to come",
            // 1939.322 as above; November 2026 to June 2027 are 8 months: 15514.576.
            "graduate-hire-insurance-subsidy/2023: eligible, 2 count; office: no-second-insurance-subsidy
               met: two-of-2026
               unmet graduate in-time: at-44, at-45, xiebao, veteran, used-elsewhere
               unmet in-time: disabled-graduate
               unmet contract employment-registered: dispatched
               unmet contract in-time: eleven-months
               = insurance: 1939.322 a month, 15514.576 to come",
            // All of 2026 lies within June 2024 to May 2027: 12 x 750.
            "demobilised-soldier-hiring-deduction/2023: eligible, 1 count; office: vat-part
               met: veteran
               unmet soldier: at-44, at-45, xiebao, disabled-graduate, used-elsewhere, two-of-2026
               unmet soldier contract: dispatched, eleven-months
               = deduction: 9000 a year",
            // at-45: 12 months, 6000 to 7800. used-elsewhere: unemployed for half a year since 2026-02-01, the day before;
            // February to December, 11 months, 5500 to 7150. Together 11500 to 14950, below the tax of 30000.
            "priority-group-hiring-deduction/2023: eligible, 2 count; office: vat-part
               met: at-45, used-elsewhere
               unmet group: at-44, xiebao, veteran, disabled-graduate, two-of-2026
               unmet group contract: dispatched, eleven-months
               = deduction: 11500..14950 a year",
            NO_SOLE_TRADER,
            // The third trainee is there: half of 2740, and 80 % of it.
            "internship-mentoring-subsidy/2021: eligible, 1 count; office: rate
               met: in-training
               unmet running: kept-at-once, kept-late
               = mentoring: 1370 a month",
            "internship-living-allowance/2021: eligible, 1 count
               met: in-training
               unmet running: kept-at-once, kept-late
               = allowance: 2192 a month",
            // 7546 x 25.5 % / 2.
            "internship-retention-insurance-subsidy/2021: eligible, 1 count; office: no-second-insurance-subsidy
               met: kept-at-once
               unmet in-time: kept-late
               unmet kept in-time contract insured: in-training
               = insurance: 962.115 a month",
            TWO_KEPT,
            NOBODY_FOUNDED,
        ],
    );
}

/// The opinion of 2022 ended with 2026, and with it the money for people hard to employ; so did the share for key
/// industries. The notice with the employer's medical rate ended on 28 February 2027, and no later one is known.
#[test]
fn on_15_march_2027() {
    answers_are(
        "2027-03-15",
        &[
            DISABLED_STAFF,
            // A rule by the day of hiring answers for twelve months after its last day; that of 2025 is over by now.
            ONE_OFF_OF_2026,
            // Six months after July 2026 ended in January 2027.
            "graduate-hire-insurance-subsidy/2023: ineligible, 0 count; unmet: somebody; unknown: in-time; office: no-second-insurance-subsidy
               unmet graduate in-time: at-44, at-45, xiebao, veteran, used-elsewhere
               unmet in-time: disabled-graduate, two-of-2026
               unmet contract employment-registered: dispatched
               unmet contract in-time: eleven-months",
            // January to May, the last of 36 months: 5 x 750.
            "demobilised-soldier-hiring-deduction/2023: eligible, 1 count; office: vat-part
               met: veteran
               unmet soldier: at-44, at-45, xiebao, disabled-graduate, used-elsewhere, two-of-2026
               unmet soldier contract: dispatched
               unmet soldier contract months-left: eleven-months
               = deduction: 3750 a year",
            // Two people for twelve months each: 2 x 6000 to 2 x 7800.
            "priority-group-hiring-deduction/2023: eligible, 2 count; office: vat-part
               met: at-45, used-elsewhere
               unmet group: at-44, xiebao, veteran, disabled-graduate, two-of-2026
               unmet group contract: dispatched
               unmet group contract months-left: eleven-months
               = deduction: 12000..15600 a year",
            NO_SOLE_TRADER,
            // The third internship ended on 28 February.
            "internship-mentoring-subsidy/2021: ineligible, 0 count; unmet: running, somebody; office: rate
               unmet running: kept-at-once, kept-late, in-training",
            "internship-living-allowance/2021: ineligible, 0 count; unmet: running, somebody
               unmet running: kept-at-once, kept-late, in-training",
            // One still counts, but without a medical rate there is no sum.
            "internship-retention-insurance-subsidy/2021: eligible, 1 count; office: no-second-insurance-subsidy
               met: kept-at-once
               unmet in-time: kept-late
               unmet kept in-time contract insured: in-training
               = insurance: not known a month",
            TWO_KEPT,
            NOBODY_FOUNDED,
        ],
    );
}

/// Since June 2025, with no rates read; whether the post is real is for the office. Only who is disabled is asked for a
/// wage and a day of retirement, so nobody else fails on them.
const DISABLED_STAFF: &str =
    "disabled-staff-subsidy/2025: eligible, 1 count; office: rights, real-post, somebody
    officer: disabled-graduate
    unmet certificate: at-44, at-45, xiebao, used-elsewhere, two-of-2026
    unmet certificate hukou: veteran
    unmet certificate hukou contract employment-registered insured: dispatched
    unmet certificate hukou contract in-post: eleven-months
    = post: not known a year
    = insurance: not known a month";

/// The class of 2026 is for the office: 2 x 2000. Of used-elsewhere the half year is long enough, but somebody drew it.
const ONE_OFF_OF_2026: &str = "one-off-hiring-subsidy/2026: eligible, 2 count; office: somebody
    officer: two-of-2026
    unmet once: used-elsewhere
    other-edition: at-44, at-45, xiebao, veteran, disabled-graduate, dispatched, eleven-months
    = grant: 4000 once";

/// All but the one who left are in work: seven, and the two of 2026.
const NO_SOLE_TRADER: &str =
    "sole-trader-rent-subsidy/2021: ineligible, 9 count; unmet: trade; office: rent, steady, somebody
    officer: at-44, at-45, xiebao, veteran, disabled-graduate, dispatched, used-elsewhere, two-of-2026
    unmet employed: eleven-months";

/// Insured for three full months since May and June 2025: 2 x 5000.
const TWO_KEPT: &str = "internship-retention-award/2021: eligible, 2 count
    met: kept-at-once, kept-late
    unmet kept contract employment-registered insured: in-training
    = award: 10000 once";

/// A base for employment, and trainees who founded nothing.
const NOBODY_FOUNDED: &str =
    "internship-founding-subsidy/2017: ineligible, 0 count; unmet: base, startup-internship, founded, in-time, helped, somebody
    unmet startup-internship founded in-time helped: kept-at-once, kept-late, in-training";

/// Holds the answers of every rule over these people against those reckoned by hand.
#[track_caller]
fn answers_are(as_of: &str, by_hand: &[&str]) {
    let loaded = Loaded::built_in();
    let persona = Path::new(env!("CARGO_MANIFEST_DIR")).join("personas/eight-people.json");
    let persona = serde_json::from_str(&std::fs::read_to_string(persona).unwrap()).unwrap();
    let (profile, mistakes) = read_profile(&loaded.catalog, &persona);
    assert!(mistakes.is_empty(), "{mistakes:?}");
    let assessment = assess(&loaded.catalog, &profile, as_of.parse().unwrap());
    let over_people = assessment.results.iter().filter(|it| !it.standings.is_empty());
    let found: BTreeMap<String, Answer> = over_people.map(answer).collect();
    let by_hand: BTreeMap<String, Answer> = by_hand.iter().map(|it| read(it)).collect();
    assert_eq!(found.keys().collect::<Vec<_>>(), by_hand.keys().collect::<Vec<_>>(), "{as_of}: which rules");
    for (rule, expected) in &by_hand {
        let found = &found[rule];
        assert_eq!(found.says, expected.says, "{as_of}: {rule}");
        assert_eq!(found.sums, expected.sums, "{as_of}: {rule}");
        let names = |it: &Answer| it.people.keys().cloned().collect::<Vec<_>>();
        assert_eq!(names(found), names(expected), "{as_of}: {rule}: who");
        for (name, stands) in &expected.people {
            let found = &found.people[name];
            assert_eq!(found, stands, "{as_of}: {rule}: {name}");
        }
    }
}

/// What there is to say of one rule.
struct Answer {
    says: String,
    people: BTreeMap<String, String>,
    sums: Vec<String>,
}

/// An answer as it is written above, with the rule it is of.
fn read(told: &str) -> (String, Answer) {
    let mut lines = told.lines().map(str::trim);
    let (rule, says) = lines.next().unwrap().split_once(": ").unwrap();
    let mut answer = Answer { says: says.to_owned(), people: BTreeMap::new(), sums: Vec::new() };
    for line in lines {
        if let Some(sum) = line.strip_prefix("= ") {
            answer.sums.push(sum.to_owned());
            continue;
        }
        let (stands, names) = line.split_once(": ").unwrap();
        for name in names.split(", ") {
            let before = answer.people.insert(name.to_owned(), stands.to_owned());
            assert!(before.is_none(), "{rule}: {name} stands twice");
        }
    }
    (rule.to_owned(), answer)
}

/// An answer as the program gives it, in the same words.
fn answer(result: &PolicyResult) -> (String, Answer) {
    let people = result.standings.iter().map(|it| (it.entry.to_string(), stands(it))).collect();
    let sums = result.amounts.iter().map(sum).collect();
    (format!("{}/{}", result.policy, result.edition), Answer { says: says(result), people, sums })
}

fn says(result: &PolicyResult) -> String {
    let verdict = match result.verdict {
        Verdict::Eligible => "eligible".to_owned(),
        Verdict::Undetermined => "undetermined".to_owned(),
        Verdict::Upcoming => {
            format!("upcoming from {}", result.eligible_from.and_then(|it| it.exact()).unwrap())
        }
        Verdict::Ineligible => "ineligible".to_owned(),
        Verdict::Missed => "missed".to_owned(),
    };
    let conditions = [
        ("unmet", ConditionOutcome::Unmet),
        ("unknown", ConditionOutcome::Unknown),
        ("office", ConditionOutcome::Officer),
    ]
    .map(|(word, outcome)| {
        let those = result.findings.iter().filter(|it| it.outcome == outcome);
        let those: Vec<&str> = those.map(|it| it.condition.as_str()).collect();
        if those.is_empty() { String::new() } else { format!("; {word}: {}", those.join(", ")) }
    });
    format!("{verdict}, {} count{}", figure(result.counted), conditions.concat())
}

fn stands(standing: &Standing) -> String {
    match standing.outcome {
        StandingOutcome::Met => "met".to_owned(),
        StandingOutcome::Unmet => {
            format!("unmet {}", standing.unmet.iter().map(Id::as_str).collect::<Vec<_>>().join(" "))
        }
        StandingOutcome::Unknown => "unknown".to_owned(),
        StandingOutcome::Officer => "officer".to_owned(),
        StandingOutcome::OtherEdition => "other-edition".to_owned(),
        StandingOutcome::NotYet => "not-yet".to_owned(),
    }
}

fn sum(amount: &AmountResult) -> String {
    let per = match amount.per {
        Per::Once => "once",
        Per::Month => "a month",
        Per::Year => "a year",
    };
    let to_come = amount.totals.remaining.map(|it| format!(", {} to come", figure(Some(it))));
    format!("{}: {} {per}{}", amount.id, figure(amount.value), to_come.unwrap_or_default())
}

/// A figure to its last digit; both ends where it is not certain.
fn figure(figure: Option<Interval<Number>>) -> String {
    let ends = figure.and_then(|it| it.low().zip(it.high()));
    match ends {
        None => "not known".to_owned(),
        Some((low, high)) if low == high => low.to_string(),
        Some((low, high)) => format!("{low}..{high}"),
    }
}
