//! Owns the text before any sentence: spans, blocks, quotation marks, and the language.
//!
//! Leaves out sentences and words; nothing here reads a token.

pub mod span;
pub mod calendar;
pub mod byline;
pub mod block;
pub mod layout;
pub mod structure;
pub mod dateline;
pub mod list;
pub mod script;
pub mod language;
pub mod quote_mark;
pub mod quoted;
pub mod note;
