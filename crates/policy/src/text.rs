//! Text in the two languages of the house.

/// A text in Chinese and English. Where a file gives only one language, both hold it (and a remark says so).
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Default)]
pub struct Text {
    /// Chinese, simplified.
    pub zh: String,
    /// English.
    pub en: String,
}

impl Text {
    /// Words in both languages.
    pub fn new(zh: impl Into<String>, en: impl Into<String>) -> Text {
        Text { zh: zh.into(), en: en.into() }
    }

    /// The same words in both languages: official titles, names that are not translated.
    pub fn same(words: impl Into<String>) -> Text {
        let zh = words.into();
        Text { en: zh.clone(), zh }
    }

    /// True where neither language says anything.
    pub fn is_empty(&self) -> bool {
        self.zh.is_empty() && self.en.is_empty()
    }
}
