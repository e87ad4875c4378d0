//! Owns the order in which all models are trained: each is compiled in before the next reads it.

use std::{error::Error, process::Command};

/// The tasks in order: each comes after those whose output it reads.
const ORDER: [&str; 8] =
    ["sentence", "tagger", "attribution", "reading", "mentions", "hedge", "claim", "credit"];

/// Trains every model from the corpora and the teacher's scores.
pub fn run(_args: Vec<String>) -> Result<(), Box<dyn Error>> {
    for task in ORDER {
        eprintln!("training: {task}");
        let mut cargo = Command::new("cargo");
        let status = cargo.args(["run", "--release", "-q", "-p", "train", "--", task]).status()?;
        if !status.success() {
            return Err(format!("{task} failed: {status}").into());
        }
    }
    Ok(())
}
