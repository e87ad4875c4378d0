//! Owns what an element is by its name alone: unread, a block, which kind of block; and the signs of notes.
//! The browser's walk and the command line both read it.

use crate::BlockKind;

/// What is no part of an article's words, or not as text.
pub fn is_unread(name: &str) -> bool {
    matches!(
        name,
        "SCRIPT"
            | "STYLE"
            | "NOSCRIPT"
            | "TEMPLATE"
            | "TEXTAREA"
            | "SELECT"
            | "DATALIST"
            | "BUTTON"
            | "PROGRESS"
            | "METER"
            | "SVG"
            | "MATH"
            | "CANVAS"
            | "AUDIO"
            | "VIDEO"
            | "OBJECT"
            | "IFRAME"
            | "NAV"
            | "DIALOG"
            | "RT"
            | "RP"
    )
}

/// Whether the words before and after it stand apart.
pub fn is_block(name: &str) -> bool {
    matches!(
        name,
        "P" | "DIV"
            | "H1"
            | "H2"
            | "H3"
            | "H4"
            | "H5"
            | "H6"
            | "LI"
            | "UL"
            | "OL"
            | "DL"
            | "DT"
            | "DD"
            | "BLOCKQUOTE"
            | "FIGURE"
            | "FIGCAPTION"
            | "ARTICLE"
            | "SECTION"
            | "HEADER"
            | "FOOTER"
            | "MAIN"
            | "ASIDE"
            | "NAV"
            | "PRE"
            | "HR"
            | "TABLE"
            | "CAPTION"
            | "TR"
            | "TD"
            | "TH"
            | "ADDRESS"
            | "DETAILS"
            | "SUMMARY"
            | "FORM"
            | "FIELDSET"
            | "HGROUP"
            | "BODY"
    )
}

/// The kind of block that an element of that name makes.
pub fn kind(name: &str) -> BlockKind {
    match name {
        "H1" | "H2" | "H3" | "H4" | "H5" | "H6" => BlockKind::Heading,
        "LI" | "DT" | "DD" => BlockKind::ListItem,
        "BLOCKQUOTE" => BlockKind::Blockquote,
        "FIGCAPTION" | "CAPTION" => BlockKind::Caption,
        _ => BlockKind::Paragraph,
    }
}

/// Whether raised words are the sign of a note, and no power (`10⁶`) or ordinal (`1st`).
pub fn is_note_sign(words: &str, is_linked: bool, before: &str) -> bool {
    let is_short = words.chars().count() <= 4;
    let is_number = words.chars().all(|c| c.is_ascii_digit() || matches!(c, ',' | ' ' | '–' | '-'));
    (words.starts_with('[') && words.ends_with(']'))
        || words.chars().all(|c| "*†‡§¶‖".contains(c))
        || (is_linked && is_short)
        || (is_number && !can_be_raised(before))
}

/// Whether a raised number after these words is a power or a unit's: `10`, `km`.
fn can_be_raised(before: &str) -> bool {
    let letters = before.chars().rev().take_while(|c| c.is_alphabetic()).take(3).count();
    letters == 1 || letters == 2 || before.ends_with(|c: char| c.is_ascii_digit() || c == ')')
}
