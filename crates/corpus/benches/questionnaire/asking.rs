//! One made-up enterprise through the questionnaire: what is decided after how many questions.

use std::collections::{BTreeMap, BTreeSet};

use crate::hangs::{About, Hangs};
use eligibility::{
    Assessment, PolicyResult, Question, Subject, Verdict, assess_only, holds, questions, topic_of,
};
use fastrand::Rng;
use policy::{AmountKind, Catalog, Date, FactRef, Number, Owner, PolicyId, Profile, Unit};

/// In which order is asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Order {
    /// As the program asks.
    Ours,
    /// As a form would: every question that applies, as they stand in the files.
    OfTheFiles,
    /// Any question that something hangs on.
    Random,
}

/// After how many questions each policy was decided; those that no answer decides are not there.
pub(crate) struct Course {
    pub(crate) decided_after: BTreeMap<PolicyId, usize>,
    /// What each policy brings to the hand of this enterprise once all is told, in yuan, at the most.
    pub(crate) brings: BTreeMap<PolicyId, i64>,
}

/// Asks until nothing is left to ask. `whole` is what the enterprise knows of itself.
pub(crate) fn ask(start: &Start<'_>, whole: &Profile, order: Order, dice: &mut Rng) -> Course {
    let mut asking = Asking {
        start,
        whole,
        order,
        told: Profile::default(),
        asked: BTreeSet::new(),
        last: None,
        assessment: start.assessment.clone(),
    };
    let mut course = Course { decided_after: BTreeMap::new(), brings: BTreeMap::new() };
    let mut n_asked = 0;
    loop {
        for result in asking.take_decided() {
            course.decided_after.insert(result.policy.clone(), n_asked);
            *course.brings.entry(result.policy.clone()).or_default() += brings(&result);
        }
        let Some(about) = asking.next(dice) else { return course };
        n_asked += asking.answer(about);
    }
}

/// What is the same for every enterprise.
pub(crate) struct Start<'a> {
    catalog: &'a Catalog,
    as_of: Date,
    hangs: Hangs<'a>,
    /// How the policies stand while nothing is told.
    assessment: Assessment,
}

impl<'a> Start<'a> {
    pub(crate) fn of(catalog: &'a Catalog, as_of: Date) -> Start<'a> {
        let assessment = assess_only(catalog, &Profile::default(), as_of, |_| true);
        Start { catalog, as_of, hangs: Hangs::of(catalog), assessment }
    }
}

struct Asking<'a> {
    start: &'a Start<'a>,
    whole: &'a Profile,
    order: Order,
    told: Profile,
    asked: BTreeSet<About>,
    last: Option<About>,
    /// The policies that are not decided yet, as they stand.
    assessment: Assessment,
}

impl Asking<'_> {
    /// The results of policies of which no edition is undetermined any more.
    fn take_decided(&mut self) -> Vec<PolicyResult> {
        let results = std::mem::take(&mut self.assessment.results);
        let open = results.iter().filter(|it| it.verdict == Verdict::Undetermined);
        let open: BTreeSet<PolicyId> = open.map(|it| it.policy.clone()).collect();
        let (open, decided) = results.into_iter().partition(|it| open.contains(&it.policy));
        self.assessment.results = open;
        decided
    }

    fn next(&mut self, dice: &mut Rng) -> Option<About> {
        if self.order == Order::OfTheFiles {
            // A form ends where all is decided, or with its last line.
            let is_anything_open = !self.assessment.results.is_empty();
            return if is_anything_open { self.next_of_the_files() } else { None };
        }
        let topic = self.last.and_then(|it| topic_of(self.start.catalog, &subject(it)));
        let relevant = questions(self.start.catalog, &self.assessment, topic);
        let mut open: Vec<About> = Vec::new();
        for about in relevant.iter().filter_map(about).filter(|it| !self.asked.contains(it)) {
            if !open.contains(&about) {
                open.push(about);
            }
        }
        if self.order == Order::Ours { open.first().copied() } else { dice.choice(open) }
    }

    /// What does not apply is passed by for good: no later answer brings it back.
    fn next_of_the_files(&mut self) -> Option<About> {
        let catalog = self.start.catalog;
        for (idx, fact) in catalog.facts.iter().enumerate() {
            let about = match fact.owner {
                Owner::Enterprise => About::Fact(FactRef(idx)),
                Owner::Entry(list) => About::List(list),
            };
            if self.asked.contains(&about) {
                continue;
            }
            let ask_if = fact.ask_if.as_ref().filter(|_| fact.owner == Owner::Enterprise);
            if ask_if.is_none_or(|it| !holds(catalog, &it.tree, &self.told, self.start.as_of).is_no()) {
                return Some(about);
            }
            self.asked.insert(about);
        }
        None
    }

    /// Judges anew what hangs on an answer, of what is open; the rest stands as it stood.
    fn judge_anew(&mut self, about: About) {
        let touched = self.start.hangs.on(about);
        let is_touched = |it: &PolicyResult| touched.contains(&it.policy);
        let anew: BTreeSet<PolicyId> =
            self.assessment.results.iter().filter(|it| is_touched(it)).map(|it| it.policy.clone()).collect();
        if anew.is_empty() {
            return;
        }
        let Start { catalog, as_of, .. } = self.start;
        let judged = assess_only(catalog, &self.told, *as_of, |it| anew.contains(&it.id));
        self.assessment.results.retain(|it| !anew.contains(&it.policy));
        self.assessment.results.extend(judged.results);
        self.assessment.results.sort_by(|a, b| (&a.policy, &a.edition).cmp(&(&b.policy, &b.edition)));
    }

    /// Takes the answer; how many questions it was: a list is one, and one more for each entry.
    fn answer(&mut self, about: About) -> usize {
        self.asked.insert(about);
        self.last = Some(about);
        match about {
            About::Fact(fact) => {
                self.told.answers.insert(fact, self.whole.answers[&fact]);
                self.judge_anew(about);
                1
            }
            About::List(list) => {
                let entries = self.whole.lists[&list].clone();
                let n = entries.entries.len();
                self.told.lists.insert(list, entries);
                self.judge_anew(about);
                1 + n
            }
        }
    }
}

fn about(question: &Question) -> Option<About> {
    match question.subject {
        Subject::Fact(fact) => Some(About::Fact(fact)),
        Subject::List(list) | Subject::EntryFact(list, _, _) => Some(About::List(list)),
        Subject::Had(_) | Subject::Parameter(_) | Subject::Policy(_) => None,
    }
}

fn subject(about: About) -> Subject {
    match about {
        About::Fact(fact) => Subject::Fact(fact),
        About::List(list) => Subject::List(list),
    }
}

/// What comes to hand once, or each time, at the most.
fn brings(result: &PolicyResult) -> i64 {
    if !matches!(result.verdict, Verdict::Eligible | Verdict::Upcoming) {
        return 0;
    }
    let money = result.amounts.iter().filter(|it| it.unit == Unit::Cny).filter(|it| match it.kind {
        AmountKind::Grant | AmountKind::Reimbursement | AmountKind::TaxRelief => true,
        AmountKind::Loan | AmountKind::InterestSubsidy | AmountKind::Service => false,
    });
    let high = money.filter_map(|it| it.totals.remaining.or(it.totals.whole).or(it.value)?.high());
    high.filter_map(|it| it.floor_to(Number::ONE)?.to_i64()).sum()
}
