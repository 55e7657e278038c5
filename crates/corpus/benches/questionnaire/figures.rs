//! From courses to figures: so many questions until so much is decided.

use std::fmt;

use crate::asking::Course;

/// Shares that are waited for, in percent.
const SHARES: [i64; 4] = [50, 80, 90, 100];

/// The bar: after so many questions …
const QUESTIONS: usize = 12;
/// … so many percent of the policies are decided in the median.
const DECIDED: i64 = 85;

/// What of a course is looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Of {
    Policies,
    Money,
}

/// Figures of one order, over all enterprises.
struct Column {
    /// For each share the median, and the questions that nine in ten enterprises get by with.
    policies: [(usize, usize); 4],
    money: [(usize, usize); 4],
    /// Percent of the policies that are decided before the first question, and after [`QUESTIONS`]; the median.
    at_once: i64,
    after_some: i64,
}

/// The figures of all orders: ours, that of the files, random.
pub(crate) struct Figures([Column; 3]);

impl Figures {
    pub(crate) fn of(courses: &[[Course; 3]]) -> Figures {
        Figures([0, 1, 2].map(|idx| column(&courses.iter().map(|it| &it[idx]).collect::<Vec<_>>())))
    }

    /// Whether the bars are met.
    pub(crate) fn pass(&self) -> bool {
        let [ours, _, random] = &self.0;
        DECIDED <= ours.after_some && 2 * ours.policies[2].0 <= random.policies[2].0
    }
}

fn column(courses: &[&Course]) -> Column {
    let until = |of: Of, share: i64| {
        let mut all: Vec<usize> = courses.iter().filter_map(|it| it.until(of, share)).collect();
        all.sort_unstable();
        (part(&all, 50), part(&all, 90))
    };
    let after = |questions: usize| {
        let mut all: Vec<i64> = courses.iter().map(|it| it.decided(questions)).collect();
        all.sort_unstable();
        part(&all, 50)
    };
    Column {
        policies: SHARES.map(|it| until(Of::Policies, it)),
        money: SHARES.map(|it| until(Of::Money, it)),
        at_once: after(0),
        after_some: after(QUESTIONS),
    }
}

fn part<T: Copy + Default>(sorted: &[T], percent: usize) -> T {
    let last = sorted.len().saturating_sub(1);
    sorted.get(last * percent / 100).copied().unwrap_or_default()
}

impl Course {
    /// How many questions it took until so many percent were decided; `None` where no money comes.
    fn until(&self, of: Of, share: i64) -> Option<usize> {
        let mut weights: Vec<(usize, i64)> = self
            .decided_after
            .iter()
            .map(|(policy, after)| match of {
                Of::Policies => (*after, 1),
                Of::Money => (*after, self.brings[policy]),
            })
            .collect();
        weights.sort_unstable();
        let all: i64 = weights.iter().map(|it| it.1).sum();
        let mut so_far = 0;
        let reached = weights.iter().find(|it| {
            so_far += it.1;
            share * all <= so_far * 100
        });
        reached.filter(|_| 0 < all).map(|it| it.0)
    }

    /// Percent of the policies that were decided after so many questions.
    fn decided(&self, questions: usize) -> i64 {
        let decided = self.decided_after.values().filter(|it| **it <= questions).count();
        100 * decided as i64 / self.decided_after.len().max(1) as i64
    }
}

impl fmt::Display for Figures {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "| questions until | our order | order of the files | random order |")?;
        writeln!(f, "|---|---|---|---|")?;
        for (of, what) in [(Of::Policies, "policies"), (Of::Money, "money")] {
            for (idx, share) in SHARES.iter().enumerate() {
                write!(f, "| {share} % of {what} decided |")?;
                for column in &self.0 {
                    let (median, most) = match of {
                        Of::Policies => column.policies[idx],
                        Of::Money => column.money[idx],
                    };
                    write!(f, " {median} ({most}) |")?;
                }
                writeln!(f)?;
            }
        }
        write!(f, "| decided before the first question |")?;
        self.0.iter().try_for_each(|it| write!(f, " {} % |", it.at_once))?;
        write!(f, "\n| decided after {QUESTIONS} questions |")?;
        self.0.iter().try_for_each(|it| write!(f, " {} % |", it.after_some))?;
        writeln!(f)?;
        let [ours, _, random] = &self.0;
        writeln!(f, "\nMedian (nine in ten enterprises get by with).")?;
        writeln!(f, "Bar: at least {DECIDED} % after {QUESTIONS} questions: {} %.", ours.after_some)?;
        let (of_ours, of_random) = (ours.policies[2].0, random.policies[2].0);
        writeln!(f, "Bar: at most half of random order's questions until 90 %: {of_ours} of {of_random}.")
    }
}
