//! Owns word lists: the English words that rules ask for, each list by its name.
//!
//! The lists of each room stand in one file of `en/`, a list on a line: `name | words`. A word with a
//! meaning of its own to several stages belongs into a lexicon with columns instead.

use std::sync::{LazyLock, OnceLock};

use rustc_hash::FxHashMap;

use crate::lexicon::rows;

/// The lists of each room.
const FILES: [&str; 8] = [
    include_str!("en/lists-text.txt"),
    include_str!("en/lists-sentence.txt"),
    include_str!("en/lists-token.txt"),
    include_str!("en/lists-grammar.txt"),
    include_str!("en/lists-rules.txt"),
    include_str!("en/lists-repair.txt"),
    include_str!("en/lists-coref.txt"),
    include_str!("en/lists-claims.txt"),
];

static LISTS: LazyLock<FxHashMap<&'static str, &'static str>> = LazyLock::new(|| {
    let rows = FILES.into_iter().flat_map(rows);
    rows.map(|row| (row.column(0), row.column(1))).collect()
});

/// A list of words, read when it is first asked.
#[derive(Debug)]
pub struct List {
    name: &'static str,
    words: OnceLock<Box<[&'static str]>>,
}

impl List {
    /// The list with this name in its file.
    pub const fn named(name: &'static str) -> Self {
        Self { name, words: OnceLock::new() }
    }

    /// Its words in alphabetical order.
    pub fn words(&self) -> &[&'static str] {
        let read = || LISTS.get(self.name).copied().unwrap_or_default().split(' ').collect();
        self.words.get_or_init(read)
    }

    /// Whether it holds a word in its normal form.
    pub fn has(&self, word: &str) -> bool {
        /// Shorter lists are sooner looked through.
        const LONG: usize = 24;
        let words = self.words();
        match words.len() {
            ..LONG => words.contains(&word),
            _ => words.binary_search(&word).is_ok(),
        }
    }
}

#[cfg(test)]
mod tests {
    use std::{collections::BTreeSet, fs, path::Path};

    use super::*;

    #[test]
    fn every_list_has_sorted_words() {
        for row in FILES.into_iter().flat_map(rows) {
            let words: Vec<&str> = row.column(1).split(' ').collect();
            assert!(words.is_sorted_by(|a, b| a < b), "{}: out of order or twice", row.column(0));
        }
        let all = FILES.into_iter().flat_map(rows).count();
        assert_eq!(LISTS.len(), all, "a list stands twice");
    }

    #[test]
    fn every_list_is_read_and_every_list_that_is_read_is_there() {
        let mut read = BTreeSet::new();
        let folders = fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("src")).unwrap();
        let folders = folders.map(|folder| folder.unwrap().path()).filter(|path| path.is_dir());
        let files = folders.flat_map(|path| fs::read_dir(path).unwrap());
        for path in files.map(|file| file.unwrap().path()).filter(|path| path.is_file()) {
            let text = fs::read_to_string(path).unwrap_or_default();
            let names =
                text.split("List::named(\"").skip(1).filter_map(|rest| rest.split('"').next());
            read.extend(names.filter(|name| !name.contains(['\\', ')'])).map(str::to_owned));
        }
        let there: BTreeSet<String> = LISTS.keys().map(|name| (*name).to_owned()).collect();
        assert_eq!(read, there);
    }
}
