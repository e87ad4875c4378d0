//! Owns evidence: what in a clause speaks for a fact, an opinion, or something to check.
//!
//! Training and serving share this code. Leaves the weights to `weights.rs`.

use std::ops::Range;

use crate::{
    claim::{
        clause::Clause, feature::Signal, owners::Voice, statement::Leaning, weights::Model,
        wording::Worded,
    },
    grammar::{
        guess::Guess,
        name::{Name, names},
        number::{NumberKind, number_at},
        word::{self, Class, Words},
    },
    lexicon::list::List,
    token::tag::Tag,
};

static ADVERB_ENDING: List = List::named("adverb-suffix");
static FIRST_PLURAL: List = List::named("first-plural");
static FIRST_SINGULAR: List = List::named("first-singular");
static FUTURE_AUXILIARY: List = List::named("future-auxiliary");
static OUGHT_MODAL: List = List::named("ought-modal");
static OUGHT_VERB: List = List::named("ought-verb");
static PRESENT_BE: List = List::named("present-be");
static SECOND_PERSON: List = List::named("second-person");

static INFINITIVE_MARKER: List = List::named("infinitive-marker");

/// How many signals there are.
pub const SIGNALS: usize = Signal::ALL.len();

/// The signals of a clause: how often each was found, and where first.
#[derive(Clone, Debug)]
pub struct Evidence {
    found: [(u8, Range<u32>); SIGNALS],
}

impl Evidence {
    /// Reads a clause.
    pub fn new(words: &Words, clause: &Clause) -> Self {
        let mut evidence = Self { found: std::array::from_fn(|_| (0, 0..0)) };
        for piece in &clause.pieces {
            evidence.read(words, piece.clone());
        }
        evidence.shape(words, clause);
        evidence
    }

    /// How often a signal was found.
    pub fn count(&self, signal: Signal) -> u8 {
        self.found[signal as usize].0
    }

    /// The tokens where it was found first.
    pub fn tokens(&self, signal: Signal) -> Range<usize> {
        let tokens = &self.found[signal as usize].1;
        tokens.start as usize..tokens.end as usize
    }

    /// How much a signal counts, in halves: one find counts 2, a second adds 1, a third 1, and more add nothing.
    pub fn halves(&self, signal: Signal) -> i32 {
        match self.count(signal) {
            0 => 0,
            1 => 2,
            2 => 3,
            _ => 4,
        }
    }

    /// Adds a signal that stands at `tokens`.
    pub fn add(&mut self, signal: Signal, tokens: Range<usize>) {
        let (count, first) = &mut self.found[signal as usize];
        if *count == 0 {
            *first = tokens.start as u32..tokens.end as u32;
        }
        *count = count.saturating_add(1);
    }

    fn read(&mut self, words: &Words, piece: Range<usize>) {
        for name in names(words.document(), piece.clone()) {
            let whole = name.title.start.min(name.tokens.start)..name.tokens.end;
            self.add(of_name(words, &name), whole);
        }
        let mut n = piece.start;
        while n < piece.end {
            if let Some(number) = number_at(words, n, piece.end) {
                self.add(of_number(number.kind), number.tokens.clone());
                n = number.tokens.end;
                continue;
            }
            self.word(words, n);
            n += 1;
        }
    }

    fn word(&mut self, words: &Words, n: usize) {
        match words.tag(n) {
            Tag::JJ | Tag::JJR => self.add(Signal::Adjective, n..n + 1),
            Tag::JJS | Tag::RBS => self.add(Signal::Superlative, n..n + 1),
            Tag::RB if ADVERB_ENDING.ends(words.norm(n)) => self.add(Signal::Adverb, n..n + 1),
            Tag::OpenQuote => self.add(Signal::Quoted, n..n + 1),
            _ => {}
        }
        const CLASSES: [(Class, Signal); 10] = [
            (Class::Demonym, Signal::Place),
            (Class::Comparison, Signal::Comparison),
            (Class::Cause, Signal::Cause),
            (Class::Law, Signal::Law),
            (Class::Statistic, Signal::Statistic),
            (Class::Generality, Signal::Generality),
            (Class::Evaluation, Signal::Evaluation),
            (Class::Booster, Signal::Booster),
            (Class::Stance, Signal::Stance),
            (Class::Obligation, Signal::Obligation),
        ];
        let classes = words.classes(n);
        if classes == word::Classes::default() {
            return self.pronoun(words, n);
        }
        for (_, signal) in CLASSES.iter().filter(|(class, _)| classes.has(*class)) {
            self.add(*signal, n..n + 1);
        }
        if classes.has(Class::Future) {
            self.add(Signal::Future, n..n + 1);
        }
    }

    fn pronoun(&mut self, words: &Words, n: usize) {
        let signal = match words.norm(n) {
            word if FIRST_SINGULAR.has(word) => Signal::First,
            word if FIRST_PLURAL.has(word) => Signal::We,
            word if SECOND_PERSON.has(word) => Signal::Second,
            word if FUTURE_AUXILIARY.has(word) => Signal::Future,
            "!" => Signal::Exclaims,
            _ => return,
        };
        self.add(signal, n..n + 1);
    }

    fn shape(&mut self, words: &Words, clause: &Clause) {
        let start = clause.pieces.first().map_or(0, |piece| piece.start);
        let length: usize = clause.pieces.iter().map(Range::len).sum();
        const NAMED: [Signal; 9] = [
            Signal::Number,
            Signal::Money,
            Signal::Percent,
            Signal::Measure,
            Signal::Date,
            Signal::Rank,
            Signal::Name,
            Signal::Place,
            Signal::Organization,
        ];
        let named = NAMED.iter().any(|&signal| self.count(signal) > 0);
        let mut flag = |signal, holds: bool| {
            if holds {
                self.add(signal, start..start);
            }
        };
        flag(Signal::Base, true);
        flag(Signal::Short, length < 7);
        flag(Signal::Long, length > 24);
        flag(Signal::Credited, clause.voice == Voice::Other);
        flag(Signal::General, !named);
        flag(Signal::OwnVoice, clause.voice == Voice::Own);
        flag(Signal::Opener, clause.opens);
        flag(Signal::Verbless, clause.head.is_none());
        let Some(head) = clause.head else { return };
        let to = |n: usize| INFINITIVE_MARKER.has(words.norm(n + 1)) && words.tag(n + 2) == Tag::VB;
        let ought = match words.norm(head) {
            word if OUGHT_MODAL.has(word) => true,
            word if OUGHT_VERB.has(word) => to(head),
            _ => false,
        };
        if ought {
            self.add(Signal::Ought, head..head + 1);
        }
        if PRESENT_BE.has(words.norm(head)) {
            self.add(Signal::Copula, head..head + 1);
            let next = (head + 1..head + 4).find(|&n| words.tag(n) != Tag::RB);
            let next = next.filter(|&n| matches!(words.tag(n), Tag::JJ | Tag::JJR | Tag::JJS));
            if let Some(n) = next {
                self.add(Signal::Verdict, head..n + 1);
            }
        }
        let verb = match words.tag(head) {
            Tag::VBD => Signal::Past,
            Tag::MD => Signal::Modal,
            Tag::VBZ | Tag::VBP => Signal::Present,
            _ => return,
        };
        self.add(verb, head..head + 1);
        let actor = (start..head).any(|n| words.tag(n).is_name());
        if verb == Signal::Past && actor {
            self.add(Signal::Act, start..head + 1);
        }
    }
}

fn of_number(kind: NumberKind) -> Signal {
    match kind {
        NumberKind::Count => Signal::Number,
        NumberKind::Money => Signal::Money,
        NumberKind::Percent => Signal::Percent,
        NumberKind::Measure => Signal::Measure,
        NumberKind::Date => Signal::Date,
        NumberKind::Rank => Signal::Rank,
    }
}

fn of_name(words: &Words, name: &Name) -> Signal {
    match name.guess {
        _ if words.has(name.tokens.end - 1, Class::Place) => Signal::Place,
        Guess::Organization => Signal::Organization,
        Guess::Person | Guess::Open => Signal::Name,
    }
}

/// How far a clause leans.
pub fn leaning(evidence: &Evidence, worded: &Worded, model: &Model) -> Leaning {
    let mut leaning = worded.leaning;
    for &signal in Signal::ALL {
        let (weight, halves) = (model.signal(signal), evidence.halves(signal));
        leaning.opinion += weight.opinion * halves / 2;
        leaning.prediction += weight.prediction * halves / 2;
    }
    leaning
}
