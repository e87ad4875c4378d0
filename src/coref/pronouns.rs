//! Owns the rules that link a pronoun to an entity, or leave it open.

use std::{collections::BTreeMap, ops::Range};

use crate::{
    coref::{antecedent, resolver::Resolver},
    discourse::{
        entity::Entity,
        fit::{fit, gender, personal},
        recent::{Form, Seen},
        state::Discourse,
    },
    grammar::{
        guess::given_gender,
        head::{Head, head},
        words::{norm, quotation_at, quoted, sentence_at},
    },
    lexicon::noun::Gender,
    ranking::{choice::Pronoun, features::choice},
    vocabulary::rule::{Rule, rule},
};

/// What a rule links a pronoun to.
pub enum Antecedent {
    /// An entity.
    Entity(usize),
    /// Whatever these words, with their head, refer to.
    Words(Range<usize>, Head),
}

/// A rule that finds what a pronoun refers to.
type Link = Rule<fn(&Resolver<'_>, &Pronoun) -> Option<Antecedent>>;

/// The rules for `who` and `which`.
pub static RELATIVE: [Link; 1] = [rule(
    "W28",
    "relative",
    "`Who` and `which` link to the noun phrase before them.",
    "Ms. Li, who said",
    relative,
)];

/// The rules for other pronouns that are credited with words.
#[rustfmt::skip]
pub static SAYING: [Link; 2] = [
    rule("W74", "answers", "Whoever was asked in the sentence before answers, if the gender may be theirs.",
        "Ms. Li asked Mr. Roy if it was late. He said", answers),
    rule("W31", "credited", "The likeliest candidate, if at least 70 % likely; in a quotation 90 %.", "She said", credited),
];

/// The rules for pronouns that are not sources; they keep an entity salient.
pub static NOT_CREDITED: [Link; 1] = [rule(
    "W35",
    "likely",
    "The likeliest candidate, if at least 50 % likely.",
    "Her plan",
    likely,
)];

/// How likely an antecedent must be to be credited with words.
const CREDITED: f32 = 0.7;

/// The same in a quotation, where a pronoun may refer to anybody.
const QUOTED: f32 = 0.9;

/// How likely an antecedent must be to be kept salient.
pub const LIKELY: f32 = 0.5;

/// The minimum fit of an entity that the text shows to be a person.
const PERSON: f32 = 1.1;

fn credited(resolver: &Resolver, pronoun: &Pronoun) -> Option<Antecedent> {
    let Discourse { document, recent, .. } = &resolver.discourse;
    let (entity, chance) = best(resolver, pronoun)?;
    // `Among them was Mr. Falk. He said`
    let presented = |seen: &Seen| {
        seen.entity == entity && seen.place.presented && seen.sentence + 1 == pronoun.sentence
    };
    let gender = gender(norm(document, pronoun.at));
    let least = match quotation_at(document, pronoun.at) {
        Some(_) => QUOTED,
        None if gender.is_some() && recent.near().any(presented) => LIKELY,
        None => CREDITED,
    };
    let told = gender.is_none_or(|gender| {
        // `Petrel sank. Later he said`: a bare name, mentioned once, may not be a person's.
        may_be(resolver, entity, gender, PERSON) || recent.times(entity) > 1
    });
    let either = || gender.is_some_and(|gender| is_one_of_two(resolver, entity, gender));
    (chance >= least && told && !either()).then_some(Antecedent::Entity(entity))
}

/// Whether an entity was last named together with another of its gender, so that a pronoun may be either: `Ana Li and
/// Bel Roy came in. “Late,” she said`.
fn is_one_of_two(resolver: &Resolver, entity: usize, gender: Gender) -> bool {
    let Discourse { entities, recent, .. } = &resolver.discourse;
    let others = || recent.near().filter(|seen| seen.form != Form::Pronoun);
    let Some(last) = others().find(|seen| seen.entity == entity) else { return false };
    let beside = |seen: &&Seen| seen.sentence == last.sentence;
    let joins = |one: &Entity| one.plural && one.words.contains(&last.at);
    let mut both = others().filter(beside).filter(|seen| entities.is(seen.entity, joins));
    let Some(both) = both.next().and_then(|seen| entities.get(seen.entity)) else { return false };
    let other = |seen: &Seen| {
        let named =
            seen.entity != entity && seen.form == Form::Name && both.words.contains(&seen.at);
        named && may_be(resolver, seen.entity, gender, PERSON)
    };
    let later = |seen: &Seen| seen.sentence > last.sentence && other(seen);
    last.form == Form::Name && others().filter(beside).any(other) && !others().any(later)
}

fn answers(resolver: &Resolver, pronoun: &Pronoun) -> Option<Antecedent> {
    let Discourse { document, entities, recent, .. } = &resolver.discourse;
    let own = gender(norm(document, pronoun.at))?;
    let asked = recent.near().find(|seen| seen.place.asked)?;
    let named = entities.get(asked.entity).and_then(|known| known.name.as_ref());
    let given = named.and_then(|name| given_gender(name.given(document)));
    let before = sentence_at(document, pronoun.at).start..pronoun.at;
    let opens = quoted(document, &before) == before.len();
    let fits = Gender::agree(given, Some(own)) && may_be(resolver, asked.entity, own, PERSON);
    let next = asked.sentence + 1 == pronoun.sentence;
    (opens && next && fits).then_some(Antecedent::Entity(asked.entity))
}

/// Whoever a pronoun most likely refers to, to be kept salient.
pub fn likely(resolver: &Resolver, pronoun: &Pronoun) -> Option<Antecedent> {
    let (entity, chance) = best(resolver, pronoun)?;
    (chance >= LIKELY).then_some(Antecedent::Entity(entity))
}

/// The likeliest candidate of a pronoun, with its probability.
fn best(resolver: &Resolver, pronoun: &Pronoun) -> Option<(usize, f32)> {
    choice(&resolver.discourse, pronoun).best(resolver.ranker)
}

/// Every candidate of a pronoun with its probability, or with what does not fit, for the trace.
pub fn candidates(resolver: &Resolver, pronoun: &Pronoun) -> Vec<(usize, String)> {
    let word = norm(resolver.discourse.document, pronoun.at);
    let percent = |chance: f32| format!("{:.0} %", chance * 100.0);
    let mut found: BTreeMap<usize, String> = BTreeMap::new();
    for Seen { entity, .. } in resolver.discourse.recent.in_reach(pronoun.sentence) {
        let fit = resolver.discourse.entities.get(*entity).map(|known| fit(known, word));
        found.insert(*entity, fit.and_then(Result::err).map_or(percent(0.0), |no| no.to_string()));
    }
    let ranked = choice(&resolver.discourse, pronoun);
    found.extend(ranked.chances(resolver.ranker).map(|(entity, own)| (entity, percent(own))));
    found.into_iter().collect()
}

/// Whether the fit of an entity to a `he` or a `she` is at least `least`.
pub fn may_be(resolver: &Resolver, entity: usize, gender: Gender, least: f32) -> bool {
    let known = resolver.discourse.entities.get(entity);
    known.is_some_and(|known| personal(known, gender).is_ok_and(|fit| fit >= least))
}

fn relative(resolver: &Resolver, pronoun: &Pronoun) -> Option<Antecedent> {
    let Discourse { document, recent, .. } = &resolver.discourse;
    let floor = sentence_at(document, pronoun.at).start;
    let words = antecedent::relative(document, pronoun.at, floor)?;
    match head(document, words.clone())? {
        Head::Pronoun(_) | Head::Several => {
            let last = recent.last().filter(|seen| seen.sentence == pronoun.sentence)?;
            Some(Antecedent::Entity(last.entity))
        }
        Head::Name(name, _) => Some(Antecedent::Words(words, Head::Name(name, Vec::new()))),
        head => Some(Antecedent::Words(words, head)),
    }
}
