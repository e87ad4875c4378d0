//! Owns mentions: the names, personal pronouns and phrases of a sentence, in text order.

use std::ops::Range;

use crate::{
    discourse::fit::gender,
    grammar::{
        epithet::Phrase,
        guess::Guess,
        name::{Name, bare, names},
        verb::is_finite,
        words::{DEFINITE_ARTICLE, GENITIVE, is_capital, is_comma, is_in, norm, quotation_at, tag},
    },
    lexicon::{
        list::List,
        noun::{Noun, noun},
    },
    token::{document::Document, tag::Tag},
    vocabulary::kinds::SourceKind,
};

/// Words that refer to somebody or something.
#[derive(Debug)]
pub enum Mention {
    /// `Ms. Li`, `the Treasury`.
    Name(Name),
    /// `she`, `his`: a token.
    Pronoun(usize),
    /// `the mayor`, `a neighbour`: a phrase up to its noun.
    Phrase(Phrase),
    /// `Ms. Li and Mr. Roy` before a verb.
    Several(Range<usize>),
}

impl Mention {
    /// Where it begins, as a token; of several where the last ends.
    pub fn start(&self) -> usize {
        match self {
            Self::Name(name) => name.tokens.start,
            Self::Pronoun(at) => *at,
            Self::Phrase(phrase) => phrase.tokens.start,
            // Its names are read first.
            Self::Several(tokens) => tokens.end.saturating_sub(1),
        }
    }
}

/// The mentions among the tokens of one sentence. Skips pronouns and phrases in quotations: a quoted `he`
/// is rarely the person quoted, whom the text names only afterwards.
pub fn mentions(document: &Document, tokens: Range<usize>) -> Vec<Mention> {
    let said = |at: &usize| quotation_at(document, *at).is_none();
    let personal =
        |at: &usize| tag(document, *at).is_pronoun() && gender(norm(document, *at)).is_some();
    // The letter before a question or an answer is a label: `Q: Why?`
    let label = |name: &Name| {
        name.tokens == (tokens.start..tokens.start + 1)
            && norm(document, tokens.start).len() == 1
            && norm(document, tokens.start + 1) == ":"
    };
    let mut named: Vec<Name> =
        names(document, tokens.clone()).filter(|name| !label(name)).collect();
    let opening = bare(document, tokens.start).filter(|_| {
        // `Lindqvist, the first oboe, was late`, `Lindqvist left`.
        named.first().is_none_or(|name| name.tokens.start > tokens.start)
            && (is_comma(document, tokens.start + 1) || is_finite(document, tokens.start + 1))
    });
    named.extend(opening);
    let phrase = |at: usize| phrase(document, &tokens, &named, at);
    let pronouns = tokens.clone().filter(personal).filter(said).map(Mention::Pronoun);
    let phrases = tokens.clone().filter(said).filter_map(phrase).map(Mention::Phrase);
    let several = several(document, &named).filter(|own| said(&own.start)).map(Mention::Several);
    let mut found: Vec<Mention> = pronouns.chain(phrases).chain(several).collect();
    found.extend(named.into_iter().map(Mention::Name));
    found.sort_by_key(Mention::start);
    found
}

static AND: List = List::named("name-and");

/// The people who are one subject, each named: `Ms. Li and Mr. Roy`, `Jo and Ana Li`.
fn several<'n>(
    document: &'n Document,
    named: &'n [Name],
) -> impl Iterator<Item = Range<usize>> + 'n {
    let first = |name: &Name| name.title.start.min(name.tokens.start);
    let person = |name: &Name| {
        let full = name.tokens.len() > 1 && !name.article;
        name.guess == Guess::Person || name.guess == Guess::Open && full
    };
    (1..named.len()).filter_map(move |at| {
        let (one, other) = (named.get(at - 1)?, named.get(at)?);
        let joined = is_in(document, one.tokens.end, &AND) && one.tokens.end + 1 == first(other);
        // In `A suit against Li, Roy and Hill goes on` nobody acts.
        let earlier = at.checked_sub(2).and_then(|at| named.get(at));
        let more = earlier.is_some_and(|own| own.tokens.end + 1 == first(one) && person(own));
        let before = tag(document, first(one).wrapping_sub(1));
        let governed = matches!(before, Tag::IN | Tag::TO | Tag::CC);
        let acts = is_finite(document, other.tokens.end) && !more && !governed;
        (joined && person(one) && person(other) && acts).then(|| first(one)..other.tokens.end)
    })
}

static BE: List = List::named("verb-of-being");

/// The end of a noun's complement that begins at `at`, or `at` if there is none: `head | of trading`.
fn complement_end(document: &Document, at: usize) -> usize {
    use Tag::{CC, JJ, NN, NNS};
    const LONGEST: usize = 5;
    let word = |at: &usize| matches!(tag(document, *at), CC | JJ | NN | NNS);
    let words = (at + 1..at + LONGEST).take_while(word).count();
    if is_in(document, at, &GENITIVE) && words > 0 { at + 1 + words } else { at }
}

/// The phrase headed by the noun at a token, if it refers to people or a body. Skips a phrase beside a name,
/// which it only describes, and one that is predicated of a subject.
fn phrase(
    document: &Document,
    sentence: &Range<usize>,
    named: &[Name],
    at: usize,
) -> Option<Phrase> {
    const LONGEST: usize = 5;
    use Tag::{CD, DT, HYPH, JJ, JJR, JJS, NN, NNP, NNPS, NNS, POS, PRPP, VBN};
    let noun = noun(norm(document, at)).filter(|noun| noun.is_human() || speaks_as_one(*noun))?;
    let next = tag(document, at + 1);
    let capital = is_capital(document, at) && at > sentence.start;
    if capital || next.is_noun() || matches!(next, POS | HYPH) {
        return None;
    }
    let modifies = |at: &usize| {
        matches!(
            tag(document, *at),
            CD | DT | HYPH | JJ | JJR | JJS | NN | NNP | NNPS | NNS | POS | PRPP | VBN
        )
    };
    let reach = sentence.start.max(at.saturating_sub(LONGEST));
    let start = (reach..at).rev().take_while(modifies).last().unwrap_or(at);
    let opens = |at: &usize| matches!(tag(document, *at), DT | PRPP | CD);
    let start = (start..at).rev().find(opens).unwrap_or(start);
    let owned = (start..at).any(|at| tag(document, at) == POS);
    let determined = opens(&start) || owned;
    let end = complement_end(document, at + 1);
    let beside = |name: &Name| {
        let first = name.title.start.min(name.tokens.start);
        let after = first == at + 1 || first == end + 1 && norm(document, end) == ",";
        after || name.tokens.end + 1 == start && norm(document, start - 1) == ","
    };
    let predicated = start > sentence.start && is_in(document, start - 1, &BE);
    let whole = (determined || noun.plural) && !predicated && !named.iter().any(beside);
    let the = is_in(document, start, &DEFINITE_ARTICLE) || tag(document, start) == PRPP;
    let definite = the || owned;
    whole.then(|| Phrase {
        head: at,
        noun: Some(noun),
        definite,
        plural: noun.plural,
        tokens: start..at + 1,
    })
}

/// Whether a noun is of a body, or of people such as `residents` and `the jury`.
fn speaks_as_one(noun: Noun) -> bool {
    noun.kind == SourceKind::Organization && !noun.plural || noun.kind == SourceKind::Group
}
