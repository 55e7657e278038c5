//! Nothing is left for later: it is done now, or it is an issue; and no line of a merge is left undecided.

use super::files::TextFile;
use super::{Finding, Rule};

/// Spelled in two halves, so that this file does not find itself.
const WORDS: &[&str] = &[concat!("TO", "DO"), concat!("FIX", "ME")];

/// What git writes before the two sides of a merge that somebody has to decide; spelled in halves as well.
const MERGE_MARKS: &[&str] = &[concat!("<<<<", "<<< "), concat!(">>>>", ">>> ")];

pub(crate) fn check(files: &[TextFile]) -> Vec<Finding> {
    let ours = files.iter().filter(|it| !it.is_lock());
    ours.flat_map(|file| {
        file.lines().filter_map(|(number, line)| {
            Some(Finding::at(Rule::Leftovers, &file.path, number, left_over(line)?))
        })
    })
    .collect()
}

fn left_over(line: &str) -> Option<String> {
    if MERGE_MARKS.iter().any(|it| line.starts_with(it)) {
        return Some("a merge is not decided: keep one side, or both".to_owned());
    }
    let word = WORDS.iter().find(|word| has_word(line, word))?;
    Some(format!("{word}: do it now, or write an issue"))
}

fn has_word(line: &str, word: &str) -> bool {
    line.split(|it: char| !it.is_ascii_alphanumeric()).any(|it| it == word)
}

#[cfg(test)]
mod tests {
    use super::{MERGE_MARKS, WORDS, check};
    use crate::tidy::files::{file, shown};

    #[test]
    fn what_is_left_for_later_is_told() {
        let line = format!("let x = 1; // {}(me): y", WORDS[0]);
        assert_eq!(shown(&check(&[file("a.rs", &line)])).len(), 1);
        assert!(check(&[file("a.md", "mastodon, todo, fixme, TODOS")]).is_empty());
    }

    #[test]
    fn a_merge_that_nobody_decided_is_told() {
        let text = format!("{}HEAD\none\n=======\ntwo\n{}b\n", MERGE_MARKS[0], MERGE_MARKS[1]);
        assert_eq!(shown(&check(&[file("a.md", &text)])).len(), 2);
        assert!(check(&[file("a.md", "Heading\n=======\n\n>>> quoted thrice\n")]).is_empty());
    }
}
