//! `advisor next`: the question that settles most.

use std::{
    io::{self, Write},
    path::Path,
    process::ExitCode,
};

use eligibility::{Question, Subject, questions};
use policy::{Catalog, Fact, FactType, NumberKind, Text};
use serde_json::{Map, Value, json};

use crate::context::{Context, Trouble, print_json};

pub(crate) fn next(context: &Context, profile: &Path) -> Result<ExitCode, Trouble> {
    let catalog = context.catalog();
    let profile = context.profile(profile)?;
    let assessment = eligibility::assess(catalog, &profile, context.as_of);
    let question = questions(catalog, &assessment, None).into_iter().next();
    let told = question.as_ref().map(|it| tell(catalog, it));
    if context.json {
        let json = told.unwrap_or_else(|| json!({ "done": true }));
        print_json(&json)?;
    } else {
        match &question {
            Some(question) => print(context, question)?,
            None => writeln!(
                io::stdout(),
                "{}",
                context.say(&desk::words::text("没有要问的了", "Nothing is left to ask"))
            )?,
        }
    }
    Ok(ExitCode::SUCCESS)
}

/// The question as one would be asked it: what it is called in a profile, what may be said, why it is asked.
fn print(context: &Context, question: &Question) -> Result<(), Trouble> {
    let catalog = context.catalog();
    let mut out = io::stdout().lock();
    let name = match &question.subject {
        Subject::Fact(fact) => catalog.fact(*fact).id.to_string(),
        Subject::EntryFact(list, entry, fact) => {
            format!("{} {entry} {}", catalog.list(*list).id, catalog.fact(*fact).id)
        }
        Subject::List(list) => catalog.list(*list).id.to_string(),
        Subject::Had(_) | Subject::Parameter(_) | Subject::Policy(_) => String::new(),
    };
    writeln!(out, "{}  [{name}]", context.say(&asked(catalog, &question.subject)))?;
    let help = help(catalog, &question.subject);
    if !help.is_empty() {
        writeln!(out, "    {}", context.say(&help))?;
    }
    if let Subject::Fact(fact) | Subject::EntryFact(_, _, fact) = &question.subject
        && let FactType::Choice(all) | FactType::Choices(all) = &catalog.fact(*fact).kind
    {
        for option in all {
            writeln!(out, "    {}  {}", catalog.options.id(option.id), context.say(&option.label))?;
        }
    }
    Ok(writeln!(out, "{}", context.say(&why(question)))?)
}

fn why(question: &Question) -> Text {
    match question.decides.len() {
        1 => desk::words::text("这一题决定 1 项政策", "1 policy hangs on it"),
        n => desk::words::text(format!("这一题决定 {n} 项政策"), format!("{n} policies hang on it")),
    }
}

fn tell(catalog: &Catalog, question: &Question) -> Value {
    let mut told = Map::new();
    match &question.subject {
        Subject::Fact(fact) => {
            told.insert("fact".to_owned(), json!(catalog.fact(*fact).id.as_str()));
            told.append(&mut input(catalog, catalog.fact(*fact)));
        }
        Subject::EntryFact(list, entry, fact) => {
            told.insert("list".to_owned(), json!(catalog.list(*list).id.as_str()));
            told.insert("entry".to_owned(), json!(entry.as_str()));
            told.insert("fact".to_owned(), json!(catalog.fact(*fact).id.as_str()));
            told.append(&mut input(catalog, catalog.fact(*fact)));
        }
        Subject::List(list) => {
            told.insert("list".to_owned(), json!(catalog.list(*list).id.as_str()));
            told.insert("type".to_owned(), json!("list"));
        }
        Subject::Had(_) | Subject::Parameter(_) | Subject::Policy(_) => {}
    }
    let topic = eligibility::topic_of(catalog, &question.subject);
    told.insert("topic".to_owned(), json!(topic.map(policy::Id::as_str)));
    told.insert("ask".to_owned(), text(&asked(catalog, &question.subject)));
    told.insert("help".to_owned(), text(&help(catalog, &question.subject)));
    told.insert("why".to_owned(), text(&why(question)));
    let policies: Vec<&str> = question.decides.iter().map(policy::PolicyId::as_str).collect();
    told.insert("policies".to_owned(), json!(policies));
    Value::Object(told)
}

/// What may be answered.
fn input(catalog: &Catalog, fact: &Fact) -> Map<String, Value> {
    let options = |all: &[policy::ChoiceOption]| -> Value {
        let option = |it: &policy::ChoiceOption| json!({ "id": catalog.options.id(it.id).as_str(), "zh": it.label.zh, "en": it.label.en });
        all.iter().map(option).collect()
    };
    let told = match &fact.kind {
        FactType::Boolean => json!({ "type": "boolean" }),
        FactType::Number { kind, bounds, bands } => {
            let end = |it: Option<policy::Number>| it.map(|it| it.to_string());
            let band = |it: &policy::Interval<policy::Number>| json!({ "min": end(it.low()), "max": end(it.high()) });
            let bands: Vec<Value> = bands.iter().map(band).collect();
            json!({ "type": number(*kind), "min": end(bounds.low()), "max": end(bounds.high()), "bands": bands })
        }
        FactType::Date { by_month } => {
            json!({ "type": "date", "precision": if *by_month { "month" } else { "day" } })
        }
        FactType::Choice(all) => json!({ "type": "choice", "options": options(all) }),
        FactType::Choices(all) => json!({ "type": "choices", "options": options(all) }),
    };
    match told {
        Value::Object(told) => told,
        _ => Map::new(),
    }
}

fn number(kind: NumberKind) -> &'static str {
    match kind {
        NumberKind::Integer => "integer",
        NumberKind::Decimal => "decimal",
        NumberKind::Money => "money",
    }
}

fn asked(catalog: &Catalog, subject: &Subject) -> Text {
    match subject {
        Subject::Fact(fact) | Subject::EntryFact(_, _, fact) => catalog.fact(*fact).ask.clone(),
        Subject::List(list) => catalog.list(*list).ask.clone(),
        Subject::Had(_) | Subject::Parameter(_) | Subject::Policy(_) => Text::default(),
    }
}

fn help(catalog: &Catalog, subject: &Subject) -> Text {
    match subject {
        Subject::Fact(fact) | Subject::EntryFact(_, _, fact) => catalog.fact(*fact).help.clone(),
        Subject::List(list) => catalog.list(*list).help.clone(),
        Subject::Had(_) | Subject::Parameter(_) | Subject::Policy(_) => Text::default(),
    }
}

fn text(text: &Text) -> Value {
    json!({ "zh": text.zh, "en": text.en })
}
