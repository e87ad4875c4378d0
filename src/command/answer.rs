//! Owns the bytes that answer one record: a line with its report, or with what was wrong.

use saidso::{Offsets, Report, Unit, schema};
use serde_json::{Map, Value};

use crate::input::{Fault, Record};

/// The line of a report: the id, what is passed through, the report.
pub fn answer(record: &Record, report: &Report, unit: Unit) -> Vec<u8> {
    let report = schema::report(report, &Offsets::new(&record.text, unit));
    let mut head = Map::from_iter([("id".to_owned(), record.id.clone())]);
    head.extend(record.rest.clone());
    let mut line = serde_json::to_vec(&head).unwrap_or_default();
    line.pop();
    line.extend(b",\"report\":");
    line.extend(serde_json::to_vec(&report).unwrap_or_default());
    line.extend(b"}\n");
    line
}

/// The line of a record that could not be read: its id, why, and where it stands.
pub fn failed(fault: &Fault) -> Vec<u8> {
    let mut members = Map::from_iter([
        ("id".to_owned(), fault.id.clone()),
        ("error".to_owned(), Value::from(fault.message.as_str())),
    ]);
    members.extend(fault.place.members());
    let mut line = serde_json::to_vec(&members).unwrap_or_default();
    line.push(b'\n');
    line
}
