//! Owns check-worthiness: how much there is to check in a clause, as a sum of reasons.
//!
//! 0.5 is the cut: above it a reader has something to look up.

use std::{borrow::Cow, ops::Range};

use super::{
    clause::Clause,
    evidence::{Evidence, Signal, feature, wording},
};
use crate::{
    model::claim::{Model, STEPS},
    report::Reason,
    word::Words,
};

/// The score of a clause from 0 to 1, and the reasons that sum to it.
pub fn checkworthiness(
    words: &Words,
    clause: &Clause,
    evidence: &Evidence,
    model: &Model,
) -> (f32, Vec<Reason>) {
    let weigh = |&signal: &Signal| {
        let steps = model.weight(feature(signal)).check * evidence.halves(signal) / 2;
        (steps != 0).then(|| (signal.code(), detail(words, evidence.tokens(signal)), steps))
    };
    let mut parts: Vec<_> = Signal::ALL.iter().filter_map(weigh).collect();
    let (steps, strongest) = worded(words, clause, model);
    parts.push(("wording", detail(words, strongest), steps));
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

/// What the wording adds, and the words that weigh most in that direction.
fn worded(words: &Words, clause: &Clause, model: &Model) -> (i32, Range<usize>) {
    let (mut sum, mut up, mut down) = (0, (0, 0..0), (0, 0..0));
    wording(words, clause, |hash, tokens| {
        let steps = model.weight(hash).check;
        sum += steps;
        if steps > up.0 {
            up = (steps, tokens);
        } else if steps < down.0 {
            down = (steps, tokens);
        }
    });
    (sum, if sum < 0 { down.1 } else { up.1 })
}
