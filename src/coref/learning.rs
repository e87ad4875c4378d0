//! Owns the rules that update an entity from one of its names and the words beside it.

use std::ops::Range;

use crate::{
    coref::resolver::Resolver,
    discourse::{entity::Entity, state::Discourse},
    grammar::{
        description::{all_around, is_personal, is_roleless, main_noun},
        guess::{Guess, is_office, joins},
        name::Name,
        words::{ARTICLES, GENITIVE, is_capital, is_in, norm, sentence_at, tag},
    },
    lexicon::{
        list::List,
        noun::{Gender, Noun},
        title,
    },
    token::{document::Document, tag::Tag},
    vocabulary::{
        kinds::SourceKind,
        rule::{Rule, rule},
    },
};

/// A rule that updates an entity from one of its names; returns whether it applied.
pub type Update = Rule<fn(&mut Resolver<'_>, usize, &Name) -> bool>;

/// The rules in the order in which they are asked.
#[rustfmt::skip]
pub static LEARNING: [Update; 4] = [
    rule("W64", "town", "A name between `in` and a region is a town’s.", "in Vellin, Ontario", town),
    rule("W65", "personal", "A bare name is a person’s right after a quotation or before a verb, an age or a part in court.",
        "“It rained,” Ode said; Ode laughed; Ode, 54, said", personal),
    rule("W44", "text-wide", "Pronouns anywhere give a gender.", "Berg … and she knew", text_wide),
    rule("W45", "own-noun", "A name's noun tells what it is.", "Times … the newspaper", own_noun),
];

/// The rules that read the words beside a name; applied after `LEARNING`, to names that are not sources.
pub static BESIDE: [Update; 2] = [
    rule("W47", "which", "`Which` marks a firm, not a person.", "Norfolk Central, which", related),
    DESCRIBED,
];

/// Words that describe a name, asked of sources too.
pub const DESCRIBED: Update =
    rule("W48", "beside", "Words beside a name describe it.", "Ms. Li, the mayor", described);

/// What a noun tells of the entity that it refers to.
#[rustfmt::skip]
pub static CALLED: Rule<fn(&mut Resolver<'_>, usize, Noun) -> bool> = rule("W69", "called", "A noun for an organization shows that a name is an organization’s.",
    "Blue Anchor … the airline",
    |own, entity, noun| own.discourse.entities.get_mut(entity).is_some_and(|known| learn_body(known, noun)));

/// What a credited pronoun tells of whom it refers to.
#[rustfmt::skip]
pub static TOLD: Rule<fn(&mut Resolver<'_>, usize, Gender) -> bool> = rule("W71", "pronoun", "`He` or `she` shows a gender, and that a bare name is a person’s.",
    "Petrel spoke first. Later he said",
    |own, entity, gender| own.discourse.entities.get_mut(entity).is_some_and(|known| known.learn_gender(gender)));

static INTO_PLACES: List = List::named("preposition-before-town");

fn town(resolver: &mut Resolver, entity: usize, name: &Name) -> bool {
    let Discourse { document, entities, .. } = &mut resolver.discourse;
    let inside =
        norm(document, name.tokens.end) == "," && is_capital(document, name.tokens.end + 1);
    let placed = is_in(document, name.tokens.start.wrapping_sub(1), &INTO_PLACES);
    let town = inside && placed && name.guess == Guess::Open;
    let new = entities.get_mut(entity).filter(|known| town && !known.place);
    new.map(|known| known.place = true).is_some()
}

fn personal(resolver: &mut Resolver, entity: usize, name: &Name) -> bool {
    let Discourse { document, entities, .. } = &mut resolver.discourse;
    let person = is_personal(document, name);
    let open = entities.get_mut(entity).filter(|known| person && known.guess == Guess::Open);
    open.map(|known| known.guess = Guess::Person).is_some()
}

/// Takes an open guess for a body if a noun for one refers to it.
fn learn_body(known: &mut Entity, noun: Noun) -> bool {
    let body = known.guess == Guess::Open && noun.kind == SourceKind::Organization && !noun.plural;
    if body {
        known.guess = Guess::Organization;
    }
    body
}

/// Whether an apposition says of what is called after somebody that it is a body: `Karl Lind, a chain of bakeries,`.
fn is_firm(document: &Document, known: &Entity, words: &Range<usize>) -> bool {
    let behind = |name: &Name| name.title.is_empty() && name.tokens.end < words.start;
    let article = is_in(document, words.start.wrapping_sub(1), &ARTICLES);
    let apposed = article || words.clone().any(|at| tag(document, at) == Tag::POS);
    let body = main_noun(document, words.clone())
        .is_some_and(|noun| noun.kind == SourceKind::Organization && !noun.plural);
    // `the man behind the website`
    let of = |at: usize| is_in(document, at, &GENITIVE);
    let plain = !words.clone().any(|at| tag(document, at) == Tag::IN && !of(at));
    apposed && body && plain && known.gender.is_none() && known.name.as_ref().is_some_and(behind)
}

fn text_wide(resolver: &mut Resolver, entity: usize, _: &Name) -> bool {
    let words = || resolver.discourse.words_of(entity).to_lowercase();
    let open = resolver.discourse.entities.get(entity).is_some_and(|known| known.gender.is_none());
    let genders = resolver.genders.as_ref().filter(|genders| open && !genders.is_empty());
    let told = genders.map(|genders| genders.get(&words()).copied());
    let known = resolver.discourse.entities.get_mut(entity);
    if let (Some(told), Some(known)) = (told, known) {
        known.gender = told.flatten();
        known.contradicted = told == Some(None);
    }
    told.flatten().is_some()
}

fn own_noun(resolver: &mut Resolver, entity: usize, name: &Name) -> bool {
    let Discourse { document, entities, .. } = &mut resolver.discourse;
    // In `Karstens & Sons`, `Sons` is part of a name, not a noun for people.
    let head = main_noun(document, name.tokens.clone()).filter(|_| !joins(document, &name.tokens));
    let person = |known: &&mut Entity| known.guess == Guess::Person;
    let called = name.called(document);
    if let (Some(noun), Some(known)) =
        (head.or(called), entities.get_mut(entity).filter(|own| !person(own)))
    {
        known.noun = Some(noun);
        let party = name.article && is_office(name.last(document)); // `The Greens`
        known.plural |= noun.kind == SourceKind::Group && noun.plural && !party;
    }
    let nouns = [head, called];
    nouns.into_iter().flatten().for_each(|noun| entities.call(noun, entity));
    nouns.iter().any(Option::is_some)
}

static THINGS: List = List::named("relative-which");

fn related(resolver: &mut Resolver, entity: usize, name: &Name) -> bool {
    let Discourse { document, entities, .. } = &mut resolver.discourse;
    let comma = norm(document, name.tokens.end) == ",";
    let which = comma && is_in(document, name.tokens.end + 1, &THINGS);
    let open = entities.get_mut(entity).filter(|known| which && known.guess == Guess::Open);
    open.map(|known| known.guess = Guess::Organization).is_some()
}

fn described(resolver: &mut Resolver, entity: usize, name: &Name) -> bool {
    let sentence = sentence_at(resolver.discourse.document, name.tokens.start);
    let document = resolver.discourse.document;
    let told: Vec<Range<usize>> = all_around(document, name, &sentence).collect();
    told.into_iter().filter(|words| describe(resolver, entity, words.clone())).count() > 0
}

/// Updates an entity from words that describe it; returns whether they have a head noun.
pub fn describe(resolver: &mut Resolver, entity: usize, words: Range<usize>) -> bool {
    let document = resolver.discourse.document;
    let Some(known) = resolver.discourse.entities.get_mut(entity) else { return false };
    if is_roleless(document, &words) {
        return known.describe(document, words);
    }
    let Some(noun) = main_noun(document, words.clone()) else { return false };
    if known.guess == Guess::Open && noun.is_human() && !title::fits_firms(noun.lemma) {
        known.guess = Guess::Person;
    }
    if known.guess == Guess::Person && is_firm(document, known, &words) {
        known.guess = Guess::Open;
    }
    learn_body(known, noun);
    known.gender = known.gender.or(noun.gender);
    known.describe(document, words);
    if noun.is_human() || known.guess != Guess::Person {
        known.noun.get_or_insert(noun);
        resolver.discourse.entities.call(noun, entity);
    }
    true
}
