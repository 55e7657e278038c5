//! Everything a pack says, checked: facts, lists, parameters, papers, policies, people and counters.

use std::collections::BTreeMap;

use crate::{
    Audience, Date, Derived, DerivedRef, Edition, Fact, FactRef, Formula, Group, Id, List, ListRef, Options,
    Parameter, ParameterRef, PolicyId, Source, Test, Text,
};

/// The place of a policy in the catalog.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PolicyRef(pub usize);

/// Everything a pack says. References point into its vectors; they never dangle.
#[derive(Debug, Clone, Default)]
pub struct Catalog {
    /// About the pack.
    pub pack: Pack,
    /// All options of all choices.
    pub options: Options,
    /// In the order of the files: the order in which a person would like to be asked.
    pub facts: Vec<Fact>,
    /// In an order in which each is made of those before it.
    pub derived: Vec<Derived>,
    /// Lists.
    pub lists: Vec<List>,
    /// Whom the law supports: what one more entry of a list could be like.
    pub groups: Vec<Group>,
    /// Dated figures.
    pub parameters: Vec<Parameter>,
    /// Facts that cannot be together.
    pub never: Vec<Never>,
    /// What one brings.
    pub papers: BTreeMap<Id, Paper>,
    /// Ordered by id.
    pub policies: Vec<Policy>,
    /// People and counters, ordered by id.
    pub directory: Vec<DirectoryEntry>,
    /// Founders' words for policy words.
    pub synonyms: Vec<Synonym>,
}

/// Something asked for by name that the pack does not have.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("the pack has nothing called `{0}`")]
pub struct NotFound(pub String);

impl Catalog {
    /// The fact at this place.
    pub fn fact(&self, fact: FactRef) -> &Fact {
        &self.facts[fact.0]
    }

    /// The derived fact at this place.
    pub fn derived(&self, derived: DerivedRef) -> &Derived {
        &self.derived[derived.0]
    }

    /// The list at this place.
    pub fn list(&self, list: ListRef) -> &List {
        &self.lists[list.0]
    }

    /// The parameter at this place.
    pub fn parameter(&self, parameter: ParameterRef) -> &Parameter {
        &self.parameters[parameter.0]
    }

    /// The policy of this id.
    pub fn policy(&self, id: &str) -> Result<&Policy, NotFound> {
        let place = self.policies.binary_search_by(|it| it.id.as_str().cmp(id));
        place.map(|idx| &self.policies[idx]).map_err(|_| NotFound(id.to_owned()))
    }

    /// Where the fact of this name stands.
    pub fn find_fact(&self, name: &str) -> Option<FactRef> {
        self.facts.iter().position(|it| it.id.as_str() == name).map(FactRef)
    }

    /// Where the list of this name stands.
    pub fn find_list(&self, name: &str) -> Option<ListRef> {
        self.lists.iter().position(|it| it.id.as_str() == name).map(ListRef)
    }

    /// Where the derived fact of this name stands.
    pub fn find_derived(&self, name: &str) -> Option<DerivedRef> {
        self.derived.iter().position(|it| it.id.as_str() == name).map(DerivedRef)
    }

    /// Where the parameter of this name stands.
    pub fn find_parameter(&self, name: &str) -> Option<ParameterRef> {
        self.parameters.iter().position(|it| it.id.as_str() == name).map(ParameterRef)
    }
}

/// About a pack.
#[derive(Debug, Clone, PartialEq)]
pub struct Pack {
    /// Its id.
    pub id: Option<Id>,
    /// Its title.
    pub title: Text,
    /// Its version.
    pub version: String,
    /// The day it was put out.
    pub published: Date,
    /// What it covers, and what not.
    pub covers: Text,
    /// How it was checked.
    pub checked: Text,
    /// Who gives: nation, city, district.
    pub levels: Vec<Named>,
    /// What belongs together.
    pub families: Vec<Named>,
    /// What is asked together, in this order.
    pub topics: Vec<Named>,
}

impl Default for Pack {
    fn default() -> Pack {
        Pack {
            id: None,
            title: Text::default(),
            version: String::new(),
            published: Date::MIN,
            covers: Text::default(),
            checked: Text::default(),
            levels: Vec::new(),
            families: Vec::new(),
            topics: Vec::new(),
        }
    }
}

/// A level, a family or a topic with its name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Named {
    /// What files call it.
    pub id: Id,
    /// What people read.
    pub name: Text,
}

/// A test that no true profile passes.
#[derive(Debug, Clone, PartialEq)]
pub struct Never {
    /// The test.
    pub test: Formula<Test>,
    /// What is wrong where it holds.
    pub label: Text,
}

/// A paper one brings.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Paper {
    /// What people read.
    pub name: Text,
    /// The form it takes: original, copy, online.
    pub form: Text,
    /// Who issues it.
    pub issuer: Option<String>,
    /// How many.
    pub copies: Option<i64>,
    /// How one comes by it.
    pub getting: Getting,
}

/// How one comes by a paper, in the order in which one sets about them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub enum Getting {
    /// Somebody else draws it up or lends it, which takes time.
    Issued,
    /// One has it, or makes it oneself.
    #[default]
    Own,
    /// A form, filled in for each application anew.
    Form,
}

/// One form of support.
#[derive(Debug, Clone, PartialEq)]
pub struct Policy {
    /// Equal to the name of its folder.
    pub id: PolicyId,
    /// What people say.
    pub title: Text,
    /// What the office says.
    pub official: Option<String>,
    /// What it is, in one sentence.
    pub summary: Text,
    /// Who gives it.
    pub level: Option<Id>,
    /// What it belongs to.
    pub family: Option<Id>,
    /// For whom it is.
    pub audience: Vec<Audience>,
    /// The offices behind it.
    pub issuer: Vec<String>,
    /// How people ask for it.
    pub questions: Questions,
    /// What cannot be had beside it.
    pub excludes: Vec<Relation>,
    /// What it took the place of.
    pub supersedes: Vec<PolicyId>,
    /// Recognitions one must hold first.
    pub needs: Vec<PolicyId>,
    /// The fact, stored or derived, that says one holds this one.
    pub held: Option<Formula<Test>>,
    /// The records it was written from.
    pub records: Vec<String>,
    /// From the earliest to the latest `valid.from`; never empty.
    pub editions: Vec<Edition>,
}

impl Policy {
    /// What cannot be had beside it under one of its editions, which may say so itself.
    pub fn excludes_in<'p>(&'p self, edition: &'p Edition) -> &'p [Relation] {
        edition.excludes.as_deref().unwrap_or(&self.excludes)
    }
}

/// How people ask for a policy.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Questions {
    /// In Chinese.
    pub zh: Vec<String>,
    /// In English.
    pub en: Vec<String>,
}

/// A policy that cannot be had beside another; holds both ways.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Relation {
    /// The other policy.
    pub policy: PolicyId,
    /// The list whose entries may serve one of the two only; the whole enterprise where left out.
    pub each: Option<ListRef>,
}

/// Somebody or some place that helps.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct DirectoryEntry {
    /// Names it.
    pub id: String,
    /// What it is: `park`, `base`, `incubator`, `counter`, `hotline`, `channel`, `item`, `term`.
    pub kind: String,
    /// Its name.
    pub name: Text,
    /// Other names people use.
    pub also: Vec<String>,
    /// What it is and does.
    pub about: Text,
    /// Where it is.
    pub address: Text,
    /// When it is open.
    pub hours: Text,
    /// Its numbers.
    pub phone: Vec<String>,
    /// Its page, only where it may be published.
    pub url: Option<String>,
    /// What was not found or is not certain.
    pub open: Text,
    /// The day of the newest evidence.
    pub as_of: Option<Date>,
    /// The records it was written from.
    pub records: Vec<String>,
    /// Where it was read.
    pub sources: Vec<Source>,
}

/// Founders' words for policy words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Synonym {
    /// What people write.
    pub words: Vec<String>,
    /// What policies say.
    pub means: String,
}
