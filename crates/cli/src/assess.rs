//! `advisor assess`: how an enterprise stands towards every policy.

use std::{
    collections::BTreeSet,
    io::{self, BufWriter, Write},
    path::Path,
    process::ExitCode,
};

use desk::{Assessed, Library, words};
use eligibility::{Assessment, Choice};
use policy::{Date, Profile, Text};
use serde_json::{Value, json};
use wire::contract::{self, Also};

use crate::{
    BAD_INPUT, advice,
    arguments::AssessArguments,
    context::{Context, Trouble, print_json, read},
};

pub(crate) fn assess(context: &Context, arguments: &AssessArguments) -> Result<ExitCode, Trouble> {
    let wanted = Wanted {
        choices: context.choices(&arguments.prefer)?,
        also: Also { all: arguments.all, entries: arguments.entries },
    };
    match (&arguments.profile, &arguments.profiles) {
        (_, Some(profiles)) => many(context, profiles, &wanted),
        (Some(profile), None) => one(context, &context.profile(profile)?, wanted),
        // The parser asks for one of the two.
        (None, None) => Ok(ExitCode::from(BAD_INPUT)),
    }
}

/// What is wanted otherwise than by default.
struct Wanted {
    choices: BTreeSet<Choice>,
    also: Also,
}

fn one(context: &Context, profile: &Profile, wanted: Wanted) -> Result<ExitCode, Trouble> {
    let assessment = eligibility::assess(context.catalog(), profile, context.as_of);
    if context.json {
        let Wanted { choices, also } = &wanted;
        print_json(&contract::assessment(context.catalog(), profile, &assessment, choices, *also))?;
    } else {
        print(context, profile, &assessment, wanted.choices)?;
    }
    Ok(ExitCode::SUCCESS)
}

/// The verdicts in words, what one can apply for first; then what to make of them.
fn print(
    context: &Context,
    profile: &Profile,
    assessment: &Assessment,
    choices: BTreeSet<Choice>,
) -> Result<(), Trouble> {
    let mut out = BufWriter::new(io::stdout().lock());
    let mut results: Vec<_> = assessment.results.iter().collect();
    results.sort_by_key(|it| it.verdict);
    for result in results {
        let policy = context.catalog().policy(result.policy.as_str())?;
        let gain = result.amounts.first().map(words::gain).unwrap_or_default();
        let reason = words::reason(context.catalog(), result);
        let alone = assessment.results.iter().filter(|it| it.policy == result.policy).count() == 1;
        let edition = if alone { Text::default() } else { Text::same(result.edition.as_str()) };
        let tail = words::join([edition, gain, reason, words::to_confirm(result)], " · ", " · ");
        let dot = if tail.is_empty() { "" } else { " · " };
        let (verdict, title) = (words::verdict(result), &policy.title);
        writeln!(out, "{}  {}{dot}{}", context.say(&verdict), context.say(title), context.say(&tail))?;
    }
    let library = Library::new(context.loaded.clone(), context.as_of);
    let assessed = Assessed { library: &library, profile, assessment, choices, chosen: BTreeSet::new() };
    advice::print(&mut out, context, &assessed)?;
    Ok(out.flush()?)
}

/// One result a line, in order. A line that cannot be read gives an error in its place, and exit 2 at the end.
fn many(context: &Context, path: &Path, wanted: &Wanted) -> Result<ExitCode, Trouble> {
    let text = read(path)?;
    let mut out = BufWriter::new(io::stdout().lock());
    let mut unreadable = false;
    for line in text.lines().filter(|it| !it.trim().is_empty()) {
        let answer = answer(context, line, wanted);
        unreadable |= answer.is_err();
        let json = answer.unwrap_or_else(|error| error);
        serde_json::to_writer(&mut out, &json).map_err(io::Error::from)?;
        out.write_all(b"\n")?;
    }
    out.flush()?;
    Ok(if unreadable { ExitCode::from(BAD_INPUT) } else { ExitCode::SUCCESS })
}

fn answer(context: &Context, line: &str, wanted: &Wanted) -> Result<Value, Value> {
    let json: Value = serde_json::from_str(line).map_err(|cause| error(Value::Null, &cause))?;
    let id = json.get("id").cloned().unwrap_or(Value::Null);
    let as_of = match json.get("as_of") {
        None | Some(Value::Null) => context.as_of,
        Some(Value::String(day)) => day.parse::<Date>().map_err(|cause| error(id.clone(), &cause))?,
        Some(other) => return Err(error(id, &format!("`as_of` is a date in quotes, not {other}"))),
    };
    let facts = json.get("facts").ok_or_else(|| error(id.clone(), &"a line has `facts`"))?;
    let profile = context.profile_of(facts).map_err(|cause| error(id.clone(), &cause))?;
    let assessment = eligibility::assess(context.catalog(), &profile, as_of);
    let Wanted { choices, also } = wanted;
    let mut printed = contract::assessment(context.catalog(), &profile, &assessment, choices, *also);
    printed.id = Some(id.clone());
    serde_json::to_value(printed).map_err(|cause| error(id, &cause))
}

fn error(id: Value, cause: &dyn std::fmt::Display) -> Value {
    json!({ "id": id, "error": cause.to_string() })
}
