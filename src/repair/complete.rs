//! Owns the attributions that only rules find: nested in the content of another, or missed by the net.
//!
//! The net cannot learn these from a corpus that marks only the outermost ones.

use crate::{
    grammar::words::{is_comma, is_in},
    repair::{aside, introduced::give_to_clauses, overlap::near, row, words},
    rules::{
        announced, free_direct, headline, inner, introduced, non_attribution::is_non_attribution,
        quoted, reasons, relation::Relation, signed, trailing, transcript,
    },
    text::span::{is_within, meets},
    token::document::Document,
    vocabulary::rule::{Rule, rule},
};

/// Below this confidence, a rule's relation inside a content is left out.
const SURE: f32 = 0.65;

/// What rules find without the net.
pub struct Findings {
    /// Relations in headlines and after speakers' labels, in order of their cues.
    titled: Vec<Relation>,
    /// Lists that a line announces.
    lists: Vec<Relation>,
    /// Clauses that introduce a quotation.
    clauses: Vec<Relation>,
    /// Relations that may be nested in a content; of two with the same cue the first is kept.
    inside: Vec<Relation>,
    /// Relations that may be added outside all contents; of two with the same cue the first is kept.
    beside: Vec<Relation>,
}

/// A rule that changes the known relations, given what rules find without the net.
type ListRule = Rule<fn(&Document, &mut Vec<Relation>, &Findings)>;

/// The rules in the order in which they are applied.
#[rustfmt::skip]
pub const COMPLETING: [ListRule; 6] = [
    rule("A10", "headline-or-label", "A headline or a speaker’s label credits its words, whatever the net finds there.",
        "Dam is safe: minister", replace_titled),
    rule("A11", "list", "A line that announces a list credits its items, whatever the net finds there.",
        "The report found:", replace_lists),
    rule("A7", "introduced", "Gives a quotation that ends its sentence only to the clause of saying before it.",
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
    found.iter_mut().for_each(|relation| reasons::describe(document, relation));
    aside::divide(document, &mut found);
    found
}

fn findings(document: &Document, ruled: &[Relation]) -> Findings {
    let (headlines, labels) = (headline::relations(document), transcript::relations(document));
    let lists = announced::lists(document);
    let beside = [
        &labels,
        &quoted::relations(document),
        &free_direct::relations(document),
        &signed::relations(document),
        &announced::relations(document),
        &lists,
        &trailing::relations(document),
        &headlines,
    ];
    let beside = beside.into_iter().flatten().cloned().collect();
    let mut titled = [headlines, labels].concat();
    titled.sort_by_key(|relation| relation.cue.start);
    Findings {
        beside,
        titled,
        lists,
        clauses: introduced::relations(document),
        // Those in quotation marks of their own come first.
        inside: [inner::relations(document), ruled.to_vec()].concat(),
    }
}

fn replace_titled(_: &Document, found: &mut Vec<Relation>, findings: &Findings) {
    let cue = |relation: &Relation| relation.cue.start;
    found.retain(|known| findings.titled.binary_search_by_key(&cue(known), cue).is_err());
}

fn replace_lists(_: &Document, found: &mut Vec<Relation>, findings: &Findings) {
    found.retain(|known| !findings.lists.iter().any(|list| meets(&list.cue, &known.cue)));
}

fn introduce(_: &Document, found: &mut Vec<Relation>, findings: &Findings) {
    give_to_clauses(found, &findings.clauses);
}

fn add_nested(document: &Document, found: &mut Vec<Relation>, findings: &Findings) {
    let inner = findings.inside.iter().filter(|inner| is_nested(document, found, inner));
    found.extend(inner.cloned().collect::<Vec<_>>());
    found.sort_by_key(|relation| relation.cue.start);
}

fn add_beside(_: &Document, found: &mut Vec<Relation>, findings: &Findings) {
    let beside = findings.beside.iter().filter(|relation| is_free(found, relation));
    found.extend(beside.cloned().collect::<Vec<_>>());
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
        let held = inner.contents.iter_mut().find(|content| is_within(content, &later.cue));
        let Some(content) = held.filter(|_| shared && joined) else { continue };
        content.end = joint - usize::from(apart);
        if !apart {
            later.sources.clone_from(&inner.sources);
        }
    }
}

/// Whether a rule's relation lies inside a known content and overlaps no known cue or source. Excludes clauses
/// with `, which`, which are not questions: `raises more than it answers, which is good`.
fn is_nested(document: &Document, known: &[Relation], inner: &Relation) -> bool {
    let near = near(known, &inner.cue);
    let relative = inner.contents.iter().any(|content| {
        is_in(document, content.start, &words::RELATIVE_WHICH)
            && is_comma(document, content.start.wrapping_sub(1))
    });
    inner.confidence >= SURE
        && near.iter().any(|outer| holds(outer, inner))
        && !near.iter().any(|known| touches(known, inner))
        && !relative
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
