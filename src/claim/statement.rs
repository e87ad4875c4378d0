//! Owns statements: whether a clause is a fact, a prediction, an opinion, a question, or neither.

use crate::{
    claim::{clause::Clause, display, feature::Signal},
    grammar::word::{Class, Words},
    lexicon::list::List,
    token::tag::Tag,
    vocabulary::{
        kinds::Statement,
        rule::{Rule, rule},
    },
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

/// How far a clause must lean to opinion to be one, in steps, if it looks ahead or states nothing ("What a
/// disgrace").
const FIRM: i32 = 64;

/// How far any other clause must lean to be an opinion; less is chance.
const SLIGHT: i32 = 8;

/// What a rule takes a clause for.
#[derive(Clone, Copy, Debug)]
pub struct Reading {
    /// The kind of statement.
    statement: Statement,
    /// How far the clause must lean to be an opinion all the same.
    enough: i32,
    /// Whether the rule applies.
    applies: fn(&Words, &Clause) -> bool,
}

/// What kind of statement a clause makes: the first row that applies says it.
#[rustfmt::skip]
pub const STATEMENTS: [Rule<Reading>; 15] = [
    rule("K1", "question", "A clause before a question mark asks.",
        "Who will pay?", question(|_, clause| clause.asks)),
    rule("K15", "display", "A heading or a caption beside running text states nothing of its own.",
        "A ferry leaves the harbour at dawn", other(FIRM, display::is_display)),
    rule("K2", "fragment", "A clause without a finite verb states nothing.",
        "Another day, another scandal", other(FIRM, is_fragment)),
    rule("K3", "order", "A verb in its base form that opens a clause gives an order.",
        "Read the full report", other(i32::MAX, is_order)),
    rule("K4", "greeting", "Thanks and greetings state nothing.",
        "Thank you for coming", other(i32::MAX, greets)),
    rule("K5", "infinitive-content", "Content in the infinitive looks ahead.",
        "The firm plans | to close two plants", ahead(|_, clause| clause.head.is_none())),
    rule("K6", "future", "A future auxiliary looks ahead.",
        "The council will vote", ahead(|words, clause| head_is(words, clause, &FUTURE_AUXILIARY))),
    rule("K7", "would", "“Would” looks ahead where it does not tell a past.",
        "The law would fine shops", ahead(would_come)),
    rule("K8", "possible", "A modal of possibility looks ahead beside a time to come.",
        "The deal could be signed next week", ahead(may_come)),
    rule("K9", "expected", "A verb of expectation looks ahead.",
        "She expects a vote", ahead(|words, clause| head_is(words, clause, &VERB_OF_EXPECTATION))),
    rule("K10", "is-to", "“Is to” before a verb looks ahead.",
        "The two sides are to meet again", ahead(is_to)),
    rule("K11", "leads-to", "A word of intention or certainty before an infinitive looks ahead.",
        "The court is certain to hear the appeal", ahead(is_led_to)),
    rule("K12", "scheduled", "What is scheduled is to come.",
        "The vote is scheduled for Friday", ahead(is_due)),
    rule("K13", "present-for-future", "A present tense looks ahead beside a time to come.",
        "The new line opens next month", ahead(opens_soon)),
    rule("K14", "open-question", "That nobody knows something is a fact.",
        "It is unclear who won", Reading { statement: Statement::Fact, enough: i32::MAX, applies: says_what_is_open }),
];

const fn question(applies: fn(&Words, &Clause) -> bool) -> Reading {
    Reading { statement: Statement::Question, enough: i32::MAX, applies }
}

const fn other(enough: i32, applies: fn(&Words, &Clause) -> bool) -> Reading {
    Reading { statement: Statement::Other, enough, applies }
}

const fn ahead(applies: fn(&Words, &Clause) -> bool) -> Reading {
    Reading { statement: Statement::Prediction, enough: FIRM, applies }
}

/// What kind of statement a clause makes that leans to opinion by so many steps.
pub fn statement(words: &Words, clause: &Clause, leaning: i32) -> Statement {
    let applies = |rule: &&Rule<Reading>| rule.is_on() && (rule.apply.applies)(words, clause);
    let found = STATEMENTS.iter().find(applies);
    let (plain, enough) =
        found.map_or((Statement::Fact, SLIGHT), |rule| (rule.apply.statement, rule.apply.enough));
    let kind = if leaning > enough { Statement::Opinion } else { plain };
    note(clause, found, || format!("{}; it leans to opinion by {leaning:+} steps", kind.name()));
    kind
}

/// What the trace calls a clause that no rule takes for anything but a fact or an opinion.
const PLAIN: Rule<()> = rule(
    "K0",
    "plain",
    "Any other clause states a fact, or an opinion where it leans to one.",
    "",
    (),
);

fn note(clause: &Clause, found: Option<&Rule<Reading>>, what: impl FnOnce() -> String) {
    let Some(at) = clause.tokens().next() else { return };
    match found {
        Some(rule) => rule.note(at, what),
        None => PLAIN.note(at, what),
    }
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

/// No finite verb, nor an infinitive in somebody's content; a greeting is left to its own rule.
fn is_fragment(words: &Words, clause: &Clause) -> bool {
    let infinitive = || clause.owner.is_some() && clause.tokens().any(|n| words.tag(n) == Tag::VB);
    clause.head.is_none()
        && !greets(words, clause)
        && (opens_with_verb(words, clause) || !infinitive())
}

/// A base form that opens a clause whose first finite verb is far away.
fn is_order(words: &Words, clause: &Clause) -> bool {
    opens_with_verb(words, clause)
        && clause.tokens().next().is_none_or(|open| clause.head.is_none_or(|head| head > open + 4))
}

fn opens_with_verb(words: &Words, clause: &Clause) -> bool {
    clause.tokens().next().is_some_and(|open| words.tag(open) == Tag::VB)
}

/// `is unclear who`, `is not known whether`.
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

/// Whether the main verb is one of some words.
fn head_is(words: &Words, clause: &Clause, list: &List) -> bool {
    clause.head.is_some_and(|head| list.has(words.norm(head)))
}

fn would_come(words: &Words, clause: &Clause) -> bool {
    clause.head.is_some_and(|head| WOULD.has(words.norm(head)) && looks_ahead(words, clause, head))
}

fn may_come(words: &Words, clause: &Clause) -> bool {
    let Some(head) = clause.head.filter(|&head| POSSIBILITY_MODAL.has(words.norm(head))) else {
        return false;
    };
    words.tag(verb(words, head)) == Tag::VB
        && !PERFECT_HAVE.has(words.norm(verb(words, head)))
        && clause.tokens().any(|n| names_what_comes(words, n))
}

fn is_to(words: &Words, clause: &Clause) -> bool {
    clause.head.is_some_and(|head| stands_before_to(words, head) && words.tag(head + 2) == Tag::VB)
}

/// `is to`, `are to`.
fn stands_before_to(words: &Words, head: usize) -> bool {
    IS_ARE.has(words.norm(head)) && INFINITIVE_MARKER.has(words.norm(head + 1))
}

/// The main verb, where it is no modal and no `is to`, which have rules of their own.
fn plain_head(words: &Words, clause: &Clause) -> Option<usize> {
    let own = [&FUTURE_AUXILIARY, &WOULD, &POSSIBILITY_MODAL, &VERB_OF_EXPECTATION];
    clause.head.filter(|&head| {
        !own.iter().any(|list| list.has(words.norm(head))) && !stands_before_to(words, head)
    })
}

fn is_led_to(words: &Words, clause: &Clause) -> bool {
    plain_head(words, clause).is_some_and(|head| (head..head + 5).any(|n| leads_to(words, n)))
}

fn opens_soon(words: &Words, clause: &Clause) -> bool {
    plain_head(words, clause).is_some_and(|head| {
        matches!(words.tag(head), Tag::VBZ | Tag::VBP)
            && (head..head + 8).any(|n| names_what_comes(words, n))
    })
}

/// The word after a modal and its adverbs.
fn verb(words: &Words, modal: usize) -> usize {
    (modal + 1..modal + 4).find(|&n| words.tag(n) != Tag::RB).unwrap_or(modal)
}

/// Whether `would` tells no past, as "would have", "would later win" and "would not say" do.
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
fn is_due(words: &Words, clause: &Clause) -> bool {
    plain_head(words, clause).is_some_and(|head| {
        let next = verb(words, head);
        IS_ARE.has(words.norm(head))
            && SCHEDULED.has(words.norm(next))
            && words.tag(next + 1) == Tag::IN
            && !JUDGING_PREPOSITION.has(words.norm(next + 1))
    })
}

/// `plans to`, `is expected to`, `going to build`, `certain to win`.
fn leads_to(words: &Words, n: usize) -> bool {
    (words.has(n, Class::Intention) || CERTAIN.has(words.norm(n)))
        && INFINITIVE_MARKER.has(words.norm(n + 1))
        && !matches!(words.tag(n + 2), Tag::DT | Tag::PRPP | Tag::CD | Tag::NNP)
}
