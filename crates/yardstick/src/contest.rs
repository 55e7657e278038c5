//! What every contender is given, and what it must answer.

use std::{
    collections::HashSet,
    time::{Duration, Instant},
};

use crate::{figures::Figures, judged::Judged};

/// A passage with the names and questions around it, as our own index reads it.
pub(crate) struct Document {
    /// What it is part of.
    pub(crate) key: String,
    pub(crate) text: String,
}

/// Keys of entries, best first.
pub(crate) type Answered = Vec<String>;

/// A search engine with everything in it.
pub(crate) trait Contender {
    /// What it finds.
    fn answer(&self, query: &str) -> Answered;

    /// The size of what it holds, as it tells it itself.
    fn n_bytes(&self) -> usize;
}

/// How a contender did.
pub(crate) struct Score {
    pub(crate) name: &'static str,
    /// One for each question.
    pub(crate) figures: Vec<Figures>,
    /// Each question once, shortest first.
    pub(crate) times: Vec<Duration>,
    pub(crate) built: Duration,
    pub(crate) n_bytes: usize,
}

impl Score {
    /// Asks a contender everything; once before, so that nothing is slow for being asked first.
    pub(crate) fn of(
        name: &'static str,
        built: Duration,
        contender: &dyn Contender,
        questions: &[Judged],
    ) -> Score {
        let mut times = Vec::new();
        let figures = questions.iter().map(|it| {
            contender.answer(&it.query);
            let (time, answered) = timed(|| contender.answer(&it.query));
            times.push(time);
            Figures::of(it, &answered)
        });
        let figures = figures.collect();
        times.sort_unstable();
        Score { name, figures, times, built, n_bytes: contender.n_bytes() }
    }

    pub(crate) fn percentile(&self, percent: usize) -> Duration {
        self.times.get(self.times.len().saturating_sub(1) * percent / 100).copied().unwrap_or_default()
    }
}

/// Does something and tells how long it took.
pub(crate) fn timed<T>(act: impl FnOnce() -> T) -> (Duration, T) {
    let started = Instant::now();
    let done = act();
    (started.elapsed(), done)
}

/// From passages to what they are part of: each where its best passage stands.
pub(crate) fn keys(passages: Vec<String>) -> Answered {
    let mut seen = HashSet::new();
    passages.into_iter().filter(|it| seen.insert(it.clone())).collect()
}
