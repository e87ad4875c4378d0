//! Owns the one exception of the module: what is wrong, and what to do.

use pyo3::{create_exception, exceptions::PyValueError, prelude::*};

create_exception!(
    saidso,
    SaidSoError,
    PyValueError,
    "An argument that cannot be used; the message says which, and what to do."
);

/// The exception with its sentence.
pub fn wrong(message: impl Into<String>) -> PyErr {
    SaidSoError::new_err(message.into())
}

/// The name of a value's type, as Python prints it.
pub fn kind(value: &Bound<'_, PyAny>) -> String {
    value.get_type().name().map_or_else(|_| "value".to_owned(), |name| name.to_string())
}
