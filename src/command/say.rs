//! Owns what is said on standard error. Where nobody can be told, the exit code still says it.

use std::{
    fmt::Display,
    io::{self, Write},
};

/// Says it, on a line of its own.
pub fn say(words: impl Display) {
    // `eprintln!` would end the program where standard error is full or its reader has gone.
    let _ = writeln!(io::stderr(), "saidso: {words}");
}
