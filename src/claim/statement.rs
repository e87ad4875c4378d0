//! Owns statements: whether a clause is a fact, a prediction, an opinion, a question, or neither.

use crate::{
    claim::{clause::Clause, feature::Signal},
    grammar::word::{Class, Words},
    lexicon::list::List,
    token::tag::Tag,
    vocabulary::kinds::Statement,
};

static CERTAIN: List = List::named("certain");
static FUTURE_AUXILIARY: List = List::named("future-auxiliary");
static GREETING: List = List::named("greeting");
static IS_ARE: List = List::named("is-are");
static JUDGING_PREPOSITION: List = List::named("judging-preposition");
static LATER: List = List::named("later");
static NEXT: List = List::named("next");
static PERFECT_HAVE: List = List::named("perfect-have");
static POSSIBILITY_MODAL: List = List::named("possibility-modal");
static SCHEDULED: List = List::named("scheduled");
static THIS: List = List::named("this");
static TOMORROW: List = List::named("tomorrow");
static VERB_OF_EXPECTATION: List = List::named("verb-of-expectation");
static WOULD: List = List::named("would");

static INDIRECT_QUESTION: List = List::named("indirect-question");
static INFINITIVE_MARKER: List = List::named("infinitive-marker");
static OPEN_ADJECTIVE: List = List::named("open-adjective");
static PAST_WOULD_ADVERB: List = List::named("past-would-adverb");
static REFUSED_VERB: List = List::named("refused-verb");
static WISH_VERB: List = List::named("wish-verb");

/// How far a clause about what is to come, or without a statement ("What a disgrace"), must lean
/// to opinion to be one, in steps.
const FIRM: i32 = 64;

/// How far any other clause must lean: less is chance.
const SLIGHT: i32 = 8;

/// What kind of statement a clause makes that leans to opinion by so many steps.
pub fn statement(words: &Words, clause: &Clause, leaning: i32) -> Statement {
    if clause.asks {
        return Statement::Question;
    }
    let (plain, enough) = if states_nothing(words, clause) {
        let fragment = clause.head.is_none() && !greets(words, clause);
        (Statement::Other, if fragment { FIRM } else { i32::MAX })
    } else if is_prediction(words, clause) {
        (Statement::Prediction, FIRM)
    } else if says_what_is_open(words, clause) {
        (Statement::Fact, i32::MAX)
    } else {
        (Statement::Fact, SLIGHT)
    };
    if leaning > enough { Statement::Opinion } else { plain }
}

/// The kind of statement as a signal of check-worthiness; facts have none.
pub fn signal(statement: Statement) -> Option<Signal> {
    match statement {
        Statement::Fact => None,
        Statement::Prediction => Some(Signal::IsPrediction),
        Statement::Opinion => Some(Signal::IsOpinion),
        Statement::Question => Some(Signal::IsQuestion),
        Statement::Other => Some(Signal::IsOther),
    }
}

/// A fragment, an order, a greeting.
fn states_nothing(words: &Words, clause: &Clause) -> bool {
    let Some(open) = clause.tokens().next() else { return true };
    let infinitive = clause.owner.is_some() && clause.tokens().any(|n| words.tag(n) == Tag::VB);
    let order = words.tag(open) == Tag::VB && clause.head.is_none_or(|head| head > open + 4);
    clause.head.is_none() && !infinitive || order || greets(words, clause)
}

/// `is unclear who`, `is not known whether`: that nobody knows is no judgement.
fn says_what_is_open(words: &Words, clause: &Clause) -> bool {
    let pair =
        |n: usize| OPEN_ADJECTIVE.has(words.norm(n)) && INDIRECT_QUESTION.has(words.norm(n + 1));
    clause.head.is_some_and(|head| (head + 1..head + 4).any(pair))
}

/// `Thank you`, `Please`, `Let us`.
fn greets(words: &Words, clause: &Clause) -> bool {
    clause.tokens().next().is_some_and(|open| {
        GREETING.has(words.norm(open)) && !INFINITIVE_MARKER.has(words.norm(open + 1))
    })
}

/// Whether the main verb looks ahead: `will`, `is set to`, `plans to`, `would` of what may come,
/// `could` or a present tense beside `next week`.
fn is_prediction(words: &Words, clause: &Clause) -> bool {
    let Some(head) = clause.head else { return clause.owner.is_some() };
    match words.norm(head) {
        word if FUTURE_AUXILIARY.has(word) => true,
        word if WOULD.has(word) => looks_ahead(words, clause, head),
        word if POSSIBILITY_MODAL.has(word) => {
            words.tag(verb(words, head)) == Tag::VB
                && !PERFECT_HAVE.has(words.norm(verb(words, head)))
                && clause.tokens().any(|n| names_what_comes(words, n))
        }
        word if VERB_OF_EXPECTATION.has(word) => true,
        word if IS_ARE.has(word) && INFINITIVE_MARKER.has(words.norm(head + 1)) => {
            words.tag(head + 2) == Tag::VB
        }
        _ => {
            (head..head + 5).any(|n| leads_to(words, n))
                || is_due(words, head)
                || matches!(words.tag(head), Tag::VBZ | Tag::VBP)
                    && (head..head + 8).any(|n| names_what_comes(words, n))
        }
    }
}

/// The word after a modal and its adverbs.
fn verb(words: &Words, modal: usize) -> usize {
    (modal + 1..modal + 4).find(|&n| words.tag(n) != Tag::RB).unwrap_or(modal)
}

/// A `would` that tells no past: not "would have", "would later win", "would not say".
fn looks_ahead(words: &Words, clause: &Clause, head: usize) -> bool {
    let next = words.norm(head + 1);
    let verb = words.norm(verb(words, head));
    !REFUSED_VERB.has(verb)
        && (clause.owner.is_some() || !PAST_WOULD_ADVERB.has(next) && !WISH_VERB.has(verb))
}

/// `next week`, `tomorrow`, `later this year`.
fn names_what_comes(words: &Words, n: usize) -> bool {
    let dated =
        |n| [Class::Period, Class::Weekday, Class::Month].iter().any(|class| words.has(n, *class));
    match words.norm(n) {
        word if TOMORROW.has(word) => true,
        word if NEXT.has(word) => dated(n + 1),
        word if THIS.has(word) => LATER.has(words.norm(n.saturating_sub(1))) && dated(n + 1),
        _ => false,
    }
}

/// `is scheduled for Friday`, `are planned in May`.
fn is_due(words: &Words, head: usize) -> bool {
    IS_ARE.has(words.norm(head))
        && SCHEDULED.has(words.norm(verb(words, head)))
        && words.tag(verb(words, head) + 1) == Tag::IN
        && !JUDGING_PREPOSITION.has(words.norm(verb(words, head) + 1))
}

/// `plans to`, `is expected to`, `going to build`, `certain to win`.
fn leads_to(words: &Words, n: usize) -> bool {
    (words.has(n, Class::Intention) || CERTAIN.has(words.norm(n)))
        && INFINITIVE_MARKER.has(words.norm(n + 1))
        && !matches!(words.tag(n + 2), Tag::DT | Tag::PRPP | Tag::CD | Tag::NNP)
}
