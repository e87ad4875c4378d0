//! Owns the matching of patterns: rows of elements, where `?` marks an element that may be missing and `…`
//! stands for at most three words.
//!
//! Leaves to its callers which words an element matches. All ways to match are followed side by side, so
//! that a match never costs more than the length of its pattern.

use smallvec::{SmallVec, smallvec};

use crate::hedge::view::View;

/// The most words that `…` stands for.
const GAP: usize = 3;

/// What one element of a pattern matches.
pub trait Slot {
    /// The places where its matches end, if they begin at the place `at` and run in one direction.
    fn ends(&self, view: &View<'_>, at: usize, towards: Towards) -> impl Iterator<Item = usize>;
}

/// The direction in which a pattern is matched. A place is the token that stands after it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Towards {
    /// The end of the text.
    End,
    /// The start of the text.
    Start,
}

impl Towards {
    /// The token next to a place, and the place on its other side.
    pub fn step(self, at: usize) -> Option<(usize, usize)> {
        match self {
            Self::End => Some((at, at + 1)),
            Self::Start => at.checked_sub(1).map(|token| (token, token)),
        }
    }
}

/// One element of a pattern.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Element<S> {
    /// Words.
    One {
        /// Which.
        slot: S,
        /// Whether they may be missing.
        optional: bool,
    },
    /// `…`.
    Gap,
}

impl<S: Slot> Element<S> {
    /// Reads an element, whose words `slot` reads; none where it cannot.
    pub fn read<'w>(element: &'w str, slot: impl FnOnce(&'w str) -> Option<S>) -> Option<Self> {
        if element == "…" {
            return Some(Self::Gap);
        }
        let bare = element.strip_suffix('?');
        let slot = slot(bare.unwrap_or(element))?;
        Some(Self::One { slot, optional: bare.is_some() })
    }

    /// Adds the places where its matches end, the preferred one first: the shortest gap, and an optional
    /// element rather than none.
    fn follow(&self, view: &View<'_>, at: usize, towards: Towards, ends: &mut Ends) {
        match self {
            Self::One { slot, optional } => {
                slot.ends(view, at, towards).for_each(|end| add(ends, end));
                if *optional {
                    add(ends, at);
                }
            }
            Self::Gap => {
                add(ends, at);
                let word = |at: &usize| {
                    towards.step(*at).filter(|(token, _)| is_word(view, *token)).map(|(_, end)| end)
                };
                let gaps = std::iter::successors(word(&at), word);
                gaps.take(GAP).for_each(|end| add(ends, end));
            }
        }
    }
}

/// Places where a match can end, the preferred one first.
pub type Ends = SmallVec<[usize; 8]>;

/// The places where matches of a whole pattern end that begin at `at`.
pub fn ends<'e, S: Slot + 'e>(
    elements: impl Iterator<Item = &'e Element<S>>,
    view: &View<'_>,
    at: usize,
    towards: Towards,
) -> Ends {
    let mut ends: Ends = smallvec![at];
    for element in elements {
        let mut next = Ends::new();
        ends.iter().for_each(|&at| element.follow(view, at, towards, &mut next));
        ends = next;
    }
    ends
}

fn add(ends: &mut Ends, end: usize) {
    if !ends.contains(&end) {
        ends.push(end);
    }
}

/// Whether a token is a word, which a gap may skip; it never skips a mark.
fn is_word(view: &View<'_>, at: usize) -> bool {
    view.get(at).is_some_and(|(norm, _)| norm.starts_with(|c: char| c.is_alphanumeric()))
}
