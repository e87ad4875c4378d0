//! Owns JSON lines: `{"id", …, "report"}`, and `{"id", …, "error"}` for a record that could not be read.

use serde::{Serialize, Serializer, ser::SerializeMap};
use serde_json::{Map, Value};

use super::{Encoded, Failure};

/// One article's line.
pub struct Line<'l, F> {
    /// The id as it came.
    pub id: &'l Value,
    /// The members that are passed through.
    pub rest: &'l Map<String, Value>,
    /// What the found is called.
    pub name: &'static str,
    /// What was found.
    pub found: F,
}

impl<F: Serialize> Line<'_, F> {
    /// Its bytes.
    pub fn encoded(&self) -> Encoded {
        line(self)
    }
}

impl<F: Serialize> Serialize for Line<'_, F> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("id", self.id)?;
        // A name that the line has itself would stand in it twice.
        for (name, value) in
            self.rest.iter().filter(|(name, _)| *name != "id" && *name != self.name)
        {
            map.serialize_entry(name, value)?;
        }
        map.serialize_entry(self.name, &self.found)?;
        map.end()
    }
}

/// The line of a record that could not be read.
pub struct ErrorLine<'l>(pub &'l Failure);

impl ErrorLine<'_> {
    /// Its bytes.
    pub fn encoded(&self) -> Encoded {
        line(self)
    }
}

impl Serialize for ErrorLine<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Failure { id, message, place } = self.0;
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("id", id)?;
        map.serialize_entry("error", message)?;
        place.iter().try_for_each(|(name, value)| map.serialize_entry(name, value))?;
        map.end()
    }
}

fn line(value: &impl Serialize) -> Encoded {
    let mut bytes = serde_json::to_vec(value).unwrap_or_default();
    bytes.push(b'\n');
    Encoded::Bytes(bytes)
}
