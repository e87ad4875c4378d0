//! Owns the recent mentions in text order: the candidates of a pronoun or an epithet.

/// The recent mentions of a text as far as it has been read.
#[derive(Debug, Default)]
pub struct Recent {
    list: Vec<Seen>,
    /// How often each entity was mentioned.
    times: Vec<u32>,
    /// Who was credited last, and in which sentence.
    pub credited: Option<(usize, usize)>,
    /// The first sentence of the paragraph.
    pub paragraph: usize,
}

/// A mention that was read.
#[derive(Clone, Copy, Debug)]
pub struct Seen {
    /// Its entity.
    pub entity: usize,
    /// Its sentence.
    pub sentence: usize,
    /// How likely its place makes it to be mentioned next; see `salience.rs`.
    pub weight: f32,
}

/// How far back a pronoun reaches, in sentences and in mentions.
const REACH: (usize, usize) = (6, 64);

/// What is near, in sentences and in mentions.
const NEAR: (usize, usize) = (3, 24);

/// What a mention loses in salience with each sentence.
const FADING: f32 = 0.4;

impl Recent {
    /// Notes a mention.
    pub fn note(&mut self, entity: usize, sentence: usize, weight: f32) {
        self.list.push(Seen { entity, sentence, weight });
        self.times.resize(self.times.len().max(entity + 1), 0);
        if let Some(times) = self.times.get_mut(entity) {
            *times += 1;
        }
    }

    /// The logarithm of how often an entity was mentioned.
    pub fn frequency(&self, entity: usize) -> f32 {
        self.times.get(entity).map_or(0.0, |times| (*times as f32).ln())
    }

    /// The near mentions, the latest first.
    pub fn near(&self) -> impl Iterator<Item = &Seen> {
        self.list.iter().rev().take(NEAR.1)
    }

    /// The mentions not far back, the latest first.
    pub fn far(&self) -> impl Iterator<Item = &Seen> {
        self.list.iter().rev().take(2 * NEAR.1)
    }

    /// The mentions in near sentences, the latest first.
    pub fn in_near_sentences(&self, sentence: usize) -> impl Iterator<Item = &Seen> {
        self.near().take_while(move |seen| seen.sentence + NEAR.0 >= sentence)
    }

    /// The entity mentioned last.
    pub fn last(&self) -> Option<&Seen> {
        self.list.last()
    }

    /// Every entity that a pronoun reaches, with its salience: the sum over its mentions, each the less
    /// the longer ago.
    pub fn salience(&self, sentence: usize) -> Vec<(usize, f32)> {
        let mut found: Vec<(usize, f32)> = Vec::new();
        let reach = self.list.iter().rev().take(REACH.1);
        for seen in reach.take_while(|seen| seen.sentence + REACH.0 >= sentence) {
            let distance = sentence.saturating_sub(seen.sentence) as f32;
            let salience = (seen.weight - FADING * distance).exp();
            match found.iter_mut().find(|(entity, _)| *entity == seen.entity) {
                Some((_, sum)) => *sum += salience,
                None => found.push((seen.entity, salience)),
            }
        }
        found
    }
}
