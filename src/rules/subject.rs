//! Owns where the subject of a verb of saying stands: before it, with the verb before it, or behind “with”.

use std::ops::Range;

use crate::{
    grammar::{
        phrase::{subject_before, subject_with},
        verb::{is_adverb, is_auxiliary, is_finite},
        words::{is_in, norm, tag},
    },
    lexicon::list::List,
    rules::{
        cue::{self, Verb},
        quoted::speaks,
        relation::{Relation, is_closed},
        word::{AND_BUT, INFINITIVE_MARKER},
    },
    token::{document::Document, tag::Tag},
    vocabulary::rule::{Rule, rule},
};

pub static SUBORDINATORS: List = List::named("opener-of-fronted-clause");

/// A verb of the lexicon in the active voice, and its context.
pub struct Clause<'a> {
    pub document: &'a Document<'a>,
    pub bounds: &'a Range<usize>,
    pub limit: usize,
    pub verb: &'a Verb,
    pub cue: &'a Range<usize>,
    /// The relation before it.
    pub earlier: Option<&'a Relation>,
}

/// The subject of a verb, if it is in the place that the rule describes.
type Row = Rule<fn(&Clause) -> Option<Range<usize>>>;

/// The places where a subject may be, in the order they are searched.
#[rustfmt::skip]
pub const SUBJECTS: [Row; 4] = [
    rule("R35", "absolute-with", "The subject of a gerund may follow “with”, or precede “while”.",
        "with the chair, Robert Lane, warning that it was late; Ms. Li, while warning that it was late, left", |clause| clause.absolute()),
    rule("R36", "shared-source", "A gerund or coordinated verb shares the source of the relation before it.",
        "Ms. Li said it was late, adding that it would be dear", |clause| clause.shared()),
    rule("R93", "deed-before", "A coordinated verb shares the subject of the deeds before it.",
        "Ms. Li shut the shop and told staff that it was late", |clause| clause.after_deed()),
    rule("R38", "subject-before", "The subject precedes its verb.",
        "Ms. Li said it was late", |clause| clause.subject()),
];

impl Clause<'_> {
    fn absolute(&self) -> Option<Range<usize>> {
        let Self { document, bounds, verb, cue, .. } = self;
        let may = verb.forms.gerund && !self.is_second();
        // `Ms. Li, while warning that it was late, left`
        let comma = cue.start.wrapping_sub(2);
        let subject = || !(bounds.start..comma).any(|at| is_finite(document, at));
        if may && self.is_while() && norm(document, comma) == "," && subject() {
            return subject_before(document, comma, bounds.start);
        }
        may.then(|| subject_with(document, cue.start, bounds.start)).flatten()
    }

    /// The relation of a closed construction does not share its source with a verb inside its content:
    /// `According to legend, the king rode home, saying that`.
    fn shared(&self) -> Option<Range<usize>> {
        let earlier = self.earlier.filter(|earlier| !self.is_inside(earlier))?;
        self.shares().then(|| earlier.sources.first().cloned()).flatten()
    }

    fn subject(&self) -> Option<Range<usize>> {
        let Self { document, bounds, cue, .. } = self;
        let alone = !self.shares();
        alone
            .then(|| subject_before(document, cue.start, bounds.start))
            .flatten()
            .filter(|subject| !is_in(document, subject.end - 1, &INFINITIVE_MARKER))
            .filter(|subject| !is_complement(document, subject))
    }

    /// The subject of the first verb of its clause, where no other subject follows.
    fn after_deed(&self) -> Option<Range<usize>> {
        /// How far back the first verb may stand.
        const REACH: usize = 40;
        let Self { document, bounds, cue, earlier, .. } = self;
        let own = tag(document, cue.end.checked_sub(1)?);
        let simple = self.is_second() && matches!(own, Tag::VBD | Tag::VBZ);
        if !simple || earlier.is_some_and(|earlier| earlier.cue.start >= bounds.start) {
            return None;
        }
        let floor = bounds.start.max(cue.start.saturating_sub(REACH));
        let finite = |at: &usize| is_finite(document, *at);
        let first = (floor..cue.start).find(finite).filter(|at| tag(document, *at) == own)?;
        let subject = subject_before(document, first, floor)?;
        let plain = (floor..subject.start).all(|at| !is_in(document, at, &SUBORDINATORS));
        let joined = |at: usize| {
            let before = (first..at).rev().find(|at| !is_adverb(document, *at));
            before.is_some_and(|before| {
                let own = tag(document, before);
                matches!(own, Tag::CC | Tag::Comma | Tag::WP | Tag::WDT) || own.is_verb()
            })
        };
        let mut later = (first + 1..cue.start).filter(finite);
        (plain && later.all(joined) && speaks(document, &subject)).then_some(subject)
    }

    /// Whether a conjunction such as “while” stands before the cue.
    pub fn is_while(&self) -> bool {
        is_in(self.document, self.cue.start.wrapping_sub(1), &SUBORDINATORS)
    }

    fn shares(&self) -> bool {
        self.verb.forms.gerund || self.is_second()
    }

    fn is_second(&self) -> bool {
        is_in(self.document, self.cue.start.wrapping_sub(1), &AND_BUT)
    }

    fn is_inside(&self, earlier: &Relation) -> bool {
        let held = |content: &Range<usize>| content.start < self.cue.start;
        is_closed(earlier) && earlier.contents.iter().any(held)
    }
}

/// `Bats kept awake showed`: a phrase right after a verb that takes no clause belongs to that verb.
fn is_complement(document: &Document, source: &Range<usize>) -> bool {
    let Some(left) = source.start.checked_sub(1) else { return false };
    let governs = |at: usize| cue::verb(document, at).is_some_and(|verb| verb.entry.takes('c'));
    is_finite(document, left) && !governs(left) && !is_auxiliary(document, left)
}
