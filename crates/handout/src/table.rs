//! The list as a spreadsheet: policies, papers, days. Every cell is text, so that nothing in it is ever reckoned.

use desk::{
    Lingua, Sheet,
    sheet::{Amount, Item},
    words,
};
use policy::Text;
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, FormatAlign, Workbook, Worksheet};

use crate::{HandoutError, sheet_data::numbers, words as fixed};

/// The longest text a cell may hold.
const LONGEST: usize = 32_767;

/// The sheet as an .xlsx file in one language.
pub fn xlsx(sheet: &Sheet, lingua: Lingua) -> Result<Vec<u8>, HandoutError> {
    let mut book = Workbook::new();
    // The day of assessment in place of the clock's: the same answers give the same file.
    let (year, month, day) = (sheet.as_of.year(), sheet.as_of.month(), sheet.as_of.day());
    let ymd = (u16::try_from(year), u8::try_from(month), u8::try_from(day));
    if let (Ok(year), Ok(month), Ok(day)) = ymd {
        let created = ExcelDateTime::from_ymd(year, month, day)?;
        book.set_properties(&DocProperties::new().set_creation_datetime(&created));
    }
    let table = Table { lingua, head: Format::new().set_bold(), body: body() };
    table.policies(book.add_worksheet(), sheet)?;
    table.papers(book.add_worksheet(), sheet)?;
    table.days(book.add_worksheet(), sheet)?;
    table.sources(book.add_worksheet(), sheet)?;
    table.about(book.add_worksheet(), sheet)?;
    Ok(book.save_to_buffer()?)
}

fn body() -> Format {
    Format::new().set_text_wrap().set_align(FormatAlign::Top)
}

/// How tables are written.
struct Table {
    lingua: Lingua,
    head: Format,
    body: Format,
}

/// A column: its heading in both languages, and its width in characters.
type Column = (&'static str, &'static str, f64);

const POLICIES: &[Column] = &[
    ("编号", "No.", 6.0),
    ("结论", "Verdict", 14.0),
    ("政策", "Policy", 34.0),
    ("能得到什么", "What one gets", 34.0),
    ("怎么算", "Arithmetic", 34.0),
    ("什么时候", "When", 26.0),
    ("说明", "In short", 40.0),
    ("先核实", "Ask first", 30.0),
    ("条件", "Conditions", 60.0),
    ("材料", "To bring", 40.0),
    ("到哪里办", "Where", 34.0),
    ("依据", "Basis", 40.0),
];

const PAPERS: &[Column] = &[
    ("交到哪里", "Where", 40.0),
    ("材料", "Paper", 40.0),
    ("形式", "Form", 30.0),
    ("用于", "For no.", 14.0),
];

const DAYS: &[Column] = &[("日期", "Day", 30.0), ("政策", "Policy", 40.0), ("什么事", "What", 40.0)];

const SOURCES: &[Column] =
    &[("出处", "Source", 60.0), ("性质、日期", "Kind and date", 50.0), ("用于", "For no.", 14.0)];

impl Table {
    fn policies(&self, to: &mut Worksheet, sheet: &Sheet) -> Result<(), HandoutError> {
        let items = sheet.sections.iter().flat_map(|it| &it.items);
        self.fill(to, ("政策", "Policies"), POLICIES, items.map(|it| self.policy(it)))
    }

    fn policy(&self, it: &Item) -> Vec<String> {
        let conditions = it.conditions.iter().map(|it| {
            let outcome = fixed::outcome(it.outcome);
            let clause = if it.clause.is_empty() {
                Text::default()
            } else {
                words::text(format!("条款“{}”", it.clause.zh), format!("clause: {}", it.clause.en))
            };
            let tail = words::join([it.label.clone(), it.used.clone(), clause], " · ", " · ");
            words::text(format!("{}：{}", outcome.zh, tail.zh), format!("{}: {}", outcome.en, tail.en))
        });
        let said = words::join([it.sentence.clone(), it.reason.clone()], "", " ");
        vec![
            it.number.to_string(),
            self.say(&it.verdict),
            self.say(&it.title),
            self.lines(it.amounts.iter().map(gets)),
            self.lines(it.amounts.iter().flat_map(|it| it.working.clone())),
            self.lines([it.when.clone(), it.days_left.clone(), it.of_round.clone()]),
            self.say(&said),
            self.say(&it.caution),
            self.lines(conditions),
            self.lines(it.papers.clone()),
            self.lines(it.places.clone()),
            it.basis.clone(),
        ]
    }

    fn papers(&self, to: &mut Worksheet, sheet: &Sheet) -> Result<(), HandoutError> {
        let papers = sheet.all_papers.iter().flat_map(|group| {
            group.papers.iter().map(|it| {
                vec![self.say(&group.place), self.say(&it.label), self.say(&it.note), numbers(&it.serves)]
            })
        });
        self.fill(to, ("材料", "Papers"), PAPERS, papers)
    }

    fn days(&self, to: &mut Worksheet, sheet: &Sheet) -> Result<(), HandoutError> {
        let days =
            sheet.days.iter().map(|it| vec![self.say(&it.day), self.say(&it.title), self.say(&it.what)]);
        self.fill(to, ("日程", "Days"), DAYS, days)
    }

    fn sources(&self, to: &mut Worksheet, sheet: &Sheet) -> Result<(), HandoutError> {
        let sources =
            sheet.sources.iter().map(|it| vec![it.title.clone(), self.say(&it.note), numbers(&it.serves)]);
        self.fill(to, ("出处", "Sources"), SOURCES, sources)
    }

    /// For whom, of when, from which pack, and that it decides nothing.
    fn about(&self, to: &mut Worksheet, sheet: &Sheet) -> Result<(), HandoutError> {
        let of = |name: &str| fixed::word(name, self.lingua).to_owned();
        let lines = [
            (of("client"), sheet.name.clone()),
            (of("as_of"), self.say(&words::date(sheet.as_of))),
            (of("pack"), format!("{} · {}", sheet.pack, self.say(&sheet.pack_title))),
        ];
        let summary = sheet.summary.iter().map(|it| (String::new(), self.say(it)));
        let answers = sheet.answers.iter().map(|(name, said)| (self.say(name), self.say(said)));
        let lines =
            lines.into_iter().chain(summary).chain([(String::new(), of("disclaimer"))]).chain(answers);
        let columns: &[Column] = &[("", "", 34.0), ("", "", 90.0)];
        self.fill(to, ("说明", "About"), columns, lines.map(|(name, said)| vec![name, said]))
    }

    fn fill(
        &self,
        to: &mut Worksheet,
        name: (&str, &str),
        columns: &[Column],
        rows: impl Iterator<Item = Vec<String>>,
    ) -> Result<(), HandoutError> {
        to.set_name(self.pick(name.0, name.1))?.set_freeze_panes(1, 0)?.set_landscape();
        for (at, (zh, en, width)) in (0..).zip(columns) {
            to.set_column_width(at, *width)?;
            to.write_string_with_format(0, at, self.pick(zh, en), &self.head)?;
        }
        for (row, cells) in (1..).zip(rows) {
            for (at, cell) in (0..).zip(cells) {
                self.cell(to, row, at, &cell)?;
            }
        }
        Ok(())
    }

    /// A text stays a text: also one that begins as a formula would, whoever edits the cell or saves it as something else.
    fn cell(&self, to: &mut Worksheet, row: u32, at: u16, text: &str) -> Result<(), HandoutError> {
        let short: String = text.chars().filter(|it| *it == '\n' || !it.is_control()).take(LONGEST).collect();
        let format = if short.starts_with(['=', '+', '-', '@']) {
            body().set_quote_prefix()
        } else {
            self.body.clone()
        };
        to.write_string_with_format(row, at, short, &format)?;
        Ok(())
    }

    fn lines(&self, texts: impl IntoIterator<Item = Text>) -> String {
        let said: Vec<String> =
            texts.into_iter().map(|it| self.say(&it)).filter(|it| !it.is_empty()).collect();
        said.join("\n")
    }

    fn say(&self, text: &Text) -> String {
        self.lingua.of(text).to_owned()
    }

    fn pick<'w>(&self, zh: &'w str, en: &'w str) -> &'w str {
        match self.lingua {
            Lingua::Zh => zh,
            Lingua::En => en,
        }
    }
}

fn gets(it: &Amount) -> Text {
    let kind = if it.kind == it.unit { Text::default() } else { it.kind.clone() };
    let sum = words::join([it.figure.clone(), it.unit.clone()], " ", " ");
    words::join([sum, kind, it.label.clone(), it.note.clone()], " · ", " · ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::example::sheet;

    #[test]
    fn the_same_sheet_is_the_same_file() {
        let table = xlsx(&sheet(), Lingua::Zh).unwrap();
        assert!(table.starts_with(b"PK"));
        assert!(table == xlsx(&sheet(), Lingua::Zh).unwrap());
        assert!(table != xlsx(&sheet(), Lingua::En).unwrap());
    }
}
