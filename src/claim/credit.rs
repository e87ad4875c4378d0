//! Owns credit that carries over: whom a clause without a cue beside it belongs to.
//!
//! Leaves the clauses beside a cue to `clause.rs`, and what tells that speech goes on to `follow.rs`.

use crate::{
    claim::{
        clause::Clause,
        follow::{Asked, Text, follows},
        owners::{Voice, is_finite},
    },
    grammar::word::Words,
    token::quotation::Quotation,
    vocabulary::{
        kinds::Form,
        rule::{Rule, infos, rule},
        trace::Info,
    },
};

/// How many tokens, marks included, a quotation needs to be a statement rather than a title or scare quote.
const STATEMENT: usize = 6;

/// What has been said so far, while a document is read from its start.
#[derive(Clone, Debug)]
pub struct Credit<'d> {
    text: Text<'d>,
    /// The last clause beside a cue, and its sentence.
    said: Option<(Clause, usize)>,
    /// The last sentence that somebody is credited with.
    reached: usize,
}

type Row = Rule<fn(&Asked) -> bool>;

const CARRIED: [Row; 2] = [
    rule(
        "K16",
        "quotes-on",
        "A clause that quotes a statement belongs to whoever was last quoted in this or the previous block.",
        "Ode recalled the flood. An hour later he “heard the wall give way”.",
        quotes,
    ),
    rule(
        "K17",
        "speech-goes-on",
        "A report goes on in the next six sentences where enough speaks for it.",
        "She said the ferry would sail. It would stop twice.",
        goes_on,
    ),
];

/// The rows in order.
pub fn table() -> Vec<Info> {
    infos(&CARRIED)
}

impl<'d> Credit<'d> {
    /// Nothing has been said yet.
    pub const fn new(text: Text<'d>) -> Self {
        Self { text, said: None, reached: 0 }
    }

    /// Credits the clauses of a sentence to whom they belong; sentences must come in text order.
    pub fn carry(&mut self, sentence: usize, clauses: &mut [Clause]) {
        for clause in clauses {
            if clause.owner.is_some() {
                self.said = Some((clause.clone(), sentence));
            } else if let Some(owner) = self.owner(sentence, clause) {
                clause.owner = Some(owner);
                clause.voice = Voice::Other;
            }
            if clause.owner.is_some() {
                self.reached = sentence;
            }
        }
    }

    /// Reads a clause: what is said beside a cue, or what goes on with it as somebody has judged.
    #[cfg(feature = "train")]
    pub fn hear(&mut self, sentence: usize, clause: &Clause, goes_on: bool) {
        if clause.owner.is_some() {
            self.said = Some((clause.clone(), sentence));
        }
        if clause.owner.is_some() || goes_on {
            self.reached = sentence;
        }
    }

    fn owner(&self, sentence: usize, clause: &Clause) -> Option<usize> {
        let asked = self.asked(sentence, clause)?;
        let at = clause.tokens().next()?;
        let is = |row: &Row| row.holds(at, |is| is(&asked));
        CARRIED.iter().any(is).then_some(asked.owner)
    }

    /// A clause without a cue, if somebody is credited close before it.
    pub fn asked<'a>(&'a self, sentence: usize, clause: &'a Clause) -> Option<Asked<'a>> {
        let (last, said) = self.said.as_ref()?;
        let parent = |n: &usize| self.text.attributions.get(*n).and_then(|found| found.parent);
        let owner = std::iter::successors(last.owner, parent).take(8).last()?;
        let Self { text, reached, .. } = *self;
        Some(Asked { text, clause, sentence, last, said: *said, owner, reached })
    }
}

/// Whether a clause stands in a quotation, or quotes a statement right after somebody was quoted. A statement
/// has several words with a finite verb, and is not a title.
fn quotes(asked: &Asked) -> bool {
    let (words, clause) = (asked.text.words, asked.clause);
    let (Some(first), Some(last)) = (clause.tokens().next(), clause.tokens().last()) else {
        return false;
    };
    let quoted = asked.found().is_some_and(|found| found.form != Form::Indirect);
    let quotations = words.document().quotations().iter();
    asked.block(asked.sentence) <= asked.block(asked.reached).map(|block| block + 1)
        && quotations
            .skip_while(|quotation| quotation.tokens.end <= first)
            .take_while(|quotation| quotation.tokens.start <= last)
            .any(|quotation| {
                let inside = quotation.tokens.start <= first && last < quotation.tokens.end;
                (inside || quoted) && is_statement(words, quotation)
            })
}

fn is_statement(words: &Words, quotation: &Quotation) -> bool {
    let tokens = || quotation.tokens.clone();
    let capital = |n: &usize| words.text(*n).starts_with(char::is_uppercase);
    tokens().len() >= STATEMENT
        && tokens().any(|n| is_finite(words, n))
        && tokens().filter(capital).count() * 2 < tokens().len()
}

fn goes_on(asked: &Asked) -> bool {
    asked.may_go_on() && follows(asked)
}
