//! Owns predicates: a verb of the lexicon with the words around it that belong to it, and whether a word
//! of the lexicon is a verb although the tagger took it for something else.

use std::ops::Range;

use crate::{
    grammar::{
        verb::{is_auxiliary, is_finite, is_passive, verb_group},
        words::{
            is_capital, is_comma, is_dash, is_in, is_mark, is_one, is_time, norm, quotation_at, tag,
        },
    },
    lexicon::{list::List, noun::noun},
    rules::{
        cue::Verb,
        cue_noun,
        word::{BY, COMPLEMENTIZER},
    },
    token::{document::Document, tag::Tag},
    vocabulary::rule::{Rule, any, rule},
};

static WHETHER: List = List::named("conjunction-of-question");
static CLAUSE_SUBJECTS: List = List::named("subject-of-clause-without-that");
static COMPLEMENT_OPENERS: List = List::named("content-start");
static QUANTIFIERS: List = List::named("speaking-quantifier");

/// A verb of the lexicon that is the predicate of a subject.
#[derive(Clone, Debug)]
pub struct Predicate {
    /// The verb.
    pub verb: Verb,
    /// The verb with its auxiliaries and adverbs, and a colon before the content.
    pub cue: Range<usize>,
    /// Whether the verb is active or passive.
    pub voice: Voice,
}

/// The voice of a verb.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Voice {
    /// The subject acts: `said`.
    Active,
    /// The subject is acted on: `was accused`.
    Passive,
}

/// The predicate of a verb of the lexicon that begins at token `at`, if the word is a verb there.
pub fn predicate(document: &Document, verb: Verb, at: usize, floor: usize) -> Option<Predicate> {
    let group = verb_group(document, at, floor);
    if is_passive(document, group, at) && verb.forms.participle {
        return Some(Predicate { verb, cue: group..verb.end, voice: Voice::Passive });
    }
    if is_in(document, verb.end, &BY) || !is_verb(document, &verb, group, at) {
        return None;
    }
    let colon = usize::from(norm(document, verb.end) == ":" && verb.entry.takes('q'));
    Some(Predicate { verb, cue: group..verb.end + colon, voice: Voice::Active })
}

/// A word of the lexicon that may be a verb although its tag says otherwise.
pub struct Mistagged<'a> {
    document: &'a Document<'a>,
    verb: &'a Verb,
    /// Where its auxiliaries begin.
    group: usize,
    at: usize,
}

/// Whether such a word is a verb despite its tag.
type Row = Rule<fn(&Mistagged) -> bool>;

/// In the order they are asked.
#[rustfmt::skip]
pub const MISTAGGED: [Row; 5] = [
    rule("R28", "participle-behind-quotation", "A participle after a comma or quotation mark is past tense, a plural noun between a quotation and a subject present.",
        "“No,” added Ms. Li", |word| word.follows_quotation()),
    rule("R29", "participle-behind-subject", "A participle right after a noun or a pronoun is past tense.",
        "Some said it would fail", |word| word.follows_subject()),
    rule("R30", "last-verb", "After a comma or quotation mark and a noun phrase, the last word is a verb.",
        "The dam is safe, officials announced today.", |word| word.closes()),
    rule("R31", "plural-noun-behind-name", "A plural noun between a name and a clause is a present tense.",
        "NorthLink confirms no trains will run", |word| word.joins_name_and_clause()),
    rule("R33", "noun-before-that", "A word between a noun and “that” is a verb if no lexicon has it as a noun.",
        "Opponents of the bill argue that", |word| word.governs()),
];

/// Whether a word of the lexicon is a verb that may have a subject, unlike `known` in `the first known case`.
fn is_verb(document: &Document, verb: &Verb, group: usize, at: usize) -> bool {
    let tagged = match tag(document, at) {
        Tag::VBG => return verb.forms.gerund,
        Tag::VBD => return verb.forms.past,
        Tag::VBN => (group..at).any(|at| is_auxiliary(document, at)),
        tag if tag.is_name() => return false,
        tag => tag.is_verb(),
    };
    let word = Mistagged { document, verb, group, at };
    tagged || any(&MISTAGGED, at, |is_verb| is_verb(&word))
}

impl Mistagged<'_> {
    fn tag(&self) -> Tag {
        tag(self.document, self.at)
    }

    fn is_past(&self) -> bool {
        self.tag() == Tag::VBN && self.verb.forms.past
    }

    /// A word tagged as a plural noun needs a subject behind it: `“No,” comments Ms. Li`.
    fn follows_quotation(&self) -> bool {
        let Self { document, verb, group, .. } = *self;
        let left = group.wrapping_sub(1);
        let quoted = norm(document, left) == "\"" && quotation_at(document, left).is_some();
        let subject = is_capital(document, verb.end) || tag(document, verb.end) == Tag::DT;
        // `It is worse, finds a report`
        let apart = quoted || is_comma(document, left);
        let present = self.tag() == Tag::NNS && verb.forms.third && apart && subject;
        present || self.is_past() && is_one(document, left, &[",", "\""])
    }

    fn follows_subject(&self) -> bool {
        let Self { document, verb, at, .. } = *self;
        let left = at.wrapping_sub(1);
        let nominal = tag(document, left).is_noun() || tag(document, left) == Tag::PRP;
        let subject = nominal || is_dash(document, left) || is_in(document, left, &QUANTIFIERS);
        let opens =
            norm(document, verb.end) == "\"" || is_in(document, verb.end, &COMPLEMENT_OPENERS);
        self.is_past() && subject && (opens && !verb.entry.takes('n') || self.is_only_verb())
    }

    /// A word tagged as a singular noun needs a plural subject: `The dam is safe, officials claim.` Before a comma the
    /// subject speaks, unlike `photos, press releases, clips`: `The port will lose, the chamber forecasts, unless`.
    fn closes(&self) -> bool {
        const LONGEST: usize = 9;
        let Self { document, verb, group, .. } = *self;
        let singular = self.tag() == Tag::NN && verb.forms.base;
        let past = self.is_past() || self.tag() == Tag::NN && verb.forms.past;
        let may = past || self.tag() == Tag::NNS && verb.forms.third || singular;
        let known = |at: usize| noun(norm(document, at));
        let speaker = group.wrapping_sub(1);
        let last = (verb.end..verb.end + 3).find(|at| !is_time(document, *at));
        let interrupts = last.is_some_and(|at| is_comma(document, at));
        let tells = verb.entry.takes('q') || interrupts && verb.entry.takes('c');
        if !may || !tells {
            return false;
        }
        let definite = |at: usize| matches!(tag(document, at), Tag::DT | Tag::PRPP);
        let human = || known(speaker).is_some_and(|noun| noun.is_human());
        // `Photos, the press releases, clips` are no clauses, `Prices, the paper notes, fell` holds one.
        let goes_on = last.is_some_and(|at| tag(document, at + 1).is_verb());
        let speaks = || {
            let one = known(speaker).is_some_and(|noun| noun.is_human() || !noun.plural && goes_on);
            quotation_at(document, speaker).is_none() && (is_capital(document, speaker) || one)
        };
        let ends =
            last.is_some_and(|at| is_one(document, at, &[".", ""])) || interrupts && speaks();
        let inside = |at: &usize| !is_mark(document, *at);
        let mut subject = (group.saturating_sub(LONGEST)..group).rev().take_while(inside);
        let first = subject.by_ref().last().filter(|first| *first > 0);
        ends && first.is_some_and(|first| {
            is_one(document, first - 1, &[",", "\""])
                && (first..group).all(|at| !is_finite(document, at))
                && (tag(document, speaker).is_noun() || definite(first) && known(speaker).is_some())
                && (!interrupts || definite(first) || is_capital(document, speaker) || human())
                && (!singular || [first, group - 1].iter().any(|at| tag(document, *at) == Tag::NNS))
        })
    }

    fn joins_name_and_clause(&self) -> bool {
        const LONGEST: usize = 8;
        let Self { document, verb, at, .. } = *self;
        let name = tag(document, at.wrapping_sub(1)).is_name();
        // A particle, as in `points out`, shows a verb as clearly as a clause does.
        let clause = verb.end > at + 1 || is_in(document, verb.end, &CLAUSE_SUBJECTS);
        // `There is, the miner Moreno concedes, no second plan`
        let part = |at: usize| {
            tag(document, at).is_noun() || matches!(tag(document, at), Tag::DT | Tag::JJ)
        };
        let before = (0..at).rev().take(LONGEST).find(|at| !part(*at));
        let between = norm(document, verb.end) == ","
            && before.is_some_and(|before| norm(document, before) == ",");
        self.tag() == Tag::NNS
            && verb.forms.third
            && name
            && verb.entry.takes('c')
            && (clause || between)
    }

    fn governs(&self) -> bool {
        let Self { document, verb, at, .. } = *self;
        let clause = verb.entry.takes('c') && is_in(document, verb.end, &COMPLEMENTIZER);
        let left = at.wrapping_sub(1);
        // `Ms. Li, 46, denies that`
        let aged = is_comma(document, left) && tag(document, left.wrapping_sub(1)) == Tag::CD;
        let subject = tag(document, left).is_noun() || aged;
        let bare = verb.forms.base && cue_noun::noun(norm(document, at)).is_none();
        let third = || verb.forms.third && self.is_only_verb();
        self.tag() != Tag::VBN && clause && subject && (bare || third())
    }

    /// Whether no other finite verb could head its sentence, unlike in `The minister confirmed reports that`.
    fn is_only_verb(&self) -> bool {
        const REACH: usize = 60;
        let Self { document, at, .. } = *self;
        document.sentences().get(document.sentence_of(at)).is_some_and(|sentence| {
            let clause = |at| is_in(document, at, &COMPLEMENTIZER) || is_in(document, at, &WHETHER);
            let ends = |at: &usize| is_mark(document, *at) || clause(*at);
            let limit = sentence.tokens.end;
            let end = (at..limit.min(at + REACH)).find(ends).unwrap_or(limit);
            let floor = sentence.tokens.start.max(at.saturating_sub(REACH));
            !(floor..end).any(|at| is_finite(document, at))
        })
    }
}
