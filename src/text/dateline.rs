//! Owns datelines: "OSLO, May 3 (AP) —" at the start of a paragraph, and lines of date and time.

/// No dateline has more bytes.
const LONGEST: usize = 90;

/// No place without an agency is one behind so many paragraphs.
const FIRST: usize = 8;

/// The length of the dateline with which the paragraph `words`, the `n`th, opens; 0 for none.
///
/// It is a place in capitals, or any place with an agency in brackets, and then a dash; or a city in
/// capitals and a colon.
pub fn opening(words: &str, n: usize) -> usize {
    let head = words.get(..words.floor_char_boundary(LONGEST)).unwrap_or(words);
    if n < FIRST
        && let Some((place, rest)) = head.split_once(':')
        && CITIES.contains(&place.split(',').next().unwrap_or_default())
        && rest.starts_with(' ')
    {
        return place.len() + 1;
    }
    let found = ["—", "–", "--", "-"].iter().filter_map(|dash| dash_after_place(head, dash));
    let Some((place, end)) = found.min_by_key(|(_, end)| *end) else { return 0 };
    let more = words.get(end..).unwrap_or_default().trim_start();
    if more.is_empty() || !is_place(place, n) { 0 } else { end }
}

/// Cities whose newspapers set a colon behind them.
#[rustfmt::skip]
const CITIES: [&str; 33] = [
    "AHMEDABAD", "BENGALURU", "BHOPAL", "CHANDIGARH", "CHENNAI", "COLOMBO", "DHAKA", "GUWAHATI",
    "HYDERABAD", "ISLAMABAD", "JAIPUR", "KANPUR", "KARACHI", "KATHMANDU", "KOCHI", "KOLKATA",
    "KUALA LUMPUR", "LAHORE", "LUCKNOW", "MULTAN", "MUMBAI", "NAGPUR", "NEW DELHI", "PATNA",
    "PESHAWAR", "PUNE", "QUETTA", "RAWALPINDI", "SHIMLA", "SRINAGAR", "THIRUVANANTHAPURAM",
    "VARANASI", "VIJAYAWADA",
];

/// The words before the first `dash` that has white space on a side, and where it ends.
fn dash_after_place<'t>(head: &'t str, dash: &str) -> Option<(&'t str, usize)> {
    head.match_indices(dash).find_map(|(at, _)| {
        let (place, end) = (head.get(..at)?, at + dash.len());
        let wide = dash.len() > 2 || place.ends_with(' ') || dash == "--";
        (wide && head.get(end..)?.starts_with([' ', '\n', '\u{a0}']))
            .then_some((place.trim_end(), end))
    })
}

fn is_place(place: &str, n: usize) -> bool {
    const NOT_PLACES: [&str; 20] = [
        "ANALYSIS",
        "BREAKING",
        "CLARIFICATION",
        "COMMENT",
        "CORRECTION",
        "EDITOR’S NOTE",
        "EDITOR'S NOTE",
        "EXCLUSIVE",
        "FILE",
        "FILE PHOTO",
        "LIVE",
        "NEW",
        "NOTE",
        "OPINION",
        "REVIEW",
        "UPDATE",
        "UPDATED",
        "VIDEO",
        "WARNING",
        "WATCH",
    ];
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
        && (agency || capitals && !bracket && n < FIRST && !NOT_PLACES.contains(&first))
}

fn is_agency(words: &str) -> bool {
    words.len() <= 30 && words.starts_with(char::is_uppercase) && !words.contains(['.', '!', '?'])
}

/// Whether a line holds only a date or a time, and what introduces it: "Updated 9:40 p.m. ET, 3 May 2024".
pub fn is_date(line: &str) -> bool {
    let parts = || line.split(|c: char| !c.is_alphanumeric()).filter(|part| !part.is_empty());
    let digits = parts().any(|part| part.starts_with(|c: char| c.is_ascii_digit()));
    digits && line.len() <= LONGEST && is_dated(line) && parts().all(is_date_word)
}

/// A bare number is no date: there must be a month, a clock time or two separators.
fn is_dated(line: &str) -> bool {
    let clock = line.contains(':') && line.matches(|c: char| c.is_ascii_digit()).count() >= 3;
    clock
        || line.matches('/').count() == 2
        || line.split(|c: char| !c.is_alphabetic()).any(is_month)
}

fn is_date_word(part: &str) -> bool {
    const WORDS: [&str; 52] = [
        "a",
        "am",
        "and",
        "at",
        "bst",
        "cest",
        "cet",
        "d",
        "date",
        "day",
        "edt",
        "est",
        "et",
        "first",
        "fri",
        "friday",
        "gmt",
        "h",
        "ist",
        "last",
        "m",
        "modified",
        "mon",
        "monday",
        "nd",
        "on",
        "p",
        "pdt",
        "pm",
        "posted",
        "pst",
        "pt",
        "published",
        "rd",
        "sat",
        "saturday",
        "st",
        "sun",
        "sunday",
        "th",
        "thu",
        "thursday",
        "time",
        "tue",
        "tues",
        "tuesday",
        "updated",
        "utc",
        "wed",
        "wednesday",
        "z",
        "issued",
    ];
    let letters = part.trim_start_matches(|c: char| c.is_ascii_digit()).to_lowercase();
    letters.is_empty() || is_month(&letters) || WORDS.contains(&letters.as_str())
}

fn is_month(word: &str) -> bool {
    const MONTHS: [&str; 12] = [
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
    ];
    let small = word.to_lowercase();
    MONTHS.iter().any(|month| *month == small || month.get(..3) == Some(&small)) || small == "sept"
}
