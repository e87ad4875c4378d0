//! Owns [`Relation`]: a source, a cue and a content as tokens, on the way to an attribution.

use std::{borrow::Cow, ops::Range};

use crate::{
    grammar::words::quoted,
    report::{Attribution, Cue},
    text::span::Ranges,
    token::document::Document,
    vocabulary::{
        kinds::{Act, Form, Stance},
        reason::{Reason, ReasonCode},
    },
};

/// Who says something, with which words, and what, as indices into the document's tokens.
#[derive(Clone, Debug, Default)]
pub struct Relation {
    /// The words that name who says it.
    pub sources: Ranges,
    /// The words that signal it.
    pub cue: Range<usize>,
    /// What is said.
    pub contents: Ranges,
    /// The cue's dictionary form.
    pub lemma: Cow<'static, str>,
    /// What kind of act it is.
    pub act: Act,
    /// Where the writer stands.
    pub stance: Stance,
    /// How sure we are.
    pub confidence: f32,
    /// Why it was marked.
    pub reasons: Vec<Reason>,
}

impl Relation {
    /// The attribution it stands for, still without its source's identity.
    pub fn attribution(self, document: &Document) -> Attribution {
        let form = form(document, &self.contents);
        let spans = |ranges: Ranges| {
            let spans = ranges.into_iter().map(|range| document.span(range));
            spans.filter(|span| !span.is_empty()).collect()
        };
        Attribution {
            sources: spans(self.sources),
            cue: Cue { span: document.span(self.cue), lemma: self.lemma.into_owned() },
            contents: spans(self.contents),
            source: None,
            act: self.act,
            form,
            stance: self.stance,
            parent: None,
            confidence: self.confidence,
            reasons: self.reasons,
        }
    }
}

/// Whether the words of a content stand between quotation marks: all, some or none.
pub fn form(document: &Document, contents: &[Range<usize>]) -> Form {
    let words = |range: &Range<usize>| (quoted(document, range), range.len());
    let (quoted, all) =
        contents.iter().map(words).fold((0, 0), |sum, part| (sum.0 + part.0, sum.1 + part.1));
    if quoted == 0 {
        Form::Indirect
    } else if quoted * 20 >= all * 19 {
        Form::Direct
    } else {
        Form::Mixed
    }
}

/// Whether a relation is of a closed construction.
pub fn is_closed(relation: &Relation) -> bool {
    relation.reasons.iter().any(|reason| CLOSED.contains(&reason.code))
}

/// Constructions whose words leave no doubt what belongs to them.
pub const CLOSED: [ReasonCode; 2] = [ReasonCode::AccordingTo, ReasonCode::AsReportedBy];
