//! Owns what leaves the command line for many articles: one file per format, and the one door that readers of input use.
//!
//! A thread of its own encodes each record (`Format::encode`, `Format::failed`), and one [`Writer`] takes
//! them in order. Leaves out where records come from, and the terminal's view of one article.

mod annotations;
mod batch;
mod columns;
mod csv;
mod fields;
mod line;
mod parquet;
mod table;
mod words;
mod writer;

use std::{fmt, path::PathBuf};

use arrow_array::RecordBatch;
use arrow_schema::ArrowError;
use saidso::{Offsets, Report, Unit, schema};
use serde_json::{Map, Value};

pub use self::{fields::Fields, table::Kind, writer::Writer};
use self::{
    line::{ErrorLine, Line},
    table::{Article, Row},
};

/// In which form reports are written.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Format {
    /// A JSON line with the whole report.
    #[default]
    Report,
    /// A JSON line with some members of the report.
    Fields(Fields),
    /// One table, as comma-separated values.
    Csv(Kind),
    /// A JSON line with a collection of Web Annotations.
    Annotations,
    /// Every table, as Parquet files in this folder.
    Parquet(PathBuf),
}

/// One record, ready to be written.
pub enum Encoded {
    /// Bytes for the output.
    Bytes(Vec<u8>),
    /// Rows for Parquet, table by table.
    Rows(Result<Vec<(Kind, RecordBatch)>, ArrowError>),
    /// A message for people, where the format has no place for it.
    Message(String),
}

impl Encoded {
    fn rows(tables: impl IntoIterator<Item = (Kind, Vec<Row>)>) -> Self {
        let table = |(kind, rows): (Kind, Vec<Row>)| Ok((kind, batch::batch(kind, &rows)?));
        Self::Rows(tables.into_iter().map(table).collect())
    }
}

/// A record that could not be read.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Failure {
    /// Its id, if that could be read.
    pub id: Value,
    /// What was wrong, in a whole sentence.
    pub message: String,
    /// Where it stands: members such as `file` and `line`, which follow the message.
    pub place: Map<String, Value>,
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "article {}", self.id)?;
        self.place.iter().try_for_each(|(name, value)| write!(f, ", {name} {value}"))?;
        write!(f, ": {}", self.message)
    }
}

impl Format {
    /// The files that it writes beside the output.
    pub fn files(&self) -> Vec<PathBuf> {
        match self {
            Self::Parquet(folder) => Kind::ALL.iter().map(|kind| kind.file(folder)).collect(),
            _ => Vec::new(),
        }
    }

    /// Whether its lines hold reports, whole or in part.
    pub const fn writes_reports(&self) -> bool {
        matches!(self, Self::Report | Self::Fields(_))
    }

    /// The record of one article. In JSON lines, `rest` stands between its id and what was found; tables
    /// leave it out.
    pub fn encode(
        &self,
        id: &Value,
        rest: &Map<String, Value>,
        text: &str,
        report: &Report,
        unit: Unit,
    ) -> Encoded {
        let shaped = || schema::report(report, &Offsets::new(text, unit));
        let article = || Article::new(id, text, report, unit);
        match self {
            Self::Report => Line { id, rest, name: "report", found: shaped() }.encoded(),
            Self::Fields(fields) => {
                Line { id, rest, name: "report", found: fields.of(&shaped()) }.encoded()
            }
            Self::Annotations => {
                let found = annotations::collection(text, report, id);
                Line { id, rest, name: "annotations", found }.encoded()
            }
            Self::Csv(kind) => Encoded::Bytes(csv::lines(kind.rows(&article()))),
            Self::Parquet(_) => {
                let article = article();
                let tables = Kind::OF_ARTICLES.map(|kind| (kind, kind.rows(&article)));
                Encoded::rows(tables.into_iter().filter(|(_, rows)| !rows.is_empty()))
            }
        }
    }

    /// The record of a failure.
    pub fn failed(&self, failure: &Failure) -> Encoded {
        match self {
            Self::Report | Self::Fields(_) | Self::Annotations => ErrorLine(failure).encoded(),
            Self::Csv(_) => Encoded::Message(failure.to_string()),
            Self::Parquet(_) => Encoded::rows([(Kind::Errors, table::errors(failure))]),
        }
    }
}
