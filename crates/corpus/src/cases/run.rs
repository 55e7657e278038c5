//! Runs cases and tells where what came out is not what was expected.

use std::{collections::BTreeSet, fmt};

use eligibility::{
    AmountResult, ConditionOutcome, PolicyResult, Standing, StandingOutcome, Subject, Verdict,
};
use policy::{Catalog, Date, Edition, Interval, Number, Policy, Possible};

use super::{Case, Expected, ExpectedAmount, Judged, Shows, answering, facts, figures, read_cases};
use crate::{Loaded, Remark, Severity, load::is_cases};

/// How the cases of a pack came out.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Report {
    /// How many came out as expected.
    pub passed: usize,
    /// Those that did not, in the order of the files.
    pub failed: Vec<Failure>,
}

/// A case that came out otherwise than expected.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Failure {
    /// The file it stands in.
    pub file: String,
    /// Its line, from 1.
    pub line: usize,
    /// The case.
    pub case: String,
    /// A sentence per difference.
    pub differences: Vec<String>,
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}: {}", self.file, self.line, self.case)?;
        self.differences.iter().try_for_each(|it| write!(f, "\n  {it}"))
    }
}

/// Runs all cases of a pack. One that cannot be read, or whose policy is left out, has failed.
pub fn run(loaded: &Loaded) -> Report {
    let (cases, remarks) = read_cases(loaded);
    let mut report = Report { passed: 0, failed: not_run(loaded, &remarks) };
    for case in &cases {
        let differences = differences(&loaded.catalog, case);
        if differences.is_empty() {
            report.passed += 1;
        } else {
            let Case { file, line, name, .. } = case.clone();
            report.failed.push(Failure { file, line, case: name, differences });
        }
    }
    report.failed.sort_by(|a, b| (&a.file, a.line).cmp(&(&b.file, b.line)));
    report
}

fn not_run(loaded: &Loaded, remarks: &[Remark]) -> Vec<Failure> {
    let failure = |file: &str, line, why: &str| Failure {
        file: file.to_owned(),
        line,
        case: "cannot be run".to_owned(),
        differences: vec![why.to_owned()],
    };
    let unreadable = remarks.iter().filter(|it| it.severity == Severity::Error);
    let unreadable = unreadable.map(|it| failure(&it.file, it.line, &it.message));
    let left_out = loaded.files.iter().map(|(file, _)| file).filter(|it| is_left_out(&loaded.catalog, it));
    let left_out = left_out.map(|it| failure(it, 1, "the policy is left out for the errors in it"));
    unreadable.chain(left_out).collect()
}

/// Whether a file holds cases of nothing that the catalog has.
fn is_left_out(catalog: &Catalog, file: &str) -> bool {
    match file.split('/').collect::<Vec<_>>()[..] {
        ["facts" | "parameters", "cases.toml"] => false,
        [_, policy, edition, "cases.toml"] => {
            let policy = catalog.policy(policy);
            !policy.is_ok_and(|it| it.editions.iter().any(|it| it.id.as_str() == edition))
        }
        _ => is_cases(file),
    }
}

/// A sentence for each thing that came out otherwise than a case expects.
pub(crate) fn differences(catalog: &Catalog, case: &Case) -> Vec<String> {
    match &case.shows {
        Shows::Verdict(judged) => judged_otherwise(catalog, judged),
        Shows::Facts(reckoned) => facts::differences(catalog, reckoned),
        Shows::Figures(parameter, expected) => figures::differences(catalog.parameter(*parameter), expected),
    }
}

fn judged_otherwise(catalog: &Catalog, judged: &Judged) -> Vec<String> {
    let policy = catalog.policy(judged.policy.as_str()).ok();
    let edition = policy.and_then(|it| it.editions.iter().find(|it| it.id == judged.edition));
    let Some((policy, edition)) = policy.zip(edition) else {
        return vec![format!("the pack has no edition `{}` of `{}`", judged.edition, judged.policy)];
    };
    if let Some(differences) = silence(policy, edition, judged) {
        return differences;
    }
    let result = eligibility::judge(catalog, policy, edition, &judged.profile, judged.on);
    let mut found = Differences::default();
    compare(catalog, &judged.expected, &result, &mut found);
    found.0
}

/// What is said of a case on a day on which its edition does not answer; `None` where it does.
fn silence(policy: &Policy, edition: &Edition, judged: &Judged) -> Option<Vec<String>> {
    let got = answering::word(answering::lapse(policy, edition, judged.on)?);
    let expected = judged.expected.verdict.as_deref().unwrap_or("an answer");
    let days = answering::days(policy, edition);
    let difference = || format!("verdict: expected {expected}, got {got}: the edition answers from {days}");
    Some(if expected == got { Vec::new() } else { vec![difference()] })
}

#[derive(Default)]
struct Differences(Vec<String>);

impl Differences {
    fn hold(&mut self, what: &str, expected: &str, got: &str) {
        if expected != got {
            self.0.push(format!("{what}: expected {expected}, got {got}"));
        }
    }

    fn hold_set(&mut self, what: &str, expected: Option<&Vec<String>>, got: BTreeSet<String>) {
        if let Some(expected) = expected {
            let expected: BTreeSet<String> = expected.iter().cloned().collect();
            self.hold(what, &set(&expected), &set(&got));
        }
    }
}

fn compare(catalog: &Catalog, expected: &Expected, result: &PolicyResult, found: &mut Differences) {
    if let Some(verdict) = &expected.verdict {
        let got = verdict_word(result.verdict);
        if verdict != got {
            let why = why(catalog, result);
            found.0.push(format!("verdict: expected {verdict}, got {got}{why}"));
        }
    }
    found.hold_set("unmet", expected.unmet.as_ref(), conditions(result, ConditionOutcome::Unmet));
    found.hold_set("officer", expected.officer.as_ref(), conditions(result, ConditionOutcome::Officer));
    found.hold_set("missing", expected.missing.as_ref(), missing(catalog, result));
    for amount in &expected.amounts {
        compare_amount(amount, result.amounts.iter().find(|it| it.id == amount.id), found);
    }
    if let Some(closes) = expected.closes {
        let last = result.windows.last().and_then(|it| it.closes);
        found.hold("closes", &closes.to_string(), &last.map_or_else(|| "no last day".to_owned(), day));
    }
    if let Some(from) = expected.eligible_from {
        let got = result.eligible_from.map_or_else(|| "no day".to_owned(), days);
        found.hold("eligible_from", &days(from), &got);
    }
    for (id, standing) in &expected.standing {
        let entry = result.standings.iter().find(|it| it.entry == *id);
        // `unmet` alone expects no more than that.
        let with_ids = standing.contains(':');
        let got = entry.map_or_else(|| "no such entry".to_owned(), |it| standing_words(it, with_ids));
        found.hold(&format!("standing of `{id}`"), standing, &got);
    }
}

fn compare_amount(expected: &ExpectedAmount, result: Option<&AmountResult>, found: &mut Differences) {
    let id = &expected.id;
    let Some(result) = result else {
        return found.0.push(format!("amount `{id}`: expected it, got no such amount"));
    };
    let sums = [
        ("", expected.value, result.value),
        (", in all", expected.whole, result.totals.whole),
        (", remaining", expected.remaining, result.totals.remaining),
        (", for months", expected.for_months, result.for_months),
    ];
    for (of, expected, got) in sums {
        if let Some(expected) = expected {
            found.hold(&format!("amount `{id}`{of}"), &sum(expected), &sum(got));
        }
    }
    for (of, expected, got) in [("from", expected.from, result.from), ("until", expected.until, result.until)]
    {
        if let Some(expected) = expected {
            let got = got.map_or_else(|| "no day".to_owned(), day);
            found.hold(&format!("amount `{id}`, {of}"), &days(expected), &got);
        }
    }
}

fn conditions(result: &PolicyResult, outcome: ConditionOutcome) -> BTreeSet<String> {
    let findings = result.findings.iter().filter(|it| it.outcome == outcome);
    findings.map(|it| it.condition.to_string()).collect()
}

fn missing(catalog: &Catalog, result: &PolicyResult) -> BTreeSet<String> {
    result.missing.iter().map(|it| subject(catalog, &it.subject)).collect()
}

/// What an author would look at first to see why a verdict is what it is.
fn why(catalog: &Catalog, result: &PolicyResult) -> String {
    let unmet = conditions(result, ConditionOutcome::Unmet);
    let missing = missing(catalog, result);
    match (unmet.is_empty(), missing.is_empty()) {
        (true, true) => String::new(),
        (false, _) => format!(" (unmet: {})", set(&unmet)),
        (true, false) => format!(" (missing: {})", set(&missing)),
    }
}

fn verdict_word(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Eligible => "eligible",
        Verdict::Undetermined => "undetermined",
        Verdict::Upcoming => "upcoming",
        Verdict::Ineligible => "ineligible",
        Verdict::Missed => "missed",
    }
}

/// What is missing, as cases call it.
fn subject(catalog: &Catalog, subject: &Subject) -> String {
    match subject {
        Subject::Fact(fact) => catalog.fact(*fact).id.to_string(),
        Subject::EntryFact(list, _, fact) => format!("{}.{}", catalog.list(*list).id, catalog.fact(*fact).id),
        Subject::List(list) => catalog.list(*list).id.to_string(),
        Subject::Had(_) => "had".to_owned(),
        Subject::Parameter(parameter) => catalog.parameter(*parameter).id.to_string(),
        Subject::Policy(policy) => policy.to_string(),
    }
}

/// Money as it is shown: to the fen, the low end down and the high end up.
fn sum(range: Option<Interval<Number>>) -> String {
    let Some(range) = range else { return "[]".to_owned() };
    let low = range.low().map(|it| it.floor_to(Number::FEN).unwrap_or(it));
    let high = range.high().map(|it| it.ceil_to(Number::FEN).unwrap_or(it));
    match (low, high) {
        (Some(low), Some(high)) => format!("[{low}, {high}]"),
        (Some(low), None) => format!("[{low}]"),
        (None, Some(high)) => format!("[…, {high}]"),
        (None, None) => "[…]".to_owned(),
    }
}

fn day(day: Possible<Date>) -> String {
    match day.some {
        None => "no last day that applies".to_owned(),
        Some(range) if day.none => format!("{}, or none", days(range)),
        Some(range) => days(range),
    }
}

fn days(range: Interval<Date>) -> String {
    let end = |it: Option<Date>| it.map_or_else(|| "…".to_owned(), |it| it.to_string());
    range
        .exact()
        .map_or_else(|| format!("[{}, {}]", end(range.low()), end(range.high())), |it| it.to_string())
}

fn standing_words(standing: &Standing, with_ids: bool) -> String {
    let (word, ids) = match standing.outcome {
        StandingOutcome::Met => ("met", &[][..]),
        StandingOutcome::Unmet => ("unmet", &standing.unmet[..]),
        StandingOutcome::Unknown => ("unknown", &standing.unknown[..]),
        StandingOutcome::Officer => ("officer", &standing.officer[..]),
        StandingOutcome::OtherEdition => ("other-edition", &[][..]),
        StandingOutcome::NotYet => ("not-yet", &[][..]),
    };
    if !with_ids || ids.is_empty() {
        return word.to_owned();
    }
    let ids: Vec<&str> = ids.iter().map(policy::Id::as_str).collect();
    format!("{word}: {}", ids.join(", "))
}

fn set(ids: &BTreeSet<String>) -> String {
    format!("[{}]", ids.iter().map(String::as_str).collect::<Vec<_>>().join(", "))
}
