//! Owns the first reading of a text: its pronouns vote for the genders of the people they most likely
//! refer to, so that a pronoun in the last paragraph gives the gender of a name in the first.
//!
//! Only titles, nouns and pronouns of the text count as evidence; first names do not.

use rustc_hash::FxHashMap;

use crate::{
    coref::{
        pronouns::LIKELY,
        resolver::{Genders, Resolver},
    },
    discourse::{fit::gender, mention::Mention, speech::Speech},
    grammar::words::norm,
    lexicon::noun::Gender,
    model::mention::Ranker,
    ranking::{choice::Pronoun, features::choice},
    token::document::Document,
};

/// Reads a text once, given the mentions of each sentence.
pub fn genders(
    document: &Document,
    mentions: &[Vec<Mention>],
    speech: Speech,
    ranker: &Ranker,
) -> Genders {
    let mut resolver = Resolver::new(document, None, speech, ranker);
    let mut votes = FxHashMap::default();
    for (sentence, mentions) in mentions.iter().enumerate() {
        resolver.discourse.look_ahead(mentions);
        for mention in mentions {
            match mention {
                Mention::Pronoun(at) => {
                    vote(&mut resolver, &Pronoun { at: *at, sentence, of: None }, &mut votes);
                }
                _ => resolver.mention(mention, sentence),
            }
        }
    }
    let known =
        resolver.discourse.entities.iter().enumerate().filter(|(_, known)| known.name.is_some());
    let told = known.filter_map(|(entity, known)| {
        let votes = votes.get(&entity).copied();
        let told = known.gender.or(votes.and_then(majority));
        let contradicted = votes.is_some_and(|votes| !votes.contains(&0));
        let name = || resolver.discourse.words_of(entity).to_lowercase();
        (told.is_some() || contradicted).then(|| (name(), told))
    });
    told.collect()
}

/// How many times `he` and `she` most likely refer to an entity.
type Votes = [u32; 2];

/// How likely an antecedent must be for a pronoun to vote on its gender.
const SURE: f32 = 0.7;

fn vote(resolver: &mut Resolver, pronoun: &Pronoun, votes: &mut FxHashMap<usize, Votes>) {
    let best = choice(&resolver.discourse, pronoun).best(resolver.ranker);
    let Some((entity, chance)) = best.filter(|(_, chance)| *chance >= LIKELY) else { return };
    resolver.refer(entity, pronoun);
    let told = gender(norm(resolver.discourse.document, pronoun.at)).filter(|_| chance >= SURE);
    let Some(told) = told else { return };
    let votes = votes.entry(entity).or_default();
    let [he, she] = votes;
    *if told == Gender::He { he } else { she } += 1;
    let known = resolver.discourse.entities.get_mut(entity).filter(|known| known.name.is_some());
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
