//! The desk: one program, one pack, one book, one sitting.

use std::{
    collections::BTreeSet,
    path::{Path, PathBuf},
    sync::Arc,
};

use casebook::{
    Casebook, Change, Contents, Json, List, Preference, ProfileId, Saved, Steps, Tick,
    settings::{Settings, SettingsRemark},
};
use corpus::read_profile;
use policy::{Catalog, Date, ListRef};
use serde_json::{Map, Value};

use crate::{
    About, DeskError, Library, PackState, Reckoned, Reckoning, Sitting, form::Needed, sitting::profile_json,
};

/// Owns everything the program knows. Days, times and folders are told by the caller.
pub struct Desk {
    /// The pack with its texts and its index.
    pub library: Arc<Library>,
    /// How that stands to the files it was read from.
    pub pack: PackState,
    /// The answers and what follows from them.
    pub sitting: Sitting,
    /// What was set.
    pub settings: Settings,
    as_of: Date,
    folder: PathBuf,
    // Invariant: `None` only while `erase_everything` is at work, or after it failed.
    book: Option<Casebook>,
    profile: ProfileId,
    // Invariant: what is on the disk.
    contents: Contents,
    /// Which facts forms ask for, the last one first.
    pub(crate) needed: Vec<Needed>,
}

impl Desk {
    /// Opens the book in a folder and takes up the sitting where it was left.
    pub fn open(library: Library, folder: &Path, as_of: Date, now: &str) -> Result<Desk, DeskError> {
        let (settings, _remarks): (Settings, Vec<SettingsRemark>) = Settings::load(folder);
        let mut book = Casebook::open(folder)?;
        let profile = book.own_profile(now)?;
        let contents = book.contents(profile)?;
        let sitting = Sitting::new(library.catalog(), &contents, as_of);
        let pack = PackState::of(&library.loaded);
        let (library, folder) = (Arc::new(library), folder.to_owned());
        let mut desk = Desk {
            library,
            pack,
            sitting,
            settings,
            as_of,
            folder,
            book: Some(book),
            profile,
            contents,
            needed: Vec::new(),
        };
        desk.sit_down();
        Ok(desk)
    }

    /// The pack's catalog.
    pub fn catalog(&self) -> &Catalog {
        self.library.catalog()
    }

    /// The day of assessment.
    pub fn as_of(&self) -> Date {
        self.as_of
    }

    /// Where the book is kept.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// When the last answer was safely on disk.
    pub fn last_saved(&self) -> Result<Option<Saved>, DeskError> {
        Ok(self.open_book()?.last_saved(self.profile)?)
    }

    /// Whether something can be taken back, and given again.
    pub fn steps(&self) -> Result<Steps, DeskError> {
        Ok(self.open_book()?.steps(self.profile)?)
    }

    /// How many questions were answered.
    pub fn n_answered(&self) -> usize {
        self.contents.facts.len() + self.contents.lists.len()
    }

    /// Answers a question, or takes the answer back (`None`).
    pub fn answer(&mut self, fact: &str, said: Option<&Value>, now: &str) -> Result<(), DeskError> {
        let found = self.catalog().find_fact(fact).ok_or_else(|| DeskError::not_found("fact", fact))?;
        if let Some(said) = said {
            self.check(&Value::Object(Map::from_iter([(fact.to_owned(), said.clone())])))?;
        }
        let value = said.map(|it| Json::from(it.clone()));
        self.save(&Change::Answer { fact: fact.to_owned(), value }, now, Some(About::Fact(found)))
    }

    /// Says that a list is answered (without entries: nobody), and whether more are to come; then goes on.
    pub fn set_list(&mut self, list: &str, more: bool, now: &str) -> Result<(), DeskError> {
        let found = self.find_list(list)?;
        let list = list.to_owned();
        let change = match self.contents.lists.get(&list) {
            Some(_) => Change::More { list, more },
            None => Change::List { list, value: Some(List { entries: Vec::new(), more }) },
        };
        self.save(&change, now, Some(About::List(found)))?;
        // Whoever was at another question stays there.
        if self.sitting.at_hand() == Some(About::List(found)) {
            self.sitting.go_on();
        }
        self.remember_place()
    }

    /// What is still to be reckoned, if anything. It may be done elsewhere and [taken in](Desk::take) later.
    pub fn to_reckon(&self) -> Option<Reckoning> {
        (!self.sitting.is_reckoned()).then(|| Reckoning {
            library: Arc::clone(&self.library),
            profile: self.sitting.profile.clone(),
            as_of: self.as_of,
            revision: self.sitting.revision(),
        })
    }

    /// Takes in what was reckoned elsewhere; what was overtaken by another change is dropped.
    pub fn take(&mut self, reckoned: Reckoned) -> Result<(), DeskError> {
        self.sitting.take(self.library.catalog(), reckoned);
        self.remember_place()
    }

    /// Reckons what is still to be reckoned, here and now.
    pub fn settle(&mut self) -> Result<(), DeskError> {
        match self.to_reckon() {
            Some(reckoning) => self.take(reckoning.run()),
            None => Ok(()),
        }
    }

    /// Takes the last answer back.
    pub fn undo(&mut self, now: &str) -> Result<(), DeskError> {
        let profile = self.profile;
        let undone = self.book_mut()?.undo(profile, now)?;
        self.after_going_back(undone.as_ref())
    }

    /// Gives the answer again that was taken back.
    pub fn redo(&mut self, now: &str) -> Result<(), DeskError> {
        let profile = self.profile;
        let redone = self.book_mut()?.redo(profile, now)?;
        self.after_going_back(redone.as_ref())
    }

    /// Forgets every answer; can be undone.
    pub fn start_over(&mut self, now: &str) -> Result<(), DeskError> {
        let profile = self.profile;
        let change = Change::start_over();
        self.book_mut()?.save(profile, &change, now)?;
        self.contents.apply(&change);
        self.sit_down();
        self.remember_place()
    }

    /// Brings a question to hand.
    pub fn ask(&mut self, name: &str) -> Result<(), DeskError> {
        let about =
            About::find(self.catalog(), name).ok_or_else(|| DeskError::not_found("question", name))?;
        self.sitting.ask(about);
        self.remember_place()
    }

    /// Goes to the question before.
    pub fn back(&mut self) -> Result<(), DeskError> {
        self.sitting.back();
        self.remember_place()
    }

    /// Ticks a paper off, or not.
    pub fn tick(&mut self, policy: &str, paper: &str, on: bool, now: &str) -> Result<(), DeskError> {
        let tick = Tick { policy: policy.to_owned(), paper: paper.to_owned() };
        let profile = self.profile;
        self.book_mut()?.tick(profile, &tick, on, now)?;
        match on {
            true => self.contents.ticks.insert(tick),
            false => self.contents.ticks.remove(&tick),
        };
        Ok(())
    }

    /// Puts a policy on the reader's own list, or takes it off.
    pub fn choose(&mut self, policy: &str, on: bool, now: &str) -> Result<(), DeskError> {
        let profile = self.profile;
        self.book_mut()?.choose(profile, policy, on, now)?;
        match on {
            true => self.contents.chosen.insert(policy.to_owned()),
            false => self.contents.chosen.remove(policy),
        };
        Ok(())
    }

    /// Whether the reader takes a support rather than what it excludes: for an entry, or for the enterprise.
    pub fn is_preferred(&self, policy: &str, entry: Option<&str>) -> bool {
        let preference = Preference { policy: policy.to_owned(), entry: entry.map(str::to_owned) };
        self.contents.preferences.contains(&preference)
    }

    pub(crate) fn preferences(&self) -> &BTreeSet<Preference> {
        &self.contents.preferences
    }

    pub(crate) fn keep_preference(
        &mut self,
        instead_of: &[Preference],
        preferred: Option<Preference>,
        now: &str,
    ) -> Result<(), DeskError> {
        let profile = self.profile;
        self.book_mut()?.prefer(profile, instead_of, preferred.as_ref(), now)?;
        self.contents.preferences.retain(|it| !instead_of.contains(it));
        self.contents.preferences.extend(preferred);
        Ok(())
    }

    /// Whether a paper was ticked off.
    pub fn is_ticked(&self, policy: &str, paper: &str) -> bool {
        self.contents.ticks.contains(&Tick { policy: policy.to_owned(), paper: paper.to_owned() })
    }

    /// Whether a policy is on the reader's own list.
    pub fn is_chosen(&self, policy: &str) -> bool {
        self.contents.chosen.contains(policy)
    }

    /// The reader's own list.
    pub(crate) fn chosen(&self) -> &BTreeSet<String> {
        &self.contents.chosen
    }

    /// Keeps the settings.
    pub fn save_settings(&mut self, settings: Settings) -> Result<(), DeskError> {
        settings.save(&self.folder)?;
        self.settings = settings;
        Ok(())
    }

    /// Deletes everything that was told, for good.
    pub fn erase_everything(&mut self, now: &str) -> Result<(), DeskError> {
        let book = self.book.take().ok_or(DeskError::BookClosed)?;
        let mut book = match book.erase_everything() {
            Ok(book) => book,
            Err(error) => {
                self.book = Casebook::open(&self.folder).ok();
                return Err(error.into());
            }
        };
        self.profile = book.own_profile(now)?;
        self.book = Some(book);
        self.contents = Contents::default();
        self.sit_down();
        Ok(())
    }

    /// The answers as the command line would be given them.
    pub fn profile_json(&self) -> Value {
        profile_json(&self.contents)
    }

    pub(crate) fn check(&self, json: &Value) -> Result<(), DeskError> {
        let (_, mistakes) = read_profile(self.catalog(), json);
        if mistakes.is_empty() { Ok(()) } else { Err(DeskError::BadAnswer(mistakes)) }
    }

    pub(crate) fn find_list(&self, list: &str) -> Result<ListRef, DeskError> {
        self.catalog().find_list(list).ok_or_else(|| DeskError::not_found("list", list))
    }

    /// What is still to be reckoned with another pack, under which the answers may mean less.
    pub(crate) fn reckoning_with(&self, library: Arc<Library>) -> Reckoning {
        let (profile, _) = read_profile(library.catalog(), &self.profile_json());
        Reckoning { library, profile, as_of: self.as_of, revision: self.sitting.revision() }
    }

    /// Puts another pack under the same answers.
    pub(crate) fn change_library(
        &mut self,
        library: Arc<Library>,
        reckoned: Reckoned,
    ) -> Result<(), DeskError> {
        let before = std::mem::replace(&mut self.library, library);
        self.needed.clear();
        self.sitting.change_catalog(before.catalog(), self.library.catalog(), &self.contents, reckoned);
        self.settle()?;
        self.remember_place()
    }

    /// The entries of a list as they are kept.
    pub(crate) fn kept(&self, list: &str) -> &[casebook::Entry] {
        self.contents.lists.get(list).map(|it| it.entries.as_slice()).unwrap_or_default()
    }

    /// Saves a change and follows it; what comes of it is still to be reckoned.
    pub(crate) fn save_only(
        &mut self,
        change: &Change,
        now: &str,
        about: Option<About>,
    ) -> Result<(), DeskError> {
        let profile = self.profile;
        self.book_mut()?.save(profile, change, now)?;
        self.contents.apply(change);
        self.forget_needed(change);
        self.sitting.follow(self.library.catalog(), &self.contents, change, about);
        Ok(())
    }

    fn save(&mut self, change: &Change, now: &str, about: Option<About>) -> Result<(), DeskError> {
        self.save_only(change, now, about)?;
        self.settle()
    }

    /// Takes the sitting up from what is kept.
    fn sit_down(&mut self) {
        self.needed.clear();
        self.sitting = Sitting::new(self.library.catalog(), &self.contents, self.as_of);
        if let Some(reckoning) = self.to_reckon() {
            self.sitting.take(self.library.catalog(), reckoning.run());
        }
        self.sitting.take_up(self.library.catalog(), self.contents.place.as_deref());
    }

    fn after_going_back(&mut self, change: Option<&Change>) -> Result<(), DeskError> {
        let Some(change) = change else { return Ok(()) };
        self.contents.apply(change);
        self.forget_needed(change);
        let about = match change {
            Change::Answer { fact: name, .. }
            | Change::Entries { list: name, .. }
            | Change::More { list: name, .. }
            | Change::List { list: name, .. } => About::find(self.catalog(), name),
            // Everything is as it was before starting over, and so is the place where one was.
            Change::Everything(_) => {
                self.sit_down();
                return self.remember_place();
            }
        };
        self.sitting.follow(self.library.catalog(), &self.contents, change, None);
        self.settle()?;
        // One sees what was taken back: its question comes to hand.
        if let Some(about) = about {
            self.sitting.ask(about);
        }
        self.remember_place()
    }

    fn remember_place(&mut self) -> Result<(), DeskError> {
        let place = self.sitting.at_hand().map(|it| it.name(self.library.catalog()).to_owned());
        if self.contents.place == place {
            return Ok(());
        }
        let profile = self.profile;
        self.book_mut()?.stop_at(profile, place.as_deref())?;
        self.contents.place = place;
        Ok(())
    }

    fn open_book(&self) -> Result<&Casebook, DeskError> {
        self.book.as_ref().ok_or(DeskError::BookClosed)
    }

    fn book_mut(&mut self) -> Result<&mut Casebook, DeskError> {
        self.book.as_mut().ok_or(DeskError::BookClosed)
    }
}
