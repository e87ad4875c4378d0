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
}
