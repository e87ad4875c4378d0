//! Owns tables as comma-separated values, safe to open in a spreadsheet.

use std::borrow::Cow;

use super::table::{Cell, Kind, Row};

/// What a spreadsheet would run instead of show, as the page's export has it (`www/export/csv.js`).
const FORMULA: [char; 11] = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'];

/// The line of a table's names.
pub fn head(kind: Kind) -> Vec<u8> {
    let names = kind.heads().into_iter().map(|head| Cow::Borrowed(head.name));
    written([names.collect::<Vec<_>>()])
}

/// The lines of rows.
pub fn lines(rows: Vec<Row>) -> Vec<u8> {
    written(rows.into_iter().map(|row| row.into_iter().map(field).collect::<Vec<_>>()))
}

fn written<'f>(records: impl IntoIterator<Item = Vec<Cow<'f, str>>>) -> Vec<u8> {
    let mut writer = csv::Writer::from_writer(Vec::new());
    for record in records {
        // Memory takes whatever is written, and all records of a table have the same length.
        let _ = writer.write_record(record.iter().map(|field| field.as_bytes()));
    }
    writer.into_inner().unwrap_or_default()
}

fn field(cell: Cell) -> Cow<'static, str> {
    match cell {
        Cell::Empty => Cow::Borrowed(""),
        Cell::Text(text) => Cow::Owned(guarded(text)),
        Cell::Texts(texts) => Cow::Owned(guarded(texts.join("; "))),
        Cell::Count(count) => Cow::Owned(count.to_string()),
        Cell::Counts(counts) => {
            Cow::Owned(counts.iter().map(usize::to_string).collect::<Vec<_>>().join(" "))
        }
        Cell::Share(share) => Cow::Owned(share.to_string()),
        Cell::Flag(flag) => Cow::Borrowed(if flag { "true" } else { "false" }),
    }
}

/// Words with an apostrophe before them where they would be a formula.
fn guarded(text: String) -> String {
    if text.starts_with(FORMULA) { format!("'{text}") } else { text }
}
