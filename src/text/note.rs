//! Owns the marks of notes, which stand behind a word or a stop and belong to no sentence: `said[1]`, `safe.²`,
//! `safe.1 She`.

use crate::lexicon::list::List;

/// Short words before a number that counts: `no.1`, `vol.2`.
static NUMBERED: List = List::text("word-before-number");

/// `note` before the number of a note.
static NOTES: List = List::text("word-for-note");

/// The length of the mark of a note that begins `rest`, glued to `before`; 0 where there is none.
pub fn len(before: &str, rest: &str) -> usize {
    let Some(first) = rest.chars().next() else { return 0 };
    match first {
        '[' => bracket_len(rest),
        _ if is_raised(first) => rest.len() - rest.trim_start_matches(is_raised).len(),
        _ if first.is_ascii_digit() => number_len(before, rest),
        _ => 0,
    }
}

/// `[12]`, `[b]`, `[note 3]`.
fn bracket_len(rest: &str) -> usize {
    const LONGEST: usize = 8;
    let Some(end) = rest.bytes().take(LONGEST).position(|byte| byte == b']') else { return 0 };
    let inner = rest.get(1..end).unwrap_or_default();
    let named = inner.split_once(' ').filter(|(word, _)| NOTES.has(word));
    let number = named.map_or(inner, |(_, number)| number);
    let digits = !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit());
    let letter = inner.len() == 1 && inner.bytes().all(|byte| byte.is_ascii_lowercase());
    if digits || letter { end + 1 } else { 0 }
}

/// The length of the number in `was safe.1 She` and `was safe,”12 she said`: behind a word of prose and its mark, before the
/// next sentence or clause.
pub fn number_len(before: &str, rest: &str) -> usize {
    const SHORTEST: usize = 2;
    let len = rest.bytes().take_while(u8::is_ascii_digit).count();
    if len == 0 {
        return 0;
    }
    let beyond = rest.get(len..).unwrap_or_default();
    let quoted = before.ends_with(['”', '’', '"', '\'', '»']);
    let word = before.trim_end_matches(['.', ',', ';', ':', '!', '?', '”', '’', '"', '\'', '»']);
    let next = beyond.trim_start().chars().next();
    let apart = beyond.is_empty() || beyond.starts_with(char::is_whitespace);
    let ends = next.is_none_or(|c| quoted || !c.is_lowercase() && !c.is_ascii_digit());
    let letters = word.len() - word.trim_end_matches(|c: char| c.is_lowercase()).len();
    let last = word.rsplit(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
    let prose = letters >= SHORTEST && !NUMBERED.has_any_case(last) && word.len() < before.len();
    if len < 4 && apart && ends && prose { len } else { 0 }
}

/// Whether a character is a raised figure: `¹`, `⁴`.
pub const fn is_raised(c: char) -> bool {
    matches!(c, '¹' | '²' | '³' | '\u{2070}'..='\u{2079}')
}

#[test]
fn marks_of_notes_are_told_from_numbers() {
    let cases = [
        ("He said", "[1] it", 3),
        ("It is safe.", "[note 2]", 8),
        ("It is safe.", "²³ She", 4),
        ("It is safe.", "1 She left", 1),
        ("“It is safe,”", "12 she said", 2),
        ("See no.", "1 Hill Road", 0),
        ("He said ", "[the mayor] left", 0),
        ("It rose by 2.", "5 He", 0),
        ("It is safe.", "5 percent", 0),
    ];
    for (before, rest, expected) in cases {
        assert_eq!(len(before, rest), expected, "{before}{rest}");
    }
}
