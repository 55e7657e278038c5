//! Which of the old is which of the new: by name, and where names differ by likeness.

use policy::Text;
use similar::TextDiff;

/// Something of the old, of the new, or of both.
pub(super) enum Pair<'a, T> {
    Both(&'a T, &'a T),
    Gone(&'a T),
    New(&'a T),
}

/// From here on two sentences say much the same.
const ALIKE: f32 = 0.6;

/// Pairs what is the same, then of the rest what is most alike; in the order of the new, what is gone at the end.
pub(super) fn pairs<'a, T>(
    old: &'a [T],
    new: &'a [T],
    same: impl Fn(&T, &T) -> bool,
    likeness: impl Fn(&T, &T) -> f32,
) -> Vec<Pair<'a, T>> {
    let mut free: Vec<&T> = old.iter().collect();
    let mut partners: Vec<Option<&T>> = new
        .iter()
        .map(|it| free.iter().position(|other| same(other, it)).map(|idx| free.remove(idx)))
        .collect();
    for (it, partner) in new.iter().zip(&mut partners).filter(|(_, partner)| partner.is_none()) {
        let alike = free.iter().enumerate().map(|(idx, other)| (idx, likeness(other, it)));
        let nearest = alike.filter(|(_, likeness)| ALIKE <= *likeness).max_by(|a, b| a.1.total_cmp(&b.1));
        *partner = nearest.map(|(idx, _)| free.remove(idx));
    }
    let told = new.iter().zip(partners).map(|(it, partner)| match partner {
        Some(other) => Pair::Both(other, it),
        None => Pair::New(it),
    });
    told.chain(free.into_iter().map(Pair::Gone)).collect()
}

/// How much two sentences have in common, from 0 to 1, in the language in which it is more.
pub(super) fn likeness(old: &Text, new: &Text) -> f32 {
    let ratio = |old: &str, new: &str| TextDiff::from_chars(old, new).ratio();
    ratio(&old.zh, &new.zh).max(ratio(&old.en, &new.en))
}
