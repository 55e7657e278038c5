//! The verbs of the house: from a profile and a day to verdicts with reasons, amounts, first days and the next question.
//!
//! Pure: no clock, no file, no hash order. Unknown facts are sets and intervals, and every verdict is sound: it
//! holds for each completion of what is unknown.

mod result;

pub use result::{
    AmountResult, Assessment, Cause, ConditionOutcome, Finding, Lapse, Missing, PolicyResult, Standing,
    StandingOutcome, Subject, Totals, Verdict, WindowResult, Withheld,
};
