//! Owns quotations without a closing mark: they continue in the next paragraph if it opens with a quotation that
//! no other relation has. Each paragraph is a separate part.

use crate::{
    grammar::words::quotations_in,
    repair::{overlap::parts, row},
    rules::relation::Relation,
    text::span::Ranges,
    token::document::Document,
    vocabulary::rule::{Rule, rule},
};

/// The rule for quotations that continue in the next paragraph.
pub const RUNS_ON: Rule<fn(&Document, &mut [Relation])> = rule(
    "A6",
    "next-paragraph",
    "Takes in the next paragraph where a quotation has no closing mark.",
    "“We wait, | “and we hope,” she said",
    extend,
);

/// Divides contents by paragraph and adds the paragraphs in which they continue.
pub fn run_on(document: &Document, relations: &mut [Relation]) {
    relations.iter_mut().for_each(|relation| divide(document, &mut relation.contents));
    if RUNS_ON.is_on() {
        (RUNS_ON.apply)(document, relations);
    }
}

fn extend(document: &Document, relations: &mut [Relation]) {
    let quotations = document.quotations();
    let mut taken = vec![false; quotations.len()];
    for part in relations.iter().flat_map(parts) {
        for (at, _) in quotations_in(document, part) {
            if let Some(taken) = taken.get_mut(at) {
                *taken = true;
            }
        }
    }
    for Relation { contents, cue, .. } in relations {
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
                RUNS_ON.note(cue.start, || row::text(document, &next.tokens).to_owned());
            }
        }
    }
}

/// Divides contents where a paragraph ends.
fn divide(document: &Document, contents: &mut Ranges) {
    for at in (0..contents.len()).rev() {
        let Some(content) = contents.get(at).cloned() else { continue };
        let last = document.sentence_of(content.end.saturating_sub(1));
        let own = document.sentence_of(content.start)..last + 1;
        let own = document.sentences().get(own).unwrap_or_default();
        if own.first().map(|sentence| sentence.block) == own.last().map(|sentence| sentence.block) {
            continue;
        }
        let paragraphs = own.chunk_by(|a, b| a.block == b.block).filter_map(|own| {
            let [first, last] = [own.first()?, own.last()?];
            Some(first.tokens.start.max(content.start)..last.tokens.end.min(content.end))
        });
        contents.remove(at);
        contents.insert_many(at, paragraphs);
    }
}
