//! Owns attributions that stand beside a clause: `according to X`, `as reported by X`.

use std::ops::Range;

use smallvec::smallvec;

use crate::{
    grammar::{
        description::main_noun,
        phrase::trim_marks,
        verb::{is_adverb, is_finite, verb_group},
        words::{is_capital, is_in, is_mark, is_one, is_time, limit, norm, tag},
    },
    lexicon::list::List,
    rules::{content, cue, relation::Relation},
    text::span::Ranges,
    token::{document::Document, tag::Tag},
    vocabulary::{
        kinds::Act,
        reason::{ReasonCode, reason},
    },
};

static CIRCUMSTANCE_OPENER: List = List::named("circumstance-opener");
static CITING: List = List::named("citing");
static CLAUSE_JOINT: List = List::named("clause-joint");
static COUNT_MODIFIER: List = List::named("count-modifier");
static DEFINITE_ARTICLE: List = List::named("definite-article");
static IN_VIEW: List = List::named("in-view");
static OPINION_NOUN: List = List::named("opinion-noun");
static PERSON_RELATIVE: List = List::named("person-relative");
static PHRASE_OPENER: List = List::named("phrase-opener");
static REPORTER_PREPOSITION: List = List::named("reporter-preposition");
static REPORT_JOINT: List = List::named("report-joint");
static ROLE_AS: List = List::named("role-as");
static SOURCES: List = List::named("sources");
static TIME_PREPOSITION_2: List = List::named("time-preposition-2");
static VIEWPOINT_NOUN: List = List::named("viewpoint-noun");

/// The words besides verbs at which this construction begins.
pub static OPENERS: List = List::named("source-preposition");

/// The relation whose cue begins at token `at` of `sentence`.
pub fn relation(document: &Document, sentence: &Range<usize>, at: usize) -> Option<Relation> {
    let limit = limit(document, sentence);
    if let Some(relation) = as_somebody_reported(document, sentence, at, limit) {
        return Some(relation);
    }
    if let Some(relation) = in_view(document, sentence, at, limit) {
        return Some(relation);
    }
    let mut relation = according_to(document, at).or_else(|| as_reported_by(document, at))?;
    let source = content::source_after(document, relation.cue.end, limit)?;
    let source = if at == sentence.start { before_clause(document, source, limit) } else { source };
    if is_bare_noun(document, &source) {
        return None;
    }
    if let Some(split) = subject_in(document, &source).filter(|_| at == sentence.start) {
        let content = split..content::content_end(document, split, limit);
        relation.contents = smallvec![trim_marks(document, content)];
        relation.sources = smallvec![Range { end: split, ..source }];
        relation.confidence = 0.95;
        return Some(relation);
    }
    let opens = at == sentence.start || is_in(document, at - 1, &REPORT_JOINT);
    let source = if opens { source } else { with_participle(document, source, limit) };
    let whole = || with_tail(document, source.clone(), limit);
    let (source, end) = opens.then(whole).flatten().unwrap_or((source.clone(), source.end));
    let named = with_name(document, source.clone(), limit);
    let (source, end) = named.map_or((source, end), |named| (named.clone(), named.end));
    relation.contents = contents(document, sentence.start, at, end, limit);
    relation.sources = smallvec![source];
    relation.confidence = 0.95;
    (!relation.contents.is_empty()).then_some(relation)
}

/// `According to the ministry, the cabinet met`: what looks like an apposition up to the end of the sentence
/// is the clause.
fn before_clause(document: &Document, source: Range<usize>, limit: usize) -> Range<usize> {
    let comma = source.clone().find(|at| norm(document, *at) == ",");
    source.start..comma.filter(|_| source.end >= limit).unwrap_or(source.end)
}

/// `according to plan`: no source, but a manner.
fn is_bare_noun(document: &Document, source: &Range<usize>) -> bool {
    source.len() == 1
        && tag(document, source.start) == Tag::NN
        && !is_capital(document, source.start)
}

/// `According to Ms. Li the ship has left`: without a comma, the clause begins where its subject does.
fn subject_in(document: &Document, source: &Range<usize>) -> Option<usize> {
    use Tag::{CD, DT, EX, PRP, PRPP};
    let opens = |at: &usize| {
        tag(document, at - 1).is_noun()
            && (matches!(tag(document, *at), CD | DT | EX | PRP | PRPP)
                || is_in(document, *at, &COUNT_MODIFIER)
                    && !is_in(document, at + 1, &DEFINITE_ARTICLE))
    };
    let end = source.end;
    if is_in(document, end, &COUNT_MODIFIER) && tag(document, end + 1) == CD {
        return Some(end);
    }
    let verb = is_finite(document, end) || is_in(document, end, &PERSON_RELATIVE);
    source.clone().skip(1).find(opens).filter(|_| verb)
}

/// `According to a report published on Monday,`: before its clause, a source reaches to its comma,
/// but for the time; also gives where the comma stands.
fn with_tail(
    document: &Document,
    source: Range<usize>,
    limit: usize,
) -> Option<(Range<usize>, usize)> {
    use Tag::{IN, TO, VBD, VBG, VBN, WDT, WP};
    const LONGEST: usize = 20;
    let next = source.end;
    let participle = matches!(tag(document, next - 1), VBD | VBN);
    let time =
        !participle && (is_time(document, next) || is_in(document, next, &TIME_PREPOSITION_2));
    let quotes = norm(document, next) == "," && is_in(document, next + 1, &CITING);
    let tail = time
        || is_time(document, next)
        || matches!(tag(document, next), IN | TO | VBD | VBG | VBN | WDT | WP)
        || quotes;
    let reach = limit.min(next + LONGEST);
    let comma = (next + usize::from(quotes)..reach)
        .find(|at| is_one(document, *at, &[",", "\"", ";", ":"]))?;
    let closed = tail && norm(document, comma) == ",";
    let source = if time { source } else { source.start..comma };
    closed.then_some((source, comma))
}

/// `according to a study published on Monday in Nature`: behind its clause too, what was done to a source
/// belongs to it.
fn with_participle(document: &Document, source: Range<usize>, limit: usize) -> Range<usize> {
    let done = matches!(tag(document, source.end - 1), Tag::VBN | Tag::VBD);
    let goes_on =
        is_in(document, source.end, &CIRCUMSTANCE_OPENER) || is_time(document, source.end);
    let ends = |at: &usize| is_mark(document, *at) || is_finite(document, *at);
    let end = (source.end..limit).find(ends).unwrap_or(limit);
    let whole = norm(document, end) == "," || end >= limit;
    source.start..if done && goes_on && whole { end } else { source.end }
}

/// `according to her lawyer, Ida Berg, he will`: the name between the commas is whose standing it is.
fn with_name(document: &Document, source: Range<usize>, limit: usize) -> Option<Range<usize>> {
    const LONGEST: usize = 4;
    let name = source.end + 1;
    let end = (name..=name + LONGEST).find(|at| tag(document, *at) != Tag::NNP)?;
    let standing = main_noun(document, source.clone())
        .is_some_and(|noun| noun.is_human() && !noun.plural)
        && !is_capital(document, source.end - 1);
    let between = norm(document, source.end) == "," && (norm(document, end) == "," || end >= limit);
    (standing && between && end > name).then_some(source.start..end)
}

/// `according to`, `in the words of`, and `per` before somebody.
fn according_to(document: &Document, at: usize) -> Option<Relation> {
    let is = |ahead: usize, word: &str| norm(document, at + ahead) == word;
    let (len, lemma) = match norm(document, at) {
        "according" if is(1, "to") => (2, "according to"),
        "in" if is(1, "the") && is(3, "of") => match norm(document, at + 2) {
            "words" => (4, "in the words of"),
            "view" => (4, "in the view of"),
            "opinion" => (4, "in the opinion of"),
            _ => return None,
        },
        "per" if is_apart(document, at) && opens_phrase(document, at + 1) => (1, "per"),
        _ => return None,
    };
    Some(Relation {
        cue: at..at + len,
        lemma: lemma.into(),
        reasons: vec![reason(ReasonCode::AccordingTo, lemma)],
        ..Relation::default()
    })
}

/// Whether a comma, or nothing, stands before a token of its sentence.
fn is_apart(document: &Document, at: usize) -> bool {
    norm(document, at.wrapping_sub(1)) == "," || is_capital(document, at)
}

fn opens_phrase(document: &Document, at: usize) -> bool {
    is_in(document, at, &PHRASE_OPENER) || is_capital(document, at) || is_in(document, at, &SOURCES)
}

/// `in her view,`, `in Ms. Li’s words,`: the owner is the source, the noun the cue.
fn in_view(
    document: &Document,
    sentence: &Range<usize>,
    at: usize,
    limit: usize,
) -> Option<Relation> {
    const LONGEST: usize = 6;
    if !is_in(document, at, &IN_VIEW) || !is_apart(document, at) {
        return None;
    }
    let noun =
        (at + 2..limit.min(at + LONGEST)).find(|at| is_in(document, *at, &VIEWPOINT_NOUN))?;
    let owner = at + 1..noun;
    let source = match tag(document, noun - 1) {
        Tag::PRPP if owner.len() == 1 => owner,
        Tag::POS => owner.start..owner.end - 1,
        _ => return None,
    };
    let closes = norm(document, noun + 1) == ",";
    let contents = contents(document, sentence.start, at, noun + 1, limit);
    let belief = is_in(document, noun, &OPINION_NOUN);
    (closes && !contents.is_empty()).then(|| Relation {
        sources: smallvec![source],
        cue: noun..noun + 1,
        contents,
        lemma: norm(document, noun).to_owned().into(),
        act: if belief { Act::Belief } else { Act::Speech },
        confidence: 0.8,
        reasons: vec![reason(ReasonCode::AccordingTo, norm(document, noun).to_owned())],
        ..Relation::default()
    })
}

fn as_reported_by(document: &Document, at: usize) -> Option<Relation> {
    if !is_in(document, at, &ROLE_AS) {
        return None;
    }
    let head = (at + 1..at + 4).find(|at| !is_adverb(document, *at))?;
    let verb = cue::verb(document, head).filter(|verb| verb.forms.participle)?;
    let speech = verb.entry.takes('c') && is_in(document, verb.end, &REPORTER_PREPOSITION);
    speech.then(|| Relation {
        cue: at..verb.end + 1,
        lemma: verb.entry.lemma.into(),
        act: verb.entry.act,
        stance: verb.entry.stance,
        reasons: vec![
            reason(ReasonCode::CueVerb, verb.entry.lemma),
            reason(ReasonCode::AsReportedBy, ""),
        ],
        ..Relation::default()
    })
}

/// `As Reuters first reported,`: the cue is the verb, and what stands beside the comma is said.
fn as_somebody_reported(
    document: &Document,
    sentence: &Range<usize>,
    at: usize,
    limit: usize,
) -> Option<Relation> {
    const LONGEST: usize = 12;
    let verb = cue::verb(document, at).filter(|verb| verb.forms.past || verb.forms.third)?;
    let end = verb.end;
    let closes = end >= limit || norm(document, end) == ",";
    let from = sentence.start.max(at.saturating_sub(LONGEST));
    let opener = (from..at).rev().find(|at| is_in(document, *at, &ROLE_AS))?;
    let group = verb_group(document, at, opener + 1);
    let edge = opener == sentence.start || norm(document, opener - 1) == ",";
    let plain = !(opener + 1..group).any(|at| is_finite(document, at) || norm(document, at) == ",");
    if !closes || !edge || !plain || group == opener + 1 || !verb.entry.takes('c') {
        return None;
    }
    let contents = contents(document, sentence.start, opener, end, limit);
    let source = opener + 1..group;
    (!contents.is_empty()).then(|| Relation {
        sources: smallvec![source],
        cue: group..end,
        contents,
        lemma: verb.entry.lemma.into(),
        act: verb.entry.act,
        stance: verb.entry.stance,
        confidence: 0.9,
        reasons: vec![
            reason(ReasonCode::CueVerb, verb.entry.lemma),
            reason(ReasonCode::AsReportedBy, ""),
        ],
    })
}

/// The clause around: what stands before, and what goes on after a second comma.
fn contents(
    document: &Document,
    floor: usize,
    cue: usize,
    source_end: usize,
    limit: usize,
) -> Ranges {
    let open = cue.checked_sub(2).is_some_and(|at| is_in(document, at, &CLAUSE_JOINT));
    let before = content::before(document, floor, cue).filter(|_| !open);
    let goes_on =
        norm(document, source_end) == "," && !content::is_beside(document, source_end + 1);
    let end = content::content_end(document, source_end + 1, limit);
    let after = goes_on.then(|| trim_marks(document, source_end + 1..end));
    before.into_iter().chain(after.filter(|after| after.len() > 1)).collect()
}
