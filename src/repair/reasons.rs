//! Owns what a cue says about an attribution: its dictionary form, act and stance, and the reasons
//! a reader sees. Works on any relation, whoever found it.

use std::ops::Range;

use crate::{
    grammar::words::{is_in, norm, tag},
    lexicon::list::List,
    repair::words,
    rules::{
        cue, noun_cue,
        relation::{Relation, form},
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
    /// Where the writer stands.
    pub stance: Stance,
    code: ReasonCode,
}

/// Fills in what a relation's cue says, and the reasons, where they are missing.
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
        relation.reasons.push(reason(code, relation.lemma.clone()));
        relation.reasons.push(order(relation));
        relation.reasons.extend(shape(document, &relation.contents));
    }
    relation.reasons.extend(modality(document, &relation.cue));
    relation.reasons.extend(circumstance(document, relation));
}

/// The lexicon's word in a cue: the last verb, else a noun.
pub fn kind(document: &Document, cue: &Range<usize>) -> Option<Kind> {
    if is_in(document, cue.start, &words::LEGEND_CUE) {
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
    let noun = || cue.clone().find_map(|at| noun_cue::noun(norm(document, at)));
    let noun = || {
        noun().map(|noun| Kind {
            lemma: noun.lemma,
            act: noun.act,
            stance: noun.stance,
            code: ReasonCode::CueNoun,
        })
    };
    // `said in a written opinion` says something; `has an opinion` does not.
    let placed = cue.clone().any(|at| is_in(document, at, &words::WRITTEN_IN));
    let last = cue.clone().next_back().filter(|_| !placed);
    let nominal = last.is_some_and(|at| tag(document, at).is_noun());
    if nominal { noun().or(verb.map(named)) } else { verb.map(named).or_else(noun) }
}

/// A cue that no lexicon holds goes by its last word.
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

/// How the content stands there: in quotation marks, after `that`, after `to`.
fn shape(document: &Document, contents: &[Range<usize>]) -> Option<Reason> {
    let first = contents.first()?.start;
    let code = match form(document, contents) {
        Form::Direct => ReasonCode::Quotation,
        Form::Mixed => ReasonCode::PartlyQuoted,
        Form::Indirect => {
            let opens = [
                (&words::COMPLEMENTIZER, ReasonCode::ThatClause),
                (&words::INFINITIVE_MARKER, ReasonCode::ToClause),
                (&words::QUESTION_WORD, ReasonCode::QuestionClause),
            ];
            let opened = opens.into_iter().find(|(list, _)| is_in(document, first, list));
            opened.map_or(ReasonCode::Clause, |(_, code)| code)
        }
    };
    Some(reason(code, ""))
}

/// Whether the words were not said, or are only to be said: `did not say`, `will announce`.
fn modality(document: &Document, cue: &Range<usize>) -> Option<Reason> {
    let first = |list: &List| cue.clone().find(|at| is_in(document, *at, list));
    let modal = || cue.clone().find(|at| tag(document, *at) == Tag::MD);
    let modality = |at: usize| match is_in(document, at, &words::FUTURE_AUXILIARY) {
        true => (ReasonCode::Future, at),
        false => (ReasonCode::Hypothetical, at),
    };
    let found = first(&words::NEGATION).map(|at| (ReasonCode::NotSaid, at));
    let found = found.or_else(|| first(&words::REFUSAL).map(|at| (ReasonCode::Refused, at)));
    let (code, at) = found.or_else(|| modal().map(modality))?;
    Some(reason(code, norm(document, at).to_owned()))
}

/// What the sentence around says of the saying: asked, supposed, or under condition of anonymity.
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
    if start > sentence.start && is_in(document, start - 1, &words::CONDITION) {
        return Some(reason(ReasonCode::Hypothetical, norm(document, start - 1).to_owned()));
    }
    let hidden = sentence.into_iter().find(|at| is_in(document, *at, &words::ANONYMITY));
    hidden.filter(|at| !quoted(*at)).map(|_| reason(ReasonCode::OnConditionOfAnonymity, ""))
}
