//! Owns quotations credited by a mark alone: `She was blunt: “No.”`, `“No.” — Ana Li`, and those set
//! apart below the line that introduces them.

use std::ops::Range;

use smallvec::smallvec;

use crate::{
    grammar::{
        guess::Guess,
        head::{Head, head},
        phrase::{subject_before, trim_marks},
        verb::is_finite,
        words::{is_in, is_mark, norm, quotation_at, tag},
    },
    lexicon::list::List,
    rules::{
        content::is_asked,
        cue,
        relation::{Construction, Relation, found_by},
        word::SPEAKERS,
    },
    text::span::Span,
    token::{document::Document, quotation::Quotation},
    vocabulary::{
        kinds::BlockKind,
        reason::{ReasonCode, reason},
        rule::{self, Rule, rule},
    },
};

static DESCRIBING: List = List::named("opener-of-personal-clause");
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

/// The relation of a quotation.
type Dash = Rule<fn(&Document, &Quotation) -> Option<Relation>>;

/// The relation of a quotation before a dash.
#[rustfmt::skip]
pub const DASHES: [Dash; 1] = [
    rule("R59", "dash", "A dash leads from a quotation to its source.",
        "“We won’t cut taxes.” — Ana Li, minister", dash),
];

/// The relation of a block.
type SetApart = Rule<fn(&Document, usize) -> Option<Relation>>;

/// The relation of a quotation that is a block.
#[rustfmt::skip]
pub const SET_APART: [SetApart; 1] = [
    rule("R60", "set-apart", "A line that ends with a colon introduces the quotation that is the next block.",
        "Ms. Li wrote:", below),
];

/// The relations of all quotations that a mark credits, in no order.
pub fn relations(document: &Document) -> Vec<Relation> {
    let colons = document.sentences().iter().filter_map(|s| colon(document, &s.tokens));
    let dash = |own: &Quotation| found_by(&DASHES, |find| find(document, own));
    let dashes = document.quotations().iter().filter_map(dash);
    let below = |block: usize| found_by(&SET_APART, |find| find(document, block));
    colons.chain(dashes).chain((1..document.blocks().len()).filter_map(below)).collect()
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
    let opens = |at: &usize| norm(document, *at) == ":" && norm(document, at + 1) == "\"";
    let at = sentence.clone().find(opens)?;
    let content = trim_marks(document, at + 1..sentence.end);
    let quotation = quotation_at(document, at + 1).filter(|quotation| quotation.closed)?;
    if quotation.tokens.end + 1 < content.end || quotation.tokens.len() <= 3 {
        return None;
    }
    let comma = || sentence.clone().find(|at| norm(document, *at) == ",");
    let asked = is_asked(document, sentence).then(comma).flatten();
    let first = asked.map_or(sentence.start, |comma| comma + 1);
    let described = DESCRIBED.answer(at, |find| find(document, first, at));
    let finite = || (first..at).find(|at| is_finite(document, *at));
    let verb = described.map(|verb| (verb, true)).or_else(|| finite().map(|verb| (verb, false)));
    let colon = Colon { document, sentence, first, at, verb };
    let (source, cue) = rule::first(&COLONS, at, |find| find(&colon))?;
    Some(introduced(document, source, cue..at + 1, quotation.tokens.clone()))
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
        let Self { document, sentence, first, at, .. } = self;
        let subject = match self.verb? {
            (verb, true) => Some(*first..verb),
            (verb, false) => subject_before(document, verb, sentence.start),
        };
        let (verb, _) = self.verb.filter(|(verb, _)| at - verb <= LONGEST)?;
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

/// The relation whose cue ends with the mark before a quotation.
fn introduced(
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

/// Reads the rest of the block behind a dash as a source.
fn dash(document: &Document, quotation: &Quotation) -> Option<Relation> {
    const LONGEST: usize = 16;
    let dash = quotation.tokens.end;
    let end = document.tokens_in(block_of(document, dash)?).end;
    let source = trim_marks(document, dash + 1..end);
    let fits = norm(document, dash) == "-"
        && quotation.closed
        && quotation.tokens.len() > 3
        && (1..=LONGEST).contains(&source.len())
        && !source.clone().any(|at| is_finite(document, at));
    let head = fits.then(|| head(document, source.clone())).flatten()?;
    matches!(head, Head::Name(..)).then(|| Relation {
        sources: smallvec![source],
        cue: Range { start: dash, end: dash + 1 },
        contents: smallvec![quotation.tokens.clone()],
        lemma: "—".into(),
        confidence: 0.8,
        reasons: vec![reason(ReasonCode::Dash, ""), reason(ReasonCode::Quotation, "")],
        construction: Construction::Introduced,
        ..Relation::default()
    })
}

fn block_of(document: &Document, token: usize) -> Option<Span> {
    let at = document.tokens().get(token)?.span;
    let blocks = document.blocks();
    let own = blocks.partition_point(|block| block.span.end <= at.start);
    blocks.get(own).map(|block| block.span).filter(|span| span.contains(at))
}

fn below(document: &Document, block: usize) -> Option<Relation> {
    let (above, own) = (document.blocks().get(block - 1)?, document.blocks().get(block)?);
    let content = document.tokens_in(own.span);
    let quoted = quotation_at(document, content.start)
        .is_some_and(|quotation| quotation.tokens.end + 1 >= content.end);
    if own.kind != BlockKind::Blockquote && !quoted {
        return None;
    }
    let line = document.tokens_in(above.span);
    let colon = line.end.checked_sub(1).filter(|at| norm(document, *at) == ":")?;
    let floor = document.sentences().get(document.sentence_of(colon))?.tokens.start;
    let speech = |at: &usize| {
        let verb = cue::verb(document, *at).filter(|verb| verb.entry.takes('q'));
        verb.is_some() && tag(document, *at).is_verb()
    };
    let verb = (floor..colon).rev().find(speech)?;
    let source = subject_before(document, verb, floor).filter(|s| speaks(document, s))?;
    let bare = (verb + 1..colon).all(|at| !is_mark(document, at));
    bare.then(|| introduced(document, source, verb..colon + 1, content))
}
