//! Owns where a source begins and ends, whether the net or a rule found it: adds words that were left out
//! and drops words that do not belong to it.
//!
//! Leaves out which cue it belongs to (`link.rs`).

use std::ops::Range;

use crate::{
    grammar::{
        description::main_noun,
        guess::{Guess, is_place},
        name::names,
        phrase::{behind_adjunct, own_subject, stands_alone, subject_before},
        verb::{is_adverb, is_auxiliary, is_finite},
        words::{
            is_capital, is_comma, is_heading, is_in, is_time, norm, quotation_at, sentence_at, tag,
        },
    },
    lexicon::noun::noun,
    repair::{row::RelationRule, words},
    rules::relation::Relation,
    token::{document::Document, tag::Tag},
    vocabulary::rule::{Rule, rule},
};

/// A rule that takes the words of a source and the cue, and returns the words that belong to the source.
type EdgeRule = Rule<fn(&Document, Range<usize>, &Range<usize>) -> Range<usize>>;

/// The rules in the order in which they are asked.
#[rustfmt::skip]
pub const EDGES: [EdgeRule; 8] = [
    rule("F7", "first-predicate", "Ends a subject before its first verb where a second one is the cue.",
        "Researchers | ran models and predicted", before_predicate),
    rule("F8", "fronted-participle", "Keeps only what follows a participle in front, with its commas.",
        "Questioned by Mr. Orr, for the defence, Ms. Li | said", behind_fronted),
    rule("F9", "name-before-role", "Takes in a name before a role whose second comma is missing.",
        "It is late, Rita Moss, the choir’s coach | told", with_name),
    rule("F12", "country", "A country behind a comma is where somebody before the comma works.",
        "Ana Holm of the institute in Perth, Australia | says", with_country),
    rule("E2", "relative-pronoun", "Keeps only the relative pronoun before the cue, or else its antecedent.",
        "a clerk, who | said", relative),
    rule("E14", "standing", "Takes in a role before a name, set off by a comma.",
        "The port’s chief, Ida Berg | said", with_standing),
    rule("F4", "time", "Drops a time at either end, and a trailing adverb.",
        "Reuters this week | said; For years Reuters | said", without_time),
    rule("F6", "behind-what", "Keeps only what follows a relative pronoun, a fronted adjunct, or a conjunction in a headline.",
        "a plan which she | called", behind_what),
];

/// The rule for the edge between a source and its cue, asked before the others.
#[rustfmt::skip]
pub const LAST_NOUN: RelationRule = rule("F10", "last-noun", "A noun at the start of a cue is the end of its source.",
    "the accused | replied", with_last_noun);

fn with_last_noun(document: &Document, relation: &mut Relation) {
    let Relation { sources, cue, .. } = relation;
    let noun = cue.len() > 1 && matches!(tag(document, cue.start), Tag::NN | Tag::NNS);
    let held = sources.iter_mut().find(|own| noun && own.end == cue.start);
    if let Some(source) = held.filter(|own| tag(document, own.end.wrapping_sub(1)) == Tag::DT) {
        source.end += 1;
        cue.start += 1;
    }
}

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
        // In `her brother, the keeper Luis Prado, Carmen Prado said` the role is another person's.
        && !names(document, start..comma).any(|name| name.tokens.end == comma && name.guess == Guess::Person)
        && main_noun(document, start..comma).is_some_and(|noun| noun.is_human() && !noun.plural);
    if joins { start..source.end } else { source }
}

/// The rule for contents once the edges of their source are known.
#[rustfmt::skip]
pub const BEFORE_SOURCE: RelationRule = rule("F11", "before-source", "Where a source has taken words from the end of a content, ends the content before it.",
    "It is late, | Rita Moss, the choir’s coach told", end_before_source);

fn end_before_source(document: &Document, relation: &mut Relation) {
    let Relation { sources, contents, .. } = relation;
    for source in sources.iter() {
        let held = |content: &&mut Range<usize>| {
            content.start + 1 < source.start && content.contains(&source.start)
        };
        if let Some(content) = contents.iter_mut().find(held) {
            content.end = source.start - usize::from(is_comma(document, source.start - 1));
        }
    }
}

/// `Researchers at Oslo | ran climate models and predicted`
fn before_predicate(document: &Document, source: Range<usize>, cue: &Range<usize>) -> Range<usize> {
    let last = source.end.saturating_sub(1);
    if source.end > cue.start || !is_in(document, last, &words::AND_BUT) {
        return source;
    }
    let relative = |at: usize| matches!(tag(document, at), Tag::WP | Tag::WDT);
    // Taggers mistake `analysed` for a participle.
    let acts = |at: &usize| {
        let object = || tag(document, at + 1).is_noun() || tag(document, at + 1) == Tag::DT;
        let done = tag(document, *at) == Tag::VBN && tag(document, at - 1).is_noun();
        is_finite(document, *at) || done && object()
    };
    let verb = source.clone().skip(1).find(acts);
    let verb = verb.filter(|verb| !(source.start..*verb).any(relative));
    source.start..verb.unwrap_or(source.end)
}

/// `Cross-examined by Tom Orr, for the defence, | Ms. Li`
fn behind_fronted(document: &Document, source: Range<usize>, cue: &Range<usize>) -> Range<usize> {
    let first = source.start;
    let hyphened = tag(document, first + 1) == Tag::HYPH;
    let verb = if hyphened { first + 2 } else { first };
    let fronted = sentence_at(document, first).start == first
        && source.end <= cue.start
        && matches!(tag(document, verb), Tag::VBN | Tag::VBG)
        && matches!(tag(document, verb + 1), Tag::IN | Tag::TO | Tag::DT);
    if !fronted {
        return source;
    }
    let subject = subject_before(document, source.end, first);
    subject.filter(|own| !own.is_empty()).unwrap_or(source)
}

/// `Ana Holm of the institute in Perth, Australia | says`
fn with_country(document: &Document, source: Range<usize>, cue: &Range<usize>) -> Range<usize> {
    let Some(comma) = source.start.checked_sub(1) else { return source };
    let place = source.len() == 1 && is_place(norm(document, source.start));
    let town = is_capital(document, comma.wrapping_sub(1)) && is_comma(document, comma);
    if !place || !town || source.end > cue.start {
        return source;
    }
    let before = subject_before(document, comma, sentence_at(document, comma).start);
    // `In its talks with the port of Perth, Australia said`
    let person = |own: &Range<usize>| {
        let first = names(document, own.clone()).next();
        let opens = first.is_some_and(|name| {
            name.guess == Guess::Person && name.title.start.min(name.tokens.start) == own.start
        });
        opens && own.clone().any(|at| tag(document, at) == Tag::IN)
    };
    before.filter(person).map_or(source.start, |own| own.start)..source.end
}

/// `It is late, | Rita Moss, the choir’s coach told`
fn with_name(document: &Document, source: Range<usize>, cue: &Range<usize>) -> Range<usize> {
    const LONGEST: usize = 4;
    let Some(comma) = source.start.checked_sub(1) else { return source };
    let role = source.end <= cue.start
        && is_comma(document, comma)
        && !source.clone().any(|at| is_comma(document, at))
        && main_noun(document, source.clone()).is_some_and(|noun| noun.is_human() && !noun.plural);
    let near = sentence_at(document, comma).start.max(comma.saturating_sub(LONGEST + 1));
    let before = (near..comma).rfind(|at| is_comma(document, *at)).filter(|_| role);
    let person = |start: usize| {
        let mut names = names(document, start..comma);
        names.next().is_some_and(|name| {
            let whole = name.tokens == (start..comma) && name.tokens.len() > 1;
            whole && name.guess != Guess::Organization
        })
    };
    // `The day they jailed her killer, Simon Leck, the girl’s mother said`
    let apposed = |before: usize| {
        noun(norm(document, before.wrapping_sub(1))).is_some_and(|noun| noun.is_human())
    };
    match before.filter(|before| person(before + 1) && !apposed(*before)) {
        Some(before) => before + 1..source.end,
        None => source,
    }
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

/// The antecedent of `who`, if it is all that stands before `who` in the sentence.
fn before_who(document: &Document, who: usize) -> Option<Range<usize>> {
    const LONGEST: usize = 12;
    let end = who.checked_sub(1).filter(|comma| is_comma(document, *comma)).unwrap_or(who);
    // `However, one dealer who`
    let first = sentence_at(document, who).start;
    let joint = is_adverb(document, first) && is_comma(document, first + 1);
    let words = first + 2 * usize::from(joint)..end;
    let fits = (1..=LONGEST).contains(&words.len());
    let one =
        !words.clone().any(|at| is_finite(document, at) || quotation_at(document, at).is_some());
    (fits && one).then_some(words)
}

fn without_time(document: &Document, source: Range<usize>, _: &Range<usize>) -> Range<usize> {
    let adverb =
        |at: usize| is_in(document, at, &words::TRAILING_ADVERB) && !is_capital(document, at);
    // In `A survey out in May and published today` the time belongs to the source.
    let dates = |at: usize| matches!(tag(document, at), Tag::VBN | Tag::VBD);
    let last = source.clone().skip(1).rev().find(|at| !adverb(*at));
    let source = match last.filter(|_| !source.clone().any(dates)) {
        Some(last) => source.start..last + 1,
        None => source,
    };
    // `For years | the crew`, `Late on Thursday | Ms. Li`
    let early = is_in(document, source.start, &words::ADVERB_BEFORE_TIME)
        && tag(document, source.start + 1) == Tag::IN;
    let from = source.start + usize::from(early);
    let opens = tag(document, from) == Tag::IN && is_time(document, from + 1);
    let source = if opens && from + 2 < source.end { from + 2..source.end } else { source };
    let light = |at: usize| is_in(document, at, &words::TIME_LEAD);
    let dated = source.end.checked_sub(2).is_some_and(|at| light(at) && is_time(document, at + 1));
    let clause = source.clone().any(|at| is_finite(document, at));
    if !dated || clause {
        return source;
    }
    let end = (source.start..source.end - 1).rev().take_while(|at| light(*at)).last();
    let end = end.unwrap_or(source.end);
    // In `A survey published last month` the time belongs to the source.
    let done = matches!(tag(document, end.wrapping_sub(1)), Tag::VBN | Tag::VBD);
    if end > source.start && !done { source.start..end } else { source }
}

fn behind_what(document: &Document, source: Range<usize>, cue: &Range<usize>) -> Range<usize> {
    let heading = is_heading(document, source.start);
    let joint = |at: &usize| {
        is_in(document, *at, &words::RELATIVE_THING)
            || heading && is_in(document, *at, &words::HEADLINE_CONJUNCTION)
    };
    // `the price at what we`, `Keep reading to learn how she`.
    let last = source.end.saturating_sub(1).max(source.start);
    let object = is_finite(document, last.wrapping_sub(1));
    if last > source.start && source.end <= cue.start && !object && stands_alone(document, last) {
        return last..source.end;
    }
    // `a delay | the mayor`
    let second =
        own_subject(document, &source).filter(|at| source.end <= cue.start && *at + 1 < source.end);
    if let Some(second) = second {
        return second..source.end;
    }
    if let Some(start) = behind_adjunct(document, &source).filter(|_| source.end <= cue.start) {
        return start..source.end;
    }
    let at = source.clone().rfind(joint).filter(|at| at + 1 < source.end);
    let verb = at.is_some_and(|at| (at + 1..source.end).any(|at| is_finite(document, at)));
    at.filter(|_| !verb).map_or(source.start, |at| at + 1)..source.end
}
