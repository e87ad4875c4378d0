//! Owns interviews without labels: whoever was spoken to answers the paragraphs that ask.

use std::ops::Range;

use smallvec::smallvec;

use crate::{
    grammar::{
        name::names,
        phrase::subject_before,
        verb::verb_group,
        words::{ARTICLES, is_capital, is_in, norm, quotation_at, tag},
    },
    lexicon::list::List,
    rules::{
        label::{is_personal, label},
        relation::{Construction, Relation},
        transcript,
        turn::ends_in_question,
    },
    token::{document::Document, tag::Tag},
    vocabulary::{
        kinds::BlockKind,
        reason::{ReasonCode, reason},
        rule::{Rule, first, rule},
    },
};

static ADDRESSES: List = List::named("second-person");
static FIRST: List = List::named("first-person-subject");
static OBJECTS: List = List::named("first-person-object");
static OWNERS: List = List::named("first-person-owner");
static PARTNERS: List = List::named("preposition-of-talk");
static MEETING: List = List::named("verb-of-meeting");
static TALKING: List = List::named("verb-of-talk");

/// A rule that finds, in a sentence, who is spoken to: the source, and the verb that tells.
type Partner = Rule<fn(&Document, Range<usize>, usize) -> Option<Range<usize>>>;

/// In the order in which they are asked of each verb of talking.
#[rustfmt::skip]
pub const PARTNER: [Partner; 2] = [
    rule("R88", "spoken-to", "Whom the interviewer spoke to answers the questions that follow.",
        "We spoke to Ana Li. | Is it late? | Very.", spoken_to),
    rule("R89", "speaks-to-us", "Whoever speaks to the interviewer answers the questions that follow.",
        "Ana Li spoke to us. | Is it late? | Very.; Ana Li answered questions from our readers.", speaks_to_us),
];

/// The interview of a text, if it has one: at least two paragraphs ask without a label, one of them a person, and
/// what stands before them tells who was spoken to.
pub fn relations(document: &Document) -> Vec<Relation> {
    let blocks = document.blocks().iter().filter(|block| block.kind.is_prose());
    let blocks: Vec<(bool, Range<usize>)> = blocks
        .map(|block| (block.kind == BlockKind::Paragraph, document.tokens_in(block.span)))
        .collect();
    let asks = |own: &Range<usize>| {
        ends_in_question(document, own)
            && quotation_at(document, own.start).is_none()
            && label(document, own).is_none()
    };
    let asking = || blocks.iter().filter(|(_, own)| asks(own));
    let addressed = asking().any(|(_, own)| own.clone().any(|at| is_in(document, at, &ADDRESSES)));
    let (Some((_, open)), Some((_, last)), true) = (asking().next(), asking().nth(1), addressed)
    else {
        return Vec::new();
    };
    let Some((source, cue)) = partner(document, open.start) else { return Vec::new() };
    if !transcript::relations(document).is_empty() {
        return Vec::new();
    }
    let last = asking().next_back().map_or(last.start, |(_, own)| own.start);
    let answers = blocks
        .iter()
        .skip_while(|(_, own)| own.start <= open.start)
        .filter(|(plain, own)| *plain && !asks(own));
    // Behind the last question, the article may go on after the first paragraph.
    let ends = answers.clone().find(|(_, own)| own.start > last).map(|(_, own)| own.start);
    let answers = answers.filter(|(_, own)| {
        own.start < last || Some(own.start) == ends || is_personal(document, own)
    });
    let words = document.words(document.span(source.clone())).to_owned();
    vec![Relation {
        sources: smallvec![source],
        cue,
        contents: answers.map(|(_, own)| own.clone()).collect(),
        confidence: 0.7,
        reasons: vec![reason(ReasonCode::Label, words)],
        construction: Construction::Label,
        ..Relation::default()
    }]
}

/// Who is spoken to before a token, and the verb that tells.
fn partner(document: &Document, before: usize) -> Option<(Range<usize>, Range<usize>)> {
    let verbs = (0..before).rev().filter(|at| {
        is_in(document, *at, &TALKING)
            && tag(document, *at).is_verb()
            && quotation_at(document, *at).is_none()
    });
    let mut told = verbs.filter_map(|verb| {
        let sentence = document.sentences().get(document.sentence_of(verb))?.tokens.clone();
        let own = first(&PARTNER, verb, |find| find(document, sentence.clone(), verb))?;
        Some((own, verb..verb + 1))
    });
    told.next()
}

/// The token behind the preposition after a verb of talking: `sat down with | Ms. Li`, `met | Ms. Li`.
fn object(document: &Document, sentence: &Range<usize>, verb: usize) -> Option<usize> {
    let near = verb + 1..sentence.end.min(verb + 3);
    let with = near.clone().find(|at| is_in(document, *at, &PARTNERS)).map(|at| at + 1);
    with.or_else(|| is_in(document, verb, &MEETING).then_some(verb + 1))
}

fn subject(document: &Document, sentence: &Range<usize>, verb: usize) -> Option<Range<usize>> {
    subject_before(document, verb_group(document, verb, sentence.start), sentence.start)
}

fn spoken_to(document: &Document, sentence: Range<usize>, verb: usize) -> Option<Range<usize>> {
    let object = object(document, &sentence, verb)?;
    let speaks = subject(document, &sentence, verb)?;
    if !is_in(document, speaks.start, &FIRST) {
        return None;
    }
    let name = names(document, object..sentence.end).next().map(|name| name.tokens);
    // Not `with a handful of growers in | Orvik`.
    let near = |own: &Range<usize>| (object..own.start).all(|at| tag(document, at) != Tag::IN);
    if tag(document, object).is_pronoun() { Some(object..object + 1) } else { name.filter(near) }
}

fn speaks_to_us(document: &Document, sentence: Range<usize>, verb: usize) -> Option<Range<usize>> {
    let object = object(document, &sentence, verb)?;
    // `spoke to the Courier`, `answered questions from our newsroom`
    let paper = tag(document, object) == Tag::PRPP && OWNERS.has(norm(document, object))
        || is_in(document, object, &ARTICLES) && is_capital(document, object + 1);
    let us = OBJECTS.has(norm(document, object)) || paper;
    subject(document, &sentence, verb).filter(|_| us)
}
