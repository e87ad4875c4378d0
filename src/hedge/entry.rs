//! Owns entries: what a line of a lexicon of cues says, and where its cue matches.
//!
//! A line reads `cue | kind | rate | tests | example`. A cue is a row of elements: a word, words
//! of a class (`<be>`), alternatives (`seem/seems`), each with `?` where it may be missing, and
//! `…` for at most three words. Leaves out the tests, which `context.rs` owns.

use std::{ops::Range, str::FromStr};

use crate::{
    hedge::{
        class::{Class, Classes},
        context::Test,
        scope::Reach,
        view::View,
    },
    lexicon::Row,
};

/// The most words that `…` stands for.
const GAP: usize = 3;

/// One line of the lexicon.
#[derive(Clone, Debug)]
pub struct Entry<K> {
    /// What the cue is; none for words that only look like one.
    pub kind: Option<K>,
    /// How often the words are such a cue where its tests hold.
    pub rate: f32,
    /// What must hold around the cue.
    pub tests: Vec<Test>,
    /// How far it reaches.
    pub reach: Option<Reach>,
    /// Words that show it at work; the tests read them.
    #[cfg(test)]
    pub example: &'static str,
    elements: Vec<Element>,
    anchor: usize,
}

#[derive(Clone, Debug)]
enum Element {
    One {
        class: Class,
        optional: bool,
    },
    /// `…`.
    Gap,
    /// `<unnamed-source>`: the words of a source kept from the reader.
    Unnamed,
}

impl<K> Entry<K> {
    /// Reads a line, whose kind `named` knows; none where it is malformed.
    pub fn read(
        row: Row<'static>,
        classes: &Classes,
        named: fn(&str) -> Option<K>,
    ) -> Option<Self> {
        let elements: Vec<_> =
            row.column(0).split(' ').map(|e| Element::read(e, classes)).collect::<Option<_>>()?;
        let kind = match row.column(1) {
            "none" => None,
            name => Some(named(name)?),
        };
        let (reaches, tests): (Vec<_>, Vec<_>) =
            row.column(3).split_whitespace().partition(|test| test.starts_with("scope:"));
        let reach = match reaches.first() {
            None => None,
            Some(name) => Some(Reach::read(name.trim_start_matches("scope:"))?),
        };
        Some(Self {
            kind,
            rate: f32::from_str(row.column(2)).ok()?,
            tests: tests.into_iter().map(|t| Test::read(t, classes)).collect::<Option<_>>()?,
            reach,
            #[cfg(test)]
            example: row.column(4),
            anchor: anchor(&elements)?,
            elements,
        })
    }

    /// The words under which the entry is found.
    pub fn keys(&self) -> &[&'static str] {
        match self.elements.get(self.anchor) {
            Some(Element::One { class, .. }) => class.words(),
            _ => &[],
        }
    }

    /// The tokens of the cue whose key word stands at `at`.
    pub fn tokens(&self, view: &View<'_>, at: usize) -> Option<Range<usize>> {
        let (left, right) = self.elements.split_at_checked(self.anchor + 1)?;
        let start = backward(left.get(..self.anchor)?, view, at)?;
        let end = forward(right, view, at + 1)?;
        Some(start..end)
    }
}

impl Element {
    fn read(element: &'static str, classes: &Classes) -> Option<Self> {
        if element == "…" {
            return Some(Self::Gap);
        }
        if element == "<unnamed-source>" {
            return Some(Self::Unnamed);
        }
        let (words, optional) = match element.strip_suffix('?') {
            Some(words) => (words, true),
            None => (element, false),
        };
        Some(Self::One { class: classes.class(words, '/')?, optional })
    }
}

/// The first element whose words are all written out, or else the first that has words.
fn anchor(elements: &[Element]) -> Option<usize> {
    let has = |test: fn(&Class) -> bool| {
        elements.iter().position(
            |e| matches!(e, Element::One { class, optional: false } if !class.words().is_empty() && test(class)),
        )
    };
    has(|class| class.is_literal()).or_else(|| has(|_| true))
}

fn forward(elements: &[Element], view: &View<'_>, at: usize) -> Option<usize> {
    let Some((first, rest)) = elements.split_first() else { return Some(at) };
    match first {
        Element::Gap => (0..=GAP)
            .take_while(|n| (0..*n).all(|i| inside(view, at + i)))
            .find_map(|n| forward(rest, view, at + n)),
        Element::Unnamed => forward(rest, view, view.unnamed_source(at)?),
        Element::One { class, optional } => {
            let taken = view.get(at).is_some_and(|(norm, tag)| class.has(norm, tag));
            let with = if taken { forward(rest, view, at + 1) } else { None };
            with.or_else(|| if *optional { forward(rest, view, at) } else { None })
        }
    }
}

fn backward(elements: &[Element], view: &View<'_>, at: usize) -> Option<usize> {
    let Some((last, rest)) = elements.split_last() else { return Some(at) };
    match last {
        Element::Gap => (0..=GAP)
            .take_while(|n| (1..=*n).all(|i| i <= at && inside(view, at - i)))
            .find_map(|n| backward(rest, view, at - n)),
        Element::Unnamed => None,
        Element::One { class, optional } => {
            let before = at.checked_sub(1);
            let found = before.and_then(|at| view.get(at));
            let taken = found.is_some_and(|(norm, tag)| class.has(norm, tag));
            let with = if taken { before.and_then(|at| backward(rest, view, at)) } else { None };
            with.or_else(|| if *optional { backward(rest, view, at) } else { None })
        }
    }
}

/// Whether a gap may run over this token: a mark ends it.
fn inside(view: &View<'_>, at: usize) -> bool {
    view.get(at).is_some_and(|(norm, _)| norm.starts_with(|c: char| c.is_alphanumeric()))
}
