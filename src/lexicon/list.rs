//! Owns word lists: the English words that rules ask for, each list by its name.
//!
//! The lists of each room stand in one file of `en/`, a list on a line: `name | words`. A word that means
//! something of its own to several stages belongs in a lexicon with columns instead.

use std::sync::{LazyLock, OnceLock};

use rustc_hash::FxHashMap;

use crate::lexicon::rows;

const TEXT: &str = include_str!("en/lists-text.txt");
const SENTENCE: &str = include_str!("en/lists-sentence.txt");

/// The lists of each room.
const FILES: [&str; 8] = [
    TEXT,
    SENTENCE,
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
    find: fn(&str) -> &'static str,
    words: OnceLock<Box<[&'static str]>>,
}

/// Words longer than this, in bytes, are looked up in no case but their own.
const LONGEST: usize = 24;

impl List {
    /// The list with this name in the file of any room.
    pub const fn named(name: &'static str) -> Self {
        Self::new(name, |name| LISTS.get(name).copied().unwrap_or_default())
    }

    /// The list with this name in `lists-text.txt`.
    ///
    /// The page that needs only sentences reads its lists with this and [`List::sentence`], so that the
    /// files of the other rooms are left out of its wasm.
    pub const fn text(name: &'static str) -> Self {
        Self::new(name, |name| find(TEXT, name))
    }

    /// The list with this name in `lists-sentence.txt`.
    pub const fn sentence(name: &'static str) -> Self {
        Self::new(name, |name| find(SENTENCE, name))
    }

    const fn new(name: &'static str, find: fn(&str) -> &'static str) -> Self {
        Self { name, find, words: OnceLock::new() }
    }

    /// Its words in alphabetical order.
    pub fn words(&self) -> &[&'static str] {
        self.words.get_or_init(|| (self.find)(self.name).split(' ').collect())
    }

    /// Whether it holds a word, written as the list writes it: most lists hold normal forms.
    pub fn has(&self, word: &str) -> bool {
        /// A shorter list is searched faster from its start.
        const LONG: usize = 24;
        let words = self.words();
        match words.len() {
            ..LONG => words.contains(&word),
            _ => words.binary_search(&word).is_ok(),
        }
    }

    /// Whether it holds a word in whatever case, in small letters.
    pub fn has_any_case(&self, word: &str) -> bool {
        let mut small = [0; LONGEST];
        let Some(small) = small.get_mut(..word.len()) else { return false };
        small.copy_from_slice(word.as_bytes());
        small.make_ascii_lowercase();
        std::str::from_utf8(small).is_ok_and(|small| self.has(small))
    }

    /// Whether it holds, in small letters, a word that has only its first letter in capitals: `Monday`.
    pub fn has_title_case(&self, word: &str) -> bool {
        let mut letters = word.bytes();
        letters.next().is_some_and(|first| first.is_ascii_uppercase())
            && !letters.any(|letter| letter.is_ascii_uppercase())
            && self.has_any_case(word)
    }

    /// Whether a word ends with an entry of the list.
    pub fn ends(&self, word: &str) -> bool {
        self.words().iter().any(|end| word.ends_with(end))
    }
}

/// The words of the list with this name in a file.
fn find(file: &'static str, name: &str) -> &'static str {
    rows(file).find(|row| row.column(0) == name).map_or("", |row| row.column(1))
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
            for door in ["List::named(\"", "List::text(\"", "List::sentence(\""] {
                let names = text.split(door).skip(1).filter_map(|rest| rest.split('"').next());
                read.extend(names.filter(|name| !name.contains(['\\', ')'])).map(str::to_owned));
            }
        }
        let there: BTreeSet<String> = LISTS.keys().map(|name| (*name).to_owned()).collect();
        assert_eq!(read, there);
    }
}
