//! Owns `saidso audit`: many reports, articles or audits in, one audit out.

mod arguments;
mod line;
mod page;
mod reading;
mod reported;
mod sheet;
mod spreadsheet;
mod terminal;

use std::{
    io::{self, Write},
    process::ExitCode,
    thread,
};

use saidso::audit::tally::Audit;

use arguments::{Arguments, HELP, Output, Task};
use line::Item;
use reading::{Line, Lines};

/// How many bytes of input each thread gets at a time.
const BATCH: usize = 1 << 20;

/// Runs it on the arguments behind the word `audit`.
pub fn main(parser: lexopt::Parser) -> ExitCode {
    let arguments = match Arguments::parse(parser) {
        Ok(Task::Run(arguments)) => arguments,
        Ok(Task::Help) => return code(writeln!(anstream::stdout(), "{HELP}").map(|()| 0)),
        Err(error) => {
            eprintln!("saidso: {error}; see saidso audit --help");
            return ExitCode::from(2);
        }
    };
    code(run(&arguments))
}

/// Writes the audit; gives how many inputs could not be read.
fn run(arguments: &Arguments) -> io::Result<usize> {
    let mut audit = Audit::new(arguments.keep);
    let mut lines = Lines::new(&arguments.files);
    let mut faults = 0;
    loop {
        let batch = lines.batch(BATCH * arguments.threads);
        if batch.is_empty() {
            break;
        }
        for (part, failed) in in_parallel(&batch, arguments) {
            audit.merge(part);
            for (place, message) in failed {
                faults += 1;
                eprintln!("saidso: {place}: {message}");
            }
        }
    }
    if faults > 0 {
        eprintln!("saidso: {faults} could not be read, {} articles were", audit.articles);
    }
    write(&audit, arguments.output)?;
    Ok(faults)
}

type Part = (Audit, Vec<(String, String)>);

/// Each thread counts every n-th line; sums do not mind the order.
fn in_parallel(lines: &[Line], arguments: &Arguments) -> Vec<Part> {
    let threads = arguments.threads.min(lines.len()).max(1);
    thread::scope(|scope| {
        let share =
            |thread: usize| move || counted(lines.iter().skip(thread).step_by(threads), arguments);
        let running: Vec<_> = (0..threads).map(|thread| scope.spawn(share(thread))).collect();
        let lost = |_| {
            let message = "the engine stopped on one of its lines, please report it".to_owned();
            (Audit::new(arguments.keep), vec![("a thread".to_owned(), message)])
        };
        running.into_iter().map(|thread| thread.join().unwrap_or_else(lost)).collect()
    })
}

fn counted<'l>(lines: impl Iterator<Item = &'l Line>, arguments: &Arguments) -> Part {
    let (mut audit, mut faults) = (Audit::new(arguments.keep), Vec::new());
    for line in lines {
        match line.bytes.as_ref().map_err(ToString::to_string) {
            Ok(bytes) if bytes.trim_ascii().is_empty() => {}
            Ok(bytes) => match line::read(bytes, &line.place, &arguments.fields) {
                Ok(Item::Article(record)) => audit.add(&record),
                Ok(Item::Part(part)) => audit.merge(*part),
                Err(message) => faults.push((line.place.clone(), message)),
            },
            Err(message) => faults.push((line.place.clone(), message)),
        }
    }
    (audit, faults)
}

fn write(audit: &Audit, output: Output) -> io::Result<()> {
    let out = &mut io::BufWriter::new(anstream::stdout().lock());
    match output {
        Output::Terminal => terminal::print(out, &audit.table())?,
        Output::Json => {
            serde_json::to_writer(&mut *out, audit)?;
            writeln!(out)?;
        }
        Output::Csv(what) => spreadsheet::write(&mut *out, &audit.table(), what)?,
        Output::Html => page::write(out, &audit.table())?,
    }
    out.flush()
}

/// A pipe that its reader has closed is no failure.
fn code(done: io::Result<usize>) -> ExitCode {
    match done {
        Ok(0) => ExitCode::SUCCESS,
        Ok(_) => ExitCode::from(1),
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("saidso: {error}");
            ExitCode::from(1)
        }
    }
}
