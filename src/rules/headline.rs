//! Owns what headlines credit in their own short way: `Talks held, sources say`, `Bridge unsafe:
//! report`, `Police: three dead`. Tags are poor guides there, so the lexicons decide.

use std::ops::Range;

use smallvec::smallvec;

use crate::{
    grammar::{
        guess::is_place,
        head::{Head, head},
        verb::is_finite,
        words::{is_in, is_mark, norm, quotation_at},
    },
    lexicon::list::List,
    rules::{
        cue::{self, Verb},
        relation::Relation,
        transcript::is_rubric,
    },
    token::document::Document,
    vocabulary::{
        kinds::{BlockKind, SourceKind},
        reason::{ReasonCode, reason},
    },
};

static FINDING_DOCUMENT: List = List::named("finding-document");
static HEADLINE_ARTICLE: List = List::named("headline-article");

/// The relations of all headings, in order.
pub fn relations(document: &Document) -> Vec<Relation> {
    let headings = document.blocks().iter().filter(|block| block.kind == BlockKind::Heading);
    headings.filter_map(|block| relation(document, document.tokens_in(block.span))).collect()
}

/// How many tokens a headline's source has at most.
const LONGEST: usize = 4;

fn relation(document: &Document, heading: Range<usize>) -> Option<Relation> {
    let from = heading.start.max(heading.end.saturating_sub(LONGEST + 3)) + 1;
    let mark = (from..heading.end)
        .rev()
        .find(|at| is_mark(document, *at) && quotation_at(document, *at).is_none());
    let behind = mark.and_then(|mark| match norm(document, mark) {
        "," => said(document, &heading, mark),
        ":" | "-" => tail(document, &heading, mark),
        _ => None,
    });
    behind.or_else(|| opening(document, &heading))
}

/// `Talks held, sources say`; `Talks held, say sources`.
fn said(document: &Document, heading: &Range<usize>, comma: usize) -> Option<Relation> {
    let speech = |at: usize| cue::verb(document, at).filter(says);
    let (first, last) = (comma + 1, heading.end - 1);
    let (source, cue) = match (speech(last), speech(first)) {
        (Some(_), _) => (first..last, last..heading.end),
        (None, Some(verb)) => (verb.end..heading.end, first..verb.end),
        _ => return None,
    };
    let verb = speech(cue.start)?;
    let content = heading.start..comma;
    let clause = content.len() > 1 && is_source(document, &source);
    clause.then(|| Relation {
        sources: smallvec![source],
        cue,
        contents: smallvec![content],
        lemma: verb.entry.lemma.into(),
        act: verb.entry.act,
        stance: verb.entry.stance,
        confidence: 0.8,
        reasons: vec![
            reason(ReasonCode::CueVerb, verb.entry.lemma),
            reason(ReasonCode::Headline, ""),
        ],
    })
}

fn says(verb: &Verb) -> bool {
    let finite = verb.forms.base || verb.forms.third || verb.forms.past;
    finite && verb.entry.takes('c') && verb.entry.takes('q')
}

/// `Bridge was unsafe: report`.
fn tail(document: &Document, heading: &Range<usize>, mark: usize) -> Option<Relation> {
    let (content, source) = (heading.start..mark, mark + 1..heading.end);
    let states = content.len() > 2 && states(document, &content);
    (states && is_source(document, &source)).then(|| marked(document, source, mark, content))
}

/// `Police: three people are dead`.
fn opening(document: &Document, heading: &Range<usize>) -> Option<Relation> {
    let reach = heading.end.min(heading.start + LONGEST);
    let colon = (heading.start..reach).find(|at| norm(document, *at) == ":")?;
    let (source, content) = (heading.start..colon, colon + 1..heading.end);
    let states = content.len() > 2 && states(document, &content);
    (states && is_source(document, &source)).then(|| marked(document, source, colon, content))
}

fn marked(
    document: &Document,
    source: Range<usize>,
    mark: usize,
    content: Range<usize>,
) -> Relation {
    Relation {
        sources: smallvec![source],
        cue: mark..mark + 1,
        contents: smallvec![content],
        lemma: norm(document, mark).to_owned().into(),
        confidence: 0.7,
        reasons: vec![reason(ReasonCode::Headline, "")],
        ..Relation::default()
    }
}

/// Whether somebody states something here: there is a verb, or a quotation.
fn states(document: &Document, tokens: &Range<usize>) -> bool {
    tokens.clone().any(|at| is_finite(document, at) || norm(document, at) == "\"")
}

/// Whether a few words stand for somebody who speaks: no article, no verb, no place alone.
fn is_source(document: &Document, tokens: &Range<usize>) -> bool {
    let short = (1..=LONGEST).contains(&tokens.len());
    let article = is_in(document, tokens.start, &HEADLINE_ARTICLE);
    if !short || article || tokens.clone().any(|at| is_finite(document, at)) {
        return false;
    }
    match head(document, tokens.clone()) {
        Some(Head::Name(name, _)) => {
            !is_place(norm(document, name.tokens.end - 1)) && !is_rubric(document, tokens)
        }
        Some(Head::Phrase(phrase)) => {
            phrase.noun.is_some_and(|noun| noun.kind != SourceKind::Document)
                || is_in(document, phrase.head, &FINDING_DOCUMENT)
        }
        _ => false,
    }
}
