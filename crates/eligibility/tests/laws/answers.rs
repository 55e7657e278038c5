//! Random profiles: whole ones, what is left when parts are forgotten, and other ways to fill the gaps.

use std::collections::BTreeMap;

use crate::dice::Dice;

/// What may be answered to a fact of the random packs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    Boolean,
    Integer(i64, i64),
    /// In fen.
    Money(i64),
    Choice(&'static [&'static str]),
    Choices(&'static [&'static str]),
    /// In days since 2026-01-01.
    Date,
}

/// The first and last day that an answer may be, in days since 2026-01-01: 1900-01-01 and 2199-12-31.
const FIRST: i64 = -46_021;
const LAST: i64 = 63_550;

/// An answer, as far as it is known. Options are bit sets, everything else is a range.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Said {
    Nothing,
    DontKnow,
    Range(i64, i64),
    Options(u32),
    Sets { certain: u32, possible: u32 },
}

/// Answers by the name of the fact.
pub(crate) type Answers = BTreeMap<&'static str, (Kind, Said)>;

/// One entry of the list.
#[derive(Debug, Clone)]
pub(crate) struct Person {
    pub(crate) id: String,
    pub(crate) n: (i64, i64),
    pub(crate) answers: Answers,
}

/// A profile that can be written in shorthand.
#[derive(Debug, Clone)]
pub(crate) struct Answered {
    pub(crate) answers: Answers,
    /// `None` where the list was not asked.
    pub(crate) people: Option<Vec<Person>>,
    pub(crate) more: bool,
    pub(crate) had: Vec<String>,
    pub(crate) more_had: bool,
}

impl Said {
    /// Everything that may be answered.
    fn whole(kind: Kind) -> Said {
        match kind {
            Kind::Boolean => Said::Range(0, 1),
            Kind::Integer(low, high) => Said::Range(low, high),
            Kind::Money(high) => Said::Range(0, high),
            Kind::Choice(options) => Said::Options((1 << options.len()) - 1),
            Kind::Choices(options) => Said::Sets { certain: 0, possible: (1 << options.len()) - 1 },
            Kind::Date => Said::Range(FIRST, LAST),
        }
    }

    /// One of the answers that this leaves possible.
    pub(crate) fn settled(self, kind: Kind, dice: &mut Dice<'_>) -> Said {
        match self {
            Said::Nothing | Said::DontKnow if kind == Kind::Date && !dice.once_in(4) => {
                let day = dice.between(-500, 500);
                Said::Range(day, day)
            }
            Said::Nothing | Said::DontKnow => Said::whole(kind).settled(kind, dice),
            Said::Range(low, high) => {
                let value = dice.between(low, high);
                Said::Range(value, value)
            }
            Said::Options(options) => {
                let those: Vec<u32> = (0..32).filter(|it| options & (1 << it) != 0).collect();
                Said::Options(1 << those[dice.below(those.len())])
            }
            Said::Sets { certain, possible } => {
                let some = certain | (possible & dice.below(256) as u32);
                Said::Sets { certain: some, possible: some }
            }
        }
    }

    /// Less than is known here.
    fn blurred(self, kind: Kind, dice: &mut Dice<'_>) -> Said {
        match (dice.below(6), self) {
            (0 | 1, _) => self,
            (2, _) => Said::DontKnow,
            (3, Said::Range(low, high)) if kind != Kind::Boolean => {
                let Said::Range(least, most) = Said::whole(kind) else { return self };
                let by = [1, 2, 40, 400][dice.below(4)];
                let below = dice.between(0, by);
                let above = dice.between(0, by);
                Said::Range((low - below).max(least), (high + above).min(most))
            }
            (3, Said::Options(options)) => {
                let Said::Options(all) = Said::whole(kind) else { return self };
                Said::Options((options | dice.below(256) as u32) & all)
            }
            (3, Said::Sets { certain, possible }) => {
                let Said::Sets { possible: all, .. } = Said::whole(kind) else { return self };
                let certain = certain & dice.below(256) as u32;
                Said::Sets { certain, possible: (possible | dice.below(256) as u32) & all }
            }
            _ => Said::Nothing,
        }
    }

    fn text(self, kind: Kind) -> Option<String> {
        let end = |value: i64| match kind {
            Kind::Money(_) => format!("{}.{:02}", value / 100, value % 100),
            Kind::Date => crate::support::day("2026-01-01").plus_days(value).to_string(),
            _ => value.to_string(),
        };
        let words = |options: u32, those: &[&str], join: &str, mark: u32| {
            let word = |it: &(usize, &&str)| {
                let sign = if mark & (1 << it.0) != 0 { "?" } else { "" };
                format!("{}{sign}", it.1)
            };
            let those = those.iter().enumerate().filter(|it| options & (1 << it.0) != 0);
            those.map(|it| word(&it)).collect::<Vec<_>>().join(join)
        };
        Some(match (self, kind) {
            (Said::Nothing, _) => return None,
            (Said::DontKnow, _) => "?".to_owned(),
            (Said::Range(0, 0), Kind::Boolean) => "no".to_owned(),
            (Said::Range(1, 1), Kind::Boolean) => "yes".to_owned(),
            (Said::Range(..), Kind::Boolean) => "?".to_owned(),
            (Said::Range(low, high), _) if low == high => end(low),
            (Said::Range(low, high), _) => format!("{}..{}", end(low), end(high)),
            (Said::Options(options), Kind::Choice(those)) => words(options, those, "|", 0),
            (Said::Sets { possible: 0, .. }, _) => "none".to_owned(),
            (Said::Sets { certain, possible }, Kind::Choices(those)) => {
                words(possible, those, "+", possible & !certain)
            }
            (said, kind) => panic!("{said:?} is no answer to {kind:?}"),
        })
    }
}

impl Answered {
    /// Nothing answered.
    pub(crate) fn nothing(facts: &[(&'static str, Kind)]) -> Answered {
        let answers = facts.iter().map(|(name, kind)| (*name, (*kind, Said::Nothing))).collect();
        Answered { answers, people: None, more: false, had: Vec::new(), more_had: true }
    }

    /// One way to fill all gaps.
    pub(crate) fn settled(&self, of_person: &[(&'static str, Kind)], dice: &mut Dice<'_>) -> Answered {
        let answers = settled(&self.answers, dice);
        let mut people: Vec<Person> = self.people.iter().flatten().cloned().collect();
        if self.people.is_none() || self.more {
            let blank: Answers = of_person.iter().map(|it| (it.0, (it.1, Said::Nothing))).collect();
            let so_far: i64 = people.iter().map(|it| it.n.1).sum();
            for idx in 0..dice.below(3).min(usize::try_from(4 - so_far.min(4)).unwrap_or(0)) {
                people.push(Person { id: format!("x{idx}"), n: (1, 1), answers: blank.clone() });
            }
        }
        let people = people.into_iter().map(|it| {
            let n = dice.between(it.n.0, it.n.1);
            Person { n: (n, n), answers: settled(&it.answers, dice), ..it }
        });
        let people = Some(people.collect());
        let mut had = self.had.clone();
        if self.more_had && dice.once_in(3) {
            had.push(format!("other on {}", dice.one_of(&["2020-05-05", "2026-08-08"])));
        }
        Answered { answers, people, more: false, had, more_had: false }
    }

    /// The same with parts forgotten.
    pub(crate) fn blurred(&self, dice: &mut Dice<'_>) -> Answered {
        let answers = blurred(&self.answers, dice);
        let people = self.people.as_ref().filter(|_| !dice.once_in(6)).map(|people| {
            let person = |it: &Person| {
                let n = if dice.once_in(4) { ((it.n.0 - 1).max(0), it.n.1) } else { it.n };
                Person { id: it.id.clone(), n, answers: blurred(&it.answers, dice) }
            };
            people.iter().map(person).collect()
        });
        Answered { answers, people, more: dice.once_in(6), had: self.had.clone(), more_had: dice.once_in(8) }
    }

    /// In shorthand.
    pub(crate) fn text(&self) -> String {
        let said = |answers: &Answers, join: &str| {
            let said = answers
                .iter()
                .filter_map(|(name, (kind, said))| said.text(*kind).map(|it| format!("{name} = {it}")));
            said.collect::<Vec<_>>().join(join)
        };
        let mut text = said(&self.answers, "; ");
        for person in self.people.iter().flatten() {
            let (low, high) = person.n;
            text += &format!("; l {}: n = {low}..{high}, {}", person.id, said(&person.answers, ", "));
        }
        if let Some(people) = &self.people
            && people.is_empty()
        {
            text += "; l none";
        }
        if self.people.is_some() && self.more {
            text += "; l more";
        }
        self.had.iter().for_each(|it| text += &format!("; had {it}"));
        if self.more_had {
            text += "; had more";
        }
        text
    }
}

fn settled(answers: &Answers, dice: &mut Dice<'_>) -> Answers {
    answers.iter().map(|(name, (kind, said))| (*name, (*kind, said.settled(*kind, dice)))).collect()
}

fn blurred(answers: &Answers, dice: &mut Dice<'_>) -> Answers {
    answers.iter().map(|(name, (kind, said))| (*name, (*kind, said.blurred(*kind, dice)))).collect()
}
