//! Owns word lists: the English words that rules ask for, each list by its name.
//!
//! The lists of each room stand in one file of `en/`, a list on a line: `name | words`. A word that means
//! something of its own to several stages belongs in a lexicon with columns instead.

use std::sync::{LazyLock, OnceLock};

use rustc_hash::FxHashMap;

use crate::lexicon::{LONGEST, in_small_letters, rows};

const TEXT: &str = include_str!("en/lists-text.txt");
const SENTENCE: &str = include_str!("en/lists-sentence.txt");

/// The lists of each room.
const FILES: [&str; 12] = [
    TEXT,
    include_str!("en/lists-block.txt"),
    SENTENCE,
    include_str!("en/lists-token.txt"),
    include_str!("en/lists-grammar.txt"),
    include_str!("en/lists-rules.txt"),
    include_str!("en/lists-tagging.txt"),
    include_str!("en/lists-repair.txt"),
    include_str!("en/lists-discourse.txt"),
    include_str!("en/lists-ranking.txt"),
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
    /// Its name, or its words where they are known at compile time.
    key: &'static str,
    read: fn(&'static str) -> &'static str,
    words: OnceLock<Vec<&'static str>>,
}

impl List {
    /// The list with this name in the file of any room.
    pub const fn named(name: &'static str) -> Self {
        Self::new(name, |name| LISTS.get(name).copied().unwrap_or_default())
    }

    /// The list with this name in `lists-text.txt`.
    ///
    /// This and [`List::sentence`] find a list at compile time, and the wasm of the sentences alone carries
    /// neither the files of the other rooms nor the code to read them.
    pub const fn text(name: &'static str) -> Self {
        Self::new(find(TEXT, name), |words| words)
    }

    /// The list with this name in `lists-sentence.txt`.
    pub const fn sentence(name: &'static str) -> Self {
        Self::new(find(SENTENCE, name), |words| words)
    }

    const fn new(key: &'static str, read: fn(&'static str) -> &'static str) -> Self {
        Self { key, read, words: OnceLock::new() }
    }

    /// Its words in alphabetical order.
    pub fn words(&self) -> &[&'static str] {
        self.words.get_or_init(|| (self.read)(self.key).split(' ').collect())
    }

    /// All of it as one phrase, for a list that holds just that.
    pub fn phrase(&self) -> &'static str {
        (self.read)(self.key)
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

    /// Whether it holds a word in small letters; never one of more than [`LONGEST`] bytes.
    pub fn has_any_case(&self, word: &str) -> bool {
        in_small_letters(word, &mut [0; LONGEST]).is_some_and(|small| self.has(small))
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

/// The words of the list with this name in a file, which stand behind `name | ` on a line.
const fn find(file: &'static str, name: &str) -> &'static str {
    let mut rest = file;
    loop {
        let (line, below) = rest.split_at(line_len(rest));
        if is_named(line.as_bytes(), name.as_bytes()) {
            return line.split_at(name.len() + 3).1;
        }
        rest = match below.len() {
            ..2 => return "",
            _ => below.split_at(1).1,
        };
    }
}

/// The length of the first line of some text.
const fn line_len(text: &str) -> usize {
    let mut rest = text.as_bytes();
    while let [byte, more @ ..] = rest
        && *byte != b'\n'
    {
        rest = more;
    }
    text.len() - rest.len()
}

/// Whether a line begins with a name and then a space.
const fn is_named(mut line: &[u8], mut name: &[u8]) -> bool {
    while let ([own, line_rest @ ..], [other, name_rest @ ..]) = (line, name) {
        if *own != *other {
            return false;
        }
        (line, name) = (line_rest, name_rest);
    }
    name.is_empty() && matches!(line, [b' ', b'|', b' ', ..])
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
