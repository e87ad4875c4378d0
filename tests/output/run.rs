//! Runs the command line.

use std::{
    fs,
    io::Write,
    path::Path,
    process::{Child, Command, Stdio},
    thread,
};

use serde_json::{Value, json};

/// What a run gave.
pub struct Done {
    pub code: i32,
    pub out: String,
    pub err: String,
}

fn started(arguments: &[&str]) -> Child {
    Command::new(env!("CARGO_BIN_EXE_saidso"))
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap()
}

/// Runs it to its end.
pub fn saidso(arguments: &[&str], input: &str) -> Done {
    let mut run = started(arguments);
    let (mut pipe, input) = (run.stdin.take().unwrap(), input.to_owned());
    // It may end before it has read everything.
    let writing = thread::spawn(move || pipe.write_all(input.as_bytes()).is_ok());
    let done = run.wait_with_output().unwrap();
    writing.join().unwrap();
    let text = |bytes| String::from_utf8(bytes).unwrap();
    Done { code: done.status.code().unwrap(), out: text(done.stdout), err: text(done.stderr) }
}

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
