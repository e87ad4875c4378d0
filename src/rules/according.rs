//! Owns attributions that stand beside a clause: `according to X`, `as reported by X`, `in her view`.

use std::ops::Range;

use smallvec::smallvec;

use crate::{
    grammar::{
        description::main_noun,
        phrase::trim_marks,
        verb::{is_adverb, is_finite, verb_group},
        words::{is_capital, is_in, is_mark, is_one, is_time, norm, tag},
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
static OF: List = List::named("genitive-preposition");
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
static ADJUNCTS: List = List::named("word-behind-participle-of-source");

/// The words besides verbs at which this construction begins.
pub static OPENERS: [&List; 4] = [&ACCORDING, &AS, &IN, &PER];

/// A source behind its cue, as far as it is found.
#[derive(Clone, Debug)]
pub struct Found {
    source: Range<usize>,
    /// Where the words around the source end and its clause may go on.
    end: usize,
    /// The clause, where it begins without a comma.
    clause: Option<Range<usize>>,
}

/// Another source in place of the one found, where a rule applies.
type Row = Rule<fn(&Candidate, &Found) -> Option<Found>>;

/// What is asked about the phrase behind the cue, in this order; after R23 nothing is left to ask.
#[rustfmt::skip]
pub const SOURCES: [Row; 6] = [
    rule("R22", "clause-as-apposition", "Before its clause, an apposition that reaches the end of the sentence is the clause.",
        "According to the ministry, the cabinet met", before_clause),
    rule("R23", "manner", "A bare noun in the singular is a manner and no source.",
        "according to plan", manner),
    rule("R24", "clause-without-comma", "Without a comma, the clause begins where its subject does.",
        "According to Ms. Li the ship has left", before_subject),
    rule("R25", "tail-before-comma", "Before its clause, a source reaches to its comma, but for a time.",
        "According to a report published on Monday, the dam leaks", with_tail),
    rule("R26", "participle-with-adjunct", "Behind its clause, a source keeps its participle and what belongs to it.",
        "according to a study published on Monday in Nature", with_participle),
    rule("R27", "apposed-name", "A name between commas behind a human noun belongs to the source.",
        "according to her lawyer, Ida Berg, he will", with_name),
];

/// `As Reuters first reported,`: the cue is the verb.
pub fn as_somebody_reported(candidate: &Candidate) -> Option<Relation> {
    const LONGEST: usize = 12;
    let Candidate { document, at, bounds, limit, .. } = candidate;
    let verb = candidate.verb.filter(|verb| verb.forms.past || verb.forms.third)?;
    let closes = verb.end >= *limit || norm(document, verb.end) == ",";
    let from = bounds.start.max(at.saturating_sub(LONGEST));
    let opener = (from..*at).rev().find(|at| is_in(document, *at, &AS))?;
    let group = verb_group(document, *at, opener + 1);
    let apart = opener == bounds.start || norm(document, opener - 1) == ",";
    let source = opener + 1..group;
    let plain = !source.clone().any(|at| is_finite(document, at) || norm(document, at) == ",");
    if !closes || !apart || !plain || source.is_empty() || !verb.entry.takes('c') {
        return None;
    }
    let contents = contents(candidate, opener, verb.end);
    (!contents.is_empty()).then(|| Relation {
        sources: smallvec![source],
        cue: group..verb.end,
        contents,
        confidence: 0.9,
        reasons: vec![cue_reason(&verb), reason(ReasonCode::AsReportedBy, "")],
        construction: Construction::AsReported,
        ..of(&verb)
    })
}

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

/// A relation whose cue goes by its own words.
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

/// Whether a comma, or nothing, stands before a token of its sentence.
fn is_apart(document: &Document, at: usize) -> bool {
    norm(document, at.wrapping_sub(1)) == "," || is_capital(document, at)
}

/// Completes the relation of a cue that stands beside its clause and before its source.
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

fn before_clause(candidate: &Candidate, found: &Found) -> Option<Found> {
    let apposed = candidate.is_first() && found.source.end >= candidate.limit;
    let comma = found.source.clone().find(|at| norm(candidate.document, *at) == ",");
    comma.filter(|_| apposed).and_then(|comma| found.until(comma))
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

/// Whether a clause around the source begins at the cue.
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
    let quotes = norm(document, next) == "," && is_in(document, next + 1, &CITING);
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

fn with_participle(candidate: &Candidate, found: &Found) -> Option<Found> {
    let Candidate { document, limit, .. } = candidate;
    let next = found.source.end;
    let done = matches!(tag(document, next - 1), Tag::VBN | Tag::VBD);
    let goes_on = is_in(document, next, &ADJUNCTS) || is_time(document, next);
    if is_fronted(candidate) || !done || !goes_on {
        return None;
    }
    let ends = |at: &usize| is_mark(document, *at) || is_finite(document, *at);
    let end = (next..*limit).find(ends).unwrap_or(*limit);
    let whole = norm(document, end) == "," || end >= *limit;
    whole.then(|| found.until(end)).flatten()
}

fn with_name(candidate: &Candidate, found: &Found) -> Option<Found> {
    const LONGEST: usize = 4;
    let (document, source) = (candidate.document, &found.source);
    let name = source.end + 1;
    let end = (name..=name + LONGEST).find(|at| tag(document, *at) != Tag::NNP)?;
    let human = main_noun(document, source.clone())
        .is_some_and(|noun| noun.is_human() && !noun.plural)
        && !is_capital(document, source.end - 1);
    let closed = norm(document, end) == "," || end >= candidate.limit;
    let between = norm(document, source.end) == "," && closed;
    (human && between && end > name).then(|| found.until(end)).flatten()
}

/// The clause around some words: what stands before them, and what goes on behind a second comma.
fn contents(candidate: &Candidate, start: usize, end: usize) -> Ranges {
    let Candidate { document, bounds, limit, .. } = candidate;
    let open = start.checked_sub(2).is_some_and(|at| is_in(document, at, &SENTENCE_OPENERS));
    let before = content::before(document, bounds.start, start).filter(|_| !open);
    let goes_on = norm(document, end) == "," && !content::is_beside(document, end + 1);
    let after = || trim_marks(document, end + 1..content::content_end(document, end + 1, *limit));
    let after = goes_on.then(after).filter(|after| after.len() > 1);
    before.into_iter().chain(after).collect()
}
