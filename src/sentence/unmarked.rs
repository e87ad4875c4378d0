//! Owns ends without a mark: a heading that stands on the line of its text, `Higher fares The council met`.
//!
//! Leaves headings on lines of their own to `layout` and `block`.

use crate::lexicon::{
    list::List,
    opener::{Unmarked, unmarked},
};

/// Where sentences begin in `words`, a block of English, without a mark before them.
///
/// Inside a sentence, a word such as `The` has a capital only as part of a name, and then the next word has
/// one too: `the Times and The Post`. In `Higher fares The council` it begins a sentence.
pub fn starts(words: &str) -> Vec<usize> {
    let places = words.as_bytes().windows(3).enumerate();
    let capitals = places.filter(|(_, near)| matches!(near, [_, b' ', b'A'..=b'Z']));
    let closed = capitals.filter(|(_, near)| near.first().is_some_and(|byte| closes(*byte)));
    closed.map(|(at, _)| at + 2).filter(|start| begins(words, *start)).collect()
}

/// Whether a word, a number or a quotation may end with this byte; 0x9D and 0x99 end `”` and `’`.
const fn closes(byte: u8) -> bool {
    matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'"' | b'\'' | b'%' | 0x9D | 0x99)
}

fn begins(words: &str, start: usize) -> bool {
    let Some((before, after)) = words.split_at_checked(start) else { return false };
    let Some((first, rest)) = after.split_once(' ') else { return false };
    let titled = TITLE_OPENERS.has(first)
        && rest.split_once(' ').is_some_and(|(second, _)| TITLE_SECONDS.has(second));
    let second = rest.trim_start_matches(['“', '"', '‘']);
    if titled || !second.starts_with(|c: char| c.is_ascii_lowercase()) {
        return false;
    }
    match unmarked(first.strip_suffix(',').unwrap_or(first)) {
        Some(Unmarked::Any) => may_end(before),
        Some(Unmarked::Small) => may_end(before) && ends_small(before),
        _ => false,
    }
}

/// Words that open a heading inside a sentence: `read How to win`.
static TITLE_OPENERS: List = List::sentence("title-how");

/// What follows them there.
static TITLE_SECONDS: List = List::sentence("title-how-to");

/// Words after which a sentence goes on, so that no heading ends with them.
static LEADING_ON: List = List::sentence("leading-on");

/// The longest heading, in bytes.
const LONGEST: usize = 200;

/// Whether a heading may end where `before` does.
fn may_end(before: &str) -> bool {
    let lead = lead(before);
    let last = last_word(lead);
    // In `1 The mayor` and `b The clerk` the sentence is numbered.
    let counter = last.len() == lead.len() && !last.starts_with(char::is_alphabetic);
    let letter = last.chars().count() < 2 && !last.starts_with(|c: char| c.is_ascii_digit());
    let whole = last.ends_with(|c: char| c.is_alphanumeric() || c == '%');
    whole && !counter && !letter && !LEADING_ON.has(last)
}

/// Whether the last word of `before` is a number or begins with a small letter.
fn ends_small(before: &str) -> bool {
    last_word(lead(before)).starts_with(|c: char| !c.is_uppercase())
}

fn last_word(lead: &str) -> &str {
    let last = lead.rsplit(' ').next().unwrap_or_default();
    last.trim_start_matches(['“', '"', '(', '\'', '‘'])
}

/// The words after the last mark; empty where they are too long for a heading.
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
