//! What is wrong in an author's file, and where. Remarks are collected, never thrown.

use policy::Text;

mod chinese;

use std::{collections::BTreeSet, fmt::Write, ops::Range};

use unicode_width::UnicodeWidthStr;

use crate::Files;

/// Something an author should look at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Remark {
    /// How grave it is.
    pub severity: Severity,
    /// Names the kind of mistake; stable.
    pub code: &'static str,
    /// The file, as a path inside the pack.
    pub file: String,
    /// The line, from 1.
    pub line: usize,
    /// The column in characters, from 1.
    pub column: usize,
    /// The bytes of the file that it is about.
    pub span: Range<usize>,
    /// What is wrong, in a sentence.
    pub message: String,
    /// What to do about it.
    pub hint: Option<Text>,
}

/// How grave a remark is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// The pack is not as it should be: what cannot be understood is left out, what contradicts itself misleads.
    Error,
    /// The pack works and could be better.
    Warning,
}

impl Severity {
    /// The word an author reads.
    fn word(self) -> Text {
        match self {
            Severity::Error => Text::new("错误", "error"),
            Severity::Warning => Text::new("提醒", "warning"),
        }
    }
}

impl Remark {
    /// What is wrong, for an author of either language.
    pub fn said(&self) -> Text {
        Text::new(chinese::said(self.code, &self.message), self.message.clone())
    }
}

/// A place in one of the pack's files.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Place<'a> {
    pub(crate) file: &'a str,
    pub(crate) span: Range<usize>,
}

impl<'a> Place<'a> {
    pub(crate) fn start_of(file: &'a str) -> Place<'a> {
        Place { file, span: 0..0 }
    }
}

/// The remarks so far, with the files they are about.
pub(crate) struct Remarks<'a> {
    files: &'a Files,
    all: Vec<Remark>,
    n_errors: usize,
}

impl<'a> Remarks<'a> {
    pub(crate) fn new(files: &'a Files) -> Remarks<'a> {
        Remarks { files, all: Vec::new(), n_errors: 0 }
    }

    pub(crate) fn error(&mut self, place: &Place<'_>, code: &'static str, message: impl Into<String>) {
        self.add(Severity::Error, place, code, message.into(), None);
    }

    pub(crate) fn warn(&mut self, place: &Place<'_>, code: &'static str, message: impl Into<String>) {
        self.add(Severity::Warning, place, code, message.into(), None);
    }

    pub(crate) fn add(
        &mut self,
        severity: Severity,
        place: &Place<'_>,
        code: &'static str,
        message: String,
        hint: Option<Text>,
    ) {
        self.n_errors += usize::from(severity == Severity::Error);
        let (file, span) = (place.file.to_owned(), place.span.clone());
        // Lines are counted at the end, in one go.
        self.all.push(Remark { severity, code, file, line: 1, column: 1, span, message, hint });
    }

    /// Gives the newest remark a hint.
    pub(crate) fn hint(&mut self, hint: impl Into<Option<Text>>) {
        if let Some(newest) = self.all.last_mut() {
            newest.hint = hint.into();
        }
    }

    /// What stands at a place.
    pub(crate) fn written(&self, place: &Place<'_>) -> Option<&'a str> {
        self.files.text(place.file)?.get(place.span.clone())
    }

    /// Whether a file whose path is accepted has an error.
    pub(crate) fn has_error(&self, of: impl Fn(&str) -> bool) -> bool {
        self.all.iter().any(|it| it.severity == Severity::Error && of(&it.file))
    }

    pub(crate) fn n_errors(&self) -> usize {
        self.n_errors
    }

    /// How a place is told in a sentence: file and line.
    pub(crate) fn spot(&self, place: &Place<'_>) -> String {
        format!("{}:{}", place.file, self.line(place))
    }

    /// The line of a place, from 1.
    pub(crate) fn line(&self, place: &Place<'_>) -> usize {
        let text = self.files.text(place.file).unwrap_or_default();
        text.get(..place.span.start).map_or(1, |it| it.matches('\n').count() + 1)
    }

    /// All remarks, by file and place.
    pub(crate) fn finish(self) -> Vec<Remark> {
        let mut all = self.all;
        sort(&mut all);
        // What all cases are given is read with each of them, and wrong only once.
        let mut told = BTreeSet::new();
        all.retain(|it| told.insert((it.file.clone(), it.span.start, it.span.end, it.message.clone())));
        count_lines(self.files, &mut all);
        all
    }
}

/// By file and place; what is said of one place in the order in which it was said.
pub(crate) fn sort(remarks: &mut [Remark]) {
    remarks.sort_by(|a, b| (&a.file, a.span.start).cmp(&(&b.file, b.span.start)));
}

/// Counts lines and columns, each text once however much there is to say of it: a hostile file may be one long mistake.
fn count_lines(files: &Files, sorted: &mut [Remark]) {
    for remarks in sorted.chunk_by_mut(|a, b| a.file == b.file) {
        let text = remarks.first().and_then(|it| files.text(&it.file)).unwrap_or_default();
        let (mut at, mut line, mut column) = (0, 1, 1);
        for remark in remarks {
            for char in text.get(at..remark.span.start).unwrap_or_default().chars() {
                (line, column) = if char == '\n' { (line + 1, 1) } else { (line, column + 1) };
            }
            at = remark.span.start;
            (remark.line, remark.column) = (line, column);
        }
    }
}

/// The remarks as an author reads them, in the language that `say` picks: place, line, a mark under what is meant, a hint.
///
/// ```text
/// error[unknown-key]: `tilte` is not a key of a policy
///   --> hiring/one-off/policy.toml:1:1
///   | tilte = { zh = "…", en = "…" }
///   | ^^^^^
///   = did you mean `title`?
/// ```
pub fn render(remarks: &[Remark], files: &Files, say: fn(&Text) -> &str) -> String {
    let mut out = String::new();
    for (idx, remark) in remarks.iter().enumerate() {
        if idx > 0 {
            out.push('\n');
        }
        render_one(&mut out, remark, files, say).expect("writing to a string does not fail");
    }
    out
}

fn render_one(out: &mut String, remark: &Remark, files: &Files, say: fn(&Text) -> &str) -> std::fmt::Result {
    writeln!(out, "{}[{}]: {}", say(&remark.severity.word()), remark.code, say(&remark.said()))?;
    writeln!(out, "  --> {}:{}:{}", remark.file, remark.line, remark.column)?;
    if let Some(excerpt) = files.text(&remark.file).and_then(|it| Excerpt::of(it, &remark.span)) {
        writeln!(out, "  | {}", excerpt.line)?;
        writeln!(out, "  | {}{}", " ".repeat(excerpt.indent), "^".repeat(excerpt.width))?;
    }
    if let Some(hint) = &remark.hint {
        writeln!(out, "  = {}", say(hint))?;
    }
    Ok(())
}

/// How much of a line is shown on either side of the place; rules are written in long lines.
const AROUND: usize = 70;

/// The part of a line that a remark is about, as wide as it is on a screen (a Chinese character takes two columns).
struct Excerpt {
    line: String,
    indent: usize,
    width: usize,
}

impl Excerpt {
    /// `None` where there is nothing to show: the file is empty, or not text.
    fn of(text: &str, span: &Range<usize>) -> Option<Excerpt> {
        let before = text.get(..span.start)?;
        let line_start = before.rfind('\n').map_or(0, |it| it + 1);
        let line_end = text[span.start..].find('\n').map_or(text.len(), |it| span.start + it);
        let marked_end = span.end.clamp(span.start, line_end);
        let marked = text.get(span.start..marked_end)?;
        if text[line_start..line_end].trim().is_empty() {
            return None;
        }
        let left = shortened_left(&text[line_start..span.start]);
        let right = shortened_right(text[marked_end..line_end].trim_end());
        let shown = |it: &str| it.replace('\t', " ");
        let (left, marked, right) = (shown(&left), shown(&shortened_right(marked)), shown(&right));
        let (indent, width) = (left.width(), marked.width().max(1));
        Some(Excerpt { line: left + &marked + &right, indent, width })
    }
}

fn shortened_left(text: &str) -> String {
    let n_over = text.chars().count().saturating_sub(AROUND);
    if n_over == 0 {
        text.to_owned()
    } else {
        std::iter::once('…').chain(text.chars().skip(n_over)).collect()
    }
}

fn shortened_right(text: &str) -> String {
    let mut chars = text.chars();
    let mut shown: String = chars.by_ref().take(AROUND).collect();
    if chars.next().is_some() {
        shown.push('…');
    }
    shown
}
