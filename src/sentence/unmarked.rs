//! Owns ends without a mark: a heading that was run into its text, `Higher fares The council met`.
//!
//! Headings on lines of their own are left to `layout` and `block`.

use crate::lexicon::opener::{Unmarked, unmarked};

/// Where sentences begin in `words`, a block of English, that no mark parts from what is before.
///
/// A word such as `The` has a capital inside a sentence only as a part of a name, and then the next
/// word has one too: `the Times and The Post`, but `Higher fares The council`.
pub fn starts(words: &str) -> Vec<usize> {
    let places = words.as_bytes().windows(3).enumerate();
    let capitals = places.filter(|(_, near)| matches!(near, [_, b' ', b'A'..=b'Z']));
    let closed = capitals.filter(|(_, near)| near.first().is_some_and(|byte| closes(*byte)));
    closed.map(|(at, _)| at + 2).filter(|start| begins(words, *start)).collect()
}

/// Whether a word, a number or a quotation may end with this byte; `”` and `’` end with the last two.
const fn closes(byte: u8) -> bool {
    matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'"' | b'\'' | b'%' | 0x9D | 0x99)
}

fn begins(words: &str, start: usize) -> bool {
    let Some((before, after)) = words.split_at_checked(start) else { return false };
    let Some((first, rest)) = after.split_once(' ') else { return false };
    let titled = first == "How" && rest.starts_with("to ");
    let second = rest.trim_start_matches(['“', '"', '‘']);
    if titled || !second.starts_with(|c: char| c.is_ascii_lowercase()) {
        return false;
    }
    match unmarked(first.strip_suffix(',').unwrap_or(first)) {
        Some(Unmarked::Any) => may_end(before, false),
        Some(Unmarked::Small) => may_end(before, true),
        _ => false,
    }
}

/// No heading has more bytes.
const LONGEST: usize = 200;

/// Whether a heading may end where `before` does; with `small` only at a word in small letters or a
/// number.
fn may_end(before: &str, small: bool) -> bool {
    const LEADING_ON: [&str; 30] = [
        "a", "an", "and", "as", "at", "but", "by", "for", "from", "if", "in", "into", "is", "like",
        "nor", "of", "on", "or", "than", "that", "the", "through", "to", "until", "was", "were",
        "when", "where", "with", "would",
    ];
    let lead = lead(before);
    let last = lead.rsplit(' ').next().unwrap_or_default();
    let last = last.trim_start_matches(['“', '"', '(', '\'', '‘']);
    // `1 The mayor`, `b The clerk`: what counts the sentence is no heading.
    let counter = last.len() == lead.len() && !last.starts_with(char::is_alphabetic);
    let letter = last.chars().count() < 2 && !last.starts_with(|c: char| c.is_ascii_digit());
    let whole = last.ends_with(|c: char| c.is_alphanumeric() || c == '%');
    let fits = !small || last.starts_with(|c: char| !c.is_uppercase());
    whole && fits && !counter && !letter && !LEADING_ON.contains(&last)
}

/// The words from the last mark on; empty where they are more than a heading has.
fn lead(before: &str) -> &str {
    let bare = before.trim_end().trim_end_matches(['"', '\'', '”', '’']);
    let from = bare.ceil_char_boundary(bare.len().saturating_sub(LONGEST));
    let near = bare.get(from..).unwrap_or_default();
    match near.rfind(['.', '!', '?', '…', ';', ':', '\n']) {
        Some(at) => {
            near.get(at..).unwrap_or_default().trim_start_matches(|c: char| !c.is_alphanumeric())
        }
        None if from == 0 => near,
        None => "",
    }
}
