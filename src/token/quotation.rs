//! Owns quotations: which tokens stand between quotation marks.
//!
//! Leaves out what is said in them. A single mark counts only where it cannot be an apostrophe. `text/quote_mark` says what a mark's look alone tells.

use std::ops::Range;

use crate::{
    lexicon::list::List,
    text::{
        quote_mark::{Look, QuoteMark, quote_mark},
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
    /// The token with which the next paragraph begins, in which it may go on.
    resumes: usize,
}

impl Quotation {
    /// Whether it goes on as `next`, in the next paragraph.
    pub fn runs_into(&self, next: &Self) -> bool {
        !self.closed && next.tokens.start == self.resumes
    }
}

/// The quotations of a document and what is wrong with their marks.
#[derive(Clone, Debug, Default)]
pub struct Quotations {
    /// The outermost quotations in order; those of one paragraph do not overlap.
    pub outer: Vec<Quotation>,
    /// Those that stand inside another, in order: `“He said ‘no’ twice.”`
    pub inner: Vec<Quotation>,
    /// How many marks close what nothing opened.
    stray: usize,
}

impl Quotations {
    /// How many quotations are never closed, not even in a later paragraph, or never opened.
    pub fn unpaired(&self) -> usize {
        let goes_on = |at: usize, own: &Quotation| {
            self.outer.get(at + 1).is_some_and(|next| own.runs_into(next))
        };
        let open = |(at, own): &(usize, &Quotation)| !own.closed && !goes_on(*at, own);
        self.stray + self.outer.iter().enumerate().filter(open).count()
    }

    /// Appends the quotations of one paragraph, whose tokens are `block`.
    pub fn push_block(&mut self, text: &str, tokens: &[Token], block: Range<usize>) {
        let marks = Marks { text, tokens };
        let mut open = self.is_closing(marks, &block).then_some(block.start);
        let mut at = block.start;
        while at < block.end {
            match (open, marks.side(at)) {
                (None, Side::Open | Side::Either | Side::Turned(Look::Opens)) => open = Some(at),
                (None, Side::Close) => self.stray += usize::from(!marks.is_measure(at)),
                (Some(first), Side::Close | Side::Either | Side::Turned(_))
                    if marks.pairs(first, at) =>
                {
                    self.push(marks, first..at + 1);
                    open = None;
                }
                (Some(first), Side::Open) => match marks.nested(first, at, block.end) {
                    Some(last) => at = last,
                    None if marks.pairs(first, at) => {
                        self.push_open(marks, first..at);
                        open = Some(at);
                    }
                    None => {}
                },
                (None, Side::Single) => {
                    let (last, next) = marks.single(at, block.end);
                    if let Some(last) = last {
                        self.push(marks, at..last + 1);
                    }
                    at = next;
                    continue;
                }
                _ => {}
            }
            at += 1;
        }
        if let Some(first) = open {
            self.push_open(marks, first..block.end);
        }
    }

    /// Lets a quotation that the paragraph before `line` left open go on behind it: a caption stands between.
    pub fn pass_over(&mut self, line: &Range<usize>) {
        if let Some(last) = self.outer.last_mut().filter(|last| last.resumes == line.start) {
            last.resumes = line.end;
        }
    }

    fn push(&mut self, marks: Marks, range: Range<usize>) {
        self.push_inner(marks, &range);
        self.outer.push(marks.quotation(range, true));
    }

    /// Appends a quotation whose closing mark is missing; `“I will go, said Ms. Li.` ends at its comma.
    fn push_open(&mut self, marks: Marks, range: Range<usize>) {
        let end = marks.missing(&range).unwrap_or(range.end);
        self.push_inner(marks, &(range.start..end));
        self.outer.push(marks.quotation(range.start..end, false));
    }

    fn push_inner(&mut self, marks: Marks, outer: &Range<usize>) {
        let end = outer.end;
        let mut at = outer.start + 1;
        while at < end {
            let last = match marks.side(at) {
                Side::Open => marks.partner(at, end.saturating_sub(1)),
                Side::Single => marks.single(at, end.saturating_sub(1)).0,
                _ => None,
            };
            if let Some(last) = last {
                self.inner.push(marks.quotation(at..last + 1, true));
                at = last;
            }
            at += 1;
        }
    }

    /// Whether the paragraph before left a quotation open that the first mark of this one closes.
    fn is_closing(&self, marks: Marks, block: &Range<usize>) -> bool {
        let is_open = self.outer.last().is_some_and(|l| !l.closed && l.resumes == block.start);
        let mut sides = block.clone().map(|at| marks.side(at));
        let mut mark = || sides.find(|side| !matches!(side, Side::None | Side::Single));
        is_open && mark() == Some(Side::Close)
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

/// What a token can do to a quotation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Side {
    None,
    Open,
    Close,
    /// A straight double mark whose neighbours do not tell.
    Either,
    /// A double mark with this look whose neighbours speak for the other, as in `»Yes,« she said`.
    Turned(Look),
    /// A single mark that may open.
    Single,
}

/// Verbs behind a quotation that nobody closed, as in `“I will go, said Ms. Li.`
static SAID: List = List::named("verb-behind-missing-mark");

/// Who may say so there, besides names.
static SPEAKERS: List = List::named("speaker-behind-missing-mark");

/// No quotation inside another, and none around another, has more tokens; so the time stays linear.
const LONGEST: usize = 500;

/// The marks among some tokens.
#[derive(Clone, Copy)]
struct Marks<'a> {
    text: &'a str,
    tokens: &'a [Token],
}

impl Marks<'_> {
    fn word(&self, at: usize) -> &str {
        self.tokens.get(at).map_or("", |token| token.span.of(self.text))
    }

    fn mark(&self, at: usize) -> Option<QuoteMark> {
        let word = self.word(at);
        quote_mark(word).filter(|mark| mark.len == word.len())
    }

    fn quotation(&self, range: Range<usize>, closed: bool) -> Quotation {
        let span = match self.tokens.get(range.clone()).unwrap_or_default() {
            [] => Span::default(),
            [first, .., last] | [first @ last] => first.span.cover(last.span),
        };
        Quotation { span, resumes: range.end, tokens: range, closed }
    }

    fn side(&self, at: usize) -> Side {
        let Some(mark) = self.mark(at) else {
            return if self.word(at) == "’’" { Side::Close } else { Side::None };
        };
        let (before, after) = self.neighbours(at);
        let word_follows = after.is_some_and(char::is_alphanumeric);
        match (mark.double, mark.look) {
            (true, Look::Either) => match (opens_after(before), !word_follows) {
                (true, false) => Side::Open,
                (false, true) => Side::Close,
                _ => Side::Either,
            },
            (true, look) => {
                let opens = opens_after(before) && word_follows;
                let closes = !before.is_none_or(|c| c.is_whitespace() || opens_after(Some(c)))
                    && !word_follows;
                match look {
                    Look::Opens if closes && !opens => Side::Turned(Look::Closes),
                    Look::Opens => Side::Open,
                    _ if opens && !closes => Side::Turned(Look::Opens),
                    _ => Side::Close,
                }
            }
            (false, Look::Opens | Look::Either) => {
                let is_open = opens_after(before) && after.is_some_and(|c| !c.is_whitespace());
                if is_open { Side::Single } else { Side::None }
            }
            (false, Look::Closes) => Side::None,
        }
    }

    /// Whether two marks may belong to one quotation.
    fn pairs(&self, open: usize, close: usize) -> bool {
        // A paragraph that goes on with a quotation need not begin with a mark.
        let Some(first) = self.mark(open).filter(|mark| mark.double) else { return true };
        self.mark(close).is_none_or(|last| last.family == first.family)
    }

    /// Whether a mark stands behind a number: `6’2”`.
    fn is_measure(&self, at: usize) -> bool {
        self.neighbours(at).0.is_some_and(|c| c.is_ascii_digit())
    }

    /// The mark that closes the double mark at `open`, past those of quotations inside.
    fn partner(&self, open: usize, end: usize) -> Option<usize> {
        let mut depth = 0;
        for at in open..end.min(open + LONGEST) {
            let side = self.side(at);
            if matches!(side, Side::None | Side::Single) || !self.pairs(open, at) {
                continue;
            }
            match side {
                Side::Open => depth += 1,
                _ if depth == 1 => return Some(at),
                _ => depth -= 1,
            }
        }
        None
    }

    /// Where the quotation ends that opens at `at`, inside the one that `first` opened; none where that one
    /// was never closed, as in `“We left. “We came back.”`
    fn nested(&self, first: usize, at: usize, end: usize) -> Option<usize> {
        let last = self.partner(at, end)?;
        if !self.pairs(first, at) {
            return Some(last);
        }
        let lead = self.word(at.checked_sub(1)?);
        let goes_on = !lead.ends_with(['.', '!', '?', '”', '"']);
        let straight = self.mark(at).is_none_or(|mark| mark.straight);
        let closes = || {
            let (depth, from) = (1, last + 1);
            (from..end.min(from + LONGEST)).find_map(|at| match self.side(at) {
                Side::Open if depth > 0 => Some(false),
                Side::Close => Some(true),
                _ => None,
            })
        };
        (goes_on && !straight && closes() == Some(true)).then_some(last)
    }

    /// The mark that closes the single mark at `open`, and where to go on reading.
    ///
    /// A mark after an `s` is taken for an apostrophe, as in `the ministers' plans`, unless no better one follows.
    fn single(&self, open: usize, end: usize) -> (Option<usize>, usize) {
        let mut weak = None;
        let mut at = open + 1;
        // The first double mark inside: where to go on where the single one closes nothing.
        let mut double = None;
        while at < end.min(double.map_or(end, |_| open + LONGEST)) {
            match self.side(at) {
                Side::Open | Side::Turned(Look::Opens) => {
                    let last = self.partner(at, end).filter(|_| !self.is_cut(open));
                    let Some(last) = last else { break };
                    double = double.or(Some(at));
                    at = last + 1;
                    continue;
                }
                Side::Single => break,
                _ => {}
            }
            match self.closes_single(at) {
                Some(true) => return (Some(at), at + 1),
                Some(false) if double.is_none() => weak = weak.or(Some(at)),
                _ => {}
            }
            at += 1;
        }
        weak.map_or((None, double.unwrap_or(at)), |at| (Some(at), at + 1))
    }

    /// Whether a single mark closes a quotation; `false` where it may be the apostrophe of a plural.
    fn closes_single(&self, at: usize) -> Option<bool> {
        let mark = self.mark(at).filter(|mark| !mark.double)?;
        let (before, after) = self.neighbours(at);
        let inside =
            after.is_some_and(char::is_alphanumeric) || before.is_none_or(char::is_whitespace);
        // `‚Yes,‘ she said`.
        if inside || mark.look == Look::Opens && before.is_some_and(char::is_whitespace) {
            return None;
        }
        let start = self.tokens.get(at)?.span.start;
        Some(!PLURAL_ENDINGS.ends(self.text.get(..start).unwrap_or_default()))
    }

    /// Whether the single mark at `open` stands for figures left out: `the ’90s`.
    fn is_cut(&self, open: usize) -> bool {
        self.neighbours(open).1.is_some_and(|c| c.is_ascii_digit())
    }

    /// Where a quotation ends whose closing mark is missing before a clause of saying.
    fn missing(&self, range: &Range<usize>) -> Option<usize> {
        let named = |at: usize| {
            let word = self.word(at);
            word.starts_with(char::is_uppercase) || SPEAKERS.has_any_case(word)
        };
        let said = |at: &usize| {
            matches!(self.word(*at), "," | "?" | "!")
                && SAID.has_any_case(self.word(at + 1))
                && named(at + 2)
        };
        // `“We lost. He added: “We tried.”`: the mark is missing before the clause that introduces the next.
        let lead = range.end.saturating_sub(3);
        let introduces = matches!(self.word(range.end.saturating_sub(1)), ":" | ",")
            && SAID.has_any_case(self.word(lead + 1))
            && matches!(self.word(lead.saturating_sub(1)), "." | "!" | "?");
        if introduces && lead > range.start + 1 {
            return Some(lead);
        }
        let end = range.end.saturating_sub(2);
        (range.start + 2..end.max(range.start + 2)).find(said).map(|at| at + 1)
    }

    fn neighbours(&self, at: usize) -> (Option<char>, Option<char>) {
        let span = self.tokens.get(at).map_or_else(Span::default, |token| token.span);
        let before = self.text.get(..span.start).and_then(|text| text.chars().next_back());
        let after = self.text.get(span.end..).and_then(|text| text.chars().next());
        (before, after)
    }
}

fn opens_after(before: Option<char>) -> bool {
    before.is_none_or(|c| {
        c.is_whitespace()
            || matches!(c, '(' | '[' | '—' | '–' | '-' | '“' | '"' | '‘' | '„' | '«' | '»' | '‹')
    })
}

#[test]
fn only_what_is_never_closed_counts_as_unpaired() {
    let count = |text| crate::Document::new(text, &[]).unpaired_quotations();
    assert_eq!(count("He said: “We left.\n\n“We came back.”"), 0);
    assert_eq!(count("He said: “We left.\n\nThey came back."), 1);
    assert_eq!(count("We left,” said Ms. Li. A screen of 6’2” fell."), 1);
    assert_eq!(count("\"We left, said Ms. Li.\n\n\"No,\" he said."), 1);
}
