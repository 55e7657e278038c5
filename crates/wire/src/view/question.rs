//! The question at hand.

use desk::{About, Desk, words};
use policy::{Answer, FactRef, FactType, Value};

use super::{
    entry::list_input,
    lines::{named, said, subject},
};
use crate::{Band, ChoiceOption, Decides, Input, NumberKind, Question, Text};

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

pub(crate) fn input(desk: &Desk, fact: FactRef) -> Input {
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
