//! Owns what heads the words of a source: a name, a pronoun, a noun, or several at once.

use std::ops::Range;

use crate::{
    grammar::{
        epithet::{Phrase, is_epithet},
        guess::{Guess, is_acronym},
        name::{self, Name, names},
        words::{is_dash, is_mark, is_one, norm, tag},
    },
    lexicon::{noun::noun, title},
    token::{document::Document, tag::Tag},
    vocabulary::kinds::SourceKind,
};

/// What a source phrase is about.
#[derive(Clone, Debug, PartialEq)]
pub enum Head {
    /// `spokesperson Walid Odeh`, with the words that say who that is.
    Name(Name, Option<Range<usize>>),
    /// `she`, `who`.
    Pronoun(usize),
    /// `the ministry`, `sources familiar with the talks`.
    Phrase(Phrase),
    /// `Ms. Li and the mayor`.
    Several,
}

const PRONOUNS: [&str; 27] = [
    "he",
    "she",
    "it",
    "they",
    "i",
    "we",
    "you",
    "who",
    "which",
    "that",
    "his",
    "her",
    "hers",
    "him",
    "its",
    "their",
    "them",
    "my",
    "our",
    "your",
    "me",
    "us",
    "himself",
    "herself",
    "itself",
    "themselves",
    "whom",
];

/// No phrase is read further than this: its head stands near its beginning, and a text of one
/// sentence has sources as long as itself.
const LONGEST: usize = 64;

/// The head of the phrase that stands at `tokens`.
pub fn head(document: &Document, tokens: Range<usize>) -> Option<Head> {
    let tokens = tokens.start..tokens.end.min(tokens.start + LONGEST);
    let tokens = without_reflexive(document, without_possessive(document, tokens));
    let counted = counted_end(document, &tokens).unwrap_or(tokens.start);
    let end = chunk_end(document, &(counted..tokens.end));
    let last = (tokens.start..end).rev().find(|at| !is_mark(document, *at))?;
    if end - tokens.start == 1 && PRONOUNS.contains(&norm(document, tokens.start))
        || is_address(document, &tokens, last)
    {
        let acronym = is_acronym(document, last);
        if !acronym {
            return Some(Head::Pronoun(last));
        }
    }
    if is_several(document, tokens.start..end) {
        return Some(Head::Several);
    }
    let phrase = phrase(document, &tokens, end, last);
    if is_epithet(document, &phrase) {
        return Some(Head::Phrase(phrase));
    }
    let named: Vec<Name> = names(document, tokens.clone()).collect();
    if let Some(at) = named.iter().position(|name| name.tokens.contains(&last)) {
        return Some(at_name(document, &tokens, &named, at));
    }
    if end - tokens.start == 1
        && let Some(name) = name::bare(document, last)
    {
        return Some(Head::Name(name, None));
    }
    let human = phrase.noun.is_none_or(|noun| !noun.plural && noun.kind != SourceKind::Document);
    // `The firm, based in Dayton, Ohio`: a body's name stands right behind it.
    let body = phrase.noun.is_some_and(|noun| noun.kind == SourceKind::Organization);
    let near = |name: &Name| !body || name.tokens.start == end + 1;
    let names_it = |name: &&Name| near(name) && is_apposed(document, &tokens, name);
    let apposed = human.then(|| named.iter().find(names_it));
    Some(match apposed.flatten() {
        Some(name) => {
            let description = tokens.start..before_title(document, name);
            Head::Name(name.clone(), described(document, description))
        }
        None => Head::Phrase(phrase),
    })
}

/// `Well I`, `what she`: a pronoun that only a word or two stand before.
fn is_address(document: &Document, tokens: &Range<usize>, last: usize) -> bool {
    let subject = matches!(norm(document, last), "i" | "we" | "he" | "she" | "they");
    subject && last == tokens.end - 1 && tokens.len() < 4 && tag(document, last) == Tag::PRP
}

fn before_title(document: &Document, name: &Name) -> usize {
    let start = name.title.start.min(name.tokens.start);
    if norm(document, start.wrapping_sub(1)) == "," { start - 1 } else { start }
}

/// `the coach, Mehmet Yildiz`; `a friend, the painter Mehmet Yildiz`; `director of the institute Mehmet
/// Yildiz`.
fn is_apposed(document: &Document, tokens: &Range<usize>, name: &Name) -> bool {
    let modifies = |at: &usize| matches!(tag(document, *at), Tag::DT | Tag::JJ | Tag::NN);
    let first = name.title.start.min(name.tokens.start);
    let start = (tokens.start..first).rev().take_while(modifies).last().unwrap_or(first);
    let comma = start > tokens.start && is_one(document, start - 1, &[",", "called", "named"]);
    let alone = name.guess != Guess::Organization;
    let closes = name.tokens.end == tokens.end || is_mark(document, name.tokens.end);
    alone && closes && (comma || name.guess == Guess::Person)
}

fn at_name(document: &Document, tokens: &Range<usize>, named: &[Name], at: usize) -> Head {
    let name = named.get(at).cloned();
    let Some(name) = name else { return Head::Several };
    let before = described(document, tokens.start..name.tokens.start);
    let apposition = name.tokens.end + 1..tokens.end;
    let relative = is_one(document, apposition.start, &["who", "whose", "which", "where"]);
    let follows = matches!(norm(document, name.tokens.end), "," | "(" | "-") && !relative;
    let after = follows.then(|| described(document, apposition)).flatten();
    Head::Name(name, before.or(after))
}

/// A description without article and marks at its ends; none where no word is left.
fn described(document: &Document, mut words: Range<usize>) -> Option<Range<usize>> {
    let bare = |at: usize| is_mark(document, at) && norm(document, at) != ".";
    while !words.is_empty() && bare(words.end - 1) {
        words.end -= 1;
    }
    let skipped = [
        "the", "a", "an", "\"", "both", "who", "is", "was", "then", "and", "but", "his", "her",
        "its", "their",
    ];
    let age = |at: usize| tag(document, at) == Tag::CD && norm(document, at + 1) == ",";
    if !words.is_empty() && age(words.start) {
        words.start += 2;
    }
    while !words.is_empty() && skipped.contains(&norm(document, words.start)) {
        words.start += 1;
    }
    let title = |at: usize| title::of(norm(document, at)).is_some();
    let abbreviation =
        words.len() == 1 && title(words.start) && noun(norm(document, words.start)).is_none();
    (!words.is_empty() && !abbreviation).then_some(words)
}

fn without_possessive(document: &Document, tokens: Range<usize>) -> Range<usize> {
    let last = tokens.end.saturating_sub(1);
    let ends = tokens.len() > 1 && matches!(norm(document, last), "'s" | "'" | "s'");
    if ends { tokens.start..last } else { tokens }
}

/// `Ms. Li herself`, `the ministry itself`.
fn without_reflexive(document: &Document, tokens: Range<usize>) -> Range<usize> {
    let last = norm(document, tokens.end.saturating_sub(1));
    let reflexive = matches!(last, "himself" | "herself" | "itself" | "themselves");
    if reflexive && tokens.len() > 1 { tokens.start..tokens.end - 1 } else { tokens }
}

const ENDS: [&str; 28] = [
    ",", "(", ";", ":", "who", "whose", "which", "that", "of", "for", "in", "at", "from", "with",
    "on", "to", "by", "near", "about", "against", "inside", "within", "familiar", "close",
    "briefed", "involved", "speaking", "after",
];

/// Where the words before the head's own complements end.
fn chunk_end(document: &Document, tokens: &Range<usize>) -> usize {
    let first = tokens.start + 1;
    let name_goes_on = |at: usize| {
        norm(document, at) == "of"
            && names(document, tokens.clone()).any(|name| name.tokens.contains(&at))
    };
    let ends = |at: &usize| {
        let verb = matches!(tag(document, *at), Tag::VBN | Tag::VBG | Tag::VBD | Tag::VBZ);
        let before = noun(norm(document, at - 1));
        // `A study tracing sleep`: taggers take the verb for a noun.
        let traces = before.is_some_and(|noun| noun.kind == SourceKind::Document)
            && norm(document, *at).ends_with("ing");
        // `mother-of-three` is one word.
        let glued = is_one(document, at - 1, &["-"]) && !is_dash(document, at - 1);
        (ENDS.contains(&norm(document, *at)) && !name_goes_on(*at) && !glued)
            || (before.is_some() && (verb || traces || tag(document, *at) == Tag::PRP))
            // `a group backing Harlan`.
            || tag(document, *at) == Tag::VBG
                && *at > first
                && matches!(tag(document, *at + 1), Tag::NNP | Tag::DT | Tag::PRPP)
            || is_dash(document, *at)
    };
    (first..tokens.end).find(ends).unwrap_or(tokens.end)
}

/// Whether `and` joins two sources; `academic and professor Li` is one.
fn is_several(document: &Document, chunk: Range<usize>) -> bool {
    let joint = chunk.clone().find(|at| matches!(norm(document, *at), "and" | "or" | "nor"));
    let Some(joint) = joint.filter(|joint| *joint > chunk.start) else { return false };
    let inside = names(document, chunk.clone()).any(|name| name.tokens.contains(&joint));
    let human = |at: usize| noun(norm(document, at)).is_some_and(|n| n.is_human() && !n.plural);
    let adjectives = [joint - 1, joint + 1].iter().all(|at| tag(document, *at) == Tag::JJ);
    let one = human(joint - 1) && !matches!(norm(document, joint + 1), "the" | "a" | "an");
    let shared = one && (joint + 1..chunk.end).any(human);
    !inside && !shared && !adjectives
}

fn phrase(document: &Document, tokens: &Range<usize>, end: usize, head: usize) -> Phrase {
    let noun = noun(norm(document, head));
    let points =
        ["the", "this", "that", "these", "those", "his", "her", "their", "its", "our", "my"];
    let possessive = (tokens.start..end).any(|at| matches!(norm(document, at), "'s" | "'"));
    let definite = points.contains(&norm(document, tokens.start)) || possessive;
    let plural = noun
        .map_or_else(|| matches!(tag(document, head), Tag::NNS | Tag::NNPS), |noun| noun.plural);
    Phrase { head, noun, definite, plural, tokens: tokens.clone() }
}

/// Where `a number of`, `dozens of` ends.
pub fn counted_end(document: &Document, tokens: &Range<usize>) -> Option<usize> {
    const CROWDS: [&str; 12] = [
        "number",
        "handful",
        "couple",
        "majority",
        "dozens",
        "scores",
        "hundreds",
        "thousands",
        "some",
        "several",
        "many",
        "most",
    ];
    let article = matches!(norm(document, tokens.start), "a" | "an" | "the");
    let crowd = tokens.start + usize::from(article);
    // `two of the people`, not `one of them`.
    let number = tag(document, crowd) == Tag::CD && tag(document, crowd + 2) == Tag::DT;
    let counts = CROWDS.contains(&norm(document, crowd)) || number;
    let crowded = counts && norm(document, crowd + 1) == "of";
    (crowded && crowd + 2 < tokens.end).then_some(crowd + 2)
}
