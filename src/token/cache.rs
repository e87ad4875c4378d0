//! Owns [`Cache`], which keeps what the tagger's model gave for a word.
//!
//! It only saves time: an article repeats its words.

use crate::model::hash;

/// The number of places as a power of two; of two keys for one place, the later stays.
const BITS: u32 = 12;

/// Values by keys that were used lately.
#[derive(Debug)]
pub struct Cache<K, V> {
    places: Box<[u16]>,
    entries: Vec<(K, V)>,
}

impl<K, V> Default for Cache<K, V> {
    fn default() -> Self {
        Self { places: vec![0; 1 << BITS].into(), entries: Vec::new() }
    }
}

impl<K: Clone + PartialEq, V> Cache<K, V> {
    /// The value of a key with its hash; `find` computes a value that is not there.
    pub fn get(&mut self, hash: u32, key: &K, find: impl FnOnce() -> V) -> Option<&V> {
        let Self { places, entries } = self;
        let mut spare = 0;
        let place = places.get_mut(hash::row(hash, BITS) as usize).unwrap_or(&mut spare);
        // Places count from 1; 0 is free.
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
    fn a_value_that_is_there_is_not_computed_again() {
        let mut cache: Cache<u32, u8> = Cache::default();
        assert_eq!(cache.get(5, &5, || 7), Some(&7));
        assert_eq!(cache.get(5, &5, || 9), Some(&7));
        assert_eq!(cache.get(5, &6, || 9), Some(&9));
        assert_eq!(cache.get(5, &5, || 7), Some(&7));
    }
}
