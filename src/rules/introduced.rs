//! Owns quotations that a clause of saying introduces and that end their sentence: `Ms. Li asked, “Who pays?”`

use crate::{
    grammar::{
        phrase::subject_before,
        verb::verb_group,
        words::{in_one_block, is_mark, is_one, norm, quotation_at, sentence_at},
    },
    rules::{
        cue::{Verb, cue_reason, of, spoken},
        quoted::speaks,
        relation::{Construction, QuotationRule, Relation, of_quotations},
    },
    token::{document::Document, quotation::Quotation},
    vocabulary::{
        reason::{ReasonCode, reason},
        rule::rule,
    },
};

/// The rules in the order in which they are asked.
#[rustfmt::skip]
pub const INTRODUCED: [QuotationRule; 1] = [
    rule("R68", "introduced", "The subject of a verb of saying before a mark is the source of a quotation that ends its sentence.",
        "Ms. Li asked, “Who pays?”", introduced),
];

/// The clauses of saying that introduce quotations, in text order.
pub fn relations(document: &Document) -> Vec<Relation> {
    of_quotations(document, &INTRODUCED)
}

fn introduced(document: &Document, quotation: &Quotation) -> Option<Relation> {
    const NEAR: usize = 4;
    const SHORTEST: usize = 4;
    let (open, end) = (quotation.tokens.start, quotation.tokens.end);
    let comma = open.checked_sub(1).filter(|at| is_one(document, *at, &[",", ":"]))?;
    let ends = quotation.closed
        && in_one_block(document, comma, open)
        && is_one(document, end.wrapping_sub(2), &[".", "?", "!"]);
    if !ends || quotation.tokens.len() < SHORTEST {
        return None;
    }
    let earlier = comma.checked_sub(1).map(|at| document.quotation_from(at)).and_then(|at| {
        document.quotations().get(at.checked_sub(1)?).map(|earlier| earlier.tokens.end)
    });
    let floor = sentence_at(document, comma).start.max(earlier.unwrap_or(0));
    let bare = |at: &usize| !is_mark(document, *at) && quotation_at(document, *at).is_none();
    let near = (floor..comma).rev().take(NEAR).take_while(bare);
    let quotes = |verb: &Verb| verb.forms.tells() && verb.entry.takes('q');
    let (at, verb) =
        near.into_iter().find_map(|at| Some((at, spoken(document, at).filter(quotes)?)))?;
    let group = verb_group(document, at, floor);
    let source = subject_before(document, group, floor).filter(|own| speaks(document, own))?;
    let cue = group..verb.end + usize::from(norm(document, verb.end) == ":");
    (source.start == floor).then(|| Relation {
        sources: [source].into_iter().collect(),
        cue,
        contents: [quotation.tokens.clone()].into_iter().collect(),
        confidence: 0.9,
        reasons: vec![cue_reason(&verb), reason(ReasonCode::Quotation, "")],
        construction: Construction::Introduced,
        ..of(&verb)
    })
}
