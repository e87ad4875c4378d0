//! Owns tokens: words, numbers and marks, cut as in the English UD treebanks.
//!
//! `don’t` gives `do|n’t`, `Ms. Li’s` gives `Ms.|Li|’s`, `six-month` gives `six|-|month`, `$3.5m` gives
//! `$|3.5m`. `cut` says where a token ends; the tagger gives the tags. The mark of a note is no token.

use std::ops::Range;

use unicode_segmentation::UnicodeSegmentation;

use crate::{
    model::hash,
    text::{note, quote_mark::is_double, script::is_hidden, span::Span},
    token::{cut, tag::Tag},
};

/// One word, number or mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Token {
    /// Where it stands.
    pub span: Span,
    /// Its part of speech.
    pub tag: Tag,
    pub(crate) case: Case,
    pub(crate) word: u32,
    norm: (u32, u32),
}

/// How a token is written; the numbers go into features.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Case {
    /// No letter and no digit.
    #[default]
    Mark,
    /// Small letters: `said`.
    Lower,
    /// One capital, at the start: `Said`, `I`.
    Title,
    /// Capitals: `NATO`.
    Upper,
    /// Capitals elsewhere: `McGurk`, `iPhone`.
    Mixed,
    /// Digits and no letters: `90`, `3.5`.
    Number,
    /// Digits and letters: `20th`.
    NumberMixed,
}

/// The tokens of a document with their normal forms, which share one buffer.
#[derive(Clone, Debug, Default)]
pub struct Tokens {
    list: Vec<Token>,
    norms: String,
    /// Whether a sentence was labelled as a question.
    asked: bool,
}

impl Tokens {
    /// An empty list with room for the tokens of nearly any text with so many bytes.
    pub fn with_room(bytes: usize) -> Self {
        Self {
            list: Vec::with_capacity(bytes / 4),
            norms: String::with_capacity(bytes),
            asked: false,
        }
    }

    /// Cuts one sentence and appends its tokens; returns their indices.
    pub fn push_sentence(&mut self, text: &str, sentence: Span) -> Range<usize> {
        let first = self.list.len();
        let words = sentence.of(text);
        let mut at = 0;
        while let Some(rest) = words.get(at..).filter(|rest| !rest.is_empty()) {
            let blank = rest.len() - rest.trim_start_matches(is_blank).len();
            let glued = at > 0 && !rest.starts_with(char::is_whitespace);
            let marks = marks_behind(rest, blank);
            at += blank + marks;
            if marks > 0 {
                continue;
            }
            if glued {
                let note = note::len(words.get(..at).unwrap_or_default(), rest);
                if note > 0 {
                    at += note;
                    continue;
                }
            }
            let rest = words.get(at..).unwrap_or_default();
            let len = match at == 0 && self.is_label(rest) {
                true => 1,
                false => cut::token_len(rest, glued),
            };
            if len == 0 {
                break;
            }
            let len = len + marks_behind(rest, len);
            self.push(text, Span::new(sentence.start + at, sentence.start + at + len));
            at += len;
        }
        first..self.list.len()
    }

    /// Whether a sentence opens with the letter of a question or, after one, of an answer: `Q. Is it late?`, `A. No.`
    fn is_label(&mut self, sentence: &str) -> bool {
        self.asked |= sentence.starts_with("Q. ");
        sentence.starts_with("Q. ") || self.asked && sentence.starts_with("A. ")
    }

    /// Appends one token.
    pub fn push(&mut self, text: &str, span: Span) {
        let from = self.norms.len();
        let case = normalise(span.of(text), &mut self.norms);
        let word = hash::word(self.norms.as_bytes().get(from..).unwrap_or_default());
        let norm = (from as u32, self.norms.len() as u32);
        self.list.push(Token { span, tag: Tag::default(), case, word, norm });
    }

    /// The tokens in order.
    pub fn list(&self) -> &[Token] {
        &self.list
    }

    /// The tokens in order, for the tagger.
    pub fn list_mut(&mut self) -> &mut [Token] {
        &mut self.list
    }

    /// A token's normal form: lower case, with straight quotation marks and apostrophes.
    pub fn norm(&self, token: &Token) -> &str {
        self.norms.get(token.norm.0 as usize..token.norm.1 as usize).unwrap_or_default()
    }
}

/// The bytes of what joins the last character of the first `len` bytes, so that no token begins or ends inside a grapheme.
fn marks_behind(rest: &str, len: usize) -> usize {
    let (before, after) = rest.split_at_checked(len).unwrap_or_default();
    let (Some(last), Some(next)) = (before.chars().next_back(), after.chars().next()) else {
        return 0;
    };
    if last.is_ascii() && next.is_ascii() {
        return 0;
    }
    let whole = rest.get(len - last.len_utf8()..).and_then(|rest| rest.graphemes(true).next());
    whole.map_or(0, |whole| whole.len().saturating_sub(last.len_utf8()))
}

/// Whether a character between tokens belongs to none.
fn is_blank(c: char) -> bool {
    c.is_whitespace() || is_hidden(c)
}

/// Appends the normal form of a word without what hides in it or parts it at a line's end; returns how the word is written.
fn normalise(word: &str, into: &mut String) -> Case {
    // The fast path: most words have only small letters.
    if word.bytes().all(|byte| byte.is_ascii_lowercase()) {
        into.push_str(word);
        return if word.is_empty() { Case::Mark } else { Case::Lower };
    }
    let (mut lower, mut upper, mut digits, mut title) = (false, 0, false, false);
    let broken = word.contains('\n');
    for (at, c) in word.chars().enumerate() {
        match c {
            _ if is_hidden(c) => continue,
            '-' | ' ' | '\n' | '\r' | '\t' if broken => continue,
            '‘' | '’' | '‚' | '‛' => into.push('\''),
            '–' | '—' | '―' => into.push('-'),
            'A'..='Z' => into.push(c.to_ascii_lowercase()),
            _ if c.is_ascii() => into.push(c),
            _ if is_double(c) => into.push('"'),
            _ => into.extend(c.to_lowercase()),
        }
        digits |= c.is_numeric();
        lower |= c.is_lowercase();
        upper += usize::from(c.is_uppercase());
        title |= at == 0 && c.is_uppercase();
    }
    match (digits, lower, upper) {
        (true, false, 0) => Case::Number,
        (true, ..) => Case::NumberMixed,
        (_, false, 0) => Case::Mark,
        (_, true, 0) => Case::Lower,
        (_, true, 1) | (_, false, 1) if title => Case::Title,
        (_, false, _) => Case::Upper,
        _ => Case::Mixed,
    }
}
