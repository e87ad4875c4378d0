//! Owns noun cues: `reports by Axios that`, `Ms. Li's claim that`, `the claim that`.

use std::{ops::Range, sync::LazyLock};

use smallvec::smallvec;

use crate::{
    grammar::{
        phrase::{phrase_after, subject_before},
        verb::{is_adverb, is_auxiliary, is_finite, is_passive},
        words::{is_in, is_mark, limit, norm, tag},
    },
    lexicon::{self, Index, list::List},
    rules::{content, cue, relation::Relation},
    token::{document::Document, tag::Tag},
    vocabulary::{
        kinds::{Act, Stance},
        reason::{ReasonCode, reason},
    },
};

static COMPLEMENTIZER: List = List::named("complementizer");
static EXISTENTIAL_VERB: List = List::named("existential-verb");
static MAIN_CLAUSE_BARRIER: List = List::named("main-clause-barrier");
static NOUN_CUE_AGENT: List = List::named("noun-cue-agent");
static NOUN_CUE_DETERMINER: List = List::named("noun-cue-determiner");
static RELATIVE_PARTICIPLE: List = List::named("relative-participle");

/// A noun that may be a cue.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Its dictionary form.
    pub lemma: &'static str,
    /// What kind of act it names.
    pub act: Act,
    /// Where a writer who uses it stands.
    pub stance: Stance,
}

/// The entry of a noun in lower case, singular or plural.
pub fn noun(word: &str) -> Option<Entry> {
    let singular = || word.strip_suffix('s').and_then(|word| NOUNS.get(word).first());
    NOUNS.get(word).first().or_else(singular).copied()
}

/// All nouns of the lexicon in the singular.
pub fn words() -> impl Iterator<Item = &'static str> {
    NOUNS.words()
}

static NOUNS: LazyLock<Index<Entry>> = LazyLock::new(|| {
    let rows = lexicon::rows(include_str!("../lexicon/en/cue_nouns.txt"));
    rows.map(|row| {
        let (act, stance) = (cue::act(row.column(1)), cue::stance(row.column(2)));
        (row.column(0), Entry { lemma: row.column(0), act, stance })
    })
    .collect()
});

/// The relation whose cue is the noun at token `at`; it needs a clause with `that`.
pub fn relation(document: &Document, sentence: &Range<usize>, at: usize) -> Option<Relation> {
    let entry = noun(norm(document, at)).filter(|_| tag(document, at).is_noun())?;
    let limit = limit(document, sentence);
    let behind = behind(document, at, limit);
    let that = behind.as_ref().map_or(at + 1, |source| source.end);
    if !is_in(document, that, &COMPLEMENTIZER)
        || tag(document, that) == Tag::DT
        || is_auxiliary(document, that + 1)
    {
        return None;
    }
    let source_behind = behind.is_some();
    let source = behind.or_else(|| possessor(document, at, sentence.start));
    if source.is_none() && !stands_alone(document, at, sentence.start) {
        return None;
    }
    let cue = at..if source_behind { at + 2 } else { at + 1 };
    let limit = main_verb(document, sentence.start, at, that, limit).unwrap_or(limit);
    let content = that..content::content_end(document, that, limit);
    if is_relative(document, &content) {
        return None;
    }
    let confidence = match (&source, entry.act) {
        (Some(_), _) => 0.8,
        (None, Act::Speech) => 0.6,
        (None, _) => 0.5,
    };
    Some(Relation {
        sources: source.into_iter().collect(),
        cue,
        contents: smallvec![content],
        lemma: entry.lemma.into(),
        act: entry.act,
        stance: entry.stance,
        confidence,
        reasons: vec![reason(ReasonCode::CueNoun, entry.lemma), reason(ReasonCode::ThatClause, "")],
    })
}

/// `The claim`, `rumours`: what nobody is said to own.
fn stands_alone(document: &Document, at: usize, floor: usize) -> bool {
    let before =
        (floor.max(at.saturating_sub(3))..at).rev().find(|at| tag(document, *at) != Tag::JJ);
    let article = before.is_some_and(|at| is_in(document, at, &NOUN_CUE_DETERMINER));
    let there_is = before.is_some_and(|at| is_in(document, at, &EXISTENTIAL_VERB));
    // `The bank estimates that`: a verb taken for a noun has its subject before it.
    let subject = tag(document, at.wrapping_sub(1)).is_noun() && at > floor;
    article || there_is || tag(document, at) == Tag::NNS && !subject
}

/// `a claim that the union disputed`, `a report that found`: what the verb is about is the claim itself.
pub fn is_relative(document: &Document, content: &Range<usize>) -> bool {
    let verb = content.start + 1;
    if is_auxiliary(document, verb) || tag(document, verb) == Tag::VBD {
        return true;
    }
    let Some(last) = content.clone().rfind(|at| !is_mark(document, *at)) else { return false };
    let wants = cue::verb(document, last).is_some_and(|verb| verb.entry.takes('n'));
    let made = is_in(document, last, &RELATIVE_PARTICIPLE);
    (wants || made) && tag(document, last).is_verb() && !is_passive(document, content.start, last)
}

/// Where the verb stands that a noun cue is the subject of: `The claim that taxes fell is false`.
fn main_verb(
    document: &Document,
    floor: usize,
    at: usize,
    that: usize,
    limit: usize,
) -> Option<usize> {
    let finite = |at: &usize| is_finite(document, *at);
    if (floor..at).any(|at| is_finite(document, at)) {
        return None;
    }
    let own = (that..limit).find(finite)?;
    let rest =
        (own + 1..limit).find(|at| !is_finite(document, *at) && !is_adverb(document, *at))?;
    let second = (rest..limit).find(finite)?;
    let opener = |at: usize| is_in(document, at, &MAIN_CLAUSE_BARRIER);
    (!(rest..second).any(opener)).then_some(second)
}

/// `by Axios` behind the noun.
fn behind(document: &Document, at: usize, limit: usize) -> Option<Range<usize>> {
    let opens = is_in(document, at + 1, &NOUN_CUE_AGENT);
    opens.then(|| phrase_after(document, at + 2, limit)).flatten()
}

/// `Ms. Li's`, `her` before the noun, perhaps with an adjective between.
fn possessor(document: &Document, at: usize, floor: usize) -> Option<Range<usize>> {
    let before = (floor..at).rev().take(3).find(|at| !is_modifier(document, *at))?;
    match tag(document, before) {
        Tag::PRPP => Some(before..before + 1),
        Tag::POS => subject_before(document, before, floor),
        _ => None,
    }
}

fn is_modifier(document: &Document, at: usize) -> bool {
    matches!(tag(document, at), Tag::JJ | Tag::NN | Tag::CD | Tag::VBN | Tag::VBG | Tag::RB)
}
