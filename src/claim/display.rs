//! Owns display: the words that stand beside running text, as headings and captions do, and repeat or show what it
//! tells.

use std::ops::Range;

use crate::{
    claim::clause::Clause, grammar::word::Words, token::document::Document,
    vocabulary::kinds::BlockKind,
};

/// How many blocks away the running text may stand.
const NEAR: usize = 3;

/// Whether a clause stands in a heading, a caption, or a paragraph of one sentence without a closing mark, among such as
/// have one. A longer paragraph that lacks its mark was cut, and tells what it tells.
pub fn is_display(words: &Words, clause: &Clause) -> bool {
    let document = words.document();
    let Some(token) = clause.tokens().next() else { return false };
    let sentence = document.sentences().get(document.sentence_of(token));
    let Some(own) = sentence.map(|sentence| sentence.block) else { return false };
    let display = match document.blocks().get(own).map(|block| block.kind) {
        Some(BlockKind::Heading | BlockKind::Caption) => true,
        Some(BlockKind::Paragraph) => !is_closed(words, own) && is_one_sentence(document, own),
        _ => false,
    };
    display && stands_by_running_text(words, own)
}

/// Whether a paragraph nearby closes its last sentence with a mark.
fn stands_by_running_text(words: &Words, own: usize) -> bool {
    let paragraph = |n: &usize| {
        let block = words.document().blocks().get(*n);
        block.is_some_and(|block| block.kind == BlockKind::Paragraph)
    };
    let near = own.saturating_sub(NEAR)..own + NEAR + 1;
    near.filter(|&n| n != own).filter(paragraph).any(|n| is_closed(words, n))
}

/// Whether a mark ends the last sentence of a block.
fn is_closed(words: &Words, block: usize) -> bool {
    let tokens = last_tokens(words.document(), block);
    tokens.end > tokens.start && words.tag(tokens.end - 1).is_mark()
}

fn is_one_sentence(document: &Document, block: usize) -> bool {
    let sentences = document.sentences();
    let from = sentences.partition_point(|sentence| sentence.block < block);
    sentences.get(from + 1).is_none_or(|next| next.block != block)
}

fn last_tokens(document: &Document, block: usize) -> Range<usize> {
    let sentences = document.sentences();
    let end = sentences.partition_point(|sentence| sentence.block <= block);
    let last = sentences.get(..end).and_then(<[_]>::last).filter(|last| last.block == block);
    last.map_or(0..0, |sentence| sentence.tokens.clone())
}
