//! Owns [`Known`], which keeps what the tagger's model says of words it has met.
//!
//! It only saves time: an article says the same words over and over.

use crate::model::hash;

/// How many keys are told apart, as a power of two; of two that fall together, the later stays.
const BITS: u32 = 12;

/// What is known of each key met lately.
#[derive(Debug)]
pub struct Known<K, V> {
    places: Box<[u16]>,
    entries: Vec<(K, V)>,
}

impl<K, V> Default for Known<K, V> {
    fn default() -> Self {
        Self { places: vec![0; 1 << BITS].into(), entries: Vec::new() }
    }
}

impl<K: Clone + PartialEq, V> Known<K, V> {
    /// What is known of a key; `find` finds it where nothing is.
    pub fn get(&mut self, hash: u32, key: &K, find: impl FnOnce() -> V) -> Option<&V> {
        let Self { places, entries } = self;
        let mut spare = 0;
        let place = places.get_mut(hash::row(hash, BITS) as usize).unwrap_or(&mut spare);
        // Places count from one; nought is free.
        match usize::from(*place).checked_sub(1).and_then(|at| entries.get_mut(at)) {
            Some(entry) if entry.0 == *key => {}
            Some(entry) => *entry = (key.clone(), find()),
            None => {
                entries.push((key.clone(), find()));
                *place = entries.len() as u16;
            }
        }
        let at = usize::from(*place).saturating_sub(1);
        entries.get(at).map(|entry| &entry.1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_known_is_not_summed_up_again() {
        let mut known: Known<u32, u8> = Known::default();
        assert_eq!(known.get(5, &5, || 7), Some(&7));
        assert_eq!(known.get(5, &5, || 9), Some(&7));
        assert_eq!(known.get(5, &6, || 9), Some(&9));
        assert_eq!(known.get(5, &5, || 7), Some(&7));
    }
}
