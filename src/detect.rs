//! Owns the detectors: each reads a document and marks one kind of thing.

pub mod according;
pub mod attribution;
pub mod claim;
pub mod content;
pub mod cue;
pub mod hedge;
pub mod nested;
pub mod phrase;
pub mod relation;
pub mod said;
