//! Owns the words beside a name that say who it is: `the mayor, Ms. Li` and `Ms. Li, the mayor`.

use std::ops::Range;

use crate::{
    grammar::{
        name::Name,
        verb::is_finite,
        words::{is_capital, is_mark, norm, tag},
    },
    lexicon::noun::{Noun, noun},
    token::{document::Document, tag::Tag},
};

/// The words around a name that describe it, without their article.
pub fn around(document: &Document, name: &Name, sentence: &Range<usize>) -> Option<Range<usize>> {
    before(document, name, sentence.start).or_else(|| after(document, name, sentence.end))
}

/// `Oslo police chief Ms. Li`: back over nouns and adjectives to the article.
fn before(document: &Document, name: &Name, floor: usize) -> Option<Range<usize>> {
    let end = name.tokens.start;
    let last = end.checked_sub(1).filter(|last| *last >= floor)?;
    let comma = norm(document, last) == "," && is_mark(document, name.tokens.end);
    let (last, end) = if comma { (last.checked_sub(1)?, last) } else { (last, end) };
    noun(norm(document, last)).filter(|noun| noun.is_human() && !noun.plural)?;
    let mut start = last;
    while start > floor && modifies(document, start - 1) {
        start -= 1;
    }
    Some(start..end)
}

fn modifies(document: &Document, at: usize) -> bool {
    use Tag::{CD, HYPH, JJ, JJS, NN, NNP, NNPS, NNS, POS};
    let nominal = matches!(tag(document, at), NN | NNS | NNP | NNPS | JJ | JJS | CD | HYPH | POS);
    let small = ["the", "a", "an", "and", "of", "by", "with", "that", "while", "as", "but", "to"];
    let word = norm(document, at);
    nominal
        && !small.contains(&word)
        && (!is_mark(document, at) || matches!(word, "-" | "'s" | "'"))
}

/// `Ms. Li, the mayor of Oslo,`: from the comma to the next one.
fn after(document: &Document, name: &Name, limit: usize) -> Option<Range<usize>> {
    const LONGEST: usize = 20;
    let comma = name.tokens.end;
    let mut start = comma + 1;
    if norm(document, comma) != "," {
        return None;
    }
    if tag(document, start) == Tag::CD && norm(document, start + 1) == "," {
        start += 2;
    }
    let article = matches!(norm(document, start), "the" | "a" | "an" | "his" | "her");
    if article {
        start += 1;
    }
    let reach = limit.min(start + LONGEST);
    let stop = |at: &usize| {
        is_mark(document, *at) && !matches!(norm(document, *at), "-" | "'" | "'s" | "&")
            || is_finite(document, *at)
            || norm(document, *at) == "who"
    };
    let end = (start..reach).find(stop)?;
    let names_role = main_noun(document, start..end).is_some_and(|noun| !noun.plural);
    let opens = article || is_capital(document, start) || noun(norm(document, start)).is_some();
    (names_role && opens && is_mark(document, end)).then_some(start..end)
}

/// The noun that a description turns on: `minister` in `foreign minister of Oman`.
pub fn main_noun(document: &Document, words: Range<usize>) -> Option<Noun> {
    let small = ["of", "for", "at", "in", "to", "from", "with", "on", "who", ",", "and"];
    let chunk = words.take_while(|at| !small.contains(&norm(document, *at)));
    chunk.filter_map(|at| noun(norm(document, at))).last()
}
