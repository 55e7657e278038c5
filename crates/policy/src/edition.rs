//! A policy as it stood from one date to another: its rule, amounts, papers, places and sources.

use std::sync::Arc;

use crate::{
    Anchor, Date, DatePrecision, Day, FactRef, Formula, Id, ListRef, Period, Quantity, Relation, Test, Text,
    Uses,
};

/// A policy as it stood from one date to another.
#[derive(Debug, Clone, PartialEq)]
pub struct Edition {
    /// Equal to the name of its folder, such as `2023`.
    pub id: Id,
    /// From when to when, and by which day it is picked.
    pub valid: Validity,
    /// What was last known of it; `None` is the same as unknown.
    pub status: Option<Status>,
    /// The document it is from.
    pub notice: Option<Notice>,
    /// Conditions, windows and amounts.
    pub rule: Rule,
    /// What one brings.
    pub bring: Vec<Bring>,
    /// Where one applies.
    pub places: Vec<Where>,
    /// Where it was read.
    pub sources: Vec<Source>,
    /// Overrides the policy's sentence.
    pub summary: Option<Text>,
    /// Overrides the policy's offices.
    pub issuer: Option<Vec<String>>,
    /// Overrides the policy's exclusions.
    pub excludes: Option<Vec<Relation>>,
    /// The text in Markdown.
    pub text: TextIn,
}

/// The text of an edition, by language; at least one is there in a pack that was checked.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct TextIn {
    /// `zh.md`
    pub zh: Option<String>,
    /// `en.md`
    pub en: Option<String>,
}

/// From when to when an edition holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Validity {
    /// The first day.
    pub from: Date,
    /// The last day, where it is known.
    pub to: Option<Date>,
    /// The event whose day picks the edition; the day of assessment where left out.
    pub by: Option<FactRef>,
    /// `Year` where the first day within the year is not known.
    pub precision: DatePrecision,
}

/// What was last known of an edition.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Status {
    /// Whether it was in force.
    pub value: StatusValue,
    /// On which day that was so.
    pub as_of: Date,
}

/// Whether an edition is in force.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StatusValue {
    /// In force.
    InForce,
    /// Its time is over.
    Expired,
    /// Another one took its place.
    Superseded,
    /// Nobody could say.
    Unknown,
}

/// The document an edition is from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Notice {
    /// Its official title.
    pub title: String,
    /// Its official number.
    pub number: Option<String>,
}

/// Who gets what, when. Top level is AND.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Rule {
    /// The list the rule is over: a person counts when all of `each` hold.
    pub for_each: Option<ListRef>,
    /// Conditions on the enterprise.
    pub conditions: Vec<Condition>,
    /// Conditions on each entry of `for_each`.
    pub each: Vec<Condition>,
    /// When one can apply; always, where empty.
    pub windows: Vec<Window>,
    /// What one gets.
    pub amounts: Vec<Amount>,
}

/// One atomic requirement of a policy.
#[derive(Debug, Clone, PartialEq)]
pub struct Condition {
    /// Named after what it asks.
    pub id: Id,
    /// The clause it rests on.
    pub cite: Option<Anchor>,
    /// What people read.
    pub label: Text,
    /// What decides it.
    pub requirement: Requirement,
}

/// What decides a condition.
#[derive(Debug, Clone, PartialEq)]
pub enum Requirement {
    /// A test on facts. Many conditions ask the same (whether the enterprise is in Shanghai), and share it.
    Test(Arc<Formula<Test>>),
    /// The office alone.
    Officer,
    /// One of its parts is enough.
    Any(Vec<Part>),
    /// All its parts are needed.
    All(Vec<Part>),
    /// Its part must not hold.
    Not(Box<Part>),
}

/// A part of a condition, with words of its own.
#[derive(Debug, Clone, PartialEq)]
pub struct Part {
    /// The clause, where it is a narrower one.
    pub cite: Option<Anchor>,
    /// What people read.
    pub label: Text,
    /// What decides it.
    pub requirement: Requirement,
}

/// A time in which one can apply.
#[derive(Debug, Clone, PartialEq)]
pub struct Window {
    /// The first day; always open before `closes` where left out.
    pub opens: Option<Formula<Day>>,
    /// The last day; open for good where left out.
    pub closes: Option<Formula<Day>>,
    /// The clause it rests on.
    pub cite: Option<Anchor>,
    /// A word on it, such as a public holiday.
    pub label: Text,
}

/// One thing one gets.
#[derive(Debug, Clone, PartialEq)]
pub struct Amount {
    /// Names it within the rule.
    pub id: Id,
    /// What it is; unlike kinds are never added.
    pub kind: AmountKind,
    /// What people read, where the kind is not enough.
    pub label: Text,
    /// How much; `None` where the facts leave it open.
    pub value: Option<AmountValue>,
    /// Whether `value` is a ceiling: whoever grants it gives anything from nothing up to it.
    pub up_to: bool,
    /// What it is drawn from, such as the tax of a year: neither it nor all that is drawn from the same is ever more.
    pub within: Option<Formula<Quantity>>,
    /// In what.
    pub unit: Unit,
    /// How often, for how long.
    pub payment: Payment,
    /// The clause it rests on.
    pub cite: Option<Anchor>,
}

/// What kind of thing one gets.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum AmountKind {
    /// Money that comes.
    Grant,
    /// Money that comes back.
    Reimbursement,
    /// Tax not paid.
    TaxRelief,
    /// Money lent.
    Loan,
    /// Interest paid by others.
    InterestSubsidy,
    /// Not money.
    Service,
}

/// For whom an amount is reckoned.
#[derive(Debug, Clone, PartialEq)]
pub enum AmountValue {
    /// For the enterprise as a whole.
    Whole(Formula<Quantity>),
    /// For each person who counts; summed.
    Each(Formula<Quantity>),
}

/// In what an amount is told.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Unit {
    /// Yuan.
    Cny,
    /// Something else (`percent`, `sessions`): shown, never summed.
    Other(String),
}

/// How often an amount comes, for how long.
#[derive(Debug, Clone, PartialEq)]
pub struct Payment {
    /// How often.
    pub per: Per,
    /// From which day; where an amount is reckoned for each person, this and the following are that person's.
    pub from: Option<Formula<Day>>,
    /// Until which day.
    pub until: Option<Formula<Day>>,
    /// For how many months.
    pub for_months: Option<Formula<Quantity>>,
}

impl Payment {
    /// Whether it runs for a length of time.
    pub fn has_length(&self) -> bool {
        self.until.is_some() || self.for_months.is_some()
    }

    /// What the formulas of its days and months mention.
    pub fn uses(&self) -> impl Iterator<Item = &Uses> {
        let days = self.from.iter().chain(&self.until).map(|it| &it.uses);
        days.chain(self.for_months.iter().map(|it| &it.uses))
    }
}

/// How often an amount comes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Per {
    /// Once.
    Once,
    /// Each month.
    Month,
    /// Each year.
    Year,
}

/// A paper one brings, with what is special about it here.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bring {
    /// Which; declared under `papers/`.
    pub paper: Id,
    /// A word on it.
    pub label: Text,
}

/// Where one applies.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Where {
    /// By which way.
    pub channel: Channel,
    /// What people read.
    pub label: Text,
    /// The address of a page one may open.
    pub url: Option<String>,
}

/// How one applies.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Channel {
    /// On a portal.
    Online,
    /// In person.
    Counter,
    /// Nobody applies.
    Automatic,
}

/// For whom a policy is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Audience {
    /// Somebody who founds, or wants to.
    Founder,
    /// Several who want to.
    Team,
    /// An enterprise.
    Enterprise,
    /// An enterprise as employer.
    Employer,
    /// A person employed or trained.
    Person,
    /// Whoever runs a park, a base or an incubator.
    ParkOperator,
    /// An organisation without profit.
    NonProfit,
}

/// Where something was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Source {
    /// Its title.
    pub title: String,
    /// Its official number.
    pub number: Option<String>,
    /// Who issued it.
    pub issuer: Option<String>,
    /// Of when it is.
    pub date: Option<Period>,
    /// How near it is to the office.
    pub kind: SourceKind,
    /// What it supports.
    pub supports: String,
    /// When it was last looked at.
    pub checked: Option<Date>,
    /// Its address, only where it may be published.
    pub url: Option<String>,
}

/// How near a source is to the office.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SourceKind {
    /// The office's own page.
    Official,
    /// A copy of it elsewhere.
    OfficialCopy,
    /// The office's words, put out again by another.
    OfficialRepost,
    /// A newspaper.
    Newspaper,
    /// A university.
    University,
    /// Anything else.
    Secondary,
}
