//! Owns attributions in the short forms of headlines: `Talks held, sources say`, `Bridge unsafe: report`,
//! `Police: three dead`. Tags are unreliable there, so the lexicons decide.

use std::ops::Range;

use smallvec::smallvec;

use crate::{
    grammar::{
        guess::is_place,
        head::{Head, head},
        verb::is_finite,
        words::{is_in, is_inner_mark, is_mark, norm, quotation_at, tag},
    },
    lexicon::{list::List, noun::noun},
    rules::{
        cue::spoken,
        label::is_rubric,
        relation::{Construction, Relation, found_by},
    },
    token::{document::Document, tag::Tag},
    vocabulary::{
        kinds::{BlockKind, SourceKind},
        reason::{ReasonCode, reason},
        rule::{Rule, rule},
    },
};

static NO_SOURCES: List = List::named("word-opening-topic");
static TOPICS: List = List::named("preposition-before-topic");
static FINDINGS: List = List::named("document-in-headline");

/// Finds the relation of a headline, given its last mark outside quotations.
type Row = Rule<fn(&Document, &Range<usize>, Option<usize>) -> Option<Relation>>;

/// In the order they are asked.
#[rustfmt::skip]
pub const HEADLINES: [Row; 2] = [
    rule("R54", "headline-source-last", "A source follows the last colon or dash, alone or before a topic.",
        "Bridge was unsafe: report; “No”: coach on her last season", source_last),
    rule("R55", "headline-source-first", "A source that is not just a place precedes the first colon, alone or before a topic.",
        "Police: three people are dead; Ana Li on fame: “No.”", source_first),
];

/// The relations of all headings, in order.
pub fn relations(document: &Document) -> Vec<Relation> {
    let headings = document.blocks().iter().filter(|block| block.kind == BlockKind::Heading);
    headings.filter_map(|block| relation(document, document.tokens_in(block.span))).collect()
}

/// The most tokens that a headline's source may have.
const LONGEST: usize = 4;

fn relation(document: &Document, heading: Range<usize>) -> Option<Relation> {
    let from = heading.start.max(heading.end.saturating_sub(LONGEST + 3)) + 1;
    let mark = (from..heading.end)
        .rev()
        .filter(|at| is_mark(document, *at) && tag(document, *at) != Tag::POS)
        .find(|at| !is_inner_mark(document, *at) && quotation_at(document, *at).is_none());
    found_by(&HEADLINES, |find| find(document, &heading, mark))
}

fn source_last(
    document: &Document,
    heading: &Range<usize>,
    mark: Option<usize>,
) -> Option<Relation> {
    let ends = |mark: &usize| matches!(norm(document, *mark), ":" | "-");
    let quotation = quotation_at(document, heading.start).map(|quotation| quotation.tokens.end);
    let behind = quotation.filter(|mark| *mark < heading.end).filter(ends);
    let mark = behind.or_else(|| mark.filter(ends))?;
    // `‘No regrets’: coach on her last season`
    let topic =
        (mark + 2..heading.end).find(|at| behind.is_some() && is_in(document, *at, &TOPICS));
    marked(document, mark + 1..topic.unwrap_or(heading.end), mark, heading.start..mark)
}

fn source_first(document: &Document, heading: &Range<usize>, _: Option<usize>) -> Option<Relation> {
    let colon = heading.clone().find(|at| norm(document, *at) == ":")?;
    // `Ana Li on fame: “No.”`
    let quoted = quotation_at(document, colon + 1).is_some();
    let topic = (heading.start..colon).find(|at| quoted && is_in(document, *at, &TOPICS));
    let source = heading.start..topic.unwrap_or(colon);
    if quotation_at(document, source.start).is_some() || spoken(document, source.start).is_some() {
        return None;
    }
    marked(document, source, colon, colon + 1..heading.end)
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

/// Whether a few words name somebody who can speak: no article, no verb, not just a place.
fn is_source(document: &Document, tokens: &Range<usize>) -> bool {
    let short = (1..=LONGEST).contains(&tokens.len());
    let topic = is_in(document, tokens.start, &NO_SOURCES);
    if !short || topic || tokens.clone().any(|at| is_finite(document, at)) {
        return false;
    }
    // `Glasgow tenants`
    let people =
        |at: usize| noun(norm(document, at)).is_some_and(|own| own.is_human() && own.plural);
    if people(tokens.end - 1) {
        return true;
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
