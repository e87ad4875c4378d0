//! Owns quotations after a colon: `She was blunt: “No.”`
//!
//! Leaves out those that a line announces (`announced`) and those that somebody signs (`signed`).

use std::ops::Range;

use smallvec::smallvec;

use crate::{
    grammar::{
        head::{Head, head},
        name::names,
        phrase::{subject_before, trim_marks},
        verb::is_finite,
        words::{is_in, norm, quotation_at, sentence_at, tag},
    },
    lexicon::list::List,
    rules::{
        cue,
        relation::{Construction, Relation},
        word::{ASKED, IS, SPEAKERS},
    },
    token::{document::Document, quotation::Quotation, tag::Tag},
    vocabulary::{
        reason::{ReasonCode, reason},
        rule::{self, Rule, rule},
    },
};

static SUMMARIES: List = List::named("verb-of-summary");
static BENEFITS: List = List::named("preposition-of-beneficiary");
static TOPICS: List = List::named("word-behind-asked");
static OTHERS: List = List::named("pronoun-of-others");

/// The source of a quotation after a colon, and where its cue begins.
type Row = Rule<fn(&Colon) -> Option<(Range<usize>, usize)>>;

/// What introduces a quotation after a colon, in the order they are asked.
#[rustfmt::skip]
pub const COLONS: [Row; 2] = [
    rule("R57", "subject-before-colon", "A subject and any verb introduce a quotation.",
        "Ms. Li was blunt: “No.”", |colon| colon.subject()),
    rule("R80", "for-whom", "A phrase with “for” at the start of the sentence names who speaks the quotation.",
        "For Ms. Li, the choice is simple: “No.”", |colon| colon.beneficiary()),
];

/// The relations of all quotations after a colon, in order.
pub fn relations(document: &Document) -> Vec<Relation> {
    document.sentences().iter().filter_map(|s| colon(document, &s.tokens)).collect()
}

/// A colon before a quotation, and what precedes the colon.
pub struct Colon<'a> {
    document: &'a Document<'a>,
    sentence: &'a Range<usize>,
    at: usize,
    /// The verb that introduces it.
    verb: Option<usize>,
}

fn colon(document: &Document, sentence: &Range<usize>) -> Option<Relation> {
    let (at, quotation) = behind_colon(document, sentence)?;
    let comma = || sentence.clone().find(|at| norm(document, *at) == ",");
    let asked = is_asked(document, sentence).then(comma).flatten();
    let first = asked.map_or(sentence.start, |comma| comma + 1);
    // Taggers mistake `described` for a participle.
    let sums_up =
        |at: usize| at > first && tag(document, at) == Tag::VBN && is_in(document, at, &SUMMARIES);
    let verb = (first..at).find(|at| is_finite(document, *at) || sums_up(*at));
    let colon = Colon { document, sentence, at, verb };
    let (source, cue) = rule::first(&COLONS, at, |find| find(&colon))?;
    Some(marked(document, source, cue..at + 1, quotation.tokens.clone()))
}

/// The first colon of a sentence that precedes a quotation, and the quotation, if that ends the sentence.
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
    // It may run on in the next paragraph.
    let own = document.quotation_from(at + 1);
    let runs_on =
        matches!(document.quotations().get(own..own + 2), Some([own, next]) if own.runs_into(next));
    let whole = |quotation: &&Quotation| quotation.closed || runs_on;
    let quotation = quotation_at(document, at + 1).filter(whole)?;
    let ends = quotation.tokens.end + 1 >= content.end && quotation.tokens.len() > 3;
    ends.then_some((at, quotation))
}

impl Colon<'_> {
    fn subject(&self) -> Option<(Range<usize>, usize)> {
        const LONGEST: usize = 10;
        const LONGEST_SUMMARY: usize = 18;
        let Self { document, sentence, at, .. } = self;
        let subject = subject_before(document, self.verb?, sentence.start);
        let sums_up = |verb: usize| is_in(document, verb, &SUMMARIES);
        let longest = |verb| if sums_up(verb) { LONGEST_SUMMARY } else { LONGEST };
        let verb = self.verb.filter(|verb| at - verb <= longest(*verb))?;
        let subject = subject.filter(|subject| speaks(document, subject))?;
        Some((subject, verb))
    }

    fn beneficiary(&self) -> Option<(Range<usize>, usize)> {
        const LONGEST: usize = 12;
        let Self { document, sentence, .. } = self;
        let verb = self.verb.filter(|verb| is_in(document, *verb, &IS))?;
        let first = sentence.start + 1;
        if !is_in(document, sentence.start, &BENEFITS) || verb - first > LONGEST {
            return None;
        }
        // `For Ms. Li the choice is`: without a comma, her name ends it.
        let comma = (first..verb).find(|at| norm(document, *at) == ",");
        let name = || names(document, first..verb).next().map(|name| name.tokens.end);
        let source = first..comma.or_else(name)?;
        (source.end < verb && speaks(document, &source)).then_some((source, verb))
    }
}

/// The relation whose cue ends with the mark before its content.
pub fn marked(
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

/// Whether a phrase refers to somebody who can speak.
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

/// Whether a content is what somebody was asked, not what they said: `Asked if she would run, she laughed`.
pub fn is_asked(document: &Document, content: &Range<usize>) -> bool {
    let opens = sentence_at(document, content.start).start == content.start;
    opens && is_in(document, content.start, &ASKED) && is_in(document, content.start + 1, &TOPICS)
}
