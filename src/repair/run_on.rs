//! Owns quotations that run on: what somebody says goes on in the next paragraph where its closing mark
//! is missing and that paragraph opens with a quotation nobody else has. Each paragraph has a part of its
//! own.

use crate::{
    grammar::words::quotations_in, rules::relation::Relation, text::span::Ranges,
    token::document::Document,
};

/// Adds to each content the paragraphs in which it goes on.
pub fn extend(document: &Document, relations: &mut [Relation]) {
    relations.iter_mut().for_each(|relation| part(document, &mut relation.contents));
    let quotations = document.quotations();
    let mut taken = vec![false; quotations.len()];
    let words = |relation: &Relation| {
        let Relation { sources, contents, cue, .. } = relation;
        sources.iter().chain(contents).chain([cue]).cloned().collect::<Vec<_>>()
    };
    for part in relations.iter().flat_map(words) {
        for (at, _) in quotations_in(document, &part) {
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
    }
}

/// Parts contents where a paragraph ends.
fn part(document: &Document, contents: &mut Ranges) {
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
