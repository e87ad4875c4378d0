//! Owns the rules that link a name to an entity: its candidates share a word or a sound, or were described
//! before they are named (cataphora).

use std::ops::Range;

use crate::{
    coref::{
        entities::{Entities, only},
        entity::Entity,
        fit::fit_name,
        resolver::{Link, Resolver},
    },
    grammar::{
        description::main_noun,
        guess::{Guess, is_acronym, is_place},
        name::Name,
        words::{DEFINITE_ARTICLE, is_in, is_mark, norm, tag},
    },
    lexicon::noun::Noun,
    token::{document::Document, tag::Tag},
    vocabulary::{kinds::SourceKind, rule::rule},
};

/// A name to be linked.
pub struct NameMention {
    /// The name.
    pub name: Name,
    /// Its sentence.
    pub sentence: usize,
    /// The entities that share its last word and fit, the latest first.
    pub alike: Vec<usize>,
}

impl NameMention {
    /// A name with its candidates.
    pub fn new(resolver: &Resolver, name: &Name, sentence: usize) -> Self {
        let Resolver { document, entities, .. } = resolver;
        let fits = |entity: &usize| {
            entities.get(*entity).is_some_and(|known| fit_name(document, known, name).is_ok())
        };
        let alike = entities.by_last(name.last(document)).filter(fits).collect();
        Self { name: name.clone(), sentence, alike }
    }

    /// The only one of the candidates of which something is true.
    fn only(&self, resolver: &Resolver, is: impl Fn(&Entity) -> bool) -> Option<usize> {
        let known = |entity: &usize| resolver.entities.get(*entity).is_some_and(&is);
        only(self.alike.iter().copied().filter(known))
    }
}

/// The rules in the order in which they are asked.
pub static NAMES: [Link<NameMention, usize>; 12] = [
    rule("W6", "described", "A description by its words.", "the Nurses' Sleep Study", described),
    rule("W7", "acronym", "An acronym stands for whom its letters lead to.", "IAEA", acronym),
    rule("W8", "surname", "A surname stands for the only one who fits.", "Lopez", surname),
    rule("W9", "latest", "A full name stands for the latest who fits.", "Maria Lopez", latest),
    rule("W10", "title", "Of two, a title tells by its gender.", "Mr. Torres", by_gender),
    rule("W11", "recent", "Of two, one was mentioned recently.", "Dean", by_recency),
    rule("W12", "bare", "Of two, one is known by the surname alone.", "Dean", known_bare),
    rule("W13", "first-name", "A first name is its only holder.", "Ingrid", first_name),
    rule("W14", "fuller", "A full name takes up a first name.", "her son, Jo … Jo Li", fuller),
    rule("W15", "misspelt", "The only surname that sounds alike.", "Meyer … Mr. Mayer", misspelt),
    rule("W16", "titled", "The role that the title names.", "the mayor … Mayor Lopes", titled),
    rule("W17", "apposed", "The role beside the name.", "The minister, Ilya Brandt", apposed),
];

fn acronym(resolver: &Resolver, mention: &NameMention) -> Option<usize> {
    let (document, first) = (resolver.document, mention.name.tokens.start);
    let alone = mention.name.tokens.len() == 1 && is_acronym(document, first);
    let found = alone.then(|| resolver.entities.by_acronym(document, first))?;
    found.filter(|_| !is_place(norm(document, first)))
}

fn surname(_: &Resolver, mention: &NameMention) -> Option<usize> {
    only(mention.alike.iter().copied())
}

fn latest(_: &Resolver, mention: &NameMention) -> Option<usize> {
    mention.alike.first().copied().filter(|_| mention.name.tokens.len() > 1)
}

fn by_gender(resolver: &Resolver, mention: &NameMention) -> Option<usize> {
    let gender = mention.name.gender?;
    mention.only(resolver, |known| known.gender == Some(gender))
}

fn by_recency(resolver: &Resolver, mention: &NameMention) -> Option<usize> {
    const RECENT: usize = 3;
    mention.only(resolver, |known| known.seen + RECENT > mention.sentence)
}

fn known_bare(resolver: &Resolver, mention: &NameMention) -> Option<usize> {
    let bare = |known: &Entity| known.name.as_ref().is_some_and(|name| name.tokens.len() == 1);
    mention.only(resolver, bare)
}

fn first_name(resolver: &Resolver, mention: &NameMention) -> Option<usize> {
    let NameMention { name, alike, .. } = mention;
    let alone = name.tokens.len() == 1 && name.title.is_empty() && alike.is_empty();
    only(resolver.entities.by_first(name.first(resolver.document)).filter(|_| alone))
}

fn fuller(resolver: &Resolver, mention: &NameMention) -> Option<usize> {
    let NameMention { name, alike, .. } = mention;
    let bare = |entity: &usize| {
        resolver.entities.get(*entity).is_some_and(|known| {
            known.guess == Guess::Person && known.words.len() == 1 && known.name.is_some()
        })
    };
    let two = name.tokens.len() == 2 && alike.is_empty();
    resolver.entities.by_last(name.first(resolver.document)).filter(|_| two).find(bare)
}

fn misspelt(resolver: &Resolver, mention: &NameMention) -> Option<usize> {
    const SHORTEST: usize = 5;
    let NameMention { name, alike, .. } = mention;
    let last = name.last(resolver.document);
    let alone = name.tokens.len() == 1 && alike.is_empty() && last.len() >= SHORTEST;
    if !alone || name.guess == Guess::Organization || name.article {
        return None;
    }
    let near = |entity: &usize| {
        let known = resolver.entities.get(*entity).and_then(|known| known.name.as_ref());
        known.is_some_and(|known| {
            known.tokens.len() > 1
                && known.guess != Guess::Organization
                && known.last(resolver.document).len().abs_diff(last.len()) < 2
        })
    };
    only(resolver.entities.by_sound(last).filter(near))
}

/// A document's name takes up a description: `a study of sleep among nurses`, later `the Nurses' Sleep
/// Study`.
fn described(resolver: &Resolver, mention: &NameMention) -> Option<usize> {
    let Resolver { document, entities, .. } = resolver;
    let name = mention.name.tokens.clone();
    let noun = main_noun(document, name.clone()).filter(|n| n.kind == SourceKind::Document)?;
    let entity = entities.called(noun, false)?;
    let held = nameless(entities, entity)?;
    tells(document, &held.words, name.start..name.end - 1).then_some(entity)
}

/// Whether a description holds two words of a name, in one form or another.
fn tells(document: &Document, description: &Range<usize>, name: Range<usize>) -> bool {
    const STEM: usize = 5;
    let stem = |at: usize| norm(document, at).get(..STEM);
    let told = |at: &usize| {
        stem(*at).is_some_and(|word| description.clone().any(|at| stem(at) == Some(word)))
    };
    name.filter(told).nth(1).is_some()
}

/// `Mayor Lopes` after `the mayor`.
fn titled(resolver: &Resolver, mention: &NameMention) -> Option<usize> {
    const LONGEST: usize = 4;
    let (Resolver { document, entities, .. }, name) = (resolver, &mention.name);
    let noun = main_noun(document, name.title.clone()).filter(Noun::is_human)?;
    let entity = entities.called(noun, false).filter(|_| name.title.len() == 1)?;
    let held = nameless(entities, entity).filter(|held| held.words.len() <= LONGEST)?;
    let plain = |at: usize| matches!(tag(document, at), Tag::JJ | Tag::NN | Tag::NNP);
    let whole = held.words.clone().skip(1).all(plain);
    (is_in(document, held.words.start, &DEFINITE_ARTICLE) && whole).then_some(entity)
}

/// `The minister, Ilya Brandt,` after `a minister said`.
fn apposed(resolver: &Resolver, mention: &NameMention) -> Option<usize> {
    const LONGEST: usize = 4;
    let (Resolver { document, entities, .. }, name) = (resolver, &mention.name);
    let comma = name.tokens.start.checked_sub(1).filter(|at| norm(document, *at) == ",")?;
    let mut before = (comma.saturating_sub(LONGEST)..comma).rev();
    let opens =
        |at: &usize| is_in(document, *at, &DEFINITE_ARTICLE) || tag(document, *at) == Tag::PRPP;
    let words = before.find(opens)? + 1..comma;
    let noun = main_noun(document, words.clone()).filter(|noun| noun.is_human() && !noun.plural)?;
    let plain = words.into_iter().all(|at| !is_mark(document, at));
    let entity = entities.called(noun, false).filter(|_| plain)?;
    nameless(entities, entity).map(|_| entity)
}

/// The only entity with a name that the text describes by all words of one without a name: `Port chief
/// quits` over `Anna Roth, chief of the port, said`.
pub fn named_later(document: &Document, entities: &Entities, entity: usize) -> Option<usize> {
    let held = nameless(entities, entity).filter(|held| !held.plural)?;
    held.noun.filter(Noun::is_human)?;
    let described = |known: &Entity| {
        let Some(words) = known.description.clone() else { return false };
        let says = |word| words.clone().any(|at| norm(document, at) == norm(document, word));
        known.name.is_some() && held.words.clone().all(says)
    };
    let mut found = entities.iter().enumerate().filter(|(_, known)| described(known));
    let (first, _) = found.next()?;
    found.next().is_none().then_some(first)
}

fn nameless<'e>(entities: &'e Entities, entity: usize) -> Option<&'e Entity> {
    entities.get(entity).filter(|held| held.name.is_none())
}
