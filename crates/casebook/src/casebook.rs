//! The book itself: what the desk may do with it.

use std::path::Path;

use rusqlite::types::{FromSql, FromSqlResult, ToSqlOutput, ValueRef};
use rusqlite::{Connection, OptionalExtension, ToSql, TransactionBehavior, params};

use crate::change::Change;
use crate::contents::{Contents, Preference, Tick};
use crate::folder::Folder;
use crate::rows::{self, Stamp, read, write};
use crate::{CasebookError, open};

/// What is kept on disk of profiles, in a data folder that is ours while this lives.
pub struct Casebook {
    // Closed before the folder is let go: fields are dropped from the first to the last.
    book: Connection,
    folder: Folder,
}

/// Names one profile of a book.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct ProfileId(i64);

/// A save that is on the disk.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Saved {
    /// Counts the saves of the book; a later save has a greater number, whatever the clock said.
    pub seq: i64,
    /// The time told by whoever saved.
    pub at: String,
}

/// A fact or list that is answered, and when it was.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answered {
    /// The fact or the list.
    pub key: String,
    /// The save that gave it its present value.
    pub saved: Saved,
}

/// Which ways are open.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Steps {
    /// There is something to undo.
    pub back: bool,
    /// There is something to redo.
    pub forth: bool,
}

/// The two ways across a step.
#[derive(Clone, Copy)]
enum Way {
    Back,
    Forth,
}

impl Casebook {
    /// Opens the book of a data folder, creating folder and book where they are not there.
    ///
    /// The book is encrypted with a random key that lies beside it in `casebook.key`. Whoever can read the folder can read the book:
    /// without a passphrase encryption serves not secrecy but integrity. Every page carries an HMAC, so that a damaged page is an
    /// error and never a wrong value, which SQLite by itself does not promise. One damage stays hidden: that of the log of a program that
    /// was killed, whose last saves SQLite then takes for unfinished.
    ///
    /// Fails, and writes nothing, where the folder is in use, cannot be written, or holds a book that is damaged, newer than the
    /// program, or without its key.
    pub fn open(folder: &Path) -> Result<Casebook, CasebookError> {
        let folder = Folder::take(folder)?;
        Ok(Casebook { book: open::open(&folder)?, folder })
    }

    /// The founder's own profile, created where there is none.
    pub fn own_profile(&mut self, at: &str) -> Result<ProfileId, CasebookError> {
        let there = self
            .book
            .query_row("SELECT id FROM profile WHERE kind = 'own'", [], |row| row.get(0))
            .optional()?;
        if let Some(profile) = there {
            return Ok(profile);
        }
        let sql = "INSERT INTO profile (kind, created) VALUES ('own', ?1) RETURNING id";
        let tx = self.book.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let profile = tx.query_row(sql, params![at], |row| row.get(0))?;
        tx.commit()?;
        Ok(profile)
    }

    /// All that is kept of a profile.
    pub fn contents(&self, profile: ProfileId) -> Result<Contents, CasebookError> {
        self.must_exist(profile)?;
        Ok(rows::contents(&self.book, profile)?)
    }

    /// The facts and lists that are answered, in the order in which they were (those saved at once by name).
    pub fn answered(&self, profile: ProfileId) -> Result<Vec<Answered>, CasebookError> {
        self.must_exist(profile)?;
        let sql = "SELECT fact AS key, seq, saved_at FROM answer WHERE profile = ?1
                   UNION ALL SELECT list, seq, saved_at FROM list WHERE profile = ?1 ORDER BY seq, key";
        Ok(read(&self.book, sql, params![profile], |row| {
            Ok(Answered { key: row.get(0)?, saved: Saved { seq: row.get(1)?, at: row.get(2)? } })
        })?)
    }

    /// The last save of a profile, if there was one.
    pub fn last_saved(&self, profile: ProfileId) -> Result<Option<Saved>, CasebookError> {
        let sql = "SELECT last_seq, last_changed FROM profile WHERE id = ?1";
        let saved = self
            .book
            .query_row(sql, params![profile], |row| {
                let seq: Option<i64> = row.get(0)?;
                let at: Option<String> = row.get(1)?;
                Ok(seq.zip(at).map(|(seq, at)| Saved { seq, at }))
            })
            .optional()?;
        saved.ok_or(CasebookError::NoSuchProfile)
    }

    /// Saves one change; it is on the disk when this returns.
    ///
    /// What was undone before can then no longer be redone, unless the change changes nothing.
    pub fn save(&mut self, profile: ProfileId, change: &Change, at: &str) -> Result<Saved, CasebookError> {
        let ((), saved) = self.write(profile, at, |book, stamp| {
            let inverse = change.apply(book, profile, stamp)?;
            if inverse != *change {
                write(book, "DELETE FROM step WHERE profile = ?1 AND undone", params![profile])?;
                let sql =
                    "INSERT INTO step (profile, seq, undone, change, saved_at) VALUES (?1, ?2, 0, ?3, ?4)";
                write(book, sql, params![profile, stamp.seq, inverse, stamp.at])?;
            }
            Ok(())
        })?;
        Ok(saved)
    }

    /// Takes the last change back, and says what that changed; `None` where nothing is left to take back.
    pub fn undo(&mut self, profile: ProfileId, at: &str) -> Result<Option<Change>, CasebookError> {
        self.cross_step(profile, Way::Back, at)
    }

    /// Makes the change last taken back again, and says what that changed; `None` where there is none.
    pub fn redo(&mut self, profile: ProfileId, at: &str) -> Result<Option<Change>, CasebookError> {
        self.cross_step(profile, Way::Forth, at)
    }

    /// Whether there is something to undo, and something to redo.
    pub fn steps(&self, profile: ProfileId) -> Result<Steps, CasebookError> {
        let sql = "SELECT EXISTS (SELECT 1 FROM step WHERE profile = ?1 AND NOT undone), \
                          EXISTS (SELECT 1 FROM step WHERE profile = ?1 AND undone)";
        Ok(self
            .book
            .query_row(sql, params![profile], |row| Ok(Steps { back: row.get(0)?, forth: row.get(1)? }))?)
    }

    /// Ticks a paper off, or takes the tick away. Not among the steps of undo and redo, which are about answers.
    pub fn tick(
        &mut self,
        profile: ProfileId,
        tick: &Tick,
        ticked: bool,
        at: &str,
    ) -> Result<Saved, CasebookError> {
        let ((), saved) = self.write(profile, at, |book, _stamp| match ticked {
            true => rows::put_tick(book, profile, tick),
            false => rows::remove_tick(book, profile, tick),
        })?;
        Ok(saved)
    }

    /// Chooses a policy to be applied for, or no longer. Not among the steps of undo and redo.
    pub fn choose(
        &mut self,
        profile: ProfileId,
        policy: &str,
        chosen: bool,
        at: &str,
    ) -> Result<Saved, CasebookError> {
        let ((), saved) = self.write(profile, at, |book, _stamp| match chosen {
            true => rows::put_chosen(book, profile, policy),
            false => rows::remove_chosen(book, profile, policy),
        })?;
        Ok(saved)
    }

    /// Takes one of several supports that exclude each other, and none of the others for the same; with `None` the best use
    /// is left to be reckoned. Not among the steps of undo and redo.
    pub fn prefer(
        &mut self,
        profile: ProfileId,
        instead_of: &[Preference],
        preferred: Option<&Preference>,
        at: &str,
    ) -> Result<Saved, CasebookError> {
        let ((), saved) = self.write(profile, at, |book, _stamp| {
            instead_of.iter().try_for_each(|it| rows::remove_preference(book, profile, it))?;
            preferred.map_or(Ok(()), |it| rows::put_preference(book, profile, it))
        })?;
        Ok(saved)
    }

    /// Remembers at which question the founder stopped. It is no save in the eyes of [`Casebook::last_saved`].
    pub fn stop_at(&mut self, profile: ProfileId, question: Option<&str>) -> Result<(), CasebookError> {
        self.must_exist(profile)?;
        Ok(rows::put_place(&self.book, profile, question)?)
    }

    /// Deletes everything for good and begins anew: rows are overwritten, the files removed, and the key with them, so that what the
    /// disk may still hold of them cannot be read. A program killed in between leaves an empty book.
    ///
    /// Where this fails, the folder is let go; to find out what is left, open it again.
    pub fn erase_everything(self) -> Result<Casebook, CasebookError> {
        let Casebook { book, folder } = self;
        wipe(&book)?;
        book.close().map_err(|(_book, cause)| cause)?;
        folder.remove_book()?;
        Ok(Casebook { book: open::open(&folder)?, folder })
    }

    /// Follows the way back or forth, and turns the signpost: the step then holds what leads across it the other way. That is found
    /// anew each time, because ticks and choices may have changed since.
    fn cross_step(
        &mut self,
        profile: ProfileId,
        way: Way,
        at: &str,
    ) -> Result<Option<Change>, CasebookError> {
        self.must_exist(profile)?;
        let sql = match way {
            Way::Back => {
                "SELECT seq, change FROM step WHERE profile = ?1 AND NOT undone ORDER BY seq DESC LIMIT 1"
            }
            Way::Forth => "SELECT seq, change FROM step WHERE profile = ?1 AND undone ORDER BY seq LIMIT 1",
        };
        let step =
            self.book.query_row(sql, params![profile], |row| Ok((row.get(0)?, row.get(1)?))).optional()?;
        let Some((seq, change)): Option<(i64, Change)> = step else { return Ok(None) };
        self.write(profile, at, |book, stamp| {
            let inverse = change.apply(book, profile, stamp)?;
            let sql = "UPDATE step SET undone = NOT undone, change = ?3 WHERE profile = ?1 AND seq = ?2";
            write(book, sql, params![profile, seq, inverse])
        })?;
        Ok(Some(change))
    }

    /// Does the work of one save in one transaction.
    fn write<T>(
        &mut self,
        profile: ProfileId,
        at: &str,
        work: impl FnOnce(&Connection, Stamp<'_>) -> rusqlite::Result<T>,
    ) -> Result<(T, Saved), CasebookError> {
        self.must_exist(profile)?;
        let tx = self.book.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let sql = "UPDATE counter SET last_seq = last_seq + 1 RETURNING last_seq";
        let seq = tx.query_row(sql, [], |row| row.get(0))?;
        let sql = "UPDATE profile SET last_seq = ?2, last_changed = ?3 WHERE id = ?1";
        write(&tx, sql, params![profile, seq, at])?;
        let result = work(&tx, Stamp { seq, at })?;
        tx.commit()?;
        Ok((result, Saved { seq, at: at.to_owned() }))
    }

    fn must_exist(&self, profile: ProfileId) -> Result<(), CasebookError> {
        let there: bool = self
            .book
            .prepare_cached("SELECT EXISTS (SELECT 1 FROM profile WHERE id = ?1)")?
            .query_row(params![profile], |row| row.get(0))?;
        if there { Ok(()) } else { Err(CasebookError::NoSuchProfile) }
    }
}

/// Deletes all rows and gives their pages back; `secure_delete` overwrites them, and the log is emptied.
fn wipe(book: &Connection) -> rusqlite::Result<()> {
    book.execute("DELETE FROM profile", [])?;
    book.execute_batch("VACUUM; PRAGMA wal_checkpoint(TRUNCATE)")
}

impl ToSql for ProfileId {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        self.0.to_sql()
    }
}

impl FromSql for ProfileId {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<ProfileId> {
        i64::column_result(value).map(ProfileId)
    }
}
