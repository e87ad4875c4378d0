//! Owns the mending of sources, of the model and of the rules alike, once it is clear which of them stand.
//! Leaves out what is mended before the two are joined, `edge.rs`.

use std::ops::Range;

use crate::{
    grammar::{
        verb::is_finite,
        words::{is_comma, is_heading, is_mark, is_one, is_time, tag},
    },
    repair::edges::{before_who, without_time},
    token::{document::Document, tag::Tag},
};

/// The words that name who says it, from those that were found.
pub fn mend(document: &Document, source: Range<usize>) -> Range<usize> {
    let source = with_main_subject(document, with_stop(document, source));
    let source = without_time(document, with_time(document, source));
    without_rest(document, behind_what(document, without_past(document, source)))
}

/// With the full stop of its last word: `Sen. Lou Parrish, R-Tex.,`.
fn with_stop(document: &Document, source: Range<usize>) -> Range<usize> {
    let stops = is_one(document, source.end, &["."]) && is_comma(document, source.end + 1);
    source.start..source.end + usize::from(stops)
}

/// Of `A clerk, who gave only her name, Lin,` and `A memo, signed by its chief, Ada Pym,` the clause alone
/// was found, or the end of it.
fn with_main_subject(document: &Document, source: Range<usize>) -> Range<usize> {
    const NEAR: usize = 6;
    const FAR: usize = 12;
    let floor = source.start.saturating_sub(NEAR);
    let mut clause = (floor..=source.start).rev().take_while(|at| !is_mark(document, *at));
    let who = clause.find(|at| is_one(document, *at, &["who"]));
    let closed = is_comma(document, source.end.saturating_sub(1)) || is_comma(document, source.end);
    let who = who.filter(|who| closed && is_comma(document, who.wrapping_sub(1)));
    let apposed = source.start.checked_sub(1).filter(|at| closed && is_comma(document, *at));
    let signed = apposed.and_then(|comma| {
        let mark =
            (source.start.saturating_sub(FAR)..comma).rev().find(|at| is_mark(document, *at))?;
        let by = (mark + 1..comma).find(|at| is_one(document, *at, &["by"]))?;
        (is_comma(document, mark) && by == mark + 2).then_some(mark + 1)
    });
    let main = who.or(signed).and_then(|opens| before_who(document, opens));
    main.map_or(source.start, |main| main.start)..source.end
}

/// Of `a paper published this week` a rule saw no week.
fn with_time(document: &Document, source: Range<usize>) -> Range<usize> {
    let cut = is_one(document, source.end.saturating_sub(1), &["last", "next", "this"])
        && is_time(document, source.end);
    source.start..source.end + usize::from(cut)
}

/// `Ms. Li, a critic of the firm, seized on it,` tweeting: what else somebody did is no part of who it is.
fn without_past(document: &Document, source: Range<usize>) -> Range<usize> {
    let last = source.end.saturating_sub(1);
    let closed = is_comma(document, last) || is_comma(document, source.end);
    let comma = (source.start + 1..last).rfind(|at| is_comma(document, *at)).filter(|_| closed);
    let aside = |comma: usize| (source.start..comma).any(|at| is_comma(document, at));
    let deed = |comma: usize| matches!(tag(document, comma + 1), Tag::VBN | Tag::VBD);
    source.start..comma.filter(|at| aside(*at) && deed(*at)).unwrap_or(source.end)
}

/// In `what the app` called, `a plan which she` called, `Tractors block the town as farmers` say, who
/// speaks comes last.
fn behind_what(document: &Document, source: Range<usize>) -> Range<usize> {
    let heading = is_heading(document, source.start);
    let joint = |at: &usize| {
        is_one(document, *at, &["what", "which"]) || heading && is_one(document, *at, &["as"])
    };
    let at = (source.start + 1..source.end).rfind(joint).filter(|at| at + 1 < source.end);
    let verb = at.is_some_and(|at| (at + 1..source.end).any(|at| is_finite(document, at)));
    at.filter(|_| !verb).map_or(source.start, |at| at + 1)..source.end
}

/// Without a comma at its end that closes nothing, `Marches Motor Services,`, or what opens a pair: `the
/// ministry neither` confirmed.
fn without_rest(document: &Document, source: Range<usize>) -> Range<usize> {
    let last = source.end.saturating_sub(1);
    let alone = is_comma(document, last) && !(source.start..last).any(|at| is_comma(document, at));
    let extra = alone || is_one(document, last, &["both", "either", "neither"]);
    source.start..source.end - usize::from(extra && last > source.start)
}
