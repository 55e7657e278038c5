//! What to make of an assessment, in words: what all comes to, who serves what, what each person brings, one more, what comes when.

use std::io::{self, Write};

use desk::{Assessed, words};
use eligibility::{Event, Gain, OneMore, PolicyResult, Share, Verdict};
use policy::Text;

use crate::context::Context;

/// So many people and days are told one by one.
const MOST: usize = 20;

/// Writes what there is to say; nothing where there is nothing.
pub(crate) fn print(out: &mut impl Write, context: &Context, assessed: &Assessed<'_>) -> io::Result<()> {
    let heading = words::text("加在一起", "All together");
    let sums = assessed.sums();
    part(out, context, &heading, sums.iter().map(|(purse, it)| words::sums(*purse, it)).collect())?;
    let clashes = assessed.clashes().into_iter().map(|it| {
        let said = words::clash(assessed.catalog(), assessed.profile, &it);
        words::join([said.sentence, said.note], "；", "; ")
    });
    let heading = words::text("不能同时享受的，这样用最划算", "Not to be had together: the best use");
    part(out, context, &heading, clashes.collect())?;
    let heading = words::text("逐人算", "Person by person");
    let eligible = assessed.assessment.results.iter().filter(|it| it.verdict == Verdict::Eligible);
    part(out, context, &heading, eligible.flat_map(|it| shares(assessed, it)).collect())?;
    let heading = words::text("再招一个人，会多出什么", "What one more person would bring");
    let one_more = assessed.one_more();
    part(out, context, &heading, one_more.iter().flat_map(|it| gains(assessed, it)).collect())?;
    let heading = words::text("日程", "What comes when");
    let timeline = assessed.timeline();
    part(out, context, &heading, timeline.iter().map(|it| event(assessed, it)).collect())
}

fn part(out: &mut impl Write, context: &Context, heading: &Text, lines: Vec<Text>) -> io::Result<()> {
    if lines.is_empty() {
        return Ok(());
    }
    writeln!(out, "\n{}", context.say(heading))?;
    for line in lines.iter().take(MOST) {
        writeln!(out, "  {}", context.say(line))?;
    }
    if MOST < lines.len() {
        let more = lines.len() - MOST;
        let said = words::text(format!("另有 {more} 条"), format!("and {more} more"));
        writeln!(out, "  {}", context.say(&said))?;
    }
    Ok(())
}

/// What each person brings to a support.
fn shares(assessed: &Assessed<'_>, result: &PolicyResult) -> Vec<Text> {
    let title = assessed.title(&result.policy);
    let share = |(share, amount): (&Share, &eligibility::AmountResult)| {
        let said = assessed.share_words(result, amount, share);
        words::text(format!("{} · {}", title.zh, said.zh), format!("{} · {}", title.en, said.en))
    };
    let of_amount = |it: &Share| result.amounts.iter().find(|of| of.id == it.amount);
    let shares = assessed.shares(result);
    shares.iter().filter_map(|it| of_amount(it).map(|of| (it, of))).map(share).collect()
}

fn gains(assessed: &Assessed<'_>, one_more: &OneMore) -> Vec<Text> {
    let group = assessed.catalog().groups.iter().find(|it| it.id == one_more.group);
    let label = group.map(|it| it.label.clone()).unwrap_or_default();
    one_more.gains.iter().map(|it| gain(assessed, &label, it)).collect()
}

fn gain(assessed: &Assessed<'_>, group: &Text, gain: &Gain) -> Text {
    let title = assessed.title(&gain.policy);
    let sums = gain.amounts.iter().map(|it| {
        let (sum, working) = words::gained(assessed.catalog(), it);
        if working.is_empty() {
            return sum;
        }
        words::text(format!("{}（{}）", sum.zh, working.zh), format!("{} ({})", sum.en, working.en))
    });
    let from = gain.from.map(words::from).unwrap_or_default();
    let rivals = words::join(gain.instead_of.iter().map(|it| assessed.title(it)), "、", ", ");
    let instead = if rivals.is_empty() {
        Text::default()
    } else {
        words::text(format!("与{}只能选一项", rivals.zh), format!("or else {}", rivals.en))
    };
    let said = words::join(sums.chain([from, instead]), "；", "; ");
    let colon = if said.is_empty() { ("", "") } else { ("：", ": ") };
    words::text(
        format!("{} · {}{}{}", group.zh, title.zh, colon.0, said.zh),
        format!("{} · {}{}{}", group.en, title.en, colon.1, said.en),
    )
}

fn event(assessed: &Assessed<'_>, event: &Event) -> Text {
    let (day, title, what) =
        (words::day_or_range(event.on), assessed.title(&event.policy), assessed.happening(event));
    words::text(
        format!("{}  {}：{}", day.zh, title.zh, what.zh),
        format!("{}  {}: {}", day.en, title.en, what.en),
    )
}
