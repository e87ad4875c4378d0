//! Owns the classes of words: how often a word stands in a cue and in a source, as counted in training,
//! and which kind of verb or noun it is, from `lexicon/en/roles.txt`.

use std::sync::LazyLock;

use crate::{
    lexicon::{self, inflection},
    model::hash,
};

/// How many slots the hash table has: a power of two, at least twice the number of words.
const SLOTS: usize = 1 << 14;

/// How many bits of a class come from counting; the kind of verb and the kind of noun use those above.
pub const COUNTED: u32 = 5;

static CLASSES: LazyLock<Box<[(u32, u16)]>> = LazyLock::new(|| {
    let mut table = vec![(0, 0); SLOTS];
    for row in lexicon::rows(include_str!("../lexicon/en/roles.txt")) {
        for kind in row.column(1).split(' ') {
            add_forms(&mut table, row.column(0), kind);
        }
    }
    add_counted(&mut table, include_bytes!("words.bin"));
    table.into()
});

/// The class of a word by its hash; 0 for a word that is in neither file.
#[inline]
pub fn class(word: u32) -> u16 {
    let mut slot = slot(word);
    loop {
        match CLASSES.get(slot) {
            Some(&(known, class)) if class != 0 && known != word => slot = (slot + 1) % SLOTS,
            Some(&(_, class)) => return class,
            None => return 0,
        }
    }
}

const fn slot(word: u32) -> usize {
    (word.wrapping_mul(0x9E37_79B1) >> 18) as usize
}

fn add(table: &mut [(u32, u16)], word: u32, class: u16) {
    let mut slots = (0..SLOTS).map(|n| (slot(word) + n) % SLOTS);
    let fits = |entry: &(u32, u16)| entry.1 == 0 || entry.0 == word;
    let slot = slots.find(|&slot| table.get(slot).is_some_and(fits));
    if let Some(entry) = slot.and_then(|slot| table.get_mut(slot)) {
        *entry = (word, entry.1 | class);
    }
}

fn add_forms(table: &mut [(u32, u16)], base: &str, kind: &str) {
    let verbs = ["say", "think", "want"].iter().position(|&known| known == kind);
    let nouns = ["saying", "wish", "feel", "paper", "person", "body"];
    let nouns = nouns.iter().position(|&known| known == kind);
    let class = match (verbs, nouns) {
        (Some(verb), _) => (verb as u16 + 1) << COUNTED,
        (_, Some(noun)) => (noun as u16 + 1) << (COUNTED + 2),
        _ => 0,
    };
    let mut forms = vec![base.to_owned(), inflection::plural(base)];
    if verbs.is_some() {
        // The weights were learnt with `vetos` and `agreing`.
        forms.push(format!("{}ing", inflection::without_e(base)));
        forms.push(inflection::past(base));
    }
    forms.iter().for_each(|form| add(table, hash::word(form.as_bytes()), class));
}

/// Reads the counted classes: all hashes of words in order, four bytes each, then all classes.
fn add_counted(table: &mut [(u32, u16)], file: &[u8]) {
    let (words, classes) = file.split_at(file.len() / 5 * 4);
    for (word, &class) in words.as_chunks().0.iter().zip(classes) {
        add(table, u32::from_le_bytes(*word), class.into());
    }
}
