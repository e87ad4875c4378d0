//! Owns the detectors: each reads a document and marks one kind of thing.

pub mod according;
pub mod attribution;
pub mod certainty;
pub mod checkworthiness;
pub mod claim;
mod class;
pub mod clause;
pub mod construction;
pub mod content;
mod context;
pub mod cue;
mod entries;
mod entry;
pub mod evidence;
pub mod hedge;
#[cfg(feature = "train")]
pub mod lesson;
pub mod nested;
pub mod noun_cue;
pub mod phrase;
pub mod quoted;
pub mod reasons;
pub mod relation;
mod reported;
pub mod said;
mod scare;
mod scope;
pub mod signal;
pub mod statement;
pub mod transcript;
