//! Owns the names in a byline: `By Ana Brook and Bo Ek, Oslo` has two.

use crate::lexicon::list::List;

/// What somebody is, not who: `Science Editor`.
static ROLES: List = List::named("byline-role");

/// What stands before the first name.
static BY: List = List::named("byline-opener");

/// What joins two names.
static AND: List = List::named("name-and");

/// The names in a piece of a byline that stands on one line; the words themselves where they are no list of names.
pub fn names(piece: &str) -> Vec<String> {
    let bare = without_by(piece);
    if bare.is_empty() {
        return Vec::new();
    }
    let mut names = Vec::new();
    let and = format!(" {} ", AND.phrase());
    let groups: Vec<&str> = bare.split(and.as_str()).flat_map(|part| part.split(" & ")).collect();
    for (group, items) in groups.iter().enumerate() {
        let items = items.split(',').map(str::trim).filter(|item| !item.is_empty());
        for (at, item) in items.enumerate() {
            let aside = is_small(item) || is_role(item) || groups.len() > 1 && at > 0;
            if is_name(item) || group > 0 && at == 0 && is_big(item) {
                names.push(item.to_owned());
            } else if !aside || names.is_empty() {
                return vec![bare.to_owned()];
            }
        }
    }
    if names.is_empty() { vec![bare.to_owned()] } else { names }
}

fn without_by(piece: &str) -> &str {
    let by = |(first, _): &(&str, &str)| BY.has_any_case(first.strip_suffix(':').unwrap_or(first));
    piece.split_once(' ').filter(by).map_or(piece, |(_, rest)| rest)
}

/// Whether words are somebody's whole name, with small words such as `de` inside.
pub fn is_name(item: &str) -> bool {
    let words: Vec<&str> = item.split(' ').collect();
    let inner = |at: usize| at > 0 && at + 1 < words.len();
    let short = |word: &str| word.encode_utf16().count() <= 3;
    (2..6).contains(&words.len())
        && words.iter().enumerate().all(|(at, word)| is_big(word) || inner(at) && short(word))
        && !item.contains(|c: char| c.is_ascii_digit())
        && !is_role(item)
}

fn is_role(item: &str) -> bool {
    let last = item.rsplit(' ').next().unwrap_or_default();
    ROLES.has_any_case(last)
}

fn is_big(word: &str) -> bool {
    word.chars().find(|c| c.is_alphabetic()).is_some_and(char::is_uppercase)
}

fn is_small(word: &str) -> bool {
    word.chars().find(|c| c.is_alphabetic()).is_some_and(char::is_lowercase)
}
