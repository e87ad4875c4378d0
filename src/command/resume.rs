//! Owns going on with an output that was cut: what it holds already, without a last line that is not whole, and whether a
//! run of the same kind wrote it.

use std::{
    fs::{File, OpenOptions},
    io::{self, BufRead, BufReader, Seek, SeekFrom},
    path::Path,
};

use saidso::annotate;
use serde::{Deserialize, de::IgnoredAny};
use serde_json::{Map, Value};

use crate::{arguments::Arguments, output::Encoded};

/// What an output holds.
#[derive(Debug, Default)]
pub struct Answered {
    /// Its records.
    pub records: u64,
    /// Those that could not be read.
    pub failures: u64,
    /// The id of the last one.
    pub last: Value,
    /// The last line with a report.
    pub reported: Option<Vec<u8>>,
}

#[derive(Deserialize)]
struct Line {
    id: Value,
    #[serde(alias = "annotations")]
    report: Option<IgnoredAny>,
    error: Option<IgnoredAny>,
}

/// Opens the output behind its last whole line.
///
/// # Errors
///
/// What the file refuses; `InvalidData` for one that no such run wrote.
pub fn open(path: &Path, arguments: &Arguments) -> io::Result<(File, Answered)> {
    let options = OpenOptions::new().read(true).write(true).create(true).truncate(false).clone();
    let file = options.open(path)?;
    let (answered, end, rest) = read(BufReader::with_capacity(1 << 20, &file))?;
    if !begins_line(&rest) {
        return Err(foreign("it ends with words that are no part of a report"));
    }
    if let Some(line) = &answered.reported
        && shape(line) != shape(&sample(arguments))
    {
        return Err(foreign("another version of saidso, or one with other options, wrote it"));
    }
    file.set_len(end)?;
    (&file).seek(SeekFrom::Start(end))?;
    Ok((file, answered))
}

fn foreign(message: &str) -> io::Error {
    io::Error::new(io::ErrorKind::InvalidData, message)
}

/// Whether some bytes may be the beginning of a line of ours.
fn begins_line(rest: &[u8]) -> bool {
    const START: &[u8] = b"{\"id\":";
    rest.starts_with(START) || START.starts_with(rest)
}

/// What the line of a report tells of the run that wrote it: which members it has, from which engine, in which unit. Signals
/// are there only where some were found.
fn shape(line: &[u8]) -> Option<(&'static str, Vec<String>, [Value; 2])> {
    let line: Map<String, Value> = serde_json::from_slice(line).ok()?;
    let Some(Value::Object(report)) = line.get("report") else {
        return Some(("annotations", Vec::new(), [Value::Null, Value::Null]));
    };
    let names = report.keys().filter(|name| *name != "signals").cloned().collect();
    let told = ["engine", "offsets"].map(|name| report.get(name).cloned().unwrap_or_default());
    Some(("report", names, told))
}

/// The line that this run would write for an empty text.
fn sample(arguments: &Arguments) -> Vec<u8> {
    let report = annotate("", &arguments.options);
    let id = Value::Null;
    match arguments.format.encode(&id, &Map::new(), "", &report, arguments.unit) {
        Encoded::Bytes(line) => line,
        Encoded::Rows(_) | Encoded::Message(_) => Vec::new(),
    }
}

/// What an output holds, where its last whole line ends, and what stands behind it.
fn read(mut output: impl BufRead) -> io::Result<(Answered, u64, Vec<u8>)> {
    let (mut answered, mut end, mut line) = (Answered::default(), 0, Vec::new());
    while output.read_until(b'\n', &mut line)? > 0 && line.ends_with(b"\n") {
        answered.records += 1;
        let parsed = serde_json::from_slice::<Line>(&line).ok();
        let parsed = parsed.filter(|line| line.report.is_some() || line.error.is_some());
        let parsed = parsed.ok_or_else(|| {
            let message = format!("its line {} is no report of saidso", answered.records);
            foreign(&message)
        })?;
        answered.failures += u64::from(parsed.report.is_none());
        answered.last = parsed.id;
        end += line.len() as u64;
        if parsed.report.is_some() {
            answered.reported = Some(std::mem::take(&mut line));
        }
        line.clear();
    }
    Ok((answered, end, line))
}
