//! Owns clause context: for each token the nearest cue to its left and right, and what lies between.
//!
//! What counts as a cue is the caller's: words of the lexicon first, then what the first stage found.

use crate::{model::hash, tagging::features::Frame};

/// The way from a token to a cue in its sentence.
#[derive(Clone, Copy, Debug, Default)]
pub struct Way {
    /// How strong the cue is; 0 where there is none.
    pub strength: u32,
    /// The cue, as an index into the frame.
    pub cue: usize,
    /// The marks and joints on the way, as bits.
    pub joints: u32,
    /// The verbs on the way, at most 3.
    pub verbs: u32,
}

/// The nearest cues of each token.
#[derive(Clone, Debug, Default)]
pub struct Ways {
    /// How strong a cue each token is; 0 for none.
    pub strengths: Vec<u32>,
    /// To the left.
    pub left: Vec<Way>,
    /// To the right.
    pub right: Vec<Way>,
    /// For each sentence the strongest cue, as a strength and an index.
    pub best: Vec<(u32, usize)>,
}

impl Ways {
    /// Looks from each token to the cues around it; `strength` tells what counts as one.
    pub fn read(&mut self, frame: &Frame, strength: impl Fn(usize) -> u32) {
        self.strengths.clear();
        self.strengths.extend((0..frame.items.len()).map(strength));
        for ways in [&mut self.left, &mut self.right] {
            ways.clear();
            ways.resize(frame.items.len(), Way::default());
        }
        self.best.clear();
        for sentence in &frame.sentences {
            let strongest = |(best, cue): (u32, usize), at: usize| {
                let strength = self.strengths.get(at).copied().unwrap_or_default();
                if strength > best { (strength, at) } else { (best, cue) }
            };
            self.best.push(sentence.clone().fold((0, 0), strongest));
            walk(frame, &self.strengths, sentence.clone(), &mut self.left);
            walk(frame, &self.strengths, sentence.clone().rev(), &mut self.right);
        }
    }

    /// The way to the left and the way to the right.
    #[inline]
    pub fn around(&self, at: usize) -> [Way; 2] {
        [&self.left, &self.right].map(|ways| ways.get(at).copied().unwrap_or_default())
    }
}

fn walk(frame: &Frame, strengths: &[u32], sentence: impl Iterator<Item = usize>, ways: &mut [Way]) {
    let mut way = Way::default();
    for at in sentence {
        if let Some(slot) = ways.get_mut(at) {
            *slot = way;
        }
        let strength = strengths.get(at).copied().unwrap_or_default();
        if strength > 0 {
            way = Way { strength, cue: at, ..Way::default() };
        } else {
            step(frame, at, &mut way);
        }
    }
}

fn step(frame: &Frame, at: usize, way: &mut Way) {
    let item = frame.at(at);
    way.joints |= joint(item.word);
    way.verbs = (way.verbs + u32::from(is_verb(item.tag))).min(3);
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

const fn joint(word: u32) -> u32 {
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

/// Whether a tag, counted from 1, is a verb's.
pub fn is_verb(tag: u32) -> bool {
    use crate::token::tag::Tag::{MD, VBZ};
    (MD as u32 + 1..=VBZ as u32 + 1).contains(&tag)
}
