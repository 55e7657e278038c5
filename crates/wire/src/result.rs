//! The result of one policy.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::{EditionTab, Status, Subject, Text, Verdict};

/// An id with its name: a level, a family, a topic.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct Named {
    /// What files call it.
    pub id: String,
    /// What people read.
    pub name: Text,
}

/// Everything on how one enterprise stands towards one policy.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct ResultPage {
    /// Which.
    pub policy: String,
    /// Which edition answered.
    pub edition: String,
    /// What people call it.
    pub title: Text,
    /// What the office calls it; `null` where it is the same.
    pub official: Option<String>,
    /// What it is, in one sentence.
    pub summary: Text,
    /// The offices behind it.
    pub issuer: Vec<String>,
    /// The document with its number, in one line; may be empty.
    pub notice: String,
    /// Who gives it.
    pub level: Named,
    /// What it belongs to.
    pub family: Named,
    /// The short answer; `null` where no edition answers on that day.
    pub verdict: Option<Verdict>,
    /// Whether it comes by itself.
    pub automatic: bool,
    /// The verdict as a sentence, never a promise.
    pub sentence: Text,
    /// Whether it is in force.
    pub status: Status,
    /// The conditions, in the order of the rule.
    pub conditions: Vec<ConditionLine>,
    /// How each entry stands, where the rule is over people: the first hundred.
    pub standings: Vec<StandingLine>,
    /// "3 of 5 count", where the rule is over people; may be empty.
    pub counted: Text,
    /// What one gets.
    pub amounts: Vec<AmountBlock>,
    /// When one can apply; `null` where there is no limit.
    pub window: Option<WindowBlock>,
    /// What one brings.
    pub papers: Vec<PaperLine>,
    /// Where one applies.
    pub places: Vec<PlaceLine>,
    /// Where it was read.
    pub sources: Vec<SourceLine>,
    /// All editions.
    pub editions: Vec<EditionTab>,
    /// Policies it excludes, needs or takes the place of.
    pub related: Vec<RelatedPolicy>,
    /// Whether it is on the reader's own list.
    pub chosen: bool,
}

/// What can be said of one condition.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS, schemars::JsonSchema)]
#[serde(rename_all = "kebab-case")]
#[ts(export)]
pub enum Outcome {
    /// It holds.
    Met,
    /// It does not hold.
    Unmet,
    /// It hangs on something not yet known.
    Unknown,
    /// Only the office can say.
    Officer,
}

/// A condition that reads like the rule.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct ConditionLine {
    /// Names it within the rule.
    pub id: String,
    /// What can be said of it.
    pub outcome: Outcome,
    /// What it asks.
    pub label: Text,
    /// The answers it hangs on; each can be changed from here.
    pub used: Vec<UsedFact>,
    /// For a condition on people: "holds for 3 of 5"; may be empty.
    pub counted: Text,
    /// The clause it rests on.
    pub cite: Option<Cite>,
}

/// An answer that a condition hangs on.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct UsedFact {
    /// What it is about; asking for it brings its question.
    pub subject: Subject,
    /// What it is called in short.
    pub name: Text,
    /// The answer in words; empty where it is not known.
    pub said: Text,
    /// Whether it is known.
    pub known: bool,
}

/// A clause one can open.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct Cite {
    /// Its anchor in the text.
    pub anchor: String,
    /// The heading it stands under.
    pub label: Text,
}

/// How one entry stands.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct StandingLine {
    /// The list.
    pub list: String,
    /// The entry.
    pub entry: String,
    /// Its answers in a few words.
    pub said: Text,
    /// The short answer.
    pub outcome: StandingOutcome,
    /// The conditions it does not meet or that are not known, in words; may be empty.
    pub because: Vec<Text>,
}

/// The short answer on one entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
#[ts(export)]
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

/// One thing one gets.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct AmountBlock {
    /// Names it within the rule.
    pub id: String,
    /// What it is: grant, loan, tax relief.
    pub kind: Text,
    /// What people read where the kind is not enough; may be empty.
    pub label: Text,
    /// The large figure: "8,000", "1,370–2,055"; a word where it is not known.
    pub figure: Text,
    /// Its unit and period: "yuan, once", "yuan a month".
    pub unit: Text,
    /// How long, how much in all, in one line; may be empty.
    pub note: Text,
    /// The arithmetic with the figures put in; may be empty.
    pub working: Text,
    /// What each person brings, where it is a sum over people: the first hundred.
    pub shares: Vec<ShareLine>,
    /// The clause it rests on.
    pub cite: Option<Cite>,
}

/// What one person, or several alike, bring to an amount.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct ShareLine {
    /// The entry.
    pub entry: String,
    /// Its name, or its answers in a few words.
    pub said: Text,
    /// How many count.
    pub counted: Text,
    /// How much one brings each time.
    pub value: Text,
    /// The arithmetic with the figures put in; may be empty.
    pub working: Text,
    /// From when until when; may be empty.
    pub runs: Text,
    /// What all of them bring in all, or from now on; may be empty.
    pub total: Text,
}

/// When one can apply.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct WindowBlock {
    /// The first day, where it is known.
    pub opens: Option<String>,
    /// The last day, where it is known.
    pub closes: Option<String>,
    /// Days until the last day, where it is ahead.
    pub days_left: Option<i32>,
    /// Whether it closes within two months.
    pub near: bool,
    /// How much of it has gone, in per cent, where both days are known.
    pub gone: Option<u8>,
    /// The sentence.
    pub sentence: Text,
}

/// A paper one brings.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct PaperLine {
    /// Which.
    pub paper: String,
    /// What people read, with what is special about it here.
    pub label: Text,
    /// Form, copies, issuer, in one line; may be empty.
    pub note: Text,
    /// Whether it was ticked.
    pub ticked: bool,
}

/// A place where one applies.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct PlaceLine {
    /// Online, at a counter, or by itself.
    pub channel: Text,
    /// What people read.
    pub label: Text,
    /// A page one may open.
    pub url: Option<String>,
}

/// Where it was read.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct SourceLine {
    /// Its title, with number.
    pub title: String,
    /// How near it is to the office, of when it is, who issued it, when it was looked at.
    pub note: Text,
    /// A page one may open.
    pub url: Option<String>,
}

/// A policy that has to do with this one.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct RelatedPolicy {
    /// Which.
    pub policy: String,
    /// What people call it.
    pub title: Text,
    /// In what way.
    pub relation: RelationKind,
    /// How one stands towards it.
    pub verdict: Option<Verdict>,
}

/// In what way two policies have to do with each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
#[ts(export)]
pub enum RelationKind {
    /// Cannot be had beside it.
    Excludes,
    /// Must be held first.
    Needs,
    /// Took its place.
    SupersededBy,
    /// It took the place of.
    Supersedes,
}
