//! Words of a text by their place, and whether two spans share at least half of theirs.

use saidso::Span;

/// Where each character's word begins; none for what is no word.
pub struct Words {
    chars: Vec<Option<usize>>,
    places: Vec<usize>,
}

impl Words {
    pub fn new(text: &str) -> Self {
        let mut start = None;
        let (mut chars, mut places) = (Vec::new(), vec![0; text.len() + 1]);
        for (n, (byte, c)) in text.char_indices().enumerate() {
            start = c.is_alphanumeric().then(|| start.unwrap_or(n));
            chars.push(start);
            places[byte] = n;
        }
        places[text.len()] = chars.len();
        Self { chars, places }
    }

    /// A span in characters.
    pub fn place(&self, span: Span) -> [usize; 2] {
        [self.places[span.start], self.places[span.end]]
    }

    /// The words that some spans touch.
    pub fn inside(&self, places: &[[usize; 2]]) -> Vec<usize> {
        let chars = places.iter().flat_map(|[start, end]| &self.chars[*start..*end]);
        let mut words: Vec<usize> = chars.copied().flatten().collect();
        words.dedup();
        words
    }
}

/// Whether half of the words of the longer list stand in both.
pub fn half_of_longer(a: &[usize], b: &[usize]) -> bool {
    2 * shared(a, b) >= a.len().max(b.len())
}

/// Whether half of the words of the shorter list stand in both.
pub fn half_of_shorter(a: &[usize], b: &[usize]) -> bool {
    let shorter = a.len().min(b.len());
    shorter > 0 && 2 * shared(a, b) >= shorter
}

fn shared(a: &[usize], b: &[usize]) -> usize {
    a.iter().filter(|word| b.contains(word)).count()
}
