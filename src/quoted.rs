//! Owns the stretches between quotation marks in a block, for callers who keep a quotation whole.
//!
//! The quotations that detectors read, with their tokens, are left to `quotation`.

use crate::span::Span;

/// The quotations of `words`, a block, that are closed in it, marks included; none inside another.
pub fn quoted(words: &str) -> Vec<Span> {
    let mut found = Vec::new();
    let mut open: Option<(usize, char)> = None;
    let mut before = ' ';
    for (at, c) in words.char_indices() {
        let end = at + c.len_utf8();
        let next = words.get(end..).and_then(|rest| rest.chars().next()).unwrap_or(' ');
        match open {
            None => open = closing(c, before, next).map(|close| (at, close)),
            Some((start, close)) if c == close && !(is_single(c) && next.is_alphanumeric()) => {
                found.push(Span::new(start, end));
                open = None;
            }
            _ => {}
        }
        before = c;
    }
    found
}

/// The mark that closes a quotation which `c` opens, if it opens one here.
fn closing(c: char, before: char, next: char) -> Option<char> {
    let opens = !before.is_alphanumeric() && !next.is_whitespace();
    match c {
        '“' | '„' if opens => Some('”'),
        '«' => Some('»'),
        '‘' if opens => Some('’'),
        '"' | '\'' if opens => Some(c),
        _ => None,
    }
}

fn is_single(c: char) -> bool {
    matches!(c, '\'' | '’')
}
