//! Owns the pre-filter: a one-bit lookup that skips words at which no cue can begin.

use std::{ops::Range, sync::LazyLock};

use crate::{
    model::hash,
    rules::{according, cue, cue_noun, issued},
    token::document::Document,
};

const BITS: u32 = 14;

/// One bit for each row that a word may hash to, set if a cue may begin with a word of that row.
static OPEN: LazyLock<Box<[u64]>> = LazyLock::new(|| {
    let mut open = vec![0; (1 << BITS) / 64].into_boxed_slice();
    let lists = according::OPENERS.iter().chain(&issued::OPENERS);
    for word in cue::words().chain(lists.flat_map(|list| list.words()).copied()) {
        set(&mut open, word);
    }
    for noun in cue_noun::words() {
        set(&mut open, noun);
        set(&mut open, &format!("{noun}s"));
    }
    open
});

fn set(open: &mut [u64], word: &str) {
    let row = hash::row(hash::word(word.as_bytes()), BITS);
    if let Some(bits) = open.get_mut((row / 64) as usize) {
        *bits |= 1 << (row % 64);
    }
}

/// The tokens at which a cue may begin, and a few others that hash to the same rows.
pub fn openers<'d>(
    document: &'d Document,
    tokens: Range<usize>,
) -> impl Iterator<Item = usize> + 'd {
    let open = &**OPEN;
    let words = document.tokens().get(tokens.clone()).unwrap_or_default();
    let is_open = |word: u32| {
        let row = hash::row(word, BITS);
        open.get((row / 64) as usize).is_some_and(|bits| bits >> (row % 64) & 1 == 1)
    };
    tokens.zip(words).filter(move |(_, token)| is_open(token.word)).map(|(at, _)| at)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn most_words_are_passed_over() {
        let text = "On Monday the harbour bridge was closed, said Ms. Li, who owns the claim.";
        let document = Document::new(text, &[]);
        let found: Vec<&str> = openers(&document, 0..document.tokens().len())
            .map(|at| document.norm(&document.tokens()[at]))
            .collect();
        assert!(found.contains(&"said") && found.contains(&"claim"), "{found:?}");
        assert!(found.len() < 6, "{found:?}");
    }
}
