//! Owns the wording of claims: the words, the parts of speech and the pairs of either in a clause,
//! and what they weigh.
//!
//! Training and serving share this code. Leaves all other evidence to `evidence.rs`.

use std::ops::Range;

use crate::{
    claim::{
        clause::Clause, feature::Feature, predicate::predicate, statement::Leaning, weights::Model,
    },
    grammar::word::{self, Words},
    token::tag::Tag,
};

/// The wording of a clause: each feature with the tokens where it stands.
pub fn wording(words: &Words, clause: &Clause, mut each: impl FnMut(Feature, Range<usize>)) {
    let mut seen = Seen::default();
    for (start, piece) in clause.pieces.iter().map(|piece| (piece.start, piece.clone())) {
        let mut last = None;
        for n in piece {
            seen.new_tags(words, start, n, &mut each);
            let hash = match shape(words, n) {
                Shape::Word => words.hash(n),
                Shape::Figure => FIGURE_HASH,
                Shape::Mark => {
                    last = None;
                    continue;
                }
            };
            if clause.tokens().next() == Some(n) {
                each(Feature::Opening(word::pair(OPENING_HASH, hash)), n..n + 1);
            }
            if let Some(last) = last {
                each(Feature::Word(word::pair(last, hash)), n - 1..n + 1);
            }
            if hash != FIGURE_HASH {
                each(Feature::Word(hash), n..n + 1);
            }
            last = Some(hash);
        }
    }
}

/// The parts of speech of a clause and their pairs, as bits.
struct Seen {
    tags: u64,
    after: [u64; Tag::ALL.len()],
}

impl Default for Seen {
    fn default() -> Self {
        Self { tags: 0, after: [0; Tag::ALL.len()] }
    }
}

impl Seen {
    /// Calls `each` with the tag and the pair of tags of token `n` that are new in the clause; its piece
    /// begins at `start`.
    fn new_tags(
        &mut self,
        words: &Words,
        start: usize,
        n: usize,
        each: &mut impl FnMut(Feature, Range<usize>),
    ) {
        let tag = words.tag(n);
        if is_new(&mut self.tags, tag) {
            each(Feature::Tag(tag), n..n + 1);
        }
        let last = (n > start).then(|| words.tag(n - 1));
        if let Some(last) = last
            && self.after.get_mut(last as usize).is_some_and(|after| is_new(after, tag))
        {
            each(Feature::Tags(last, tag), n - 1..n + 1);
        }
    }
}

/// Adds a tag to a set; returns whether it was new.
const fn is_new(tags: &mut u64, tag: Tag) -> bool {
    let before = *tags;
    *tags |= 1 << tag as u64;
    *tags != before
}

/// Stands for a figure in a pair of words.
#[cfg(feature = "train")]
const FIGURE: &str = "#";
/// Its hash.
const FIGURE_HASH: u64 = word::hash("#");

/// The hash of `^`, which stands before the first word.
const OPENING_HASH: u64 = word::hash("^");

enum Shape {
    Word,
    Figure,
    Mark,
}

fn shape(words: &Words, n: usize) -> Shape {
    match words.norm(n).as_bytes().first() {
        Some(b'0'..=b'9') => Shape::Figure,
        Some(b'a'..=b'z' | b'\'') => Shape::Word,
        Some(byte) if !byte.is_ascii() && words.norm(n).starts_with(char::is_alphabetic) => {
            Shape::Word
        }
        _ => Shape::Mark,
    }
}

/// A feature as the file of weights names it.
#[cfg(feature = "train")]
pub fn name(words: &Words, feature: Feature, tokens: Range<usize>) -> String {
    let of = |n: usize| match shape(words, n) {
        Shape::Figure => FIGURE,
        Shape::Word | Shape::Mark => words.norm(n),
    };
    match feature {
        Feature::Word(_) => tokens.map(of).collect::<Vec<_>>().join(" "),
        Feature::Opening(_) => format!("^ {}", of(tokens.start)),
        Feature::Tag(tag) => format!("{tag:?}"),
        Feature::Tags(first, second) => format!("{first:?} {second:?}"),
        Feature::Predicate(_) => String::new(),
    }
}

/// What the wording of a clause adds to each sum, in steps, and the words that weigh most.
#[derive(Clone, Debug, Default)]
pub struct Worded {
    /// To what kind of statement it is.
    pub leaning: Leaning,
    /// To its check-worthiness.
    pub check: i32,
    /// The words that raise its check-worthiness most.
    pub up: Range<usize>,
    /// The words that lower it most.
    pub down: Range<usize>,
}

impl Worded {
    /// Weighs a clause with this cue around it.
    pub fn new(words: &Words, clause: &Clause, cue: Option<&str>, model: &Model) -> Self {
        let (mut worded, mut up, mut down) = (Self::default(), 0, 0);
        let mut weigh = |feature, tokens| {
            let Some(weight) = model.wording(feature) else { return };
            worded.leaning.opinion += weight.opinion;
            worded.leaning.prediction += weight.prediction;
            worded.check += weight.check;
            if weight.check > up {
                (up, worded.up) = (weight.check, tokens);
            } else if weight.check < down {
                (down, worded.down) = (weight.check, tokens);
            }
        };
        wording(words, clause, &mut weigh);
        predicate(words, clause, cue, weigh);
        worded
    }
}
