//! Owns the way from Python's str to Rust's: of one text, and of many.

use pyo3::{
    prelude::*,
    types::{PyIterator, PyString},
};

use crate::error::{kind, wrong};

/// The words of `value`, which the caller calls `name`.
///
/// # Errors
///
/// `SaidSoError` for what is no str, and for a str that is no Unicode text.
pub fn read<'v>(value: &'v Bound<'_, PyAny>, name: &str) -> PyResult<&'v str> {
    let Ok(text) = value.cast::<PyString>() else {
        let advice = match kind(value).as_str() {
            "bytes" | "bytearray" => "decode it: data.decode('utf-8')",
            "NoneType" | "float" | "NAType" => {
                "leave out the rows without a text, or take '' for them"
            }
            _ => "hand in the article's words",
        };
        return Err(wrong(format!("{name} must be a str, and is a {}; {advice}", kind(value))));
    };
    text.to_str().map_err(|error| halved(value.py(), name, error))
}

/// An iterator over texts.
///
/// # Errors
///
/// `SaidSoError` for what cannot be iterated over, and for one str, whose letters nobody means.
pub fn several<'py>(texts: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyIterator>> {
    let iterator = if texts.is_instance_of::<PyString>() { None } else { texts.try_iter().ok() };
    iterator.ok_or_else(|| {
        let kind = kind(texts);
        wrong(format!("texts must be an iterable of str, and is a {kind}; put one text in a list"))
    })
}

/// Python lets a str hold half of a surrogate pair, which no UTF-8 can.
fn halved(py: Python<'_>, name: &str, cause: PyErr) -> PyErr {
    let place = cause.value(py).getattr("start").and_then(|start| start.extract::<usize>());
    let place = place.map_or_else(|_| String::new(), |start| format!(" at index {start}"));
    let error = wrong(format!(
        "{name} holds a lone surrogate{place}, which is no character; \
         text.encode('utf-8', 'replace').decode() puts a question mark in its place"
    ));
    error.set_cause(py, Some(cause));
    error
}
