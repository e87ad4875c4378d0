//! Owns quotations behind a colon: `She was blunt: “No.”`
//!
//! Leaves out those that lines announce (`announced`) and those that somebody signs (`signed`).

use std::ops::Range;

use smallvec::smallvec;

use crate::{
    grammar::{
        guess::Guess,
        head::{Head, head},
        phrase::{subject_before, trim_marks},
        verb::is_finite,
        words::{is_in, norm, quotation_at, tag},
    },
    lexicon::list::List,
    rules::{
        content::is_asked,
        cue,
        relation::{Construction, Relation},
        word::SPEAKERS,
    },
    token::{document::Document, quotation::Quotation, tag::Tag},
    vocabulary::{
        reason::{ReasonCode, reason},
        rule::{self, Rule, rule},
    },
};

static DESCRIBING: List = List::named("opener-of-personal-clause");
static SUMMARIES: List = List::named("verb-of-summary");
static OTHERS: List = List::named("pronoun-of-others");

/// The source of a quotation behind a colon, and where its cue begins.
type Row = Rule<fn(&Colon) -> Option<(Range<usize>, usize)>>;

/// What introduces a quotation behind a colon, in the order they are asked.
#[rustfmt::skip]
pub const COLONS: [Row; 2] = [
    rule("R56", "name-before-colon", "A person’s name alone introduces a quotation.",
        "Forecaster Jill Tait: “The peak is still to come.”", |colon| colon.name()),
    rule("R57", "subject-before-colon", "A subject and any verb introduce a quotation.",
        "Ms. Li was blunt: “No.”", |colon| colon.subject()),
];

/// The verb behind a relative clause, between the first of some words and a colon.
type Described = Rule<fn(&Document, usize, usize) -> Option<usize>>;

/// The verb behind a relative clause.
#[rustfmt::skip]
pub const DESCRIBED: Described = rule("R58", "described-subject-before-colon", "The verb behind a relative clause is the subject’s, and not the one in the clause.",
    "Another, who would not give her name, was blunt: “No.”", verb_behind_clause);

/// The relations of all quotations behind a colon, in order.
pub fn relations(document: &Document) -> Vec<Relation> {
    document.sentences().iter().filter_map(|s| colon(document, &s.tokens)).collect()
}

/// A colon before a quotation, and what stands before it.
pub struct Colon<'a> {
    document: &'a Document<'a>,
    sentence: &'a Range<usize>,
    /// Where the words begin that may introduce the quotation.
    first: usize,
    at: usize,
    /// The verb that introduces it, and whether its subject has a relative clause.
    verb: Option<(usize, bool)>,
}

fn colon(document: &Document, sentence: &Range<usize>) -> Option<Relation> {
    let (at, quotation) = behind_colon(document, sentence)?;
    let comma = || sentence.clone().find(|at| norm(document, *at) == ",");
    let asked = is_asked(document, sentence).then(comma).flatten();
    let first = asked.map_or(sentence.start, |comma| comma + 1);
    let described = DESCRIBED.answer(at, |find| find(document, first, at));
    // Taggers take `described` for a participle.
    let sums_up =
        |at: usize| at > first && tag(document, at) == Tag::VBN && is_in(document, at, &SUMMARIES);
    let finite = || (first..at).find(|at| is_finite(document, *at) || sums_up(*at));
    let verb = described.map(|verb| (verb, true)).or_else(|| finite().map(|verb| (verb, false)));
    let colon = Colon { document, sentence, first, at, verb };
    let (source, cue) = rule::first(&COLONS, at, |find| find(&colon))?;
    Some(introduced(document, source, cue..at + 1, quotation.tokens.clone()))
}

/// The first colon of a sentence before a quotation that ends the sentence, and the quotation.
pub fn behind_colon<'d>(
    document: &'d Document,
    sentence: &Range<usize>,
) -> Option<(usize, &'d Quotation)> {
    let opens = |at: &usize| {
        norm(document, *at) == ":"
            && at + 1 < sentence.end
            && quotation_at(document, at + 1).is_some_and(|own| own.tokens.start == at + 1)
    };
    let at = sentence.clone().find(opens)?;
    let content = trim_marks(document, at + 1..sentence.end);
    let quotation = quotation_at(document, at + 1).filter(|quotation| quotation.closed)?;
    let ends = quotation.tokens.end + 1 >= content.end && quotation.tokens.len() > 3;
    ends.then_some((at, quotation))
}

impl Colon<'_> {
    fn name(&self) -> Option<(Range<usize>, usize)> {
        const LONGEST: usize = 6;
        let words = self.sentence.start..self.at;
        let bare = self.verb.is_none();
        let Head::Name(name, _) = bare.then(|| head(self.document, words.clone())).flatten()?
        else {
            return None;
        };
        let person = name.tokens.len() > 1 && name.guess != Guess::Organization;
        let whole = words.len() <= LONGEST && name.tokens.end == words.end;
        (person && whole).then_some((words, self.at))
    }

    fn subject(&self) -> Option<(Range<usize>, usize)> {
        const LONGEST: usize = 10;
        const LONGEST_SUMMARY: usize = 18;
        let Self { document, sentence, first, at, .. } = self;
        let subject = match self.verb? {
            (verb, true) => Some(*first..verb),
            (verb, false) => subject_before(document, verb, sentence.start),
        };
        let sums_up = |verb: usize| is_in(document, verb, &SUMMARIES);
        let longest = |verb| if sums_up(verb) { LONGEST_SUMMARY } else { LONGEST };
        let (verb, _) = self.verb.filter(|(verb, _)| at - verb <= longest(*verb))?;
        let subject = subject.filter(|subject| speaks(document, subject))?;
        Some((subject, verb))
    }
}

fn verb_behind_clause(document: &Document, start: usize, colon: usize) -> Option<usize> {
    let comma = (start..colon).find(|at| norm(document, *at) == ",")?;
    let bare = is_in(document, comma + 1, &DESCRIBING)
        && !(start..comma).any(|at| is_finite(document, at));
    let main = |at: &usize| norm(document, *at - 1) == "," && is_finite(document, *at);
    (comma + 2..colon).find(main).filter(|_| bare)
}

/// The relation whose cue ends with the mark before what it introduces.
pub fn introduced(
    document: &Document,
    source: Range<usize>,
    cue: Range<usize>,
    content: Range<usize>,
) -> Relation {
    let verb = cue.clone().rev().find_map(|at| cue::verb(document, at));
    let lemma = verb.map_or(":", |verb| verb.entry.lemma);
    Relation {
        sources: smallvec![source],
        cue,
        contents: smallvec![content],
        lemma: lemma.into(),
        confidence: 0.7,
        reasons: vec![reason(ReasonCode::Colon, lemma), reason(ReasonCode::Quotation, "")],
        construction: Construction::Introduced,
        ..Relation::default()
    }
}

/// Whether a phrase stands for somebody who can speak.
pub fn speaks(document: &Document, tokens: &Range<usize>) -> bool {
    if is_in(document, tokens.start, &OTHERS) {
        return true;
    }
    match head(document, tokens.clone()) {
        Some(Head::Name(..)) => true,
        Some(Head::Pronoun(at)) => is_in(document, at, &SPEAKERS),
        Some(Head::Phrase(phrase)) => phrase.noun.is_some(),
        Some(Head::Several) | None => false,
    }
}
