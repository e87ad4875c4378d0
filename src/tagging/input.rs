//! Owns what the attribution model reads of a token: rows of its tables, and the tokens it looks at.
//!
//! Training and serving share this code, so a change here asks for new weights.

use crate::{
    model::{
        hash,
        input::{END_BITS, FIELDS, Input, LOOKS, NONE, SIZES, WORD_BITS},
    },
    tagging::{
        cue_paths::{Way, Ways},
        features::Frame,
    },
};

/// Reads the inputs of a frame's tokens; `ways` leads to the lexicon's cues.
pub fn read(frame: &Frame, ways: &Ways, inputs: &mut Vec<Input>) {
    inputs.clear();
    inputs.extend((0..frame.items.len()).map(|at| input(frame, ways, at)));
}

fn input(frame: &Frame, ways: &Ways, at: usize) -> Input {
    let item = frame.at(at);
    let [left, right] = ways.around(at);
    let mut first = 0;
    let mut sizes = SIZES.iter();
    let rows = fields(frame, ways, at, &left, &right).map(|value| {
        let size = sizes.next().copied().unwrap_or(1);
        let row = first + (value as usize).min(size - 1);
        first += size;
        row as u16
    });
    Input {
        word: hash::row(item.word, WORD_BITS) as u16,
        end: hash::row(item.end, END_BITS) as u16,
        tag: item.tag as u16,
        fields: rows,
        looks: looks(frame, at, &left, &right),
    }
}

fn looks(frame: &Frame, at: usize, left: &Way, right: &Way) -> [u32; LOOKS] {
    let item = frame.at(at);
    let cue = |way: &Way| if way.strength > 0 { way.cue as u32 } else { NONE };
    let sentence = frame.sentences.get(item.sentence).map_or(NONE, |tokens| tokens.start as u32);
    let quotation = frame.quotations.get(item.quotation).filter(|_| item.quoted > 0);
    let inside = |token: Option<usize>| {
        token.filter(|&token| token < frame.items.len()).map_or(NONE, |token| token as u32)
    };
    let [before, after, last] = match quotation {
        Some((tokens, _)) => [
            inside(tokens.start.checked_sub(1)),
            inside(Some(tokens.end)),
            inside(tokens.end.checked_sub(2)),
        ],
        None => [NONE; 3],
    };
    let head = if item.head == at { NONE } else { item.head as u32 };
    [at as u32, cue(left), cue(right), before, after, last, sentence, head]
}

fn fields(frame: &Frame, ways: &Ways, at: usize, left: &Way, right: &Way) -> [u32; FIELDS] {
    let item = frame.at(at);
    let sentence = frame.sentences.get(item.sentence).cloned().unwrap_or_default();
    let far = |way: &Way| way.strength.min(7) * 10 + bucket(at.abs_diff(way.cue));
    let quotation = frame.quotations.get(item.quotation).filter(|_| item.quoted > 0);
    let quoted = quotation.map_or(0, |(tokens, _)| {
        let edge = if at == tokens.start { 1 } else { 2 * u32::from(at + 1 == tokens.end) };
        let runs = u32::from(tokens.start < sentence.start || tokens.end > sentence.end);
        1 + edge + 3 * bucket(tokens.len()) + 30 * runs
    });
    let near = match item.quoted {
        0 => item.near.map(|far| bucket(far as usize)),
        _ => [0; 2],
    };
    [
        item.tag,
        item.cue * 4 + item.source,
        item.role,
        item.ruled,
        item.shape,
        item.gap * 3 + item.quoted,
        quoted,
        near[0] * 10 + near[1],
        if left.strength > 0 { far(left) } else { 0 },
        if right.strength > 0 { far(right) } else { 0 },
        if left.strength > 0 { left.joints & 63 | left.verbs << 6 } else { 255 },
        if right.strength > 0 { right.joints & 63 | right.verbs << 6 } else { 255 },
        bucket(at - sentence.start) + 10 * item.sentence.min(3) as u32,
        bucket(sentence.end - 1 - at) + 10 * u32::from(sentence.end == frame.items.len()),
        frame.place + 5 * u32::from(frame.heading) + 10 * bucket(sentence.len()),
        neighbours(frame, ways, item.sentence),
    ]
}

/// Whether the sentence before, this one and the next hold a cue, and whether they open a quotation.
fn neighbours(frame: &Frame, ways: &Ways, sentence: usize) -> u32 {
    let look = |n: Option<usize>| {
        let Some(sentence) = n.and_then(|n| frame.sentences.get(n)) else { return 0 };
        let first = frame.at(sentence.start);
        let opens = first.quoted > 0 && first.tag == crate::token::tag::Tag::OpenQuote as u32 + 1;
        let cue = n.and_then(|n| ways.best.get(n)).is_some_and(|best| best.0 > 0);
        1 + u32::from(cue) + 2 * u32::from(opens)
    };
    look(sentence.checked_sub(1)) * 25 + look(Some(sentence)) * 5 + look(Some(sentence + 1))
}

/// Lengths and distances in ten steps.
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
