//! Owns the attributions that only rules find: nested in the content of another, or missed by the net.
//!
//! The net cannot learn these from a corpus that marks only the outermost ones.

use std::ops::Range;

use crate::{
    grammar::words::{is_comma, is_in},
    repair::{
        aside, clauses::give_to_clauses, overlap::near, reach::ENDS, row, second::SECOND, words,
    },
    rules::{
        announced, free_direct, headline, inner, interview, introduced,
        non_attribution::is_non_attribution, post, quoted, reasons, relation::Relation, signed,
        trailing, transcript,
    },
    text::span::{is_within, meets},
    token::document::Document,
    vocabulary::rule::{Rule, rule},
};

/// Below this confidence, a rule's relation inside a content is left out.
const SURE: f32 = 0.65;

/// Finds the relations of one family of constructions, without the net.
type Finder = fn(&Document) -> Vec<Relation>;

/// Where the relations of a finder may be added.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Where {
    /// Beside all contents, and in place of what the net finds there.
    Instead,
    /// Beside all contents.
    Beside,
    /// Inside a content.
    Inside,
}

/// The finders in the order in which they are believed: of two relations with the same cue the first is kept.
const FINDERS: [(Finder, Where); 11] = [
    (transcript::relations, Where::Instead),
    (interview::relations, Where::Instead),
    (quoted::relations, Where::Beside),
    (free_direct::relations, Where::Beside),
    (signed::relations, Where::Beside),
    (post::relations, Where::Instead),
    (announced::relations, Where::Beside),
    (announced::lists, Where::Instead),
    (trailing::relations, Where::Beside),
    (headline::relations, Where::Instead),
    (inner::relations, Where::Inside),
];

/// What rules find without the net, each with where it may be added.
pub type Findings = Vec<(Relation, Where)>;

/// A rule that changes the known relations, given what rules find without the net.
type ListRule = Rule<fn(&Document, &mut Vec<Relation>, &Findings)>;

/// The rules in the order in which they are applied.
#[rustfmt::skip]
pub const COMPLETING: [ListRule; 5] = [
    rule("A10", "set-apart", "A headline, a speaker’s label or a line before a list credits its words, whatever the net finds there.",
        "Dam is safe: minister", give_way),
    rule("A7", "introduced", "A quotation that ends its sentence belongs only to the clause of saying before it.",
        "Ms. Li asked, “Who pays?” | Mr. Ode replied, “You do.”", introduce),
    rule("A1", "nested", "Adds what a rule finds inside a content.",
        "has confirmed | reports by Axios that talks were held", add_nested),
    rule("A8", "nested-verb", "A verb joined by “and” to a clause of saying inside a content shares its source.",
        "Ms. Li said the clerk told her it was lost and hinted that she should stop asking", share_nested),
    rule("A12", "beside", "Adds what a rule finds beside all contents, where nothing else has its words.",
        "“No.” — Ana Li", add_beside),
];

/// The outermost relations and those that rules find inside or beside them, in order of their cues.
pub fn complete(
    document: &Document,
    mut found: Vec<Relation>,
    ruled: &[Relation],
) -> Vec<Relation> {
    let findings = findings(document, ruled);
    row::apply_all(document, &COMPLETING, &mut found, |rule, found| {
        rule(document, found, &findings);
    });
    // Attributions do not share a cue.
    found.dedup_by(|later, earlier| later.cue.start < earlier.cue.end);
    row::apply_all(document, &SECOND, &mut found, |rule, found| rule(document, found));
    found.iter_mut().for_each(|relation| reasons::describe(document, relation));
    aside::divide(document, &mut found);
    found
}

/// What the finders and `ruled`, the rules that the net was shown, find.
fn findings(document: &Document, ruled: &[Relation]) -> Findings {
    let found = FINDERS
        .iter()
        .flat_map(|(find, place)| find(document).into_iter().map(|relation| (relation, *place)));
    found.chain(ruled.iter().map(|own| (own.clone(), Where::Inside))).collect()
}

fn give_way(_: &Document, found: &mut Vec<Relation>, findings: &Findings) {
    let over = findings.iter().filter(|(_, place)| *place == Where::Instead);
    let parts = over.flat_map(|(own, _)| own.sources.iter().chain([&own.cue]));
    let mut cues: Vec<&Range<usize>> = parts.collect();
    cues.sort_by_key(|cue| cue.start);
    found.retain(|known| {
        let next = cues.partition_point(|cue| cue.end <= known.cue.start);
        cues.get(next).is_none_or(|cue| !meets(cue, &known.cue))
    });
}

fn introduce(document: &Document, found: &mut Vec<Relation>, _: &Findings) {
    give_to_clauses(found, &introduced::relations(document));
}

fn add_nested(document: &Document, found: &mut Vec<Relation>, findings: &Findings) {
    let inside = |(own, place): &&(Relation, Where)| {
        *place == Where::Inside && is_nested(document, found, own)
    };
    let mut nested: Findings = findings.iter().filter(inside).cloned().collect();
    for (own, _) in &mut nested {
        let whole = own.contents.clone();
        row::apply(document, &ENDS, own, |end, own| end(document, own));
        if own.contents.iter().all(Range::is_empty) {
            own.contents = whole;
        }
    }
    add(found, nested);
}

fn add_beside(_: &Document, found: &mut Vec<Relation>, findings: &Findings) {
    let beside = |(own, place): &&(Relation, Where)| *place != Where::Inside && is_free(found, own);
    add(found, findings.iter().filter(beside).cloned().collect());
}

fn add(found: &mut Vec<Relation>, more: Findings) {
    found.extend(more.into_iter().map(|(relation, _)| relation));
    found.sort_by_key(|relation| relation.cue.start);
}

/// Where a conjunction joins a cue to a nested relation, ends the nested content before the conjunction. Without a
/// comma both verbs belong to one clause, so the cue also takes the nested source.
#[expect(clippy::ptr_arg, reason = "all rows of the table are of one type")]
fn share_nested(document: &Document, found: &mut Vec<Relation>, _: &Findings) {
    for at in 0..found.len() {
        let Some([outer, inner, later]) = found.get_mut(at..at + 3) else { return };
        let joint = later.cue.start.wrapping_sub(1);
        let apart = is_comma(document, joint.wrapping_sub(1));
        let shared = (outer.sources == later.sources || inner.sources == later.sources)
            && !inner.sources.is_empty();
        let joined = is_in(document, joint, &words::AND_BUT) && outer.holds(&inner.cue);
        let end = joint - usize::from(apart);
        let held = inner
            .contents
            .iter_mut()
            .find(|content| content.start < end && is_within(content, &later.cue));
        let Some(content) = held.filter(|_| shared && joined) else { continue };
        content.end = end;
        if !apart {
            later.sources.clone_from(&inner.sources);
        }
    }
}

/// The rule for what is not nested in a content although a rule finds it there.
#[rustfmt::skip]
pub const WHICH: Rule<fn(&Document, &Relation) -> bool> = rule("A13", "comma-which", "A clause with “which” behind a comma is relative, and no question inside a content.",
    "it raises more than it answers, which is good", opens_with_which);

fn opens_with_which(document: &Document, inner: &Relation) -> bool {
    inner.contents.iter().any(|content| {
        is_in(document, content.start, &words::RELATIVE_WHICH)
            && is_comma(document, content.start.wrapping_sub(1))
    })
}

/// Whether a rule's relation lies inside a known content and overlaps no known cue or source.
fn is_nested(document: &Document, known: &[Relation], inner: &Relation) -> bool {
    let near = near(known, &inner.cue);
    inner.confidence >= SURE
        && near.iter().any(|outer| holds(outer, inner))
        && !near.iter().any(|known| touches(known, inner))
        && !WHICH.holds(inner.cue.start, |which| which(document, inner))
        && !is_non_attribution(document, inner)
}

/// Whether a relation conflicts with none of the known ones, which are in cue order: its cue overlaps none of
/// their sources and cues, and none of its contents lies inside theirs.
fn is_free(found: &[Relation], other: &Relation) -> bool {
    let takes = |known: &Relation| {
        touches(known, other) || other.contents.iter().any(|content| known.holds(content))
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
