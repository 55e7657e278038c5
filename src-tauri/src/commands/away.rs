//! What one takes away: made and saved away from the main thread, then opened by whatever the system opens it with.

use std::path::{Path, PathBuf};

use desk::{Lingua, words};
use handout::HandoutError;
use policy::Text;
use tauri::State;
use wire::{Failure, Language, TakeAway, Taken};

use super::Reply;
use crate::{
    office::{Office, guarded, internal, refused},
    outside,
    taken::{self, TakenFiles},
};

/// Saves the sheet, the calendar or the list; `name` is for whom, `all` adds everything in full to sheet and list.
#[tauri::command(async)]
pub(super) fn take_away(
    office: State<'_, Office>,
    files: State<'_, TakenFiles>,
    what: TakeAway,
    name: String,
    all: bool,
) -> Reply<Taken> {
    office.reckon()?;
    let lingua = lingua(office.language());
    let made = make(&office, what, name.trim(), all, lingua)?;
    let stem = format!("{}-{}", stem(what, lingua), made.as_of);
    let path = taken::save(&office.downloads(), &stem, ending(what), &made.bytes)?;
    let file = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let folder = folder_of(&path).display().to_string();
    files.remember(what, path);
    let notes = made.notes.iter().map(wire::Text::from).collect();
    Ok(Taken { what, file, folder, notes })
}

/// Opens what was saved, as the system opens such files; from there it can be printed.
#[tauri::command]
pub(super) fn open_taken(files: State<'_, TakenFiles>, what: TakeAway) -> Reply<()> {
    outside::show(saved(&files, what)?).map_err(refused)
}

/// Opens the folder in which it lies.
#[tauri::command]
pub(super) fn show_taken(files: State<'_, TakenFiles>, what: TakeAway) -> Reply<()> {
    outside::show(folder_of(&saved(&files, what)?)).map_err(refused)
}

fn folder_of(file: &Path) -> &Path {
    file.parent().unwrap_or(Path::new("."))
}

fn saved(files: &TakenFiles, what: TakeAway) -> Reply<PathBuf> {
    files.of(what).ok_or_else(|| internal("nothing of that kind was saved"))
}

/// A file as it will lie on the disk, and what is to be told of it.
struct Made {
    bytes: Vec<u8>,
    notes: Vec<Text>,
    as_of: policy::Date,
}

/// Others go on at the desk as soon as the words are put together: setting them takes longest.
fn make(office: &Office, what: TakeAway, name: &str, all: bool, lingua: Lingua) -> Reply<Made> {
    let sheet = || office.at_desk(|desk| Ok(desk::sheet(&desk.assessed(), name, all)));
    match what {
        TakeAway::Sheet => {
            let sheet = sheet()?;
            let printed = set(|| handout::pdf(&sheet, lingua))?;
            let notes = words::lacking(&printed.lacking).into_iter().collect();
            Ok(Made { bytes: printed.bytes, notes, as_of: sheet.as_of })
        }
        TakeAway::Calendar => {
            let calendar = office.at_desk(|desk| Ok(desk::calendar(&desk.assessed(), name)))?;
            let bytes = set(|| handout::ics(&calendar, lingua))?.into_bytes();
            let notes = words::left_out(&calendar.left_out);
            Ok(Made { bytes, notes, as_of: calendar.as_of })
        }
        TakeAway::List => {
            let sheet = sheet()?;
            let bytes = set(|| handout::xlsx(&sheet, lingua))?;
            Ok(Made { bytes, notes: Vec::new(), as_of: sheet.as_of })
        }
    }
}

fn set<T>(make: impl FnOnce() -> Result<T, HandoutError>) -> Result<T, Failure> {
    guarded(|| Ok(make()))?.map_err(refused)
}

fn stem(what: TakeAway, lingua: Lingua) -> &'static str {
    match (what, lingua) {
        (TakeAway::Sheet, Lingua::Zh) => "政策告知单",
        (TakeAway::Sheet, Lingua::En) => "support-sheet",
        (TakeAway::Calendar, Lingua::Zh) => "政策日程",
        (TakeAway::Calendar, Lingua::En) => "support-dates",
        (TakeAway::List, Lingua::Zh) => "政策清单",
        (TakeAway::List, Lingua::En) => "support-list",
    }
}

fn ending(what: TakeAway) -> &'static str {
    match what {
        TakeAway::Sheet => "pdf",
        TakeAway::Calendar => "ics",
        TakeAway::List => "xlsx",
    }
}

fn lingua(language: Language) -> Lingua {
    match language {
        Language::Zh => Lingua::Zh,
        Language::En => Lingua::En,
    }
}
