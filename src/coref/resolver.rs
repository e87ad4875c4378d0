//! Owns the state of the coreference resolver.
//!
//! The tables of rules read it; `decision.rs` makes the decisions and updates it.

use rustc_hash::FxHashMap;

use crate::{
    discourse::{speech::Speech, state::Discourse},
    lexicon::noun::Gender,
    model::mention::Ranker,
    ranking::choice::Choice,
    text::span::Span,
    token::document::Document,
    vocabulary::{rule::Info, trace},
};

/// The genders of people by their fullest names in lower case; none where the text's pronouns contradict
/// each other.
pub type Genders = FxHashMap<String, Option<Gender>>;

/// A text that is being read.
pub struct Resolver<'d> {
    /// The text as far as it has been read.
    pub discourse: Discourse<'d>,
    /// The net that ranks the candidates of a pronoun.
    pub ranker: &'d Ranker,
    /// What the first reading found; none during that reading.
    pub genders: Option<Genders>,
    /// The last source without a name, and its entity.
    pub last: Option<(Span, usize)>,
    /// For training: every choice, with its outcome.
    pub log: Option<Vec<(Choice, Option<usize>)>>,
}

impl<'d> Resolver<'d> {
    /// A resolver that has read nothing.
    pub fn new(
        document: &'d Document<'d>,
        genders: Option<Genders>,
        speech: Speech,
        ranker: &'d Ranker,
    ) -> Self {
        let discourse = Discourse::new(document, speech);
        Self { discourse, ranker, genders, last: None, log: None }
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
            let words_of = |entity| self.discourse.words_of(entity);
            let mut told = entity.map_or("nobody", words_of).to_owned();
            for (_, why) in own {
                told += &format!(" ({why})");
            }
            for (other, why) in others {
                told += &format!("; not {} ({why})", words_of(other));
            }
            told
        });
    }

    /// Writes to the trace what a rule taught of an entity.
    pub fn learnt(&self, info: Info, at: usize, entity: usize) {
        let told = || self.discourse.entities.get(entity).map(|known| (entity, known.told()));
        self.trace(info, at, Some(entity), || told().into_iter().collect());
    }
}
