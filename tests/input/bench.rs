//! A folder for one test, and lines to put into it.

#![allow(dead_code, reason = "each test asks for what it needs")]

use std::{
    fs,
    ops::Range,
    path::{Path, PathBuf},
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

/// The ids of lines.
pub fn ids(out: &str) -> Vec<Value> {
    let id = |line| serde_json::from_str::<Value>(line).unwrap()["id"].clone();
    out.lines().map(id).collect()
}

/// JSON lines with these ids.
pub fn lines(ids: Range<u32>) -> String {
    let line = |id| format!("{}\n", json!({"id": id, "text": format!("{SAID} It is item {id}.")}));
    ids.map(line).collect()
}
