//! Owns certainty: how firmly a claim is put, as decided by the strongest cue whose scope covers it.

use crate::{
    claim::{clause::Clause, predicate::verb_end},
    grammar::word::Words,
    lexicon::list::List,
    report::{Attribution, Hedge},
    token::tag::Tag,
    vocabulary::{
        kinds::{Certainty, HedgeKind, Stance, Statement},
        reason::{Reason, ReasonCode},
    },
};

static CLAUSE_NEGATION: List = List::named("clause-negation");
static CONTRAST: List = List::named("contrast");
static EXCEPTION: List = List::named("exception");
static NEGATION_LIMIT: List = List::named("negation-limit");
static NEGATION_STOP: List = List::named("negation-stop");
static NEGATIVE_SUBJECT: List = List::named("negative-subject");
static NEGATIVE_VERB: List = List::named("negative-verb");
static PRESENT_BE: List = List::named("present-be");
static NO: List = List::named("no");

static NO_LONGER: List = List::named("no-longer");

/// What decides the certainty of a claim, besides its words.
#[derive(Clone, Copy, Debug)]
pub struct Around<'r> {
    /// The attributions of the document.
    pub attributions: &'r [Attribution],
    /// The hedges of the claim's sentence.
    pub hedges: &'r [Hedge],
    /// What kind of statement the claim makes.
    pub statement: Statement,
}

/// How firmly a claim is put, and the words that decide it.
pub fn certainty(words: &Words, clause: &Clause, around: Around) -> (Certainty, Option<Reason>) {
    let spans = || clause.pieces.iter().map(|piece| words.document().span(piece.clone()));
    let head = clause.head.map(|head| words.document().span(head..predicate_end(words, head)));
    let inside = |hedge: &Hedge| spans().any(|span| span.overlaps(hedge.span));
    let covers =
        |hedge: &&Hedge| inside(hedge) || head.is_some_and(|head| hedge.scope.overlaps(head));
    let hedge = |is: fn(HedgeKind) -> bool| {
        around.hedges.iter().filter(|hedge| is(hedge.kind)).find(covers)
    };
    let because = |code, hedge: &Hedge| {
        let detail = words.document().words(hedge.span).to_owned().into();
        Some(Reason { code, detail, weight: None })
    };
    if let Some(found) = stance(clause, around.attributions, Stance::Denying) {
        return (Certainty::Denied, Some(by(ReasonCode::DeniedBySource, &found.cue.lemma)));
    }
    if around.statement == Statement::Question {
        return (Certainty::Open, None);
    }
    if let Some(found) = hedge(|kind| kind == HedgeKind::Condition) {
        return (Certainty::Open, because(ReasonCode::Condition, found));
    }
    if let Some(found) = hedge(softens) {
        return (Certainty::Softened, because(ReasonCode::Softened, found));
    }
    if let Some(found) = stance(clause, around.attributions, Stance::Doubting) {
        return (Certainty::Softened, Some(by(ReasonCode::DoubtingCue, &found.cue.lemma)));
    }
    match negation(words, clause) {
        Some(n) => (Certainty::Denied, Some(by(ReasonCode::Negation, words.text(n)))),
        None => (Certainty::Stated, None),
    }
}

/// Where the predicate that begins at `head` ends, including an adjective after the verb: "would face |",
/// "remains unclear | whether".
fn predicate_end(words: &Words, head: usize) -> usize {
    let end = verb_end(words, head);
    let said = (end..end + 3).find(|&n| words.tag(n) != Tag::RB);
    let says = said.filter(|&n| words.tag(n) == Tag::JJ && !words.tag(n + 1).is_noun());
    says.map_or(end, |n| n + 1)
}

fn by(code: ReasonCode, detail: &str) -> Reason {
    Reason { code, detail: detail.to_owned().into(), weight: None }
}

/// Kinds that leave a claim open to doubt; the others blur a number or say how often.
fn softens(kind: HedgeKind) -> bool {
    use HedgeKind::{Appearance, Belief, Expectation, Modal, Probability, Report, Weasel};
    matches!(kind, Modal | Probability | Report | Weasel | Belief | Appearance | Expectation)
}

/// The innermost attribution around a clause that has this stance.
fn stance<'r>(clause: &Clause, all: &'r [Attribution], stance: Stance) -> Option<&'r Attribution> {
    let outwards = |n: &usize| all.get(*n).and_then(|found| found.parent);
    std::iter::successors(clause.owner, outwards)
        .take(8)
        .filter_map(|n| all.get(n))
        .find(|found| found.stance == stance)
}

/// The word that negates the main verb or its subject: "did not meet", "no talks took place".
fn negation(words: &Words, clause: &Clause) -> Option<usize> {
    let head = clause.head?;
    let start = clause.tokens().next()?;
    let subject = NEGATIVE_SUBJECT.has(words.norm(start));
    if subject && start < head {
        return Some(start);
    }
    let only = |n: usize| NEGATION_LIMIT.has(words.norm(n + 1));
    let near = head.saturating_sub(1).max(start)..head + 3;
    near.take_while(|&n| n <= head || words.norm(n) != "," && !NEGATION_STOP.has(words.norm(n)))
        .find(|&n| match words.norm(n) {
            word if CLAUSE_NEGATION.has(word) => !only(n),
            word if NO.has(word) => n == head + 1 && !NO_LONGER.has(words.norm(n + 1)),
            _ => false,
        })
        .filter(|&n| !is_taken_back(words, clause, n))
}

/// Whether the words after a negation take it back: a verb that denies, as in "won't disagree"; an exception,
/// as in "can't leave without"; a contrast, as in "it's not about the money, it's about time" or "not a fine
/// but a fee".
fn is_taken_back(words: &Words, clause: &Clause, negation: usize) -> bool {
    let verb = (negation + 1..negation + 4).find(|&n| words.tag(n) != Tag::RB);
    let behind = || clause.tokens().filter(move |&n| n > negation);
    let contrasts =
        |n: usize| CONTRAST.has(words.norm(n)) || words.norm(n) == "," && says_again(words, n + 1);
    verb.is_some_and(|n| NEGATIVE_VERB.has(words.norm(n)))
        || behind().any(|n| EXCEPTION.has(words.norm(n)) || contrasts(n))
}

/// Whether a pronoun and a form of "be" follow, as when the second of two statements is the true one.
fn says_again(words: &Words, n: usize) -> bool {
    words.tag(n) == Tag::PRP && PRESENT_BE.has(words.norm(n + 1))
}
