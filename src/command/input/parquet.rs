//! Owns Parquet tables, row by row.

use std::fs::File;

use parquet::{
    file::reader::{FileReader, SerializedFileReader},
    record::{Field, Row},
};

use serde_json::Value;

use super::{
    Flow, Names, Sink,
    columns::Columns,
    raw::{Raw, unread},
    record::{Fault, Place},
};

/// Hands on every row.
pub fn read(file: File, names: &Names, place: &Place, sink: Sink) -> Flow {
    let fault = |place, message| Raw::Fault(Fault::new(place, message));
    let reader = match SerializedFileReader::new(file) {
        Ok(reader) => reader,
        Err(error) => return sink(fault(place.clone(), unread(error))),
    };
    let fields = reader.metadata().file_metadata().schema().get_fields();
    let heads = fields.iter().map(|field| field.name().to_owned()).collect();
    let columns = match Columns::new(heads, names) {
        Ok(columns) => columns,
        Err(message) => return sink(fault(place.clone(), message)),
    };
    let rows = match reader.get_row_iter(None) {
        Ok(rows) => rows,
        Err(error) => return sink(fault(place.clone(), unread(error))),
    };
    for (row, number) in rows.zip(1..) {
        let place = place.row(number);
        match row {
            Ok(row) => sink(record(&row, &columns, place))?,
            // Where a row begins is not known behind one that is broken.
            Err(error) => return sink(fault(place, unread(error))),
        }
    }
    Flow::Continue(())
}

fn record(row: &Row, columns: &Columns, place: Place) -> Raw {
    let values =
        row.get_column_iter().enumerate().map(|(at, (_, field))| value(field, columns.is_text(at)));
    match columns.record(values) {
        Ok(record) => Raw::Row(Box::new(record), place),
        Err((id, message)) => Raw::Fault(Fault { id, message, place }),
    }
}

/// A value as JSON has it. Many writers keep words as bytes, which JSON would have in base64: that is no text.
fn value(field: &Field, is_text: bool) -> Value {
    let Field::Bytes(bytes) = field else { return field.to_json_value() };
    match std::str::from_utf8(bytes.data()) {
        Ok(words) => Value::from(words),
        Err(_) if is_text => Value::Null,
        Err(_) => field.to_json_value(),
    }
}
