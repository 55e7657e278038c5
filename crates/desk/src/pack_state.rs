//! A pack whose folder somebody works on: read again as it changes.
//!
//! What can be shown takes the place of what is shown; what cannot is told, and what is shown stays.

use std::{path::Path, sync::Arc};

use corpus::{Loaded, Remark, SourceError, check};
use policy::Date;

use crate::{Desk, DeskError, Library, Reckoned, Reckoning};

/// How the pack that is shown stands to the files it was read from.
#[derive(Debug, Default)]
pub struct PackState {
    /// What is wrong in the files as they were read last, or could be better.
    pub remarks: Vec<Remark>,
    /// Why they could not be read at all.
    pub unreadable: Option<SourceError>,
    /// Whether what is shown was read before: the files as they are now would show less.
    pub former: bool,
    /// The fingerprint of the files as they were read last; `None` where they could not be read.
    hash: Option<String>,
}

/// What a folder holds at one moment. Reading it needs no desk.
pub struct Reread {
    loaded: Result<Loaded, SourceError>,
    remarks: Vec<Remark>,
}

/// A pack that is to take the place of the one that is shown.
pub struct NewPack {
    library: Arc<Library>,
    remarks: Vec<Remark>,
}

/// What becomes of a folder that was read again.
pub enum Considered {
    /// It is as it was: nobody needs to know.
    Same,
    /// There is something new to say of it; what is shown stays.
    Told,
    /// It is to be shown: its texts and its index are still to be [made](NewPack::new).
    ToShow(Box<Loaded>, Vec<Remark>),
}

impl PackState {
    pub(crate) fn of(loaded: &Loaded) -> PackState {
        PackState {
            remarks: loaded.remarks.clone(),
            unreadable: None,
            former: false,
            hash: Some(loaded.hash.clone()),
        }
    }
}

impl Reread {
    /// Reads a folder, with all that its authors would want to know on that day.
    pub fn folder(folder: &Path, as_of: Date) -> Reread {
        let loaded = Loaded::folder(folder);
        let remarks = loaded.as_ref().map(|it| check(it, as_of)).unwrap_or_default();
        Reread { loaded, remarks }
    }

    /// Whether there is anything to show.
    pub fn is_readable(&self) -> bool {
        self.loaded.is_ok()
    }
}

impl NewPack {
    /// Reads the texts of a pack and builds its index.
    pub fn new(loaded: Loaded, remarks: Vec<Remark>, as_of: Date) -> NewPack {
        NewPack { library: Arc::new(Library::new(loaded, as_of)), remarks }
    }
}

impl Desk {
    /// Considers what the folder of the pack holds now.
    ///
    /// A pack with errors lacks what they are in. It never takes the place of a whole one; where that, too, lacks something,
    /// the newer one is shown, so that one sees what was mended.
    pub fn consider(&mut self, reread: Reread) -> Considered {
        let Reread { loaded, remarks } = reread;
        let loaded = match loaded {
            Ok(loaded) => loaded,
            Err(error) => return self.cannot_read(error),
        };
        let is_shown = loaded.hash == self.library.loaded.hash;
        let is_same = self.pack.hash.as_ref() == Some(&loaded.hash) && self.pack.remarks == remarks;
        let is_worse = loaded.has_errors() && !self.library.loaded.has_errors();
        if is_same {
            return Considered::Same;
        }
        if !is_shown && !is_worse {
            return Considered::ToShow(Box::new(loaded), remarks);
        }
        self.pack = PackState { remarks, unreadable: None, former: !is_shown, hash: Some(loaded.hash) };
        Considered::Told
    }

    fn cannot_read(&mut self, error: SourceError) -> Considered {
        if self.pack.unreadable.as_ref().is_some_and(|it| it.to_string() == error.to_string()) {
            return Considered::Same;
        }
        self.pack = PackState { unreadable: Some(error), former: true, ..PackState::default() };
        Considered::Told
    }

    /// What follows from the answers under another pack, still to be reckoned.
    pub fn to_reckon_with(&self, pack: &NewPack) -> Reckoning {
        self.reckoning_with(Arc::clone(&pack.library))
    }

    /// Shows another pack. The answers stay, those too that it does not understand, and so does the question at hand where it
    /// still has one; what was reckoned with it counts unless something was answered since.
    pub fn show(&mut self, pack: NewPack, reckoned: Reckoned) -> Result<(), DeskError> {
        let NewPack { library, remarks } = pack;
        self.pack = PackState { remarks, ..PackState::of(&library.loaded) };
        self.change_library(library, reckoned)
    }
}
