//! Owns the recent mentions in text order: the candidates of a pronoun or an epithet.

use crate::discourse::place::Place;

/// The recent mentions of a text as far as it has been read.
#[derive(Debug, Default)]
pub struct Recent {
    list: Vec<Seen>,
    /// How often each entity was mentioned.
    times: Vec<u32>,
    /// How often each entity was credited.
    credits: Vec<u32>,
    /// Who was credited last, and in which sentence.
    pub credited: Option<(usize, usize)>,
    /// The last other entity credited before that, and in which sentence.
    pub before: Option<(usize, usize)>,
    /// The first sentence of the paragraph.
    pub paragraph: usize,
}

/// A mention that has been read.
#[derive(Clone, Copy, Debug)]
pub struct Seen {
    /// Its entity.
    pub entity: usize,
    /// Its sentence.
    pub sentence: usize,
    /// Its first token.
    pub at: usize,
    /// Its form.
    pub form: Form,
    /// Where it stands in its sentence.
    pub place: Place,
}

/// The form of a mention.
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

/// How much salience a mention loses with each sentence.
pub const FADING: f32 = 0.4;

/// How far back counts as near, in sentences and in mentions.
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

    /// The mentions within reach of a pronoun, the latest first.
    pub fn in_reach(&self, sentence: usize) -> impl Iterator<Item = &Seen> {
        let reach = self.list.iter().rev().take(REACH.1);
        reach.take_while(move |seen| seen.sentence + REACH.0 >= sentence)
    }

    /// The near mentions, the latest first.
    pub fn near(&self) -> impl Iterator<Item = &Seen> {
        self.list.iter().rev().take(NEAR.1)
    }

    /// The mentions in near sentences, the latest first.
    pub fn in_near_sentences(&self, sentence: usize) -> impl Iterator<Item = &Seen> {
        self.near().take_while(move |seen| seen.sentence + NEAR.0 >= sentence)
    }

    /// The last mention.
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
