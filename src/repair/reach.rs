//! Owns shortening contents whose labels extend into the reporter’s own words.
//!
//! Leaves out which cue a content belongs to (`link.rs`).

use std::ops::Range;

use crate::{
    grammar::{
        phrase::own_subject,
        verb::{is_adverb, is_finite},
        words::{is_comma, is_in, is_time, norm, quotation_at, sentence_at, tag},
    },
    repair::{row::RelationRule, second::before, words},
    rules::{
        content::{is_circumstance, source_after},
        cue_noun,
        quoted::speaks,
        relation::Relation,
        word::AS,
    },
    token::{document::Document, tag::Tag},
    vocabulary::rule::rule,
};

/// The rules in the order in which they are asked.
#[rustfmt::skip]
pub const ENDS: [RelationRule; 6] = [
    rule("C10", "semicolon", "Ends a content at a semicolon outside quotation marks.",
        "say it will last; others doubt it", end_at_semicolon),
    rule("C22", "judged", "Ends a content before an apposition that says what somebody makes of it.",
        "said it had peaked, | a claim that doctors called premature", end_before_judgement),
    rule("C16", "relative", "Ends a content with the relative clause it stands in, and keeps none about the source.",
        "The bridge, which she says is safe, was closed", end_relative),
    rule("C17", "main-verb", "Ends a content in a relative clause or a participle of the subject before the main verb.",
        "The share of pupils who said they had read a book fell", end_at_main_verb),
    rule("C18", "circumstance", "Drops a clause of time that tells when or how something was said.",
        "It is safe, Ms. Li said | when asked about the cracks; told reporters it was safe | as she stepped off the bus", without_circumstance),
    rule("C19", "passive-agent-by", "Drops the preposition before the agent from the end of a content; the agent of a participle is its source.",
        "was described as unsafe | by Ms. Li; The road, described as a trap | by residents, was closed", without_agent_preposition),
];

fn end_at_semicolon(document: &Document, relation: &mut Relation) {
    let cue = relation.cue.end;
    for content in relation.contents.iter_mut().filter(|content| content.start >= cue) {
        content.end = next_clause(document, content.clone()).unwrap_or(content.end);
    }
}

fn next_clause(document: &Document, content: Range<usize>) -> Option<usize> {
    let ends = |at: &usize| norm(document, *at) == ";" && is_plain(document, *at);
    let at = content.clone().skip(1).find(ends)?;
    // In `; one, the keeper Nuno Vaz,` joked, the verb after the content may be a cue itself.
    let next = content.end + usize::from(is_comma(document, content.end));
    let clause = (at + 1..content.end).any(|at| is_finite(document, at));
    (clause || is_finite(document, next)).then_some(at)
}

fn end_before_judgement(document: &Document, relation: &mut Relation) {
    /// How many words may describe the noun of the apposition.
    const DESCRIBED: usize = 2;
    /// How far behind the noun its verb may stand.
    const NEAR: usize = 20;
    let cue = relation.cue.end;
    // `said that after a new inquiry, a claim would follow`
    let fronted = |content: &Range<usize>| {
        let mut start = content.clone().take(2);
        start.any(|at| {
            is_in(document, at, &words::CLAUSE_OPENER)
                && !is_in(document, at, &words::COMPLEMENTIZER)
        })
    };
    for content in relation.contents.iter_mut().filter(|own| own.start >= cue && !fronted(own)) {
        let noun = |comma: usize| {
            let mut near = comma + 2..content.end.min(comma + 3 + DESCRIBED);
            near.find(|at| cue_noun::noun(norm(document, *at)).is_some())
        };
        let judged = |comma: &usize| {
            let apposed = is_comma(document, *comma) && is_plain(document, *comma);
            let article = tag(document, comma + 1) == Tag::DT
                && is_in(document, comma + 1, &words::INDEFINITE_ARTICLE);
            let Some(noun) = noun(*comma).filter(|_| apposed && article) else { return false };
            let verb = |at: usize| matches!(tag(document, at), Tag::VBN) || is_finite(document, at);
            (noun + 1..content.end).take(NEAR).any(verb)
        };
        content.end = content.clone().skip(1).find(judged).unwrap_or(content.end);
    }
}

fn end_relative(document: &Document, relation: &mut Relation) {
    let cue = relation.cue.clone();
    // `finds a report | that was kept in a drawer`
    let report = relation.sources.iter().find(|own| own.start >= cue.end).map(|own| own.end);
    let about = |own: &Range<usize>| {
        report == Some(own.start) && is_in(document, own.start, &words::COMPLEMENTIZER)
    };
    if relation.contents.len() > 1 {
        relation.contents.retain(|own| !about(own));
    }
    let opens = |at: usize| {
        is_in(document, at, &words::RELATIVE_PERSON)
            && at.checked_sub(1).is_some_and(|comma| is_comma(document, comma))
    };
    let Some(source) = relation.sources.first().filter(|source| source.end <= cue.start) else {
        return;
    };
    // `Ms. Li, while insisting that it was safe, | has left`
    let aside = tag(document, cue.start) == Tag::VBG
        && is_in(document, cue.start.wrapping_sub(1), &words::CLAUSE_OPENER)
        && is_comma(document, cue.start.wrapping_sub(2));
    if !aside && !opens(source.start) && !source.start.checked_sub(1).is_some_and(opens) {
        return;
    }
    let ends = |at: &usize| {
        is_comma(document, *at) && is_finite(document, at + 1) && is_plain(document, *at)
    };
    for content in relation.contents.iter_mut().filter(|content| content.start >= cue.end) {
        content.end = content.clone().skip(1).find(ends).unwrap_or(content.end);
    }
}

fn end_at_main_verb(document: &Document, relation: &mut Relation) {
    let cue = relation.cue.clone();
    // `A letter saying it was late | was found`
    let participle = tag(document, cue.start) == Tag::VBG
        && relation.sources.first() == Some(&(sentence_at(document, cue.start).start..cue.start));
    if participle || is_said_between(document, relation) || has_contact_clause(document, relation) {
        let content = relation.contents.iter_mut().find(|content| content.start >= cue.end);
        content.into_iter().for_each(|own| own.end = main_verb(document, own).unwrap_or(own.end));
        return;
    }
    let Some(relative) = relative_of_subject(document, cue.start) else { return };
    // After a comma the antecedent may be an apposition: `One participant, a nurse who asked`.
    let apposed = |source: &Range<usize>| source.clone().any(|at| is_comma(document, at));
    relation.sources.retain(|source| source.end <= relative || !apposed(source));
    for source in relation.sources.iter_mut().filter(|source| source.contains(&relative)) {
        *source = relative..relative + 1;
    }
    for content in relation.contents.iter_mut().filter(|content| content.start >= cue.end) {
        content.end = main_verb(document, content).unwrap_or(content.end);
    }
}

/// Ends what is told of the subject of a reduced passive before a comma and before the main verb.
pub fn end_reduced(document: &Document, relation: &mut Relation) {
    let cue = &relation.cue;
    let subject = is_of_subject(document, cue.start);
    for content in relation.contents.iter_mut().filter(|content| content.start >= cue.end) {
        let comma = content.clone().find(|at| is_comma(document, *at));
        content.end = comma.unwrap_or(content.end);
        let verb = main_verb(document, content).filter(|_| subject);
        content.end = verb.unwrap_or(content.end);
    }
}

/// Whether a cue is a passive without its auxiliary: `a man believed to be the driver`.
pub fn is_reduced(document: &Document, cue: &Range<usize>) -> bool {
    let to = is_in(document, cue.end, &words::INFINITIVE_MARKER);
    let be = norm(document, cue.end + 1);
    let last = cue.end.saturating_sub(1);
    (cue.start..last).all(|at| is_adverb(document, at))
        && is_in(document, last, &words::REDUCED_PARTICIPLE)
        && to
        && (be == "be" || be == "have")
}

fn without_circumstance(document: &Document, relation: &mut Relation) {
    let cue = relation.cue.end;
    let timed = |at: usize| is_time(document, at) || is_in(document, at, &words::TIME_LEAD);
    let adjunct = |content: &Range<usize>| {
        content.start == cue && (is_circumstance(document, cue) || content.clone().all(timed))
    };
    relation.contents.retain(|content| !adjunct(content));
    // `it was safe | as she stepped off the bus`
    let leaves = |at: &usize| {
        tag(document, at + 1) == Tag::PRP
            && is_in(document, at + 2, &words::VERB_OF_LEAVING)
            && is_in(document, *at, &AS)
            && is_plain(document, *at)
    };
    let spoken = relation.sources.iter().any(|source| source.end <= relation.cue.start);
    for content in relation.contents.iter_mut().filter(|own| spoken && own.start >= cue) {
        let verb = content.clone().find(|at| is_finite(document, *at));
        let end = verb.and_then(|verb| (verb + 1..content.end).find(leaves));
        content.end = end.map_or(content.end, |end| before(document, end));
    }
}

fn without_agent_preposition(document: &Document, relation: &mut Relation) {
    let Relation { sources, contents, cue, .. } = relation;
    // `The road, described as a trap | by residents since May,`
    let judged = |content: &&mut Range<usize>| is_in(document, content.start, &AS);
    if let Some(content) = contents.first_mut().filter(judged)
        && sources.is_empty()
        && tag(document, cue.end - 1) == Tag::VBN
    {
        let by =
            |at: &usize| is_in(document, *at, &words::AGENT_PREPOSITION) && is_plain(document, *at);
        let by = content.clone().skip(1).find(by).filter(|by| *by > content.start + 1);
        let agent = by.and_then(|by| source_after(document, by + 1, content.end));
        if let Some((by, agent)) = by.zip(agent.filter(|agent| speaks(document, agent))) {
            content.end = by;
            sources.push(agent);
        }
    }
    let before_agent = |content: &Range<usize>| {
        sources.iter().any(|source| source.start == content.end)
            && is_in(document, content.end - 1, &words::AGENT_PREPOSITION)
    };
    let long = contents.iter_mut().filter(|content| content.len() > 1);
    long.for_each(|content| content.end -= usize::from(before_agent(content)));
}

/// The `who` before a cue that modifies a subject: without a comma, and with no verb between it and the start of
/// its sentence or the last comma.
fn relative_of_subject(document: &Document, cue: usize) -> Option<usize> {
    let who = (cue.checked_sub(2)?..cue)
        .rev()
        .find(|at| is_in(document, *at, &words::RELATIVE_PERSON))?;
    let adverb = (who + 1..cue).all(|at| is_adverb(document, at));
    (adverb && is_of_subject(document, who)).then_some(who)
}

/// Whether a source is the subject of a relative clause without a pronoun: `The plan | the minister said was ready`.
fn has_contact_clause(document: &Document, relation: &Relation) -> bool {
    let Some(source) = relation.sources.first().filter(|own| own.end <= relation.cue.start) else {
        return false;
    };
    let start = own_subject(document, source).unwrap_or(source.start);
    let before = start.wrapping_sub(1);
    let noun = matches!(tag(document, before), Tag::NN | Tag::NNS) && !is_time(document, before);
    let opens = matches!(tag(document, start), Tag::DT | Tag::PRP | Tag::PRPP);
    // `After a meeting he said it was`
    let first = clause_start(document, start);
    let adjunct = matches!(tag(document, first), Tag::IN | Tag::VBG | Tag::VBN | Tag::TO);
    noun && opens && !adjunct && is_of_subject(document, start)
}

/// Whether a relative pronoun modifies a subject: no verb stands between it and the start of its sentence or the last comma.
fn is_of_subject(document: &Document, relative: usize) -> bool {
    let mut before = clause_start(document, relative)..relative;
    !before.is_empty() && !before.any(|at| is_finite(document, at))
}

/// The token behind the last comma before a token, or the start of its sentence; at most `REACH` tokens back.
fn clause_start(document: &Document, at: usize) -> usize {
    const REACH: usize = 60;
    let floor = sentence_at(document, at).start.max(at.saturating_sub(REACH));
    (floor..at).rev().find(|at| is_comma(document, *at)).map_or(floor, |comma| comma + 1)
}

/// Whether somebody says it between the relative pronoun of a subject and its verb: `A plan that the union says | was
/// never shown`.
fn is_said_between(document: &Document, relation: &Relation) -> bool {
    let Some(relative) = relation.sources.first().and_then(|source| source.start.checked_sub(1))
    else {
        return false;
    };
    let gap = |content: &Range<usize>| {
        content.start == relation.cue.end && is_finite(document, content.start)
    };
    is_in(document, relative, &words::RELATIVE_OF_THING)
        && relation.contents.first().is_some_and(gap)
        && is_of_subject(document, relative)
}

/// The first finite verb that belongs to no subordinate clause of a content. Includes verbs of change such as
/// `fell`, which taggers mistake for nouns.
fn main_verb(document: &Document, content: &Range<usize>) -> Option<usize> {
    // `called unsafe | was closed`
    let judged = tag(document, content.start) == Tag::JJ && is_finite(document, content.start + 1);
    let clause = !is_in(document, content.start, &words::INFINITIVE_MARKER) && !judged;
    let mut clauses = usize::from(clause);
    for at in content.clone().filter(|at| is_plain(document, *at)) {
        let governed = matches!(tag(document, at.saturating_sub(1)), Tag::IN | Tag::TO);
        let subject = tag(document, at) == Tag::PRP && clauses == 0 && !governed;
        let conjunction = is_in(document, at, &words::CLAUSE_OPENER)
            || is_in(document, at, &words::OPENER_OF_SECOND_CLAUSE);
        // In `that year` and `do so` the word is no conjunction.
        let determines = tag(document, at) == Tag::DT
            || is_time(document, at + 1)
            || is_in(document, at.wrapping_sub(1), &words::FORM_OF_DO);
        let opens = at > content.start && conjunction && !determines;
        if subject || opens {
            clauses += 1;
        } else if is_finite(document, at) || is_in(document, at, &words::VERB_OF_CHANGE) {
            let Some(rest) = clauses.checked_sub(1) else { return Some(at) };
            clauses = rest;
        }
    }
    None
}

/// Whether a token stands outside all quotations.
fn is_plain(document: &Document, at: usize) -> bool {
    quotation_at(document, at).is_none()
}
