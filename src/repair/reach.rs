//! Owns where a content ends that the labels let run on into the reporter’s own words.
//!
//! Leaves out which cue a content belongs to (`link.rs`).

use std::ops::Range;

use crate::{
    grammar::{
        verb::is_finite,
        words::{is_comma, is_in, norm, quotation_at},
    },
    repair::{
        row::{self, RelationRule},
        words,
    },
    rules::relation::Relation,
    token::document::Document,
    vocabulary::rule::rule,
};

/// The rules in the order in which they are asked.
#[rustfmt::skip]
pub const ENDS: [RelationRule; 2] = [
    rule("C10", "semicolon", "Ends a content at a semicolon outside quotation marks.",
        "say it will last; others doubt it", end_at_semicolon),
    rule("C16", "relative", "Ends a content with the relative clause it stands in.",
        "The bridge, which she says is safe, was closed", end_relative),
];

/// Corrects where the contents after the cue of a linked relation end.
pub fn correct(document: &Document, relation: &mut Relation) {
    row::relation(document, &ENDS, relation);
}

fn end_at_semicolon(document: &Document, relation: &mut Relation) {
    let cue = relation.cue.end;
    for content in relation.contents.iter_mut().filter(|content| content.start >= cue) {
        content.end = next_clause(document, content.clone()).unwrap_or(content.end);
    }
}

fn next_clause(document: &Document, content: Range<usize>) -> Option<usize> {
    let ends = |at: &usize| norm(document, *at) == ";" && is_plain(document, *at);
    let at = content.clone().skip(1).find(ends)?;
    // `; one, the keeper Nuno Vaz,` joked: the verb may be a cue of its own.
    let next = content.end + usize::from(is_comma(document, content.end));
    let clause = (at + 1..content.end).any(|at| is_finite(document, at));
    (clause || is_finite(document, next)).then_some(at)
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

/// Whether a token stands outside all quotations.
fn is_plain(document: &Document, at: usize) -> bool {
    quotation_at(document, at).is_none()
}
