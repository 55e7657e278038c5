//! A list with its entries, the form of one, and what was done to it.

use std::collections::{BTreeMap, BTreeSet};

use corpus::ProfileMistake;
use desk::{Desk, DeskError, NewEntry, Part, typed, words};
use eligibility::{StandingOutcome, Subject};
use policy::{Answer, Catalog, Entry, FactRef, Id, Interval, ListRef, Number};
use serde_json::{Map, Value as Json};

use super::{
    lines::{n, said},
    question::input,
};
use crate::{EntryDraft, EntryForm, EntryRow, Field, FormPart, Input, ListChange, ListInput, Said, Text};

/// So many entries cross at a time.
const PAGE: usize = 50;

pub(crate) fn list_input(desk: &Desk, list: ListRef) -> ListInput {
    let declared = desk.catalog().list(list);
    let given = desk.sitting.profile.lists.get(&list);
    ListInput {
        list: declared.id.to_string(),
        name: (&declared.name).into(),
        one: (&declared.one).into(),
        entries: rows(desk, list, 0, PAGE),
        total: n(desk.entries(list).len()),
        people: people(desk.entries(list)).into(),
        more: given.is_some_and(|it| it.more),
        answered: given.is_some(),
    }
}

/// How many some entries stand for.
fn people(entries: &[Entry]) -> policy::Text {
    let sum = |end: fn(Interval<Number>) -> Option<Number>| {
        entries.iter().try_fold(Number::ZERO, |sum, it| sum.plus(end(it.n)?))
    };
    let (low, high) = (sum(|it| it.low()).unwrap_or(Number::ZERO), sum(|it| it.high()));
    match high {
        Some(high) if low == high => policy::Text::same(low.to_string()),
        Some(high) => words::text(format!("{low} 至 {high}"), format!("{low} to {high}")),
        None => words::text(format!("至少 {low}"), format!("at least {low}")),
    }
}

/// The list after an entry was put or removed, or a table was pasted.
pub fn list_change(desk: &Desk, list: &str) -> Result<ListChange, DeskError> {
    let found = find(desk, list)?;
    let steps = desk.steps()?;
    Ok(ListChange {
        list: list_input(desk, found),
        saved_at: desk.last_saved()?.map(|it| it.at),
        can_undo: steps.back,
        can_redo: steps.forth,
    })
}

/// Some of the entries of a list.
pub fn entries(desk: &Desk, list: &str, from: u32, count: u32) -> Result<Vec<EntryRow>, DeskError> {
    Ok(rows(desk, find(desk, list)?, from as usize, (count as usize).min(PAGE)))
}

fn find(desk: &Desk, list: &str) -> Result<ListRef, DeskError> {
    let not_found = || DeskError::NotFound { what: "list", name: list.to_owned() };
    desk.catalog().find_list(list).ok_or_else(not_found)
}

fn rows(desk: &Desk, list: ListRef, from: usize, count: usize) -> Vec<EntryRow> {
    let catalog = desk.catalog();
    let facts = &catalog.list(list).facts;
    let page = || desk.entries(list).iter().skip(from).take(count);
    // Ids of the page and no others: names of entries that the pack does not understand are not in step with it.
    let ids: BTreeSet<&str> = page().map(|it| it.id.as_str()).collect();
    let names: BTreeMap<&str, &str> = desk
        .entry_names(list, from)
        .take(count)
        .filter_map(|(id, name)| Some((id, name?)))
        .filter(|(id, _)| ids.contains(id))
        .collect();
    let notes = Notes::of(desk, list, &ids);
    let row = |entry: &Entry| EntryRow {
        id: entry.id.to_string(),
        name: names.get(entry.id.as_str()).map(|it| (*it).to_owned()),
        n: alike(entry),
        said: words::facts(catalog, facts, entry).into(),
        open: notes.open(&entry.id),
        standing: desk.sitting.is_reckoned().then(|| notes.standing(&entry.id).into()),
    };
    page().map(row).collect()
}

/// What the assessment says of some entries, gathered in one pass.
#[derive(Default)]
struct Notes<'d> {
    open: BTreeMap<&'d str, usize>,
    counts: BTreeMap<&'d str, usize>,
    undecided: BTreeMap<&'d str, usize>,
}

impl<'d> Notes<'d> {
    fn of(desk: &'d Desk, list: ListRef, ids: &BTreeSet<&str>) -> Notes<'d> {
        let mut notes = Notes::default();
        for question in &desk.sitting.questions {
            if let Subject::EntryFact(of, id, _) = &question.subject
                && *of == list
                && ids.contains(id.as_str())
            {
                *notes.open.entry(id.as_str()).or_default() += 1;
            }
        }
        let standings = desk.sitting.assessment.results.iter().flat_map(|it| &it.standings);
        for standing in standings.filter(|it| it.list == list && ids.contains(it.entry.as_str())) {
            let to = match standing.outcome {
                StandingOutcome::Met | StandingOutcome::Officer => &mut notes.counts,
                StandingOutcome::Unknown => &mut notes.undecided,
                StandingOutcome::Unmet | StandingOutcome::OtherEdition | StandingOutcome::NotYet => continue,
            };
            *to.entry(standing.entry.as_str()).or_default() += 1;
        }
        notes
    }

    fn open(&self, entry: &Id) -> u32 {
        n(self.open.get(entry.as_str()).copied().unwrap_or_default())
    }

    fn standing(&self, entry: &Id) -> policy::Text {
        let of = |all: &BTreeMap<&str, usize>| all.get(entry.as_str()).copied().unwrap_or_default();
        match (of(&self.counts), of(&self.undecided)) {
            (0, 0) => words::text("目前不计入任何政策", "counts for no policy at present"),
            (0, open) => words::text(format!("{open} 项政策待定"), format!("open for {open}")),
            (counts, 0) => words::text(format!("计入 {counts} 项政策"), format!("counts for {counts}")),
            (counts, open) => words::text(
                format!("计入 {counts} 项，{open} 项待定"),
                format!("counts for {counts}, open for {open}"),
            ),
        }
    }
}

pub(crate) fn alike(entry: &Entry) -> Said {
    match entry.n.exact().and_then(Number::to_i64) {
        Some(n) => Said(n.into()),
        None => {
            let end = |it: Option<Number>| it.map(|it| Json::String(it.to_string()));
            let ends = [("min", end(entry.n.low())), ("max", end(entry.n.high()))];
            Said(Json::Object(ends.into_iter().filter_map(|(key, it)| Some((key.to_owned(), it?))).collect()))
        }
    }
}

/// An entry as a draft, so that it can be changed, or another one filled in like it.
pub fn entry_draft(desk: &Desk, list: &str, entry: &str) -> Result<EntryDraft, DeskError> {
    let found = find(desk, list)?;
    let not_found = || DeskError::NotFound { what: "entry", name: entry.to_owned() };
    let kept = desk.entries(found).iter().find(|it| it.id.as_str() == entry).ok_or_else(not_found)?;
    let catalog = desk.catalog();
    let answer =
        |(fact, answer): (&FactRef, &Answer)| (catalog.fact(*fact).id.to_string(), said(catalog, answer));
    let name = desk.entry_names(found, 0).find(|(id, _)| *id == entry).and_then(|(_, name)| name);
    Ok(EntryDraft {
        list: list.to_owned(),
        id: Some(entry.to_owned()),
        name: name.map(str::to_owned),
        n: alike(kept),
        said: kept.answers.iter().map(answer).collect(),
        typed: BTreeMap::new(),
    })
}

/// The fields of an entry that is being filled in: what was typed is read, and what is worth asking is found out.
pub fn entry_form(desk: &mut Desk, draft: EntryDraft) -> Result<EntryForm, DeskError> {
    let (mut draft, mut problems) = read_typed(desk.catalog(), draft);
    let form = desk.form(&draft.list, &fields(&draft))?;
    for mistake in &form.mistakes {
        // Such as `hires[0].hired_on.min`.
        if let (Some(fact), Some(say)) = (mistake.key.split('.').nth(1), &mistake.say) {
            problems.insert(fact.to_owned(), say.clone().into());
        }
    }
    draft.said.retain(|fact, _| !problems.contains_key(fact));
    let shown = Shown { desk, entry: &form.entry, draft: &draft, problems: &problems };
    let (needed, more) = (shown.part(&form.needed), shown.part(&form.more));
    Ok(EntryForm { needed, more, draft })
}

struct Shown<'a> {
    desk: &'a Desk,
    entry: &'a Entry,
    draft: &'a EntryDraft,
    problems: &'a BTreeMap<String, Text>,
}

impl Shown<'_> {
    fn part(&self, part: &Part) -> FormPart {
        let fields = |all: &[desk::Field]| all.iter().map(|it| self.field(it)).collect();
        FormPart { fields: fields(&part.fields), groups: part.groups.iter().map(|it| fields(it)).collect() }
    }

    fn field(&self, field: &desk::Field) -> Field {
        let catalog = self.desk.catalog();
        let declared = catalog.fact(field.fact);
        let fact = declared.id.to_string();
        let answer = self.entry.answers.get(&field.fact);
        let input = input(self.desk, field.fact);
        let is_typed = matches!(input, Input::Number { .. } | Input::Date { .. });
        let written = || answer.map(|it| typed::written(declared, it)).unwrap_or_default();
        Field {
            ask: (&declared.ask).into(),
            help: (&declared.help).into(),
            said: answer.map(|it| said(catalog, it)),
            typed: self.draft.typed.get(&fact).cloned().unwrap_or_else(written),
            read: answer
                .filter(|_| is_typed)
                .map(|it| words::answer(declared, it))
                .unwrap_or_default()
                .into(),
            problem: self.problems.get(&fact).cloned(),
            beneath: field.beneath.iter().map(|it| self.field(it)).collect(),
            input,
            fact,
        }
    }
}

/// What the desk is to put into a list; refused where something that was typed cannot be read.
pub fn new_entry(desk: &Desk, draft: EntryDraft) -> Result<NewEntry, DeskError> {
    let (draft, problems) = read_typed(desk.catalog(), draft);
    let mistake = |(fact, say): (String, Text)| ProfileMistake {
        message: say.en.clone(),
        hint: None,
        say: Some(words::text(say.zh, say.en)),
        key: fact,
    };
    let mistakes: Vec<ProfileMistake> = problems.into_iter().map(mistake).collect();
    if !mistakes.is_empty() {
        return Err(DeskError::BadAnswer(mistakes));
    }
    let fields = fields(&draft);
    Ok(NewEntry { list: draft.list, id: draft.id, name: draft.name, fields })
}

/// Reads what was typed; what cannot be read stays as it was typed, with what is wrong.
fn read_typed(catalog: &Catalog, mut draft: EntryDraft) -> (EntryDraft, BTreeMap<String, Text>) {
    let mut problems = BTreeMap::new();
    draft.typed.retain(|fact, text| {
        let Some(declared) = catalog.find_fact(fact).map(|it| catalog.fact(it)) else { return false };
        draft.said.remove(fact);
        match typed::read(&catalog.options, declared, text) {
            Ok(said) => {
                draft.said.extend(said.map(|it| (fact.clone(), Said(it))));
                false
            }
            Err(wrong) => {
                let label = &declared.ask;
                let (zh, en) = (format!("{}：{}", label.zh, wrong.zh), format!("{}: {}", label.en, wrong.en));
                problems.insert(fact.clone(), Text { zh, en });
                true
            }
        }
    });
    (draft, problems)
}

fn fields(draft: &EntryDraft) -> Map<String, Json> {
    let said = draft.said.iter().map(|(fact, said)| (fact.clone(), said.0.clone()));
    said.chain([("n".to_owned(), draft.n.0.clone())]).collect()
}
