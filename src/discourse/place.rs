//! Owns the syntactic position of a mention in its sentence, and its weight in salience.

use std::ops::Range;

use crate::{
    discourse::speech::Speech,
    grammar::{
        verb::{is_adverb, is_finite},
        words::{
            DEFINITE_ARTICLE, GENITIVE, SUBJECT_PRONOUNS, is_heading, is_in, norm, quotation_at,
            sentence_at, tag,
        },
    },
    lexicon::list::List,
    token::{document::Document, tag::Tag},
};

/// How much likelier a subject is to be mentioned next.
pub const SUBJECT: f32 = 0.4;

/// How much less likely a mention in a quotation is.
const QUOTED: f32 = 1.0;

/// How much less likely a mention that gives a location is.
const PLACE: f32 = 3.0;

/// Where a mention stands in its sentence.
#[derive(Clone, Copy, Debug, Default)]
pub struct Place {
    /// It is a subject.
    pub subject: bool,
    /// It stands in a quotation.
    pub quoted: bool,
    /// It stands in the content of an attribution, quoted or not.
    pub told: bool,
    /// It gives a location.
    pub placed: bool,
    /// A preposition governs it.
    pub governed: bool,
    /// It is the agent of a passive.
    pub agent: bool,
    /// It is a possessor.
    pub owner: bool,
    /// It stands in a relative clause.
    pub relative: bool,
    /// A question is put to it.
    pub asked: bool,
    /// A verb presents it.
    pub presented: bool,
    /// It opens its sentence, or only one token stands before it; or a verb presents it.
    pub opens: bool,
    /// It stands in a heading.
    pub heading: bool,
}

impl Place {
    /// How much the place adds to the likelihood that its entity is mentioned next.
    pub fn weight(&self) -> f32 {
        let one = |is: bool| f32::from(u8::from(is));
        SUBJECT * one(self.subject) - QUOTED * one(self.quoted) - PLACE * one(self.placed)
    }
}

static REFLEXIVES: List = List::named("reflexive-person");
static PLACED: List = List::named("preposition-of-place");
static STAKES: List = List::named("stake");
static ASKING: List = List::named("verb-of-asking");
static IT: List = List::named("pronoun-it");
static BE: List = List::named("verb-of-being");
static PRESENCE: List = List::named("verb-of-presence");
static PAST: List = List::named("past-ending");

/// The place of a mention's words.
pub fn place(document: &Document, speech: &Speech, words: Range<usize>) -> Place {
    let sentence = sentence_at(document, words.start);
    let before = words.start.wrapping_sub(1);
    let article = usize::from(is_in(document, before, &DEFINITE_ARTICLE));
    // `Shares in Petrel fell.`
    let at = before.wrapping_sub(article);
    let placed = is_in(document, at, &PLACED) && !is_in(document, at.wrapping_sub(1), &STAKES);
    let quoted = quotation_at(document, words.end.saturating_sub(1)).is_some();
    let start = phrase_start(document, words.start, sentence.start);
    let governor = start.checked_sub(1).filter(|at| *at >= sentence.start);
    let governed = governor.is_some_and(|at| matches!(tag(document, at), Tag::IN | Tag::TO));
    let told = speech.content(words.start).is_some();
    let owner = tag(document, words.end) == Tag::POS || tag(document, words.start) == Tag::PRPP;
    // In `the shop still trading stands Mr. Falk` taggers take the verb for a noun.
    let stands = words.start > start && is_in(document, before, &PRESENCE);
    let from = if stands { words.start } else { start };
    let presented = !told && !owner && is_presented(document, from, sentence.start);
    let behind = tag(document, words.end);
    Place {
        subject: is_subject(document, &words) || presented,
        quoted,
        told,
        placed,
        governed,
        agent: governor.is_some_and(|at| is_in(document, at, &AGENT)),
        owner,
        relative: in_relative(document, sentence.start, words.start),
        asked: governor.is_some_and(|at| is_in(document, at, &ASKING))
            && matches!(behind, Tag::IN | Tag::WP | Tag::WRB | Tag::Stop),
        presented,
        opens: start <= sentence.start + 1 || presented,
        heading: is_heading(document, words.start),
    }
}

static AGENT: List = List::named("passive-agent-by");

/// Where the noun phrase around a mention begins, before its modifiers.
fn phrase_start(document: &Document, at: usize, floor: usize) -> usize {
    const LONGEST: usize = 6;
    use Tag::{CD, DT, JJ, JJR, JJS, NN, NNP, NNPS, NNS, POS, PRPP};
    let modifies = |at: &usize| {
        matches!(tag(document, *at), CD | DT | JJ | JJR | JJS | NN | NNP | NNPS | NNS | POS | PRPP)
    };
    let reach = floor.max(at.saturating_sub(LONGEST));
    (reach..at).rev().take_while(modifies).last().unwrap_or(at)
}

/// Whether a verb presents the noun phrase at `start`: `It was | Mr. Falk who spoke`, `Among them is his deputy, | Mr. Falk`,
/// `Then came | Mr. Falk`. In `The chief of the port was Mr. Falk` and `Among his friends was Mr. Falk` it only tells who
/// somebody is.
fn is_presented(document: &Document, start: usize, floor: usize) -> bool {
    let before = |at: usize| at.checked_sub(1).filter(|at| *at >= floor);
    let described = before(start).filter(|at| norm(document, *at) == ",");
    let start = described.map_or(start, |comma| phrase_start(document, comma, floor));
    let Some(verb) = before(start).filter(|at| is_in(document, *at, &PRESENCE)) else {
        return false;
    };
    let subject = phrase_start(document, verb, floor);
    let Some(last) = before(subject) else { return subject == verb };
    let of = is_in(document, last, &GENITIVE);
    // `In the doorway of his shop stands Mr. Falk`: the verb has no object.
    if !is_in(document, verb, &BE) {
        return true;
    }
    // `Leaning on the fence, an orange in his hand, was Mr. Falk`
    let participle = matches!(tag(document, floor), Tag::VBG | Tag::VBN) && subject == verb;
    if participle && tag(document, last) == Tag::Comma {
        return true;
    }
    if (floor..verb).any(|at| tag(document, at) == Tag::PRPP) {
        return false;
    }
    match tag(document, last) {
        Tag::EX => true,
        Tag::IN | Tag::TO => !of || before(last).is_some_and(|at| tag(document, at) == Tag::CD),
        Tag::VB | Tag::VBG => true,
        Tag::PRP => is_in(document, last, &IT) || !is_in(document, last, &SUBJECT_PRONOUNS),
        other => subject == verb && matches!(other, Tag::RB | Tag::RP | Tag::VBN | Tag::Comma),
    }
}

/// Whether a token stands in a relative clause: at most one verb since its pronoun.
fn in_relative(document: &Document, floor: usize, at: usize) -> bool {
    const LONGEST: usize = 20;
    let mut verbs = 0;
    for at in (floor.max(at.saturating_sub(LONGEST))..at).rev() {
        match tag(document, at) {
            Tag::WDT | Tag::WP | Tag::WPP => return at > floor && verbs < 2,
            _ if is_finite(document, at) => verbs += 1,
            _ => {}
        }
    }
    false
}

/// Whether a verb follows, directly or after a reflexive, an apposition, or one or two asides.
fn is_subject(document: &Document, words: &Range<usize>) -> bool {
    before_verb(document, words)
        || is_emphatic(document, words)
        || is_apposed(document, words)
        || before_aside(document, words)
}

fn before_verb(document: &Document, words: &Range<usize>) -> bool {
    // After an unknown name, taggers mistake the verb for an infinitive.
    let opens = sentence_at(document, words.start).start == words.start;
    let bare = opens && tag(document, words.end) == Tag::VB;
    bare || is_finite(document, words.end) || is_adverb(document, words.end)
}

/// `Mr. Falk himself left`.
fn is_emphatic(document: &Document, words: &Range<usize>) -> bool {
    let end = words.end + 1;
    is_in(document, words.end, &REFLEXIVES) && before_verb(document, &(words.start..end))
}

/// `The chief, Ms. Li, left`.
fn is_apposed(document: &Document, words: &Range<usize>) -> bool {
    let comma = |at: usize| norm(document, at) == ",";
    comma(words.end)
        && comma(words.start.wrapping_sub(1))
        && goes_on(document, words, words.end + 1)
}

/// `Reis, 23, left`.
fn before_aside(document: &Document, words: &Range<usize>) -> bool {
    let one = behind_aside(document, words.end);
    let two = one.and_then(|at| behind_aside(document, at - 1));
    [one, two].into_iter().flatten().any(|at| goes_on(document, words, at))
}

/// Whether a subject's verb follows an aside. Taggers miss more verbs there: `backed` may be
/// tagged a participle and `disagreed` a noun.
fn goes_on(document: &Document, words: &Range<usize>, at: usize) -> bool {
    let past = |word: &str| PAST.words().iter().any(|end| word.ends_with(end));
    let mistagged = match tag(document, at) {
        Tag::VBN => true,
        Tag::NN => past(norm(document, at)),
        _ => false,
    };
    mistagged || before_verb(document, &(words.start..at))
}

/// `Howell, R-Kan., | left`: where the sentence resumes after an aside that a comma opens.
fn behind_aside(document: &Document, comma: usize) -> Option<usize> {
    const LONGEST: usize = 12;
    let is = |at: usize| norm(document, at) == ",";
    let end = (comma + 1..comma + LONGEST).find(|at| is(*at)).filter(|_| is(comma))?;
    Some(end + 1)
}
