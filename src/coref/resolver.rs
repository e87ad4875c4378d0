//! Owns the reading of an article from its first word to its last: names come up, are called again
//! by a part of them, a role or a pronoun.
//!
//! Who is in the cast, and whom a pronoun may mean, is left to `cast.rs` and `pronoun.rs`.

use std::ops::Range;

use crate::{
    coref::{
        antecedent, cataphora,
        entities::{Cast, Member},
        gender::Genders,
        likeness::{is_another, is_another_kind},
        mention::Mention,
        pronoun::{Recent, gender, tell},
        salience::{SUBJECT, weight},
        unnamed,
    },
    grammar::{
        description::{self, main_noun},
        epithet::{Phrase, is_epithet, is_people},
        guess::{Guess, is_acronym},
        head::{Head, head},
        name::Name,
        words::{norm, quotation_at, tag},
    },
    lexicon::{
        noun::{Noun, noun},
        title,
    },
    report::Attribution,
    rules::content::is_asked,
    sentence::split::Sentence,
    text::span::Span,
    token::{document::Document, tag::Tag},
    vocabulary::{
        kinds::SourceKind,
        reason::{ReasonCode, reason},
    },
};

/// An article as far as it has been read.
pub struct Story<'d> {
    /// The article.
    pub document: &'d Document<'d>,
    /// Everybody so far.
    pub cast: Cast<'d>,
    /// Whom the last sentences spoke of.
    pub recent: Recent,
    genders: Genders,
    /// The last phrase, and whom it stands for.
    last: Option<(Span, usize)>,
}

impl<'d> Story<'d> {
    /// A story of which nothing has been read but who is he and who is she.
    pub fn new(document: &'d Document<'d>, genders: Genders) -> Self {
        Self { document, cast: Cast::default(), recent: Recent::default(), genders, last: None }
    }

    /// Takes up a name or a pronoun where it stands in the text.
    pub fn mention(&mut self, mention: &Mention, number: usize, sentence: &Sentence) {
        match mention {
            Mention::Name(name) => self.introduce(name, number, sentence),
            Mention::Pronoun(at) => self.go_on(*at, number),
            Mention::Role(at) => self.go_on_as(*at, number),
        }
    }

    /// A pronoun goes on about whom it stands for, whether or not they say something.
    fn go_on(&mut self, at: usize, number: usize) {
        let word = norm(self.document, at);
        let told = gender(word);
        if told.is_some_and(|told| self.recent.nameless(&self.cast, told, number)) {
            return;
        }
        let own = || self.recent.subject(&self.cast, word, number);
        let acts = matches!(word, "he" | "she");
        // `Mr. Falk himself` is nobody else.
        let reflexive = matches!(word, "himself" | "herself");
        let near = acts || reflexive || tag(self.document, at) == Tag::PRPP;
        let owner = near.then(own).flatten();
        let likely = || self.recent.stands_for(&self.cast, word, number);
        if let Some(member) = owner.or_else(likely) {
            self.recent.note(member, number, SUBJECT * f32::from(u8::from(acts)));
        }
    }

    /// A role goes on about the person who has it.
    fn go_on_as(&mut self, at: usize, number: usize) {
        let called = noun(norm(self.document, at)).and_then(|noun| self.cast.called(noun, false));
        if let Some(member) = called {
            self.recent.note(member, number, weight(self.document, at, at + 1));
        }
    }

    fn introduce(&mut self, name: &Name, number: usize, sentence: &Sentence) {
        if self.bracketed(name, number) {
            return;
        }
        let member = self.name(name, number);
        self.relate(member, name.tokens.end);
        if let Some(words) = description::around(self.document, name, &sentence.tokens) {
            self.describe(member, words);
        }
    }

    /// `Norfolk Central, which ran the train`: a clause tells a firm from a person.
    fn relate(&mut self, member: usize, end: usize) {
        let which = norm(self.document, end) == "," && norm(self.document, end + 1) == "which";
        if let Some(known) = self.cast.get_mut(member).filter(|m| which && m.guess == Guess::Open) {
            known.guess = Guess::Organization;
        }
    }

    /// Learns from a pronoun where it stands in the text: `the clinic sent her away`.
    pub fn learn(&mut self, mention: &Mention, number: usize) {
        if let Mention::Pronoun(at) = mention {
            self.recent.learn(&mut self.cast, norm(self.document, *at), number);
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

    fn name(&mut self, name: &Name, number: usize) -> usize {
        let described = cataphora::document(self.document, &self.cast, name)
            .or_else(|| cataphora::person(self.document, &self.cast, name, number));
        let member = match described {
            Some(member) => {
                self.cast.reveal(self.document, member, name);
                member
            }
            None => self.cast.named(self.document, name, number),
        };
        self.recall(member);
        let start = name.title.start.min(name.tokens.start);
        let weight = weight(self.document, start, name.tokens.end);
        self.seen(member, self.span_of(name), number, weight);
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

    /// What the text tells of a member elsewhere.
    fn recall(&mut self, member: usize) {
        let Self { document, genders, cast, .. } = self;
        let known = cast.get_mut(member).filter(|known| known.gender.is_none());
        let Some(known) = known.filter(|_| !genders.is_empty()) else { return };
        let words = document.words(document.span(known.words.clone())).to_lowercase();
        known.gender = genders.of(&words);
        known.unsettled = genders.is_unsettled(&words);
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

    fn describe(&mut self, member: usize, words: Range<usize>) {
        let noun = main_noun(self.document, words.clone());
        if noun.is_none() {
            return;
        }
        let Some(known) = self.cast.get_mut(member) else { return };
        let human = noun.is_some_and(|noun| noun.is_human() && !title::fits_firms(noun.lemma));
        if human && known.guess == Guess::Open {
            known.guess = Guess::Person;
        }
        let body = noun.is_some_and(|noun| noun.kind == SourceKind::Organization && !noun.plural);
        if body && known.guess == Guess::Open {
            known.guess = Guess::Organization;
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
    pub fn source(
        &mut self,
        span: Span,
        number: usize,
        sentence: &Sentence,
        attribution: &mut Attribution,
    ) -> Option<usize> {
        let tokens = self.document.tokens_in(span);
        // Whoever says something behind a clause of their own acts too.
        let acts = if span.end <= attribution.cue.span.start { SUBJECT } else { 0.0 };
        let weight = match weight(self.document, tokens.start, tokens.end) {
            0.0 => acts,
            weight => weight,
        };
        let quoted = quotation_at(self.document, tokens.start).is_some();
        let member = match head(self.document, tokens.clone())? {
            Head::Pronoun(at) => self.pronoun(at, number, sentence, attribution),
            Head::Name(name, words) => {
                let member = self.name(&name, number);
                words.into_iter().for_each(|words| self.describe(member, words));
                Some(member)
            }
            Head::Phrase(phrase) => Some(self.phrase(&phrase, number, weight)),
            Head::Several => Some(self.several(tokens, number, weight)),
        }?;
        // Whom somebody quotes is not who goes on speaking.
        if !quoted {
            self.recent.credit(member, number);
        }
        Some(member)
    }

    fn phrase(&mut self, phrase: &Phrase, number: usize, weight: f32) -> usize {
        let span = self.document.span(phrase.tokens.clone());
        if let Some((_, member)) = self.last.filter(|(last, _)| *last == span) {
            return member;
        }
        let words =
            self.document.span(phrase.tokens.clone()).of(self.document.text()).to_lowercase();
        // `his office` is not the office that was named before.
        let owned = tag(self.document, phrase.tokens.start) == Tag::PRPP;
        let people = is_people(self.document, phrase);
        let back = phrase.noun.filter(|_| phrase.definite && !owned && !people);
        let known = back.and_then(|noun| {
            let called = self.cast.called(noun, phrase.plural).filter(|member| {
                let other = |known: &Member| match known.name {
                    Some(_) => is_another(self.document, &known.words, phrase),
                    None => is_another_kind(self.document, &known.words, phrase),
                };
                !self.cast.get(*member).is_some_and(other)
            });
            called.or_else(|| match noun.lemma {
                "company" => self.recent.company(&self.cast, number),
                "city" => self.recent.town(&self.cast),
                _ => None,
            })
        });
        let epithet = is_epithet(self.document, phrase);
        let one = || self.recent.only_person(&self.cast, number).filter(|_| epithet);
        let label = is_acronym(self.document, phrase.head);
        let first = tag(self.document, phrase.tokens.start);
        let bare = !matches!(first, Tag::DT | Tag::CD | Tag::PDT) && phrase.tokens.len() > 1;
        let same = phrase.plural || phrase.definite || label || bare;
        let again = || self.cast.worded(&words).filter(|_| same);
        let member = known.or_else(one).or_else(again).unwrap_or_else(|| {
            let member = unnamed::member(self.document, phrase);
            self.cast.unnamed(words, member)
        });
        if let Some(noun) = phrase.noun {
            self.cast.call(noun, member);
            let body = noun.kind == SourceKind::Organization && !noun.plural;
            let open = self.cast.get_mut(member).filter(|known| known.guess == Guess::Open && body);
            open.into_iter().for_each(|known| known.guess = Guess::Organization);
        }
        self.seen(member, span, number, weight);
        self.last = Some((span, member));
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
            _ if quotation_at(self.document, at).is_some() => {
                self.recent.surely(&self.cast, word, number)
            }
            _ => {
                let first = self.document.sentences().get(number).map(|own| own.tokens.start);
                // `A neighbour agreed. “Mine was late,” she said.`
                let quotes = |first| {
                    gender(word).is_some()
                        && quotation_at(self.document, first)
                            .is_some_and(|own| own.tokens.start == first && own.tokens.end == at)
                };
                let opens = first.is_some_and(|first| first == at || quotes(first))
                    && !self.recent.spoke_before(number);
                let body = opens.then(|| self.opener_before(word, number)).flatten();
                // `Asked if the president agreed, he said`: whoever spoke before.
                let asked = is_asked(self.document, &sentence.tokens);
                let same = asked.then(|| self.recent.goes_on(&self.cast, word, number)).flatten();
                let body = same.or(body);
                let clear = || self.recent.clearly(&self.cast, word, number);
                let subject = || self.recent.subject(&self.cast, word, number);
                body.or_else(subject).or_else(clear).or_else(|| self.people_before(word, number))
            }
        };
        let known = member.and_then(|member| Some((member, self.cast.get(member)?.words.clone())));
        let Some((member, words)) = known else {
            attribution.reasons.push(reason(ReasonCode::Unclear, word.to_owned()));
            return None;
        };
        if let Some(gender) = gender(word) {
            tell(&mut self.cast, member, gender);
        }
        let full = self.document.words(self.document.span(words));
        attribution.reasons.push(reason(ReasonCode::Pronoun, format!("{word} → {full}")));
        self.seen(member, self.document.span(at..at + 1), number, 0.0);
        Some(member)
    }

    /// `Researchers followed the bats. They found`: the people whom the sentence before opens with.
    fn people_before(&mut self, word: &str, number: usize) -> Option<usize> {
        let subject = antecedent::opening(self.document, number).filter(|_| word == "they")?;
        match head(self.document, subject.clone())? {
            Head::Phrase(phrase) if phrase.noun.is_some_and(|n| n.is_human() && n.plural) => {
                Some(self.phrase(&phrase, number - 1, SUBJECT))
            }
            Head::Several => Some(self.several(subject, number - 1, SUBJECT)),
            _ => None,
        }
    }

    /// `The airline's union fears cuts. It said`: the body, or the nameless person, that the sentence before
    /// opens with.
    fn opener_before(&mut self, word: &str, number: usize) -> Option<usize> {
        if word == "they" {
            return self.people_before(word, number);
        }
        let subject = antecedent::opening(self.document, number)?;
        let told = gender(word);
        let fits = |noun: Noun| match told {
            Some(told) => noun.is_human() && noun.gender.is_none_or(|gender| gender == told),
            None => word == "it" && noun.kind == SourceKind::Organization,
        };
        match head(self.document, subject)? {
            Head::Phrase(phrase) if phrase.noun.is_some_and(|noun| fits(noun) && !noun.plural) => {
                Some(self.phrase(&phrase, number - 1, SUBJECT))
            }
            _ => None,
        }
    }

    /// `Ms. Li, who said`: the words right before the pronoun.
    fn relative(&mut self, at: usize, number: usize, sentence: &Sentence) -> Option<usize> {
        let before = antecedent::relative(self.document, at, sentence.tokens.start)?;
        match head(self.document, before)? {
            Head::Name(name, _) => Some(self.name(&name, number)),
            Head::Phrase(phrase) => Some(self.phrase(&phrase, number, 0.0)),
            Head::Pronoun(_) | Head::Several => self.recent.last_in(number),
        }
    }
}
