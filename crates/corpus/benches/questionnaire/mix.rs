//! Made-up enterprises, drawn from the mix that is described in `mix.toml`.

use std::collections::BTreeMap;

use eligibility::{applies, holds};
use fastrand::Rng;
use policy::{
    Answer, Catalog, ChoiceOption, Date, Entries, Entry, FactRef, FactType, Interval, ListRef, Number,
    NumberKind, OptionSet, Profile, Value,
};
use toml::{Table, Value as Toml};

/// What has no line in the mix happens to so many in a hundred.
const SELDOM: i64 = 10;

/// What has no line in the mix is one of an open question's many options for so many in a hundred.
const ONE_OF_MANY: i64 = 4;

/// How often an enterprise that cannot be is drawn anew, in part.
const MOST_ROUNDS: usize = 100;

/// Kinds of enterprises with their shares.
pub(crate) struct Mix {
    facts: Table,
    lists: Table,
    kinds: Vec<Kind>,
}

struct Kind {
    share: i64,
    facts: Table,
    lists: Table,
}

impl Mix {
    /// The mix beside this file. Names it does not share with the pack are a mistake.
    pub(crate) fn read(catalog: &Catalog) -> Mix {
        let mut file: Table = include_str!("mix.toml").parse().expect("the mix is TOML");
        let mut kinds = Vec::new();
        if let Some(Toml::Array(all)) = file.remove("kind") {
            for kind in all {
                let Toml::Table(mut kind) = kind else { continue };
                let share = kind.get("share").and_then(Toml::as_integer).expect("a kind has a share");
                kinds.push(Kind {
                    share,
                    facts: table(&mut kind, "facts"),
                    lists: table(&mut kind, "lists"),
                });
            }
        }
        let mix = Mix { facts: table(&mut file, "facts"), lists: table(&mut file, "lists"), kinds };
        for (facts, lists) in
            mix.kinds.iter().map(|it| (&it.facts, &it.lists)).chain([(&mix.facts, &mix.lists)])
        {
            facts.keys().for_each(|it| assert!(catalog.find_fact(it).is_some(), "no fact is called `{it}`"));
            lists.keys().for_each(|it| assert!(catalog.find_list(it).is_some(), "no list is called `{it}`"));
        }
        mix
    }

    /// One enterprise of which everything is known, and which can be.
    pub(crate) fn draw(&self, catalog: &Catalog, as_of: Date, dice: &mut Rng) -> Profile {
        let mut left = dice.i64(0..self.kinds.iter().map(|it| it.share).sum());
        let kind = self.kinds.iter().find(|it| {
            left -= it.share;
            left < 0
        });
        let kind = kind.expect("the shares add up to what was drawn from");
        let mut drawing = Drawing { mix: self, kind, catalog, as_of, dice };
        let mut profile = Profile::default();
        drawing.answers(&mut profile);
        drawing.lists(&mut profile);
        drawing.mend(&mut profile);
        profile
    }
}

fn table(of: &mut Table, name: &str) -> Table {
    match of.remove(name) {
        Some(Toml::Table(table)) => table,
        _ => Table::new(),
    }
}

struct Drawing<'a> {
    mix: &'a Mix,
    kind: &'a Kind,
    catalog: &'a Catalog,
    as_of: Date,
    dice: &'a mut Rng,
}

impl Drawing<'_> {
    fn answers(&mut self, profile: &mut Profile) {
        for (idx, fact) in self.catalog.facts.iter().enumerate() {
            if fact.owner == policy::Owner::Enterprise {
                let value = self.value(FactRef(idx), &profile.answers);
                profile.answers.insert(FactRef(idx), value);
            }
        }
    }

    fn lists(&mut self, profile: &mut Profile) {
        for idx in 0..self.catalog.lists.len() {
            let list = ListRef(idx);
            let id = self.catalog.list(list).id.as_str();
            let n = self.kind.lists.get(id).or(self.mix.lists.get(id)).cloned();
            let n = n.map_or(0, |it| self.whole(&it));
            let entries = (1..=n).map(|n| self.entry(list, n, profile)).collect();
            profile.lists.insert(list, Entries { entries, more: false });
        }
    }

    /// An entry has answers to the questions that would be asked of it, and to no others.
    fn entry(&mut self, list: ListRef, n: i64, profile: &Profile) -> Entry {
        let id = format!("entry-{n}").parse().expect("a word, a hyphen and digits");
        let mut entry = Entry { id, n: Interval::exactly(Number::ONE), answers: BTreeMap::new() };
        for fact in &self.catalog.list(list).facts {
            let mut so_far = profile.clone();
            so_far.lists.insert(list, Entries { entries: vec![entry.clone()], more: false });
            if !applies(self.catalog, *fact, list, &so_far, self.as_of).is_no() {
                let value = self.value(*fact, &entry.answers);
                entry.answers.insert(*fact, value);
            }
        }
        entry
    }

    /// Draws anew what the pack says cannot be together.
    fn mend(&mut self, profile: &mut Profile) {
        for _ in 0..MOST_ROUNDS {
            let cannot_be =
                |it: &&policy::Never| holds(self.catalog, &it.test.tree, profile, self.as_of).is_yes();
            let Some(never) = self.catalog.never.iter().find(cannot_be) else { return };
            let uses = &never.test.uses;
            for fact in
                uses.facts.keys().filter(|it| self.catalog.fact(**it).owner == policy::Owner::Enterprise)
            {
                let value = self.value(*fact, &profile.answers);
                profile.answers.insert(*fact, value);
            }
            for list in &uses.lists {
                let n = profile.lists.get(list).map_or(0, |it| it.entries.len());
                let anew = (1_i64..).take(n).map(|n| self.entry(*list, n, profile)).collect();
                profile.lists.insert(*list, Entries { entries: anew, more: false });
            }
        }
        // An enterprise that still cannot be is asked all the same: contradictions are shown to people, and do no harm.
    }

    fn value(&mut self, fact: FactRef, so_far: &BTreeMap<FactRef, Answer>) -> Answer {
        let id = self.catalog.fact(fact).id.as_str();
        let said = self.kind.facts.get(id).or(self.mix.facts.get(id)).cloned();
        Answer::Known(match &self.catalog.fact(fact).kind {
            FactType::Boolean => {
                let percent = said.as_ref().and_then(Toml::as_integer).unwrap_or(SELDOM);
                Value::Truth(Some(self.happens(percent)))
            }
            FactType::Number { kind, bounds, .. } => {
                Value::Number(Interval::exactly(self.number(*kind, *bounds, said.as_ref())))
            }
            FactType::Date { by_month } => {
                let day = self.day(said.as_ref(), so_far);
                Value::Date(Interval::exactly(if *by_month { day.first_of_month() } else { day }))
            }
            FactType::Choice(options) => Value::Choice(self.one(options, said.as_ref())),
            FactType::Choices(options) => {
                let some = self.some(options, said.as_ref());
                Value::Choices { certain: some, possible: some }
            }
        })
    }

    fn happens(&mut self, percent: i64) -> bool {
        self.dice.i64(0..100) < percent
    }

    fn number(&mut self, kind: NumberKind, bounds: Interval<Number>, said: Option<&Toml>) -> Number {
        let usual: Table = match kind {
            NumberKind::Integer | NumberKind::Decimal => toml::toml! { from = 1 to = 20 zero = 70 },
            NumberKind::Money => toml::toml! { from = 1000 to = 500000 zero = 70 },
        };
        let drawn = Number::from(self.whole(said.unwrap_or(&Toml::Table(usual))));
        let drawn = bounds.low().map_or(drawn, |it| it.max(drawn));
        bounds.high().map_or(drawn, |it| it.min(drawn))
    }

    /// A whole number of a range, small ones likelier: as many between 10 and 20 as between 100 and 200.
    fn whole(&mut self, said: &Toml) -> i64 {
        let Toml::Table(range) = said else { return said.as_integer().unwrap_or(0) };
        let end = |name: &str| range.get(name).and_then(Toml::as_integer).unwrap_or(0);
        if self.happens(end("zero")) {
            return 0;
        }
        let (low, high) = (end("from"), end("to"));
        let spread = ((high - low + 1) as f64).ln();
        (low - 1 + (self.dice.f64() * spread).exp() as i64).clamp(low, high)
    }

    fn day(&mut self, said: Option<&Toml>, so_far: &BTreeMap<FactRef, Answer>) -> Date {
        let of = |name: &str| said.and_then(|it| it.get(name));
        let range = |it: Option<&Toml>, otherwise: (i64, i64)| {
            let ends = it.and_then(Toml::as_array).map(|it| (it[0].as_integer(), it[1].as_integer()));
            ends.map_or(otherwise, |(low, high)| (low.unwrap_or(0), high.unwrap_or(0)))
        };
        let anchor = of("after").and_then(Toml::as_str).and_then(|it| self.catalog.find_fact(it));
        let day = match anchor.and_then(|it| so_far.get(&it)) {
            Some(Answer::Known(Value::Date(anchor))) => {
                let (low, high) = range(of("months"), (0, 0));
                let anchor = anchor.low().unwrap_or(self.as_of);
                anchor.add_months(self.dice.i64(low..=high)).plus_days(self.dice.i64(0..28))
            }
            _ => {
                let (low, high) = range(of("months_ago"), (0, 48));
                self.as_of.add_months(-self.dice.i64(low..=high)).plus_days(-self.dice.i64(0..28))
            }
        };
        day.min(self.as_of)
    }

    fn one(&mut self, options: &[ChoiceOption], said: Option<&Toml>) -> OptionSet {
        let weight = |it: &ChoiceOption| match said {
            Some(Toml::String(only)) => i64::from(self.catalog.options.id(it.id).as_str() == only),
            Some(said) => {
                said.get(self.catalog.options.id(it.id).as_str()).and_then(Toml::as_integer).unwrap_or(0)
            }
            None => 1,
        };
        let weights: Vec<i64> = options.iter().map(weight).collect();
        let mut left = self.dice.i64(0..weights.iter().sum());
        let drawn = options.iter().zip(&weights).find(|(_, weight)| {
            left -= **weight;
            left < 0
        });
        OptionSet::of(drawn.expect("the weights add up to what was drawn from").0.id)
    }

    fn some(&mut self, options: &[ChoiceOption], said: Option<&Toml>) -> OptionSet {
        let mut some = OptionSet::default();
        for option in options {
            let id = self.catalog.options.id(option.id).as_str();
            let percent = said.map_or(ONE_OF_MANY, |it| it.get(id).and_then(Toml::as_integer).unwrap_or(0));
            if self.happens(percent) {
                some.insert(option.id);
            }
        }
        some
    }
}
