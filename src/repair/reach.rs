//! Owns where contents begin and end: where the labels ran on too far, and where they stopped too soon.
//!
//! Leaves out which cue a content belongs to (`link.rs`).

use std::ops::Range;

use crate::{
    grammar::{
        verb::{is_adverb, is_auxiliary, is_finite},
        words::{is_comma, is_in, is_time, norm, quotation_at, sentence_at, tag},
    },
    repair::{
        row::{self, RelationRule, WordsRule},
        words,
    },
    rules::{
        content::{TOLD, bare_listener, content_end},
        cue,
        relation::Relation,
    },
    token::{document::Document, tag::Tag},
    vocabulary::rule::{Rule, rule},
};

/// A rule about where a content ends too late: the token at which it should.
type End = Rule<fn(&Document, Range<usize>) -> Option<usize>>;

/// What the labels of a content took in at its ends, in the order in which it is asked.
#[rustfmt::skip]
pub const TRIMS: [WordsRule; 2] = [
    rule("C2", "loose-joint", "Drops a comma or a conjunction at an end.",
        "It has left, | officials said", without_commas),
    rule("C4", "listener", "Drops the listener.",
        "told | parliament the tide was late", without_listener),
];

/// Where a content ends too late; the first end counts.
#[rustfmt::skip]
pub const ENDS: [End; 5] = [
    rule("C8", "second-deed", "A second verb is no part of what the first governs.",
        "praised the plan but voted against it", second_deed),
    rule("C9", "occasion", "Where it was said is no part of it.",
        "called for more staff in a statement on Friday", occasion),
    rule("C10", "semicolon", "A semicolon outside of quotation marks ends what is said.",
        "say it will last; others doubt it", next_clause),
    rule("C11", "next-cue", "What else somebody says begins behind a quotation.",
        "called it “a massacre” and vowed revenge", next_saying),
    rule("C12", "participle", "A content without a verb ends where somebody says more.",
        "rejected that argument, saying that it was late", saying),
];

/// What holds for the contents of a linked relation before their ends are settled, in the order in which it
/// is asked.
#[rustfmt::skip]
pub const OPENINGS: [RelationRule; 2] = [
    rule("C6", "condition", "Ends the content with the condition it stands in.",
        "If she says it failed, she will lose", end_condition),
    rule("C7", "introduction", "Begins a content with its quotation, not with what introduces it.",
        "Others were kinder: “It is a start,” | said", begin_with_quotation),
];

/// What holds afterwards.
#[rustfmt::skip]
pub const CLOSINGS: [RelationRule; 3] = [
    rule("C16", "relative", "Ends a content with the relative clause it stands in.",
        "The bridge, which she says is safe, was closed", end_relative),
    rule("C17", "lead-in", "Drops a conjunction that leads in to what is said.",
        "It was shut in May, when, she claimed, the money ran out", without_lead_in),
    rule("C18", "goes-on", "Takes in the verb of a subject that was found alone.",
        "The difference now, he said, is that", go_on),
];

/// What holds for the contents of every relation in the end, in the order in which it is asked.
#[rustfmt::skip]
pub const STARTS: [RelationRule; 2] = [
    rule("C19", "own-sentence", "Ends a content before a sentence of the reporter.",
        "said that it was late. He apologised", end_with_sentence),
    rule("C20", "source-clause", "Begins a content behind the relative clause of its source.",
        "According to Oxfam, which is a charity, prices rose", begin_behind_clause),
];

/// Corrects where the contents of a linked relation begin and end.
pub fn correct(document: &Document, relation: &mut Relation) {
    row::relation(document, &OPENINGS, relation);
    let cue = relation.cue.clone();
    for content in relation.contents.iter_mut().filter(|content| content.start >= cue.end) {
        let asked = ENDS.iter().filter(|rule| rule.is_on());
        let ends = asked.filter_map(|rule| Some((rule, (rule.apply)(document, content.clone())?)));
        if let Some((rule, end)) = ends.min_by_key(|(_, end)| *end) {
            content.end = end;
            rule.note(cue.start, || row::text(document, content).to_owned());
        }
    }
    row::relation(document, &CLOSINGS, relation);
}

fn begin_with_quotation(document: &Document, relation: &mut Relation) {
    let cue = relation.cue.end;
    let introduced = |content: &Range<usize>| {
        let quotation = quotation_at(document, content.end.saturating_sub(1))?.tokens.start;
        let colon = quotation.checked_sub(1).filter(|at| *at > content.start)?;
        let own = sentence_at(document, quotation).start <= content.start;
        let clause = (content.start..colon).any(|at| is_finite(document, at));
        (own && clause && norm(document, colon) == ":").then_some(quotation)
    };
    for content in relation.contents.iter_mut().filter(|content| content.end < cue) {
        content.start = introduced(content).unwrap_or(content.start);
    }
}

fn without_lead_in(document: &Document, relation: &mut Relation) {
    let Relation { cue, contents, .. } = relation;
    let leads_in = |content: &Range<usize>| {
        let last = content.end.saturating_sub(1);
        content.len() > 1 && is_plain(document, last) && is_in(document, last, &words::LEAD_IN)
    };
    if contents.len() > 1 {
        contents.retain(|content| content.start >= cue.end || !leads_in(content));
    }
}

fn end_with_sentence(document: &Document, relation: &mut Relation) {
    let Relation { cue, contents, .. } = relation;
    let label = norm(document, cue.start) == ":";
    let block = |at: usize| {
        document.sentences().get(document.sentence_of(at)).map(|sentence| sentence.block)
    };
    let own = block(cue.start);
    let beside = |content: &Range<usize>| content.start >= cue.end && block(content.start) == own;
    for content in contents.iter_mut().filter(|content| !label && beside(content)) {
        let next = sentence_at(document, content.start).end;
        let plain = is_plain(document, next) && is_plain(document, content.start);
        let end = next - usize::from(tag(document, next.saturating_sub(1)) == Tag::Stop);
        if next < content.end && plain && end > content.start {
            content.end = end;
        }
        let quotation = quotation_at(document, content.start).filter(|own| own.closed);
        let whole = quotation.filter(|own| own.tokens.start == content.start);
        let apart = |at: usize| sentence_at(document, at).start == at && is_plain(document, at);
        if let Some(own) = whole.filter(|own| own.tokens.end < content.end && apart(own.tokens.end))
        {
            content.end = own.tokens.end;
        }
    }
}

fn begin_behind_clause(document: &Document, relation: &mut Relation) {
    let Some(source) = relation.sources.first().cloned() else { return };
    let Some(content) = relation.contents.iter_mut().find(|own| own.start == source.end + 1) else {
        return;
    };
    let clause =
        is_comma(document, source.end) && is_in(document, content.start, &words::RELATIVE_PERSON);
    let comma = content.clone().find(|at| is_comma(document, *at)).filter(|_| clause);
    content.start =
        comma.filter(|comma| comma + 1 < content.end).map_or(content.start, |at| at + 1);
}

fn without_listener(document: &Document, content: Range<usize>, _: &Range<usize>) -> Range<usize> {
    let told = is_in(document, content.start.wrapping_sub(1), &TOLD);
    let object = is_in(document, content.start, &words::OBJECT_PRONOUN);
    let listener = bare_listener(document, content.start).filter(|_| told && !object);
    let goes_on = |end: &usize| *end < content.end && !is_finite(document, *end);
    listener.filter(goes_on).unwrap_or(content.start)..content.end
}

fn end_relative(document: &Document, relation: &mut Relation) {
    let opens = |part: &Range<usize>| {
        part.len() == 1
            && is_in(document, part.start, &words::RELATIVE_PERSON)
            && part.start.checked_sub(1).is_some_and(|comma| is_comma(document, comma))
    };
    let cue = relation.cue.clone();
    let mut before = relation.sources.iter().chain(&relation.contents);
    if !before.any(|part| part.end <= cue.start && opens(part)) {
        return;
    }
    let ends = |at: &usize| {
        is_comma(document, *at) && is_finite(document, at + 1) && is_plain(document, *at)
    };
    for content in relation.contents.iter_mut().filter(|content| content.start >= cue.end) {
        content.end = content.clone().skip(1).find(ends).unwrap_or(content.end);
    }
}

fn without_commas(document: &Document, mut part: Range<usize>, _: &Range<usize>) -> Range<usize> {
    let loose =
        |at: usize| is_comma(document, at) || is_plain(document, at) && is_joint(document, at);
    while part.len() > 1 && loose(part.end - 1) {
        part.end -= 1;
    }
    while part.len() > 1 && is_comma(document, part.start) {
        part.start += 1;
    }
    part
}

fn end_condition(document: &Document, relation: &mut Relation) {
    let Some(source) = relation.sources.first().map(|source| source.start) else { return };
    let before = source.wrapping_sub(1);
    let opens = sentence_at(document, source).start == before;
    if !opens || !is_in(document, before, &words::CONDITION) {
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

fn second_deed(document: &Document, content: Range<usize>) -> Option<usize> {
    let joint = content
        .clone()
        .find(|at| is_finite(document, *at) || is_joint(document, *at) && at > &content.start)?;
    let next = (joint + 1..content.end).find(|at| !is_adverb(document, *at))?;
    let past = tag(document, next) == Tag::VBN
        && cue::verb(document, next).is_some_and(|verb| verb.forms.past && verb.entry.takes('c'));
    let verb = (is_finite(document, next) || past) && !is_finite(document, joint);
    let end = if is_comma(document, joint - 1) { joint - 1 } else { joint };
    (verb && is_plain(document, joint) && end > content.start).then_some(end)
}

fn next_saying(document: &Document, content: Range<usize>) -> Option<usize> {
    const LONGEST: usize = 4;
    let says = |at: usize| {
        let head = (at..at + LONGEST).find(|at| !is_auxiliary(document, *at)).unwrap_or(at);
        let verb = cue::verb(document, head);
        verb.is_some_and(|verb| verb.forms.past || verb.forms.third || head > at)
    };
    let ends = |at: &usize| {
        is_joint(document, *at)
            && quotation_at(document, at - 1).is_some_and(|quotation| quotation.tokens.end == *at)
            && says(at + 1)
    };
    content.skip(1).find(ends)
}

fn saying(document: &Document, content: Range<usize>) -> Option<usize> {
    let gerund = |at: usize| cue::verb(document, at).filter(|verb| verb.forms.gerund);
    let ends = |at: &usize| {
        let verb = gerund(at + 1).filter(|_| is_comma(document, *at));
        verb.is_some_and(|verb| verb.entry.takes('c'))
    };
    let plain = |at: usize| !is_finite(document, at) && is_plain(document, at);
    let comma = content.clone().skip(1).find(ends);
    let comma = comma.filter(|comma| (content.start..*comma).all(plain));
    // `saying it was late and calling it a shame`: both have one source.
    let second = |at: &usize| {
        is_joint(document, *at) && is_plain(document, *at) && tag(document, at + 1) == Tag::VBG
    };
    let joint = content.clone().skip(1).find(second).filter(|joint| {
        let says =
            gerund(joint + 1).is_some_and(|verb| verb.entry.takes('c') || verb.entry.takes('a'));
        let other = |at: usize| tag(document, at) == Tag::VBG && is_plain(document, at);
        says && tag(document, content.start.wrapping_sub(1)) == Tag::VBG
            && !(content.start..*joint).any(other)
    });
    comma.or(joint)
}

fn occasion(document: &Document, content: Range<usize>) -> Option<usize> {
    const LONGEST: usize = 6;
    let from = content.start + 1;
    let near = from.max(content.end.saturating_sub(LONGEST))..content.end;
    let opens = |at: &usize| {
        is_in(document, *at, &words::OCCASION_PREPOSITION)
            && is_in(document, at + 1, &words::INDEFINITE_ARTICLE)
            && is_in(document, at + 2, &words::FORMAL_OCCASION)
            && is_plain(document, *at)
    };
    let at = near.clone().find(opens)?;
    let ends = at + 3 >= content.end || is_time(document, content.end - 1);
    ends.then_some(at)
}

fn next_clause(document: &Document, content: Range<usize>) -> Option<usize> {
    let ends = |at: &usize| norm(document, *at) == ";" && is_plain(document, *at);
    let at = content.clone().skip(1).find(ends)?;
    // `; one, the keeper Nuno Vaz,` joked: the verb may be a cue of its own.
    let next = content.end + usize::from(is_comma(document, content.end));
    let clause = (at + 1..content.end).any(|at| is_finite(document, at));
    (clause || is_finite(document, next)).then_some(at)
}

fn go_on(document: &Document, relation: &mut Relation) {
    const NEAR: usize = 6;
    let [content] = &relation.contents[..] else { return };
    let last = relation.sources.last().map_or(0, |source| source.end).max(relation.cue.end);
    let sentence = sentence_at(document, last.saturating_sub(1));
    let bare = content.end <= relation.cue.start
        && sentence.contains(&content.start)
        && is_plain(document, content.start)
        && !content.clone().any(|at| is_finite(document, at));
    let comma = (last..sentence.end.min(last + NEAR)).find(|at| is_comma(document, *at));
    let Some(comma) = comma.filter(|comma| bare && is_finite(document, comma + 1)) else { return };
    let end = content_end(document, comma + 1, sentence.end.saturating_sub(1));
    relation.contents.push(comma + 1..end);
}

fn is_joint(document: &Document, at: usize) -> bool {
    is_in(document, at, &words::AND_BUT)
}

/// Whether a token stands outside of every quotation.
fn is_plain(document: &Document, at: usize) -> bool {
    quotation_at(document, at).is_none()
}
