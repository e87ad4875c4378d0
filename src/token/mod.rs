//! Owns words, their tags and quotations, and [`document::Document`], built once, then read-only.
//!
//! Leaves out what the words mean.

pub mod tag;
pub mod cut;
pub mod tokens;
pub mod known;
pub mod tagger;
pub mod proper;
pub mod quotation;
pub mod reduced;
pub mod document;
