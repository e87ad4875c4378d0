//! Owns the linker: joins labelled sources and contents to the cues they belong to.
//!
//! The labels say on which side the cue stands; the nearest one there is it. A cue without a source
//! of its own, as `adding`, shares that of the cue before it in its sentence.

use std::ops::Range;

use crate::{
    detect::{
        label::Role,
        phrase::{is_adverb, is_auxiliary, is_one, is_time, quotation_at, tag},
        relation::Relation,
        said::{is_about_name, unclosed},
    },
    document::Document,
    tag::Tag,
};

/// A run of tokens with one role.
#[derive(Clone, Debug)]
pub struct Piece {
    /// Its role.
    pub role: Role,
    /// Its tokens in the document.
    pub tokens: Range<usize>,
    /// Its sentence in the document.
    pub sentence: usize,
}

/// How many sentences may lie between a content and its cue.
const CONTENT_REACH: usize = 6;

/// How many words of a next sentence are no part of a content.
const TAIL: usize = 2;

/// How many sentences may lie between a source and its cue.
const SOURCE_REACH: usize = 1;

/// The pieces that the labels of a document's tokens make up, in order.
pub fn pieces(document: &Document, labels: &[u8]) -> Vec<Piece> {
    let mut pieces: Vec<Piece> = Vec::new();
    for (sentence, found) in document.sentences().iter().enumerate() {
        for at in unclosed(document, &found.tokens) {
            let Some((role, first)) = labels.get(at).copied().and_then(Role::of) else { continue };
            let open = pieces.last_mut().filter(|p| p.role == role && p.tokens.end == at && !first);
            match open {
                Some(piece) => piece.tokens.end = at + 1,
                None => pieces.push(Piece { role, tokens: at..at + 1, sentence }),
            }
        }
    }
    pieces
}

/// A relation, and whether its source is lent by the cue before it.
#[derive(Clone, Debug, Default)]
pub struct Linked {
    /// Its parts.
    pub relation: Relation,
    /// Whether its source belongs to another cue.
    pub shared: bool,
}

/// The relations between pieces, one for each cue that has a content, in order.
pub fn relations(document: &Document, pieces: &[Piece]) -> Vec<Linked> {
    let cues: Vec<&Piece> = pieces.iter().filter(|piece| piece.role == Role::Cue).collect();
    let relation = |cue: &&Piece| Relation {
        cue: without_time(document, cue.tokens.clone()),
        ..Relation::default()
    };
    let linked = |cue| Linked { relation: relation(cue), shared: false };
    let mut relations: Vec<Linked> = cues.iter().map(linked).collect();
    for piece in pieces.iter().filter(|piece| piece.role != Role::Cue) {
        let own = cue_of(document, &cues, piece);
        let Some(Linked { relation, .. }) = own.and_then(|at| relations.get_mut(at)) else {
            continue;
        };
        let source = piece.role.is_source();
        if source {
            relation.sources.push(piece.tokens.clone());
        } else {
            let content = without_tail(document, piece.tokens.clone());
            relation.contents.push(without_commas(document, content));
        }
    }
    relations.iter_mut().for_each(|linked| keep_nearest_source(&mut linked.relation));
    for at in 1..cues.len() {
        share(&cues, &mut relations, at);
    }
    for Relation { sources, cue, .. } in relations.iter_mut().map(|linked| &mut linked.relation) {
        sources.iter_mut().for_each(|own| *own = relative(document, own.clone(), cue.start));
    }
    relations.iter_mut().for_each(|linked| end_condition(document, &mut linked.relation));
    relations.retain(|linked| {
        let Relation { sources, contents, .. } = &linked.relation;
        let mut hidden = sources.iter().zip(contents);
        !contents.is_empty()
            && !hidden.any(|(source, content)| is_about_name(document, source, content))
    });
    relations
}

/// In `said on Monday that` the cue ends before the day.
fn without_time(document: &Document, cue: Range<usize>) -> Range<usize> {
    let mut end = cue.end;
    while end > cue.start + 1 && is_time(document, end - 1) {
        end -= 1;
    }
    let on = end < cue.end && end > cue.start + 1 && is_one(document, end - 1, &["on", "in", "at"]);
    if on { cue.start..end - 1 } else { cue }
}

/// In `a clerk, who said` the source is `who`; in `a clerk, who asked not to be named, said` it is the
/// clerk.
fn relative(document: &Document, source: Range<usize>, cue: usize) -> Range<usize> {
    let last = source.end.saturating_sub(1).max(source.start);
    if tag(document, last) != Tag::WP {
        return source;
    }
    let light = |at| is_adverb(document, at) || is_auxiliary(document, at);
    let says = (source.end..cue).all(light);
    if says { last..source.end } else { before_who(document, last).unwrap_or(last..source.end) }
}

/// The words that open a sentence and whom a `who` after them stands for.
fn before_who(document: &Document, who: usize) -> Option<Range<usize>> {
    const LONGEST: usize = 12;
    let sentences = document.sentences();
    let own = sentences.get(sentences.partition_point(|sentence| sentence.tokens.end <= who))?;
    let end = who.checked_sub(1).filter(|comma| is_comma(document, *comma)).unwrap_or(who);
    let words = own.tokens.start..end;
    let acts = |at| matches!(tag(document, at), Tag::VBD | Tag::VBZ | Tag::VBP | Tag::MD);
    let fits = (1..=LONGEST).contains(&words.len());
    let one = !words.clone().any(|at| acts(at) || quotation_at(document, at).is_some());
    (fits && one).then_some(words)
}

/// `If she says it failed, she will lose`: what she says ends with the condition.
fn end_condition(document: &Document, relation: &mut Relation) {
    let Some(source) = relation.sources.first().map(|source| source.start) else { return };
    let before = source.wrapping_sub(1);
    let sentences = document.sentences();
    let own = sentences.partition_point(|sentence| sentence.tokens.end <= source);
    let opens = sentences.get(own).is_some_and(|sentence| sentence.tokens.start == before);
    if !opens || !is_one(document, before, &["if", "unless"]) {
        return;
    }
    for content in &mut relation.contents {
        let goes_on = |at: usize| matches!(tag(document, at), Tag::PRP | Tag::DT | Tag::EX);
        let ends = |at: &usize| {
            is_comma(document, *at) && goes_on(at + 1) && quotation_at(document, *at).is_none()
        };
        content.end = content.clone().skip(1).find(ends).unwrap_or(content.end);
    }
}

/// A content that runs on into the next sentence for a word or two ends before it.
fn without_tail(document: &Document, content: Range<usize>) -> Range<usize> {
    let sentences = document.sentences();
    let last = sentences.partition_point(|sentence| sentence.tokens.end < content.end);
    let start = sentences.get(last).map_or(content.start, |sentence| sentence.tokens.start);
    let tail = content.start < start && content.end - start <= TAIL;
    if tail { content.start..start } else { content }
}

/// A comma at the end of a content belongs to the sentence: `The ship has left, officials said`.
fn without_commas(document: &Document, mut part: Range<usize>) -> Range<usize> {
    while part.len() > 1 && is_comma(document, part.end - 1) {
        part.end -= 1;
    }
    while part.len() > 1 && is_comma(document, part.start) {
        part.start += 1;
    }
    part
}

fn is_comma(document: &Document, at: usize) -> bool {
    document.tokens().get(at).is_some_and(|token| token.tag == Tag::Comma)
}

/// A source is one stretch of words; of several that were labelled, the one at the cue counts.
fn keep_nearest_source(relation: &mut Relation) {
    let cue = relation.cue.clone();
    let apart = |source: &Range<usize>| {
        source.start.saturating_sub(cue.end).max(cue.start.saturating_sub(source.end))
    };
    relation.sources.sort_by_key(apart);
    relation.sources.truncate(1);
}

fn cue_of(document: &Document, cues: &[&Piece], piece: &Piece) -> Option<usize> {
    let after = cues.partition_point(|cue| cue.tokens.start < piece.tokens.start);
    let at = if piece.role.is_before() { after } else { after.checked_sub(1)? };
    let cue = cues.get(at)?;
    let last = document.sentences().partition_point(|s| s.tokens.end < piece.tokens.end);
    let apart = cue.sentence.abs_diff(piece.sentence).min(cue.sentence.abs_diff(last));
    let reach = if piece.role.is_source() { SOURCE_REACH } else { CONTENT_REACH };
    (apart <= reach).then_some(at)
}

fn share(cues: &[&Piece], relations: &mut [Linked], at: usize) {
    let Some((earlier, [own, ..])) = relations.split_at_mut_checked(at) else { return };
    let same = cues.get(at - 1).map(|cue| cue.sentence) == cues.get(at).map(|cue| cue.sentence);
    let Some(earlier) = earlier.last().filter(|_| same && own.relation.sources.is_empty()) else {
        return;
    };
    own.relation.sources.clone_from(&earlier.relation.sources);
    own.shared = !own.relation.sources.is_empty();
}
