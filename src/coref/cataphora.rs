//! Owns those whom the text describes before it names them: `Port chief quits` over `Anna Roth, chief
//! of the port, said`; `a study of sleep among nurses`, later `the Nurses' Sleep Study`.

use std::ops::Range;

use crate::{
    coref::entities::{Cast, Member},
    grammar::{
        description::main_noun,
        name::Name,
        words::{is_mark, norm, tag},
    },
    report::Attribution,
    token::{document::Document, tag::Tag},
    vocabulary::kinds::{BlockKind, SourceKind},
};

/// How many sources of headlines are looked for.
const MOST: usize = 4;

/// Credits what headlines credit to a description to the only one whom the text describes so.
pub fn name(
    document: &Document,
    cast: &mut Cast,
    attributions: &[Attribution],
    credited: &mut [Option<usize>],
) {
    let headings = document.blocks().iter().take_while(|block| block.kind == BlockKind::Heading);
    let end = headings.last().map_or(0, |block| block.span.end);
    let over = attributions.iter().zip(credited).take_while(|(own, _)| own.cue.span.start < end);
    for (attribution, member) in over.take(MOST) {
        let later = member.and_then(|member| named_later(document, cast, member));
        if let (Some(later), Some(source)) = (later, attribution.sources.first()) {
            cast.mention(later, *source, 0);
            *member = Some(later);
        }
    }
}

fn named_later(document: &Document, cast: &Cast, member: usize) -> Option<usize> {
    let held = cast.get(member).filter(|held| held.name.is_none() && !held.plural)?;
    held.noun.filter(|noun| noun.is_human())?;
    let described = |known: &Member| {
        let Some(words) = known.description.clone() else { return false };
        let says = |word| words.clone().any(|at| norm(document, at) == norm(document, word));
        known.name.is_some() && held.words.clone().all(says)
    };
    let mut found = cast.members().enumerate().filter(|(_, known)| described(known));
    let (first, _) = found.next()?;
    found.next().is_none().then_some(first)
}

/// The document that was described before by two words of this name.
pub fn document(document: &Document, cast: &Cast, name: &Name) -> Option<usize> {
    let noun = main_noun(document, name.tokens.clone())?;
    let member = cast.called(noun, false).filter(|_| noun.kind == SourceKind::Document)?;
    let held = cast.get(member).filter(|held| held.name.is_none())?;
    tells(document, &held.words, name.tokens.start..name.tokens.end - 1).then_some(member)
}

/// The nameless person whom an article points back to: `the minister, Ilya Brandt,` after `a minister said`.
pub fn person(document: &Document, cast: &Cast, name: &Name, sentence: usize) -> Option<usize> {
    let new = cast.find(document, name, sentence).is_none();
    titled(document, cast, name).or_else(|| apposed(document, cast, name)).filter(|_| new)
}

/// `Mayor Lopes` after `the mayor`.
fn titled(document: &Document, cast: &Cast, name: &Name) -> Option<usize> {
    let noun = main_noun(document, name.title.clone()).filter(|noun| noun.is_human())?;
    let member = cast.called(noun, false).filter(|_| name.title.len() == 1)?;
    let held = cast.get(member).filter(|held| held.name.is_none() && held.words.len() < 5)?;
    let plain = |at: usize| matches!(tag(document, at), Tag::JJ | Tag::NN | Tag::NNP);
    let whole = held.words.clone().skip(1).all(plain);
    (norm(document, held.words.start) == "the" && whole).then_some(member)
}

fn apposed(document: &Document, cast: &Cast, name: &Name) -> Option<usize> {
    const LONGEST: usize = 4;
    let comma = name.tokens.start.checked_sub(1).filter(|at| norm(document, *at) == ",")?;
    let from = comma.saturating_sub(LONGEST);
    let opens = |at: &usize| norm(document, *at) == "the" || tag(document, *at) == Tag::PRPP;
    let the = (from..comma).rev().find(opens)?;
    let noun =
        main_noun(document, the + 1..comma).filter(|noun| noun.is_human() && !noun.plural)?;
    let plain = (the + 1..comma).all(|at| !is_mark(document, at));
    let member = cast.called(noun, false).filter(|_| plain)?;
    cast.get(member).filter(|held| held.name.is_none()).map(|_| member)
}

/// Whether a description holds two words of a name, in one form or another.
fn tells(document: &Document, description: &Range<usize>, name: Range<usize>) -> bool {
    const STEM: usize = 5;
    let stem = |at: usize| norm(document, at).get(..STEM);
    let told = |at: &usize| {
        stem(*at).is_some_and(|word| description.clone().any(|at| stem(at) == Some(word)))
    };
    name.filter(told).nth(1).is_some()
}
