//! Owns the resolver's walk through a text: it links every mention and every source, and updates the entities
//! from them.

use std::ops::Range;

use crate::{
    coref::{
        candidate::choice,
        entity::Entity,
        fit::{Mismatch, fit_name, fit_phrase, gender},
        learning::{BESIDE, LEARNING, Update, describe},
        mention::Mention,
        names::{NAMES, NameMention},
        phrases::{PHRASES, PhraseMention},
        place::Place,
        pronouns::{NOT_CREDITED, RELATIVE, SAYING, candidates},
        recent::{Form, Seen},
        resolver::{Antecedent, Pronoun, Resolver, decide},
        salience::place,
        unnamed,
    },
    grammar::{
        epithet::Phrase,
        guess::{Guess, is_acronym},
        head::{Head, head},
        name::Name,
        words::{is_in, norm, quotation_at, tag},
    },
    lexicon::list::List,
    report::Attribution,
    text::span::Span,
    token::tag::Tag,
    vocabulary::{
        kinds::SourceKind,
        reason::{ReasonCode, reason},
        rule::{Info, Rule, rule},
    },
};

/// What the trace shows for a mention that no rule links.
const UNLINKED: Info = Info {
    number: "W0",
    name: "unlinked",
    does: "No rule links the mention: it is a new entity, or stays open.",
    example: "",
};

/// Whether a candidate fits, in words for the trace.
fn told(fit: Result<(), Mismatch>) -> String {
    fit.map_or_else(|why| why.to_string(), |()| "fits".to_owned())
}

/// The rule for an alias in brackets, asked before the rules for names.
pub static ALIAS: Rule<fn(&Resolver<'_>, &Name) -> Option<usize>> =
    rule("W5", "alias", "Brackets give another name.", "Harbour Authority (HA)", alias);

fn alias(resolver: &Resolver, name: &Name) -> Option<usize> {
    let opens = norm(resolver.document, name.tokens.start.wrapping_sub(1)) == "(";
    let alias = opens && is_acronym(resolver.document, name.tokens.start);
    resolver.recent.last().filter(|_| alias).map(|seen| seen.entity)
}

static SUBJECTS: List = List::named("subject-person");
static RELATIVES: List = List::named("relative-pronoun");

impl Resolver<'_> {
    /// Links a mention at its place in the text, whether or not words are credited to it.
    pub fn mention(&mut self, mention: &Mention, sentence: usize) {
        match mention {
            Mention::Name(name) => self.introduce(name, sentence),
            Mention::Pronoun(at) => {
                self.keep_in_mind(&Pronoun { at: *at, sentence, of: None });
            }
            Mention::Phrase(phrase) => self.pass(phrase, sentence),
        }
    }

    /// Notes the names of the sentence to be read next.
    pub fn look_ahead(&mut self, mentions: &[Mention]) {
        self.names.clear();
        for mention in mentions {
            if let Mention::Name(name) = mention {
                self.names.push((name.tokens.start, name.last(self.document)));
            }
        }
    }

    /// Links a phrase that is not a source, or adds an entity for it, so that it counts as mentioned recently.
    fn pass(&mut self, phrase: &Phrase, sentence: usize) {
        let Phrase { noun, definite, plural, .. } = *phrase;
        let the = definite && tag(self.document, phrase.tokens.start) == Tag::DT;
        let called = noun.filter(|_| the).and_then(|noun| self.entities.called(noun, plural));
        let span = self.document.span(phrase.tokens.clone());
        let words = span.of(self.document.text()).to_lowercase();
        let known = called.or_else(|| self.entities.by_words(&words).filter(|_| the));
        let entity = known.unwrap_or_else(|| {
            let new = unnamed::entity(self.document, Some(phrase), phrase.tokens.clone());
            self.entities.add_nameless(words, new)
        });
        let place = place(self, phrase.tokens.clone());
        if known.is_none() {
            self.entities.mention(entity, span, sentence);
        }
        let at = phrase.tokens.start;
        self.recent.note(Seen { entity, sentence, at, form: Form::Noun, place });
    }

    fn introduce(&mut self, name: &Name, sentence: usize) {
        let Some(full) = (ALIAS.apply)(self, name).filter(|_| ALIAS.is_on()) else {
            let entity = self.name(name, sentence);
            return self.learn(&BESIDE, entity, name);
        };
        self.entities.alias(self.document, full, name);
        self.entities.mention(full, self.span_of(name), sentence);
        self.trace(ALIAS.info, name.tokens.start, Some(full), Vec::new);
    }

    /// Links a pronoun that is not a source, to keep its entity salient.
    fn keep_in_mind(&mut self, pronoun: &Pronoun) {
        let decided = decide(&NOT_CREDITED, self, pronoun);
        let entity = match &decided {
            Some((_, Antecedent::Entity(entity))) => Some(*entity),
            _ => None,
        };
        self.log(pronoun, 0.0, entity);
        let Some((rule, _)) = decided else { return };
        self.trace(rule.info, pronoun.at, entity, || candidates(self, pronoun, 0.0));
        entity.into_iter().for_each(|entity| self.refer(entity, pronoun));
    }

    /// Notes that a pronoun refers to an entity.
    pub fn refer(&mut self, entity: usize, pronoun: &Pronoun) {
        let place = self.place_of(pronoun.at);
        let Pronoun { at, sentence, .. } = *pronoun;
        self.recent.note(Seen { entity, sentence, at, form: Form::Pronoun, place });
    }

    /// The entity that the words of a source refer to.
    pub fn source(
        &mut self,
        span: Span,
        sentence: usize,
        (of, attribution): (usize, &mut Attribution),
    ) -> Option<usize> {
        let tokens = self.document.tokens_in(span);
        let mut place = place(self, tokens.clone());
        // A source before the cue is its subject, however far away.
        place.subject |= span.end <= attribution.cue.span.start;
        let quoted = quotation_at(self.document, tokens.start).is_some();
        let head = head(self.document, tokens.clone())?;
        let pronoun = if let Head::Pronoun(at) = head { norm(self.document, at) } else { "" };
        let entity = match head {
            Head::Pronoun(at) => self.pronoun(&Pronoun { at, sentence, of: Some(of) }),
            head => self.link(head, tokens, sentence, place),
        };
        self.speech.credit(of, entity);
        if !pronoun.is_empty() {
            attribution.reasons.push(match entity {
                Some(entity) => {
                    let full = self.words_of(entity);
                    reason(ReasonCode::Pronoun, format!("{pronoun} → {full}"))
                }
                None => reason(ReasonCode::Unclear, pronoun.to_owned()),
            });
        }
        // A source inside a quotation does not become the current speaker.
        if !quoted {
            entity.into_iter().for_each(|entity| self.recent.credit(entity, sentence));
        }
        entity
    }

    fn link(
        &mut self,
        head: Head,
        tokens: Range<usize>,
        sentence: usize,
        place: Place,
    ) -> Option<usize> {
        match head {
            Head::Pronoun(at) => self.pronoun(&Pronoun { at, sentence, of: None }),
            Head::Name(name, words) => {
                let entity = self.name(&name, sentence);
                words.into_iter().for_each(|words| _ = describe(self, entity, words));
                Some(entity)
            }
            Head::Phrase(phrase) => {
                let tokens = phrase.tokens.clone();
                Some(self.phrase(Some(phrase), tokens, sentence, place))
            }
            Head::Several => Some(self.phrase(None, tokens, sentence, place)),
        }
    }

    fn name(&mut self, name: &Name, sentence: usize) -> usize {
        let mention = NameMention::new(self, name, sentence);
        let (info, entity) = match decide(&NAMES, self, &mention) {
            Some((rule, entity)) => (rule.info, entity),
            None => (UNLINKED, self.entities.add(Entity::new(name.tokens.clone()))),
        };
        self.entities.learn(self.document, entity, name);
        self.trace(info, name.tokens.start, Some(entity), || {
            let alike =
                self.entities.by_last(name.last(self.document)).filter(|own| *own != entity);
            let fit = |known: &Entity| fit_name(self.document, known, name);
            alike.filter_map(|other| Some((other, told(fit(self.entities.get(other)?))))).collect()
        });
        let start = name.title.start.min(name.tokens.start);
        let place = place(self, start..name.tokens.end);
        self.seen(entity, self.span_of(name), sentence, (Form::Name, place));
        self.learn(&LEARNING, entity, name);
        entity
    }

    fn learn(&mut self, updates: &[Update], entity: usize, name: &Name) {
        for rule in updates.iter().filter(|rule| rule.is_on()) {
            if (rule.apply)(self, entity, name) {
                self.trace(rule.info, name.tokens.start, Some(entity), Vec::new);
            }
        }
    }

    /// The words of a name; an organization keeps its article.
    fn span_of(&self, name: &Name) -> Span {
        let start = name.tokens.start;
        let article = name.article && name.guess != Guess::Person && name.title.is_empty();
        self.document.span(if article { start - 1 } else { start }..name.tokens.end)
    }

    fn seen(&mut self, entity: usize, span: Span, sentence: usize, (form, place): (Form, Place)) {
        self.entities.mention(entity, span, sentence);
        let at = self.document.tokens_in(span).start;
        self.recent.note(Seen { entity, sentence, at, form, place });
    }

    /// The place of a pronoun, whose form shows whether it is a subject.
    fn place_of(&self, at: usize) -> Place {
        let place = place(self, at..at + 1);
        Place { subject: is_in(self.document, at, &SUBJECTS), ..place }
    }

    /// Links a phrase, or several joined by `and`.
    fn phrase(
        &mut self,
        phrase: Option<Phrase>,
        tokens: Range<usize>,
        sentence: usize,
        place: Place,
    ) -> usize {
        let span = self.document.span(tokens.clone());
        // Two cues may share one subject.
        if let Some((_, entity)) = self.last.filter(|(last, _)| *last == span) {
            return entity;
        }
        let words = span.of(self.document.text()).to_lowercase();
        let mention = PhraseMention { phrase, sentence, words };
        let (info, entity) = match decide(&PHRASES, self, &mention) {
            Some((rule, entity)) => (rule.info, entity),
            None => {
                let new = unnamed::entity(self.document, mention.phrase.as_ref(), tokens.clone());
                (UNLINKED, self.entities.add_nameless(mention.words, new))
            }
        };
        if let Some(phrase) = &mention.phrase {
            self.trace(info, tokens.start, Some(entity), || self.called_alike(phrase, entity));
        }
        if let Some(noun) = mention.phrase.and_then(|phrase| phrase.noun) {
            self.entities.call(noun, entity);
            let body = noun.kind == SourceKind::Organization && !noun.plural;
            let open = self.entities.get_mut(entity).filter(|own| own.guess == Guess::Open && body);
            open.into_iter().for_each(|known| known.guess = Guess::Organization);
        }
        self.seen(entity, span, sentence, (Form::Noun, place));
        self.last = Some((span, entity));
        entity
    }

    /// The other entities indexed by the noun of a phrase, and whether they fit, for the trace.
    fn called_alike(&self, phrase: &Phrase, entity: usize) -> Vec<(usize, String)> {
        let alike = phrase.noun.into_iter().flat_map(|noun| self.entities.by_noun(noun));
        let alike = alike.filter(|own| *own != entity);
        let fit = |known: &Entity| match known.plural == phrase.plural {
            true => fit_phrase(self.document, known, phrase),
            false => Err(Mismatch::Number),
        };
        alike.filter_map(|other| Some((other, told(fit(self.entities.get(other)?))))).collect()
    }

    fn log(&mut self, pronoun: &Pronoun, says: f32, entity: Option<usize>) {
        if self.log.is_some() {
            let own = choice(self, pronoun, says);
            self.log.iter_mut().for_each(|log| log.push((own.clone(), entity)));
        }
    }

    fn pronoun(&mut self, pronoun: &Pronoun) -> Option<usize> {
        let Pronoun { at, sentence, .. } = *pronoun;
        let relative = is_in(self.document, at, &RELATIVES);
        let rules: &'static [_] = if relative { &RELATIVE } else { &SAYING };
        let (info, entity) = match decide(rules, self, pronoun) {
            Some((rule, Antecedent::Words(words, head, other))) => {
                let own = place(self, words.clone());
                (rule.info, self.link(head, words, other, own))
            }
            Some((rule, Antecedent::Entity(entity))) => (rule.info, Some(entity)),
            _ => (UNLINKED, None),
        };
        // The words before a relative pronoun are its only candidate.
        let others = || if relative { Vec::new() } else { candidates(self, pronoun, 1.0) };
        self.trace(info, at, entity, others);
        self.log(pronoun, 1.0, entity);
        let entity = entity?;
        if let (Some(gender), Some(known)) =
            (gender(norm(self.document, at)), self.entities.get_mut(entity))
        {
            known.learn_gender(gender);
        }
        let place = self.place_of(at);
        self.seen(entity, self.document.span(at..at + 1), sentence, (Form::Pronoun, place));
        Some(entity)
    }
}
