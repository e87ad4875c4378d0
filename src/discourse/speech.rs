//! Owns which tokens stand in the content of which attribution, and who is credited with it so far.

use crate::{report::Attribution, token::document::Document};

/// The contents of a text's attributions, by token.
#[derive(Debug, Default)]
pub struct Speech {
    /// The innermost content at each token: the number of its attribution.
    contents: Vec<Option<usize>>,
    /// Who is credited with each attribution, as far as the text has been read.
    speakers: Vec<Option<usize>>,
}

impl Speech {
    /// The contents of these attributions, with no speaker known yet.
    pub fn new(document: &Document, attributions: &[Attribution]) -> Self {
        let contents = attributions.iter().enumerate();
        let spans = contents.flat_map(|(at, own)| own.contents.iter().map(move |span| (*span, at)));
        let mut spans: Vec<_> = spans.collect();
        // Outer spans come first, so that inner ones overwrite them.
        spans.sort_by_key(|(span, at)| {
            (std::cmp::Reverse(span.end.saturating_sub(span.start)), *at)
        });
        let mut contents = vec![None; document.tokens().len()];
        for (span, at) in spans {
            let tokens = contents.get_mut(document.tokens_in(span));
            tokens.into_iter().for_each(|tokens| tokens.fill(Some(at)));
        }
        Self { contents, speakers: vec![None; attributions.len()] }
    }

    /// The innermost attribution whose content holds a token.
    pub fn content(&self, token: usize) -> Option<usize> {
        self.contents.get(token).copied().flatten()
    }

    /// Who is credited with the words around a token, if that is known already.
    pub fn speaker(&self, token: usize) -> Option<usize> {
        self.speakers.get(self.content(token)?).copied().flatten()
    }

    /// Notes who is credited with an attribution.
    pub fn credit(&mut self, attribution: usize, speaker: Option<usize>) {
        self.speakers.get_mut(attribution).into_iter().for_each(|slot| *slot = speaker);
    }
}
