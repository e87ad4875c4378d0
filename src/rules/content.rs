//! Owns what a cue governs: where a content begins and ends on either side of it.

use std::ops::Range;

use crate::{
    grammar::{
        phrase::{phrase_after, trim_marks},
        verb::{is_adverb, is_auxiliary, is_finite},
        words::{is_dash, is_mark, is_one, is_time, norm, quotation_at, sentence_at, tag},
    },
    lexicon::noun::noun,
    rules::cue::{self, Entry},
    token::{document::Document, tag::Tag},
    vocabulary::{kinds::SourceKind, reason::ReasonCode},
};

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

const QUESTIONS: [&str; 10] =
    ["if", "whether", "why", "how", "what", "when", "where", "who", "which", "whom"];

/// The content that follows a cue ending before `start`.
pub fn after(document: &Document, entry: &Entry, start: usize, limit: usize) -> Option<Content> {
    let acts = entry.takes('t') && norm(document, start) == "to";
    let mut at = if acts { start } else { skip_adjuncts(document, start, limit) };
    if is_one(document, at, &[",", ":"]) {
        at += 1;
    }
    if entry.takes('o') && !opens_content(document, at) {
        at = skip_listener(document, at, limit);
    }
    // `What we can say is that`.
    if is_one(document, at, &["is", "was"]) && norm(document, at + 1) == "that" {
        at += 1;
    }
    let (code, confidence) = frame(document, entry, at)?;
    let end = content_end(document, at, limit);
    let tokens = trim_marks(document, at..end);
    let verbless = !tokens.clone().any(|at| is_finite(document, at));
    let wordless = !tokens.clone().any(|at| tag(document, at).is_verb());
    // `added two rooms`; whoever adds words adds a clause.
    if verbless && entry.lemma == "add" && code == ReasonCode::Clause {
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
    let empty =
        tokens.len() == 1 && is_one(document, at, &["so", "it", "that", "this", "more", "yes"]);
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
        "that" if is_one(document, at + 1, &["day", "morning", "night", "week"]) => None,
        "that" if clause => Some((ReasonCode::ThatClause, 0.95)),
        "to" if entry.takes('t') => Some((ReasonCode::ToClause, 0.8)),
        _ if QUESTIONS.contains(&word) && (clause || entry.takes('w')) => {
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
    let object = is_one(document, at, &["her", "him", "it", "me", "them", "us"]);
    object && tag(document, at) == Tag::PRP && !goes_on
}

/// `showed “great” harm`: the quotation is a part of a phrase.
fn qualifies(document: &Document, open: usize) -> bool {
    quotation_at(document, open).is_some_and(|own| tag(document, own.tokens.end).is_noun())
}

fn is_preposition(document: &Document, at: usize) -> bool {
    const PREPOSITIONS: [&str; 18] = [
        "to", "of", "by", "in", "on", "at", "for", "from", "with", "into", "about", "over",
        "after", "before", "during", "and", "or", "as",
    ];
    (is_one(document, at, &PREPOSITIONS) || tag(document, at) == Tag::TO)
        && !is_amount(document, at)
}

/// `at least some`, `about 30`, `as many as`.
fn is_amount(document: &Document, at: usize) -> bool {
    let next = at + 1;
    match norm(document, at) {
        "at" => is_one(document, next, &["least", "most"]),
        "about" | "over" => tag(document, next) == Tag::CD,
        "as" => is_one(document, next, &["few", "little", "many", "much"]),
        _ => false,
    }
}

fn opens_content(document: &Document, at: usize) -> bool {
    is_one(document, at, &["that", "\"", "to"]) || QUESTIONS.contains(&norm(document, at))
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
pub const TOLD: [&str; 4] = ["tell", "telling", "tells", "told"];

/// `told me the tide was late`, `told parliament the tide was late`, `told Reuters the tide was late`, `told
/// the board it was late`: where the listener ends, and a clause without `that` begins.
pub fn bare_listener(document: &Document, start: usize) -> Option<usize> {
    #[rustfmt::skip]
    const LISTENERS: [&str; 16] = [
        "analysts", "colleagues", "congress", "investigators", "investors", "journalists", "jurors",
        "lawmakers", "mps", "officers", "parliament", "police", "reporters", "senators", "staff",
        "voters",
    ];
    let pronoun = tag(document, start).is_pronoun() && tag(document, start) != Tag::PRPP;
    if pronoun || is_one(document, start, &LISTENERS) {
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
        let opens = is_one(document, at, &["in", "on", "at", "during", "after", "to", "via"]);
        let aside = norm(document, at).ends_with("ly") || norm(document, at) == "later";
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
    let opens = is_one(document, at, &["while", "but", "whereas", "though", "although"]);
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
        && (norm(document, at + 1) == "according"
            || (norm(document, at + 1) == "as" && verb(at + 2).is_some_and(|v| v.forms.participle))
            || contrasts(document, at + 1)
            || adds())
}

/// Whether a clause opens here that stands beside what was said, `hours after the vote`, and is no part of
/// it.
pub fn is_beside(document: &Document, at: usize) -> bool {
    const SPANS: [&str; 8] =
        ["seconds", "minutes", "hours", "days", "weeks", "months", "years", "shortly"];
    const TIMES: [&str; 3] = ["after", "before", "later"];
    is_one(document, at, &SPANS) && is_one(document, at + 1, &TIMES)
        || is_one(document, at, &["even"]) && is_one(document, at + 1, &["as", "though", "while"])
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
    const WORDS: [&str; 5] = ["asked", "pressed", "questioned", "quizzed", "told"];
    let opens = sentence_at(document, content.start).start == content.start;
    let about = ["about", "by", "how", "if", "on", "that", "what", "when", "whether", "who", "why"];
    opens && is_one(document, content.start, &WORDS) && is_one(document, content.start + 1, &about)
}
