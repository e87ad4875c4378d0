//! Owns sources: groups the words that name somebody into who they are.
//!
//! `story.rs` reads the article; where two fit, none is taken.

use std::ops::Range;

use crate::{
    coref::{
        cataphora,
        entities::{Cast, Member},
        mention::{Mention, mentions},
        resolver::Story,
        votes::genders,
    },
    grammar::words::{norm, quotation_at},
    report::{Attribution, Source},
    text::span::Span,
    token::document::Document,
    vocabulary::{
        kinds::SourceKind,
        reason::{ReasonCode, reason},
    },
};

/// The sources of a document in order of first mention; sets each attribution's `source`.
pub fn resolve(document: &Document, attributions: &mut [Attribution]) -> Vec<Source> {
    let sentences = document.sentences().iter();
    let mentions: Vec<Vec<Mention>> =
        sentences.map(|sentence| mentions(document, sentence.tokens.clone())).collect();
    let mut story = Story::new(document, genders(document, &mentions));
    let mut order: Vec<usize> = (0..attributions.len()).collect();
    let place = |a: &Attribution| a.sources.first().map_or(a.cue.span.start, |span| span.start);
    order.sort_by_key(|at| attributions.get(*at).map(place));
    let mut credited = vec![None; attributions.len()];
    let mut rest = order.iter().peekable();
    for (number, (sentence, mentions)) in document.sentences().iter().zip(&mentions).enumerate() {
        let last = number.checked_sub(1).and_then(|last| document.sentences().get(last));
        if last.is_none_or(|last| last.block != sentence.block) {
            story.recent.open(number);
        }
        let mut mentioned = mentions.iter().peekable();
        while let Some(at) = rest.next_if(|at| {
            attributions.get(**at).map(place).is_some_and(|start| start < sentence.span.end)
        }) {
            let Some(attribution) = attributions.get_mut(*at) else { continue };
            let Some(span) = attribution.sources.first().copied() else { continue };
            let before = |mention: &&Mention| stands_before(document, mention, span);
            while let Some(mention) = mentioned.next_if(before) {
                story.learn(mention, number);
                story.mention(mention, number, sentence);
            }
            let member = story.source(span, number, sentence, attribution);
            if let Some(slot) = credited.get_mut(*at) {
                *slot = member;
            }
        }
        for mention in mentioned {
            story.learn(mention, number);
            story.mention(mention, number, sentence);
        }
    }
    cataphora::name(document, &mut story.cast, attributions, &mut credited);
    first_person(document, &story.cast, attributions, &mut credited);
    sources(document, &story.cast, attributions, &credited)
}

/// Whether a mention comes before a source, or is a name in it; its pronouns come after it.
fn stands_before(document: &Document, mention: &Mention, source: Span) -> bool {
    let start = document.span(mention.start()..mention.start() + 1).start;
    start < if matches!(mention, Mention::Name(_)) { source.end } else { source.start }
}

/// `I think` inside a quotation: whoever is quoted.
fn first_person(
    document: &Document,
    cast: &Cast,
    attributions: &mut [Attribution],
    credited: &mut [Option<usize>],
) {
    for at in 0..attributions.len() {
        let Some(own) = attributions.get_mut(at) else { continue };
        let Some(source) = own.sources.first().copied() else { continue };
        let tokens = document.tokens_in(source);
        let word = norm(document, tokens.start);
        let owner = matches!(word, "my" | "our") && tokens.len() == 1;
        let quoted = quotation_at(document, tokens.start).is_some();
        if !quoted || !owner && !matches!(word, "i" | "we") {
            continue;
        }
        let Some(member) = own.parent.and_then(|parent| credited.get(parent).copied().flatten())
        else {
            continue;
        };
        own.reasons.retain(|reason| reason.code != ReasonCode::Unclear);
        let words = cast.get(member).map_or(0..0, |member| member.words.clone());
        let name = document.words(document.span(words));
        own.reasons.push(reason(ReasonCode::Pronoun, format!("{word} → {name}")));
        if let Some(slot) = credited.get_mut(at) {
            *slot = Some(member);
        }
    }
}

fn sources(
    document: &Document,
    cast: &Cast,
    attributions: &mut [Attribution],
    credited: &[Option<usize>],
) -> Vec<Source> {
    let mut members: Vec<usize> = credited.iter().flatten().copied().collect();
    let first = |member: &usize| cast.get(*member).and_then(|m| m.mentions.iter().min().copied());
    members.sort_unstable();
    members.dedup();
    members.sort_by_cached_key(first);
    let place: std::collections::HashMap<usize, usize> =
        members.iter().enumerate().map(|(at, member)| (*member, at)).collect();
    for (attribution, member) in attributions.iter_mut().zip(credited) {
        attribution.source = member.and_then(|member| place.get(&member).copied());
    }
    let all = outermost_words(document, attributions);
    let mut sources: Vec<Source> = members
        .iter()
        .filter_map(|member| cast.get(*member))
        .map(|m| source(document, m))
        .collect();
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

fn source(document: &Document, member: &Member) -> Source {
    let kind = member.kind();
    let mut tokens = member.words.clone();
    if let Some(name) = &member.name {
        tokens.start = match kind {
            SourceKind::Person if tokens.len() == 1 && !name.title.is_empty() => name.title.start,
            SourceKind::Person => tokens.start,
            _ if name.article => tokens.start - 1,
            _ => tokens.start,
        };
    }
    let text = |tokens: Range<usize>| document.span(tokens).of(document.text()).to_owned();
    let mut mentions = member.mentions.clone();
    mentions.sort_unstable();
    mentions.dedup();
    Source {
        name: text(tokens),
        description: member.description.clone().map(text).unwrap_or_default(),
        kind,
        named: member.named,
        mentions,
        attributions: Vec::new(),
        words: 0,
        share: 0.0,
    }
}
