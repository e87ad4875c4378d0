//! Owns check-worthiness: how much there is to check in a clause, as a sum of reasons.
//!
//! 0.5 is the cut: above it a reader has something to look up.

use std::{borrow::Cow, ops::Range};

use super::{
    evidence::{Evidence, Signal},
    wording::Worded,
};
use crate::{
    model::claim::{Model, STEPS},
    report::Reason,
    word::Words,
};

/// The score of a clause from 0 to 1, and the reasons that sum to it.
pub fn checkworthiness(
    words: &Words,
    evidence: &Evidence,
    worded: &Worded,
    model: &Model,
) -> (f32, Vec<Reason>) {
    let weigh = |&signal: &Signal| {
        let steps = model.signal(signal).check * evidence.halves(signal) / 2;
        (steps != 0).then(|| (signal.code(), detail(words, evidence.tokens(signal)), steps))
    };
    let mut parts: Vec<_> = Signal::ALL.iter().filter_map(weigh).collect();
    let strongest = if worded.check < 0 { &worded.down } else { &worded.up };
    parts.push(("wording", detail(words, strongest.clone()), worded.check));
    let sum: i32 = parts.iter().map(|(_, _, steps)| steps).sum();
    let score = sum.clamp(0, STEPS as i32);
    parts.push(("limit", Cow::Borrowed(""), score - sum));
    let reason = |(code, detail, steps)| {
        let weight = Some(steps as f32 / STEPS);
        Reason { code, detail, weight }
    };
    let reasons = parts.into_iter().filter(|(_, _, steps)| *steps != 0).map(reason).collect();
    (score as f32 / STEPS, reasons)
}

fn detail(words: &Words, tokens: Range<usize>) -> Cow<'static, str> {
    if tokens.is_empty() {
        return Cow::Borrowed("");
    }
    let document = words.document();
    Cow::Owned(document.words(document.span(tokens)).to_owned())
}
