//! Owns [`Document`], the structure of a text that every detector reads.
//!
//! Built once, then read-only. Leaves out what the words mean.

use std::ops::Range;

use rustc_hash::FxHashSet;

use crate::{
    sentence::split::{self, Sentence, SentenceOptions},
    text::{
        block::Block,
        language::{self, Language},
        span::Span,
        structure,
    },
    token::{
        alone, proper,
        quotation::{self, Quotation, Quotations},
        tagger,
        tokens::{Case, Token, Tokens},
    },
    vocabulary::kinds::BlockKind,
};

/// The length of a stretch of text in bytes: a few tokens begin in each.
const STRETCH: usize = 16;

/// A text with its blocks, sentences, tagged tokens and quotations, each list in text order.
#[derive(Clone, Debug)]
pub struct Document<'t> {
    text: &'t str,
    language: Language,
    blocks: Vec<Block>,
    sentences: Vec<Sentence>,
    tokens: Tokens,
    /// For each stretch of the text the first token that ends after its start.
    places: Vec<u32>,
    /// The number of words before each token, and of all words.
    counts: Vec<u32>,
    /// The sentence of each token.
    sentence_of: Vec<u32>,
    quotations: Quotations,
    /// For each token the first quotation that ends after it.
    quotation_from: Vec<u32>,
    /// The words by which the text calls somebody or something alone.
    alone: FxHashSet<u32>,
    /// The words that have a capital where no sentence begins.
    inside: FxHashSet<u32>,
    /// The words by which the text addresses somebody.
    addressed: FxHashSet<u32>,
}

impl<'t> Document<'t> {
    /// Reads `text`; `known` are blocks from a page's structure, or none.
    pub fn new(text: &'t str, known: &[Block]) -> Self {
        let blocks = structure::blocks(text, known);
        let language = language::language(text);
        let options = SentenceOptions::default();
        let (mut sentences, mut tokens) = (Vec::new(), Tokens::with_room(text.len()));
        let (mut quotations, mut scratch) = (Quotations::default(), tagger::Scratch::default());
        for (block, found) in blocks.iter().enumerate().filter(|(_, found)| found.kind.is_prose()) {
            let first = tokens.list().len();
            let own = language::of_block(found.span.of(text), language);
            for span in split::split(text, found.span, own, &options) {
                // What is not English is read no further: its sentences have no tokens.
                let read = if own.is_foreign() { Span::new(span.start, span.start) } else { span };
                let range = tokens.push_sentence(text, read);
                tagger::tag(&mut tokens, range.start, &mut scratch);
                sentences.push(Sentence { span, block, tokens: range });
            }
            let own = first..tokens.list().len();
            let count = quotations.outer.len();
            quotations.push_block(text, tokens.list(), found.span, own.clone());
            let stands_apart = matches!(found.kind, BlockKind::Heading | BlockKind::Caption);
            if stands_apart && quotations.outer.len() == count {
                quotations.pass_over(&own);
            }
        }
        let addressed = alone::addressed(&tokens, &sentences);
        proper::tag_syllables(&mut tokens);
        proper::tag_opening_names(&mut tokens, &sentences, &addressed);
        quotation::tag_marks(&mut tokens, &quotations.outer);
        let alone = alone::alone(&tokens, &sentences);
        let inside = alone::inside(&tokens, &sentences);
        let places = places(text, tokens.list());
        let counts = counts(text, tokens.list());
        let count = tokens.list().len();
        let sentence_of = firsts(count, sentences.iter().map(|own| own.tokens.end));
        let quotation_from = firsts(count, quotations.outer.iter().map(|own| own.tokens.end));
        Self {
            text,
            language,
            blocks,
            sentences,
            tokens,
            places,
            counts,
            sentence_of,
            quotations,
            quotation_from,
            alone,
            inside,
            addressed,
        }
    }

    /// The text itself.
    pub fn text(&self) -> &'t str {
        self.text
    }

    /// The language of the text.
    pub fn language(&self) -> Language {
        self.language
    }

    /// The words of a span.
    pub fn words(&self, span: Span) -> &'t str {
        self.text.get(span.start..span.end).unwrap_or_default()
    }

    /// The blocks; all that lies between them is white space.
    pub fn blocks(&self) -> &[Block] {
        &self.blocks
    }

    /// The sentences; inside a block, all that lies between them is white space.
    pub fn sentences(&self) -> &[Sentence] {
        &self.sentences
    }

    /// The tokens of the whole text.
    pub fn tokens(&self) -> &[Token] {
        self.tokens.list()
    }

    /// A token's normal form: lower case, with straight quotation marks and apostrophes.
    pub fn norm(&self, token: &Token) -> &str {
        self.tokens.norm(token)
    }

    /// Whether the word of a token follows a form of address in the text: `Baker` where `Mr Baker` stands too.
    pub fn addresses(&self, token: &Token) -> bool {
        self.addressed.contains(&token.word)
    }

    /// Whether the word of a token has a capital somewhere inside a sentence, as names have.
    pub fn has_inside(&self, token: &Token) -> bool {
        self.inside.contains(&token.word)
    }

    /// Whether the text calls somebody or something by the word of a token alone: `Sesay` in `Sesay said no`.
    pub fn calls_alone(&self, token: &Token) -> bool {
        self.alone.contains(&token.word)
    }

    /// The quotations; those of one paragraph do not overlap.
    pub fn quotations(&self) -> &[Quotation] {
        &self.quotations.outer
    }

    /// The quotations inside others, in order: `“He said ‘no’ twice.”`
    pub fn inner_quotations(&self) -> &[Quotation] {
        &self.quotations.inner
    }

    /// How many quotations lack their closing or their opening mark.
    pub fn unpaired_quotations(&self) -> usize {
        self.quotations.unpaired()
    }

    /// The sentence that holds a token, as an index; the number of sentences for a token after the last one.
    pub fn sentence_of(&self, token: usize) -> usize {
        self.sentence_of.get(token).map_or(self.sentences.len(), |own| *own as usize)
    }

    /// The first quotation that ends after a token, as an index.
    pub fn quotation_from(&self, token: usize) -> usize {
        self.quotation_from.get(token).map_or(self.quotations.outer.len(), |own| *own as usize)
    }

    /// The span from the first to the last of some tokens; empty where there are none.
    pub fn span(&self, tokens: Range<usize>) -> Span {
        match self.tokens().get(tokens).unwrap_or_default() {
            [] => Span::default(),
            [only] => only.span,
            [first, .., last] => first.span.cover(last.span),
        }
    }

    /// The tokens that touch a span, as indices.
    pub fn tokens_in(&self, span: Span) -> Range<usize> {
        let start = self.token_behind(span.start);
        let end = self.token_behind(span.end);
        let cut = self.tokens().get(end).is_some_and(|token| token.span.start < span.end);
        start..(end + usize::from(cut)).max(start)
    }

    /// The first token that ends after `byte`.
    fn token_behind(&self, byte: usize) -> usize {
        let tokens = self.tokens();
        let first = self.places.get(byte / STRETCH).map_or(tokens.len(), |place| *place as usize);
        let rest = tokens.get(first..).unwrap_or_default();
        first + rest.iter().take_while(|token| token.span.end <= byte).count()
    }

    /// The number of words in a span, without marks.
    pub fn word_count(&self, span: Span) -> usize {
        let tokens = self.tokens_in(span);
        let before = |at: usize| self.counts.get(at).copied().unwrap_or_default() as usize;
        before(tokens.end).saturating_sub(before(tokens.start))
    }

    /// Whether a token is a word: it has a letter or a digit.
    pub(crate) fn is_word(&self, token: &Token) -> bool {
        is_word(self.text, token)
    }

    /// Whether a token begins with a capital.
    pub(crate) fn is_capital(&self, token: &Token) -> bool {
        !matches!(token.case, Case::Mark | Case::Lower | Case::Number)
            && self.words(token.span).starts_with(char::is_uppercase)
    }
}

/// For each of `count` tokens the first range that ends after it, of ranges given by their ends in order.
fn firsts(count: usize, ends: impl ExactSizeIterator<Item = usize>) -> Vec<u32> {
    let (mut firsts, ranges) = (Vec::with_capacity(count), ends.len() as u32);
    for (range, end) in (0..).zip(ends) {
        firsts.resize(end.clamp(firsts.len(), count), range);
    }
    firsts.resize(count, ranges);
    firsts
}

fn is_word(text: &str, token: &Token) -> bool {
    token.case != Case::Mark || token.span.of(text).contains(char::is_alphanumeric)
}

fn counts(text: &str, tokens: &[Token]) -> Vec<u32> {
    let before = |sum: &mut u32, token: Option<&Token>| {
        let own = token.is_some_and(|token| is_word(text, token));
        Some(std::mem::replace(sum, *sum + u32::from(own)))
    };
    tokens.iter().map(Some).chain([None]).scan(0, before).collect()
}

fn places(text: &str, tokens: &[Token]) -> Vec<u32> {
    let mut place = 0;
    let starts = (0..=text.len()).step_by(STRETCH);
    let first = |start| {
        let rest = tokens.get(place..).unwrap_or_default();
        place += rest.iter().take_while(|token| token.span.end <= start).count();
        place as u32
    };
    starts.map(first).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_token_knows_its_sentence_and_quotation() {
        let text = "“We won’t,” said Ms. Li. “It is over.”\n\nNobody minds. “No.”";
        let document = Document::new(text, &[]);
        for at in 0..document.tokens().len() + 3 {
            let sentence = document.sentences().partition_point(|s| s.tokens.end <= at);
            let quotation = document.quotations().partition_point(|q| q.tokens.end <= at);
            assert_eq!(document.sentence_of(at), sentence);
            assert_eq!(document.quotation_from(at), quotation);
        }
        assert!(document.quotations().len() == 3 && document.sentences().len() > 3);
    }

    #[test]
    fn a_span_touches_the_tokens_that_a_search_through_all_finds() {
        let text = "“We won’t cut it,” said Ms. Li.\n\n   Antidisestablishmentarianism-and-all-that won\n\n";
        let document = Document::new(text, &[]);
        for start in 0..=text.len() + 9 {
            for end in start..start + 50 {
                let first = document.tokens().partition_point(|token| token.span.end <= start);
                let last = document.tokens().partition_point(|token| token.span.start < end);
                let found = document.tokens_in(Span { start, end });
                assert_eq!(found, first..last.max(first), "{start}..{end}");
            }
        }
    }
}
