//! The sheet on paper: set by typst from a template that is part of the program.

use std::{collections::BTreeSet, sync::LazyLock};

use desk::{Lingua, Sheet};
use typst::{
    Library, LibraryExt, World,
    diag::{FileError, FileResult, SourceDiagnostic},
    foundations::{Bytes, Datetime, Duration, Smart},
    syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot},
    text::{Font, FontBook},
    utils::LazyHash,
};
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards};

use crate::{HandoutError, fonts, sheet_data};

/// A printed sheet.
pub struct Printed {
    /// The PDF.
    pub bytes: Vec<u8>,
    /// Characters that the fonts do not have; `〓` stands for each.
    pub lacking: BTreeSet<char>,
}

/// Sets the sheet in one language: A4, tagged for screen readers (PDF/UA-1), the same bytes for the same sheet.
pub fn pdf(sheet: &Sheet, lingua: Lingua) -> Result<Printed, HandoutError> {
    let (document, lacking) = set(sheet, lingua)?;
    let bytes = typst_pdf::pdf(&document, &options()?).map_err(told)?;
    Ok(Printed { bytes, lacking })
}

fn set(sheet: &Sheet, lingua: Lingua) -> Result<(PagedDocument, BTreeSet<char>), HandoutError> {
    let (data, lacking) = sheet_data::data(sheet, lingua);
    let press = Press { data: Bytes::from_string(data.to_string()) };
    Ok((typst::compile(&press).output.map_err(told)?, lacking))
}

fn options() -> Result<PdfOptions, HandoutError> {
    let standards = PdfStandards::new(&[PdfStandard::Ua_1])
        .map_err(|it| HandoutError::Sheet(it.message().to_string()))?;
    Ok(PdfOptions {
        ident: Smart::Custom("policy-subsidy-advisor sheet".to_owned()),
        creator: Smart::Custom(Some("Policy Subsidy Advisor".to_owned())),
        standards,
        ..PdfOptions::default()
    })
}

fn told(errors: impl IntoIterator<Item = SourceDiagnostic>) -> HandoutError {
    let messages: Vec<String> = errors.into_iter().map(|it| it.message.to_string()).collect();
    HandoutError::Sheet(messages.join("; "))
}

static TEMPLATE: LazyLock<Source> =
    LazyLock::new(|| Source::new(file("sheet.typ"), include_str!("sheet.typ").to_owned()));
static DATA: LazyLock<FileId> = LazyLock::new(|| file("sheet.json"));
static LIBRARY: LazyLock<LazyHash<Library>> = LazyLock::new(|| LazyHash::new(Library::default()));

fn file(name: &str) -> FileId {
    let path = VirtualPath::new(name).expect("a plain name is a path");
    RootedPath::new(VirtualRoot::Project, path).intern()
}

/// All that typst sees of the world: the template, the sheet, the fonts. It has no file of the machine and no clock.
struct Press {
    data: Bytes,
}

impl World for Press {
    fn library(&self) -> &LazyHash<Library> {
        &LIBRARY
    }

    fn book(&self) -> &LazyHash<FontBook> {
        fonts::book()
    }

    fn main(&self) -> FileId {
        TEMPLATE.id()
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        if id == TEMPLATE.id() { Ok(TEMPLATE.clone()) } else { Err(FileError::AccessDenied) }
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        if id == *DATA { Ok(self.data.clone()) } else { Err(FileError::AccessDenied) }
    }

    fn font(&self, idx: usize) -> Option<Font> {
        fonts::font(idx)
    }

    fn today(&self, _offset: Option<Duration>) -> Option<Datetime> {
        None
    }
}

#[cfg(test)]
mod tests {
    use typst::layout::{Frame, FrameItem};

    use super::*;
    use crate::example::{HOSTILE, sheet};

    /// All that is printed, without the spaces that typst leaves between runs.
    fn printed(sheet: &Sheet, lingua: Lingua) -> String {
        let (document, _) = set(sheet, lingua).unwrap();
        let mut text = String::new();
        document.pages().iter().for_each(|it| collect(&it.frame, &mut text));
        text.retain(|it| it != ' ');
        text
    }

    fn collect(frame: &Frame, text: &mut String) {
        for (_, item) in frame.items() {
            match item {
                FrameItem::Group(group) => collect(&group.frame, text),
                FrameItem::Text(run) => text.push_str(&run.text),
                _ => {}
            }
        }
    }

    fn spaceless(text: &str) -> String {
        text.replace(' ', "")
    }

    #[test]
    fn what_is_typed_is_printed_as_it_was_typed() {
        assert!(printed(&sheet(), Lingua::En).contains(&spaceless(HOSTILE)));
    }

    #[test]
    fn all_parts_are_printed_in_the_language_asked_for() {
        let (zh, en) = (printed(&sheet(), Lingua::Zh), printed(&sheet(), Lingua::En));
        for (of_zh, of_en) in [
            ("政策一次性告知单", "Support for your enterprise"),
            ("首次创业一次性补贴", "First-time founder grant"),
            ("部门认定", "office"),
            ("条款“条件”", "clause: Conditions"),
            ("2×4,000", "2 × 4,000"),
            ("先核实最近一次见到", "Ask first"),
            ("营业执照·复印件用于1", "Business licence"),
            ("2026年8月31日", "31 August 2026"),
            ("关系到3项政策", "3 policies hang on it"),
            ("沪人社规〔2023〕1号", "沪人社规〔2023〕1号"),
            ("不是主管部门的决定", "Not an official decision"),
            ("example2026.1", "example 2026.1"),
        ] {
            assert!(zh.contains(of_zh), "{of_zh} in {zh}");
            assert!(en.contains(&spaceless(of_en)), "{of_en} in {en}");
        }
    }

    #[test]
    fn the_same_sheet_is_the_same_file() {
        let once = pdf(&sheet(), Lingua::Zh).unwrap();
        let again = pdf(&sheet(), Lingua::Zh).unwrap();
        assert!(once.bytes.starts_with(b"%PDF-"));
        assert!(once.bytes == again.bytes);
    }

    #[test]
    fn a_character_without_a_font_is_told_and_never_a_box() {
        let rare = Sheet { name: "𠮷野".to_owned(), ..sheet() };
        assert_eq!(pdf(&rare, Lingua::Zh).unwrap().lacking, BTreeSet::from(['𠮷']));
        assert!(printed(&rare, Lingua::Zh).contains("〓野"));
        assert!(pdf(&sheet(), Lingua::Zh).unwrap().lacking.is_empty());
    }
}
