//! Owns pairs of relations that contain each other's cue: which source reports the whole sentence, and which only
//! a part of it.

use std::ops::Range;

use crate::{
    grammar::words::{is_comma, is_in, is_mark, quotation_at, tag},
    repair::{overlap::surrounds, row, words},
    rules::relation::{Construction, Relation, is_closed},
    text::span::Ranges,
    token::{document::Document, tag::Tag},
    vocabulary::rule::{Rule, rule},
};

/// How many earlier relations each relation is compared with.
const NEIGHBOURS: usize = 4;

/// A rule that changes a relation or an earlier one, given both.
type PairRule = Rule<fn(&Document, &mut Relation, &mut Relation)>;

/// The rules in the order in which they are asked.
#[rustfmt::skip]
pub const ASIDES: [PairRule; 3] = [
    rule("A3", "cut-off", "Extends a content past an aside where only its complementizer was found.",
        "She said that, according to Oxfam, | prices rose", go_on),
    rule("A4", "aside", "Limits an aside inside a content to that content.",
        "The minister said prices, according to the office, had doubled", limit_aside),
    rule("A5", "outer-report", "Ends a content where a later source reports the whole, or the other side has its say.",
        "The firm says it is safe, Ms. Li said; The firm says it is safe, while engineers doubt it", end_before_report),
];

/// Divides contents between relations that hold each other's cue.
pub fn divide(document: &Document, relations: &mut [Relation]) {
    for own in 1..relations.len() {
        for earlier in (own.saturating_sub(NEIGHBOURS)..own).rev() {
            let Some(both) = relations.get_mut(earlier..=own) else { continue };
            row::apply_all(document, &ASIDES, both, |rule, both| {
                if let [earlier, .., own] = both {
                    rule(document, earlier, own);
                }
            });
        }
    }
}

/// The end of an `according to` relation's last content, if that content continues after the cue.
fn aside_end(relation: &Relation) -> Option<usize> {
    let last = relation.contents.last().filter(|_| is_closed(relation))?;
    (last.start > relation.cue.end).then_some(last.end)
}

/// Whether each content holds the other's cue.
fn hold_each_other(earlier: &Relation, later: &Relation) -> bool {
    let held = earlier.contents.iter().any(|content| content.contains(&later.cue.start));
    held && surrounds(later, earlier)
}

fn go_on(document: &Document, earlier: &mut Relation, later: &mut Relation) {
    let (Some(last), Some(end)) = (earlier.contents.last_mut(), aside_end(later)) else { return };
    let near = last.end..last.end + 2;
    if near.contains(&later.cue.start) && is_bare(document, last) {
        last.end = end;
    }
}

fn limit_aside(document: &Document, earlier: &mut Relation, later: &mut Relation) {
    if aside_end(later).is_some() && hold_each_other(earlier, later) {
        later.contents = common(document, &later.contents, &earlier.contents);
    }
}

fn end_before_report(document: &Document, earlier: &mut Relation, later: &mut Relation) {
    let joint = later.start().wrapping_sub(1);
    let comma = joint.wrapping_sub(1);
    let named = later.sources.first().is_some_and(|own| tag(document, own.start) != Tag::PRP);
    let other = named
        && earlier.construction != Construction::Label
        && is_in(document, joint, &words::CONJUNCTION_OF_OTHER_SIDE)
        && is_comma(document, comma)
        && quotation_at(document, comma).is_none();
    let cut = |content: &&mut Range<usize>| {
        other && content.contains(&comma) && content.start > earlier.cue.start
    };
    if let Some(content) = earlier.contents.iter_mut().find(cut) {
        content.end = comma;
    }
    let behind_mark = is_mark(document, later.start().saturating_sub(1));
    if behind_mark && aside_end(later).is_none() && hold_each_other(earlier, later) {
        let end = later.contents.first().map_or(0, |before| before.end);
        earlier.contents.iter_mut().for_each(|content| content.end = content.end.min(end));
        earlier.contents.retain(|content| !Range::is_empty(content));
    }
}

/// Whether a content is a complementizer alone.
fn is_bare(document: &Document, content: &Range<usize>) -> bool {
    content.len() == 1 && is_in(document, content.start, &words::COMPLEMENTIZER)
}

/// What two lists of contents share, without parts that are only a complementizer.
fn common(document: &Document, ours: &[Range<usize>], theirs: &[Range<usize>]) -> Ranges {
    let meet = |a: &Range<usize>, b: &Range<usize>| a.start.max(b.start)..a.end.min(b.end);
    let pairs = ours.iter().flat_map(|a| theirs.iter().map(move |b| meet(a, b)));
    pairs.filter(|part| !part.is_empty() && !is_bare(document, part)).collect()
}
