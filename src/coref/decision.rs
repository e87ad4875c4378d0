//! Owns the resolver's walk through a text: it links every mention and every source, and updates the entities
//! from them.

use std::ops::Range;

use crate::{
    coref::{
        learning::{BESIDE, CALLED, DESCRIBED, LEARNING, TOLD, Update, describe},
        names::{NAMES, NameMention},
        phrases::{PASSED, PHRASES, PhraseMention},
        pronouns::{Antecedent, NOT_CREDITED, RELATIVE, SAYING, candidates, likely},
        resolver::Resolver,
        unnamed,
    },
    discourse::{
        entity::Entity,
        fit::{Mismatch, fit_name, fit_phrase, gender, is_abbreviated},
        mention::Mention,
        place::Place,
        recent::{Form, Seen},
        state::Discourse,
    },
    grammar::{
        epithet::Phrase,
        guess::{Guess, is_acronym},
        head::{Head, head},
        name::Name,
        several::roster,
        words::{DEFINITE_ARTICLE, is_in, norm, quotation_at},
    },
    lexicon::list::List,
    ranking::{choice::Pronoun, features::choice},
    report::Attribution,
    text::span::Span,
    vocabulary::{
        kinds::SourceKind,
        reason::{Reason, ReasonCode, reason},
        rule::{Info, Rule, decide, rule},
    },
};

/// What the trace shows for a mention that no rule links.
const UNLINKED: Info = Info {
    number: "W0",
    name: "unlinked",
    does: "No rule links the mention: it is a new entity, or stays open.",
    example: "",
};

/// The rule for an alias in brackets, asked before the rules for names.
pub static ALIAS: Rule<fn(&Discourse<'_>, &Name) -> Option<usize>> =
    rule("W5", "alias", "Brackets give another name.", "Harbour Authority (HA)", alias);

fn alias(discourse: &Discourse, name: &Name) -> Option<usize> {
    let Discourse { document, entities, recent, .. } = discourse;
    let first = name.tokens.start;
    let opens = norm(document, first.wrapping_sub(1)) == "(";
    let full = recent.last().filter(|_| opens && is_acronym(document, first))?.entity;
    entities.is(full, |known| is_abbreviated(document, known, first)).then_some(full)
}

/// The rule for the source of a second cue, asked before the rules for phrases.
#[rustfmt::skip]
pub static SHARED: Rule<fn(&Resolver<'_>, Span) -> Option<usize>> = rule("W63", "shared", "Two cues share the words of one source.",
    "A review found cracks and warned of more", shared);

fn shared(resolver: &Resolver, source: Span) -> Option<usize> {
    let (last, entity) = resolver.last?;
    (last == source).then_some(entity)
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
            Mention::Several(words) => {
                let place = self.discourse.place(words.clone());
                self.phrase(None, words.clone(), sentence, place);
            }
        }
    }

    fn introduce(&mut self, name: &Name, sentence: usize) {
        let Some(full) = ALIAS.ask(|alias| alias(&self.discourse, name)) else {
            let entity = self.name(name, sentence);
            return self.learn(&BESIDE, entity, name);
        };
        let span = self.span_of(name);
        let Discourse { document, entities, .. } = &mut self.discourse;
        entities.alias(document, full, name);
        entities.mention(full, span, sentence);
        self.trace(ALIAS.info, name.tokens.start, Some(full), Vec::new);
    }

    /// Links a pronoun that is not a source, to keep its entity salient.
    fn keep_in_mind(&mut self, pronoun: &Pronoun) {
        let decided = decide(&NOT_CREDITED, |link| link(self, pronoun));
        let entity = match &decided {
            Some((_, Antecedent::Entity(entity))) => Some(*entity),
            _ => None,
        };
        self.log(pronoun, entity);
        let Some((info, _)) = decided else { return };
        self.trace(info, pronoun.at, entity, || candidates(self, pronoun));
        entity.into_iter().for_each(|entity| self.refer(entity, pronoun));
    }

    /// Notes that a pronoun refers to an entity.
    pub fn refer(&mut self, entity: usize, pronoun: &Pronoun) {
        let seen = self.seen(entity, pronoun);
        self.discourse.recent.note(seen);
    }

    /// A pronoun as a mention of an entity; its form shows whether it is a subject.
    fn seen(&self, entity: usize, pronoun: &Pronoun) -> Seen {
        let Pronoun { at, sentence, .. } = *pronoun;
        let subject = is_in(self.discourse.document, at, &SUBJECTS);
        let place = Place { subject, ..self.discourse.place(at..at + 1) };
        Seen { entity, sentence, at, form: Form::Pronoun, place }
    }

    /// Links a phrase that is not a source, or adds an entity for it, so that it counts as mentioned recently.
    fn pass(&mut self, phrase: &Phrase, sentence: usize) {
        let at = phrase.tokens.start;
        let place = self.discourse.place(phrase.tokens.clone());
        let document = self.discourse.document;
        let span = document.span(phrase.tokens.clone());
        let words = span.of(document.text()).to_lowercase();
        let mention = PhraseMention { phrase: Some(phrase.clone()), sentence, words };
        let decided = decide(&PASSED, |link| link(&self.discourse, &mention));
        let (info, entity) = decided.unwrap_or_else(|| {
            let entities = &mut self.discourse.entities;
            let new = unnamed::entity(document, Some(phrase), phrase.tokens.clone());
            let entity = entities.add_nameless(mention.words, new);
            entities.mention(entity, span, sentence);
            (UNLINKED, entity)
        });
        self.trace(info, at, Some(entity), Vec::new);
        self.discourse.recent.note(Seen { entity, sentence, at, form: Form::Noun, place });
    }

    /// The entity that the words of a source refer to.
    pub fn source(
        &mut self,
        span: Span,
        sentence: usize,
        (of, attribution): (usize, &mut Attribution),
    ) -> Option<usize> {
        let document = self.discourse.document;
        let tokens = document.tokens_in(span);
        let quoted = quotation_at(document, tokens.start).is_some();
        let mut place = self.discourse.place(tokens.clone());
        // A source before the cue is its subject, however far away.
        place.subject |= span.end <= attribution.cue.span.start;
        let head = head(document, tokens.clone())?;
        let pronoun = if let Head::Pronoun(at) = head { Some(at) } else { None };
        let entity = self.link(head, tokens, (sentence, Some(of)), place);
        self.discourse.speech.credit(of, entity);
        attribution.reasons.extend(pronoun.map(|at| self.meant(at, entity)));
        // A source inside a quotation does not become the current speaker.
        if let Some(entity) = entity.filter(|_| !quoted) {
            self.discourse.recent.credit(entity, sentence);
        }
        entity
    }

    /// Who is meant by a pronoun, for the reader.
    pub fn meant(&self, pronoun: usize, entity: Option<usize>) -> Reason {
        let word = norm(self.discourse.document, pronoun).to_owned();
        match entity.map(|entity| self.discourse.words_of(entity)) {
            Some(full) => reason(ReasonCode::Pronoun, format!("{word} → {full}")),
            None => reason(ReasonCode::Unclear, word),
        }
    }

    fn pronoun(&mut self, pronoun: &Pronoun) -> Option<usize> {
        let Pronoun { at, sentence, .. } = *pronoun;
        let document = self.discourse.document;
        let relative = is_in(document, at, &RELATIVES);
        let rules: &[_] = if relative { &RELATIVE } else { &SAYING };
        let (info, entity) = match decide(rules, |link| link(self, pronoun)) {
            Some((info, Antecedent::Words(words, head))) => {
                let place = self.discourse.place(words.clone());
                (info, self.link(head, words, (sentence, pronoun.of), place))
            }
            Some((info, Antecedent::Entity(entity))) => (info, Some(entity)),
            None => (UNLINKED, None),
        };
        // The words before a relative pronoun are its only candidate.
        let others = || if relative { Vec::new() } else { candidates(self, pronoun) };
        self.trace(info, at, entity, others);
        self.log(pronoun, entity);
        let Some(entity) = entity else {
            // Whoever is likely stays in mind, so that the next `he` does not pass over them.
            if gender(norm(document, at)).is_some()
                && let Some(Antecedent::Entity(entity)) = likely(self, pronoun)
            {
                self.refer(entity, pronoun);
            }
            return None;
        };
        if let Some(gender) = gender(norm(document, at))
            && TOLD.ask(|tell| tell(self, entity, gender).then_some(())).is_some()
        {
            self.learnt(TOLD.info, at, entity);
        }
        let seen = self.seen(entity, pronoun);
        self.discourse.mention(document.span(at..at + 1), seen);
        Some(entity)
    }

    fn link(
        &mut self,
        head: Head,
        tokens: Range<usize>,
        (sentence, of): (usize, Option<usize>),
        place: Place,
    ) -> Option<usize> {
        match head {
            Head::Pronoun(at) => self.pronoun(&Pronoun { at, sentence, of }),
            Head::Name(name, words) => {
                let entity = self.name(&name, sentence);
                let words = words.into_iter().filter(|_| DESCRIBED.is_on());
                if words.filter(|own| describe(self, entity, own.clone())).count() > 0 {
                    self.learnt(DESCRIBED.info, name.tokens.start, entity);
                }
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
        let mention = NameMention::new(&self.discourse, name, sentence);
        let decided = decide(&NAMES, |link| link(&self.discourse, &mention));
        let Discourse { document, entities, .. } = &mut self.discourse;
        let new = || (UNLINKED, entities.add(Entity::new(name.tokens.clone())));
        let (info, entity) = decided.unwrap_or_else(new);
        entities.learn(document, entity, name);
        let at = name.tokens.start;
        self.trace(info, at, Some(entity), || namesakes(&self.discourse, name, entity));
        let place = self.discourse.place(name.title.start.min(at)..name.tokens.end);
        let span = self.span_of(name);
        let at = self.discourse.document.tokens_in(span).start;
        self.discourse.mention(span, Seen { entity, sentence, at, form: Form::Name, place });
        self.learn(&LEARNING, entity, name);
        entity
    }

    fn learn(&mut self, updates: &[Update], entity: usize, name: &Name) {
        for rule in updates.iter().filter(|rule| rule.is_on()) {
            if (rule.apply)(self, entity, name) {
                self.learnt(rule.info, name.tokens.start, entity);
            }
        }
    }

    /// The words of a name; an organization keeps its article.
    fn span_of(&self, name: &Name) -> Span {
        let article = name.article && name.guess != Guess::Person && name.title.is_empty();
        let start = name.tokens.start - usize::from(article);
        self.discourse.document.span(start..name.tokens.end)
    }

    /// Links a phrase, or several joined by `and`.
    fn phrase(
        &mut self,
        phrase: Option<Phrase>,
        tokens: Range<usize>,
        sentence: usize,
        place: Place,
    ) -> usize {
        let document = self.discourse.document;
        let span = document.span(tokens.clone());
        if let Some(entity) = SHARED.ask(|shared| shared(self, span)) {
            self.trace(SHARED.info, tokens.start, Some(entity), Vec::new);
            return entity;
        }
        let several = phrase.is_none().then(|| roster(document, &tokens)).flatten();
        let words = several.unwrap_or_else(|| span.of(document.text()).to_lowercase());
        let mention = PhraseMention { phrase, sentence, words };
        let decided = decide(&PHRASES, |link| link(&self.discourse, &mention));
        let PhraseMention { phrase, words, .. } = mention;
        let at = tokens.start;
        let entities = &mut self.discourse.entities;
        let (info, entity) = decided.unwrap_or_else(|| {
            let new = unnamed::entity(document, phrase.as_ref(), tokens);
            (UNLINKED, entities.add_nameless(words, new))
        });
        if let Some(phrase) = &phrase {
            self.trace(info, at, Some(entity), || called_alike(&self.discourse, phrase, entity));
        }
        if let Some(phrase) = phrase
            && let Some(noun) = phrase.noun
        {
            self.discourse.entities.call(noun, entity);
            if let Some(known) = self.discourse.entities.get_mut(entity)
                && known.kind() == SourceKind::Person
                && is_in(document, phrase.tokens.start, &DEFINITE_ARTICLE)
            {
                known.call(document, noun, phrase.tokens.clone());
            }
            if CALLED.ask(|tell| tell(self, entity, noun).then_some(())).is_some() {
                self.learnt(CALLED.info, at, entity);
            }
        }
        self.discourse.mention(span, Seen { entity, sentence, at, form: Form::Noun, place });
        self.last = Some((span, entity));
        entity
    }

    fn log(&mut self, pronoun: &Pronoun, entity: Option<usize>) {
        if let Some(log) = &mut self.log {
            log.push((choice(&self.discourse, pronoun), entity));
        }
    }
}

/// The other entities that share a name's last word, and whether they fit, for the trace.
fn namesakes(discourse: &Discourse, name: &Name, entity: usize) -> Vec<(usize, String)> {
    let Discourse { document, entities, .. } = discourse;
    let alike = entities.by_last(name.last(document)).filter(|own| *own != entity);
    let told = |known: &Entity| told(fit_name(document, known, name));
    alike.filter_map(|other| Some((other, told(entities.get(other)?)))).collect()
}

/// The other entities indexed by the noun of a phrase, and whether they fit, for the trace.
fn called_alike(discourse: &Discourse, phrase: &Phrase, entity: usize) -> Vec<(usize, String)> {
    let Discourse { document, entities, .. } = discourse;
    let alike = phrase.noun.into_iter().flat_map(|noun| entities.by_noun(noun));
    let alike = alike.filter(|own| *own != entity);
    let told = |known: &Entity| match known.plural == phrase.plural {
        true => told(fit_phrase(document, known, phrase)),
        false => told(Err(Mismatch::Number)),
    };
    alike.filter_map(|other| Some((other, told(entities.get(other)?)))).collect()
}

/// Whether a candidate fits, in words for the trace.
fn told(fit: Result<(), Mismatch>) -> String {
    fit.map_or_else(|why| why.to_string(), |()| "fits".to_owned())
}
