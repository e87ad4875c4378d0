//! Owns what authors say of themselves: `I think` in running text is the one person whom the byline names.

use crate::{
    grammar::words::{is_in, quotation_at},
    lexicon::list::List,
    report::{Attribution, Source},
    text::{byline, span::Span},
    token::{cut, document::Document},
    vocabulary::{
        kinds::{BlockKind, SourceKind},
        reason::{ReasonCode, reason},
        rule::{Rule, rule},
    },
};

/// How many attributions around one are looked at.
const DEEPEST: usize = 8;

static SINGULAR: List = List::named("first-person-singular");

/// A rule about one of a text's attributions, by its number.
type AuthorRule = Rule<fn(&Document, &[Attribution], usize) -> bool>;

/// The rule for an attribution that nobody is credited with.
pub const AUTHOR: AuthorRule = rule(
    "W54",
    "author",
    "`I` outside of quotations is the author, where the bylines name one.",
    "By Ana Brook | I think it is late",
    is_author,
);

/// Credits the one author with what they say as `I`; adds a source if none has that name.
pub fn credit(document: &Document, attributions: &mut [Attribution], sources: &mut Vec<Source>) {
    let Some((span, name)) = author(document) else { return };
    let own = |at: usize| {
        let first =
            attributions.get(at).map_or(0, |found| document.tokens_in(found.cue.span).start);
        AUTHOR.holds(first, |is| is(document, attributions, at))
    };
    let own: Vec<bool> = (0..attributions.len()).map(own).collect();
    if !own.contains(&true) {
        return;
    }
    let known = sources.iter().position(|source| source.name == name);
    let place = known.unwrap_or_else(|| {
        let before =
            |source: &Source| source.mentions.first().is_some_and(|m| m.start < span.start);
        let place = sources.partition_point(before);
        let later = attributions.iter_mut().filter_map(|found| found.source.as_mut());
        later.filter(|source| **source >= place).for_each(|source| *source += 1);
        sources.insert(place, source(name, span));
        place
    });
    for (found, _) in attributions.iter_mut().zip(own).filter(|(_, own)| *own) {
        found.source = Some(place);
        found.reasons.retain(|reason| reason.code != ReasonCode::Unclear);
        let full = sources.get(place).map_or("", |source| &source.name);
        found.reasons.push(reason(ReasonCode::Pronoun, format!("i → {full}")));
    }
}

fn source(name: String, span: Span) -> Source {
    Source {
        name,
        description: String::new(),
        kind: SourceKind::Person,
        named: true,
        mentions: vec![span],
        attributions: Vec::new(),
        words: 0,
        share: 0.0,
    }
}

fn is_author(document: &Document, attributions: &[Attribution], at: usize) -> bool {
    let says = |at: usize| {
        let found = attributions.get(at).filter(|found| found.source.is_none());
        let source = found.and_then(|found| found.sources.first().copied());
        source.map(|source| document.tokens_in(source).start).is_some_and(|first| {
            is_in(document, first, &SINGULAR) && quotation_at(document, first).is_none()
        })
    };
    let outer = |at: &usize| attributions.get(*at)?.parent;
    std::iter::successors(Some(at), outer).take(DEEPEST).all(says)
}

/// The one author in the bylines of a text, and where they stand.
fn author(document: &Document) -> Option<(Span, String)> {
    let mut bylines = document.blocks().iter().filter(|block| block.kind == BlockKind::Byline);
    let (block, None) = (bylines.next()?, bylines.next()) else { return None };
    let words = document.words(block.span);
    let names = byline::names(&cut::unbroken(words));
    let [name] = &names[..] else { return None };
    let start = block.span.start + words.find(&**name)?;
    byline::is_name(name).then(|| (Span::new(start, start + name.len()), name.clone()))
}
