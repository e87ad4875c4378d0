//! Owns what a cue governs: where a content begins and ends on either side of it.

use std::ops::Range;

use crate::{
    grammar::{
        phrase::{phrase_after, trim_marks},
        verb::{is_adverb, is_auxiliary, is_finite},
        words::{is_dash, is_in, is_mark, is_one, is_time, norm, quotation_at, sentence_at, tag},
    },
    lexicon::{list::List, noun::noun},
    rules::{
        cue::{self, Entry},
        cue_noun,
        relation::Complement,
        word::{AS, ASKED, COMPLEMENTIZER, INFINITIVE_MARKER, IS, has_adverb_suffix},
    },
    token::{document::Document, tag::Tag},
    vocabulary::{
        kinds::SourceKind,
        rule::{Rule, any, first, rule},
    },
};

static QUESTIONS: List = List::named("question-opener");
static SHOWING: List = List::named("verb-of-showing");
static DAYS: List = List::named("noun-behind-demonstrative-that");
static FILLERS: List = List::named("word-alone-no-content");
static WHETHER: List = List::named("conjunction-of-question");
static OBJECTS: List = List::named("object-pronoun");
static PREPOSITIONS: List = List::named("opener-of-no-content");
static LEAST_OPENERS: List = List::named("preposition-of-least");
static LEAST: List = List::named("superlative-of-amount");
static ABOUT: List = List::named("preposition-of-amount");
static AS_MANY: List = List::named("quantifier-of-amount");
static LISTENERS: List = List::named("noun-of-listeners");
static ADJUNCTS: List = List::named("opener-of-adjunct");
static ADJUNCT_ADVERBS: List = List::named("adverb-of-time-behind-cue");
static WHILE_DOING: List = List::named("conjunction-while");
static CIRCUMSTANCES: List = List::named("opener-of-circumstance");
static SPANS: List = List::named("span-of-time");
static AFTER: List = List::named("adverb-behind-span");
static EVEN: List = List::named("adverb-of-contrast");
static WHILE: List = List::named("conjunction-behind-even");

/// A content and the kind of complement that it is.
#[derive(Clone, Debug, PartialEq)]
pub struct Content {
    /// Its tokens.
    pub tokens: Range<usize>,
    /// Its kind of complement.
    pub complement: Complement,
    /// How reliable this kind of complement is.
    pub confidence: f32,
}

/// Whether a verb's complement is not something that somebody says.
type Refusal = Rule<fn(&Document, &Entry, &Content) -> bool>;

/// Complements that are not contents.
#[rustfmt::skip]
pub const REFUSALS: [Refusal; 3] = [
    rule("R41", "filler", "A pronoun or an adverb alone says nothing.",
        "Ms. Li said so", is_filler),
    rule("R82", "that-day", "“That” before a day or a part of it opens no clause.",
        "CNN reported that night", is_day),
    rule("R86", "adjunct", "A phrase that opens with a preposition is no content.",
        "Ms. Li spoke of it at noon", is_adjunct),
];

/// The kind to which a complement is corrected that is probably not a clause.
type Doubt = Rule<fn(&Document, &Entry, &Content) -> Option<Complement>>;

/// Complements that are probably not clauses.
#[rustfmt::skip]
pub const DOUBTS: [Doubt; 4] = [
    rule("R42", "noun-phrase", "A complement without a finite verb is an object, if the verb takes one.",
        "Ms. Li confirmed the sale", as_object),
    rule("R43", "no-verb", "A complement without any verb is probably not a clause.",
        "Ms. Li said yes to the plan", as_words),
    rule("R44", "pronoun-object", "A pronoun that is not followed by a verb is an object.",
        "found it because it was late", as_pronoun),
    rule("R45", "demonstrative", "“That” before a preposition is a pronoun if no verb follows.",
        "said that about the dam", as_demonstrative),
];

/// Whether a content ends at a comma.
type End = Rule<fn(&Document, usize) -> bool>;

/// What follows a comma that ends a content.
#[rustfmt::skip]
pub const ENDS: [End; 1] = [
    rule("R47", "end-before-as-reported", "A content ends before “as” and a participle.",
        "said it was late, as reported by Reuters", is_before_reported),
];

/// The content after a cue; `start` is the first token after the cue.
pub fn after(document: &Document, entry: &Entry, start: usize, limit: usize) -> Option<Content> {
    let acts = entry.takes('t') && is_in(document, start, &INFINITIVE_MARKER);
    let mut at = if acts { start } else { skip_adjuncts(document, start, limit) };
    if is_one(document, at, &[",", ":"]) {
        at += 1;
    }
    if entry.takes('o') && !opens_content(document, at) {
        at = skip_listener(document, at, limit);
    }
    // `What we can say is that`.
    if is_in(document, at, &IS) && is_in(document, at + 1, &COMPLEMENTIZER) {
        at += 1;
    }
    let (complement, confidence) = complement(document, entry, at)?;
    let tokens = trim_marks(document, at..content_end(document, at, limit));
    let content = Content { tokens, complement, confidence };
    if content.tokens.is_empty() || any(&REFUSALS, at, |no| no(document, entry, &content)) {
        return None;
    }
    let doubt = first(&DOUBTS, at, |doubt| doubt(document, entry, &content));
    Some(match doubt {
        Some(complement) => Content { complement, confidence: 0.6, ..content },
        None => content,
    })
}

/// The kind of complement that its first word suggests, with a confidence; none if the verb takes no such complement.
fn complement(document: &Document, entry: &Entry, at: usize) -> Option<(Complement, f32)> {
    let clause = entry.takes('c');
    if norm(document, at) == "\"" {
        if entry.takes('q') || entry.takes('n') {
            // Too low for `had shown “strength”` to count as a report nested in another.
            let confidence = if SHOWING.has(entry.lemma) { 0.6 } else { 0.95 };
            return Some((Complement::Quotation, confidence));
        }
    } else if is_in(document, at, &COMPLEMENTIZER) {
        if clause {
            return Some((Complement::That, 0.95));
        }
    } else if is_in(document, at, &INFINITIVE_MARKER) && entry.takes('t') {
        return Some((Complement::To, 0.8));
    } else if is_in(document, at, &QUESTIONS) && (clause || entry.takes('w')) {
        let sure = is_in(document, at, &WHETHER) && clause;
        return Some((Complement::Question, if sure { 0.9 } else { 0.8 }));
    } else if is_mark(document, at) {
        return None;
    }
    match () {
        () if clause => Some((Complement::Clause, 0.7)),
        () if entry.takes('a') && is_judged(document, at) => Some((Complement::Object, 0.9)),
        () if entry.takes('n') => Some((Complement::Object, 0.6)),
        () => None,
    }
}

/// `saw the levy as theft`: a noun phrase, and what it is taken for; not `saw the fall as it came`.
fn is_judged(document: &Document, start: usize) -> bool {
    const LONGEST: usize = 10;
    let inside = |at: &usize| !is_mark(document, *at) && !tag(document, *at).is_verb();
    let conjunction = |at: &usize| is_in(document, *at, &AS);
    let Some(at) = (start + 1..start + LONGEST).take_while(inside).find(conjunction) else {
        return false;
    };
    let opens = tag(document, at + 1);
    let nominal = opens.is_noun() || matches!(opens, Tag::DT | Tag::JJ | Tag::PRPP);
    let ends = |at: &usize| {
        is_mark(document, *at) || matches!(tag(document, *at), Tag::IN | Tag::TO | Tag::WDT)
    };
    let phrase = (at + 1..at + LONGEST).take_while(|at| !ends(at));
    let verb = start.wrapping_sub(1);
    // `has seen`, `helped us see`
    let bare = tag(document, verb) == Tag::VB && !is_auxiliary(document, verb.wrapping_sub(1));
    let other = tag(document, verb) == Tag::VBN || bare || tag(document, at - 1) == Tag::JJ;
    (nominal || norm(document, at + 1) == "\"")
        && !other
        && !phrase.into_iter().any(|at| is_finite(document, at))
}

fn has_finite(document: &Document, content: &Content) -> bool {
    content.tokens.clone().any(|at| is_finite(document, at))
}

fn has_verb(document: &Document, content: &Content) -> bool {
    content.tokens.clone().any(|at| tag(document, at).is_verb())
}

fn is_filler(document: &Document, _: &Entry, content: &Content) -> bool {
    content.tokens.len() == 1 && is_in(document, content.tokens.start, &FILLERS)
}

fn is_adjunct(document: &Document, _: &Entry, content: &Content) -> bool {
    let open = matches!(content.complement, Complement::Clause | Complement::Object);
    open && is_preposition(document, content.tokens.start)
}

fn is_day(document: &Document, _: &Entry, content: &Content) -> bool {
    let at = content.tokens.start;
    is_in(document, at, &COMPLEMENTIZER) && is_in(document, at + 1, &DAYS)
}

fn as_object(document: &Document, entry: &Entry, content: &Content) -> Option<Complement> {
    let object = content.complement == Complement::Clause
        && entry.takes('n')
        && !has_finite(document, content);
    object.then_some(Complement::Object)
}

fn as_words(document: &Document, _: &Entry, content: &Content) -> Option<Complement> {
    let words = content.complement == Complement::Clause && !has_verb(document, content);
    words.then_some(Complement::Clause)
}

fn as_pronoun(document: &Document, _: &Entry, content: &Content) -> Option<Complement> {
    let (at, next) = (content.tokens.start, content.tokens.start + 1);
    let goes_on = tag(document, next).is_verb()
        || tag(document, next) == Tag::MD
        || is_adverb(document, next)
        || is_auxiliary(document, next);
    let object = is_in(document, at, &OBJECTS) && tag(document, at) == Tag::PRP && !goes_on;
    (content.complement == Complement::Clause && object).then_some(Complement::Clause)
}

/// Requires no verb at all, finite or not, because taggers often mistake a verb for a noun.
fn as_demonstrative(document: &Document, _: &Entry, content: &Content) -> Option<Complement> {
    let demonstrative = content.complement == Complement::That
        && is_preposition(document, content.tokens.start + 1)
        && !has_verb(document, content);
    demonstrative.then_some(Complement::Object)
}

/// Whether a clause begins here that tells when or how something was said: `said while pouring coffee`, `said as she
/// left`, `said when asked`.
pub fn is_circumstance(document: &Document, at: usize) -> bool {
    const LONGEST: usize = 8;
    let reduced = matches!(tag(document, at + 1), Tag::VBG | Tag::VBN)
        || is_in(document, at + 1, &ASKED) && !is_auxiliary(document, at + 2);
    let subject = matches!(tag(document, at + 1), Tag::PRP | Tag::PRPP | Tag::DT | Tag::NNP);
    // `described as a disaster by Ms. Li` has no clause.
    let verb = (at + 2..at + LONGEST)
        .take_while(|at| !is_mark(document, *at))
        .any(|at| is_finite(document, at));
    is_in(document, at, &WHILE_DOING)
        || is_in(document, at, &CIRCUMSTANCES) && reduced
        || is_in(document, at, &AS) && subject && verb
}

fn is_preposition(document: &Document, at: usize) -> bool {
    (is_in(document, at, &PREPOSITIONS) || tag(document, at) == Tag::TO) && !is_amount(document, at)
}

/// `at least some`, `about 30`, `as many as`.
fn is_amount(document: &Document, at: usize) -> bool {
    let pair =
        |first: &List, second: &List| is_in(document, at, first) && is_in(document, at + 1, second);
    pair(&LEAST_OPENERS, &LEAST)
        || pair(&AS, &AS_MANY)
        || is_in(document, at, &ABOUT) && tag(document, at + 1) == Tag::CD
}

fn opens_content(document: &Document, at: usize) -> bool {
    norm(document, at) == "\""
        || is_in(document, at, &COMPLEMENTIZER)
        || is_in(document, at, &INFINITIVE_MARKER)
        || is_in(document, at, &QUESTIONS)
}

/// Whether `that` is the subject of a relative clause: `told the panel in a hearing that lasted an hour`.
pub fn is_relative(document: &Document, that: usize) -> bool {
    is_in(document, that, &COMPLEMENTIZER)
        && tag(document, that.wrapping_sub(1)).is_noun()
        && (is_auxiliary(document, that + 1) || tag(document, that + 1) == Tag::VBD)
}

/// `told reporters in Oslo that`: the listener ends where the content opens.
fn skip_listener(document: &Document, start: usize, limit: usize) -> usize {
    const LONGEST: usize = 12;
    let reach = limit.min(start + LONGEST);
    let opens = |at: &usize| opens_content(document, *at) && !is_relative(document, *at);
    let opener = (start..reach).find(opens);
    let clear = |at: &usize| !(start..*at).any(|at| is_auxiliary(document, at));
    opener.filter(clear).or_else(|| bare_listener(document, start)).unwrap_or(limit)
}

/// The end of a listener before a clause without `that`: `told me the tide was late`,
/// `told parliament the tide was late`, `told allies he would go`, `told Reuters the tide was late`,
/// `told the board it was late`.
pub fn bare_listener(document: &Document, start: usize) -> Option<usize> {
    let pronoun = tag(document, start).is_pronoun() && tag(document, start) != Tag::PRPP;
    let opens = |at: usize| matches!(tag(document, at), Tag::DT | Tag::PRP | Tag::PRPP | Tag::EX);
    let several = noun(norm(document, start)).is_some_and(|noun| noun.is_human() && noun.plural);
    let people = several && (opens(start + 1) || tag(document, start + 1) == Tag::NNP);
    if pronoun || people || is_in(document, start, &LISTENERS) {
        return Some(start + 1);
    }
    let article = usize::from(matches!(tag(document, start), Tag::DT | Tag::PRPP));
    let named = |at: &usize| tag(document, *at) == Tag::NNP;
    let nominal = |at: &usize| tag(document, *at).is_noun() || tag(document, *at) == Tag::JJ;
    let words =
        (start + article..).take_while(|at| if article > 0 { nominal(at) } else { named(at) });
    let last = words.last()?;
    let hears =
        article == 0 || noun(norm(document, last)).is_some_and(|n| n.kind != SourceKind::Document);
    (hears && opens(last + 1)).then_some(last + 1)
}

/// The end of the adjuncts of time and occasion after a cue: `said on Monday that`, `said in a statement that`.
pub fn skip_adjuncts(document: &Document, start: usize, limit: usize) -> usize {
    const LONGEST: usize = 20;
    // `in a letter sent to staff that`: this `to` does not open an infinitive.
    let opens = |at: usize| {
        let staff = is_in(document, at, &INFINITIVE_MARKER) && !tag(document, at + 1).is_verb();
        opens_content(document, at) && !staff && !is_relative(document, at)
    };
    // `confirmed on Monday, in an email to parents and the press, that`
    let plain = |at: &usize| !is_finite(document, *at) && quotation_at(document, *at).is_none();
    let mut listed = (start..limit.min(start + LONGEST)).take_while(plain);
    let that =
        listed.find(|at| is_in(document, *at, &COMPLEMENTIZER) && !is_relative(document, *at));
    let adjunct =
        ADJUNCTS.has(norm(document, start)) && !is_in(document, start, &INFINITIVE_MARKER);
    let noun = |at: usize| cue_noun::noun(norm(document, at)).is_some();
    if adjunct && let Some(that) = that.filter(|that| !noun(that - 1)) {
        return that;
    }
    let mut at = start;
    loop {
        let word = norm(document, at);
        let aside =
            (has_adverb_suffix(word) || ADJUNCT_ADVERBS.has(word)) && is_adverb(document, at);
        let number = word.starts_with(|c: char| c.is_ascii_digit());
        if is_in(document, at, &INFINITIVE_MARKER) && tag(document, at + 1) == Tag::VB {
            return at;
        }
        // `today’s vote`
        let owns = tag(document, at + 1) == Tag::POS;
        if is_time(document, at) && !number && !owns || aside {
            at += 1;
        } else if ADJUNCTS.has(word) && norm(document, at + 1) != "\"" && !is_amount(document, at) {
            let mut rest = at + 1..limit.min(at + LONGEST);
            let next = rest.find(|at| opens(*at) || is_mark(document, *at));
            return next.filter(|next| *next < limit).unwrap_or(at);
        } else {
            return at;
        }
    }
}

/// The end of a content that begins at `start`: the comma before another cue, or `limit`.
pub fn content_end(document: &Document, start: usize, limit: usize) -> usize {
    let mut at = start;
    while at < limit {
        if let Some(quotation) = quotation_at(document, at) {
            at = quotation.tokens.end.max(at + 1);
            continue;
        }
        let comma = at > start + 1 && norm(document, at) == ",";
        if comma && any(&ENDS, at, |ends| ends(document, at)) {
            return at;
        }
        at += 1;
    }
    limit
}

fn is_before_reported(document: &Document, comma: usize) -> bool {
    is_in(document, comma + 1, &AS)
        && cue::verb(document, comma + 2).is_some_and(|verb| verb.forms.participle)
}

/// Whether a clause opens here that is adjacent to the content but not part of it: `hours after the vote`,
/// `even as she left`.
pub fn is_beside(document: &Document, at: usize) -> bool {
    is_in(document, at, &SPANS) && is_in(document, at + 1, &AFTER)
        || is_in(document, at, &EVEN) && is_in(document, at + 1, &WHILE)
}

/// The content that ends just before `end`: from the start of its sentence, or of a quotation that
/// runs on from an earlier one.
pub fn before(document: &Document, floor: usize, end: usize) -> Option<Range<usize>> {
    let tokens = trim_marks(document, floor..end);
    let start = quotation_at(document, tokens.start).map_or(tokens.start, |q| q.tokens.start);
    let tokens = without_stamp(document, start.min(tokens.start)..tokens.end);
    let quoted = quotation_at(document, tokens.start).is_some_and(|own| own.tokens == tokens);
    let words = tokens.clone().filter(|at| !is_mark(document, *at)).count();
    // `Prices, says Ms. Li, have risen`
    let subject = tag(document, tokens.start).is_noun() && !is_time(document, tokens.start);
    (words > usize::from(!quoted && !subject)).then_some(tokens)
}

/// A content without the time stamp before it: `14:02 — All trains are late`.
pub fn without_stamp(document: &Document, content: Range<usize>) -> Range<usize> {
    let opens = sentence_at(document, content.start).start == content.start;
    let stamp =
        opens && tag(document, content.start) == Tag::CD && is_dash(document, content.start + 1);
    if stamp && content.len() > 2 { content.start + 2..content.end } else { content }
}

/// The source that follows a cue, such as `sources familiar with the matter`.
pub fn source_after(document: &Document, start: usize, limit: usize) -> Option<Range<usize>> {
    phrase_after(document, start, limit).map(|phrase| trim_marks(document, phrase))
}
