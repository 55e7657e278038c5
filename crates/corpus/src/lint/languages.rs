//! Words that were copied over instead of translated, and clauses that only one language has.

use policy::Text;

use std::collections::BTreeSet;

use toml::de::DeValue;

use crate::{
    load::{EditionFiles, TextFile},
    read::{Document, Table},
    remark::{Place, Remarks},
};

/// Looks through every text of a file that has words in two languages.
pub(crate) fn check(remarks: &mut Remarks<'_>, document: &Document<'_>) {
    look(remarks, &document.root());
}

fn look(remarks: &mut Remarks<'_>, table: &Table<'_>) {
    let pairs = table.words("zh").zip(table.words("en"));
    if let Some((zh, en)) = pairs {
        tell(remarks, &table.place_at("zh"), &table.place_at("en"), zh, en);
    }
    if table.has("zh") && pairs.is_none() {
        // Lists of sentences are no translations of each other one by one.
        let (zh, en) = (table.strings("zh"), table.strings("en"));
        let zh = zh.iter().filter(|it| has_words(it.text) && !has_han(it.text));
        zh.for_each(|it| not_chinese(remarks, &it.place));
        en.iter().filter(|it| is_chinese(it.text)).for_each(|it| not_english(remarks, &it.place));
    }
    for (key, place) in table.keys() {
        match table.raw().get(key).map(toml::Spanned::get_ref) {
            Some(DeValue::Table(inner)) => look(remarks, &table.inside(place, inner)),
            Some(DeValue::Array(_)) => table.tables(key).iter().for_each(|it| look(remarks, it)),
            _ => {}
        }
    }
}

fn tell(remarks: &mut Remarks<'_>, at_zh: &Place<'_>, at_en: &Place<'_>, zh: &str, en: &str) {
    if zh == en && has_words(zh) {
        remarks.warn(at_en, "copied-over", "the words are the same in both languages");
        remarks.hint(Text::new(
            "请翻译；翻译好之前先空着一种",
            "translate them, or leave one out until they are",
        ));
    } else if has_words(zh) && !has_han(zh) {
        not_chinese(remarks, at_zh);
    } else if is_chinese(en) {
        not_english(remarks, at_en);
    }
}

fn not_chinese(remarks: &mut Remarks<'_>, place: &Place<'_>) {
    remarks.warn(place, "untranslated", "the Chinese words have no Chinese character in them");
    remarks.hint(Text::new(
        "请译成中文；外文名称可以写在中文旁边",
        "translate them; a name may stand in Latin letters beside its Chinese",
    ));
}

fn not_english(remarks: &mut Remarks<'_>, place: &Place<'_>) {
    remarks.warn(place, "untranslated", "the English words are Chinese");
    remarks.hint(Text::new(
        "请译成英文；官方名称可以放在括号或引号里",
        "translate them; an official name may follow in brackets or quotes",
    ));
}

/// Looks through the texts of an edition: the same clauses in both languages, each in its own.
pub(crate) fn check_texts(remarks: &mut Remarks<'_>, files: &EditionFiles<'_>) {
    let (Some(zh), Some(en)) = (files.zh, files.en) else { return };
    let (in_zh, in_en) = (prose::Document::parse(zh.text).0, prose::Document::parse(en.text).0);
    tell_missing(remarks, zh, &in_zh, en.file, &in_en);
    tell_missing(remarks, en, &in_en, zh.file, &in_zh);
    let words_of_zh: BTreeSet<&str> = in_zh.clauses().iter().map(|it| it.text.as_str()).collect();
    for clause in in_en.clauses().iter().filter(|it| has_words(&it.text)) {
        let place = Place { file: en.file, span: clause.span.clone() };
        if words_of_zh.contains(clause.text.as_str()) {
            remarks.warn(&place, "copied-over", "the words are the same in both languages");
            remarks.hint(Text::new("请翻译", "translate them"));
        } else if is_chinese(&clause.text) {
            not_english(remarks, &place);
        }
    }
    let untranslated = in_zh.clauses().iter().filter(|it| has_words(&it.text) && !has_han(&it.text));
    untranslated.for_each(|it| not_chinese(remarks, &Place { file: zh.file, span: it.span.clone() }));
}

fn tell_missing(
    remarks: &mut Remarks<'_>,
    one: TextFile<'_>,
    in_one: &prose::Document,
    other_file: &str,
    in_other: &prose::Document,
) {
    for clause in in_one.clauses() {
        let Some(anchor) = clause.anchor.as_deref().filter(|it| in_other.clause(it).is_none()) else {
            continue;
        };
        let place = Place { file: one.file, span: clause.span.clone() };
        remarks.warn(&place, "other-anchors", format!("`{other_file}` has no clause called `{anchor}`"));
        remarks.hint(Text::new(
            "在那边也标上同一条，或去掉这里的标记",
            "name the same clause there, or take the name away here",
        ));
    }
}

/// Whether there is anything to translate: figures, signs and names in capitals need no words.
fn has_words(text: &str) -> bool {
    text.split(|it: char| !it.is_alphabetic())
        .any(|word| word.chars().any(|it| is_han(it) || it.is_lowercase()))
}

fn has_han(text: &str) -> bool {
    text.chars().any(is_han)
}

/// Whether English words are Chinese in truth: nothing but Chinese, or a Chinese sentence outside quotes and brackets.
/// A name, or the number of a document, is none.
fn is_chinese(text: &str) -> bool {
    let bare = without_quoted(text);
    let has_sentence =
        bare.chars().zip(bare.chars().skip(1)).any(|(char, next)| is_han(char) && is_stop(next));
    has_sentence || (has_han(&bare) && !bare.chars().any(|it| it.is_ascii_alphabetic()))
}

fn is_stop(char: char) -> bool {
    matches!(char, '，' | '。' | '；' | '、' | '：' | '？' | '！')
}

/// What stands outside quotes and brackets, where official names have their place.
fn without_quoted(text: &str) -> String {
    let mut depth = 0_usize;
    let mut outside = String::new();
    for char in text.chars() {
        match char {
            '(' | '（' | '[' | '【' | '“' | '《' | '〈' | '「' | '『' | '〔' => depth += 1,
            ')' | '）' | ']' | '】' | '”' | '》' | '〉' | '」' | '』' | '〕' => {
                depth = depth.saturating_sub(1)
            }
            _ if depth == 0 => outside.push(char),
            _ => {}
        }
    }
    outside
}

fn is_han(char: char) -> bool {
    matches!(char, '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' | '\u{f900}'..='\u{faff}')
}
