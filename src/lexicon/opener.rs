//! Owns openers: words whose capital shows that a sentence begins.

use std::sync::LazyLock;

use crate::lexicon;

/// After which words an opener begins a sentence without a mark between them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unmarked {
    /// After any.
    Any,
    /// After a word in small letters.
    Small,
    /// After none: the word needs a mark before it, as `I` in `letters A through I`.
    Never,
}

/// Whether `word`, with a capital, opens sentences and hardly ever a name.
pub fn is_opener(word: &str) -> bool {
    unmarked(word).is_some()
}

/// After which words `word` begins a sentence without a mark; none where it is no opener.
pub fn unmarked(word: &str) -> Option<Unmarked> {
    let at = OPENERS.binary_search_by_key(&word, |(opener, _)| opener).ok()?;
    OPENERS.get(at).map(|(_, place)| *place)
}

static OPENERS: LazyLock<Vec<(&'static str, Unmarked)>> = LazyLock::new(|| {
    let rows = lexicon::rows(include_str!("en/openers.txt"));
    rows.map(|row| (row.column(0), place(row.column(1)))).collect()
});

fn place(name: &str) -> Unmarked {
    match name {
        "any" => Unmarked::Any,
        "small" => Unmarked::Small,
        _ => Unmarked::Never,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_no_opener() {
        assert!(is_opener("A") && is_opener("The") && is_opener("You"));
        assert!(!is_opener("Smith") && !is_opener("the"));
    }
}
