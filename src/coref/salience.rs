//! Owns salience: how likely a mention makes somebody to be spoken of next, by where it stands.
//!
//! Whom a pronoun may mean for all that is left to `pronoun.rs`.

use crate::{
    grammar::{
        verb::{is_adverb, is_finite},
        words::{norm, quotation_at, tag},
    },
    token::{document::Document, tag::Tag},
};

/// How much likelier a subject is to be spoken of next,
pub const SUBJECT: f32 = 0.4;

/// how much less likely what stands in a quotation,
const QUOTED: f32 = 1.0;

/// and what says where something is.
const PLACE: f32 = 3.0;

/// How likely a name is to be spoken of next: a subject more, what stands in a place least.
pub fn weight(document: &Document, start: usize, end: usize) -> f32 {
    let article = usize::from(norm(document, start.wrapping_sub(1)) == "the");
    let place = ["in", "at", "from", "on"];
    let placed = place.contains(&norm(document, start.wrapping_sub(1 + article)));
    let first = document.sentences().get(document.sentence_of(start));
    let opens = first.is_some_and(|own| own.tokens.start == start);
    // Behind a name that they do not know, taggers take the verb for an infinitive.
    let bare = |at: usize| opens && tag(document, at) == Tag::VB;
    let acts = |at: usize| is_finite(document, at) || is_adverb(document, at) || bare(at);
    let comma = |at: usize| norm(document, at) == ",";
    // `Mr. Falk himself was late`.
    let end = end + usize::from(matches!(norm(document, end), "himself" | "herself"));
    // `the chief, Ms. Li, left`: behind an aside, taggers take `backed` for a participle.
    let apposed = comma(end) && comma(start.wrapping_sub(1));
    // Nor do they always know `disagreed`.
    let past = |at: usize| tag(document, at) == Tag::NN && norm(document, at).ends_with("ed");
    let went_on = |at: usize| acts(at) || past(at) || tag(document, at) == Tag::VBN;
    let behind = if apposed { Some(end + 1) } else { behind_aside(document, end) };
    // `Reis, 23, who scored twice, left`.
    let second = behind.and_then(|at| behind_aside(document, at - 1));
    let acts = acts(end) || behind.is_some_and(went_on) || second.is_some_and(went_on);
    let quoted = quotation_at(document, end.saturating_sub(1)).is_some();
    let one = |is: bool| f32::from(u8::from(is));
    SUBJECT * one(acts) - QUOTED * one(quoted) - PLACE * one(placed)
}

/// `Howell, R-Kan., left`: where the sentence goes on behind what a comma opens.
fn behind_aside(document: &Document, comma: usize) -> Option<usize> {
    const LONGEST: usize = 12;
    let is = |at: usize| norm(document, at) == ",";
    let end = (comma + 1..comma + LONGEST).find(|at| is(*at)).filter(|_| is(comma))?;
    Some(end + 1)
}
