//! Writing the same thing the same way: width, case, traditional characters.

use std::{
    ops::RangeInclusive,
    sync::{LazyLock, OnceLock},
};

use ferrous_opencc::{OpenCC, config::BuiltinConfig};

/// One character after folding, and the bytes of the text it was made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Glyph {
    pub(crate) char: char,
    pub(crate) start: u32,
    pub(crate) end: u32,
}

/// Folds a text, keeping for each character where it came from.
pub(crate) fn fold(text: &str) -> Vec<Glyph> {
    let mut glyphs = Vec::with_capacity(text.len() / 2);
    for (start, char) in text.char_indices() {
        let (start, end) = (start as u32, (start + char.len_utf8()) as u32);
        if is_han(char) {
            glyphs.push(Glyph { char, start, end });
        } else {
            glyphs.extend(narrow(char).to_lowercase().map(|char| Glyph { char, start, end }));
        }
    }
    for run in glyphs.chunk_by_mut(|a, b| is_han(a.char) && is_han(b.char)) {
        simplify(run);
    }
    glyphs
}

/// Characters of Chinese, without punctuation.
pub(crate) fn is_han(char: char) -> bool {
    matches!(char, '\u{4e00}'..='\u{9fff}' | '々' | '〇' | '\u{3400}'..='\u{4dbf}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}')
}

/// Full-width Latin letters, digits and signs are as wide as a Chinese character, and mean the same.
fn narrow(char: char) -> char {
    match char {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(char) - 0xfee0).unwrap_or(char),
        '\u{3000}' => ' ',
        '’' => '\'',
        _ => char,
    }
}

/// Which simplified character a traditional one becomes can hang on its neighbours: a run is converted whole.
fn simplify(run: &mut [Glyph]) {
    if !run.iter().any(|it| SIMPLIFIER.changes(it.char)) {
        return;
    }
    let written: String = run.iter().map(|it| it.char).collect();
    let simplified: Vec<char> = SIMPLIFIER.opencc.convert(&written).chars().collect();
    // The few phrases that change their length stay as they are: every character needs its place.
    if simplified.len() == run.len() {
        for (glyph, char) in run.iter_mut().zip(simplified) {
            glyph.char = char;
        }
    }
}

static SIMPLIFIER: LazyLock<Simplifier> = LazyLock::new(Simplifier::new);

/// What the table below covers: the characters in daily use and the first extension.
const COVERED: RangeInclusive<char> = '\u{3400}'..='\u{9fff}';

struct Simplifier {
    opencc: OpenCC,
    /// For each covered character whether the dictionary changes it, found out when first met: asking it
    /// each time would take longer than indexing, asking for all at once is felt when the program starts.
    met: Vec<OnceLock<bool>>,
}

impl Simplifier {
    fn new() -> Simplifier {
        let opencc = OpenCC::from_config(BuiltinConfig::T2s).expect("the dictionary is part of the program");
        Simplifier { opencc, met: COVERED.map(|_| OnceLock::new()).collect() }
    }

    fn changes(&self, char: char) -> bool {
        let place = u32::from(char).checked_sub(u32::from(*COVERED.start()));
        let met = place.and_then(|it| self.met.get(it as usize));
        met.is_some_and(|it| *it.get_or_init(|| !self.opencc.convert(&char.to_string()).chars().eq([char])))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn width_case_and_tradition_do_not_matter() {
        for (written, folded) in [
            ("ＡＢＣ　１２", "abc 12"),
            ("創業補貼", "创业补贴"),
            ("頭髮與發展", "头发与发展"),
            ("乾淨的乾坤", "干净的乾坤"),
            ("Founder’s İD", "founder's i\u{307}d"),
        ] {
            let chars: String = fold(written).iter().map(|it| it.char).collect();
            assert_eq!(chars, folded);
        }
    }
}
