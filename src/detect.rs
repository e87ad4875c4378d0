//! Owns the detectors: each reads a document and marks one kind of thing.

pub mod according;
pub mod attribution;
pub mod certainty;
pub mod checkworthiness;
pub mod claim;
pub mod clause;
pub mod content;
pub mod cue;
pub mod evidence;
pub mod hedge;
pub mod nested;
pub mod phrase;
pub mod relation;
pub mod said;
pub mod statement;
