//! The one desk of the program, behind the door that every command goes through.

use std::{
    error::Error,
    panic::{AssertUnwindSafe, catch_unwind},
    path::PathBuf,
    sync::{Arc, Mutex, MutexGuard, OnceLock, PoisonError},
    thread,
};

use desk::{Considered, Desk, DeskError, Library, NewPack, Reader, Reread};
use policy::Date;
use wire::{
    Failure, FailureCode, Language, Settings,
    view::{read_settings, read_settings_of, write_settings},
};

use crate::outside;

/// With what the desk is opened.
#[derive(Debug, Clone)]
pub(crate) struct Opening {
    /// The day of assessment.
    pub(crate) as_of: Date,
    /// Where the book is kept.
    pub(crate) folder: PathBuf,
    /// A pack's folder; without one, the pack that is part of the program.
    pub(crate) policies: Option<PathBuf>,
    /// Where what one takes away is saved; without one, where this user's downloads go.
    pub(crate) downloads: Option<PathBuf>,
    /// The model for search by meaning; without one, wherever it may lie.
    pub(crate) model: Option<PathBuf>,
    /// The language to begin in, whatever was chosen before.
    pub(crate) language: Option<Language>,
    /// The language of the system, for as long as none was chosen.
    pub(crate) system: Language,
}

/// Has the desk, or why it could not be opened.
pub(crate) struct Office {
    opening: Opening,
    desk: Arc<OnceLock<Mutex<Result<Desk, Failure>>>>,
}

impl Office {
    /// Opens the desk while the window is being made, which takes about as long.
    pub(crate) fn open(opening: Opening) -> Office {
        let desk = Arc::new(OnceLock::new());
        let office = Office { opening: opening.clone(), desk: Arc::clone(&desk) };
        thread::spawn(move || {
            desk.get_or_init(|| Mutex::new(open(&opening)));
        });
        office
    }

    /// Does something at the desk, once it is known what follows from the answers. Commands come one at a time, in the order in
    /// which the page sent them.
    pub(crate) fn at_desk<T>(
        &self,
        act: impl FnOnce(&mut Desk) -> Result<T, DeskError>,
    ) -> Result<T, Failure> {
        self.at_list(|desk| {
            desk.settle()?;
            act(desk)
        })
    }

    /// Does something at a list, for which nobody needs to know what follows from it.
    pub(crate) fn at_list<T>(
        &self,
        act: impl FnOnce(&mut Desk) -> Result<T, DeskError>,
    ) -> Result<T, Failure> {
        let mut desk = self.lock();
        let desk = desk.as_mut().map_err(|it| it.clone())?;
        guarded(|| act(desk))
    }

    /// Reckons what follows from the answers, while others go on at the desk; what they change meanwhile is reckoned too.
    pub(crate) fn reckon(&self) -> Result<(), Failure> {
        while let Some(reckoning) = self.at_list(|desk| Ok(desk.to_reckon()))? {
            let reckoned = guarded(|| Ok(reckoning.run()))?;
            self.at_list(|desk| desk.take(reckoned))?;
        }
        Ok(())
    }

    /// Tries again to open a book that could not be opened: the other window may be closed by now.
    pub(crate) fn open_again(&self) {
        let mut desk = self.lock();
        if desk.is_err() {
            *desk = open(&self.opening);
        }
    }

    /// Reads the pack's folder again, while others go on at the desk; whether there is something new to see or to tell.
    pub(crate) fn reread(&self) -> bool {
        let Some(folder) = &self.opening.policies else { return false };
        let Ok(reread) = guarded(|| Ok(Reread::folder(folder, self.opening.as_of))) else { return false };
        let closed = self.lock().as_ref().err().map(|it| it.code);
        match closed {
            // Where a panic of ours stops it, the page keeps what it has.
            None => self.take_up(reread).unwrap_or(false),
            // Whoever mends the folder sees the window open.
            Some(code) => code == FailureCode::PackUnreadable && reread.is_readable(),
        }
    }

    fn take_up(&self, reread: Reread) -> Result<bool, Failure> {
        match self.at_list(|desk| Ok(desk.consider(reread)))? {
            Considered::Same => Ok(false),
            Considered::Told => Ok(true),
            Considered::ToShow(loaded, remarks) => {
                let pack = guarded(|| Ok(NewPack::new(*loaded, remarks, self.opening.as_of)))?;
                let reckoning = self.at_list(|desk| Ok(desk.to_reckon_with(&pack)))?;
                let reckoned = guarded(|| Ok(reckoning.run()))?;
                self.at_list(|desk| desk.show(pack, reckoned)).map(|()| true)
            }
        }
    }

    /// What was set, be the book open or not.
    pub(crate) fn settings(&self) -> Settings {
        let opening = &self.opening;
        match self.lock().as_ref() {
            Ok(desk) => read_settings(desk, opening.system),
            Err(_) => {
                let settings = read_settings_of(&opening.folder, opening.system);
                Settings { language: opening.language.unwrap_or(settings.language), ..settings }
            }
        }
    }

    /// The pack that is shown, if the desk could be opened.
    pub(crate) fn library(&self) -> Option<Arc<Library>> {
        self.lock().as_ref().ok().map(|it| Arc::clone(&it.library))
    }

    /// The language of the system.
    pub(crate) fn system_language(&self) -> Language {
        self.opening.system
    }

    /// The folder of the pack, if it lies in one.
    pub(crate) fn policies(&self) -> Option<&PathBuf> {
        self.opening.policies.as_ref()
    }

    /// Where what one takes away is saved: the place that was named alone, else those of the system, the most usual first.
    pub(crate) fn downloads(&self) -> Vec<PathBuf> {
        self.opening.downloads.clone().map_or_else(outside::downloads, |it| vec![it])
    }

    /// Where the model may lie: the place that was named alone, else beside the program, where whoever packs it puts the
    /// model, and last in the data folder, where everybody may put it.
    pub(crate) fn models(&self) -> Vec<PathBuf> {
        let named = self.opening.model.clone().map(|it| vec![it]);
        named.unwrap_or_else(|| {
            let beside =
                outside::program().into_iter().flat_map(|it| Reader::places(&it).collect::<Vec<_>>());
            beside.chain([self.folder().join(Reader::FILE)]).collect()
        })
    }

    /// The language of the window.
    pub(crate) fn language(&self) -> Language {
        self.settings().language
    }

    /// Where the book is kept, be it open or not.
    pub(crate) fn folder(&self) -> &PathBuf {
        &self.opening.folder
    }

    fn lock(&self) -> MutexGuard<'_, Result<Desk, Failure>> {
        // What a panic left half done lies in memory alone: the book has each change whole or not at all.
        self.desk.wait().lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn open(opening: &Opening) -> Result<Desk, Failure> {
    let opened = guarded(|| {
        let library = Library::open(opening.policies.as_deref(), opening.as_of)?;
        let mut desk = Desk::open(library, &opening.folder, opening.as_of, &outside::now())?;
        if let Some(language) = opening.language {
            let settings = read_settings(&desk, opening.system);
            desk.settings = write_settings(Settings { language, ..settings });
        }
        Ok(desk)
    });
    opened.map_err(|it| Failure { place: it.place.or_else(|| Some(folder(opening))), ..it })
}

fn folder(opening: &Opening) -> String {
    opening.folder.display().to_string()
}

/// A panic in one command must end neither the window nor what comes after.
pub(crate) fn guarded<T>(act: impl FnOnce() -> Result<T, DeskError>) -> Result<T, Failure> {
    match catch_unwind(AssertUnwindSafe(act)) {
        Ok(done) => done.map_err(Failure::from),
        Err(_) => Err(internal("a panic, noted in the data folder")),
    }
}

/// Something the page can do nothing about.
pub(crate) fn internal(detail: impl Into<String>) -> Failure {
    Failure::new(FailureCode::Internal, detail)
}

/// For `map_err`: what the system refused to do.
pub(crate) fn refused(error: impl Error) -> Failure {
    internal(error.to_string())
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    const PACK: &str =
        "id = \"t\"\ntitle = { zh = \"试\", en = \"Trial\" }\nversion = \"1\"\npublished = 2026-01-01\n";

    #[test]
    fn a_folder_is_followed_by_the_desk_and_opens_a_closed_one() {
        let (pack, data) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
        let file = pack.path().join("pack.toml");
        let aside = pack.path().with_extension("aside");
        fs::rename(pack.path(), &aside).unwrap();
        let office = Office::open(Opening {
            as_of: "2026-11-23".parse().unwrap(),
            folder: data.path().to_owned(),
            policies: Some(pack.path().to_owned()),
            downloads: None,
            model: None,
            language: None,
            system: Language::Zh,
        });
        assert!(!office.reread(), "there is nothing to read");
        fs::rename(&aside, pack.path()).unwrap();
        fs::write(&file, PACK).unwrap();
        assert!(office.reread(), "now there is");
        office.open_again();

        let version = || office.at_desk(|desk| Ok(desk.catalog().pack.version.clone())).unwrap();
        assert_eq!(version(), "1");
        fs::write(&file, PACK.replace("\"1\"", "\"2\"")).unwrap();
        assert!(office.reread());
        assert_eq!(version(), "2");
        assert!(!office.reread(), "nothing is told twice");
        fs::write(&file, "version = ").unwrap();
        assert!(office.reread());
        assert_eq!(version(), "2");
    }
}
