//! Owns which columns of a table are the id, the text and the rest.

use csv::ByteRecord;
use serde_json::{Map, Value};

use super::{
    Names,
    record::{Record, pass},
};

/// The columns of one table.
pub struct Columns {
    names: Vec<String>,
    id: Option<usize>,
    text: usize,
}

impl Columns {
    /// Finds them by their names.
    ///
    /// # Errors
    ///
    /// Says which one is missing, and which there are, or which is there twice.
    pub fn new(names: Vec<String>, wanted: &Names) -> Result<Self, String> {
        let place = |wanted: &str| names.iter().position(|name| name == wanted);
        let missing = |option: &str, wanted: &str| {
            let names = names.iter().take(50).map(|name| format!("{name:?}")).collect::<Vec<_>>();
            let names = names.join(", ");
            format!("The table has no column {wanted:?}; choose one by {option}: {names}.")
        };
        let twice = |wanted: &&str| names.iter().filter(|name| name == wanted).count() > 1;
        if let Some(name) = [wanted.id(), &wanted.text].iter().find(|wanted| twice(wanted)) {
            return Err(format!(
                "The table has more than one column {name:?}; rename all but one."
            ));
        }
        let usual = |usual: &&str| names.iter().position(|name| name.eq_ignore_ascii_case(usual));
        let text = place(&wanted.text).or_else(|| wanted.usual.iter().find_map(usual));
        let text = text.ok_or_else(|| missing("--text", &wanted.text))?;
        let id = place(wanted.id());
        if id.is_none() && wanted.id.is_some() {
            return Err(missing("--id", wanted.id()));
        }
        Ok(Self { names, id, text })
    }

    /// The number of columns.
    pub fn len(&self) -> usize {
        self.names.len()
    }

    /// Whether a column is the text's.
    pub const fn is_text(&self, at: usize) -> bool {
        self.text == at
    }

    /// The id in the first values of a row.
    pub fn id(&self, values: &ByteRecord) -> Option<Value> {
        Some(Value::from(String::from_utf8_lossy(values.get(self.id?)?)))
    }

    /// The record of a row.
    ///
    /// # Errors
    ///
    /// Its id and what is wrong where its text is no words.
    pub fn record(&self, row: impl Iterator<Item = Value>) -> Result<Record, (Value, String)> {
        let (mut id, mut text, mut rest) = (Value::Null, Value::Null, Map::new());
        for (at, value) in row.enumerate() {
            if at == self.text {
                text = value;
            } else if Some(at) == self.id {
                id = value;
            } else if let Some(name) = self.names.get(at) {
                pass(&mut rest, name.clone(), value);
            }
        }
        match text {
            Value::String(text) => Ok(Record { id, text, blocks: Vec::new(), rest }),
            _ => Err((id, format!("The row has no words in {:?}.", self.names[self.text]))),
        }
    }
}
