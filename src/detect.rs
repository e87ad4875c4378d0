//! Owns the detectors: each reads a document and marks one kind of thing.

pub mod attribution;
pub mod claim;
pub mod hedge;
