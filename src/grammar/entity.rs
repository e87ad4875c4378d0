//! Owns the names in claims: people, places and organizations, as spans of tokens.
//!
//! Claims are weighed by these names, so the weights hold only for this reading. `name` reads the names of
//! sources: it splits off titles and looks at the whole document.

use std::ops::Range;

use crate::grammar::{
    word::{Class, Words},
    words::GENITIVE,
};

/// A name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Name {
    /// Its tokens, as indices into the document's tokens.
    pub tokens: Range<usize>,
    /// What it names.
    pub kind: NameKind,
}

/// What a name names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NameKind {
    /// A person, or a name whose kind its words do not tell.
    Name,
    /// `Oman`, `New York`.
    Place,
    /// `the Treasury`, `Acme Inc.`
    Organization,
}

/// The names among some tokens, in order.
#[cfg(test)]
pub fn names(words: &Words, tokens: Range<usize>) -> impl Iterator<Item = Name> {
    let mut at = tokens.start;
    std::iter::from_fn(move || {
        while at < tokens.end {
            let found = name_at(words, at, tokens.end);
            at = found.as_ref().map_or(at + 1, |name| name.tokens.end);
            if found.is_some() {
                return found;
            }
        }
        None
    })
}

/// The name that opens with token `at`.
pub fn name_at(words: &Words, at: usize, end: usize) -> Option<Name> {
    if !is_name(words, at) {
        return None;
    }
    let mut last = at;
    while let Some(next) = [last + 1, last + 2]
        .into_iter()
        .find(|&n| n < end && is_name(words, n) && (n == last + 1 || joins(words, last)))
    {
        last = next;
    }
    let tokens = at..last + 1;
    Some(Name { kind: kind(words, tokens.clone()), tokens })
}

/// Whether a token is a proper noun and no date.
fn is_name(words: &Words, n: usize) -> bool {
    let dated = words.has(n, Class::Month) || words.has(n, Class::Weekday);
    words.tag(n).is_name() && words.is_capital(n) && !dated
}

/// Whether the token after `last` joins it to the next: `Bank of England`, `Marks & Spencer`.
fn joins(words: &Words, last: usize) -> bool {
    let next = words.norm(last + 1);
    next == "&" || GENITIVE.has(next)
}

fn kind(words: &Words, tokens: Range<usize>) -> NameKind {
    let any = |class| tokens.clone().any(|n| words.has(n, class));
    let last = tokens.end - 1;
    if words.has(last, Class::Place) && !words.has(tokens.start, Class::Organization) {
        NameKind::Place
    } else if any(Class::Organization) {
        NameKind::Organization
    } else {
        NameKind::Name
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_found_where_the_golden_file_marks_them() {
        crate::grammar::cases::check(include_str!("../../tests/golden/names/names.txt"), |words| {
            let all = 0..words.document().tokens().len();
            let role = |kind| match kind {
                NameKind::Name => "name",
                NameKind::Place => "place",
                NameKind::Organization => "organization",
            };
            names(words, all).map(|n| (words.document().span(n.tokens), role(n.kind))).collect()
        });
    }
}
