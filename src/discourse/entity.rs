//! Owns entities: what the text has said so far about one person, body, document or group.

use std::ops::Range;

use crate::{
    grammar::{
        description::{is_affiliation, is_roleless, main_noun},
        guess::{Guess, is_office, is_place},
        name::{Name, names},
        words::{ARTICLES, is_in, norm, tag},
    },
    lexicon::noun::{Gender, Noun},
    text::span::Span,
    token::{cut, document::Document, tag::Tag},
    vocabulary::{
        kinds::SourceKind,
        rule::{Rule, rule},
    },
};

/// Somebody or something that the text mentions.
#[derive(Clone, Debug, Default)]
pub struct Entity {
    /// The fullest name; none for `the ministry`.
    pub name: Option<Name>,
    /// The fullest words that refer to it.
    pub words: Range<usize>,
    /// Its description in the text, which tells its office.
    pub description: Option<Range<usize>>,
    /// The role by which the text calls somebody who is named elsewhere: `the envoy … Jo Li`.
    pub role: Option<Range<usize>>,
    /// What the same sentence adds behind the name: `of Relay Water`, `a former judge`.
    pub added: Option<Range<usize>>,
    /// The noun that heads its words or its description.
    pub noun: Option<Noun>,
    /// Whether it is plural.
    pub plural: bool,
    /// Its kind, if its first mention settled that.
    pub kind: Option<SourceKind>,
    /// Whether the reader could find out who it is.
    pub named: bool,
    /// Whether its name is a country's, a capital's or a town's.
    pub place: bool,
    /// Whether it is a person or a body; open until the text shows which.
    pub guess: Guess,
    /// A person's gender, as far as the text shows it.
    pub gender: Option<Gender>,
    /// Whether the text's pronouns contradict each other about the gender.
    pub contradicted: bool,
    /// All mentions so far.
    pub mentions: Vec<Span>,
    /// The sentence of the last mention.
    pub seen: usize,
}

/// The kind of an entity of whose name nothing else is known.
pub const OPEN_NAME: Rule<fn(&Name) -> SourceKind> = rule(
    "W70",
    "open-name",
    "An open name of several words is a person’s, one of a single word an organization’s.",
    "Corvid Mallow, Petrel",
    |name| if name.tokens.len() > 1 { SourceKind::Person } else { SourceKind::Organization },
);

impl Entity {
    /// Whether only the length of its name tells its kind.
    pub fn is_open(&self) -> bool {
        self.name.is_some() && self.kind.is_none() && !self.plural && self.guess == Guess::Open
    }

    /// An entity known only by its words.
    pub fn new(words: Range<usize>) -> Self {
        Self { words, ..Self::default() }
    }

    /// Its kind, from all that is known about it.
    pub fn kind(&self) -> SourceKind {
        match (&self.name, self.noun) {
            _ if self.kind.is_some() => self.kind.unwrap_or(SourceKind::Role),
            (Some(_), _) if self.plural => SourceKind::Group,
            (Some(name), noun) => match self.guess {
                Guess::Person => SourceKind::Person,
                Guess::Organization => match noun {
                    Some(noun) if noun.kind == SourceKind::Document => SourceKind::Document,
                    _ => SourceKind::Organization,
                },
                Guess::Open if OPEN_NAME.is_on() => (OPEN_NAME.apply)(name),
                Guess::Open => SourceKind::Organization,
            },
            (None, Some(noun)) => noun.kind,
            (None, None) if self.plural => SourceKind::Group,
            (None, None) => SourceKind::Role,
        }
    }

    /// What is known of it, in words for the trace: `person, he, mayor`.
    pub fn told(&self) -> String {
        let gender = self.gender.map(|gender| if gender == Gender::He { "he" } else { "she" });
        let place = self.place.then_some("place");
        let noun = self.noun.map(|noun| noun.lemma);
        let parts = [Some(self.kind().name()), gender, place, noun];
        parts.into_iter().flatten().collect::<Vec<_>>().join(", ")
    }

    /// Updates the entity from one of its names; returns whether that name is the fullest so far.
    pub fn learn(&mut self, document: &Document, name: &Name) -> bool {
        let fuller = self.name.as_ref().is_none_or(|own| own.tokens.len() < name.tokens.len());
        let fuller = fuller || self.mentions.is_empty();
        self.gender = self.gender.or(name.gender);
        if self.guess == Guess::Open || (fuller && name.guess != Guess::Open) {
            self.guess = name.guess;
        }
        if fuller {
            if let Some(noun) = self.noun.filter(|_| self.name.is_none()) {
                self.call(document, noun, self.words.clone());
            }
            self.name = Some(name.clone());
            (self.named, self.kind) = (true, None);
            self.words = name.tokens.clone();
            self.place |= is_place(norm(document, name.tokens.end - 1));
        }
        fuller
    }

    /// Takes a role that refers to the entity for a description where no words beside the name give one.
    pub fn call(&mut self, document: &Document, noun: Noun, words: Range<usize>) {
        const LONGEST: usize = 12;
        let owned = tag(document, words.start) == Tag::PRPP;
        let article = owned || is_in(document, words.start, &ARTICLES);
        let role = noun.kind == SourceKind::Role && !noun.plural && words.len() <= LONGEST;
        if role && self.role.is_none() {
            self.role = Some(words.start + usize::from(article)..words.end);
        }
    }

    /// Takes words beside the name as a description, or adds them to that of the same sentence; returns whether they
    /// tell anything new.
    pub fn describe(&mut self, document: &Document, words: Range<usize>) -> bool {
        let of = |words: &Range<usize>| document.sentence_of(words.start);
        let body = is_roleless(document, &words);
        // In `Mayor Li, Senator Roy` another person follows; `Earl University` is none.
        let is_person =
            |name: &Name| name.guess == Guess::Person && !is_office(name.last(document));
        let own = || {
            main_noun(document, words.clone()).is_some_and(|noun| noun.is_human())
                && !names(document, words.clone()).any(|name| is_person(&name))
        };
        match &self.description {
            None if !body => self.description = Some(words),
            // What credits somebody may tell more of the role before the name.
            Some(own) if own.end == words.end && words.start < own.start => {
                self.description = Some(words);
            }
            Some(own) if of(own) != of(&words) || words.start < own.end => return false,
            _ if self.added.is_some() || !body && !own() => return false,
            _ => self.added = Some(words),
        }
        true
    }

    /// All that the text says of who it is: `professor, expert in tides`, `analyst at Relay`.
    pub fn description(&self, document: &Document) -> String {
        let text =
            |tokens: &Range<usize>| cut::unbroken(document.words(document.span(tokens.clone())));
        let repeats = |own: &Range<usize>, more: &Range<usize>| {
            own.clone()
                .all(|at| more.clone().any(|other| norm(document, other) == norm(document, at)))
        };
        match (&self.description, &self.added) {
            (Some(own), Some(more)) if repeats(own, more) => text(more),
            (Some(own), Some(more)) => {
                let (first, last) = if own.start < more.start { (own, more) } else { (more, own) };
                let mark = if is_affiliation(document, last.start) { " " } else { ", " };
                text(first) + mark + &text(last)
            }
            (own, more) => {
                own.as_ref().or(more.as_ref()).or(self.role.as_ref()).map(text).unwrap_or_default()
            }
        }
    }

    /// Updates the entity from a pronoun: its gender, and that a bare name is a person's; returns whether that is new.
    pub fn learn_gender(&mut self, gender: Gender) -> bool {
        let before = (self.gender, self.guess);
        if !self.contradicted {
            self.gender = Some(gender);
        }
        if self.name.is_some() {
            self.guess = Guess::Person;
        }
        before != (self.gender, self.guess)
    }
}
