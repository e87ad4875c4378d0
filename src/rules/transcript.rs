//! Owns labels: `LI: We won't cut.` in a transcript, `Axios: Talks held` in a headline.

use std::ops::Range;

use smallvec::smallvec;

use crate::{
    grammar::{
        guess::{Guess, is_acronym, is_place},
        head::{Head, head},
        verb::is_finite,
        words::{is_mark, norm},
    },
    lexicon::list::List,
    rules::relation::Relation,
    token::document::Document,
    vocabulary::{
        kinds::BlockKind,
        reason::{ReasonCode, reason},
    },
};

static RUBRIC: List = List::named("rubric");

/// The relations whose cue is the colon behind a label, in order.
pub fn relations(document: &Document) -> Vec<Relation> {
    let blocks = document.blocks().iter().map(|block| (block.kind, document.tokens_in(block.span)));
    let labelled: Vec<(Label, BlockKind, Range<usize>)> = blocks
        .filter(|(kind, _)| kind.is_prose())
        .filter_map(|(kind, tokens)| Some((label(document, &tokens)?, kind, tokens)))
        .collect();
    let several = labelled.len() > 1;
    let stands = |(label, kind, tokens): &(Label, BlockKind, Range<usize>)| match kind {
        BlockKind::Heading => !label.shouted && says(document, label, tokens),
        _ => label.shouted || several,
    };
    labelled
        .iter()
        .filter(|found| stands(found))
        .map(|(l, _, t)| relation(document, l, t))
        .collect()
}

struct Label {
    colon: usize,
    /// All capitals, or an account's name: nothing else is written so.
    shouted: bool,
    tokens: Range<usize>,
}

fn label(document: &Document, block: &Range<usize>) -> Option<Label> {
    const LONGEST: usize = 6;
    let reach = block.end.min(block.start + LONGEST);
    let colon = (block.start..reach).find(|at| norm(document, *at) == ":")?;
    let tokens = block.start..colon;
    if tokens.is_empty() || colon + 2 >= block.end || is_rubric(document, &tokens) {
        return None;
    }
    let account = document.words(document.span(tokens.clone())).starts_with('@');
    let capitals = tokens.clone().all(|at| is_acronym(document, at) || is_mark(document, at));
    let shouted = account || (capitals && tokens.clone().any(|at| is_acronym(document, at)));
    (shouted || is_named(document, &tokens)).then_some(Label { colon, shouted, tokens })
}

/// Whether the label is a name and nothing else, and no place: `Iran: Talks held` is a topic.
fn is_named(document: &Document, tokens: &Range<usize>) -> bool {
    match head(document, tokens.clone()) {
        Some(Head::Name(name, _)) => {
            let whole = name.tokens.end == tokens.end;
            let known = name.guess != Guess::Organization || tokens.len() < 4;
            whole && known && !is_place(norm(document, name.tokens.end - 1))
        }
        _ => false,
    }
}

/// Labels that name a part of the page and nobody.
pub fn is_rubric(document: &Document, tokens: &Range<usize>) -> bool {
    tokens.clone().any(|at| RUBRIC.has(norm(document, at)))
}

/// Whether a headline's label is followed by a statement.
fn says(document: &Document, label: &Label, block: &Range<usize>) -> bool {
    let quoted = norm(document, label.colon + 1) == "\"";
    quoted || (label.colon + 1..block.end).any(|at| is_finite(document, at))
}

fn relation(document: &Document, label: &Label, block: &Range<usize>) -> Relation {
    let content = label.colon + 1..block.end;
    let source = label.tokens.clone();
    let cue = label.colon..label.colon + 1;
    Relation {
        sources: smallvec![source],
        cue,
        contents: smallvec![content],
        lemma: ":".into(),
        confidence: if label.shouted { 0.85 } else { 0.7 },
        reasons: vec![reason(
            ReasonCode::Label,
            document.words(document.span(label.tokens.clone())).to_owned(),
        )],
        ..Relation::default()
    }
}
