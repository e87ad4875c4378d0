//! Owns words, their tags and quotations, and [`document::Document`], built once, then read-only.
//!
//! Leaves out what the words mean.

pub mod tag;
pub mod cut;
pub mod tokens;
pub mod cache;
pub mod closed;
pub mod tagger;
pub mod proper;
pub mod alone;
pub mod quotation;
pub mod document;

use crate::vocabulary::rule::Info;

/// The rules of this room in order.
pub fn table() -> Vec<Info> {
    vec![
        proper::OPENING_NAME.info,
        closed::OPENING_PREPOSITION.info,
        closed::CLOSED_CLASS.info,
        closed::ONLY_VERB.info,
        closed::PARTICIPLE_NOUN.info,
        proper::SYLLABLES.info,
    ]
}
