//! Owns passives: `It is believed that`, `Ms. Li was accused of`, `was praised by`.

use std::ops::Range;

use smallvec::smallvec;

use crate::{
    grammar::{
        phrase::subject_before,
        verb::is_finite,
        words::{
            ARTICLES, is_capital, is_comma, is_in, is_mark, is_time, norm, quotation_at,
            sentence_at, tag,
        },
    },
    lexicon::list::List,
    rules::{
        candidate::Candidate,
        content,
        cue::{Verb, cue_reason, of},
        predicate::Voice,
        quoted::speaks,
        relation::{Complement, Construction, Relation},
        word::{AS, BY, COMPLEMENTIZER, INFINITIVE_MARKER},
    },
    text::span::Ranges,
    token::{document::Document, tag::Tag},
    vocabulary::{
        reason::{ReasonCode, reason},
        rule::{Rule, first, rule},
    },
};

static CAUSES: List = List::named("preposition-before-cause");
static CHARGES: List = List::named("preposition-before-charge");
static NAMING: List = List::named("verb-of-naming");
static IT: List = List::named("pronoun-it");
static CIRCUMSTANCES: List = List::named("opener-of-circumstance");
static JUDGING: List = List::named("verb-of-judging");
static EMPTY_SUBJECTS: List = List::named("subject-without-content");

/// A passive verb, its subject, and where the words after it, or after its agent, begin.
pub struct Passive<'a> {
    candidate: &'a Candidate<'a>,
    verb: &'a Verb,
    subject: Range<usize>,
    /// Where its cue ends, without an agent.
    cue: usize,
    rest: usize,
    /// Where the complement must end: before a later agent, as in `condemned as “cowardly” by`, or at the limit.
    end: usize,
}

/// The contents, and the reason for them.
type Row = Rule<fn(&Passive) -> Option<(Ranges, Complement)>>;

/// The rules for the content of a passive verb, in the order they are asked.
#[rustfmt::skip]
pub const PASSIVES: [Row; 5] = [
    rule("R17", "passive-that", "A “that” clause, or any clause after “it”, is the content.",
        "It is believed that the ship has left; It is thought the ship has left", |own| own.that_clause()),
    rule("R18", "passive-to", "What somebody was told to do is the content.",
        "The crew was told to leave", |own| own.to_clause()),
    rule("R19", "raised-subject", "A subject and its infinitive are the content.",
        "The firm is said to be broke", |own| own.raised()),
    rule("R20", "charged-subject", "A subject and what it is accused of are the content.",
        "Ms. Li was accused of theft; the vote was called “a joke” by Ms. Li", |own| own.charged()),
    rule("R62", "it-behind-comma", "What stands before “it was claimed” at the end of a sentence is the content.",
        "The roof had been cut, it was claimed by the builder", |own| own.before()),
];

/// The relation of a passive verb.
pub fn relation(candidate: &Candidate) -> Option<Relation> {
    let Candidate { document, at, bounds, limit, .. } = candidate;
    let predicate = candidate.predicate.as_ref().filter(|own| own.voice == Voice::Passive)?;
    let (verb, cue) = (&predicate.verb, predicate.cue.clone());
    let subject = subject_before(document, cue.start, bounds.start)?;
    let agent = agent(document, cue.end, *limit);
    let rest = agent.as_ref().map_or(cue.end, |agent| agent.end);
    let behind = agent_behind(document, rest, *limit).filter(|_| agent.is_none());
    let end = behind.as_ref().map_or(*limit, |agent| agent.start - 1);
    let passive = Passive { candidate, verb, subject, cue: cue.end, rest, end };
    let (contents, complement) = first(&PASSIVES, *at, |content| content(&passive))?;
    Some(Relation {
        cue: cue.start..cue.end + usize::from(agent.is_some()),
        sources: agent.or(behind).into_iter().collect(),
        contents,
        confidence: 0.6,
        reasons: vec![cue_reason(verb), reason(ReasonCode::Passive, ""), complement.reason()],
        complement: Some(complement),
        construction: Construction::Passive,
        ..of(verb)
    })
}

/// The agent that `by` at a token introduces.
fn agent(document: &Document, by: usize, limit: usize) -> Option<Range<usize>> {
    let agent = is_in(document, by, &BY).then(|| content::source_after(document, by + 1, limit));
    agent.flatten().map(|agent| without_cause(document, agent))
}

/// The agent behind what somebody or something was called: `condemned as “cowardly” by the governor`.
fn agent_behind(document: &Document, rest: usize, limit: usize) -> Option<Range<usize>> {
    if !is_in(document, rest, &CHARGES) && !is_quoted(document, rest) {
        return None;
    }
    let end = content::content_end(document, rest, limit);
    let outside = |by: &usize| quotation_at(document, *by).is_none();
    let mut plain = (rest..end).filter(outside).take_while(|at| !is_finite(document, *at));
    let by = plain.find(|by| is_in(document, *by, &BY))?;
    agent(document, by, limit).filter(|agent| speaks(document, agent))
}

/// Whether a quotation opens at a token and is not just a title: `called “a joke” by Ms. Li`, not `called “The
/// Bow” by all`.
fn is_quoted(document: &Document, at: usize) -> bool {
    let at = at + usize::from(is_in(document, at, &ARTICLES));
    quotation_at(document, at).is_some_and(|quotation| {
        let (start, end) = (quotation.tokens.start, quotation.tokens.end);
        start == at && (start..end).any(|at| starts_small(document, at))
    })
}

/// Whether a word of more than three letters has no capital.
fn starts_small(document: &Document, at: usize) -> bool {
    norm(document, at).len() > 3 && !is_capital(document, at)
}

/// The cause and the charge are no part of the agent: `praised by Ms. Li for its scope`, `accused by two clerks of lying`.
fn without_cause(document: &Document, agent: Range<usize>) -> Range<usize> {
    let is_cause = |at: &usize| {
        is_in(document, *at, &CAUSES)
            || is_in(document, *at, &CHARGES) && tag(document, at + 1) == Tag::VBG
    };
    let cause = agent.clone().skip(1).find(is_cause);
    agent.start..cause.unwrap_or(agent.end)
}

impl Passive<'_> {
    fn takes(&self, complement: char) -> bool {
        self.verb.entry.takes(complement)
    }

    fn is_next(&self, list: &List) -> bool {
        is_in(self.candidate.document, self.rest, list)
    }

    fn tail(&self) -> Range<usize> {
        let Candidate { document, limit, .. } = self.candidate;
        self.rest..content::content_end(document, self.rest, self.end.min(*limit))
    }

    fn that_clause(&self) -> Option<(Ranges, Complement)> {
        let Candidate { document, limit, .. } = self.candidate;
        let rest = self.rest + usize::from(is_comma(document, self.rest));
        let that = content::skip_adjuncts(document, rest, *limit);
        let content = that..content::content_end(document, that, *limit);
        let complement = match is_in(document, that, &COMPLEMENTIZER) {
            true => Complement::That,
            false if self.states(&content) => Complement::Clause,
            false => return None,
        };
        self.takes('c').then(|| (smallvec![content], complement))
    }

    /// Whether a clause without “that” follows an empty subject: `It is thought the ship has left`.
    fn states(&self, content: &Range<usize>) -> bool {
        let Candidate { document, .. } = self.candidate;
        let own = tag(document, content.start);
        let opens =
            own.is_noun() || matches!(own, Tag::CD | Tag::DT | Tag::EX | Tag::PRP | Tag::PRPP);
        let Range { start, end } = self.subject;
        let empty = end == start + 1 && is_in(document, start, &IT);
        let dated = is_in(document, start.wrapping_sub(1), &CIRCUMSTANCES);
        empty && opens && !dated && content.clone().skip(1).any(|at| is_finite(document, at))
    }

    fn to_clause(&self) -> Option<(Ranges, Complement)> {
        let told = self.is_next(&INFINITIVE_MARKER) && self.takes('o');
        told.then(|| (smallvec![self.tail()], Complement::To))
    }

    fn raised(&self) -> Option<(Ranges, Complement)> {
        let next = tag(self.candidate.document, self.rest + 1);
        let named = next.is_noun() || matches!(next, Tag::DT | Tag::PRP | Tag::PRPP);
        let raised = self.is_next(&INFINITIVE_MARKER) && self.takes('c') && !named;
        raised.then(|| self.with_subject()).flatten()
    }

    fn charged(&self) -> Option<(Ranges, Complement)> {
        let Candidate { document, limit, .. } = self.candidate;
        let called = self.end < *limit && is_quoted(document, self.rest);
        let seen = self.rest > self.cue && self.is_next(&AS) && self.takes('a');
        // What is labelled as a gift need not be called so by anybody.
        let named = NAMING.has(self.verb.entry.lemma) && self.rest == self.cue && !called;
        let charged = (self.is_next(&CHARGES) || called) && self.takes('n') && !named || seen;
        // `The move was criticised by Ms. Li`
        let agent = self.cue + 1..self.rest;
        let whole = |words: &Range<usize>| words.clone().any(|at| tag(document, at).is_noun());
        let judged = !charged
            && JUDGING.has(self.verb.entry.lemma)
            && whole(&agent)
            && whole(&self.subject)
            && !is_in(document, self.subject.end - 1, &INFINITIVE_MARKER);
        let (mut contents, complement) = self.with_subject().filter(|_| charged || judged)?;
        contents.truncate(if judged { 1 } else { 2 });
        Some((contents, complement))
    }

    fn before(&self) -> Option<(Ranges, Complement)> {
        let Candidate { document, limit, .. } = self.candidate;
        let Range { start, end } = self.subject;
        let comma = start.checked_sub(1).filter(|at| is_comma(document, *at))?;
        let empty = end == start + 1 && is_in(document, start, &IT);
        let ends = (self.rest..*limit).all(|at| is_time(document, at) || is_mark(document, at));
        let floor = sentence_at(document, start).start;
        let content = content::before(document, floor, comma)?;
        let clause = content.clone().any(|at| is_finite(document, at));
        (empty && ends && clause && self.takes('c'))
            .then(|| (smallvec![content], Complement::Subject))
    }

    fn with_subject(&self) -> Option<(Ranges, Complement)> {
        let Candidate { document, limit, .. } = self.candidate;
        let empty = is_in(document, self.subject.start, &EMPTY_SUBJECTS);
        // `It was called “brave” by Ms. Li`: what it is stands elsewhere.
        let called = self.end < *limit && is_quoted(document, self.rest);
        let contents = || {
            if empty {
                smallvec![self.tail()]
            } else {
                smallvec![self.subject.clone(), self.tail()]
            }
        };
        (!empty || called).then(|| (contents(), Complement::Subject))
    }
}
