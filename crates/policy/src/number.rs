//! Exact numbers. Nothing near money is a floating-point number.

use std::{cmp::Ordering, fmt, str::FromStr};

use num_rational::Ratio;
use num_traits::{CheckedAdd, CheckedDiv, CheckedMul, CheckedSub, Signed, ToPrimitive};

/// An exact rational number. Money is a number of yuan.
///
/// Arithmetic that would leave 128 bits gives `None`: the result is then unknown, never wrong.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct Number(Ratio<i128>);

impl Ord for Number {
    /// Crosswise where that fits: the ratio would divide.
    fn cmp(&self, other: &Number) -> Ordering {
        let crosswise = |a: &Ratio<i128>, b: &Ratio<i128>| i128::checked_mul(*a.numer(), *b.denom());
        match crosswise(&self.0, &other.0).zip(crosswise(&other.0, &self.0)) {
            Some((a, b)) => a.cmp(&b),
            None => self.0.cmp(&other.0),
        }
    }
}

impl PartialOrd for Number {
    fn partial_cmp(&self, other: &Number) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

/// Why a text is not a number.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum NumberError {
    /// Not digits with at most one point.
    #[error("`{0}` is not a number: write digits with at most one point, such as 1250.5")]
    Form(String),
    /// More digits than any figure here needs.
    #[error("`{0}` has too many digits")]
    TooLong(String),
}

impl Number {
    /// Zero.
    pub const ZERO: Number = Number(Ratio::new_raw(0, 1));
    /// One.
    pub const ONE: Number = Number(Ratio::new_raw(1, 1));
    /// The smallest coin: 0.01.
    pub const FEN: Number = Number(Ratio::new_raw(1, 100));
    /// The step of decimal answers: 0.000001.
    pub const MICRO: Number = Number(Ratio::new_raw(1, 1_000_000));

    /// The sum, `None` beyond 128 bits.
    pub fn plus(self, other: Number) -> Option<Number> {
        match self.whole().zip(other.whole()) {
            Some((a, b)) => a.checked_add(b).map(Number::from),
            None => {
                self.in_short(other, Ratio::checked_add).or_else(|| self.0.checked_add(&other.0).map(Number))
            }
        }
    }

    /// The difference, `None` beyond 128 bits.
    pub fn minus(self, other: Number) -> Option<Number> {
        match self.whole().zip(other.whole()) {
            Some((a, b)) => a.checked_sub(b).map(Number::from),
            None => {
                self.in_short(other, Ratio::checked_sub).or_else(|| self.0.checked_sub(&other.0).map(Number))
            }
        }
    }

    /// The product, `None` beyond 128 bits.
    pub fn times(self, other: Number) -> Option<Number> {
        match self.whole().zip(other.whole()) {
            Some((a, b)) => a.checked_mul(b).map(Number::from),
            None => {
                self.in_short(other, Ratio::checked_mul).or_else(|| self.0.checked_mul(&other.0).map(Number))
            }
        }
    }

    /// The quotient, `None` beyond 128 bits and where the divisor is zero.
    pub fn over(self, other: Number) -> Option<Number> {
        if other == Number::ZERO {
            return None;
        }
        self.in_short(other, Ratio::checked_div).or_else(|| self.0.checked_div(&other.0).map(Number))
    }

    /// Whole numbers need no common divisor sought.
    fn whole(self) -> Option<i128> {
        (*self.0.denom() == 1).then(|| *self.0.numer())
    }

    /// Reckoned in 64 bits, where a common divisor is found many times faster; `None` beyond them.
    fn in_short(
        self,
        other: Number,
        reckon: impl Fn(&Ratio<i64>, &Ratio<i64>) -> Option<Ratio<i64>>,
    ) -> Option<Number> {
        let short = |it: Number| {
            let (numer, denom) = (i64::try_from(*it.0.numer()), i64::try_from(*it.0.denom()));
            Some(Ratio::new_raw(numer.ok()?, denom.ok()?))
        };
        let (numer, denom) = reckon(&short(self)?, &short(other)?)?.into_raw();
        Some(Number(Ratio::new_raw(numer.into(), denom.into())))
    }

    /// The same distance on the other side of zero.
    pub fn negated(self) -> Option<Number> {
        Number::ZERO.minus(self)
    }

    /// Rounded to `places` digits behind the point, half away from zero.
    pub fn rounded(self, places: u32) -> Option<Number> {
        let scale = Number::from(10_i128.checked_pow(places)?);
        Number(self.times(scale)?.0.round()).over(scale)
    }

    /// The greatest multiple of `step` that is not above the number. `step` is above zero.
    pub fn floor_to(self, step: Number) -> Option<Number> {
        match self.whole() {
            Some(_) if step == Number::ONE => Some(self),
            _ => Number(self.over(step)?.0.floor()).times(step),
        }
    }

    /// The least multiple of `step` that is not below the number. `step` is above zero.
    pub fn ceil_to(self, step: Number) -> Option<Number> {
        match self.whole() {
            Some(_) if step == Number::ONE => Some(self),
            _ => Number(self.over(step)?.0.ceil()).times(step),
        }
    }

    /// Whether it is a whole number.
    pub fn is_whole(self) -> bool {
        self.0.is_integer()
    }

    /// Whether it is below zero.
    pub fn is_negative(self) -> bool {
        self.0.is_negative()
    }

    /// The whole number, where it is one and fits.
    pub fn to_i64(self) -> Option<i64> {
        if self.is_whole() { self.0.to_integer().to_i64() } else { None }
    }
}

impl From<i128> for Number {
    fn from(whole: i128) -> Number {
        Number(Ratio::from_integer(whole))
    }
}

impl From<i64> for Number {
    fn from(whole: i64) -> Number {
        Number::from(i128::from(whole))
    }
}

impl FromStr for Number {
    type Err = NumberError;

    fn from_str(text: &str) -> Result<Number, NumberError> {
        let digits = text.strip_prefix('-').unwrap_or(text);
        let (whole, part) = digits.split_once('.').unwrap_or((digits, "0"));
        let plain = |it: &str| !it.is_empty() && it.bytes().all(|byte| byte.is_ascii_digit());
        if !plain(whole) || !plain(part) {
            return Err(NumberError::Form(text.to_owned()));
        }
        let too_long = || NumberError::TooLong(text.to_owned());
        if part.len() > 12 || whole.len() > 20 {
            return Err(too_long());
        }
        let all: i128 = format!("{whole}{part}").parse().map_err(|_| too_long())?;
        let scale = 10_i128.checked_pow(part.len() as u32).ok_or_else(too_long)?;
        let number = Number(Ratio::new(all, scale));
        if text.starts_with('-') { number.negated().ok_or_else(too_long) } else { Ok(number) }
    }
}

impl fmt::Display for Number {
    /// All digits where they end within twelve places, else a fraction such as `1/3`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for places in 0..=12 {
            let ends = 10_i128.pow(places) % self.0.denom() == 0;
            if ends {
                return write!(f, "{}", Decimal { number: *self, places });
            }
        }
        write!(f, "{}/{}", self.0.numer(), self.0.denom())
    }
}

/// A number whose digits end at `places`.
struct Decimal {
    number: Number,
    places: u32,
}

impl fmt::Display for Decimal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let scale = 10_i128.pow(self.places);
        let scaled = self.number.0.numer() / self.number.0.denom() * scale
            + self.number.0.numer() % self.number.0.denom() * scale / self.number.0.denom();
        let sign = if scaled < 0 { "-" } else { "" };
        let digits = scaled.unsigned_abs();
        if self.places == 0 {
            return write!(f, "{sign}{digits}");
        }
        let scale = scale.unsigned_abs();
        let width = self.places as usize;
        write!(f, "{sign}{}.{:0width$}", digits / scale, digits % scale)
    }
}

impl PartialEq<i64> for Number {
    fn eq(&self, other: &i64) -> bool {
        *self == Number::from(*other)
    }
}

impl PartialOrd<i64> for Number {
    fn partial_cmp(&self, other: &i64) -> Option<Ordering> {
        self.partial_cmp(&Number::from(*other))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn number(text: &str) -> Number {
        text.parse().unwrap()
    }

    #[test]
    fn digits_come_back_as_they_were() {
        for text in ["0", "8000", "0.16", "-12.5", "969.66", "0.000001"] {
            assert_eq!(number(text).to_string(), text);
        }
    }

    #[test]
    fn a_third_is_exact() {
        let third = Number::ONE.over(number("3")).unwrap();
        assert_eq!(third.to_string(), "1/3");
        assert_eq!(third.times(number("3")), Some(Number::ONE));
    }

    #[test]
    fn half_goes_away_from_zero() {
        assert_eq!(number("2.5").rounded(0), Some(number("3")));
        assert_eq!(number("-2.5").rounded(0), Some(number("-3")));
        assert_eq!(number("0.125").rounded(2), Some(number("0.13")));
    }

    #[test]
    fn what_cannot_be_computed_is_not_invented() {
        assert_eq!(Number::ONE.over(Number::ZERO), None);
        assert_eq!(Number::from(i128::MAX).plus(Number::ONE), None);
        for text in ["", "1.", ".5", "1e3", "１", "1,000", "--1"] {
            assert!(text.parse::<Number>().is_err(), "{text}");
        }
    }
}
