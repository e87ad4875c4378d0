//! Owns what is read: records, where they stood, and what could not be read.

use std::{fmt, sync::Arc};

use saidso::Block;
use serde_json::{Map, Value};

/// The members of an output line that are ours.
const OURS: [&str; 3] = ["id", "report", "error"];

/// An article with what came beside it.
#[derive(Debug)]
pub struct Record {
    /// What its reader calls it.
    pub id: Value,
    /// Its words.
    pub text: String,
    /// Its blocks, where the input has a structure; none leaves them to the lines of the text.
    pub blocks: Vec<Block>,
    /// The other members, which are passed through.
    pub rest: Map<String, Value>,
}

/// A record that could not be read.
#[derive(Debug)]
pub struct Fault {
    /// Its id, if that could be read.
    pub id: Value,
    /// What was wrong, in a whole sentence.
    pub message: String,
    /// Where it stands.
    pub place: Place,
}

/// Where a record stands in the input.
#[derive(Clone, Debug, Default)]
pub struct Place {
    /// The file; none for standard input.
    pub file: Option<Arc<str>>,
    /// The line, counted from 1, where the file has lines.
    pub line: Option<u64>,
    /// The column in that line, in bytes, counted from 1.
    pub column: Option<u64>,
    /// The row, counted from 1, where the file has rows and no lines.
    pub row: Option<u64>,
}

impl Place {
    /// A line of the same file.
    pub fn line(&self, line: u64) -> Self {
        Self { line: Some(line), ..self.clone() }
    }

    /// A row of the same file.
    pub fn row(&self, row: u64) -> Self {
        Self { row: Some(row), ..self.clone() }
    }

    /// Where in the value that begins here an error is.
    pub fn at(&self, error: &serde_json::Error) -> Self {
        let (below, column) = (error.line().saturating_sub(1) as u64, error.column() as u64);
        let before = self.column.filter(|_| below == 0).map_or(0, |column| column - 1);
        let line = self.line.map(|line| line + below);
        Self { line, column: Some(before + column), ..self.clone() }
    }

    /// The members of an error line that say where it was.
    pub fn members(&self) -> Map<String, Value> {
        let file = self.file.as_deref().map(Value::from);
        let numbers = [("line", self.line), ("column", self.column), ("row", self.row)];
        let numbers = numbers.map(|(name, number)| (name, number.map(Value::from)));
        let all = [("file", file)].into_iter().chain(numbers);
        all.filter_map(|(name, value)| Some((name.to_owned(), value?))).collect()
    }
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.file.as_deref().unwrap_or("standard input"))?;
        [self.line, self.column].iter().flatten().try_for_each(|number| write!(f, ":{number}"))?;
        self.row.map_or(Ok(()), |row| write!(f, ", row {row}"))
    }
}

impl Fault {
    /// A fault of a record whose id is not known.
    pub fn new(place: Place, message: impl Into<String>) -> Self {
        Self { id: Value::Null, message: message.into(), place }
    }
}

/// Adds a member that is passed through. A name of ours, or one that is taken, gets `input_` before it.
pub fn pass(rest: &mut Map<String, Value>, mut name: String, value: Value) {
    while OURS.contains(&name.as_str()) || rest.contains_key(&name) {
        name.insert_str(0, "input_");
    }
    rest.insert(name, value);
}
