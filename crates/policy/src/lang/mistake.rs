//! What is wrong with an expression: where, what, and how to mend it.

use crate::Text;

use std::{fmt, ops::Range};

/// Something wrong in an expression, for its author.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mistake {
    /// The bytes of the expression that are wrong; empty at its end where something is missing.
    pub span: Range<usize>,
    /// Stable, for tools.
    pub code: Code,
    /// What is wrong.
    pub message: String,
    /// How to mend it.
    pub hint: Option<Text>,
}

macro_rules! codes {
    ($($(#[$doc:meta])* $code:ident $text:literal)*) => {
        /// The kinds of mistakes, stable for tools; written in kebab case.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Code {
            $($(#[$doc])* $code,)*
        }

        impl Code {
            /// All of them.
            pub const ALL: &[Code] = &[$(Code::$code,)*];

            /// How it is written.
            pub fn as_str(self) -> &'static str {
                match self {
                    $(Code::$code => $text,)*
                }
            }
        }
    };
}

codes! {
    /// Words and signs that make no expression.
    Syntax "syntax"
    /// A sign of another language or keyboard, such as `&&` or a full-width comma.
    ForeignSign "foreign-sign"
    /// A number that cannot be read.
    BadNumber "bad-number"
    /// A date that the calendar does not have.
    BadDate "bad-date"
    /// Quoted text that is no id.
    BadId "bad-id"
    /// Too many levels of nesting.
    TooDeep "too-deep"
    /// `a < b < c`
    ChainedComparison "chained-comparison"
    /// An `if` or a `not` as operand without parentheses.
    NeedsParentheses "needs-parentheses"
    /// A name that the pack does not have.
    UnknownName "unknown-name"
    /// A function that the language does not have.
    UnknownFunction "unknown-function"
    /// An option that the choice does not have.
    UnknownOption "unknown-option"
    /// A list that the pack does not have.
    UnknownList "unknown-list"
    /// A parameter that the pack does not have.
    UnknownParameter "unknown-parameter"
    /// A policy that the pack does not have.
    UnknownPolicy "unknown-policy"
    /// An amount that the policy does not have.
    UnknownAmount "unknown-amount"
    /// Something declared whose own expression has a mistake.
    BrokenName "broken-name"
    /// A value of another type than is needed.
    WrongType "wrong-type"
    /// Arguments that the function does not take.
    WrongArguments "wrong-arguments"
    /// A figure where a table is needed, or a table where a figure is.
    WrongParameter "wrong-parameter"
    /// A `match` of booleans or choices without `else`.
    MissingElse "missing-else"
    /// A fact of an entry, or `n`, where no entry is at hand.
    OutsideEntry "outside-entry"
    /// `counted` elsewhere than in an amount of a rule over a list.
    OutsideAmount "outside-amount"
    /// One list function within another.
    NestedList "nested-list"
    /// `months` within `months`.
    NestedMonths "nested-months"
    /// Money multiplied by money.
    MoneyTimesMoney "money-times-money"
    /// A number divided by money.
    NumberOverMoney "number-over-money"
    /// A division by the number 0.
    DivisionByZero "division-by-zero"
    /// Two choices that can never be equal.
    NoCommonOption "no-common-option"
    /// A range or a list where a single value is needed.
    MisplacedRange "misplaced-range"
    /// A range whose end lies before its beginning, or a list of nothing.
    EmptyRange "empty-range"
    /// More different options than a pack may have.
    TooManyOptions "too-many-options"
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl Mistake {
    /// A mistake without a hint.
    pub(super) fn new(span: Range<usize>, code: Code, message: impl Into<String>) -> Mistake {
        Mistake { span, code, message: message.into(), hint: None }
    }

    /// The same with a word on how to mend it.
    pub(super) fn hint(self, hint: impl Into<Option<Text>>) -> Mistake {
        Mistake { hint: hint.into(), ..self }
    }
}

/// "did you mean …", where one of the words is near enough.
pub(super) fn did_you_mean<'a>(word: &str, among: impl IntoIterator<Item = &'a str>) -> Option<Text> {
    let word = word.to_ascii_lowercase();
    let near = |other: &str| {
        let slips = 1.max(other.len() / 3);
        // The length alone often tells, and it keeps a word of absurd length cheap.
        if word.len().abs_diff(other.len()) > slips {
            return None;
        }
        Some(strsim::damerau_levenshtein(&word, other)).filter(|it| *it <= slips)
    };
    let nearest = among.into_iter().filter_map(|it| Some((near(it)?, it))).min()?;
    Some(Text::new(format!("是不是想写 `{}`？", nearest.1), format!("did you mean `{}`?", nearest.1)))
}
