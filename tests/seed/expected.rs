//! The shapes of `expected.json`; offsets count Unicode scalar values.

use serde::Deserialize;

#[derive(Deserialize)]
pub struct Expected {
    pub blocks: Vec<Block>,
    pub sentences: Vec<[usize; 2]>,
    pub attributions: Attributions,
    pub sources: Vec<Source>,
    pub hedges: Hedges,
    pub claims: Claims,
}

#[derive(Deserialize)]
pub struct Block {
    pub kind: String,
    pub start: usize,
    pub end: usize,
}

/// Required ones must be found, optional ones may be, and nothing else.
#[derive(Deserialize)]
pub struct Attributions {
    pub required: Vec<Marked>,
    pub nested: Vec<Marked>,
    pub optional: Vec<Marked>,
}

#[derive(Deserialize)]
pub struct Marked {
    pub sentence: usize,
    pub source: Vec<[usize; 2]>,
    pub cue: Vec<[usize; 2]>,
    pub content: Vec<[usize; 2]>,
    /// The name of the source; optional ones have none.
    pub who: Option<String>,
    /// The attribution around it, as an index into the required ones.
    pub parent: Option<usize>,
}

#[derive(Deserialize)]
pub struct Source {
    pub name: String,
    pub kind: String,
    pub named: bool,
    pub attributions: usize,
}

#[derive(Deserialize)]
pub struct Hedges {
    pub required: Vec<Hedge>,
    pub optional: Vec<Hedge>,
}

#[derive(Deserialize)]
pub struct Hedge {
    pub cue: [usize; 2],
}

/// Numbers of sentences.
#[derive(Deserialize)]
pub struct Claims {
    pub sourced: Vec<usize>,
    pub unsourced: Vec<usize>,
}
