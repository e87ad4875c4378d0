//! Owns credit that carries over: whom a clause without a cue beside it belongs to.
//!
//! Leaves the clauses beside a cue to `clause.rs`.

use crate::{
    claim::{
        clause::Clause,
        owners::{Voice, is_finite},
    },
    grammar::word::Words,
    lexicon::list::List,
    report::Attribution,
    sentence::split::Sentence,
    token::{quotation::Quotation, tag::Tag},
    vocabulary::{
        kinds::Form,
        rule::{Rule, infos, rule},
        trace::Info,
    },
};

static BACKSHIFTED_AUXILIARY: List = List::named("backshifted-auxiliary");

/// How many tokens, marks included, a quotation needs to be a statement rather than a title or scare quote.
const STATEMENT: usize = 6;

/// What has been said so far, while a document is read from its start.
#[derive(Clone, Debug, Default)]
pub struct Credit {
    /// The last clause that somebody is credited with, and the sentence in which it stands.
    last: Option<(Clause, usize)>,
}

/// A clause without a cue beside it, and what was said before it.
struct Asked<'a> {
    words: &'a Words<'a, 'a>,
    attributions: &'a [Attribution],
    clause: &'a Clause,
    /// The last clause that somebody is credited with, and how many sentences ago.
    last: &'a Clause,
    ago: usize,
}

impl Asked<'_> {
    /// The form of the attribution that owns the last clause.
    fn last_form(&self) -> Option<Form> {
        self.last.owner.and_then(|n| self.attributions.get(n)).map(|found| found.form)
    }
}

type Row = Rule<fn(&Asked<'_>) -> bool>;

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
        "Indirect speech goes on in the next sentence while its tense stays shifted back.",
        "She said the ferry would sail. It would stop twice.",
        goes_on,
    ),
];

/// The rows in order.
pub fn table() -> Vec<Info> {
    infos(&CARRIED)
}

impl Credit {
    /// Credits the clauses of a sentence to whom they belong; sentences must come in text order.
    pub fn carry(
        &mut self,
        words: &Words,
        attributions: &[Attribution],
        number: usize,
        clauses: &mut [Clause],
    ) {
        for clause in clauses {
            if clause.owner.is_none() {
                self.give(words, attributions, number, clause);
            }
            if clause.owner.is_some() {
                self.last = Some((clause.clone(), number));
            }
        }
    }

    fn give(
        &self,
        words: &Words,
        attributions: &[Attribution],
        number: usize,
        clause: &mut Clause,
    ) {
        let Some((last, sentence)) = &self.last else { return };
        let block = |n: usize| words.document().sentences().get(n).map(|s: &Sentence| s.block);
        let (Some(own), Some(other)) = (block(number), block(*sentence)) else { return };
        let Some(at) = clause.tokens().next() else { return };
        let asked =
            Asked { words, attributions, clause, last, ago: number.saturating_sub(*sentence) };
        if own <= other + 1 && CARRIED.iter().any(|row| row.holds(at, |is| is(&asked))) {
            clause.owner = last.owner;
            clause.voice = Voice::Other;
        }
    }
}

/// Whether a clause stands in a quotation, or quotes a statement right after somebody was quoted. A statement
/// has several words with a finite verb, and is not a title.
fn quotes(asked: &Asked) -> bool {
    let Asked { words, clause, .. } = asked;
    let (Some(first), Some(last)) = (clause.tokens().next(), clause.tokens().last()) else {
        return false;
    };
    let quoted = asked.last_form().is_some_and(|form| form != Form::Indirect);
    let quotations = words.document().quotations().iter();
    quotations
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

/// Whether a clause stands in the shifted tense of the indirect speech of the sentence before.
fn goes_on(asked: &Asked) -> bool {
    let Asked { words, clause, last, ago, .. } = asked;
    let shifted = |clause: &Clause| {
        let head = clause.head?;
        let word = words.norm(head);
        let perfect = (head + 1..head + 3).any(|n| words.tag(n) == Tag::VBN);
        let modal = words.tag(head) == Tag::MD;
        (BACKSHIFTED_AUXILIARY.has(word) && (modal || perfect)).then_some(word)
    };
    *ago == 1
        && asked.last_form() == Some(Form::Indirect)
        && shifted(clause).is_some_and(|own| shifted(last) == Some(own))
}
