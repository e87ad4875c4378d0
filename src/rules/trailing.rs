//! Owns speakers named last, whom neither the labels nor the plain construction see: `A ruling is near,
//! lawyers involved in the case say.`, `“Go home,” advises de Bruin.`

use std::ops::Range;

use smallvec::smallvec;

use crate::{
    grammar::{
        head::{Head, head},
        phrase::trim_marks,
        verb::is_finite,
        words::{is_comma, is_in, is_one, is_time, limit, norm, quotation_at, tag},
    },
    lexicon::list::List,
    rules::{
        content,
        cue::{self, Verb, cue_reason, of},
        quoted::speaks,
        relation::Relation,
    },
    token::{document::Document, quotation::Quotation, tag::Tag},
    vocabulary::{
        kinds::{Act, SourceKind},
        reason::{ReasonCode, reason},
    },
};

static AND_OR: List = List::named("and-or");
static DEFINITE_ARTICLE: List = List::named("definite-article");
static FORM_OF_SAY: List = List::named("form-of-say");
static NAME_PARTICLE: List = List::named("name-particle");
static PERSONAL_DETERMINER: List = List::named("personal-determiner");
static RELATIVE_SUBJECT: List = List::named("relative-subject");
static THIRD_PERSON_PRONOUN: List = List::named("third-person-pronoun");
static TIME_OPENER: List = List::named("time-opener");

/// The relations of all speakers named last, in no order.
pub fn relations(document: &Document) -> Vec<Relation> {
    let before = document.sentences().iter().filter_map(|s| behind(document, &s.tokens));
    let after = document.quotations().iter().filter_map(|quotation| inverted(document, quotation));
    before.chain(after).collect()
}

/// `A ruling is near, lawyers involved in the case say.`, `“No,” the statement read.`
fn behind(document: &Document, sentence: &Range<usize>) -> Option<Relation> {
    /// How many words tell when or where it was said.
    const NEAR: usize = 5;
    let limit = limit(document, sentence);
    let from = sentence.start.max(limit.saturating_sub(NEAR));
    let (at, verb) = (from..limit).rev().find_map(|at| Some((at, spoken(document, at)?)))?;
    let comma = boundary(document, sentence, at)?;
    let source = trim_marks(document, comma + 1..at);
    let quotation = quotation_at(document, comma);
    let whole = source.start < source.end
        && (is_phrase(document, &source) || verb.is_none() && is_pronoun(document, &source))
        && ends(document, verb.map_or(at + 1, |verb| verb.end)..limit);
    let fits = quotation.is_some() && is_document(document, &source) == is_in(document, at, &READS);
    if !whole || verb.is_none() && !fits {
        return None;
    }
    let content = match quotation {
        Some(quotation) => quotation.tokens.clone(),
        None => sentence.start..comma,
    };
    let clause = content.clone().any(|at| is_finite(document, at))
        && !is_in(document, content.start, &CONDITIONS);
    let cue = at..verb.map_or(at + 1, |verb| verb.end);
    clause.then(|| {
        relation(document, verb.as_ref(), [source, cue, content], ReasonCode::SourceBefore)
    })
}

/// Clauses that depend on another: `When it fell, officials said` says nothing yet.
pub static CONDITIONS: List = List::named("dependent-conjunction");

/// What a document does to a quotation,
static READS: List = List::named("verb-read");

/// and what whoever speaks does beside it: `“No,” she laughs.`
static LAUGHS: List = List::named("verb-of-gesture");

/// A verb of saying in a tense of its own; `Some(None)` is one that only a quotation makes one.
#[allow(clippy::option_option, reason = "a cue that the lexicon does not list")]
fn spoken(document: &Document, at: usize) -> Option<Option<Verb>> {
    if is_in(document, at, &READS) || is_in(document, at, &LAUGHS) {
        return Some(None);
    }
    let said = is_in(document, at, &FORM_OF_SAY) || tag(document, at).is_verb();
    let verb = cue::verb(document, at).filter(|verb| {
        let finite = verb.forms.past || verb.forms.third || verb.forms.base;
        said && finite && verb.entry.act == Act::Speech && verb.entry.takes('c')
    });
    verb.map(Some)
}

/// The comma, or the quotation mark, that ends what is said before a source.
fn boundary(document: &Document, sentence: &Range<usize>, verb: usize) -> Option<usize> {
    const LONGEST: usize = 14;
    let from = sentence.start.max(verb.saturating_sub(LONGEST));
    let closes = |at: usize| {
        quotation_at(document, at).is_some_and(|quotation| quotation.tokens.end == at + 1)
            && is_one(document, at.wrapping_sub(1), &[",", "?", "!"])
    };
    let ends = |at: &usize| closes(*at) || is_comma(document, *at);
    let mut commas = (from..verb).rev().filter(ends);
    let last = commas.next()?;
    if last + 1 < verb {
        return Some(last);
    }
    // `, the company that built it, Orbitline, said`.
    let (name, clause) = (commas.next()?, commas.next()?);
    let relative = is_in(document, clause + 1, &DEFINITE_ARTICLE)
        && (clause + 2..name).any(|at| is_in(document, at, &RELATIVE_SUBJECT));
    relative.then_some(clause)
}

/// Whether some words are a noun phrase that stands for somebody who can speak; what was done to them may
/// belong to it.
fn is_phrase(document: &Document, source: &Range<usize>) -> bool {
    use Tag::{CD, DT, IN, JJ, NNP, NNPS, NNS, POS, PRPP, RB, TO};
    let last = source.end - 1;
    let opens = matches!(tag(document, source.start), CD | DT | JJ | NNP | NNPS | NNS | PRPP);
    let closes = !matches!(tag(document, last), DT | IN | POS | PRPP | RB | TO);
    let clause = source.clone().find(|at| is_in(document, *at, &RELATIVE_SUBJECT));
    let reduced = |at: usize| at > source.start && tag(document, at + 1) == IN;
    let bare = source.start..clause.unwrap_or(source.end);
    let verbless = bare.clone().all(|at| !is_finite(document, at) || reduced(at));
    let one = !bare.clone().any(|at| is_in(document, at, &AND_OR));
    opens
        && closes
        && verbless
        && one
        && !is_time(document, source.start)
        && quotation_at(document, source.start).is_none()
        && speaks(document, source)
}

fn is_pronoun(document: &Document, source: &Range<usize>) -> bool {
    source.len() == 1 && is_in(document, source.start, &THIRD_PERSON_PRONOUN)
}

fn is_document(document: &Document, source: &Range<usize>) -> bool {
    let Some(Head::Phrase(phrase)) = head(document, source.clone()) else { return false };
    phrase.noun.is_some_and(|noun| noun.kind == SourceKind::Document)
}

/// `on Wednesday`, `late Friday`: when it was said, and no more.
fn ends(document: &Document, rest: Range<usize>) -> bool {
    let light = |at: usize| is_time(document, at) || is_in(document, at, &TIME_OPENER);
    rest.is_empty() || rest.clone().all(light)
}

/// `“Go home,” advises de Bruin.`: a verb between a quotation and whoever can speak.
fn inverted(document: &Document, quotation: &Quotation) -> Option<Relation> {
    const SHORTEST: usize = 4;
    let end = quotation.tokens.end;
    let said = quotation.closed
        && quotation.tokens.len() > SHORTEST
        && is_one(document, end.wrapping_sub(2), &[",", "?", "!"]);
    let verb = cue::verb(document, end).filter(|verb| {
        said && (verb.forms.past || verb.forms.third) && verb.entry.act == Act::Speech
    })?;
    let sentence = document.sentences().get(document.sentence_of(end))?.tokens.clone();
    let source = content::source_after(document, verb.end, limit(document, &sentence))?;
    let first = norm(document, source.start);
    let opens = tag(document, source.start).is_name()
        || NAME_PARTICLE.has(first)
        || is_in(document, source.start, &PERSONAL_DETERMINER);
    let content = quotation.tokens.clone();
    (opens && speaks(document, &source)).then(|| {
        relation(document, Some(&verb), [source, end..verb.end, content], ReasonCode::SourceAfter)
    })
}

fn relation(
    document: &Document,
    verb: Option<&Verb>,
    [source, cue, content]: [Range<usize>; 3],
    order: ReasonCode,
) -> Relation {
    let word = norm(document, cue.start);
    let bare = || Relation { lemma: word.to_owned().into(), ..Relation::default() };
    let known = verb.map_or_else(bare, of);
    let told = verb.map_or_else(|| reason(ReasonCode::Cue, word.to_owned()), cue_reason);
    Relation {
        sources: smallvec![source],
        cue,
        contents: smallvec![content],
        confidence: 0.7,
        reasons: vec![told, reason(order, "")],
        ..known
    }
}
