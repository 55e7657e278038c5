//! `advisor sheet`: what one takes away, as the ending of the file's name says.

use std::{collections::BTreeSet, fs, path::Path, process::ExitCode};

use desk::{Assessed, Library, Lingua, words};
use handout::HandoutError;

use crate::{
    arguments::{Lang, SheetArguments},
    context::{Context, Trouble},
};

/// What a hand-out is, by the ending of its file's name.
#[derive(Clone, Copy)]
enum Kind {
    Pdf,
    Calendar,
    Table,
}

pub(crate) fn sheet(context: &Context, arguments: &SheetArguments) -> Result<ExitCode, Trouble> {
    let kind = kind(&arguments.out)?;
    let profile = context.profile(&arguments.profile)?;
    let library = Library::new(context.loaded.clone(), context.as_of);
    let assessment = eligibility::assess(library.catalog(), &profile, context.as_of);
    let (choices, chosen) = (context.choices(&arguments.prefer)?, BTreeSet::new());
    let assessed =
        Assessed { library: &library, profile: &profile, assessment: &assessment, choices, chosen };
    let bytes = match kind {
        Kind::Pdf => pdf(context, &desk::sheet(&assessed, &arguments.name, arguments.all))?,
        Kind::Calendar => calendar(context, &desk::calendar(&assessed, &arguments.name))?,
        Kind::Table => {
            handout::xlsx(&desk::sheet(&assessed, &arguments.name, arguments.all), lingua(context))?
        }
    };
    let out = &arguments.out;
    fs::write(out, bytes).map_err(|cause| Trouble::Unwritable { path: out.clone(), cause })?;
    Ok(ExitCode::SUCCESS)
}

fn kind(out: &Path) -> Result<Kind, Trouble> {
    let ending = out.extension().map(|it| it.to_ascii_lowercase());
    match ending.as_ref().and_then(|it| it.to_str()) {
        Some("pdf") => Ok(Kind::Pdf),
        Some("ics") => Ok(Kind::Calendar),
        Some("xlsx") => Ok(Kind::Table),
        _ => Err(Trouble::Ending(out.to_owned())),
    }
}

fn pdf(context: &Context, sheet: &desk::Sheet) -> Result<Vec<u8>, HandoutError> {
    let printed = handout::pdf(sheet, lingua(context))?;
    if let Some(lacking) = words::lacking(&printed.lacking) {
        eprintln!("{}", context.say(&lacking));
    }
    Ok(printed.bytes)
}

/// What has no certain day is in no calendar, and is told instead.
fn calendar(context: &Context, calendar: &desk::Calendar) -> Result<Vec<u8>, HandoutError> {
    let file = handout::ics(calendar, lingua(context))?;
    for it in words::left_out(&calendar.left_out) {
        eprintln!("{}", context.say(&it));
    }
    Ok(file.into_bytes())
}

fn lingua(context: &Context) -> Lingua {
    match context.lang {
        Lang::Zh => Lingua::Zh,
        Lang::En => Lingua::En,
    }
}
