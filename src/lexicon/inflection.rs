//! Owns the regular forms of English nouns and verbs.
//!
//! Leaves irregular forms to the columns of the lexicons.

use crate::lexicon::list::List;

/// How words end whose plural ends in -es.
static SIBILANTS: List = List::named("sibilant-ending");

/// How other verbs end whose third person ends in -es.
static VOWELS: List = List::named("ending-of-third-person-in-es");

/// The letters before a final `y` that stays.
static BEFORE_Y: List = List::named("letter-before-y");

/// The plural of a noun: `ministries`, `bosses`, `firms`.
pub fn plural(noun: &str) -> String {
    match without_y(noun) {
        Some(stem) => format!("{stem}ies"),
        None if SIBILANTS.ends(noun) => format!("{noun}es"),
        None => format!("{noun}s"),
    }
}

/// The third person of a verb: `denies`, `echoes`, `says`.
pub fn third_person(verb: &str) -> String {
    if VOWELS.ends(verb) { format!("{verb}es") } else { plural(verb) }
}

/// The past of a regular verb: `denied`, `noted`, `claimed`.
pub fn past(verb: &str) -> String {
    without_y(verb).map_or_else(|| format!("{}ed", without_e(verb)), |stem| format!("{stem}ied"))
}

/// The gerund of a verb, given its past: `admitting` doubles its consonant because `admitted` does; `agreeing` keeps
/// both vowels.
pub fn gerund(verb: &str, past: &str) -> String {
    let doubled = past.strip_suffix("ed").filter(|stem| stem.len() == verb.len() + 1);
    let whole = Some(verb).filter(|verb| verb.ends_with("ee"));
    format!("{}ing", doubled.or(whole).unwrap_or(without_e(verb)))
}

/// A verb without its final `e`.
pub fn without_e(verb: &str) -> &str {
    verb.strip_suffix('e').unwrap_or(verb)
}

/// `deny` without its `y`; none for `say`.
fn without_y(word: &str) -> Option<&str> {
    word.strip_suffix('y').filter(|stem| !BEFORE_Y.ends(stem))
}
