//! Owns where the words of a source begin and end: what the labels left out, and what they took in too much.
//!
//! Leaves out which cue it belongs to (`link.rs`), and what holds for the rules' sources too (`mend.rs`).

use std::ops::Range;

use crate::{
    grammar::{
        description::main_noun,
        verb::{is_adverb, is_auxiliary, is_finite},
        words::{
            is_capital, is_comma, is_heading, is_in, is_mark, is_time, quotation_at, sentence_at,
            tag,
        },
    },
    repair::{row::WordsRule, words},
    token::{document::Document, tag::Tag},
    vocabulary::rule::rule,
};

/// The rules in the order in which they are asked.
#[rustfmt::skip]
pub const EDGES: [WordsRule; 8] = [
    rule("E1", "spoken-of", "Drops a thing that is spoken of and stands before who speaks of it.",
        "an allegation the firm | called baseless", without_object),
    rule("E2", "relative-pronoun", "Keeps only the relative pronoun right before the cue, or whom it stands for before a clause.",
        "a clerk, who | said", relative),
    rule("E4", "earlier-deed", "Drops what else the source did before.",
        "Ms. Li smiled and | asked", without_deed),
    rule("E5", "headline-occasion", "Drops the occasion behind a source in a headline.",
        "says | coach after 4-0 loss", without_occasion),
    rule("E7", "circumstance", "Drops where and when it was said, and a word that joins sentences, set off by a comma.",
        "Ida Berg, at a later meeting, | said", without_circumstance),
    rule("E11", "share", "Takes in the share of a group before a relative pronoun.",
        "many of whom | said", with_share),
    rule("E12", "such-as", "Takes in the kind of thing that the source is an example of.",
        "other papers such as the Post | said", with_kind),
    rule("E14", "standing", "Takes in a role that stands before a name, set off by a comma.",
        "The port’s chief, Ida Berg | said", with_standing),
];

/// `The port’s chief, Ida Berg`.
fn with_standing(document: &Document, source: Range<usize>, _: &Range<usize>) -> Range<usize> {
    const LONGEST: usize = 10;
    let Some(comma) = source.start.checked_sub(1) else { return source };
    let floor = sentence_at(document, source.start).start.max(comma.saturating_sub(LONGEST + 1));
    let start = (floor..comma).rfind(|at| is_comma(document, *at)).map_or(floor, |at| at + 1);
    let plain = |at: usize| {
        let own = tag(document, at);
        let small = matches!(own, Tag::DT | Tag::JJ | Tag::PRPP | Tag::HYPH | Tag::CD | Tag::POS);
        (own.is_noun() || small || is_in(document, at, &words::JOINT_OF_STANDING))
            && quotation_at(document, at).is_none()
            && !is_time(document, at)
    };
    let joins = is_comma(document, comma)
        && tag(document, source.start).is_name()
        && is_capital(document, source.start)
        && (1..=LONGEST).contains(&comma.saturating_sub(start))
        && (start..comma).all(plain)
        && main_noun(document, start..comma).is_some_and(|noun| noun.is_human() && !noun.plural);
    if joins { start..source.end } else { source }
}

/// The source is `who` in `a clerk, who said`, and the clerk in `a clerk, who asked not to be named, said`.
fn relative(document: &Document, source: Range<usize>, cue: &Range<usize>) -> Range<usize> {
    let last = source.end.saturating_sub(1).max(source.start);
    let that = tag(document, last) == Tag::WDT && source.len() > 1;
    if tag(document, last) != Tag::WP && !that {
        return source;
    }
    let light = |at| is_adverb(document, at) || is_auxiliary(document, at);
    let says = (source.end..cue.start).all(light);
    if says { last..source.end } else { before_who(document, last).unwrap_or(last..source.end) }
}

/// The words that open a sentence and that a `who` after them stands for.
pub fn before_who(document: &Document, who: usize) -> Option<Range<usize>> {
    const LONGEST: usize = 12;
    let end = who.checked_sub(1).filter(|comma| is_comma(document, *comma)).unwrap_or(who);
    let words = sentence_at(document, who).start..end;
    let fits = (1..=LONGEST).contains(&words.len());
    let one =
        !words.clone().any(|at| is_finite(document, at) || quotation_at(document, at).is_some());
    (fits && one).then_some(words)
}

fn with_share(document: &Document, source: Range<usize>, _: &Range<usize>) -> Range<usize> {
    let Some(share) = source.start.checked_sub(2) else { return source };
    let of = share + 1;
    let counts = matches!(tag(document, share), Tag::CD | Tag::DT | Tag::JJ | Tag::JJS | Tag::NN);
    let whole = is_in(document, source.start, &words::RELATIVE_OBJECT)
        && is_in(document, of, &words::GENITIVE_OF)
        && (counts || is_in(document, share, &words::GROUP_SHARE));
    if whole { share..source.end } else { source }
}

fn with_kind(document: &Document, source: Range<usize>, _: &Range<usize>) -> Range<usize> {
    let Some(such) = source.start.checked_sub(2) else { return source };
    let named = is_in(document, such, &words::SUCH) && is_in(document, such + 1, &words::ROLE_AS);
    let noun = |at: usize| matches!(tag(document, at), Tag::NNS | Tag::NNPS | Tag::NN);
    if !named || !noun(such.wrapping_sub(1)) {
        return source;
    }
    let modifies =
        |at: &usize| noun(*at) || matches!(tag(document, *at), Tag::JJ | Tag::DT | Tag::CD);
    let floor = sentence_at(document, such).start;
    (floor..such).rev().take_while(modifies).last().unwrap_or(source.start)..source.end
}

fn without_circumstance(
    document: &Document,
    source: Range<usize>,
    _: &Range<usize>,
) -> Range<usize> {
    let opens = |at: &usize| {
        let part = is_in(document, at + 1, &words::PART_PREPOSITION)
            && is_in(document, at + 3, &words::PART_NOUN);
        is_comma(document, *at) && (part || is_in(document, at + 1, &words::CIRCUMSTANCE_OPENER))
    };
    let Some(comma) = source.clone().find(opens) else { return source };
    let more = (comma + 1..source.end).any(|at| {
        is_comma(document, at)
            && (is_in(document, at + 1, &words::AND_OR) || tag(document, at + 1) == Tag::DT)
    });
    let bare = !(source.start..comma).any(|at| is_mark(document, at));
    if bare && !more { source.start..comma } else { source }
}

fn without_occasion(document: &Document, source: Range<usize>, cue: &Range<usize>) -> Range<usize> {
    let opens = |at: &usize| is_in(document, *at, &words::HEADLINE_OCCASION);
    let occasion = source.clone().skip(1).find(opens);
    let headline = source.start >= cue.end && is_heading(document, source.start);
    source.start..occasion.filter(|_| headline).unwrap_or(source.end)
}

fn without_object(document: &Document, source: Range<usize>, cue: &Range<usize>) -> Range<usize> {
    if source.end > cue.start {
        return source;
    }
    let opens =
        |at: usize| tag(document, at) == Tag::DT && !is_in(document, at, &words::PREDETERMINER);
    let named =
        |at: usize| is_name(document, at) && is_in(document, at - 1, &words::ACCUSATION_NOUN);
    let inner = |at: &usize| (opens(*at) || named(*at)) && tag(document, at - 1) == Tag::NN;
    let second = source.clone().skip(1).find(inner).filter(|_| opens(source.start));
    let plain = |second: usize| {
        (source.start + 1..second)
            .all(|at| matches!(tag(document, at), Tag::NN | Tag::JJ | Tag::NNS))
    };
    second.filter(|second| plain(*second)).unwrap_or(source.start)..source.end
}

fn without_deed(document: &Document, source: Range<usize>, _: &Range<usize>) -> Range<usize> {
    let last = source.end.saturating_sub(1);
    let deed = source.clone().skip(1).find(|at| is_finite(document, *at));
    let deed = deed.filter(|_| is_in(document, last, &words::DEED_JOINT));
    let end = deed.map(|verb| {
        let light = |at: &usize| is_adverb(document, *at) || is_mark(document, *at);
        (source.start..verb).rev().take_while(light).last().unwrap_or(verb)
    });
    source.start..end.filter(|end| *end > source.start).unwrap_or(source.end)
}

fn is_name(document: &Document, at: usize) -> bool {
    matches!(tag(document, at), Tag::NNP | Tag::NNPS) && is_capital(document, at)
}
