//! Owns the way of many records: one thread reads, several annotate, and the answers come out in the order of the input.
//!
//! The order comes from a queue of promises: each record's place in the output is taken when it is read.
//! The threads are not waited for: a run that is stopped ends even where its input is silent.

use std::sync::{
    Arc, Mutex,
    atomic::{AtomicBool, Ordering::Relaxed},
    mpsc::{Receiver, Sender, SyncSender, channel, sync_channel},
};
use std::{io, thread};

use saidso::annotate;

use crate::{
    arguments::Arguments,
    budget::Budget,
    input::{Fault, Flow, Notes, Raw, Record},
    meta,
    output::{Encoded, Failure},
    resume::Answered,
};

/// How many bytes of input each thread may have under way, its own article apart.
const SHARE: usize = 1 << 20;

/// A thread's stack: pages are nested deeply.
const STACK: usize = 1 << 24;

/// What is noted of the input.
pub static NOTES: Notes = Notes::new();

/// Whether the run was asked to stop.
pub static STOPPED: AtomicBool = AtomicBool::new(false);

/// What answers a record.
pub struct Answer {
    /// In the form of the output.
    pub encoded: Encoded,
    /// Whether the record could not be read.
    pub is_failure: bool,
    /// What it took of the budget.
    pub cost: usize,
}

/// An answer that will come; or why the records do not follow those that are answered already.
pub type Promise = Result<Receiver<Answer>, String>;

type Job = (Raw, usize, SyncSender<Answer>);

/// Starts the threads; their answers come in the order of the input.
///
/// # Errors
///
/// What the system refuses.
pub fn start(
    arguments: &Arc<Arguments>,
    answered: Answered,
) -> io::Result<(Receiver<Promise>, Arc<Budget>)> {
    let budget = Arc::new(Budget::new(SHARE * (1 + arguments.threads)));
    let (jobs, open) = channel::<Job>();
    let open = Arc::new(Mutex::new(open));
    for _ in 0..arguments.threads {
        let (open, arguments) = (Arc::clone(&open), Arc::clone(arguments));
        spawn(move || work(&open, &arguments))?;
    }
    let (promises, queue) = channel();
    let reader = Reader { promises, jobs, budget: Arc::clone(&budget), answered, seen: 0 };
    let arguments = Arc::clone(arguments);
    spawn(move || reader.read(&arguments))?;
    Ok((queue, budget))
}

fn spawn(work: impl FnOnce() + Send + 'static) -> io::Result<()> {
    thread::Builder::new().stack_size(STACK).spawn(work).map(drop)
}

/// Hands out records.
struct Reader {
    promises: Sender<Promise>,
    jobs: Sender<Job>,
    budget: Arc<Budget>,
    answered: Answered,
    seen: u64,
}

impl Reader {
    fn read(mut self, arguments: &Arguments) {
        let flow = arguments.input.read(&NOTES, &mut |raw| self.take(raw, arguments));
        if flow.is_continue() && self.seen < self.answered.records {
            let all = self.answered.records;
            self.refuse(format!("it holds {all} records, and the input only {}", self.seen));
        }
    }

    fn take(&mut self, raw: Raw, arguments: &Arguments) -> Flow {
        if STOPPED.load(Relaxed) {
            return Flow::Break(());
        }
        self.seen += 1;
        if self.seen <= self.answered.records {
            return self.skip(raw, arguments);
        }
        let cost = self.budget.take(raw.size());
        let (sender, promise) = sync_channel(1);
        // Without a writer there is nobody to work for.
        let sent = self.promises.send(Ok(promise)).is_ok();
        match sent && self.jobs.send((raw, cost, sender)).is_ok() {
            true => Flow::Continue(()),
            false => Flow::Break(()),
        }
    }

    /// Passes over a record that is answered already. The last of them must be the one that was answered.
    fn skip(&mut self, raw: Raw, arguments: &Arguments) -> Flow {
        if self.seen < self.answered.records {
            return Flow::Continue(());
        }
        let id = raw.read(&arguments.input.names).map_or_else(|fault| fault.id, |record| record.id);
        if id == self.answered.last {
            return Flow::Continue(());
        }
        let (seen, last) = (self.seen, &self.answered.last);
        self.refuse(format!("its record {seen} has the id {last}, that of the input {id}"));
        Flow::Break(())
    }

    fn refuse(&self, message: String) {
        // Without a writer there is nobody to tell.
        let _ = self.promises.send(Err(message));
    }
}

fn work(jobs: &Mutex<Receiver<Job>>, arguments: &Arguments) {
    loop {
        let job = jobs.lock().map(|jobs| jobs.recv());
        let Ok(Ok((raw, cost, sender))) = job else { return };
        let format = &arguments.format;
        let (encoded, is_failure) = match raw.read(&arguments.input.names) {
            Ok(mut record) => {
                NOTES.see(&record, &arguments.input.names);
                let mut options = arguments.options.clone();
                options.blocks = std::mem::take(&mut record.blocks);
                let report = annotate(&record.text, &options);
                if format.writes_reports() {
                    meta::add_byline(&mut record, &report);
                }
                let Record { id, text, rest, .. } = record;
                (format.encode(&id, &rest, &text, &report, arguments.unit), false)
            }
            Err(fault) => {
                let Fault { id, message, place } = *fault;
                let failure = Failure { id, message, place: place.members() };
                (format.failed(&failure), true)
            }
        };
        // Without a writer nobody asks.
        let _ = sender.send(Answer { encoded, is_failure, cost });
    }
}
