//! Owns the tailorings about a full stop that ends an abbreviation or an initial.
//!
//! `tailoring` holds the table of all tailorings, with what each of these does, and asks them.

use crate::{
    lexicon::{list::List, opener::is_opener},
    sentence::{
        abbreviation::{Abbreviation, abbreviation, spelled},
        context::{Context, PRONOUN, Shape, is_roman, near_end, shape},
        moment::says_when,
    },
    text::calendar::{MONTHS, SHORT_WEEKDAYS, TIME_ZONES, WEEKDAYS, is_month},
};

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

/// T5: a small letter continues the sentence: `Acme Inc. said`, `the U.S. “war on drugs”`, `(It failed.) for
/// years`, `“Why?” asked`.
pub fn small_after(c: &Context) -> Option<bool> {
    let small = c.first_shape == Shape::Small;
    let closed = c.closing().ends_with([')', ']', '"', '”', '’', '\'', '`']);
    let short = c.abbreviation.is_some() || matches!(c.last_shape, Shape::Initial | Shape::Dotted);
    let apart = matches!(c.opening, "“" | "‘" | "\"" | "``");
    let runs_on = c.is_stop() && short && (apart || c.opening.is_empty());
    (small && (runs_on || closed && c.opening.is_empty())).then_some(false)
}

/// T6: a name belongs to the title before it: `Gov. Ng`, `Geo. Li`, `Mt. Hood`.
pub fn title(c: &Context) -> Option<bool> {
    use Abbreviation::{Name, Prefix, Title};
    let wants = c.is_stop() && matches!(c.abbreviation, Some(Title | Name | Prefix));
    let named = matches!(c.first_shape, Shape::Capital | Shape::Initial | Shape::Mixed);
    // The same letters stand for a street in `on Wall St. The` and `on 5th St. Dr. Li`.
    let street = TITLE_OR_STREET.has(c.last)
        && (is_opener(c.first) || shape(c.before_last) == Shape::Number);
    (wants && named && !street && c.closing().is_empty() && c.opening.is_empty()).then_some(false)
}

/// T7: something must follow: `e.g. Ohio`, `Smith vs. Jones`; but `But` and `He` lead on from nothing: `and also
/// i.e. But see`.
pub fn link(c: &Context) -> Option<bool> {
    let link = c.is_stop() && c.abbreviation == Some(Abbreviation::Link) && !c.at.doubled;
    // `Like Rome, e.g. The` goes on, `the lease said e.g. The` does not.
    let before = c.lead.strip_suffix(c.last).unwrap_or_default().trim_end();
    let apart = before.ends_with([',', '(', '[', ';', ':', '—', '–']);
    let opener = AFTER_LINK.has(c.first) || is_opener(c.first) && !apart && !before.is_empty();
    let ends = c.last.contains('.') && opener && c.opening.is_empty();
    link.then_some(ends)
}

/// The letter of a bill before its number.
static BILLS: List = List::sentence("bill-letter");

/// T8: a number belongs to the abbreviation before it, `No. 10`, `Vol. II`, `Oct. 3`, `Calif. 90210`, `2 lb. 4
/// oz.`, and to the letter of a bill, `S. 90`; but a time or `etc.` may end a sentence.
pub fn numbered(c: &Context) -> Option<bool> {
    use Abbreviation::{List, Month, Number, Time, Unit};
    let bill = c.is_stop() && BILLS.has(c.last) && !is_lettered(c) && c.closing().is_empty();
    if bill && c.first_shape == Shape::Number && c.opening.is_empty() {
        return Some(false);
    }
    let kind = c.abbreviation.filter(|_| c.is_stop() && c.closing().is_empty())?;
    let roman = is_roman(c.first) && !PRONOUN.has(c.first) && matches!(kind, Number | Month | Unit);
    let number =
        c.first_shape == Shape::Number && c.opening.is_empty() && !matches!(kind, List | Time);
    (number || roman).then_some(false)
}

/// T9: initials belong to the name or nickname after them, `J. R. R. Tolkien`, `W.M. Li`, `J. (Red) Li`, and a
/// letter of an abbreviation to the next: `5 a. m.`
pub fn initials(c: &Context) -> Option<bool> {
    use Shape::{Capital, Capitals, Dotted, Initial, Mixed};
    let joined = c.last_shape == Dotted && c.abbreviation.is_none() && are_initials(c.last);
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
    let lettered = c.last_shape == Initial && is_lettered(c);
    (halved || initial && name && named && !opener && !lettered).then_some(false)
}

/// Whether `word` is two letters or up to four capitals with full stops between them: `W.M`, `J.R.R`, `S.p`.
fn are_initials(word: &str) -> bool {
    let single = |part: &str| part.len() == 1 && part.bytes().all(|b| b.is_ascii_uppercase());
    word.len() == 3 || word.len() < 8 && word.split('.').all(single)
}

/// Things that are told apart by a letter: `vitamin D`, `Terminal B`.
static LETTERED: List = List::sentence("lettered-thing");

/// First names with a letter for a surname: `Malcolm X`.
static LETTER_FOR_NAME: List = List::sentence("letter-for-surname");

/// The letters that stand for a surname.
static SURNAME_LETTERS: List = List::sentence("surname-letter");

/// Whether the letter before the mark is no initial, by the word before it.
fn is_lettered(c: &Context) -> bool {
    let named = LETTER_FOR_NAME.has(c.before_last) && SURNAME_LETTERS.has(c.last);
    named || LETTERED.has_any_case(c.before_last)
}

/// T10: a day or a zone belongs to the time before it, `5 p.m. Monday`, `5 a.m. Oslo time`; a form or an aside
/// to the company before it, `Acme (U.S.A.) Inc.`, `Acme Inc. (Oslo)`.
pub fn time_zone(c: &Context) -> Option<bool> {
    let day = WEEKDAYS.has_title_case(c.first) || SHORT_WEEKDAYS.has_title_case(c.first);
    let zone = c.first_shape == Shape::Capitals && TIME_ZONES.has_any_case(c.first)
        || ZONE_NAMES.has(c.first)
        || AFTER_PLACE.has(c.second);
    let timed =
        c.abbreviation == Some(Abbreviation::Time) && (day || zone || c.first_is_dated_month());
    let form = matches!(abbreviation(c.first), Some(Abbreviation::Company | Abbreviation::Suffix))
        && c.first_shape == Shape::Capital
        && (c.abbreviation.is_some() || c.last_shape == Shape::Initial);
    let aside = c.abbreviation.is_some() && is_aside(c.opening) && c.closing().is_empty();
    (c.is_stop() && (timed || form || aside || is_ordinal(c))).then_some(false)
}

/// Whether `opening` begins an aside: `Acme Inc. (Oslo)`, `Acme Inc. (“the firm”)`, `Acme Inc. [sic]`.
fn is_aside(opening: &str) -> bool {
    matches!(opening, "(" | "(“" | "(\"" | "(‘" | "[")
}

/// Words before an ordinal that ends what it belongs to: `on the 23rd. May was wet`.
static ARTICLES: List = List::sentence("article-before-ordinal");

/// What has an ordinal in front of it elsewhere: `2. Bundesliga`.
static COUNTED: List = List::sentence("noun-after-ordinal");

/// Whether an article or an owner stands before an ordinal of another language, or the noun tells one: `the 3. Liga`, `Vienna’s 7. Bezirk`.
fn is_foreign_ordinal(c: &Context) -> bool {
    const HIGHEST: u32 = 31;
    let low = c.last.parse::<u32>().is_ok_and(|number| (1..=HIGHEST).contains(&number));
    let held = ARTICLES.has_any_case(c.before_last)
        || c.before_last.ends_with(['s', 'S']) && c.before_last.contains(['\'', '’']);
    let noun = COUNTED.has(c.first) || held && !is_opener(c.first);
    low && noun && c.opening.is_empty() && c.closing().is_empty()
}

/// Whether a day with a full stop too many stands before its month, `on 23rd. May`, or an ordinal before what it counts.
fn is_ordinal(c: &Context) -> bool {
    if is_foreign_ordinal(c) {
        return true;
    }
    let ordinal = c.last_shape == Shape::Number && ORDINAL_ENDINGS.ends(c.last);
    let month = MONTHS.has(&c.first.to_ascii_lowercase()) && c.first_shape == Shape::Capital;
    ordinal && month && c.opening.is_empty() && !ARTICLES.has(c.before_last)
}

/// How ordinals end.
static ORDINAL_ENDINGS: List = List::sentence("ordinal-ending");

/// Words that begin a sentence even after `i.e.`
static AFTER_LINK: List = List::sentence("opener-after-link");

/// T11: a time that opens a sentence or a quotation does not end it: `At 5 a.m. Mr. Li`, `“In 44 B.C. Rome`.
/// Before an opener such as `The` it may.
pub fn opening_time(c: &Context) -> Option<bool> {
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

/// T15: an opener begins a sentence after an abbreviation, `Acme Inc. The`, `at Acme Inc. “We`, an initial, `got
/// a C. She`, or a pause, `waited ... The`; after a unit any capital does.
pub fn abbreviation_end(c: &Context) -> Option<bool> {
    use Abbreviation::{Body, Company, Country, List, State, Suffix, Time, Unit};
    let kind = c.abbreviation.filter(|_| c.is_stop());
    let may = matches!(kind, Some(Body | Company | Country | List | State | Suffix | Time | Unit));
    let initial = c.is_stop() && c.last_shape == Shape::Initial && c.first.len() > 2;
    let opens = matches!(c.opening, "" | "“" | "\"" | "``" | "‘");
    let begins = c.first_shape == Shape::Capital && opens;
    let pause = c.marks().starts_with("..") && c.first.len() > 2;
    let opener = (may || initial || pause) && is_opener(c.first);
    let lettered = initial && is_lettered(c);
    (begins && (opener || lettered || kind == Some(Unit) && c.opening.is_empty())).then_some(true)
}

/// T18: a capital and then a small word begin a sentence, `at Brandt & Co. Trading dried up`; but in `Brandt Co.
/// Chairman Ida Berg` and `Adler Bros. Records said` the word belongs to the name.
pub fn company_end(c: &Context) -> Option<bool> {
    let company = c.is_stop() && c.abbreviation == Some(Abbreviation::Company);
    let begins = c.first_shape == Shape::Capital && shape(c.second) == Shape::Small;
    let joined = OFFICES.has(c.first) || JOINTS.has(c.second);
    (company && begins && c.opening.is_empty() && !joined).then_some(!BEFORE_NAME.has(c.last))
}

impl Context<'_> {
    /// Whether `first` is a month and its day follows: `7 p.m. Oct. 12`.
    fn first_is_dated_month(&self) -> bool {
        let after = self.rest().get(self.first.len()..).unwrap_or_default();
        let day = after.trim_start_matches(['.', ' ']).starts_with(|c: char| c.is_ascii_digit());
        let month =
            self.first_shape == Shape::Capital && is_month(&self.first.to_ascii_lowercase());
        month && day && self.opening.is_empty()
    }

    /// Whether `first` is a single letter with its own full stop.
    fn first_is_cut_short(&self) -> bool {
        let after = self.rest().get(self.first.len()..).unwrap_or_default();
        self.opening.is_empty() && self.gap() == " " && after.starts_with('.')
    }
}
