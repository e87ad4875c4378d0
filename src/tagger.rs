//! Owns the tagger: one pass from left to right over a sentence, a linear model over hashed
//! features of the word, its neighbours and the two tags before it.
//!
//! The weights are `model/tagger.bin`; how they come about is the training's.

use std::sync::LazyLock;

use crate::{
    hash::{self, mix},
    model::rows::Rows,
    tag::Tag,
    token::{Token, Tokens},
};

/// Room for the scores of all tags.
pub const SCORES: usize = 64;

/// The tag before the first token, as a number.
pub const NO_TAG: u32 = 63;

static MODEL: LazyLock<Rows> = LazyLock::new(|| {
    Rows::read(include_bytes!("model/tagger.bin")).map(|(rows, _)| rows).unwrap_or_default()
});

/// Tags the tokens from `first` on, which are one sentence.
pub fn tag(tokens: &mut Tokens, first: usize, scratch: &mut Vec<Word>) {
    words(tokens, first, scratch);
    let model = &*MODEL;
    let mut history = [NO_TAG; 2];
    for (at, token) in tokens.list_mut().iter_mut().skip(first).enumerate() {
        let mut scores = [0; SCORES];
        features(scratch, at, history, |feature| model.add(feature, &mut scores));
        let best = (0..Tag::ALL.len()).max_by_key(|&tag| (scores.get(tag), usize::MAX - tag));
        token.tag = best.and_then(|tag| Tag::ALL.get(tag)).copied().unwrap_or_default();
        history = [token.tag as u32, history[0]];
    }
}

/// What the features read of a token.
#[derive(Clone, Copy, Debug, Default)]
pub struct Word {
    word: u32,
    /// The last one, two, three, four bytes.
    ends: [u32; 4],
    /// The first one, the first three bytes.
    begins: [u32; 2],
    shape: u32,
}

/// Reads the tokens from `first` on.
pub fn words(tokens: &Tokens, first: usize, into: &mut Vec<Word>) {
    into.clear();
    into.extend(tokens.list().iter().skip(first).map(|token| word(tokens.norm(token), token)));
}

fn word(norm: &str, token: &Token) -> Word {
    let bytes = norm.as_bytes();
    let end = |n: usize| hash::word(bytes.get(bytes.len().saturating_sub(n)..).unwrap_or_default());
    let begin = |n: usize| hash::word(bytes.get(..n.min(bytes.len())).unwrap_or_default());
    let shape =
        token.case as u32 * 8 + u32::from(norm.contains('-')) * 4 + bytes.len().min(4) as u32 - 1;
    let ends = [end(1), end(2), end(3), end(4)];
    Word { word: token.word, ends, begins: [begin(1), begin(3)], shape }
}

/// Hands each feature of the token at `at` to `give`; `history` holds the last tag and the one before.
#[inline]
pub fn features(words: &[Word], at: usize, history: [u32; 2], mut give: impl FnMut(u32)) {
    let word = |ahead: isize| {
        at.checked_add_signed(ahead).and_then(|at| words.get(at)).copied().unwrap_or_default()
    };
    let (this, last, next) = (word(0), word(-1), word(1));
    let (before, after) = (word(-2), word(2));
    let [tag, tag_before] = history;
    let mut template = 0;
    let mut feature = |value: u32| {
        template += 1;
        give(mix(mix(template, value), template));
    };
    feature(0);
    feature(this.word);
    this.ends.into_iter().for_each(&mut feature);
    this.begins.into_iter().for_each(&mut feature);
    feature(this.shape * 2 + u32::from(at == 0));
    feature(last.word);
    feature(last.ends[2]);
    feature(next.word);
    feature(next.ends[2]);
    feature(next.shape);
    feature(mix(this.shape, mix(next.shape, last.shape)));
    feature(before.word);
    feature(after.word);
    feature(after.ends[1]);
    feature(mix(last.word, this.word));
    feature(mix(this.word, next.word));
    feature(mix(this.ends[1], next.ends[1]));
    feature(tag);
    feature(mix(tag, tag_before));
    feature(mix(tag, this.word));
    feature(tag_before + 64);
    feature(mix(tag, next.ends[1]));
    feature(mix(tag, next.word));
    feature(mix(mix(tag, tag_before), this.ends[1]));
}
