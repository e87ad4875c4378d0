//! Owns the discourse: the mentions of a text, the entities they refer to, and how recently and in which place each
//! was mentioned.
//!
//! Leaves out which mention refers to which entity; `coref/` decides that.

pub mod entity;
pub mod office;
pub mod fit;
pub mod entities;
pub mod mention;
pub mod speech;
pub mod place;
pub mod recent;
pub mod state;

use crate::vocabulary::rule::{Info, infos};

/// The rules of this room.
pub fn table() -> Vec<Info> {
    infos(&[entity::OPEN_NAME])
}
