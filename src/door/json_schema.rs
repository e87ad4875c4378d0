//! Owns `saidso/report/1` as a JSON Schema, made from the Rust shapes: of a report, and of the lines of `--jsonl`.
//!
//! The file is `www/docs/report.schema.json`; `tests/schema.rs` rewrites it.

use schemars::{Schema, generate::SchemaSettings, json_schema, transform::RecursiveTransform};
use serde_json::Value;

use crate::door::schema::Report;

/// The JSON Schema of a report, with those of a line, an error line and a report of chosen members
/// under `$defs`.
pub fn json_schema() -> Value {
    let unformatted = RecursiveTransform(|schema: &mut Schema| {
        // Widths of Rust's numbers, which no validator knows.
        schema.remove("format");
    });
    let settings = SchemaSettings::draft2020_12().for_serialize().with_transform(unformatted);
    let mut report = settings.into_generator().into_root_schema_for::<Report>();
    report.insert("$id".to_owned(), "urn:saidso:report:1".into());
    report.insert("title".to_owned(), "saidso/report/1".into());
    let part = part(&report);
    if let Some(Value::Object(shapes)) = report.get_mut("$defs") {
        shapes.insert("Part".to_owned(), part);
        shapes.insert("Line".to_owned(), line().into());
        shapes.insert("ErrorLine".to_owned(), error_line().into());
    }
    report.into()
}

/// A report of which only what was asked for was written.
fn part(report: &Schema) -> Value {
    json_schema!({
        "description": "A report of chosen members, as --fields writes it: schema, engine and offsets are always there.",
        "type": "object",
        "properties": report.get("properties"),
        "required": ["schema", "engine", "offsets"],
    })
    .into()
}

fn line() -> Schema {
    json_schema!({
        "description": "A line that --jsonl writes: the article's id, further members of its record, and its report.",
        "type": "object",
        "properties": {
            "id": { "description": "The id of the article as it came, of any type." },
            "report": { "anyOf": [{ "$ref": "#" }, { "$ref": "#/$defs/Part" }] },
        },
        "required": ["id", "report"],
    })
}

fn error_line() -> Schema {
    json_schema!({
        "description": "A line in place of a record that could not be read.",
        "type": "object",
        "properties": {
            "id": { "description": "The id of the article; null where it could not be read." },
            "error": { "description": "What was wrong, for people.", "type": "string" },
            "file": { "description": "Where it stood; none for standard input.", "type": "string" },
            "line": { "description": "Its line in the file, from 1.", "type": "integer" },
            "column": { "description": "Where in the line, in bytes, from 1.", "type": "integer" },
            "row": { "description": "Its row in a Parquet file, from 1.", "type": "integer" },
        },
        "required": ["id", "error"],
    })
}
