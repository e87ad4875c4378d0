//! Owns blocks that a page's structure gave: checks them against the text, and fills what they miss.
//!
//! What a line without structure is stays with `block`.

use crate::text::{
    block::{self, Block},
    span::Span,
};

/// The blocks of `text` in order; all that lies between them is white space.
///
/// `known` are blocks that the caller has read from a page's structure; an empty slice leaves
/// everything to the lines of the text.
pub fn blocks(text: &str, known: &[Block]) -> Vec<Block> {
    if known.is_empty() { block::read(text) } else { read(text, known) }
}

/// The blocks of `text` by `known`, in order; words that no known block holds are read by lines.
///
/// Known blocks may overlap or lie outside the text: the earlier one keeps the words.
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

fn between(text: &str, gap: Span, found: &mut Vec<Block>) {
    let shifted = |block: Block| {
        let span = Span::new(block.span.start + gap.start, block.span.end + gap.start);
        Block { span, kind: block.kind }
    };
    found.extend(block::read(gap.of(text)).into_iter().map(shifted));
}
