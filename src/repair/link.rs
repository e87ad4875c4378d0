//! Owns the linker: joins labelled sources and contents to the cues they belong to.
//!
//! The labels say on which side the cue stands; the nearest cue on that side is taken. A cue without a source
//! of its own, such as `adding`, shares that of the cue before it in its sentence.

use std::ops::Range;

use smallvec::smallvec;

use crate::{
    grammar::{
        phrase::subject_before,
        verb::{is_adverb, is_finite, is_passive, verb_group},
        words::{is_comma, is_in, norm, quotation_at, sentence_at, tag, unclosed},
    },
    lexicon::noun::noun,
    repair::{
        reach::{ENDS, end_reduced, is_reduced},
        row::{self, RelationRule},
        words,
    },
    rules::{cue, non_attribution::is_non_attribution, quoted::speaks, relation::Relation},
    tagging::labels::Role,
    token::{document::Document, tag::Tag},
    vocabulary::{
        kinds::{Act, SourceKind},
        rule::{Rule, rule},
    },
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

/// The rule that finds the cue of a labelled source or content, by its place among the cues; asked before those of [`LINKS`].
type CueOf = Rule<fn(&Document, &[&Piece], &Piece) -> Option<usize>>;

/// Which cue a source or a content belongs to.
#[rustfmt::skip]
pub const NEAREST: CueOf = rule("L15", "nearest-cue", "Links a labelled source or content to the nearest cue on the side that its label names.",
    "Ms. Li said no. “Not now.”", cue_of);

/// A rule that changes a cue's parts; it also gets those of the previous cue of the sentence, if any.
type LinkRule = Rule<fn(&Document, Option<&Relation>, &mut Relation)>;

/// The rules for each cue, in the order in which they are asked.
#[rustfmt::skip]
pub const LINKS: [LinkRule; 3] = [
    rule("L6", "nearest-source", "Keeps the source next to the cue where several were labelled.",
        "The firm, Ms. Li said", keep_nearest_source),
    rule("L10", "shared-source", "Gives a cue without a source that of the cue before it.",
        "Ms. Li said no, adding that", share_source),
    rule("L11", "subject-as-source", "Takes the sentence's subject as source of a participle or second verb.",
        "The firm cut its forecast, saying it saw no recovery", add_subject),
];

/// A rule that changes all relations, which are in order of their cues.
type ListRule = Rule<fn(&Document, &mut [Relation])>;

/// The rule for tellers; applied when the confidence is known, because their labels are those of a content.
#[rustfmt::skip]
pub const TELLER: ListRule = rule("L12", "reported-teller", "Further verbs of saying in a report share the subject of the reported clause.",
    "Ms. Li said the officer told her to go and warned that it was late; Ms. Li said a man rang, told her that it was late and warned that", give_to_teller);

/// The rule for hearers; applied last, because later cues may share the source that it removes.
#[rustfmt::skip]
pub const HEARER: RelationRule = rule("L13", "hearer", "The subject of a passive or of receiving is no source; what is told of it is content.",
    "He was told that", without_hearer);

/// The pieces that the labels of a document's tokens form, in order.
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

/// The relations between pieces, one for each cue that has a content, in order.
pub fn relations(document: &Document, pieces: &[Piece]) -> Vec<Relation> {
    let cues: Vec<&Piece> = pieces.iter().filter(|piece| piece.role == Role::Cue).collect();
    let mut relations = linked(document, &cues, pieces);
    relations.iter().for_each(|relation| row::note_net(document, relation));
    for at in 0..relations.len() {
        let Some((earlier, [own, ..])) = relations.split_at_mut_checked(at) else { continue };
        let same = at > 0 && cues[at - 1].sentence == cues[at].sentence;
        let earlier = earlier.last().filter(|_| same);
        row::apply(document, &LINKS, own, |rule, own| rule(document, earlier, own));
    }
    for relation in &mut relations {
        row::apply(document, &ENDS, relation, |rule, own| rule(document, own));
    }
    relations.retain(|own| !own.contents.is_empty() && !is_non_attribution(document, own));
    relations
}

/// Each cue with the sources and contents that the labels assign to it.
fn linked(document: &Document, cues: &[&Piece], pieces: &[Piece]) -> Vec<Relation> {
    let bare = |cue: &&Piece| Relation { cue: cue.tokens.clone(), ..Relation::default() };
    let mut relations: Vec<Relation> = cues.iter().map(bare).collect();
    for piece in pieces.iter().filter(|piece| piece.role != Role::Cue) {
        let cue = NEAREST.ask(|nearest| nearest(document, cues, piece));
        let Some(own) = cue.and_then(|at| relations.get_mut(at)) else { continue };
        if sentence_at(document, own.cue.start) != sentence_at(document, piece.tokens.start) {
            let words = || document.words(document.span(piece.tokens.clone())).to_owned();
            NEAREST.note(own.cue.start, words);
        }
        let Relation { sources, contents, .. } = own;
        let parts = if piece.role.is_source() { sources } else { contents };
        parts.push(piece.tokens.clone());
    }
    relations
}

fn cue_of(document: &Document, cues: &[&Piece], piece: &Piece) -> Option<usize> {
    let after = cues.partition_point(|cue| cue.tokens.start < piece.tokens.start);
    let at = if piece.role.is_before() { after } else { after.checked_sub(1)? };
    let cue = cues.get(at)?;
    let last = document.sentence_of(piece.tokens.end - 1);
    let apart = cue.sentence.abs_diff(piece.sentence).min(cue.sentence.abs_diff(last));
    let reach = if piece.role.is_source() { SOURCE_REACH } else { CONTENT_REACH };
    // A later sentence goes on with a quotation or as a whole: a `that` clause within it is another's.
    let first = piece.tokens.start;
    let whole = piece.role.is_source()
        || apart == 0
        || [first, first + 1].iter().any(|at| quotation_at(document, *at).is_some())
        || sentence_at(document, first).take(2).any(|at| at == first);
    (apart <= reach && whole).then_some(at)
}

fn keep_nearest_source(_: &Document, _: Option<&Relation>, own: &mut Relation) {
    let Relation { sources, cue, .. } = own;
    let apart = |source: &Range<usize>| {
        source.start.saturating_sub(cue.end).max(cue.start.saturating_sub(source.end))
    };
    sources.sort_by_key(apart);
    sources.truncate(1);
}

fn share_source(_: &Document, earlier: Option<&Relation>, own: &mut Relation) {
    let Some(earlier) = earlier.filter(|_| own.sources.is_empty()) else { return };
    own.sources = earlier.sources.clone();
    own.shared = !own.sources.is_empty();
}

/// Takes the subject of the clause that the earlier cue reports, where its verb is one of saying too, or the hearer is in that
/// clause: `said his boss rang him and told him`. In a list of verbs that hearer may come later: `said a man rang, told him`.
/// What is joined to such a verb is that subject's too.
fn give_to_teller(document: &Document, found: &mut [Relation]) {
    let mut given = false;
    for at in 1..found.len() {
        let Some([earlier, own]) = found.get_mut(at - 1..=at) else { return };
        let joint = own.cue.start.wrapping_sub(1);
        let joined = is_in(document, joint, &words::AND_BUT) || is_comma(document, joint);
        let same = document.sentence_of(joint) == document.sentence_of(earlier.cue.start);
        given &= joined && same && own.shared && own.contents != earlier.contents;
        let teller =
            if given { earlier.sources.first().cloned() } else { teller(document, earlier, own) };
        given = teller.is_some();
        if let Some(teller) = teller {
            own.sources = smallvec![teller];
        }
    }
}

fn teller(document: &Document, earlier: &Relation, own: &Relation) -> Option<Range<usize>> {
    let cue = own.cue.start;
    let joint = cue.wrapping_sub(1);
    let listed = is_comma(document, joint) && tag(document, cue) != Tag::VBG;
    let second =
        is_in(document, joint, &words::AND_BUT) && !is_comma(document, joint.wrapping_sub(1));
    if own.sources != earlier.sources || !second && !listed {
        return None;
    }
    let clause = earlier.contents.first().filter(|content| content.start > earlier.cue.start)?;
    let verb = (clause.start..joint).find(|at| is_finite(document, *at))?;
    let hearer = Some(own.cue.end).filter(|at| is_in(document, *at, &words::OBJECT_PRONOUN));
    let heard =
        |at| listed || (clause.start..joint).any(|own| norm(document, own) == norm(document, at));
    let tells =
        second && cue::verb(document, verb).is_some_and(|verb| verb.entry.act == Act::Speech);
    let teller = subject_before(document, verb, clause.start)?;
    ((tells || hearer.is_some_and(heard)) && speaks(document, &teller)).then_some(teller)
}

fn add_subject(document: &Document, _: Option<&Relation>, relation: &mut Relation) {
    let cue = relation.cue.start;
    let sentence = sentence_at(document, cue);
    if sentence.start + WINDOW < cue || !relation.sources.is_empty() {
        return;
    }
    let gerund = tag(document, cue) == Tag::VBG;
    let participle = gerund
        && is_in(document, cue.wrapping_sub(1), &words::JOINT_BEFORE_PARTICIPLE)
        && !is_in(document, cue, &words::EVIDENCE_PARTICIPLE);
    let before = (sentence.start..cue).rev().find(|at| !is_adverb(document, *at));
    let second_verb = before.is_some_and(|at| is_in(document, at, &words::AND_BUT))
        && is_finite(document, cue)
        && relation.contents.first().is_some_and(|content| content.start >= cue);
    let source = document_before(document, &sentence, cue).filter(|_| gerund);
    if source.is_some() {
        relation.sources.extend(source);
    } else if participle || second_verb {
        relation.sources.extend(subject_of(document, &sentence, cue));
    } else if gerund && cue == sentence.start {
        relation.sources.extend(subject_behind(document, &sentence, relation));
    }
}

/// The writing that a participle describes: `a rule | stating that`.
fn document_before(
    document: &Document,
    sentence: &Range<usize>,
    cue: usize,
) -> Option<Range<usize>> {
    use Tag::{CD, DT, JJ, POS, PRPP};
    let last = cue.checked_sub(1).filter(|last| *last >= sentence.start)?;
    noun(norm(document, last)).filter(|noun| noun.kind == SourceKind::Document)?;
    let opens = |at: &usize| matches!(tag(document, *at), DT | PRPP);
    let inside = |at: &usize| {
        let own = tag(document, *at);
        own.is_noun() || matches!(own, CD | JJ | POS) || opens(at)
    };
    let mut phrase = (sentence.start..cue).rev().take_while(inside);
    let start = phrase.clone().find(opens).or_else(|| phrase.by_ref().last())?;
    Some(start..cue)
}

/// The subject of a passive is no source: it hears, as in `was told that` and `when asked why`, or belongs to what is
/// said, as in `were tipped to win`. Nor is whoever received a promise.
fn without_hearer(document: &Document, relation: &mut Relation) {
    let Relation { sources, cue, contents, shared, .. } = relation;
    let receives = |at: usize| {
        is_in(document, at, &words::VERB_OF_RECEIVING) && !is_passive(document, cue.start, at)
    };
    if cue.clone().any(receives) {
        // `heard from Ms. Li that`
        sources.retain(|own| own.start >= cue.end);
    }
    let known = |at: usize| is_in(document, at, &words::NO_SOURCE_PARTICIPLE);
    let reports = |at: usize| {
        cue::verb(document, at).is_some_and(|verb| verb.forms.participle && verb.end == cue.end)
            && !is_in(document, at, &words::STATIVE_PARTICIPLE)
    };
    let Some(head) = cue.clone().rfind(|at| known(*at) || reports(*at)) else { return };
    let asked =
        known(head) && is_in(document, cue.start.wrapping_sub(1), &words::ELLIPTIC_CONJUNCTION);
    let reduced = is_reduced(document, cue);
    if !asked && !is_passive(document, cue.start, head) && !reduced {
        return;
    }
    let hears = cue::verb(document, head).is_some_and(|verb| verb.entry.takes('o'));
    let before = |own: &&Range<usize>| own.end <= cue.start;
    let said = |own: &&Range<usize>| {
        !hears && !*shared && !is_in(document, own.start, &words::EMPTY_SUBJECT)
    };
    contents.extend(sources.iter().filter(before).filter(said).cloned());
    contents.sort_by_key(|content| content.start);
    sources.retain(|source| source.end > cue.start);
    if reduced {
        end_reduced(document, relation);
    }
}

/// The subject behind a participle that opens its sentence: `Citing the delay, | the mayor left`.
fn subject_behind(
    document: &Document,
    sentence: &Range<usize>,
    own: &Relation,
) -> Option<Range<usize>> {
    let comma = own.contents.last().map(|content| content.end)?;
    let start = Some(comma + 1).filter(|_| is_comma(document, comma))?;
    let verb = (start..sentence.end.min(start + WINDOW)).find(|at| is_finite(document, *at))?;
    subject_before(document, verb_group(document, verb, start), start)
        .filter(|own| own.start == start)
}

/// The subject of the sentence before a cue, or the phrase that opens it if a clause follows: `The mayor, a
/// man who knows the law, has been cleared, and said`.
fn subject_of(document: &Document, sentence: &Range<usize>, cue: usize) -> Option<Range<usize>> {
    let verb = (sentence.start..cue).find(|at| is_finite(document, *at))?;
    let subject = subject_before(document, verb, sentence.start);
    let opening = || {
        let comma = (sentence.start..verb).find(|at| is_comma(document, *at))?;
        let nominal = matches!(tag(document, sentence.start), Tag::DT | Tag::NNP | Tag::PRPP);
        (nominal && tag(document, comma - 1).is_noun()).then_some(sentence.start..comma)
    };
    // `However, the mayor left, saying`: nothing but an adjunct or a conjunction stands before the subject.
    let opens = |own: &Range<usize>| {
        let before = own.start.wrapping_sub(1);
        own.start == sentence.start
            || is_comma(document, before)
            || before == sentence.start && is_in(document, before, &words::AND_BUT)
    };
    subject.filter(opens).or_else(opening)
}
