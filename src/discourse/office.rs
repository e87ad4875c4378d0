//! Owns what tells two offices of one noun apart: their ranks (`the mayor`, `the deputy mayor`) and their domains
//! (`the defence secretary`, `the mayor of Oslo`).

use std::ops::Range;

use crate::{
    discourse::entity::Entity,
    grammar::{
        epithet::Phrase,
        words::{is_capital, is_in, is_mark, norm, tag},
    },
    lexicon::{
        list::List,
        noun::{Noun, noun},
        title,
    },
    token::{document::Document, tag::Tag},
    vocabulary::kinds::SourceKind,
};

/// Words that make another office of the office behind them: `deputy`, `shadow`.
static RANKS: List = List::named("rank-modifier");

/// Words for a rank that its holder has given up; a text may mention that later than the rank.
static FORMER: List = List::named("former");

/// Offices that one person holds at a time.
static SOLE: List = List::named("sole-office");

/// Offices that such words only grade: an assistant professor is a professor.
static GRADED: List = List::named("graded-role");

/// Words before an office that name no domain: `head coach`, `executive director`.
static PLAIN: List = List::named("office-grade");

/// Words that name a domain, capitalised or not: `foreign minister`, `Health Secretary`.
static FIELDS: List = List::named("office-field");

/// Prepositions before the domain behind an office: `mayor of Oslo`, `minister for health`.
static BEFORE_DOMAIN: List = List::named("domain-preposition");

/// Marks of a possessive.
static POSSESSIVES: List = List::named("possessive");

/// Nouns for a place that stand for one named before: `the city's mayor`.
static PLACES: List = List::named("generic-place");

/// Names and adjectives of one land that do not begin alike.
static LANDS: [List; 5] = [
    List::named("land-britain"),
    List::named("land-france"),
    List::named("land-ireland"),
    List::named("land-netherlands"),
    List::named("land-us"),
];

/// Whether a phrase for a person means the holder of another office than an entity's.
pub fn is_another_office(document: &Document, entity: &Entity, phrase: &Phrase) -> bool {
    let told = match &entity.name {
        Some(name) => entity.description.clone().unwrap_or(name.title.clone()),
        None => entity.words.clone(),
    };
    let one = !phrase.plural && phrase.noun.is_some_and(|noun| noun.is_human());
    one && are_two(document, &told, &phrase.tokens, norm(document, phrase.head))
}

/// Whether the same noun heads two offices: of `the mayor` and of `Deputy Mayor`, before a name or without one.
pub fn are_two(document: &Document, known: &Range<usize>, own: &Range<usize>, head: &str) -> bool {
    let heads = |words: &Range<usize>| words.clone().find(|at| norm(document, *at) == head);
    let (Some(known_head), Some(own_head)) = (heads(known), heads(own)) else { return false };
    let known = Office::new(document, known, known_head);
    let own = Office::new(document, own, own_head);
    // `The former Leeds coach` may be the York coach of today.
    let left = own.ranks.iter().any(|rank| FORMER.has(rank));
    !GRADED.has(head) && known.differs_in_rank(&own, head) || !left && known.differs_in_domain(&own)
}

/// Whether a word only grades an office: `prime`, `deputy`.
pub fn is_rank(word: &str) -> bool {
    RANKS.has(word)
}

/// The words of an office besides its head.
struct Office<'d> {
    /// Modifiers of the head that make another rank of it.
    ranks: Vec<&'d str>,
    /// What it is the office of, by proper names.
    proper: Vec<&'d str>,
    /// What it is the office of, by common nouns.
    common: Vec<&'d str>,
}

impl<'d> Office<'d> {
    fn new(document: &'d Document<'d>, words: &Range<usize>, head: usize) -> Self {
        /// The most tokens of a complement that are read.
        const LONGEST: usize = 12;
        let owner = (words.start..head).rfind(|at| is_in(document, *at, &POSSESSIVES));
        let before = |at: &usize| is_in(document, *at, &RANKS);
        let ranks = (owner.unwrap_or(words.start)..head).filter(before);
        let ranks = ranks.map(|at| norm(document, at)).collect();
        let complement = Some(head + 1).filter(|at| is_in(document, *at, &BEFORE_DOMAIN));
        let behind = complement.map_or(0..0, |at| at + 1..words.end.min(at + LONGEST));
        let inside = |at: &usize| !is_mark(document, *at) || norm(document, *at) == "(";
        let behind = behind.take_while(inside);
        let (mut proper, mut common) = (Vec::new(), Vec::new());
        for at in (words.start..head).chain(behind) {
            let word = norm(document, at);
            let named = tag(document, at).is_name() || tag(document, at) == Tag::JJ;
            if RANKS.has(word) || PLAIN.has(word) {
                continue;
            } else if FIELDS.has(word) {
                common.push(word);
            } else if named && is_capital(document, at) && title::of(word).is_none() {
                proper.push(word);
            } else if tag(document, at).is_noun() {
                common.push(word);
            }
        }
        Self { ranks, proper, common }
    }

    fn differs_in_rank(&self, own: &Self, head: &str) -> bool {
        // `The former miner` is `the miner` later on, but `the minister` holds the office today.
        let kept = |rank: &str| FORMER.has(rank) && !SOLE.has(head);
        let lost = self.ranks.iter().any(|rank| !own.ranks.contains(rank) && !kept(rank));
        let gained = |rank: &&str| !FORMER.has(rank) && !self.ranks.contains(rank);
        lost || own.ranks.iter().any(gained)
    }

    /// Whether both have a domain, and not the same one.
    fn differs_in_domain(&self, own: &Self) -> bool {
        let words = |office: &'_ Self| [office.proper.clone(), office.common.clone()].concat();
        let (known, other) = (words(self), words(own));
        let shared = known.iter().any(|one| other.iter().any(|two| are_alike(one, two)));
        if shared || known.is_empty() || other.is_empty() {
            return false;
        }
        // In `the agency's chief` the body may be the one that is named elsewhere.
        let field = |one: &Self, two: &Self| {
            let stands = |word: &&str| !two.proper.is_empty() && is_generic(word);
            one.common.iter().any(|word| !stands(word))
        };
        let owned = |office: &Self| office.common.iter().any(|word| is_person(word));
        let named = !self.proper.is_empty() && !own.proper.is_empty();
        named || owned(self) || owned(own) || field(self, own) && field(own, self)
    }
}

fn is_person(word: &str) -> bool {
    noun(word).is_some_and(|noun| Noun::is_human(&noun))
}

/// Whether a noun stands for any body or place of its kind.
fn is_generic(word: &str) -> bool {
    let body = |noun: Noun| matches!(noun.kind, SourceKind::Organization | SourceKind::Group);
    PLACES.has(word) || !FIELDS.has(word) && noun(word).is_some_and(body)
}

/// Whether two words name one thing: `Kessia` and `Kessian`, `US` and `American`.
fn are_alike(one: &str, other: &str) -> bool {
    const STEM: usize = 4;
    let stem = one.get(..STEM).is_some_and(|stem| other.get(..STEM) == Some(stem));
    one == other || stem || LANDS.iter().any(|land| land.has(one) && land.has(other))
}
