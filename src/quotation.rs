//! Owns quotations: which tokens stand between quotation marks.

use std::ops::Range;

use crate::span::Span;

/// A quotation inside one paragraph.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quotation {
    /// Where it stands, quotation marks included.
    pub span: Span,
    /// Its tokens, marks included, as indices into the document's tokens.
    pub tokens: Range<usize>,
    /// Whether its closing mark was found; one that runs on ends with its paragraph.
    pub closed: bool,
}
