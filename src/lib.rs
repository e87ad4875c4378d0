//! Marks who says what in an article, what is hedged, and which claims stand without a source.
//!
//! One way through: text → [`Document`] → detectors → sources → [`Report`].

mod annotate;
mod block;
mod detect;
mod document;
#[allow(dead_code, reason = "the detectors that read lexicons follow one by one")]
mod lexicon;
mod options;
mod quotation;
mod report;
mod sentence;
mod source;
mod span;
mod tag;
mod token;

pub use annotate::annotate;
pub use block::{Block, BlockKind};
pub use document::Document;
pub use options::Options;
pub use quotation::Quotation;
pub use report::*;
pub use sentence::Sentence;
pub use span::Span;
pub use tag::Tag;
pub use token::{Token, Tokens};
