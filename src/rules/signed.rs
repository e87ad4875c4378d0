//! Owns quotations that somebody signs: `“No.” — Ana Li`, `“No.” (Ana Li, mayor)`, `“No”: Ana Li`.
//!
//! Leaves out headlines, which `headline` reads.

use std::ops::Range;

use smallvec::smallvec;

use crate::{
    grammar::{
        guess::Guess,
        head::{Head, head},
        phrase::trim_marks,
        verb::is_finite,
        words::{is_dash, is_in, norm},
    },
    lexicon::list::List,
    rules::relation::{Construction, Relation, found_by},
    text::span::Span,
    token::{document::Document, quotation::Quotation},
    vocabulary::{
        reason::{ReasonCode, reason},
        rule::{Rule, rule},
    },
};

static DASHES: List = List::named("dash-before-signature");

/// A quotation, the mark after it, and where that mark's block ends.
pub struct Signature<'a> {
    document: &'a Document<'a>,
    quotation: &'a Quotation,
    mark: usize,
    end: usize,
}

/// The source of a signed quotation.
type Row = Rule<fn(&Signature) -> Option<Range<usize>>>;

/// In the order they are asked.
#[rustfmt::skip]
pub const SIGNATURES: [Row; 4] = [
    rule("R59", "dash", "A dash connects a quotation to the source after it.",
        "“We won’t cut taxes.” — Ana Li, minister", |signature| signature.dash()),
    rule("R81", "line-with-dash", "A line that begins with a dash signs the quotation above it.",
        "“We won’t cut taxes.” | — Ana Li, minister", |signature| signature.below()),
    rule("R69", "bracket", "A name in brackets signs the quotation before it.",
        "“We won’t cut taxes.” (Ana Li, minister)", |signature| signature.bracket()),
    rule("R70", "colon-behind-quotation", "A name after a colon signs the quotation before it.",
        "“We won’t cut taxes”: Ana Li", |signature| signature.colon()),
];

/// The relations of all signed quotations, in order.
pub fn relations(document: &Document) -> Vec<Relation> {
    document.quotations().iter().filter_map(|own| signed(document, own)).collect()
}

fn signed(document: &Document, quotation: &Quotation) -> Option<Relation> {
    const SHORTEST: usize = 4;
    let mark = quotation.tokens.end;
    if !quotation.closed || quotation.tokens.len() < SHORTEST {
        return None;
    }
    let own = block_of(document, mark)?;
    let end = document.tokens_in(own).end;
    let signature = Signature { document, quotation, mark, end };
    let relation = |source: Range<usize>| Relation {
        sources: smallvec![source],
        cue: mark..mark + 1,
        contents: smallvec![quotation.tokens.clone()],
        lemma: if norm(document, mark) == ":" { ":" } else { "—" }.into(),
        confidence: 0.8,
        reasons: vec![reason(ReasonCode::Dash, ""), reason(ReasonCode::Quotation, "")],
        construction: Construction::Introduced,
        ..Relation::default()
    };
    found_by(&SIGNATURES, |find| find(&signature).map(relation))
}

impl Signature<'_> {
    fn is_dash(&self) -> bool {
        norm(self.document, self.mark) == "-" || is_in(self.document, self.mark, &DASHES)
    }

    /// Whether the mark opens a block of its own.
    fn is_below(&self) -> bool {
        let own = block_of(self.document, self.mark);
        own.is_some_and(|own| self.document.tokens_in(own).start == self.mark)
    }

    fn dash(&self) -> Option<Range<usize>> {
        let fits = self.is_dash() && !self.is_below();
        fits.then(|| self.name(self.end)).flatten()
    }

    fn below(&self) -> Option<Range<usize>> {
        let fits = self.is_below() && is_in(self.document, self.mark, &DASHES)
            || self.is_below() && is_dash(self.document, self.mark);
        fits.then(|| self.name(self.end)).flatten()
    }

    fn bracket(&self) -> Option<Range<usize>> {
        const LONGEST: usize = 20;
        if norm(self.document, self.mark) != "(" || self.end - self.mark > LONGEST {
            return None;
        }
        let close = (self.mark..self.end).find(|at| norm(self.document, *at) == ")")?;
        let states = self.quotation.tokens.clone().any(|at| is_finite(self.document, at));
        let fits = self.end - close <= 2 && states && !self.is_below();
        fits.then(|| self.person(close)).flatten()
    }

    fn colon(&self) -> Option<Range<usize>> {
        let fits = norm(self.document, self.mark) == ":" && !self.is_below();
        fits.then(|| self.person(self.end)).flatten()
    }

    fn person(&self, end: usize) -> Option<Range<usize>> {
        let source = self.name(end)?;
        let Some(Head::Name(name, _)) = head(self.document, source.clone()) else { return None };
        let full = name.tokens.len() > 1 && name.guess == Guess::Open;
        (full || name.guess == Guess::Person).then_some(source)
    }

    /// The words between the mark and `end`, if they are a name with any description of it.
    fn name(&self, end: usize) -> Option<Range<usize>> {
        const LONGEST: usize = 16;
        let Self { document, mark, .. } = *self;
        let source = trim_marks(document, mark + 1..end);
        let fits = (1..=LONGEST).contains(&source.len())
            && !source.clone().any(|at| is_finite(document, at));
        let head = fits.then(|| head(document, source.clone())).flatten()?;
        matches!(head, Head::Name(..)).then_some(source)
    }
}

fn block_of(document: &Document, token: usize) -> Option<Span> {
    let at = document.tokens().get(token)?.span;
    let blocks = document.blocks();
    let own = blocks.partition_point(|block| block.span.end <= at.start);
    blocks.get(own).map(|block| block.span).filter(|span| span.contains(at))
}
