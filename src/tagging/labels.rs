//! Owns the labels of the attribution model: which part of an attribution a token is, and on which side
//! its cue is; and which table of transitions applies between two tokens.

use crate::{
    model::{hash::word, input::LABELS},
    tagging::features::Features,
};

/// How many tables of transitions there are.
pub const TRANSITIONS: usize = 12;

/// A part of an attribution.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Role {
    /// A cue.
    Cue,
    /// A source whose cue is to its right.
    SourceBefore,
    /// A source whose cue is to its left.
    SourceAfter,
    /// Content whose cue is to its right.
    ContentBefore,
    /// Content whose cue is to its left.
    ContentAfter,
}

impl Role {
    const ALL: [Self; 5] =
        [Self::Cue, Self::SourceBefore, Self::SourceAfter, Self::ContentBefore, Self::ContentAfter];

    /// The label of its first token, or of a later one.
    pub const fn label(self, first: bool) -> u8 {
        2 * self as u8 + if first { 1 } else { 2 }
    }

    /// The role of a label, and whether it labels a first token; `None` for the label 0.
    pub fn of(label: u8) -> Option<(Self, bool)> {
        let at = usize::from(label.checked_sub(1)?) / 2;
        Self::ALL.get(at).map(|&role| (role, label % 2 == 1))
    }

    /// Whether it is a source.
    pub const fn is_source(self) -> bool {
        matches!(self, Self::SourceBefore | Self::SourceAfter)
    }

    /// Whether its cue is to the right.
    pub const fn is_before(self) -> bool {
        matches!(self, Self::SourceBefore | Self::ContentBefore)
    }
}

/// How many kinds of labels there are, whatever the side: none, cue, source, content.
pub const KINDS: usize = 4;

/// A kind of label.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// The label of a cue.
    Cue = 1,
    /// A label of a source.
    Source,
    /// A label of content.
    Content,
}

/// The best score of each kind of label; `scores` has one for each label.
pub fn best(scores: &[i32]) -> [i32; KINDS] {
    const OF: [usize; LABELS] = [0, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3];
    let mut best = [i32::MIN / 2; KINDS];
    for (score, kind) in scores.iter().zip(OF) {
        best[kind] = best[kind].max(*score);
    }
    best
}

/// Which table of transitions applies between the token at `at` and the one before it: sentences,
/// quotation marks, cues and commas between two tokens each have their own.
pub fn transition(features: &Features, at: usize) -> u8 {
    let (last, token) = (features.near(at, -1), features.at(at));
    let quote = word(b"\"");
    let is = |word: u32, marks: &[&[u8]]| marks.iter().any(|mark| self::word(mark) == word);
    if at == 0 {
        return u8::from(token.word == quote);
    }
    if last.sentence != token.sentence {
        return if last.quoted > 0 && token.quoted > 0 { 2 } else { 3 };
    }
    if token.word == quote {
        let opens = features.quotations.get(token.quotation).is_some_and(|(q, _)| q.start == at);
        return if opens && token.quoted > 0 { 4 } else { 5 };
    }
    if last.word == quote {
        return if token.quoted > 0 { 6 } else { 7 };
    }
    if token.cue >= 3 {
        8
    } else if last.cue >= 3 {
        9
    } else if is(last.word, &[b","]) || is(token.word, &[b",", b"."]) {
        10
    } else {
        11
    }
}

#[test]
fn the_best_of_a_kind_is_among_its_labels() {
    let scores: [i32; LABELS] = std::array::from_fn(|label| label as i32);
    let last = [Role::Cue, Role::SourceAfter, Role::ContentAfter].map(|role| role.label(false));
    let [nothing, found @ ..] = best(&scores);
    assert_eq!((nothing, found), (0, last.map(i32::from)));
}
