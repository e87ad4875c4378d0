//! Owns blocks that come from a page's structure: checks them against the text and fills the gaps.
//!
//! `block` reads the words that no block of the structure holds.

use crate::text::{
    block::{self, Block},
    span::Span,
};

/// The blocks of `text` in order; all that lies between them is white space.
///
/// `known` are blocks that the caller has read from a page's structure; with an empty slice the lines of
/// the text decide everything.
pub fn blocks(text: &str, known: &[Block]) -> Vec<Block> {
    if known.is_empty() { block::read(text) } else { read(text, known) }
}

/// The blocks of `text` by `known`, in order; words outside all known blocks are read by lines.
///
/// Where known blocks overlap, the earlier one keeps the words; what lies outside the text is cut off.
fn read(text: &str, known: &[Block]) -> Vec<Block> {
    let mut known = known.to_vec();
    known.sort_by_key(|block| block.span);
    let (mut found, mut from) = (Vec::with_capacity(known.len()), 0);
    for block in known {
        let start = text.floor_char_boundary(block.span.start).max(from);
        let end = text.ceil_char_boundary(block.span.end);
        if end > start {
            between(text, Span::new(from, start), &mut found);
            let span = Span::new(start, end).trim(text);
            block::push(text, Block { span, kind: block.kind }, &mut found);
            from = end;
        }
    }
    between(text, Span::new(from, text.len()), &mut found);
    found
}

/// Adds the blocks of a gap between known blocks.
fn between(text: &str, gap: Span, found: &mut Vec<Block>) {
    let shifted = |block: Block| {
        let span = Span::new(block.span.start + gap.start, block.span.end + gap.start);
        Block { span, kind: block.kind }
    };
    found.extend(block::read(gap.of(text)).into_iter().map(shifted));
}
