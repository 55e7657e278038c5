//! Rows of a table read as entries.

use corpus::read_profile;
use policy::{Catalog, ListRef, Text};
use serde_json::{Map, Value, json};

use super::{Column, PastedRow};
use crate::{
    typed::{narrow, read as read_typed, read_alike},
    words::text,
};

/// Reads each row in which something stands in a column that is read.
pub(super) fn read(
    catalog: &Catalog,
    list: ListRef,
    titles: &[String],
    body: &[Vec<String>],
    columns: &[Column],
    above: usize,
) -> Vec<PastedRow> {
    let reader = Reader { catalog, list, titles, columns };
    let rows = body.iter().enumerate().map(|(idx, cells)| reader.row(idx + 1 + above, cells));
    rows.filter(|it| !it.fields.is_empty() || it.name.is_some() || !it.faults.is_empty()).collect()
}

struct Reader<'a> {
    catalog: &'a Catalog,
    list: ListRef,
    titles: &'a [String],
    columns: &'a [Column],
}

impl Reader<'_> {
    fn row(&self, line: usize, cells: &[String]) -> PastedRow {
        let mut row = PastedRow { line, name: None, fields: Map::new(), faults: Vec::new() };
        for (idx, (cell, column)) in cells.iter().zip(self.columns).enumerate() {
            match column {
                Column::Ignored => {}
                Column::Name => row.name = (!cell.is_empty()).then(|| cell.clone()).or(row.name),
                Column::Alike => self.alike(&mut row, cell),
                Column::Fact(fact) => self.fact(&mut row, *fact, cell, unit_of(self.titles.get(idx))),
            }
        }
        row
    }

    /// Who cannot say how many stands for one at least.
    fn alike(&self, row: &mut PastedRow, cell: &str) {
        let n = read_alike(cell).unwrap_or_else(|fault| {
            row.faults.push(labelled(&text("人数", "How many"), fault));
            Some(json!({ "min": 1 }))
        });
        row.fields.extend(n.filter(|it| *it != json!(1)).map(|it| ("n".to_owned(), it)));
    }

    fn fact(&self, row: &mut PastedRow, fact: policy::FactRef, cell: &str, unit: Option<String>) {
        let declared = self.catalog.fact(fact);
        let read = |typed: &str| read_typed(&self.catalog.options, declared, typed);
        // The unit may stand in the title: "合同期限（年）".
        let with_unit =
            unit.filter(|_| narrow(cell).parse::<i64>().is_ok()).map(|unit| format!("{cell}{unit}"));
        let said = match with_unit.as_deref().map(read) {
            Some(Ok(said)) => Ok(said),
            _ => read(cell),
        };
        match said {
            Ok(None) => {}
            Ok(Some(said)) => match self.refused(&declared.id.to_string(), &said) {
                None => {
                    row.fields.insert(declared.id.to_string(), said);
                }
                Some(fault) => row.faults.push(fault),
            },
            Err(fault) => row.faults.push(labelled(&declared.ask, fault)),
        }
    }

    /// What is against an answer that could be read: it lies out of bounds.
    fn refused(&self, fact: &str, said: &Value) -> Option<Text> {
        let list = self.catalog.list(self.list).id.as_str();
        let (_, mistakes) = read_profile(self.catalog, &json!({ list: [{ fact: said }] }));
        let mistake = mistakes.into_iter().next()?;
        Some(mistake.say.unwrap_or_else(|| Text::same(mistake.message)))
    }
}

fn labelled(label: &Text, fault: Text) -> Text {
    text(format!("{}：{}", label.zh, fault.zh), format!("{}: {}", label.en, fault.en))
}

/// What stands in brackets at the end of a title.
fn unit_of(title: Option<&String>) -> Option<String> {
    let title = narrow(title?);
    let (_, unit) = title.strip_suffix(')')?.rsplit_once('(')?;
    Some(unit.to_owned())
}
