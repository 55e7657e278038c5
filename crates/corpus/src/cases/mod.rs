//! `cases.toml`: examples beside what they are of, and what they are to come out as.
//!
//! Beside a rule they say how it judges a profile; in `facts/` what follows from facts; in `parameters/` they have
//! the figures once more, copied from where they were read.

mod answering;
mod expect;
mod expect_amount;
mod facts;
mod figures;
mod json;
mod read;
mod run;

use policy::{Date, Formula, Id, Interval, Number, ParameterRef, PolicyId, Profile, Test};

pub use read::read_cases;
pub(crate) use run::differences;
pub use run::{Failure, Report, run};

/// One example.
#[derive(Debug, Clone)]
pub struct Case {
    /// The file it stands in.
    pub file: String,
    /// Its line, from 1.
    pub line: usize,
    /// What it shows, in a sentence.
    pub name: String,
    /// What is to come out.
    pub shows: Shows,
}

/// What a case is an example of.
#[derive(Debug, Clone)]
pub enum Shows {
    /// How an edition judges a profile.
    Verdict(Box<Judged>),
    /// What follows from facts.
    Facts(Box<Reckoned>),
    /// What a parameter was on which days.
    Figures(ParameterRef, Vec<ExpectedFigure>),
}

/// A profile that an edition judges.
#[derive(Debug, Clone)]
pub struct Judged {
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

/// A profile of which something holds.
#[derive(Debug, Clone)]
pub struct Reckoned {
    /// The day of assessment.
    pub on: Date,
    /// The facts, what `[given]` says of all cases included.
    pub profile: Profile,
    /// What holds of it.
    pub holds: Vec<Formula<Test>>,
}

/// What a parameter was on some days.
#[derive(Debug, Clone, PartialEq)]
pub struct ExpectedFigure {
    /// On each of these days, both ends included.
    pub days: Interval<Date>,
    /// What is looked up.
    pub what: Lookup,
    /// What it was, or all that it may have been; everything where it is not known.
    pub value: Interval<Number>,
}

/// What is looked up in a parameter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Lookup {
    /// Its figure.
    Figure,
    /// The rate of the slice that a number lies in.
    Bracket(Number),
    /// The slices of a number, each at its rate, added up.
    Marginal(Number),
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
