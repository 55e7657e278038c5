//! The check: what was told, the question at hand, what it means so far.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::{Named, Question, Status, Subject, Text};

/// The whole of the check as the window shows it; every change is answered with a new one.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct Sitting {
    /// The day of assessment.
    pub as_of: String,
    /// When the last answer was safely on disk, `YYYY-MM-DDTHH:MM`; `null` where nothing was answered yet.
    pub saved_at: Option<String>,
    /// What was told, by topic, in the order of the pack; topics without answers too.
    pub topics: Vec<TopicAnswers>,
    /// The question at hand; `null` where nothing is left to ask.
    pub question: Option<Question>,
    /// About how many more questions settle most of what is open; 0 where nothing is left to ask.
    pub left: u32,
    /// How many policies have each verdict; verdicts that none has are left out.
    pub counts: Vec<VerdictCount>,
    /// Money that is certain, to be confirmed, and possible.
    pub money: Money,
    /// All results, in the order to be shown.
    pub results: Vec<ResultRow>,
    /// Answers that cannot be together, in words.
    pub contradictions: Vec<Text>,
    /// Whether an answer can be taken back.
    pub can_undo: bool,
    /// Whether an answer taken back can be given again.
    pub can_redo: bool,
}

/// What was told on one topic.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct TopicAnswers {
    /// The topic.
    pub topic: Named,
    /// Its answers, in the order of the pack.
    pub answers: Vec<AnswerLine>,
    /// How many questions of it are still to be asked.
    pub open: u32,
}

/// An answer in a few words.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct AnswerLine {
    /// What it is about; asking for it brings its question back.
    pub subject: Subject,
    /// What it is called in short.
    pub name: Text,
    /// The answer in words.
    pub said: Text,
    /// Whether the answer was "not sure".
    pub unsure: bool,
}

/// The short answer on one policy.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS, schemars::JsonSchema,
)]
#[serde(rename_all = "kebab-case")]
#[ts(export)]
pub enum Verdict {
    /// You can apply.
    Eligible,
    /// Need more information.
    Undetermined,
    /// Soon.
    Upcoming,
    /// Not now.
    Ineligible,
    /// This round has closed.
    Missed,
}

/// How many policies have a verdict.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct VerdictCount {
    /// Which.
    pub verdict: Verdict,
    /// How many.
    pub count: u32,
}

/// Sums of grants and reimbursements in yuan, as decimal strings. Tax relief and loans are never in them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct Money {
    /// Eligible, its status proved, the lower end.
    pub certain: String,
    /// On top of that what one is eligible for and whose status was last seen more than a year ago, the lower end.
    pub to_confirm: String,
    /// What could come on top of both at most, where something is still open.
    pub possible: String,
    /// Whether the possible sum has no upper end.
    pub possible_unbounded: bool,
}

/// A policy in the list of results.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct ResultRow {
    /// Which.
    pub policy: String,
    /// Which edition answered.
    pub edition: String,
    /// What people call it.
    pub title: Text,
    /// Who gives it.
    pub level: Named,
    /// What it belongs to.
    pub family: Named,
    /// The short answer.
    pub verdict: Verdict,
    /// Whether it comes by itself.
    pub automatic: bool,
    /// Whether it is in force.
    pub status: Status,
    /// What one gets, in few words: "8,000 yuan", "up to 4,000,000 yuan loan"; may be empty.
    pub gain: Text,
    /// The strongest reason, or what is missing, in one line; may be empty.
    pub reason: Text,
    /// The last day to apply, where one is near or known.
    pub closes: Option<String>,
    /// Days until then.
    pub days: Option<i32>,
    /// Whether that is within two months.
    pub near: bool,
    /// The first day, for what comes with time.
    pub eligible_from: Option<String>,
    /// How many conditions the office decides.
    pub officer: u32,
    /// Whether the verdict or the amount changed because of the last answer.
    pub moved: bool,
}
