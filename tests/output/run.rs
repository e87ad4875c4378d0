//! Lines, folders and a killed run.

use std::{fs, io::Write, path::Path, thread};

use serde_json::{Value, json};

use crate::program::started;

/// Kills it while it waits for more input, once it has begun to write into its folder.
pub fn killed(arguments: &[&str], input: &str) {
    let mut run = started(arguments);
    let mut pipe = run.stdin.take().unwrap();
    pipe.write_all(input.as_bytes()).unwrap();
    let begun = Path::new(arguments.last().unwrap()).join("errors.parquet.unfinished");
    while !begun.exists() && run.try_wait().unwrap().is_none() {
        thread::yield_now();
    }
    run.kill().unwrap();
    assert!(!run.wait().unwrap().success());
}

/// A line of input.
pub fn line(id: &Value, text: &str) -> String {
    format!("{}\n", json!({ "id": id, "text": text }))
}

/// A folder that is not there yet.
pub fn folder(name: &str) -> String {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("output").join(name);
    let folder = folder.to_str().unwrap().to_owned();
    let folder = format!("{folder}-{:?}", thread::current().id());
    let _ = fs::remove_dir_all(&folder);
    folder
}
