//! Owns the linker: joins labelled sources and contents to the cues they belong to.
//!
//! The labels say on which side the cue stands; the nearest one there is it. A cue without a source
//! of its own, as `adding`, shares that of the cue before it in its sentence.

use std::ops::Range;

use crate::{
    grammar::{
        phrase::{subject_before, subject_with},
        verb::is_finite,
        words::{is_comma, is_in, is_one, is_time, quotation_at, sentence_at, tag, unclosed},
    },
    repair::{
        edges::{self},
        reach,
        row::{self, RelationRule},
    },
    rules::{
        content::{TOLD, bare_listener},
        cue,
        non_attribution::is_non_attribution,
        relation::Relation,
        trailing::CONDITIONS,
    },
    tagging::labels::Role,
    token::{document::Document, tag::Tag},
    vocabulary::rule::rule,
};

/// A run of tokens with one role.
#[derive(Clone, Debug)]
pub struct Piece {
    /// Its role.
    pub role: Role,
    /// Its tokens in the document.
    pub tokens: Range<usize>,
    /// Its sentence in the document.
    pub sentence: usize,
}

/// How many sentences may lie between a content and its cue.
const CONTENT_REACH: usize = 6;

/// How many sentences may lie between a source and its cue.
const SOURCE_REACH: usize = 1;

/// Search window for a shared subject, in tokens.
const WINDOW: usize = 60;

/// Cues of what somebody means, which govern no other sentence.
const MEANS: [&str; 7] =
    ["alluding", "citing", "mentioning", "pointing", "referring", "speaking", "talking"];

/// What the labels parted wrongly, in the order in which it is asked.
#[rustfmt::skip]
pub const REPARTED: [RelationRule; 3] = [
    rule("L1", "contact-clause", "Gives the source a clause without a relative pronoun that the labels gave to the cue.",
        "Experts we spoke to | said", contact_clause),
    rule("L2", "possessed-source", "Gives the source what its possessor has, up to the verb.",
        "People familiar with the firm’s thinking | said", possessed_source),
    rule("L3", "place-before-that", "Leaves out a place or a listener between the cue and its clause.",
        "report in the journal Nature | that bats sleep", place_before_that),
];

/// The pieces that the labels of a document's tokens make up, in order.
pub fn pieces(document: &Document, labels: &[u8]) -> Vec<Piece> {
    let mut pieces: Vec<Piece> = Vec::new();
    for (sentence, found) in document.sentences().iter().enumerate() {
        for at in unclosed(document, &found.tokens) {
            let Some((role, first)) = labels.get(at).copied().and_then(Role::of) else { continue };
            let open = pieces.last_mut().filter(|p| p.role == role && p.tokens.end == at && !first);
            match open {
                Some(piece) => piece.tokens.end = at + 1,
                None => pieces.push(Piece { role, tokens: at..at + 1, sentence }),
            }
        }
    }
    pieces
}

/// A relation, and whether its source is lent by the cue before it.
#[derive(Clone, Debug, Default)]
pub struct Linked {
    /// Its parts.
    pub relation: Relation,
    /// Whether its source belongs to another cue.
    pub shared: bool,
}

/// The relations between pieces, one for each cue that has a content, in order.
pub fn relations(document: &Document, pieces: &[Piece]) -> Vec<Linked> {
    let cues: Vec<&Piece> = pieces.iter().filter(|piece| piece.role == Role::Cue).collect();
    let relation = |cue: &&Piece| Relation {
        cue: without_listener(document, without_time(document, cue.tokens.clone())),
        ..Relation::default()
    };
    let linked = |cue| Linked { relation: relation(cue), shared: false };
    let mut relations: Vec<Linked> = cues.iter().map(linked).collect();
    for piece in pieces.iter().filter(|piece| piece.role != Role::Cue) {
        let own = cue_of(document, &cues, piece);
        let Some(Linked { relation, .. }) = own.and_then(|at| relations.get_mut(at)) else {
            continue;
        };
        let source = piece.role.is_source();
        if source {
            relation.sources.push(piece.tokens.clone());
        } else {
            relation.contents.push(row::words(
                document,
                &reach::TRIMS,
                piece.tokens.clone(),
                &relation.cue.clone(),
            ));
        }
    }
    for Linked { relation, .. } in &mut relations {
        row::relation(document, &REPARTED, relation);
    }
    relations.iter_mut().for_each(|linked| keep_nearest_source(&mut linked.relation));
    for at in 1..cues.len() {
        share(document, &cues, &mut relations, at);
    }
    relations.iter_mut().for_each(|linked| missing_part(document, &mut linked.relation));
    for Relation { sources, cue, .. } in relations.iter_mut().map(|linked| &mut linked.relation) {
        let settled = |own: &Range<usize>| edges::source_words(document, own.clone(), cue);
        *sources = sources.iter().filter_map(settled).collect();
    }
    for at in 1..cues.len() {
        hand_back(document, &mut relations, at);
    }
    relations
        .iter_mut()
        .for_each(|linked| row::relation(document, &reach::CONTENTS, &mut linked.relation));
    relations.retain(|linked| {
        !linked.relation.contents.is_empty() && !is_non_attribution(document, &linked.relation)
    });
    relations
}

/// In `said on Monday that` the cue ends before the day.
fn without_time(document: &Document, cue: Range<usize>) -> Range<usize> {
    let mut end = cue.end;
    while end > cue.start + 1 && is_time(document, end - 1) {
        end -= 1;
    }
    let on = end < cue.end && end > cue.start + 1 && is_one(document, end - 1, &["on", "in", "at"]);
    if on { cue.start..end - 1 } else { cue }
}

/// In `told parliament it was late` the cue ends before parliament.
fn without_listener(document: &Document, cue: Range<usize>) -> Range<usize> {
    let last = cue.end - 1;
    let told = cue.len() > 1 && is_in(document, last - 1, &TOLD);
    if told && bare_listener(document, last) == Some(cue.end) { cue.start..last } else { cue }
}

/// `report in the journal Nature that bats sleep`, `told the man beside her that it had cracked`.
fn place_before_that(document: &Document, relation: &mut Relation) {
    const LONGEST: usize = 9;
    let cue = relation.cue.clone();
    let place = cue.len() > 1 && is_one(document, cue.end - 1, &["at", "in", "on"]);
    let told = is_one(document, cue.end - 1, &["assured", "informed", "told", "warned"])
        && tag(document, cue.end) == Tag::DT;
    let Some(content) = relation.contents.iter_mut().find(|own| own.start == cue.end) else {
        return;
    };
    let that = content.clone().take(LONGEST).find(|at| is_one(document, *at, &["that"]));
    let verbless = |that: &usize| !(cue.end..*that).any(|at| is_finite(document, at));
    if let Some(that) = that.filter(|that| *that > cue.end + 1 && verbless(that)) {
        if place || told {
            content.start = that;
        }
        if place {
            relation.cue.end -= 1;
        }
    }
}

/// `Experts we spoke to said`.
fn contact_clause(document: &Document, relation: &mut Relation) {
    let cue = relation.cue.clone();
    let Some(source) = relation.sources.iter_mut().find(|source| source.end == cue.start) else {
        return;
    };
    let whom = source.len() > 1
        && tag(document, source.end - 1) == Tag::PRP
        && tag(document, source.end - 2).is_noun();
    let said = |at: &usize| {
        cue::verb(document, *at).is_some_and(|verb| verb.forms.past || verb.forms.third)
    };
    let verb = cue.clone().skip(1).rfind(said);
    if let Some(verb) = verb.filter(|_| whom) {
        source.end = verb;
        relation.cue.start = verb;
    }
}

/// `People familiar with the firm’s thinking said`.
fn possessed_source(document: &Document, relation: &mut Relation) {
    let cue = relation.cue.clone();
    let owned = cue.len() > 1 && tag(document, cue.start.wrapping_sub(1)) == Tag::POS;
    let source = relation.sources.iter_mut().find(|source| owned && source.end == cue.start);
    let verb = (cue.start + 1..cue.end).find(|at| is_finite(document, *at));
    if let (Some(source), Some(verb)) = (source, verb) {
        source.end = verb;
        relation.cue.start = verb;
    }
}

/// A source is one stretch of words; of several that were labelled, the one at the cue counts.
fn keep_nearest_source(relation: &mut Relation) {
    let cue = relation.cue.clone();
    let apart = |source: &Range<usize>| {
        source.start.saturating_sub(cue.end).max(cue.start.saturating_sub(source.end))
    };
    relation.sources.sort_by_key(apart);
    relation.sources.truncate(1);
}

fn cue_of(document: &Document, cues: &[&Piece], piece: &Piece) -> Option<usize> {
    let after = cues.partition_point(|cue| cue.tokens.start < piece.tokens.start);
    let at = if piece.role.is_before() { after } else { after.checked_sub(1)? };
    let cue = cues.get(at)?;
    let last = document.sentence_of(piece.tokens.end - 1);
    let apart = cue.sentence.abs_diff(piece.sentence).min(cue.sentence.abs_diff(last));
    let reach = match piece.role.is_source() {
        true => SOURCE_REACH,
        false if is_one(document, cue.tokens.start, &MEANS) => 0,
        false => CONTENT_REACH,
    };
    (apart <= reach).then_some(at)
}

fn share(document: &Document, cues: &[&Piece], relations: &mut [Linked], at: usize) {
    let Some((earlier, [own, ..])) = relations.split_at_mut_checked(at) else { return };
    let same = cues.get(at - 1).map(|cue| cue.sentence) == cues.get(at).map(|cue| cue.sentence);
    let inside = |earlier: &Relation| {
        let held = |content: &Range<usize>| content.start < own.relation.cue.start;
        // `According to legend, the king rode home, saying that`: he says it.
        earlier.contents.iter().any(held) && is_one(document, earlier.cue.start, &["according"])
    };
    let Some(earlier) = earlier.last().filter(|_| same && own.relation.sources.is_empty()) else {
        return;
    };
    if inside(&earlier.relation) {
        return;
    }
    if let Some(apart) = clause_between(document, &earlier.relation.cue, &own.relation.cue) {
        // `; one has gone to court, arguing that`.
        let verb = (apart..own.relation.cue.start).find(|at| is_finite(document, *at));
        let verb = verb.unwrap_or(own.relation.cue.start);
        own.relation.sources.extend(subject_before(document, verb, apart));
        return;
    }
    own.relation.sources.clone_from(&earlier.relation.sources);
    let verb = own.relation.cue.start;
    let floor = sentence_at(document, verb).start.max(verb.saturating_sub(WINDOW));
    let gerund = tag(document, verb) == Tag::VBG;
    let with = gerund.then(|| subject_with(document, verb, floor)).flatten();
    if let Some(with) = with {
        own.relation.sources = [with].into_iter().collect();
        own.shared = false;
        return;
    }
    own.shared = !own.relation.sources.is_empty();
}

/// `Fans say he left; one joked`: where the clause of a later cue with a subject of its own begins.
fn clause_between(
    document: &Document,
    earlier: &Range<usize>,
    own: &Range<usize>,
) -> Option<usize> {
    let parts = |at: &usize| {
        is_one(document, *at, &[";"]) && quotation_at(document, *at).is_none() && at + 1 < own.start
    };
    (earlier.end..own.start).rfind(parts).map(|at| at + 1)
}

/// `The firm cut its forecast, saying it saw no recovery`: whoever does the one says the other. `It will
/// strike, the union announced late on Friday, after talks failed`: what stands before is said.
fn missing_part(document: &Document, relation: &mut Relation) {
    let cue = relation.cue.start;
    let sentence = sentence_at(document, cue);
    if sentence.start + WINDOW < cue {
        return;
    }
    if relation.sources.is_empty() {
        let shows = ["indicating", "meaning", "showing", "suggesting"];
        let apart = tag(document, cue) == Tag::VBG
            && is_comma(document, cue.wrapping_sub(1))
            && !is_one(document, cue, &shows);
        let joint = is_one(document, cue.wrapping_sub(1), &["and", "but"])
            && is_finite(document, cue)
            && !is_in(document, cue, &TOLD)
            && relation.contents.first().is_some_and(|own| is_one(document, own.start, &["that"]));
        relation.sources.extend(doer(document, &sentence, cue).filter(|_| apart || joint));
    }
    let source =
        relation.sources.first().filter(|own| sentence.start < own.start && own.end <= cue);
    let Some(comma) = source.map(|source| source.start - 1) else { return };
    let before = sentence.start..comma;
    let said = before.clone().any(|at| is_finite(document, at))
        && !is_in(document, before.start, &CONDITIONS)
        && before.clone().all(|at| quotation_at(document, at).is_none());
    let ends = is_comma(document, relation.cue.end) || is_time(document, relation.cue.end + 1);
    if relation.contents.is_empty() && is_comma(document, comma) && said && ends {
        relation.contents.push(before);
    }
}

/// Who does what the sentence before a cue tells: its subject, or the phrase that opens it where a clause
/// follows: `The mayor, a man who knows the law, has been cleared, and said`.
fn doer(document: &Document, sentence: &Range<usize>, cue: usize) -> Option<Range<usize>> {
    let verb = (sentence.start..cue).find(|at| is_finite(document, *at))?;
    let subject = subject_before(document, verb, sentence.start);
    let opening = || {
        let comma = (sentence.start..verb).find(|at| is_comma(document, *at))?;
        let nominal = matches!(tag(document, sentence.start), Tag::DT | Tag::NNP | Tag::PRPP);
        (nominal && tag(document, comma - 1).is_noun()).then_some(sentence.start..comma)
    };
    subject.filter(|own| own.start == sentence.start).or_else(opening)
}

/// `“It is over,” she said, referring to the strike, “and nobody minds.”`: the quotation that goes on
/// belongs to who said it, not to what is meant.
fn hand_back(document: &Document, relations: &mut [Linked], at: usize) {
    let Some((earlier, [own, ..])) = relations.split_at_mut_checked(at) else { return };
    let Some(Linked { relation: earlier, .. }) = earlier.last_mut() else { return };
    let own = &mut own.relation;
    let said = earlier.contents.first().is_some_and(|content| {
        content.start < own.cue.start && quotation_at(document, content.start).is_some()
    });
    if !said || !is_one(document, own.cue.start, &MEANS) || earlier.sources != own.sources {
        return;
    }
    let Some(last) = own.contents.last_mut() else { return };
    let quoted = last.clone().find_map(|at| quotation_at(document, at));
    let Some(rest) = quoted.map(|quotation| quotation.tokens.clone()) else { return };
    let after = is_comma(document, rest.start.wrapping_sub(1)) && rest.end >= last.end;
    if after && rest.start > own.cue.end {
        earlier.contents.push(rest.start..last.end);
        last.end = rest.start.saturating_sub(1).max(last.start);
        own.contents.retain(|content| !Range::is_empty(content));
    }
}
