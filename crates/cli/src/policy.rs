//! `advisor policy`: the policies of the pack.

use std::{
    io::{self, BufWriter, Write},
    process::ExitCode,
};

use desk::{audience_id, status_id, words};
use eligibility::standing_of;
use policy::{Edition, NotFound, Policy};
use serde_json::{Value, json};

use crate::{
    arguments::Lang,
    context::{Context, Trouble, print_json},
};

pub(crate) fn list(context: &Context) -> Result<ExitCode, Trouble> {
    let policies = &context.catalog().policies;
    if context.json {
        let json: Vec<Value> = policies.iter().map(|it| metadata(context, it)).collect();
        print_json(&json)?;
        return Ok(ExitCode::SUCCESS);
    }
    let mut out = BufWriter::new(io::stdout().lock());
    for policy in policies {
        let status =
            newest(context, policy).map(|it| words::edition_label(it, context.as_of)).unwrap_or_default();
        writeln!(out, "{}  {}  {}", policy.id, context.say(&policy.title), context.say(&status))?;
    }
    out.flush()?;
    Ok(ExitCode::SUCCESS)
}

pub(crate) fn show(context: &Context, id: &str, edition: Option<&str>) -> Result<ExitCode, Trouble> {
    let policy = context.catalog().policy(id)?;
    let found = match edition {
        // A policy has at least one edition, and the newest that has begun is one of them.
        None => newest(context, policy).ok_or_else(|| NotFound(id.to_owned()))?,
        Some(wanted) => edition_of(policy, wanted)?,
    };
    let texts = (found.text.zh.as_deref().unwrap_or_default(), found.text.en.as_deref().unwrap_or_default());
    if context.json {
        let mut json = metadata(context, policy);
        json["edition"] = json!(found.id.as_str());
        json["text"] = json!({ "zh": texts.0, "en": texts.1 });
        print_json(&json)?;
        return Ok(ExitCode::SUCCESS);
    }
    let (own, other) = match context.lang {
        Lang::Zh => texts,
        Lang::En => (texts.1, texts.0),
    };
    writeln!(io::stdout(), "# {}\n", context.say(&policy.title))?;
    writeln!(io::stdout(), "{}\n", context.say(&words::status(found, context.as_of)))?;
    writeln!(io::stdout(), "{}", if own.is_empty() { other } else { own })?;
    Ok(ExitCode::SUCCESS)
}

/// The edition of this id.
pub(crate) fn edition_of<'p>(policy: &'p Policy, wanted: &str) -> Result<&'p Edition, Trouble> {
    policy.editions.iter().find(|it| it.id.as_str() == wanted).ok_or_else(|| {
        let known: Vec<&str> = policy.editions.iter().map(|it| it.id.as_str()).collect();
        let (policy, edition) = (policy.id.to_string(), wanted.to_owned());
        Trouble::NoEdition { policy, edition, known: known.join(", ") }
    })
}

/// The newest edition that has begun, else the first.
fn newest<'p>(context: &Context, policy: &'p Policy) -> Option<&'p Edition> {
    policy.editions.iter().rev().find(|it| it.valid.from <= context.as_of).or(policy.editions.first())
}

fn metadata(context: &Context, policy: &Policy) -> Value {
    let edition = |it: &Edition| {
        json!({
            "edition": it.id.as_str(), "from": it.valid.from.to_string(), "to": it.valid.to.map(|it| it.to_string()),
            "status": status_id(standing_of(it, context.as_of)),
        })
    };
    json!({
        "policy": policy.id.as_str(),
        "title": { "zh": policy.title.zh, "en": policy.title.en },
        "official": policy.official,
        "summary": { "zh": policy.summary.zh, "en": policy.summary.en },
        "level": policy.level.as_ref().map(policy::Id::as_str),
        "family": policy.family.as_ref().map(policy::Id::as_str),
        "for": policy.audience.iter().map(|it| audience_id(*it)).collect::<Vec<_>>(),
        "issuer": policy.issuer,
        "editions": policy.editions.iter().map(edition).collect::<Vec<_>>(),
    })
}
