//! What an assessment says.

use policy::{
    AmountKind, Anchor, Date, FactRef, Id, Interval, ListRef, Number, Per, PolicyId, Possible, StatusValue,
    Text, Unit,
};

/// How one enterprise stands towards a whole pack on one day.
#[derive(Debug, Clone, PartialEq)]
pub struct Assessment {
    /// The day.
    pub as_of: Date,
    /// One result per policy and edition that has an answer, ordered by policy id, then by edition.
    pub results: Vec<PolicyResult>,
    /// Policies without an edition to answer with, ordered by id.
    pub withheld: Vec<Withheld>,
}

/// A policy that has no edition to answer with on that day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Withheld {
    /// Which.
    pub policy: PolicyId,
    /// The edition nearest to the day.
    pub edition: Id,
    /// Why.
    pub lapse: Lapse,
}

/// Why no edition answers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Lapse {
    /// The last edition is over.
    Lapsed,
    /// The first edition is still to come.
    NotYet,
}

/// How one enterprise stands towards one edition of one policy.
#[derive(Debug, Clone, PartialEq)]
pub struct PolicyResult {
    /// Which policy.
    pub policy: PolicyId,
    /// Which edition answered.
    pub edition: Id,
    /// The short answer.
    pub verdict: Verdict,
    /// Whether the edition is in force on that day, as far as is known.
    pub status: StatusValue,
    /// The last day it was seen in force, where that is more than twelve months ago or nothing newer is known:
    /// its money then is to be confirmed.
    pub last_seen: Option<Date>,
    /// Whether the money of this result counts as to be confirmed rather than certain.
    pub to_confirm: bool,
    /// A finding per condition, in the order of the rule; `somebody` last where the rule is over people.
    pub findings: Vec<Finding>,
    /// What would have to be known to decide; empty unless undetermined.
    pub missing: Vec<Missing>,
    /// What one gets, or would get; empty for ineligible and missed.
    pub amounts: Vec<AmountResult>,
    /// For upcoming: the first day, or the first and last possible one.
    pub eligible_from: Option<Interval<Date>>,
    /// When one can apply, as on the day of assessment; empty where there is no limit.
    pub windows: Vec<WindowResult>,
    /// How many people count, where the rule is over people.
    pub counted: Option<Interval<Number>>,
    /// How each entry of the rule's list stands.
    pub standings: Vec<Standing>,
    /// Whether nobody needs to apply: every channel is automatic.
    pub automatic: bool,
}

impl PolicyResult {
    /// The days for which its sums are reckoned: the first day of what is upcoming, or all days that this may be; else the
    /// day of assessment.
    pub fn reckoned_on(&self, as_of: Date) -> Interval<Date> {
        let ahead = self.eligible_from.filter(|_| self.verdict == Verdict::Upcoming);
        ahead.unwrap_or(Interval::exactly(as_of))
    }
}

/// The short answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Verdict {
    /// All conditions hold, the office aside, and the window is open.
    Eligible,
    /// It hangs on something unknown.
    Undetermined,
    /// Time alone will make it eligible.
    Upcoming,
    /// A condition does not hold.
    Ineligible,
    /// All conditions hold and the windows are shut for good.
    Missed,
}

/// What was found of one condition.
#[derive(Debug, Clone, PartialEq)]
pub struct Finding {
    /// The condition; `somebody` for the one that a rule over people implies.
    pub condition: Id,
    /// What people read.
    pub label: Text,
    /// The clause it rests on.
    pub cite: Option<Anchor>,
    /// What can be said of it.
    pub outcome: ConditionOutcome,
    /// Whether it is asked of each entry of a list.
    pub of_each: bool,
    /// For a condition of each: for how many it holds.
    pub counted: Option<Interval<Number>>,
    /// The facts it hangs on, as they stand in the profile, in the order of the catalog.
    pub used: Vec<FactRef>,
    /// The facts that would decide it, or that would spare the office.
    pub missing: Vec<Missing>,
}

/// What can be said of one condition.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ConditionOutcome {
    /// It holds.
    Met,
    /// It does not hold.
    Unmet,
    /// It hangs on something not yet known.
    Unknown,
    /// Only the office can say.
    Officer,
}

/// Something that would have to be known.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Missing {
    /// What.
    pub subject: Subject,
    /// Why it is not known.
    pub cause: Cause,
}

/// What is not known.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Subject {
    /// A fact of the enterprise.
    Fact(FactRef),
    /// A fact of one entry.
    EntryFact(ListRef, Id, FactRef),
    /// Whom or what the list holds, or whether that is all.
    List(ListRef),
    /// Whether this support was received before, for whom.
    Had(PolicyId),
    /// A dated figure.
    Parameter(policy::ParameterRef),
    /// A policy that another asks for and that the pack does not have on that day.
    Policy(PolicyId),
}

/// Why something is not known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Cause {
    /// It was not asked yet.
    NotAsked,
    /// The answer was "don't know", or only a range.
    DontKnow,
    /// The office has not put it out, or the pack does not have it.
    NotPublished,
    /// It cannot be reckoned (a division by zero, figures beyond measure).
    NotComputable,
}

/// What one gets.
#[derive(Debug, Clone, PartialEq)]
pub struct AmountResult {
    /// Names it within the rule.
    pub id: Id,
    /// What kind of thing it is.
    pub kind: AmountKind,
    /// What people read, where the kind is not enough.
    pub label: Text,
    /// The clause it rests on.
    pub cite: Option<Anchor>,
    /// How much each time; `None` where the facts leave it open.
    pub value: Option<Interval<Number>>,
    /// Whether the upper end is a ceiling, below which whoever grants it decides: no answer can raise the lower end.
    pub up_to: bool,
    /// In what.
    pub unit: Unit,
    /// How often.
    pub per: Per,
    /// From which day it runs.
    pub from: Option<Possible<Date>>,
    /// Until which day it runs.
    pub until: Option<Possible<Date>>,
    /// For how many months it runs.
    pub for_months: Option<Interval<Number>>,
    /// In all, and what remains from the day of assessment.
    pub totals: Totals,
    /// What would have to be known to narrow it.
    pub missing: Vec<Missing>,
}

impl AmountResult {
    /// What it comes to: what remains of its time, else the whole, else one time; `None` where the facts leave it open.
    pub(crate) fn in_all(&self) -> Option<Interval<Number>> {
        self.totals.in_all().or(self.value)
    }
}

/// The whole of an amount over its time, and what remains of it from the day of assessment (or the first day).
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Totals {
    /// The whole; `None` where there is no length.
    pub whole: Option<Interval<Number>>,
    /// What remains; `None` where there is no last day.
    pub remaining: Option<Interval<Number>>,
}

impl Totals {
    /// What remains where its end is known, else the whole; `None` where there is no length.
    pub(crate) fn in_all(self) -> Option<Interval<Number>> {
        self.remaining.or(self.whole)
    }

    /// Both sums through a function.
    pub(crate) fn map(self, of: impl Fn(Interval<Number>) -> Interval<Number>) -> Totals {
        Totals { whole: self.whole.map(&of), remaining: self.remaining.map(&of) }
    }
}

/// A time in which one can apply.
#[derive(Debug, Clone, PartialEq)]
pub struct WindowResult {
    /// The first day; `None` where the rule names none.
    pub opens: Option<Possible<Date>>,
    /// The last day; `None` where the rule names none.
    pub closes: Option<Possible<Date>>,
    /// A word on it.
    pub label: Text,
    /// The clause it rests on.
    pub cite: Option<Anchor>,
}

/// How one entry stands.
#[derive(Debug, Clone, PartialEq)]
pub struct Standing {
    /// The list.
    pub list: ListRef,
    /// The entry.
    pub entry: Id,
    /// The short answer.
    pub outcome: StandingOutcome,
    /// The conditions of each that it does not meet, in the order of the rule.
    pub unmet: Vec<Id>,
    /// The conditions of each that are not known, in the order of the rule.
    pub unknown: Vec<Id>,
    /// The conditions of each that the office decides, in the order of the rule.
    pub officer: Vec<Id>,
}

/// The short answer on one entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StandingOutcome {
    /// It counts.
    Met,
    /// It does not.
    Unmet,
    /// It hangs on something unknown.
    Unknown,
    /// It counts, the office aside.
    Officer,
    /// Its event falls under another edition.
    OtherEdition,
    /// Its event lies after the day of assessment.
    NotYet,
}
