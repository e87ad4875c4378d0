//! Owns the constructions by which somebody is credited with something, each family in a file with a table of
//! its rules: R1 and so on find attributions, N1 and so on say where none is made.
//!
//! Leaves out how this is combined with what the model finds (`repair`), and who the source is (`coref`).
//! What the rules find in sentences is also a feature of the model: who changes it, trains the model again.

pub mod word;
pub mod relation;
pub mod cue;
pub mod cue_noun;
pub mod content;
pub mod predicate;
pub mod candidate;
pub mod according;
pub mod noun_cue;
pub mod passive;
pub mod issued;
pub mod said;
pub mod pre_filter;
pub mod construction;
pub mod transcript;
pub mod headline;
pub mod announced;
pub mod quoted;
pub mod signed;
pub mod inner;
pub mod trailing;
pub mod non_attribution;

use crate::vocabulary::rule::{Info, infos};

/// The rules of this room in order.
pub fn table() -> Vec<Info> {
    let tables = [
        infos(&construction::CONSTRUCTIONS),
        infos(&noun_cue::OWNERS),
        infos(&[noun_cue::SUBJECT]),
        infos(&passive::PASSIVES),
        infos(&according::SOURCES),
        infos(&predicate::MISTAGGED),
        infos(&said::SUBJECTS),
        infos(&[said::PARENTHETICAL]),
        infos(&content::REFUSALS),
        infos(&content::DOUBTS),
        infos(&content::ENDS),
        infos(&transcript::LABELS),
        infos(&[transcript::TURN]),
        infos(&headline::HEADLINES),
        infos(&quoted::COLONS),
        infos(&signed::SIGNATURES),
        infos(&announced::LINES),
        infos(&[announced::LIST]),
        infos(&inner::INNER),
        infos(&trailing::ENDINGS),
        infos(&trailing::INVERTED),
        infos(&non_attribution::NON_ATTRIBUTIONS),
    ];
    tables.into_iter().flatten().collect()
}
