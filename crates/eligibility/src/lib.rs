//! The verbs of the house: from a profile and a day to verdicts with reasons, amounts, first days and the next question.
//!
//! Pure: no clock, no file, no hash order. Unknown facts are sets and intervals, and every verdict is sound: it
//! holds for each completion of what is unknown.

mod amount;
mod answered;
mod assess;
mod best_use;
mod combine;
mod cores;
mod dates;
mod derived;
mod entries;
mod evaluate;
mod explain;
mod future;
mod joiner;
mod memo;
mod numbers;
mod one_more;
mod parameter;
mod people;
mod prospect;
mod purse;
mod question;
mod range;
mod result;
mod rivalry;
mod rough_use;
mod rule;
mod running;
mod share;
mod split;
mod stakes;
mod sums;
mod timeline;
mod told;
mod verdict;
mod witness;
mod working;
mod world;

pub use assess::{EditionStanding, applies, assess, assess_only, holds, judge, standing_of};

pub use best_use::{MOST_NODES, Puzzle, Solution, Worth};
pub use combine::{Chosen, Clash, Member, Shared, clashes};
pub use joiner::Joiner;
pub use prospect::{Supposed, prospect};
pub use purse::Purse;
pub use rivalry::{Against, against};
pub use stakes::Choice;
pub use sums::{Sums, sums};

pub use one_more::{Gain, GainedAmount, OneMore, given, one_more};
pub use parameter::{bracket, figure, marginal};
pub use share::{Share, counts_from, shares, working};
pub use timeline::{Event, Happening, timeline};
pub use working::{FigureOf, Sign, Working};

pub use question::{Question, questions, topic_of};
pub use result::{
    AmountResult, Assessment, Cause, ConditionOutcome, Finding, Lapse, Missing, PolicyResult, Standing,
    StandingOutcome, Subject, Totals, Verdict, WindowResult, Withheld,
};
