//! Owns the plain construction: a source, a verb of the lexicon, a content, in any order.

use std::ops::Range;

use smallvec::smallvec;

use crate::{
    grammar::{
        phrase::trim_marks,
        verb::{is_adverb, is_finite},
        words::{
            ARTICLES, is_capital, is_in, is_mark, is_one, is_time, norm, quotation_at, quoted, tag,
        },
    },
    lexicon::{list::List, noun::noun},
    rules::{
        candidate::Candidate,
        content::{self, Content},
        cue::{cue_reason, of},
        predicate::Voice,
        quoted::{is_asked, speaks},
        relation::{Complement, Construction, Relation},
        subject::{Clause, SUBJECTS, SUBORDINATORS},
        word::{
            ACCORDING, COMPLEMENTIZER, INFINITIVE_MARKER, OBJECTS, WHO_WHICH, has_adverb_suffix,
        },
    },
    text::span::Ranges,
    token::{document::Document, quotation::Quotation, tag::Tag},
    vocabulary::{
        kinds::SourceKind,
        reason::{ReasonCode, reason},
        rule::{Rule, first, rule},
    },
};

static SAYS: List = List::named("form-of-say");
static BRIEF: List = List::named("verb-of-brief-speech");
static DESCRIBING: List = List::named("clause-relative");
static QUANTITIES: List = List::named("adjective-opening-source");
static NO_SOURCES: List = List::named("word-opening-no-source");
static DATES: List = List::named("adjective-of-date");
static AS: List = List::named("role-as");
static IT: List = List::named("pronoun-it");
static ADJUNCTS: List = List::named("preposition-of-adjunct");

/// Whether a clause of saying is inside or after its content.
type Parenthetical = Rule<fn(&Clause, &Range<usize>, Option<&Content>, usize) -> bool>;

/// A clause of saying inside or after its content.
#[rustfmt::skip]
pub const PARENTHETICAL: Parenthetical = rule("R39", "parenthetical", "A clause of saying after a comma or a quotation mark belongs to the words before it.",
    "The plan, Ms. Li said, was a joke", |clause, source, right, limit| clause.is_parenthetical(source, right, limit));

/// The content after a fronted clause of saying, if there is one.
type Fronted = Rule<fn(&Clause, &Range<usize>, usize) -> Option<Range<usize>>>;

/// A clause of saying with “as” before its content.
#[rustfmt::skip]
pub const FRONTED: [Fronted; 1] = [
    rule("R87", "as-clause", "A clause with “as” that opens its sentence belongs to the words after its comma.",
        "As Ms. Li pointed out in May, the plan was a joke", |clause, source, limit| clause.after_as(source, limit)),
];

fn clause<'a>(candidate: &'a Candidate) -> Option<Clause<'a>> {
    let Candidate { document, bounds, limit, earlier, .. } = candidate;
    let predicate = candidate.predicate.as_ref().filter(|own| own.voice == Voice::Active)?;
    let (verb, cue) = (&predicate.verb, &predicate.cue);
    Some(Clause { document, bounds, limit: *limit, verb, cue, earlier: *earlier })
}

/// `“We will,” said Ms. Li.`
pub fn inverted(candidate: &Candidate) -> Option<Relation> {
    let clause = clause(candidate)?;
    let Clause { document, bounds, limit, verb, cue, .. } = clause;
    let left = cue.start.checked_sub(1).filter(|left| *left > bounds.start)?;
    let hears = verb.entry.takes('o') && !verb.entry.takes('n') && !verb.entry.takes('t');
    // `say those who pay`
    let plural = tag(document, cue.end) != Tag::NN && !is_capital(document, cue.start);
    let tells = verb.forms.tells() || plural && is_in(document, cue.start, &SAYS);
    if !tells || hears || !verb.entry.takes('q') || !is_one(document, left, &[",", "\""]) {
        return None;
    }
    let is_quote = |at: usize| norm(document, at) == "\"";
    let source = content::source_after(document, cue.end, limit)?;
    // `say, 21`
    if source.clone().all(|at| tag(document, at) == Tag::CD || is_mark(document, at)) {
        return None;
    }
    // `In May the bank forecast a fall in prices`
    if verb.entry.takes('n') && !is_quote(left) && !speaks(document, &source) {
        return None;
    }
    // `says a report which calls for it`
    let those = is_in(document, cue.start, &SAYS) && tag(document, source.start) == Tag::DT;
    let opens = is_in(document, source.start, &ARTICLES) || those;
    let named = opens || is_capital(document, source.start);
    // `finds a report that was kept in a drawer`
    let told_of = |at: usize| {
        let noun = noun(norm(document, at.wrapping_sub(1)));
        let paper = noun.is_some_and(|noun| noun.kind == SourceKind::Document && !noun.plural);
        let described = (bounds.start..cue.start).any(|at| is_in(document, at, &WHO_WHICH));
        paper && !described && is_in(document, at, &COMPLEMENTIZER)
    };
    let follows = |at: usize| {
        at >= limit
            || is_mark(document, at)
            || starts_adjunct(document, at) && tag(document, at) != Tag::MD
            || named && (is_in(document, at, &WHO_WHICH) || told_of(at))
    };
    let quotes = quotation_at(document, source.end)
        .is_some_and(|quotation| quotation.tokens.start == source.end);
    if quotes
        || clause.is_described()
        || !follows(source.end)
        || !opens_source(document, source.start)
        || is_in(document, source.start, &OBJECTS)
    {
        return None;
    }
    let before = content::before(document, bounds.start, cue.start)?;
    let states = before.clone().any(|at| states(document, at))
        || is_finite(document, source.end + 1)
        || BRIEF.has(verb.entry.lemma)
            && before.len() < 7
            && !tag(document, before.end - 1).is_name();
    let contents = clause.around(before, source.end);
    (states && clause.is_whole(&contents))
        .then(|| clause.relation(source, contents, ReasonCode::SourceAfter))
}

/// `Ms. Li said it was late.`, `The plan, Ms. Li said, was a joke.`
pub fn subject_verb(candidate: &Candidate) -> Option<Relation> {
    let clause = clause(candidate)?;
    let Clause { document, bounds, verb, cue, .. } = clause;
    let source = first(&SUBJECTS, candidate.at, |subject| subject(&clause))?;
    let limit = opens_source(document, source.start).then(|| clause.reach(&source))?;
    let right = content::after(document, &verb.entry, cue.end, limit);
    let inside = |ask: &fn(&Clause, &Range<usize>, Option<&Content>, usize) -> bool| {
        ask(&clause, &source, right.as_ref(), limit)
    };
    if PARENTHETICAL.holds(candidate.at, inside) {
        let before = content::before(document, bounds.start, source.start)
            .filter(|before| !is_in(document, before.start, &ACCORDING))?;
        let contents = clause.around(before, cue.end);
        if !clause.is_whole(&contents) {
            return None;
        }
        return Some(clause.relation(source, contents, ReasonCode::SourceBefore));
    }
    let fronted = first(&FRONTED, candidate.at, |ask| ask(&clause, &source, limit));
    let right = match fronted {
        Some(tokens) => Content { tokens, complement: Complement::Clause, confidence: 0.9 },
        None => right?,
    };
    let Content { tokens, complement, confidence } = right;
    let mut relation = clause.relation(source, smallvec![tokens], ReasonCode::SourceBefore);
    // `calling the plan “a joke”`.
    let named = verb.forms.gerund
        && verb.entry.takes('a')
        && relation.contents.iter().any(|content| quoted(document, content) > 0);
    relation.confidence = if named { 0.9 } else { confidence };
    relation.reasons.push(complement.reason());
    relation.complement = Some(complement);
    Some(relation)
}

impl Clause<'_> {
    fn is_parenthetical(
        &self,
        source: &Range<usize>,
        right: Option<&Content>,
        limit: usize,
    ) -> bool {
        let Self { document, bounds, verb, cue, .. } = self;
        let before = source.start.wrapping_sub(1);
        // Not in `a “drunken” alderman showed`.
        let whole = |quotation: &Quotation| {
            let own = quotation.tokens.clone();
            let last = own.end.saturating_sub(2);
            own.len() > 4
                || is_mark(document, last)
                || own.clone().any(|at| is_finite(document, at))
        };
        let quoted =
            norm(document, before) == "\"" && quotation_at(document, before).is_none_or(whole);
        let apart = source.start > bounds.start + 1
            && !is_in(document, source.start, &WHO_WHICH)
            && (quoted || norm(document, before) == ",");
        // `The river, engineers believe, will rise`
        let between = verb.entry.takes('c')
            && norm(document, before) == ","
            && norm(document, cue.end) == ",";
        if !apart || !verb.entry.takes('q') && !between {
            return false;
        }
        let told = self.told(limit);
        let closes = quoted
            || is_mark(document, told)
            || told >= limit
            || starts_adjunct(document, told)
            || content::is_relative(document, told);
        let colon = norm(document, cue.end - 1) == ":";
        let governs = right.is_some_and(|c| c.complement == Complement::That || colon);
        // `After that, she went on to study law`.
        let does =
            is_in(document, cue.end, &INFINITIVE_MARKER) && tag(document, cue.end + 1) == Tag::VB;
        closes && !governs && !does && !is_asked(document, bounds)
    }

    fn after_as(&self, source: &Range<usize>, limit: usize) -> Option<Range<usize>> {
        let Self { document, bounds, verb, cue, .. } = self;
        let opens = source.start == bounds.start + 1 && is_in(document, bounds.start, &AS);
        let adjunct = starts_adjunct(document, cue.end);
        let comma = (cue.end..limit).find(|at| is_mark(document, *at))?;
        let states = (comma + 1..limit).any(|at| is_finite(document, at));
        let put = is_in(document, cue.end - 1, &IT);
        let says = put || ['c', 'q'].iter().all(|frame| verb.entry.takes(*frame));
        let may = opens && adjunct && says && norm(document, comma) == ",";
        (may && states).then(|| trim_marks(document, comma + 1..limit))
    }

    /// Whether a subject with a participle or a `who` clause precedes the verb, so that no subject follows the verb:
    /// `Ms. Li, whose son was ill, said`, `The survey, conducted in May, found`.
    fn is_described(&self) -> bool {
        let Self { document, bounds, cue, .. } = self;
        let mut words = bounds.start..cue.start;
        let Some(comma) = words.find(|at| norm(document, *at) == ",") else { return false };
        let done = matches!(tag(document, comma + 1), Tag::VBN | Tag::VBD | Tag::VBG);
        let clause = is_in(document, comma + 1, &DESCRIBING)
            || done && quotation_at(document, comma + 1).is_none();
        clause && comma + 1 < cue.start && !(bounds.start..comma).any(|at| states(document, at))
    }

    /// The end of the listener after the verb: `prosecutors told a jury`.
    fn told(&self, limit: usize) -> usize {
        let Self { document, verb, cue, .. } = self;
        let hears = verb.entry.takes('o') && verb.entry.takes('q') && !is_mark(document, cue.end);
        let hearer = hears.then(|| content::source_after(document, cue.end, limit)).flatten();
        let end = hearer.map_or(cue.end, |hearer| hearer.end);
        // `late on Monday`
        let vague = |at: usize| is_adverb(document, at) && starts_adjunct(document, at + 1);
        let light = |at: &usize| has_adverb_suffix(norm(document, *at)) || vague(*at);
        (end..limit).find(|at| !light(at)).unwrap_or(limit)
    }

    /// How far the content may extend: to the comma in `Ms. Li, who said it was late, left`.
    fn reach(&self, source: &Range<usize>) -> usize {
        let Self { document, bounds, limit, cue, .. } = self;
        let before = source.start.wrapping_sub(1);
        let relative = is_in(document, source.start, &WHO_WHICH);
        let aside = relative && norm(document, before) == ","
            || source.start > bounds.start && is_in(document, before, &SUBORDINATORS)
            || self.is_while() && source.end + 2 == cue.start;
        let comma = (cue.end..*limit).find(|at| norm(document, *at) == ",");
        comma.filter(|_| aside).unwrap_or(*limit)
    }

    /// A content on both sides: `“We will,” she said, “and soon.”`
    fn around(&self, before: Range<usize>, end: usize) -> Ranges {
        let Self { document, limit, .. } = self;
        let rest = (end..*limit)
            .find(|at| is_mark(document, *at))
            .map_or(*limit, |at| if norm(document, at) == "\"" { at } else { at + 1 });
        let rest = trim_marks(document, rest..*limit);
        let more = rest.len() > 1 && !content::is_beside(document, rest.start);
        if more { smallvec![before, rest] } else { smallvec![before] }
    }

    /// Whether a content of one word goes on with its verb: `Prices, says Ms. Li, | have risen`; not `Ms. Li, the chair,
    /// said, “No.”`
    fn is_whole(&self, contents: &Ranges) -> bool {
        let verb = || contents.get(1).is_some_and(|rest| tag(self.document, rest.start).is_verb());
        let quoted = |own: &Range<usize>| quotation_at(self.document, own.start).is_some();
        contents.first().is_some_and(|first| first.len() > 1 || quoted(first)) || verb()
    }

    fn relation(&self, source: Range<usize>, contents: Ranges, order: ReasonCode) -> Relation {
        Relation {
            sources: smallvec![source],
            cue: self.cue.clone(),
            contents,
            confidence: 0.9,
            reasons: vec![cue_reason(self.verb), reason(order, "")],
            construction: Construction::Clause,
            ..of(self.verb)
        }
    }
}

/// Whether a token is a finite verb or inside a quotation.
fn states(document: &Document, at: usize) -> bool {
    is_finite(document, at) || quotation_at(document, at).is_some()
}

/// Whether a noun phrase may begin here: a name, an article, a pronoun, an adjective.
fn opens_source(document: &Document, at: usize) -> bool {
    use Tag::{CD, DT, FW, JJ, JJR, JJS, PDT, PRP, PRPP, WDT, WP};
    let own = tag(document, at);
    let nominal =
        matches!(own, CD | DT | FW | JJ | JJR | JJS | PDT | PRP | PRPP | WDT | WP) || own.is_noun();
    // `planning officers`.
    let gerund = own == Tag::VBG && tag(document, at + 1) == Tag::NNS;
    (nominal || gerund || is_in(document, at, &QUANTITIES) || is_capital(document, at))
        && !is_in(document, at, &NO_SOURCES)
        && !is_time(document, at)
}

/// Whether an adjunct of time, place or circumstance begins here.
fn starts_adjunct(document: &Document, at: usize) -> bool {
    let dated = is_in(document, at, &DATES);
    is_in(document, at, &ADJUNCTS)
        || is_time(document, at + usize::from(dated))
        || content::is_circumstance(document, at)
}
