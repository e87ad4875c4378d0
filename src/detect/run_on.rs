//! Owns quotations that run on: what somebody says goes on in the next paragraph where its closing mark
//! is missing and that paragraph opens with a quotation nobody else has.

use std::ops::Range;

use crate::{detect::relation::Relation, document::Document, quotation::Quotation};

/// Adds to each content the paragraphs in which it goes on.
pub fn extend(document: &Document, relations: &mut [Relation]) {
    let quotations = document.quotations();
    let mut taken = vec![false; quotations.len()];
    let parts = |relation: &Relation| {
        let Relation { sources, contents, cue, .. } = relation;
        sources.iter().chain(contents).chain([cue]).cloned().collect::<Vec<_>>()
    };
    for part in relations.iter().flat_map(parts) {
        for at in touched(quotations, &part) {
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
            let own = touched(quotations, &(last..content.end)).start;
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

/// The quotations that share words with a part.
fn touched(quotations: &[Quotation], part: &Range<usize>) -> Range<usize> {
    let first = quotations.partition_point(|quotation| quotation.tokens.end <= part.start);
    first..quotations.partition_point(|quotation| quotation.tokens.start < part.end).max(first)
}
