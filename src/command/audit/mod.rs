//! Owns `saidso audit`: many reports, articles or audits in, one audit out.

mod arguments;
mod line;
mod page;
mod reported;
mod sheet;
mod spreadsheet;
mod terminal;

use std::{
    io::{self, Write},
    process::ExitCode,
    sync::{Mutex, PoisonError},
    thread,
};

use saidso::audit::tally::Audit;

use crate::{
    input::{Fault, Flow, Notes, Raw},
    say::say,
};
use arguments::{Arguments, HELP, Output, Task};
use line::Item;

/// How many bytes of input each thread gets at a time.
const BATCH: usize = 1 << 20;

/// A record costs so much besides its bytes.
const OVERHEAD: usize = 1 << 7;

/// A thread's stack: pages are nested deeply.
const STACK: usize = 1 << 24;

/// What is noted of the input.
static NOTES: Notes = Notes::new();

/// Runs it on the arguments behind the word `audit`.
pub fn main(parser: lexopt::Parser) -> ExitCode {
    let arguments = match Arguments::parse(parser) {
        Ok(Task::Run(arguments)) => arguments,
        Ok(Task::Help) => return code(writeln!(anstream::stdout(), "{HELP}").map(|()| 0)),
        Err(error) => {
            say(format_args!("{error}; see saidso audit --help"));
            return ExitCode::from(2);
        }
    };
    code(run(&arguments))
}

/// Writes the audit; gives how many inputs could not be read.
fn run(arguments: &Arguments) -> io::Result<usize> {
    let (mut audit, mut faults) = (Audit::new(arguments.keep), 0);
    let (mut batch, mut size, mut done) = (Vec::new(), 0, Ok(()));
    let mut count = |batch: &mut Vec<Raw>| -> io::Result<()> {
        let (part, failed) = in_parallel(std::mem::take(batch), arguments)?;
        audit.merge(part);
        faults += failed;
        Ok(())
    };
    let flow = arguments.input.read(&NOTES, &mut |raw| {
        size += raw.size() + OVERHEAD;
        batch.push(raw);
        if size < BATCH * arguments.threads {
            return Flow::Continue(());
        }
        size = 0;
        done = count(&mut batch);
        if done.is_ok() { Flow::Continue(()) } else { Flow::Break(()) }
    });
    done?;
    if flow.is_continue() {
        count(&mut batch)?;
    }
    NOTES.tell(&arguments.input.names);
    if faults > 0 {
        let articles = if audit.articles == 1 { "article was" } else { "articles were" };
        say(format_args!("{faults} could not be read, {} {articles}", audit.articles));
    }
    write(&audit, arguments.output)?;
    Ok(faults)
}

type Part = (Audit, Vec<(usize, Box<Fault>)>);

/// Each thread counts what no other has taken; sums do not mind the order. Gives the counts, and how many failed.
fn in_parallel(batch: Vec<Raw>, arguments: &Arguments) -> io::Result<(Audit, usize)> {
    let threads = arguments.threads.min(batch.len());
    let open = Mutex::new(batch.into_iter().enumerate());
    let (mut audit, mut faults) = (Audit::new(arguments.keep), Vec::new());
    thread::scope(|scope| {
        let spawn = |_| {
            let thread = thread::Builder::new().stack_size(STACK);
            thread.spawn_scoped(scope, || counted(&open, arguments))
        };
        let running = (0..threads).map(spawn).collect::<io::Result<Vec<_>>>()?;
        for thread in running {
            let lost = |_| io::Error::other("the engine stopped on a record, please report it");
            let (part, failed) = thread.join().map_err(lost)?;
            audit.merge(part);
            faults.extend(failed);
        }
        Ok::<_, io::Error>(())
    })?;
    faults.sort_by_key(|(number, _)| *number);
    for (_, fault) in &faults {
        say(format_args!("{}: {}", fault.place, fault.message));
    }
    Ok((audit, faults.len()))
}

fn counted(open: &Mutex<impl Iterator<Item = (usize, Raw)>>, arguments: &Arguments) -> Part {
    let (mut audit, mut faults) = (Audit::new(arguments.keep), Vec::new());
    loop {
        let next = open.lock().unwrap_or_else(PoisonError::into_inner).next();
        let Some((number, raw)) = next else { return (audit, faults) };
        match line::read(raw, arguments) {
            Ok(Item::Article(record)) => audit.add(&record),
            Ok(Item::Part(part)) => audit.merge(*part),
            Err(fault) => faults.push((number, fault)),
        }
    }
}

fn write(audit: &Audit, output: Output) -> io::Result<()> {
    if matches!(output, Output::Json | Output::Csv(_))
        && let Some(repeats) = sheet::repeats(audit.ids.repeats())
    {
        say(format_args!("of {} articles {repeats}; all are counted", audit.articles));
    }
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
            say(error);
            ExitCode::from(1)
        }
    }
}
