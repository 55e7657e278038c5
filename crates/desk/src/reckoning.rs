//! What follows from the answers, reckoned away from the desk: whoever goes on answering need not wait for it.

use std::sync::Arc;

use eligibility::{Assessment, assess};
use policy::{Catalog, Date, Never, Profile, Text};

use crate::Library;

/// What is to be reckoned: the answers as they were at one moment.
pub struct Reckoning {
    pub(crate) library: Arc<Library>,
    pub(crate) profile: Profile,
    pub(crate) as_of: Date,
    pub(crate) revision: u64,
}

/// What follows from the answers of one moment.
pub struct Reckoned {
    pub(crate) revision: u64,
    pub(crate) assessment: Assessment,
    pub(crate) contradictions: Vec<Text>,
}

impl Reckoning {
    /// Judges the whole pack; takes as long as it takes.
    pub fn run(self) -> Reckoned {
        let catalog = self.library.catalog();
        Reckoned {
            revision: self.revision,
            assessment: assess(catalog, &self.profile, self.as_of),
            contradictions: contradictions(catalog, &self.profile, self.as_of),
        }
    }
}

/// Answers that cannot be together, in the pack's words.
fn contradictions(catalog: &Catalog, profile: &Profile, as_of: Date) -> Vec<Text> {
    let holds = |it: &&Never| eligibility::holds(catalog, &it.test.tree, profile, as_of).is_yes();
    catalog.never.iter().filter(holds).map(|it| it.label.clone()).collect()
}
