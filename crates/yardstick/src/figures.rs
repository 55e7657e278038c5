//! How good a ranking is, and how sure we can be of it.

use crate::judged::Judged;

/// Hits that a reader looks at.
const SEEN: usize = 10;
/// What a reader is glad to find.
pub(crate) const RIGHT: u8 = 2;
/// How often the questions are drawn anew.
const DRAWS: usize = 4_000;

/// The figures of one ranking.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Figures {
    /// Gain of the first ten, discounted by rank, as a part of the best there could be. Gain is 2^grade - 1.
    pub(crate) ndcg: f64,
    /// The part of what is right (grade 2 and 3) that is among the first ten.
    pub(crate) recall: f64,
    /// One over the rank of the first that is right.
    pub(crate) mrr: f64,
    /// Whether the first is as good as any could be.
    pub(crate) success: f64,
}

impl Figures {
    pub(crate) fn of(judged: &Judged, ranking: &[String]) -> Figures {
        let grade = |key: &String| judged.relevant.get(key).copied().unwrap_or(0);
        let best = judged.relevant.values().copied().max().unwrap_or(0);
        let wanted = best.min(RIGHT);
        let mut ideal: Vec<u8> = judged.relevant.values().copied().collect();
        ideal.sort_unstable_by(|a, b| b.cmp(a));
        let seen: Vec<u8> = ranking.iter().take(SEEN).map(grade).collect();
        let n_right = ideal.iter().filter(|it| wanted <= **it).count();
        let n_found = seen.iter().filter(|it| wanted <= **it).count();
        let rank = ranking.iter().position(|it| wanted <= grade(it));
        Figures {
            ndcg: gain(&seen) / gain(&ideal),
            recall: n_found as f64 / n_right.min(SEEN) as f64,
            mrr: rank.map_or(0.0, |it| 1.0 / (it + 1) as f64),
            success: f64::from(u8::from(seen.first() == Some(&best))),
        }
    }
}

fn gain(grades: &[u8]) -> f64 {
    let seen = grades.iter().take(SEEN).enumerate();
    let gains = seen.map(|(at, grade)| (f64::from(1_u32 << grade) - 1.0) / ((at + 2) as f64).log2());
    // An empty `sum` is -0.0, which would be printed.
    gains.fold(0.0, |sum, gain| sum + gain)
}

/// A mean, and where it lies 95 times of 100 when the questions are drawn anew.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Mean {
    pub(crate) mean: f64,
    pub(crate) low: f64,
    pub(crate) high: f64,
}

impl Mean {
    /// Of some numbers, one a question; bootstrapped, with the same draws each time.
    pub(crate) fn of(numbers: &[f64]) -> Mean {
        if numbers.is_empty() {
            return Mean { mean: f64::NAN, low: f64::NAN, high: f64::NAN };
        }
        let mean = |sum: f64| sum / numbers.len() as f64;
        let mut dice = Dice(7);
        let mut means: Vec<f64> = (0..DRAWS)
            .map(|_| mean((0..numbers.len()).map(|_| numbers[dice.below(numbers.len())]).sum()))
            .collect();
        means.sort_by(f64::total_cmp);
        let part = |share: f64| means[((DRAWS - 1) as f64 * share).round() as usize];
        Mean { mean: mean(numbers.iter().sum()), low: part(0.025), high: part(0.975) }
    }
}

/// The same throws every time.
struct Dice(u64);

impl Dice {
    fn below(&mut self, n: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % n
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn judged() -> Judged {
        let relevant = [("a", 3), ("b", 2), ("c", 1)].map(|(key, grade)| (key.to_owned(), grade));
        Judged {
            lang: "zh".into(),
            kind: "name".into(),
            set: "dev".into(),
            query: "?".into(),
            relevant: relevant.into(),
        }
    }

    #[test]
    fn a_ranking_is_judged_by_what_comes_first() {
        let figures = |ranking: &str| {
            let ranking: Vec<String> = ranking.chars().map(String::from).collect();
            let Figures { ndcg, recall, mrr, success } = Figures::of(&judged(), &ranking);
            format!("{ndcg:.3} {recall:.2} {mrr:.2} {success}")
        };
        assert_eq!(figures("abc"), "1.000 1.00 1.00 1");
        // (3 + 7 / log2 3 + 1 / 2) / (7 + 3 / log2 3 + 1 / 2)
        assert_eq!(figures("bac"), "0.843 1.00 1.00 0");
        // (1 / log2 3 + 7 / 2) / (7 + 3 / log2 3 + 1 / 2)
        assert_eq!(figures("xca"), "0.440 0.50 0.33 0");
        assert_eq!(figures("xyz"), "0.000 0.00 0.00 0");
        assert_eq!(figures(""), "0.000 0.00 0.00 0");
    }

    #[test]
    fn a_mean_lies_within_its_bounds_and_they_close_where_all_agree() {
        let mean = Mean::of(&[0.0, 1.0, 1.0, 0.0, 1.0, 1.0]);
        assert!(mean.low < mean.mean && mean.mean < mean.high);
        assert_eq!(Mean::of(&[0.5; 9]), Mean { mean: 0.5, low: 0.5, high: 0.5 });
    }
}
