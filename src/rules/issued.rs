//! Owns speech reported by a second verb: `issued a statement saying`, `was quoted as saying`.

use std::ops::Range;

use smallvec::smallvec;

use crate::{
    grammar::{
        phrase::subject_before,
        verb::{is_finite, is_passive, verb_group},
        words::{is_comma, is_in, is_mark, is_occasion, is_time, norm, quotation_at, tag},
    },
    lexicon::list::List,
    rules::{
        candidate::Candidate,
        content,
        cue::{self, Verb, cue_reason, of},
        quoted::speaks,
        relation::{Complement, Construction, Relation},
        word::{AS, BY, COMPLEMENTIZER, WHO},
    },
    token::{document::Document, tag::Tag},
    vocabulary::kinds::Act,
};

static QUOTED: List = List::named("participle-of-quoting");
static ISSUING: List = List::named("verb-of-issuing");
static ISSUED: List = List::named("noun-of-what-is-issued");
static PERCEIVED: List = List::named("participle-of-perception");
static MOMENTS: List = List::named("opener-of-moment");
static EVIDENT: List = List::named("verb-of-evidence");
static FROM: List = List::named("preposition-before-sender");

/// The words at which these constructions begin.
pub static OPENERS: [&List; 3] = [&QUOTED, &ISSUING, &PERCEIVED];

/// `was quoted by Reuters as saying that`, `Reuters quoted Ms. Li as saying that`.
pub fn quoted_as_saying(candidate: &Candidate) -> Option<Relation> {
    let Candidate { document, at, bounds, limit, .. } = candidate;
    if let Some((source, cue)) = quoted(document, *at, *limit) {
        let saying = gerund(document, cue + 1)?;
        let cue = cue..saying.end;
        let group = verb_group(document, *at, bounds.start);
        let subject = subject_before(document, group, bounds.start);
        let start = subject.map_or(bounds.start, |subject| subject.start);
        let mark = start.checked_sub(1).filter(|mark| *mark > bounds.start);
        let before = || content::before(document, bounds.start, start);
        let after = content::after(document, &saying.entry, saying.end, *limit);
        let (content, complement) = match (mark, after) {
            (Some(mark), _) if norm(document, mark) == "\"" => (before()?, Complement::Quotation),
            (_, Some(after)) => (after.tokens, after.complement),
            (Some(mark), None) if is_comma(document, mark) => (before()?, Complement::Clause),
            _ => return None,
        };
        return Some(relation(&saying, source, cue, content, complement));
    }
    let quoted = is_in(document, *at, &QUOTED);
    let verb = quoted.then(|| behind_as(document, at + 1, bounds.end)).flatten()?;
    second_verb(candidate, &gerund(document, verb)?)
}

/// Whom the verb at a token quotes as saying something, and where `as` stands.
pub fn quoted(document: &Document, at: usize, limit: usize) -> Option<(Range<usize>, usize)> {
    const LONGEST: usize = 20;
    // `quoted one clerk, who was not named, as saying`
    let mut relative = false;
    let inside = |at: &usize| {
        relative |= is_in(document, *at, &WHO);
        (relative || !is_finite(document, *at)) && quotation_at(document, *at).is_none()
    };
    let mut near = (at + 1..limit.min(at + LONGEST)).take_while(inside);
    let says = |at: &usize| is_in(document, *at, &AS) && gerund(document, at + 1).is_some();
    let cue = is_in(document, at, &QUOTED).then(|| near.find(says)).flatten()?;
    let source = content::source_after(document, at + 1, cue)?;
    let passive = is_passive(document, verb_group(document, at, 0), at);
    let somebody = speaks(document, &source) || tag(document, at + 1) == Tag::PRP;
    (!passive && somebody).then_some((source, cue))
}

/// `issued a joint statement saying that`.
pub fn statement_saying(candidate: &Candidate) -> Option<Relation> {
    let Candidate { document, at, bounds, .. } = candidate;
    let issues = is_in(document, *at, &ISSUING) && tag(document, *at).is_verb();
    second_verb(candidate, &issues.then(|| behind_noun(document, *at, bounds.end)).flatten()?)
}

/// The relation whose cue begins with the candidate's verb and ends with `saying`.
fn second_verb(candidate: &Candidate, saying: &Verb) -> Option<Relation> {
    let Candidate { document, at, bounds, limit, .. } = candidate;
    let group = verb_group(document, *at, bounds.start);
    let source = subject_before(document, group, bounds.start)?;
    // In `Bel Roy (Lab.), Ana Li (Con.) and` names before the comma belong to the source.
    let listed = is_comma(document, source.start.wrapping_sub(1))
        && norm(document, source.start.wrapping_sub(2)) == ")";
    if listed {
        return None;
    }
    let cue = group..saying.end;
    let quoted = quotation_at(document, source.start.wrapping_sub(1))
        .filter(|own| own.tokens.end == source.start && source.start > bounds.start);
    if let Some(quotation) = quoted {
        let content = quotation.tokens.clone();
        return Some(relation(saying, source, cue, content, Complement::Quotation));
    }
    let content = content::after(document, &saying.entry, saying.end, *limit)?;
    Some(relation(saying, source, cue, content.tokens, content.complement))
}

fn relation(
    saying: &Verb,
    source: Range<usize>,
    cue: Range<usize>,
    content: Range<usize>,
    complement: Complement,
) -> Relation {
    Relation {
        sources: smallvec![source],
        cue,
        contents: smallvec![content],
        confidence: 0.9,
        reasons: vec![cue_reason(saying), complement.reason()],
        complement: Some(complement),
        construction: Construction::SecondVerb,
        ..of(saying)
    }
}

/// The token of the verb after `quoted as` or `quoted by Reuters as`.
fn behind_as(document: &Document, at: usize, end: usize) -> Option<usize> {
    const LONGEST: usize = 8;
    let inside = |at: &usize| norm(document, *at) != ",";
    let mut near = (at..end.min(at + LONGEST)).take_while(inside);
    let opens = is_in(document, at, &BY) || is_in(document, at, &AS);
    near.find(|at| is_in(document, *at, &AS)).filter(|_| opens).map(|conjunction| conjunction + 1)
}

/// `saying` after `issued a joint statement`.
fn behind_noun(document: &Document, verb: usize, end: usize) -> Option<Verb> {
    const LONGEST: usize = 7;
    let inner = |at: &usize| !is_mark(document, *at) || norm(document, *at) == "-";
    let mut near = (verb + 1..end.min(verb + LONGEST)).take_while(inner);
    let issued = |at: usize| is_occasion(document, at) || is_in(document, at, &ISSUED);
    let noun = near.find(|at| issued(*at) && tag(document, *at).is_noun())?;
    gerund(document, behind_time(document, noun + 1))
        .or_else(|| behind_comma(document, noun + 1, end))
}

/// A gerund of saying behind the comma after whom a statement goes to: `a note to subscribers on Friday, apologising for`.
fn behind_comma(document: &Document, start: usize, end: usize) -> Option<Verb> {
    const LONGEST: usize = 9;
    let inside = |at: &usize| !is_finite(document, *at) && quotation_at(document, *at).is_none();
    let mut near = (start..end.min(start + LONGEST)).take_while(inside);
    let comma = near.find(|at| is_mark(document, *at)).filter(|at| is_comma(document, *at))?;
    let verb = cue::verb(document, comma + 1)?;
    let speaks = verb.entry.act == Act::Speech && !EVIDENT.has(verb.entry.lemma);
    (verb.forms.gerund && speaks).then_some(verb)
}

/// The token after a time and a comma: `a statement on Tuesday, saying`.
fn behind_time(document: &Document, start: usize) -> usize {
    const LONGEST: usize = 5;
    let timed = |at: &usize| is_time(document, *at) || is_in(document, *at, &MOMENTS);
    let mut near = start..start + LONGEST;
    let end = near.find(|at| !timed(at)).unwrap_or(start);
    end + usize::from(is_comma(document, end))
}

/// `a guest was heard saying`, after a quotation or before the content; `we heard from a guest that`.
pub fn heard_saying(candidate: &Candidate) -> Option<Relation> {
    let Candidate { document, at, bounds, limit, .. } = candidate;
    if is_in(document, *at, &PERCEIVED) && is_in(document, at + 1, &FROM) {
        let verb = cue::verb(document, *at).filter(|verb| verb.end == at + 2)?;
        let source = content::source_after(document, verb.end, *limit)?;
        let that = content::skip_adjuncts(document, source.end, *limit);
        let that = that + usize::from(is_comma(document, that));
        let content = that..content::content_end(document, that, *limit);
        let clause = is_in(document, that, &COMPLEMENTIZER) && tag(document, that) != Tag::WDT;
        let said = clause && speaks(document, &source);
        return said.then(|| relation(&verb, source, *at..verb.end, content, Complement::That));
    }
    let saying = is_in(document, *at, &PERCEIVED).then(|| gerund(document, at + 1)).flatten()?;
    let group = verb_group(document, *at, bounds.start);
    is_passive(document, group, *at).then(|| second_verb(candidate, &saying)).flatten()
}

fn gerund(document: &Document, at: usize) -> Option<Verb> {
    cue::verb(document, at).filter(|verb| verb.forms.gerund && verb.entry.takes('c'))
}
