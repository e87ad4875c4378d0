//! Owns the context of a cue: the tests that an entry of a lexicon makes on the words around its cue.
//!
//! A test is written `place:members`, or `not-place:members` for the opposite; the members are those of
//! `class.rs`, separated by commas.

use std::ops::Range;

use crate::{
    hedge::{
        class::{Class, Classes},
        view::View,
    },
    token::tag::Tag,
    vocabulary::reason::ReasonCode,
};

/// How far `ahead` and `behind` look, in tokens.
const REACH: usize = 12;

/// One test.
#[derive(Clone, Debug)]
pub enum Test {
    /// Words or tags that must, or must not, stand in a place.
    Word {
        /// Where they are looked for.
        place: Place,
        /// Which they are.
        class: Class,
        /// Whether one must stand there.
        wanted: bool,
    },
    /// The cue is no mere shift of tense in reported speech, as in "she said it would rain".
    Hypothetical,
}

/// Where a test looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// The first word of the cue.
    Cue,
    /// The last word of the cue.
    Last,
    /// The word before the cue.
    Prev,
    /// The word before that.
    Prev2,
    /// The word after the cue.
    Next,
    /// The word after that.
    Next2,
    /// The first word after the cue that is no adverb.
    Then,
    /// Any word before the cue, up to a mark.
    Behind,
    /// Any word after the cue, up to a mark.
    Ahead,
    /// Any word of the sentence.
    Sentence,
}

impl Test {
    /// Reads a test; none where it is malformed.
    pub fn read(test: &'static str, classes: &Classes) -> Option<Self> {
        if test == "hypothetical" {
            return Some(Self::Hypothetical);
        }
        let (place, members) = test.split_once(':')?;
        let (place, wanted) = match place.strip_prefix("not-") {
            Some(place) => (place, false),
            None => (place, true),
        };
        Some(Self::Word { place: Place::read(place)?, class: classes.class(members, ',')?, wanted })
    }

    /// Whether it holds for a cue at these tokens.
    pub fn holds(&self, view: &View<'_>, cue: &Range<usize>) -> bool {
        match self {
            Self::Word { place, class, wanted } => {
                place.find(view, cue, class).is_some() == *wanted
            }
            Self::Hypothetical => !view.is_shifted_back(cue),
        }
    }

    /// The word that made it hold, with the code of the reason; none where there is none to show.
    pub fn shows(&self, view: &View<'_>, cue: &Range<usize>) -> Option<(ReasonCode, usize)> {
        match self {
            Self::Word { place, class, wanted: true } => {
                let at = place.find(view, cue, class).filter(|at| view.tokens.contains(at))?;
                Some((place.code()?, at))
            }
            _ => None,
        }
    }
}

impl Place {
    fn read(name: &str) -> Option<Self> {
        Some(match name {
            "tag" => Self::Cue,
            "last" => Self::Last,
            "prev" => Self::Prev,
            "prev2" => Self::Prev2,
            "next" => Self::Next,
            "next2" => Self::Next2,
            "then" => Self::Then,
            "behind" => Self::Behind,
            "ahead" => Self::Ahead,
            "sentence" => Self::Sentence,
            _ => return None,
        })
    }

    const fn code(self) -> Option<ReasonCode> {
        match self {
            Self::Cue | Self::Last => None,
            Self::Prev | Self::Prev2 => Some(ReasonCode::WordBefore),
            Self::Next | Self::Next2 | Self::Then => Some(ReasonCode::WordAfter),
            Self::Behind | Self::Ahead | Self::Sentence => Some(ReasonCode::WordNearby),
        }
    }

    fn find(self, view: &View<'_>, cue: &Range<usize>, class: &Class) -> Option<usize> {
        let has = |at: &usize| view.is(*at, class);
        let one = |at| Some(at).filter(has);
        match self {
            Self::Cue => one(cue.start),
            Self::Last => one(cue.end.wrapping_sub(1)),
            Self::Prev => one(cue.start.wrapping_sub(1)),
            Self::Prev2 => one(cue.start.wrapping_sub(2)),
            Self::Next => one(cue.end),
            Self::Next2 => one(cue.end + 1),
            Self::Then => one(past_adverbs(view, cue.end)),
            Self::Behind => {
                let first = cue.start.saturating_sub(REACH).max(view.tokens.start);
                (first..cue.start).rev().take_while(|at| is_word(view, *at)).find(has)
            }
            Self::Ahead => {
                let end = (cue.end + REACH).min(view.tokens.end);
                (cue.end..end).take_while(|at| is_word(view, *at)).find(has)
            }
            Self::Sentence => {
                let first = cue.start.saturating_sub(4 * REACH).max(view.tokens.start);
                let end = (cue.end + 4 * REACH).min(view.tokens.end);
                (first..end).find(has)
            }
        }
    }
}

fn past_adverbs(view: &View<'_>, from: usize) -> usize {
    let adverb = |at| view.get(at).is_some_and(|(_, tag)| matches!(tag, Tag::RB | Tag::RBR));
    (from..from + 3).find(|at| !adverb(*at)).unwrap_or(from + 3)
}

fn is_word(view: &View<'_>, at: usize) -> bool {
    view.get(at).is_some_and(|(norm, _)| norm.contains(char::is_alphanumeric))
}
