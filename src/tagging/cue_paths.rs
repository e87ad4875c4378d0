//! Owns cue paths: for each token the nearest cue to its left and right in its sentence, and what
//! is between them. The caller decides what counts as a cue.

use std::sync::LazyLock;

use crate::{lexicon::list::List, model::hash, tagging::features::Features};

static COMPLEMENTIZER: List = List::named("complementizer");
static COORDINATOR: List = List::named("and-but");
static RELATIVE: List = List::named("relative-who-which");

/// What is between a token and a cue of its sentence.
#[derive(Clone, Copy, Debug, Default)]
pub struct CuePath {
    /// How strong the cue is; 0 if there is none.
    pub strength: u32,
    /// The cue, as an index into the block's tokens.
    pub cue: usize,
    /// The signs of a clause boundary on the path, as bits.
    pub boundaries: u32,
    /// How many verbs are on the path, at most 3.
    pub verbs: u32,
}

/// The paths from each token to its nearest cues.
#[derive(Clone, Debug, Default)]
pub struct CuePaths {
    /// The strength of each token as a cue; 0 for a token that is not a cue.
    pub strengths: Vec<u32>,
    /// The paths to the left.
    pub left: Vec<CuePath>,
    /// The paths to the right.
    pub right: Vec<CuePath>,
    /// The strongest cue of each sentence, as its strength and its index.
    pub best: Vec<(u32, usize)>,
}

impl CuePaths {
    /// Finds each token's paths to its nearest cues; `strength` gives a token's strength as a cue, or 0.
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

/// The hashes of marks and words that signal a clause boundary, each with its bit.
static BOUNDARIES: LazyLock<Vec<(u32, u32)>> = LazyLock::new(|| {
    const MARKS: [(&str, u32); 6] = [(",", 1), ("\"", 2), (":", 4), (";", 4), ("-", 4), ("--", 4)];
    let lists = [(&COMPLEMENTIZER, 8), (&RELATIVE, 16), (&COORDINATOR, 32)];
    let words = lists.iter().flat_map(|(list, bit)| list.words().iter().map(|word| (*word, *bit)));
    let hashed = |(word, bit): (&str, u32)| (hash::word(word.as_bytes()), bit);
    MARKS.into_iter().chain(words).map(hashed).collect()
});

/// The bit of a word or mark that signals a clause boundary; 0 for any other.
fn boundary(word: u32) -> u32 {
    BOUNDARIES.iter().find(|(known, _)| *known == word).map_or(0, |(_, bit)| *bit)
}

/// Whether a tag, counted from 1, is a verb's.
pub fn is_verb(tag: u32) -> bool {
    use crate::token::tag::Tag::{MD, VBZ};
    (MD as u32 + 1..=VBZ as u32 + 1).contains(&tag)
}
