//! Owns [`Options`]: what a caller may choose.

use crate::{
    hedge::own::OwnEntry,
    text::block::Block,
    vocabulary::kinds::{HedgeKind, SignalKind},
};

/// What to do with a text; the default is what a reader wants.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Options {
    /// Blocks read from a page's structure; none leaves them to the lines of the text.
    pub blocks: Vec<Block>,
    /// How many characters are read; a warning says if there are more.
    pub max_chars: usize,
    /// The kinds of hedges to mark.
    pub hedges: Vec<HedgeKind>,
    /// Words of the user's own to mark as hedges or to leave unmarked; they take precedence over ours.
    pub lexicon: Vec<OwnEntry>,
    /// The kinds of further signals to mark.
    pub signals: Vec<SignalKind>,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            blocks: Vec::new(),
            max_chars: 2_000_000,
            hedges: HedgeKind::CORE.to_vec(),
            lexicon: Vec::new(),
            signals: Vec::new(),
        }
    }
}
