//! Search by meaning, where there is a model: the pack is read on a thread of its own, and nobody waits for it.

use std::{
    path::Path,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
    thread,
};

use desk::{Asked, Desk, Library, ModelError, Reader, Understanding};
use tauri::{AppHandle, Manager};
use wire::MeaningState;

use crate::office::{Office, guarded};

/// What is understood of the pack that is shown.
#[derive(Default)]
pub(crate) struct Readings {
    state: Mutex<State>,
    /// Held by whoever reads: one at a time.
    at_work: Mutex<()>,
}

#[derive(Clone, Default)]
enum State {
    #[default]
    NoModel,
    Reading {
        n_read: usize,
        n_texts: usize,
    },
    Ready(Arc<Understood>),
    Broken(String),
}

/// A pack, understood.
pub(crate) struct Understood {
    library: Arc<Library>,
    understanding: Understanding,
}

impl Understood {
    /// Understands what is typed; nothing where it has no words.
    pub(crate) fn ask(&self, text: &str) -> Option<Asked<'_>> {
        self.understanding.ask(self.library.index(), text)
    }

    /// Whether it is what this desk shows; another pack may have taken its place.
    pub(crate) fn is_of(&self, desk: &Desk) -> bool {
        Arc::ptr_eq(&self.library, &desk.library)
    }
}

/// Begins to read the pack that is shown now, if there is a model and the pack was not read before.
pub(crate) fn begin(app: &AppHandle) {
    let app = app.clone();
    thread::spawn(move || app.state::<Readings>().read(&app.state::<Office>()));
}

impl Readings {
    /// What is understood, once all of it is.
    pub(crate) fn understood(&self) -> Option<Arc<Understood>> {
        match &*lock(&self.state) {
            State::Ready(understood) => Some(Arc::clone(understood)),
            State::NoModel | State::Reading { .. } | State::Broken(_) => None,
        }
    }

    /// How far it has come, for the reader of the settings.
    pub(crate) fn state(&self, office: &Office) -> MeaningState {
        let n = |it: usize| u32::try_from(it).unwrap_or(u32::MAX);
        match lock(&self.state).clone() {
            State::NoModel => none(office),
            State::Reading { n_read, n_texts } => MeaningState::Reading { read: n(n_read), of: n(n_texts) },
            State::Ready(understood) => MeaningState::Ready { texts: n(understood.understanding.n_texts()) },
            State::Broken(detail) => MeaningState::Broken { detail },
        }
    }

    /// Reads the pack that is shown, until it is understood or it is known why it cannot be.
    fn read(&self, office: &Office) {
        let _at_work = lock(&self.at_work);
        let Some(library) = office.library().filter(|it| !self.has_read(it)) else { return };
        let Some(model) = office.models().into_iter().find(|it| it.is_file()) else { return };
        let understood = guarded(|| Ok(self.understand(office, library, &model)));
        *lock(&self.state) = match understood.map_err(|it| it.detail).flatten() {
            Ok(Some(understood)) => State::Ready(Arc::new(understood)),
            // Whoever showed another pack has begun again and waits for us.
            Ok(None) => return,
            Err(detail) => State::Broken(detail),
        };
    }

    fn has_read(&self, library: &Arc<Library>) -> bool {
        self.understood().is_some_and(|it| Arc::ptr_eq(&it.library, library))
    }

    /// Reads text after text for as long as their pack is shown.
    fn understand(
        &self,
        office: &Office,
        library: Arc<Library>,
        model: &Path,
    ) -> Result<Option<Understood>, String> {
        let said = |it: ModelError| wire::chain(&it);
        let reader = Reader::open(model, std::slice::from_ref(office.folder())).map_err(said)?;
        let mut reading = reader.begin(library.index());
        let n_texts = reading.n_texts();
        while 0 < reading.n_unread() {
            if office.library().is_none_or(|it| !Arc::ptr_eq(&it, &library)) {
                return Ok(None);
            }
            *lock(&self.state) = State::Reading { n_read: n_texts - reading.n_unread(), n_texts };
            reading.read_one().map_err(said)?;
        }
        let understanding = reading.finish().map_err(said)?;
        Ok(Some(Understood { library, understanding }))
    }
}

/// The last place where it is looked for is the one that its owner may write to.
fn none(office: &Office) -> MeaningState {
    let place = office.models().pop().unwrap_or_default();
    let folder = place.parent().unwrap_or(Path::new("."));
    MeaningState::None { file: Reader::FILE.to_owned(), folder: folder.display().to_string() }
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    // A panic while reading is told; what was understood before is whole.
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
