//! The letters of the sheet: part of the program, so that it looks the same on every machine and never has boxes.

use std::sync::LazyLock;

use typst::{
    foundations::Bytes,
    text::{Font, FontBook},
    utils::LazyHash,
};

static SANS: &[u8] = include_bytes!("../fonts/NotoSansCJKsc-Regular.otf");
static SERIF: &[u8] = include_bytes!("../fonts/NotoSerifCJKsc-Bold.otf");

/// The fonts, read once.
static FONTS: LazyLock<Vec<Font>> =
    LazyLock::new(|| [SANS, SERIF].into_iter().flat_map(|it| Font::iter(Bytes::new(it))).collect());

static BOOK: LazyLock<LazyHash<FontBook>> =
    LazyLock::new(|| LazyHash::new(FontBook::from_fonts(FONTS.iter())));

/// What stands for a character that the fonts do not have, as printers always did.
const INSTEAD: char = '〓';

pub(crate) fn book() -> &'static LazyHash<FontBook> {
    &BOOK
}

pub(crate) fn font(idx: usize) -> Option<Font> {
    FONTS.get(idx).cloned()
}

/// A text of which every character can be printed; what cannot is noted.
pub(crate) fn printable(text: &str, lacking: &mut std::collections::BTreeSet<char>) -> String {
    let print = |it: char| match it {
        '\n' | '\t' => ' ',
        it if it.is_control() => INSTEAD,
        it if FONTS.iter().any(|font| font.info().coverage.contains(u32::from(it))) => it,
        it => {
            lacking.insert(it);
            INSTEAD
        }
    };
    text.chars().map(print).collect()
}
