//! Owns the reading of [`Genders`]: the pronouns of the whole text vote for the names they most likely stand for.

use rustc_hash::FxHashMap;

use crate::{
    coref::{gender::Genders, mention::Mention, pronoun::gender, resolver::Story},
    grammar::words::norm,
    lexicon::noun::Gender,
    token::document::Document,
};

/// Reads a text once, given the mentions of each sentence, and counts for whom its pronouns most
/// likely stand.
pub fn genders(document: &Document, mentions: &[Vec<Mention>]) -> Genders {
    let mut story = Story::new(document, Genders::default());
    let mut votes = FxHashMap::default();
    for (number, (sentence, mentions)) in document.sentences().iter().zip(mentions).enumerate() {
        for mention in mentions {
            count(&mut story, number, mention, &mut votes);
            story.mention(mention, number, sentence);
        }
    }
    let members = story.cast.members().enumerate().filter(|(_, known)| known.name.is_some());
    let told = members.filter_map(|(member, known)| {
        let counted = || votes.get(&member).and_then(|votes| majority(*votes));
        let words = document.words(document.span(known.words.clone())).to_lowercase();
        let found = known.gender.or_else(counted);
        let torn = votes.get(&member).is_some_and(|votes| !votes.contains(&0));
        (found.is_some() || torn).then_some((words, found))
    });
    Genders(told.collect())
}

/// How many pronouns of either kind most likely stand for a member.
type Votes = [u32; 2];

fn count(story: &mut Story, number: usize, mention: &Mention, votes: &mut FxHashMap<usize, Votes>) {
    let Mention::Pronoun(at) = *mention else { return };
    let pronoun = norm(story.document, at);
    let member = story.recent.surely(&story.cast, pronoun, number);
    if let (Some(member), Some(told)) = (member, gender(pronoun)) {
        let votes = votes.entry(member).or_default();
        let [he, she] = votes;
        *if told == Gender::He { he } else { she } += 1;
        let clear = majority(*votes);
        if let Some(known) = story.cast.get_mut(member).filter(|known| known.name.is_some()) {
            known.gender = known.gender.or(clear);
        }
    }
}

/// A gender that two pronouns speak for, and three times as many as speak against it.
fn majority([he, she]: Votes) -> Option<Gender> {
    let clear = |one: u32, other: u32| one >= 2 && one >= 3 * other;
    match () {
        () if clear(he, she) => Some(Gender::He),
        () if clear(she, he) => Some(Gender::She),
        () => None,
    }
}
