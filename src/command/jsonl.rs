//! Owns JSON lines in: each `{"id","text"}` becomes a record of the output, in order.

use std::{
    io::{self, BufRead, Write},
    thread,
};

use saidso::annotate;
use serde::Deserialize;
use serde_json::{Map, Value};

use crate::{
    arguments::Arguments,
    decode::without_mark,
    output::{Encoded, Failure, Writer},
};

/// How many bytes of input each thread gets at a time.
const BATCH: usize = 1 << 20;

#[derive(Deserialize)]
struct Input {
    id: Value,
    text: String,
}

/// Annotates every line of `input`; a bad line gives an error line, and the others are still read.
/// Gives the number of bad lines.
pub fn run(
    mut input: impl BufRead,
    output: impl Write,
    arguments: &Arguments,
) -> io::Result<usize> {
    let mut writer = Writer::new(&arguments.format, output)?;
    let (mut first, mut failures) = (true, 0);
    loop {
        let mut lines = batch(&mut input, BATCH * arguments.threads)?;
        if lines.is_empty() {
            return writer.finish().map(|()| failures);
        }
        if std::mem::take(&mut first)
            && let Some(line) = lines.first_mut()
        {
            *line = without_mark(line).to_vec();
        }
        for (done, failed) in in_parallel(&lines, arguments).into_iter().flatten() {
            failures += usize::from(failed);
            writer.write(done)?;
        }
    }
}

fn batch(input: &mut impl BufRead, limit: usize) -> io::Result<Vec<Vec<u8>>> {
    let (mut lines, mut size) = (Vec::new(), 0);
    while size < limit {
        let mut line = Vec::new();
        if input.read_until(b'\n', &mut line)? == 0 {
            break;
        }
        size += line.len();
        lines.push(line);
    }
    Ok(lines)
}

/// Each thread takes every n-th line, so that neighbouring long articles go to different threads.
fn in_parallel(lines: &[Vec<u8>], arguments: &Arguments) -> Vec<Option<(Encoded, bool)>> {
    let threads = arguments.threads.min(lines.len()).max(1);
    let mut done: Vec<_> = lines.iter().map(|_| None).collect();
    thread::scope(|scope| {
        let share = |thread: usize| {
            let lines = lines.iter().enumerate().skip(thread).step_by(threads);
            move || lines.map(|(at, line)| (at, answer(line, arguments))).collect::<Vec<_>>()
        };
        let running: Vec<_> = (0..threads).map(|thread| scope.spawn(share(thread))).collect();
        for (at, line) in running.into_iter().flat_map(|thread| thread.join().unwrap_or_default()) {
            done[at] = line;
        }
    });
    done
}

/// A line's record, and whether it is one of a failure.
fn answer(line: &[u8], arguments: &Arguments) -> Option<(Encoded, bool)> {
    if line.trim_ascii().is_empty() {
        return None;
    }
    let format = &arguments.format;
    Some(match serde_json::from_slice::<Input>(line) {
        Ok(Input { id, text }) => {
            let report = annotate(&text, &arguments.options);
            (format.encode(&id, &Map::new(), &text, &report, arguments.unit), false)
        }
        Err(error) => {
            let (id, message) = (id_of(line), error.to_string());
            (format.failed(&Failure { id, message, place: Map::new() }), true)
        }
    })
}

fn id_of(line: &[u8]) -> Value {
    let object = serde_json::from_slice::<Value>(line).ok();
    object.and_then(|object| object.get("id").cloned()).unwrap_or_default()
}
