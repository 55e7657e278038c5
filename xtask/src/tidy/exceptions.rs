//! What breaks a rule and may stay for now. The list may only get shorter.

use super::{Finding, Rule};

/// Lets one path break one rule, up to a bound.
pub(crate) struct Exception {
    pub(crate) rule: Rule,
    pub(crate) path: &'static str,
    /// How many findings, or lines of a long file.
    pub(crate) at_most: usize,
    pub(crate) why: &'static str,
}

pub(crate) const EXCEPTIONS: &[Exception] = &[
    Exception {
        rule: Rule::Length,
        path: "crates/corpus/tests/broken.rs",
        at_most: 1_200,
        why: "one snapshot for each kind of mistake in a pack",
    },
    Exception {
        rule: Rule::Length,
        path: "crates/policy/tests/lang/check.rs",
        at_most: 1_070,
        why: "one snapshot for each kind of mistake in an expression",
    },
];

/// Takes out what is excepted; an exception that nothing needs any more is a finding of its own.
pub(crate) fn settle(findings: Vec<Finding>, exceptions: &[Exception]) -> Vec<Finding> {
    let mut left = findings;
    for exception in exceptions {
        let concerned = |it: &Finding| it.rule == exception.rule && it.path == exception.path;
        let size: usize = left.iter().filter(|it| concerned(it)).map(|it| it.size).sum();
        if size == 0 {
            let says =
                format!("no longer breaks {:?}; take its exception out ({})", exception.rule, exception.why);
            left.push(Finding::of(Rule::Exceptions, exception.path, says));
        } else if size <= exception.at_most {
            left.retain(|it| !concerned(it));
        }
    }
    left
}

#[cfg(test)]
mod tests {
    use super::{Exception, settle};
    use crate::tidy::{Finding, Rule};

    const ONE: &[Exception] = &[Exception { rule: Rule::Length, path: "a.rs", at_most: 700, why: "a table" }];

    fn long(lines: usize) -> Vec<Finding> {
        vec![Finding { size: lines, ..Finding::of(Rule::Length, "a.rs", "long") }]
    }

    #[test]
    fn an_exception_holds_up_to_its_bound() {
        assert!(settle(long(700), ONE).is_empty());
        assert_eq!(settle(long(701), ONE).len(), 1);
    }

    #[test]
    fn an_exception_that_is_not_needed_is_told() {
        let left = settle(Vec::new(), ONE);
        assert_eq!(left.len(), 1);
        assert_eq!(left[0].rule, Rule::Exceptions);
    }

    #[test]
    fn an_exception_is_for_one_rule_only() {
        let other = vec![Finding::of(Rule::Leftovers, "a.rs", "left")];
        assert!(settle(other, ONE).iter().any(|it| it.rule == Rule::Leftovers));
    }
}
