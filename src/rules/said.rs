//! Owns the plain construction: a source, a verb of the lexicon, a content, in any order.

use std::ops::Range;

use smallvec::smallvec;

use crate::{
    grammar::{
        phrase::{subject_before, subject_with, trim_marks},
        verb::{is_auxiliary, is_finite, is_passive, verb_group},
        words::{is_capital, is_in, is_mark, is_one, is_time, limit, norm, quotation_at, tag},
    },
    lexicon::list::List,
    rules::{
        content::{self, Content, is_asked},
        cue::{self, Verb, cue_reason, of},
        issued, passive,
        relation::{Relation, is_closed},
        verbal::is_verb,
    },
    text::span::Ranges,
    token::{document::Document, tag::Tag},
    vocabulary::{
        kinds::Act,
        reason::{ReasonCode, reason},
    },
};

static ACCORDING: List = List::named("according");
static ADJUNCT_START: List = List::named("adjunct-start");
static AGENT_PREPOSITION: List = List::named("agent-preposition");
static AND_BUT: List = List::named("and-but");
static AND_OR_NOR: List = List::named("and-or-nor");
static CLAUSE_RELATIVE: List = List::named("clause-relative");
static DATED_ADVERB: List = List::named("dated-adverb");
static INFINITIVE_MARKER: List = List::named("infinitive-marker");
static NAMING_WORD: List = List::named("naming-word");
static NO_SOURCE_OPENER: List = List::named("no-source-opener");
static PERSON_OBJECT: List = List::named("person-object");
static RELATIVE_WHO: List = List::named("relative-who");
static RELATIVE_WHO_WHICH: List = List::named("relative-who-which");
static ROLE_AS: List = List::named("role-as");
static SOURCE_ADJECTIVE: List = List::named("source-adjective");
static VERB_SAY: List = List::named("verb-say");

/// The relation whose verb is token `at` of `sentence`; `earlier` lends its source to `adding that`.
pub fn relation(
    document: &Document,
    sentence: &Range<usize>,
    at: usize,
    earlier: Option<&Relation>,
) -> Option<Relation> {
    let verb = joint(document, cue::verb(document, at)?);
    let group = verb_group(document, at, sentence.start);
    if is_passive(document, group, at) && verb.forms.participle {
        return passive::relation(document, sentence, &verb, group..verb.end);
    }
    if is_in(document, verb.end, &AGENT_PREPOSITION) || !is_verb(document, &verb, group, at) {
        return None;
    }
    let colon = usize::from(norm(document, verb.end) == ":" && verb.entry.takes('q'));
    let clause = Clause { document, sentence, verb: &verb, cue: group..verb.end + colon };
    clause.inverted().or_else(|| clause.plain(earlier))
}

/// `confirmed or denied`: the second verb says what both govern.
fn joint(document: &Document, verb: Verb) -> Verb {
    let joined = is_in(document, verb.end, &AND_OR_NOR);
    let second = joined.then(|| cue::verb(document, verb.end + 1)).flatten();
    match second.filter(|second| second.forms == verb.forms && second.entry.takes('c')) {
        Some(second) => Verb { end: second.end, ..verb },
        None => verb,
    }
}

struct Clause<'a> {
    document: &'a Document<'a>,
    sentence: &'a Range<usize>,
    verb: &'a Verb,
    cue: Range<usize>,
}

impl Clause<'_> {
    /// `“We will,” said Ms. Li.`
    fn inverted(&self) -> Option<Relation> {
        let Self { document, sentence, verb, cue } = self;
        let left = cue.start.checked_sub(1).filter(|left| *left > sentence.start)?;
        let said = verb.forms.past || verb.forms.third;
        let hears = verb.entry.takes('o') && !verb.entry.takes('n') && !verb.entry.takes('t');
        if !said || hears || !verb.entry.takes('q') || !is_one(document, left, &[",", "\""]) {
            return None;
        }
        let limit = limit(document, sentence);
        let source = content::source_after(document, cue.end, limit)?;
        let follows =
            |at: usize| at >= limit || is_mark(document, at) || starts_adjunct(document, at);
        let quotes = quotation_at(document, source.end)
            .is_some_and(|quotation| quotation.tokens.start == source.end);
        if quotes
            || self.is_described()
            || !follows(source.end)
            || !opens_source(document, source.start)
        {
            return None;
        }
        let before = content::before(document, sentence.start, cue.start)?;
        let said = |at: usize| is_finite(document, at) || quotation_at(document, at).is_some();
        let states = before.clone().any(said)
            || is_finite(document, source.end + 1)
            || VERB_SAY.has(verb.entry.lemma) && before.len() < 7;
        if is_object(document, source.start) || !states {
            return None;
        }
        Some(self.relation(
            Some(source.clone()),
            self.around(before, source.end),
            ReasonCode::SourceAfter,
        ))
    }

    /// `Ms. Li, whose son was ill, said`, `The survey, conducted in May, found`: whoever stands before the
    /// verb with a clause of their own.
    fn is_described(&self) -> bool {
        let Self { document, sentence, cue, .. } = self;
        let mut words = sentence.start..cue.start;
        let Some(comma) = words.find(|at| norm(document, *at) == ",") else { return false };
        let done = matches!(tag(document, comma + 1), Tag::VBN | Tag::VBD | Tag::VBG);
        let clause = is_in(document, comma + 1, &CLAUSE_RELATIVE)
            || done && quotation_at(document, comma + 1).is_none();
        let whole = |at: usize| is_finite(document, at) || quotation_at(document, at).is_some();
        clause && comma + 1 < cue.start && !(sentence.start..comma).any(whole)
    }

    fn plain(&self, earlier: Option<&Relation>) -> Option<Relation> {
        let Self { document, sentence, verb, cue } = self;
        let own = subject_before(document, cue.start, sentence.start)
            .filter(|_| !verb.forms.gerund)
            .filter(|subject| !is_in(document, subject.end - 1, &INFINITIVE_MARKER));
        let with = verb.forms.gerund.then(|| subject_with(document, cue.start, sentence.start));
        let own = own.or(with.flatten());
        let shares = verb.forms.gerund && own.is_none()
            || is_in(document, cue.start.wrapping_sub(1), &AND_BUT);
        let joint = cue.start.wrapping_sub(1);
        let quoted = (verb.forms.gerund && is_in(document, joint, &ROLE_AS))
            .then(|| issued::quoted_object(document, joint, sentence.start))
            .flatten();
        let free = |subject: &Range<usize>| !is_complement(document, subject);
        let source = match (own.filter(free), earlier) {
            _ if quoted.is_some() => quoted,
            (_, Some(earlier)) if shares && self.is_inside(earlier) => self.doer(),
            (_, Some(earlier)) if shares => earlier.sources.first().cloned(),
            (Some(own), _) if !shares => Some(own),
            (_, None) if shares => self.doer(),
            _ => None,
        }?;
        if !opens_source(document, source.start) {
            return None;
        }
        let limit = self.reach(&source);
        let told = self.told(limit);
        let interrupts = source.start > sentence.start + 1
            && !is_in(document, source.start, &RELATIVE_WHO_WHICH)
            && is_one(document, source.start - 1, &[",", "\""])
            && is_one(document, source.start - 1, &["\""])
                | is_mark(document, told)
                | (told >= limit)
                | starts_adjunct(document, told);
        let right = content::after(document, &verb.entry, cue.end, limit);
        let colon = norm(document, cue.end - 1) == ":";
        let explicit = right.as_ref().is_some_and(|c| c.code == ReasonCode::ThatClause || colon);
        let asked = is_asked(document, sentence);
        if interrupts && !explicit && !asked && verb.entry.takes('q') {
            let before = content::before(document, sentence.start, source.start)
                .filter(|before| !is_in(document, before.start, &ACCORDING))?;
            let contents = self.around(before, cue.end);
            return Some(self.relation(Some(source), contents, ReasonCode::SourceBefore));
        }
        let hides = |content: &Content| is_about_name(document, &source, &content.tokens);
        right.filter(|content| !hides(content)).map(|content| self.governed(source, content))
    }

    /// Where the words for whom is told end: `prosecutors told a jury`.
    fn told(&self, limit: usize) -> usize {
        let Self { document, verb, cue, .. } = self;
        let hears = verb.entry.takes('o') && verb.entry.takes('q') && !is_mark(document, cue.end);
        let hearer = hears.then(|| content::source_after(document, cue.end, limit)).flatten();
        let end = hearer.map_or(cue.end, |hearer| hearer.end);
        (end..limit).find(|at| !norm(document, *at).ends_with("ly")).unwrap_or(limit)
    }

    /// `According to legend, the king rode home, saying that`: the one who says more is in what is said.
    fn is_inside(&self, earlier: &Relation) -> bool {
        let held = |content: &Range<usize>| content.start < self.cue.start;
        is_closed(earlier) && earlier.contents.iter().any(held)
    }

    /// `Ms. Li stood up and said`: who does the one does the other.
    fn doer(&self) -> Option<Range<usize>> {
        const LONGEST: usize = 12;
        let Self { document, sentence, verb, cue } = self;
        let quotes = verb.entry.takes('n') && norm(document, verb.end) == "\"";
        let speaks = verb.entry.act == Act::Speech && (verb.entry.takes('c') || quotes);
        let said = speaks && (verb.forms.past || verb.forms.third);
        let joint = cue.start.checked_sub(1).filter(|_| said)?;
        let first = (sentence.start + 1..joint).rfind(|at| is_finite(document, *at))?;
        let between = first + 1..joint;
        let one = between.len() < LONGEST
            && !is_auxiliary(document, first)
            && !between.clone().any(|at| is_mark(document, at) || is_finite(document, at))
            && tag(document, first) == tag(document, verb.end - 1);
        let group = verb_group(document, first, sentence.start);
        subject_before(document, group, sentence.start).filter(|_| one)
    }

    /// How far the content may go: `Ms. Li, who said it was late, left` ends at its comma.
    fn reach(&self, source: &Range<usize>) -> usize {
        let Self { document, sentence, cue, .. } = self;
        let limit = limit(document, sentence);
        let before = source.start.wrapping_sub(1);
        let relative = is_in(document, source.start, &RELATIVE_WHO_WHICH);
        let aside = relative && norm(document, before) == ","
            || source.start > sentence.start && is_in(document, before, &CONDITIONS);
        let comma = (cue.end..limit).find(|at| norm(document, *at) == ",");
        comma.filter(|_| aside).unwrap_or(limit)
    }

    fn governed(&self, source: Range<usize>, content: Content) -> Relation {
        let Content { tokens, code, confidence } = content;
        let mut relation = self.relation(Some(source), smallvec![tokens], ReasonCode::SourceBefore);
        relation.confidence = confidence;
        relation.reasons.push(reason(code, ""));
        relation
    }

    /// A content on both sides: `“We will,” she said, “and soon.”`
    fn around(&self, before: Range<usize>, end: usize) -> Ranges {
        let Self { document, sentence, .. } = self;
        let limit = limit(document, sentence);
        let rest = (end..limit)
            .find(|at| is_mark(document, *at))
            .map_or(limit, |at| if norm(document, at) == "\"" { at } else { at + 1 });
        let rest = trim_marks(document, rest..limit);
        let more = rest.len() > 1 && !content::is_beside(document, rest.start);
        if more { smallvec![before, rest] } else { smallvec![before] }
    }

    fn relation(
        &self,
        source: Option<Range<usize>>,
        contents: Ranges,
        order: ReasonCode,
    ) -> Relation {
        let reasons = vec![cue_reason(self.verb), reason(order, "")];
        Relation {
            sources: source.into_iter().collect(),
            cue: self.cue.clone(),
            contents,
            confidence: 0.9,
            reasons,
            ..of(self.verb)
        }
    }
}

/// Clauses that come before the one they depend on.
static CONDITIONS: List = List::named("fronted-conjunction");

/// `who asked not to be named`: that belongs to the source and says nothing about the world.
pub fn is_about_name(document: &Document, source: &Range<usize>, content: &Range<usize>) -> bool {
    let who = is_in(document, source.start, &RELATIVE_WHO);
    who && content.clone().take(6).any(|at| is_in(document, at, &NAMING_WORD))
}

/// Whether a noun phrase may begin here: a name, an article, a pronoun, an adjective.
fn opens_source(document: &Document, at: usize) -> bool {
    use Tag::{CD, DT, FW, JJ, JJR, JJS, PDT, PRP, PRPP, WDT, WP};
    let own = tag(document, at);
    let nominal =
        matches!(own, CD | DT | FW | JJ | JJR | JJS | PDT | PRP | PRPP | WDT | WP) || own.is_noun();
    let adjective = is_in(document, at, &SOURCE_ADJECTIVE);
    let beside = is_in(document, at, &NO_SOURCE_OPENER) || is_time(document, at);
    // `planning officers`.
    let gerund = own == Tag::VBG && tag(document, at + 1) == Tag::NNS;
    (nominal || adjective || gerund || is_capital(document, at)) && !beside
}

/// `Bats kept awake showed`: a phrase right behind a verb that governs no clause belongs to that verb.
fn is_complement(document: &Document, source: &Range<usize>) -> bool {
    let Some(left) = source.start.checked_sub(1) else { return false };
    let governs = |at: usize| cue::verb(document, at).is_some_and(|verb| verb.entry.takes('c'));
    is_finite(document, left) && !governs(left) && !is_auxiliary(document, left)
}

/// `described him as`: whom a verb is done to does not do it.
pub fn is_object(document: &Document, at: usize) -> bool {
    is_in(document, at, &PERSON_OBJECT)
}

fn starts_adjunct(document: &Document, at: usize) -> bool {
    let dated = is_in(document, at, &DATED_ADVERB);
    is_in(document, at, &ADJUNCT_START) || is_time(document, at + usize::from(dated))
}
