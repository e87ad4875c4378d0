//! Owns the weights of hedges: how far each lowers the certainty that readers hear in a sentence.
//!
//! Certainty goes from 1 to 6, as in SciComm; `model/hedge.md` says where the weights come from.

use std::sync::LazyLock;

use crate::{
    lexicon::{self, Index},
    vocabulary::kinds::HedgeKind,
};

static WEIGHTS: LazyLock<Index<f32>> = LazyLock::new(|| {
    let weight = |row: lexicon::Row<'static>| (row.column(0), row.column(1).parse().unwrap_or(0.0));
    lexicon::rows(include_str!("../model/hedge.txt")).map(weight).collect()
});

/// What a hedge of this kind, with this cue in small letters, adds to certainty.
pub fn weight(kind: HedgeKind, cue: &str) -> f32 {
    let of = |feature: &str| WEIGHTS.get(feature).iter().sum::<f32>();
    of(kind.name()) + of(cue)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_modal_lowers_certainty_more_than_an_approximator() {
        let might = weight(HedgeKind::Modal, "might");
        assert!(might < weight(HedgeKind::Approximator, "about") && might < -1.0);
        assert_eq!(weight(HedgeKind::Report, "no such cue"), weight(HedgeKind::Report, ""));
    }
}
