//! Owns the counting of words: how often each stands in a cue and in a source.

use std::collections::HashMap;

use saidso::{
    Document,
    training::{self as core, Role},
};

type Counts = [u32; 3];

/// How often each word stands in a cue, in a source, and at all.
pub struct Words {
    all: HashMap<u32, Counts>,
    each: HashMap<(usize, u32), Counts>,
}

impl Words {
    /// Counts documents whose tokens are labelled.
    pub fn count(documents: &[Document], labels: &[Vec<u8>]) -> Self {
        let mut words = Self { all: HashMap::new(), each: HashMap::new() };
        for (n, document) in documents.iter().enumerate() {
            for (token, &label) in document.tokens().iter().zip(&labels[n]) {
                words.add(core::token_word(token), n, Role::of(label).map(|(role, _)| role));
            }
        }
        words
    }

    fn add(&mut self, word: u32, document: usize, role: Option<Role>) {
        let cue = u32::from(role == Some(Role::Cue));
        let source = u32::from(role.is_some_and(Role::is_source));
        let all = self.all.entry(word).or_default();
        for counts in [all, self.each.entry((document, word)).or_default()] {
            *counts = [counts[0] + cue, counts[1] + source, counts[2] + 1];
        }
    }

    /// A word's class, counted without one document, so that training sees what serving sees.
    pub fn class_without(&self, word: u32, document: usize) -> u16 {
        let kinds = core::class(word) >> core::COUNTED << core::COUNTED;
        let Some(&[cue, source, all]) = self.all.get(&word) else { return kinds };
        let own = self.each.get(&(document, word)).copied().unwrap_or_default();
        kinds | u16::from(class([cue - own[0], source - own[1], all - own[2]]))
    }

    /// The file that `src/model/words.rs` reads.
    pub fn file(&self) -> Vec<u8> {
        let mut words: Vec<(u32, u8)> =
            self.all.iter().map(|(&word, &counts)| (word, class(counts))).collect();
        words.retain(|&(_, class)| class != 0);
        words.sort_unstable();
        let hashes = words.iter().flat_map(|(word, _)| word.to_le_bytes());
        hashes.chain(words.iter().map(|&(_, class)| class)).collect()
    }
}

fn class([cue, source, all]: Counts) -> u8 {
    let step = |n: u32, steps: &[f32]| {
        let share = (n as f32 - 0.5) / (all as f32 + 0.5);
        steps.iter().filter(|&&step| share >= step).count() as u8
    };
    let cue = if all >= 3 && cue >= 2 { step(cue, &[0.03, 0.08, 0.2, 0.45, 0.75]) } else { 0 };
    let source = if all >= 5 && source >= 3 { step(source, &[0.12, 0.3, 0.55]) } else { 0 };
    cue | source << 3
}
