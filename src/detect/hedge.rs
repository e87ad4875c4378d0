//! Owns hedges: words that keep a statement from being said outright, and what they govern.

use crate::{
    document::Document,
    report::{Attribution, Hedge, HedgeKind},
};

/// The hedges of the given kinds in text order.
///
/// `attributions` tell a named source ("according to the ministry", no hedge) from an unnamed one.
pub fn hedges(
    _document: &Document,
    _attributions: &[Attribution],
    _kinds: &[HedgeKind],
) -> Vec<Hedge> {
    Vec::new()
}
