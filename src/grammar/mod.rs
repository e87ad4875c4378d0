//! Owns what several stages ask of a sentence: phrases, heads, names, titles, numbers.
//!
//! Leaves out who says what, and who is who.

pub mod words;
pub mod verb;
pub mod guess;
pub mod name_start;
pub mod name;
pub mod premodifier;
pub mod description;
pub mod phrase;
pub mod epithet;
pub mod several;
pub mod head;
pub mod word;
pub mod number;

#[cfg(test)]
pub mod cases;
