//! Owns the tailorings: numbered rules that decide the clear candidates of English text.
//!
//! The boundary model in `weights` decides the candidates that no rule answers for.

use crate::{
    lexicon::{list::List, opener::is_opener},
    sentence::{
        abbreviation::{Abbreviation, abbreviation, spelled},
        candidate::Candidate,
        context::{Context, Shape, is_roman, shape},
        moment::says_when,
    },
    text::calendar::{SHORT_WEEKDAYS, TIME_ZONES, WEEKDAYS},
    vocabulary::rule::{Rule, rule},
};

/// A tailoring: whether the candidate ends a sentence, where the rule can tell.
type Tailoring = Rule<fn(&Context) -> Option<bool>>;

/// The tailorings in the order they are asked.
pub const RULES: [Tailoring; 18] = [
    rule(
        "T1",
        "comma-after",
        "A comma, a semicolon or a colon after the mark runs the sentence on.",
        "Acme Inc., which",
        t1,
    ),
    rule(
        "T2",
        "glued",
        "A full stop glued to what follows ends a sentence only between two plain words.",
        "went home.The next day",
        t2,
    ),
    rule(
        "T3",
        "bracketed-marks",
        "Marks alone in brackets comment on the text and end nothing.",
        "stairways [...] (Li 55)",
        t3,
    ),
    rule(
        "T4",
        "counter",
        "A number or a letter that opens the sentence counts what follows.",
        "1. The mayor",
        t4,
    ),
    rule(
        "T5",
        "small-after",
        "A small letter after an abbreviation, an initial or a closing mark runs the sentence on.",
        "Acme Inc. said",
        t5,
    ),
    rule(
        "T6",
        "title",
        "A title, a shortened first name or the first part of a place's name wants the name.",
        "Gov. Ng",
        t6,
    ),
    rule("T7", "link", "What leads on to something never ends a sentence.", "Smith vs. Jones", t7),
    rule("T8", "numbered", "A number belongs to the abbreviation before it.", "No. 10", t8),
    rule(
        "T9",
        "initials",
        "Initials belong to the name after them, and a letter of an abbreviation to the next.",
        "J. R. R. Tolkien",
        t9,
    ),
    rule(
        "T10",
        "time-zone",
        "A day or a zone belongs to the time before it, a company's form to its name.",
        "5 p.m. Monday",
        t10,
    ),
    rule(
        "T11",
        "opening-time",
        "A time that opens the sentence cannot end it before a name.",
        "At 5 a.m. Mr. Li left",
        t11,
    ),
    rule(
        "T12",
        "dots",
        "Of a full stop and the dots after it, one ends the sentence.",
        "cut here. . . . The rest",
        t12,
    ),
    rule(
        "T13",
        "quoted-question",
        "A quoted question or exclamation runs on to who said it.",
        "“Why?” Ms. Li asked",
        t13,
    ),
    PLAIN_END,
    rule(
        "T15",
        "abbreviation-end",
        "After an abbreviation that may end a sentence, an opener begins one.",
        "Acme Inc. The",
        t15,
    ),
    rule(
        "T16",
        "open-bracket",
        "A small letter or a number inside open brackets runs on.",
        "[see the page. 42]",
        t16,
    ),
    rule(
        "T17",
        "brand",
        "A brand or a title with a mark of its own runs on before a small letter.",
        "sold Yahoo! before",
        t17,
    ),
    rule(
        "T18",
        "company-end",
        "After a company's form, a capital and then a small word begin a sentence.",
        "Brandt & Co. Trading dried up",
        t18,
    ),
];

const PLAIN_END: Tailoring = rule(
    "T14",
    "plain-end",
    "After a plain word, a terminal mark and white space, a capital begins a sentence.",
    "went home. The next day",
    t14,
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
        && words.get(from..at.marks.start).is_some_and(|word| abbreviation(word).is_none());
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

/// The pronoun that looks like an initial and a Roman numeral.
static PRONOUN: List = List::sentence("pronoun-i");

/// Abbreviations of a title that after a name stand for a street: `Wall St.`
static TITLE_OR_STREET: List = List::sentence("title-or-street");

/// Names of time zones: `5 p.m. Eastern`.
static ZONE_NAMES: List = List::sentence("zone-name");

/// What follows a place that names a zone: `5 a.m. Oslo time`.
static AFTER_PLACE: List = List::sentence("time-after-clock");

/// Offices in a company, named right after it: `Brandt Co. Chairman Ida Berg`.
static OFFICES: List = List::sentence("company-office");

/// Words that continue a company's name: `Brandt Co. Bank of Ohio`.
static JOINTS: List = List::sentence("name-joint-after-company");

/// Forms of a company that stand before its name: `Cie. Financière`.
static BEFORE_NAME: List = List::sentence("company-before-name");

/// T1: UAX #29 has it as SB8a; a possessive after a space does the same: `Acme Inc. 's`.
fn t1(c: &Context) -> Option<bool> {
    let possessive = c.opening.ends_with(['\'', '’']) && POSSESSIVE.has(c.first);
    (possessive || c.rest().starts_with([',', ';', ':', '/', '%', '='])).then_some(false)
}

/// T2: the space was lost in `went home.The next day`, but not in `U.S`, `Node.JS`, `www.Example.com/News`.
fn t2(c: &Context) -> Option<bool> {
    if !c.gap().is_empty() || !c.is_stop() {
        return None;
    }
    let plain = c.last.chars().all(char::is_alphanumeric) && c.abbreviation.is_none();
    let long = c.last.len() > 1 && !matches!(c.last_shape, Shape::Capitals | Shape::Dotted);
    let begins = c.first_shape == Shape::Capital && c.first_is_whole();
    Some(plain && long && begins)
}

/// T3: `stairways [...] (Li 55)`.
fn t3(c: &Context) -> Option<bool> {
    let alone = c.words.get(..c.at.marks.start).is_some_and(|before| before.ends_with(['[', '(']));
    let begins = c.opening.is_empty() && c.first_shape == Shape::Capital;
    (alone && !begins && c.closing().starts_with([']', ')'])).then_some(false)
}

/// T4: `1. The mayor`, `iv. Costs`, `2.1. Methods`, `Figure 3. Rainfall`.
fn t4(c: &Context) -> Option<bool> {
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

/// T5: `Acme Inc. said`, `the U.S. “war on drugs”`, `the U. S. for`, `(It failed.) for years`, `“Why?” asked`.
fn t5(c: &Context) -> Option<bool> {
    let small = c.first_shape == Shape::Small;
    let closed = c.closing().ends_with([')', ']', '"', '”', '’', '\'', '`']);
    let short = c.abbreviation.is_some() || matches!(c.last_shape, Shape::Initial | Shape::Dotted);
    let apart = matches!(c.opening, "“" | "‘" | "\"" | "``");
    let runs_on = c.is_stop() && short && (apart || c.opening.is_empty());
    (small && (runs_on || closed && c.opening.is_empty())).then_some(false)
}

/// T6: `Gov. Ng`, `Geo. Li`, `Mt. Hood`.
fn t6(c: &Context) -> Option<bool> {
    use Abbreviation::{Name, Prefix, Title};
    let wants = c.is_stop() && matches!(c.abbreviation, Some(Title | Name | Prefix));
    let named = matches!(c.first_shape, Shape::Capital | Shape::Initial | Shape::Mixed);
    // In `Wall St. The` and `5 Ocean Dr. Li` the same letters stand for a street.
    let street = TITLE_OR_STREET.has(c.last)
        && (is_opener(c.first) || shape(c.before_last) == Shape::Number);
    (wants && named && !street && c.closing().is_empty() && c.opening.is_empty()).then_some(false)
}

/// T7: `e.g. Ohio`, `Smith vs. Jones`.
fn t7(c: &Context) -> Option<bool> {
    (c.is_stop() && c.abbreviation == Some(Abbreviation::Link) && !c.at.doubled).then_some(false)
}

/// T8: `No. 10`, `Vol. II`, `Oct. 3`, `Calif. 90210`, `2 lb. 4 oz.`; but a time or `etc.` may end a sentence.
fn t8(c: &Context) -> Option<bool> {
    use Abbreviation::{List, Month, Number, Time, Unit};
    let kind = c.abbreviation.filter(|_| c.is_stop() && c.closing().is_empty())?;
    let roman = is_roman(c.first) && !PRONOUN.has(c.first) && matches!(kind, Number | Month | Unit);
    let number =
        c.first_shape == Shape::Number && c.opening.is_empty() && !matches!(kind, List | Time);
    (number || roman).then_some(false)
}

/// T9: `J. R. R. Tolkien`, `John L. McAdam`, `W.M. Li`, `J. (Red) Li`; `5 a. m.`, `e. g.`
fn t9(c: &Context) -> Option<bool> {
    use Shape::{Capital, Capitals, Dotted, Initial, Mixed};
    let joined = c.last_shape == Dotted && c.abbreviation.is_none() && c.last.len() == 3;
    let country = c.abbreviation == Some(Abbreviation::Country);
    let initial =
        c.is_stop() && (c.last_shape == Initial && !country || joined) && c.closing().is_empty();
    let nickname = c.opening == "("
        && c.rest().get(1 + c.first.len()..).is_some_and(|rest| rest.starts_with(") "));
    let name = nickname
        || matches!(c.first_shape, Capital | Capitals | Mixed | Initial) && c.opening.is_empty();
    let named = !PRONOUN.has(c.last) || matches!(shape(c.before_last), Capital | Initial | Mixed);
    let opener = is_opener(c.first) && c.first_shape != Initial;
    let halved = c.is_stop() && c.first_is_cut_short() && spelled(&[c.last, c.first]).is_some();
    (halved || initial && name && named && !opener).then_some(false)
}

/// T10: `5 p.m. Monday`, `5 a.m. Oslo time`; `Acme (U.S.A.) Inc.`, `Acme Inc. (Oslo)`.
fn t10(c: &Context) -> Option<bool> {
    let day = WEEKDAYS.has_title_case(c.first) || SHORT_WEEKDAYS.has_title_case(c.first);
    let zone = c.first_shape == Shape::Capitals && TIME_ZONES.has_any_case(c.first)
        || ZONE_NAMES.has(c.first)
        || AFTER_PLACE.has(c.second);
    let timed = c.abbreviation == Some(Abbreviation::Time) && (day || zone);
    let form = matches!(abbreviation(c.first), Some(Abbreviation::Company | Abbreviation::Suffix))
        && c.first_shape == Shape::Capital
        && (c.abbreviation.is_some() || c.last_shape == Shape::Initial);
    let aside = c.abbreviation.is_some() && c.opening == "(" && c.closing().is_empty();
    (c.is_stop() && (timed || form || aside)).then_some(false)
}

/// T11: a time may also open what is quoted: `“In 44 B.C. Rome`. Before an opener such as `The` it may end.
fn t11(c: &Context) -> Option<bool> {
    let timed = c.is_stop() && c.abbreviation == Some(Abbreviation::Time) && c.closing().is_empty();
    let opener = is_opener(c.first) && !PRONOUN.has(c.first) && c.opening.is_empty();
    if !timed || opener {
        return None;
    }
    let near = near_end(c.lead, LONGEST_TIME);
    let colon = near.as_bytes().windows(2).rposition(|pair| pair == b": ").map_or(0, |at| at + 2);
    let near = near.get(colon..).unwrap_or_default();
    let said = near.rsplit(['“', '"', '‘', '(']).next().unwrap_or_default();
    (said.len() < LONGEST_TIME && says_when(said)).then_some(false)
}

/// The longest time that opens a sentence, in bytes.
const LONGEST_TIME: usize = 60;

/// T12: the full stop ends the sentence in `cut here. . . . The rest`, and so do four dots in one: `meant
/// that.... She left`. Dots before a small letter are a pause: `well ... no`.
fn t12(c: &Context) -> Option<bool> {
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

/// T13: `“Why?” Ms. Li asked`.
fn t13(c: &Context) -> Option<bool> {
    let quoted = c.closing().ends_with(['"', '”', '\'', '’']) && !c.is_stop();
    let said = matches!(c.speech_ahead(), 2..=4) && (PRONOUN.has(c.first) || !is_opener(c.first));
    (quoted && said && c.first_shape == Shape::Capital && c.opening.is_empty()).then_some(false)
}

/// T14: `went home. The next day`, also after the dash of a dialogue: `Will it rain? – It may.`
fn t14(c: &Context) -> Option<bool> {
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

/// T15: `Acme Inc. The`, `at Acme Inc. “We`, `in the U.S. Does`; likewise after an initial, `got a C. She`, or
/// a pause, `waited ... The`; after a unit any capital begins one.
fn t15(c: &Context) -> Option<bool> {
    use Abbreviation::{Body, Company, Country, List, State, Suffix, Time, Unit};
    let kind = c.abbreviation.filter(|_| c.is_stop());
    let may = matches!(kind, Some(Body | Company | Country | List | State | Suffix | Time | Unit));
    let initial = c.is_stop() && c.last_shape == Shape::Initial && c.first.len() > 2;
    let opens = matches!(c.opening, "" | "“" | "\"" | "``" | "‘");
    let begins = c.first_shape == Shape::Capital && opens;
    let pause = c.marks().starts_with("..") && c.first.len() > 2;
    let opener = (may || initial || pause) && is_opener(c.first);
    (begins && (opener || kind == Some(Unit) && c.opening.is_empty())).then_some(true)
}

/// T16: `[see the page. 42]`.
fn t16(c: &Context) -> Option<bool> {
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

/// T17: `sold Yahoo! before`.
fn t17(c: &Context) -> Option<bool> {
    let named = c.last_shape == Shape::Capital && c.lead.len() > c.last.len();
    let marked = matches!(c.marks(), "!" | "?") && c.closing().is_empty();
    (named && marked && c.first_shape == Shape::Small && c.opening.is_empty()).then_some(false)
}

/// T18: `at Brandt & Co. Trading dried up`; but in `Brandt Co. Chairman Ida Berg` and `Adler Bros. Records
/// said` the word belongs to the name, as in `Cie. Financière de Lyon`.
fn t18(c: &Context) -> Option<bool> {
    let company = c.is_stop() && c.abbreviation == Some(Abbreviation::Company);
    let begins = c.first_shape == Shape::Capital && shape(c.second) == Shape::Small;
    let joined = OFFICES.has(c.first) || JOINTS.has(c.second);
    (company && begins && c.opening.is_empty() && !joined).then_some(!BEFORE_NAME.has(c.last))
}

/// The last `len` bytes of `words` at most, so that the time stays linear in a long sentence.
fn near_end(words: &str, len: usize) -> &str {
    words.get(words.ceil_char_boundary(words.len().saturating_sub(len))..).unwrap_or_default()
}

impl Context<'_> {
    /// Whether `first` is a single letter with its own full stop.
    fn first_is_cut_short(&self) -> bool {
        let after = self.rest().get(self.first.len()..).unwrap_or_default();
        self.opening.is_empty() && self.gap() == " " && after.starts_with('.')
    }

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
