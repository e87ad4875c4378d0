//! Owns attributions that stand beside a clause: `according to X`, `as reported by X`.

use std::ops::Range;

use crate::{
    detect::{
        content, cue,
        phrase::{is_adverb, is_capital, is_finite, is_one, norm, tag, trim_marks, verb_group},
        relation::{Relation, reason},
        said::limit,
    },
    document::Document,
    tag::Tag,
};

/// The relation whose cue begins at token `at` of `sentence`.
pub fn relation(document: &Document, sentence: &Range<usize>, at: usize) -> Option<Relation> {
    let limit = limit(document, sentence);
    if let Some(relation) = as_somebody_reported(document, sentence, at, limit) {
        return Some(relation);
    }
    let mut relation = according_to(document, at).or_else(|| as_reported_by(document, at))?;
    let source = content::source_after(document, relation.cue.end, limit)?;
    if is_bare_noun(document, &source) {
        return None;
    }
    relation.contents = contents(document, sentence.start, at, source.end, limit);
    relation.sources = vec![source];
    relation.confidence = 0.95;
    (!relation.contents.is_empty()).then_some(relation)
}

/// `according to plan`: no source, but a manner.
fn is_bare_noun(document: &Document, source: &Range<usize>) -> bool {
    source.len() == 1
        && tag(document, source.start) == Tag::NN
        && !is_capital(document, source.start)
}

fn according_to(document: &Document, at: usize) -> Option<Relation> {
    let found = norm(document, at) == "according" && norm(document, at + 1) == "to";
    found.then(|| Relation {
        cue: at..at + 2,
        lemma: "according to".into(),
        reasons: vec![reason("according-to", "")],
        ..Relation::default()
    })
}

fn as_reported_by(document: &Document, at: usize) -> Option<Relation> {
    if norm(document, at) != "as" {
        return None;
    }
    let head = (at + 1..at + 4).find(|at| !is_adverb(document, *at))?;
    let verb = cue::verb(document, head).filter(|verb| verb.forms.participle)?;
    let speech = verb.entry.takes('c') && is_one(document, verb.end, &["by", "in"]);
    speech.then(|| Relation {
        cue: at..verb.end + 1,
        lemma: verb.entry.lemma.into(),
        act: verb.entry.act,
        stance: verb.entry.stance,
        reasons: vec![reason("cue-verb", verb.entry.lemma), reason("as-reported-by", "")],
        ..Relation::default()
    })
}

/// `As Reuters first reported,`: the cue is the verb, and what stands beside the comma is said.
fn as_somebody_reported(
    document: &Document,
    sentence: &Range<usize>,
    at: usize,
    limit: usize,
) -> Option<Relation> {
    const LONGEST: usize = 12;
    let verb = cue::verb(document, at).filter(|verb| verb.forms.past || verb.forms.third)?;
    let end = verb.end;
    let closes = end >= limit || norm(document, end) == ",";
    let from = sentence.start.max(at.saturating_sub(LONGEST));
    let opener = (from..at).rev().find(|at| norm(document, *at) == "as")?;
    let group = verb_group(document, at, opener + 1);
    let edge = opener == sentence.start || norm(document, opener - 1) == ",";
    let plain = !(opener + 1..group).any(|at| is_finite(document, at) || norm(document, at) == ",");
    if !closes || !edge || !plain || group == opener + 1 || !verb.entry.takes('c') {
        return None;
    }
    let contents = contents(document, sentence.start, opener, end, limit);
    let source = opener + 1..group;
    (!contents.is_empty()).then(|| Relation {
        sources: Vec::from([source]),
        cue: group..end,
        contents,
        lemma: verb.entry.lemma.into(),
        act: verb.entry.act,
        stance: verb.entry.stance,
        confidence: 0.9,
        reasons: vec![reason("cue-verb", verb.entry.lemma), reason("as-reported-by", "")],
    })
}

/// The clause around: what stands before, and what goes on after a second comma.
fn contents(
    document: &Document,
    floor: usize,
    cue: usize,
    source_end: usize,
    limit: usize,
) -> Vec<Range<usize>> {
    let open = cue.checked_sub(2).is_some_and(|at| is_one(document, at, &["that", "and", "but"]));
    let before = content::before(document, floor, cue).filter(|_| !open);
    let goes_on = norm(document, source_end) == ",";
    let end = content::content_end(document, source_end + 1, limit);
    let after = goes_on.then(|| trim_marks(document, source_end + 1..end));
    before.into_iter().chain(after.filter(|after| after.len() > 1)).collect()
}
