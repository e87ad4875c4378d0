//! Owns openers: words that show by their capital that a sentence begins.

use std::sync::LazyLock;

use crate::lexicon;

/// Whether `word`, with a capital, opens sentences and hardly ever a name.
pub fn is_opener(word: &str) -> bool {
    OPENERS.binary_search(&word).is_ok()
}

static OPENERS: LazyLock<Vec<&'static str>> = LazyLock::new(|| {
    lexicon::rows(include_str!("lexicon/openers.txt")).map(|row| row.column(0)).collect()
});

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_no_opener() {
        assert!(is_opener("A") && is_opener("The") && is_opener("You"));
        assert!(!is_opener("Smith") && !is_opener("the"));
    }
}
