//! Owns what is known of a text as far as it has been read.

use std::ops::Range;

use crate::{
    discourse::{
        entities::Entities,
        mention::Mention,
        place::{Place, place},
        recent::{Recent, Seen},
        speech::Speech,
    },
    text::span::Span,
    token::document::Document,
};

/// A text as far as it has been read.
pub struct Discourse<'d> {
    /// The text.
    pub document: &'d Document<'d>,
    /// Everybody and everything mentioned so far.
    pub entities: Entities<'d>,
    /// The last mentions.
    pub recent: Recent,
    /// The attribution whose content holds each token, and its speaker.
    pub speech: Speech,
    /// The names of the sentence being read: the first token and the last word of each.
    pub names: Vec<(usize, &'d str)>,
}

impl<'d> Discourse<'d> {
    /// A text of which nothing has been read.
    pub fn new(document: &'d Document<'d>, speech: Speech) -> Self {
        let (entities, recent, names) = (Entities::default(), Recent::default(), Vec::new());
        Self { document, entities, recent, speech, names }
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

    /// The words of an entity.
    pub fn words_of(&self, entity: usize) -> &'d str {
        let words = self.entities.get(entity).map_or(0..0, |known| known.words.clone());
        self.document.words(self.document.span(words))
    }

    /// The syntactic place of a mention's words.
    pub fn place(&self, words: Range<usize>) -> Place {
        place(self.document, &self.speech, words)
    }

    /// Notes a mention and its span.
    pub fn mention(&mut self, span: Span, seen: Seen) {
        self.entities.mention(seen.entity, span, seen.sentence);
        self.recent.note(seen);
    }
}
