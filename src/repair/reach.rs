//! Owns where contents begin and end: where the labels ran on too far, and where they stopped too soon.
//!
//! Leaves out which cue a content belongs to (`link.rs`).

use std::ops::Range;

use crate::{
    grammar::{
        verb::{is_adverb, is_finite},
        words::{is_comma, is_in, norm, quotation_at, tag},
    },
    repair::{
        row::{self, RelationRule, WordsRule},
        words,
    },
    rules::{
        content::{TOLD, bare_listener},
        cue,
        relation::Relation,
    },
    token::{document::Document, tag::Tag},
    vocabulary::rule::{Rule, rule},
};

/// A rule about where a content ends too late: the token at which it should.
type End = Rule<fn(&Document, Range<usize>) -> Option<usize>>;

/// What the labels of a content took in at its ends, in the order in which it is asked.
#[rustfmt::skip]
pub const TRIMS: [WordsRule; 1] = [
    rule("C4", "listener", "Drops the listener.",
        "told | parliament the tide was late", without_listener),
];

/// Where a content ends too late; the first end counts.
#[rustfmt::skip]
pub const ENDS: [End; 2] = [
    rule("C8", "second-deed", "A second verb is no part of what the first governs.",
        "praised the plan but voted against it", second_deed),
    rule("C10", "semicolon", "A semicolon outside of quotation marks ends what is said.",
        "say it will last; others doubt it", next_clause),
];

/// Where a relation that stands in a relative clause ends.
pub const RELATIVE: RelationRule = rule(
    "C16",
    "relative",
    "Ends a content with the relative clause it stands in.",
    "The bridge, which she says is safe, was closed",
    end_relative,
);

/// Corrects where the contents behind the cue of a linked relation end.
pub fn correct(document: &Document, relation: &mut Relation) {
    let cue = relation.cue.clone();
    for content in relation.contents.iter_mut().filter(|content| content.start >= cue.end) {
        let asked = ENDS.iter().filter(|rule| rule.is_on());
        let ends = asked.filter_map(|rule| Some((rule, (rule.apply)(document, content.clone())?)));
        if let Some((rule, end)) = ends.min_by_key(|(_, end)| *end) {
            content.end = end;
            rule.note(cue.start, || row::text(document, content).to_owned());
        }
    }
    row::relation(document, &[RELATIVE], relation);
}

fn end_relative(document: &Document, relation: &mut Relation) {
    let cue = relation.cue.clone();
    let opens = |at: usize| {
        is_in(document, at, &words::RELATIVE_PERSON)
            && at.checked_sub(1).is_some_and(|comma| is_comma(document, comma))
    };
    let Some(source) = relation.sources.first().filter(|source| source.end <= cue.start) else {
        return;
    };
    if !opens(source.start) && !source.start.checked_sub(1).is_some_and(opens) {
        return;
    }
    let ends = |at: &usize| {
        is_comma(document, *at) && is_finite(document, at + 1) && is_plain(document, *at)
    };
    for content in relation.contents.iter_mut().filter(|content| content.start >= cue.end) {
        content.end = content.clone().skip(1).find(ends).unwrap_or(content.end);
    }
}

fn without_listener(document: &Document, content: Range<usize>, _: &Range<usize>) -> Range<usize> {
    let told = is_in(document, content.start.wrapping_sub(1), &TOLD);
    let object = is_in(document, content.start, &words::OBJECT_PRONOUN);
    let listener = bare_listener(document, content.start).filter(|_| told && !object);
    let goes_on = |end: &usize| *end < content.end && !is_finite(document, *end);
    listener.filter(goes_on).unwrap_or(content.start)..content.end
}

fn second_deed(document: &Document, content: Range<usize>) -> Option<usize> {
    let joint = content
        .clone()
        .find(|at| is_finite(document, *at) || is_joint(document, *at) && at > &content.start)?;
    let next = (joint + 1..content.end).find(|at| !is_adverb(document, *at))?;
    let past = tag(document, next) == Tag::VBN
        && cue::verb(document, next).is_some_and(|verb| verb.forms.past && verb.entry.takes('c'));
    let verb = (is_finite(document, next) || past) && !is_finite(document, joint);
    let end = if is_comma(document, joint - 1) { joint - 1 } else { joint };
    (verb && is_plain(document, joint) && end > content.start).then_some(end)
}

fn next_clause(document: &Document, content: Range<usize>) -> Option<usize> {
    let ends = |at: &usize| norm(document, *at) == ";" && is_plain(document, *at);
    let at = content.clone().skip(1).find(ends)?;
    // `; one, the keeper Nuno Vaz,` joked: the verb may be a cue of its own.
    let next = content.end + usize::from(is_comma(document, content.end));
    let clause = (at + 1..content.end).any(|at| is_finite(document, at));
    (clause || is_finite(document, next)).then_some(at)
}

fn is_joint(document: &Document, at: usize) -> bool {
    is_in(document, at, &words::AND_BUT)
}

/// Whether a token stands outside of every quotation.
fn is_plain(document: &Document, at: usize) -> bool {
    quotation_at(document, at).is_none()
}
