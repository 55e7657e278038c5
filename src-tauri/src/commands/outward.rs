//! Between the window and what is outside: a page in the browser, the folders, a measurement.

use std::sync::Once;

use tauri::{AppHandle, State, ipc::Channel};
use wire::view;

use super::Reply;
use crate::{
    following,
    office::{Office, internal, refused},
    outside, reading,
};

/// The first screen is there: whatever takes longer begins now. Whoever measures reads it on standard error.
#[tauri::command]
pub(super) fn painted(app: AppHandle) {
    static FIRST: Once = Once::new();
    FIRST.call_once(|| {
        if let Some(age) = outside::is_timed().then(outside::age) {
            eprintln!("painted {}", age.as_millis());
        }
    });
    reading::begin(&app);
}

/// From now on the page is told when something became of the pack; what, it asks for.
#[tauri::command]
pub(super) fn follow_pack(app: AppHandle, changed: Channel<()>) {
    following::follow(&app, changed);
}

#[tauri::command]
pub(super) fn open_data_folder(office: State<'_, Office>) -> Reply<()> {
    outside::show(office.folder()).map_err(refused)
}

/// Opens an address of the pack in the browser; nothing else can be opened, whatever the page asks for.
#[tauri::command]
pub(super) fn open_link(office: State<'_, Office>, url: String) -> Reply<()> {
    if !office.at_desk(|desk| Ok(view::may_open(desk, &url)))? {
        return Err(internal("the pack has no such address"));
    }
    outside::show(&url).map_err(refused)
}
