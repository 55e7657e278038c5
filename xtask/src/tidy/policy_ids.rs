//! No policy is named in code: policies are data, and nothing branches on one of them.

use super::files::TextFile;
use super::{Finding, Rule};

const CODE: &[&str] = &["rs", "ts", "svelte"];

pub(crate) fn check(files: &[TextFile]) -> Vec<Finding> {
    let ids: Vec<&str> = files.iter().filter_map(|it| policy_id(&it.path)).collect();
    let code = files.iter().filter(|it| CODE.contains(&it.extension()) && !is_test(it));
    code.flat_map(|file| check_file(file, &ids)).collect()
}

/// The folder's name, for `policies/<family>/<id>/policy.toml`.
fn policy_id(path: &str) -> Option<&str> {
    match path.split('/').collect::<Vec<_>>().as_slice() {
        ["policies", _, id, "policy.toml"] => Some(id),
        _ => None,
    }
}

fn is_test(file: &TextFile) -> bool {
    let in_tests = file.path.split('/').any(|it| it == "tests" || it == "fixtures");
    in_tests || file.file_name() == "tests.rs" || file.path.ends_with(".test.ts")
}

fn check_file(file: &TextFile, ids: &[&str]) -> Vec<Finding> {
    let last = first_test_line(&file.text);
    let lines = file.lines().take_while(|(number, _)| *number < last).filter(|(_, line)| !is_comment(line));
    lines
        .flat_map(|(number, line)| {
            ids.iter().filter(move |id| names(line, id)).map(move |id| {
                Finding::at(Rule::PolicyIds, &file.path, number, format!("names the policy `{id}`"))
            })
        })
        .collect()
}

/// A module of tests stands at the end of a file; there, policies may be named.
fn first_test_line(text: &str) -> usize {
    let lines: Vec<&str> = text.lines().collect();
    let module =
        |pair: &[&str]| pair[0] == "#[cfg(test)]" && pair[1].starts_with("mod ") && pair[1].ends_with('{');
    lines.windows(2).position(module).map_or(usize::MAX, |idx| idx + 1)
}

/// A comment decides nothing.
fn is_comment(line: &str) -> bool {
    ["//", "/*", "* ", "<!--"].iter().any(|it| line.trim_start().starts_with(it))
}

/// Whether `line` has `id` as a word. An id without a hyphen may be an ordinary word, and counts only in quotes.
fn names(line: &str, id: &str) -> bool {
    line.match_indices(id).any(|(start, _)| {
        let before = line[..start].chars().next_back();
        let after = line[start + id.len()..].chars().next();
        let apart = [before, after].iter().flatten().all(|it| !is_word(*it));
        let quoted = before.is_some_and(is_quote) && before == after;
        if id.contains('-') { apart } else { quoted }
    })
}

fn is_word(it: char) -> bool {
    it.is_ascii_alphanumeric() || it == '-' || it == '_'
}

fn is_quote(it: char) -> bool {
    ['"', '\'', '`'].contains(&it)
}

#[cfg(test)]
mod tests {
    use super::check;
    use crate::tidy::files::{file, shown};

    #[test]
    fn a_policy_named_in_code_is_told_with_its_place() {
        let code = "fn f(id: &str) -> bool {\n    id == \"rent-relief\"\n}\n";
        assert_eq!(
            findings("crates/desk/src/lib.rs", code),
            ["crates/desk/src/lib.rs:2: names the policy `rent-relief`"]
        );
        assert_eq!(findings("ui/src/App.svelte", "{#if id === 'loan'}").len(), 1);
    }

    #[test]
    fn tests_and_comments_may_name_a_policy() {
        let code = "/// Such as `rent-relief`.\n#[cfg(test)]\nmod tests {\n    const ID: &str = \"rent-relief\";\n}\n";
        assert!(findings("crates/desk/src/lib.rs", code).is_empty());
        assert!(findings("tests/tests/cli.rs", "\"rent-relief\"").is_empty());
        assert!(findings("ui/src/check.test.ts", "\"rent-relief\"").is_empty());
    }

    #[test]
    fn a_longer_word_is_another_word() {
        assert!(findings("a.rs", "\"rent-reliefs\" current-rent-relief rent_relief").is_empty());
        assert!(findings("a.rs", "let loan = loan.sum;").is_empty());
    }

    fn findings(path: &str, code: &str) -> Vec<String> {
        let files = [
            file("policies/rent/rent-relief/policy.toml", ""),
            file("policies/loans/loan/policy.toml", ""),
            file("policies/facts/staff.toml", ""),
            file(path, code),
        ];
        shown(&check(&files))
    }
}
