//! Owns what headlines credit in their own short way: `Talks held, sources say`, `Bridge unsafe: report`,
//! `Police: three dead`. Tags are poor guides there, so the lexicons decide.

use std::ops::Range;

use smallvec::smallvec;

use crate::{
    grammar::{
        guess::is_place,
        head::{Head, head},
        verb::is_finite,
        words::{is_in, is_inner_mark, is_mark, norm, quotation_at, tag},
    },
    lexicon::list::List,
    rules::{
        cue::{self, Verb, cue_reason, of},
        relation::{Construction, Relation, found_by},
        transcript::is_rubric,
    },
    token::{document::Document, tag::Tag},
    vocabulary::{
        kinds::{BlockKind, SourceKind},
        reason::{ReasonCode, reason},
        rule::{Rule, rule},
    },
};

static NO_SOURCES: List = List::named("word-opening-topic");
static FINDINGS: List = List::named("document-in-headline");

/// The relation of a headline, whose last mark outside of quotations is given.
type Row = Rule<fn(&Document, &Range<usize>, Option<usize>) -> Option<Relation>>;

/// In the order they are asked.
#[rustfmt::skip]
pub const HEADLINES: [Row; 4] = [
    rule("R52", "headline-verb-last", "Behind the last comma stand a source and a verb of saying.",
        "Talks held, sources say", verb_last),
    rule("R53", "headline-verb-first", "Behind the last comma stand a verb of saying and a source.",
        "Talks held, say sources", verb_first),
    rule("R54", "headline-source-last", "Behind the last colon or dash stands a source.",
        "Bridge was unsafe: report", source_last),
    rule("R55", "headline-source-first", "Before the first colon stands a source that is no bare name.",
        "Police: three people are dead", source_first),
];

/// The relations of all headings, in order.
pub fn relations(document: &Document) -> Vec<Relation> {
    let headings = document.blocks().iter().filter(|block| block.kind == BlockKind::Heading);
    headings.filter_map(|block| relation(document, document.tokens_in(block.span))).collect()
}

/// A headline's source has at most so many tokens.
const LONGEST: usize = 4;

fn relation(document: &Document, heading: Range<usize>) -> Option<Relation> {
    let from = heading.start.max(heading.end.saturating_sub(LONGEST + 3)) + 1;
    let mark = (from..heading.end)
        .rev()
        .filter(|at| is_mark(document, *at) && tag(document, *at) != Tag::POS)
        .find(|at| !is_inner_mark(document, *at) && quotation_at(document, *at).is_none());
    found_by(&HEADLINES, |find| find(document, &heading, mark))
}

fn verb_last(document: &Document, heading: &Range<usize>, mark: Option<usize>) -> Option<Relation> {
    let comma = mark.filter(|mark| norm(document, *mark) == ",")?;
    let last = heading.end - 1;
    let verb = speech(document, last)?;
    said(document, heading.start..comma, comma + 1..last, &verb, last..heading.end)
}

fn verb_first(
    document: &Document,
    heading: &Range<usize>,
    mark: Option<usize>,
) -> Option<Relation> {
    let comma = mark.filter(|mark| norm(document, *mark) == ",")?;
    let verb = speech(document, comma + 1)?;
    let source = verb.end..heading.end;
    said(document, heading.start..comma, source, &verb, comma + 1..verb.end)
}

fn said(
    document: &Document,
    content: Range<usize>,
    source: Range<usize>,
    verb: &Verb,
    cue: Range<usize>,
) -> Option<Relation> {
    (content.len() > 1 && is_source(document, &source)).then(|| Relation {
        sources: smallvec![source],
        cue,
        contents: smallvec![content],
        confidence: 0.8,
        reasons: vec![cue_reason(verb), reason(ReasonCode::Headline, "")],
        construction: Construction::Headline,
        ..of(verb)
    })
}

/// The verb of saying that begins at a token.
fn speech(document: &Document, at: usize) -> Option<Verb> {
    cue::verb(document, at).filter(|verb| {
        let finite = verb.forms.base || verb.forms.third || verb.forms.past;
        finite && verb.entry.takes('c') && verb.entry.takes('q')
    })
}

fn source_last(
    document: &Document,
    heading: &Range<usize>,
    mark: Option<usize>,
) -> Option<Relation> {
    let mark = mark.filter(|mark| matches!(norm(document, *mark), ":" | "-"))?;
    marked(document, mark + 1..heading.end, mark, heading.start..mark)
}

fn source_first(document: &Document, heading: &Range<usize>, _: Option<usize>) -> Option<Relation> {
    let mut near = heading.start..heading.end.min(heading.start + LONGEST);
    let colon = near.find(|at| norm(document, *at) == ":")?;
    marked(document, heading.start..colon, colon, colon + 1..heading.end)
}

/// The relation whose cue is a mark, if the content has a verb or a quotation.
fn marked(
    document: &Document,
    source: Range<usize>,
    mark: usize,
    content: Range<usize>,
) -> Option<Relation> {
    let mut words = content.clone();
    let states = content.len() > 2
        && words.any(|at| is_finite(document, at) || quotation_at(document, at).is_some());
    (states && is_source(document, &source)).then(|| Relation {
        sources: smallvec![source],
        cue: mark..mark + 1,
        contents: smallvec![content],
        lemma: norm(document, mark).to_owned().into(),
        confidence: 0.7,
        reasons: vec![reason(ReasonCode::Headline, "")],
        construction: Construction::Headline,
        ..Relation::default()
    })
}

/// Whether a few words stand for somebody who speaks: no article, no verb, no place alone.
fn is_source(document: &Document, tokens: &Range<usize>) -> bool {
    let short = (1..=LONGEST).contains(&tokens.len());
    let topic = is_in(document, tokens.start, &NO_SOURCES);
    if !short || topic || tokens.clone().any(|at| is_finite(document, at)) {
        return false;
    }
    match head(document, tokens.clone()) {
        Some(Head::Name(name, _)) => {
            !is_place(norm(document, name.tokens.end - 1)) && !is_rubric(document, tokens)
        }
        Some(Head::Phrase(phrase)) => {
            phrase.noun.is_some_and(|noun| noun.kind != SourceKind::Document)
                || is_in(document, phrase.head, &FINDINGS)
        }
        _ => false,
    }
}
