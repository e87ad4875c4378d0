//! Owns the lemma, act, stance and reasons of a relation, no matter whether the net or a rule found it.

use std::ops::Range;

use crate::{
    grammar::{
        verb::verb_group,
        words::{is_in, norm, sentence_at, tag},
    },
    rules::{
        cue, cue_noun,
        relation::{Construction, Relation, form},
        word::{self, FACTIVE},
    },
    token::{document::Document, tag::Tag},
    vocabulary::{
        kinds::{Act, Form, Stance},
        reason::{Reason, ReasonCode, reason},
    },
};

/// What a cue is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Kind {
    /// Its dictionary form.
    pub lemma: &'static str,
    /// What kind of act it is.
    pub act: Act,
    /// The writer's stance.
    pub stance: Stance,
    code: ReasonCode,
}

/// Fills in a relation's lemma, act, stance and reasons where they are missing.
pub fn describe(document: &Document, relation: &mut Relation) {
    let kind = kind(document, &relation.cue);
    if relation.lemma.is_empty() {
        match kind {
            Some(kind) => {
                relation.lemma = kind.lemma.into();
                (relation.act, relation.stance) = (kind.act, kind.stance);
            }
            None => relation.lemma = bare_lemma(document, &relation.cue).into(),
        }
    }
    if relation.reasons.is_empty() {
        let code = kind.map_or(ReasonCode::Cue, |kind| kind.code);
        if code == ReasonCode::AccordingTo {
            relation.construction = Construction::AccordingTo;
        }
        relation.reasons.push(reason(code, relation.lemma.clone()));
        relation.reasons.push(order(relation));
        relation.reasons.extend(shape(document, &relation.contents));
    }
    let not_said = not_said(document, relation);
    // `declined to comment` denies nothing, `declined to say that it was safe` does.
    let refuses = word::REFUSAL.has(&relation.lemma)
        && !relation.contents.iter().any(|content| governs(document, content));
    if not_said.is_some() && !refuses && !FACTIVE.has(&relation.lemma) {
        relation.stance = match relation.stance {
            Stance::Denying => Stance::Doubting,
            _ => Stance::Denying,
        };
    }
    relation.reasons.extend(not_said.or_else(|| modality(document, &relation.cue)));
    relation.reasons.extend(circumstance(document, relation));
}

/// Whether a content is an infinitive that governs a clause: `to say that it was safe`.
fn governs(document: &Document, content: &Range<usize>) -> bool {
    const SHORTEST: usize = 4;
    let verb = cue::verb(document, content.start + 1);
    is_in(document, content.start, &word::INFINITIVE_MARKER)
        && verb.is_some_and(|verb| verb.entry.takes('c'))
        && content.len() >= SHORTEST
}

/// The lexicon's entry for a cue: that of its last verb, else of a noun.
pub fn kind(document: &Document, cue: &Range<usize>) -> Option<Kind> {
    if is_in(document, cue.start, &word::LEGEND_CUE) {
        let (act, stance) = (Act::Speech, Stance::Neutral);
        return Some(Kind { lemma: "according to", act, stance, code: ReasonCode::AccordingTo });
    }
    let held = |at: usize| cue::verb(document, at).filter(|v| v.end <= cue.end);
    let nominal = |at: usize| tag(document, at).is_noun() && at > cue.start;
    let verb = cue.clone().rev().filter(|at| !nominal(*at)).find_map(held);
    let verb = verb.or_else(|| cue.clone().rev().find_map(held));
    let named = |verb: cue::Verb| Kind {
        lemma: verb.entry.lemma,
        act: verb.entry.act,
        stance: verb.entry.stance,
        code: ReasonCode::CueVerb,
    };
    let noun = || cue.clone().find_map(|at| cue_noun::noun(norm(document, at)));
    let noun = || {
        noun().map(|noun| Kind {
            lemma: noun.lemma,
            act: noun.act,
            stance: noun.stance,
            code: ReasonCode::CueNoun,
        })
    };
    // In `said in a written opinion` the verb is the cue; in `has an opinion`, the noun.
    let placed = cue.clone().any(|at| is_in(document, at, &word::WRITTEN_IN));
    let last = cue.clone().next_back().filter(|_| !placed);
    let nominal = last.is_some_and(|at| tag(document, at).is_noun());
    if nominal { noun().or(verb.map(named)) } else { verb.map(named).or_else(noun) }
}

/// The lemma of a cue that is in no lexicon: its last verb, else its last word.
fn bare_lemma(document: &Document, cue: &Range<usize>) -> String {
    let verb = cue.clone().rev().find(|at| tag(document, *at).is_verb());
    let at = verb.or_else(|| cue.clone().next_back());
    at.map_or_else(String::new, |at| norm(document, at).to_owned())
}

fn order(relation: &Relation) -> Reason {
    let code = match relation.sources.first() {
        None => ReasonCode::NoSource,
        Some(source) if source.start < relation.cue.start => ReasonCode::SourceBefore,
        Some(_) => ReasonCode::SourceAfter,
    };
    reason(code, "")
}

/// The form of the content: in quotation marks, after `that`, after `to`.
fn shape(document: &Document, contents: &[Range<usize>]) -> Option<Reason> {
    let first = contents.first()?.start;
    let code = match form(document, contents) {
        Form::Direct => ReasonCode::Quotation,
        Form::Mixed => ReasonCode::PartlyQuoted,
        Form::Indirect => {
            let opens = [
                (&word::COMPLEMENTIZER, ReasonCode::ThatClause),
                (&word::INFINITIVE_MARKER, ReasonCode::ToClause),
                (&word::QUESTION_WORD, ReasonCode::QuestionClause),
            ];
            let opened = opens.into_iter().find(|(list, _)| is_in(document, first, list));
            opened.map_or(ReasonCode::Clause, |(_, code)| code)
        }
    };
    Some(reason(code, ""))
}

/// The word that denies the act: `did not say`, `refused to say`, `without saying`, `nobody said`.
fn not_said(document: &Document, relation: &Relation) -> Option<Reason> {
    let Relation { sources, cue, .. } = relation;
    let floor = sentence_at(document, cue.start).start;
    let group = verb_group(document, cue.start, floor)..cue.end;
    let limited = |at: usize| is_in(document, at + 1, &word::NEGATION_LIMIT);
    let negates = |at: &usize| is_in(document, *at, &word::NEGATION) && !limited(*at);
    let nobody = |source: &Range<usize>| {
        let next = source.start + 1;
        let number = tag(document, next) == Tag::CD && !is_in(document, next, &word::PRONOUN_ONE);
        is_in(document, source.start, &word::NOBODY) && !number
    };
    let before = floor.max(group.start.saturating_sub(2))..group.start;
    let refuses = |at: &usize| is_in(document, *at, &word::REFUSAL);
    // `without saying`, `stopped short of saying`.
    let near = before.end.saturating_sub(1)..cue.end;
    let lacks = near.clone().find(|at| {
        is_in(document, *at, &word::LACK)
            && (at + 1..at + 3).any(|at| at < cue.end && tag(document, at) == Tag::VBG)
    });
    let infinitive = is_in(document, group.start.wrapping_sub(1), &word::INFINITIVE_MARKER);
    let refused = cue.clone().find(refuses).or_else(|| before.filter(|_| infinitive).find(refuses));
    let denied = group.clone().find(negates).or(lacks);
    let subject = || sources.first().filter(|source| nobody(source)).map(|source| source.start);
    let found = denied.or_else(subject).map(|at| (ReasonCode::NotSaid, at));
    let (code, at) = found.or_else(|| refused.map(|at| (ReasonCode::Refused, at)))?;
    Some(reason(code, norm(document, at).to_owned()))
}

/// Whether the act is only future or hypothetical: `will announce`, `would say`.
fn modality(document: &Document, cue: &Range<usize>) -> Option<Reason> {
    let at = cue.clone().find(|at| tag(document, *at) == Tag::MD)?;
    let code = match is_in(document, at, &word::FUTURE_AUXILIARY) {
        true => ReasonCode::Future,
        false => ReasonCode::Hypothetical,
    };
    Some(reason(code, norm(document, at).to_owned()))
}

/// Whether the sentence asks for the act, supposes it, or grants anonymity.
fn circumstance(document: &Document, relation: &Relation) -> Option<Reason> {
    const NEAR: usize = 100;
    let own = document.sentence_of(relation.cue.start);
    let whole = document.sentences().get(own)?.tokens.clone();
    let start = whole.start.max(relation.cue.start.saturating_sub(NEAR));
    let sentence = start..whole.end.min(relation.cue.end + NEAR);
    let start = relation.sources.first().map_or(relation.cue.start, |source| source.start);
    let quoted = |at: usize| relation.contents.iter().any(|content| content.contains(&at));
    let ends = sentence.clone().next_back().filter(|at| !quoted(*at));
    let inverted = tag(document, sentence.start).is_verb();
    if inverted && ends.is_some_and(|at| norm(document, at) == "?") {
        return Some(reason(ReasonCode::Asked, "?"));
    }
    if start > sentence.start && is_in(document, start - 1, &word::CONDITION) {
        return Some(reason(ReasonCode::Hypothetical, norm(document, start - 1).to_owned()));
    }
    let hidden = sentence.into_iter().find(|at| is_in(document, *at, &word::ANONYMITY));
    hidden.filter(|at| !quoted(*at)).map(|_| reason(ReasonCode::OnConditionOfAnonymity, ""))
}
