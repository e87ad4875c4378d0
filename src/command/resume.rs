//! Owns going on with an output that was cut: what it holds already, without a last line that is not whole.

use std::{
    fs::{File, OpenOptions},
    io::{self, BufRead, BufReader, Seek, SeekFrom},
    path::Path,
};

use serde::{Deserialize, de::IgnoredAny};
use serde_json::Value;

/// What an output holds.
#[derive(Debug, Default)]
pub struct Answered {
    /// Its records.
    pub records: u64,
    /// Those that could not be read.
    pub failures: u64,
    /// The id of the last one.
    pub last: Value,
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
/// What the file refuses; `InvalidData` for one that is no output of ours.
pub fn open(path: &Path) -> io::Result<(File, Answered)> {
    let options = OpenOptions::new().read(true).write(true).create(true).truncate(false).clone();
    let file = options.open(path)?;
    let (answered, end) = read(BufReader::with_capacity(1 << 20, &file))?;
    file.set_len(end)?;
    (&file).seek(SeekFrom::Start(end))?;
    Ok((file, answered))
}

fn read(mut output: impl BufRead) -> io::Result<(Answered, u64)> {
    let (mut answered, mut end, mut line) = (Answered::default(), 0, Vec::new());
    while output.read_until(b'\n', &mut line)? > 0 && line.ends_with(b"\n") {
        answered.records += 1;
        let parsed = serde_json::from_slice::<Line>(&line).ok();
        let parsed = parsed.filter(|line| line.report.is_some() || line.error.is_some());
        let parsed = parsed.ok_or_else(|| {
            let message = format!("its line {} is no report of saidso", answered.records);
            io::Error::new(io::ErrorKind::InvalidData, message)
        })?;
        answered.failures += u64::from(parsed.report.is_none());
        answered.last = parsed.id;
        end += line.len() as u64;
        line.clear();
    }
    Ok((answered, end))
}
