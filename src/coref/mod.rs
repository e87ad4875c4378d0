//! Owns coreference: to which entity each mention belongs, and the sources of a report.
//!
//! Leaves out which words name a source (`repair/`), what is known of the entities (`discourse/`) and how the
//! candidates of a pronoun compare (`ranking/`). The first rule of a table that links a mention decides.

pub mod antecedent;
pub mod resolver;
pub mod names;
pub mod phrases;
pub mod pronouns;
pub mod unnamed;
pub mod learning;
pub mod decision;
pub mod genders;
pub mod reading;
pub mod author;
pub mod sources;

use crate::vocabulary::rule::{Info, infos};

/// The rules of this room in the order in which they are asked.
pub fn table() -> Vec<Info> {
    let tables = [
        infos(&[decision::ALIAS]),
        infos(&[names::TITLED]),
        infos(&names::NAMES),
        infos(&[decision::SHARED]),
        infos(&phrases::PHRASES),
        infos(&phrases::PASSED),
        infos(&[antecedent::NAMED]),
        infos(&antecedent::NARROWING),
        infos(&pronouns::RELATIVE),
        infos(&pronouns::SAYING),
        infos(&pronouns::NOT_CREDITED),
        infos(&unnamed::KINDS),
        infos(&unnamed::KNOWN),
        infos(&learning::LEARNING),
        infos(&learning::BESIDE),
        infos(&[learning::CALLED]),
        infos(&[learning::TOLD]),
        infos(&reading::AFTERTHOUGHTS),
        infos(&[author::AUTHOR]),
    ];
    tables.concat()
}
