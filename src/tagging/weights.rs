//! Owns the compiled-in attribution model: the net, the transitions between its labels, and the weights
//! of its confidence features.

use std::sync::LazyLock;

use crate::{
    model::{crf::Transitions, input::LABELS, net::Net},
    tagging::labels::TRANSITIONS,
};

/// The attribution model.
#[derive(Clone, Debug, Default)]
pub struct Model {
    /// Scores the labels of each token.
    pub net: Net,
    /// Scores pairs of labels.
    pub transitions: Transitions,
    /// The weights of the confidence features.
    pub confidence: [f32; CONFIDENCE_FEATURES],
}

/// The compiled-in weights.
pub static MODEL: LazyLock<Model> =
    LazyLock::new(|| Model::read(include_bytes!("../model/attribution.bin")).unwrap_or_default());

impl Model {
    fn read(file: &[u8]) -> Option<Self> {
        let (net, rest) = Net::read(file)?;
        let (transitions, rest) = Transitions::read(rest, TRANSITIONS, LABELS)?;
        let mut confidence = [0.0; CONFIDENCE_FEATURES];
        for (weight, bytes) in confidence.iter_mut().zip(rest.as_chunks().0) {
            *weight = f32::from_le_bytes(*bytes);
        }
        Some(Self { net, transitions, confidence })
    }
}

/// How many confidence features there are.
pub const CONFIDENCE_FEATURES: usize = 18;

#[test]
fn the_weights_are_whole() {
    let model = &*MODEL;
    assert!(model.confidence.iter().any(|weight| *weight != 0.0));
    assert!(Model::read(&[]).is_none());
}
