//! Owns the reading of a text: it links mentions and sources in text order, and then looks back at some sources.

use std::ops::Range;

use crate::{
    coref::{genders::genders, resolver::Resolver},
    discourse::{
        entity::Entity,
        fit::may_be_person,
        mention::{Mention, mentions},
        speech::Speech,
        state::Discourse,
    },
    grammar::words::{is_heading, is_in, norm, quotation_at, tag},
    lexicon::list::List,
    model::mention::Ranker,
    ranking::choice::Choice,
    report::Attribution,
    text::span::Span,
    token::document::Document,
    vocabulary::{
        kinds::{Form, SourceKind},
        reason::{Reason, ReasonCode},
        rule::{Info, Rule, rule},
        trace,
    },
};

/// A text that is read for the sources of its attributions.
pub struct Reading<'d, 'a> {
    /// What links its mentions.
    pub resolver: Resolver<'d>,
    /// Its attributions.
    pub attributions: &'a mut [Attribution],
    /// The entity that each attribution is credited to.
    pub credited: Vec<Option<usize>>,
}

/// A rule that changes who is credited once the whole text has been read: an entity, or nobody.
type Afterthought = Rule<fn(&Reading<'_, '_>, usize) -> Option<Option<usize>>>;

/// The rules in the order in which they are asked, each of all attributions.
#[rustfmt::skip]
pub static AFTERTHOUGHTS: [Afterthought; 3] = [
    rule("W51", "first-person", "`I` is the one quoted.",
        "“I agree,” Ms. Li said", first_person),
    rule("W53", "not-oneself", "Quoted speakers do not call themselves he.",
        "“Tom came, and he said ‘no’,” Ms. Li said", not_oneself),
    rule("W76", "speaks-for", "A firm beside a heading's quotation is whoever speaks for it below.",
        "‘It is over’: Relay Capital | Relay Capital economist Jo Li said it was over", speaks_for),
];

/// Reads a text; training asks for a `log` of all choices.
pub fn read<'d, 'a>(
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
    for rule in &AFTERTHOUGHTS {
        for at in 0..reading.credited.len() {
            if let Some(entity) = rule.ask(|credit| credit(&reading, at)) {
                reading.relink(rule.info, at, entity);
            }
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

    /// Links an attribution to another entity, or leaves it open.
    fn relink(&mut self, rule: Info, at: usize, entity: Option<usize>) {
        let Self { resolver, attributions, credited } = self;
        let (Some(own), Some(credit)) = (attributions.get_mut(at), credited.get_mut(at)) else {
            return;
        };
        let Some(source) = own.sources.first() else { return };
        let first = resolver.discourse.document.tokens_in(*source).start;
        *credit = entity;
        let told = [ReasonCode::Pronoun, ReasonCode::Unclear];
        own.reasons.retain(|reason| !told.contains(&reason.code));
        let pronoun = tag(resolver.discourse.document, first).is_pronoun();
        own.reasons.extend(pronoun.then(|| resolver.meant(first, entity)));
        resolver.trace(rule, first, entity, Vec::new);
    }
}

/// A third-person pronoun inside a quotation that was linked to the person quoted stays open.
fn not_oneself(reading: &Reading, at: usize) -> Option<Option<usize>> {
    let own = reading.attributions.get(at)?;
    let parent = own.parent.filter(|_| reading.credited.get(at) != Some(&None))?;
    let document = reading.resolver.discourse.document;
    let first = own.sources.first().map(|source| document.tokens_in(*source).start);
    let third = first.is_some_and(|first| {
        is_in(document, first, &THIRD_PERSON)
            && quotation_at(document, first).is_some_and(|own| own.closed)
    });
    let outer = reading.attributions.get(parent).is_some_and(|outer| outer.form == Form::Direct);
    let same = reading.credited.get(at) == reading.credited.get(parent);
    (third && outer && same).then_some(None)
}

/// The person who is credited right below a heading that a firm signs, in words that name the firm.
fn speaks_for(reading: &Reading, at: usize) -> Option<Option<usize>> {
    const NEAR: usize = 3;
    let Discourse { document, entities, .. } = &reading.resolver.discourse;
    let heads = |own: &Attribution| is_heading(document, document.tokens_in(own.cue.span).start);
    let firm = reading.credited.get(at).copied()??;
    let name = entities.get(firm)?.name.as_ref();
    let name = name.filter(|_| reading.attributions.get(at).is_some_and(heads))?;
    let says = |own: &Attribution| {
        let told = own.sources.first().map(|source| document.tokens_in(*source));
        let names = |word: usize| {
            let word = norm(document, word);
            told.iter().flat_map(Range::clone).any(|at| norm(document, at) == word)
        };
        !heads(own) && name.last(document).len() > 1 && name.tokens.clone().all(names)
    };
    let mut below = reading.attributions.iter().zip(&reading.credited).skip(at + 1).take(NEAR);
    let speaker = below.find(|(own, _)| says(own)).and_then(|(_, speaker)| *speaker)?;
    let other = |known: &Entity| known.kind() == SourceKind::Person && speaker != firm;
    entities.is(speaker, other).then_some(Some(speaker))
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
    matches!(mention, Mention::Phrase(_) | Mention::Several(_)) && start < source.end
}

static THIRD_PERSON: List = List::named("subject-person");
static FIRST_PERSON: List = List::named("first-person-form");
static FIRST_PERSON_SINGULAR: List = List::named("first-person-singular");
static OWNERS: List = List::named("first-person-owner");

/// `I think` inside a quotation or a labelled turn: the person who is quoted.
fn first_person(reading: &Reading, at: usize) -> Option<Option<usize>> {
    let document = reading.resolver.discourse.document;
    let own = reading.attributions.get(at)?;
    let tokens = document.tokens_in(*own.sources.first()?);
    let owned = is_in(document, tokens.start, &OWNERS) && tokens.len() > 1;
    let first = is_in(document, tokens.start, &FIRST_PERSON) && !owned;
    let parent = own.parent.filter(|_| first)?;
    let turn = |reason: &Reason| reason.code == ReasonCode::Label;
    let quoted = quotation_at(document, tokens.start).is_some()
        || reading.attributions.get(parent)?.reasons.iter().any(turn);
    let speaker = reading.credited.get(parent).filter(|_| quoted).copied()??;
    // A document is never `I`; its authors may be `we`.
    let one = is_in(document, tokens.start, &FIRST_PERSON_SINGULAR);
    let known = reading.resolver.discourse.entities.get(speaker)?;
    (!one || may_be_person(known).is_ok()).then_some(Some(speaker))
}
