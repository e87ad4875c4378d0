//! Owns sentences by UAX #29 for text that is not English.
//!
//! `unicode-segmentation` gives the boundaries. CLDR's suppressions and four rules that hold in every
//! language remove some of them; none is added.

use std::sync::LazyLock;

use unicode_segmentation::UnicodeSegmentation;

use crate::{
    lexicon::{self, list::List},
    sentence::context::{Shape, shape},
    text::language::Language,
};

/// Where sentences begin in `words`, a block, without the first.
pub fn starts(words: &str, language: Language) -> Vec<usize> {
    bounds(words).filter(|at| is_start(words, *at, language)).collect()
}

/// The boundaries at a mark that Latin text does not have: `。`, `।`, `؟`.
pub fn foreign_starts(words: &str) -> Vec<usize> {
    let foreign = |at: &usize| {
        let before = words.get(..*at).unwrap_or_default().trim_end().trim_end_matches(is_closing);
        let mark = before.chars().next_back();
        mark.is_some_and(|c| !c.is_alphanumeric() && is_foreign(c))
            && !at_line_break(words, *at, before)
    };
    bounds(words).filter(foreign).collect()
}

/// The boundaries of UAX #29, moved past white space.
fn bounds(words: &str) -> impl Iterator<Item = usize> + '_ {
    let parts = words.split_sentence_bound_indices().skip(1);
    parts.map(|(at, part)| at + part.len() - past_closing(part).len())
}

/// `words` without the white space and the closing mark at their start: `« Non. » Il`.
fn past_closing(words: &str) -> &str {
    let words = words.trim_start();
    let rest = words.strip_prefix(['»', '”', '’', ')', ']']).unwrap_or(words).trim_start();
    if rest.len() + 1 < words.len() { rest } else { words }
}

/// Whether `words` hold a character of another script or one of its marks.
pub fn has_foreign(words: &str) -> bool {
    !words.is_ascii() && words.bytes().any(|b| b >= 0xD6 && !matches!(b, 0xE2 | 0xF0))
}

/// Whether most letters of `words` are not Latin.
pub fn is_foreign_script(words: &str) -> bool {
    let letters = || words.chars().filter(|c| c.is_alphabetic());
    2 * letters().filter(|c| is_foreign(*c)).count() > letters().count()
}

fn is_foreign(c: char) -> bool {
    !matches!(c, '\0'..='\u{36f}' | '\u{1e00}'..='\u{1eff}' | '\u{2000}'..='\u{2bff}')
}

fn is_closing(c: char) -> bool {
    matches!(c, '"' | '\'' | '”' | '’' | '»' | '›' | '“' | '‘' | ')' | ']' | '」' | '』' | '）')
}

fn is_start(words: &str, at: usize, language: Language) -> bool {
    let Some((before, after)) = words.split_at_checked(at) else { return false };
    let before = before.trim_end();
    let bare = before.trim_end_matches(is_closing);
    let first = after.trim_start_matches(|c: char| !c.is_alphanumeric());
    let inside = after.starts_with(|c: char| c.is_lowercase() && !is_georgian(c));
    !(inside
        || at_line_break(words, at, bare)
        || bare.strip_suffix('.').is_some_and(|words| is_cut_short(words, first, language)))
}

/// Georgian letters count as small, and none begins a sentence in another shape.
fn is_georgian(c: char) -> bool {
    matches!(c, '\u{10d0}'..='\u{10ff}')
}

/// Whether the boundary is a line break without a mark: a sentence of wrapped text goes on there.
fn at_line_break(words: &str, at: usize, bare: &str) -> bool {
    let broken = words.get(bare.len()..at).is_some_and(|gap| gap.contains(['\n', '\r', '\x0c']));
    broken
        && bare.ends_with(|c: char| c.is_alphanumeric() || matches!(c, ',' | ';' | ':' | '-' | '–'))
}

/// Whether the full stop after `words` belongs to an abbreviation, an initial or an ordinal.
fn is_cut_short(words: &str, first: &str, language: Language) -> bool {
    let last = words
        .rsplit([' ', '\n', '\u{a0}', '(', '"', '„', '“', '«', '’', '\''])
        .next()
        .unwrap_or_default();
    let ordinal = language == Language::German
        && last.len() <= 2
        && last.bytes().all(|b| b.is_ascii_digit())
        && first.starts_with(char::is_uppercase);
    let list = match language {
        Language::German => &SUPPRESSIONS[0],
        Language::Spanish => &SUPPRESSIONS[1],
        Language::French => &SUPPRESSIONS[2],
        Language::Italian => &SUPPRESSIONS[3],
        Language::Portuguese => &SUPPRESSIONS[4],
        _ => return shape(last) == Shape::Initial,
    };
    let title = is_title(last) && first.starts_with(char::is_uppercase);
    // A short word before a number: `ca. 120`, `rd. 3`, `tel. 555`.
    let counts = last.len() < 4
        && last.bytes().all(|b| b.is_ascii_lowercase())
        && first.starts_with(|c: char| c.is_ascii_digit());
    let listed = list.binary_search(&last).is_ok();
    ordinal || title || counts || listed || shape(last) == Shape::Initial
}

/// Whether a name follows the abbreviation `word` in several languages, beyond CLDR's lists.
fn is_title(word: &str) -> bool {
    TITLES.has(word) || TITLES.has_any_case(word)
}

/// Titles and first parts of names; one with a capital counts only so: `St` but not the ordinal's `st`.
static TITLES: List = List::sentence("title-abroad");

static SUPPRESSIONS: LazyLock<[Vec<&'static str>; 5]> = LazyLock::new(|| {
    [
        include_str!("../lexicon/de/suppressions.txt"),
        include_str!("../lexicon/es/suppressions.txt"),
        include_str!("../lexicon/fr/suppressions.txt"),
        include_str!("../lexicon/it/suppressions.txt"),
        include_str!("../lexicon/pt/suppressions.txt"),
    ]
    .map(|file| lexicon::rows(file).map(|row| row.column(0)).collect())
});
