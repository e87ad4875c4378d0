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
mod coref;
mod hedge;
mod claim;
pub mod audit;
mod door;

mod annotate;
pub mod explain;
mod options;

pub use annotate::annotate;
#[cfg(target_arch = "wasm32")]
pub use door::wasm_sentences::sentences as sentences_utf16;
pub use door::{
    schema,
    utf16::{Offsets, Unit},
};
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

/// The stages that training shares with serving; no part of the public surface.
#[cfg(feature = "train")]
pub mod training {
    pub use crate::claim::{
        detector::claims,
        example::*,
        statement::{Leaning, settled},
    };
    pub use crate::coref::{
        choice::*,
        sources::{Studied, resolve, study},
    };
    pub use crate::hedge::{detector::hedges, signal::signals};
    pub use crate::model::{hash::*, input::*, net::*, words::*};
    pub use crate::repair::{
        attribution::{attributions, from_labels, outside},
        confidence::*,
        link::*,
    };
    pub use crate::rules::{construction::ruled, relation::Relation};
    pub use crate::tagging::{
        cue_paths::*, features::*, input::*, labelling::*, labels::*, weights::SIGNS,
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
