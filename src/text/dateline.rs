//! Owns datelines: `OSLO, May 3 (AP) —` at the start of a paragraph, and lines of date and time.

use crate::{
    lexicon::list::List,
    text::calendar::{SHORT_WEEKDAYS, TIME_ZONES, WEEKDAYS, is_month},
};

/// Cities whose newspapers put a colon after them: `MUMBAI: The council met`.
static CITIES: List = List::named("dateline-city");

/// Words in capitals that open a paragraph and are no place: `UPDATE — The council met`.
static LABELS: List = List::named("dateline-label");

/// Words of a line of date and time besides days, months and zones.
static WORDS: List = List::named("dateline-word");

/// No dateline has more bytes.
const LONGEST: usize = 90;

/// A place without an agency counts only in the first paragraphs of an article.
const FIRST: usize = 8;

/// The length of the dateline that opens the paragraph `words`, the `n`th; 0 for none.
///
/// A dateline is a place in capitals, or any place with an agency in brackets, and then a dash; or a city
/// in capitals and a colon.
pub fn opening(words: &str, n: usize) -> usize {
    let head = words.get(..words.floor_char_boundary(LONGEST)).unwrap_or(words);
    if n < FIRST
        && let Some((place, rest)) = head.split_once(':')
        && is_city(place.split(',').next().unwrap_or_default())
        && rest.starts_with(' ')
    {
        return place.len() + 1;
    }
    let found = ["—", "–", "--", "-"].iter().filter_map(|dash| dash_after_place(head, dash));
    let Some((place, end)) = found.min_by_key(|(_, end)| *end) else { return 0 };
    let more = words.get(end..).unwrap_or_default().trim_start();
    if more.is_empty() || !is_place(place, n) { 0 } else { end }
}

/// Whether `place`, in capitals, is a city that a colon may follow.
fn is_city(place: &str) -> bool {
    let capitals = place.bytes().all(|b| b.is_ascii_uppercase() || b == b' ');
    capitals && CITIES.has(&entry(place))
}

/// Words in capitals as the lists write them: in small letters, with `_` for a space.
fn entry(words: &str) -> String {
    words.to_ascii_lowercase().replace(' ', "_").replace('’', "'")
}

/// The words before the first `dash` that has white space on a side, and where it ends.
fn dash_after_place<'t>(head: &'t str, dash: &str) -> Option<(&'t str, usize)> {
    head.match_indices(dash).find_map(|(at, _)| {
        let (place, end) = (head.get(..at)?, at + dash.len());
        let wide = dash.len() > 2 || place.ends_with(' ') || dash == "--";
        (wide && head.get(end..)?.starts_with([' ', '\n', '\u{a0}']))
            .then_some((place.trim_end(), end))
    })
}

/// Whether the words before the dash of paragraph `n` are a place, perhaps with an agency: `OSLO`,
/// `Oslo (AP)`.
fn is_place(place: &str, n: usize) -> bool {
    let (city, agency) = match place.split_once('(') {
        Some((city, agency)) => (city.trim_end(), agency.strip_suffix(')').is_some_and(is_agency)),
        None => (place, false),
    };
    let first = city.split(',').next().unwrap_or_default();
    let capitals = !first.chars().any(char::is_lowercase)
        && first.chars().filter(|c| c.is_alphabetic()).count() > 2;
    let named = city.split([' ', ',']).all(|word| !word.starts_with(char::is_lowercase));
    let short = city.split_whitespace().count() <= 6;
    let bracket = place.contains('(');
    short
        && named
        && !city.ends_with(['.', '!', '?', ':', '"', '”']) | city.contains(',')
        && (agency || capitals && !bracket && n < FIRST && !LABELS.has(&entry(first)))
}

fn is_agency(words: &str) -> bool {
    words.len() <= 30 && words.starts_with(char::is_uppercase) && !words.contains(['.', '!', '?'])
}

/// Whether a line holds only a date or a time, and what introduces it: `Updated 9:40 p.m. ET, 3 May 2024`.
pub fn is_date(line: &str) -> bool {
    let parts = || line.split(|c: char| !c.is_alphanumeric()).filter(|part| !part.is_empty());
    let digits = parts().any(|part| part.starts_with(|c: char| c.is_ascii_digit()));
    digits && line.len() <= LONGEST && is_dated(line) && parts().all(is_date_word)
}

/// Whether a line has a month, a clock time or two slashes: a bare number is no date.
fn is_dated(line: &str) -> bool {
    let clock = line.contains(':') && line.matches(|c: char| c.is_ascii_digit()).count() >= 3;
    let month = |word: &str| is_month(&word.to_lowercase());
    clock || line.matches('/').count() == 2 || line.split(|c: char| !c.is_alphabetic()).any(month)
}

fn is_date_word(part: &str) -> bool {
    let letters = part.trim_start_matches(|c: char| c.is_ascii_digit()).to_lowercase();
    let day = || WEEKDAYS.has(&letters) || SHORT_WEEKDAYS.has(&letters);
    letters.is_empty()
        || is_month(&letters)
        || day()
        || TIME_ZONES.has(&letters)
        || WORDS.has(&letters)
}
