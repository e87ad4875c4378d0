//! Owns quotations that a clause of saying introduces: each belongs only to its clause, as in `Ms. Li asked,
//! “Who pays?” Mr. Ode replied, “You do.”`

use std::ops::Range;

use crate::{
    grammar::{
        phrase::subject_before,
        verb::verb_group,
        words::{is_mark, is_one, norm, quotation_at, sentence_at, tag},
    },
    repair::{
        overlap::{is_within, meets},
        row,
    },
    rules::{
        cue::{self, Verb, cue_reason, of},
        quoted::speaks,
        relation::{Construction, Relation},
    },
    token::{document::Document, quotation::Quotation},
    vocabulary::{
        kinds::Act,
        reason::{ReasonCode, reason},
        rule::{Rule, rule},
    },
};

/// What a clause of saying introduces.
pub const INTRODUCED: Rule<fn(&Document, &mut Vec<Relation>)> = rule(
    "A7",
    "introduced",
    "Gives a quotation that ends its sentence only to the clause of saying before it.",
    "Ms. Li asked, “Who pays?” | Mr. Ode replied, “You do.”",
    give_to_clauses,
);

/// How many relations and clauses on either side of a clause are checked; keeps the time linear.
const NEIGHBOURS: usize = 8;

fn give_to_clauses(document: &Document, found: &mut Vec<Relation>) {
    let own = |quotation: &Quotation| introduced(document, quotation);
    let clauses: Vec<Relation> = document.quotations().iter().filter_map(own).collect();
    if clauses.len() < 2 {
        return;
    }
    let wholes: Vec<Range<usize>> = clauses.iter().map(whole).collect();
    let mut missing = Vec::new();
    for (at, clause) in clauses.into_iter().enumerate() {
        let own = found.partition_point(|known| known.cue.end <= clause.cue.start);
        let near = own.saturating_sub(NEIGHBOURS)..found.len().min(own + NEIGHBOURS);
        let near = found.get_mut(near).unwrap_or_default();
        let others = wholes.get(at.saturating_sub(NEIGHBOURS)..wholes.len().min(at + NEIGHBOURS));
        let (known, taken) = assign(&clause, near, others.unwrap_or_default());
        if taken || !known {
            INTRODUCED.note(clause.cue.start, || row::parts(document, &clause));
        }
        if !known {
            missing.push(clause);
        }
    }
    found.extend(missing);
    found.retain(|known| !known.contents.is_empty());
    found.sort_by_key(|known| known.cue.start);
}

/// Gives a clause its quotation and removes it from nearby relations. Returns whether a relation already has
/// this cue, and whether anything changed.
fn assign(clause: &Relation, near: &mut [Relation], wholes: &[Range<usize>]) -> (bool, bool) {
    let span = whole(clause);
    let (mut known, mut taken) = (false, false);
    for relation in near {
        if !meets(&relation.cue, &clause.cue) {
            if !is_within(&span, &relation.cue) {
                taken |= leave(relation, &span);
            }
            continue;
        }
        known = true;
        let source = clause.sources.first().cloned().unwrap_or_default();
        if meets(&relation.cue, &source) {
            (relation.sources, relation.cue) = (clause.sources.clone(), clause.cue.clone());
        }
        for other in wholes.iter().filter(|other| **other != span) {
            taken |= leave(relation, other);
        }
        let quotation = clause.contents.first().cloned().unwrap_or_default();
        if relation.contents.iter().all(|content| !meets(content, &quotation)) {
            relation.contents.push(quotation);
            relation.contents.sort_by_key(|content| content.start);
            taken = true;
        }
    }
    (known, taken)
}

/// Removes a range of tokens from a relation's contents; returns whether they changed.
fn leave(relation: &mut Relation, words: &Range<usize>) -> bool {
    let before = relation.contents.clone();
    relation.contents = before
        .iter()
        .flat_map(|content| {
            let (start, end) = (words.start.max(content.start), words.end.min(content.end));
            match start < end {
                true => [content.start..start, end..content.end],
                false => [content.clone(), 0..0],
            }
        })
        .filter(|part| part.len() > 1)
        .collect();
    relation.contents != before
}

/// From the source of a clause to the end of its quotation.
fn whole(clause: &Relation) -> Range<usize> {
    let start = clause.sources.first().map_or(clause.cue.start, |source| source.start);
    start..clause.contents.last().map_or(clause.cue.end, |content| content.end)
}

fn introduced(document: &Document, quotation: &Quotation) -> Option<Relation> {
    const NEAR: usize = 4;
    const SHORTEST: usize = 4;
    let (open, end) = (quotation.tokens.start, quotation.tokens.end);
    let comma = open.checked_sub(1).filter(|at| is_one(document, *at, &[",", ":"]))?;
    let block = |at: usize| {
        document.sentences().get(document.sentence_of(at)).map(|sentence| sentence.block)
    };
    let ends = quotation.closed
        && block(comma) == block(open)
        && is_one(document, end.wrapping_sub(2), &[".", "?", "!"]);
    if !ends || quotation.tokens.len() < SHORTEST {
        return None;
    }
    let earlier = comma.checked_sub(1).map(|at| document.quotation_from(at)).and_then(|at| {
        document.quotations().get(at.checked_sub(1)?).map(|earlier| earlier.tokens.end)
    });
    let floor = sentence_at(document, comma).start.max(earlier.unwrap_or(0));
    let bare = |at: &usize| !is_mark(document, *at) && quotation_at(document, *at).is_none();
    let near = (floor..comma).rev().take(NEAR).take_while(bare);
    let (at, verb) = near.into_iter().find_map(|at| Some((at, spoken(document, at)?)))?;
    let group = verb_group(document, at, floor);
    let source = subject_before(document, group, floor).filter(|own| speaks(document, own))?;
    let cue = group..verb.end + usize::from(norm(document, verb.end) == ":");
    (source.start == floor).then(|| Relation {
        sources: [source].into_iter().collect(),
        cue,
        contents: [quotation.tokens.clone()].into_iter().collect(),
        confidence: 0.9,
        reasons: vec![cue_reason(&verb), reason(ReasonCode::Quotation, "")],
        construction: Construction::Introduced,
        ..of(&verb)
    })
}

fn spoken(document: &Document, at: usize) -> Option<Verb> {
    // A particle, as in `shot back`, shows that the word is a verb, whatever its tag.
    let shown = |verb: &Verb| tag(document, at).is_verb() || verb.end > at + 1;
    let verb = cue::verb(document, at).filter(shown)?;
    let finite = verb.forms.past || verb.forms.third;
    (finite && verb.entry.act == Act::Speech && verb.entry.takes('q')).then_some(verb)
}
