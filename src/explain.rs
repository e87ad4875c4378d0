//! Owns what explains a report: the tables of all rules, and the decisions that led to a report.

pub use crate::vocabulary::{
    rule::Info,
    trace::{Step, listen, without},
};
use crate::{coref, repair, rules, sentence, token};

/// Every rule of every table, in the order of the stages.
pub fn rules() -> Vec<Info> {
    let tables =
        [sentence::table(), token::table(), rules::table(), repair::table(), coref::table()];
    tables.into_iter().flatten().collect()
}
