//! Owns how the rows of this room's tables are applied, and what they and the net write to the trace.

use std::ops::Range;

use crate::{
    rules::relation::Relation,
    token::document::Document,
    vocabulary::{
        rule::{Info, Rule, rule},
        trace,
    },
};

/// A rule about the words of a source or of a content: takes the words that were found and the cue, and
/// returns the words that belong to it.
pub type WordsRule = Rule<fn(&Document, Range<usize>, &Range<usize>) -> Range<usize>>;

/// A rule that changes a relation.
pub type RelationRule = Rule<fn(&Document, &mut Relation)>;

/// A rule that changes a relation, or an earlier one, given the other.
pub type PairRule = Rule<fn(&Document, &mut Relation, &mut Relation)>;

/// What the trace calls the net; it is not a rule, and in no table.
const NET: Info = rule("L0", "net", "Labels sources, cues and contents.", "", ()).info;

/// What the trace calls the calibrated probability of a relation of the net.
const CONFIDENCE: Info = rule("L0", "confidence", "How likely it is to be right.", "", ()).info;

/// What the trace calls relations that only a rule found.
const ADDED: Info = rule("M0", "rules", "Adds what only a rule finds.", "", ()).info;

/// Writes to the trace what the net labelled.
pub fn note_net(document: &Document, relation: &Relation) {
    trace::note(NET, relation.cue.start, || parts(document, relation));
}

/// Writes to the trace how sure a relation of the net is, once the rules about its parts have been applied.
pub fn note_confidence(relation: &Relation) {
    trace::note(CONFIDENCE, relation.cue.start, || format!("{:.0} %", relation.confidence * 100.0));
}

/// Writes to the trace what a rule added.
pub fn note_added(document: &Document, relation: &Relation) {
    trace::note(ADDED, relation.cue.start, || parts(document, relation));
}

/// Applies rules one after the other, each to the words that the previous one left.
pub fn words(
    document: &Document,
    rules: &[WordsRule],
    found: Range<usize>,
    cue: &Range<usize>,
) -> Range<usize> {
    rules.iter().filter(|rule| rule.is_on()).fold(found, |found, rule| {
        let changed = (rule.apply)(document, found.clone(), cue);
        if changed != found {
            rule.note(cue.start, || {
                format!("{} → {}", text(document, &found), text(document, &changed))
            });
        }
        changed
    })
}

/// Applies rules one after the other to a relation.
pub fn relation(document: &Document, rules: &[RelationRule], relation: &mut Relation) {
    for rule in rules.iter().filter(|rule| rule.is_on()) {
        let before = trace::listens().then(|| parts(document, relation));
        (rule.apply)(document, relation);
        note_change(document, rule, before, relation);
    }
}

/// Applies rules one after the other to two relations.
pub fn pair(document: &Document, rules: &[PairRule], earlier: &mut Relation, own: &mut Relation) {
    for rule in rules.iter().filter(|rule| rule.is_on()) {
        let before = trace::listens().then(|| [parts(document, earlier), parts(document, own)]);
        (rule.apply)(document, earlier, own);
        if let Some([first, second]) = before {
            note_change(document, rule, Some(first), earlier);
            note_change(document, rule, Some(second), own);
        }
    }
}

fn note_change<F>(document: &Document, rule: &Rule<F>, before: Option<String>, after: &Relation) {
    if let Some(before) = before {
        let now = parts(document, after);
        if now != before {
            rule.note(after.cue.start, || format!("{before} → {now}"));
        }
    }
}

/// Whether a rule is on and says yes; if so, notes it in the trace.
pub fn says_yes<F>(rule: &Rule<F>, cue: &Range<usize>, asked: impl FnOnce(&F) -> bool) -> bool {
    let yes = rule.is_on() && asked(&rule.apply);
    if yes {
        rule.note(cue.start, String::new);
    }
    yes
}

/// The words of a relation for the trace: `source | cue | content`.
pub fn parts(document: &Document, relation: &Relation) -> String {
    let Relation { sources, cue, contents, .. } = relation;
    let [sources, contents] = [sources, contents].map(|parts| list(document, parts));
    format!("{sources} | {} | {contents}", text(document, cue))
}

/// Several stretches of words for the trace.
pub fn list(document: &Document, parts: &[Range<usize>]) -> String {
    parts.iter().map(|part| text(document, part)).collect::<Vec<_>>().join(" … ")
}

/// A stretch of words for the trace.
pub fn text<'t>(document: &Document<'t>, words: &Range<usize>) -> &'t str {
    document.span(words.clone()).of(document.text())
}
