//! Owns the cast of an article: everybody and everything mentioned so far, and how to find them.
//!
//! Looked up by last word, first word, acronym or noun, never by comparing every pair.

use std::ops::Range;

use rustc_hash::FxHashMap;

use crate::{
    coref::likeness::{acronym_letters, initials, same_words, sound},
    grammar::{
        guess::{Guess, is_acronym, is_place},
        name::Name,
        words::{is_capital, norm},
    },
    lexicon::noun::{Gender, Noun},
    text::span::Span,
    token::document::Document,
    vocabulary::kinds::SourceKind,
};

/// Somebody or something that the article mentions.
#[derive(Clone, Debug)]
pub struct Member {
    /// The fullest name; none for `the ministry`.
    pub name: Option<Name>,
    /// The fullest words that stand for it.
    pub words: Range<usize>,
    /// Who that is, as the article says.
    pub description: Option<Range<usize>>,
    /// The noun that heads it or its description.
    pub noun: Option<Noun>,
    /// Whether it is several.
    pub plural: bool,
    /// What it is, where its words settle it.
    pub kind: Option<SourceKind>,
    /// Whether the reader could find out who it is.
    pub named: bool,
    /// Whether its name is a country's or a capital's.
    pub place: bool,
    /// What it is; open until something tells.
    pub guess: Guess,
    /// What the text says of a person's sex.
    pub gender: Option<Gender>,
    /// Whether the text contradicts itself about that: one more pronoun tells nothing.
    pub unsettled: bool,
    /// All mentions so far.
    pub mentions: Vec<Span>,
    /// The sentence of the last mention.
    pub seen: usize,
}

/// Groups that are no person in the singular either; `a voter` is one.
const COLLECTIVES: [&str; 9] =
    ["audience", "community", "crew", "crowd", "family", "jury", "public", "staff", "troop"];

impl Member {
    /// Whether `he` or `she` could stand for it.
    pub fn may_be_person(&self) -> bool {
        let nameless = self.name.is_none();
        let one = |noun: Noun| noun.kind == SourceKind::Group && !COLLECTIVES.contains(&noun.lemma);
        let human = self.noun.is_some_and(|noun| noun.is_human() || one(noun));
        !self.plural && if nameless { human } else { self.guess != Guess::Organization }
    }

    /// What it is, by all that was seen.
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
                Guess::Open if name.tokens.len() > 1 => SourceKind::Person,
                Guess::Open => SourceKind::Organization,
            },
            (None, Some(noun)) => noun.kind,
            (None, None) if self.plural => SourceKind::Group,
            (None, None) => SourceKind::Role,
        }
    }
}

/// How many members with one word in common are looked at; more are not told apart.
const CLOSEST: usize = 8;

/// All members and the words that lead to them.
#[derive(Debug, Default)]
pub struct Cast<'d> {
    members: Vec<Member>,
    by_last: FxHashMap<&'d str, Vec<usize>>,
    by_first: FxHashMap<&'d str, Vec<usize>>,
    by_noun: FxHashMap<&'static str, Vec<usize>>,
    by_acronym: FxHashMap<String, usize>,
    by_words: FxHashMap<String, usize>,
    by_sound: FxHashMap<String, Vec<usize>>,
}

impl<'d> Cast<'d> {
    /// One of them.
    pub fn get(&self, member: usize) -> Option<&Member> {
        self.members.get(member)
    }

    /// All of them, in the order they came.
    pub fn members(&self) -> impl Iterator<Item = &Member> {
        self.members.iter()
    }

    /// One of them, to learn more about.
    pub fn get_mut(&mut self, member: usize) -> Option<&mut Member> {
        self.members.get_mut(member)
    }

    /// Notes a mention.
    pub fn mention(&mut self, member: usize, span: Span, sentence: usize) {
        if let Some(member) = self.members.get_mut(member) {
            member.seen = sentence;
            if member.mentions.last() != Some(&span) {
                member.mentions.push(span);
            }
        }
    }

    /// The member that a name stands for, new if nobody fits.
    pub fn named(&mut self, document: &'d Document<'d>, name: &Name, sentence: usize) -> usize {
        let known = self.find(document, name, sentence);
        let member = known.unwrap_or_else(|| self.add(new(name)));
        self.learn(document, member, name);
        member
    }

    /// The member that a name stands for, if anybody fits.
    pub fn find(&self, document: &Document, name: &Name, sentence: usize) -> Option<usize> {
        if is_acronym(document, name.tokens.start) && name.tokens.len() == 1 {
            let letters = acronym_letters(norm(document, name.tokens.start));
            let place = is_place(norm(document, name.tokens.start));
            if let Some(known) = self.by_acronym.get(&letters).filter(|_| !place) {
                return Some(*known);
            }
        }
        let fits = |member: &usize| self.fits(document, *member, name);
        let found: Vec<usize> =
            self.closest(&self.by_last, name.last(document)).filter(fits).collect();
        match found.as_slice() {
            [] => self
                .by_first_name(document, name)
                .or_else(|| self.by_bare_first_name(document, name))
                .or_else(|| self.misspelt(document, name)),
            [only] => Some(*only),
            [latest, ..] if name.tokens.len() > 1 => Some(*latest),
            several => self
                .only_titled(several, name)
                .or_else(|| self.only_recent(several, sentence))
                .or_else(|| self.bare(several)),
        }
    }

    fn closest<'s>(
        &'s self,
        index: &'s FxHashMap<&'d str, Vec<usize>>,
        word: &str,
    ) -> impl Iterator<Item = usize> + 's {
        index.get(word).into_iter().flat_map(|found| found.iter().rev().take(CLOSEST).copied())
    }

    fn by_first_name(&self, document: &'d Document<'d>, name: &Name) -> Option<usize> {
        if name.tokens.len() > 1 || !name.title.is_empty() {
            return None;
        }
        let mut found = self.closest(&self.by_first, name.first(document));
        let first = found.next()?;
        found.next().is_none().then_some(first)
    }

    /// `Ngozi Okafor` after `her sister, Ngozi`.
    fn by_bare_first_name(&self, document: &'d Document<'d>, name: &Name) -> Option<usize> {
        let bare = |member: &usize| {
            let known = self.get(*member);
            known.is_some_and(|known| {
                known.guess == Guess::Person && known.words.len() == 1 && known.name.is_some()
            })
        };
        let found = self.by_last.get(name.first(document)).filter(|_| name.tokens.len() == 2)?;
        found.iter().rev().take(CLOSEST).copied().find(bare)
    }

    /// The only person whose surname sounds like this one, which the text has not introduced: `Mr.
    /// Mayer` after `Anna Meyer` is most likely a slip of the pen.
    fn misspelt(&self, document: &Document, name: &Name) -> Option<usize> {
        let last = name.last(document);
        if name.tokens.len() > 1
            || last.len() < 5
            || name.guess == Guess::Organization
            || name.article
        {
            return None;
        }
        let near = |member: &&usize| {
            let known = self.get(**member).and_then(|member| member.name.as_ref());
            known.is_some_and(|known| {
                known.tokens.len() > 1
                    && known.guess != Guess::Organization
                    && known.last(document).len().abs_diff(last.len()) < 2
            })
        };
        let mut found = self.by_sound.get(&sound(last))?.iter().filter(near);
        let first = found.next()?;
        found.next().is_none().then_some(*first)
    }

    /// `Mr. Torres` after `Luis Torres`, who is he, and `Mia Torres`.
    fn only_titled(&self, several: &[usize], name: &Name) -> Option<usize> {
        let told = |member: &&usize| {
            self.get(**member)
                .is_some_and(|known| known.gender.is_some() && known.gender == name.gender)
        };
        let mut found = several.iter().filter(told);
        let first = found.next()?;
        found.next().is_none().then_some(*first)
    }

    /// Of several with one surname, the only one the last sentences spoke of.
    fn only_recent(&self, several: &[usize], sentence: usize) -> Option<usize> {
        const RECENT: usize = 3;
        let recent = |member: &&usize| {
            self.get(**member).is_some_and(|member| member.seen + RECENT > sentence)
        };
        let mut recent = several.iter().filter(recent);
        let first = recent.next()?;
        recent.next().is_none().then_some(*first)
    }

    /// A member known by the surname alone.
    fn bare(&self, several: &[usize]) -> Option<usize> {
        let bare = |member: &&usize| {
            let name = self.get(**member).and_then(|member| member.name.as_ref());
            name.is_some_and(|name| name.tokens.len() == 1)
        };
        let mut found = several.iter().filter(bare);
        let first = found.next()?;
        found.next().is_none().then_some(*first)
    }

    fn fits(&self, document: &Document, member: usize, name: &Name) -> bool {
        let Some(member) = self.get(member) else { return false };
        let Some(known) = &member.name else { return false };
        let sexes =
            member.gender.is_none() || name.gender.is_none() || member.gender == name.gender;
        let kinds = !matches!(
            (member.guess, name.guess),
            (Guess::Person, Guess::Organization) | (Guess::Organization, Guess::Person)
        );
        let short = name.tokens.len() == 1;
        sexes
            && (kinds || short && name.title.is_empty())
            && same_words(document, &known.tokens, &name.tokens)
    }

    fn add(&mut self, member: Member) -> usize {
        self.members.push(member);
        self.members.len() - 1
    }

    /// Gives a name to somebody whom the text has described so far.
    pub fn reveal(&mut self, document: &'d Document<'d>, at: usize, name: &Name) {
        self.learn(document, at, name);
        if let Some(member) = self.members.get_mut(at) {
            member.kind = None;
        }
    }

    /// Takes over what a name says: fuller words, title, what it is.
    pub fn learn(&mut self, document: &'d Document<'d>, at: usize, name: &Name) {
        let Some(member) = self.members.get_mut(at) else { return };
        let fuller =
            member.name.as_ref().is_none_or(|known| known.tokens.len() < name.tokens.len());
        let first = member.mentions.is_empty();
        member.gender = member.gender.or(name.gender);
        member.place |= is_town(document, name);
        if let Some(known) = member.name.as_mut().filter(|known| ends_with_person(known, name)) {
            known.tokens.start = known.tokens.end - 2;
            known.guess = Guess::Open;
            (member.words, member.guess) = (known.tokens.clone(), Guess::Open);
        }
        if member.guess == Guess::Open || (fuller && name.guess != Guess::Open) {
            member.guess = name.guess;
        }
        if fuller || first {
            member.name = Some(name.clone());
            member.named = true;
            member.words = name.tokens.clone();
            member.place |= is_place(norm(document, name.tokens.end - 1));
            index(&mut self.by_last, name.last(document), at);
            if name.tokens.len() > 1 {
                self.by_sound.entry(sound(name.last(document))).or_default().push(at);
                index(&mut self.by_first, name.first(document), at);
                self.by_acronym.entry(initials(document, &name.tokens)).or_insert(at);
                let pair = name.tokens.clone().find(|at| norm(document, *at) == "and");
                let short = name.tokens.start..pair.unwrap_or(name.tokens.start);
                if short.len() > 2 {
                    self.by_acronym.entry(initials(document, &short)).or_insert(at);
                }
            }
        }
    }

    /// Gives a member another name, such as `IAEA` in brackets after the full one.
    pub fn alias(&mut self, document: &Document, member: usize, name: &Name) {
        let letters = acronym_letters(norm(document, name.tokens.start));
        self.by_acronym.insert(letters, member);
    }

    /// Lets a noun lead to a member: `the spokesman`, after his name was given.
    pub fn call(&mut self, noun: Noun, member: usize) {
        let members = self.by_noun.entry(noun.lemma).or_default();
        if members.last() != Some(&member) {
            members.push(member);
        }
    }

    /// The latest member that a noun may point back to; none where two were spoken of of late.
    pub fn called(&self, noun: Noun, plural: bool) -> Option<usize> {
        const APART: usize = 3;
        let fits = |member: &usize| {
            self.get(*member).is_some_and(|known| {
                let told = known.gender.is_none() || noun.gender.is_none();
                known.plural == plural && (told || known.gender == noun.gender)
            })
        };
        let mut found =
            self.by_noun.get(noun.lemma)?.iter().rev().take(CLOSEST).copied().filter(fits);
        let first = found.next()?;
        let seen = |member: usize| self.get(member).map_or(0, |known| known.seen);
        let rival = found.find(|member| *member != first);
        rival.is_none_or(|rival| seen(rival) + APART <= seen(first)).then_some(first)
    }

    /// The member that the same words stood for before.
    pub fn worded(&self, words: &str) -> Option<usize> {
        self.by_words.get(words).copied()
    }

    /// Adds a member without a name.
    pub fn unnamed(&mut self, words: String, member: Member) -> usize {
        let at = self.add(member);
        self.by_words.insert(words, at);
        at
    }
}

fn index<'d>(index: &mut FxHashMap<&'d str, Vec<usize>>, word: &'d str, member: usize) {
    let members = index.entry(word).or_default();
    if members.last() != Some(&member) {
        members.push(member);
    }
}

fn new(name: &Name) -> Member {
    Member {
        name: None,
        words: name.tokens.clone(),
        description: None,
        noun: None,
        plural: false,
        kind: None,
        named: true,
        place: false,
        guess: name.guess,
        gender: name.gender,
        mentions: Vec::new(),
        unsettled: false,
        seen: 0,
    }
}

/// `in Vellin, Ontario`: a place within another.
fn is_town(document: &Document, name: &Name) -> bool {
    let before = norm(document, name.tokens.start.wrapping_sub(1));
    let inside =
        norm(document, name.tokens.end) == "," && is_capital(document, name.tokens.end + 1);
    inside && matches!(before, "in" | "from" | "near") && name.guess == Guess::Open
}

/// Whether a long name ends in a person's: `University of Oslo Nadia Berg`, whom the text goes on to
/// call `Berg`.
fn ends_with_person(known: &Name, bare: &Name) -> bool {
    let long = known.guess == Guess::Organization && known.tokens.len() > 3;
    long && bare.guess == Guess::Open && bare.tokens.len() == 1 && !bare.article
}
