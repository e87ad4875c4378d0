//! Owns a record as the reader hands it on: not parsed yet where that takes time, so that threads share it.

use serde_json::Value;

use super::{
    Names, encoding,
    html::{self, Page},
    kind::Kind,
    lines,
    record::{Fault, Place, Record, pass},
};

/// Exactly one record, whether it can be read or not.
#[derive(Debug)]
pub enum Raw {
    /// A line that should be a JSON object.
    Line(Vec<u8>, Place),
    /// A file that is one article.
    File { bytes: Vec<u8>, kind: Kind, id: Value, place: Place },
    /// A row that has been read.
    Row(Box<Record>, Place),
    /// What could not be read.
    Fault(Fault),
}

impl Raw {
    /// About how many bytes it takes.
    pub fn size(&self) -> usize {
        match self {
            Self::Line(bytes, _) | Self::File { bytes, .. } => bytes.len(),
            Self::Row(record, _) => record.text.len(),
            Self::Fault(_) => 0,
        }
    }

    /// Where it stands.
    pub const fn place(&self) -> &Place {
        match self {
            Self::Line(_, place) | Self::File { place, .. } | Self::Row(_, place) => place,
            Self::Fault(fault) => &fault.place,
        }
    }

    /// Reads it.
    ///
    /// # Errors
    ///
    /// Says what is wrong with it, and where.
    pub fn read(self, names: &Names) -> Result<Record, Box<Fault>> {
        match self {
            Self::Line(line, place) => lines::record(&line, names, place),
            Self::File { bytes, kind, id, place } => article(bytes, kind, id.clone())
                .map_err(|message| Box::new(Fault { id, message: unread(message), place })),
            Self::Row(record, _) => Ok(*record),
            Self::Fault(fault) => Err(Box::new(fault)),
        }
    }
}

/// The article of a file of its own.
///
/// # Errors
///
/// Says which encoding could not be told, and what to do.
pub fn article(bytes: Vec<u8>, kind: Kind, id: Value) -> Result<Record, String> {
    let mut rest = serde_json::Map::new();
    if kind != Kind::Html {
        return Ok(Record { id, text: encoding::text(bytes)?, blocks: Vec::new(), rest });
    }
    let Page { text, blocks, about } = html::read(&encoding::markup(bytes)?)?;
    rest.extend(about);
    // Nobody else has the text that the report's offsets count in.
    pass(&mut rest, "text".to_owned(), Value::from(text.as_str()));
    Ok(Record { id, text, blocks, rest })
}

/// A whole sentence about a file.
pub fn unread(message: impl std::fmt::Display) -> String {
    format!("The file could not be read: {message}.")
}
