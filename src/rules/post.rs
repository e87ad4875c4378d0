//! Owns posts of social media that stand in an article as text: a handle in the line below or above says whose they are.

use std::ops::Range;

use smallvec::smallvec;

use crate::{
    grammar::{
        name::names,
        words::{is_dash, is_in, is_mark, is_time, norm, quotation_at, tag},
    },
    lexicon::list::List,
    rules::relation::{Construction, Relation, found_by},
    token::{document::Document, tag::Tag},
    vocabulary::{
        kinds::BlockKind,
        reason::{ReasonCode, reason},
        rule::{Rule, rule},
    },
};

static DASHES: List = List::named("dash-before-signature");

/// A line with a handle, by its block and its tokens.
pub struct Line<'a> {
    document: &'a Document<'a>,
    block: usize,
    tokens: Range<usize>,
    handle: usize,
}

/// The source, the cue and the words of a post.
type Row = Rule<fn(&Line) -> Option<[Range<usize>; 3]>>;

/// In the order they are asked.
#[rustfmt::skip]
pub const POSTS: [Row; 2] = [
    rule("R90", "handle-below", "A dash and a name with a handle sign the words before them.",
        "We are shut. | — Ana Li (@anali) May 2, 2024", |line| line.signs()),
    rule("R91", "handle-above", "A line with nothing but a name and a handle says whose the paragraph below is.",
        "Ana Li @anali | We are shut.", |line| line.opens()),
];

/// The relations of all posts, in order.
pub fn relations(document: &Document) -> Vec<Relation> {
    let blocks = document.blocks().iter().enumerate();
    let lines = blocks.filter_map(|(block, own)| {
        let tokens = document.tokens_in(own.span);
        let handle = tokens.clone().find(|at| is_handle(document, *at))?;
        Some(Line { document, block, tokens, handle })
    });
    let relation = |parts| relation(document, parts);
    lines.filter_map(|line| found_by(&POSTS, |post| post(&line).map(relation))).collect()
}

fn relation(document: &Document, [source, cue, content]: [Range<usize>; 3]) -> Relation {
    let above = cue.end <= content.start;
    let handle = document.words(document.span(cue.clone())).to_owned();
    Relation {
        sources: smallvec![source],
        cue,
        contents: smallvec![content],
        lemma: "@".into(),
        confidence: 0.8,
        reasons: vec![match above {
            true => reason(ReasonCode::Label, handle),
            false => reason(ReasonCode::Dash, ""),
        }],
        construction: Construction::Label,
        ..Relation::default()
    }
}

fn is_handle(document: &Document, at: usize) -> bool {
    norm(document, at).strip_prefix('@').is_some_and(|name| !name.is_empty())
}

impl Line<'_> {
    fn signs(&self) -> Option<[Range<usize>; 3]> {
        const LONGEST: usize = 24;
        let Self { document, ref tokens, handle, .. } = *self;
        let dash = |at: &usize| is_dash(document, *at) || is_in(document, *at, &DASHES);
        let mark = (tokens.start..handle).rfind(dash)?;
        let source = self.name(mark + 1)?;
        let ends = tokens.end - mark <= LONGEST && norm(document, handle - 1) == "(";
        let content = if mark == tokens.start {
            self.beside(self.block.checked_sub(1)?)?
        } else {
            tokens.start..mark
        };
        ends.then_some([source, mark..mark + 1, content])
    }

    fn opens(&self) -> Option<[Range<usize>; 3]> {
        let Self { document, ref tokens, handle, .. } = *self;
        let source = self.name(tokens.start)?;
        let rest = |at: usize| {
            is_mark(document, at) || is_time(document, at) || tag(document, at) == Tag::CD
        };
        let bare = (handle + 1..tokens.end).all(rest) && tokens.end > handle;
        let content = self.beside(self.block + 1).filter(|_| bare)?;
        Some([source, handle..handle + 1, content])
    }

    /// The name between a token and the handle, if nothing else stands there.
    fn name(&self, start: usize) -> Option<Range<usize>> {
        let Self { document, handle, .. } = *self;
        let end = handle - usize::from(norm(document, handle.wrapping_sub(1)) == "(");
        let name = names(document, start..end.max(start)).next()?;
        (name.title.start.min(name.tokens.start) == start && name.tokens.end == end)
            .then_some(start..end)
    }

    /// The words of a paragraph beside the line that are not quoted.
    fn beside(&self, block: usize) -> Option<Range<usize>> {
        let Self { document, .. } = *self;
        let plain = |kind| matches!(kind, BlockKind::Paragraph | BlockKind::Blockquote);
        let own = document.blocks().get(block).filter(|own| plain(own.kind))?;
        let words = document.tokens_in(own.span);
        (!words.is_empty() && quotation_at(document, words.start).is_none()).then_some(words)
    }
}
