//! Owns [`Rule`], a row of a table of rules: its number, its name, what it does, the example that
//! forced it, and its function. The order of a table is the order in which its rules are asked.

use crate::vocabulary::trace;
pub use crate::vocabulary::trace::Info;

/// A row of a table of rules.
#[derive(Clone, Copy, Debug)]
pub struct Rule<F: 'static> {
    /// What it is called and does.
    pub info: Info,
    /// The rule itself.
    pub apply: F,
}

/// A row of a table of rules, from left to right: number, name, what it does, an example, the function.
pub const fn rule<F>(
    number: &'static str,
    name: &'static str,
    does: &'static str,
    example: &'static str,
    apply: F,
) -> Rule<F> {
    let info = Info { number, name, does, example };
    // A page needs no more than the number, and no bytes for the rest.
    let bare = Info { number, name: "", does: "", example: "" };
    Rule { info: if cfg!(target_arch = "wasm32") { bare } else { info }, apply }
}

impl<F> Rule<F> {
    /// Whether it is to be asked; a test switches one rule off at a time.
    pub fn is_on(&self) -> bool {
        trace::is_on(self.info.number)
    }

    /// Tells the trace that the rule changed or decided something about the token `at`.
    pub fn note(&self, at: usize, what: impl FnOnce() -> String) {
        trace::note(self.info, at, what);
    }

    /// The rule's answer, if it is on and has one; leaves the trace to the caller.
    pub fn ask<T>(&self, ask: impl FnOnce(&F) -> Option<T>) -> Option<T> {
        self.is_on().then(|| ask(&self.apply)).flatten()
    }

    /// The rule's answer, if it is on and has one; recorded in the trace at the token `at`.
    pub fn answer<T>(&self, at: usize, ask: impl FnOnce(&F) -> Option<T>) -> Option<T> {
        let answer = self.ask(ask);
        if answer.is_some() {
            self.note(at, String::new);
        }
        answer
    }

    /// Whether the rule is on and holds; recorded in the trace at the token `at`.
    pub fn holds(&self, at: usize, ask: impl FnOnce(&F) -> bool) -> bool {
        self.answer(at, |apply| ask(apply).then_some(())).is_some()
    }
}

/// The first answer that the rules of a table give, asked in order, and whose it is; leaves the trace to the caller.
pub fn decide<F, T>(table: &[Rule<F>], ask: impl Fn(&F) -> Option<T>) -> Option<(Info, T)> {
    table.iter().find_map(|rule| Some((rule.info, rule.ask(&ask)?)))
}

/// The first answer that the rules of a table give, asked in order; recorded in the trace at the token `at`.
pub fn first<F, T>(table: &[Rule<F>], at: usize, ask: impl Fn(&F) -> Option<T>) -> Option<T> {
    table.iter().find_map(|rule| rule.answer(at, &ask))
}

/// Whether a rule of a table holds, asked in order.
pub fn any<F>(table: &[Rule<F>], at: usize, ask: impl Fn(&F) -> bool) -> bool {
    table.iter().any(|rule| rule.holds(at, &ask))
}

/// What the rules of a table are called and do, in order.
pub fn infos<F>(table: &[Rule<F>]) -> Vec<Info> {
    table.iter().map(|rule| rule.info).collect()
}
