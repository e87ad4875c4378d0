//! Owns words whose tags are known: prepositions, a closed class, verbs that are no nouns, and participles that are.

use crate::{
    lexicon::list::List,
    token::tokens::{Case, Tokens},
    vocabulary::rule::{Rule, rule},
};

/// A preposition that the tagger would take for a name.
pub const OPENING_PREPOSITION: Rule<()> = rule(
    "V2",
    "opening-preposition",
    "Tags as a preposition a rare one that opens a sentence.",
    "Amid reports of a leak",
    (),
);

/// What the tagger would wrongly take for a preposition, or a preposition for a noun.
pub const CLOSED_CLASS: Rule<()> = rule(
    "V4",
    "closed-class",
    "No unknown word is a preposition, and no plain preposition a noun.",
    "Desmond Orr left; beekeeper Rosa Orr",
    (),
);

/// A present tense that the tagger would take for a plural noun.
pub const ONLY_VERB: Rule<()> = rule(
    "V5",
    "only-verb",
    "A verb in -s that is no noun is a present tense.",
    "Nelly Orr, of Wick, denies taking it",
    (),
);

/// A noun that the tagger would take for a participle.
pub const PARTICIPLE_NOUN: Rule<()> = rule(
    "V6",
    "participle-noun",
    "A participle for a person is a noun between an article and a verb or a mark.",
    "the accused replied",
    (),
);

static ONLY_VERBS: List = List::named("present-of-no-noun");

static ARTICLES: List = List::named("definite-article");

static PARTICIPLE_NOUNS: List = List::named("participle-for-person");

static VERBS_BEHIND: List = List::named("verb-behind-accused");

static ONLY_PREPOSITIONS: List = List::named("preposition-only");

static PREPOSITIONS: List = List::named("preposition");

static RARE_PREPOSITIONS: List = List::named("rare-preposition");

/// Whether a word that the tagger takes for a preposition is none: it is long, and not in the list.
pub fn is_open(tokens: &Tokens, at: usize) -> bool {
    /// Shorter words may be misspelt or shortened prepositions.
    const SHORTEST: usize = 7;
    let word = tokens.list().get(at).map_or("", |token| tokens.norm(token));
    let letters = word.bytes().all(|byte| byte.is_ascii_lowercase());
    let unknown = word.len() >= SHORTEST && letters && !PREPOSITIONS.has(word);
    (unknown && CLOSED_CLASS.is_on()).then(|| CLOSED_CLASS.note(at, String::new)).is_some()
}

/// Whether a word that the tagger takes for a noun is a preposition: `a report into habits`.
pub fn is_preposition(tokens: &Tokens, at: usize) -> bool {
    let token = tokens.list().get(at).filter(|token| token.case == Case::Lower);
    token.is_some_and(|token| ONLY_PREPOSITIONS.has(tokens.norm(token))) && CLOSED_CLASS.is_on()
}

/// Whether a word that the tagger takes for a plural noun is a verb: `Nelly Orr denies taking it`.
pub fn is_present_tense(tokens: &Tokens, at: usize) -> bool {
    ONLY_VERB.holds(at, |()| has(tokens, at, &ONLY_VERBS))
}

/// Whether a word that the tagger takes for a participle is a noun: `the accused replied`.
pub fn is_participle_noun(tokens: &Tokens, at: usize) -> bool {
    let Some(before) = at.checked_sub(1).filter(|_| has(tokens, at, &PARTICIPLE_NOUNS)) else {
        return false;
    };
    let mark = tokens.list().get(at + 1).is_none_or(|next| next.case == Case::Mark);
    let noun = has(tokens, before, &ARTICLES) && (mark || has(tokens, at + 1, &VERBS_BEHIND));
    PARTICIPLE_NOUN.holds(at, |()| noun)
}

fn has(tokens: &Tokens, at: usize, list: &List) -> bool {
    tokens.list().get(at).is_some_and(|token| list.has(tokens.norm(token)))
}

/// The place in its sentence of a rare preposition that opens it, which the model would take for a name.
pub fn opening_preposition(tokens: &Tokens, first: usize) -> Option<usize> {
    let own = tokens.list().get(first..)?;
    let at = own.iter().position(|token| token.case != Case::Mark)?;
    let rare = own.get(at).is_some_and(|token| RARE_PREPOSITIONS.has(tokens.norm(token)));
    (rare && OPENING_PREPOSITION.is_on()).then(|| {
        OPENING_PREPOSITION.note(first + at, String::new);
        at
    })
}
