//! Owns claims: the propositions of an article, whose they are, and how much there is to check.

use crate::{
    document::Document,
    report::{Attribution, Claim, Hedge, Source},
};

/// The claims of a document in text order.
pub fn claims(
    _document: &Document,
    _attributions: &[Attribution],
    _sources: &[Source],
    _hedges: &[Hedge],
) -> Vec<Claim> {
    Vec::new()
}
