//! Owns blocks: paragraphs, headings, bylines, datelines, credits; sentences are found inside them.
//!
//! Which line breaks part them is left to `layout`, what a dateline looks like to `dateline`.

use std::sync::LazyLock;

use crate::{
    lexicon,
    text::{dateline, layout, span::Span},
    vocabulary::kinds::BlockKind,
};

/// A block: its span has no white space at its ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Block {
    /// Where it stands.
    pub span: Span,
    /// What it is.
    pub kind: BlockKind,
}

/// The blocks of `text` by its lines alone.
pub fn read(text: &str) -> Vec<Block> {
    let paragraphs = layout::paragraphs(text);
    let mut found = Vec::with_capacity(paragraphs.len());
    for (n, span) in paragraphs.iter().enumerate() {
        let span = part_dateline(text, *span, n, &mut found);
        found.push(Block { span, kind: kind(span.of(text), n, paragraphs.len()) });
    }
    found
}

/// Takes up a block of known kind; a paragraph may still turn out a byline or open with a dateline.
pub fn push(text: &str, block: Block, found: &mut Vec<Block>) {
    if block.span.is_empty() {
        return;
    }
    if block.kind != BlockKind::Paragraph {
        return found.push(block);
    }
    let n = found.len();
    let span = part_dateline(text, block.span, n, found);
    let kind = line_kind(span.of(text), n).unwrap_or(block.kind);
    found.push(Block { span, kind });
}

/// Parts a dateline from the paragraph `n` that it opens; returns the rest.
fn part_dateline(text: &str, span: Span, n: usize, found: &mut Vec<Block>) -> Span {
    let dateline = dateline::opening(span.of(text), n);
    if dateline > 0 {
        let span = Span::new(span.start, span.start + dateline);
        found.push(Block { span, kind: BlockKind::Dateline });
    }
    Span::new(span.start + dateline, span.end).trim(text)
}

/// What the block `n` of `all` is, by its words.
fn kind(words: &str, n: usize, all: usize) -> BlockKind {
    if words.starts_with('>') {
        return BlockKind::Blockquote;
    }
    if let Some(kind) = line_kind(words, n) {
        return kind;
    }
    match layout::is_item(words) {
        true if words.contains(' ') => BlockKind::ListItem,
        _ if all > 1 && is_heading(words) => BlockKind::Heading,
        _ => BlockKind::Paragraph,
    }
}

/// No byline, dateline or credit has more bytes.
const LONGEST_LINE: usize = 200;

/// The entries of the lexicon: the words, the side of the line they stand on, the kind.
static LINES: LazyLock<Vec<[&str; 3]>> = LazyLock::new(|| {
    let rows = lexicon::rows(include_str!("../lexicon/en/blocks.txt"));
    rows.map(|row| [0, 1, 2].map(|column| row.column(column))).collect()
});

fn line_kind(words: &str, n: usize) -> Option<BlockKind> {
    if words.len() > LONGEST_LINE {
        return None;
    }
    if dateline::is_date(words) {
        return Some(BlockKind::Dateline);
    }
    let small = words.to_ascii_lowercase();
    LINES.iter().find_map(|[edge, side, kind]| {
        let rest = match *side {
            "opening" => words.get(words.len() - small.strip_prefix(*edge)?.len()..)?,
            _ => small.strip_suffix(*edge).map(|_| "")?,
        };
        match *kind {
            "byline" => is_name(rest).then_some(BlockKind::Byline),
            "caption" => Some(BlockKind::Caption),
            // A first line such as "Source: team to move" is a headline.
            "credit" => {
                (n > 0 && !rest.starts_with(char::is_alphanumeric)).then_some(BlockKind::Credit)
            }
            _ => None,
        }
    })
}

/// Whether the words after "By" are a name and perhaps a function: "Ann Li and Bo Ek, Oslo*".
fn is_name(words: &str) -> bool {
    const SMALL: [&str; 20] = [
        "and", "of", "for", "the", "in", "at", "with", "de", "van", "von", "der", "den", "da",
        "di", "du", "la", "le", "el", "bin", "al",
    ];
    const NOT_NAMES: [&str; 12] = [
        "The",
        "A",
        "An",
        "Monday",
        "Tuesday",
        "Wednesday",
        "Thursday",
        "Friday",
        "Saturday",
        "Sunday",
        "This",
        "Now",
    ];
    let parts =
        || words.split([' ', '\n', ',', '|', '/', '•', '&']).filter(|word| !word.is_empty());
    let named = |word: &str| word.starts_with(|c: char| !c.is_lowercase()) || SMALL.contains(&word);
    words.starts_with([' ', '\n'])
        && parts()
            .next()
            .is_some_and(|w| w.starts_with(char::is_uppercase) && !NOT_NAMES.contains(&w))
        && parts().count() <= 14
        && parts().all(named)
        && !words.ends_with(['?', '!', ':'])
        && !words
            .trim_end_matches('.')
            .trim_end()
            .ends_with(|c: char| words.ends_with('.') && c.is_lowercase())
}

/// Whether a line is a heading: short, and without the mark that ends a sentence.
fn is_heading(words: &str) -> bool {
    words.len() <= LONGEST_LINE
        && words.split_whitespace().count() <= 20
        && words.ends_with(|c: char| {
            c.is_alphanumeric() || matches!(c, '’' | '”' | '"' | '\'' | ')' | '%')
        })
        && !words.trim_end_matches(['’', '”', '"', '\'', ')']).ends_with(['.', '!', '?', '…', ','])
}
