//! What to make of the results.

use std::collections::BTreeMap;

use desk::{Desk, DeskError, words};
use eligibility::{AmountResult, Clash, Event, Gain, GainedAmount, Happening, Member, OneMore, Verdict};
use policy::{Id, Interval, ListRef, Number, PolicyId};

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

/// Takes one of several supports that exclude each other; with `None` the best use is left to be reckoned.
pub fn prefer(
    desk: &mut Desk,
    among: &[String],
    entry: Option<&str>,
    preferred: Option<&str>,
    now: &str,
) -> Result<AdvicePage, DeskError> {
    let among: Vec<&str> = among.iter().map(String::as_str).collect();
    desk.prefer(&among, entry, preferred, now)?;
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
    let taken = clash.members.iter().filter(|it| it.taken).map(|it| use_of(desk, it));
    let uses = words::join(taken, "，", ", ");
    let total = money(clash.total);
    let sentence = match clash.solved {
        true => policy::Text {
            zh: format!("{}，合计 {}", uses.zh, total.zh),
            en: format!("{}: {} in all", uses.en, total.en),
        },
        false => too_many(clash.members.len()),
    };
    let lost = match (clash.best.low(), clash.total.low()) {
        (Some(best), Some(total)) if total < best => {
            let lost = words::yuan(best.minus(total).unwrap_or(Number::ZERO));
            words::text(
                format!("这是您选的用法，比最划算的少 {lost} 元"),
                format!("your own choice: CNY {lost} less than the best use"),
            )
        }
        _ => policy::Text::default(),
    };
    let lumped = clash.lumped.then(|| {
        words::text(
            "有的金额是把所有人合在一起算的，没有逐人拆开：同一个人两项都算在内的，只能享受其中一项",
            "some sums are reckoned for all people together and were not taken apart: whoever is in both may serve one of them only",
        )
    });
    let unsure = (clash.solved && !clash.exact && !clash.lumped).then(|| {
        words::text(
            "有的金额还不确定，这里按确定的部分算",
            "some sums are not certain yet: this goes by the part that is",
        )
    });
    ClashBlock {
        sentence: sentence.into(),
        note: words::join([Some(lost), lumped, unsure].into_iter().flatten(), "；", "; ").into(),
        members: clash.members.iter().map(|it| member(desk, it)).collect(),
    }
}

/// So many that nobody went through all the ways to combine them.
fn too_many(n: usize) -> policy::Text {
    words::text(
        format!("这 {n} 项互相牵连，有的不能一起享受；组合太多，没有算出最划算的用法，请自己选"),
        format!(
            "these {n} hang together and some cannot be had beside others; there are too many ways to find the best one: \
             choose yourself"
        ),
    )
}

fn use_of(desk: &Desk, member: &Member) -> policy::Text {
    let title = title(desk, &member.policy);
    let n = n_people(desk, member);
    match n {
        Some(n) => policy::Text {
            zh: format!("{} 人用于“{}”", n.zh, title.zh),
            en: format!("{} by “{}”", n.en, title.en),
        },
        None => policy::Text { zh: format!("申请“{}”", title.zh), en: format!("“{}”", title.en) },
    }
}

/// How many people serve a support, those alike counted each.
fn n_people(desk: &Desk, member: &Member) -> Option<policy::Text> {
    let list = list_of(desk, &member.policy, &member.edition)?;
    let serving = desk.entries(list).iter().filter(|it| member.entries.contains(&it.id));
    let n = serving.map(|it| it.n).try_fold(Interval::exactly(Number::ZERO), |sum, n| {
        let add = |a: Option<Number>, b: Option<Number>| a.zip(b).and_then(|(a, b)| a.plus(b));
        Interval::new(add(sum.low(), n.low()), add(sum.high(), n.high()))
    });
    n.filter(|_| !member.entries.is_empty()).map(words::count)
}

fn member(desk: &Desk, member: &Member) -> ClashMember {
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
        title: title(desk, &member.policy),
        taken: member.taken,
        brings: money(member.brings).into(),
        alone: money(member.alone).into(),
        preferred: desk.is_preferred(member.policy.as_str(), None),
        people: serving.chain(others).take(MOST).collect(),
    }
}

fn money(sum: Interval<Number>) -> policy::Text {
    let figure = words::yuan_range(sum);
    policy::Text { zh: format!("{} 元", figure.zh), en: format!("CNY {}", figure.en) }
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
    let as_result = AmountResult {
        id: gained.id.clone(),
        kind: gained.kind,
        label: policy::Text::default(),
        cite: None,
        value: Some(gained.value),
        unit: gained.unit.clone(),
        per: gained.per,
        from: None,
        until: gained.until,
        for_months: None,
        totals: gained.totals,
        missing: Vec::new(),
    };
    let said = words::amount(&as_result);
    let sum = words::join([said.figure, said.unit], " ", " ");
    let working = gained.working.as_ref().map(|it| words::working(desk.catalog(), it)).unwrap_or_default();
    Worked { sum: words::join([sum, said.note], "，", ", ").into(), working: working.into() }
}

fn event(desk: &Desk, event: &Event) -> EventLine {
    let as_of = desk.as_of();
    let (first, last) = (event.on.low().unwrap_or(as_of), event.on.high().unwrap_or(as_of));
    let name = |entry: &Id| {
        let list = list_of(desk, &event.policy, &event.edition)?;
        called(desk, list).remove(entry.as_str())
    };
    let of = |entry: &Id, zh: &str, en: &str| {
        let name = name(entry).unwrap_or_default();
        words::text(format!("{}：{zh}", name.zh), format!("{}: {en}", name.en))
    };
    let (kind, what) = match &event.what {
        Happening::Opens => (EventKind::Begins, words::text("可以申请了", "becomes open to you")),
        Happening::WindowOpens => (EventKind::Begins, words::text("开始受理", "applications open")),
        Happening::WindowCloses => (EventKind::Closes, words::text("申请截止", "last day to apply")),
        Happening::Ends { .. } => (EventKind::Ends, words::text("到期", "ends")),
        Happening::CountsFrom { entry } => (EventKind::Begins, of(entry, "开始算数", "begins to count")),
        Happening::EntryEnds { entry, .. } => (EventKind::Ends, of(entry, "到期", "ends")),
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
