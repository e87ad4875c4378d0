//! Owns statements: whether a clause is a fact, a prediction, an opinion, a question, or neither.

use crate::{
    claim::{
        clause::{Clause, main_verb},
        display,
        feature::Signal,
        owners::Voice,
        predicate::verb_end,
        weights::STEPS,
    },
    grammar::word::{Class, Words},
    lexicon::list::List,
    token::tag::Tag,
    vocabulary::{
        kinds::Statement,
        rule::{Rule, infos, rule},
        trace::Info,
    },
};

static FIRST_PERSON: List = List::named("first-person-possessive");
static FIRST_SINGULAR: List = List::named("first-singular");
static FIRST_SUBJECT: List = List::named("first-person-subject");
static POLITE: List = List::named("polite");
static CLAUSE_NEGATION: List = List::named("clause-negation");
static PRESENT_BE: List = List::named("present-be");
static VERB_OF_ANSWER: List = List::named("verb-of-answer");
static UNAVAILABLE: List = List::named("adjective-of-no-answer");
static VERB_OF_APPEAL: List = List::named("verb-of-appeal");
static WHAT_IS_ASKED: List = List::named("what-is-asked");
static GREETING: List = List::named("greeting");
static INDIRECT_QUESTION: List = List::named("indirect-question");
static INFINITIVE_MARKER: List = List::named("infinitive-marker");
static OPEN_ADJECTIVE: List = List::named("open-adjective");

/// How far before the verb its subject may stand: "My two old aunts never".
const SUBJECT: usize = 4;

/// How far after the verb a request may stand: "did not respond Monday to several requests".
const NEAR: usize = 8;

/// How many steps a clause that states nothing must lean to opinion to be one: "What a disgrace".
const FIRM: i32 = 64;

/// How far any other clause must lean to be an opinion; less is noise.
const SLIGHT: i32 = 8;

/// How far a clause must lean to prediction to be one.
const AHEAD: i32 = -16;

/// How much further it may lean to opinion and still be a prediction.
const EDGE: i32 = 16;

/// What kind of statement a rule makes of a clause.
#[derive(Clone, Copy, Debug)]
pub struct Reading {
    /// The kind of statement.
    statement: Statement,
    /// How far the clause must lean to be an opinion anyway.
    enough: i32,
    /// Whether the rule applies.
    applies: fn(&Words, &Clause) -> bool,
}

/// What kind of statement a clause makes: the first row that applies decides.
#[rustfmt::skip]
pub const STATEMENTS: [Rule<Reading>; 14] = [
    rule("K1", "question", "A clause before a question mark is a question, and so is what an interviewer tells whom they ask.",
        "Who will pay? You have two cats. Do they fight?", question(|words, clause| clause.asks || display::asks(words, clause))),
    rule("K15", "display", "A heading or a caption beside running text states nothing of its own.",
        "A ferry leaves the harbour at dawn", other(FIRM, display::is_display)),
    rule("K20", "page-part", "A clause pointing to a picture or its own text is about the page, not news.",
        "Smoke rises in this photo from a rooftop", other(i32::MAX, display::points_to_page)),
    rule("K21", "page-to-reader", "A clause in which the page tells its readers of its own services is no news.",
        "You can unsubscribe at any time", other(i32::MAX, display::serves_readers)),
    rule("K22", "lead-in", "What a colon at the end of its sentence closes leads to a list or a quotation.",
        "The plan has three parts:", other(i32::MAX, leads_in)),
    rule("K23", "own-life", "What authors tell of their own lives without figures has its source: themselves.",
        "I put the kettle on. I moved here with my aunt.", other(FIRM, tells_own_life)),
    rule("K24", "here-it-is", "A clause that presents what follows or points to it states nothing.",
        "Here is the list of winners", other(i32::MAX, display::presents)),
    rule("K25", "note", "A note of the editors is about the page.",
        "Correction, 4 May: An earlier version gave a wrong date", other(i32::MAX, display::is_note)),
    rule("K2", "fragment", "A clause without a finite verb states nothing.",
        "Another day, another scandal", other(FIRM, is_fragment)),
    rule("K3", "order", "A clause that opens with a verb in its base form is an order.",
        "Read the full report", other(i32::MAX, is_order)),
    rule("K4", "greeting", "Thanks and greetings state nothing.",
        "Thank you for coming", other(i32::MAX, greets)),
    rule("K18", "no-answer", "A note that nobody answered leaves nothing to check.",
        "A spokesman did not respond to a request for comment", other(i32::MAX, answers_nothing)),
    rule("K19", "appeal", "A request to readers is an order in the passive.",
        "Anyone who saw the car is asked to call the station", other(i32::MAX, appeals)),
    rule("K14", "open-question", "That something is unknown leaves nothing to check.",
        "It is unclear who won", other(i32::MAX, says_what_is_open)),
];

/// The rows in order.
pub fn table() -> Vec<Info> {
    infos(&STATEMENTS)
}

const fn question(applies: fn(&Words, &Clause) -> bool) -> Reading {
    Reading { statement: Statement::Question, enough: i32::MAX, applies }
}

const fn other(enough: i32, applies: fn(&Words, &Clause) -> bool) -> Reading {
    Reading { statement: Statement::Other, enough, applies }
}

/// How far a clause leans, in steps.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Leaning {
    /// To being an opinion.
    pub opinion: i32,
    /// To being a prediction.
    pub prediction: i32,
}

/// The kind of statement of a clause that leans this far.
pub fn statement(words: &Words, clause: &Clause, leaning: Leaning) -> Statement {
    let found = row(words, clause);
    let kind = decide(found.map(|rule| (rule.apply.statement, rule.apply.enough)), leaning);
    let Leaning { opinion, prediction } = leaning;
    note(clause, found, || {
        let kind = kind.name();
        let [opinion, prediction] = [opinion, prediction].map(|steps| steps as f32 / STEPS);
        format!("{kind} (scores: opinion {opinion:+.2}, prediction {prediction:+.2})")
    });
    kind
}

/// The first row that applies.
fn row(words: &Words, clause: &Clause) -> Option<&'static Rule<Reading>> {
    STATEMENTS.iter().find(|rule| rule.is_on() && (rule.apply.applies)(words, clause))
}

/// The kind that a rule assigns to a clause, and the opinion score that overrides it.
#[cfg(feature = "train")]
pub fn reading(words: &Words, clause: &Clause) -> Option<(Statement, i32)> {
    row(words, clause).map(|rule| (rule.apply.statement, rule.apply.enough))
}

/// The kind of statement: that of a row, unless the clause leans far enough to be an opinion anyway; without
/// a row, the stronger leaning decides.
pub fn decide(reading: Option<(Statement, i32)>, leaning: Leaning) -> Statement {
    let Leaning { opinion, prediction } = leaning;
    match reading {
        Some((_, enough)) if opinion > enough => Statement::Opinion,
        Some((kind, _)) => kind,
        None if prediction > AHEAD && prediction + EDGE > opinion => Statement::Prediction,
        None if opinion > SLIGHT => Statement::Opinion,
        None => Statement::Fact,
    }
}

/// What the trace shows for a clause to which no row applies.
const PLAIN: Rule<()> = rule(
    "K0",
    "plain",
    "Any other clause states a fact, or an opinion or a prediction where it leans to one.",
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

/// No finite verb, nor an infinitive in somebody's content; greetings have a rule of their own.
fn is_fragment(words: &Words, clause: &Clause) -> bool {
    let infinitive = || clause.owner.is_some() && clause.tokens().any(|n| words.tag(n) == Tag::VB);
    clause.head.is_none()
        && !greets(words, clause)
        && (opens_with_verb(words, clause) || !infinitive())
}

/// A base form that opens a clause whose first finite verb is far away, or what follows after the comma that
/// ends a condition or a phrase: "If it rains, close the window".
fn is_order(words: &Words, clause: &Clause) -> bool {
    let far = |open: usize| clause.head.is_none_or(|head| head > open + 4);
    opens_with_verb(words, clause) && clause.tokens().next().is_none_or(far)
        || orders_after_comma(words, clause)
}

/// Whether a verb in its base form opens a clause, perhaps after an adverb: "Just choose".
fn opens_with_verb(words: &Words, clause: &Clause) -> bool {
    let word = clause.tokens().find(|&n| words.tag(n) != Tag::RB);
    word.is_some_and(|open| words.tag(open) == Tag::VB)
}

fn orders_after_comma(words: &Words, clause: &Clause) -> bool {
    // Not `Ann Orr, put on the stand`.
    let ends = |n: usize| words.tag(n) == Tag::Comma && !words.tag(n - 1).is_name();
    let opens = |n: usize| words.tag(n) == Tag::VB && ends(n - 1);
    clause.owner.is_none()
        && main_verb(words, clause.tokens()).is_none()
        && clause.tokens().skip(2).any(opens)
}

/// `I put the kettle on`, `my aunt taught me`, where the author writes as "I". Figures are worth a source, and so is
/// what several have done to somebody named: "We sued Orb".
fn tells_own_life(words: &Words, clause: &Clause) -> bool {
    let Some(head) = clause.head.filter(|_| clause.voice == Voice::Author) else { return false };
    let Some(subject) = own_subject(words, head) else { return false };
    let counted = |n: usize| {
        let count = words.tag(n) == Tag::CD && !words.has(n + 1, Class::Period);
        count || words.tag(n).is_name()
    };
    let several = !FIRST_SINGULAR.has(words.norm(subject)) || words.tag(subject) == Tag::PRPP;
    !(has_figure(words, clause) || several && clause.tokens().any(counted))
}

/// The `I` or `my` of the subject before a verb.
fn own_subject(words: &Words, verb: usize) -> Option<usize> {
    let inside = |n: &usize| {
        let tag = words.tag(*n);
        tag.is_noun() || tag.is_pronoun() || matches!(tag, Tag::RB | Tag::JJ | Tag::CD)
    };
    let own = |n: &usize| {
        let word = words.norm(*n);
        FIRST_SUBJECT.has(word) || words.tag(*n) == Tag::PRPP && FIRST_PERSON.has(word)
    };
    let found = (verb.saturating_sub(SUBJECT)..verb).rev().take_while(inside).find(own)?;
    let governed =
        found > 0 && matches!(words.tag(found - 1), Tag::IN | Tag::VBD | Tag::VBZ | Tag::VBP);
    (words.tag(found) != Tag::PRPP || !governed).then_some(found)
}

/// A share, a sum, a statistic, a law: what is worth a source whoever tells it.
fn has_figure(words: &Words, clause: &Clause) -> bool {
    clause.tokens().any(|n| {
        let class = [Class::Percent, Class::Statistic, Class::Law];
        words.tag(n) == Tag::Dollar || class.iter().any(|&class| words.has(n, class))
    })
}

/// `The plan has three parts:`.
fn leads_in(words: &Words, clause: &Clause) -> bool {
    display::leads_in(words, clause) && !has_figure(words, clause)
}

/// `is unclear who`, `is not known whether`.
fn says_what_is_open(words: &Words, clause: &Clause) -> bool {
    let pair =
        |n: usize| OPEN_ADJECTIVE.has(words.norm(n)) && INDIRECT_QUESTION.has(words.norm(n + 1));
    clause.head.is_some_and(|head| (head + 1..head + 4).any(pair))
}

/// `did not immediately respond`, `has not returned calls`, `could not be reached`.
fn answers_nothing(words: &Words, clause: &Clause) -> bool {
    let Some(head) = clause.head else { return false };
    // Negation, an adverb and an adjective may follow the verb: `was not immediately available`.
    let group = head..verb_end(words, head) + 3;
    group.clone().any(|n| CLAUSE_NEGATION.has(words.norm(n)) || UNAVAILABLE.has(words.norm(n)))
        && group.clone().any(|n| VERB_OF_ANSWER.has(words.norm(n)))
        && (group.start..group.end + NEAR).any(|n| WHAT_IS_ASKED.has(words.norm(n)))
}

/// `is asked to call`, `are urged to contact`, `please visit`.
fn appeals(words: &Words, clause: &Clause) -> bool {
    let polite = |n: usize| POLITE.has(words.norm(n)) && words.tag(n + 1) == Tag::VB;
    let asks = |head: usize| {
        let end = verb_end(words, head);
        PRESENT_BE.has(words.norm(head))
            && VERB_OF_APPEAL.has(words.norm(end - 1))
            && INFINITIVE_MARKER.has(words.norm(end))
    };
    clause.owner.is_none() && (clause.head.is_some_and(asks) || clause.tokens().any(polite))
}

/// `Thank you`, `Please`, `Let us`.
fn greets(words: &Words, clause: &Clause) -> bool {
    clause.tokens().next().is_some_and(|open| {
        GREETING.has(words.norm(open)) && !INFINITIVE_MARKER.has(words.norm(open + 1))
    })
}
