//! Owns sources: whom the attributions of a text are credited to, as a report lists them.

use std::ops::Range;

use rustc_hash::FxHashMap;

use crate::{
    coref::{author, reading::read, resolver::Resolver},
    discourse::{
        entity::{Entity, OPEN_NAME},
        state::Discourse,
    },
    model::mention::RANKER,
    report::{Attribution, Source},
    token::{cut, document::Document},
    vocabulary::kinds::SourceKind,
};
#[cfg(feature = "train")]
use crate::{model::mention::Ranker, ranking::choice::Choice, text::span::Span};

/// The sources of a document in order of first mention; sets each attribution's `source`.
pub fn resolve(document: &Document, attributions: &mut [Attribution]) -> Vec<Source> {
    let reading = read(document, attributions, &RANKER, None);
    sources(&reading.resolver, reading.attributions, &reading.credited)
}

/// For training: the sources, every choice with its outcome, and the mentions of each entity.
#[cfg(feature = "train")]
pub fn study(document: &Document, attributions: &mut [Attribution], ranker: &Ranker) -> Studied {
    let mut reading = read(document, attributions, ranker, Some(Vec::new()));
    let choices = reading.resolver.log.take().unwrap_or_default();
    let mentions =
        reading.resolver.discourse.entities.iter().map(|known| known.mentions.clone()).collect();
    let sources = sources(&reading.resolver, reading.attributions, &reading.credited);
    Studied { sources, choices, mentions }
}

/// What training learns from a text.
#[cfg(feature = "train")]
pub struct Studied {
    /// The sources.
    pub sources: Vec<Source>,
    /// The choices in text order, each with the entity chosen.
    pub choices: Vec<(Choice, Option<usize>)>,
    /// The mentions of each entity.
    pub mentions: Vec<Vec<Span>>,
}

fn sources(
    resolver: &Resolver,
    attributions: &mut [Attribution],
    credited: &[Option<usize>],
) -> Vec<Source> {
    let Discourse { document, entities, .. } = &resolver.discourse;
    let mut credits: Vec<usize> = credited.iter().flatten().copied().collect();
    credits.sort_unstable();
    credits.dedup();
    credits
        .sort_by_cached_key(|entity| entities.get(*entity).and_then(|e| e.mentions.iter().min()));
    let place: FxHashMap<usize, usize> = credits.iter().copied().zip(0..).collect();
    let all = outermost_words(document, attributions);
    let known = credits.iter().filter_map(|entity| entities.get(*entity));
    let mut sources: Vec<Source> = known.map(|entity| source(document, entity)).collect();
    for (attribution, entity) in attributions.iter_mut().zip(credited) {
        attribution.source = entity.and_then(|entity| place.get(&entity).copied());
    }
    author::credit(document, attributions, &mut sources);
    for (at, attribution) in attributions.iter().enumerate() {
        let Some(own) = attribution.source.and_then(|own| sources.get_mut(own)) else { continue };
        own.attributions.push(at);
        own.words += words(document, attribution);
    }
    for source in &mut sources {
        source.share = source.words as f32 / all.max(source.words).max(1) as f32;
    }
    sources
}

fn words(document: &Document, attribution: &Attribution) -> usize {
    attribution.contents.iter().map(|content| document.word_count(*content)).sum()
}

fn outermost_words(document: &Document, attributions: &[Attribution]) -> usize {
    let outermost = attributions.iter().filter(|attribution| attribution.parent.is_none());
    outermost.map(|attribution| words(document, attribution)).sum()
}

fn source(document: &Document, entity: &Entity) -> Source {
    let kind = entity.kind();
    if entity.is_open() {
        OPEN_NAME.note(entity.words.start, || kind.name().to_owned());
    }
    let mut tokens = entity.words.clone();
    if let Some(name) = &entity.name {
        tokens.start = match kind {
            SourceKind::Person if tokens.len() == 1 && !name.title.is_empty() => name.title.start,
            SourceKind::Person => tokens.start,
            _ if name.article => tokens.start - 1,
            _ => tokens.start,
        };
    }
    let text = |tokens: Range<usize>| cut::unbroken(document.words(document.span(tokens)));
    let mut mentions = entity.mentions.clone();
    mentions.sort_unstable();
    mentions.dedup();
    Source {
        name: text(tokens),
        description: entity.description(document),
        kind,
        named: entity.named,
        mentions,
        attributions: Vec::new(),
        words: 0,
        share: 0.0,
    }
}
