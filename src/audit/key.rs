//! Owns keys: what tells one named source from another, whatever titles, honours and accents an article writes.
//!
//! Leaves who is the same to `join.rs`, which has to know all of them.

use std::{fmt, ops::Range};

use serde::{Deserialize, Serialize};

use crate::{
    audit::plain::{Cut, words},
    grammar::{
        guess::{SUFFIXES, is_first_name},
        name_start::{JOINTS, OFFICE_ADJECTIVES, STANDINGS},
        words::DEFINITE_ARTICLE,
    },
    lexicon::{list::List, title},
    vocabulary::kinds::SourceKind,
};

/// What tells a father from a son: `Jr.`; other suffixes are honours.
static GENERATIONS: List = List::named("name-generation");

/// What the initials of a body's name may leave out: `Port and Ferry Board`, `PFB`.
static SMALL_WORDS: List = List::named("small-word-of-body");

/// A small word of names that is a first name too: `Al Hale`.
static JOINT_GIVEN: List = List::named("name-joint-given");

/// A named source as `person:lena ortiz` or `body:port board`.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Key(String);

const PERSON: &str = "person";
const BODY: &str = "body";

impl Key {
    /// The key of a name; none where it has no words.
    pub fn of(name: &str, kind: SourceKind) -> Option<Self> {
        let person = kind == SourceKind::Person;
        let mut words = words(name, if person { Cut::Person } else { Cut::Body });
        while words.len() > 1 && DEFINITE_ARTICLE.has(&words[0]) {
            words.remove(0);
        }
        if person {
            words.drain(..titles(&words));
            while words.len() > 1 && words.last().is_some_and(|last| is_honour(last)) {
                words.pop();
            }
        }
        (!words.is_empty()).then(|| Self::new(person, &words))
    }

    fn new<W: AsRef<str>>(person: bool, words: &[W]) -> Self {
        let mut key = String::from(if person { PERSON } else { BODY });
        for (at, word) in words.iter().enumerate() {
            key.push(if at == 0 { ':' } else { ' ' });
            key.push_str(word.as_ref());
        }
        Self(key)
    }

    /// Whether it is a person's.
    pub fn is_person(&self) -> bool {
        self.0.split(':').next() == Some(PERSON)
    }

    /// Its words, without the prefix `person:` or `body:`.
    pub fn name(&self) -> &str {
        self.0.split_once(':').map_or("", |(_, name)| name)
    }

    /// The same without the initials in the middle: `robert byrd` for `robert c byrd`; none where there are none.
    pub fn without_initials(&self) -> Option<Self> {
        let words: Vec<&str> = self.name().split(' ').collect();
        let last = words.len().checked_sub(1)?;
        let inner = |at: usize| at > 0 && at < last && is_initial(words[at]);
        let opens = self.is_person() && !is_initial(words[0]);
        let kept: Vec<&str> = (0..=last).filter(|at| !inner(*at)).map(|at| words[at]).collect();
        let bare = Self::new(true, &kept);
        (opens && kept.len() < words.len() && bare.is_whole()).then_some(bare)
    }

    /// Whether it is all of a name: a body's, or a person's with a first name that is more than an initial.
    pub fn is_whole(&self) -> bool {
        let called = Called::new(self.name());
        !self.is_person() || !called.given.is_empty() && !is_initial(called.given[0])
    }

    /// What the parts of a person's name are.
    pub fn called(&self) -> Called<'_> {
        Called::new(self.name())
    }

    /// What a body may be called for short: the initials of its words, with small ones and without.
    pub fn initials(&self) -> Option<[String; 2]> {
        let words = || self.name().split(' ');
        let small = |word: &&str| JOINTS.has(word) || SMALL_WORDS.has(word);
        let several = !self.is_person() && words().filter(|word| !small(word)).count() > 1;
        let first = |word: &str| word.chars().next();
        several.then(|| {
            [
                words().filter_map(first).collect(),
                words().filter(|w| !small(w)).filter_map(first).collect(),
            ]
        })
    }
}

impl From<Key> for String {
    fn from(key: Key) -> Self {
        key.0
    }
}

impl fmt::Display for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// The parts of a person's name.
pub struct Called<'k> {
    /// All before the family's name: `piet`.
    pub given: Vec<&'k str>,
    /// The family's, with its small words: `de wit`.
    pub family: Vec<&'k str>,
    /// `jr`, where there is one.
    pub generation: Option<&'k str>,
}

impl<'k> Called<'k> {
    fn new(name: &'k str) -> Self {
        let mut words: Vec<&str> = name.split(' ').collect();
        let ranked = words.len() > 1 && words.last().is_some_and(|last| GENERATIONS.has(last));
        let generation = if ranked { words.pop() } else { None };
        let Range { start, .. } = family(&words);
        let family = words.split_off(start);
        Self { given: words, family, generation }
    }
}

/// The last word of a name, with the small words before it: `de wit`. `Al Hale` is no family.
fn family(words: &[&str]) -> Range<usize> {
    let last = words.len().saturating_sub(1);
    let joint = |at: &usize| {
        let given = *at == 0 && JOINT_GIVEN.has(words[*at]);
        JOINTS.has(words[*at]) && !given && !is_first_name(words[*at])
    };
    let joints = (0..last).rev().take_while(joint).count();
    last - joints..words.len()
}

/// How many words before a person's name are titles: `Prime Minister`, `Dr.`. A word that is a first name too
/// is none, and the last word is always left.
fn titles(words: &[String]) -> usize {
    let title = |word: &str| title::of(word).is_some() && !is_first_name(word);
    let mut at = 0;
    while at + 1 < words.len() {
        let adjective = OFFICE_ADJECTIVES.has(&words[at]) && title(&words[at + 1]);
        let standing = at > 0 && STANDINGS.has(&words[at]);
        if !adjective && !standing && !title(&words[at]) {
            break;
        }
        at += 1;
    }
    at
}

fn is_honour(word: &str) -> bool {
    SUFFIXES.has(word) && !GENERATIONS.has(word)
}

fn is_initial(word: &str) -> bool {
    word.chars().nth(1).is_none()
}
