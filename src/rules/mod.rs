//! Owns the constructions that credit somebody with something, one family per file, each with a table of its
//! rules: the R rules find attributions, the N rules say where there is none, the S rules what a cue is and whether
//! anything was said.
//!
//! Leaves out how this is combined with what the model finds (`repair`), and who the source is (`coref`).
//! What the rules find in sentences is also a feature of the model: after a change, retrain the model.

pub mod word;
pub mod relation;
pub mod cue;
pub mod cue_noun;
pub mod unsaid;
pub mod reasons;
pub mod content;
pub mod predicate;
pub mod candidate;
pub mod according;
pub mod noun_cue;
pub mod passive;
pub mod issued;
pub mod said;
pub mod subject;
pub mod pre_filter;
pub mod construction;
pub mod label;
pub mod turn;
pub mod transcript;
pub mod interview;
pub mod free_direct;
pub mod headline;
pub mod announced;
pub mod quoted;
pub mod introduced;
pub mod signed;
pub mod post;
pub mod inner;
pub mod trailing;
pub mod non_attribution;

use crate::vocabulary::rule::{Info, infos};

/// The rules of this room in order.
pub fn table() -> Vec<Info> {
    let tables = [
        infos(&construction::CONSTRUCTIONS),
        infos(&noun_cue::OWNERS),
        infos(&noun_cue::ENDS),
        infos(&passive::PASSIVES),
        infos(&according::SOURCES),
        infos(&predicate::MISTAGGED),
        infos(&subject::SUBJECTS),
        infos(&[said::PARENTHETICAL]),
        infos(&said::FRONTED),
        infos(&content::REFUSALS),
        infos(&content::DOUBTS),
        infos(&content::ENDS),
        infos(&transcript::LABELS),
        infos(&[turn::TURN]),
        infos(&interview::PARTNER),
        infos(&headline::HEADLINES),
        infos(&quoted::COLONS),
        infos(&introduced::INTRODUCED),
        infos(&free_direct::SHOWN),
        infos(&signed::SIGNATURES),
        infos(&post::POSTS),
        infos(&announced::LINES),
        infos(&[announced::LIST]),
        infos(&inner::INNER),
        infos(&trailing::ENDINGS),
        infos(&non_attribution::NON_ATTRIBUTIONS),
        infos(&reasons::CUES),
        infos(&unsaid::UNSAID),
        infos(&unsaid::STANCES),
        infos(&unsaid::MODALS),
        infos(&unsaid::CIRCUMSTANCES),
    ];
    tables.into_iter().flatten().collect()
}
