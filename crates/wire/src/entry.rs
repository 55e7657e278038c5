//! A list as a question: its entries in short, the form of one.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::{Input, Said, Text};

/// A list as a question: its first entries in short, and whether more are to come.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct ListInput {
    /// Its name in rules.
    pub list: String,
    /// What it is called.
    pub name: Text,
    /// What one entry is.
    pub one: Text,
    /// The first page of entries; the others are asked for.
    pub entries: Vec<EntryRow>,
    /// How many entries there are.
    pub total: u32,
    /// How many they stand for, in words: "3", "3 to 5".
    pub people: Text,
    /// Whether more are to come.
    pub more: bool,
    /// Whether the question was answered at all (a list without entries is an answer).
    pub answered: bool,
}

/// An entry in short.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct EntryRow {
    /// Names it within the list.
    pub id: String,
    /// What whoever entered it calls it; it never leaves this machine.
    pub name: Option<String>,
    /// How many alike it stands for.
    pub n: Said,
    /// Its answers in a few words.
    pub said: Text,
    /// How many of its facts are not answered that some open policy asks for.
    pub open: u32,
    /// How it stands, where a policy asks for it: "counts for 2 policies"; `null` where that is still being reckoned.
    pub standing: Option<Text>,
}

/// The list after an entry was put or removed. What follows from it is asked for with `sitting`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct ListChange {
    /// The list.
    pub list: ListInput,
    /// When it was on the disk, `YYYY-MM-DDTHH:MM`.
    pub saved_at: Option<String>,
    /// Whether something can be taken back.
    pub can_undo: bool,
    /// Whether something taken back can be given again.
    pub can_redo: bool,
}

/// What was filled in of an entry so far.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct EntryDraft {
    /// The list.
    pub list: String,
    /// The entry, `null` for a new one.
    pub id: Option<String>,
    /// What whoever enters it calls it.
    pub name: Option<String>,
    /// How many alike.
    pub n: Said,
    /// Answers by fact.
    pub said: BTreeMap<String, Said>,
    /// What was typed by fact and not read yet, or cannot be read; in place of an answer.
    pub typed: BTreeMap<String, String>,
}

/// The fields of an entry that apply to what was filled in so far.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct EntryForm {
    /// The draft as it stands: what was typed is read as far as it can be.
    pub draft: EntryDraft,
    /// What some open policy needs.
    pub needed: FormPart,
    /// What none needs now; answers given to it are kept.
    pub more: FormPart,
}

/// Some fields of a form.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct FormPart {
    /// Each to be answered by itself, in order.
    pub fields: Vec<Field>,
    /// Yes/no fields to be ticked together.
    pub groups: Vec<Vec<Field>>,
}

/// A field of an entry.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct Field {
    /// The fact.
    pub fact: String,
    /// The label.
    pub ask: Text,
    /// How to find the answer; may be empty.
    pub help: Text,
    /// What may be answered.
    pub input: Input,
    /// What was answered.
    pub said: Option<Said>,
    /// For dates and numbers: what was typed, or would be to say the same; may be empty.
    pub typed: String,
    /// For dates and numbers: how it is understood, in words; may be empty.
    pub read: Text,
    /// What is wrong with what was typed; begins with the label.
    pub problem: Option<Text>,
    /// What hangs on it.
    pub beneath: Vec<Field>,
}
