//! What every connective does with yes, no, officer, and with not knowing which.
//!
//! An outcome is the set of what a condition may still be. Connectives work pointwise: the outcome of a whole
//! is every answer that some choice of answers of its parts would give.

use std::fmt;

/// What a condition is, once nothing is unknown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Answered {
    /// It holds.
    Yes,
    /// It does not hold.
    No,
    /// Only the office can say.
    Officer,
}

impl Answered {
    /// All three.
    pub const ALL: [Answered; 3] = [Answered::Yes, Answered::No, Answered::Officer];

    /// Both needed: `no` before `officer` before `yes`.
    pub fn and(self, other: Answered) -> Answered {
        use Answered::{No, Officer, Yes};
        match (self, other) {
            (No, _) | (_, No) => No,
            (Officer, _) | (_, Officer) => Officer,
            (Yes, Yes) => Yes,
        }
    }

    /// Either enough: `yes` before `officer` before `no`.
    pub fn or(self, other: Answered) -> Answered {
        use Answered::{No, Officer, Yes};
        match (self, other) {
            (Yes, _) | (_, Yes) => Yes,
            (Officer, _) | (_, Officer) => Officer,
            (No, No) => No,
        }
    }

    /// Turned round; the office's word stays the office's.
    pub fn negated(self) -> Answered {
        match self {
            Answered::Yes => Answered::No,
            Answered::No => Answered::Yes,
            Answered::Officer => Answered::Officer,
        }
    }

    fn bit(self) -> u8 {
        match self {
            Answered::Yes => 1,
            Answered::No => 2,
            Answered::Officer => 4,
        }
    }
}

/// What a condition may still be; never empty.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct Outcomes(u8);

impl Outcomes {
    /// It holds.
    pub const YES: Outcomes = Outcomes(1);
    /// It does not hold.
    pub const NO: Outcomes = Outcomes(2);
    /// It holds or not; the facts would tell.
    pub const UNKNOWN: Outcomes = Outcomes(3);
    /// Only the office can say.
    pub const OFFICER: Outcomes = Outcomes(4);

    /// The seven sets there are.
    pub fn all() -> impl Iterator<Item = Outcomes> {
        (1..8).map(Outcomes)
    }

    /// What a test says.
    pub fn certain(holds: bool) -> Outcomes {
        if holds { Outcomes::YES } else { Outcomes::NO }
    }

    /// Whether it may be this.
    pub fn may_be(self, answered: Answered) -> bool {
        self.0 & answered.bit() != 0
    }

    /// Whether it can be nothing but yes.
    pub fn is_yes(self) -> bool {
        self == Outcomes::YES
    }

    /// Whether it can be nothing but no.
    pub fn is_no(self) -> bool {
        self == Outcomes::NO
    }

    /// Whether "no" is no longer among what it may be: it holds, the office aside.
    pub fn is_open(self) -> bool {
        !self.may_be(Answered::No)
    }

    /// Whether both "no" and something else are still possible.
    pub fn is_unknown(self) -> bool {
        self.may_be(Answered::No) && !self.is_no()
    }

    /// What either may be.
    pub fn join(self, other: Outcomes) -> Outcomes {
        Outcomes(self.0 | other.0)
    }

    /// Both needed.
    pub fn and(self, other: Outcomes) -> Outcomes {
        self.stronger(other, Outcomes::NO, Outcomes::YES)
    }

    /// Either enough.
    pub fn or(self, other: Outcomes) -> Outcomes {
        self.stronger(other, Outcomes::YES, Outcomes::NO)
    }

    /// Turned round.
    pub fn negated(self) -> Outcomes {
        self.iter().fold(Outcomes(0), |all, it| Outcomes(all.0 | it.negated().bit()))
    }

    /// The office aside: what it decides is taken as holding.
    pub fn office_aside(self) -> Outcomes {
        if self.may_be(Answered::Officer) { Outcomes(self.0 & !4 | 1) } else { self }
    }

    /// Each answer it may be.
    pub fn iter(self) -> impl Iterator<Item = Answered> {
        Answered::ALL.into_iter().filter(move |it| self.may_be(*it))
    }

    /// What comes of every pair of answers, where the stronger of the two prevails; the office's word is in between.
    fn stronger(self, other: Outcomes, strongest: Outcomes, weakest: Outcomes) -> Outcomes {
        let one = (self.0 | other.0) & strongest.0;
        let both = self.0 & other.0 & weakest.0;
        let prevails = |it: Outcomes, over: Outcomes| {
            it.may_be(Answered::Officer) && over.0 & (Outcomes::OFFICER.0 | weakest.0) != 0
        };
        let office = prevails(self, other) || prevails(other, self);
        Outcomes(one | both | if office { Outcomes::OFFICER.0 } else { 0 })
    }
}

impl fmt::Debug for Outcomes {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let words: Vec<&str> = self
            .iter()
            .map(|it| match it {
                Answered::Yes => "yes",
                Answered::No => "no",
                Answered::Officer => "officer",
            })
            .collect();
        f.write_str(&words.join("|"))
    }
}
