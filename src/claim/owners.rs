//! Owns who has each token of a document: the article, or an attribution in its source, cue or content.
//!
//! Leaves the clauses to `clause.rs`.

use crate::{
    grammar::word::Words,
    lexicon::list::List,
    report::Attribution,
    text::span::Span,
    token::{document::Document, tag::Tag},
};

static FIRST_PERSON: List = List::named("first-person-subject");
static FIRST_PLURAL: List = List::named("first-plural");
static FIRST_SINGULAR: List = List::named("first-singular");
static SUBORDINATOR: List = List::named("subordinator");

/// Who voices a clause.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Voice {
    /// The article.
    #[default]
    Article,
    /// Its authors, who write as "I" or "we".
    Author,
    /// Whoever says "I think" or "we believe".
    Own,
    /// Somebody else who is credited.
    Other,
}

/// Whose words each token of a document is.
#[derive(Clone, Debug)]
pub struct Owners {
    tokens: Vec<Owner>,
    voices: Vec<Voice>,
    /// Who voices what nobody is credited with.
    own: Voice,
}

/// Who has a token.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Owner {
    /// The attribution in whose content it stands.
    pub content: Option<u32>,
    /// Whether it stands in a source or a cue.
    pub credit: bool,
    /// Whether it stands in a source.
    pub source: bool,
}

impl Owners {
    /// Reads the attributions from the outermost inwards, so that the innermost owns its content.
    ///
    /// Content without a verb, as in "welcomed the deal", makes a claim only together with its cue. Inside
    /// another clause ("at a time when Paris fears a strike") it makes none.
    pub fn new(words: &Words, attributions: &[Attribution]) -> Self {
        let document = words.document();
        let tokens = vec![Owner::default(); document.tokens().len()];
        let voices = attributions.iter().map(|found| voice(words, found)).collect();
        let own = if is_personal(words) { Voice::Author } else { Voice::Article };
        let mut owners = Self { tokens, voices, own };
        let mut order: Vec<usize> = (0..attributions.len()).collect();
        order.sort_by_key(|&n| depth(attributions, n));
        for (n, found) in order.into_iter().map(|n| (n, &attributions[n])) {
            let credit = || found.sources.iter().chain([&found.cue.span]).copied();
            let clausal = found.contents.iter().any(|&span| has_verb(words, span));
            if clausal {
                credit().for_each(|span| owners.mark(document, span, |owner| owner.credit = true));
                let source = |owner: &mut Owner| owner.source = true;
                found.sources.iter().for_each(|&span| owners.mark(document, span, source));
            } else if credit().any(|span| is_subordinate(words, span)) {
                continue;
            }
            let own = |owner: &mut Owner| owner.content = Some(n as u32);
            found.contents.iter().for_each(|&span| owners.mark(document, span, own));
            found
                .contents
                .iter()
                .filter_map(|&span| before(document, found, span))
                .for_each(|span| owners.mark(document, span, own));
            if !clausal {
                credit().for_each(|span| owners.mark(document, span, own));
            }
        }
        owners
    }

    fn mark(&mut self, document: &Document, span: Span, change: impl Fn(&mut Owner)) {
        let tokens = document.tokens_in(span);
        self.tokens.get_mut(tokens).unwrap_or_default().iter_mut().for_each(change);
    }

    /// Who voices the content of an attribution.
    pub fn voice(&self, owner: Option<usize>) -> Voice {
        owner.map_or(self.own, |n| self.voices.get(n).copied().unwrap_or_default())
    }

    /// Who has a token.
    pub fn of(&self, token: usize) -> Owner {
        self.tokens.get(token).copied().unwrap_or_default()
    }

    /// Whether a token is in the source of an attribution that has a clause as its content.
    pub fn is_source(&self, token: usize) -> bool {
        self.of(token).source
    }

    /// Whether a token is in its source or its cue.
    pub fn is_credit(&self, token: usize) -> bool {
        self.of(token).credit
    }

    /// Whether a token is in the content of an attribution.
    pub fn is_content(&self, token: usize) -> bool {
        self.of(token).content.is_some()
    }

    /// Whether an attribution has a token.
    pub fn is_taken(&self, token: usize) -> bool {
        self.is_credit(token) || self.is_content(token)
    }
}

/// In how many sentences authors write as "I" or as "we", outside of quotations, until the text is their own.
const AS_I: usize = 2;
const AS_WE: usize = 5;

/// Whether the authors write as "I", or again and again as "we".
fn is_personal(words: &Words) -> bool {
    let document = words.document();
    let quoted = |n: usize| {
        let quotations = document.quotations();
        let next = quotations.partition_point(|quotation| quotation.tokens.end <= n);
        quotations.get(next).is_some_and(|quotation| quotation.tokens.start <= n)
    };
    let speaks = |list: &List, least: usize| {
        let own = |n: usize| list.has(words.norm(n)) && words.tag(n).is_pronoun() && !quoted(n);
        let sentences = document.sentences().iter();
        sentences.filter(|s| s.tokens.clone().any(own)).take(least).count() == least
    };
    speaks(&FIRST_SINGULAR, AS_I) || speaks(&FIRST_PLURAL, AS_WE)
}

fn voice(words: &Words, found: &Attribution) -> Voice {
    let own = |span: &Span| {
        let first = words.document().tokens_in(*span).start;
        FIRST_PERSON.has(words.norm(first))
    };
    if found.sources.iter().any(own) { Voice::Own } else { Voice::Other }
}

fn has_verb(words: &Words, span: Span) -> bool {
    let tokens = words.document().tokens_in(span);
    let participle = |n: usize| words.tag(n) == Tag::VBN && words.tag(n.max(1) - 1).is_noun();
    let verb = |n| is_finite(words, n) || words.tag(n) == Tag::VB;
    tokens.clone().any(verb) || tokens.skip(1).any(participle)
}

fn is_subordinate(words: &Words, span: Span) -> bool {
    let start = words.document().tokens_in(span).start;
    start > 0 && is_subordinator(words, start - 1)
}

/// How many attributions an attribution is nested in; the count is capped, whatever the parents say.
fn depth(attributions: &[Attribution], n: usize) -> usize {
    let parent = |n: &usize| attributions.get(*n).and_then(|a| a.parent);
    std::iter::successors(parent(&n), parent).take(8).count()
}

/// The words before a content in its sentence, if its source follows in a later one: `The seats were “so
/// dear. We left,” Ms. Li said.`
fn before(document: &Document, found: &Attribution, content: Span) -> Option<Span> {
    let sentence = |span: Span| document.sentence_of(document.tokens_in(span).start);
    let own = document.sentences().get(sentence(content))?.span;
    let later = sentence(found.cue.span) > sentence(content);
    (later && own.start < content.start).then(|| Span::new(own.start, content.start))
}

/// Whether a token is a verb that can head a clause.
pub fn is_finite(words: &Words, n: usize) -> bool {
    matches!(words.tag(n), Tag::VBD | Tag::VBZ | Tag::VBP | Tag::MD)
}

/// Whether a token subordinates the clause behind it.
pub fn is_subordinator(words: &Words, n: usize) -> bool {
    match words.tag(n) {
        Tag::WDT | Tag::WP | Tag::WPP | Tag::WRB => true,
        Tag::IN => SUBORDINATOR.has(words.norm(n)),
        _ => false,
    }
}
