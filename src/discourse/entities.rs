//! Owns all entities of a text, indexed by the words that refer to them.
//!
//! Looks candidates up by last word, first word, acronym, sound or noun, and never compares every pair.

use std::ops::Range;

use rustc_hash::FxHashMap;

use crate::{
    discourse::{
        entity::Entity,
        fit::{acronym_letters, initials, sound},
    },
    grammar::{
        guess::{Guess, is_acronym},
        name::Name,
        words::{GENITIVE, is_capital, is_in, norm, sentence_at},
    },
    lexicon::{
        list::List,
        noun::{Gender, Noun},
    },
    text::span::Span,
    token::document::Document,
};

/// Bodies whose name may be turned round: `the Justice Department`.
static INVERTED: List = List::named("inverted-body");

/// How many entities that share a word are considered, the latest first.
const CLOSEST: usize = 8;

type Index<K> = FxHashMap<K, Vec<usize>>;

/// All entities, indexed by the words that refer to them.
#[derive(Debug, Default)]
pub struct Entities<'d> {
    all: Vec<Entity>,
    by_last: Index<&'d str>,
    by_first: Index<&'d str>,
    by_sound: Index<String>,
    by_noun: Index<&'static str>,
    by_acronym: FxHashMap<String, usize>,
    by_words: FxHashMap<String, usize>,
}

static CONJUNCTIONS: List = List::named("name-and");

impl<'d> Entities<'d> {
    /// An entity by its number.
    pub fn get(&self, entity: usize) -> Option<&Entity> {
        self.all.get(entity)
    }

    /// An entity by its number, if it has no name yet.
    pub fn nameless(&self, entity: usize) -> Option<&Entity> {
        self.get(entity).filter(|held| held.name.is_none())
    }

    /// An entity by its number, to be updated.
    pub fn get_mut(&mut self, entity: usize) -> Option<&mut Entity> {
        self.all.get_mut(entity)
    }

    /// All entities, in the order in which they were first mentioned.
    pub fn iter(&self) -> impl Iterator<Item = &Entity> {
        self.all.iter()
    }

    /// Whether something holds of an entity.
    pub fn is(&self, entity: usize, holds: impl Fn(&Entity) -> bool) -> bool {
        self.get(entity).is_some_and(holds)
    }

    /// The only one of some entities of which something holds; none where there are two.
    pub fn only(
        &self,
        among: impl Iterator<Item = usize>,
        holds: impl Fn(&Entity) -> bool,
    ) -> Option<usize> {
        only(among.filter(|entity| self.is(*entity, &holds)))
    }

    /// Adds an entity.
    pub fn add(&mut self, entity: Entity) -> usize {
        self.all.push(entity);
        self.all.len() - 1
    }

    /// Adds an entity without a name, to be found again by the same words.
    pub fn add_nameless(&mut self, words: String, entity: Entity) -> usize {
        let at = self.add(entity);
        self.by_words.insert(words, at);
        at
    }

    /// Notes a mention.
    pub fn mention(&mut self, entity: usize, span: Span, sentence: usize) {
        if let Some(entity) = self.all.get_mut(entity) {
            entity.seen = sentence;
            if entity.mentions.last() != Some(&span) {
                entity.mentions.push(span);
            }
        }
    }

    /// Updates an entity from one of its names, and indexes it by the name's words.
    pub fn learn(&mut self, document: &'d Document<'d>, at: usize, name: &Name) {
        // `the Norwegian CRB … the CRB`
        let last = name.tokens.end - 1;
        if name.tokens.len() > 1 && is_acronym(document, last) {
            self.by_acronym.entry(acronym_letters(norm(document, last))).or_insert(at);
        }
        if !self.all.get_mut(at).is_some_and(|entity| entity.learn(document, name)) {
            return;
        }
        index(&mut self.by_last, name.last(document), at);
        // `Deputy Inspector General Malik … the DIG`
        let office = office_before(document, name);
        if office.len() > 1 {
            self.by_acronym.entry(initials(document, &office)).or_insert(at);
        }
        if name.tokens.len() > 1 {
            self.by_sound.entry(sound(name.last(document))).or_default().push(at);
            index(&mut self.by_first, name.first(document), at);
            // `the Department of Justice … the Justice Department`
            let of = name.tokens.clone().skip(1).find(|word| is_in(document, *word, &GENITIVE));
            if let Some(of) = of {
                index(&mut self.by_last, norm(document, of - 1), at);
            } else if INVERTED.has(name.last(document)) {
                index(&mut self.by_last, name.first(document), at);
            }
            // `Luiz Moro da Silva … Moro`
            let inner = name.tokens.start + 1..name.tokens.end - 1;
            let body = name.guess == Guess::Organization;
            for word in inner.filter(|word| !body && is_capital(document, *word)) {
                index(&mut self.by_first, norm(document, word), at);
            }
            let quote = name.tokens.clone().find(|at| norm(document, *at) == "\"");
            if let Some(quote) = quote {
                index(&mut self.by_first, norm(document, quote + 1), at);
            }
            self.by_acronym.entry(initials(document, &name.tokens)).or_insert(at);
            let joint = name.tokens.clone().find(|at| is_in(document, *at, &CONJUNCTIONS));
            let short = name.tokens.start..joint.unwrap_or(name.tokens.start);
            if short.len() > 2 {
                self.by_acronym.entry(initials(document, &short)).or_insert(at);
            }
        }
    }

    /// Indexes an entity by an alias, such as `IAEA` in brackets after the full name.
    pub fn alias(&mut self, document: &Document, entity: usize, name: &Name) {
        let letters = acronym_letters(norm(document, name.tokens.start));
        self.by_acronym.insert(letters, entity);
    }

    /// Indexes an entity by a noun: `the spokesman`, after his name was given. A surname is not a role:
    /// `the cook` is not Jo Cook.
    pub fn call(&mut self, noun: Noun, entity: usize) {
        if noun.is_human() && self.by_last.get(noun.lemma).is_some_and(|at| at.contains(&entity)) {
            return;
        }
        index(&mut self.by_noun, noun.lemma, entity);
    }

    /// The entities whose fullest name ends in a word, the latest first.
    pub fn by_last(&self, word: &str) -> impl Iterator<Item = usize> {
        closest(self.by_last.get(word))
    }

    /// The entities whose name begins with a word.
    pub fn by_first(&self, word: &str) -> impl Iterator<Item = usize> {
        closest(self.by_first.get(word))
    }

    /// The entities whose last word sounds like a word.
    pub fn by_sound(&self, word: &str) -> impl Iterator<Item = usize> {
        self.by_sound.get(&sound(word)).into_iter().flatten().copied()
    }

    /// The entities that a noun has described.
    pub fn by_noun(&self, noun: Noun) -> impl Iterator<Item = usize> {
        closest(self.by_noun.get(noun.lemma))
    }

    /// The entity that a name stands for whose last word is an acronym: `IAEA`, `the Norwegian CRB`.
    pub fn by_acronym(&self, document: &Document, name: Range<usize>) -> Option<usize> {
        let last = name.end - 1;
        let letters = initials(document, &(name.start..last));
        let letters = letters + &acronym_letters(norm(document, last));
        self.by_acronym.get(&letters).copied()
    }

    /// The entity without a name that the same words referred to.
    pub fn by_words(&self, words: &str) -> Option<usize> {
        self.by_words.get(words).copied()
    }

    /// The latest entity that a noun may refer back to; none if two were mentioned recently.
    pub fn called(&self, noun: Noun, plural: bool) -> Option<usize> {
        self.called_if(noun, plural, |_| true)
    }

    /// The same among the entities for which a condition holds.
    pub fn called_if(
        &self,
        noun: Noun,
        plural: bool,
        is: impl Fn(&Entity) -> bool,
    ) -> Option<usize> {
        const APART: usize = 3;
        let fits = |known: &Entity| {
            known.plural == plural && Gender::agree(known.gender, noun.gender) && is(known)
        };
        let mut found = self.by_noun(noun).filter(|entity| self.is(*entity, fits));
        let first = found.next()?;
        let seen = |entity: usize| self.get(entity).map_or(0, |known| known.seen);
        let rival = found.find(|entity| *entity != first);
        rival.is_none_or(|rival| seen(rival) + APART <= seen(first)).then_some(first)
    }
}

/// The only entity among candidates; none where there are two.
pub fn only(mut candidates: impl Iterator<Item = usize>) -> Option<usize> {
    let first = candidates.next()?;
    candidates.all(|entity| entity == first).then_some(first)
}

fn closest(found: Option<&Vec<usize>>) -> impl Iterator<Item = usize> {
    found.into_iter().flat_map(|found| found.iter().rev().take(CLOSEST).copied())
}

fn index<K: Eq + std::hash::Hash>(index: &mut Index<K>, word: K, entity: usize) {
    let entities = index.entry(word).or_default();
    if entities.last() != Some(&entity) {
        entities.push(entity);
    }
}

/// The words with capitals that end right before a name, with `of` between them: `Deputy Commissioner of Police`.
fn office_before(document: &Document, name: &Name) -> Range<usize> {
    const LONGEST: usize = 8;
    let floor = sentence_at(document, name.tokens.start).start;
    let part = |at: &usize| is_capital(document, *at) || is_in(document, *at, &GENITIVE);
    let words = (floor..name.tokens.start).rev().take(LONGEST).take_while(part);
    let start = words.filter(|at| is_capital(document, *at)).last();
    start.unwrap_or(name.tokens.start)..name.tokens.start
}
