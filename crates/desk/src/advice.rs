//! What to make of it: who serves what, what one more would bring, what happens when.

use casebook::Preference;
use eligibility::{Choice, Clash, Event, OneMore, given};
use policy::{Group, Text};

use crate::{Assessed, Desk, DeskError, words};

impl Desk {
    /// How the enterprise stands, with what the reader chose.
    pub fn assessed(&self) -> Assessed<'_> {
        Assessed {
            library: &self.library,
            profile: &self.sitting.profile,
            assessment: &self.sitting.assessment,
            choices: self.preferences().iter().filter_map(choice).collect(),
            chosen: self.chosen().clone(),
        }
    }

    /// Supports that exclude each other, and their best use, or the reader's own.
    pub fn clashes(&self) -> Vec<Clash> {
        self.assessed().clashes()
    }

    /// What one more of each group the law supports would bring.
    pub fn one_more(&self) -> Vec<OneMore> {
        self.assessed().one_more()
    }

    /// What is taken for known of one of a group, in words.
    pub fn given_words(&self, group: &Group) -> Text {
        let entry = given(self.catalog(), &self.sitting.profile, self.as_of(), group);
        words::entry(self.catalog(), &self.catalog().list(group.list).facts, &entry)
    }

    /// What is to come, by day.
    pub fn timeline(&self) -> Vec<Event> {
        self.assessed().timeline()
    }

    /// Takes one of several supports that exclude each other, for an entry or for the enterprise; with `None` the best use is
    /// left to be reckoned.
    pub fn prefer(
        &mut self,
        among: &[&str],
        entry: Option<&str>,
        preferred: Option<&str>,
        now: &str,
    ) -> Result<(), DeskError> {
        let of = |policy: &str| Preference { policy: policy.to_owned(), entry: entry.map(str::to_owned) };
        let instead_of: Vec<Preference> = among.iter().map(|it| of(it)).collect();
        self.keep_preference(&instead_of, preferred.map(of), now)
    }
}

fn choice(kept: &Preference) -> Option<Choice> {
    // What this pack does not have is kept and has no effect.
    let entry = match &kept.entry {
        Some(entry) => Some(entry.parse().ok()?),
        None => None,
    };
    Some(Choice { policy: kept.policy.parse().ok()?, entry })
}
