//! Owns entries: what a line of a lexicon of cues says, and where its cue matches.
//!
//! A line reads `cue | kind | rate | tests | example`. A cue is a pattern of words, of words of a class
//! (`<be>`) or of alternatives (`seem/seems`), as `pattern.rs` matches it. Leaves out the tests, which
//! `context.rs` owns.

use std::{ops::Range, str::FromStr};

use crate::{
    hedge::{
        class::{Class, Classes},
        context::Test,
        pattern::{Element, Slot, Towards, ends},
        scope::Reach,
        view::View,
    },
    lexicon::Row,
};

/// One line of the lexicon.
#[derive(Clone, Debug)]
pub struct Entry<K> {
    /// The kind of cue; none for words that only look like a cue.
    pub kind: Option<K>,
    /// How often the words are such a cue where the tests hold.
    pub rate: f32,
    /// What must hold around the cue.
    pub tests: Vec<Test>,
    /// How far it reaches.
    pub reach: Option<Reach>,
    /// Words in which the tests must find it.
    #[cfg(test)]
    pub example: &'static str,
    elements: Vec<Element<Words>>,
    anchor: usize,
}

/// The words of one element.
#[derive(Clone, Debug)]
enum Words {
    /// A word of a class.
    Of(Class),
    /// `<unnamed-source>`: the words of a source that the article does not name.
    UnnamedSource,
}

impl<K> Entry<K> {
    /// Reads a line, whose kind `named` knows; none where it is malformed.
    pub fn read(
        row: Row<'static>,
        classes: &Classes,
        named: fn(&str) -> Option<K>,
    ) -> Option<Self> {
        let words = |element| Element::read(element, |words| Words::read(words, classes));
        let elements: Vec<_> = row.column(0).split(' ').map(words).collect::<Option<_>>()?;
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
            Some(Element::One { slot: Words::Of(class), .. }) => class.words(),
            _ => &[],
        }
    }

    /// The tokens of the cue whose key word stands at `at`.
    pub fn tokens(&self, view: &View<'_>, at: usize) -> Option<Range<usize>> {
        let (left, right) = self.elements.split_at_checked(self.anchor + 1)?;
        let left = left.iter().rev().skip(1);
        let start = *ends(left, view, at, Towards::Start).first()?;
        let end = *ends(right.iter(), view, at + 1, Towards::End).first()?;
        Some(start..end)
    }
}

impl Words {
    fn read(words: &'static str, classes: &Classes) -> Option<Self> {
        match words {
            "<unnamed-source>" => Some(Self::UnnamedSource),
            _ => classes.class(words, '/').map(Self::Of),
        }
    }
}

impl Slot for Words {
    fn ends(&self, view: &View<'_>, at: usize, towards: Towards) -> impl Iterator<Item = usize> {
        let end = match (self, towards) {
            (Self::Of(class), _) => towards.step(at).and_then(|(token, end)| {
                view.get(token).is_some_and(|(norm, tag)| class.has(norm, tag)).then_some(end)
            }),
            (Self::UnnamedSource, Towards::End) => view.unnamed_source(at),
            (Self::UnnamedSource, Towards::Start) => None,
        };
        end.into_iter()
    }
}

/// The first element whose words are all written out, or else the first that has words.
fn anchor(elements: &[Element<Words>]) -> Option<usize> {
    let has = |test: fn(&Class) -> bool| {
        elements.iter().position(|element| match element {
            Element::One { slot: Words::Of(class), optional: false } => {
                !class.words().is_empty() && test(class)
            }
            _ => false,
        })
    };
    has(Class::is_literal).or_else(|| has(|_| true))
}
