//! Marks who says what in an article, what is hedged, and which claims stand without a source.
//!
//! One way through: text → [`Document`] → detectors → sources → [`Report`]. Any text gives a report;
//! spans are half-open, in UTF-8 bytes, and [`schema`] gives them in the units of other languages.
//!
//! ```
//! use saidso::{Options, annotate};
//!
//! let text = "“We won’t cut the budget,” said Ms. Li. The council met on Monday.";
//! let report = annotate(text, &Options::default());
//!
//! let said = &report.attributions[0];
//! assert_eq!(said.cue.span.of(text), "said");
//! assert_eq!(said.contents[0].of(text), "“We won’t cut the budget,”");
//! assert_eq!(report.sources[0].name, "Ms. Li");
//! assert!(report.claims.iter().any(|claim| claim.is_unsourced()));
//! ```
//!
//! [`sentences`] is usable alone. Features: `annotate` (default) is all but the sentences;
//! `train` opens the inner stages to the training code; `panic-hook` is for development builds.

mod abbreviation;
mod annotate;
mod antecedent;
mod block;
mod boundary;
mod candidate;
#[cfg(test)]
mod cases;
mod cast;
mod context;
mod cut;
mod dateline;
mod description;
mod detect;
mod document;
#[cfg(all(target_arch = "wasm32", feature = "annotate"))]
mod dom;
mod entity;
mod epithet;
mod foretold;
mod gender;
mod guess;
mod hash;
mod head;
mod known;
mod language;
mod layout;
mod lexicon;
mod likeness;
mod list;
mod mention;
mod model;
mod moment;
mod name;
mod names;
mod noun;
mod number;
mod opener;
mod options;
mod pronoun;
mod proper;
mod quotation;
mod quoted;
mod reduced;
mod report;
mod salience;
pub mod schema;
mod sentence;
mod source;
mod span;
mod standard;
mod stats;
mod story;
mod structure;
mod tag;
mod tagger;
mod tailoring;
mod title;
mod token;
mod unmarked;
mod unnamed;
mod utf16;
#[cfg(all(target_arch = "wasm32", feature = "annotate"))]
mod wasm;
#[cfg(target_arch = "wasm32")]
mod wasm_sentences;
mod word;

/// What `train/` shares with the core.
#[cfg(feature = "train")]
pub mod training {
    pub use crate::{
        boundary::features,
        candidate::{Candidate, candidates},
        context::Context,
        layout::paragraphs,
        model::sentence::{ROWS, row},
        tailoring::{RULES, settle},
    };
}

pub use annotate::annotate;
pub use block::{Block, BlockKind};
pub use detect::own::{OwnEntry, OwnEntryError};
pub use document::Document;
pub use language::{Language, language};
pub use options::Options;
pub use quotation::Quotation;
pub use report::*;
pub use sentence::{
    Method, Quotations, Sentence, SentenceOptions, sentences, sentences_with, uax29_sentences,
};
pub use span::Span;
pub use tag::Tag;
pub use token::{Token, Tokens};
pub use utf16::{Offsets, Unit};
#[cfg(all(target_arch = "wasm32", feature = "annotate"))]
pub use wasm::*;
#[cfg(target_arch = "wasm32")]
pub use wasm_sentences::sentences as sentences_utf16;

/// The stages that training shares with serving; no part of the public surface.
#[cfg(feature = "train")]
pub mod train {
    pub use crate::detect::attribution::{from_labels, outside};
    pub use crate::detect::confidence::*;
    pub use crate::detect::construction::ruled;
    pub use crate::detect::frame::*;
    pub use crate::detect::input::*;
    pub use crate::detect::label::*;
    pub use crate::detect::lesson::*;
    pub use crate::detect::link::*;
    pub use crate::detect::relation::Relation;
    pub use crate::detect::tagging::*;
    pub use crate::detect::ways::*;
    pub use crate::detect::{
        attribution::attributions, claim::claims, hedge::hedges, signal::signals,
    };
    pub use crate::hash::*;
    pub use crate::model::net::*;
    pub use crate::model::words::*;
    pub use crate::source::resolve;
    pub use crate::tagger::*;

    /// The hash of a token's normal form.
    pub const fn token_word(token: &crate::Token) -> u32 {
        token.word
    }
}
