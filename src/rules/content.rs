//! Owns what a cue governs: where a content begins and ends on either side of it.

use std::ops::Range;

use crate::{
    grammar::{
        phrase::{phrase_after, trim_marks},
        verb::{is_adverb, is_auxiliary, is_finite},
        words::{is_dash, is_in, is_mark, is_one, is_time, norm, quotation_at, sentence_at, tag},
    },
    lexicon::{list::List, noun::noun},
    rules::cue::{self, Entry},
    token::{document::Document, tag::Tag},
    vocabulary::{kinds::SourceKind, reason::ReasonCode},
};

static ACCORDING: List = List::named("according");
static ADJUNCT_OPENER: List = List::named("adjunct-opener");
static ASKED_ABOUT: List = List::named("asked-about");
static AT_LEAST: List = List::named("at-least");
static BARE_LISTENER: List = List::named("bare-listener");
static COMPLEMENTIZER: List = List::named("complementizer");
static CONCESSION: List = List::named("concession");
static CONTENT_OPENER: List = List::named("content-opener");
static CONTRAST: List = List::named("contrast");
static COPULA: List = List::named("copula");
static DEMONSTRATED_TIME: List = List::named("demonstrated-time");
static EMPTY_CONTENT: List = List::named("empty-content");
static EVEN: List = List::named("even");
static INFINITIVE_MARKER: List = List::named("infinitive-marker");
static LATER: List = List::named("later");
static OBJECT_PRONOUN: List = List::named("object-pronoun");
static PHRASE_PREPOSITION: List = List::named("phrase-preposition");
static QUANTITY_WORD: List = List::named("quantity-word");
static ROLE_AS: List = List::named("role-as");
static SPAN_OF_TIME: List = List::named("span-of-time");
static TIME_RELATION: List = List::named("time-relation");
static VERB_OF_ADDING: List = List::named("verb-of-adding");
static VERB_OF_ASKING_PARTICIPLE: List = List::named("verb-of-asking-participle");

/// A content and the construction that showed it.
#[derive(Clone, Debug, PartialEq)]
pub struct Content {
    /// Its tokens.
    pub tokens: Range<usize>,
    /// The code of the reason.
    pub code: ReasonCode,
    /// How sure this construction makes us.
    pub confidence: f32,
}

static QUESTIONS: List = List::named("question-word");

/// The content that follows a cue ending before `start`.
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
    if is_in(document, at, &COPULA) && is_in(document, at + 1, &COMPLEMENTIZER) {
        at += 1;
    }
    let (code, confidence) = frame(document, entry, at)?;
    let end = content_end(document, at, limit);
    let tokens = trim_marks(document, at..end);
    let verbless = !tokens.clone().any(|at| is_finite(document, at));
    let wordless = !tokens.clone().any(|at| tag(document, at).is_verb());
    // `added two rooms`; whoever adds words adds a clause.
    if verbless && VERB_OF_ADDING.has(entry.lemma) && code == ReasonCode::Clause {
        return None;
    }
    let (code, confidence) = match code {
        ReasonCode::Clause if verbless && entry.takes('n') => (ReasonCode::Object, 0.6),
        ReasonCode::Clause if wordless || is_object_alone(document, at) => {
            (ReasonCode::Clause, 0.6)
        }
        // `said that about the dam`; taggers take many a verb for a noun.
        ReasonCode::ThatClause if wordless && is_preposition(document, at + 1) => {
            (ReasonCode::Object, 0.6)
        }
        _ => (code, confidence),
    };
    let empty = tokens.len() == 1 && is_in(document, at, &EMPTY_CONTENT);
    (!tokens.is_empty() && !empty).then_some(Content { tokens, code, confidence })
}

fn frame(document: &Document, entry: &Entry, at: usize) -> Option<(ReasonCode, f32)> {
    let word = norm(document, at);
    let (clause, quotes) = (entry.takes('c'), entry.takes('q') || entry.takes('n'));
    match word {
        "\"" if quotes && !qualifies(document, at) => {
            // `had shown “strength”` is no report inside one.
            let shows = matches!(entry.lemma, "find" | "show");
            Some((ReasonCode::Quotation, if shows { 0.6 } else { 0.95 }))
        }
        "that" if is_in(document, at + 1, &DEMONSTRATED_TIME) => None,
        "that" if clause => Some((ReasonCode::ThatClause, 0.95)),
        "to" if entry.takes('t') => Some((ReasonCode::ToClause, 0.8)),
        _ if QUESTIONS.has(word) && (clause || entry.takes('w')) => {
            Some((ReasonCode::QuestionClause, 0.8))
        }
        _ if is_mark(document, at) && word != "\"" => None,
        _ if is_preposition(document, at) => None,
        _ if clause => Some((ReasonCode::Clause, 0.7)),
        _ if entry.takes('n') => Some((ReasonCode::Object, 0.6)),
        _ => None,
    }
}

/// `found it because it was late`, `reported it, and left`: what was found is no clause.
fn is_object_alone(document: &Document, at: usize) -> bool {
    let next = at + 1;
    let goes_on = tag(document, next).is_verb()
        || tag(document, next) == Tag::MD
        || is_adverb(document, next)
        || is_auxiliary(document, next);
    let object = is_in(document, at, &OBJECT_PRONOUN);
    object && tag(document, at) == Tag::PRP && !goes_on
}

/// `showed “great” harm`: the quotation is a part of a phrase.
fn qualifies(document: &Document, open: usize) -> bool {
    quotation_at(document, open).is_some_and(|own| tag(document, own.tokens.end).is_noun())
}

fn is_preposition(document: &Document, at: usize) -> bool {
    (is_in(document, at, &PHRASE_PREPOSITION) || tag(document, at) == Tag::TO)
        && !is_amount(document, at)
}

/// `at least some`, `about 30`, `as many as`.
fn is_amount(document: &Document, at: usize) -> bool {
    let next = at + 1;
    match norm(document, at) {
        "at" => is_in(document, next, &AT_LEAST),
        "about" | "over" => tag(document, next) == Tag::CD,
        "as" => is_in(document, next, &QUANTITY_WORD),
        _ => false,
    }
}

fn opens_content(document: &Document, at: usize) -> bool {
    is_in(document, at, &CONTENT_OPENER) || QUESTIONS.has(norm(document, at))
}

/// `told reporters in Oslo that`: the listener ends where the content opens.
fn skip_listener(document: &Document, start: usize, limit: usize) -> usize {
    const LONGEST: usize = 12;
    let reach = limit.min(start + LONGEST);
    let opener = (start..reach).find(|at| opens_content(document, *at));
    let clear = |at: &usize| !(start..*at).any(|at| is_auxiliary(document, at));
    opener.filter(clear).or_else(|| bare_listener(document, start)).unwrap_or(limit)
}

/// What is done to a listener.
pub static TOLD: List = List::named("verb-of-telling");

/// `told me the tide was late`, `told parliament the tide was late`, `told Reuters the tide was late`, `told
/// the board it was late`: where the listener ends, and a clause without `that` begins.
pub fn bare_listener(document: &Document, start: usize) -> Option<usize> {
    #[rustfmt::skip]
    let pronoun = tag(document, start).is_pronoun() && tag(document, start) != Tag::PRPP;
    if pronoun || is_in(document, start, &BARE_LISTENER) {
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
    let opens = matches!(tag(document, last + 1), Tag::DT | Tag::PRP | Tag::PRPP | Tag::EX);
    (hears && opens).then_some(last + 1)
}

/// `said on Monday that`, `said in a statement that`: time and occasion belong to neither.
pub fn skip_adjuncts(document: &Document, start: usize, limit: usize) -> usize {
    const LONGEST: usize = 9;
    let mut at = start;
    loop {
        let opens = is_in(document, at, &ADJUNCT_OPENER);
        let aside = norm(document, at).ends_with("ly") || is_in(document, at, &LATER);
        if is_time(document, at) && !is_number(document, at) || aside && is_adverb(document, at) {
            at += 1;
        } else if opens && norm(document, at + 1) != "\"" && !is_amount(document, at) {
            let reach = limit.min(at + LONGEST);
            let next =
                (at + 1..reach).find(|at| opens_content(document, *at) || is_mark(document, *at));
            match next {
                Some(next) if next < limit => return next,
                _ => return at,
            }
        } else {
            return at;
        }
    }
}

/// `, while another said it was not`: somebody else's content begins.
fn contrasts(document: &Document, at: usize) -> bool {
    const LONGEST: usize = 8;
    let opens = is_in(document, at, &CONTRAST);
    let said = |at: usize| {
        let verb = cue::verb(document, at).filter(|verb| verb.entry.takes('c'));
        verb.is_some() && matches!(tag(document, at), Tag::VBD | Tag::VBZ | Tag::VBP)
    };
    opens && (at + 1..at + LONGEST).take_while(|at| !is_mark(document, *at)).any(said)
}

fn is_number(document: &Document, at: usize) -> bool {
    norm(document, at).starts_with(|c: char| c.is_ascii_digit())
}

/// Where a content that begins at `start` ends: at another cue's comma, or with its sentence.
pub fn content_end(document: &Document, start: usize, limit: usize) -> usize {
    let mut at = start;
    while at < limit {
        if let Some(quotation) = quotation_at(document, at) {
            at = quotation.tokens.end.max(at + 1);
            continue;
        }
        if at > start + 1 && closes_content(document, at) {
            return at;
        }
        at += 1;
    }
    limit
}

fn closes_content(document: &Document, at: usize) -> bool {
    let comma = norm(document, at) == ",";
    let verb = |at: usize| cue::verb(document, at);
    let adds = || verb(at + 1).is_some_and(|verb| verb.forms.gerund && verb.entry.takes('c'));
    comma
        && (is_in(document, at + 1, &ACCORDING)
            || (is_in(document, at + 1, &ROLE_AS)
                && verb(at + 2).is_some_and(|v| v.forms.participle))
            || contrasts(document, at + 1)
            || adds())
}

/// Whether a clause opens here that stands beside what was said, `hours after the vote`, and is no part of
/// it.
pub fn is_beside(document: &Document, at: usize) -> bool {
    is_in(document, at, &SPAN_OF_TIME) && is_in(document, at + 1, &TIME_RELATION)
        || is_in(document, at, &EVEN) && is_in(document, at + 1, &CONCESSION)
}

/// The content that ends just before `end`: from the start of its sentence, or of a quotation that
/// runs on from an earlier one.
pub fn before(document: &Document, floor: usize, end: usize) -> Option<Range<usize>> {
    let tokens = trim_marks(document, floor..end);
    let start = quotation_at(document, tokens.start).map_or(tokens.start, |q| q.tokens.start);
    let tokens = without_stamp(document, start.min(tokens.start)..tokens.end);
    let quoted = quotation_at(document, tokens.start).is_some_and(|own| own.tokens == tokens);
    let words = tokens.clone().filter(|at| !is_mark(document, *at)).count();
    (words > usize::from(!quoted)).then_some(tokens)
}

/// `14:02 — All trains are late`: the time of an entry is not what is said in it.
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

/// `Asked if she would run, she laughed`: what somebody was asked is not what they said.
pub fn is_asked(document: &Document, content: &Range<usize>) -> bool {
    let opens = sentence_at(document, content.start).start == content.start;
    opens
        && is_in(document, content.start, &VERB_OF_ASKING_PARTICIPLE)
        && is_in(document, content.start + 1, &ASKED_ABOUT)
}
