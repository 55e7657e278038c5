//! What is said to people, in both languages at once: dates, figures, answers, verdicts.

mod advice;
mod amount;
mod answer;
mod date;
mod event;
mod figure;
mod formula;
mod place;
mod standing;
mod sums;
mod taken;
mod verdict;
mod working;

pub use advice::{ClashWords, clash, gained, title_in};
pub use amount::{AmountWords, amount, gain, kind, unit_word};
pub use answer::{answer, band, entries, entry, facts, named, value};
pub use date::{date, day_or_range, days_from, from, month, window};
pub use event::{entry_of, happening, nth};
pub use figure::{count, grouped, money, yuan, yuan_range};
pub use formula::formula;
pub use place::{PaperWords, channel, notice, paper, place, source};
pub use standing::{edition_label, status, status_word};
pub use sums::sums;
pub use taken::{lacking, left_out};
pub use verdict::{counted, missing, reason, sentence, to_confirm, verdict};
pub use working::{running, working};

use policy::Text;

/// A text of both languages.
pub fn text(zh: impl Into<String>, en: impl Into<String>) -> Text {
    Text { zh: zh.into(), en: en.into() }
}

/// Several texts one after the other, the empty ones left out.
pub fn join(texts: impl IntoIterator<Item = Text>, zh: &str, en: &str) -> Text {
    let texts: Vec<Text> = texts.into_iter().filter(|it| !it.is_empty()).collect();
    let all = |of: fn(&Text) -> &str, between: &str| texts.iter().map(of).collect::<Vec<_>>().join(between);
    text(all(|it| &it.zh, zh), all(|it| &it.en, en))
}

/// Chinese words before a figure: a space only before digits, "合计 600" but "合计最多 600".
pub(crate) fn before(words: &str, figure: &str) -> String {
    let space = if figure.starts_with(|it: char| it.is_ascii_digit()) { " " } else { "" };
    format!("{words}{space}{figure}")
}

/// "one person", "3 people": the English plural of a regular noun.
pub(crate) fn plural(n: u64, one: &str, many: &str) -> String {
    if n == 1 { format!("1 {one}") } else { format!("{n} {many}") }
}
