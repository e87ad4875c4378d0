//! Owns check-worthiness: how much there is to check in a clause, as a sum of reasons.
//!
//! 0.5 is the cut: above it a reader has something to look up.

use std::{borrow::Cow, ops::Range};

use crate::{
    claim::{
        evidence::Evidence,
        feature::Signal,
        weights::{Model, STEPS},
        wording::Worded,
    },
    grammar::word::Words,
    vocabulary::reason::{Reason, ReasonCode},
};

/// Capacity for the reasons of most clauses, with one more for the certainty.
const ROOM: usize = 12;

/// The score of a clause from 0 to 1, and the reasons that sum to it.
pub fn checkworthiness(
    words: &Words,
    evidence: &Evidence,
    worded: &Worded,
    model: &Model,
) -> (f32, Vec<Reason>) {
    let mut reasons = Vec::with_capacity(ROOM);
    let mut sum = 0;
    for &signal in Signal::ALL {
        let steps = model.signal(signal).check * evidence.halves(signal) / 2;
        sum += steps;
        reasons.extend(reason(words, signal.reason(), evidence.tokens(signal), steps));
    }
    let strongest = if worded.check < 0 { &worded.down } else { &worded.up };
    sum += worded.check;
    reasons.extend(reason(words, ReasonCode::Wording, strongest.clone(), worded.check));
    let score = sum.clamp(0, STEPS as i32);
    reasons.extend(reason(words, ReasonCode::Limit, 0..0, score - sum));
    (score as f32 / STEPS, reasons)
}

/// The reason for some steps; none for no steps.
fn reason(words: &Words, code: ReasonCode, tokens: Range<usize>, steps: i32) -> Option<Reason> {
    let weight = Some(steps as f32 / STEPS);
    (steps != 0).then(|| Reason { code, detail: detail(words, tokens), weight })
}

fn detail(words: &Words, tokens: Range<usize>) -> Cow<'static, str> {
    if tokens.is_empty() {
        return Cow::Borrowed("");
    }
    let document = words.document();
    Cow::Owned(document.words(document.span(tokens)).to_owned())
}
