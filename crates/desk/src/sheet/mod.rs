//! What one takes away, before it is set on paper: everything in both languages, nothing left to judge.

mod item;
mod papers;
mod summary;

use policy::{Date, Text};

use crate::{Assessed, Stop, words};

/// So many days to come are told in the list and in the annex.
const MOST_DAYS: usize = 30;

/// So many of them are told on the sheet itself.
const MOST_DAYS_ON_SHEET: usize = 8;

/// How an enterprise stands, to be carried away.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sheet {
    /// For whom; empty where nobody was named.
    pub name: String,
    /// The day of assessment.
    pub as_of: Date,
    /// The pack's id and version.
    pub pack: String,
    /// The pack's title.
    pub pack_title: Text,
    /// The day the pack was put out.
    pub published: Date,
    /// The answer in a few sentences.
    pub summary: Vec<Text>,
    /// The money at a glance: certain, to be confirmed, possible.
    pub figures: [Figure; 3],
    /// What one has, will have or may have; numbered through.
    pub sections: Vec<Section>,
    /// Whether everything is told in full after the sheet itself.
    pub annex: bool,
    /// What cannot be had together, and its best use.
    pub together: Vec<Text>,
    /// What one brings for what is told on the sheet itself, or for what the reader chose of it, each paper once.
    pub papers: Vec<Stop>,
    /// For which of them the papers are; empty where they are for all one can apply for.
    pub papers_for: Text,
    /// What one brings for all one can apply for, each paper once.
    pub all_papers: Vec<Stop>,
    /// What is to come, by day.
    pub days: Vec<Day>,
    /// So many days are told on the sheet itself.
    pub most_days: usize,
    /// How many days to come are told nowhere.
    pub later: usize,
    /// What is not known yet, with the most wanted first.
    pub unknown: Vec<Unknown>,
    /// How many more things are not known.
    pub more_unknown: usize,
    /// The documents on which the sheet itself rests.
    pub documents: Vec<Source>,
    /// Where the items told in full were read.
    pub sources: Vec<Source>,
    /// What was told.
    pub answers: Vec<(Text, Text)>,
}

/// A sum at a glance.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Figure {
    /// What it is.
    pub label: Text,
    /// How much.
    pub figure: Text,
    /// How it is meant.
    pub note: Text,
}

/// How the items of a section are told on the sheet itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Telling {
    /// How much, until when, where, and what the office decides.
    Rows,
    /// Name and amount.
    Lines,
}

/// Items of one verdict.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Section {
    /// Its heading.
    pub title: Text,
    /// How its items are told on the sheet itself.
    pub telling: Telling,
    /// So many are told there, the most useful first; of the others it is said how many there are.
    pub most: usize,
    /// Whether the annex tells its items in full, or in a line each.
    pub full: bool,
    /// Its items.
    pub items: Vec<Item>,
}

/// One policy.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Item {
    /// Its number on the sheet.
    pub number: usize,
    /// What people say.
    pub title: Text,
    /// What the office says, where that is something else; may be empty.
    pub official: String,
    /// The verdict in a word or two.
    pub verdict: Text,
    /// The verdict as a sentence.
    pub sentence: Text,
    /// In a line: the reason, or what is not known; may be empty.
    pub reason: Text,
    /// What is to be confirmed before one walks to a counter; may be empty.
    pub caution: Text,
    /// What one gets, the first the most telling.
    pub amounts: Vec<Amount>,
    /// When one can apply; may be empty.
    pub when: Text,
    /// How far away the last day is; may be empty.
    pub days_left: Text,
    /// What is to be said of the round at hand; may be empty.
    pub of_round: Text,
    /// The conditions with the clauses they rest on.
    pub conditions: Vec<Condition>,
    /// What one brings, in short.
    pub papers: Vec<Text>,
    /// Where one applies.
    pub places: Vec<Text>,
    /// The document it rests on; may be empty.
    pub basis: String,
}

/// What one gets.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Amount {
    /// What kind of thing it is.
    pub kind: Text,
    /// Its own words, where the kind is not enough; may be empty.
    pub label: Text,
    /// The figure.
    pub figure: Text,
    /// Its unit and period.
    pub unit: Text,
    /// How long, and how much in all; may be empty.
    pub note: Text,
    /// How it comes about, with the figures put in: for the enterprise, or a line for each person.
    pub working: Vec<Text>,
    /// The clause it rests on; may be empty.
    pub clause: Text,
}

/// A condition.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Condition {
    /// What can be said of it.
    pub outcome: eligibility::ConditionOutcome,
    /// What it asks.
    pub label: Text,
    /// The answers it hangs on; may be empty.
    pub used: Text,
    /// The clause it rests on; may be empty.
    pub clause: Text,
}

/// A source.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Source {
    /// Its title, with its number.
    pub title: String,
    /// What kind of source it is, of when.
    pub note: Text,
    /// The numbers of the items it is for.
    pub serves: Vec<usize>,
}

/// Something to come.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Day {
    /// The day, or its range.
    pub day: Text,
    /// The policy.
    pub title: Text,
    /// What happens.
    pub what: Text,
    /// Whether it is a last day that presses.
    pub near: bool,
}

/// Something not known yet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unknown {
    /// What.
    pub name: Text,
    /// How many policies hang on it.
    pub n_policies: usize,
}

/// The sheet of an enterprise; with `all` also everything in full, with what is out of reach and why.
pub fn sheet(assessed: &Assessed<'_>, name: &str, all: bool) -> Sheet {
    let pack = &assessed.catalog().pack;
    let sections = item::sections(assessed, all);
    let id = pack.id.as_ref().map(ToString::to_string).unwrap_or_default();
    let events = assessed.timeline();
    let (unknown, more_unknown) = summary::unknown(assessed);
    Sheet {
        name: name.to_owned(),
        as_of: assessed.as_of(),
        pack: format!("{id} {}", pack.version),
        pack_title: pack.title.clone(),
        published: pack.published,
        summary: summary::sentences(assessed),
        figures: summary::figures(assessed),
        annex: all,
        together: assessed.clashes().iter().map(|it| clash(assessed, it)).collect(),
        papers: papers::stops(assessed, &sections),
        papers_for: papers::meant(assessed, &sections),
        all_papers: papers::all_stops(assessed, &sections),
        days: events.iter().take(MOST_DAYS).map(|it| day(assessed, it)).collect(),
        most_days: MOST_DAYS_ON_SHEET,
        later: events.len().saturating_sub(MOST_DAYS),
        unknown,
        more_unknown,
        documents: papers::documents(assessed, &sections),
        sources: papers::sources(assessed, &sections),
        answers: summary::answers(assessed),
        sections: sections.into_iter().map(|it| it.section).collect(),
    }
}

fn clash(assessed: &Assessed<'_>, clash: &eligibility::Clash) -> Text {
    let said = words::clash(assessed.catalog(), assessed.profile, clash);
    words::join([said.sentence, said.note], "；", "; ")
}

fn day(assessed: &Assessed<'_>, event: &eligibility::Event) -> Day {
    let last = event.on.high().unwrap_or(assessed.as_of());
    let closes = event.what == eligibility::Happening::WindowCloses;
    Day {
        day: words::day_or_range(event.on),
        title: assessed.title(&event.policy),
        what: assessed.happening(event),
        near: closes && assessed.as_of().days_until(last) <= crate::NEAR_DAYS,
    }
}
