//! Runs the command line as a user does.

#![allow(dead_code, reason = "each test asks for what it needs")]

use std::{
    io::Write,
    process::{Child, Command, Stdio},
    thread,
};

use serde_json::Value;

/// What a run gave.
pub struct Done {
    pub code: i32,
    pub out: String,
    pub err: String,
}

impl Done {
    /// The lines that it printed.
    pub fn records(&self) -> Vec<Value> {
        self.out.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
    }
}

/// Starts it.
pub fn started(arguments: &[&str]) -> Child {
    Command::new(env!("CARGO_BIN_EXE_saidso"))
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap()
}

/// Runs it to its end.
pub fn saidso(arguments: &[&str], input: impl AsRef<[u8]>) -> Done {
    let mut run = started(arguments);
    let (mut pipe, input) = (run.stdin.take().unwrap(), input.as_ref().to_vec());
    // From a thread of its own, as both pipes may fill; a run may end before it has read everything.
    let writing = thread::spawn(move || pipe.write_all(&input).is_ok());
    let done = run.wait_with_output().unwrap();
    writing.join().unwrap();
    let text = |bytes| String::from_utf8(bytes).unwrap();
    Done { code: done.status.code().unwrap(), out: text(done.stdout), err: text(done.stderr) }
}

/// What a run prints that must succeed.
pub fn printed(arguments: &[&str], input: impl AsRef<[u8]>) -> String {
    let done = saidso(arguments, input);
    assert_eq!(done.code, 0, "{arguments:?}: {}", done.err);
    done.out
}

/// Bytes as gzip packs them.
pub fn gzip(bytes: impl AsRef<[u8]>) -> Vec<u8> {
    let mut writer = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
    writer.write_all(bytes.as_ref()).unwrap();
    writer.finish().unwrap()
}
