//! Text to words, figures and signs.

use std::ops::Range;

use super::mistake::{Code, Mistake};
use crate::{Date, Id, Number, Text};

/// A piece of an expression.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Token<'a> {
    pub(super) piece: Piece<'a>,
    pub(super) span: Range<usize>,
}

/// What a piece is.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Piece<'a> {
    Number(Number),
    Date(Date),
    Quoted(Id),
    /// A name or a keyword.
    Word(&'a str),
    Sign(&'static str),
    End,
}

const SIGNS: [&str; 19] =
    ["..=", "==", "!=", "<=", ">=", "=>", "<", ">", "+", "-", "*", "/", "(", ")", "[", "]", "{", "}", ","];

/// Signs of other languages and of Chinese keyboards, with what is written here instead.
const FOREIGN: [(&str, &str); 50] = [
    ("=", "=="),
    ("===", "=="),
    ("!==", "!="),
    ("<>", "!="),
    ("=<", "<="),
    ("->", "=>"),
    ("&&", "and"),
    ("&", "and"),
    ("||", "or"),
    ("|", "or"),
    ("!", "not"),
    ("..", "..="),
    ("...", "..="),
    ("…", "..="),
    ("\"", "'"),
    ("`", "'"),
    ("“", "'"),
    ("”", "'"),
    ("‘", "'"),
    ("’", "'"),
    ("＂", "'"),
    ("＇", "'"),
    ("；", ","),
    (";", ","),
    ("、", ","),
    ("，", ","),
    ("（", "("),
    ("）", ")"),
    ("［", "["),
    ("］", "]"),
    ("【", "["),
    ("】", "]"),
    ("｛", "{"),
    ("｝", "}"),
    ("＝", "=="),
    ("≠", "!="),
    ("≥", ">="),
    ("≧", ">="),
    ("≤", "<="),
    ("≦", "<="),
    ("＞", ">"),
    ("＜", "<"),
    ("！", "not"),
    ("＋", "+"),
    ("－", "-"),
    ("−", "-"),
    ("＊", "*"),
    ("×", "*"),
    ("／", "/"),
    ("÷", "/"),
];

/// All pieces of the text, then the end; or everything in it that is no piece.
pub(super) fn lex(text: &str) -> Result<Vec<Token<'_>>, Vec<Mistake>> {
    let mut tokens = Vec::new();
    let mut mistakes = Vec::new();
    let mut at = 0;
    while let Some(first) = text[at..].chars().next() {
        if first.is_whitespace() {
            at += first.len_utf8();
            continue;
        }
        let (length, piece) = piece(&text[at..], first);
        let span = at..at + length;
        at = span.end;
        match piece {
            Ok(piece) => tokens.push(Token { piece, span }),
            Err(wrong) => mistakes.push(wrong.at(span)),
        }
    }
    tokens.push(Token { piece: Piece::End, span: text.len()..text.len() });
    if mistakes.is_empty() { Ok(tokens) } else { Err(mistakes) }
}

/// What is wrong with a piece, before it is known where it stands.
struct Wrong {
    code: Code,
    message: String,
    hint: Option<Text>,
}

impl Wrong {
    fn new(code: Code, message: impl Into<String>, hint: impl Into<Option<Text>>) -> Wrong {
        Wrong { code, message: message.into(), hint: hint.into() }
    }

    fn at(self, span: Range<usize>) -> Mistake {
        Mistake { span, code: self.code, message: self.message, hint: self.hint }
    }
}

/// The piece that the text begins with, and its length in bytes, which is never 0.
fn piece(text: &str, first: char) -> (usize, Result<Piece<'_>, Wrong>) {
    match first {
        '0'..='9' => figure(text),
        'a'..='z' | 'A'..='Z' | '_' => {
            let length = run(text, is_word);
            (length, Ok(Piece::Word(&text[..length])))
        }
        '\'' => quoted(text),
        _ => sign(text, first),
    }
}

fn figure(text: &str) -> (usize, Result<Piece<'_>, Wrong>) {
    let is_date = has_date_form(text.as_bytes());
    let figure = if is_date { "0000-00-00".len() } else { number_length(text) };
    // What clings to a figure belongs to it, so that `12abc` and `3万` are seen whole.
    let length = figure + run(&text[figure..], |it| is_word(it) || it.is_alphanumeric());
    let text = &text[..length];
    let piece = if is_date { date(text) } else { number(text) };
    (length, piece)
}

/// Four digits, two, two with hyphens are always a date.
fn has_date_form(text: &[u8]) -> bool {
    text.len() >= 10
        && text[..10].iter().enumerate().all(|(idx, byte)| match idx {
            4 | 7 => *byte == b'-',
            _ => byte.is_ascii_digit(),
        })
}

fn number_length(text: &str) -> usize {
    let whole = run(text, |it| it.is_ascii_digit());
    let places = text[whole..].strip_prefix('.').map_or(0, |it| run(it, |it| it.is_ascii_digit()));
    if places == 0 { whole } else { whole + 1 + places }
}

fn date(text: &str) -> Result<Piece<'_>, Wrong> {
    let date: Result<Date, _> = text.parse();
    date.map(Piece::Date).map_err(|err| Wrong::new(Code::BadDate, err.to_string(), None))
}

fn number(text: &str) -> Result<Piece<'_>, Wrong> {
    let number: Number =
        text.parse().map_err(|err: crate::NumberError| Wrong::new(Code::BadNumber, err.to_string(), None))?;
    let padded = text.starts_with('0') && text[1..].starts_with(|it: char| it.is_ascii_digit());
    if padded {
        // `max(1,000)` would otherwise be the greater of one and nought.
        let hint = Text::new(
            "千位不加逗号，日期写四位、两位、两位数字",
            "write thousands without commas, dates with four digits, two and two",
        );
        return Err(Wrong::new(Code::BadNumber, format!("`{text}` begins with a nought too many"), hint));
    }
    Ok(Piece::Number(number))
}

fn quoted(text: &str) -> (usize, Result<Piece<'_>, Wrong>) {
    let Some(length) = text[1..].find('\'') else {
        let hint = Text::new(
            "选项和编号写在一对 `'` 之间，如 'yangpu'",
            "an option or an id stands between two of them, such as 'yangpu'",
        );
        return (text.len(), Err(Wrong::new(Code::Syntax, "a closing `'` is missing", hint)));
    };
    let id: Result<Id, _> = text[1..=length].parse();
    (length + 2, id.map(Piece::Quoted).map_err(|err| Wrong::new(Code::BadId, err.to_string(), None)))
}

fn sign(text: &str, first: char) -> (usize, Result<Piece<'_>, Wrong>) {
    let ours = SIGNS.into_iter().filter(|it| text.starts_with(it)).max_by_key(|it| it.len());
    let foreign = FOREIGN.into_iter().filter(|it| text.starts_with(it.0)).max_by_key(|it| it.0.len());
    match (ours, foreign) {
        (Some(ours), None) => (ours.len(), Ok(Piece::Sign(ours))),
        (Some(ours), Some(foreign)) if foreign.0.len() <= ours.len() => (ours.len(), Ok(Piece::Sign(ours))),
        (_, Some((foreign, meant))) => {
            let message = format!("`{foreign}` is not a sign of this language");
            (
                foreign.len(),
                Err(Wrong::new(
                    Code::ForeignSign,
                    message,
                    Text::new(format!("请写成 `{meant}`"), format!("write `{meant}`")),
                )),
            )
        }
        (None, None) => stranger(text, first),
    }
}

fn stranger(text: &str, first: char) -> (usize, Result<Piece<'_>, Wrong>) {
    let length = first.len_utf8().max(run(text, |it| it.is_alphanumeric() && !it.is_ascii()));
    let (zh, en) = match first {
        '%' | '％' => ("比例写成小数：15 % 写 0.15", "write a share as a decimal: 15 % is 0.15"),
        _ => (
            "名称、选项和数字只用半角的拉丁字母和数字",
            "names, options and numbers are written in plain Latin letters and digits",
        ),
    };
    let message = format!("`{}` cannot stand in an expression", &text[..length]);
    (length, Err(Wrong::new(Code::Syntax, message, Text::new(zh, en))))
}

fn is_word(it: char) -> bool {
    it.is_ascii_alphanumeric() || it == '_'
}

/// How many bytes at the beginning are of a kind.
fn run(text: &str, is_of_it: impl Fn(char) -> bool) -> usize {
    text.find(|it| !is_of_it(it)).unwrap_or(text.len())
}
