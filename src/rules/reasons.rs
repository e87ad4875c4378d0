//! Owns the lemma, act, stance and reasons of a relation, no matter whether the net or a rule found it.

use std::ops::Range;

use crate::{
    grammar::words::{is_in, norm, tag},
    lexicon::list::List,
    rules::{
        cue::{self, Entry},
        cue_noun,
        relation::{Construction, Relation, form},
        unsaid,
        word::{COMPLEMENTIZER, INFINITIVE_MARKER, LEGEND_CUE, QUESTION_WORD, WRITTEN_IN},
    },
    token::document::Document,
    vocabulary::{
        kinds::{Act, Form, Stance},
        reason::{Reason, ReasonCode, reason},
        rule::{Rule, first, rule},
    },
};

/// What the lexicon says about a cue.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Kind {
    /// Its dictionary form.
    pub lemma: &'static str,
    /// What kind of act it is.
    pub act: Act,
    /// The writer's stance.
    pub stance: Stance,
    code: ReasonCode,
    construction: Construction,
}

/// A rule that finds the entry of a cue in the lexicon.
type CueRule = Rule<fn(&Document, &Range<usize>) -> Option<Kind>>;

/// Which word of a cue gives its entry in the lexicon, in the order in which the rules are asked.
#[rustfmt::skip]
pub const CUES: [CueRule; 4] = [
    rule("S13", "legend", "“According” as the first word of a cue is short for “according to”.",
        "Sales by year, according: Oxfam", legend),
    rule("S14", "last-noun", "A final noun gives the cue its entry, unless it names the medium.",
        "has the opinion that", last_noun),
    rule("S15", "last-verb", "The last verb gives the cue its entry.",
        "said in a written opinion", last_verb),
    rule("S16", "noun", "Without a verb, any noun gives the cue its entry.",
        "a claim by Oxfam", any_noun),
];

/// Fills in a relation's lemma, act, stance and reasons where they are missing.
pub fn describe(document: &Document, relation: &mut Relation) {
    let learned = relation.construction == Construction::Learned;
    let open = learned || relation.lemma.is_empty() || relation.reasons.is_empty();
    let kind = open.then(|| kind(document, &relation.cue)).flatten();
    if relation.lemma.is_empty() {
        match kind {
            Some(kind) => {
                relation.lemma = kind.lemma.into();
                (relation.act, relation.stance) = (kind.act, kind.stance);
            }
            None => relation.lemma = bare_lemma(document, &relation.cue).into(),
        }
    }
    if learned {
        relation.construction = kind.map_or(Construction::Learned, |kind| kind.construction);
    }
    if relation.reasons.is_empty() {
        let code = kind.map_or(ReasonCode::Cue, |kind| kind.code);
        relation.reasons.push(reason(code, relation.lemma.clone()));
        relation.reasons.push(order(relation));
        relation.reasons.extend(shape(document, &relation.contents));
    }
    unsaid::describe(document, relation);
}

/// The lexicon's entry for a cue.
fn kind(document: &Document, cue: &Range<usize>) -> Option<Kind> {
    first(&CUES, cue.start, |rule| rule(document, cue))
}

/// What a legend's “according” is short for.
static LEGEND_LEMMA: List = List::named("legend-lemma");

fn legend(document: &Document, cue: &Range<usize>) -> Option<Kind> {
    is_in(document, cue.start, &LEGEND_CUE).then_some(Kind {
        lemma: LEGEND_LEMMA.phrase(),
        act: Act::Speech,
        stance: Stance::Neutral,
        code: ReasonCode::AccordingTo,
        construction: Construction::AccordingTo,
    })
}

fn last_noun(document: &Document, cue: &Range<usize>) -> Option<Kind> {
    let placed = cue.clone().any(|at| is_in(document, at, &WRITTEN_IN));
    let nominal = cue.end.checked_sub(1).is_some_and(|at| tag(document, at).is_noun());
    (nominal && !placed).then(|| any_noun(document, cue)).flatten()
}

fn last_verb(document: &Document, cue: &Range<usize>) -> Option<Kind> {
    let held = |at: usize| cue::verb(document, at).filter(|verb| verb.end <= cue.end);
    let nominal = |at: usize| tag(document, at).is_noun() && at > cue.start;
    let verb = cue.clone().rev().filter(|at| !nominal(*at)).find_map(held);
    let Entry { lemma, act, stance, .. } = verb.or_else(|| cue.clone().rev().find_map(held))?.entry;
    Some(Kind {
        lemma,
        act,
        stance,
        code: ReasonCode::CueVerb,
        construction: Construction::Learned,
    })
}

fn any_noun(document: &Document, cue: &Range<usize>) -> Option<Kind> {
    let noun = cue.clone().find_map(|at| cue_noun::noun(norm(document, at)))?;
    Some(Kind {
        lemma: noun.lemma,
        act: noun.act,
        stance: noun.stance,
        code: ReasonCode::CueNoun,
        construction: Construction::Learned,
    })
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
                (&COMPLEMENTIZER, ReasonCode::ThatClause),
                (&INFINITIVE_MARKER, ReasonCode::ToClause),
                (&QUESTION_WORD, ReasonCode::QuestionClause),
            ];
            let opened = opens.into_iter().find(|(list, _)| is_in(document, first, list));
            opened.map_or(ReasonCode::Clause, |(_, code)| code)
        }
    };
    Some(reason(code, ""))
}
