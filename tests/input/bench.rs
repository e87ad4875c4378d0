//! Just enough to run the command line in a folder of its own.

use std::{
    fs,
    io::Write,
    ops::Range,
    path::{Path, PathBuf},
    process::{Command, Stdio},
    thread,
};

use serde_json::{Value, json};

/// A sentence in which somebody is credited.
pub const SAID: &str = "Mayor Ana Brook said the dam was safe.";

/// A folder that goes with the test.
pub struct Bench(PathBuf);

impl Bench {
    pub fn new(name: &str) -> Self {
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("input-{name}"));
        let _ = fs::remove_dir_all(&folder);
        fs::create_dir_all(&folder).unwrap();
        Self(folder)
    }

    pub fn path(&self, name: &str) -> String {
        self.0.join(name).to_str().unwrap().to_owned()
    }

    pub fn write(&self, name: &str, bytes: &[u8]) -> String {
        let path = self.0.join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(&path, bytes).unwrap();
        self.path(name)
    }
}

/// What a run printed.
pub struct Done {
    pub out: String,
    pub err: String,
    pub code: Option<i32>,
}

impl Done {
    pub fn records(&self) -> Vec<Value> {
        self.out.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
    }
}

pub fn saidso(arguments: &[&str], input: &[u8]) -> Done {
    let mut run = Command::new(env!("CARGO_BIN_EXE_saidso"))
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let (mut to, input) = (run.stdin.take().unwrap(), input.to_vec());
    // From a thread of its own, as both pipes may fill; a run that reads nothing closes it.
    let writing = thread::spawn(move || drop(to.write_all(&input)));
    let done = run.wait_with_output().unwrap();
    writing.join().unwrap();
    let text = |bytes| String::from_utf8(bytes).unwrap();
    Done { out: text(done.stdout), err: text(done.stderr), code: done.status.code() }
}

pub fn ids(out: &str) -> Vec<Value> {
    let id = |line| serde_json::from_str::<Value>(line).unwrap()["id"].clone();
    out.lines().map(id).collect()
}

/// JSON lines with these ids.
pub fn lines(ids: Range<u32>) -> String {
    let line = |id| format!("{}\n", json!({"id": id, "text": format!("{SAID} It is item {id}.")}));
    ids.map(line).collect()
}
