//! Owns how far a content reaches: where the labels ran on too far, and where they stopped too soon.
//! Leaves out which cue it belongs to, `link.rs`.

use std::ops::Range;

use crate::{
    grammar::{
        phrase::subject_with,
        verb::{is_adverb, is_auxiliary, is_finite},
        words::{is_comma, is_one, is_time, quotation_at, sentence_at, tag},
    },
    rules::{
        content::{TOLD, bare_listener, content_end, is_asked, without_stamp},
        cue,
        relation::Relation,
    },
    token::{document::Document, tag::Tag},
};

/// How many words of a next sentence are no part of a content.
const TAIL: usize = 2;

/// A content without what its labels took in at its ends.
pub fn trim(document: &Document, content: Range<usize>) -> Range<usize> {
    let content = without_commas(document, without_tail(document, content));
    without_listener(document, without_hearer(document, without_stamp(document, content)))
}

/// `told parliament the tide was late`: the listener is no part of what is told.
fn without_listener(document: &Document, content: Range<usize>) -> Range<usize> {
    let told = is_one(document, content.start.wrapping_sub(1), &TOLD);
    let object = is_one(document, content.start, &["it", "that", "this", "what"]);
    let listener = bare_listener(document, content.start).filter(|_| told && !object);
    let goes_on = |end: &usize| *end < content.end && !is_finite(document, *end);
    listener.filter(goes_on).unwrap_or(content.start)..content.end
}

/// `asks a colleague: “Is it late?”`: whom somebody asks is not what is asked.
fn without_hearer(document: &Document, content: Range<usize>) -> Range<usize> {
    const LONGEST: usize = 5;
    let colon = content.clone().take(LONGEST).find(|at| is_one(document, *at, &[":"]));
    let Some(colon) = colon else { return content };
    let quotes = quotation_at(document, colon + 1).is_some_and(|q| q.tokens.start == colon + 1);
    let verb = (content.start..colon).any(|at| is_finite(document, at));
    if quotes && !verb && colon + 1 < content.end { colon + 1..content.end } else { content }
}

/// `According to Oxfam, which is a charity, prices rose`: the clause belongs to who says it.
pub fn begin(document: &Document, relation: &mut Relation) {
    let cue = relation.cue.end;
    let label = is_one(document, relation.cue.start, &[":"]);
    for content in relation.contents.iter_mut().filter(|content| content.start >= cue && !label) {
        content.end = own_sentence(document, content).unwrap_or(content.end);
    }
    let Some(source) = relation.sources.first().cloned() else { return };
    let Some(content) = relation.contents.iter_mut().find(|own| own.start == source.end + 1) else {
        return;
    };
    let clause =
        is_comma(document, source.end) && is_one(document, content.start, &["which", "who"]);
    let comma = content.clone().find(|at| is_comma(document, *at)).filter(|_| clause);
    content.start =
        comma.filter(|comma| comma + 1 < content.end).map_or(content.start, |at| at + 1);
}

/// Ends the contents of a relation where somebody does more than say it, and lets them go on where
/// nothing is said yet.
pub fn settle(document: &Document, relation: &mut Relation) {
    relation
        .contents
        .retain(|content| !is_asked(document, content) && !is_joint_alone(document, content));
    end_condition(document, relation);
    let cue = relation.cue.end;
    for content in relation.contents.iter_mut().filter(|content| content.end < cue) {
        content.start = introduced(document, content).unwrap_or(content.start);
    }
    for content in relation.contents.iter_mut().filter(|content| content.start >= cue) {
        *content = finish(document, content.clone());
        let end = [second_deed, occasion, next_clause, next_saying, saying, so, with_others]
            .map(|end| end(document, content.clone()));
        content.end = end.into_iter().flatten().min().unwrap_or(content.end);
    }
    end_relative(document, relation);
    if relation.contents.len() > 1 {
        relation.contents.retain(|content| content.start >= cue || !leads_in(document, content));
    }
    if relation.contents.len() > 1 {
        relation
            .contents
            .retain(|content| content.start < cue || !is_saying(document, content.start));
    }
    go_on(document, relation);
}

/// `Others were kinder: “It is a start,”` said Ms. Li: what introduces a quotation is none of it.
fn introduced(document: &Document, content: &Range<usize>) -> Option<usize> {
    let quotation = quotation_at(document, content.end.saturating_sub(1))?.tokens.start;
    let colon = quotation.checked_sub(1).filter(|at| *at > content.start)?;
    let own = sentence_at(document, quotation).start <= content.start;
    let clause = (content.start..colon).any(|at| is_finite(document, at));
    (own && clause && is_one(document, colon, &[":"])).then_some(quotation)
}

/// `It was shut in May, when, she claimed, the money ran out`: what leads in to a clause is none of it.
fn leads_in(document: &Document, content: &Range<usize>) -> bool {
    const WORDS: [&str; 6] = ["although", "because", "since", "when", "where", "while"];
    let last = content.end.saturating_sub(1);
    content.len() > 1 && is_plain(document, last) && is_one(document, last, &WORDS)
}

/// `said that it was late. He apologised`: where the reporter's own sentence begins in a content.
fn own_sentence(document: &Document, content: &Range<usize>) -> Option<usize> {
    let next = sentence_at(document, content.start).end;
    let told =
        |at: usize| at < content.end && is_plain(document, at) && is_plain(document, content.start);
    let stop = usize::from(tag(document, next.saturating_sub(1)) == Tag::Stop);
    told(next).then(|| next - stop).filter(|end| *end > content.start)
}

/// `When he complained, nobody came`: a word that joins clauses says nothing by itself.
fn is_joint_alone(document: &Document, content: &Range<usize>) -> bool {
    let joint = matches!(tag(document, content.start), Tag::WRB | Tag::CC | Tag::IN);
    content.len() == 1 && joint && is_plain(document, content.start)
}

/// `The bridge, which she says is safe, was closed`, `Ms. Li, who says it is safe, left`: what is said
/// ends with the relative clause.
fn end_relative(document: &Document, relation: &mut Relation) {
    let opens = |part: &Range<usize>| {
        part.len() == 1
            && is_one(document, part.start, &["which", "who"])
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

/// A content that runs on into the next sentence for a word or two ends before it.
fn without_tail(document: &Document, content: Range<usize>) -> Range<usize> {
    let start = sentence_at(document, content.end.saturating_sub(1)).start;
    let tail = content.start < start && content.end - start <= TAIL;
    if tail { content.start..start } else { content }
}

/// A comma or an `and` at the end of a content belongs to the sentence: `It has left, officials said`.
fn without_commas(document: &Document, mut part: Range<usize>) -> Range<usize> {
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

/// `If she says it failed, she will lose`: what she says ends with the condition.
fn end_condition(document: &Document, relation: &mut Relation) {
    let Some(source) = relation.sources.first().map(|source| source.start) else { return };
    let before = source.wrapping_sub(1);
    let opens = sentence_at(document, source).start == before;
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

/// `praised the plan but voted against it`: the second verb is no part of what the first governs, which
/// has no verb of its own.
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

/// `called it “a massacre” and vowed revenge`: behind its quotation, what else somebody says is no part of
/// a content.
fn next_saying(document: &Document, content: Range<usize>) -> Option<usize> {
    const LONGEST: usize = 4;
    let says = |at: usize| {
        let head = (at..at + LONGEST).find(|at| !is_auxiliary(document, *at)).unwrap_or(at);
        let verb = cue::verb(document, head);
        verb.is_some_and(|verb| verb.forms.past || verb.forms.third || head > at)
    };
    let ends = |at: &usize| {
        is_one(document, *at, &["and", "but"])
            && quotation_at(document, at - 1).is_some_and(|quotation| quotation.tokens.end == *at)
            && says(at + 1)
    };
    content.skip(1).find(ends)
}

/// `said the sources, cautioning that nothing was signed`: somebody says more, with a cue of its own.
fn is_saying(document: &Document, at: usize) -> bool {
    let verb = cue::verb(document, at).filter(|verb| verb.forms.gerund && verb.entry.takes('c'));
    verb.is_some_and(|verb| is_one(document, verb.end, &["that", "\""]))
}

/// `would stay high, with the chair, Robert Lane,` warning: whoever says more is no part of what is said.
fn with_others(document: &Document, content: Range<usize>) -> Option<usize> {
    let next = content.end + usize::from(is_comma(document, content.end));
    let says = cue::verb(document, next).is_some_and(|verb| verb.forms.gerund);
    let own = says.then(|| subject_with(document, next, content.start)).flatten()?;
    Some(own.start.saturating_sub(2)).filter(|end| *end > content.start)
}

/// `say so, and the minister nodded`: one word is all they say.
fn so(document: &Document, content: Range<usize>) -> Option<usize> {
    let one = is_one(document, content.start, &["so"]) && is_comma(document, content.start + 1);
    one.then_some(content.start + 1)
}

/// `rejected that argument, saying that it was late`: what has no verb ends where somebody says more.
fn saying(document: &Document, content: Range<usize>) -> Option<usize> {
    let ends = |at: &usize| {
        let verb = cue::verb(document, at + 1).filter(|_| is_comma(document, *at));
        verb.is_some_and(|verb| verb.forms.gerund && verb.entry.takes('c'))
    };
    let comma = content.clone().skip(1).find(ends)?;
    let plain = |at: usize| !is_finite(document, at) && is_plain(document, at);
    (content.start..comma).all(plain).then_some(comma)
}

/// `called for more staff in a statement on Friday`: where it was said is no part of it.
fn occasion(document: &Document, content: Range<usize>) -> Option<usize> {
    const WHERE: [&str; 6] = ["statement", "interview", "tweet", "ruling", "filing", "briefing"];
    const LONGEST: usize = 6;
    let from = content.start + 1;
    let near = from.max(content.end.saturating_sub(LONGEST))..content.end;
    let opens = |at: &usize| {
        is_one(document, *at, &["in"])
            && is_one(document, at + 1, &["a", "an"])
            && is_one(document, at + 2, &WHERE)
            && is_plain(document, *at)
    };
    let at = near.clone().find(opens)?;
    let ends = at + 3 >= content.end || is_time(document, content.end - 1);
    ends.then_some(at)
}

/// `say it will last; others doubt it`: a semicolon that no quotation holds ends what is said.
fn next_clause(document: &Document, content: Range<usize>) -> Option<usize> {
    let ends = |at: &usize| is_one(document, *at, &[";"]) && is_plain(document, *at);
    let at = content.clone().skip(1).find(ends)?;
    // `; one, the keeper Nuno Vaz,` joked: the verb may be a cue of its own.
    let next = content.end + usize::from(is_comma(document, content.end));
    let clause = (at + 1..content.end).any(|at| is_finite(document, at));
    (clause || is_finite(document, next)).then_some(at)
}

/// `say he has forged`: a pronoun alone is not what is said, its clause is.
fn finish(document: &Document, content: Range<usize>) -> Range<usize> {
    let pronoun = content.len() == 1 && tag(document, content.start) == Tag::PRP;
    if !pronoun || !is_finite(document, content.end) || !is_plain(document, content.start) {
        return content;
    }
    let sentence = sentence_at(document, content.start);
    let limit = sentence.end.saturating_sub(1).max(content.end);
    content.start..content_end(document, content.end, limit)
}

/// `The difference now, he said, is that`: a subject alone is not what is said, so that its verb is too.
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
    is_one(document, at, &["and", "but"])
}

/// Whether a token stands outside of every quotation.
fn is_plain(document: &Document, at: usize) -> bool {
    quotation_at(document, at).is_none()
}
