//! Owns what explains a report: the tables of all rules, and the decisions that led to a report.

pub use crate::vocabulary::{
    rule::Info,
    trace::{Step, listen, without},
};
use crate::{claim, coref, discourse, repair, rules, sentence, token};

/// Every rule of every table, in the order of the stages.
pub fn rules() -> Vec<Info> {
    let before = [sentence::table(), token::table(), rules::table()];
    let after = [repair::table(), discourse::table(), coref::table(), claim::table()];
    before.into_iter().chain(after).flatten().collect()
}
