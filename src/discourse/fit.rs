//! Owns how well an entity fits a mention, by its kind and its words, and why others do not fit.
//!
//! Leaves how recently the entity was mentioned to `recent.rs`.

use std::ops::Range;

use crate::{
    discourse::{entity::Entity, office::is_another_office},
    grammar::{
        epithet::Phrase,
        guess::{Guess, ORGANIZATIONS, family_name, is_acronym, is_office, is_place},
        name::Name,
        words::{ARTICLES, GENITIVE, is_capital, is_in, norm, tag},
    },
    lexicon::{
        list::List,
        noun::{Gender, noun},
    },
    text::span::Span,
    token::{document::Document, tag::Tag},
    vocabulary::kinds::SourceKind,
};

/// Why a candidate is not the antecedent of a mention.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Mismatch {
    /// `he` is not Ms. Li.
    #[error("another gender")]
    Gender,
    /// `he` is not the Greens.
    #[error("another number")]
    Number,
    /// `he` is not the Treasury.
    #[error("another kind")]
    Kind,
    /// `the defence ministry` is not the foreign ministry.
    #[error("other words")]
    Words,
}

static HE: List = List::named("he-pronoun");
static SHE: List = List::named("she-pronoun");
static IT: List = List::named("it-pronoun");
static THEY: List = List::named("they-pronoun");

/// The gender of a pronoun.
pub fn gender(pronoun: &str) -> Option<Gender> {
    match () {
        () if HE.has(pronoun) => Some(Gender::He),
        () if SHE.has(pronoun) => Some(Gender::She),
        () => None,
    }
}

/// Whether a pronoun is a form of `they`.
pub fn is_they(pronoun: &str) -> bool {
    THEY.has(pronoun)
}

/// Whether a pronoun is a form of `it`.
pub fn is_it(pronoun: &str) -> bool {
    IT.has(pronoun)
}

/// How well an entity fits a pronoun.
pub fn fit(entity: &Entity, pronoun: &str) -> Result<f32, Mismatch> {
    use SourceKind::{Document, Group, Organization};
    if let Some(gender) = gender(pronoun) {
        return personal(entity, gender);
    }
    match entity.kind() {
        _ if entity.plural && is_they(pronoun) => Ok(3.0),
        _ if entity.plural => Err(Mismatch::Number),
        Organization | Group if is_they(pronoun) => Ok(2.0),
        Organization | Document if is_it(pronoun) => Ok(2.0),
        // `The team said it was late.`
        Group if is_it(pronoun) && entity.noun.is_some_and(|own| own.kind == Organization) => {
            Ok(2.0)
        }
        // `A spokesperson said it was late. They said`.
        _ if is_they(pronoun) && entity.name.is_none() && entity.gender.is_none() => {
            may_be_person(entity).map(|()| 1.0)
        }
        _ => Err(Mismatch::Kind),
    }
}

/// How well an entity fits a `he` or a `she`.
pub fn personal(entity: &Entity, gender: Gender) -> Result<f32, Mismatch> {
    may_be_person(entity)?;
    if !Gender::agree(entity.gender, Some(gender)) {
        return Err(Mismatch::Gender);
    }
    let person = match (&entity.name, entity.guess) {
        (Some(_), Guess::Person) => 2.0,
        (Some(name), _) if name.tokens.len() > 1 => 2.0,
        (Some(_), _) if entity.place => 0.2,
        (Some(_), _) => 1.0,
        (None, _) => 1.8,
    };
    Ok(person + if entity.gender.is_some() { 1.0 } else { 0.0 })
}

/// Adjectives in names of bodies.
static REGIONS: List = List::named("region-adjective");

static COLLECTIVES: List = List::named("collective");

/// Whether an entity may be one person: a voter may, a crowd may not.
pub fn may_be_person(entity: &Entity) -> Result<(), Mismatch> {
    let person = match (&entity.name, entity.noun) {
        (Some(_), _) => entity.guess != Guess::Organization,
        (None, Some(noun)) => {
            noun.is_human() || noun.kind == SourceKind::Group && !COLLECTIVES.has(noun.lemma)
        }
        (None, None) => false,
    };
    match person {
        _ if entity.plural => Err(Mismatch::Number),
        true => Ok(()),
        false => Err(Mismatch::Kind),
    }
}

/// Titles of somebody whose namesake holds an office.
static CONSORTS: List = List::named("consort-title");

/// Whether a name may belong to an entity that shares a word with it.
pub fn fit_name(document: &Document, entity: &Entity, name: &Name) -> Result<(), Mismatch> {
    let known = entity.name.as_ref().ok_or(Mismatch::Words)?;
    let bare = name.tokens.len() == 1 && name.title.is_empty();
    let kinds = [entity.guess, name.guess];
    let apart = kinds.contains(&Guess::Person) && kinds.contains(&Guess::Organization);
    // `Le Marr` after `Simon Le Marr` is no newspaper.
    let ends = |at: usize| {
        norm(document, known.tokens.end.wrapping_sub(at)) == norm(document, name.tokens.end - at)
    };
    let longer = name.tokens.len() > 1 && known.tokens.len() >= name.tokens.len();
    let apart = apart && !(longer && (1..=name.tokens.len()).all(ends));
    // `PC Lind` after `PC Karl Lind`.
    let ranked = kinds == [Guess::Person, Guess::Open] && is_acronym(document, name.tokens.start);
    let last = name.tokens.end - 1..name.tokens.end;
    let words = if ranked { &last } else { &name.tokens };
    // `President Moss` is not `First Lady Ana Moss`.
    let consort = |title: &Range<usize>| title.clone().any(|at| is_in(document, at, &CONSORTS));
    let office = name.title.clone().any(|at| noun(norm(document, at)).is_some());
    match () {
        () if consort(&known.title) && office && !consort(&name.title) => Err(Mismatch::Words),
        () if !Gender::agree(entity.gender, name.gender) => Err(Mismatch::Gender),
        () if apart && !bare => Err(Mismatch::Kind),
        () if !same_words(document, &known.tokens, words) => Err(Mismatch::Words),
        () => Ok(()),
    }
}

/// Bodies that go by whose they are.
static OWNED: List = List::named("body-of-somebody");

/// Whether a body's name only begins with the word of a name: `London` is not the London Stock Exchange, `Moss` and
/// `President Moss` not the Moss administration, the Senate no committee of it, and in `European rules` there is no bank.
pub fn begins_alike(document: &Document, known: &Entity, name: &Name) -> bool {
    let Some(own) = known.name.as_ref().filter(|_| known.guess != Guess::Person) else {
        return false;
    };
    let (first, last) = (name.first(document), own.last(document));
    let noun = |word: &str| {
        ORGANIZATIONS.get(word).first().map(|row| row.column(1)).filter(|noun| !noun.is_empty())
    };
    // `Greenpeace International`, `the Airbnb Company`
    let whole = REGIONS.has(last)
        || is_place(last)
        || noun(first).is_some_and(|of| noun(last).unwrap_or(last) == of);
    let part = is_office(first) && !is_in(document, own.tokens.start + 1, &GENITIVE) && !whole;
    let titled = known.guess == Guess::Organization && !name.title.is_empty();
    let modifies =
        tag(document, name.tokens.start) == Tag::JJ && tag(document, name.tokens.end).is_noun();
    OWNED.has(last) || is_place(first) || part || titled || modifies
}

/// Whether a phrase may refer back to an entity indexed by its noun.
pub fn fit_phrase(document: &Document, entity: &Entity, phrase: &Phrase) -> Result<(), Mismatch> {
    let another = match entity.name {
        Some(_) => is_another(document, &entity.words, phrase),
        None => is_another_kind(document, &entity.words, phrase),
    };
    let another = another || is_another_office(document, entity, phrase);
    if another { Err(Mismatch::Words) } else { Ok(()) }
}

/// Words behind a name that tell a parent and a child of one name apart.
static GENERATIONS: List = List::named("name-generation");

/// Whether two names with the same last word may be one: their first words agree, or one is a single word.
fn same_words(document: &Document, one: &Range<usize>, other: &Range<usize>) -> bool {
    // `Jo Li Jr.` is not `Jo Li Sr.`
    let generation = |name: &Range<usize>| {
        let last = norm(document, name.end - 1).trim_end_matches('.');
        Some(last).filter(|last| GENERATIONS.has(last))
    };
    if let (Some(own), Some(of_other)) = (generation(one), generation(other))
        && own != of_other
    {
        return false;
    }
    // `Kim Min-seo` is not `Kim So-yeon`.
    let family = |name: &Range<usize>| family_name(document, name).is_some();
    if family(one) && family(other) {
        return one
            .clone()
            .rev()
            .zip(other.clone().rev())
            .all(|(a, b)| norm(document, a) == norm(document, b));
    }
    // `The Justice Department`, `the Department of Justice`
    let content = |name: &Range<usize>| {
        let mut words: Vec<&str> = name
            .clone()
            .filter(|at| is_capital(document, *at))
            .map(|at| norm(document, at))
            .collect();
        words.sort_unstable();
        words
    };
    let inverted = one.len() > 1 && content(one) == content(other);
    if !inverted && (is_complement(document, one, other) || is_complement(document, other, one)) {
        return false;
    }
    if one.len() == 1 || other.len() == 1 || inverted {
        return true;
    }
    // `De Wit` after `Piet de Wit`.
    let mut words = one.clone().rev().zip(other.clone().rev());
    if one.len() != other.len() && words.all(|(a, b)| norm(document, a) == norm(document, b)) {
        return true;
    }
    let (a, b) = (norm(document, one.start), norm(document, other.start));
    let initial = |short: &str, long: &str| {
        short.trim_end_matches('.').len() <= 3
            && short.chars().next() == long.chars().next()
            && short.contains('.')
    };
    let close = a.len() > 4
        && a.len() == b.len()
        && a.bytes().zip(b.bytes()).filter(|(a, b)| a != b).count() <= 1;
    // `Katherine “Kit” Roe`
    let called = |name: &Range<usize>, first: &str| {
        let quote = name.clone().find(|at| norm(document, *at) == "\"");
        quote.is_some_and(|quote| norm(document, quote + 1) == first)
    };
    let nickname = called(one, b) || called(other, a);
    a == b || initial(a, b) || initial(b, a) || close || nickname
}

/// Whether a name stands inside the complement of another: `the World Bank` is not the Tribunal of the World Bank, but
/// Michigan may be the University of Michigan.
fn is_complement(document: &Document, whole: &Range<usize>, part: &Range<usize>) -> bool {
    let Some(of) = whole.clone().rfind(|at| is_in(document, *at, &GENITIVE)) else { return false };
    let article = usize::from(is_in(document, of + 1, &ARTICLES));
    let complement = whole.end - (of + 1 + article).min(whole.end);
    complement > 1 && part.len() <= complement
}

/// Whether a phrase names a different body than a name: `the Scottish agency` is not the Norwegian Space Agency, `the
/// Reuters news agency` is not the FBI. In `the Geneva-based agency` the place is none of its names.
fn is_another(document: &Document, name: &Range<usize>, phrase: &Phrase) -> bool {
    let last = name.end - 1;
    let told = name.clone().any(|at| at < last && is_capital(document, at));
    let word = |at: usize| norm(document, at);
    let new = |at: &usize| {
        is_capital(document, *at)
            && word(at + 1) != "-"
            && !name.clone().any(|own| word(own) == word(*at))
    };
    let mut new = (phrase.tokens.start + 1..phrase.head).filter(new);
    let ends = word(last) == word(phrase.head);
    let named = name.len() == 1 && is_acronym(document, last);
    match ends {
        true => told && new.next().is_some(),
        false => {
            let owned = |at| tag(document, at) == Tag::POS;
            let own = |at| tag(document, at).is_name() && !is_place(word(at));
            named && (new.any(own) || (phrase.tokens.start..phrase.head).any(owned))
        }
    }
}

/// Whether a phrase means another one of the same kind: `the foreign ministry` is not `the defence ministry`.
fn is_another_kind(document: &Document, words: &Range<usize>, phrase: &Phrase) -> bool {
    let word = |at: usize| norm(document, at);
    let head = words.clone().rev().find(|at| word(*at) == word(phrase.head));
    let Some(head) = head else { return false };
    let small = |at: usize| {
        matches!(tag(document, at), Tag::DT | Tag::PDT | Tag::PRPP | Tag::CD | Tag::POS)
    };
    let modifiers = |words: Range<usize>| words.filter(|at| !small(*at));
    let known: Vec<&str> = modifiers(words.start..head).map(word).collect();
    let mut own = modifiers(phrase.tokens.start..phrase.head).peekable();
    !known.is_empty() && own.peek().is_some() && !own.any(|at| known.contains(&word(at)))
}

/// Whether the acronym at a token, which stands in brackets, abbreviates the words of an entity. In `the inspector
/// general (IG)` behind somebody's name the letters are not his.
pub fn is_abbreviated(document: &Document, known: &Entity, acronym: usize) -> bool {
    let words = known.name.as_ref().map_or(&known.words, |name| &name.tokens);
    let letters = acronym_letters(norm(document, acronym));
    let own = initials(document, words);
    if known.guess == Guess::Person {
        return own == letters;
    }
    let mut rest = own.chars();
    let within = letters.chars().all(|letter| rest.any(|own| own == letter));
    let alike = known.guess == Guess::Organization && own.chars().next() == letters.chars().next();
    let beside = |last: &Span| document.tokens_in(*last).end + 1 == acronym;
    within || known.name.is_some() && (alike || known.mentions.last().is_some_and(beside))
}

/// The letters of an acronym: `un` for `u.n.`.
pub fn acronym_letters(word: &str) -> String {
    word.chars().filter(|c| c.is_alphanumeric()).collect()
}

/// A phonetic key of a word: its first letter and its other consonants, none twice in a row, without a
/// final `s`.
pub fn sound(word: &str) -> String {
    let mut sound = String::new();
    for (at, letter) in word.trim_end_matches('s').chars().enumerate() {
        let vowel = matches!(letter, 'a' | 'e' | 'i' | 'o' | 'u' | 'y');
        if (at == 0 || !vowel) && !sound.ends_with(letter) {
            sound.push(letter);
        }
    }
    sound
}

/// The initials of a name: `iaea` for `International Atomic Energy Agency`.
pub fn initials(document: &Document, tokens: &Range<usize>) -> String {
    let capitals = tokens.clone().filter(|at| is_capital(document, *at));
    capitals.filter_map(|at| norm(document, at).chars().next()).collect()
}
