//! Owns the first reading of a text: its pronouns vote for the genders of the people they most likely
//! stand for, so that a pronoun in the last paragraph tells of a name in the first.
//!
//! Only titles, nouns and pronouns of the text tell; a first name tells nothing.

use rustc_hash::FxHashMap;

use crate::{
    coref::{
        fit::gender,
        mention::Mention,
        pronouns::{Pronoun, surely},
        resolver::{Genders, Resolver},
    },
    grammar::words::norm,
    lexicon::noun::Gender,
    token::document::Document,
};

/// Reads a text once, given the mentions of each sentence.
pub fn genders(document: &Document, mentions: &[Vec<Mention>]) -> Genders {
    let mut resolver = Resolver::new(document, None);
    let mut votes = FxHashMap::default();
    for (sentence, mentions) in mentions.iter().enumerate() {
        for mention in mentions {
            if let Mention::Pronoun(at) = *mention {
                vote(&mut resolver, &Pronoun { at, sentence }, &mut votes);
            }
            resolver.mention(mention, sentence);
        }
    }
    let known = resolver.entities.iter().enumerate().filter(|(_, known)| known.name.is_some());
    let told = known.filter_map(|(entity, known)| {
        let votes = votes.get(&entity).copied();
        let told = known.gender.or(votes.and_then(majority));
        let contradicted = votes.is_some_and(|votes| !votes.contains(&0));
        let name = || resolver.words_of(entity).to_lowercase();
        (told.is_some() || contradicted).then(|| (name(), told))
    });
    told.collect()
}

/// How many times `he` and `she` most likely stand for an entity.
type Votes = [u32; 2];

fn vote(resolver: &mut Resolver, pronoun: &Pronoun, votes: &mut FxHashMap<usize, Votes>) {
    let told = gender(norm(resolver.document, pronoun.at));
    let (Some(entity), Some(told)) = (surely(resolver, pronoun), told) else { return };
    let votes = votes.entry(entity).or_default();
    let [he, she] = votes;
    *if told == Gender::He { he } else { she } += 1;
    let known = resolver.entities.get_mut(entity).filter(|known| known.name.is_some());
    if let Some(known) = known {
        known.gender = known.gender.or(majority(*votes));
    }
}

/// The gender with at least two votes, and three times as many as the other.
fn majority([he, she]: Votes) -> Option<Gender> {
    let clear = |one: u32, other: u32| one >= 2 && one >= 3 * other;
    match () {
        () if clear(he, she) => Some(Gender::He),
        () if clear(she, he) => Some(Gender::She),
        () => None,
    }
}
