//! Owns quotations that somebody's own view of a thing repeats: `“A slow disaster” is how Ms. Li describes it.`

use crate::{
    grammar::{
        verb::is_finite,
        words::{is_in, sentence_at},
    },
    lexicon::list::List,
    rules::{
        quoted::speaks,
        relation::{Construction, QuotationRule, Relation, of_quotations},
    },
    token::{document::Document, quotation::Quotation},
    vocabulary::rule::rule,
};

static BEING: List = List::named("singular-copula");
static MANNER: List = List::named("how-or-what");
static DESCRIBING: List = List::named("verb-of-describing");

/// The only rule.
#[rustfmt::skip]
pub const BEHIND: [QuotationRule; 1] = [
    rule("R79", "is-how", "A quotation before “is how” and a verb of describing belongs to the subject of that verb.",
        "“A slow disaster” is how Ms. Li describes the spill", is_how),
];

/// The relations of all such quotations, in text order.
pub fn relations(document: &Document) -> Vec<Relation> {
    of_quotations(document, &BEHIND)
}

fn is_how(document: &Document, quotation: &Quotation) -> Option<Relation> {
    const LONGEST: usize = 12;
    let end = quotation.tokens.end;
    let first = end + 2;
    if !is_in(document, end, &BEING) || !is_in(document, end + 1, &MANNER) {
        return None;
    }
    let limit = sentence_at(document, end).end.min(first + LONGEST);
    let verb = (first..limit).find(|at| is_finite(document, *at))?;
    let source = first..verb;
    let described = is_in(document, verb, &DESCRIBING) && !source.is_empty();
    (described && speaks(document, &source)).then(|| Relation {
        sources: [source].into_iter().collect(),
        cue: verb..verb + 1,
        contents: [quotation.tokens.clone()].into_iter().collect(),
        confidence: 0.7,
        construction: Construction::Introduced,
        ..Relation::default()
    })
}
