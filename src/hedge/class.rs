//! Owns classes: sets of words and tags, with which entries and their tests say what can stand in a place.
//!
//! A lexicon defines a class once, `<be> = are is was`, and then uses its name. Capitals are Penn tags,
//! `VBD`, or `VB*` for all that begin so; `EDGE` is the edge of the sentence.

use std::collections::HashMap;

use crate::{lexicon::Row, token::tag::Tag};

/// A set of words and tags.
#[derive(Clone, Debug, Default)]
pub struct Class {
    words: Vec<&'static str>,
    /// A bit for each first byte of its words, by the byte's lowest six bits.
    begins: u64,
    tags: u64,
    edge: bool,
    literal: bool,
}

impl Class {
    /// Whether a token with this normal form and tag belongs to it.
    pub fn has(&self, norm: &str, tag: Tag) -> bool {
        let known = || begin(norm) & self.begins != 0 && self.words.binary_search(&norm).is_ok();
        self.tags & bit(tag) != 0 || known()
    }

    /// The same for a place that can lie outside the sentence.
    pub fn has_at(&self, place: Option<(&str, Tag)>) -> bool {
        place.map_or(self.edge, |(norm, tag)| self.has(norm, tag))
    }

    /// Its words in order.
    pub fn words(&self) -> &[&'static str] {
        &self.words
    }

    /// Whether its words are written out where it is used, not named.
    pub fn is_literal(&self) -> bool {
        self.literal
    }
}

/// The classes that a lexicon names.
#[derive(Clone, Debug, Default)]
pub struct Classes(HashMap<&'static str, Class>);

impl Classes {
    /// Reads a line such as `<be> = are is was`; false for any other line.
    pub fn define(&mut self, row: Row<'static>) -> bool {
        let Some((name, members)) = row.column(0).split_once(" = ") else { return false };
        let Some(class) = self.class(members, ' ') else { return false };
        self.0.insert(name, class).is_none()
    }

    /// The class with some members; none if one of them is no word, tag or known class.
    pub fn class(&self, members: &'static str, between: char) -> Option<Class> {
        let mut class = Class { literal: true, ..Class::default() };
        for member in members.split(between) {
            if member.starts_with('<') {
                let named = self.0.get(member)?;
                class.words.extend(&named.words);
                class.tags |= named.tags;
                class.edge |= named.edge;
                class.literal = false;
            } else if member == "EDGE" {
                class.edge = true;
            } else if member.starts_with(|c: char| c.is_ascii_uppercase()) {
                class.tags |= tags(member)?;
            } else if member.is_empty() {
                return None;
            } else {
                class.words.push(member);
            }
        }
        class.words.sort_unstable();
        class.words.dedup();
        class.begins = class.words.iter().fold(0, |begins, word| begins | begin(word));
        Some(class)
    }
}

/// The bit of a word's first byte; few other bytes have the same.
fn begin(word: &str) -> u64 {
    word.as_bytes().first().map_or(0, |byte| 1 << (byte & 63))
}

const fn bit(tag: Tag) -> u64 {
    1 << tag as u64
}

fn tags(name: &str) -> Option<u64> {
    use Tag::*;
    let of = |tags: &[Tag]| tags.iter().fold(0, |bits, tag| bits | bit(*tag));
    Some(match name {
        "CC" => of(&[CC]),
        "CD" => of(&[CD]),
        "DT" => of(&[DT, PDT]),
        "IN" => of(&[IN]),
        "JJ" => of(&[JJ]),
        "JJ*" => of(&[JJ, JJR, JJS]),
        "JJR" => of(&[JJR]),
        "MARK" => of(&[Stop, Comma, Colon, Open, Close, NFP]),
        "MD" => of(&[MD]),
        "NAME" => of(&[NNP, NNPS]),
        "NN" => of(&[NN]),
        "NN*" => of(&[NN, NNS, NNP, NNPS]),
        "NNS" => of(&[NNS, NNPS]),
        "POS" => of(&[POS]),
        "PRP" => of(&[PRP]),
        "PRP$" => of(&[PRPP]),
        "RB" => of(&[RB, RBR, RBS]),
        "STOP" => of(&[Stop]),
        "TO" => of(&[TO]),
        "VB" => of(&[VB]),
        "VB*" => of(&[VB, VBD, VBG, VBN, VBP, VBZ]),
        "VBD" => of(&[VBD]),
        "VBF" => of(&[VBD, VBP, VBZ]),
        "VBG" => of(&[VBG]),
        "VBN" => of(&[VBN]),
        "VBP" => of(&[VBP]),
        "VBZ" => of(&[VBZ]),
        _ => return None,
    })
}
