//! Owns mentions: the names of a sentence, its `he` and `she`, and roles such as `the mayor`, in text
//! order.
//!
//! Whom they stand for is left to `story.rs`.

use std::ops::Range;

use crate::{
    coref::pronoun::gender,
    grammar::{
        name::{Name, names},
        words::{norm, quotation_at, tag},
    },
    lexicon::noun::noun,
    token::{document::Document, tag::Tag},
};

/// Words that somebody is mentioned by.
#[derive(Debug)]
pub enum Mention {
    /// `Ms. Li`, `the Treasury`.
    Name(Name),
    /// `she`, `his`: a token.
    Pronoun(usize),
    /// `the mayor`: the noun.
    Role(usize),
}

impl Mention {
    /// Where it begins, as a token.
    pub fn start(&self) -> usize {
        match self {
            Self::Name(name) => name.tokens.start,
            Self::Pronoun(at) | Self::Role(at) => *at,
        }
    }
}

/// The mentions among the tokens of one sentence. A `he` inside a quotation is none: most likely it
/// is not who is quoted, and who that is comes later.
pub fn mentions(document: &Document, tokens: Range<usize>) -> Vec<Mention> {
    let personal = |at: &usize| {
        tag(document, *at).is_pronoun()
            && gender(norm(document, *at)).is_some()
            && quotation_at(document, *at).is_none()
    };
    let pronouns = tokens.clone().filter(personal).map(Mention::Pronoun);
    let role = |at: &usize| {
        let the = tag(document, at.wrapping_sub(1)) == Tag::DT
            && norm(document, at.wrapping_sub(1)) == "the";
        let one = || noun(norm(document, *at)).is_some_and(|noun| noun.is_human() && !noun.plural);
        let next = tag(document, at + 1);
        the && !next.is_noun() && next != Tag::POS && one() && quotation_at(document, *at).is_none()
    };
    let roles = tokens.clone().filter(role).map(Mention::Role);
    let mut found: Vec<Mention> = names(document, tokens).map(Mention::Name).collect();
    found.extend(pronouns);
    found.extend(roles);
    found.sort_by_key(Mention::start);
    found
}
