//! Contents to rows and back; every function is one or two statements within the caller's transaction.

use std::collections::{BTreeMap, BTreeSet};

use rusqlite::{Connection, OptionalExtension, Params, Row, params};

use crate::contents::{Contents, Entry, List, Preference, Tick};
use crate::{EntryChange, Json, ProfileId};

/// Marks what one save wrote.
#[derive(Clone, Copy)]
pub(crate) struct Stamp<'a> {
    pub(crate) seq: i64,
    pub(crate) at: &'a str,
}

pub(crate) fn contents(book: &Connection, profile: ProfileId) -> rusqlite::Result<Contents> {
    Ok(Contents {
        facts: facts(book, profile)?,
        lists: lists(book, profile)?,
        ticks: ticks(book, profile)?,
        chosen: chosen(book, profile)?,
        preferences: preferences(book, profile)?,
        place: place(book, profile)?,
    })
}

pub(crate) fn put_contents(
    book: &Connection,
    profile: ProfileId,
    contents: &Contents,
    stamp: Stamp<'_>,
) -> rusqlite::Result<()> {
    for table in ["answer", "list", "tick", "chosen", "preference"] {
        write(book, &format!("DELETE FROM {table} WHERE profile = ?1"), params![profile])?;
    }
    for (fact, value) in &contents.facts {
        put_answer(book, profile, fact, value, stamp)?;
    }
    for (name, list) in &contents.lists {
        put_list(book, profile, name, list, stamp)?;
    }
    for tick in &contents.ticks {
        put_tick(book, profile, tick)?;
    }
    for policy in &contents.chosen {
        put_chosen(book, profile, policy)?;
    }
    for preference in &contents.preferences {
        put_preference(book, profile, preference)?;
    }
    put_place(book, profile, contents.place.as_deref())
}

// Answers

fn facts(book: &Connection, profile: ProfileId) -> rusqlite::Result<BTreeMap<String, Json>> {
    let sql = "SELECT fact, value FROM answer WHERE profile = ?1";
    read(book, sql, params![profile], |row| Ok((row.get(0)?, row.get(1)?)))
}

pub(crate) fn answer(book: &Connection, profile: ProfileId, fact: &str) -> rusqlite::Result<Option<Json>> {
    let sql = "SELECT value FROM answer WHERE profile = ?1 AND fact = ?2";
    book.prepare_cached(sql)?.query_row(params![profile, fact], |row| row.get(0)).optional()
}

pub(crate) fn put_answer(
    book: &Connection,
    profile: ProfileId,
    fact: &str,
    value: &Json,
    stamp: Stamp<'_>,
) -> rusqlite::Result<()> {
    let sql =
        "INSERT OR REPLACE INTO answer (profile, fact, value, seq, saved_at) VALUES (?1, ?2, ?3, ?4, ?5)";
    write(book, sql, params![profile, fact, value, stamp.seq, stamp.at])
}

pub(crate) fn remove_answer(book: &Connection, profile: ProfileId, fact: &str) -> rusqlite::Result<()> {
    write(book, "DELETE FROM answer WHERE profile = ?1 AND fact = ?2", params![profile, fact])
}

// Lists and their entries

fn lists(book: &Connection, profile: ProfileId) -> rusqlite::Result<BTreeMap<String, List>> {
    let sql = "SELECT list FROM list WHERE profile = ?1";
    let names: Vec<String> = read(book, sql, params![profile], |row| row.get(0))?;
    let mut lists = BTreeMap::new();
    for name in names {
        if let Some(list) = list(book, profile, &name)? {
            lists.insert(name, list);
        }
    }
    Ok(lists)
}

pub(crate) fn list(book: &Connection, profile: ProfileId, list: &str) -> rusqlite::Result<Option<List>> {
    let Some(more) = more(book, profile, list)? else { return Ok(None) };
    let sql = "SELECT entry, name, fields FROM entry WHERE profile = ?1 AND list = ?2 ORDER BY position";
    let entries = read(book, sql, params![profile, list], |row| {
        Ok(Entry { id: row.get(0)?, name: row.get(1)?, fields: row.get(2)? })
    })?;
    Ok(Some(List { entries, more }))
}

/// Whether a list has more than was entered; `None` where it is not given.
pub(crate) fn more(book: &Connection, profile: ProfileId, list: &str) -> rusqlite::Result<Option<bool>> {
    let sql = "SELECT more FROM list WHERE profile = ?1 AND list = ?2";
    book.prepare_cached(sql)?.query_row(params![profile, list], |row| row.get(0)).optional()
}

pub(crate) fn put_more(
    book: &Connection,
    profile: ProfileId,
    list: &str,
    more: bool,
    stamp: Stamp<'_>,
) -> rusqlite::Result<()> {
    let sql = "UPDATE list SET more = ?3, seq = ?4, saved_at = ?5 WHERE profile = ?1 AND list = ?2";
    write(book, sql, params![profile, list, more, stamp.seq, stamp.at])
}

/// An entry and its place.
pub(crate) fn entry(
    book: &Connection,
    profile: ProfileId,
    list: &str,
    entry: &str,
) -> rusqlite::Result<Option<(Entry, i64)>> {
    let sql =
        "SELECT entry, name, fields, position FROM entry WHERE profile = ?1 AND list = ?2 AND entry = ?3";
    let found = book.prepare_cached(sql)?.query_row(params![profile, list, entry], |row| {
        Ok((Entry { id: row.get(0)?, name: row.get(1)?, fields: row.get(2)? }, row.get(3)?))
    });
    found.optional()
}

/// The entry next to a place.
pub(crate) fn entry_behind(
    book: &Connection,
    profile: ProfileId,
    list: &str,
    place: i64,
) -> rusqlite::Result<Option<(i64, String)>> {
    let sql = "SELECT position, entry FROM entry WHERE profile = ?1 AND list = ?2 AND ?3 < position
               ORDER BY position LIMIT 1";
    let found = book
        .prepare_cached(sql)?
        .query_row(params![profile, list, place], |row| Ok((row.get(0)?, row.get(1)?)));
    found.optional()
}

/// The entries behind a place, in order.
pub(crate) fn entries_behind(
    book: &Connection,
    profile: ProfileId,
    list: &str,
    place: i64,
) -> rusqlite::Result<Vec<(i64, String)>> {
    let sql = "SELECT position, entry FROM entry WHERE profile = ?1 AND list = ?2 AND ?3 < position
               ORDER BY position";
    read(book, sql, params![profile, list, place], |row| Ok((row.get(0)?, row.get(1)?)))
}

pub(crate) fn put_list(
    book: &Connection,
    profile: ProfileId,
    name: &str,
    list: &List,
    stamp: Stamp<'_>,
) -> rusqlite::Result<()> {
    remove_list(book, profile, name)?;
    let sql = "INSERT INTO list (profile, list, more, seq, saved_at) VALUES (?1, ?2, ?3, ?4, ?5)";
    write(book, sql, params![profile, name, list.more, stamp.seq, stamp.at])?;
    list.entries.iter().try_for_each(|it| append_entry(book, profile, name, it))
}

pub(crate) fn remove_list(book: &Connection, profile: ProfileId, list: &str) -> rusqlite::Result<()> {
    write(book, "DELETE FROM list WHERE profile = ?1 AND list = ?2", params![profile, list])
}

pub(crate) fn change_entries(
    book: &Connection,
    profile: ProfileId,
    list: &str,
    changes: &[EntryChange],
    stamp: Stamp<'_>,
) -> rusqlite::Result<()> {
    let sql = "INSERT INTO list (profile, list, more, seq, saved_at) VALUES (?1, ?2, 0, ?3, ?4)
               ON CONFLICT DO UPDATE SET seq = excluded.seq, saved_at = excluded.saved_at";
    write(book, sql, params![profile, list, stamp.seq, stamp.at])?;
    changes.iter().try_for_each(|it| match it {
        EntryChange::Put { entry, before } => put_entry(book, profile, list, entry, before.as_deref()),
        EntryChange::Remove { entry } => {
            let sql = "DELETE FROM entry WHERE profile = ?1 AND list = ?2 AND entry = ?3";
            write(book, sql, params![profile, list, entry])
        }
    })
}

fn put_entry(
    book: &Connection,
    profile: ProfileId,
    list: &str,
    entry: &Entry,
    before: Option<&str>,
) -> rusqlite::Result<()> {
    let sql = "UPDATE entry SET name = ?4, fields = ?5 WHERE profile = ?1 AND list = ?2 AND entry = ?3";
    let there =
        book.prepare_cached(sql)?.execute(params![profile, list, entry.id, entry.name, entry.fields])?;
    if there > 0 {
        return Ok(());
    }
    let next = match before {
        Some(before) => self::entry(book, profile, list, before)?.map(|(_, position)| position),
        None => None,
    };
    match next {
        Some(next) => {
            make_room(book, profile, list, next)?;
            insert_entry(book, profile, list, entry, next)
        }
        None => append_entry(book, profile, list, entry),
    }
}

/// Moves everything from a place on one further. By way of negative places, as no two may be the same at any moment.
fn make_room(book: &Connection, profile: ProfileId, list: &str, place: i64) -> rusqlite::Result<()> {
    let sql = "UPDATE entry SET position = -1 - position WHERE profile = ?1 AND list = ?2 AND ?3 <= position";
    write(book, sql, params![profile, list, place])?;
    let sql = "UPDATE entry SET position = -position WHERE profile = ?1 AND list = ?2 AND position < 0";
    write(book, sql, params![profile, list])
}

fn append_entry(book: &Connection, profile: ProfileId, list: &str, entry: &Entry) -> rusqlite::Result<()> {
    let sql = "SELECT 1 + coalesce(max(position), 0) FROM entry WHERE profile = ?1 AND list = ?2";
    let last = book.prepare_cached(sql)?.query_row(params![profile, list], |row| row.get(0))?;
    insert_entry(book, profile, list, entry, last)
}

fn insert_entry(
    book: &Connection,
    profile: ProfileId,
    list: &str,
    entry: &Entry,
    place: i64,
) -> rusqlite::Result<()> {
    let sql =
        "INSERT INTO entry (profile, list, entry, position, name, fields) VALUES (?1, ?2, ?3, ?4, ?5, ?6)";
    write(book, sql, params![profile, list, entry.id, place, entry.name, entry.fields])
}

// Ticks, choices and the place

fn ticks(book: &Connection, profile: ProfileId) -> rusqlite::Result<BTreeSet<Tick>> {
    let sql = "SELECT policy, paper FROM tick WHERE profile = ?1";
    read(book, sql, params![profile], |row| Ok(Tick { policy: row.get(0)?, paper: row.get(1)? }))
}

pub(crate) fn put_tick(book: &Connection, profile: ProfileId, tick: &Tick) -> rusqlite::Result<()> {
    let sql = "INSERT OR REPLACE INTO tick (profile, policy, paper) VALUES (?1, ?2, ?3)";
    write(book, sql, params![profile, tick.policy, tick.paper])
}

pub(crate) fn remove_tick(book: &Connection, profile: ProfileId, tick: &Tick) -> rusqlite::Result<()> {
    let sql = "DELETE FROM tick WHERE profile = ?1 AND policy = ?2 AND paper = ?3";
    write(book, sql, params![profile, tick.policy, tick.paper])
}

fn preferences(book: &Connection, profile: ProfileId) -> rusqlite::Result<BTreeSet<Preference>> {
    let sql = "SELECT policy, entry FROM preference WHERE profile = ?1";
    read(book, sql, params![profile], |row| {
        let entry: String = row.get(1)?;
        Ok(Preference { policy: row.get(0)?, entry: Some(entry).filter(|it| !it.is_empty()) })
    })
}

pub(crate) fn put_preference(
    book: &Connection,
    profile: ProfileId,
    preference: &Preference,
) -> rusqlite::Result<()> {
    let sql = "INSERT OR REPLACE INTO preference (profile, policy, entry) VALUES (?1, ?2, ?3)";
    let entry = preference.entry.as_deref().unwrap_or_default();
    write(book, sql, params![profile, preference.policy, entry])
}

pub(crate) fn remove_preference(
    book: &Connection,
    profile: ProfileId,
    preference: &Preference,
) -> rusqlite::Result<()> {
    let sql = "DELETE FROM preference WHERE profile = ?1 AND policy = ?2 AND entry = ?3";
    let entry = preference.entry.as_deref().unwrap_or_default();
    write(book, sql, params![profile, preference.policy, entry])
}

fn chosen(book: &Connection, profile: ProfileId) -> rusqlite::Result<BTreeSet<String>> {
    read(book, "SELECT policy FROM chosen WHERE profile = ?1", params![profile], |row| row.get(0))
}

pub(crate) fn put_chosen(book: &Connection, profile: ProfileId, policy: &str) -> rusqlite::Result<()> {
    write(book, "INSERT OR REPLACE INTO chosen (profile, policy) VALUES (?1, ?2)", params![profile, policy])
}

pub(crate) fn remove_chosen(book: &Connection, profile: ProfileId, policy: &str) -> rusqlite::Result<()> {
    write(book, "DELETE FROM chosen WHERE profile = ?1 AND policy = ?2", params![profile, policy])
}

fn place(book: &Connection, profile: ProfileId) -> rusqlite::Result<Option<String>> {
    book.prepare_cached("SELECT place FROM profile WHERE id = ?1")?
        .query_row(params![profile], |row| row.get(0))
}

pub(crate) fn put_place(book: &Connection, profile: ProfileId, place: Option<&str>) -> rusqlite::Result<()> {
    write(book, "UPDATE profile SET place = ?2 WHERE id = ?1", params![profile, place])
}

// The two ways to speak to SQLite

/// Every row of a query, gathered.
pub(crate) fn read<T, C: FromIterator<T>>(
    book: &Connection,
    sql: &str,
    params: impl Params,
    from_row: impl FnMut(&Row<'_>) -> rusqlite::Result<T>,
) -> rusqlite::Result<C> {
    book.prepare_cached(sql)?.query_map(params, from_row)?.collect()
}

pub(crate) fn write(book: &Connection, sql: &str, params: impl Params) -> rusqlite::Result<()> {
    book.prepare_cached(sql)?.execute(params).map(|_rows| ())
}
