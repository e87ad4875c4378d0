//! Owns the search for the entries of a lexicon of cues: where they match, and which one wins.

use std::ops::Range;

use crate::{
    hedge::{class::Classes, entry::Entry, view::View},
    lexicon::{self, Index},
};

/// The entries of a lexicon, found by their key words.
#[derive(Debug)]
pub struct Entries<K> {
    list: Vec<Entry<K>>,
    index: Index<usize>,
}

/// An entry whose cue and tests fit.
#[derive(Debug)]
pub struct Found<'e, K> {
    /// Which it is.
    pub entry: &'e Entry<K>,
    /// The tokens of its cue.
    pub cue: Range<usize>,
}

impl<K: Copy + Ord> Entries<K> {
    /// Reads a lexicon; `named` gives the kind of a name. A malformed line, which a test refuses, is left out.
    pub fn new(text: &'static str, named: fn(&str) -> Option<K>) -> Self {
        let list: Vec<_> = read(text, named).filter_map(|(_, entry)| entry).collect();
        let keys = list.iter().enumerate();
        let index = keys.flat_map(|(n, e)| e.keys().iter().map(move |key| (*key, n))).collect();
        Self { list, index }
    }

    /// The cues of a sentence in text order; `found` is a buffer.
    ///
    /// Of entries that overlap, the first wins, then the longest, then words that only look like a cue, then the
    /// first kind.
    pub fn find<'e, 'f>(
        &'e self,
        view: &View<'_>,
        found: &'f mut Vec<Found<'e, K>>,
    ) -> impl Iterator<Item = Found<'e, K>> + use<'e, 'f, K> {
        for at in view.tokens.clone() {
            let Some((norm, _)) = view.get(at) else { continue };
            for entry in self.index.get(norm).iter().filter_map(|n| self.list.get(*n)) {
                let Some(cue) = entry.tokens(view, at) else { continue };
                if entry.tests.iter().all(|test| test.holds(view, &cue)) {
                    found.push(Found { entry, cue: without_clitic(view, cue) });
                }
            }
        }
        found.sort_by_key(|f| (f.cue.start, usize::MAX - f.cue.end, f.entry.kind));
        let mut end = 0;
        found.drain(..).filter(move |f| {
            let free = f.cue.start >= end;
            end = if free { f.cue.end } else { end };
            free
        })
    }
}

/// The entries of a lexicon, each with the number of its line; none for a malformed line.
fn read<K>(
    text: &'static str,
    named: fn(&str) -> Option<K>,
) -> impl Iterator<Item = (usize, Option<Entry<K>>)> {
    let mut classes = Classes::default();
    let entries: Vec<_> = lexicon::rows(text).filter(|row| !classes.define(*row)).collect();
    entries.into_iter().map(move |row| (row.line, Entry::read(row, &classes, named)))
}

/// Drops a short form that opens a cue: "she{'s expected to} run" → "expected to".
fn without_clitic(view: &View<'_>, cue: Range<usize>) -> Range<usize> {
    let short = view.get(cue.start).is_some_and(|(norm, _)| norm.starts_with('\''));
    cue.start + usize::from(short && cue.len() > 1)..cue.end
}

#[cfg(test)]
pub mod tests {
    use super::*;
    use crate::{hedge::reported::Reported, token::document::Document};

    /// The lines of a lexicon that are malformed, or whose example does not show their cue.
    pub fn wrong_lines<K: Copy + Ord>(
        text: &'static str,
        named: fn(&str) -> Option<K>,
    ) -> Vec<String> {
        let entries = Entries::new(text, named);
        let shown = |entry: &Entry<K>| {
            let document = Document::new(entry.example, &[]);
            let reported = Reported::new(&[], &[]);
            let tokens = 0..document.tokens().len();
            let view = View { document: &document, reported: &reported, tokens };
            entries.find(&view, &mut Vec::new()).any(|found| found.entry.kind == entry.kind)
        };
        let wrong = read(text, named).filter(|(_, entry)| !entry.as_ref().is_some_and(shown));
        wrong.map(|(line, entry)| format!("{line}: {:?}", entry.map(|e| e.example))).collect()
    }
}
