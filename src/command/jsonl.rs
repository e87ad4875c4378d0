//! Owns JSON lines: `{"id","text"}` in, `{"id","report"}` or `{"id","error"}` out, in order.

use std::{
    io::{self, BufRead, Write},
    thread,
};

use saidso::{Offsets, annotate, schema};
use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::{arguments::Arguments, decode::without_mark};

/// How many bytes of input each thread gets at a time.
const BATCH: usize = 1 << 20;

#[derive(Deserialize)]
struct Input {
    id: Value,
    text: String,
}

#[derive(Serialize)]
#[serde(untagged)]
enum Output {
    Done { id: Value, report: Box<schema::Report> },
    Failed { id: Value, error: String },
}

/// Annotates every line of `input`; a bad line gives an error line, and the others are still read.
pub fn run(
    mut input: impl BufRead,
    mut output: impl Write,
    arguments: &Arguments,
) -> io::Result<()> {
    let mut first = true;
    loop {
        let mut lines = batch(&mut input, BATCH * arguments.threads)?;
        if lines.is_empty() {
            return output.flush();
        }
        if std::mem::take(&mut first)
            && let Some(line) = lines.first_mut()
        {
            *line = without_mark(line).to_vec();
        }
        for done in in_parallel(&lines, arguments) {
            output.write_all(&done)?;
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
fn in_parallel(lines: &[Vec<u8>], arguments: &Arguments) -> Vec<Vec<u8>> {
    let threads = arguments.threads.min(lines.len()).max(1);
    let mut done = vec![Vec::new(); lines.len()];
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

fn answer(line: &[u8], arguments: &Arguments) -> Vec<u8> {
    if line.trim_ascii().is_empty() {
        return Vec::new();
    }
    let output = match serde_json::from_slice::<Input>(line) {
        Ok(Input { id, text }) => {
            let report = annotate(&text, &arguments.options);
            let report = schema::report(&report, &Offsets::new(&text, arguments.unit));
            Output::Done { id, report: Box::new(report) }
        }
        Err(error) => Output::Failed { id: id_of(line), error: error.to_string() },
    };
    let mut line = serde_json::to_vec(&output).unwrap_or_default();
    line.push(b'\n');
    line
}

fn id_of(line: &[u8]) -> Value {
    let object = serde_json::from_slice::<Value>(line).ok();
    object.and_then(|object| object.get("id").cloned()).unwrap_or_default()
}
