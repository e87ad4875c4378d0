//! Owns what rules add to the outermost attributions: those inside a content, labels, noun cues.
//!
//! A corpus that marks only the outermost ones cannot teach these.

use std::ops::Range;

use crate::{
    grammar::words::{is_comma, is_one},
    repair::{aside, reach, reasons, row},
    rules::{
        headline, non_attribution::is_non_attribution, quoted, relation::Relation, trailing,
        transcript,
    },
    token::document::Document,
};

/// The outermost relations and those that rules find inside or beside them, in order of their cues.
pub fn complete(
    document: &Document,
    outermost: Vec<Relation>,
    ruled: &[Relation],
) -> Vec<Relation> {
    let headlines = headline::relations(document);
    let cue = |relation: &Relation| relation.cue.start;
    let mut found = outermost;
    found.retain(|known| headlines.binary_search_by_key(&cue(known), cue).is_err());
    found.sort_by_key(cue);
    let inner: Vec<Relation> = ruled
        .iter()
        .filter(|relation| is_inside(&found, relation))
        .filter(|relation| !is_aside(document, relation))
        .cloned()
        .collect();
    found.extend(inner);
    found.sort_by_key(|relation| relation.cue.start);
    let quoted = quoted::relations(document);
    give_up(document, &mut found, &quoted);
    let mut marked = transcript::relations(document);
    marked.extend(quoted);
    marked.extend(trailing::relations(document));
    marked.extend(headlines);
    marked.retain(|relation| is_free(&found, relation));
    found.extend(marked);
    found.sort_by_key(|relation| relation.cue.start);
    found.dedup_by(|later, earlier| later.cue.start < earlier.cue.end);
    found.iter_mut().for_each(|relation| {
        row::relation(document, &reach::STARTS, relation);
        reasons::describe(document, relation);
    });
    aside::settle(document, &mut found);
    found
}

/// Takes from each relation what a later sentence credits to somebody of its own: `“Yes,” said Ms. Li. Mr.
/// Osei was blunt: “No.”`
fn give_up(document: &Document, found: &mut [Relation], quoted: &[Relation]) {
    let first = |relation: &Relation| {
        let start = relation.contents.first()?.start;
        let own = document.sentence_of(start) == document.sentence_of(relation.cue.start);
        own.then_some((start, relation.cue.start))
    };
    let mut starts: Vec<(usize, usize)> = found.iter().chain(quoted).filter_map(first).collect();
    starts.sort_unstable();
    for known in found {
        let own = document.sentence_of(known.cue.start);
        for content in &mut known.contents {
            let from = starts.partition_point(|(start, _)| *start < content.start);
            let within = starts[from..].iter().take_while(|(start, _)| *start < content.end);
            let others = within.filter(|(start, cue)| {
                document.sentence_of(*start) > own && !content.contains(cue)
            });
            let first = others.map(|(start, _)| *start).next();
            content.end = first.unwrap_or(content.end);
        }
        known.contents.retain(|content| content.start < content.end);
    }
}

/// Whether no relation, in order of their cues, has taken the cue, source or content of another.
fn is_free(found: &[Relation], other: &Relation) -> bool {
    !near(found, &other.cue).iter().any(|known| touches(known, other) || shares(known, other))
}

/// Whether two relations credit the same words.
fn shares(known: &Relation, other: &Relation) -> bool {
    let credited = |content: &Range<usize>| {
        known.contents.iter().any(|own| own.start <= content.start && content.end <= own.end)
    };
    other.contents.iter().any(credited)
}

/// Whether a rule's relation stands inside a known content and touches no known cue or source.
fn is_inside(known: &[Relation], inner: &Relation) -> bool {
    let near = near(known, &inner.cue);
    let held = near.iter().any(|outer| holds(outer, inner));
    held && inner.confidence >= SURE && !near.iter().any(|known| touches(known, inner))
}

/// The relations, in order of their cues, that may reach some tokens.
fn near<'r>(known: &'r [Relation], tokens: &Range<usize>) -> &'r [Relation] {
    let first = known.partition_point(|relation| relation.cue.end + REACH < tokens.start);
    let last = known.partition_point(|relation| relation.cue.start < tokens.end + REACH);
    known.get(first..last).unwrap_or_default()
}

/// `raises more than it answers, which is good`: what a comma and `which` open is no question; nor does
/// anybody speak in `not what the ad says`.
fn is_aside(document: &Document, inner: &Relation) -> bool {
    let opens = |content: &Range<usize>| {
        is_one(document, content.start, &["which"])
            && is_comma(document, content.start.wrapping_sub(1))
    };
    inner.contents.iter().any(opens) || is_non_attribution(document, inner)
}

/// How many tokens a content may reach beyond its cue and still hold others.
const REACH: usize = 400;

/// Below this confidence a rule's relation inside a content is left out.
const SURE: f32 = 0.65;

fn holds(outer: &Relation, inner: &Relation) -> bool {
    let within = |content: &Range<usize>, part: &Range<usize>| {
        content.start <= part.start && part.end <= content.end
    };
    outer.contents.iter().any(|content| {
        within(content, &inner.cue) && inner.sources.iter().all(|source| within(content, source))
    })
}

fn touches(known: &Relation, inner: &Relation) -> bool {
    let overlap = |a: &Range<usize>, b: &Range<usize>| a.start < b.end && b.start < a.end;
    overlap(&known.cue, &inner.cue)
        || known.sources.iter().any(|source| overlap(source, &inner.cue))
}
