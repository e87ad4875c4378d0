//! Owns the order in which the constructions are asked at each word that may begin a cue.

use std::ops::Range;

use crate::{
    rules::{
        according,
        candidate::Candidate,
        issued, noun_cue, passive, pre_filter,
        relation::{Relation, found_by},
        said,
    },
    token::document::Document,
    vocabulary::rule::{Rule, rule},
};

/// A construction: finds the relation whose cue begins at a candidate.
type Row = Rule<fn(&Candidate) -> Option<Relation>>;

/// The constructions in the order they are asked; the first that finds a relation wins.
#[rustfmt::skip]
pub const CONSTRUCTIONS: [Row; 12] = [
    rule("R2", "in-somebodys-view", "The possessor of a view is the source of the clause after the comma.",
        "In her view, the plan is a joke", according::in_view),
    rule("R3", "according-to", "The complement of “according to” is the source of the clause beside it.",
        "The ship has left, according to Reuters", according::according_to),
    rule("R4", "in-the-words-of", "The complement of “in the words of” is the source of the clause beside it.",
        "In the words of Ms. Li, the plan is a joke", according::in_words_of),
    rule("R5", "per", "The complement of “per” is the source if “per” is first or follows a comma.",
        "The ship has left, per a person familiar with the matter", according::per),
    rule("R6", "as-reported-by", "The agent of a participle with “as” is the source of the clause beside it.",
        "The ship has left, as first reported by Reuters", according::as_reported_by),
    rule("R7", "noun-cue", "A noun that signals a report governs a “that” clause.",
        "Ms. Li’s claim that the dam was safe", noun_cue::relation),
    rule("R8", "quoted-as-saying", "Whoever is quoted “as saying” something is the source.",
        "Ms. Li was quoted as saying that it was late; Reuters quoted Ms. Li as saying that it was late", issued::quoted_as_saying),
    rule("R9", "statement-saying", "The subject that issues a statement “saying” something is the source.",
        "The firm issued a statement saying that it was late", issued::statement_saying),
    rule("R67", "heard-saying", "Whoever is heard “saying” something, or from whom it is heard, is the source.",
        "“It is late,” a man could be heard saying; The court heard from Ms. Li that it was late", issued::heard_saying),
    rule("R10", "passive", "The passive agent is the source; the clause or the subject is the content.",
        "It is believed that the ship has left", passive::relation),
    rule("R11", "inverted", "After a clause or a quotation, the subject may follow its verb.",
        "“We won’t cut,” said Ms. Li", said::inverted),
    rule("R12", "subject-verb", "The subject of a verb of saying is the source, its complement the content.",
        "Ms. Li said that it was late", said::subject_verb),
];

/// All relations that rules find in the sentences of a document, left to right in each.
pub fn ruled(document: &Document) -> Vec<Relation> {
    document.sentences().iter().flat_map(|sentence| relations(document, &sentence.tokens)).collect()
}

/// The relations that rules find in a sentence, left to right.
fn relations(document: &Document, sentence: &Range<usize>) -> Vec<Relation> {
    let mut found: Vec<Relation> = Vec::new();
    for at in pre_filter::openers(document, sentence.clone()) {
        let earlier = found.last().filter(|last| last.cue.start < at);
        let candidate = Candidate::new(document, sentence, at, earlier);
        let relation = found_by(&CONSTRUCTIONS, |find| find(&candidate));
        let free = |relation: &Relation| {
            earlier.is_none_or(|earlier| earlier.cue.end <= relation.cue.start)
        };
        let relation = relation.filter(free);
        found.extend(relation);
    }
    found
}
