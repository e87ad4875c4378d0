//! Owns JSON lines: where each begins and ends, and what its object holds.

use std::{
    fmt,
    io::{BufRead, BufReader, Cursor, Read},
};

use serde::de::{DeserializeSeed, Deserializer, Error, MapAccess, Visitor};
use serde_json::{Map, Value};

use super::{
    Flow, LONGEST, Names, Sink,
    compression::Bytes,
    raw::{Raw, unread},
    record::{Fault, Place, Record, pass},
    values::{self, Endless},
};

/// What may help where a line is no object.
const HINT: &str = "; --from reads what is no JSON, such as csv, html or text";

/// Hands on every line that is not blank, or every value of what is not in lines.
pub fn read(bytes: Bytes, file: &Place, sink: Sink) -> Flow {
    let mut bytes = BufReader::with_capacity(1 << 16, bytes);
    // An error here is met again below.
    if bytes.fill_buf().is_ok_and(values::begin) {
        return match values::read(&mut bytes, file, sink) {
            Ok(flow) => flow,
            Err(Endless(held, line)) => each(&mut Cursor::new(held).chain(bytes), line, file, sink),
        };
    }
    each(&mut bytes, 1, file, sink)
}

/// Hands on every line, the first of which has this number.
fn each(bytes: &mut impl BufRead, first: u64, file: &Place, sink: Sink) -> Flow {
    for number in first.. {
        let (mut line, place) = (Vec::new(), file.line(number));
        let read = bytes.by_ref().take(LONGEST).read_until(b'\n', &mut line);
        let read = match read {
            Ok(read) => read,
            Err(error) => return sink(Raw::Fault(Fault::new(place, unread(error)))),
        };
        if read == 0 {
            break;
        }
        if read as u64 == LONGEST && !line.ends_with(b"\n") {
            let message = format!("The line is longer than {} MB and was not read.", LONGEST >> 20);
            sink(Raw::Fault(Fault::new(place, message)))?;
            // An error here is met again by the next line.
            let _ = bytes.skip_until(b'\n');
        } else if !line.trim_ascii().is_empty() {
            sink(Raw::Line(line, place))?;
        }
    }
    Flow::Continue(())
}

/// The record of a line.
///
/// # Errors
///
/// Says what is wrong with it, and in which column.
pub fn record(line: &[u8], names: &Names, place: Place) -> Result<Record, Box<Fault>> {
    let line = line.trim_ascii_end();
    let mut parser = serde_json::Deserializer::from_slice(line);
    let record = Object(names).deserialize(&mut parser);
    record.and_then(|record| parser.end().map(|()| record)).map_err(|error| {
        let cause = cause(&error);
        let hint = if line.trim_ascii_start().starts_with(b"{") { "" } else { HINT };
        let message =
            format!("This is no JSON object with a text in {:?}: {cause}{hint}.", names.text);
        Box::new(Fault { id: id(line, names), message, place: place.at(&error) })
    })
}

/// What is wrong with JSON, without the place.
pub fn cause(error: &serde_json::Error) -> String {
    let at = format!(" at line {} column {}", error.line(), error.column());
    let cause = error.to_string();
    cause.strip_suffix(&at).unwrap_or(&cause).to_owned()
}

/// The id of a line that is wrong otherwise.
fn id(line: &[u8], names: &Names) -> Value {
    let object = serde_json::from_str::<Value>(&String::from_utf8_lossy(line)).ok();
    object.and_then(|mut object| object.get_mut(names.id()).map(Value::take)).unwrap_or_default()
}

/// An object with the members of these names.
struct Object<'n>(&'n Names);

impl<'de> DeserializeSeed<'de> for Object<'_> {
    type Value = Record;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Record, D::Error> {
        deserializer.deserialize_map(self)
    }
}

impl<'de> Visitor<'de> for Object<'_> {
    type Value = Record;

    fn expecting(&self, to: &mut fmt::Formatter) -> fmt::Result {
        write!(to, "an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Record, A::Error> {
        let (mut id, mut text, mut rest) = (None, None, Map::new());
        let twice = |name: &str| A::Error::custom(format!("duplicate field `{name}`"));
        while let Some(name) = map.next_key::<String>()? {
            if name == self.0.text {
                if text.replace(map.next_value()?).is_some() {
                    return Err(twice(&name));
                }
            } else if name == self.0.id() {
                if id.replace(map.next_value()?).is_some() {
                    return Err(twice(&name));
                }
            } else {
                pass(&mut rest, name, map.next_value()?);
            }
        }
        let missing = || A::Error::custom(format!("missing field `{}`", self.0.text));
        let (id, text) = (id.unwrap_or_default(), text.ok_or_else(missing)?);
        Ok(Record { id, text, blocks: Vec::new(), rest })
    }
}
