//! Decisions read from bytes: what shrinks a failing case is fewer and smaller bytes.

/// A stream of decisions; once used up, every decision is the first one.
#[derive(Debug, Clone)]
pub(crate) struct Dice<'b> {
    bytes: &'b [u8],
    at: usize,
}

impl<'b> Dice<'b> {
    pub(crate) fn new(bytes: &'b [u8]) -> Dice<'b> {
        Dice { bytes, at: 0 }
    }

    /// One of `0..n`.
    pub(crate) fn below(&mut self, n: usize) -> usize {
        let byte = self.bytes.get(self.at).copied().unwrap_or(0);
        self.at += 1;
        usize::from(byte) % n
    }

    /// True about once in `n` times.
    pub(crate) fn once_in(&mut self, n: usize) -> bool {
        self.below(n) == n - 1
    }

    /// Any of the range, both ends in.
    pub(crate) fn between(&mut self, low: i64, high: i64) -> i64 {
        let width = high - low + 1;
        let wide = (0..3).fold(0_i64, |all, _| all * 256 + self.below(256) as i64);
        match self.below(3) {
            0 => low,
            1 => high,
            _ => low + wide % width,
        }
    }

    pub(crate) fn one_of<'t>(&mut self, those: &[&'t str]) -> &'t str {
        those[self.below(those.len())]
    }
}
