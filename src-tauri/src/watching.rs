//! Watches a folder: whenever something changed in it and it is quiet again, somebody is told.

use std::{
    path::PathBuf,
    sync::mpsc::{Receiver, channel},
    thread,
    time::{Duration, Instant},
};

use notify::{Event, EventKind, RecommendedWatcher, RecursiveMode, Watcher};

/// So long it is quiet before one looks: an editor, a script or version control changes many files at once.
const QUIET: Duration = Duration::from_millis(200);
/// One looks after so long even where it is never quiet.
const AT_MOST: Duration = Duration::from_secs(2);
/// So often one looks at a folder that cannot be watched: it is gone, or the system watches too many already.
const OTHERWISE: Duration = Duration::from_secs(1);

/// Calls `changed` once it watches a folder and then after every change in it, for as long as the program runs. It may be
/// called without a change.
pub(crate) fn watch(folder: PathBuf, changed: impl Fn() + Send + 'static) {
    thread::spawn(move || {
        let mut watch = Watch::new(folder);
        loop {
            changed();
            watch.wait();
        }
    });
}

struct Watch {
    folder: PathBuf,
    /// `None` where the system has none to give.
    watcher: Option<RecommendedWatcher>,
    events: Receiver<notify::Result<Event>>,
    watches: bool,
}

impl Watch {
    fn new(folder: PathBuf) -> Watch {
        let (sender, events) = channel();
        let watcher = notify::recommended_watcher(sender).ok();
        let mut watch = Watch { folder, watcher, events, watches: false };
        watch.begin();
        watch
    }

    /// Watches the folder that is there now: after it was moved away, another one may have its name.
    fn begin(&mut self) {
        let Some(watcher) = &mut self.watcher else { return };
        // Of a folder that was not watched there is nothing to forget.
        let _ = watcher.unwatch(&self.folder);
        self.watches = watcher.watch(&self.folder, RecursiveMode::Recursive).is_ok();
    }

    /// Until something changed and it is quiet again.
    fn wait(&mut self) {
        if !self.watches {
            thread::sleep(OTHERWISE);
            return self.begin();
        }
        while let Ok(event) = self.events.recv() {
            if self.heeds(event) {
                return self.wait_for_quiet();
            }
        }
        // Nobody sends any more.
        self.watches = false;
    }

    fn wait_for_quiet(&mut self) {
        let late = Instant::now() + AT_MOST;
        while let Ok(event) = self.events.recv_timeout(QUIET)
            && Instant::now() < late
        {
            self.heeds(event);
        }
    }

    /// Whether something changed. Reading the folder is no change of it; what the system could not tell may have been one.
    fn heeds(&mut self, event: notify::Result<Event>) -> bool {
        let Ok(event) = event else { return true };
        if matches!(event.kind, EventKind::Access(_)) {
            return false;
        }
        if event.paths.contains(&self.folder) {
            self.begin();
        }
        true
    }
}

#[cfg(test)]
mod tests {
    use std::{
        fs,
        path::Path,
        sync::mpsc::{Receiver, channel},
        time::Duration,
    };

    use super::watch;

    #[test]
    fn whatever_becomes_of_a_folder_is_told() {
        let parent = tempfile::tempdir().unwrap();
        let folder = parent.path().join("pack");
        fs::create_dir_all(folder.join("facts")).unwrap();
        fs::write(folder.join("pack.toml"), "1").unwrap();
        let (sender, changes) = channel();
        watch(folder.clone(), move || {
            let _ = sender.send(());
        });

        wait(&changes, "it is watched");

        let check = |what: &str, change: &dyn Fn(&Path)| {
            change(&folder);
            wait(&changes, what);
        };
        check("a file is written", &|it| fs::write(it.join("pack.toml"), "2").unwrap());
        check("a file is replaced, as editors do", &|it| {
            fs::write(it.join("pack.toml~"), "3").unwrap();
            fs::rename(it.join("pack.toml~"), it.join("pack.toml")).unwrap();
        });
        check("a folder is new", &|it| fs::create_dir_all(it.join("grants/one")).unwrap());
        check("a file in a new folder", &|it| fs::write(it.join("grants/one/policy.toml"), "1").unwrap());
        check("the folder goes", &|it| fs::remove_dir_all(it).unwrap());
        check("the folder is there again", &|it| fs::create_dir_all(it.join("facts")).unwrap());
        check("it is watched again", &|it| fs::write(it.join("facts/one.toml"), "1").unwrap());
        check("another takes its place", &|it| {
            fs::create_dir(it.with_extension("new")).unwrap();
            fs::rename(it, it.with_extension("old")).unwrap();
            fs::rename(it.with_extension("new"), it).unwrap();
        });
        check("the other is watched", &|it| fs::write(it.join("pack.toml"), "1").unwrap());
    }

    /// What comes late is waited for; what never comes fails.
    #[track_caller]
    fn wait(changes: &Receiver<()>, what: &str) {
        assert!(changes.recv_timeout(Duration::from_secs(60)).is_ok(), "{what}: nobody was told");
        // All that is told of the same change.
        while changes.recv_timeout(Duration::from_millis(500)).is_ok() {}
    }
}
