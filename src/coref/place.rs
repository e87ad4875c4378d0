//! Owns the syntactic position of a mention and its weight in salience.
//!
//! `salience.rs` finds the place.

/// How much likelier a subject is to be mentioned next.
pub const SUBJECT: f32 = 0.4;

/// How much less likely a mention in a quotation is.
const QUOTED: f32 = 1.0;

/// How much less likely a mention that gives a location is.
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
    /// It gives a location.
    pub placed: bool,
    /// A preposition governs it.
    pub governed: bool,
    /// It is the agent of a passive.
    pub agent: bool,
    /// It is a possessor.
    pub owner: bool,
    /// It stands in a relative clause.
    pub relative: bool,
    /// It opens its sentence, or only one token stands before it.
    pub opens: bool,
    /// It stands in a heading.
    pub heading: bool,
}

impl Place {
    /// How much the place adds to the likelihood that its entity is mentioned next.
    pub fn weight(&self) -> f32 {
        let one = |is: bool| f32::from(u8::from(is));
        SUBJECT * one(self.subject) - QUOTED * one(self.quoted) - PLACE * one(self.placed)
    }
}
