//! Owns the antecedents of `who` and `which`: the words before them.

use std::ops::Range;

use crate::{
    grammar::{
        guess::Guess,
        head::{Head, head},
        name::names,
        phrase::subject_before,
        verb::is_finite,
        words::{ARTICLES, WHO, is_in, norm, tag},
    },
    lexicon::list::List,
    rules::word::BY,
    token::{document::Document, tag::Tag},
    vocabulary::{
        kinds::SourceKind::{Document as Writing, Group, Organization},
        rule::{Rule, rule},
    },
};

/// A relative pronoun and the words before it.
pub struct Relative {
    /// The pronoun's token.
    at: usize,
    /// Where its sentence begins.
    floor: usize,
    /// Its antecedent.
    before: Range<usize>,
}

/// A rule that changes the antecedent of a relative pronoun.
type Narrowing = Rule<fn(&Document, &Relative) -> Option<Range<usize>>>;

/// The rule for a name with its description; without an answer, the rules of [`NARROWING`] are asked.
pub static NAMED: Narrowing = rule(
    "W26",
    "named",
    "A name with its description is the antecedent of `who`.",
    "Ada Li, a former clerk who",
    named,
);

/// The rules in the order in which they are applied, each to the result of the one before.
#[rustfmt::skip]
pub static NARROWING: [Narrowing; 4] = [
    rule("W23", "aside", "Skips a participle.", "a survey, taken in May, which", behind_aside),
    rule("W24", "infinitive", "Skips an infinitive.", "rest on a leaflet, which", infinitive),
    rule("W49", "governed", "Takes the phrase that a participle governs.",
        "betrayed by the office, which", governed),
    rule("W25", "nearest", "Takes only the last phrase, if it fits.", "a reply to women who", nearest),
];

/// The antecedent of the relative pronoun at a token, at `floor` or later.
pub fn relative(document: &Document, at: usize, floor: usize) -> Option<Range<usize>> {
    let ask = |rule: &Narrowing, relative: &Relative| {
        let words = rule.ask(|narrow| narrow(document, relative))?;
        rule.note(at, || document.words(document.span(words.clone())).to_owned());
        Some(words)
    };
    let mut relative = Relative { at, floor, before: at..at };
    if let Some(name) = ask(&NAMED, &relative) {
        return Some(name);
    }
    let end = relative.at;
    relative.before = subject_before(document, end, floor).or_else(|| {
        let comma = norm(document, end.wrapping_sub(1)) == ",";
        subject_before(document, end - usize::from(comma), floor)
    })?;
    for rule in &NARROWING {
        relative.before = ask(rule, &relative).unwrap_or(relative.before);
    }
    Some(relative.before)
}

/// `according to the officer Ilse Maes, who said`, `Ada Li, a former clerk who says`.
fn named(document: &Document, relative: &Relative) -> Option<Range<usize>> {
    const NEAR: usize = 16;
    let Relative { at, floor, .. } = *relative;
    let comma = |at: usize| norm(document, at) == ",";
    let last = at.checked_sub(1).filter(|last| *last > floor && is_in(document, at, &WHO))?;
    let near = floor.max(at.saturating_sub(NEAR));
    let opens = |open: &usize| comma(*open) && is_in(document, open + 1, &ARTICLES);
    let aside = || (near..last).rfind(|open| comma(*open)).filter(opens);
    let (end, whole) = if comma(last) { (last, last) } else { (aside()?, at) };
    let name = names(document, near..end).last()?;
    let person = name.tokens.len() > 1 && name.guess != Guess::Organization;
    (person && name.tokens.end == end).then_some(name.tokens.start..whole)
}

/// `on a survey, published in May, which found`.
fn behind_aside(document: &Document, relative: &Relative) -> Option<Range<usize>> {
    const LONGEST: usize = 8;
    let start = relative.before.start;
    let done = matches!(tag(document, start), Tag::VBN | Tag::VBD | Tag::VBG);
    let comma = start.checked_sub(1).filter(|comma| done && *comma > relative.floor)?;
    let from = relative.floor.max(comma.saturating_sub(LONGEST));
    let ends = |at: &usize| is_preposition(document, *at) || is_finite(document, *at);
    // In `four officials, including a clerk who` nothing closes the aside.
    let closed = norm(document, relative.at - 1) == ",";
    let start = (from..comma).rev().take_while(|at| !ends(at)).last();
    start.filter(|_| closed && norm(document, comma) == ",").map(|start| start..comma)
}

static TO: List = List::named("infinitive-marker");

/// `seems to rest on a leaflet, which says`.
fn infinitive(document: &Document, relative: &Relative) -> Option<Range<usize>> {
    let before = relative.before.clone();
    let to = tag(document, before.start) == Tag::TO || is_in(document, before.start, &TO);
    let verb = to && tag(document, before.start + 1) == Tag::VB;
    let nominal = |at: &usize| tag(document, *at) == Tag::DT || tag(document, *at).is_noun();
    let first = before.clone().skip(2).find(nominal).filter(|_| verb)?;
    Some(first..before.end)
}

static OF: List = List::named("genitive-of");

/// `forced onto the defensive by a string of members who`, `working with the coalition, which`, `including a clerk who`.
fn governed(document: &Document, relative: &Relative) -> Option<Range<usize>> {
    let before = relative.before.clone();
    let verb = matches!(tag(document, before.start), Tag::VBN | Tag::VBD | Tag::VBG);
    let inside = before.start + 1..before.end.checked_sub(1).filter(|_| verb)?;
    let by = inside.clone().rfind(|at| is_in(document, *at, &BY));
    let last = |at: &usize| is_preposition(document, *at) && !is_in(document, *at, &OF);
    let object = matches!(tag(document, before.start + 1), Tag::DT | Tag::PRPP | Tag::CD);
    let own = || object.then_some(before.start);
    let at = by.or_else(|| inside.clone().rfind(last)).or_else(own)?;
    Some(at + 1..before.end)
}

static THINGS: List = List::named("relative-of-thing");

/// `a reply to the women who said`: people, or a body where `which` follows.
fn nearest(document: &Document, relative: &Relative) -> Option<Range<usize>> {
    let before = &relative.before;
    let start = before.clone().rev().take_while(|at| !is_preposition(document, *at)).last()?;
    let which = is_in(document, relative.at, &THINGS);
    let fits = |head: Head| match head {
        Head::Name(name, _) if which => name.guess == Guess::Organization,
        Head::Phrase(phrase) if which => {
            phrase.noun.is_some_and(|noun| matches!(noun.kind, Organization | Group | Writing))
        }
        Head::Name(name, _) => name.guess == Guess::Person,
        Head::Phrase(phrase) => phrase.noun.is_some_and(|noun| noun.is_human()),
        _ => false,
    };
    let inside = |at: usize| names(document, before.clone()).any(|name| name.tokens.contains(&at));
    let last = start..before.end;
    let fits = start > before.start && head(document, last.clone()).is_some_and(fits);
    (fits && !inside(start - 1)).then_some(last)
}

fn is_preposition(document: &Document, at: usize) -> bool {
    matches!(tag(document, at), Tag::IN | Tag::TO)
}
