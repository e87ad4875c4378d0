//! Owns how the rows of this room's tables are asked, and what they tell the trace.

use std::ops::Range;

use crate::{
    rules::relation::Relation,
    token::document::Document,
    vocabulary::{rule::Rule, trace},
};

/// A rule about some words of a relation, those of its source or of a content: from the words that were
/// found and the cue, the words that belong to it.
pub type WordsRule = Rule<fn(&Document, Range<usize>, &Range<usize>) -> Range<usize>>;

/// A rule that changes a relation.
pub type RelationRule = Rule<fn(&Document, &mut Relation)>;

/// Asks rules one after the other, each about the words that the one before it left.
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

/// Asks rules one after the other about a relation.
pub fn relation(document: &Document, rules: &[RelationRule], relation: &mut Relation) {
    for rule in rules.iter().filter(|rule| rule.is_on()) {
        let before = trace::listens().then(|| parts(document, relation));
        (rule.apply)(document, relation);
        if let Some(before) = before {
            let after = parts(document, relation);
            if after != before {
                rule.note(relation.cue.start, || format!("{before} → {after}"));
            }
        }
    }
}

/// Whether a rule is on and says yes; the trace hears of it.
pub fn says_yes<F>(rule: &Rule<F>, cue: &Range<usize>, asked: impl FnOnce(&F) -> bool) -> bool {
    let yes = rule.is_on() && asked(&rule.apply);
    if yes {
        rule.note(cue.start, String::new);
    }
    yes
}

/// The words of a relation for the trace: `source | cue | content`.
pub fn parts(document: &Document, relation: &Relation) -> String {
    let list = |parts: &[Range<usize>]| -> String {
        parts.iter().map(|part| text(document, part)).collect::<Vec<_>>().join(" … ")
    };
    let Relation { sources, cue, contents, .. } = relation;
    format!("{} | {} | {}", list(sources), text(document, cue), list(contents))
}

fn text<'t>(document: &Document<'t>, words: &Range<usize>) -> &'t str {
    document.span(words.clone()).of(document.text())
}
