//! Owns the Python module `saidso`: the core's report as a dict or as JSON, for one text or many.
//!
//! Leaves out the types that editors read, which stand in `saidso.pyi`.

mod choice;
mod error;
mod many;
mod text;

use std::thread::available_parallelism;

use pyo3::prelude::*;
use pythonize::pythonize;
use saidso::{Offsets, schema::Report};

use crate::{
    choice::{Choice, unit},
    error::wrong,
    many::Reports,
};

/// Marks who says what in an article, what is hedged, and which claims stand without a source.
#[pymodule(name = "saidso")]
mod module {
    #[pymodule_export]
    use super::{
        annotate, annotate_json, annotate_many, error::SaidSoError, many::Reports, sentences,
    };
    #[pymodule_export]
    #[allow(non_upper_case_globals, reason = "Python's name for it")]
    const __version__: &str = env!("CARGO_PKG_VERSION");
}

type Argument<'a, 'py> = Option<&'a Bound<'py, PyAny>>;

/// The report on a text, as a dict.
///
/// `offsets` is the unit of all offsets: "codepoint", which is how Python counts, so that
/// `text[start:end]` gives the marked words; "utf16", or "utf8". `hedges` is "core", "all", "vague",
/// or kinds such as ["modal", "report"]; `signals` is "none", "all", or kinds such as ["passive"].
/// Other threads run meanwhile.
#[pyfunction]
#[pyo3(
    signature = (text, *, offsets=None, hedges=None, signals=None),
    text_signature = "(text, *, offsets='codepoint', hedges='core', signals='none')"
)]
fn annotate<'py>(
    text: &Bound<'py, PyAny>,
    offsets: Argument<'_, 'py>,
    hedges: Argument<'_, 'py>,
    signals: Argument<'_, 'py>,
) -> PyResult<Bound<'py, PyAny>> {
    let report = report(text, &Choice::read(offsets, hedges, signals)?)?;
    dict(text.py(), &report)
}

/// The report on a text, as the JSON that `saidso --json --offsets codepoint` prints.
///
/// The arguments are those of `annotate`.
#[pyfunction]
#[pyo3(
    signature = (text, *, offsets=None, hedges=None, signals=None),
    text_signature = "(text, *, offsets='codepoint', hedges='core', signals='none')"
)]
fn annotate_json<'py>(
    text: &Bound<'py, PyAny>,
    offsets: Argument<'_, 'py>,
    hedges: Argument<'_, 'py>,
    signals: Argument<'_, 'py>,
) -> PyResult<String> {
    let report = report(text, &Choice::read(offsets, hedges, signals)?)?;
    serde_json::to_string(&report)
        .map_err(|error| wrong(format!("the report cannot be written: {error}")))
}

/// The reports on many texts, in their order, as an iterator of dicts.
///
/// `threads` annotate, one for each core where it is 0. Texts are read as they are needed, at most
/// four a thread ahead, so the memory is bounded and `texts` may be endless. A wrong text raises in
/// its place; `next` goes on behind it. The other arguments are those of `annotate`.
#[pyfunction]
#[pyo3(
    signature = (texts, threads=None, *, offsets=None, hedges=None, signals=None),
    text_signature = "(texts, threads=0, *, offsets='codepoint', hedges='core', signals='none')"
)]
fn annotate_many<'py>(
    texts: &Bound<'py, PyAny>,
    threads: Argument<'_, 'py>,
    offsets: Argument<'_, 'py>,
    hedges: Argument<'_, 'py>,
    signals: Argument<'_, 'py>,
) -> PyResult<Reports> {
    let choice = Choice::read(offsets, hedges, signals)?;
    Reports::new(&text::several(texts)?, number(threads)?, &choice)
}

/// Where the sentences of a text begin and end, as a list of pairs.
#[pyfunction]
#[pyo3(
    signature = (text, *, offsets=None),
    text_signature = "(text, *, offsets='codepoint')"
)]
fn sentences<'py>(
    text: &Bound<'py, PyAny>,
    offsets: Argument<'_, 'py>,
) -> PyResult<Vec<(usize, usize)>> {
    let (words, unit) = (text::read(text, "text")?, unit(offsets)?);
    Ok(text.py().detach(|| {
        let offsets = Offsets::new(words, unit);
        saidso::sentences(words).into_iter().map(|sentence| offsets.span(sentence)).collect()
    }))
}

fn report(text: &Bound<'_, PyAny>, choice: &Choice) -> PyResult<Report> {
    let words = text::read(text, "text")?;
    Ok(text.py().detach(|| choice.report(words)))
}

fn dict<'py>(py: Python<'py>, report: &Report) -> PyResult<Bound<'py, PyAny>> {
    pythonize(py, report).map_err(PyErr::from)
}

/// How many threads; none and 0 are one for each core.
fn number(threads: Argument<'_, '_>) -> PyResult<usize> {
    match threads.map_or(Ok(0), |threads| threads.extract::<usize>()) {
        Ok(0) => Ok(available_parallelism().map_or(1, usize::from)),
        Ok(threads @ 1..=1024) => Ok(threads),
        _ => Err(wrong("threads must be a number from 1 to 1024, or 0 for one on each core")),
    }
}
