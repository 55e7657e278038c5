//! A file can be read in a sitting.

use super::files::TextFile;
use super::{Finding, Rule};

const CODE: &[&str] = &["rs", "ts", "svelte", "css", "js", "mjs"];
const LINES: usize = 600;

pub(crate) fn check(files: &[TextFile]) -> Vec<Finding> {
    let code = files.iter().filter(|it| CODE.contains(&it.extension()) && !it.is_generated());
    code.filter_map(|file| {
        let lines = file.lines().count();
        let says = format!("has {lines} lines; {LINES} is the most");
        (LINES < lines).then(|| Finding { size: lines, ..Finding::of(Rule::Length, &file.path, says) })
    })
    .collect()
}

#[cfg(test)]
mod tests {
    use super::check;
    use crate::tidy::files::file;

    #[test]
    fn six_hundred_lines_are_the_most() {
        assert!(check(&[file("a.rs", &"x\n".repeat(600))]).is_empty());
        assert_eq!(check(&[file("a.rs", &"x\n".repeat(601))])[0].size, 601);
    }

    #[test]
    fn prose_and_generated_types_may_be_longer() {
        let long = "x\n".repeat(601);
        assert!(check(&[file("docs/corpus.md", &long), file("ui/src/wire/A.ts", &long)]).is_empty());
    }
}
