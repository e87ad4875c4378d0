//! Owns non-attributions: relations in which nobody says anything, whatever their words look like.

use std::ops::Range;

use crate::{
    grammar::{
        verb::{is_auxiliary, is_passive},
        words::{is_in, norm, sentence_at, tag},
    },
    lexicon::{list::List, noun::noun},
    rules::{
        noun_cue,
        relation::Relation,
        said::is_about_name,
        transcript::is_rubric,
        word::{BY, COMPLEMENTIZER, INFINITIVE_MARKER, IS, OBJECTS},
    },
    token::{document::Document, tag::Tag},
    vocabulary::rule::{Rule, any, rule},
};

static SEEING: List = List::named("participle-of-seeing");
static ASKING: List = List::named("verb-before-anonymity");
static ANONYMITY: List = List::named("word-of-anonymity");
static CALLING: List = List::named("verb-of-telephoning");
static KNOWN: List = List::named("participle-of-acquaintance");
static POINTING: List = List::named("verb-of-pointing");
static QUESTIONED: List = List::named("participle-of-questioning");
static NAMED: List = List::named("participle-of-naming");
static FACING: List = List::named("verb-of-facing");
static LET: List = List::named("verb-of-exhorting");
static WHAT: List = List::named("free-relative");
static WHATEVER: List = List::named("indefinite-free-relative");

/// Whether nobody says anything in a relation, for one reason.
type Row = Rule<fn(&Document, &Relation) -> bool>;

/// In the order they are asked.
#[rustfmt::skip]
pub const NON_ATTRIBUTIONS: [Row; 14] = [
    rule("N1", "no-name-given", "That somebody would not be named belongs to the source.",
        "who asked not to be named", hides_name),
    rule("N2", "rubric", "The label of a part of the page is nobody.",
        "Q&A: What the new rules mean", is_part_of_page),
    rule("N3", "seen-by", "Whoever saw a document does not say what is in it.",
        "emails seen by the committee", is_seen),
    rule("N4", "on-anonymity", "To ask for anonymity is to say nothing.",
        "spoke on condition of anonymity", asks_for_anonymity),
    rule("N5", "telephone-call", "A number behind “call” is dialled.",
        "called 999", is_telephone_call),
    rule("N6", "known-to", "To be known to somebody is no belief.",
        "was known to the victim", is_known_to),
    rule("N7", "pointed-to", "To point somebody to something is to say nothing.",
        "pointed us to a post", points),
    rule("N8", "questioned", "Whoever is questioned says nothing.",
        "was questioned about his bonus", is_questioned),
    rule("N9", "named", "Whoever is named says nothing.",
        "an engineer named Rosa Delgado", is_named),
    rule("N10", "facing", "Whoever faces calls says nothing.",
        "is facing calls to explain", faces),
    rule("N11", "exhortation", "An order to all is nobody’s.",
        "Let us admit", is_exhortation),
    rule("N12", "free-relative", "What somebody said, as a subject or an object, is not told.",
        "What she said that day is open", is_free_relative),
    rule("N13", "indefinite", "What is not settled is not told.",
        "whatever she says", is_indefinite),
    rule("N14", "about-the-claim", "A relative clause says something of a claim, not what is claimed.",
        "repeated a claim that the union disputed", is_relative),
];

/// Whether nobody says anything in a relation.
pub fn is_non_attribution(document: &Document, relation: &Relation) -> bool {
    any(&NON_ATTRIBUTIONS, relation.cue.start, |says_nothing| says_nothing(document, relation))
}

fn hides_name(document: &Document, relation: &Relation) -> bool {
    let mut pairs = relation.sources.iter().zip(&relation.contents);
    pairs.any(|(source, content)| is_about_name(document, source, content))
}

/// A `poll` or a `source` may speak.
fn is_part_of_page(document: &Document, relation: &Relation) -> bool {
    let rubric = |source: &Range<usize>| {
        is_rubric(document, source) && noun(norm(document, source.end - 1)).is_none()
    };
    norm(document, relation.cue.start) == ":" && relation.sources.iter().any(rubric)
}

fn is_seen(document: &Document, Relation { cue, .. }: &Relation) -> bool {
    cue.len() == 2 && is_in(document, cue.start, &SEEING) && is_in(document, cue.start + 1, &BY)
}

fn asks_for_anonymity(document: &Document, Relation { cue, .. }: &Relation) -> bool {
    const NEAR: usize = 4;
    cue.clone().rev().take(2).any(|at| is_in(document, at, &ASKING))
        && (cue.end..cue.end + NEAR).any(|at| is_in(document, at, &ANONYMITY))
}

fn is_telephone_call(document: &Document, Relation { cue, .. }: &Relation) -> bool {
    cue.len() == 1 && is_in(document, cue.start, &CALLING) && tag(document, cue.end) == Tag::CD
}

fn is_known_to(document: &Document, Relation { cue, .. }: &Relation) -> bool {
    is_in(document, cue.end.wrapping_sub(1), &INFINITIVE_MARKER)
        && is_in(document, cue.end.wrapping_sub(2), &KNOWN)
}

fn points(document: &Document, Relation { cue, .. }: &Relation) -> bool {
    is_in(document, cue.end.wrapping_sub(1), &POINTING) && is_in(document, cue.end, &OBJECTS)
}

fn is_questioned(document: &Document, Relation { cue, .. }: &Relation) -> bool {
    let mut heads = cue.start + 1..cue.end;
    heads.any(|at| is_in(document, at, &QUESTIONED) && is_passive(document, cue.start, at))
}

fn is_named(document: &Document, Relation { cue, .. }: &Relation) -> bool {
    cue.len() == 1 && is_in(document, cue.start, &NAMED) && tag(document, cue.end) == Tag::NNP
}

fn faces(document: &Document, Relation { cue, .. }: &Relation) -> bool {
    cue.clone().take(2).any(|at| is_in(document, at, &FACING))
}

fn is_exhortation(document: &Document, relation: &Relation) -> bool {
    relation.sources.first().is_some_and(|source| is_in(document, source.start, &LET))
}

fn is_free_relative(document: &Document, relation: &Relation) -> bool {
    let Relation { sources, cue, contents, .. } = relation;
    let Some(source) = sources.first() else { return false };
    let content = contents.first().map_or(0, |content| content.start);
    // `What she said was that`.
    let stated = is_in(document, cue.end.wrapping_sub(1), &IS) || is_in(document, cue.end, &IS);
    let fronted = is_in(document, content, &WHAT)
        && source.start == content + 1
        && sentence_at(document, content).start == content;
    is_in(document, source.start, &WHAT) && !stated || fronted
}

fn is_indefinite(document: &Document, relation: &Relation) -> bool {
    let content = relation.contents.first().map_or(0, |content| content.start);
    !relation.sources.is_empty() && is_in(document, content, &WHATEVER)
}

/// `pointed to a post that was wrong`: the noun need not be a cue where an auxiliary follows `that`.
fn is_relative(document: &Document, Relation { cue, contents, .. }: &Relation) -> bool {
    let last = cue.end.wrapping_sub(1);
    let only = contents.first().filter(|content| content.start == cue.end);
    let Some(content) = only.filter(|_| tag(document, last).is_noun()) else { return false };
    let signals = noun_cue::noun(norm(document, last)).is_some();
    let subject = is_in(document, content.start, &COMPLEMENTIZER)
        && is_auxiliary(document, content.start + 1);
    subject || signals && noun_cue::is_relative(document, content)
}
