//! Owns second clauses behind a conjunction that are no part of a content: `to be lost | and the rest have left`, `I hope
//! it sails | but I fear it will not`.

use std::ops::Range;

use crate::{
    grammar::{
        verb::{is_adverb, is_finite},
        words::{is_comma, is_in, norm, quotation_at, tag},
    },
    repair::words,
    rules::relation::Relation,
    token::{document::Document, tag::Tag},
    vocabulary::rule::{Rule, rule},
};

/// A rule that ends contents; the relations are in order of their cues.
type End = Rule<fn(&Document, &mut [Relation])>;

/// The rules in the order in which they are applied.
#[rustfmt::skip]
pub const SECOND: [End; 3] = [
    rule("C20", "second-verb", "Ends an infinitive before a conjunction and a verb of another clause.",
        "feared to be lost | and the rest have left; promised to sail | and failed", end_infinitives),
    rule("C21", "says-more", "Ends what “I” or “we” say before a clause in which they say more.",
        "I hope it sails | but I fear it will not", end_before_more),
    rule("C23", "second-deed", "Ends a noun phrase before a conjunction and another verb of the same subject.",
        "condemned the raid | and visited the port", end_before_deed),
];

fn end_infinitives(document: &Document, found: &mut [Relation]) {
    for Relation { contents, cue, .. } in found {
        for content in contents.iter_mut().filter(|content| content.start >= cue.end) {
            content.end = behind_infinitive(document, content).unwrap_or(content.end);
        }
    }
}

/// Where an infinitive ends that a conjunction and a finite verb follow; none where it governs a clause, which that may
/// go on.
fn behind_infinitive(document: &Document, content: &Range<usize>) -> Option<usize> {
    const LONGEST: usize = 10;
    use Tag::{CC, CD, DT, IN, JJ, NN, NNP, NNPS, NNS, PRP, PRPP, RB, VB, VBP, WDT, WP, WRB};
    let to = is_in(document, content.start, &words::INFINITIVE_MARKER)
        && norm(document, content.start + 1) != "have"
        && quotation_at(document, content.start).is_none();
    let plain = |at: &usize| {
        !is_finite(document, *at)
            && !is_in(document, *at, &words::CLAUSE_OPENER)
            && !matches!(tag(document, *at), WDT | WP | WRB)
    };
    let phrase = |at: &usize| {
        !is_in(document, *at, &words::CLAUSE_OPENER)
            && matches!(
                tag(document, *at),
                CC | CD | DT | IN | JJ | NN | NNP | NNPS | NNS | PRP | PRPP | RB
            )
    };
    // Not `and report the crack`, nor `tea, coffee and milk they used`.
    let fits = |joint: usize, verb: usize| {
        let bare = (joint + 1..verb).all(|at| tag(document, at) == RB)
            && matches!(tag(document, verb), VB | VBP);
        let told = (joint + 2..verb).any(|at| tag(document, at) == PRP);
        let inner =
            tag(document, joint + 1) == JJ && (joint + 2..verb).any(|at| tag(document, at) == IN);
        is_finite(document, verb) && !told && !inner && !bare
    };
    // Nor `ensure teachers, parents and pupils decide`.
    let listed = |joint: usize| {
        let comma = joint.wrapping_sub(1);
        !is_comma(document, comma) && (content.start..comma).any(|at| is_comma(document, at))
    };
    let states = |joint: &usize| {
        let mut next = joint + 1..content.end.min(joint + 1 + LONGEST);
        let verb = next.find(|at| !phrase(at));
        tag(document, *joint) == CC
            && tag(document, joint + 1) != IN
            && !listed(*joint)
            && verb.is_some_and(|verb| fits(*joint, verb))
    };
    let mut inner = content.clone().skip(2).filter(|_| to).take_while(plain);
    inner.find(states).map(|joint| before(document, joint))
}

/// Where the words before a conjunction end: before a comma, too.
pub fn before(document: &Document, joint: usize) -> usize {
    joint - usize::from(is_comma(document, joint.wrapping_sub(1)))
}

fn end_before_more(document: &Document, found: &mut [Relation]) {
    /// How many later relations are looked at; keeps the time linear.
    const NEXT: usize = 4;
    for at in 0..found.len() {
        let Some((own, later)) = found.get_mut(at..).and_then(<[_]>::split_first_mut) else {
            return;
        };
        let Some(speaker) = first_person(document, own) else { continue };
        let more = later.iter().take(NEXT).filter_map(|more| first_person(document, more));
        let more = more.filter(|more| norm(document, *more) == norm(document, speaker));
        for joint in more.filter_map(|more| more.checked_sub(1)) {
            let joins = tag(document, joint) == Tag::CC || is_comma(document, joint);
            let held = |own: &&mut Range<usize>| own.contains(&joint) && own.start + 1 < joint;
            if let Some(content) = own.contents.iter_mut().find(held).filter(|_| joins) {
                content.end =
                    if is_comma(document, joint) { joint } else { before(document, joint) };
            }
        }
    }
}

fn end_before_deed(document: &Document, found: &mut [Relation]) {
    for Relation { contents, cue, sources, .. } in found {
        let active = sources.iter().any(|own| own.end <= cue.start);
        let [content] = &mut contents[..] else { continue };
        let Some(joint) = deed(document, cue, content).filter(|_| active) else { continue };
        content.end = before(document, joint);
    }
}

/// The conjunction before a second verb of a cue’s subject, behind a content that holds no verb of its own, but for those
/// of relative clauses in another tense.
fn deed(document: &Document, cue: &Range<usize>, content: &Range<usize>) -> Option<usize> {
    /// How far into the content the second verb may stand.
    const REACH: usize = 60;
    let tense = tag(document, cue.end.checked_sub(1)?);
    let simple = matches!(tense, Tag::VBD | Tag::VBZ) && content.start >= cue.end;
    let nominal = |at: usize| {
        matches!(tag(document, at), Tag::DT | Tag::PRPP | Tag::JJ | Tag::CD)
            || tag(document, at).is_noun()
    };
    let quoted = |at: usize| quotation_at(document, at).map(|own| own.tokens.start);
    let apart = |at: usize| quoted(at) != quoted(cue.start);
    let opens = simple && nominal(content.start) && !apart(content.start);
    if !opens {
        return None;
    }
    let mut relative = false;
    for at in content.clone().skip(1).take(REACH) {
        let own = tag(document, at);
        if apart(at) || own == Tag::VBN && !is_attribute(document, at) {
            return None;
        }
        relative |= matches!(own, Tag::WP | Tag::WDT);
        if !is_finite(document, at) {
            continue;
        }
        let joint = (content.start + 1..at).rev().find(|at| !is_adverb(document, *at))?;
        let joins = is_in(document, joint, &words::AND_BUT);
        if joins && own == tense && is_predicate(document, joint, at, content.end) {
            return Some(joint);
        }
        if !relative || own == tense {
            return None;
        }
    }
    None
}

/// Whether a verb behind a conjunction is the head of a predicate: not in `a calm and sustained flow`, `tax laws and
/// reduced funding`, `the dead and lost had`.
fn is_predicate(document: &Document, joint: usize, verb: usize, end: usize) -> bool {
    const REACH: usize = 60;
    let last = before(document, joint).wrapping_sub(1);
    let bare = matches!(tag(document, verb + 1), Tag::NN | Tag::NNS | Tag::VBG | Tag::JJ);
    let apart = is_comma(document, joint.wrapping_sub(1));
    let opens = |at: usize| {
        matches!(tag(document, at), Tag::WP | Tag::WDT | Tag::CC | Tag::Comma | Tag::PRP)
            || is_in(document, at, &words::CLAUSE_OPENER)
    };
    let mut rest = (verb + 1..end).take(REACH).take_while(|at| !opens(*at));
    tag(document, last) != Tag::JJ && (!bare || apart) && !rest.any(|at| is_finite(document, at))
}

/// Whether a participle stands before its noun: `flooded homes`.
fn is_attribute(document: &Document, participle: usize) -> bool {
    tag(document, participle + 1).is_noun()
}

/// The `I` or `we` that is a source alone.
fn first_person(document: &Document, relation: &Relation) -> Option<usize> {
    let source = relation.sources.first().filter(|source| source.len() == 1)?.start;
    is_in(document, source, &words::FIRST_PERSON).then_some(source)
}
