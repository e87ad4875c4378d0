//! Owns the names of days and months, which stand once for all stages.
//!
//! Leaves out which words make up a date: that differs between a line, a sentence and a claim.

use crate::lexicon::list::List;

/// The days of the week.
pub static WEEKDAYS: List = List::text("weekday");

/// The days of the week as datelines shorten them, without a full stop.
pub static SHORT_WEEKDAYS: List = List::text("weekday-short");

/// The months.
pub static MONTHS: List = List::named("month");

/// The months whose short form has other than their first three letters.
static SHORT_MONTHS: List = List::named("month-short");

/// The zones of a clock time, such as `EST`.
pub static TIME_ZONES: List = List::text("time-zone");

/// Whether a word in small letters is a month or its first three letters.
pub fn is_month(word: &str) -> bool {
    let named = |month: &&str| *month == word || month.get(..3) == Some(word);
    MONTHS.words().iter().any(named) || SHORT_MONTHS.has(word)
}
