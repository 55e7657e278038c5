//! The nouns of the house: ids, facts, dates, numbers, conditions, the language of rules, the catalog.
//!
//! Everything here is pure: no clock, no file, no environment, no hash order reaches the reader. What is
//! written in files is read by `corpus`; what follows from it for one enterprise is found by `eligibility`.

mod catalog;
mod date;
mod edition;
mod fact;
mod id;
mod interval;
pub mod lang;
mod meaning;
mod number;
mod options;
mod parameter;
mod profile;
mod text;
pub mod truth;

pub use catalog::{
    Catalog, DirectoryEntry, Getting, Named, Never, NotFound, Pack, Paper, Policy, PolicyRef, Questions,
    Relation, Synonym,
};
pub use date::{Date, DateError, DatePrecision, Period};
pub use edition::{
    Amount, AmountKind, AmountValue, Audience, Bring, Channel, Condition, Edition, Notice, Part, Payment,
    Per, Requirement, Rule, Source, SourceKind, Status, StatusValue, TextIn, Unit, Validity, Where, Window,
};
pub use fact::{
    Change, Changeable, ChoiceOption, Derived, DerivedRef, DerivedValue, Effort, Fact, FactRef, FactType,
    Group, List, ListRef, NumberKind, Owner,
};
pub use id::{Anchor, Id, IdError, Name, PolicyId};
pub use interval::{Interval, Possible};
pub use meaning::{
    Choose, Comparison, Day, Formula, ParamDay, Pick, Picks, Quantifier, Quantity, Test, Uses,
};
pub use number::{Number, NumberError};
pub use options::{OptionId, OptionSet, Options, TooManyOptions};
pub use parameter::{Parameter, ParameterRef, ParameterValues, Step, Tier, TierTable};
pub use profile::{Answer, Entries, Entry, Had, Profile, Value};
pub use text::Text;
