//! Owns a pronoun with its candidates, as the net ranks them.

use crate::model::mention::{CONTEXT, FEATURES, Ranker};

/// A pronoun to be linked.
pub struct Pronoun {
    /// Its token.
    pub at: usize,
    /// Its sentence.
    pub sentence: usize,
    /// The attribution of which it is the source, if any.
    pub of: Option<usize>,
}

/// An entity that a pronoun may refer to.
#[derive(Clone, Debug)]
pub struct Candidate {
    /// The entity.
    pub entity: usize,
    /// Its features.
    pub features: [f32; FEATURES],
}

/// A pronoun with its candidates, the latest mentioned first.
#[derive(Clone, Debug)]
pub struct Choice {
    /// The pronoun's token.
    #[cfg(feature = "train")]
    pub at: usize,
    /// The features that show whether the text mentions its antecedent at all.
    pub context: [f32; CONTEXT],
    /// The candidates.
    pub candidates: Vec<Candidate>,
}

impl Choice {
    /// The candidates, each with its probability.
    pub fn chances(&self, ranker: &Ranker) -> impl Iterator<Item = (usize, f32)> {
        let rows: Vec<&[f32; FEATURES]> = self.candidates.iter().map(|own| &own.features).collect();
        let chances = ranker.chances(&rows, &self.context);
        self.candidates.iter().map(|own| own.entity).zip(chances)
    }

    /// The likeliest candidate, and how likely it is.
    pub fn best(&self, ranker: &Ranker) -> Option<(usize, f32)> {
        self.chances(ranker).max_by(|(_, one), (_, other)| one.total_cmp(other))
    }
}
