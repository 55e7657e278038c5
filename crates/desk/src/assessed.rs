//! An enterprise assessed, with all that is needed to speak of it.

use std::collections::{BTreeMap, BTreeSet};

use eligibility::{
    AmountResult, Assessment, Choice, Clash, Event, OneMore, PolicyResult, Purse, Share, Sums, Working,
    clashes, one_more, shares, sums, timeline,
};
use policy::{Catalog, Date, Edition, ListRef, Policy, PolicyId, Profile, Text, Unit};

use crate::{Library, words};

/// An enterprise assessed: the pack, the answers, what follows from them, what the reader chose.
#[derive(Clone)]
pub struct Assessed<'a> {
    /// The pack with its texts.
    pub library: &'a Library,
    /// The answers.
    pub profile: &'a Profile,
    /// What follows from them.
    pub assessment: &'a Assessment,
    /// What the reader takes of supports that exclude each other.
    pub choices: BTreeSet<Choice>,
    /// The reader's own list: the policies that they mean to apply for.
    pub chosen: BTreeSet<String>,
}

impl<'a> Assessed<'a> {
    /// The pack's catalog.
    pub fn catalog(&self) -> &'a Catalog {
        self.library.catalog()
    }

    /// Whether it is about a policy on the reader's own list.
    pub(crate) fn is_chosen(&self, result: &PolicyResult) -> bool {
        self.chosen.contains(result.policy.as_str())
    }

    /// The day of assessment.
    pub fn as_of(&self) -> Date {
        self.assessment.as_of
    }

    /// Supports that exclude each other, and their best use, or the reader's own.
    pub fn clashes(&self) -> Vec<Clash> {
        clashes(self.catalog(), self.assessment, self.profile, &self.choices)
    }

    /// What all supports bring together, unlike kinds of money apart: in the best use, or the reader's own.
    pub fn sums(&self) -> BTreeMap<Purse, Sums> {
        sums(self.catalog(), self.assessment, self.profile, &self.choices)
    }

    /// What one more of each group the law supports would bring.
    pub fn one_more(&self) -> Vec<OneMore> {
        one_more(self.catalog(), self.profile, self.assessment)
    }

    /// What is to come, by day.
    pub fn timeline(&self) -> Vec<Event> {
        timeline(self.catalog(), self.assessment, self.profile)
    }

    /// What each person brings to a support; nothing where its rule is not over people.
    pub fn shares(&self, result: &PolicyResult) -> Vec<Share> {
        let Some((_, edition)) = self.edition(result) else { return Vec::new() };
        let (as_of, on) = (self.as_of(), result.reckoned_on(self.as_of()));
        shares(self.catalog(), edition, self.profile, as_of, on)
    }

    /// How an amount comes about; `None` for a sum over people, which is told [person by person](Assessed::shares).
    pub fn working(&self, result: &PolicyResult, amount: &AmountResult) -> Option<Working> {
        let (_, edition) = self.edition(result)?;
        let of_rule = edition.rule.amounts.iter().find(|it| it.id == amount.id)?;
        let (as_of, on) = (self.as_of(), result.reckoned_on(self.as_of()));
        eligibility::working(self.catalog(), edition, of_rule, self.profile, as_of, on)
    }

    /// What one person brings: how much, how it is reckoned, for how long, in all. The person by their place in the list alone.
    pub fn share_words(&self, result: &PolicyResult, amount: &AmountResult, share: &Share) -> Text {
        let list = self.edition(result).and_then(|it| it.1.rule.for_each);
        let who = list.map(|it| words::nth(self.catalog(), self.profile, it, &share.entry));
        let value = words::gain(&AmountResult { value: Some(share.value), ..amount.clone() });
        let total = share.totals.remaining.or(share.totals.whole).filter(|_| amount.unit == Unit::Cny);
        let total = total
            .map(words::money)
            .map(|it| words::text(format!("合计 {}", it.zh), format!("{} in all", it.en)));
        let working = words::working(self.catalog(), &share.working);
        let said = [value, working, words::running(share), total.unwrap_or_default()];
        let (who, said) = (who.unwrap_or_default(), words::join(said, "，", ", "));
        words::text(format!("{}：{}", who.zh, said.zh), format!("{}: {}", who.en, said.en))
    }

    /// What a policy is called.
    pub fn title(&self, policy: &PolicyId) -> Text {
        self.catalog().policy(policy.as_str()).map(|it| it.title.clone()).unwrap_or_default()
    }

    /// The policy and the edition that a result is about.
    pub(crate) fn edition(&self, result: &PolicyResult) -> Option<(&'a Policy, &'a Edition)> {
        let policy = self.catalog().policy(result.policy.as_str()).ok()?;
        let edition = policy.editions.iter().find(|it| it.id == result.edition)?;
        Some((policy, edition))
    }

    /// The list that an event's policy goes through, in the edition concerned.
    pub(crate) fn list_of(&self, event: &Event) -> Option<ListRef> {
        let policy = self.catalog().policy(event.policy.as_str()).ok()?;
        policy.editions.iter().find(|it| it.id == event.edition)?.rule.for_each
    }

    /// What happens, without a word on a person but their place in the list.
    pub fn happening(&self, event: &Event) -> Text {
        let entry = words::entry_of(event).zip(self.list_of(event));
        let entry = entry.map(|(entry, list)| words::nth(self.catalog(), self.profile, list, entry));
        words::happening(event, &entry.unwrap_or_default())
    }
}
