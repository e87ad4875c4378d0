//! Owns the trace of decisions, and the switch that turns one rule off. Both are per thread; by default nothing is
//! recorded and every rule is on.

use std::cell::{Cell, RefCell};

/// What a rule is called and does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Info {
    /// A letter for the table and a number in it, such as `E2`; it stays when other rules go.
    pub number: &'static str,
    /// A short name, such as `trailing-time`.
    pub name: &'static str,
    /// One line in a linguist's words, such as `Drops a trailing time.`
    pub does: &'static str,
    /// The example that forced it, such as `Reuters this week | said`.
    pub example: &'static str,
}

impl Info {
    /// The letter of its table, such as `E`.
    pub fn table(&self) -> &'static str {
        self.number.trim_end_matches(|digit: char| digit.is_ascii_digit())
    }
}

/// One decision on the way to a report.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// The rule, or the stage, that decided.
    pub rule: Info,
    /// The token it is about, as an index: of an attribution the first of its cue, of a mention its first.
    pub at: usize,
    /// What was decided; empty where the rule's own line says it all.
    pub what: String,
}

thread_local! {
    static OFF: Cell<&'static str> = const { Cell::new("") };
    static LISTENING: Cell<bool> = const { Cell::new(false) };
    static STEPS: RefCell<Vec<Step>> = const { RefCell::new(Vec::new()) };
}

/// What `run` gives, and the decisions it took in order.
pub fn listen<T>(run: impl FnOnce() -> T) -> (T, Vec<Step>) {
    let before = LISTENING.replace(true);
    let outer = STEPS.take();
    let done = run();
    LISTENING.set(before);
    (done, STEPS.replace(outer))
}

/// What `run` gives; its decisions are not recorded.
pub fn unrecorded<T>(run: impl FnOnce() -> T) -> T {
    let before = LISTENING.replace(false);
    let done = run();
    LISTENING.set(before);
    done
}

/// What `run` gives with the rule of this number switched off.
pub fn without<T>(number: &'static str, run: impl FnOnce() -> T) -> T {
    let before = OFF.replace(number);
    let done = run();
    OFF.set(before);
    done
}

/// Whether the rule of this number is on.
pub fn is_on(number: &str) -> bool {
    OFF.get() != number
}

/// Records a decision while the trace is on.
pub fn note(rule: Info, at: usize, what: impl FnOnce() -> String) {
    if listens() {
        let step = Step { rule, at, what: what() };
        STEPS.with_borrow_mut(|steps| steps.push(step));
    }
}

/// Whether somebody listens. A page never asks for the trace, and needs no bytes for it.
pub fn listens() -> bool {
    !cfg!(target_arch = "wasm32") && LISTENING.get()
}
