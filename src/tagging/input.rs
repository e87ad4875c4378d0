//! Owns the input of the net: for each token the rows of the net's tables, and the tokens the net looks at.
//!
//! Training and serving share this code: after a change, retrain the net.

use crate::{
    model::{
        hash,
        input::{END_BITS, FIELDS, Input, LOOKS, NONE, SIZES, WORD_BITS},
    },
    tagging::{
        cue_paths::{CuePath, CuePaths},
        features::Features,
    },
};

/// Reads the inputs for a block's tokens; `paths` lead to the cues of the lexicon.
pub fn read(features: &Features, paths: &CuePaths, inputs: &mut Vec<Input>) {
    inputs.clear();
    inputs.extend((0..features.tokens.len()).map(|at| input(features, paths, at)));
}

fn input(features: &Features, paths: &CuePaths, at: usize) -> Input {
    let token = features.at(at);
    let [left, right] = paths.around(at);
    let mut first = 0;
    let mut sizes = SIZES.iter();
    let rows = fields(features, paths, at, &left, &right).map(|value| {
        let size = sizes.next().copied().unwrap_or(1);
        let row = first + (value as usize).min(size - 1);
        first += size;
        row as u16
    });
    Input {
        word: hash::row(token.word, WORD_BITS) as u16,
        end: hash::row(token.end, END_BITS) as u16,
        tag: token.tag as u16,
        fields: rows,
        looks: looks(features, at, &left, &right),
    }
}

fn looks(features: &Features, at: usize, left: &CuePath, right: &CuePath) -> [u32; LOOKS] {
    let token = features.at(at);
    let cue = |path: &CuePath| if path.strength > 0 { path.cue as u32 } else { NONE };
    let sentence =
        features.sentences.get(token.sentence).map_or(NONE, |tokens| tokens.start as u32);
    let quotation = features.quotations.get(token.quotation).filter(|_| token.quoted > 0);
    let inside = |at: Option<usize>| {
        at.filter(|&at| at < features.tokens.len()).map_or(NONE, |at| at as u32)
    };
    let [before, after, last] = match quotation {
        Some((tokens, _)) => [
            inside(tokens.start.checked_sub(1)),
            inside(Some(tokens.end)),
            inside(tokens.end.checked_sub(2)),
        ],
        None => [NONE; 3],
    };
    let head = if token.head == at { NONE } else { token.head as u32 };
    [at as u32, cue(left), cue(right), before, after, last, sentence, head]
}

fn fields(
    features: &Features,
    paths: &CuePaths,
    at: usize,
    left: &CuePath,
    right: &CuePath,
) -> [u32; FIELDS] {
    let token = features.at(at);
    let sentence = features.sentences.get(token.sentence).cloned().unwrap_or_default();
    let far = |path: &CuePath| path.strength.min(7) * 10 + bucket(at.abs_diff(path.cue));
    let quotation = features.quotations.get(token.quotation).filter(|_| token.quoted > 0);
    let quoted = quotation.map_or(0, |(tokens, _)| {
        let edge = if at == tokens.start { 1 } else { 2 * u32::from(at + 1 == tokens.end) };
        let runs = u32::from(tokens.start < sentence.start || tokens.end > sentence.end);
        1 + edge + 3 * bucket(tokens.len()) + 30 * runs
    });
    let near = match token.quoted {
        0 => token.near.map(|far| bucket(far as usize)),
        _ => [0; 2],
    };
    [
        token.tag,
        token.cue * 4 + token.source,
        token.role,
        token.ruled,
        token.shape,
        token.gap * 3 + token.quoted,
        quoted,
        near[0] * 10 + near[1],
        if left.strength > 0 { far(left) } else { 0 },
        if right.strength > 0 { far(right) } else { 0 },
        if left.strength > 0 { left.boundaries & 63 | left.verbs << 6 } else { 255 },
        if right.strength > 0 { right.boundaries & 63 | right.verbs << 6 } else { 255 },
        bucket(at - sentence.start) + 10 * token.sentence.min(3) as u32,
        bucket(sentence.end - 1 - at) + 10 * u32::from(sentence.end == features.tokens.len()),
        features.place + 5 * u32::from(features.heading) + 10 * bucket(sentence.len()),
        sentences_around(features, paths, token.sentence),
    ]
}

/// Whether the sentence before, this one and the next hold a cue, and whether they open with a quotation.
fn sentences_around(features: &Features, paths: &CuePaths, sentence: usize) -> u32 {
    let one = |n: Option<usize>| {
        let Some(sentence) = n.and_then(|n| features.sentences.get(n)) else { return 0 };
        let first = features.at(sentence.start);
        let opens = first.quoted > 0 && first.tag == crate::token::tag::Tag::OpenQuote as u32 + 1;
        let cue = n.and_then(|n| paths.best.get(n)).is_some_and(|best| best.0 > 0);
        1 + u32::from(cue) + 2 * u32::from(opens)
    };
    one(sentence.checked_sub(1)) * 25 + one(Some(sentence)) * 5 + one(Some(sentence + 1))
}

/// The class of a length or a distance, from 0 to 9.
fn bucket(n: usize) -> u32 {
    match n {
        0..=4 => n as u32,
        5..=6 => 5,
        7..=9 => 6,
        10..=14 => 7,
        15..=24 => 8,
        _ => 9,
    }
}
