//! Owns questions about single tokens: their words, tags and places, the times and occasions they name.
//!
//! Tokens are indices into the document's tokens. Leaves what several tokens make together to `phrase`.

use std::ops::Range;

use crate::{
    lexicon::list::List,
    text::calendar::{MONTHS, WEEKDAYS},
    token::{document::Document, quotation::Quotation, tag::Tag},
    vocabulary::kinds::BlockKind,
};

/// `a`, `an` and `the`.
pub static ARTICLES: List = List::named("article");

/// `the`.
pub static DEFINITE_ARTICLE: List = List::named("definite-article");

/// `of`, which opens the genitive of a noun.
pub static GENITIVE: List = List::named("genitive-of");

/// Pronouns that are subjects and stand for people.
pub static SUBJECT_PRONOUNS: List = List::named("subject-pronoun");

/// `who`, which opens a relative clause about a person.
pub static WHO: List = List::named("relative-who");

/// A token's normal form; empty outside the text.
pub fn norm<'d>(document: &'d Document, at: usize) -> &'d str {
    document.tokens().get(at).map_or("", |token| document.norm(token))
}

/// A token's part of speech.
pub fn tag(document: &Document, at: usize) -> Tag {
    document.tokens().get(at).map_or(Tag::XX, |token| token.tag)
}

/// Whether a list holds a token.
pub fn is_in(document: &Document, at: usize, list: &List) -> bool {
    list.has(norm(document, at))
}

/// Whether a token is one of some words.
pub fn is_one(document: &Document, at: usize, words: &[&str]) -> bool {
    words.contains(&norm(document, at))
}

/// Whether a token is a mark and no word.
pub fn is_mark(document: &Document, at: usize) -> bool {
    document.tokens().get(at).is_none_or(|token| !document.is_word(token))
}

/// Whether a token begins with a capital.
pub fn is_capital(document: &Document, at: usize) -> bool {
    document.tokens().get(at).is_some_and(|token| document.is_capital(token))
}

/// The quotation that holds a token.
pub fn quotation_at<'d>(document: &'d Document, at: usize) -> Option<&'d Quotation> {
    let next = document.quotations().get(document.quotation_from(at));
    next.filter(|quotation| quotation.tokens.contains(&at))
}

/// The quotations that share words with some tokens, with their indices.
pub fn quotations_in<'d>(
    document: &'d Document,
    tokens: &Range<usize>,
) -> impl Iterator<Item = (usize, &'d Quotation)> {
    let (first, end) = (document.quotation_from(tokens.start), tokens.end);
    let near = (first..).zip(document.quotations().get(first..).unwrap_or_default());
    near.take_while(move |(_, quotation)| quotation.tokens.start < end)
}

/// How many of some tokens stand in quotations.
pub fn quoted(document: &Document, tokens: &Range<usize>) -> usize {
    let shared = |(_, q): (usize, &Quotation)| {
        q.tokens.end.min(tokens.end).saturating_sub(q.tokens.start.max(tokens.start))
    };
    quotations_in(document, tokens).map(shared).sum()
}

/// Whether a description contains two words of a name, in some form.
pub fn tells(document: &Document, description: &Range<usize>, name: Range<usize>) -> bool {
    let told = |at: &usize| description.clone().any(|word| alike(document, *at, word));
    name.filter(told).nth(1).is_some()
}

/// Whether a word names or describes something.
pub fn is_content(document: &Document, at: usize) -> bool {
    let word = tag(document, at);
    !is_mark(document, at) && (word.is_noun() || matches!(word, Tag::JJ | Tag::CD))
}

/// Whether two words are forms of one word: `Kessia` and `Kessian`.
pub fn alike(document: &Document, one: usize, other: usize) -> bool {
    const STEM: usize = 5;
    let (one, other) = (norm(document, one), norm(document, other));
    one == other || one.get(..STEM).is_some_and(|stem| other.get(..STEM) == Some(stem))
}

/// Whether a token is a dash between words, not a hyphen inside one.
pub fn is_dash(document: &Document, at: usize) -> bool {
    let long = document.tokens().get(at).is_some_and(|token| document.words(token.span) != "-");
    norm(document, at) == "-" && (long || !glued(document, at))
}

/// Whether no white space stands before a token.
pub fn glued(document: &Document, at: usize) -> bool {
    let tokens = document.tokens();
    let end = |at: usize| tokens.get(at).map(|token| token.span.end);
    let start = |at: usize| tokens.get(at).map(|token| token.span.start);
    at.checked_sub(1).is_some_and(|left| end(left) == start(at))
}

/// Words besides days and months that name a time.
static TIMES: List = List::named("time-noun");

/// Whether a token names a time: `Monday`, `week`.
pub fn is_time(document: &Document, at: usize) -> bool {
    let word = norm(document, at);
    let named = WEEKDAYS.has(word) || MONTHS.has(word) || TIMES.has(word);
    named || (word.len() == 4 && word.bytes().all(|b| b.is_ascii_digit()))
}

/// Occasions and writings in which words are said; they follow a cue and name no source.
static OCCASIONS: List = List::named("occasion");

/// Whether a token names an occasion or a writing in which words are said.
pub fn is_occasion(document: &Document, at: usize) -> bool {
    is_in(document, at, &OCCASIONS)
}

/// Whether a token is a hyphen, an apostrophe or a full stop inside a name, which does not end a phrase.
pub fn is_inner_mark(document: &Document, at: usize) -> bool {
    let mark = norm(document, at);
    mark == "&" || matches!(mark, "-" | "'" | "/" | "%" | "$" | ".") && glued(document, at)
}

/// The tokens of the sentence that holds a token; none outside the text.
pub fn sentence_at(document: &Document, at: usize) -> Range<usize> {
    let own = document.sentences().get(document.sentence_of(at));
    own.map_or(at..at, |sentence| sentence.tokens.clone())
}

/// Whether two tokens stand in one block.
pub fn in_one_block(document: &Document, one: usize, other: usize) -> bool {
    let block =
        |at| document.sentences().get(document.sentence_of(at)).map(|sentence| sentence.block);
    block(one) == block(other)
}

/// Whether a token is a comma, or a dash in place of one: `The league - in its third year - is near`.
pub fn is_comma(document: &Document, at: usize) -> bool {
    document.tokens().get(at).is_some_and(|token| token.tag == Tag::Comma)
}

/// Whether a token stands in the first sentence of the running text, which few headings precede.
pub fn is_lead(document: &Document, at: usize) -> bool {
    const BLOCKS: usize = 8;
    let near = document.blocks().iter().take(BLOCKS).filter(|block| block.kind.is_prose());
    let first =
        near.filter(|block| block.kind != BlockKind::Heading).map(|block| block.span).next();
    first.is_some_and(|first| sentence_at(document, document.tokens_in(first).start).contains(&at))
}

/// Whether a token stands in a heading.
pub fn is_heading(document: &Document, at: usize) -> bool {
    let own = document.sentences().get(document.sentence_of(at));
    let block = own.and_then(|sentence| document.blocks().get(sentence.block));
    block.is_some_and(|block| block.kind == BlockKind::Heading)
}

/// Where the words of a sentence end: before its full stop and a picture after it, as in `said no. 😀`, but
/// after a closing quotation mark.
pub fn limit(document: &Document, sentence: &Range<usize>) -> usize {
    let stop = |at: &usize| {
        !is_one(document, *at, &[".", ";", ":"]) && !norm(document, *at).starts_with(is_pictograph)
    };
    sentence.clone().rev().find(stop).map_or(sentence.start, |at| at + 1)
}

/// A sentence without a picture after its full stop, as in `said no. 😀`.
pub fn unclosed(document: &Document, sentence: &Range<usize>) -> Range<usize> {
    let last = sentence.clone().next_back();
    let closed = last.is_some_and(|at| norm(document, at).starts_with(is_pictograph));
    sentence.start..if closed { limit(document, sentence) } else { sentence.end }
}

/// Whether a character is a sign or picture; dashes and quotation marks have lower codes.
pub fn is_pictograph(character: char) -> bool {
    character >= '\u{2190}' && !character.is_alphanumeric()
}
