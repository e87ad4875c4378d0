//! Owns hedges and the other signals: words that keep a statement from being said outright.
//!
//! Leaves out who says it.

pub mod class;
pub mod reported;
pub mod view;
pub mod context;
pub mod scope;
pub mod pattern;
pub mod entry;
pub mod entries;
pub mod weights;
pub mod scare;
pub mod signal;
pub mod own;
pub mod detector;
