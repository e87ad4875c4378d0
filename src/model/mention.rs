//! Owns the net that ranks the candidates of a pronoun: one hidden layer and a linear skip connection.

use std::sync::LazyLock;

/// The number of features of a candidate.
pub const FEATURES: usize = 100;

/// The number of context features, which score whether the text mentions the antecedent at all.
pub const CONTEXT: usize = 16;

/// How many units the hidden layer has.
pub const HIDDEN: usize = 72;

/// How many weights there are: those into the hidden layer with its biases, out of it, straight from the
/// features, and from the context to `nobody`.
pub const WEIGHTS: usize = (FEATURES + 1) * HIDDEN + HIDDEN + FEATURES + CONTEXT;

/// The weights of the net.
#[derive(Clone, Debug)]
pub struct Ranker(pub Vec<f32>);

impl Ranker {
    /// Reads a file: a scale, then a whole number of 16 bits for each weight.
    pub fn read(file: &[u8]) -> Option<Self> {
        let (scale, weights) = file.split_first_chunk::<4>()?;
        let scale = f32::from_le_bytes(*scale);
        let pairs = weights.as_chunks::<2>().0.iter();
        let weights: Vec<f32> =
            pairs.map(|pair| f32::from(i16::from_le_bytes(*pair)) * scale).collect();
        (weights.len() == WEIGHTS).then_some(Self(weights))
    }

    /// How likely each candidate is, and at last that it is nobody: shares of one.
    pub fn chances(&self, candidates: &[&[f32; FEATURES]], context: &[f32; CONTEXT]) -> Vec<f32> {
        let mut scores: Vec<f32> = candidates.iter().map(|own| self.score(own)).collect();
        scores.push(self.nobody(context));
        let most = scores.iter().copied().fold(f32::NEG_INFINITY, f32::max);
        let mut sum = 0.0;
        for score in &mut scores {
            *score = (*score - most).exp();
            sum += *score;
        }
        scores.iter_mut().for_each(|score| *score /= sum);
        scores
    }

    fn score(&self, features: &[f32; FEATURES]) -> f32 {
        let (hidden, rest) = self.0.split_at(((FEATURES + 1) * HIDDEN).min(self.0.len()));
        let (out, straight) = rest.split_at(HIDDEN.min(rest.len()));
        let rows = hidden.chunks_exact(FEATURES + 1).zip(out);
        let units = rows.map(|(row, out)| {
            let bias = row.last().copied().unwrap_or_default();
            (bias + dot(row, features)).max(0.0) * out
        });
        units.sum::<f32>() + dot(straight, features)
    }

    fn nobody(&self, context: &[f32; CONTEXT]) -> f32 {
        let from = WEIGHTS - CONTEXT;
        self.0.get(from..).map_or(0.0, |weights| dot(weights, context))
    }
}

fn dot(weights: &[f32], values: &[f32]) -> f32 {
    weights.iter().zip(values).map(|(weight, value)| weight * value).sum()
}

/// The net that ships.
pub static RANKER: LazyLock<Ranker> = LazyLock::new(|| {
    Ranker::read(include_bytes!("mention.bin")).unwrap_or_else(|| Ranker(vec![0.0; WEIGHTS]))
});
