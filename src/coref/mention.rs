//! Owns mentions: the names, personal pronouns and roles of a sentence, in text order.

use std::ops::Range;

use crate::{
    coref::fit::gender,
    grammar::{
        name::{Name, names},
        words::{DEFINITE_ARTICLE, is_in, norm, quotation_at, tag},
    },
    lexicon::noun::noun,
    token::{document::Document, tag::Tag},
};

/// Words that mention somebody or something.
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

/// The mentions among the tokens of one sentence. Skips pronouns and roles in quotations: a quoted `he`
/// is most likely not who is quoted, and who is quoted comes later.
pub fn mentions(document: &Document, tokens: Range<usize>) -> Vec<Mention> {
    let said = |at: &usize| quotation_at(document, *at).is_none();
    let personal =
        |at: &usize| tag(document, *at).is_pronoun() && gender(norm(document, *at)).is_some();
    let role = |at: &usize| {
        let before = at.wrapping_sub(1);
        let the = tag(document, before) == Tag::DT && is_in(document, before, &DEFINITE_ARTICLE);
        let one = || noun(norm(document, *at)).is_some_and(|noun| noun.is_human() && !noun.plural);
        let next = tag(document, at + 1);
        the && !next.is_noun() && next != Tag::POS && one()
    };
    let pronouns = tokens.clone().filter(personal).filter(said).map(Mention::Pronoun);
    let roles = tokens.clone().filter(role).filter(said).map(Mention::Role);
    let mut found: Vec<Mention> = names(document, tokens.clone()).map(Mention::Name).collect();
    found.extend(pronouns.chain(roles));
    found.sort_by_key(Mention::start);
    found
}
