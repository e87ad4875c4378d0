//! Owns how sure the model is of an attribution: what tells, and the weights that make it a share
//! of right ones.

use crate::{
    detect::{
        label::{CUE_LABELS, LABELS, Role},
        link::Linked,
        phrase::quotation_at,
        tagging::{Labels, margin},
    },
    document::Document,
    model::{
        attribution::{MODEL, SCALE},
        chain::ROOM,
    },
};

/// How many signs there are.
pub const SIGNS: usize = 10;

/// The share of attributions like this one that are right, from 0 to 1.
pub fn confidence(document: &Document, labels: &Labels, linked: &Linked) -> f32 {
    let signs = signs(document, labels, linked);
    let sum: f32 = signs.iter().zip(MODEL.confidence).map(|(sign, weight)| sign * weight).sum();
    1.0 / (1.0 + (-sum).exp())
}

/// What tells how sure an attribution is: how far each part's labels lead, and what is missing.
pub fn signs(document: &Document, labels: &Labels, linked: &Linked) -> [f32; SIGNS] {
    let relation = &linked.relation;
    let scores = |at: usize| labels.scores.get(at).copied().unwrap_or([0; ROOM]);
    let first = relation.cue.clone().map(|at| margin(&scores(at))).max().unwrap_or_default();
    let cue = mean(relation.cue.clone(), |at| lead(&scores(at), &[Role::Cue]));
    let source = relation.sources.iter().cloned().flatten();
    let source = mean(source, |at| lead(&scores(at), &[Role::SourceBefore, Role::SourceAfter]));
    let contents = || relation.contents.iter().cloned().flatten();
    let content =
        mean(contents(), |at| lead(&scores(at), &[Role::ContentBefore, Role::ContentAfter]));
    let size = contents().count();
    let quoted = contents().filter(|&at| quotation_at(document, at).is_some()).count();
    [
        1.0,
        (first as f32 / SCALE as f32).clamp(-3.0, 6.0),
        cue,
        source,
        content,
        f32::from(u8::from(relation.sources.is_empty())),
        f32::from(u8::from(linked.shared)),
        (1.0 + size as f32).ln(),
        if quoted * 10 >= size * 9 { 1.0 } else { 0.0 },
        if relation.contents.len() > 1 { 1.0 } else { 0.0 },
    ]
}

/// How far the best label of some roles leads over the best of all others.
fn lead(scores: &[i32; ROOM], roles: &[Role]) -> f32 {
    let parts = scores.get(CUE_LABELS..CUE_LABELS + LABELS).unwrap_or_default();
    let (mut own, mut other) = (i32::MIN / 2, i32::MIN / 2);
    for (label, &score) in (0..).zip(parts) {
        let side = match Role::of(label) {
            Some((role, _)) if roles.contains(&role) => &mut own,
            _ => &mut other,
        };
        *side = score.max(*side);
    }
    (own.saturating_sub(other) as f32 / SCALE as f32).clamp(-4.0, 4.0)
}

fn mean(tokens: impl Iterator<Item = usize>, value: impl Fn(usize) -> f32) -> f32 {
    let (sum, count) = tokens.fold((0.0, 0.0), |(sum, count), at| (sum + value(at), count + 1.0));
    if count > 0.0 { sum / count } else { 0.0 }
}
