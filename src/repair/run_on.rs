//! Owns contents of several paragraphs: each paragraph is a part of its own. A quotation without a closing mark
//! continues in the next paragraph if that opens with a quotation that no other relation has.

use std::ops::Range;

use smallvec::smallvec;

use crate::{
    grammar::words::quotations_in,
    rules::relation::Relation,
    text::span::Ranges,
    token::document::Document,
    vocabulary::rule::{Rule, rule},
};

/// A rule about contents that reach into another paragraph.
type ParagraphRule = Rule<fn(&Document, &mut [Relation])>;

/// The rules in the order in which they are applied.
#[rustfmt::skip]
pub const PARAGRAPHS: [ParagraphRule; 2] = [
    rule("A9", "paragraph", "Divides a content where a paragraph ends.",
        "“We wait.” | “We hope,” she said", divide),
    rule("A6", "next-paragraph", "Takes in the next paragraph where a quotation has no closing mark.",
        "“We wait, | “and we hope,” she said", extend),
];

fn extend(document: &Document, relations: &mut [Relation]) {
    let quotations = document.quotations();
    let mut taken = vec![false; quotations.len()];
    for part in relations.iter().flat_map(Relation::parts) {
        for (at, _) in quotations_in(document, part) {
            if let Some(taken) = taken.get_mut(at) {
                *taken = true;
            }
        }
    }
    for Relation { contents, .. } in relations {
        let mut at = 0;
        while let Some(content) = contents.get_mut(at) {
            at += 1;
            let last = content.end.saturating_sub(1).max(content.start);
            let own = document.quotation_from(last);
            let whole = quotations.get(own).filter(|own| own.tokens.start == content.start);
            content.end = whole.map_or(content.end, |own| content.end.max(own.tokens.end));
            let [quotation, next] = quotations.get(own..own + 2).unwrap_or_default() else {
                continue;
            };
            if !quotation.tokens.contains(&last) || !quotation.runs_into(next) {
                continue;
            }
            content.end = quotation.tokens.end;
            if let Some(taken @ false) = taken.get_mut(own + 1) {
                *taken = true;
                contents.insert(at, next.tokens.clone());
            }
        }
        // What a longer piece has taken in is no piece of its own.
        let mut end = 0;
        contents.retain(|content| {
            let apart = content.start >= end;
            end = end.max(content.end);
            apart
        });
    }
}

fn divide(document: &Document, relations: &mut [Relation]) {
    for Relation { contents, .. } in relations {
        let parts = contents.iter().flat_map(|content| paragraphs(document, content));
        *contents = parts.collect();
    }
}

/// The parts of a content, one for each paragraph.
fn paragraphs(document: &Document, content: &Range<usize>) -> Ranges {
    let last = document.sentence_of(content.end.saturating_sub(1));
    let own = document.sentence_of(content.start)..last + 1;
    let own = document.sentences().get(own).unwrap_or_default();
    let parts = own.chunk_by(|a, b| a.block == b.block).filter_map(|own| {
        let [first, last] = [own.first()?, own.last()?];
        Some(first.tokens.start.max(content.start)..last.tokens.end.min(content.end))
    });
    let parts: Ranges = parts.collect();
    if parts.len() > 1 { parts } else { smallvec![content.clone()] }
}
