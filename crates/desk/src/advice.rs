//! What to make of it: who serves what, what one more would bring, what happens when.

use casebook::Preference;
use eligibility::{Against, Choice, Clash, Event, OneMore, against, given};
use policy::{Catalog, Group, Text};

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

    /// Takes one of several supports that exclude each other, whatever is best: for an entry, or for the enterprise with all
    /// who count for it. What was chosen before and cannot be had beside it is forgotten.
    pub fn prefer(&mut self, policy: &str, entry: Option<&str>, now: &str) -> Result<(), DeskError> {
        let preferred = Preference { policy: policy.to_owned(), entry: entry.map(str::to_owned) };
        let chosen = choice(&preferred).ok_or_else(|| DeskError::not_found("policy", policy))?;
        self.catalog().policy(policy).map_err(|_| DeskError::not_found("policy", policy))?;
        let gives_way = |it: &&Preference| {
            choice(it).is_some_and(|before| is_in_the_way(self.catalog(), &before, &chosen))
        };
        let instead_of: Vec<Preference> = self.preferences().iter().filter(gives_way).cloned().collect();
        self.keep_preference(&instead_of, Some(preferred), now)
    }

    /// Leaves some supports to the best use again, whatever was chosen of them.
    pub fn leave_to_best(&mut self, among: &[&str], now: &str) -> Result<(), DeskError> {
        let is_among = |it: &&Preference| among.contains(&it.policy.as_str());
        let chosen: Vec<Preference> = self.preferences().iter().filter(is_among).cloned().collect();
        self.keep_preference(&chosen, None, now)
    }
}

/// Whether what was chosen before cannot stand beside a new choice. Whoever chooses for everybody chooses anew for each; a
/// choice for one person leaves what was chosen for everybody to the others.
fn is_in_the_way(catalog: &Catalog, before: &Choice, new: &Choice) -> bool {
    match against(catalog, &before.policy, &new.policy) {
        None => false,
        Some(Against::Wide) => true,
        Some(Against::ByPerson) => new.entry.is_none() || before.entry == new.entry,
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
