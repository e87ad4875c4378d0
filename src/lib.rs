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
//! # As JSON, or whatever serde writes
//!
//! [`schema::report`] turns a report into the shapes that the command line prints, in the unit that you choose.
//! They implement serde's `Serialize`; no feature is needed for it.
//!
//! ```
//! use saidso::{Offsets, Options, Unit, annotate, schema};
//!
//! let text = "Ana Brook said the dam was safe.";
//! let report = annotate(text, &Options::default());
//! let report: schema::Report = schema::report(&report, &Offsets::new(text, Unit::Utf8));
//! let json = serde_json::to_value(&report)?;
//! assert_eq!(json["schema"], "saidso/report/1");
//! assert_eq!(json["sources"][0]["name"], "Ana Brook");
//! # Ok::<(), serde_json::Error>(())
//! ```
//!
//! # Features
//!
//! A library that annotates takes `saidso = { version = "…", default-features = false, features = ["annotate"] }`.
//! `annotate` is all but the sentences at the browser's door; `command`, a default too, is the command line with all
//! that it reads and writes; `train` opens the inner stages to the training code; `panic-hook` is for development
//! builds. [`sentences`] is usable alone.

mod vocabulary;
mod lexicon;
mod model;
mod text;
mod sentence;
mod token;
mod report;
mod grammar;
mod rules;
mod tagging;
mod repair;
mod discourse;
mod ranking;
mod coref;
mod hedge;
mod claim;
pub mod audit;
mod door;

mod annotate;
pub mod explain;
mod options;

pub use annotate::annotate;
pub use door::utf16::{Offsets, Unit};
#[cfg(target_arch = "wasm32")]
pub use door::wasm_sentences::sentences as sentences_utf16;
#[cfg(all(target_arch = "wasm32", feature = "annotate"))]
pub use door::{wasm::*, wasm_audit::*};
pub use hedge::own::{OwnEntry, OwnEntryError};
pub use options::Options;
pub use report::*;
pub use sentence::split::{
    Method, Quotations, Sentence, SentenceOptions, sentences, sentences_with, uax29_sentences,
};
pub use text::{
    block::Block,
    language::{Language, language},
    span::Span,
};
pub use token::{
    document::Document,
    quotation::Quotation,
    tag::Tag,
    tokens::{Token, Tokens},
};
pub use vocabulary::{
    kinds::*,
    reason::{Reason, ReasonCode},
};

/// The report as it leaves the core: the shapes of `saidso/report/1`, in the units of other languages.
pub mod schema {
    #[cfg(all(feature = "command", not(target_arch = "wasm32")))]
    pub use crate::door::json_schema::json_schema;
    pub use crate::door::{convert::*, schema::*};
}

/// The stages that training shares with serving; no part of the public surface.
#[cfg(feature = "train")]
pub mod training {
    pub use crate::claim::{
        detector::claims,
        example::*,
        follow::Name,
        statement::{Leaning, decide},
    };
    pub use crate::coref::sources::{Studied, resolve, study};
    pub use crate::hedge::{detector::hedges, signal::signals};
    pub use crate::model::{hash::*, input::*, net::*, words::*};
    pub use crate::ranking::choice::*;
    pub use crate::repair::{
        attribution::{attributions, from_labels, outside},
        link::*,
    };
    pub use crate::rules::{construction::ruled, relation::Relation};
    pub use crate::tagging::{
        confidence::*, cue_paths::*, features::*, input::*, labelling::*, labels::*,
        weights::CONFIDENCE_FEATURES,
    };
    pub use crate::token::tagger::*;

    /// The net that weighs the candidates of a pronoun.
    pub mod mention {
        pub use crate::model::mention::*;
    }

    /// What the boundary model is trained with.
    pub mod boundaries {
        pub use crate::sentence::{
            boundary::features,
            candidate::{Candidate, candidates},
            context::Context,
            tailoring::{RULES, ends_sentence},
            weights::{ROWS, row},
        };
        pub use crate::text::layout::paragraphs;
    }

    /// The hash of a token's normal form.
    pub const fn token_word(token: &crate::Token) -> u32 {
        token.word
    }
}
