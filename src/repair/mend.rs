//! Owns the mending of sources, of the net and of the rules alike, once it is clear which of them stand.
//!
//! Leaves out what is mended before the two are merged (`edges.rs`).

use std::ops::Range;

use crate::{
    grammar::{
        verb::is_finite,
        words::{is_comma, is_heading, is_in, is_mark, is_time, norm, tag},
    },
    repair::{edges::before_who, row::WordsRule, words},
    token::{document::Document, tag::Tag},
    vocabulary::rule::rule,
};

/// What holds for the sources of the net and of the rules alike, in the order in which it is asked.
#[rustfmt::skip]
pub const MENDS: [WordsRule; 7] = [
    rule("F1", "closing-stop", "Takes in the full stop of an abbreviation.",
        "Sen. Lou Parrish, R-Tex., | said", with_stop),
    rule("F2", "main-subject", "Takes in whom a relative clause or a participle describes, where that alone was found.",
        "A clerk, who gave only her name, Lin, | said", with_main_subject),
    rule("F3", "cut-time", "Takes in the last word of a time that belongs to the source.",
        "a paper published this week | says", with_time),
    rule("F4", "trailing-time", "Drops a trailing time.",
        "Reuters this week | said", without_time),
    rule("F5", "past-deed", "Drops what else the source did, set off by a comma.",
        "Ms. Li, a critic of the firm, seized on it, | tweeting", without_past),
    rule("F6", "behind-what", "Keeps who speaks behind a relative pronoun, or a conjunction in a headline.",
        "a plan which she | called", behind_what),
    rule("F7", "loose-end", "Drops a comma that closes nothing, and the word that opens a pair.",
        "the ministry neither | confirmed", without_rest),
];

fn without_time(document: &Document, source: Range<usize>, _: &Range<usize>) -> Range<usize> {
    let light = |at: usize| is_in(document, at, &words::TIME_LEAD);
    let dated = source.end.checked_sub(2).is_some_and(|at| light(at) && is_time(document, at + 1));
    let clause = source.clone().any(|at| is_finite(document, at));
    if !dated || clause {
        return source;
    }
    let end = (source.start..source.end - 1).rev().take_while(|at| light(*at)).last();
    let end = end.unwrap_or(source.end);
    // `A survey published last month` is what it is by that time.
    let done = matches!(tag(document, end.wrapping_sub(1)), Tag::VBN | Tag::VBD);
    if end > source.start && !done { source.start..end } else { source }
}

fn with_stop(document: &Document, source: Range<usize>, _: &Range<usize>) -> Range<usize> {
    let stops = norm(document, source.end) == "." && is_comma(document, source.end + 1);
    source.start..source.end + usize::from(stops)
}

/// Only the clause was found, or its end: `A clerk, who gave only her name, Lin,`; `A memo, signed by its chief, Ada
/// Pym,`.
fn with_main_subject(document: &Document, source: Range<usize>, _: &Range<usize>) -> Range<usize> {
    const NEAR: usize = 6;
    const FAR: usize = 12;
    let floor = source.start.saturating_sub(NEAR);
    let mut clause = (floor..=source.start).rev().take_while(|at| !is_mark(document, *at));
    let who = clause.find(|at| is_in(document, *at, &words::RELATIVE_WHO));
    let closed = is_comma(document, source.end.saturating_sub(1)) || is_comma(document, source.end);
    let who = who.filter(|who| closed && is_comma(document, who.wrapping_sub(1)));
    let apposed = source.start.checked_sub(1).filter(|at| closed && is_comma(document, *at));
    let signed = apposed.and_then(|comma| {
        let mark =
            (source.start.saturating_sub(FAR)..comma).rev().find(|at| is_mark(document, *at))?;
        let by = (mark + 1..comma).find(|at| is_in(document, *at, &words::AGENT_BY))?;
        (is_comma(document, mark) && by == mark + 2).then_some(mark + 1)
    });
    let main = who.or(signed).and_then(|opens| before_who(document, opens));
    main.map_or(source.start, |main| main.start)..source.end
}

fn with_time(document: &Document, source: Range<usize>, _: &Range<usize>) -> Range<usize> {
    let cut = is_in(document, source.end.saturating_sub(1), &words::TIME_DETERMINER)
        && is_time(document, source.end);
    source.start..source.end + usize::from(cut)
}

fn without_past(document: &Document, source: Range<usize>, _: &Range<usize>) -> Range<usize> {
    let last = source.end.saturating_sub(1);
    let closed = is_comma(document, last) || is_comma(document, source.end);
    let comma = (source.start + 1..last).rfind(|at| is_comma(document, *at)).filter(|_| closed);
    let aside = |comma: usize| (source.start..comma).any(|at| is_comma(document, at));
    let deed = |comma: usize| matches!(tag(document, comma + 1), Tag::VBN | Tag::VBD);
    source.start..comma.filter(|at| aside(*at) && deed(*at)).unwrap_or(source.end)
}

fn behind_what(document: &Document, source: Range<usize>, _: &Range<usize>) -> Range<usize> {
    let heading = is_heading(document, source.start);
    let joint = |at: &usize| {
        is_in(document, *at, &words::RELATIVE_THING)
            || heading && is_in(document, *at, &words::HEADLINE_CONJUNCTION)
    };
    let at = source.clone().rfind(joint).filter(|at| at + 1 < source.end);
    let verb = at.is_some_and(|at| (at + 1..source.end).any(|at| is_finite(document, at)));
    at.filter(|_| !verb).map_or(source.start, |at| at + 1)..source.end
}

fn without_rest(document: &Document, source: Range<usize>, _: &Range<usize>) -> Range<usize> {
    let last = source.end.saturating_sub(1);
    let alone = is_comma(document, last) && !(source.start..last).any(|at| is_comma(document, at));
    let extra = alone || is_in(document, last, &words::PAIRED_CONJUNCTION);
    source.start..source.end - usize::from(extra && last > source.start)
}
