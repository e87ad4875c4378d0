//! Owns the edges of a source: what the labels left out and still belongs to it, and what they took in
//! and does not. Leaves out which cue it belongs to, `link.rs`, and what holds for rules too, `mend.rs`.

use std::ops::Range;

use crate::{
    grammar::{
        description::main_noun,
        verb::{is_adverb, is_auxiliary, is_finite, is_passive},
        words::{
            is_capital, is_comma, is_dash, is_heading, is_mark, is_one, is_time, quotation_at,
            sentence_at, tag,
        },
    },
    token::{document::Document, tag::Tag},
};

/// The words that name who says what `cue` signals, from those that were labelled; none where they
/// name who is told.
pub fn settle(
    document: &Document,
    source: Range<usize>,
    cue: &Range<usize>,
) -> Option<Range<usize>> {
    if source.end <= cue.start && is_told(document, cue) {
        return None;
    }
    let source = if source.end <= cue.start { without_object(document, source) } else { source };
    let source = without_which(document, relative(document, source, cue.start));
    let source = without_deed(document, without_clause(document, source));
    let source = without_dash(document, without_occasion(document, source, cue));
    let source = without_time(document, without_circumstance(document, source));
    let source = without_opening(document, without_however(document, source));
    let source = with_given_name(document, source);
    let source = whole_name(document, with_kind(document, with_share(document, source)));
    Some(with_title(document, source))
}

/// `was told that`, `was once asked how`, `when asked why`: who stands before hears it.
fn is_told(document: &Document, cue: &Range<usize>) -> bool {
    const HEARERS: [&str; 9] = [
        "told", "asked", "informed", "advised", "assured", "reminded", "warned", "notified",
        "briefed",
    ];
    let head = cue.clone().rfind(|at| is_one(document, *at, &HEARERS));
    let when = is_one(document, cue.start.wrapping_sub(1), &["if", "once", "when"]);
    head.is_some_and(|head| when || is_passive(document, cue.start, head))
}

/// In `a clerk, who said` the source is `who`; in `a clerk, who asked not to be named, said` it is the
/// clerk.
fn relative(document: &Document, source: Range<usize>, cue: usize) -> Range<usize> {
    let last = source.end.saturating_sub(1).max(source.start);
    let that = tag(document, last) == Tag::WDT && source.len() > 1;
    if tag(document, last) != Tag::WP && !that {
        return source;
    }
    let light = |at| is_adverb(document, at) || is_auxiliary(document, at);
    let says = (source.end..cue).all(light);
    if says { last..source.end } else { before_who(document, last).unwrap_or(last..source.end) }
}

/// `the plan, which the chief called a joke`: `which` is what is spoken of, the chief speaks.
fn without_which(document: &Document, source: Range<usize>) -> Range<usize> {
    let next = source.start + 1;
    let opens = matches!(
        tag(document, next),
        Tag::DT | Tag::PRP | Tag::PRPP | Tag::NNS | Tag::NNP | Tag::NNPS
    );
    let which = is_one(document, source.start, &["which", "whom"]) && source.len() > 1;
    if which && opens { next..source.end } else { source }
}

/// `The firm, which announced it, said`: behind the comma that ends a clause, whom the clause is about.
pub fn main_subject(document: &Document, who: &Range<usize>, cue: usize) -> Option<Range<usize>> {
    let clause = who.len() == 1
        && is_one(document, who.start, &["who", "which"])
        && is_comma(document, who.start.wrapping_sub(1))
        && is_comma(document, cue.wrapping_sub(1));
    before_who(document, who.start).filter(|_| clause)
}

/// The words that open a sentence and whom a `who` after them stands for.
pub fn before_who(document: &Document, who: usize) -> Option<Range<usize>> {
    const LONGEST: usize = 12;
    let end = who.checked_sub(1).filter(|comma| is_comma(document, *comma)).unwrap_or(who);
    let words = sentence_at(document, who).start..end;
    let fits = (1..=LONGEST).contains(&words.len());
    let one =
        !words.clone().any(|at| is_finite(document, at) || quotation_at(document, at).is_some());
    (fits && one).then_some(words)
}

/// `many of whom`: the share belongs to it.
fn with_share(document: &Document, source: Range<usize>) -> Range<usize> {
    let Some(share) = source.start.checked_sub(2) else { return source };
    let of = share + 1;
    let counts = matches!(tag(document, share), Tag::CD | Tag::DT | Tag::JJ | Tag::JJS | Tag::NN);
    let whole = is_one(document, source.start, &["whom", "which"])
        && is_one(document, of, &["of"])
        && (counts || is_one(document, share, &["both", "none", "several", "half"]));
    if whole { share..source.end } else { source }
}

/// `other papers such as the Post`: so do those it is one of.
fn with_kind(document: &Document, source: Range<usize>) -> Range<usize> {
    let Some(such) = source.start.checked_sub(2) else { return source };
    let named = is_one(document, such, &["such"]) && is_one(document, such + 1, &["as"]);
    let noun = |at: usize| matches!(tag(document, at), Tag::NNS | Tag::NNPS | Tag::NN);
    if !named || !noun(such.wrapping_sub(1)) {
        return source;
    }
    let modifies =
        |at: &usize| noun(*at) || matches!(tag(document, *at), Tag::JJ | Tag::DT | Tag::CD);
    let floor = sentence_at(document, such).start;
    (floor..such).rev().take_while(modifies).last().unwrap_or(source.start)..source.end
}

/// `an engineer named Rosa Delgado`: so does the name given to somebody.
fn with_given_name(document: &Document, source: Range<usize>) -> Range<usize> {
    const LONGEST: usize = 4;
    let name = source.end + 1;
    let end = (name..name + LONGEST).find(|at| !is_name(document, *at)).unwrap_or(name);
    let given = is_one(document, source.end, &["named"]) && end > name;
    source.start..if given { end } else { source.end }
}

/// `Lena Voss of Voss & Bell`: of a name that `&` joins, the first part belongs to it too.
fn whole_name(document: &Document, source: Range<usize>) -> Range<usize> {
    let joint = |at: usize| is_one(document, at, &["&", "+"]);
    let floor = sentence_at(document, source.start).start;
    let part = |at: &usize| joint(*at) || is_name(document, *at) || is_one(document, *at, &["of"]);
    let first = (floor..source.start).rev().take_while(part).last();
    let joined = joint(source.start.wrapping_sub(1)) && is_name(document, source.start);
    first.filter(|_| joined).unwrap_or(source.start)..source.end
}

/// `The port's chief, Ida Berg,`: a standing before it belongs to a name.
fn with_title(document: &Document, source: Range<usize>) -> Range<usize> {
    const LONGEST: usize = 10;
    let Some(comma) = source.start.checked_sub(1) else { return source };
    let opens = sentence_at(document, source.start).start;
    let floor = opens.max(comma.saturating_sub(LONGEST + 1));
    let start = (floor..comma).rfind(|at| is_comma(document, *at)).map_or(floor, |at| at + 1);
    let title = start..comma;
    let noun = |at: usize| tag(document, at).is_noun() || tag(document, at) == Tag::POS;
    let plain = |at: usize| {
        let small =
            matches!(tag(document, at), Tag::DT | Tag::JJ | Tag::PRPP | Tag::HYPH | Tag::CD);
        (noun(at) || small || is_one(document, at, &["of", "for", "and"]))
            && quotation_at(document, at).is_none()
            && !is_time(document, at)
    };
    let joins = is_comma(document, comma)
        && is_name(document, source.start)
        && (1..=LONGEST).contains(&title.len())
        && title.clone().all(plain)
        && main_noun(document, title).is_some_and(|noun| noun.is_human() && !noun.plural);
    if joins { start..source.end } else { source }
}

/// `Ida Berg, at a later meeting,`: where and when it was said is no part of who says it.
fn without_circumstance(document: &Document, source: Range<usize>) -> Range<usize> {
    const WORDS: [&str; 9] =
        ["after", "amid", "at", "before", "during", "in", "on", "under", "while"];
    let opens = |at: &usize| {
        let part = is_one(document, at + 1, &["for"]) && is_one(document, at + 3, &["part"]);
        is_comma(document, *at) && (part || is_one(document, at + 1, &WORDS))
    };
    let Some(comma) = source.clone().find(opens) else { return source };
    let more = (comma + 1..source.end).any(|at| {
        is_comma(document, at)
            && (is_one(document, at + 1, &["and", "or"]) || tag(document, at + 1) == Tag::DT)
    });
    let bare = !(source.start..comma).any(|at| is_mark(document, at));
    if bare && !more { source.start..comma } else { source }
}

/// `says coach after 4-0 loss`: headlines do without the comma.
fn without_occasion(document: &Document, source: Range<usize>, cue: &Range<usize>) -> Range<usize> {
    const WORDS: [&str; 8] =
        ["after", "ahead", "amid", "as", "before", "during", "following", "over"];
    let opens = |at: &usize| is_one(document, *at, &WORDS);
    let occasion = source.clone().skip(1).find(opens);
    let headline = source.start >= cue.end && is_heading(document, source.start);
    source.start..occasion.filter(|_| headline).unwrap_or(source.end)
}

/// `an allegation the firm` called baseless, `a claim Orbitline` did: what is spoken of comes first, who
/// speaks second.
fn without_object(document: &Document, source: Range<usize>) -> Range<usize> {
    let opens =
        |at: usize| tag(document, at) == Tag::DT && !is_one(document, at, &["all", "both", "half"]);
    const SPOKEN_OF: [&str; 6] =
        ["accusation", "allegation", "assertion", "charge", "claim", "suggestion"];
    let named = |at: usize| is_name(document, at) && is_one(document, at - 1, &SPOKEN_OF);
    let inner = |at: &usize| (opens(*at) || named(*at)) && tag(document, at - 1) == Tag::NN;
    let second = source.clone().skip(1).find(inner).filter(|_| opens(source.start));
    let plain = |second: usize| {
        (source.start + 1..second)
            .all(|at| matches!(tag(document, at), Tag::NN | Tag::JJ | Tag::NNS))
    };
    second.filter(|second| plain(*second)).unwrap_or(source.start)..source.end
}

/// `A review — seen by the Post —` found: the mark that ends an aside belongs to nobody.
fn without_dash(document: &Document, source: Range<usize>) -> Range<usize> {
    let last = source.end.saturating_sub(1).max(source.start);
    if is_dash(document, last) { source.start..last } else { source }
}

/// `Reuters this week`, `who in May`: nor is a time without a comma.
pub fn without_time(document: &Document, source: Range<usize>) -> Range<usize> {
    const BEFORE: [&str; 10] =
        ["at", "earlier", "in", "just", "last", "late", "later", "on", "only", "this"];
    let light = |at: usize| is_one(document, at, &BEFORE);
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

/// `Ms. Li, however,` said: a word that joins sentences belongs to nobody.
fn without_however(document: &Document, source: Range<usize>) -> Range<usize> {
    const WORDS: [&str; 5] = ["however", "meanwhile", "moreover", "nevertheless", "though"];
    let word = (source.start + 1..source.end).find(|at| is_one(document, *at, &WORDS));
    let before = word.map(|at| at - 1).filter(|comma| is_comma(document, *comma));
    let last = word.is_some_and(|at| at + 2 >= source.end);
    let end = before.filter(|comma| last && *comma > source.start);
    source.start..end.unwrap_or(source.end)
}

/// `last month the minister` said: nor is one before; in `something lawyers` doubt, `all he` says, the
/// lawyers do and he does.
fn without_opening(document: &Document, source: Range<usize>) -> Range<usize> {
    let next = source.start + 1;
    let dated = is_one(document, source.start, &["last", "next", "this"])
        && is_time(document, next)
        && matches!(tag(document, next + 1), Tag::DT | Tag::NNP | Tag::PRP | Tag::PRPP);
    let relative = match tag(document, next) {
        Tag::PRP => is_one(document, source.start, &["all"]),
        tag => tag.is_noun() && is_one(document, source.start, &["anything", "something"]),
    };
    let opening = if dated { 2 } else { usize::from(relative) };
    if opening < source.len() { source.start + opening..source.end } else { source }
}

/// `The ship sank and experts` said: the clause before belongs to nobody.
fn without_clause(document: &Document, source: Range<usize>) -> Range<usize> {
    let joint = source.clone().skip(1).rfind(|at| is_one(document, *at, &["and", "but"]));
    let Some(joint) = joint.filter(|joint| joint + 1 < source.end) else { return source };
    let before = source.start..joint;
    let relative = |at: usize| matches!(tag(document, at), Tag::WP | Tag::WDT | Tag::IN);
    let clause = before.clone().any(|at| is_finite(document, at)) && !before.clone().any(relative);
    if clause { joint + 1..source.end } else { source }
}

/// `Ms. Li smiled and` asked: what else somebody did is no part of who it is.
fn without_deed(document: &Document, source: Range<usize>) -> Range<usize> {
    const JOINTS: [&str; 6] = ["after", "and", "before", "but", "then", "while"];
    let last = source.end.saturating_sub(1);
    let deed = source.clone().skip(1).find(|at| is_finite(document, *at));
    let deed = deed.filter(|_| is_one(document, last, &JOINTS));
    let end = deed.map(|verb| {
        let light = |at: &usize| is_adverb(document, *at) || is_mark(document, *at);
        (source.start..verb).rev().take_while(light).last().unwrap_or(verb)
    });
    source.start..end.filter(|end| *end > source.start).unwrap_or(source.end)
}

fn is_name(document: &Document, at: usize) -> bool {
    matches!(tag(document, at), Tag::NNP | Tag::NNPS) && is_capital(document, at)
}
