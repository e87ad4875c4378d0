//! Owns the features of the attribution model, as hashes that select rows of weights.
//!
//! Each template has a number of its own; training and serving share this code, so a change here
//! asks for new weights.

use crate::{
    detect::{
        frame::{Frame, Item},
        ways::{Way, Ways},
    },
    hash::mix,
};

/// Numbers the templates and hands their hashes on.
struct Templates<F> {
    number: u32,
    give: F,
}

impl<F: FnMut(u32)> Templates<F> {
    #[inline]
    fn one(&mut self, a: u32) {
        self.number += 1;
        (self.give)(mix(mix(self.number, a), self.number));
    }

    #[inline]
    fn two(&mut self, a: u32, b: u32) {
        self.one(mix(a, b));
    }

    #[inline]
    fn three(&mut self, a: u32, b: u32, c: u32) {
        self.one(mix(mix(a, b), c));
    }

    #[inline]
    fn four(&mut self, a: u32, b: u32, c: u32, d: u32) {
        self.one(mix(mix(mix(a, b), c), d));
    }

    fn group(&mut self, first: u32) {
        self.number = first;
    }
}

/// The features of a token that both stages read: the words around it and where it stands.
pub fn local(frame: &Frame, ways: &Ways, at: usize, give: impl FnMut(u32)) {
    let templates = &mut Templates { number: 0, give };
    let around = [-3, -2, -1, 0, 1, 2, 3].map(|ahead| frame.item(at, ahead));
    templates.one(0);
    words(templates, &around);
    tags(templates, &around);
    classes(templates, &around);
    let item = around[3];
    if item.quoted > 0 {
        quoted(templates, frame, at, item);
    } else {
        unquoted(templates, frame, at, item);
    }
    place(templates, frame, ways, at, item);
    ruled(templates, &around);
}

fn ruled(t: &mut Templates<impl FnMut(u32)>, [_, _, l, i, r, _, _]: &[Item; 7]) {
    t.group(600);
    t.one(l.ruled);
    t.one(i.ruled);
    t.one(r.ruled);
    t.three(l.ruled, i.ruled, r.ruled);
    t.two(i.ruled, i.tag);
    t.two(i.ruled, i.cue);
    t.two(i.ruled, i.word);
    t.two(i.ruled, i.quoted);
    t.three(i.ruled, l.tag, r.tag);
    t.two(i.ruled, i.role);
    t.two(i.ruled, r.word);
    t.two(i.ruled, l.word);
}

fn words(t: &mut Templates<impl FnMut(u32)>, [_, b, l, i, r, a, _]: &[Item; 7]) {
    t.group(100);
    t.one(b.word);
    t.one(l.word);
    t.one(i.word);
    t.one(r.word);
    t.one(a.word);
    t.two(l.word, i.word);
    t.two(i.word, r.word);
    t.one(i.ends[0]);
    t.one(i.ends[1]);
    t.one(i.shape);
    t.two(l.shape, i.shape);
    t.two(i.shape, r.shape);
}

fn tags(t: &mut Templates<impl FnMut(u32)>, [c, b, l, i, r, a, d]: &[Item; 7]) {
    t.group(200);
    for item in [c, b, l, i, r, a, d] {
        t.one(item.tag);
    }
    t.two(l.tag, i.tag);
    t.two(i.tag, r.tag);
    t.three(b.tag, l.tag, i.tag);
    t.three(l.tag, i.tag, r.tag);
    t.three(i.tag, r.tag, a.tag);
    t.two(i.word, i.tag);
    t.two(i.word, r.tag);
    t.two(i.word, l.tag);
    t.two(i.tag, r.word);
    t.two(i.tag, l.word);
}

fn classes(t: &mut Templates<impl FnMut(u32)>, [_, b, l, i, r, a, _]: &[Item; 7]) {
    t.group(300);
    for item in [b, l, i, r, a] {
        t.two(item.cue, item.source);
    }
    t.two(i.cue, i.tag);
    t.two(i.cue, r.tag);
    t.two(i.cue, l.tag);
    t.two(l.cue, i.tag);
    t.two(r.cue, i.tag);
    t.three(l.cue, i.cue, r.cue);
    t.three(l.source, i.cue, r.source);
    for item in [b, l, i, r, a] {
        t.one(item.role);
    }
    t.two(i.role, i.tag);
    t.three(i.role, i.tag, r.tag);
    t.three(i.role, l.tag, i.tag);
    t.three(i.role, i.tag, r.word);
    t.three(i.role, i.tag, l.word);
    t.three(l.role, i.role, r.role);
    t.four(i.role, i.cue, l.tag, r.tag);
}

fn quoted(t: &mut Templates<impl FnMut(u32)>, frame: &Frame, at: usize, item: Item) {
    t.group(400);
    let Some((tokens, _)) = frame.quotations.get(item.quotation) else { return };
    let (start, end) = (tokens.start, tokens.end);
    let (before, after, last) = (frame.item(start, -1), frame.at(end), frame.item(end, -2));
    let size = bucket(tokens.len());
    let opens_block = u32::from(start == 0);
    let sentence = frame.sentences.get(item.sentence).cloned().unwrap_or_default();
    t.one(item.quoted);
    t.two(item.quoted, size);
    t.three(u32::from(at == start), u32::from(at + 1 == end), size);
    t.one(before.word);
    t.one(after.word);
    t.four(before.cue, frame.item(start, -2).cue, after.cue, frame.at(end + 1).cue);
    t.one(last.word);
    t.three(before.word, last.word, opens_block);
    t.two(after.tag, frame.at(end + 1).tag);
    let runs = u32::from(start < sentence.start) * 2 + u32::from(end > sentence.end);
    t.three(runs, opens_block, size / 3);
    t.three(runs, frame.at(start + 1).shape, last.tag);
}

fn unquoted(t: &mut Templates<impl FnMut(u32)>, frame: &Frame, at: usize, item: Item) {
    t.group(450);
    let [left, right] = item.near.map(|far| bucket(far as usize));
    t.one(left);
    t.one(right);
    t.three(left, right, item.tag);
    if item.near[0] < 25 {
        t.two(frame.item(at, -(item.near[0] as isize) - 1).word, left);
    }
    if item.near[1] < 25 {
        let same = frame.item(at, item.near[1] as isize).sentence == item.sentence;
        t.three(right, item.tag, u32::from(same) + 8);
    }
}

fn place(t: &mut Templates<impl FnMut(u32)>, frame: &Frame, ways: &Ways, at: usize, item: Item) {
    t.group(500);
    let sentence = frame.sentences.get(item.sentence).cloned().unwrap_or_default();
    let (first, last) = (frame.at(sentence.start), frame.item(sentence.end, -1));
    t.two(u32::from(at == sentence.start), u32::from(at == 0));
    t.one(bucket(at - sentence.start));
    t.one(bucket(sentence.end - 1 - at));
    t.two(item.sentence.min(3) as u32, u32::from(sentence.end == frame.items.len()));
    t.two(frame.place, u32::from(frame.heading));
    t.one(bucket(sentence.len()));
    t.two(item.gap, item.tag);
    t.one(first.word);
    t.three(first.word, u32::from(at == sentence.start), item.quoted);
    t.two(first.tag, frame.at(sentence.start + 1).word);
    t.one(last.word);
    let (before, here, after) = neighbours(frame, ways, item.sentence);
    t.four(before, after, here, item.quoted);
    t.three(before, here, item.quoted);
}

/// Whether the sentence before, this one and the next hold a cue, and whether they open a quotation.
fn neighbours(frame: &Frame, ways: &Ways, sentence: usize) -> (u32, u32, u32) {
    let look = |n: usize| {
        let Some(sentence) = frame.sentences.get(n) else { return 0 };
        let first = frame.at(sentence.start);
        let opens = first.quoted > 0 && first.tag == crate::tag::Tag::OpenQuote as u32 + 1;
        let cue = ways.best.get(n).is_some_and(|best| best.0 > 0);
        1 + u32::from(cue) + 2 * u32::from(opens)
    };
    (sentence.checked_sub(1).map_or(0, look), look(sentence), look(sentence + 1))
}

/// The features of a token that tell how it stands to the cues of `ways`; templates start at `base`.
pub fn context(frame: &Frame, ways: &Ways, at: usize, base: u32, give: impl FnMut(u32)) {
    let t = &mut Templates { number: base, give };
    let item = frame.at(at);
    let own = ways.strengths.get(at).copied().unwrap_or_default();
    let [left, right] = ways.around(at);
    let far = |way: &Way| if way.strength == 0 { 15 } else { bucket(at.abs_diff(way.cue)) };
    t.three(own, left.strength, right.strength);
    t.three(own, far(&left), far(&right));
    t.four(
        u32::from(left.strength > 0),
        u32::from(right.strength > 0),
        item.quoted,
        left.joints & 3 | (right.joints & 3) << 2,
    );
    t.four(left.strength, right.strength, left.joints, right.joints);
    t.three(far(&left).min(5), far(&right).min(5), item.quoted);
    t.group(base + 20);
    if left.strength > 0 {
        way(t, frame, at, &left, -1);
    }
    t.group(base + 60);
    if right.strength > 0 {
        way(t, frame, at, &right, 1);
    }
}

fn way(t: &mut Templates<impl FnMut(u32)>, frame: &Frame, at: usize, way: &Way, ahead: isize) {
    let (item, cue) = (frame.at(at), frame.at(way.cue));
    let (beyond, facing) = (frame.item(way.cue, ahead), frame.item(way.cue, -ahead));
    let far = bucket(at.abs_diff(way.cue));
    let same = u32::from(cue.quoted == item.quoted);
    t.one(cue.word);
    t.two(cue.word, way.joints);
    t.three(way.strength, way.joints, way.verbs);
    t.three(way.strength, far, way.joints);
    t.two(cue.word, facing.word);
    t.three(way.strength, facing.word, way.joints & 7);
    t.four(way.strength, same, item.quoted, way.joints & 1);
    t.three(way.strength, item.tag, way.joints);
    t.three(cue.word, item.tag, far.min(3));
    t.three(item.word, way.strength, far.min(4));
    t.three(way.strength, beyond.tag, far.min(5));
    t.three(cue.word, way.verbs, way.joints & 3);
    t.two(beyond.word, cue.word);
    t.four(way.strength, mix(way.joints, same), item.tag, frame.item(at, 1).tag);
    t.two(cue.tag, cue.word);
    t.four(item.ruled, cue.ruled, far.min(5), way.strength);
    t.three(item.ruled, cue.ruled, cue.word);
    t.four(item.ruled, frame.item(at, 1).ruled, cue.ruled, way.joints);
    t.three(facing.tag, way.strength, way.joints);
    if way.steps < 8 {
        t.two(way.path, way.strength);
        t.three(way.path, way.strength, item.tag);
        t.two(way.path, cue.word);
    }
    let head = frame.at(item.head);
    t.four(way.strength, head.word, way.verbs, way.joints & 1);
    t.four(way.strength, head.source, way.verbs, way.joints);
    t.four(cue.role, mix(head.role, way.joints), way.verbs, item.tag);
    t.four(cue.role, way.joints, way.verbs, far);
    t.four(cue.role, facing.tag, item.tag, far.min(3));
    if way.steps < 8 {
        t.three(way.path, cue.role, item.tag);
    }
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
