//! Owns the attributions that only rules find: nested in the content of another, or missed by the net.
//!
//! The net cannot learn these from a corpus that marks only the outermost ones.

use std::ops::Range;

use crate::{
    grammar::words::{is_comma, is_in},
    repair::{
        aside, introduced,
        overlap::{is_within, meets, near},
        reasons, row, words,
    },
    rules::{
        announced, headline, inner, non_attribution::is_non_attribution, quoted,
        relation::Relation, signed, trailing, transcript,
    },
    token::document::Document,
    vocabulary::rule::{Rule, rule},
};

/// Below this confidence, a rule's relation inside a content is left out.
const SURE: f32 = 0.65;

/// A rule that changes the known relations, given what rules find beside them.
type ListRule = Rule<fn(&Document, &mut Vec<Relation>, &[Relation])>;

/// What a rule finds inside a content.
pub const NESTED: ListRule = rule(
    "A1",
    "nested",
    "Adds what a rule finds inside a content.",
    "has confirmed | reports by Axios that talks were held",
    add_nested,
);

/// The rule for a verb that continues the clause of a nested source.
pub const NESTED_VERB: Rule<fn(&Document, &mut [Relation])> = rule(
    "A8",
    "nested-verb",
    "A verb that goes on the clause of somebody quoted inside a content is that person's.",
    "Ms. Li said the clerk told her it was lost and hinted that she should stop asking",
    share_nested,
);

/// The outermost relations and those that rules find inside or beside them, in order of their cues.
pub fn complete(
    document: &Document,
    outermost: Vec<Relation>,
    ruled: &[Relation],
) -> Vec<Relation> {
    let headlines = headline::relations(document);
    let mut quoted = quoted::relations(document);
    quoted.extend(signed::relations(document));
    quoted.extend(announced::relations(document));
    let lists = announced::lists(document);
    let cue = |relation: &Relation| relation.cue.start;
    let mut found = outermost;
    let mut beside = transcript::relations(document);
    for surer in [&headlines, &beside] {
        found.retain(|known| surer.binary_search_by_key(&cue(known), cue).is_err());
    }
    found.retain(|known| !lists.iter().any(|list| meets(&list.cue, &known.cue)));
    found.sort_by_key(cue);
    if introduced::INTRODUCED.is_on() {
        (introduced::INTRODUCED.apply)(document, &mut found);
    }
    if NESTED.is_on() {
        // Those in quotation marks of their own come first: of two at one cue the first is kept.
        let inside = [inner::relations(document), ruled.to_vec()].concat();
        (NESTED.apply)(document, &mut found, &inside);
    }
    if NESTED_VERB.is_on() {
        (NESTED_VERB.apply)(document, &mut found);
    }
    beside.extend(quoted);
    beside.extend(lists);
    beside.extend(trailing::relations(document));
    beside.extend(headlines);
    beside.retain(|relation| is_free(&found, relation));
    beside.iter().for_each(|relation| row::note_added(document, relation));
    found.extend(beside);
    found.sort_by_key(cue);
    found.dedup_by(|later, earlier| later.cue.start < earlier.cue.end);
    found.iter_mut().for_each(|relation| reasons::describe(document, relation));
    aside::divide(document, &mut found);
    found
}

fn add_nested(document: &Document, found: &mut Vec<Relation>, ruled: &[Relation]) {
    let nested = |inner: &&Relation| is_nested(document, found, inner);
    let inner: Vec<Relation> = ruled.iter().filter(nested).cloned().collect();
    for relation in &inner {
        NESTED.note(relation.cue.start, || row::parts(document, relation));
    }
    found.extend(inner);
    found.sort_by_key(|relation| relation.cue.start);
}

/// Where a conjunction joins a cue to a nested relation, ends the nested content before the conjunction. Without a
/// comma both verbs belong to one clause, so the cue also takes the nested source.
fn share_nested(document: &Document, found: &mut [Relation]) {
    for at in 1..found.len() {
        let Some((earlier, [later, ..])) = found.split_at_mut_checked(at) else { return };
        let [.., outer, inner] = earlier else { continue };
        let shared = outer.sources == later.sources && inner.sources != later.sources;
        let holds = |content: &Range<usize>| is_within(content, &later.cue);
        let joint = later.cue.start.wrapping_sub(1);
        let apart = is_comma(document, joint.wrapping_sub(1));
        let joined = is_in(document, joint, &words::AND_BUT)
            && outer.contents.iter().any(|content| is_within(content, &inner.cue));
        let Some(content) = inner.contents.iter_mut().find(|content| holds(content)) else {
            continue;
        };
        if shared && joined && !inner.sources.is_empty() {
            content.end = joint - usize::from(apart);
            if !apart {
                later.sources.clone_from(&inner.sources);
                NESTED_VERB.note(later.cue.start, || row::list(document, &later.sources));
            }
        }
    }
}

/// Whether a rule's relation lies inside a known content and overlaps no known cue or source. Excludes clauses
/// with `, which`, which are not questions: `raises more than it answers, which is good`.
fn is_nested(document: &Document, known: &[Relation], inner: &Relation) -> bool {
    let near = near(known, &inner.cue);
    let relative = |content: &Range<usize>| {
        is_in(document, content.start, &words::RELATIVE_WHICH)
            && is_comma(document, content.start.wrapping_sub(1))
    };
    inner.confidence >= SURE
        && near.iter().any(|outer| holds(outer, inner))
        && !near.iter().any(|known| touches(known, inner))
        && !inner.contents.iter().any(relative)
        && !is_non_attribution(document, inner)
}

/// Whether a relation conflicts with none of the known ones, which are in cue order: its cue overlaps none of
/// their sources and cues, and none of its contents lies inside theirs.
fn is_free(found: &[Relation], other: &Relation) -> bool {
    let credits = |known: &Relation, content: &Range<usize>| {
        known.contents.iter().any(|own| is_within(own, content))
    };
    let takes = |known: &Relation| {
        touches(known, other) || other.contents.iter().any(|content| credits(known, content))
    };
    !near(found, &other.cue).iter().any(takes)
}

fn holds(outer: &Relation, inner: &Relation) -> bool {
    outer.contents.iter().any(|content| {
        let mut parts = inner.sources.iter().chain([&inner.cue]);
        parts.all(|part| is_within(content, part))
    })
}

fn touches(known: &Relation, inner: &Relation) -> bool {
    known.sources.iter().chain([&known.cue]).any(|part| meets(part, &inner.cue))
}
