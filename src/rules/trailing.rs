//! Owns clauses of saying at the end of a sentence that the other constructions miss: `A ruling is near, lawyers
//! involved in the case say.`, `“Go home,” advises de Bruin.`

use std::ops::Range;

use smallvec::smallvec;

use crate::{
    grammar::{
        phrase::{own_subject, trim_marks},
        verb::{is_finite, verb_group},
        words::{is_comma, is_heading, is_in, is_one, is_time, limit, quotation_at, tag},
    },
    lexicon::list::List,
    rules::{
        cue::{self, Verb, cue_reason, of, spoken},
        quoted::speaks,
        relation::{Construction, Relation},
        word::RELATIVES,
    },
    token::{document::Document, tag::Tag},
    vocabulary::{
        kinds::Act,
        reason::{ReasonCode, reason},
        rule::{Rule, any, rule},
    },
};

/// Openers of subordinate clauses, which are not contents: `When it fell, officials said`.
pub static CONDITIONS: List = List::named("opener-of-dependent-clause");

static BODIES: List = List::named("body-without-article");
static HEARING: List = List::named("verb-of-hearing");
static BELIEVING: List = List::named("verb-of-private-belief");
static PEOPLE: List = List::named("subject-person");
static LEARNING: List = List::named("verb-of-learning");
static JOINTS: List = List::named("and-or");
static MOMENTS: List = List::named("opener-of-moment");

/// A clause of saying at the end of a sentence.
pub struct Ending<'a> {
    document: &'a Document<'a>,
    source: Range<usize>,
}

/// Whether source and verb fit each other.
type Row = Rule<fn(&Ending) -> bool>;

/// In the order they are asked.
#[rustfmt::skip]
pub const ENDINGS: [Row; 1] = [
    rule("R61", "trailing-source", "A noun phrase and a verb of saying end the sentence after a comma.",
        "A ruling is near, lawyers involved in the case say.", |ending| ending.is_phrase()),
];

/// The relations of all clauses of saying that end a sentence, in text order.
pub fn relations(document: &Document) -> Vec<Relation> {
    document.sentences().iter().filter_map(|s| behind(document, &s.tokens)).collect()
}

/// The relation of the clause of saying that ends a sentence.
fn behind(document: &Document, sentence: &Range<usize>) -> Option<Relation> {
    /// How far from the end of the sentence the verb may be, to leave room for a time.
    const NEAR: usize = 5;
    let limit = limit(document, sentence);
    let from = sentence.start.max(limit.saturating_sub(NEAR));
    let tells = |verb: &Verb| (verb.forms.tells() || verb.forms.base) && verb.entry.takes('c');
    // The tagger takes the last word of `union claims` for a noun.
    let ends = |verb: &Verb| verb.end == limit && verb.entry.act == Act::Speech;
    let headline = |at| cue::verb(document, at).filter(|own| is_heading(document, at) && ends(own));
    // `The road is shut, the Herald has learned`, `the court heard`
    let learns = |verb: &Verb| LEARNING.has(verb.entry.lemma) || BELIEVING.has(verb.entry.lemma);
    let learnt = |at| cue::verb(document, at).filter(learns);
    let saying =
        |at| spoken(document, at).or_else(|| headline(at)).or_else(|| learnt(at)).filter(tells);
    let (at, verb) = (from..limit).rev().find_map(|at| Some((at, saying(at)?)))?;
    let comma = boundary(document, sentence, at)?;
    let group = if learns(&verb) { verb_group(document, at, comma + 1) } else { at };
    let source = trim_marks(document, comma + 1..group);
    let cue = group..verb.end;
    let quotation = quotation_at(document, comma);
    let content = quotation.map_or_else(
        || trim_marks(document, sentence.start..comma),
        |quotation| quotation.tokens.clone(),
    );
    let ending = Ending { document, source };
    // In `a view the engineers dispute` the view is the object.
    let whole = own_subject(document, &ending.source).is_none()
        && !ending.source.is_empty()
        && is_moment(document, cue.end..limit)
        && (is_heading(document, at) || content.clone().any(|at| is_finite(document, at)))
        && !is_in(document, content.start, &CONDITIONS);
    (whole && any(&ENDINGS, at, |fits| fits(&ending))).then(|| {
        let parts = [ending.source.clone(), cue, content];
        relation(&verb, parts)
    })
}

/// The comma or the quotation mark that ends the content before a source.
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
    (last + 1 < verb).then_some(last)
}

impl Ending<'_> {
    /// Whether the source is a noun phrase for somebody who can speak; it may include a reduced relative
    /// clause, as in `lawyers involved in the case`.
    fn is_phrase(&self) -> bool {
        use Tag::{CD, DT, IN, JJ, NN, NNP, NNPS, NNS, POS, PRPP, RB, TO};
        let Self { document, source } = self;
        let first = tag(document, source.start);
        // Headlines leave out articles: `cancer charity warns`. `Police` takes none.
        let opens = matches!(first, CD | DT | JJ | NNP | NNPS | NNS | PRPP)
            || is_in(document, source.start, &PEOPLE)
            || first == NN
                && (is_heading(document, source.start) || is_in(document, source.start, &BODIES));
        let closes = !matches!(tag(document, source.end - 1), DT | IN | POS | PRPP | RB | TO);
        let clause = source.clone().find(|at| is_in(document, *at, &RELATIVES));
        let reduced = |at: usize| at > source.start && tag(document, at + 1) == IN;
        let bare = source.start..clause.unwrap_or(source.end);
        opens
            && closes
            && bare.clone().all(|at| !is_finite(document, at) || reduced(at))
            && !bare.clone().any(|at| is_in(document, at, &JOINTS))
            && !is_time(document, source.start)
            && quotation_at(document, source.start).is_none()
            && speaks(document, source)
    }
}

/// Whether some words only say when something was said: `on Wednesday`, `late Friday`.
fn is_moment(document: &Document, mut rest: Range<usize>) -> bool {
    rest.all(|at| is_time(document, at) || is_in(document, at, &MOMENTS))
}

fn relation(verb: &Verb, [source, cue, content]: [Range<usize>; 3]) -> Relation {
    // The court only hears it.
    let hears = HEARING.has(verb.entry.lemma);
    Relation {
        sources: Some(source).filter(|_| !hears).into_iter().collect(),
        cue,
        contents: smallvec![content],
        confidence: 0.7,
        reasons: vec![cue_reason(verb), reason(ReasonCode::SourceBefore, "")],
        construction: Construction::Trailing,
        ..of(verb)
    }
}
