//! The unified social credit code, checked by its check digit (GB 32100-2015).

use std::{fmt, str::FromStr};

/// Letters that are easily taken for digits are not among them.
const DIGITS: &[u8] = b"0123456789ABCDEFGHJKLMNPQRTUWXY";
const LENGTH: usize = 18;

/// A unified social credit code whose check digit is right.
///
/// ```
/// use roster::CreditCode;
///
/// assert!("91310110MA1G8ABC1A".parse::<CreditCode>().is_err());
/// assert_eq!(" 91350100m000100y43 ".parse::<CreditCode>().unwrap().as_str(), "91350100M000100Y43");
/// ```
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CreditCode(Box<str>);

/// Why a text is no credit code.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum CreditCodeError {
    /// It has another length.
    #[error("a credit code has 18 digits and letters, not {0}")]
    Length(usize),
    /// Something in it is no digit of the code.
    #[error("`{0}` cannot stand in a credit code")]
    Digit(char),
    /// The last digit does not fit the others: something was mistyped.
    #[error("the check digit does not fit: something in the code is mistyped")]
    Check,
}

impl CreditCode {
    /// The code, in capital letters.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FromStr for CreditCode {
    type Err = CreditCodeError;

    fn from_str(text: &str) -> Result<CreditCode, CreditCodeError> {
        let code = text.trim().to_ascii_uppercase();
        let digits = code.chars().map(digit).collect::<Result<Vec<usize>, _>>()?;
        let [body @ .., last] = digits.as_slice() else { return Err(CreditCodeError::Length(0)) };
        if digits.len() != LENGTH {
            return Err(CreditCodeError::Length(digits.len()));
        }
        if *last == check_digit(body) { Ok(CreditCode(code.into())) } else { Err(CreditCodeError::Check) }
    }
}

impl fmt::Display for CreditCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

fn digit(letter: char) -> Result<usize, CreditCodeError> {
    let place = DIGITS.iter().position(|it| char::from(*it) == letter);
    place.ok_or(CreditCodeError::Digit(letter))
}

/// Each digit weighs three times as much as the one before it, modulo 31.
fn check_digit(body: &[usize]) -> usize {
    let weights = std::iter::successors(Some(1), |it| Some(it * 3 % DIGITS.len()));
    let sum: usize = body.iter().zip(weights).map(|(digit, weight)| digit * weight).sum();
    (DIGITS.len() - sum % DIGITS.len()) % DIGITS.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Of well-known organisations, as they publish them.
    const RIGHT: [&str; 3] = ["91350100M000100Y43", "914403001922038216", "91110000802100433B"];

    #[test]
    fn codes_in_use_are_right() {
        for code in RIGHT {
            assert_eq!(code.parse::<CreditCode>().unwrap().as_str(), code);
        }
    }

    #[test]
    fn one_digit_mistyped_is_noticed() {
        for code in RIGHT {
            for (at, was) in code.char_indices() {
                for other in DIGITS.iter().map(|it| char::from(*it)).filter(|it| *it != was) {
                    let mut mistyped: Vec<char> = code.chars().collect();
                    mistyped[at] = other;
                    let mistyped: String = mistyped.into_iter().collect();
                    assert_eq!(mistyped.parse::<CreditCode>(), Err(CreditCodeError::Check), "{mistyped}");
                }
            }
        }
    }

    #[test]
    fn what_is_no_code_is_told() {
        assert_eq!("".parse::<CreditCode>(), Err(CreditCodeError::Length(0)));
        assert_eq!("913101".parse::<CreditCode>(), Err(CreditCodeError::Length(6)));
        assert_eq!("91350100M00O100Y43".parse::<CreditCode>(), Err(CreditCodeError::Digit('O')));
    }
}
