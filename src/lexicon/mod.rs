//! Owns the reading of lexicons: text files with one entry on a line, compiled in.
//!
//! A line that opens with `#` is a comment; `|` parts the columns. What a column means is left to
//! the code that reads the lexicon.

pub mod list;
pub mod inflection;
pub mod noun;
pub mod opener;
pub mod title;

use rustc_hash::FxHashMap;

/// The abbreviations of English, with those titles that are some.
pub static ABBREVIATIONS: &str = include_str!("en/abbreviations.txt");

/// One entry of a lexicon.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Row<'t> {
    /// Its line in the file, from 1.
    pub line: usize,
    words: &'t str,
}

impl<'t> Row<'t> {
    /// The columns, without white space at their ends.
    pub fn columns(self) -> impl Iterator<Item = &'t str> {
        self.words.split('|').map(str::trim)
    }

    /// The column with number `n`, from 0; empty where there is none.
    pub fn column(self, n: usize) -> &'t str {
        self.columns().nth(n).unwrap_or_default()
    }
}

/// The longest word that is looked up in any case, in bytes.
pub const LONGEST: usize = 16;

/// `word` with its letters A to Z made small; none for a word longer than `room`.
pub fn in_small_letters<'r>(word: &str, room: &'r mut [u8; LONGEST]) -> Option<&'r str> {
    let small = room.get_mut(..word.len())?;
    small.copy_from_slice(word.as_bytes());
    small.make_ascii_lowercase();
    std::str::from_utf8(small).ok()
}

/// The entries of a lexicon in order.
pub fn rows(lexicon: &str) -> impl Iterator<Item = Row<'_>> {
    (1..)
        .zip(lexicon.lines())
        .map(|(line, words)| Row { line, words: words.trim() })
        .filter(|row| !row.words.is_empty() && !row.words.starts_with('#'))
}

/// Entries by a word that leads to them, most often their first.
#[derive(Clone, Debug)]
pub struct Index<T>(FxHashMap<&'static str, Vec<T>>);

impl<T> Index<T> {
    /// The entries under `word`, in the order they came.
    pub fn get(&self, word: &str) -> &[T] {
        self.0.get(word).map_or(&[], Vec::as_slice)
    }

    /// All words that lead to an entry, in no order.
    pub fn words(&self) -> impl Iterator<Item = &'static str> {
        self.0.keys().copied()
    }

    /// The entries under `word` in small letters; none for a word of more than [`LONGEST`] bytes.
    pub fn get_any_case(&self, word: &str) -> &[T] {
        in_small_letters(word, &mut [0; LONGEST]).map_or(&[], |small| self.get(small))
    }

    /// Whether any entry stands under `word`.
    pub fn contains(&self, word: &str) -> bool {
        self.0.contains_key(word)
    }
}

impl<T> Default for Index<T> {
    fn default() -> Self {
        Self(FxHashMap::default())
    }
}

impl<T> FromIterator<(&'static str, T)> for Index<T> {
    fn from_iter<I: IntoIterator<Item = (&'static str, T)>>(entries: I) -> Self {
        let mut index = Self::default();
        for (word, entry) in entries {
            index.0.entry(word).or_default().push(entry);
        }
        index
    }
}

/// The words of a lexicon of one column, in its order, which is alphabetical.
pub fn words(lexicon: &'static str) -> Vec<&'static str> {
    rows(lexicon).map(|row| row.column(0)).collect()
}

/// The entries of a lexicon by their first column.
pub fn by_first_column(lexicon: &'static str) -> Index<Row<'static>> {
    rows(lexicon).map(|row| (row.column(0), row)).collect()
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::*;

    #[test]
    fn a_row_has_trimmed_columns_and_its_line() {
        let all: Vec<_> = rows("# a comment\n\nsome | weasel\nmany\n").collect();
        assert_eq!(all.iter().map(|row| row.line).collect::<Vec<_>>(), [3, 4]);
        assert_eq!((all[0].column(0), all[0].column(1), all[1].column(1)), ("some", "weasel", ""));
    }

    #[test]
    fn an_index_keeps_the_order_of_its_entries() {
        let index: Index<u8> = [("say", 1), ("tell", 2), ("say", 3)].into_iter().collect();
        assert_eq!(index.get("say"), [1, 3]);
        assert!(index.contains("tell") && index.get("shout").is_empty());
    }

    #[test]
    fn every_lexicon_is_sorted_without_duplicates_and_says_where_it_is_from() {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/src/lexicon");
        let list = |path: &Path| std::fs::read_dir(path).unwrap().map(|file| file.unwrap().path());
        let inner = list(Path::new(folder)).filter(|path| path.is_dir());
        let folders = std::iter::once(Path::new(folder).to_owned()).chain(inner);
        let files: Vec<_> = folders.flat_map(|path| list(&path).collect::<Vec<_>>()).collect();
        for path in files.iter().filter(|path| path.extension().is_some_and(|end| end == "txt")) {
            let text = std::fs::read_to_string(path).unwrap();
            let header = |word: &str| text.lines().any(|l| l.starts_with(&format!("# {word}: ")));
            assert!(header("Origin") && header("Licence"), "{} lacks a header", path.display());
            let mut last = Row { line: 0, words: "" };
            for row in rows(&text) {
                let place = format!("{}:{}: {}", path.display(), row.line, row.words);
                assert!(row.words > last.words, "out of order or twice: {place}");
                last = row;
            }
        }
    }
}
