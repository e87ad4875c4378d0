//! Owns sources: groups the words that name somebody into who they are.
//!
//! Reads the article once from its first word to its last, as a reader does: names come up, are
//! called again by a part of them, a role or a pronoun. Where two fit, none is taken.

use std::ops::Range;

use crate::{
    cast::{Cast, Member},
    description::{self, main_noun},
    detect::{
        phrase::{norm, subject_before, tag},
        relation::reason,
    },
    document::Document,
    head::{Head, Phrase, head},
    name::{Guess, Name, is_acronym, names},
    pronoun::{Recent, gender, tell},
    report::{Attribution, Source, SourceKind},
    sentence::Sentence,
    span::Span,
    unnamed,
};

/// The sources of a document in order of first mention; sets each attribution's `source`.
pub fn resolve(document: &Document, attributions: &mut [Attribution]) -> Vec<Source> {
    let mut story = Story { document, cast: Cast::default(), recent: Recent::default() };
    let mut order: Vec<usize> = (0..attributions.len()).collect();
    let place = |a: &Attribution| a.sources.first().map_or(a.cue.span.start, |span| span.start);
    order.sort_by_key(|at| attributions.get(*at).map(place));
    let mut credited = vec![None; attributions.len()];
    let mut rest = order.iter().peekable();
    for (number, sentence) in document.sentences().iter().enumerate() {
        let mut mentioned = story.names(sentence).into_iter().peekable();
        while let Some(at) = rest.next_if(|at| {
            attributions.get(**at).map(place).is_some_and(|start| start < sentence.span.end)
        }) {
            let Some(attribution) = attributions.get_mut(*at) else { continue };
            let Some(span) = attribution.sources.first().copied() else { continue };
            while let Some(name) = mentioned.next_if(|name| starts_before(document, name, span.end))
            {
                story.mention(&name, number, sentence);
            }
            let member = story.source(span, number, sentence, attribution);
            if let Some(slot) = credited.get_mut(*at) {
                *slot = member;
            }
        }
        mentioned.for_each(|name| story.mention(&name, number, sentence));
        story.learn(number, &sentence.tokens);
    }
    first_person(document, attributions, &mut credited);
    sources(document, &story.cast, attributions, &credited)
}

fn starts_before(document: &Document, name: &Name, end: usize) -> bool {
    document.span(name.tokens.clone()).start < end
}

struct Story<'d> {
    document: &'d Document<'d>,
    cast: Cast<'d>,
    recent: Recent,
}

impl<'d> Story<'d> {
    fn names(&self, sentence: &Sentence) -> Vec<Name> {
        names(self.document, sentence.tokens.clone()).collect()
    }

    /// Takes up a name where it stands in the text.
    fn mention(&mut self, name: &Name, number: usize, sentence: &Sentence) {
        if self.bracketed(name, number) {
            return;
        }
        let member = self.name(name, number, &sentence.tokens);
        if let Some(words) = description::around(self.document, name, &sentence.tokens) {
            self.describe(member, words);
        }
    }

    /// Learns from the pronouns of a sentence: `the clinic sent her away`.
    fn learn(&mut self, number: usize, sentence: &Range<usize>) {
        for at in sentence.clone().filter(|at| tag(self.document, *at).is_pronoun()) {
            self.recent.learn(&mut self.cast, norm(self.document, at), number);
        }
    }

    /// `International Atomic Energy Agency (IAEA)`: the brackets give another name.
    fn bracketed(&mut self, name: &Name, number: usize) -> bool {
        let open = name.tokens.start.wrapping_sub(1);
        let alias =
            norm(self.document, open) == "(" && is_acronym(self.document, name.tokens.start);
        let full = self.recent.last().filter(|_| alias);
        if let Some(full) = full {
            self.cast.alias(self.document, full, name);
            self.cast.mention(full, self.span_of(name), number);
        }
        full.is_some()
    }

    fn name(&mut self, name: &Name, number: usize, sentence: &Range<usize>) -> usize {
        let member = self.cast.named(self.document, name, number);
        let start = name.title.start.min(name.tokens.start);
        self.seen(member, self.span_of(name), number, self.weight(start, sentence));
        if let Some(noun) = main_noun(self.document, name.tokens.clone()) {
            let group = noun.kind == SourceKind::Group && noun.plural;
            if let Some(known) =
                self.cast.get_mut(member).filter(|known| known.guess != Guess::Person)
            {
                known.noun = Some(noun);
                known.plural |= group;
            }
            self.cast.call(noun, member);
        }
        if let Some(noun) = name.called(self.document) {
            self.cast.call(noun, member);
        }
        if !name.title.is_empty() {
            self.describe(member, name.title.clone());
        }
        member
    }

    /// The words of a name; an organization keeps its article.
    fn span_of(&self, name: &Name) -> Span {
        let start = name.tokens.start;
        let article = name.article && name.guess != Guess::Person && name.title.is_empty();
        self.document.span(if article { start - 1 } else { start }..name.tokens.end)
    }

    fn seen(&mut self, member: usize, span: Span, number: usize, weight: f32) {
        self.cast.mention(member, span, number);
        self.recent.note(member, number, weight);
    }

    /// How likely a phrase is to be spoken of next: the one that opens its sentence most, one after
    /// a preposition least.
    fn weight(&self, start: usize, sentence: &Range<usize>) -> f32 {
        let aside = ["for", "at", "of", "in", "from"];
        if start <= sentence.start + 1 {
            0.4
        } else if aside.contains(&norm(self.document, start - 1)) {
            -0.4
        } else {
            0.0
        }
    }

    fn describe(&mut self, member: usize, words: Range<usize>) {
        let noun = main_noun(self.document, words.clone());
        if noun.is_none() {
            return;
        }
        let Some(known) = self.cast.get_mut(member) else { return };
        if noun.is_some_and(|noun| noun.is_human()) && known.guess == Guess::Open {
            known.guess = Guess::Person;
        }
        known.gender = known.gender.or(noun.and_then(|noun| noun.gender));
        known.description.get_or_insert(words);
        let person = known.guess == Guess::Person;
        if let Some(noun) = noun.filter(|noun| noun.is_human() || !person) {
            known.noun.get_or_insert(noun);
            self.cast.call(noun, member);
        }
    }

    /// Whom the words of a source stand for.
    fn source(
        &mut self,
        span: Span,
        number: usize,
        sentence: &Sentence,
        attribution: &mut Attribution,
    ) -> Option<usize> {
        let tokens = self.document.tokens_in(span);
        let weight = self.weight(tokens.start, &sentence.tokens);
        let member = match head(self.document, tokens.clone())? {
            Head::Pronoun(at) => self.pronoun(at, number, sentence, attribution),
            Head::Name(name, words) => {
                let member = self.name(&name, number, &sentence.tokens);
                words.into_iter().for_each(|words| self.describe(member, words));
                Some(member)
            }
            Head::Phrase(phrase) => Some(self.phrase(&phrase, number, weight)),
            Head::Several => Some(self.several(tokens, number, weight)),
        }?;
        self.recent.credit(member, number);
        Some(member)
    }

    fn phrase(&mut self, phrase: &Phrase, number: usize, weight: f32) -> usize {
        let words =
            self.document.span(phrase.tokens.clone()).of(self.document.text()).to_lowercase();
        let back = phrase.noun.filter(|_| phrase.definite);
        let known = back.and_then(|noun| {
            let called = self.cast.called(noun, phrase.plural);
            called.or_else(|| {
                self.recent.company(&self.cast, number).filter(|_| noun.lemma == "company")
            })
        });
        let label = is_acronym(self.document, phrase.head);
        let same = phrase.plural || phrase.definite || label;
        let again = || self.cast.worded(&words).filter(|_| same);
        let member = known.or_else(again).unwrap_or_else(|| {
            let member = unnamed::member(self.document, phrase);
            self.cast.unnamed(words, member)
        });
        if let Some(noun) = phrase.noun {
            self.cast.call(noun, member);
        }
        self.seen(member, self.document.span(phrase.tokens.clone()), number, weight);
        member
    }

    fn several(&mut self, tokens: Range<usize>, number: usize, weight: f32) -> usize {
        let words = self.document.span(tokens.clone()).of(self.document.text()).to_lowercase();
        let member = self.cast.worded(&words).unwrap_or_else(|| {
            self.cast.unnamed(words, unnamed::several(self.document, tokens.clone()))
        });
        self.seen(member, self.document.span(tokens), number, weight);
        member
    }

    fn pronoun(
        &mut self,
        at: usize,
        number: usize,
        sentence: &Sentence,
        attribution: &mut Attribution,
    ) -> Option<usize> {
        let word = norm(self.document, at);
        let member = match word {
            "who" | "which" | "that" | "whom" => self.relative(at, number, sentence),
            _ => self.recent.stands_for(&self.cast, word, number),
        };
        let known = member.and_then(|member| Some((member, self.cast.get(member)?.words.clone())));
        let Some((member, words)) = known else {
            attribution.reasons.push(reason("unclear", word.to_owned()));
            return None;
        };
        if let Some(gender) = gender(word) {
            tell(&mut self.cast, member, gender);
        }
        let full = self.document.words(self.document.span(words));
        attribution.reasons.push(reason("pronoun", format!("{word} → {full}")));
        self.seen(member, self.document.span(at..at + 1), number, 0.0);
        Some(member)
    }

    /// `Ms. Li, who said`: the words right before the pronoun.
    fn relative(&mut self, at: usize, number: usize, sentence: &Sentence) -> Option<usize> {
        let comma = norm(self.document, at.wrapping_sub(1)) == ",";
        let end = if comma { at - 1 } else { at };
        let before = subject_before(self.document, end, sentence.tokens.start)?;
        match head(self.document, before)? {
            Head::Name(name, _) => Some(self.name(&name, number, &sentence.tokens)),
            Head::Phrase(phrase) => Some(self.phrase(&phrase, number, 0.0)),
            Head::Pronoun(_) | Head::Several => self.recent.last_in(number),
        }
    }
}

/// `I think` inside a quotation: whoever is quoted.
fn first_person(
    document: &Document,
    attributions: &mut [Attribution],
    credited: &mut [Option<usize>],
) {
    for at in 0..attributions.len() {
        let quoted = attributions.get(at).and_then(|own| {
            let word = norm(document, document.tokens_in(*own.sources.first()?).start);
            matches!(word, "i" | "we" | "my" | "our").then_some(own.parent)
        });
        let Some(Some(parent)) = quoted else { continue };
        let member = credited.get(parent).copied().flatten();
        if let Some(slot) = credited.get_mut(at) {
            *slot = member;
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
