//! Owns sources: whom the attributions of a text are credited to, as a report lists them.

use std::ops::Range;

use rustc_hash::FxHashMap;

use crate::{
    coref::{genders::genders, resolver::Resolver},
    discourse::{
        entity::Entity,
        fit::may_be_person,
        mention::{Mention, mentions},
        speech::Speech,
        state::Discourse,
    },
    grammar::words::{is_in, quotation_at},
    lexicon::list::List,
    model::mention::{RANKER, Ranker},
    ranking::choice::Choice,
    report::{Attribution, Source},
    text::span::Span,
    token::{cut, document::Document},
    vocabulary::{
        kinds::{Form, SourceKind},
        reason::ReasonCode,
        rule::{Rule, rule},
        trace,
    },
};

/// A text that is read for the sources of its attributions.
pub struct Reading<'d, 'a> {
    resolver: Resolver<'d>,
    attributions: &'a mut [Attribution],
    /// The entity that each attribution is credited to.
    credited: Vec<Option<usize>>,
}

/// A rule that links the source of one attribution after the text was read.
type Afterthought = Rule<fn(&Reading<'_, '_>, usize) -> Option<usize>>;

/// The rules in the order in which they are asked.
pub static AFTERTHOUGHTS: [Afterthought; 1] =
    [rule("W51", "first-person", "`I` is the one quoted.", "“I agree,” Ms. Li said", first_person)];

/// A rule that finds an attribution credited to an impossible source.
type Denial = Rule<fn(&Reading<'_, '_>, usize) -> bool>;

/// The rule that is asked last.
#[rustfmt::skip]
pub static NOT_ONESELF: Denial = rule("W53", "not-oneself",
    "Quoted speakers do not call themselves he.", "“Tom came, and he said ‘no’,” Ms. Li said", is_oneself);

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

fn read<'d, 'a>(
    document: &'d Document<'d>,
    attributions: &'a mut [Attribution],
    ranker: &'d Ranker,
    log: Option<Vec<(Choice, Option<usize>)>>,
) -> Reading<'d, 'a> {
    let sentences = document.sentences().iter();
    let mentions: Vec<Vec<Mention>> =
        sentences.map(|sentence| mentions(document, sentence.tokens.clone())).collect();
    let speech = || Speech::new(document, attributions);
    // It only votes on genders; its links are not those of the report.
    let genders = trace::unrecorded(|| genders(document, &mentions, speech(), ranker));
    let resolver = Resolver::new(document, Some(genders), speech(), ranker);
    let resolver = Resolver { log, ..resolver };
    let credited = vec![None; attributions.len()];
    let mut reading = Reading { resolver, attributions, credited };
    reading.read(&mentions);
    for rule in AFTERTHOUGHTS.iter().filter(|rule| rule.is_on()) {
        for at in 0..reading.credited.len() {
            if let Some(entity) = (rule.apply)(&reading, at) {
                let first = reading.relink(at, entity);
                reading.resolver.trace(rule.info, first, Some(entity), Vec::new);
            }
        }
    }
    for at in (0..reading.credited.len()).filter(|_| NOT_ONESELF.is_on()) {
        if (NOT_ONESELF.apply)(&reading, at) {
            reading.leave_open(at);
        }
    }
    reading
}

impl Reading<'_, '_> {
    /// Links the mentions and the sources of all sentences in text order.
    fn read(&mut self, mentions: &[Vec<Mention>]) {
        let Self { resolver, attributions, credited } = self;
        let document = resolver.discourse.document;
        let place = |a: &Attribution| a.sources.first().map_or(a.cue.span.start, |own| own.start);
        let mut order: Vec<(usize, usize)> = attributions.iter().map(place).zip(0..).collect();
        order.sort_unstable();
        let (mut rest, mut block) = (order.into_iter().peekable(), usize::MAX);
        for (number, (sentence, mentions)) in document.sentences().iter().zip(mentions).enumerate()
        {
            resolver.discourse.look_ahead(mentions);
            if sentence.block != block {
                (block, resolver.discourse.recent.paragraph) = (sentence.block, number);
            }
            let mut mentions = mentions.iter().peekable();
            while let Some((_, at)) = rest.next_if(|(place, _)| *place < sentence.span.end) {
                let Some(attribution) = attributions.get_mut(at) else { continue };
                let Some(span) = attribution.sources.first().copied() else { continue };
                let before = |next: &&Mention| stands_before(document, next, span);
                while let Some(mention) = mentions.next_if(before) {
                    resolver.mention(mention, number);
                }
                let entity = resolver.source(span, number, (at, attribution));
                while mentions.next_if(|next| is_part(document, next, span)).is_some() {}
                credited.get_mut(at).into_iter().for_each(|slot| *slot = entity);
            }
            mentions.for_each(|mention| resolver.mention(mention, number));
        }
    }

    /// Leaves open whom an attribution is credited to.
    fn leave_open(&mut self, at: usize) {
        let Self { resolver, attributions, credited } = self;
        let entity = credited.get_mut(at).and_then(Option::take);
        let Some(own) = attributions.get_mut(at) else { return };
        let Some(source) = own.sources.first().copied() else { return };
        let first = resolver.discourse.document.tokens_in(source).start;
        own.reasons.retain(|reason| reason.code != ReasonCode::Pronoun);
        own.reasons.push(resolver.meant(first, None));
        resolver.trace(NOT_ONESELF.info, first, entity, Vec::new);
    }

    /// Links an attribution to another entity and returns the first token of its source. A pronoun is noted
    /// in the reasons, other words become a mention.
    fn relink(&mut self, at: usize, entity: usize) -> usize {
        let Self { resolver, attributions, credited } = self;
        credited.get_mut(at).into_iter().for_each(|slot| *slot = Some(entity));
        let Some(own) = attributions.get_mut(at) else { return 0 };
        let Some(source) = own.sources.first().copied() else { return 0 };
        let first = resolver.discourse.document.tokens_in(source).start;
        if is_in(resolver.discourse.document, first, &FIRST_PERSON) {
            own.reasons.retain(|reason| reason.code != ReasonCode::Unclear);
            own.reasons.push(resolver.meant(first, Some(entity)));
        } else {
            resolver.discourse.entities.mention(entity, source, 0);
        }
        first
    }
}

/// Whether a third-person pronoun inside a quotation was linked to the person quoted.
fn is_oneself(reading: &Reading, at: usize) -> bool {
    let Some(own) = reading.attributions.get(at) else { return false };
    let Some(parent) = own.parent.filter(|_| reading.credited.get(at) != Some(&None)) else {
        return false;
    };
    let document = reading.resolver.discourse.document;
    let first = own.sources.first().map(|source| document.tokens_in(*source).start);
    let third = first.is_some_and(|first| {
        is_in(document, first, &THIRD_PERSON)
            && quotation_at(document, first).is_some_and(|own| own.closed)
    });
    let outer = reading.attributions.get(parent).is_some_and(|outer| outer.form == Form::Direct);
    third && outer && reading.credited.get(at) == reading.credited.get(parent)
}

/// Whether a mention is read before a source: it starts before it, or is a name in it. Pronouns in a source
/// are read after it.
fn stands_before(document: &Document, mention: &Mention, source: Span) -> bool {
    let start = document.span(mention.start()..mention.start() + 1).start;
    start < if matches!(mention, Mention::Name(_)) { source.end } else { source.start }
}

/// Whether a mention is a phrase within a source that has been linked.
fn is_part(document: &Document, mention: &Mention, source: Span) -> bool {
    let start = document.span(mention.start()..mention.start() + 1).start;
    matches!(mention, Mention::Phrase(_)) && start < source.end
}

static THIRD_PERSON: List = List::named("third-person-subject");
static FIRST_PERSON: List = List::named("first-person-form");
static FIRST_PERSON_SINGULAR: List = List::named("first-person-singular");
static OWNERS: List = List::named("first-person-owner");

/// `I think` inside a quotation: the person who is quoted.
fn first_person(reading: &Reading, at: usize) -> Option<usize> {
    let document = reading.resolver.discourse.document;
    let own = reading.attributions.get(at)?;
    let tokens = document.tokens_in(*own.sources.first()?);
    let owned = is_in(document, tokens.start, &OWNERS) && tokens.len() > 1;
    let first = is_in(document, tokens.start, &FIRST_PERSON) && !owned;
    let quoted = first && quotation_at(document, tokens.start).is_some();
    let speaker =
        own.parent.filter(|_| quoted).and_then(|parent| *reading.credited.get(parent)?)?;
    // A report is not `I`, though several authors may be `we`.
    let one = is_in(document, tokens.start, &FIRST_PERSON_SINGULAR);
    let known = reading.resolver.discourse.entities.get(speaker)?;
    (!one || may_be_person(known).is_ok()).then_some(speaker)
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
    for (at, (attribution, entity)) in attributions.iter_mut().zip(credited).enumerate() {
        attribution.source = entity.and_then(|entity| place.get(&entity).copied());
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
        description: entity.description.clone().map(text).unwrap_or_default(),
        kind,
        named: entity.named,
        mentions,
        attributions: Vec::new(),
        words: 0,
        share: 0.0,
    }
}
