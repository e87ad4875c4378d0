//! Owns the candidates of a pronoun: every entity within reach that agrees with it, and the features by which a net
//! ranks them.
//!
//! Leaves out how likely an antecedent must be; `coref/` decides that. Training and serving share this code: after
//! a change, train the ranker again.

pub mod choice;
pub mod trail;
pub mod features;
