//! The question at hand, and the form of a list.

use std::collections::BTreeMap;

use desk::{About, Desk, DeskError, NewEntry, words};
use eligibility::StandingOutcome;
use policy::{Answer, Entry, FactRef, FactType, ListRef, Number, Value};
use serde_json::{Map, Value as Json};

use super::lines::{n, named, said, subject};
use crate::{
    Band, ChoiceOption, Decides, EntryDraft, EntryForm, EntryRow, Field, Input, ListInput, NumberKind,
    Question, Said, Text,
};

/// So many entries cross with a question; the others are asked for.
const ENTRIES: usize = 100;

/// The question at hand.
pub(crate) fn question(desk: &Desk, about: About) -> Question {
    let catalog = desk.catalog();
    let decides: Vec<Decides> = desk
        .sitting
        .decides(about)
        .into_iter()
        .filter_map(|id| {
            let policy = catalog.policy(id).ok()?;
            Some(Decides { policy: id.to_owned(), title: (&policy.title).into() })
        })
        .collect();
    let why = match decides.len() {
        0 => words::text("现在的结论不再取决于这一题", "Nothing hangs on this any more"),
        1 => words::text("这一题决定 1 项政策", "This decides 1 policy"),
        n => words::text(format!("这一题决定 {n} 项政策"), format!("This decides {n} policies")),
    };
    let (topic, ask, help, input, said) = match about {
        About::Fact(fact) => {
            let declared = catalog.fact(fact);
            let answer = desk.sitting.profile.answers.get(&fact);
            let said = answer.map(|it| said(catalog, it));
            (declared.topic.as_ref(), &declared.ask, &declared.help, input(desk, fact), said)
        }
        About::List(list) => {
            let declared = catalog.list(list);
            (
                declared.topic.as_ref(),
                &declared.ask,
                &declared.help,
                Input::List(list_input(desk, list)),
                None,
            )
        }
    };
    Question {
        subject: subject(catalog, about),
        topic: named(&catalog.pack.topics, topic),
        ask: ask.into(),
        help: help.into(),
        why: why.into(),
        decides,
        input,
        said,
    }
}

fn input(desk: &Desk, fact: FactRef) -> Input {
    let declared = desk.catalog().fact(fact);
    let options = |options: &[policy::ChoiceOption]| {
        let option = |it: &policy::ChoiceOption| ChoiceOption {
            id: desk.catalog().options.id(it.id).to_string(),
            label: (&it.label).into(),
        };
        options.iter().map(option).collect()
    };
    match &declared.kind {
        FactType::Boolean => Input::Boolean,
        FactType::Number { kind, bounds, bands } => Input::Number {
            number: number_kind(*kind),
            unit: unit(declared),
            min: bounds.low().map(|it| it.to_string()),
            max: bounds.high().map(|it| it.to_string()),
            bands: bands
                .iter()
                .map(|it| Band {
                    label: words::band(declared, *it).into(),
                    said: said(desk.catalog(), &Answer::Known(Value::Number(*it))),
                })
                .collect(),
        },
        FactType::Date { by_month } => Input::Date { by_month: *by_month },
        FactType::Choice(all) => Input::Choice { options: options(all) },
        FactType::Choices(all) => Input::Choices { options: options(all) },
    }
}

fn unit(fact: &policy::Fact) -> Text {
    match &fact.kind {
        FactType::Number { kind: policy::NumberKind::Money, .. } if fact.unit.is_empty() => {
            words::text("元", "yuan").into()
        }
        _ => (&fact.unit).into(),
    }
}

fn number_kind(kind: policy::NumberKind) -> NumberKind {
    match kind {
        policy::NumberKind::Integer => NumberKind::Integer,
        policy::NumberKind::Decimal => NumberKind::Decimal,
        policy::NumberKind::Money => NumberKind::Money,
    }
}

fn list_input(desk: &Desk, list: ListRef) -> ListInput {
    let declared = desk.catalog().list(list);
    let given = desk.sitting.profile.lists.get(&list);
    ListInput {
        list: declared.id.to_string(),
        name: (&declared.name).into(),
        one: (&declared.one).into(),
        entries: rows(desk, list, 0, ENTRIES),
        total: n(given.map_or(0, |it| it.entries.len())),
        more: given.is_some_and(|it| it.more),
        answered: given.is_some(),
    }
}

/// Some of the entries of a list.
pub fn entries(desk: &Desk, list: &str, from: u32, count: u32) -> Result<Vec<EntryRow>, DeskError> {
    let not_found = || DeskError::NotFound { what: "list", name: list.to_owned() };
    let found = desk.catalog().find_list(list).ok_or_else(not_found)?;
    Ok(rows(desk, found, from as usize, (count as usize).min(ENTRIES)))
}

fn rows(desk: &Desk, list: ListRef, from: usize, count: usize) -> Vec<EntryRow> {
    let catalog = desk.catalog();
    let facts = &catalog.list(list).facts;
    let entries = desk.sitting.profile.lists.get(&list).map(|it| it.entries.as_slice()).unwrap_or_default();
    let row = |entry: &Entry| EntryRow {
        id: entry.id.to_string(),
        n: alike(entry),
        said: words::entry(catalog, facts, entry).into(),
        open: n(missing_of(desk, list, entry)),
        standing: standing(desk, list, entry),
        draft: EntryDraft {
            list: catalog.list(list).id.to_string(),
            id: Some(entry.id.to_string()),
            n: alike(entry),
            said: answers(desk, entry),
        },
    };
    entries.iter().skip(from).take(count).map(row).collect()
}

fn answers(desk: &Desk, entry: &Entry) -> BTreeMap<String, Said> {
    let catalog = desk.catalog();
    let answer =
        |(fact, answer): (&FactRef, &Answer)| (catalog.fact(*fact).id.to_string(), said(catalog, answer));
    entry.answers.iter().map(answer).collect()
}

fn alike(entry: &Entry) -> Said {
    match entry.n.exact().and_then(Number::to_i64) {
        Some(n) => Said(n.into()),
        None => {
            let end = |it: Option<Number>| it.map(|it| Json::String(it.to_string()));
            let ends = [("min", end(entry.n.low())), ("max", end(entry.n.high()))];
            Said(Json::Object(ends.into_iter().filter_map(|(key, it)| Some((key.to_owned(), it?))).collect()))
        }
    }
}

/// How many facts of an entry some open policy still asks for.
fn missing_of(desk: &Desk, list: ListRef, entry: &Entry) -> usize {
    let asks = |subject: &eligibility::Subject| matches!(subject, eligibility::Subject::EntryFact(of, id, _) if *of == list && *id == entry.id);
    desk.sitting.questions.iter().filter(|it| asks(&it.subject)).count()
}

fn standing(desk: &Desk, list: ListRef, entry: &Entry) -> Option<Text> {
    let results = &desk.sitting.assessment.results;
    let standings =
        results.iter().flat_map(|it| &it.standings).filter(|it| it.list == list && it.entry == entry.id);
    let mut counts = 0;
    let mut open = 0;
    for standing in standings {
        match standing.outcome {
            StandingOutcome::Met | StandingOutcome::Officer => counts += 1,
            StandingOutcome::Unknown => open += 1,
            StandingOutcome::Unmet | StandingOutcome::OtherEdition | StandingOutcome::NotYet => {}
        }
    }
    let said = match (counts, open) {
        (0, 0) => words::text("目前不计入任何政策", "counts for no policy at present"),
        (0, open) => words::text(format!("{open} 项政策待定"), format!("open for {open}")),
        (counts, 0) => words::text(format!("计入 {counts} 项政策"), format!("counts for {counts}")),
        (counts, open) => words::text(
            format!("计入 {counts} 项，{open} 项待定"),
            format!("counts for {counts}, open for {open}"),
        ),
    };
    Some(said.into())
}

/// The fields that apply to what was filled in so far: those of facts whose `ask_if` may hold.
pub fn entry_form(desk: &Desk, draft: EntryDraft) -> Result<EntryForm, DeskError> {
    let (list, entry, profile) = desk.draft(&draft.list, &fields(&draft))?;
    let catalog = desk.catalog();
    let as_of = desk.as_of();
    let applies = |fact: &&FactRef| !eligibility::applies(catalog, **fact, list, &profile, as_of).is_no();
    let field = |fact: &FactRef| {
        let declared = catalog.fact(*fact);
        Field {
            fact: declared.id.to_string(),
            ask: (&declared.ask).into(),
            help: (&declared.help).into(),
            input: input(desk, *fact),
            said: entry.answers.get(fact).map(|it| said(catalog, it)),
        }
    };
    let fields = catalog.list(list).facts.iter().filter(applies).map(field).collect();
    Ok(EntryForm { draft, fields })
}

/// What the desk is to put into a list.
pub fn new_entry(draft: EntryDraft) -> NewEntry {
    let fields = fields(&draft);
    NewEntry { list: draft.list, id: draft.id, fields }
}

fn fields(draft: &EntryDraft) -> Map<String, Json> {
    let said = draft.said.iter().map(|(fact, said)| (fact.clone(), said.0.clone()));
    said.chain([("n".to_owned(), draft.n.0.clone())]).collect()
}
