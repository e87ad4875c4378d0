//! Owns how the rows of this room's tables are applied, and what they and the net write to the trace.

use std::{ops::Range, slice};

use crate::{
    rules::relation::Relation,
    token::document::Document,
    vocabulary::{
        rule::{Info, Rule, rule},
        trace,
    },
};

/// A rule that changes a relation.
pub type RelationRule = Rule<fn(&Document, &mut Relation)>;

/// What the trace calls the net; it is not a rule, and in no table.
const NET: Info = rule("L0", "net", "Labels sources, cues and contents.", "", ()).info;

/// What the trace calls the calibrated probability of a relation of the net.
const CONFIDENCE: Info = rule("L0", "confidence", "How likely it is to be right.", "", ()).info;

/// What the trace calls relations that only a rule found.
const ADDED: Info = rule("M0", "rules", "Adds what only a rule finds.", "", ()).info;

/// Writes to the trace what the net labelled.
pub fn note_net(document: &Document, relation: &Relation) {
    trace::note(NET, relation.cue.start, || told(document, relation));
}

/// Writes to the trace how sure a relation of the net is, once the rules about its parts have been applied.
pub fn note_confidence(relation: &Relation) {
    trace::note(CONFIDENCE, relation.cue.start, || format!("{:.0} %", relation.confidence * 100.0));
}

/// Writes to the trace what a rule added.
pub fn note_added(document: &Document, relation: &Relation) {
    trace::note(ADDED, relation.cue.start, || told(document, relation));
}

/// Applies rules one after the other to a relation.
pub fn apply<F>(
    document: &Document,
    rules: &[Rule<F>],
    relation: &mut Relation,
    run: impl Fn(&F, &mut Relation),
) {
    apply_all(document, rules, slice::from_mut(relation), |rule, relations| {
        relations.iter_mut().for_each(|relation| run(rule, relation));
    });
}

/// Applies rules one after the other to several relations; the trace tells what each changed, added and removed.
pub fn apply_all<F, R: AsRef<[Relation]> + ?Sized>(
    document: &Document,
    rules: &[Rule<F>],
    relations: &mut R,
    run: impl Fn(&F, &mut R),
) {
    for rule in rules.iter().filter(|rule| rule.is_on()) {
        let before = trace::listens().then(|| all_told(document, (*relations).as_ref()));
        run(&rule.apply, relations);
        if let Some(before) = before {
            note_changes(rule.info, &before, &all_told(document, (*relations).as_ref()));
        }
    }
}

fn note_changes(rule: Info, before: &[(usize, String)], after: &[(usize, String)]) {
    let told = |list: &[(usize, String)], cue| {
        list.iter().find(|(own, _)| *own == cue).map(|(_, told)| told.clone())
    };
    for (cue, now) in after.iter().filter(|own| !before.contains(own)) {
        trace::note(rule, *cue, || match told(before, *cue) {
            Some(old) => format!("{old} → {now}"),
            None => now.clone(),
        });
    }
    for (cue, old) in before.iter().filter(|(cue, _)| told(after, *cue).is_none()) {
        trace::note(rule, *cue, || format!("{old} → nothing"));
    }
}

/// Each relation for the trace, by the first token of its cue.
fn all_told(document: &Document, relations: &[Relation]) -> Vec<(usize, String)> {
    relations.iter().map(|own| (own.cue.start, told(document, own))).collect()
}

/// The words of a relation for the trace: `source | cue | content`.
fn told(document: &Document, relation: &Relation) -> String {
    let words = |words: &Range<usize>| document.span(words.clone()).of(document.text());
    let list = |parts: &[Range<usize>]| parts.iter().map(words).collect::<Vec<_>>().join(" … ");
    let Relation { sources, cue, contents, .. } = relation;
    format!("{} | {} | {}", list(sources), words(cue), list(contents))
}
