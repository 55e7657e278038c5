//! The sheet as the template reads it: plain texts in one language, none of which is ever taken for markup.

use std::collections::BTreeSet;

use desk::{
    Lingua, Sheet, Stop, ToBring,
    sheet::{Amount, Condition, Day, Figure, Item, Section, Source, Telling, Unknown},
    words,
};
use policy::{Date, Text};
use serde_json::{Map, Value, json};

use crate::{fonts, words as fixed};

/// The sheet in one language, and the characters that cannot be printed.
pub(crate) fn data(sheet: &Sheet, lingua: Lingua) -> (Value, BTreeSet<char>) {
    let mut setter = Setter { lingua, lacking: BTreeSet::new() };
    let value = setter.sheet(sheet);
    (value, setter.lacking)
}

/// Sets texts in one language.
struct Setter {
    lingua: Lingua,
    lacking: BTreeSet<char>,
}

impl Setter {
    fn sheet(&mut self, it: &Sheet) -> Value {
        let words = fixed::OF_SHEET
            .iter()
            .map(|(name, ..)| ((*name).to_owned(), Value::String(fixed::word(name, self.lingua).to_owned())));
        let words: Map<String, Value> = words.collect();
        let lang = match self.lingua {
            Lingua::Zh => "zh",
            Lingua::En => "en",
        };
        let later_than = |n: usize| it.later + it.days.len().saturating_sub(n);
        json!({
            "lang": lang, "words": words,
            "year": it.as_of.year(), "month": it.as_of.month(), "day": it.as_of.day(),
            "as_of": self.date(it.as_of),
            "name": self.plain(&it.name),
            "pack": self.plain(&it.pack), "pack_title": self.say(&it.pack_title), "published": self.date(it.published),
            "summary": self.all(&it.summary),
            "figures": it.figures.iter().map(|it| self.figure(it)).collect::<Vec<_>>(),
            "annex": it.annex,
            "sections": it.sections.iter().map(|it| self.section(it)).collect::<Vec<_>>(),
            "together": self.all(&it.together),
            "papers": it.papers.iter().map(|it| self.stop(it)).collect::<Vec<_>>(),
            "papers_for": self.say(&it.papers_for),
            "days": it.days.iter().map(|it| self.day(it)).collect::<Vec<_>>(),
            "most_days": it.most_days,
            "later_than_sheet": self.later(later_than(it.most_days)),
            "later_than_annex": self.later(it.later),
            "documents": it.documents.iter().map(|it| self.source(it)).collect::<Vec<_>>(),
            "sources": it.sources.iter().map(|it| self.source(it)).collect::<Vec<_>>(),
            "unknown": it.unknown.iter().map(|it| self.unknown(it)).collect::<Vec<_>>(),
            "more_unknown": self.more_unknown(it.more_unknown),
            "answers": it.answers.iter().map(|(name, said)| json!([self.say(name), self.say(said)])).collect::<Vec<_>>(),
        })
    }

    fn figure(&mut self, it: &Figure) -> Value {
        json!({ "label": self.say(&it.label), "figure": self.say(&it.figure), "note": self.say(&it.note) })
    }

    /// How many days are left out; nothing where none is.
    fn later(&mut self, n: usize) -> Value {
        match n {
            0 => Value::Null,
            n => self.say(&words::text(format!("以后还有 {n} 件"), format!("and {n} more later"))),
        }
    }

    /// How many more things are not known; nothing where there are none.
    fn more_unknown(&mut self, n: usize) -> Value {
        match n {
            0 => Value::Null,
            n => self.say(&fixed::more_unknown(n)),
        }
    }

    fn section(&mut self, it: &Section) -> Value {
        let left_out = it.items.len().saturating_sub(it.most);
        json!({
            "title": self.say(&it.title), "n": self.say(&fixed::n_items(it.items.len())),
            "rows": it.telling == Telling::Rows, "most": it.most, "full": it.full,
            "left_out": if left_out == 0 { Value::Null } else { self.say(&fixed::left_out(left_out)) },
            "items": it.items.iter().map(|it| self.item(it)).collect::<Vec<_>>(),
        })
    }

    fn item(&mut self, it: &Item) -> Value {
        json!({
            "number": it.number,
            "title": self.say(&it.title), "official": self.plain(&it.official),
            "sentence": self.say(&it.sentence), "reason": self.say(&it.reason), "caution": self.say(&it.caution),
            "amounts": it.amounts.iter().map(|it| self.amount(it)).collect::<Vec<_>>(),
            "when": self.say(&it.when), "days_left": self.say(&it.days_left), "of_round": self.say(&it.of_round),
            "conditions": it.conditions.iter().map(|it| self.condition(it)).collect::<Vec<_>>(),
            "office": self.all(&office(it)),
            "papers": self.all(&it.papers), "places": self.all(&it.places),
            "basis": self.plain(&it.basis),
        })
    }

    fn amount(&mut self, it: &Amount) -> Value {
        json!({
            "kind": self.say(&it.kind), "label": self.say(&it.label), "figure": self.say(&it.figure), "unit": self.say(&it.unit),
            "note": self.say(&it.note), "working": self.all(&it.working), "clause": self.say(&it.clause),
        })
    }

    fn condition(&mut self, it: &Condition) -> Value {
        json!({
            "outcome": self.say(&fixed::outcome(it.outcome)), "met": it.outcome == eligibility::ConditionOutcome::Met,
            "label": self.say(&it.label), "used": self.say(&it.used), "clause": self.say(&it.clause),
        })
    }

    fn stop(&mut self, it: &Stop) -> Value {
        json!({
            "place": self.say(&it.place),
            "papers": it.papers.iter().map(|it| self.paper(it)).collect::<Vec<_>>(),
        })
    }

    fn paper(&mut self, it: &ToBring) -> Value {
        json!({ "label": self.say(&it.label), "note": self.say(&it.note), "serves": numbers(&it.serves) })
    }

    fn source(&mut self, it: &Source) -> Value {
        json!({ "title": self.plain(&it.title), "note": self.say(&it.note), "serves": numbers(&it.serves) })
    }

    fn day(&mut self, it: &Day) -> Value {
        json!({ "day": self.say(&it.day), "title": self.say(&it.title), "what": self.say(&it.what), "near": it.near })
    }

    fn unknown(&mut self, it: &Unknown) -> Value {
        let n = it.n_policies;
        let hang = words::text(
            format!("关系到 {n} 项政策"),
            if n == 1 { "1 policy hangs on it".to_owned() } else { format!("{n} policies hang on it") },
        );
        json!({ "name": self.say(&it.name), "hang": self.say(&hang) })
    }

    fn all(&mut self, texts: &[Text]) -> Vec<Value> {
        texts.iter().map(|it| self.say(it)).collect()
    }

    fn date(&mut self, day: Date) -> Value {
        self.say(&words::date(day))
    }

    /// Our own words. In a Chinese font curly quotation marks are as wide as a character: English has straight ones.
    fn say(&mut self, text: &Text) -> Value {
        match self.lingua {
            Lingua::Zh => self.plain(&text.zh),
            Lingua::En => self.plain(&text.en.replace(['“', '”'], "\"").replace(['‘', '’'], "'")),
        }
    }

    fn plain(&mut self, text: &str) -> Value {
        Value::String(fonts::printable(text, &mut self.lacking))
    }
}

/// What only the office can decide.
fn office(item: &Item) -> Vec<Text> {
    let officer = |it: &&Condition| it.outcome == eligibility::ConditionOutcome::Officer;
    item.conditions.iter().filter(officer).map(|it| it.label.clone()).collect()
}

/// The numbers of items, as they stand on the sheet.
pub(crate) fn numbers(items: &[usize]) -> String {
    items.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ")
}
