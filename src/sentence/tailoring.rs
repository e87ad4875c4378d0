//! Owns the tailorings: numbered rules that decide the clear candidates of English text.
//!
//! `after_abbreviation` holds the rules about abbreviations. The boundary model in `weights` decides the
//! candidates that no rule answers for.

use crate::{
    lexicon::{list::List, opener::is_opener},
    sentence::{
        abbreviation::abbreviation,
        after_abbreviation,
        candidate::Candidate,
        context::{Context, PRONOUN, Shape, is_roman, near_end},
        titled,
    },
    vocabulary::rule::{Rule, rule},
};

/// A tailoring: whether the candidate ends a sentence, where the rule can tell.
type Tailoring = Rule<fn(&Context) -> Option<bool>>;

/// The tailorings in the order they are asked.
#[rustfmt::skip]
pub const RULES: [Tailoring; 19] = [
    rule("T1", "comma-after", "A comma, a semicolon or a colon after the mark continues the sentence.",
        "Acme Inc., which", comma_after),
    rule("T2", "glued", "A full stop glued to what follows ends a sentence only between two plain words.",
        "went home.The next day", glued),
    rule("T3", "bracketed-marks", "Marks alone in brackets comment on the text and end nothing.",
        "stairways [...] (Li 55)", bracketed_marks),
    rule("T4", "counter", "A number or a letter at the start is a list counter, and no sentence.",
        "1. The mayor", counter),
    rule("T5", "small-after", "A small letter after an abbreviation, an initial or a closing mark continues the sentence.",
        "Acme Inc. said", after_abbreviation::small_after),
    rule("T6", "title", "A title, a shortened first name or the first part of a place's name wants the name.",
        "Gov. Ng", after_abbreviation::title),
    rule("T7", "link", "An abbreviation that needs a complement never ends a sentence.",
        "Smith vs. Jones", after_abbreviation::link),
    rule("T8", "numbered", "A number belongs to the abbreviation before it.",
        "No. 10", after_abbreviation::numbered),
    rule("T9", "initials", "Initials belong to the name after them, and a letter of an abbreviation to the next.",
        "J. R. R. Tolkien", after_abbreviation::initials),
    rule("T10", "time-zone", "A day or a zone belongs to the time before it, a company's form to its name.",
        "5 p.m. Monday", after_abbreviation::time_zone),
    rule("T11", "opening-time", "A time that opens the sentence cannot end it before a name.",
        "At 5 a.m. Mr. Li left", after_abbreviation::opening_time),
    rule("T12", "dots", "Of a full stop and the dots after it, one ends the sentence.",
        "cut here. . . . The rest", dots),
    rule("T13", "quoted-question", "A quoted question or exclamation runs on to who said it.",
        "“Why?” Ms. Li asked", quoted_question),
    rule("T17", "brand", "A brand or a title with a mark of its own runs on before a small letter.",
        "sold Yahoo! before", brand),
    rule("T19", "short-quotation", "A mark inside a short quotation in mid-sentence, such as a title, runs on.",
        "The play “Wait! It Is Late” ran for years", |c| titled::runs_on(c.words, c.at).then_some(false)),
    PLAIN_END,
    rule("T15", "abbreviation-end", "After an abbreviation that may end a sentence, an opener begins one.",
        "Acme Inc. The", after_abbreviation::abbreviation_end),
    rule("T16", "open-bracket", "A small letter or a number inside open brackets runs on.",
        "[see the page. 42]", open_bracket),
    rule("T18", "company-end", "After a company's form, a capital and then a small word begin a sentence.",
        "Brandt & Co. Trading dried up", after_abbreviation::company_end),
];

/// T14, which a look at the nearest bytes decides most often.
const PLAIN_END: Tailoring = rule(
    "T14",
    "plain-end",
    "After a plain word, a terminal mark and white space, a capital begins a sentence.",
    "went home. The next day",
    plain_end,
);

/// Whether the candidate ends a sentence, by the first rule that can tell; none where no rule can.
pub fn ends_sentence(context: &Context) -> Option<bool> {
    let asked = RULES.iter().filter(|rule| rule.is_on());
    let (rule, answer) = asked.filter_map(|rule| Some((rule, (rule.apply)(context)?))).next()?;
    rule.note(context.at.marks.start, String::new);
    Some(answer)
}

/// Whether T14 says yes by the nearest bytes alone: ` word. Next`.
///
/// This decides most candidates before their context is read, which saves time.
pub fn is_plain_end(words: &str, at: Candidate) -> bool {
    let bytes = words.as_bytes();
    if !PLAIN_END.is_on() {
        return false;
    }
    let Some((before, after)) = bytes.split_at_checked(at.marks.start) else { return false };
    let begins = matches!(after, [b'.' | b'?' | b'!', b' ', next, second, ..]
        if next.is_ascii_uppercase() && second.is_ascii_lowercase());
    let len =
        before.iter().rev().take(LONGEST_PLAIN).take_while(|b| b.is_ascii_lowercase()).count();
    let from = before.len() - len;
    let whole =
        len > 3 && len < LONGEST_PLAIN && before.get(..from).is_some_and(|gap| gap.ends_with(b" "));
    let plain = begins
        && whole
        && words.get(from..at.marks.start).is_some_and(|word| abbreviation(word).is_none())
        && !titled::runs_on(words, at);
    if plain {
        PLAIN_END.note(at.marks.start, String::new);
    }
    plain
}

/// A longer word is left to the rules.
const LONGEST_PLAIN: usize = 24;

/// What is left of a possessive after a space: `Acme Inc. 's`.
static POSSESSIVE: List = List::sentence("possessive-s");

/// What counts with a number: `Figure 3.`
static LABELS: List = List::sentence("list-label");

/// T1: a comma runs the sentence on, as in SB8a of UAX #29, and so does a possessive: `Acme Inc. 's`.
fn comma_after(c: &Context) -> Option<bool> {
    let possessive = c.opening.ends_with(['\'', '’']) && POSSESSIVE.has(c.first);
    (possessive || c.rest().starts_with([',', ';', ':', '/', '%', '='])).then_some(false)
}

/// T2: a space was lost in `went home.The next day`, but not in `U.S`, `Node.JS`, `www.Example.com/News`.
fn glued(c: &Context) -> Option<bool> {
    if !c.gap().is_empty() || !c.is_stop() {
        return None;
    }
    let plain = c.last.chars().all(char::is_alphanumeric) && c.abbreviation.is_none();
    let long = c.last.len() > 1 && !matches!(c.last_shape, Shape::Capitals | Shape::Dotted);
    let counted = c.last_shape == Shape::Number && c.first.len() == 1;
    let begins = c.first_shape == Shape::Capital && c.first_is_whole() && !counted;
    Some(plain && long && begins)
}

/// T3: marks alone in brackets end nothing: `stairways [...] (Li 55)`.
fn bracketed_marks(c: &Context) -> Option<bool> {
    let alone = c.words.get(..c.at.marks.start).is_some_and(|before| before.ends_with(['[', '(']));
    let begins = c.opening.is_empty() && c.first_shape == Shape::Capital;
    (alone && !begins && c.closing().starts_with([']', ')'])).then_some(false)
}

/// T4: a counter belongs to what follows: `1. The mayor`, `iv. Costs`, `2.1. Methods`, `Figure 3. Rainfall`.
fn counter(c: &Context) -> Option<bool> {
    let counts = match c.last_shape {
        Shape::Number => {
            c.last.len() < 6 && c.last.bytes().all(|b| b.is_ascii_digit() || b == b'.')
        }
        Shape::Initial | Shape::Small => {
            c.last.len() == 1 || c.last.bytes().all(|b| matches!(b, b'i' | b'v' | b'x'))
        }
        _ => is_roman(c.last),
    };
    let lead = c.lead.strip_suffix(c.last).unwrap_or(c.lead);
    let lead = lead.trim_matches(['•', '⁃', '-', '–', '*', '(', ' ', '\n']);
    let listed = lead.is_empty() || lead.ends_with([':', ';']) || LABELS.has(lead);
    (c.is_stop() && counts && listed && !PRONOUN.has(c.last)).then_some(false)
}

/// T12: the full stop ends the sentence in `cut here. . . . The rest`, and so do four dots in one: `meant
/// that.... She left`. Dots before a small letter are a pause: `well ... no`.
fn dots(c: &Context) -> Option<bool> {
    let begins = c.first_shape == Shape::Capital;
    if c.lead.trim_end().is_empty() || c.marks() == ". . ." && PRONOUN.has(c.first) {
        return Some(false);
    }
    if c.is_stop() && c.rest().starts_with(['.', '…']) {
        let closed = c.opening.trim_end().ends_with(['"', '”', '\'', '’', ')']);
        return Some(begins && !closed);
    }
    let pause = c.marks().ends_with(['.', '…']) && c.marks().len() > 1;
    if pause && c.first_shape == Shape::Small && c.closing().is_empty() {
        return Some(false);
    }
    (c.marks() == "...." && begins).then_some(true)
}

/// T13: a quotation runs on to its speaker: `“Why?” Ms. Li asked`.
fn quoted_question(c: &Context) -> Option<bool> {
    let quoted = c.closing().ends_with(['"', '”', '\'', '’']) && !c.is_stop();
    let said = matches!(c.speech_ahead(), 2..=4) && (PRONOUN.has(c.first) || !is_opener(c.first));
    (quoted && said && c.first_shape == Shape::Capital && c.opening.is_empty()).then_some(false)
}

/// T14: a capital begins a sentence after a plain word, also after the dash of a dialogue: `Will it rain? – It
/// may.`
fn plain_end(c: &Context) -> Option<bool> {
    use Shape::{Capital, Capitals, Mixed, Number, Small};
    let plain = match c.last_shape {
        Small | Capital | Capitals | Mixed => c.last.len() > 1,
        shape => shape == Number,
    };
    let stop = matches!(c.marks(), "." | "?" | "!") && c.abbreviation.is_none();
    if c.opening.starts_with(['-', '–', '—']) && c.first_shape == Small {
        return Some(false);
    }
    let dash = c.opening.strip_suffix(' ').unwrap_or(c.opening);
    let opens = matches!(dash, "" | "“" | "‘" | "«" | "-" | "--" | "–" | "—" | ")" | "\"" | "'");
    let capital = c.first_shape == Mixed && c.first.starts_with(char::is_uppercase);
    let begins = (capital || matches!(c.first_shape, Capital | Capitals)) && opens;
    (plain && stop && begins && !c.gap().is_empty()).then_some(true)
}

/// T16: a number or small letter inside open brackets runs on: `[see the page. 42]`.
fn open_bracket(c: &Context) -> Option<bool> {
    let goes_on = matches!(c.first_shape, Shape::Small | Shape::Number) && c.opening.is_empty();
    let lead = || near_end(c.lead, NEAR);
    let open = |open, close| {
        lead().rfind(open) > lead().rfind(close) && c.rest().chars().take(NEAR).any(|c| c == close)
    };
    (goes_on && c.closing().is_empty() && BRACKETS.iter().any(|(left, right)| open(*left, *right)))
        .then_some(false)
}

const BRACKETS: [(char, char); 4] = [('(', ')'), ('[', ']'), ('{', '}'), ('（', '）')];

/// How far open brackets are searched, in bytes.
const NEAR: usize = 200;

/// Names of companies, bands and shows that end with a mark.
static MARKED_NAMES: List = List::sentence("name-with-mark");

/// T17: a name's own mark ends nothing before a small letter or the rest of the name: `sold Yahoo! before`,
/// `Yum! Brands said`.
fn brand(c: &Context) -> Option<bool> {
    let known = c.marks() == "!" && MARKED_NAMES.has(c.last);
    let named = c.last_shape == Shape::Capital && c.lead.len() > c.last.len();
    let marked = matches!(c.marks(), "!" | "?") && c.closing().is_empty() && c.opening.is_empty();
    let small = c.first_shape == Shape::Small && (known || named);
    let joined = known && c.first_shape == Shape::Capital && !is_opener(c.first);
    (marked && (small || joined)).then_some(false)
}

impl Context<'_> {
    /// Whether `first` is a whole word and no part of an address; `Mr.` is one too.
    fn first_is_whole(&self) -> bool {
        let after = self.opening.len() + self.first.len();
        let after = self.rest().get(after..).unwrap_or_default();
        after.starts_with([' ', ',', '\n'])
            || after.starts_with(". ") && abbreviation(self.first).is_some()
    }
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use proptest::{collection, prelude::*, sample};

    use super::*;
    use crate::sentence::candidate::candidates;

    const PARTS: [&str; 24] = [
        "word", "Smith", "approx", "prof", "xiv", "said", "Inc", "No", "I", "The", "Mr", "co",
        "dept", "12", "a", ".", ". ", "? ", "! ", "... ", " ", "” ", " “", ", ",
    ];

    proptest! {
        /// The look at the nearest bytes agrees with the rules.
        #[test]
        fn a_plain_end_is_an_end_by_the_rules(parts in collection::vec(sample::select(&PARTS[..]), 0..30)) {
            let words = parts.concat();
            let mut start = 0;
            for at in candidates(&words) {
                let answer = ends_sentence(&Context::new(&words, at, start));
                if is_plain_end(&words, at) {
                    prop_assert_eq!(answer, Some(true), "{:?} at {}", words, at.end);
                }
                start = if answer == Some(true) { at.next } else { start };
            }
        }
    }
}
