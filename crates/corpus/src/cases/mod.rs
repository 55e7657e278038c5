//! `cases.toml`: examples beside the rule they are of, and what they are to come out as.

mod answering;
mod expect;
mod expect_amount;
mod json;
mod read;
mod run;

use policy::{Date, Id, Interval, Number, PolicyId, Profile};

pub use read::read_cases;
pub(crate) use run::differences;
pub use run::{Failure, Report, run};

/// One example of an edition.
#[derive(Debug, Clone)]
pub struct Case {
    /// The file it stands in.
    pub file: String,
    /// Its line, from 1.
    pub line: usize,
    /// What it shows, in a sentence.
    pub name: String,
    /// The policy that is judged.
    pub policy: PolicyId,
    /// The edition it stands beside.
    pub edition: Id,
    /// The day of assessment.
    pub on: Date,
    /// The facts, what `[given]` says of all cases included.
    pub profile: Profile,
    /// What it is to come out as.
    pub expected: Expected,
}

/// What a case expects; what is not named may be anything.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Expected {
    /// The short answer.
    pub verdict: Option<String>,
    /// The conditions that are unmet.
    pub unmet: Option<Vec<String>>,
    /// The conditions that the office decides.
    pub officer: Option<Vec<String>>,
    /// The facts that would have to be known, as `fact`, `list` or `list.fact`.
    pub missing: Option<Vec<String>>,
    /// What one gets.
    pub amounts: Vec<ExpectedAmount>,
    /// The last day of the last window.
    pub closes: Option<Date>,
    /// The first day, or the first and last possible one.
    pub eligible_from: Option<Interval<Date>>,
    /// How entries stand, by their ids: `met`, `unmet: a, b`, `unknown: a`, `officer`, `other-edition`, `not-yet`.
    pub standing: Vec<(Id, String)>,
}

/// What a case expects of one amount; what is not named may be anything, a sum is `None` where it is left open.
#[derive(Debug, Clone, PartialEq)]
pub struct ExpectedAmount {
    /// Which of the rule's amounts.
    pub id: Id,
    /// How much each time.
    pub value: Option<Option<Interval<Number>>>,
    /// How much in all.
    pub whole: Option<Option<Interval<Number>>>,
    /// How much of it is still to come.
    pub remaining: Option<Option<Interval<Number>>>,
    /// For how many months.
    pub for_months: Option<Option<Interval<Number>>>,
    /// The first day, or the first and last possible one.
    pub from: Option<Interval<Date>>,
    /// The last day, or the first and last possible one.
    pub until: Option<Interval<Date>>,
}
