//! Owns antecedents: the words before `who` and `which` that they stand for, and the subject of the
//! sentence before.

use std::ops::Range;

use crate::{
    grammar::{
        guess::Guess,
        head::{Head, head},
        name::names,
        phrase::subject_before,
        verb::is_finite,
        words::{norm, tag},
    },
    token::{document::Document, tag::Tag},
    vocabulary::kinds::SourceKind,
};

/// The subject that opens the sentence before the `number`th, in the same paragraph.
pub fn opening(document: &Document, number: usize) -> Option<Range<usize>> {
    const LONGEST: usize = 16;
    let [last, own] = document.sentences().get(number.checked_sub(1)?..=number)? else {
        return None;
    };
    let reach = last.tokens.end.min(last.tokens.start + LONGEST);
    let verb = (last.tokens.start..reach).find(|at| is_finite(document, *at))?;
    let subject = subject_before(document, verb, last.tokens.start)?;
    let opens = last.block == own.block && subject.start == last.tokens.start;
    opens.then_some(subject)
}

/// The words that the `who` or `which` at a token stands for, not before `floor`.
pub fn relative(document: &Document, at: usize, floor: usize) -> Option<Range<usize>> {
    let at = first(document, at, floor);
    if let Some(name) = named(document, at, floor) {
        return Some(name);
    }
    let before = subject_before(document, at, floor).or_else(|| {
        let comma = norm(document, at.wrapping_sub(1)) == ",";
        subject_before(document, at - usize::from(comma), floor)
    })?;
    let before = without_aside(document, before, floor);
    let which = matches!(norm(document, at), "that" | "which");
    Some(nearest(document, without_infinitive(document, before), which))
}

/// `according to the officer Ilse Maes, who said`, `Ada Li, a former clerk who says`: the name before, with
/// what is said of it.
fn named(document: &Document, at: usize, floor: usize) -> Option<Range<usize>> {
    const NEAR: usize = 16;
    let comma = |at: usize| norm(document, at) == ",";
    let last = at.checked_sub(1).filter(|last| *last > floor && norm(document, at) == "who")?;
    let near = floor.max(at.saturating_sub(NEAR));
    let opens =
        |open: &usize| comma(*open) && matches!(norm(document, open + 1), "a" | "an" | "the");
    let aside = (near..last).rfind(|open| comma(*open)).filter(opens).filter(|_| !comma(last));
    let end = if comma(last) { last } else { aside? };
    let name = names(document, near..end).last()?;
    let person = name.tokens.len() > 1 && name.guess != Guess::Organization;
    (person && name.tokens.end == end)
        .then_some(name.tokens.start..if comma(last) { end } else { at })
}

/// `people who were there, and who said`: the first of two clauses about the same people.
fn first(document: &Document, at: usize, floor: usize) -> usize {
    const NEAR: usize = 30;
    let joined = at > floor + 1 && matches!(norm(document, at - 1), "and" | "but");
    let mut earlier = floor.max(at.saturating_sub(NEAR)) + 1..at;
    let same = |first: &usize| norm(document, *first) == norm(document, at);
    earlier.rfind(same).filter(|_| joined).unwrap_or(at)
}

/// `a reply to the women who said`: the last noun phrase, if it stands for people, or for a body where
/// `which` follows.
fn nearest(document: &Document, before: Range<usize>, which: bool) -> Range<usize> {
    let start = before.clone().rev().take_while(|at| !is_preposition(document, *at)).last();
    let last = start.map(|start| start..before.end).filter(|last| last.len() < before.len());
    let body = |kind: SourceKind| {
        matches!(kind, SourceKind::Organization | SourceKind::Group | SourceKind::Document)
    };
    let fits = |last: &Range<usize>| match head(document, last.clone()) {
        Some(Head::Name(name, _)) if which => name.guess == Guess::Organization,
        Some(Head::Phrase(phrase)) if which => phrase.noun.is_some_and(|noun| body(noun.kind)),
        Some(Head::Name(name, _)) => name.guess == Guess::Person,
        Some(Head::Phrase(phrase)) => phrase.noun.is_some_and(|noun| noun.is_human()),
        _ => false,
    };
    let whole = |last: &Range<usize>| {
        !names(document, before.clone()).any(|name| name.tokens.contains(&(last.start - 1)))
    };
    last.filter(fits).filter(whole).unwrap_or(before)
}

/// `on a survey, published in May, which found`: what was done to it stands between.
fn without_aside(document: &Document, before: Range<usize>, floor: usize) -> Range<usize> {
    const LONGEST: usize = 8;
    let done = matches!(tag(document, before.start), Tag::VBN | Tag::VBD | Tag::VBG);
    let comma = before
        .start
        .checked_sub(1)
        .filter(|comma| done && *comma > floor && norm(document, *comma) == ",");
    let Some(comma) = comma else { return before };
    let from = floor.max(comma.saturating_sub(LONGEST));
    let ends = |at: &usize| is_preposition(document, *at) || is_finite(document, *at);
    let start = (from..comma).rev().take_while(|at| !ends(at)).last();
    start.map_or(before, |start| start..comma)
}

/// `seems to rest on a leaflet, which says`: what was done to it is no part of it.
fn without_infinitive(document: &Document, before: Range<usize>) -> Range<usize> {
    let acts = tag(document, before.start) == Tag::TO || norm(document, before.start) == "to";
    let verb = acts && tag(document, before.start + 1) == Tag::VB;
    let nominal = |at: &usize| tag(document, *at) == Tag::DT || tag(document, *at).is_noun();
    let first = before.clone().skip(2).find(nominal).filter(|_| verb);
    first.unwrap_or(before.start)..before.end
}

fn is_preposition(document: &Document, at: usize) -> bool {
    matches!(tag(document, at), Tag::IN | Tag::TO)
}
