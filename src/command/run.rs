//! Owns a run over many records: the output, how it ends, and what is said about it.

use std::{
    fs::File,
    io::{self, BufWriter, Write},
    process::{self, ExitCode},
    sync::{
        Arc,
        atomic::Ordering::Relaxed,
        mpsc::{Receiver, RecvTimeoutError, TryRecvError},
    },
    time::Duration,
};

use indicatif::HumanCount;

use crate::{
    arguments::Arguments,
    budget::Budget,
    output::{Format, Writer},
    pipeline::{self, NOTES, Promise, STOPPED},
    progress::Progress,
    resume::{self, Answered},
    say::say,
};

/// How often a silent input is asked whether it is to be stopped.
const PATIENCE: Duration = Duration::from_millis(100);

/// The exit code of a program that was interrupted.
const INTERRUPTED: u8 = 130;

/// Answers every record of the input.
///
/// # Errors
///
/// What the output refuses.
pub fn run(arguments: Arguments) -> io::Result<ExitCode> {
    if let Some(path) = arguments.input.paths.iter().find(|path| arguments.input.is_output(path)) {
        return Ok(refuse(&format!("{} is to be read and to be written", path.display())));
    }
    let (out, answered) = match open(&arguments) {
        Err(error) if error.kind() == io::ErrorKind::InvalidData => {
            return Ok(refuse(&not_to_go_on(&arguments, &error.to_string())));
        }
        opened => opened?,
    };
    let handled = ctrlc::set_handler(|| {
        if STOPPED.swap(true, Relaxed) {
            process::exit(INTERRUPTED.into());
        }
    });
    handled.map_err(io::Error::other)?;
    let arguments = Arc::new(arguments);
    let out = BufWriter::with_capacity(1 << 16, out);
    let out = match answered.records {
        0 => Writer::new(&arguments.format, out)?,
        _ => Writer::going_on(&arguments.format, out)?,
    };
    let mut run = Run {
        out,
        records: answered.records,
        failures: answered.failures,
        progress: Progress::new(&arguments),
    };
    let (queue, budget) = pipeline::start(&arguments, answered)?;
    let done = run.write(&queue, &budget);
    run.progress.end();
    match done? {
        Some(message) => Ok(refuse(&not_to_go_on(&arguments, &message))),
        None => run.end(&arguments),
    }
}

/// The output, and what it holds already.
fn open(arguments: &Arguments) -> io::Result<(Box<dyn Write>, Answered)> {
    Ok(match &arguments.out {
        None => (Box::new(io::stdout()), Answered::default()),
        Some(path) if arguments.resume => {
            let (file, answered) = resume::open(path, arguments)?;
            (Box::new(file), answered)
        }
        Some(path) => {
            let file = File::create(path).map_err(|error| {
                io::Error::new(error.kind(), format!("{}: {error}", path.display()))
            })?;
            (Box::new(file), Answered::default())
        }
    })
}

fn refuse(message: &str) -> ExitCode {
    say(message);
    ExitCode::from(2)
}

fn not_to_go_on(arguments: &Arguments, cause: &str) -> String {
    let out = arguments.out.as_deref().unwrap_or_else(|| "-".as_ref()).display();
    format!(
        "{out} is no beginning of this run's output: {cause}; give the file that the run wrote, or --out"
    )
}

/// What is written.
struct Run {
    out: Writer<BufWriter<Box<dyn Write>>>,
    records: u64,
    failures: u64,
    progress: Progress,
}

impl Run {
    /// Writes answers as they come, each as soon as no other is ready. Says why it cannot go on, if so.
    fn write(&mut self, queue: &Receiver<Promise>, budget: &Budget) -> io::Result<Option<String>> {
        loop {
            let promise = match queue.try_recv() {
                Err(TryRecvError::Empty) => {
                    self.out.flush()?;
                    queue.recv_timeout(PATIENCE)
                }
                ready => ready.map_err(|_| RecvTimeoutError::Disconnected),
            };
            let promise = match promise {
                Ok(Ok(promise)) => promise,
                Ok(Err(message)) => return Ok(Some(message)),
                Err(RecvTimeoutError::Timeout) if !STOPPED.load(Relaxed) => {
                    self.progress.tell(self.records);
                    continue;
                }
                Err(_) => break,
            };
            let answer = match promise.try_recv() {
                Ok(answer) => answer,
                Err(_) => {
                    self.out.flush()?;
                    promise.recv().map_err(|_| io::Error::other("a thread ended early"))?
                }
            };
            self.out.write(answer.encoded)?;
            self.records += 1;
            self.failures += u64::from(answer.is_failure);
            budget.free(answer.cost);
            self.progress.tell(self.records);
        }
        self.out.flush().map(|()| None)
    }

    /// Ends the output, unless the run was stopped, and says what is to be known.
    fn end(self, arguments: &Arguments) -> io::Result<ExitCode> {
        NOTES.tell(&arguments.input.names);
        let (records, failures) = (HumanCount(self.records), HumanCount(self.failures));
        if self.failures > 0 {
            say(format_args!("{failures} of {records} records could not be read"));
        }
        if STOPPED.load(Relaxed) {
            let how = match &arguments.out {
                Some(out) => format!("the same with --resume {}", out.display()),
                None => "write to a file with --out FILE, and go on with --resume FILE".to_owned(),
            };
            let how = match arguments.format {
                Format::Csv(_) | Format::Parquet(_) => "begin again".to_owned(),
                _ => format!("to go on: {how}"),
            };
            say(format_args!("stopped after {records} records; {how}"));
            return Ok(ExitCode::from(INTERRUPTED));
        }
        self.out.finish().map(|()| ExitCode::from(u8::from(self.failures > 0)))
    }
}
