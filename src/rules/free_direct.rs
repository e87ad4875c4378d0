//! Owns free direct speech: quotations without a clause of saying, whose speaker a clause beside them shows.
//! `Ms. Li shrugs. “It was never ours.”`, `“A slow disaster” is how Ms. Li describes it.`

use std::ops::Range;

use crate::{
    grammar::{
        phrase::subject_before,
        verb::{is_finite, verb_group},
        words::{is_in, is_one, quotation_at, sentence_at, tag},
    },
    lexicon::list::List,
    rules::{
        quoted::speaks,
        relation::{Construction, QuotationRule, Relation, of_quotations},
        word::IS,
    },
    token::{document::Document, quotation::Quotation},
    vocabulary::rule::rule,
};

/// What people do just before or while they speak.
static GESTURES: List = List::named("verb-of-gesture");
static MANNER: List = List::named("how-or-what");
static DESCRIBING: List = List::named("verb-of-describing");

/// The rules in the order in which they are asked.
#[rustfmt::skip]
pub const SHOWN: [QuotationRule; 2] = [
    rule("R78", "gesture", "Whoever makes a gesture in a short sentence speaks the quotation after it.",
        "Ms. Li shrugs. | “It was never ours.”", gesture),
    rule("R79", "is-how", "A quotation before “is how” and a verb of describing belongs to the subject of that verb.",
        "“A slow disaster” is how Ms. Li describes the spill", is_how),
];

/// The relations of all such quotations, in text order.
pub fn relations(document: &Document) -> Vec<Relation> {
    of_quotations(document, &SHOWN)
}

fn gesture(document: &Document, quotation: &Quotation) -> Option<Relation> {
    const LONGEST: usize = 10;
    let (open, end) = (quotation.tokens.start, quotation.tokens.end);
    let before = sentence_at(document, open.checked_sub(1)?);
    let block = |at: usize| {
        document.sentences().get(document.sentence_of(at)).map(|sentence| sentence.block)
    };
    let follows = before.end == open && block(before.start) == block(open);
    // `“No,” said the clerk` has a source of its own.
    let alone = quotation.closed
        && sentence_at(document, end - 1).end == end
        && is_one(document, end.wrapping_sub(2), &[".", "?", "!", "…"]);
    let plain =
        before.len() <= LONGEST && before.clone().all(|at| quotation_at(document, at).is_none());
    if !follows || !alone || !plain {
        return None;
    }
    let moves = |at: &usize| is_in(document, *at, &GESTURES) && tag(document, *at).is_verb();
    let verb = before.clone().find(moves)?;
    let group = verb_group(document, verb, before.start);
    let source = subject_before(document, group, before.start)?;
    (source.start == before.start).then_some(())?;
    shown(document, quotation, source, verb)
}

fn is_how(document: &Document, quotation: &Quotation) -> Option<Relation> {
    const LONGEST: usize = 12;
    let end = quotation.tokens.end;
    let first = end + 2;
    if !is_in(document, end, &IS) || !is_in(document, end + 1, &MANNER) {
        return None;
    }
    let limit = sentence_at(document, end).end.min(first + LONGEST);
    let verb = (first..limit).find(|at| is_finite(document, *at))?;
    is_in(document, verb, &DESCRIBING).then_some(())?;
    shown(document, quotation, first..verb, verb)
}

/// The relation of a quotation to whoever can speak and is the subject of a verb beside it.
fn shown(
    document: &Document,
    quotation: &Quotation,
    source: Range<usize>,
    verb: usize,
) -> Option<Relation> {
    (!source.is_empty() && speaks(document, &source)).then(|| Relation {
        sources: [source].into_iter().collect(),
        cue: verb..verb + 1,
        contents: [quotation.tokens.clone()].into_iter().collect(),
        confidence: 0.65,
        construction: Construction::Introduced,
        ..Relation::default()
    })
}
