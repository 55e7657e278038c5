//! One made-up enterprise through the questionnaire: what is decided after how many questions.

use std::collections::{BTreeMap, BTreeSet};

use eligibility::{
    Assessment, PolicyResult, Question, Subject, Verdict, assess_only, holds, questions, topic_of,
};
use fastrand::Rng;
use policy::{AmountKind, Catalog, Date, FactRef, ListRef, Number, Owner, PolicyId, Profile, Unit};

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

/// What is asked in one go: a fact, or a list with its entries.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum About {
    Fact(FactRef),
    List(ListRef),
}

/// After how many questions each policy was decided; those that no answer decides are not there.
pub(crate) struct Course {
    pub(crate) decided_after: BTreeMap<PolicyId, usize>,
    /// What each policy brings to the hand of this enterprise once all is told, in yuan, at the most.
    pub(crate) brings: BTreeMap<PolicyId, i64>,
}

/// Asks until nothing is left to ask. `whole` is what the enterprise knows of itself.
pub(crate) fn ask(catalog: &Catalog, whole: &Profile, as_of: Date, order: Order, dice: &mut Rng) -> Course {
    let mut asking =
        Asking { catalog, whole, as_of, order, told: Profile::default(), asked: BTreeSet::new(), last: None };
    let mut course = Course { decided_after: BTreeMap::new(), brings: BTreeMap::new() };
    let mut n_asked = 0;
    loop {
        let open = |it: &policy::Policy| !course.decided_after.contains_key(&it.id);
        let assessment = assess_only(catalog, &asking.told, as_of, open);
        let undecided: BTreeSet<&PolicyId> = assessment
            .results
            .iter()
            .filter(|it| it.verdict == Verdict::Undetermined)
            .map(|it| &it.policy)
            .collect();
        for result in assessment.results.iter().filter(|it| !undecided.contains(&it.policy)) {
            course.decided_after.insert(result.policy.clone(), n_asked);
            *course.brings.entry(result.policy.clone()).or_default() += brings(result);
        }
        let Some(about) = asking.next(&assessment, dice) else { return course };
        n_asked += asking.answer(about);
    }
}

struct Asking<'a> {
    catalog: &'a Catalog,
    whole: &'a Profile,
    as_of: Date,
    order: Order,
    told: Profile,
    asked: BTreeSet<About>,
    last: Option<About>,
}

impl Asking<'_> {
    fn next(&self, assessment: &Assessment, dice: &mut Rng) -> Option<About> {
        let topic = self.last.and_then(|it| topic_of(self.catalog, &subject(it)));
        let relevant = questions(self.catalog, assessment, topic);
        let mut open: Vec<About> = Vec::new();
        for about in relevant.iter().filter_map(about).filter(|it| !self.asked.contains(it)) {
            if !open.contains(&about) {
                open.push(about);
            }
        }
        match self.order {
            Order::Ours => open.first().copied(),
            Order::Random => dice.choice(open),
            // A form goes on as long as anything hangs on what is still to come.
            Order::OfTheFiles => self.next_of_the_files().filter(|_| !open.is_empty()),
        }
    }

    fn next_of_the_files(&self) -> Option<About> {
        let applies = |fact: FactRef| {
            let ask_if = self.catalog.fact(fact).ask_if.as_ref();
            ask_if.is_none_or(|it| !holds(self.catalog, &it.tree, &self.told, self.as_of).is_no())
        };
        let all = self.catalog.facts.iter().enumerate().map(|(idx, fact)| match fact.owner {
            Owner::Enterprise => About::Fact(FactRef(idx)),
            Owner::Entry(list) => About::List(list),
        });
        let mut open = all.filter(|it| !self.asked.contains(it));
        open.find(|it| match it {
            About::Fact(fact) => applies(*fact),
            About::List(_) => true,
        })
    }

    /// Takes the answer; how many questions it was: a list is one, and one more for each entry.
    fn answer(&mut self, about: About) -> usize {
        self.asked.insert(about);
        self.last = Some(about);
        match about {
            About::Fact(fact) => {
                self.told.answers.insert(fact, self.whole.answers[&fact]);
                1
            }
            About::List(list) => {
                let entries = self.whole.lists[&list].clone();
                let n = entries.entries.len();
                self.told.lists.insert(list, entries);
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
