//! Owns `annotate_many`: threads that annotate ahead of the caller, and reports in the order of the texts.
//!
//! Memory is bounded: a text is read only when a place is free among those being annotated.

use std::{collections::VecDeque, thread};

use crossbeam_channel::{Receiver, Sender, bounded, unbounded};
use pyo3::{PyTraverseError, PyVisit, prelude::*, types::PyIterator};
use saidso::schema::Report;

use crate::{choice::Choice, dict, error::wrong, text};

/// How many texts each thread has before it.
const AHEAD: usize = 4;

/// A text on its way to a thread, and where its report goes.
struct Job {
    text: String,
    reply: Sender<Report>,
}

/// What the caller gets next.
enum Place {
    Coming(Receiver<Report>),
    Failed(PyErr),
}

/// The reports on many texts, in order.
#[pyclass(module = "saidso", name = "Reports")]
pub struct Reports {
    /// None after the last.
    texts: Option<Py<PyIterator>>,
    jobs: Sender<Job>,
    places: VecDeque<Place>,
    limit: usize,
    /// How many texts were read.
    read: usize,
}

impl Reports {
    /// Starts the threads; no text is read before the first report is asked for.
    ///
    /// # Errors
    ///
    /// `SaidSoError` where the system gives no thread.
    pub fn new(texts: &Bound<'_, PyIterator>, threads: usize, choice: &Choice) -> PyResult<Self> {
        let (jobs, work) = unbounded::<Job>();
        for _ in 0..threads {
            let (work, choice) = (work.clone(), choice.clone());
            let annotating = move || {
                for Job { text, reply } in work {
                    // A caller who has gone does not take it.
                    let _ = reply.send(choice.report(&text));
                }
            };
            let started = thread::Builder::new().name("saidso".to_owned()).spawn(annotating);
            started.map_err(|error| {
                wrong(format!("the system gives no {threads} threads ({error}); ask for fewer"))
            })?;
        }
        let texts = Some(texts.clone().unbind());
        Ok(Self { texts, jobs, places: VecDeque::new(), limit: AHEAD * threads, read: 0 })
    }

    fn read_ahead(&mut self, py: Python<'_>) {
        while self.places.len() < self.limit
            && let Some(texts) = &self.texts
        {
            let place = match texts.bind(py).clone().next() {
                Some(Ok(text)) => self.begin(&text).unwrap_or_else(Place::Failed),
                Some(Err(error)) => {
                    self.texts = None;
                    Place::Failed(error)
                }
                None => {
                    self.texts = None;
                    break;
                }
            };
            self.places.push_back(place);
        }
    }

    fn begin(&mut self, value: &Bound<'_, PyAny>) -> PyResult<Place> {
        let name = format!("text {} (counted from 0)", self.read);
        self.read += 1;
        let text = text::read(value, &name)?.to_owned();
        let (reply, report) = bounded(1);
        self.jobs.send(Job { text, reply }).map_err(|_| gone())?;
        Ok(Place::Coming(report))
    }
}

#[pymethods]
impl Reports {
    fn __iter__(reports: PyRef<'_, Self>) -> PyRef<'_, Self> {
        reports
    }

    /// A wrong text raises in its place; whoever asks again gets the next.
    fn __next__<'py>(&mut self, py: Python<'py>) -> PyResult<Option<Bound<'py, PyAny>>> {
        self.read_ahead(py);
        match self.places.pop_front() {
            Some(Place::Coming(report)) => {
                let report = py.detach(|| report.recv()).map_err(|_| gone())?;
                dict(py, &report).map(Some)
            }
            Some(Place::Failed(error)) => Err(error),
            None => Ok(None),
        }
    }

    fn __traverse__(&self, visit: PyVisit<'_>) -> Result<(), PyTraverseError> {
        visit.call(&self.texts)
    }

    fn __clear__(&mut self) {
        self.texts = None;
    }
}

/// The core takes any text, so a thread that ends early is a fault of ours.
fn gone() -> PyErr {
    wrong("a thread ended before its report; this is a fault of saidso's: report it with the text")
}
