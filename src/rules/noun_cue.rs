//! Owns noun cues: `reports by Axios that`, `Ms. Li's claim that`, `the claim that`.

use std::ops::Range;

use smallvec::smallvec;

use crate::{
    grammar::{
        phrase::{phrase_after, subject_before},
        verb::{is_adverb, is_auxiliary, is_finite},
        words::{is_comma, is_in, is_mark, norm, tag},
    },
    lexicon::list::List,
    rules::{
        candidate::Candidate,
        content, cue,
        cue_noun::noun,
        relation::{Complement, Construction, Relation},
        word::COMPLEMENTIZER,
    },
    token::{document::Document, tag::Tag},
    vocabulary::{
        kinds::Act,
        reason::{ReasonCode, reason},
        rule::{Rule, first, rule},
    },
};

static BARE: List = List::named("noun-before-bare-clause");
static AUTHORS: List = List::named("preposition-before-author");
static DETERMINERS: List = List::named("determiner-of-report");
static EXISTENTIALS: List = List::named("word-before-bare-report");
static CLAUSE_JOINTS: List = List::named("opener-of-second-clause");

/// The candidate of a noun cue, and the noun phrase after `by` or `from`, if any.
type Noun<'a> = (&'a Candidate<'a>, Option<&'a Range<usize>>);

/// The source of a noun cue; `Some(None)` if it needs none.
type Row = Rule<fn(&Noun) -> Option<Option<Range<usize>>>>;

/// In the order they are asked.
#[rustfmt::skip]
pub const OWNERS: [Row; 3] = [
    rule("R13", "author", "The complement of “by” or “from” after the noun is the source.",
        "reports by Axios that", author),
    rule("R14", "possessor", "The possessor before the noun is the source.",
        "Ms. Li’s claim that", possessor),
    rule("R15", "unowned", "A plural noun, or one with a determiner, needs no source.",
        "Rumours that", unowned),
];

/// Where the content that begins at a token ends, before the limit of its cue.
type End = Rule<fn(&Candidate, usize) -> Option<usize>>;

/// Ends of contents inside a subject or an adjunct, in the order they are asked.
#[rustfmt::skip]
pub const ENDS: [End; 2] = [
    rule("R85", "noun-cue-in-adjunct", "The content of a noun cue in a fronted adjunct ends at the comma before the main clause.",
        "Amid claims that taxes fell, | the mayor resigned", main_clause),
    rule("R16", "noun-cue-in-subject", "The content of a noun cue in a subject ends before the main verb.",
        "The claim that taxes fell | is false", main_verb),
];

/// The relation whose cue is a noun; it needs a `that` clause, or a clause without “that” right behind it.
pub fn relation(candidate: &Candidate) -> Option<Relation> {
    let Candidate { document, at, limit, .. } = candidate;
    let entry = noun(norm(document, *at)).filter(|_| tag(document, *at).is_noun())?;
    let behind = behind(candidate);
    // `a promise from the firm in March that`
    let timed = |author: &Range<usize>| content::skip_adjuncts(document, author.end, *limit);
    let that = behind.as_ref().map_or(at + 1, timed);
    let opens = is_in(document, that, &COMPLEMENTIZER) && tag(document, that) != Tag::DT;
    let bare = !opens
        && behind.is_none()
        && BARE.has(entry.lemma)
        && is_apart(candidate)
        && states(document, that);
    if !opens && !bare {
        return None;
    }
    let source = first(&OWNERS, *at, |owner| owner(&(candidate, behind.as_ref())))?;
    let limit = first(&ENDS, *at, |end| end(candidate, that)).unwrap_or(*limit);
    let content = that..content::content_end(document, that, limit);
    let complement = if bare { Complement::Clause } else { Complement::That };
    Some(Relation {
        cue: *at..at + 1 + usize::from(behind.is_some()),
        contents: smallvec![content],
        lemma: entry.lemma.into(),
        act: entry.act,
        stance: entry.stance,
        confidence: match (&source, entry.act) {
            (Some(_), _) => 0.8,
            (None, Act::Speech) => 0.6,
            (None, _) => 0.5,
        },
        sources: source.into_iter().collect(),
        reasons: vec![reason(ReasonCode::CueNoun, entry.lemma), complement.reason()],
        complement: Some(complement),
        construction: Construction::NounCue,
        ..Relation::default()
    })
}

/// Whether a noun is no object of a verb of saying: `amid claims`, `There are fears`; not `dismissed claims`, `commented on
/// claims`.
fn is_apart(candidate: &Candidate) -> bool {
    let Candidate { document, at, bounds, .. } = candidate;
    let modifies = |at: &usize| matches!(tag(document, *at), Tag::DT | Tag::JJ | Tag::PRPP);
    let Some(left) = (bounds.start..*at).rev().take(4).find(|at| !modifies(at)) else {
        return true;
    };
    let adjunct = tag(document, left) == Tag::IN
        && left.checked_sub(1).is_none_or(|verb| cue::verb(document, verb).is_none());
    adjunct || is_auxiliary(document, left)
}

/// Whether a clause begins at a token whose verb lacks no object: `fears | the dam would burst`, `claims | it harms bees`;
/// not `claims | he made in court`, which describes the claims.
fn states(document: &Document, start: usize) -> bool {
    const LONGEST: usize = 6;
    use Tag::{CD, DT, EX, JJ, NN, NNP, NNPS, NNS, PRP, PRPP, VBG, VBN};
    let first = tag(document, start);
    let phrase = |at: &usize| {
        matches!(tag(document, *at), CD | DT | EX | JJ | NN | NNP | NNPS | NNS | PRP | PRPP)
    };
    let verb = (start..start + LONGEST).take_while(phrase).last().map_or(start, |last| last + 1);
    let light = |at: usize| {
        is_adverb(document, at) || is_auxiliary(document, at) && !is_finite(document, at)
    };
    let rest =
        (verb + 1..verb + LONGEST).find(|at| !light(*at)).filter(|_| is_finite(document, verb));
    // `would burst`, `had taken bribes`
    let object = rest.is_some_and(|rest| {
        let own = tag(document, rest);
        let infinitive = own == Tag::VB || own == VBN;
        let next = tag(document, rest + usize::from(infinitive));
        let governs = matches!(next, CD | DT | JJ | NN | NNP | NNPS | NNS | PRP | PRPP | VBG | VBN);
        governs || infinitive && first != PRP && is_stop(document, rest + 1)
    });
    let full = matches!(first, CD | DT | EX | NNP | NNPS | NNS | PRP | PRPP);
    full && verb > start && object
}

fn is_stop(document: &Document, at: usize) -> bool {
    is_mark(document, at) || tag(document, at) == Tag::IN
}

/// The noun phrase in `by Axios` after the noun.
fn behind(candidate: &Candidate) -> Option<Range<usize>> {
    let Candidate { document, at, limit, .. } = candidate;
    let opens = is_in(document, at + 1, &AUTHORS);
    opens.then(|| phrase_after(document, at + 2, *limit)).flatten()
}

fn author((_, behind): &Noun) -> Option<Option<Range<usize>>> {
    behind.map(|behind| Some(behind.clone()))
}

/// `Ms. Li's` or `her` before the noun, possibly with modifiers between.
fn possessor((candidate, _): &Noun) -> Option<Option<Range<usize>>> {
    use Tag::{CD, JJ, NN, POS, PRPP, RB, VBG, VBN};
    let Candidate { document, at, bounds, .. } = candidate;
    let modifies = |at: usize| matches!(tag(document, at), JJ | NN | CD | VBN | VBG | RB);
    let before = (bounds.start..*at).rev().take(3).find(|at| !modifies(*at))?;
    match tag(document, before) {
        PRPP => Some(Some(before..before + 1)),
        POS => subject_before(document, before, bounds.start).map(Some),
        _ => None,
    }
}

fn unowned((candidate, _): &Noun) -> Option<Option<Range<usize>>> {
    let Candidate { document, at, bounds, .. } = candidate;
    let near = bounds.start.max(at.saturating_sub(3))..*at;
    let before = near.rev().find(|at| tag(document, *at) != Tag::JJ);
    let stands =
        |at: usize| is_in(document, at, &DETERMINERS) || is_in(document, at, &EXISTENTIALS);
    // `The bank estimates that`: a verb mistagged as a noun follows its subject.
    let subject = tag(document, at.wrapping_sub(1)).is_noun() && *at > bounds.start;
    (before.is_some_and(stands) || tag(document, *at) == Tag::NNS && !subject).then_some(None)
}

/// A sentence that opens with an adjunct has a main clause, which begins with its subject.
fn main_clause(candidate: &Candidate, that: usize) -> Option<usize> {
    use Tag::{CD, DT, JJ, PRP, PRPP};
    let Candidate { document, at, bounds, limit, .. } = candidate;
    let opens = matches!(tag(document, bounds.start), Tag::IN | Tag::TO | Tag::VBG | Tag::VBN);
    let fronted = opens && !(bounds.start..*at).any(|at| is_finite(document, at));
    let own = (that..*limit).find(|at| fronted && is_finite(document, *at))?;
    let subject = |at: usize| {
        let tag = tag(document, at);
        tag.is_noun() || matches!(tag, CD | DT | JJ | PRP | PRPP)
    };
    (own..*limit).find(|at| is_comma(document, *at) && subject(at + 1))
}

fn main_verb(candidate: &Candidate, that: usize) -> Option<usize> {
    let Candidate { document, at, bounds, limit, .. } = candidate;
    let finite = |at: &usize| is_finite(document, *at);
    if (bounds.start..*at).any(|at| is_finite(document, at)) {
        return None;
    }
    let own = (that..*limit).find(finite)?;
    let rest =
        (own + 1..*limit).find(|at| !is_finite(document, *at) && !is_adverb(document, *at))?;
    let second = (rest..*limit).find(finite)?;
    (!(rest..second).any(|at| is_in(document, at, &CLAUSE_JOINTS))).then_some(second)
}
