//! Owns tables of characters: values between commas or tabs, under a row of names.

use csv::{ByteRecord, ReaderBuilder};
use serde_json::Value;

use super::{
    Flow, Names, Sink,
    columns::Columns,
    compression::Bytes,
    raw::{Raw, unread},
    record::{Fault, Place},
};

/// Hands on every row under the names.
pub fn read(bytes: Bytes, delimiter: u8, names: &Names, file: &Place, sink: Sink) -> Flow {
    let mut reader = ReaderBuilder::new();
    reader.delimiter(delimiter).flexible(true).has_headers(false).buffer_capacity(1 << 16);
    let mut rows = reader.from_reader(bytes);
    let mut row = ByteRecord::new();
    let mut columns = None;
    loop {
        let place = file.line(rows.position().line());
        match rows.read_byte_record(&mut row) {
            Ok(true) => {}
            Ok(false) => break,
            Err(error) => return sink(Raw::Fault(Fault::new(place, unread(error)))),
        }
        let place = file.line(row.position().map_or(1, csv::Position::line));
        match &columns {
            None => match head(&row, names) {
                Ok(found) => columns = Some(found),
                Err(message) => return sink(Raw::Fault(Fault::new(place, message))),
            },
            Some(columns) => sink(record(&row, columns, place))?,
        }
    }
    match columns {
        Some(_) => Flow::Continue(()),
        None => sink(Raw::Fault(Fault::new(
            file.line(1),
            "The table is empty: it has no row of names.",
        ))),
    }
}

fn head(row: &ByteRecord, names: &Names) -> Result<Columns, String> {
    let words = row.iter().map(|name| String::from_utf8(name.to_vec()));
    let words = words.collect::<Result<_, _>>();
    Columns::new(
        words.map_err(|_| "The names of the columns are not UTF-8; save the file as UTF-8.")?,
        names,
    )
}

fn record(row: &ByteRecord, columns: &Columns, place: Place) -> Raw {
    let lossy = row.iter().map(|value| Value::from(String::from_utf8_lossy(value)));
    let record = columns.record(lossy);
    let message = if row.len() != columns.len() {
        format!("The row has {} values under {} names.", row.len(), columns.len())
    } else if row.iter().any(|value| std::str::from_utf8(value).is_err()) {
        "The row is not UTF-8; save the file as UTF-8.".to_owned()
    } else {
        return match record {
            Ok(record) => Raw::Row(Box::new(record)),
            Err((id, message)) => Raw::Fault(Fault { id, message, place }),
        };
    };
    let id = record.map_or_else(|(id, _)| id, |record| record.id);
    Raw::Fault(Fault { id, message, place })
}
