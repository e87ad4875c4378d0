//! Owns statements: whether a clause is a fact, a prediction, an opinion, a question, or neither.

use super::{
    clause::Clause,
    evidence::{self, Evidence, Signal},
};
use crate::{
    model::claim::Model,
    report::Statement,
    tag::Tag,
    word::{Class, Words},
};

/// How far a clause about what is to come must lean to opinion to be one, in steps.
const FIRM: i32 = 96;

/// What kind of statement a clause makes.
pub fn statement(words: &Words, clause: &Clause, evidence: &Evidence, model: &Model) -> Statement {
    if clause.asks {
        return Statement::Question;
    }
    if states_nothing(words, clause) {
        return Statement::Other;
    }
    let leaning = evidence::opinion(words, clause, evidence, model);
    if is_prediction(words, clause) {
        return if leaning > FIRM { Statement::Opinion } else { Statement::Prediction };
    }
    if leaning > 0 { Statement::Opinion } else { Statement::Fact }
}

/// The kind of statement as a signal of check-worthiness; facts have none.
pub fn signal(statement: Statement) -> Option<Signal> {
    match statement {
        Statement::Fact => None,
        Statement::Prediction => Some(Signal::IsPrediction),
        Statement::Opinion => Some(Signal::IsOpinion),
        Statement::Question => Some(Signal::IsQuestion),
        Statement::Other => Some(Signal::IsOther),
    }
}

/// A fragment, an order, a greeting.
fn states_nothing(words: &Words, clause: &Clause) -> bool {
    let Some(open) = clause.tokens().next() else { return true };
    let infinitive = clause.owner.is_some() && clause.tokens().any(|n| words.tag(n) == Tag::VB);
    let order = words.tag(open) == Tag::VB && clause.head.is_none_or(|head| head > open + 4);
    let greeting = matches!(words.norm(open), "thank" | "thanks" | "please" | "let" | "welcome")
        && words.norm(open + 1) != "to";
    clause.head.is_none() && !infinitive || order || greeting
}

/// Whether the main verb looks ahead: `will`, `is set to`, `plans to`, a reported `would`.
fn is_prediction(words: &Words, clause: &Clause) -> bool {
    let Some(head) = clause.head else { return clause.owner.is_some() };
    match words.norm(head) {
        "will" | "'ll" | "wo" | "shall" => true,
        "would" | "'d" => clause.owner.is_some() && !words.norm(head + 1).starts_with("have"),
        "expect" | "expects" | "predict" | "predicts" => true,
        "is" | "are" if words.norm(head + 1) == "to" => words.tag(head + 2) == Tag::VB,
        _ => (head..head + 4).any(|n| leads_to(words, n)),
    }
}

/// `plans to`, `is expected to`, `going to build`.
fn leads_to(words: &Words, n: usize) -> bool {
    words.has(n, Class::Intention)
        && words.norm(n + 1) == "to"
        && !matches!(words.tag(n + 2), Tag::DT | Tag::PRPP | Tag::CD | Tag::NNP)
}
