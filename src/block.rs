//! Owns blocks: paragraphs, headings, bylines, datelines, credits; sentences are found inside them.

use crate::span::Span;

/// What a block is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum BlockKind {
    /// Running text.
    #[default]
    Paragraph,
    /// A headline or a heading inside the article.
    Heading,
    /// One item of a list.
    ListItem,
    /// A quotation set apart from the text.
    Blockquote,
    /// The words below a picture.
    Caption,
    /// Who wrote the article.
    Byline,
    /// Where and when it was written.
    Dateline,
    /// Whose material it uses.
    Credit,
}

impl BlockKind {
    /// Whether its words make statements: a byline or a credit holds no claim.
    pub const fn is_prose(self) -> bool {
        !matches!(self, Self::Byline | Self::Dateline | Self::Credit)
    }
}

/// A block: its span has no white space at its ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Block {
    /// Where it stands.
    pub span: Span,
    /// What it is.
    pub kind: BlockKind,
}

/// The blocks of `text` in order; all that lies between them is white space.
///
/// `known` are blocks that the caller has read from a page's structure; an empty slice leaves
/// everything to the lines of the text.
pub fn blocks(text: &str, known: &[Block]) -> Vec<Block> {
    if !known.is_empty() {
        return known.to_vec();
    }
    let line = |line: &str| {
        let start = line.as_ptr() as usize - text.as_ptr() as usize;
        Span::new(start, start + line.len()).trim(text)
    };
    text.split('\n')
        .map(line)
        .filter(|span| !span.is_empty())
        .map(|span| Block { span, kind: kind(span.of(text)) })
        .collect()
}

fn kind(line: &str) -> BlockKind {
    if line.starts_with("By ") && !line.ends_with('.') {
        BlockKind::Byline
    } else if line.starts_with("Source: ") {
        BlockKind::Credit
    } else if line.ends_with(|c: char| c.is_alphanumeric()) {
        BlockKind::Heading
    } else {
        BlockKind::Paragraph
    }
}
