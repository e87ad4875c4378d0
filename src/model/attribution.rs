//! Owns [`Model`], the weights of the attribution model.

use std::sync::LazyLock;

use crate::{
    detect::{
        confidence::SIGNS,
        label::{CUE_LABELS, JOINTS, LABELS},
    },
    model::{chain::Chain, rows::Rows},
};

/// The weights of both stages: a row holds the labels of the first, then those of the second.
#[derive(Clone, Debug, Default)]
pub struct Model {
    /// The weights of the features.
    pub rows: Rows,
    /// The transitions of the first stage.
    pub cues: Chain,
    /// The transitions of the second stage.
    pub parts: Chain,
    /// The weights of the signs of confidence.
    pub confidence: [f32; SIGNS],
}

/// How many units of a score make one in training.
pub const SCALE: i32 = 32;

/// The compiled-in weights.
pub static MODEL: LazyLock<Model> =
    LazyLock::new(|| Model::read(include_bytes!("attribution.bin")).unwrap_or_default());

impl Model {
    fn read(file: &[u8]) -> Option<Self> {
        let (rows, rest) = Rows::read(file)?;
        let (cues, rest) = Chain::read(rest, JOINTS, CUE_LABELS)?;
        let (parts, rest) = Chain::read(rest, JOINTS, LABELS)?;
        let mut confidence = [0.0; SIGNS];
        for (weight, bytes) in confidence.iter_mut().zip(rest.as_chunks().0) {
            *weight = f32::from_le_bytes(*bytes);
        }
        Some(Self { rows, cues, parts, confidence })
    }
}
