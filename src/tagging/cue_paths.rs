//! Owns cue paths: for each token the nearest cue to its left and right in its sentence, and what
//! stands between. Leaves to the caller what counts as a cue.

use crate::{model::hash, tagging::features::Features};

/// What stands between a token and a cue of its sentence.
#[derive(Clone, Copy, Debug, Default)]
pub struct CuePath {
    /// How strong the cue is; 0 where there is none.
    pub strength: u32,
    /// The cue, as an index into the block's tokens.
    pub cue: usize,
    /// The signs of a clause boundary on the path, as bits.
    pub boundaries: u32,
    /// How many verbs stand on the path, at most 3.
    pub verbs: u32,
}

/// The paths from each token to its nearest cues.
#[derive(Clone, Debug, Default)]
pub struct CuePaths {
    /// How strong a cue each token is; 0 for a token that is none.
    pub strengths: Vec<u32>,
    /// The paths to the left.
    pub left: Vec<CuePath>,
    /// The paths to the right.
    pub right: Vec<CuePath>,
    /// The strongest cue of each sentence, as its strength and its index.
    pub best: Vec<(u32, usize)>,
}

impl CuePaths {
    /// Looks from each token to the cues around it; `strength` says how strong a cue a token is, if any.
    pub fn read(&mut self, features: &Features, strength: impl Fn(usize) -> u32) {
        self.strengths.clear();
        self.strengths.extend((0..features.tokens.len()).map(strength));
        for paths in [&mut self.left, &mut self.right] {
            paths.clear();
            paths.resize(features.tokens.len(), CuePath::default());
        }
        self.best.clear();
        for sentence in &features.sentences {
            let strongest = |(best, cue): (u32, usize), at: usize| {
                let strength = self.strengths.get(at).copied().unwrap_or_default();
                if strength > best { (strength, at) } else { (best, cue) }
            };
            self.best.push(sentence.clone().fold((0, 0), strongest));
            walk(features, &self.strengths, sentence.clone(), &mut self.left);
            walk(features, &self.strengths, sentence.clone().rev(), &mut self.right);
        }
    }

    /// The path to the left and the path to the right.
    #[inline]
    pub fn around(&self, at: usize) -> [CuePath; 2] {
        [&self.left, &self.right].map(|paths| paths.get(at).copied().unwrap_or_default())
    }
}

fn walk(
    features: &Features,
    strengths: &[u32],
    sentence: impl Iterator<Item = usize>,
    paths: &mut [CuePath],
) {
    let mut path = CuePath::default();
    for at in sentence {
        if let Some(slot) = paths.get_mut(at) {
            *slot = path;
        }
        let strength = strengths.get(at).copied().unwrap_or_default();
        if strength > 0 {
            path = CuePath { strength, cue: at, ..CuePath::default() };
        } else {
            step(features, at, &mut path);
        }
    }
}

fn step(features: &Features, at: usize, path: &mut CuePath) {
    let token = features.at(at);
    path.boundaries |= boundary(token.word);
    path.verbs = (path.verbs + u32::from(is_verb(token.tag))).min(3);
}

const fn word(word: &str) -> u32 {
    hash::word(word.as_bytes())
}

const COMMA: u32 = word(",");
const QUOTE: u32 = word("\"");
const COLON: u32 = word(":");
const SEMICOLON: u32 = word(";");
const DASH: u32 = word("-");
const DASHES: u32 = word("--");
const THAT: u32 = word("that");
const WHO: u32 = word("who");
const WHICH: u32 = word("which");
const AND: u32 = word("and");
const BUT: u32 = word("but");

/// The bit of a word or mark that signals a clause boundary.
const fn boundary(word: u32) -> u32 {
    match word {
        COMMA => 1,
        QUOTE => 2,
        COLON | SEMICOLON | DASH | DASHES => 4,
        THAT => 8,
        WHO | WHICH => 16,
        AND | BUT => 32,
        _ => 0,
    }
}

/// Whether a tag, counted from 1, is that of a verb.
pub fn is_verb(tag: u32) -> bool {
    use crate::token::tag::Tag::{MD, VBZ};
    (MD as u32 + 1..=VBZ as u32 + 1).contains(&tag)
}
