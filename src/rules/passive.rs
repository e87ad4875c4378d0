//! Owns passives: `It is believed that`, `Ms. Li was accused of`, `was praised by`.

use std::ops::Range;

use smallvec::smallvec;

use crate::{
    grammar::{
        phrase::subject_before,
        verb::is_auxiliary,
        words::{is_in, limit, norm, tag},
    },
    lexicon::list::List,
    rules::{
        content,
        cue::{Verb, cue_reason, of},
        relation::Relation,
    },
    text::span::Ranges,
    token::{document::Document, tag::Tag},
    vocabulary::reason::{ReasonCode, reason},
};

static AGENT_PREPOSITION: List = List::named("agent-preposition");
static CHARGE_PREPOSITION: List = List::named("charge-preposition");
static CHARGE_TAIL: List = List::named("charge-tail");
static COMPLEMENTIZER: List = List::named("complementizer");
static INFINITIVE_MARKER: List = List::named("infinitive-marker");
static RAISED_SUBJECT: List = List::named("raised-subject");

/// The relation of a verb in the passive, whose words are `cue`.
pub fn relation(
    document: &Document,
    sentence: &Range<usize>,
    verb: &Verb,
    cue: Range<usize>,
) -> Option<Relation> {
    let limit = limit(document, sentence);
    let subject = subject_before(document, cue.start, sentence.start)?;
    let agent = (is_in(document, cue.end, &AGENT_PREPOSITION))
        .then(|| content::source_after(document, cue.end + 1, limit))
        .flatten()
        .map(|agent| without_tail(document, agent));
    let rest = agent.as_ref().map_or(cue.end, |agent| agent.end);
    let acted = agent.is_some() && verb.entry.takes('n') && !verb.entry.takes('c');
    let alone = || acted.then(|| (smallvec![subject.clone()], ReasonCode::PassiveSubject));
    let (contents, code) =
        passive_content(document, verb, subject.clone(), rest, limit).or_else(alone)?;
    let cue = cue.start..if agent.is_some() { cue.end + 1 } else { cue.end };
    let reasons = vec![cue_reason(verb), reason(ReasonCode::Passive, ""), reason(code, "")];
    let sources = agent.into_iter().collect();
    Some(Relation { sources, cue, contents, confidence: 0.6, reasons, ..of(verb) })
}

/// `praised by Ms. Li for its scope`: the reason is no part of who praises.
fn without_tail(document: &Document, agent: Range<usize>) -> Range<usize> {
    let tail = agent.clone().find(|at| is_in(document, *at, &CHARGE_TAIL));
    agent.start..tail.filter(|tail| *tail > agent.start).unwrap_or(agent.end)
}

fn passive_content(
    document: &Document,
    verb: &Verb,
    subject: Range<usize>,
    rest: usize,
    limit: usize,
) -> Option<(Ranges, ReasonCode)> {
    let word = norm(document, rest);
    let tail = || rest..content::content_end(document, rest, limit);
    let that = content::skip_adjuncts(document, rest, limit);
    if is_in(document, that, &COMPLEMENTIZER) && verb.entry.takes('c') {
        let clause = that..content::content_end(document, that, limit);
        return Some((smallvec![clause], ReasonCode::ThatClause));
    }
    if INFINITIVE_MARKER.has(word) && verb.entry.takes('o') {
        return Some((smallvec![tail()], ReasonCode::ToClause));
    }
    let named = |tag: Tag| tag.is_noun() || matches!(tag, Tag::DT | Tag::PRP | Tag::PRPP);
    let raised =
        INFINITIVE_MARKER.has(word) && verb.entry.takes('c') && !named(tag(document, rest + 1));
    let charged = is_in(document, rest, &CHARGE_PREPOSITION) && verb.entry.takes('n');
    let clause = is_in(document, subject.start, &RAISED_SUBJECT);
    ((raised || charged)
        && !clause
        && tag(document, rest) != Tag::CD
        && !is_auxiliary(document, rest))
    .then(|| (smallvec![subject, tail()], ReasonCode::PassiveSubject))
}
