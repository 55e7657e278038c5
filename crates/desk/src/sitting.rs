//! The answers of one sitting and what follows from them; held in memory, saved by the desk.

use std::collections::{BTreeMap, BTreeSet};

use casebook::{Change, Contents, EntryChange};
use corpus::{ProfileMistake, read_profile};
use eligibility::{Assessment, PolicyResult, Question, Subject, questions, topic_of};
use policy::{Catalog, Date, Entry, FactRef, Id, ListRef, Owner, Profile, Text};
use serde_json::{Map, Value};

use crate::reckoning::Reckoned;

/// What a question is about, as the window asks it: a fact of the enterprise, or a list with its entries.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum About {
    /// A fact.
    Fact(FactRef),
    /// A list.
    List(ListRef),
}

impl About {
    /// The question that a missing piece leads to.
    pub fn of(subject: &Subject) -> Option<About> {
        match subject {
            Subject::Fact(fact) => Some(About::Fact(*fact)),
            Subject::List(list) | Subject::EntryFact(list, _, _) => Some(About::List(*list)),
            Subject::Had(_) | Subject::Parameter(_) | Subject::Policy(_) => None,
        }
    }

    /// The question in which a fact is told.
    pub fn of_fact(catalog: &Catalog, fact: FactRef) -> About {
        match catalog.fact(fact).owner {
            Owner::Enterprise => About::Fact(fact),
            Owner::Entry(list) => About::List(list),
        }
    }

    /// What rules call it.
    pub fn name(self, catalog: &Catalog) -> &str {
        match self {
            About::Fact(fact) => catalog.fact(fact).id.as_str(),
            About::List(list) => catalog.list(list).id.as_str(),
        }
    }

    /// The question in which the fact or list of that name is told: for a fact of an entry, that of its list.
    pub fn find(catalog: &Catalog, name: &str) -> Option<About> {
        let fact = catalog.find_fact(name).map(|it| About::of_fact(catalog, it));
        fact.or_else(|| catalog.find_list(name).map(About::List))
    }

    fn topic(self, catalog: &Catalog) -> Option<&Id> {
        let subject = match self {
            About::Fact(fact) => Subject::Fact(fact),
            About::List(list) => Subject::List(list),
        };
        topic_of(catalog, &subject)
    }
}

/// The answers of one sitting and what follows from them.
pub struct Sitting {
    /// What is known.
    pub profile: Profile,
    /// What follows.
    pub assessment: Assessment,
    /// What may be asked now, the best first.
    pub questions: Vec<Question>,
    /// The policies whose verdict or money changed with the last answer.
    pub moved: BTreeSet<(String, String)>,
    /// Answers that cannot be together, in the pack's words.
    pub contradictions: Vec<Text>,
    /// Kept answers that the pack no longer understands; they stay on disk.
    pub ignored: Vec<ProfileMistake>,
    at_hand: Option<About>,
    asked_for: bool,
    trail: Vec<About>,
    /// Counts the changes of the profile.
    revision: u64,
    /// The revision that was reckoned last; what follows from later changes is not known yet.
    reckoned: u64,
    /// The question that was answered since then.
    answered: Option<About>,
}

impl Sitting {
    /// Takes up what was kept; nothing is reckoned yet.
    pub(crate) fn new(catalog: &Catalog, contents: &Contents, as_of: Date) -> Sitting {
        let (profile, ignored) = read_profile(catalog, &profile_json(contents));
        Sitting {
            profile,
            assessment: Assessment { as_of, results: Vec::new(), withheld: Vec::new() },
            questions: Vec::new(),
            moved: BTreeSet::new(),
            contradictions: Vec::new(),
            ignored,
            at_hand: None,
            asked_for: false,
            trail: Vec::new(),
            revision: 1,
            reckoned: 0,
            answered: None,
        }
    }

    /// Where one stopped comes to hand again, once it is known what is open.
    pub(crate) fn take_up(&mut self, catalog: &Catalog, place: Option<&str>) {
        self.moved.clear();
        let stopped_at = place.and_then(|it| About::find(catalog, it));
        self.find_questions(catalog, stopped_at.and_then(|it| it.topic(catalog)));
        // Whoever stopped at an answer to change it, or over a list, is there again; what this pack no longer asks is not.
        self.asked_for = stopped_at.is_some_and(|it| !self.is_open(it) && self.is_answered(it));
        let here = stopped_at.filter(|it| self.asked_for || self.is_open(*it));
        self.at_hand = here.or(self.first_question());
    }

    /// The question at hand; `None` where nothing is left to ask.
    pub fn at_hand(&self) -> Option<About> {
        self.at_hand
    }

    /// The policies that hang on the question at hand.
    pub fn decides(&self, about: About) -> Vec<&str> {
        let mut decides: Vec<&str> = Vec::new();
        for question in self.questions.iter().filter(|it| About::of(&it.subject) == Some(about)) {
            decides.extend(question.decides.iter().map(policy::PolicyId::as_str));
        }
        decides.sort_unstable();
        decides.dedup();
        decides
    }

    /// What is still to be asked.
    pub fn open(&self) -> BTreeSet<About> {
        self.questions.iter().filter_map(|it| About::of(&it.subject)).collect()
    }

    /// How many questions settle most of what is open: those on which four fifths of the open policies' questions hang.
    ///
    /// The rest decide one policy each, and many of them will never be asked: an answer makes others idle.
    pub fn n_that_settle_most(&self) -> usize {
        let mut hangs: BTreeMap<About, usize> = BTreeMap::new();
        for question in &self.questions {
            if let Some(about) = About::of(&question.subject) {
                *hangs.entry(about).or_default() += question.decides.len();
            }
        }
        let mut weights: Vec<usize> = hangs.into_values().collect();
        weights.sort_unstable_by(|a, b| b.cmp(a));
        let most = weights.iter().sum::<usize>() * 4 / 5;
        let mut settled = 0;
        let needed = weights.iter().take_while(|weight| {
            let goes_on = settled < most.max(1);
            settled += **weight;
            goes_on
        });
        needed.count()
    }

    /// Counts the changes of the profile.
    pub(crate) fn revision(&self) -> u64 {
        self.revision
    }

    /// Whether everything that follows from the answers is known.
    pub fn is_reckoned(&self) -> bool {
        self.revision == self.reckoned
    }

    /// Follows a change that was saved; only what it concerns is read. `contents` have it already.
    pub(crate) fn follow(
        &mut self,
        catalog: &Catalog,
        contents: &Contents,
        change: &Change,
        answered: Option<About>,
    ) {
        match change {
            Change::Answer { fact, value } => {
                if let Some(fact) = catalog.find_fact(fact) {
                    self.profile.answers.remove(&fact);
                }
                let json = value.as_ref().map(|it| (fact.clone(), parse(it)));
                let (read, _) = read_profile(catalog, &Value::Object(json.into_iter().collect()));
                self.profile.answers.extend(read.answers);
            }
            Change::Entries { list, changes } => self.follow_entries(catalog, contents, list, changes),
            Change::More { list, more } => {
                let list = catalog.find_list(list).and_then(|it| self.profile.lists.get_mut(&it));
                list.into_iter().for_each(|it| it.more = *more);
            }
            Change::List { list, .. } => {
                if let Some(list) = catalog.find_list(list) {
                    self.profile.lists.remove(&list);
                }
                let given = contents.lists.get_key_value(list).map(list_json);
                let (read, _) = read_profile(catalog, &Value::Object(given.into_iter().collect()));
                self.profile.lists.extend(read.lists);
            }
            Change::Everything(_) => {
                (self.profile, self.ignored) = read_profile(catalog, &profile_json(contents));
            }
        }
        self.revision += 1;
        self.answered = answered.or(self.answered);
    }

    fn follow_entries(
        &mut self,
        catalog: &Catalog,
        contents: &Contents,
        list: &str,
        changes: &[EntryChange],
    ) {
        let (Some(found), Some(kept)) = (catalog.find_list(list), contents.lists.get(list)) else { return };
        let put = changes.iter().filter_map(|it| match it {
            EntryChange::Put { entry, .. } => Some(entry_json(entry)),
            EntryChange::Remove { .. } => None,
        });
        let json = Value::Object(Map::from_iter([(list.to_owned(), Value::Array(put.collect()))]));
        let (mut read, _) = read_profile(catalog, &json);
        let given = self.profile.lists.entry(found).or_default();
        given.more = kept.more;
        let new = read.lists.remove(&found).unwrap_or_default().entries;
        let all = std::mem::take(&mut given.entries).into_iter().chain(new);
        let mut by_id: BTreeMap<String, Entry> = all.map(|it| (it.id.to_string(), it)).collect();
        given.entries = kept.entries.iter().filter_map(|it| by_id.remove(&it.id)).collect();
    }

    /// Takes in what was reckoned, unless something was changed since.
    pub(crate) fn take(&mut self, catalog: &Catalog, reckoned: Reckoned) {
        if reckoned.revision != self.revision {
            return;
        }
        let before = std::mem::replace(&mut self.assessment, reckoned.assessment);
        self.moved = moved(&before, &self.assessment);
        self.contradictions = reckoned.contradictions;
        self.reckoned = self.revision;
        let answered = self.answered.take();
        self.find_questions(catalog, answered.or(self.at_hand).and_then(|it| it.topic(catalog)));
        match answered {
            // A list stays open while entries are added; whoever is done says so.
            Some(About::List(list)) if self.at_hand == Some(About::List(list)) => {}
            Some(about) if self.at_hand == Some(about) => self.go_on(),
            _ if self.asked_for => {}
            _ => self.at_hand = self.at_hand.filter(|it| self.is_open(*it)).or(self.first_question()),
        }
    }

    /// Goes over to another pack: questions are the same where they have the same name.
    pub(crate) fn change_catalog(
        &mut self,
        before: &Catalog,
        catalog: &Catalog,
        contents: &Contents,
        reckoned: Reckoned,
    ) {
        let same = |about: About| About::find(catalog, about.name(before));
        self.at_hand = self.at_hand.and_then(same);
        self.asked_for &= self.at_hand.is_some();
        self.answered = self.answered.and_then(same);
        self.trail = self.trail.drain(..).filter_map(same).collect();
        (self.profile, self.ignored) = read_profile(catalog, &profile_json(contents));
        let is_of_now = reckoned.revision == self.revision;
        // What was reckoned with the former pack, or is being reckoned, speaks of its facts.
        self.revision += 1;
        if is_of_now {
            self.take(catalog, Reckoned { revision: self.revision, ..reckoned });
        } else {
            self.assessment.results.clear();
            self.assessment.withheld.clear();
            self.questions.clear();
        }
    }

    /// Goes to the best question, remembering this one.
    pub(crate) fn go_on(&mut self) {
        self.trail.extend(self.at_hand);
        self.asked_for = false;
        let here = self.at_hand;
        let mut open = self.questions.iter().filter_map(|it| About::of(&it.subject));
        self.at_hand = open.find(|it| Some(*it) != here);
    }

    /// Brings a question to hand, whether or not it is open.
    pub(crate) fn ask(&mut self, about: About) {
        if self.at_hand != Some(about) {
            self.trail.extend(self.at_hand);
        }
        self.at_hand = Some(about);
        self.asked_for = true;
    }

    /// The question before this one.
    pub(crate) fn back(&mut self) {
        if let Some(before) = self.trail.pop() {
            self.at_hand = Some(before);
            self.asked_for = true;
        }
    }

    /// The result to show first for a policy: of several editions, the most favourable.
    pub fn result(&self, policy: &str, edition: Option<&str>) -> Option<&PolicyResult> {
        let of_policy = self.assessment.results.iter().filter(|it| it.policy.as_str() == policy);
        of_policy
            .filter(|it| edition.is_none_or(|edition| it.edition.as_str() == edition))
            .min_by_key(|it| it.verdict)
    }

    fn is_open(&self, about: About) -> bool {
        self.questions.iter().any(|it| About::of(&it.subject) == Some(about))
    }

    fn is_answered(&self, about: About) -> bool {
        match about {
            About::Fact(fact) => self.profile.answers.contains_key(&fact),
            About::List(list) => self.profile.lists.contains_key(&list),
        }
    }

    fn first_question(&self) -> Option<About> {
        self.questions.iter().find_map(|it| About::of(&it.subject))
    }

    fn find_questions(&mut self, catalog: &Catalog, topic: Option<&Id>) {
        self.questions = questions(catalog, &self.assessment, topic);
    }
}

/// What is kept, as the profile that the command line would be given.
pub(crate) fn profile_json(contents: &Contents) -> Value {
    let facts = contents.facts.iter().map(|(fact, json)| (fact.clone(), parse(json)));
    Value::Object(facts.chain(contents.lists.iter().map(list_json)).collect())
}

fn list_json((list, given): (&String, &casebook::List)) -> (String, Value) {
    let mut object = Map::new();
    object.insert("entries".to_owned(), given.entries.iter().map(entry_json).collect());
    object.insert("more".to_owned(), Value::Bool(given.more));
    (list.clone(), Value::Object(object))
}

/// An entry of a list, as the command line would be given it: without its name, which is nobody's business.
pub(crate) fn entry_json(entry: &casebook::Entry) -> Value {
    let mut fields = match parse(&entry.fields) {
        Value::Object(fields) => fields,
        _ => Map::new(),
    };
    fields.insert("id".to_owned(), Value::String(entry.id.clone()));
    Value::Object(fields)
}

fn parse(json: &casebook::Json) -> Value {
    serde_json::from_str(json.as_str()).unwrap_or(Value::Null)
}

/// What differs in verdict or money.
fn moved(before: &Assessment, after: &Assessment) -> BTreeSet<(String, String)> {
    type Seen<'r> = (eligibility::Verdict, Vec<Option<policy::Interval<policy::Number>>>);
    let seen =
        |it: &PolicyResult| -> Seen<'_> { (it.verdict, it.amounts.iter().map(|it| it.value).collect()) };
    let key = |it: &PolicyResult| (it.policy.to_string(), it.edition.to_string());
    let then: BTreeMap<_, _> = before.results.iter().map(|it| (key(it), seen(it))).collect();
    let changed = after.results.iter().filter(|it| then.get(&key(it)).is_none_or(|then| *then != seen(it)));
    changed.map(key).collect()
}
