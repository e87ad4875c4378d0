//! Owns who wrote an article, each by their own name.

use crate::{audit::record::one_line, text::byline::names};

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
