//! Owns the recent mentions in text order: the candidates of a pronoun or an epithet.

use crate::coref::place::Place;

/// The recent mentions of a text as far as it has been read.
#[derive(Debug, Default)]
pub struct Recent {
    list: Vec<Seen>,
    /// How often each entity was mentioned,
    times: Vec<u32>,
    /// and how often it was credited.
    credits: Vec<u32>,
    /// Who was credited last, and in which sentence.
    pub credited: Option<(usize, usize)>,
    /// Who else was credited before, and in which sentence.
    pub before: Option<(usize, usize)>,
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
    /// Its first token.
    pub at: usize,
    /// What kind of words it is.
    pub form: Form,
    /// Where it stands in its sentence.
    pub place: Place,
}

/// What kind of words a mention is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// `Ms. Li`.
    Name,
    /// `the mayor`.
    Noun,
    /// `she`.
    Pronoun,
}

/// How far back a pronoun reaches, in sentences and in mentions.
const REACH: (usize, usize) = (8, 96);

/// What a mention loses in salience with each sentence.
pub const FADING: f32 = 0.4;

/// What is near, in sentences and in mentions.
const NEAR: (usize, usize) = (3, 24);

impl Recent {
    /// Notes a mention.
    pub fn note(&mut self, seen: Seen) {
        self.list.push(seen);
        count(&mut self.times, seen.entity);
    }

    /// Notes who is credited.
    pub fn credit(&mut self, entity: usize, sentence: usize) {
        if let Some(last) = self.credited.filter(|(last, _)| *last != entity) {
            self.before = Some(last);
        }
        self.credited = Some((entity, sentence));
        count(&mut self.credits, entity);
    }

    /// How often an entity was mentioned.
    pub fn times(&self, entity: usize) -> u32 {
        self.times.get(entity).copied().unwrap_or_default()
    }

    /// How often an entity was credited.
    pub fn credits(&self, entity: usize) -> u32 {
        self.credits.get(entity).copied().unwrap_or_default()
    }

    /// The mentions that a pronoun reaches, the latest first.
    pub fn in_reach(&self, sentence: usize) -> impl Iterator<Item = &Seen> {
        let reach = self.list.iter().rev().take(REACH.1);
        reach.take_while(move |seen| seen.sentence + REACH.0 >= sentence)
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
}

fn count(counts: &mut Vec<u32>, entity: usize) {
    counts.resize(counts.len().max(entity + 1), 0);
    if let Some(count) = counts.get_mut(entity) {
        *count += 1;
    }
}
