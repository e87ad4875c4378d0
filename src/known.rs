//! Owns [`Known`], which keeps what the tagger's model says of words it has met.
//!
//! It only saves time: an article says the same words over and over.

use crate::hash;

/// Room for the scores of all tags; a multiple of eight, which processors add at once.
pub const SCORES: usize = 56;

/// Scores on the way to a sum.
pub type Sums = [i16; SCORES];

/// How many keys are told apart, as a power of two; of two that fall together, the later stays.
const BITS: u32 = 12;

/// For each key met lately, `N` rows of scores.
#[derive(Debug)]
pub struct Known<K, const N: usize> {
    places: Box<[u16]>,
    entries: Vec<(K, [Sums; N])>,
}

impl<K, const N: usize> Default for Known<K, N> {
    fn default() -> Self {
        Self { places: vec![0; 1 << BITS].into(), entries: Vec::new() }
    }
}

impl<K: Clone + PartialEq, const N: usize> Known<K, N> {
    /// The scores of a key; `fill` adds them up where they are not known.
    pub fn get(&mut self, hash: u32, key: &K, fill: impl FnOnce(&mut [Sums; N])) -> &[Sums; N] {
        let Self { places, entries } = self;
        let mut spare = 0;
        let place = places.get_mut(hash::row(hash, BITS) as usize).unwrap_or(&mut spare);
        let sum = || {
            let mut sums = [[0; SCORES]; N];
            fill(&mut sums);
            (key.clone(), sums)
        };
        // Places count from one; nought is free.
        match usize::from(*place).checked_sub(1).and_then(|at| entries.get_mut(at)) {
            Some(entry) if entry.0 == *key => {}
            Some(entry) => *entry = sum(),
            None => {
                entries.push(sum());
                *place = entries.len() as u16;
            }
        }
        let at = usize::from(*place).saturating_sub(1);
        entries.get(at).map_or(const { &[[0; SCORES]; N] }, |entry| &entry.1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_known_is_not_summed_up_again() {
        let mut known: Known<u32, 1> = Known::default();
        let one = |sums: &mut [Sums; 1]| sums[0][0] += 7;
        let two = |sums: &mut [Sums; 1]| sums[0][0] += 9;
        assert_eq!(known.get(5, &5, one)[0][0], 7);
        assert_eq!(known.get(5, &5, two)[0][0], 7);
        assert_eq!(known.get(5, &6, two)[0][0], 9);
        assert_eq!(known.get(5, &5, one)[0][0], 7);
    }
}
