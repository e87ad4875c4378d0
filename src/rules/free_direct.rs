//! Owns free direct speech: quotations without a clause of saying, whose speaker the sentence before them shows:
//! `Ms. Li shrugs. “It was never ours.”`

use crate::{
    grammar::{
        phrase::subject_before,
        verb::verb_group,
        words::{in_one_block, is_comma, is_in, is_one, quotation_at, sentence_at, tag},
    },
    lexicon::list::List,
    rules::{
        quoted::speaks,
        relation::{Construction, QuotationRule, Relation, of_quotations},
    },
    token::{document::Document, quotation::Quotation},
    vocabulary::rule::rule,
};

/// What people do just before or while they speak.
static GESTURES: List = List::named("verb-of-gesture");

/// The only rule.
#[rustfmt::skip]
pub const SHOWN: [QuotationRule; 1] = [
    rule("R78", "gesture", "Whoever makes a gesture in a short sentence speaks the quotation after it.",
        "Ms. Li shrugs. | “It was never ours.”", gesture),
];

/// The relations of all such quotations, in text order.
pub fn relations(document: &Document) -> Vec<Relation> {
    of_quotations(document, &SHOWN)
}

fn gesture(document: &Document, quotation: &Quotation) -> Option<Relation> {
    const LONGEST: usize = 10;
    let (open, end) = (quotation.tokens.start, quotation.tokens.end);
    let before = sentence_at(document, open.checked_sub(1)?);
    let follows = before.end == open && in_one_block(document, before.start, open);
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
    // `Hearing that, Ms. Li shrugged.`
    let main = source.start == before.start || is_comma(document, source.start - 1);
    (main && speaks(document, &source)).then(|| Relation {
        sources: [source].into_iter().collect(),
        cue: verb..verb + 1,
        contents: [quotation.tokens.clone()].into_iter().collect(),
        confidence: 0.65,
        construction: Construction::Introduced,
        ..Relation::default()
    })
}
