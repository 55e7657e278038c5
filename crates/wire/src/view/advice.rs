//! What to make of the results.

use std::collections::BTreeMap;

use desk::{Desk, DeskError, words};
use eligibility::{Chosen, Clash, Event, Gain, GainedAmount, Happening, Member, OneMore, Verdict};
use policy::{Id, ListRef, PolicyId};

use super::lines::{days, is_near};
use crate::{
    AdvicePage, ClashBlock, ClashMember, ClashPerson, EventKind, EventLine, GainLine, OneMoreBlock, Text,
    Worked,
};

/// So many events and people are told one by one.
const MOST: usize = 100;

/// Who serves what, what one more would bring, what happens when.
pub fn advice(desk: &Desk) -> AdvicePage {
    let mut one_more: Vec<OneMoreBlock> = desk.one_more().iter().map(|it| group(desk, it)).collect();
    one_more.sort_by_key(|it| it.gains.is_empty());
    let events = desk.timeline();
    AdvicePage {
        clashes: desk.clashes().iter().map(|it| clash(desk, it)).collect(),
        one_more,
        timeline: events.iter().take(MOST).map(|it| event(desk, it)).collect(),
        later: u32::try_from(events.len().saturating_sub(MOST)).unwrap_or(u32::MAX),
    }
}

/// Takes one of several supports that exclude each other, for an entry or for the enterprise.
pub fn prefer(
    desk: &mut Desk,
    policy: &str,
    entry: Option<&str>,
    now: &str,
) -> Result<AdvicePage, DeskError> {
    desk.prefer(policy, entry, now)?;
    Ok(advice(desk))
}

/// Leaves some supports to the best use again.
pub fn leave_to_best(desk: &mut Desk, among: &[String], now: &str) -> Result<AdvicePage, DeskError> {
    let among: Vec<&str> = among.iter().map(String::as_str).collect();
    desk.leave_to_best(&among, now)?;
    Ok(advice(desk))
}

fn title(desk: &Desk, policy: &PolicyId) -> Text {
    desk.library.policy(policy.as_str()).map(|it| (&it.title).into()).unwrap_or_default()
}

fn list_of(desk: &Desk, policy: &PolicyId, edition: &Id) -> Option<ListRef> {
    let policy = desk.library.policy(policy.as_str()).ok()?;
    policy.editions.iter().find(|it| it.id == *edition)?.rule.for_each
}

/// What the entries of a list are called, or said in a few words.
fn called(desk: &Desk, list: ListRef) -> BTreeMap<String, policy::Text> {
    let catalog = desk.catalog();
    let names: BTreeMap<&str, &str> =
        desk.entry_names(list, 0).filter_map(|(id, name)| Some((id, name?))).collect();
    let said = |it: &policy::Entry| match names.get(it.id.as_str()) {
        Some(name) => policy::Text::same(*name),
        None => words::entry(catalog, &catalog.list(list).facts, it),
    };
    desk.entries(list).iter().map(|it| (it.id.to_string(), said(it))).collect()
}

fn clash(desk: &Desk, clash: &Clash) -> ClashBlock {
    let said = words::clash(desk.catalog(), &desk.sitting.profile, clash);
    ClashBlock {
        sentence: said.sentence.into(),
        note: said.note.into(),
        chosen: clash.chosen != Chosen::Best,
        members: clash.members.iter().map(|it| member(desk, clash, it)).collect(),
    }
}

fn member(desk: &Desk, clash: &Clash, member: &Member) -> ClashMember {
    let said = list_of(desk, &member.policy, &member.edition).map(|it| called(desk, it)).unwrap_or_default();
    let person = |entry: &Id, serves: bool| ClashPerson {
        entry: entry.to_string(),
        said: said.get(entry.as_str()).cloned().unwrap_or_default().into(),
        serves,
        preferred: desk.is_preferred(member.policy.as_str(), Some(entry.as_str())),
    };
    let serving = member.entries.iter().map(|it| person(it, true));
    let others = member.given_up.iter().map(|it| person(it, false));
    ClashMember {
        policy: member.policy.to_string(),
        edition: member.edition.to_string(),
        title: words::title_in(desk.catalog(), clash, member).into(),
        taken: member.taken,
        brings: words::money(member.brings).into(),
        alone: words::money(member.alone).into(),
        preferred: desk.is_preferred(member.policy.as_str(), None),
        people: serving.chain(others).take(MOST).collect(),
    }
}

fn group(desk: &Desk, it: &OneMore) -> OneMoreBlock {
    let catalog = desk.catalog();
    let group = catalog.groups.iter().find(|of| of.id == it.group);
    let label = group.map(|it| it.label.clone()).unwrap_or_default();
    let given = group.map(|it| desk.given_words(it)).unwrap_or_default();
    OneMoreBlock {
        group: it.group.to_string(),
        label: label.into(),
        given: given.into(),
        gains: it.gains.iter().map(|it| gain(desk, it)).collect(),
    }
}

fn gain(desk: &Desk, gain: &Gain) -> GainLine {
    GainLine {
        policy: gain.policy.to_string(),
        edition: gain.edition.to_string(),
        title: title(desk, &gain.policy),
        verdict: gain.after.into(),
        opens: gain.before != Some(Verdict::Eligible),
        from: gain.from.map(words::from).unwrap_or_default().into(),
        amounts: gain.amounts.iter().map(|it| worked(desk, it)).collect(),
        instead_of: gain.instead_of.iter().map(|it| title(desk, it)).collect(),
    }
}

fn worked(desk: &Desk, gained: &GainedAmount) -> Worked {
    let (sum, working) = words::gained(desk.catalog(), gained);
    Worked { sum: sum.into(), working: working.into() }
}

fn event(desk: &Desk, event: &Event) -> EventLine {
    let as_of = desk.as_of();
    let (first, last) = (event.on.low().unwrap_or(as_of), event.on.high().unwrap_or(as_of));
    let entry = words::entry_of(event).and_then(|entry| {
        let list = list_of(desk, &event.policy, &event.edition)?;
        called(desk, list).remove(entry.as_str())
    });
    let what = words::happening(event, &entry.unwrap_or_default());
    let kind = match event.what {
        Happening::Opens | Happening::WindowOpens | Happening::CountsFrom { .. } => EventKind::Begins,
        Happening::WindowCloses => EventKind::Closes,
        Happening::Ends { .. } | Happening::EntryEnds { .. } => EventKind::Ends,
    };
    let days = days(as_of, last);
    EventLine {
        first: first.to_string(),
        last: last.to_string(),
        day: words::day_or_range(event.on).into(),
        days,
        near: is_near(days),
        policy: event.policy.to_string(),
        edition: event.edition.to_string(),
        title: title(desk, &event.policy),
        what: what.into(),
        kind,
    }
}
