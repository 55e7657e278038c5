//! The page follows what becomes of the pack's folder.

use std::sync::{Mutex, PoisonError};

use tauri::{AppHandle, Manager, ipc::Channel};

use crate::{office::Office, reading, watching};

/// Whom to tell of changes; `None` until the page asks to be told.
#[derive(Default)]
pub(crate) struct Follower(Mutex<Option<Channel<()>>>);

impl Follower {
    fn replace(&self, page: Channel<()>) -> Option<Channel<()>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).replace(page)
    }

    fn tell(&self) {
        if let Some(page) = &*self.0.lock().unwrap_or_else(PoisonError::into_inner) {
            // A page that is gone asks again when it is back.
            let _ = page.send(());
        }
    }
}

/// From now on this page is told whenever something became of the pack, if that lies in a folder.
pub(crate) fn follow(app: &AppHandle, page: Channel<()>) {
    let is_first = app.state::<Follower>().replace(page).is_none();
    let folder = app.state::<Office>().policies().cloned();
    if let Some(folder) = folder.filter(|_| is_first) {
        let app = app.clone();
        watching::watch(folder, move || {
            if app.state::<Office>().reread() {
                app.state::<Follower>().tell();
                reading::begin(&app);
            }
        });
    }
}
