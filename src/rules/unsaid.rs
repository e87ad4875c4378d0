//! Owns whether an act took place at all: what was not said, is still to be said, or was only asked for.

use std::ops::Range;

use crate::{
    grammar::{
        verb::{is_auxiliary, verb_group},
        words::{is_in, norm, sentence_at, tag},
    },
    rules::{
        cue,
        relation::Relation,
        word::{
            ANONYMITY, CONDITION, FACTIVE, FRONTED_NEGATION, FUTURE_AUXILIARY, INFINITIVE_MARKER,
            LACK, NEGATION, NEGATION_LIMIT, NOBODY, PRONOUN_ONE, REFUSAL,
        },
    },
    token::{document::Document, tag::Tag},
    vocabulary::{
        kinds::Stance,
        reason::{Reason, ReasonCode, reason},
        rule::{Rule, first, rule},
    },
};

/// A rule that finds the word that shows that an act did not take place, or may not have.
type ActRule = Rule<fn(&Saying) -> Option<Reason>>;

/// What was not said, in the order in which the rules are asked.
#[rustfmt::skip]
pub const UNSAID: [ActRule; 5] = [
    rule("S1", "negation", "A negation in the verb group says that it was not said.",
        "Ms. Li did not say", negation),
    rule("S17", "fronted-negation", "A negation before an inverted subject says that it was not said.",
        "Nowhere does Ms. Li say", fronted_negation),
    rule("S2", "lack", "A preposition of lack before a gerund says that it was not said.",
        "stopped short of saying", lack),
    rule("S3", "nobody", "A subject such as “nobody” says that it was not said.",
        "Nobody said", nobody),
    rule("S4", "refusal", "A verb of refusal says that it was not said.",
        "Ms. Li refused to say", refusal),
];

/// A rule that finds the stance of a writer who tells what was not said.
type StanceRule = Rule<fn(&Document, &Relation) -> Option<Stance>>;

/// The stance toward what was not said, in the order in which the rules are asked.
#[rustfmt::skip]
pub const STANCES: [StanceRule; 3] = [
    rule("S5", "fact", "What is forgotten or not known is still a fact.",
        "Ms. Li did not know that it was late", fact),
    rule("S6", "no-comment", "Refusing to speak denies nothing unless a clause says what is refused.",
        "Ms. Li declined to comment", no_comment),
    rule("S7", "denial", "What is not said is denied; what is not denied is in doubt.",
        "Ms. Li did not deny that it was late", denial),
];

/// What may not have been said: asked where no rule of [`UNSAID`] answers.
#[rustfmt::skip]
pub const MODALS: [ActRule; 2] = [
    rule("S8", "future", "A future auxiliary says that it is still to be said.",
        "Ms. Li will announce", future),
    rule("S9", "modal", "Another modal says that it is only supposed.",
        "Ms. Li would say", modal),
];

/// What the sentence says about the act.
#[rustfmt::skip]
pub const CIRCUMSTANCES: [ActRule; 3] = [
    rule("S10", "asked", "A question asks for the act.",
        "Did Ms. Li say that it was late?", asked),
    rule("S11", "condition", "A conjunction before the source supposes the act.",
        "if Ms. Li says so", condition),
    rule("S12", "anonymity", "The source spoke on condition of anonymity.",
        "an official said on condition of anonymity", anonymity),
];

/// An act of saying with the words around its verb.
pub struct Saying<'a> {
    document: &'a Document<'a>,
    relation: &'a Relation,
    /// From the first auxiliary to the end of the cue.
    group: Range<usize>,
    /// The two words before that, in the same sentence.
    before: Range<usize>,
}

/// Notes whether the act of a relation took place: its stance and its reasons.
pub fn describe(document: &Document, relation: &mut Relation) {
    let cue = relation.cue.clone();
    let floor = sentence_at(document, cue.start).start;
    let group = verb_group(document, cue.start, floor)..cue.end;
    let before = floor.max(group.start.saturating_sub(2))..group.start;
    let saying = Saying { document, relation, group, before };
    let told = |table: &[ActRule]| first(table, cue.start, |rule| rule(&saying));
    let unsaid = told(&UNSAID);
    let stance =
        unsaid.as_ref().and_then(|_| first(&STANCES, cue.start, |rule| rule(document, relation)));
    let reasons = [unsaid.or_else(|| told(&MODALS)), told(&CIRCUMSTANCES)];
    relation.stance = stance.unwrap_or(relation.stance);
    relation.reasons.extend(reasons.into_iter().flatten());
}

impl Saying<'_> {
    /// The reason that a word of the text gives.
    fn reason(&self, code: ReasonCode, at: usize) -> Reason {
        reason(code, norm(self.document, at).to_owned())
    }
}

fn negation(saying: &Saying) -> Option<Reason> {
    let limited = |at: usize| is_in(saying.document, at + 1, &NEGATION_LIMIT);
    let negates = |at: &usize| is_in(saying.document, *at, &NEGATION) && !limited(*at);
    Some(saying.reason(ReasonCode::NotSaid, saying.group.clone().find(negates)?))
}

fn fronted_negation(saying: &Saying) -> Option<Reason> {
    const NEAR: usize = 3;
    let Saying { document, relation, .. } = saying;
    let source = relation.sources.first().filter(|source| source.end <= relation.cue.start)?;
    let auxiliary = source.start.checked_sub(1).filter(|at| is_auxiliary(document, *at))?;
    let floor = sentence_at(document, auxiliary).start.max(auxiliary.saturating_sub(NEAR));
    let negation = (floor..auxiliary).find(|at| is_in(document, *at, &FRONTED_NEGATION))?;
    Some(saying.reason(ReasonCode::NotSaid, negation))
}

fn lack(saying: &Saying) -> Option<Reason> {
    let end = saying.relation.cue.end;
    let lacks = |at: &usize| {
        is_in(saying.document, *at, &LACK)
            && (at + 1..at + 3).any(|at| at < end && tag(saying.document, at) == Tag::VBG)
    };
    let mut near = saying.before.end.saturating_sub(1)..end;
    Some(saying.reason(ReasonCode::NotSaid, near.find(lacks)?))
}

fn nobody(saying: &Saying) -> Option<Reason> {
    let at = saying.relation.sources.first()?.start;
    let number =
        tag(saying.document, at + 1) == Tag::CD && !is_in(saying.document, at + 1, &PRONOUN_ONE);
    let nobody = is_in(saying.document, at, &NOBODY) && !number;
    nobody.then(|| saying.reason(ReasonCode::NotSaid, at))
}

fn refusal(saying: &Saying) -> Option<Reason> {
    let refuses = |at: &usize| is_in(saying.document, *at, &REFUSAL);
    let infinitive = is_in(saying.document, saying.group.start.wrapping_sub(1), &INFINITIVE_MARKER);
    let before = || saying.before.clone().filter(|_| infinitive).find(refuses);
    let at = saying.relation.cue.clone().find(refuses).or_else(before)?;
    Some(saying.reason(ReasonCode::Refused, at))
}

fn fact(_: &Document, relation: &Relation) -> Option<Stance> {
    FACTIVE.has(&relation.lemma).then_some(relation.stance)
}

/// `declined to comment` denies nothing, `declined to say that it was safe` does.
fn no_comment(document: &Document, relation: &Relation) -> Option<Stance> {
    let refuses = REFUSAL.has(&relation.lemma)
        && !relation.contents.iter().any(|content| governs(document, content));
    refuses.then_some(relation.stance)
}

/// Whether a content is an infinitive that governs a clause: `to say that it was safe`.
fn governs(document: &Document, content: &Range<usize>) -> bool {
    const SHORTEST: usize = 4;
    let verb = cue::verb(document, content.start + 1);
    is_in(document, content.start, &INFINITIVE_MARKER)
        && verb.is_some_and(|verb| verb.entry.takes('c'))
        && content.len() >= SHORTEST
}

fn denial(_: &Document, relation: &Relation) -> Option<Stance> {
    Some(match relation.stance {
        Stance::Denying => Stance::Doubting,
        _ => Stance::Denying,
    })
}

/// The first modal of a cue.
fn auxiliary(saying: &Saying) -> Option<usize> {
    saying.relation.cue.clone().find(|at| tag(saying.document, *at) == Tag::MD)
}

fn future(saying: &Saying) -> Option<Reason> {
    let at = auxiliary(saying).filter(|at| is_in(saying.document, *at, &FUTURE_AUXILIARY))?;
    Some(saying.reason(ReasonCode::Future, at))
}

fn modal(saying: &Saying) -> Option<Reason> {
    Some(saying.reason(ReasonCode::Hypothetical, auxiliary(saying)?))
}

/// The tokens of the sentence around a cue; few lie more than a hundred away.
fn sentence(saying: &Saying) -> Range<usize> {
    const NEAR: usize = 100;
    let cue = &saying.relation.cue;
    let whole = sentence_at(saying.document, cue.start);
    whole.start.max(cue.start.saturating_sub(NEAR))..whole.end.min(cue.end + NEAR)
}

fn is_said(saying: &Saying, at: usize) -> bool {
    saying.relation.contents.iter().any(|content| content.contains(&at))
}

fn asked(saying: &Saying) -> Option<Reason> {
    let sentence = sentence(saying);
    let mark = sentence.end.checked_sub(1).filter(|at| !is_said(saying, *at))?;
    let inverted = tag(saying.document, sentence.start).is_verb();
    (inverted && norm(saying.document, mark) == "?").then(|| saying.reason(ReasonCode::Asked, mark))
}

fn condition(saying: &Saying) -> Option<Reason> {
    let Relation { sources, cue, .. } = saying.relation;
    let start = sources.first().map_or(cue.start, |source| source.start);
    let before = start.checked_sub(1).filter(|_| start > sentence(saying).start)?;
    is_in(saying.document, before, &CONDITION)
        .then(|| saying.reason(ReasonCode::Hypothetical, before))
}

fn anonymity(saying: &Saying) -> Option<Reason> {
    let hidden = sentence(saying).find(|at| is_in(saying.document, *at, &ANONYMITY))?;
    (!is_said(saying, hidden)).then(|| reason(ReasonCode::OnConditionOfAnonymity, ""))
}
