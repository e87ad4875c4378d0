//! The project's own files: everything that is neither installed nor built.

use std::{fs, path::Path};

const BUILT: [&str; 9] = [
    ".git",
    "target",
    "node_modules",
    "dist",
    "pkg",
    "test-results",
    "playwright-report",
    ".cache",
    "shared",
];

/// A text file, by its path in the project.
pub struct File {
    pub path: String,
    pub text: String,
}

impl File {
    pub fn is(&self, ending: &str) -> bool {
        self.path.rsplit_once('.').is_some_and(|(_, own)| own == ending)
    }

    pub fn lines(&self) -> std::str::Lines<'_> {
        self.text.lines()
    }

    /// A line of report for each line that holds one of the words.
    pub fn holding(&self, words: &[&str]) -> Vec<String> {
        let lines = self.lines().zip(1..);
        let found = lines.filter_map(|(line, n)| {
            words.iter().find(|word| line.contains(**word)).map(|word| (n, word))
        });
        found.map(|(n, word)| format!("{}:{n}: {word:?}", self.path)).collect()
    }
}

/// The text files of the project in order of their paths.
pub fn files() -> Vec<File> {
    let mut files = Vec::new();
    walk("", &mut files);
    files.sort_by(|a, b| a.path.cmp(&b.path));
    files
}

fn walk(folder: &str, files: &mut Vec<File>) {
    for name in names(folder) {
        let path = if folder.is_empty() { name.clone() } else { format!("{folder}/{name}") };
        let full = Path::new(env!("CARGO_MANIFEST_DIR")).join(&path);
        if BUILT.contains(&name.as_str()) {
            continue;
        } else if full.is_dir() {
            walk(&path, files);
        } else if let Ok(text) = fs::read_to_string(full) {
            files.push(File { path, text });
        }
    }
}

/// The names in a folder.
pub fn names(folder: &str) -> Vec<String> {
    let Ok(entries) = fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join(folder)) else {
        return Vec::new();
    };
    entries.map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned()).collect()
}

/// Fails with the given lines, if there are any.
pub fn hold(broken: impl Iterator<Item = String>) {
    let broken: Vec<String> = broken.collect();
    assert!(broken.is_empty(), "{} against the house rules\n{}", broken.len(), broken.join("\n"));
}
