//! Owns speech that a second verb carries: `issued a statement saying`, `was quoted as saying`.

use std::ops::Range;

use smallvec::smallvec;

use crate::{
    grammar::{
        phrase::subject_before,
        verb::verb_group,
        words::{is_in, is_mark, is_occasion, limit, norm, tag},
    },
    lexicon::list::List,
    rules::{
        content,
        cue::{self, Verb},
        relation::Relation,
    },
    token::{document::Document, tag::Tag},
    vocabulary::reason::{ReasonCode, reason},
};

static QUOTED_BY: List = List::named("quoted-by");
static ROLE_AS: List = List::named("role-as");
static VERB_OF_QUOTING: List = List::named("verb-of-quoting");

/// Verbs by which a statement comes into the world: `issued a statement saying`.
pub static ISSUES: List = List::named("verb-of-issuing");

/// Participles by which somebody is quoted: `was quoted as saying`.
pub static QUOTED: List = List::named("quoted-participle");

/// The relation whose cue begins with the verb at token `at` and ends with `saying`.
pub fn relation(document: &Document, sentence: &Range<usize>, at: usize) -> Option<Relation> {
    let word = norm(document, at);
    let saying = if QUOTED.has(word) {
        gerund(document, behind_quoter(document, at + 1, sentence.end)?)
    } else {
        let issues = ISSUES.has(word) && tag(document, at).is_verb();
        issues.then(|| after_statement(document, at, sentence.end)).flatten()
    }?;
    let group = verb_group(document, at, sentence.start);
    let source = subject_before(document, group, sentence.start)?;
    let limit = limit(document, sentence);
    let content = content::after(document, &saying.entry, saying.end, limit)?;
    Some(Relation {
        sources: smallvec![source],
        cue: group..saying.end,
        contents: smallvec![content.tokens],
        lemma: saying.entry.lemma.into(),
        act: saying.entry.act,
        stance: saying.entry.stance,
        confidence: 0.85,
        reasons: vec![reason(ReasonCode::CueVerb, saying.entry.lemma), reason(content.code, "")],
    })
}

/// Where the verb stands behind `quoted as` or `quoted by Reuters as`.
fn behind_quoter(document: &Document, at: usize, end: usize) -> Option<usize> {
    const LONGEST: usize = 8;
    let inside = |at: &usize| norm(document, *at) != ",";
    let mut near = (at..end.min(at + LONGEST)).take_while(inside);
    let by = is_in(document, at, &QUOTED_BY);
    near.find(|at| is_in(document, *at, &ROLE_AS)).filter(|_| by).map(|joint| joint + 1)
}

/// `saying` behind `issued a joint statement`.
fn after_statement(document: &Document, verb: usize, end: usize) -> Option<Verb> {
    const LONGEST: usize = 7;
    let inner = |at: &usize| !is_mark(document, *at) || norm(document, *at) == "-";
    let near = (verb + 1..end.min(verb + LONGEST)).take_while(inner);
    let noun =
        near.clone().find(|at| is_occasion(document, *at) && tag(document, *at).is_noun())?;
    gerund(document, noun + 1)
}

fn gerund(document: &Document, at: usize) -> Option<Verb> {
    let verb = cue::verb(document, at).filter(|verb| verb.forms.gerund)?;
    verb.entry.takes('c').then_some(verb)
}

/// `an official` in `Reuters quoted an official as saying`, where `as` is token `joint`.
pub fn quoted_object(document: &Document, joint: usize, floor: usize) -> Option<Range<usize>> {
    const LONGEST: usize = 12;
    let from = floor.max(joint.saturating_sub(LONGEST));
    let verb = (from..joint).rev().find(|at| is_in(document, *at, &VERB_OF_QUOTING))?;
    let object = verb + 1..joint;
    let whole = !object.is_empty() && !object.clone().any(|at| tag(document, at) == Tag::Comma);
    whole.then_some(object)
}
