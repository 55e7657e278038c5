//! Nothing is left for later: it is done now, or it is an issue.

use super::files::TextFile;
use super::{Finding, Rule};

/// Spelled in two halves, so that this file does not find itself.
const WORDS: &[&str] = &[concat!("TO", "DO"), concat!("FIX", "ME")];

pub(crate) fn check(files: &[TextFile]) -> Vec<Finding> {
    let ours = files.iter().filter(|it| !it.is_lock());
    ours.flat_map(|file| {
        file.lines().filter_map(|(number, line)| {
            let word = WORDS.iter().find(|word| has_word(line, word))?;
            Some(Finding::at(
                Rule::Leftovers,
                &file.path,
                number,
                format!("{word}: do it now, or write an issue"),
            ))
        })
    })
    .collect()
}

fn has_word(line: &str, word: &str) -> bool {
    line.split(|it: char| !it.is_ascii_alphanumeric()).any(|it| it == word)
}

#[cfg(test)]
mod tests {
    use super::{WORDS, check};
    use crate::tidy::files::{file, shown};

    #[test]
    fn what_is_left_for_later_is_told() {
        let line = format!("let x = 1; // {}(me): y", WORDS[0]);
        assert_eq!(shown(&check(&[file("a.rs", &line)])).len(), 1);
        assert!(check(&[file("a.md", "mastodon, todo, fixme, TODOS")]).is_empty());
    }
}
