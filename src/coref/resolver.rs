//! Owns the state of the coreference resolver: what it knows of a text as far as it has been read.
//!
//! The tables of rules read it; `decision.rs` makes the decisions and updates it.

use rustc_hash::FxHashMap;

use crate::{
    coref::{choice::Choice, entities::Entities, recent::Recent, speech::Speech},
    grammar::head::Head,
    lexicon::noun::Gender,
    model::mention::Ranker,
    text::span::Span,
    token::document::Document,
    vocabulary::{
        rule::{Info, Rule},
        trace,
    },
};

/// The genders of people by their fullest names in lower case; none where the text's pronouns contradict
/// each other.
pub type Genders = FxHashMap<String, Option<Gender>>;

/// A text as far as it has been read.
pub struct Resolver<'d> {
    /// The text.
    pub document: &'d Document<'d>,
    /// Everybody and everything mentioned so far.
    pub entities: Entities<'d>,
    /// The last mentions.
    pub recent: Recent,
    /// What the first reading found; none during that reading.
    pub genders: Option<Genders>,
    /// The last phrase without a name, and its entity.
    pub last: Option<(Span, usize)>,
    /// Which tokens stand in whose words.
    pub speech: Speech,
    /// The names of the sentence being read: the first token and the last word of each.
    pub names: Vec<(usize, &'d str)>,
    /// The net that ranks the candidates of a pronoun.
    pub ranker: &'d Ranker,
    /// For training: every choice, with its outcome.
    pub log: Option<Vec<(Choice, Option<usize>)>>,
}

/// A pronoun to be linked.
pub struct Pronoun {
    /// Its token.
    pub at: usize,
    /// Its sentence.
    pub sentence: usize,
    /// The attribution of which it is the source, if any.
    pub of: Option<usize>,
}

/// What a rule links a mention to.
pub enum Antecedent {
    /// An entity.
    Entity(usize),
    /// Whatever these words of a sentence, with their head, refer to.
    Words(std::ops::Range<usize>, Head, usize),
}

/// A rule that finds what a mention of some kind refers to.
pub type Link<M, A> = Rule<fn(&Resolver<'_>, &M) -> Option<A>>;

impl<'d> Resolver<'d> {
    /// A resolver that has read nothing.
    pub fn new(
        document: &'d Document<'d>,
        genders: Option<Genders>,
        speech: Speech,
        ranker: &'d Ranker,
    ) -> Self {
        let (entities, recent) = (Entities::default(), Recent::default());
        let (last, names, log) = (None, Vec::new(), None);
        Self { document, entities, recent, genders, last, speech, names, ranker, log }
    }

    /// The words of an entity.
    pub fn words_of(&self, entity: usize) -> &'d str {
        let words = self.entities.get(entity).map_or(0..0, |known| known.words.clone());
        self.document.words(self.document.span(words))
    }

    /// Notes in the trace what the mention at a token was linked to, and for every candidate why it was, or was not.
    pub fn trace(
        &self,
        info: Info,
        at: usize,
        entity: Option<usize>,
        candidates: impl FnOnce() -> Vec<(usize, String)>,
    ) {
        trace::note(info, at, || {
            let (own, others): (Vec<_>, Vec<_>) =
                candidates().into_iter().partition(|(other, _)| Some(*other) == entity);
            let mut told = entity.map_or("nobody", |entity| self.words_of(entity)).to_owned();
            for (_, why) in own {
                told += &format!(" ({why})");
            }
            for (other, why) in others {
                told += &format!("; not {} ({why})", self.words_of(other));
            }
            told
        });
    }
}

/// Decides what a mention is linked to: by the first rule of a table that links it.
pub fn decide<'t, M, A>(
    table: &'t [Link<M, A>],
    resolver: &Resolver,
    mention: &M,
) -> Option<(&'t Link<M, A>, A)> {
    let mut rules = table.iter().filter(|rule| rule.is_on());
    rules.find_map(|rule| Some((rule, (rule.apply)(resolver, mention)?)))
}
