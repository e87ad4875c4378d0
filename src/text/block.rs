//! Owns blocks: paragraphs, headings, bylines, datelines, credits; sentences are found inside them.
//!
//! `layout` says which line breaks separate them, `dateline` what a dateline looks like.

use std::sync::LazyLock;

use crate::{
    lexicon::{self, list::List},
    text::{calendar::WEEKDAYS, dateline, layout, span::Span},
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
        let span = split_dateline(text, *span, n, &mut found);
        found.push(Block { span, kind: kind(span.of(text), n, paragraphs.len()) });
    }
    found
}

/// Adds a block of a known kind; a paragraph may still be a byline or open with a dateline.
pub fn push(text: &str, block: Block, found: &mut Vec<Block>) {
    if block.span.is_empty() {
        return;
    }
    if block.kind != BlockKind::Paragraph {
        return found.push(block);
    }
    let n = found.len();
    let span = split_dateline(text, block.span, n, found);
    let kind = line_kind(span.of(text), n).unwrap_or(block.kind);
    found.push(Block { span, kind });
}

/// Splits off a dateline that opens the paragraph `n`; returns the rest.
fn split_dateline(text: &str, span: Span, n: usize, found: &mut Vec<Block>) -> Span {
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

/// What the line `n` is by its words, if it is a dateline, a byline, a caption or a credit.
fn line_kind(words: &str, n: usize) -> Option<BlockKind> {
    if words.len() > LONGEST_LINE {
        return None;
    }
    if dateline::is_date(words) {
        return Some(BlockKind::Dateline);
    }
    let small = words.to_ascii_lowercase();
    LINES.iter().find_map(|[edge, side, kind]| {
        if *kind == "furniture" {
            return (n > 0 && opens_a_sentence(&small, edge)).then_some(BlockKind::Credit);
        }
        let rest = match *side {
            "opening" => words.get(words.len() - small.strip_prefix(*edge)?.len()..)?,
            _ => small.strip_suffix(*edge).map(|_| "")?,
        };
        match *kind {
            "byline" => is_name(rest).then_some(BlockKind::Byline),
            "caption" => Some(BlockKind::Caption),
            // A first line such as `Source: team to move` is a headline.
            "credit" => {
                (n > 0 && !rest.starts_with(char::is_alphanumeric)).then_some(BlockKind::Credit)
            }
            _ => None,
        }
    })
}

/// Whether a sentence of `words`, in small letters, opens with `edge`: `Members only. Log in to reply`.
fn opens_a_sentence(words: &str, edge: &str) -> bool {
    words.split(". ").any(|sentence| {
        let rest = sentence.strip_prefix(edge);
        rest.is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
    })
}

/// Whether the words after `By` are a name and perhaps a function: `Ann Li and Bo Ek, Oslo`.
fn is_name(words: &str) -> bool {
    let parts =
        || words.split([' ', '\n', ',', '|', '/', '•', '&']).filter(|word| !word.is_empty());
    let named = |word: &str| word.starts_with(|c: char| !c.is_lowercase()) || SMALL.has(word);
    let no_name = |word: &str| NO_NAMES.has_title_case(word) || WEEKDAYS.has_title_case(word);
    words.starts_with([' ', '\n'])
        && parts().next().is_some_and(|w| w.starts_with(char::is_uppercase) && !no_name(w))
        && parts().count() <= 14
        && parts().all(named)
        && !words.ends_with(['?', '!', ':'])
        && !words
            .trim_end_matches('.')
            .trim_end()
            .ends_with(|c: char| words.ends_with('.') && c.is_lowercase())
}

/// Words in small letters inside the names and functions of a byline.
static SMALL: List = List::named("byline-word");

/// Words that may follow `By` and begin no name: `By The Sea`, `By Monday`.
static NO_NAMES: List = List::named("no-byline-name");

/// Whether a line is a heading: it is short and does not end as a sentence does.
fn is_heading(words: &str) -> bool {
    words.len() <= LONGEST_LINE
        && words.split_whitespace().count() <= 20
        && words.ends_with(|c: char| {
            c.is_alphanumeric() || matches!(c, '’' | '”' | '"' | '\'' | ')' | '%')
        })
        && !words.trim_end_matches(['’', '”', '"', '\'', ')']).ends_with(['.', '!', '?', '…', ','])
}
