//! Owns attributions made by an adjunct of a clause: `according to X`, `as reported by X`, `in her view`.

use std::ops::Range;

use smallvec::smallvec;

use crate::{
    grammar::{
        phrase::trim_marks,
        verb::{is_adverb, is_finite},
        words::{is_capital, is_in, is_one, is_time, norm, tag},
    },
    lexicon::list::List,
    rules::{
        candidate::Candidate,
        content,
        cue::{self, cue_reason, of},
        relation::{Construction, Relation},
        word::{ACCORDING, AS, IN, INFINITIVE_MARKER, THE},
    },
    text::span::Ranges,
    token::{document::Document, tag::Tag},
    vocabulary::{
        kinds::Act,
        reason::{ReasonCode, reason},
        rule::{Rule, rule},
    },
};

static PER: List = List::named("preposition-of-reference");
static OF: List = List::named("genitive-of");
static VIEWS: List = List::named("noun-of-view");
static BELIEFS: List = List::named("noun-of-belief");
static WORDS: List = List::named("noun-of-wording");
static REFERENTS: List = List::named("opener-of-referent");
static REPORTERS: List = List::named("preposition-before-reporter");
static SENTENCE_OPENERS: List = List::named("word-before-fronted-source");
static COUNTS: List = List::named("adverb-of-counting");
static SUBJECT_VERBS: List = List::named("word-behind-subject-in-source");
static DATES: List = List::named("preposition-before-date");
static CITING: List = List::named("participle-of-citing");

/// The words other than verbs that may begin this construction.
pub static OPENERS: [&List; 4] = [&ACCORDING, &AS, &IN, &PER];

/// A source after its cue, as found so far.
#[derive(Clone, Debug)]
pub struct Found {
    source: Range<usize>,
    /// Where the phrase with the source ends and the clause may continue.
    end: usize,
    /// The clause, if it begins without a comma.
    clause: Option<Range<usize>>,
}

/// Replaces the source found so far, if the rule applies.
type Row = Rule<fn(&Candidate, &Found) -> Option<Found>>;

/// Corrections to the source after the cue, in the order they are asked; R23 and R24 end the search.
#[rustfmt::skip]
pub const SOURCES: [Row; 3] = [
    rule("R23", "manner", "A bare singular noun names a manner, not a source.",
        "according to plan", manner),
    rule("R24", "clause-without-comma", "Without a comma, the clause begins where its subject does.",
        "According to Ms. Li the ship has left", before_subject),
    rule("R25", "tail-before-comma", "A fronted source extends to its comma, except for a trailing time.",
        "According to a report published on Monday, the dam leaks", with_tail),
];

/// `in her view,`, `in Ms. Li’s words,`: the noun is the cue.
pub fn in_view(candidate: &Candidate) -> Option<Relation> {
    const LONGEST: usize = 6;
    let Candidate { document, at, limit, .. } = candidate;
    if !is_in(document, *at, &IN) || !is_apart(document, *at) {
        return None;
    }
    let mut near = at + 2..(*limit).min(at + LONGEST);
    let noun = near.find(|at| is_in(document, *at, &VIEWS))?;
    let owner = at + 1..noun;
    let source = match tag(document, noun - 1) {
        Tag::PRPP if owner.len() == 1 => owner,
        Tag::POS => owner.start..owner.end - 1,
        _ => return None,
    };
    let contents = contents(candidate, *at, noun + 1);
    (norm(document, noun + 1) == "," && !contents.is_empty()).then(|| Relation {
        sources: smallvec![source],
        contents,
        act: if is_in(document, noun, &BELIEFS) { Act::Belief } else { Act::Speech },
        confidence: 0.8,
        ..of_preposition(document, noun..noun + 1)
    })
}

/// `according to`.
pub fn according_to(candidate: &Candidate) -> Option<Relation> {
    let Candidate { document, at, .. } = *candidate;
    let is_cue = is_in(document, at, &ACCORDING) && is_in(document, at + 1, &INFINITIVE_MARKER);
    is_cue.then(|| beside(candidate, of_preposition(document, at..at + 2))).flatten()
}

/// `in the words of`, `in the view of`.
pub fn in_words_of(candidate: &Candidate) -> Option<Relation> {
    let Candidate { document, at, .. } = *candidate;
    let is_cue = is_in(document, at, &IN)
        && is_in(document, at + 1, &THE)
        && is_in(document, at + 2, &WORDS)
        && is_in(document, at + 3, &OF);
    is_cue.then(|| beside(candidate, of_preposition(document, at..at + 4))).flatten()
}

/// `per` before somebody.
pub fn per(candidate: &Candidate) -> Option<Relation> {
    let Candidate { document, at, .. } = *candidate;
    let opens = is_in(document, at + 1, &REFERENTS) || is_capital(document, at + 1);
    let is_cue = is_in(document, at, &PER) && is_apart(document, at) && opens;
    is_cue.then(|| beside(candidate, of_preposition(document, at..at + 1))).flatten()
}

/// `as first reported by`.
pub fn as_reported_by(candidate: &Candidate) -> Option<Relation> {
    let Candidate { document, at, .. } = *candidate;
    let opens = is_in(document, at, &AS);
    let mut near = at + 1..at + 4;
    let head = opens.then(|| near.find(|at| !is_adverb(document, *at))).flatten()?;
    let verb = cue::verb(document, head).filter(|verb| verb.forms.participle)?;
    let reports = verb.entry.takes('c') && is_in(document, verb.end, &REPORTERS);
    let relation = || Relation {
        cue: at..verb.end + 1,
        reasons: vec![cue_reason(&verb), reason(ReasonCode::AsReportedBy, "")],
        construction: Construction::AsReported,
        ..of(&verb)
    };
    reports.then(|| beside(candidate, relation())).flatten()
}

/// A relation whose lemma is the words of its cue.
fn of_preposition(document: &Document, cue: Range<usize>) -> Relation {
    let words: Vec<&str> = cue.clone().map(|at| norm(document, at)).collect();
    let lemma = words.join(" ");
    Relation {
        cue,
        reasons: vec![reason(ReasonCode::AccordingTo, lemma.clone())],
        lemma: lemma.into(),
        construction: Construction::AccordingTo,
        ..Relation::default()
    }
}

/// Whether a token follows a comma, or has a capital as at the start of a sentence.
fn is_apart(document: &Document, at: usize) -> bool {
    norm(document, at.wrapping_sub(1)) == "," || is_capital(document, at)
}

/// Completes a relation whose cue adjoins a clause and precedes its source.
fn beside(candidate: &Candidate, relation: Relation) -> Option<Relation> {
    let Candidate { document, at, limit, .. } = candidate;
    let source = content::source_after(document, relation.cue.end, *limit)?;
    let mut found = Found { end: source.end, source, clause: None };
    for rule in &SOURCES {
        found = rule.answer(*at, |apply| apply(candidate, &found)).unwrap_or(found);
        if found.source.is_empty() || found.clause.is_some() {
            break;
        }
    }
    let Found { source, end, clause } = found;
    let contents = match clause {
        Some(clause) => smallvec![clause],
        None => contents(candidate, *at, end),
    };
    let whole = !source.is_empty() && !contents.is_empty();
    whole.then(|| Relation { sources: smallvec![source], contents, confidence: 0.95, ..relation })
}

impl Found {
    fn until(&self, end: usize) -> Option<Self> {
        let source = self.source.start..end;
        (source != self.source).then_some(Self { source, end, clause: None })
    }
}

fn manner(candidate: &Candidate, found: &Found) -> Option<Found> {
    let (document, at) = (candidate.document, found.source.start);
    let bare = found.source.len() == 1 && tag(document, at) == Tag::NN && !is_capital(document, at);
    bare.then(|| found.until(at)).flatten()
}

fn before_subject(candidate: &Candidate, found: &Found) -> Option<Found> {
    use Tag::{CD, DT, EX, PRP, PRPP};
    let Candidate { document, limit, .. } = candidate;
    let opens = |at: &usize| {
        tag(document, at - 1).is_noun()
            && (matches!(tag(document, *at), CD | DT | EX | PRP | PRPP)
                || is_in(document, *at, &COUNTS) && !is_in(document, at + 1, &THE))
    };
    let end = found.source.end;
    let counted = is_in(document, end, &COUNTS) && tag(document, end + 1) == CD;
    let verb = is_finite(document, end) || is_in(document, end, &SUBJECT_VERBS);
    let inside = || found.source.clone().skip(1).find(opens).filter(|_| verb);
    let split = if counted { Some(end) } else { inside() };
    let split = split.filter(|_| candidate.is_first())?;
    let clause = trim_marks(document, split..content::content_end(document, split, *limit));
    Some(Found { source: found.source.start..split, end: split, clause: Some(clause) })
}

/// Whether the cue is fronted: first in its sentence, or after a quotation mark or a word such as `but`.
fn is_fronted(candidate: &Candidate) -> bool {
    let Candidate { document, at, .. } = candidate;
    let fronted = |at: usize| norm(document, at) == "\"" || is_in(document, at, &SENTENCE_OPENERS);
    candidate.is_first() || fronted(at - 1)
}

fn with_tail(candidate: &Candidate, found: &Found) -> Option<Found> {
    use Tag::{IN, TO, VBD, VBG, VBN, WDT, WP};
    const LONGEST: usize = 20;
    let (document, next) = (candidate.document, found.source.end);
    if !is_fronted(candidate) {
        return None;
    }
    let participle = matches!(tag(document, next - 1), VBD | VBN);
    let time = !participle && (is_time(document, next) || is_in(document, next, &DATES));
    // `According to the suit, filed in Wick on Tuesday, the dam leaks`
    let aside =
        matches!(tag(document, next + 1), VBN) && matches!(tag(document, next + 2), IN | TO);
    let quotes = norm(document, next) == "," && (is_in(document, next + 1, &CITING) || aside);
    let tail = time
        || is_time(document, next)
        || matches!(tag(document, next), IN | TO | VBD | VBG | VBN | WDT | WP)
        || quotes;
    let reach = candidate.limit.min(next + LONGEST);
    let comma = (next + usize::from(quotes)..reach)
        .find(|at| is_one(document, *at, &[",", "\"", ";", ":"]))?;
    let end = if time { next } else { comma };
    (tail && norm(document, comma) == ",").then_some(Found {
        source: found.source.start..end,
        end: comma,
        clause: None,
    })
}

/// The clause around the tokens `start..end`: what precedes them, and what follows a comma after them.
fn contents(candidate: &Candidate, start: usize, end: usize) -> Ranges {
    let Candidate { document, bounds, limit, .. } = candidate;
    let open = start.checked_sub(2).is_some_and(|at| is_in(document, at, &SENTENCE_OPENERS));
    let before = content::before(document, bounds.start, start).filter(|_| !open);
    let goes_on = norm(document, end) == "," && !content::is_beside(document, end + 1);
    let after = || trim_marks(document, end + 1..content::content_end(document, end + 1, *limit));
    let after = goes_on.then(after).filter(|after| after.len() > 1);
    before.into_iter().chain(after).collect()
}
