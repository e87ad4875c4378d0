//! Owns asides: who says all of a sentence, and who only a part, where each content holds the other's
//! cue: `The firm says it is safe, Ms. Li said`, `She said that, according to Oxfam, prices rose`.

use std::ops::Range;

use crate::{
    grammar::words::{is_in, is_mark},
    lexicon::list::List,
    rules::relation::{Relation, is_closed},
    text::span::Ranges,
    token::document::Document,
};

static COMPLEMENTIZER: List = List::named("complementizer");

/// How many relations before one may say a part of it.
const NEIGHBOURS: usize = 4;

/// Ends contents where somebody else says more, and lets them go on after an aside.
pub fn settle(document: &Document, relations: &mut [Relation]) {
    for later in 1..relations.len() {
        let Some((earlier, [own, ..])) = relations.split_at_mut_checked(later) else { continue };
        for known in earlier.iter_mut().rev().take(NEIGHBOURS) {
            part(document, known, own);
        }
    }
}

fn part(document: &Document, earlier: &mut Relation, later: &mut Relation) {
    let aside = is_closed(later) && later.contents.last().is_some_and(|c| c.start > later.cue.end);
    if aside && is_cut_off(document, earlier, later) {
        let end = later.contents.last().map_or(0, |rest| rest.end);
        earlier.contents.iter_mut().rev().take(1).for_each(|content| content.end = end);
    }
    let held = earlier.contents.iter().any(|content| content.contains(&later.cue.start));
    if !held || !surrounds(later, earlier) {
        return;
    }
    if aside {
        later.contents = common(document, &later.contents, &earlier.contents);
    } else if is_mark(document, start(later).saturating_sub(1)) {
        let end = later.contents.first().map_or(0, |before| before.end);
        earlier.contents.iter_mut().for_each(|content| content.end = content.end.min(end));
        earlier.contents.retain(|content| !Range::is_empty(content));
    }
}

/// Whether nothing but `that` was found before an aside: `said that, according to Oxfam, prices rose`.
fn is_cut_off(document: &Document, earlier: &Relation, later: &Relation) -> bool {
    let Some(last) = earlier.contents.last() else { return false };
    let near = last.end..last.end + 2;
    last.len() == 1
        && is_in(document, last.start, &COMPLEMENTIZER)
        && near.contains(&later.cue.start)
}

/// Whether what stands before a relation's source and cue holds all of an earlier one but the rest of
/// its content.
pub fn surrounds(later: &Relation, earlier: &Relation) -> bool {
    let before = later.contents.first().filter(|before| before.end <= start(later));
    let Some(before) = before else { return false };
    let inside = |part: &Range<usize>| before.start <= part.start && part.end <= before.end;
    let opens = |part: &Range<usize>| before.start <= part.start && part.start < before.end;
    inside(&earlier.cue) && earlier.sources.iter().all(inside) && earlier.contents.iter().all(opens)
}

/// What two lists of contents share, but for a lone `that`.
fn common(document: &Document, ours: &[Range<usize>], theirs: &[Range<usize>]) -> Ranges {
    let meet = |a: &Range<usize>, b: &Range<usize>| a.start.max(b.start)..a.end.min(b.end);
    let pairs = ours.iter().flat_map(|a| theirs.iter().map(move |b| meet(a, b)));
    let says =
        |part: &Range<usize>| part.len() > 1 || !is_in(document, part.start, &COMPLEMENTIZER);
    pairs.filter(|part| !part.is_empty()).filter(says).collect()
}

/// Where the source and cue of a relation begin.
fn start(relation: &Relation) -> usize {
    let source = relation.sources.first().map_or(relation.cue.start, |source| source.start);
    source.min(relation.cue.start)
}
