//! Owns the net that labels each token as source, cue or content: its features, labels, weights, and the
//! confidence of what the labels make.
//!
//! Leaves out the net's arithmetic (`model`) and what becomes of the labels (`repair`).

pub mod features;
pub mod cue_paths;
pub mod labels;
pub mod input;
pub mod weights;
pub mod labelling;
pub mod confidence;
