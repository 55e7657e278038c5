//! The desk: one program, one pack, one book, one sitting.

use std::path::{Path, PathBuf};

use casebook::{
    Casebook, Change, Contents, Json, List, ProfileId, Saved, Steps, Tick,
    settings::{Settings, SettingsRemark},
};
use corpus::read_profile;
use policy::{Catalog, Date, Entry, ListRef, Profile};
use serde_json::{Map, Value};

use crate::{
    About, DeskError, Library, Sitting,
    sitting::{entry_json, profile_json},
};

/// Owns everything the program knows. Days, times and folders are told by the caller.
pub struct Desk {
    /// The pack with its texts and its index.
    pub library: Library,
    /// The answers and what follows from them.
    pub sitting: Sitting,
    /// What was set.
    pub settings: Settings,
    as_of: Date,
    folder: PathBuf,
    // Invariant: `None` only while `erase_everything` is at work, or after it failed.
    book: Option<Casebook>,
    profile: ProfileId,
    contents: Contents,
}

/// An entry as it is put into a list.
#[derive(Debug, Clone, PartialEq)]
pub struct NewEntry {
    /// The list.
    pub list: String,
    /// The entry, `None` for a new one.
    pub id: Option<String>,
    /// Its facts and `n`, as the command line writes them.
    pub fields: Map<String, Value>,
}

impl Desk {
    /// Opens the book in a folder and takes up the sitting where it was left.
    pub fn open(library: Library, folder: &Path, as_of: Date, now: &str) -> Result<Desk, DeskError> {
        let (settings, _remarks): (Settings, Vec<SettingsRemark>) = Settings::load(folder);
        let mut book = Casebook::open(folder)?;
        let profile = book.own_profile(now)?;
        let contents = book.contents(profile)?;
        let sitting = Sitting::new(library.catalog(), &contents, as_of);
        let folder = folder.to_owned();
        Ok(Desk { library, sitting, settings, as_of, folder, book: Some(book), profile, contents })
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

    /// Puts an entry into a list, in place of a former one with the same id.
    pub fn put_entry(&mut self, entry: NewEntry, now: &str) -> Result<(), DeskError> {
        let list = self.find_list(&entry.list)?;
        let id = entry.id.unwrap_or_else(|| self.free_id(&entry.list));
        let mut fields = entry.fields;
        fields.remove("id");
        let mut whole = fields.clone();
        whole.insert("id".to_owned(), Value::String(id.clone()));
        self.check_entry(list, &id, Value::Object(whole))?;
        let change =
            Change::Entry { list: entry.list, entry: id, fields: Some(Json::from(Value::Object(fields))) };
        self.save(&change, now, Some(About::List(list)))
    }

    /// Takes an entry out of a list.
    pub fn remove_entry(&mut self, list: &str, entry: &str, now: &str) -> Result<(), DeskError> {
        let found = self.find_list(list)?;
        if !self.kept(list).iter().any(|it| it.id == entry) {
            return Err(DeskError::not_found("entry", entry));
        }
        let change = Change::Entry { list: list.to_owned(), entry: entry.to_owned(), fields: None };
        self.save(&change, now, Some(About::List(found)))
    }

    /// Says that a list is answered (without entries: nobody), and whether more are to come; then goes on.
    pub fn set_list(&mut self, list: &str, more: bool, now: &str) -> Result<(), DeskError> {
        let found = self.find_list(list)?;
        let entries = self.kept(list).to_vec();
        let change = Change::List { list: list.to_owned(), value: Some(List { entries, more }) };
        self.save(&change, now, Some(About::List(found)))?;
        // Whoever was at another question stays there.
        if self.sitting.at_hand() == Some(About::List(found)) {
            self.sitting.go_on();
        }
        self.remember_place()
    }

    /// What an entry would be, without saving it; for the form that is being filled in.
    pub fn draft(
        &self,
        list: &str,
        fields: &Map<String, Value>,
    ) -> Result<(ListRef, Entry, Profile), DeskError> {
        let found = self.find_list(list)?;
        let json = Value::Object(Map::from_iter([(
            list.to_owned(),
            Value::Array(vec![Value::Object(fields.clone())]),
        )]));
        // What does not fit yet is simply not there; the form says so when it is sent.
        let (drafted, _) = read_profile(self.catalog(), &json);
        let mut profile = self.sitting.profile.clone();
        profile.lists.extend(drafted.lists);
        let entry = profile.lists.get(&found).and_then(|it| it.entries.first()).cloned();
        let entry = entry.ok_or_else(|| DeskError::not_found("entry", list))?;
        Ok((found, entry, profile))
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
        self.book_mut()?.save(profile, &Change::start_over(), now)?;
        self.read_again()?;
        self.sitting = Sitting::new(self.library.catalog(), &self.contents, self.as_of);
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
        self.read_again()
    }

    /// Puts a policy on the reader's own list, or takes it off.
    pub fn choose(&mut self, policy: &str, on: bool, now: &str) -> Result<(), DeskError> {
        let profile = self.profile;
        self.book_mut()?.choose(profile, policy, on, now)?;
        self.read_again()
    }

    /// Whether a paper was ticked off.
    pub fn is_ticked(&self, policy: &str, paper: &str) -> bool {
        self.contents.ticks.contains(&Tick { policy: policy.to_owned(), paper: paper.to_owned() })
    }

    /// Whether a policy is on the reader's own list.
    pub fn is_chosen(&self, policy: &str) -> bool {
        self.contents.chosen.contains(policy)
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
        self.read_again()?;
        self.sitting = Sitting::new(self.library.catalog(), &self.contents, self.as_of);
        Ok(())
    }

    /// The answers as the command line would be given them.
    pub fn profile_json(&self) -> Value {
        profile_json(&self.contents)
    }

    fn check(&self, json: &Value) -> Result<(), DeskError> {
        let (_, mistakes) = read_profile(self.catalog(), json);
        if mistakes.is_empty() { Ok(()) } else { Err(DeskError::BadAnswer(mistakes)) }
    }

    fn find_list(&self, list: &str) -> Result<ListRef, DeskError> {
        self.catalog().find_list(list).ok_or_else(|| DeskError::not_found("list", list))
    }

    /// Whether an entry is right; where a list may hold so many and no more, also whether there is room for it.
    fn check_entry(&self, list: ListRef, id: &str, entry: Value) -> Result<(), DeskError> {
        let declared = self.catalog().list(list);
        let name = declared.id.as_str();
        let check = |all: Vec<Value>| {
            self.check(&Value::Object(Map::from_iter([(name.to_owned(), Value::Array(all))])))
        };
        check(vec![entry.clone()])?;
        if declared.at_most.is_none() {
            return Ok(());
        }
        let others = self.kept(name).iter().filter(|it| it.id != id).map(entry_json);
        check(others.chain([entry]).collect())
    }

    /// The entries of a list as they are kept.
    fn kept(&self, list: &str) -> &[casebook::Entry] {
        self.contents.lists.get(list).map(|it| it.entries.as_slice()).unwrap_or_default()
    }

    fn free_id(&self, list: &str) -> String {
        let entries = self.kept(list);
        let taken = |id: &str| entries.iter().any(|it| it.id == id);
        let mut n = entries.len() + 1;
        while taken(&format!("e{n}")) {
            n += 1;
        }
        format!("e{n}")
    }

    fn save(&mut self, change: &Change, now: &str, about: Option<About>) -> Result<(), DeskError> {
        let profile = self.profile;
        self.book_mut()?.save(profile, change, now)?;
        self.read_again()?;
        self.sitting.renew(self.library.catalog(), &self.contents, self.as_of, about);
        self.remember_place()
    }

    fn after_going_back(&mut self, change: Option<&Change>) -> Result<(), DeskError> {
        self.read_again()?;
        let about = match change {
            None => None,
            Some(
                Change::Answer { fact: name, .. }
                | Change::Entry { list: name, .. }
                | Change::List { list: name, .. },
            ) => About::find(self.catalog(), name),
            // Everything is as it was before starting over, and so is the place where one was.
            Some(Change::Everything(_)) => {
                self.sitting = Sitting::new(self.library.catalog(), &self.contents, self.as_of);
                return self.remember_place();
            }
        };
        self.sitting.renew(self.library.catalog(), &self.contents, self.as_of, None);
        // One sees what was taken back: its question comes to hand.
        if let Some(about) = about {
            self.sitting.ask(about);
        }
        self.remember_place()
    }

    fn remember_place(&mut self) -> Result<(), DeskError> {
        let place = self.sitting.at_hand().map(|it| it.name(self.library.catalog()).to_owned());
        let profile = self.profile;
        Ok(self.book_mut()?.stop_at(profile, place.as_deref())?)
    }

    fn read_again(&mut self) -> Result<(), DeskError> {
        self.contents = self.open_book()?.contents(self.profile)?;
        Ok(())
    }

    fn open_book(&self) -> Result<&Casebook, DeskError> {
        self.book.as_ref().ok_or(DeskError::BookClosed)
    }

    fn book_mut(&mut self) -> Result<&mut Casebook, DeskError> {
        self.book.as_mut().ok_or(DeskError::BookClosed)
    }
}
