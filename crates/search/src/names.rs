//! Who types a name wants what bears it.
//!
//! What bears a typed name is put first, above all scores. That beats giving titles more weight, which lets
//! short titles win over texts that answer the question.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use memchr::memmem;

use crate::{
    Entry,
    cut::{Sort, Tokens, cut},
};

/// How a typed text and a name of an entry belong together; the later the stronger.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Pin {
    /// One is part of the other.
    Part,
    /// They are the same.
    Whole,
}

/// All names of all entries.
pub(crate) struct Names {
    /// By key, which entries bear it.
    bearers: HashMap<String, Vec<usize>>,
    /// How many bytes the keys of names have.
    lengths: BTreeSet<usize>,
    /// The keys of names, one a line, for looking into all of them at once.
    lines: String,
    /// For each line its end in `lines` and the entry.
    line_ends: Vec<(usize, usize)>,
}

impl Names {
    pub(crate) fn new(entries: &[Entry]) -> Names {
        let mut names = Names {
            bearers: HashMap::new(),
            lengths: BTreeSet::new(),
            lines: "\n".to_owned(),
            line_ends: Vec::new(),
        };
        for (index, entry) in entries.iter().enumerate() {
            for name in entry.titles.iter().chain(&entry.short_names) {
                names.add(index, key(&cut(name)), entry.kind.has_names());
            }
        }
        names
    }

    fn add(&mut self, entry: usize, key: String, is_name: bool) {
        if is_name {
            self.lines.push_str(&key);
            self.lines.push('\n');
            self.line_ends.push((self.lines.len(), entry));
            self.lengths.insert(key.len());
        }
        self.bearers.entry(key).or_default().push(entry);
    }

    /// The entries whose name was typed. If `unfinished`, the last word typed may be the begin of another.
    pub(crate) fn pins(&self, typed: &Tokens, unfinished: bool) -> BTreeMap<usize, Pin> {
        let key = key(typed);
        let mut pins = BTreeMap::new();
        if !is_telling(&key) {
            return pins;
        }
        let begun = if unfinished { key.trim_end() } else { &key };
        for at in memmem::find_iter(self.lines.as_bytes(), begun) {
            let line = self.line_ends.partition_point(|(end, _)| *end <= at);
            pins.insert(self.line_ends[line].1, Pin::Part);
        }
        for bearer in self.inside(&key).flat_map(|it| &self.bearers[it]) {
            pins.insert(*bearer, Pin::Part);
        }
        for bearer in self.bearers.get(&key).into_iter().flatten() {
            pins.insert(*bearer, Pin::Whole);
        }
        pins
    }

    /// Names that are part of what was typed.
    fn inside<'a>(&'a self, key: &'a str) -> impl Iterator<Item = &'a str> {
        let starts = key.char_indices().map(|(start, _)| start);
        let parts = starts.flat_map(move |start| {
            let fitting = self.lengths.range(..=key.len() - start);
            fitting.filter_map(move |len| key.get(start..start + len))
        });
        parts.filter(|it| is_telling(it) && self.bearers.contains_key(*it))
    }
}

/// By what names are compared: characters close together, words with one space on either side.
pub(crate) fn key(tokens: &Tokens) -> String {
    let mut key = String::new();
    for token in tokens.iter() {
        match token.sort {
            Sort::Char => key.push_str(token.term),
            Sort::Pair => {}
            Sort::Word => {
                if !key.ends_with(' ') {
                    key.push(' ');
                }
                key.push_str(token.term);
                key.push(' ');
            }
        }
    }
    key
}

/// A single Chinese character or two letters are part of too many names.
fn is_telling(key: &str) -> bool {
    let n_chars = key.chars().filter(|it| *it != ' ').count();
    3 <= n_chars || n_chars == 2 && !key.is_ascii()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Kind;

    #[test]
    fn a_typed_name_is_recognised() {
        let mut grant = Entry::new(Kind::Policy, "grant");
        grant.titles = vec!["首次创业一次性补贴".into(), "First-time founder grant".into()];
        grant.short_names = vec!["首创补".into()];
        let mut loan = Entry::new(Kind::Policy, "loan");
        loan.titles = vec!["创业担保贷款".into(), "Guaranteed start-up loan".into()];
        let mut help = Entry::new(Kind::Help, "help");
        help.titles = vec!["什么是创业担保贷款".into()];
        let names = Names::new(&[grant, loan, help]);
        for (typed, pins) in [
            ("首次創業一次性補貼", &[(0, Pin::Whole)][..]),
            ("创业担保", &[(1, Pin::Part)]),
            ("first time FOUNDER gr", &[(0, Pin::Part)]),
            ("first time founder gr ", &[]),
            ("ime founder", &[]),
            ("我想领首创补怎么办", &[(0, Pin::Part)]),
            ("请问创业担保贷款怎么办", &[(1, Pin::Part)]),
            ("什么是创业担保贷款？", &[(1, Pin::Part), (2, Pin::Whole)]),
            ("创业", &[(0, Pin::Part), (1, Pin::Part)]),
            ("创", &[]),
            ("", &[]),
        ] {
            let found = names.pins(&cut(typed), !typed.ends_with(' '));
            assert_eq!(found.into_iter().collect::<Vec<_>>(), pins, "{typed}");
        }
    }
}
