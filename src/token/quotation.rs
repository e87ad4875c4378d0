//! Owns quotations: which tokens stand between quotation marks.
//!
//! Leaves out what is said in them, and what a mark does: `text/quoted` reads that.

use std::ops::Range;

use crate::{
    lexicon::list::List,
    text::{
        quote_mark::{QuoteMark, quote_mark},
        quoted::{self, Mark, Reading, merged},
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

    /// Appends the quotations of one paragraph, `words` of the text, whose tokens are `block`.
    pub fn push_block(&mut self, text: &str, tokens: &[Token], words: Span, block: Range<usize>) {
        let marks = Marks { text, tokens };
        let [double, single] = quoted::read(words.of(text))
            .map(|read| marks.placed(&read, words.start, block.clone()));
        let resumes = self.outer.last().is_some_and(|l| !l.closed && l.resumes == block.start);
        let resumes = resumes && double.first().is_some_and(|mark| mark.1 == Reading::Closes);
        let (pairs, stray) = marks.pairs(&double, resumes.then_some(block.start), block.end);
        self.stray += stray;
        let (mut outer, mut inner) = (0, 0);
        for pair in merged([Marks::single_pairs(&single, &pairs), pairs]) {
            if pair.start >= outer {
                (outer, inner) = (pair.end, pair.start);
                self.outer.push(marks.quotation(pair));
            } else if pair.closed && pair.start >= inner && pair.end <= outer {
                inner = pair.end;
                self.inner.push(marks.quotation(pair));
            }
        }
    }

    /// Lets a quotation that the paragraph before `line` left open go on behind it: a caption stands between.
    pub fn pass_over(&mut self, line: &Range<usize>) {
        if let Some(last) = self.outer.last_mut().filter(|last| last.resumes == line.start) {
            last.resumes = line.end;
        }
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

/// A quotation mark among the tokens: its index and what it does.
type Placed = (usize, Reading);

/// Where a quotation stands, marks included, in the order of where it opens.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Pair {
    start: usize,
    end: usize,
    closed: bool,
}

/// Verbs behind a quotation that nobody closed, as in `“I will go, said Ms. Li.`
static SAID: List = List::named("verb-behind-missing-mark");

/// Who may say so there, besides names.
static SPEAKERS: List = List::named("speaker-behind-missing-mark");

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

    fn quotation(&self, Pair { start, end, closed }: Pair) -> Quotation {
        let span = match self.tokens.get(start..end).unwrap_or_default() {
            [] => Span::default(),
            [first, .., last] | [first @ last] => first.span.cover(last.span),
        };
        Quotation { span, tokens: start..end, closed, resumes: end }
    }

    /// The tokens among `block` that `marks` are, which were read in words from `start` on; apostrophes are left out.
    fn placed(&self, marks: &[Mark], start: usize, block: Range<usize>) -> Vec<Placed> {
        let mut tokens = block.peekable();
        let place = |mark: &Mark| {
            let at = mark.span.start + start;
            let is_before =
                |token: &usize| self.tokens.get(*token).is_some_and(|t| t.span.start < at);
            while tokens.next_if(is_before).is_some() {}
            let token = *tokens.peek()?;
            let is_whole = self.tokens.get(token)?.span == Span::new(at, mark.span.end + start);
            (is_whole && mark.reading != Reading::Neither).then_some((token, mark.reading))
        };
        marks.iter().filter_map(place).collect()
    }

    /// The quotations between double marks, and how many marks close what nothing opened.
    ///
    /// `resumed` is where one goes on that a paragraph before left open; one that is left open ends at `end`.
    fn pairs(&self, marks: &[Placed], resumed: Option<usize>, end: usize) -> (Vec<Pair>, usize) {
        let new = |start| Pair { start, end, closed: false };
        let mut found: Vec<Pair> = resumed.map(new).into_iter().collect();
        // Which of them is open.
        let mut open = resumed.map(|_| 0);
        let (mut stray, mut rest) = (0, marks);
        while let [(at, reading), after @ ..] = rest {
            let at = *at;
            rest = after;
            match (open.and_then(|own| found.get_mut(own)), reading) {
                (None, Reading::Opens) => {
                    open = Some(found.len());
                    found.push(new(at));
                }
                (None, _) => stray += usize::from(!self.is_measure(at)),
                (Some(own), Reading::Opens) => match self.nested(own.start, at, after) {
                    Some(last) => {
                        found.push(Pair { start: at, end: last + 1, closed: true });
                        rest = after.get(1..).unwrap_or_default();
                    }
                    None if self.are_alike(own.start, at) => {
                        own.end = at;
                        open = Some(found.len());
                        found.push(new(at));
                    }
                    None => {}
                },
                (Some(own), _) if self.are_alike(own.start, at) => {
                    (own.end, own.closed) = (at + 1, true);
                    open = None;
                }
                _ => {}
            }
        }
        for pair in found.iter_mut().filter(|pair| !pair.closed) {
            pair.end = self.missing(&(pair.start..pair.end)).unwrap_or(pair.end);
        }
        (found, stray)
    }

    /// The quotations between single marks that stand in the same one of `double`, or both in none.
    fn single_pairs(marks: &[Placed], double: &[Pair]) -> Vec<Pair> {
        let mut ahead = double.iter().peekable();
        let mut around = 0..0;
        let mut open = None;
        let mut found = Vec::new();
        for (at, reading) in marks {
            while let Some(pair) = ahead.next_if(|pair| pair.start < *at) {
                if pair.start >= around.end {
                    around = pair.start..pair.end;
                }
            }
            let place = around.contains(at).then_some(around.start);
            open = match (open, reading) {
                (Some((start, same)), Reading::Closes) if same == place => {
                    found.push(Pair { start, end: at + 1, closed: true });
                    None
                }
                (_, Reading::Opens) => Some((*at, place)),
                _ => None,
            };
        }
        found
    }

    /// The mark that closes the double mark at `at`, inside the quotation that `first` opened and that goes on behind it;
    /// `after` are the marks that follow. None where that one was never closed, as in `“We left. “We came back.”`
    fn nested(&self, first: usize, at: usize, after: &[Placed]) -> Option<usize> {
        let [(last, Reading::Closes), after @ ..] = after else { return None };
        if !self.are_alike(at, *last) {
            return None;
        }
        let straight = self.mark(at).is_none_or(|mark| mark.straight);
        let goes_on = || !self.word(at.wrapping_sub(1)).ends_with(['.', '!', '?', '”', '"']);
        let closes = matches!(after, [(_, Reading::Closes), ..]);
        (!self.are_alike(first, at) || !straight && closes && goes_on()).then_some(*last)
    }

    /// Whether two marks may belong to one quotation.
    fn are_alike(&self, open: usize, close: usize) -> bool {
        // A paragraph that goes on with a quotation need not begin with a mark.
        let Some(first) = self.mark(open).filter(|mark| mark.double) else { return true };
        self.mark(close).is_none_or(|last| last.family == first.family)
    }

    /// Whether a mark stands behind a number: `6’2”`.
    fn is_measure(&self, at: usize) -> bool {
        let start = self.tokens.get(at).map_or(0, |token| token.span.start);
        self.text.get(..start).is_some_and(|text| text.ends_with(|c: char| c.is_ascii_digit()))
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
}

#[test]
fn only_what_is_never_closed_counts_as_unpaired() {
    let count = |text| crate::Document::new(text, &[]).unpaired_quotations();
    assert_eq!(count("He said: “We left.\n\n“We came back.”"), 0);
    assert_eq!(count("He said: “We left.\n\nThey came back."), 1);
    assert_eq!(count("We left,” said Ms. Li. A screen of 6’2” fell."), 1);
    assert_eq!(count("\"We left, said Ms. Li.\n\n\"No,\" he said."), 1);
}
