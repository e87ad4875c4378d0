//! Owns the linker: joins labelled sources and contents to the cues they belong to.
//!
//! The labels say on which side the cue stands; the nearest one there is it. A cue without a source
//! of its own, as `adding`, shares that of the cue before it in its sentence.

use std::ops::Range;

use smallvec::smallvec;

use crate::{
    grammar::{
        phrase::{subject_before, subject_with},
        verb::{is_finite, is_passive},
        words::{is_comma, is_in, is_time, quotation_at, sentence_at, tag, unclosed},
    },
    repair::{
        edges::EDGES,
        reach,
        row::{self, PairRule, RelationRule},
        words,
    },
    rules::{
        content::{TOLD, bare_listener},
        cue,
        relation::Relation,
        silent::is_silent,
        trailing::CONDITIONS,
    },
    tagging::labels::Role,
    text::span::Ranges,
    token::{document::Document, tag::Tag},
    vocabulary::rule::{Rule, rule},
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

/// Search window for a subject before a cue, in tokens.
const WINDOW: usize = 60;

/// What the labels divided wrongly between cue, source and content, in the order in which it is asked.
#[rustfmt::skip]
pub const DIVISIONS: [RelationRule; 5] = [
    rule("L4", "cue-time", "Drops a time at the end of a cue.",
        "said | on Monday that", without_time),
    rule("L5", "cue-listener", "Drops a listener at the end of a cue.",
        "told | parliament it was late", without_listener),
    rule("L1", "embedded-verb", "Gives the source a clause or a noun of its own that the labels gave to the cue.",
        "Experts we spoke to | said; People familiar with the firm’s thinking | said", begin_at_last_verb),
    rule("L3", "place-before-that", "Leaves out a place or a listener between the cue and its clause.",
        "report in the journal Nature | that bats sleep", place_before_that),
    rule("L6", "nearest-source", "Keeps the source next to the cue where several were labelled.",
        "The firm, Ms. Li said", keep_nearest_source),
];

/// Where a cue without a source finds one, from the cue before it in its sentence and its own; the first
/// answer counts.
#[rustfmt::skip]
pub const LENDERS: [Rule<Lender>; 3] = [
    rule("L7", "legend", "Shares no source of a closed construction that reports the whole sentence.",
        "According to legend, the king rode home, saying that", no_legend),
    rule("L9", "absolute-subject", "Finds the subject between with and a participle.",
        "with the chair, Robert Lane, | warning", absolute_subject),
    rule("L10", "shared-source", "Shares the source of the cue before it.",
        "Ms. Li said no, adding that", shared_source),
];

type Lender = fn(&Document, &Relation, &Range<usize>) -> Option<Ranges>;

/// What the labels left out, and who only listens, in the order in which it is asked.
#[rustfmt::skip]
pub const GAPS: [RelationRule; 3] = [
    rule("L11", "subject-as-source", "Takes the subject of the sentence for the source of a participle or a second verb.",
        "The firm cut its forecast, saying it saw no recovery", add_subject),
    rule("L12", "clause-before", "Takes the clause before the source for the content.",
        "It will strike, the union announced on Friday", add_clause_before),
    rule("L13", "hearer", "Drops who hears it, the subject of a passive.",
        "He was told that", without_hearer),
];

/// What a cue of reference took from the cue before it.
pub const REFERENCE: PairRule = rule(
    "L14",
    "reference",
    "Gives a quotation that goes on behind a cue of reference back to the cue before it.",
    "“It is over,” she said, referring to the strike, “and nobody minds.”",
    give_quotation_back,
);

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
    let mut relations = linked(document, &cues, pieces);
    for Linked { relation, .. } in &mut relations {
        row::relation(document, &DIVISIONS, relation);
    }
    for at in 1..cues.len() {
        if cues[at - 1].sentence == cues[at].sentence {
            lend(document, &mut relations, at);
        }
    }
    for Linked { relation, .. } in &mut relations {
        row::relation(document, &GAPS, relation);
        for source in &mut relation.sources {
            *source = row::words(document, &EDGES, source.clone(), &relation.cue);
        }
    }
    for at in 1..relations.len() {
        let Some((earlier, [own, ..])) = relations.split_at_mut_checked(at) else { continue };
        if let Some(earlier) = earlier.last_mut() {
            row::pair(document, &[REFERENCE], &mut earlier.relation, &mut own.relation);
        }
    }
    for Linked { relation, .. } in &mut relations {
        reach::correct(document, relation);
    }
    relations.retain(|linked| {
        !linked.relation.contents.is_empty() && !is_silent(document, &linked.relation)
    });
    relations
}

/// Each cue with the sources and contents that the labels point to it.
fn linked(document: &Document, cues: &[&Piece], pieces: &[Piece]) -> Vec<Linked> {
    let linked = |cue: &&Piece| Linked {
        relation: Relation { cue: cue.tokens.clone(), ..Relation::default() },
        shared: false,
    };
    let mut relations: Vec<Linked> = cues.iter().map(linked).collect();
    for piece in pieces.iter().filter(|piece| piece.role != Role::Cue) {
        let own = cue_of(document, cues, piece).and_then(|at| relations.get_mut(at));
        let Some(Linked { relation, .. }) = own else { continue };
        let Relation { sources, contents, cue, .. } = relation;
        let tokens = piece.tokens.clone();
        match piece.role.is_source() {
            true => sources.push(tokens),
            false => contents.push(row::words(document, &reach::TRIMS, tokens, cue)),
        }
    }
    relations
}

fn without_time(document: &Document, relation: &mut Relation) {
    let cue = &mut relation.cue;
    let mut end = cue.end;
    while end > cue.start + 1 && is_time(document, end - 1) {
        end -= 1;
    }
    let dated = end < cue.end && end > cue.start + 1;
    if dated && is_in(document, end - 1, &words::PLACE_PREPOSITION) {
        cue.end = end - 1;
    }
}

fn without_listener(document: &Document, relation: &mut Relation) {
    let cue = &mut relation.cue;
    let last = cue.end - 1;
    let told = cue.len() > 1 && is_in(document, last - 1, &TOLD);
    if told && bare_listener(document, last) == Some(cue.end) {
        cue.end = last;
    }
}

fn place_before_that(document: &Document, relation: &mut Relation) {
    const LONGEST: usize = 9;
    let cue = relation.cue.clone();
    let place = cue.len() > 1 && is_in(document, cue.end - 1, &words::PLACE_PREPOSITION);
    let told =
        is_in(document, cue.end - 1, &words::TELLING_PAST) && tag(document, cue.end) == Tag::DT;
    let Some(content) = relation.contents.iter_mut().find(|own| own.start == cue.end) else {
        return;
    };
    let that =
        content.clone().take(LONGEST).find(|at| is_in(document, *at, &words::COMPLEMENTIZER));
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

fn begin_at_last_verb(document: &Document, relation: &mut Relation) {
    let Relation { sources, cue, .. } = relation;
    let Some(source) = sources.iter_mut().find(|source| source.end == cue.start) else { return };
    let [before, last] = [2, 1].map(|back| tag(document, source.end.wrapping_sub(back)));
    let contact = last == Tag::PRP && before.is_noun() && source.len() > 1;
    let possessed = |at: usize| last == Tag::POS && is_finite(document, at);
    let said = |at: &usize| {
        let verb = cue::verb(document, *at).filter(|_| contact || possessed(*at));
        verb.is_some_and(|verb| verb.forms.past || verb.forms.third)
    };
    let verb = cue.clone().skip(1).rfind(said);
    if let Some(verb) = verb {
        source.end = verb;
        cue.start = verb;
    }
}

fn keep_nearest_source(_: &Document, relation: &mut Relation) {
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
        false if is_in(document, cue.tokens.start, &words::VERB_OF_REFERENCE) => 0,
        false => CONTENT_REACH,
    };
    (apart <= reach).then_some(at)
}

/// Gives a cue without a source the one that the first of the lenders finds.
fn lend(document: &Document, relations: &mut [Linked], at: usize) {
    let Some((earlier, [own, ..])) = relations.split_at_mut_checked(at) else { return };
    let Some(Linked { relation: earlier, .. }) = earlier.last() else { return };
    let Linked { relation: Relation { sources, cue, .. }, shared } = own;
    if !sources.is_empty() {
        return;
    }
    let mut lenders = LENDERS.iter().filter(|rule| rule.is_on());
    let found = lenders.find_map(|rule| Some((rule, (rule.apply)(document, earlier, cue)?)));
    if let Some((rule, found)) = found {
        rule.note(cue.start, || row::list(document, &found));
        *shared = !found.is_empty() && found == earlier.sources;
        *sources = found;
    }
}

fn no_legend(document: &Document, earlier: &Relation, cue: &Range<usize>) -> Option<Ranges> {
    let held = earlier.contents.iter().any(|content| content.start < cue.start);
    let legend = is_in(document, earlier.cue.start, &words::LEGEND_CUE);
    (held && legend).then(Ranges::new)
}

fn absolute_subject(document: &Document, _: &Relation, cue: &Range<usize>) -> Option<Ranges> {
    let floor = sentence_at(document, cue.start).start.max(cue.start.saturating_sub(WINDOW));
    let participle = tag(document, cue.start) == Tag::VBG;
    let subject = participle.then(|| subject_with(document, cue.start, floor)).flatten()?;
    Some(smallvec![subject])
}

fn shared_source(_: &Document, earlier: &Relation, _: &Range<usize>) -> Option<Ranges> {
    Some(earlier.sources.clone())
}

fn add_subject(document: &Document, relation: &mut Relation) {
    let cue = relation.cue.start;
    let sentence = sentence_at(document, cue);
    if sentence.start + WINDOW < cue || !relation.sources.is_empty() {
        return;
    }
    let participle = tag(document, cue) == Tag::VBG
        && is_comma(document, cue.wrapping_sub(1))
        && !is_in(document, cue, &words::EVIDENCE_PARTICIPLE);
    let that = |content: &Range<usize>| is_in(document, content.start, &words::COMPLEMENTIZER);
    let second_verb = is_in(document, cue.wrapping_sub(1), &words::AND_BUT)
        && is_finite(document, cue)
        && !is_in(document, cue, &TOLD)
        && relation.contents.first().is_some_and(that);
    if participle || second_verb {
        relation.sources.extend(subject_of(document, &sentence, cue));
    }
}

fn add_clause_before(document: &Document, relation: &mut Relation) {
    let Relation { sources, cue, contents, .. } = relation;
    let sentence = sentence_at(document, cue.start);
    let source = sources.first().filter(|own| sentence.start < own.start && own.end <= cue.start);
    let Some(comma) = source.map(|source| source.start - 1) else { return };
    if sentence.start + WINDOW < cue.start || !contents.is_empty() || !is_comma(document, comma) {
        return;
    }
    let before = sentence.start..comma;
    let said = before.clone().any(|at| is_finite(document, at))
        && !is_in(document, before.start, &CONDITIONS)
        && before.clone().all(|at| quotation_at(document, at).is_none());
    if said && (is_comma(document, cue.end) || is_time(document, cue.end + 1)) {
        contents.push(before);
    }
}

/// Who stands before the cue hears it: `was told that`, `was once asked how`, `when asked why`.
fn without_hearer(document: &Document, relation: &mut Relation) {
    let Relation { sources, cue, .. } = relation;
    let head = cue.clone().rfind(|at| is_in(document, *at, &words::HEARER_PARTICIPLE));
    let asked = is_in(document, cue.start.wrapping_sub(1), &words::ELLIPTIC_CONJUNCTION);
    if head.is_some_and(|head| asked || is_passive(document, cue.start, head)) {
        sources.retain(|source| source.end > cue.start);
    }
}

/// The subject of the sentence before a cue, or the phrase that opens it where a clause follows: `The mayor, a man
/// who knows the law, has been cleared, and said`.
fn subject_of(document: &Document, sentence: &Range<usize>, cue: usize) -> Option<Range<usize>> {
    let verb = (sentence.start..cue).find(|at| is_finite(document, *at))?;
    let subject = subject_before(document, verb, sentence.start);
    let opening = || {
        let comma = (sentence.start..verb).find(|at| is_comma(document, *at))?;
        let nominal = matches!(tag(document, sentence.start), Tag::DT | Tag::NNP | Tag::PRPP);
        (nominal && tag(document, comma - 1).is_noun()).then_some(sentence.start..comma)
    };
    subject.filter(|own| own.start == sentence.start).or_else(opening)
}

fn give_quotation_back(document: &Document, earlier: &mut Relation, own: &mut Relation) {
    let said = earlier.contents.first().is_some_and(|content| {
        content.start < own.cue.start && quotation_at(document, content.start).is_some()
    });
    let reference = is_in(document, own.cue.start, &words::VERB_OF_REFERENCE);
    let Some(last) = own.contents.last_mut().filter(|_| said && reference) else { return };
    let Some(rest) = last.clone().find_map(|at| quotation_at(document, at)) else { return };
    let rest = rest.tokens.clone();
    let after = is_comma(document, rest.start.wrapping_sub(1)) && rest.end >= last.end;
    if after && rest.start > own.cue.end && earlier.sources == own.sources {
        earlier.contents.push(rest.start..last.end);
        last.end = rest.start.saturating_sub(1).max(last.start);
        own.contents.retain(|content| !Range::is_empty(content));
    }
}
