//! Owns who wrote an article, each by their own name: `By Ana Brook and Bo Ek, Oslo` is by two.

use crate::{audit::record::one_line, lexicon::list::List};

/// What somebody is, not who: `Science Editor`.
static ROLES: List = List::named("byline-role");

/// What stands before the first name.
static BY: List = List::named("byline-opener");

/// What joins two names.
static AND: List = List::named("name-and");

/// The authors that some words name, without doubles; the words themselves where they are no list of names, and one
/// that is empty where nobody is named.
pub fn authors(words: &str) -> Vec<String> {
    let mut all: Vec<String> = Vec::new();
    for name in words.split(';').flat_map(|piece| names(&one_line(piece))) {
        if !all.contains(&name) {
            all.push(name);
        }
    }
    if all.is_empty() { vec![String::new()] } else { all }
}

fn names(piece: &str) -> Vec<String> {
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
fn is_name(item: &str) -> bool {
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

#[cfg(test)]
mod tests {
    use super::authors;

    #[test]
    fn each_author_has_a_name_of_their_own() {
        for (words, wanted) in [
            ("", ""),
            ("By Ana Brook", "Ana Brook"),
            ("by Ana Brook and Bo Ek, Oslo", "Ana Brook|Bo Ek"),
            ("Ana Brook, Bo Ek, and Piet de Wit", "Ana Brook|Bo Ek|Piet de Wit"),
            ("Ana Brook, Science Editor", "Ana Brook"),
            ("Ana Brook and Reuters", "Ana Brook|Reuters"),
            ("Reuters; Ana Brook; Reuters", "Reuters|Ana Brook"),
            ("Staff writers and agencies", "Staff writers and agencies"),
            ("Jo “Q” Li, Bo", "Jo “Q” Li, Bo"),
        ] {
            assert_eq!(authors(words).join("|"), wanted, "{words}");
        }
    }
}
