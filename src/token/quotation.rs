//! Owns quotations: which tokens stand between quotation marks.
//!
//! Leaves out what is said in them. A single mark counts only outside double marks, and only where it
//! cannot be an apostrophe. `text/quote_mark` says what a mark's look alone tells.

use std::ops::Range;

use crate::{
    text::{
        quote_mark::{Look, quote_mark},
        quoted::PLURAL_ENDINGS,
        span::Span,
    },
    token::{
        tag::Tag,
        tokens::{Token, Tokens},
    },
};

/// A quotation inside one paragraph; where it goes on, the next paragraph has a quotation of its own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quotation {
    /// Where it stands, quotation marks included.
    pub span: Span,
    /// Its tokens, marks included, as indices into the document's tokens.
    pub tokens: Range<usize>,
    /// Whether its closing mark was found; without one it ends with its paragraph.
    pub closed: bool,
}

impl Quotation {
    /// Whether it goes on as `next`, in the next paragraph.
    pub fn runs_into(&self, next: &Self) -> bool {
        !self.closed && next.tokens.start == self.tokens.end
    }
}

/// How many quotations are never closed, not even in a later paragraph.
pub fn unclosed(quotations: &[Quotation]) -> usize {
    let goes_on =
        |at: usize, own: &Quotation| quotations.get(at + 1).is_some_and(|next| own.runs_into(next));
    let open = |(at, own): &(usize, &Quotation)| !own.closed && !goes_on(*at, own);
    quotations.iter().enumerate().filter(open).count()
}

/// Appends the quotations of one paragraph, whose tokens are `block`.
pub fn push_block(text: &str, tokens: &[Token], block: Range<usize>, into: &mut Vec<Quotation>) {
    let end = block.end;
    let mut open = is_closing(text, tokens, &block, into.last()).then_some(block.start);
    let mut at = block.start;
    while at < end {
        let side = side(text, tokens, at);
        match (open, side) {
            (None, Side::Open | Side::Either) => open = Some(at),
            (Some(first), Side::Close | Side::Either) => {
                into.push(quotation(tokens, first..at + 1, true));
                open = None;
            }
            (Some(first), Side::Open) => {
                into.push(quotation(tokens, first..at, false));
                open = Some(at);
            }
            (None, Side::Single) => {
                let (last, next) = single(text, tokens, at, end);
                if let Some(last) = last {
                    into.push(quotation(tokens, at..last + 1, true));
                }
                at = next;
                continue;
            }
            _ => {}
        }
        at += 1;
    }
    if let Some(first) = open {
        into.push(quotation(tokens, first..end, false));
    }
}

/// Tags the marks of closed quotations as opening and closing: the tagger cannot tell straight ones apart.
pub fn tag_marks(tokens: &mut Tokens, quotations: &[Quotation]) {
    let mut tag = |at: usize, tag: Tag| {
        if let Some(token) = tokens.list_mut().get_mut(at) {
            token.tag = tag;
        }
    };
    for quotation in quotations.iter().filter(|quotation| quotation.closed) {
        tag(quotation.tokens.start, Tag::OpenQuote);
        tag(quotation.tokens.end - 1, Tag::CloseQuote);
    }
}

/// Whether the paragraph before left a quotation open that the first mark of this one closes.
fn is_closing(
    text: &str,
    tokens: &[Token],
    block: &Range<usize>,
    last: Option<&Quotation>,
) -> bool {
    let is_open = last.is_some_and(|last| !last.closed && last.tokens.end == block.start);
    let mut sides = block.clone().map(|at| side(text, tokens, at));
    let mut mark = || sides.find(|side| !matches!(side, Side::None | Side::Single));
    is_open && mark() == Some(Side::Close)
}

fn quotation(tokens: &[Token], range: Range<usize>, closed: bool) -> Quotation {
    let span = match tokens.get(range.clone()).unwrap_or_default() {
        [] => Span::default(),
        [first, .., last] | [first @ last] => first.span.cover(last.span),
    };
    Quotation { span, tokens: range, closed }
}

/// What a token can do to a quotation.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Side {
    None,
    Open,
    Close,
    /// A straight double mark whose neighbours do not tell.
    Either,
    /// A single mark that may open.
    Single,
}

fn side(text: &str, tokens: &[Token], at: usize) -> Side {
    let Some(token) = tokens.get(at) else { return Side::None };
    let words = token.span.of(text);
    let Some(mark) = quote_mark(words).filter(|mark| mark.len == words.len()) else {
        return if words == "’’" { Side::Close } else { Side::None };
    };
    let (before, after) = neighbours(text, token.span);
    match (mark.double, mark.look) {
        (true, Look::Opens) => Side::Open,
        (true, Look::Closes) => Side::Close,
        (true, Look::Either) => {
            match (opens_after(before), !after.is_some_and(char::is_alphanumeric)) {
                (true, false) => Side::Open,
                (false, true) => Side::Close,
                _ => Side::Either,
            }
        }
        (false, Look::Opens | Look::Either) => {
            let is_open = opens_after(before) && after.is_some_and(|c| !c.is_whitespace());
            if is_open { Side::Single } else { Side::None }
        }
        (false, Look::Closes) => Side::None,
    }
}

/// The mark that closes the single mark at `open`, and where to go on reading.
///
/// A mark after an `s` is taken for an apostrophe, as in `the ministers' plans`, unless no better one follows.
fn single(text: &str, tokens: &[Token], open: usize, end: usize) -> (Option<usize>, usize) {
    let mut weak = None;
    for at in open + 1..end {
        let Some(token) = tokens.get(at) else { break };
        if matches!(side(text, tokens, at), Side::Open | Side::Single) {
            return weak.map_or((None, at), |at| (Some(at), at + 1));
        }
        if !may_close(token.span.of(text)) {
            continue;
        }
        let (before, after) = neighbours(text, token.span);
        if after.is_some_and(char::is_alphanumeric) || before.is_none_or(char::is_whitespace) {
            continue;
        }
        let lead = text.get(..token.span.start).unwrap_or_default();
        if !PLURAL_ENDINGS.ends(lead) {
            return (Some(at), at + 1);
        }
        weak = weak.or(Some(at));
    }
    weak.map_or((None, end), |at| (Some(at), at + 1))
}

/// Whether a token is a single mark that may close: `’`, `'`.
fn may_close(word: &str) -> bool {
    let mark = quote_mark(word).filter(|mark| mark.len == word.len());
    mark.is_some_and(|mark| !mark.double && mark.look != Look::Opens)
}

fn opens_after(before: Option<char>) -> bool {
    before.is_none_or(|c| {
        c.is_whitespace() || matches!(c, '(' | '[' | '—' | '–' | '-' | '“' | '"' | '‘')
    })
}

fn neighbours(text: &str, span: Span) -> (Option<char>, Option<char>) {
    let before = text.get(..span.start).and_then(|text| text.chars().next_back());
    let after = text.get(span.end..).and_then(|text| text.chars().next());
    (before, after)
}

#[test]
fn only_what_is_never_closed_counts_as_unclosed() {
    let count = |text| unclosed(crate::Document::new(text, &[]).quotations());
    assert_eq!(count("He said: “We left.\n\n“We came back.”"), 0);
    assert_eq!(count("He said: “We left.\n\nThey came back."), 1);
}
