//! Owns sources without a name: which keep somebody from the reader, and which are only general.

use std::ops::Range;

use crate::{
    coref::entities::Member,
    grammar::{
        epithet::Phrase,
        guess::Guess,
        head::counted_end,
        name::names,
        words::{norm, tag},
    },
    token::{document::Document, tag::Tag},
    vocabulary::kinds::SourceKind,
};

/// A new member of the cast for a phrase that points back to nobody.
pub fn member(document: &Document, phrase: &Phrase) -> Member {
    let kind = kind(document, phrase);
    let names_somebody = names(document, phrase.tokens.clone()).next().is_some();
    let named = match kind {
        SourceKind::Unnamed => false,
        SourceKind::Organization => {
            phrase.definite || names_somebody || norm(document, phrase.head) == "police"
        }
        SourceKind::Document => phrase.definite || names_somebody,
        SourceKind::Role => phrase.definite && names_somebody,
        _ => names_somebody,
    };
    Member {
        name: None,
        words: without_clause(document, &phrase.tokens),
        description: None,
        noun: phrase.noun,
        plural: phrase.plural,
        kind: Some(kind),
        named,
        place: false,
        guess: Guess::Open,
        gender: phrase.noun.and_then(|noun| noun.gender),
        mentions: Vec::new(),
        unsettled: false,
        seen: 0,
    }
}

/// `the chief, who has led the port since May,` goes by its noun phrase.
fn without_clause(document: &Document, tokens: &Range<usize>) -> Range<usize> {
    let clause = |at: &usize| {
        norm(document, *at) == "," && matches!(norm(document, at + 1), "who" | "which" | "whose")
    };
    let mut end = tokens.clone().skip(1).find(clause).unwrap_or(tokens.end);
    while end > tokens.start + 1 && norm(document, end - 1) == "," {
        end -= 1;
    }
    tokens.start..end
}

/// A new member for several at once.
pub fn several(document: &Document, tokens: Range<usize>) -> Member {
    let named = names(document, tokens.clone()).next().is_some();
    Member {
        name: None,
        words: tokens,
        description: None,
        noun: None,
        plural: true,
        kind: Some(SourceKind::Group),
        named,
        place: false,
        guess: Guess::Open,
        gender: None,
        mentions: Vec::new(),
        unsettled: false,
        seen: 0,
    }
}

fn kind(document: &Document, phrase: &Phrase) -> SourceKind {
    if hides_name(document, &phrase.tokens) {
        return SourceKind::Unnamed;
    }
    if is_share(document, phrase.head) {
        return SourceKind::Group;
    }
    if is_next(document, phrase) {
        return SourceKind::Unnamed;
    }
    let Some(noun) = phrase.noun else {
        return if phrase.plural { SourceKind::Group } else { SourceKind::Role };
    };
    match noun.kind {
        SourceKind::Unnamed if noun.lemma == "source" && !speaks(document, phrase.head) => {
            SourceKind::Group
        }
        SourceKind::Role if noun.lemma == "spokesperson" => SourceKind::Role,
        SourceKind::Role if noun.plural && is_counted(document, phrase) => SourceKind::Unnamed,
        SourceKind::Role if noun.plural => SourceKind::Group,
        SourceKind::Role if !phrase.definite => SourceKind::Unnamed,
        SourceKind::Group if !phrase.definite && !noun.plural => SourceKind::Unnamed,
        kind => kind,
    }
}

/// `71%` of them, or `both`
fn is_share(document: &Document, head: usize) -> bool {
    matches!(norm(document, head), "%" | "percent" | "both")
}

/// `a second` of those who keep their names to themselves
fn is_next(document: &Document, phrase: &Phrase) -> bool {
    let other = norm(document, phrase.head) == "other" && !phrase.plural;
    other
        || matches!(norm(document, phrase.head), "second" | "third" | "fourth") && !phrase.definite
}

/// `a clerk who declined to be named`.
fn hides_name(document: &Document, tokens: &Range<usize>) -> bool {
    const HIDDEN: [&str; 5] = ["named", "name", "identified", "anonymity", "anonymous"];
    let mut words = tokens.clone();
    // `who goes by the name of Grom` has one.
    let hides = |at| HIDDEN.contains(&norm(document, at)) && norm(document, at + 1) != "of";
    words.any(|at| norm(document, at) == "who") && words.any(hides)
}

/// `three lawmakers`, `dozens of clerks`: some of them, and nobody says which.
fn is_counted(document: &Document, phrase: &Phrase) -> bool {
    const COUNTS: [&str; 8] =
        ["several", "some", "many", "most", "multiple", "various", "numerous", "other"];
    let first = phrase.tokens.start;
    let counted = tag(document, first) == Tag::CD || COUNTS.contains(&norm(document, first));
    !phrase.definite && (counted || counted_end(document, &phrase.tokens).is_some())
}

/// `water sources` and `news sources` are no people.
fn speaks(document: &Document, head: usize) -> bool {
    const THINGS: [&str; 24] = [
        "water",
        "news",
        "energy",
        "power",
        "food",
        "data",
        "light",
        "heat",
        "revenue",
        "income",
        "funding",
        "information",
        "open",
        "primary",
        "secondary",
        "online",
        "media",
        "historical",
        "renewable",
        "fuel",
        "protein",
        "carbon",
        "emission",
        "pollution",
    ];
    !THINGS.contains(&norm(document, head.wrapping_sub(1)))
}
