//! Owns where a mention stands, and how likely that makes its entity to be mentioned next.
//!
//! `salience.rs` finds it out.

/// How much likelier a subject is to be mentioned next.
pub const SUBJECT: f32 = 0.4;

/// How much less likely a mention in a quotation is.
const QUOTED: f32 = 1.0;

/// How much less likely a mention that says where something is.
const PLACE: f32 = 3.0;

/// Where a mention stands in its sentence.
#[derive(Clone, Copy, Debug, Default)]
pub struct Place {
    /// It is a subject.
    pub subject: bool,
    /// It stands in a quotation.
    pub quoted: bool,
    /// It stands in the content of an attribution, quoted or not.
    pub told: bool,
    /// It says where something is.
    pub placed: bool,
    /// A preposition governs it; none of the two above.
    pub governed: bool,
    /// It is the agent of a passive.
    pub agent: bool,
    /// It is a possessor.
    pub owner: bool,
    /// It stands in a relative clause.
    pub relative: bool,
    /// It opens its sentence, but for a word.
    pub opens: bool,
    /// It stands in a heading.
    pub heading: bool,
}

impl Place {
    /// How likely the place makes an entity to be mentioned next.
    pub fn weight(&self) -> f32 {
        let one = |is: bool| f32::from(u8::from(is));
        SUBJECT * one(self.subject) - QUOTED * one(self.quoted) - PLACE * one(self.placed)
    }
}
