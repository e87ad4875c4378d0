//! Owns tables of characters: values between commas, semicolons or tabs, under a row of names.

use std::io;

use csv::{ByteRecord, ReaderBuilder};
use serde_json::Value;

use super::{
    Flow, Names, Sink,
    columns::Columns,
    compression::Bytes,
    kind::Kind,
    raw::{Raw, unread},
    record::{Fault, Place},
    rows::{Row, Rows},
};

/// What may stand between the values of CSV: that which makes a name of the names the text's.
const BETWEEN: [u8; 4] = [b',', b';', b'\t', b'|'];

/// Hands on every row under the names.
pub fn read(bytes: Bytes, kind: Kind, names: &Names, file: &Place, sink: Sink) -> Flow {
    let between = if kind == Kind::Tsv { &b"\t"[..] } else { &BETWEEN };
    let mut rows = Rows::new(bytes, between[0]);
    let columns = match head(&mut rows, between, names) {
        Ok(columns) => columns,
        Err(message) => return sink(Raw::Fault(Fault::new(file.line(rows.line()), message))),
    };
    loop {
        let (line, delimiter) = (rows.line(), rows.delimiter);
        let raw = match rows.next() {
            Ok(Some(row)) => record(&row, delimiter, &columns, file),
            Ok(None) => return Flow::Continue(()),
            Err(error) => return sink(Raw::Fault(Fault::new(file.line(line), unread(error)))),
        };
        // A long row need not be held while it waits for its turn.
        rows.forget();
        sink(raw)?;
    }
}

/// The columns, and what stands between them.
fn head(rows: &mut Rows, between: &[u8], names: &Names) -> Result<Columns, String> {
    let empty = || "The table is empty: it has no row of names.".to_owned();
    let mut start = rows.start();
    let first = rows.next().map_err(unread)?.ok_or_else(empty)?;
    // How Excel says what stands between the values.
    let told = match first.bytes.strip_prefix(b"sep=") {
        Some([delimiter]) => Some(*delimiter),
        _ => None,
    };
    if told.is_some() {
        start = rows.start();
    }
    let mut wrong = None;
    for delimiter in told.map_or_else(|| between.to_vec(), |told| vec![told]) {
        rows.back(start);
        rows.delimiter = delimiter;
        let row = rows.next().map_err(unread)?.ok_or_else(empty)?;
        match columns(&row, delimiter, names) {
            Ok(columns) => return Ok(columns),
            Err(message) => wrong = wrong.or(Some(message)),
        }
    }
    rows.back(start);
    Err(wrong.unwrap_or_default())
}

fn columns(row: &Row, delimiter: u8, names: &Names) -> Result<Columns, String> {
    if let Some(open) = &row.open {
        return Err(open.message.clone());
    }
    let values = values(row.bytes, delimiter, true).map_err(unread)?;
    let words = values.iter().map(|name| String::from_utf8(name.trim_ascii().to_vec()));
    let words = words.collect::<Result<_, _>>();
    Columns::new(
        words.map_err(|_| "The names of the columns are not UTF-8; save the file as UTF-8.")?,
        names,
    )
}

/// The values of a row, with quotation marks as signs or as words.
fn values(row: &[u8], delimiter: u8, quoting: bool) -> io::Result<ByteRecord> {
    let mut reader = ReaderBuilder::new();
    reader.delimiter(delimiter).quoting(quoting).flexible(true).has_headers(false);
    let mut values = ByteRecord::with_capacity(row.len(), 16);
    reader.from_reader(row).read_byte_record(&mut values)?;
    Ok(values)
}

fn record(row: &Row, delimiter: u8, columns: &Columns, file: &Place) -> Raw {
    let place = file.line(row.line);
    let Some(open) = &row.open else {
        return match values(row.bytes, delimiter, true) {
            Ok(values) => whole(&values, columns, place),
            Err(error) => Raw::Fault(Fault::new(place, unread(error))),
        };
    };
    // Most programs that put tabs between values have no signs for quotation.
    if delimiter == b'\t'
        && open.line == row.line
        && let Ok(values) = values(row.bytes, delimiter, false)
        && values.len() == columns.len()
    {
        return whole(&values, columns, place);
    }
    let before = values(row.bytes.get(..open.at).unwrap_or_default(), delimiter, true);
    let id = before.ok().and_then(|before| columns.id(&before)).unwrap_or_default();
    let place = Place { column: Some(open.column), ..file.line(open.line) };
    Raw::Fault(Fault { id, message: open.message.clone(), place })
}

fn whole(row: &ByteRecord, columns: &Columns, place: Place) -> Raw {
    let lossy = row.iter().map(|value| Value::from(String::from_utf8_lossy(value)));
    let record = columns.record(lossy);
    let message = if row.len() != columns.len() {
        format!("The row has {} values under {} names.", row.len(), columns.len())
    } else if row.iter().any(|value| std::str::from_utf8(value).is_err()) {
        "The row is not UTF-8; save the file as UTF-8.".to_owned()
    } else {
        return match record {
            Ok(record) => Raw::Row(Box::new(record), place),
            Err((id, message)) => Raw::Fault(Fault { id, message, place }),
        };
    };
    let id = record.map_or_else(|(id, _)| id, |record| record.id);
    Raw::Fault(Fault { id, message, place })
}
