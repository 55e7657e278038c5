//! Search by meaning, which takes some hundredths of a second: away from the main thread, after the words were answered.

use tauri::State;
use wire::{MeaningState, SearchPage, SearchRequest, view};

use super::Reply;
use crate::{
    office::{Office, guarded},
    reading::Readings,
};

/// Answers a search by its meaning too; nothing where there is no model, it still reads, or there is nothing to understand.
#[tauri::command(async)]
pub(super) fn refine(
    office: State<'_, Office>,
    readings: State<'_, Readings>,
    request: SearchRequest,
) -> Reply<Option<SearchPage>> {
    let Some(understood) = readings.understood() else { return Ok(None) };
    // Nobody's typing waits for this: the desk is free meanwhile.
    let Some(asked) = guarded(|| Ok(understood.ask(&request.text)))? else { return Ok(None) };
    office.at_desk(|desk| {
        let language = view::read_settings(desk, office.system_language()).language;
        Ok(understood.is_of(desk).then(|| view::search(desk, request, language, Some(&asked))))
    })
}

/// How far search by meaning has come.
#[tauri::command(async)]
pub(super) fn meaning(office: State<'_, Office>, readings: State<'_, Readings>) -> MeaningState {
    readings.state(&office)
}
