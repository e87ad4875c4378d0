//! Owns the labels of the attribution model: which part of an attribution a token is, and on which
//! side its cue stands; and the kinds of joints between two tokens.

use crate::{
    model::{hash::word, input::LABELS},
    tagging::features::Frame,
};

/// The kinds of joints.
pub const JOINTS: usize = 12;

/// A part of an attribution.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Role {
    /// A cue.
    Cue,
    /// A source, its cue to the right.
    SourceBefore,
    /// A source, its cue to the left.
    SourceAfter,
    /// A content, its cue to the right.
    ContentBefore,
    /// A content, its cue to the left.
    ContentAfter,
}

impl Role {
    const ALL: [Self; 5] =
        [Self::Cue, Self::SourceBefore, Self::SourceAfter, Self::ContentBefore, Self::ContentAfter];

    /// Its label for a first or a later token.
    pub const fn label(self, first: bool) -> u8 {
        2 * self as u8 + if first { 1 } else { 2 }
    }

    /// The role of a label, and whether it is a first token's; `None` for the label 0.
    pub fn of(label: u8) -> Option<(Self, bool)> {
        let at = usize::from(label.checked_sub(1)?) / 2;
        Self::ALL.get(at).map(|&role| (role, label % 2 == 1))
    }

    /// Whether it is a source.
    pub const fn is_source(self) -> bool {
        matches!(self, Self::SourceBefore | Self::SourceAfter)
    }

    /// Whether its cue stands to the right.
    pub const fn is_before(self) -> bool {
        matches!(self, Self::SourceBefore | Self::ContentBefore)
    }
}

/// What a label may stand for, whatever the side: nothing, a cue, a source, a content.
pub const KINDS: usize = 4;

/// A kind of label.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Of cues.
    Cue = 1,
    /// Of sources.
    Source,
    /// Of contents.
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

/// The kind of joint between the token at `at` and the one before it.
pub fn joint(frame: &Frame, at: usize) -> u8 {
    let (last, item) = (frame.item(at, -1), frame.at(at));
    let quote = word(b"\"");
    let is = |word: u32, marks: &[&[u8]]| marks.iter().any(|mark| self::word(mark) == word);
    if at == 0 {
        return u8::from(item.word == quote);
    }
    if last.sentence != item.sentence {
        return if last.quoted > 0 && item.quoted > 0 { 2 } else { 3 };
    }
    if item.word == quote {
        let opens = frame.quotations.get(item.quotation).is_some_and(|(q, _)| q.start == at);
        return if opens && item.quoted > 0 { 4 } else { 5 };
    }
    if last.word == quote {
        return if item.quoted > 0 { 6 } else { 7 };
    }
    if item.cue >= 3 {
        8
    } else if last.cue >= 3 {
        9
    } else if is(last.word, &[b","]) || is(item.word, &[b",", b"."]) {
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
