//! What crosses to the window and to the command line: requests, replies, error codes. Knows no Tauri.
//!
//! The TypeScript types in `ui/src/wire` are written from these by `cargo xtask codegen`; a stale file fails the test.
//! Whatever is said to people comes in both languages at once, so that one key can switch them without asking again.

mod advice;
pub mod changes;
pub mod contract;
mod directory;
mod entry;
mod failure;
mod meaning;
mod pack_state;
mod paste;
mod question;
mod reader;
mod result;
mod search;
mod settings;
mod sitting;
mod start;
mod taken;
mod to_do;
pub mod view;
mod words;

pub use advice::{
    AdvicePage, ClashBlock, ClashMember, ClashPerson, EventKind, EventLine, GainLine, OneMoreBlock, Worked,
};
pub use directory::{DirectoryGroup, DirectoryPage, Place};
pub use entry::{EntryDraft, EntryForm, EntryRow, Field, FormPart, ListChange, ListInput};
pub use failure::{Failure, FailureCode, Formats, chain};
pub use meaning::MeaningState;
pub use pack_state::{PackRemark, PackState};
pub use paste::{PasteColumn, PasteFact, PastePage, PasteRequest, PasteRow, PasteUse};
pub use question::{Band, ChoiceOption, Decides, Input, NumberKind, Question, Subject};
pub use reader::{Contents, EditionTab, Heading, MarginNote, ReaderPage};
pub use result::{
    AmountBlock, Cite, ConditionLine, Named, Outcome, PaperLine, PlaceLine, RelatedPolicy, RelationKind,
    ResultPage, ShareLine, SourceLine, StandingLine, StandingOutcome, UsedFact, WindowBlock,
};
pub use search::{
    Facet, FacetField, FacetOption, Filters, Hit, HitKind, SearchPage, SearchRequest, Shelf, ShelfPolicy,
    Snippet,
};
pub use settings::{Language, Mode, Settings, TextSize, Theme};
pub use sitting::{AnswerLine, Money, ResultRow, Sitting, TopicAnswers, Verdict, VerdictCount};
pub use start::{Deadline, PackInfo, Resume, Start};
pub use taken::{TakeAway, Taken};
pub use to_do::{ToDoPage, ToDoPaper, ToDoStop, ToDoSupport};
pub use words::{Said, Status, StatusValue, Text};
