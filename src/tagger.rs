//! Owns the tagger: one pass from left to right over a sentence, a linear model over hashed
//! features of the word, its neighbours and the two tags before it.
//!
//! What a word gives by itself is kept in `known.rs`; the weights are `model/tagger.bin`, and how
//! they come about is the training's.

use std::sync::LazyLock;

use crate::{
    hash::{self, mix},
    known::Known,
    model::rows::Rows,
    tag::Tag,
    token::{Token, Tokens},
};

/// The tag before the first token, as a number.
pub const NO_TAG: u32 = 63;

/// Room for the scores of all tags; a multiple of eight, which processors add at once.
const SCORES: usize = 56;

/// Scores on the way to a sum.
type Sums = [i16; SCORES];

static MODEL: LazyLock<Rows> = LazyLock::new(|| {
    Rows::read(include_bytes!("model/tagger.bin")).map(|(rows, _)| rows).unwrap_or_default()
});

/// What a tagger keeps from one sentence to the next.
#[derive(Debug, Default)]
pub struct Scratch {
    words: Vec<Word>,
    sums: Vec<Sums>,
    /// By a word and how it is written: what it gives to itself and to the two words on either side.
    known: Known<[u32; 2], (Word, [Sums; 5])>,
    places: Known<u32, [Sums; 5]>,
    pairs: Known<[u32; 2], Sums>,
}

/// Tags the tokens from `first` on, which are one sentence.
pub fn tag(tokens: &mut Tokens, first: usize, scratch: &mut Scratch) {
    scratch.sum_up(tokens, first);
    let Scratch { words, sums, pairs, .. } = scratch;
    let mut history = [NO_TAG; 2];
    for (at, token) in tokens.list_mut().iter_mut().skip(first).enumerate() {
        let mut scores = sums.get(at).copied().unwrap_or([0; SCORES]);
        let values = values(words, at, history);
        add(&values, JOINED, &mut scores);
        let pair = pairs.get(mix(history[0], history[1]), &history, || {
            let mut pair = [0; SCORES];
            add(&values, TAGS, &mut pair);
            pair
        });
        let pair = pair.copied().unwrap_or([0; SCORES]);
        scores.iter_mut().zip(pair).for_each(|(score, pair)| *score += pair);
        token.tag = best(&scores);
        history = [token.tag as u32, history[0]];
    }
}

impl Scratch {
    /// Reads the words from `first` on, and sums up what each gives to itself and to the two words on
    /// either side.
    fn sum_up(&mut self, tokens: &Tokens, first: usize) {
        let Self { words, sums, .. } = self;
        let own = tokens.list().get(first..).unwrap_or_default();
        words.clear();
        sums.clear();
        sums.resize(own.len(), [0; SCORES]);
        let outside = [None; 2];
        let inside = own.iter().map(Some);
        for (at, token) in outside.into_iter().chain(inside).chain(outside).enumerate() {
            self.give(tokens, token, at);
        }
    }

    /// Adds what the word gives that stands two places before `at`; none stands for what lies outside.
    fn give(&mut self, tokens: &Tokens, token: Option<&Token>, at: usize) {
        let Self { words, sums, known, places, .. } = self;
        let first = words.is_empty();
        let key =
            token.map_or([0; 2], |own| [own.word, 2 + 2 * own.case as u32 + u32::from(first)]);
        let given = known.get(mix(key[0], key[1]), &key, || {
            let word = token.map_or_else(Word::default, |own| word(tokens.norm(own), own, first));
            let placed = places.get(word.place, &word.place, || placed(word));
            (word, alone(word, placed.copied().unwrap_or(NOTHING)))
        });
        let Some((word, given)) = given else { return };
        for (given, to) in given.iter().zip(at..) {
            let Some(sums) = to.checked_sub(4).and_then(|to| sums.get_mut(to)) else { continue };
            sums.iter_mut().zip(given).for_each(|(sum, given)| *sum += given);
        }
        if token.is_some() {
            words.push(*word);
        }
    }
}

const NOTHING: [Sums; 5] = [[0; SCORES]; 5];

/// What any word of the same shape in the same place gives, to itself and to the word before it.
fn placed(word: Word) -> [Sums; 5] {
    let mut sums = NOTHING;
    let [_, last, own, ..] = &mut sums;
    add(&values(&[Word::default(), word], 0, [NO_TAG; 2]), SHAPED_NEXT, last);
    add(&values(&[word], 0, [NO_TAG; 2]), SHAPED, own);
    sums
}

/// Adds what else a word gives to the scores of the second word before it, and so on to the second
/// behind.
fn alone(word: Word, mut sums: [Sums; 5]) -> [Sums; 5] {
    let [behind, last, own, next, before] = &mut sums;
    let blank = Word::default();
    let seen = |words: &[Word], at| values(words, at, [NO_TAG; 2]);
    add(&seen(&[blank, blank, word], 0), AFTER, behind);
    add(&seen(&[blank, word], 0), NEXT, last);
    add(&seen(&[word], 0), OWN, own);
    add(&seen(&[word, blank], 1), LAST, next);
    add(&seen(&[word, blank, blank], 2), BEFORE, before);
    sums
}

#[inline]
fn add<const N: usize>(values: &[u32; TEMPLATES], templates: [usize; N], scores: &mut Sums) {
    let model = &*MODEL;
    for template in templates {
        let value = values.get(template).copied().unwrap_or_default();
        model.add(feature(template, value), scores);
    }
}

/// The tag with the highest score; of equal ones, the first.
fn best(scores: &Sums) -> Tag {
    let known = scores.get(..Tag::ALL.len()).unwrap_or_default();
    let most = known.iter().copied().fold(i16::MIN, i16::max);
    let at = known.iter().position(|score| *score == most).unwrap_or_default();
    Tag::ALL.get(at).copied().unwrap_or_default()
}

/// What the features read of a token.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Word {
    word: u32,
    /// The last one, two, three, four bytes.
    ends: [u32; 4],
    /// The first one, the first three bytes.
    begins: [u32; 2],
    shape: u32,
    /// Its shape, and whether it opens the sentence.
    place: u32,
}

/// The words of a sentence.
#[cfg(feature = "train")]
pub fn words(tokens: &Tokens) -> Vec<Word> {
    let words = tokens.list().iter().enumerate();
    words.map(|(n, token)| word(tokens.norm(token), token, n == 0)).collect()
}

fn word(norm: &str, token: &Token, first: bool) -> Word {
    let bytes = norm.as_bytes();
    let end = |n: usize| hash::word(bytes.get(bytes.len().saturating_sub(n)..).unwrap_or_default());
    let begin = |n: usize| hash::word(bytes.get(..n.min(bytes.len())).unwrap_or_default());
    let shape =
        token.case as u32 * 8 + u32::from(norm.contains('-')) * 4 + bytes.len().min(4) as u32 - 1;
    let ends = [end(1), end(2), end(3), end(4)];
    let place = shape * 2 + u32::from(first);
    Word { word: token.word, ends, begins: [begin(1), begin(3)], shape, place }
}

const TEMPLATES: usize = 28;

/// The templates that read one word alone, by where it stands: here, one or two before, behind;
const OWN: [usize; 7] = [1, 2, 3, 4, 5, 6, 7];
const LAST: [usize; 2] = [9, 10];
const NEXT: [usize; 2] = [11, 12];
const BEFORE: [usize; 1] = [15];
const AFTER: [usize; 2] = [16, 17];
/// those that read no more of it than its shape and place, here or one behind;
const SHAPED: [usize; 2] = [0, 8];
const SHAPED_NEXT: [usize; 1] = [13];
/// those that read nothing but tags;
const TAGS: [usize; 3] = [21, 22, 24];
/// and all others.
const JOINED: [usize; 8] = [14, 18, 19, 20, 23, 25, 26, 27];

/// Hands each feature of the token at `at` to `give`; `history` holds the last tag and the one before.
#[cfg(feature = "train")]
#[inline]
pub fn features(words: &[Word], at: usize, history: [u32; 2], mut give: impl FnMut(u32)) {
    for (template, value) in values(words, at, history).into_iter().enumerate() {
        give(feature(template, value));
    }
}

#[inline]
const fn feature(template: usize, value: u32) -> u32 {
    let number = template as u32 + 1;
    mix(mix(number, value), number)
}

/// What each template reads.
#[inline(always)]
fn values(words: &[Word], at: usize, [tag, tag_before]: [u32; 2]) -> [u32; TEMPLATES] {
    let word = |ahead: isize| {
        at.checked_add_signed(ahead).and_then(|at| words.get(at)).copied().unwrap_or_default()
    };
    let (this, last, next) = (word(0), word(-1), word(1));
    let (before, after) = (word(-2), word(2));
    [
        0,
        this.word,
        this.ends[0],
        this.ends[1],
        this.ends[2],
        this.ends[3],
        this.begins[0],
        this.begins[1],
        this.place,
        last.word,
        last.ends[2],
        next.word,
        next.ends[2],
        next.shape,
        mix(this.shape, mix(next.shape, last.shape)),
        before.word,
        after.word,
        after.ends[1],
        mix(last.word, this.word),
        mix(this.word, next.word),
        mix(this.ends[1], next.ends[1]),
        tag,
        mix(tag, tag_before),
        mix(tag, this.word),
        tag_before + 64,
        mix(tag, next.ends[1]),
        mix(tag, next.word),
        mix(mix(tag, tag_before), this.ends[1]),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_template_is_summed_up_once() {
        let all = [&OWN[..], &LAST, &NEXT, &BEFORE, &AFTER, &SHAPED, &SHAPED_NEXT, &TAGS, &JOINED];
        let mut templates = all.concat();
        templates.sort_unstable();
        assert_eq!(templates, (0..TEMPLATES).collect::<Vec<_>>());
    }
}
