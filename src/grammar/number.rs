//! Owns numbers: counts, money, percentages, measures, dates and ranks, as spans of tokens.
//!
//! Leaves what a number means for a claim to `claim/`.

use std::ops::Range;

use crate::{
    grammar::word::{self, Class, Words},
    lexicon::list::List,
};

/// Words before a period that make a date: `last week`.
static PERIOD_DETERMINERS: List = List::named("period-determiner");

/// Short and full names of months that are other words too.
static MONTH_WORDS: List = List::named("month-also-word");

/// Words before a month or a year.
static BEFORE_DATE: List = List::named("before-date");

/// Points after a percentage: `90 percentage points`.
static POINTS: List = List::named("percentage-point");

static PER: List = List::named("preposition-of-reference");
static CENT: List = List::named("per-cent");

/// Currencies that are other words too: `has won`.
static CURRENCY_WORDS: List = List::named("currency-also-word");

static ONE: List = List::named("number-one");

/// Units that `one` does not count: `one day`.
static UNCOUNTED: List = List::named("uncounted-unit");

/// Words after a measure of time that make a date: `three years ago`.
static DISTANCES: List = List::named("time-distance");

static OLD: List = List::named("age-old");

/// What follows the digits of a decade or a time.
static DATE_SUFFIXES: List = List::named("date-suffix");

static RANK_SUFFIXES: List = List::named("rank-suffix");
static SCALE_SUFFIXES: List = List::named("scale-suffix");

/// The halves of a day after a number: `5 p.m.`
static DAY_HALVES: List = List::named("day-half");

static INDEFINITE: List = List::named("indefinite-article");
static HALF: List = List::named("half");
static AFTER_HALF: List = List::named("after-half");
static FRACTIONS: List = List::named("fraction-word");

/// What follows `dozens` as a number.
static AFTER_DOZENS: List = List::named("after-dozens");

/// Words before a rank: `the third`.
static BEFORE_RANK: List = List::named("before-rank");

/// A number with the words that belong to it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Number {
    /// Its tokens, as indices into the document's tokens.
    pub tokens: Range<usize>,
    /// What it counts.
    pub kind: NumberKind,
}

/// What a number counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NumberKind {
    /// `1,200`, `dozens`, `two-thirds`.
    Count,
    /// `$3.2 million`.
    Money,
    /// `90%`.
    Percent,
    /// `12 km`, `15-year-old`.
    Measure,
    /// `May 8`, `last week`, `2015`.
    Date,
    /// `the third`.
    Rank,
}

/// The numbers among some tokens, in order.
#[cfg(test)]
pub fn numbers(words: &Words, tokens: Range<usize>) -> impl Iterator<Item = Number> {
    let mut at = tokens.start;
    std::iter::from_fn(move || {
        while at < tokens.end {
            let found = number_at(words, at, tokens.end);
            at = found.as_ref().map_or(at + 1, |number| number.tokens.end);
            if found.is_some() {
                return found;
            }
        }
        None
    })
}

/// The number that opens with token `at`.
pub fn number_at(words: &Words, at: usize, end: usize) -> Option<Number> {
    let found = Reader { words, at, end };
    let (end, kind) = found.money().or_else(|| found.date()).or_else(|| found.figure())?;
    Some(Number { tokens: at..end, kind })
}

struct Reader<'w, 'd, 't> {
    words: &'w Words<'d, 't>,
    at: usize,
    end: usize,
}

type Found = Option<(usize, NumberKind)>;

impl Reader<'_, '_, '_> {
    fn has(&self, n: usize, class: Class) -> bool {
        n < self.end && self.words.has(n, class)
    }

    fn is_in(&self, n: usize, list: &List) -> bool {
        n < self.end && list.has(self.words.norm(n))
    }

    fn is(&self, n: usize, mark: &str) -> bool {
        n < self.end && self.words.norm(n) == mark
    }

    /// Money: a currency's sign before a figure, `$3.2 million`.
    fn money(&self) -> Found {
        let sign = || !self.words.norm(self.at).chars().all(char::is_alphabetic);
        let opens = self.has(self.at, Class::Currency) && sign() && self.digits(self.at + 1);
        opens.then(|| (self.scaled(self.at + 2), NumberKind::Money))
    }

    /// A date: `May 8, 2020`, `on Monday`, `last week`. A month that is another word too needs more than its name.
    fn date(&self) -> Found {
        let (n, date) = (self.at, |end| Some((end, NumberKind::Date)));
        if self.has(n + 1, Class::Period) && self.is_in(n, &PERIOD_DETERMINERS) {
            return date(n + 2);
        }
        if self.has(n, Class::Day) || self.has(n, Class::Weekday) && self.words.is_capital(n) {
            return date(n + 1);
        }
        if !self.has(n, Class::Month) || !self.words.is_capital(n) {
            return None;
        }
        let end = self.after_month(n + 1);
        let word = self.is_in(n, &MONTH_WORDS);
        (end > n + 1 || !word || self.follows_preposition(n)).then_some((end, NumberKind::Date))
    }

    fn follows_preposition(&self, n: usize) -> bool {
        n > 0 && BEFORE_DATE.has(self.words.norm(n - 1))
    }

    /// The end of a date whose month ends before `n`: day and year where they follow.
    fn after_month(&self, n: usize) -> usize {
        let day = if self.digits(n) && self.words.norm(n).len() <= 4 { n + 1 } else { n };
        let comma = if day > n && self.is(day, ",") { day + 1 } else { day };
        if self.year(comma) { comma + 1 } else { day }
    }

    /// A figure or a number word, with its unit.
    fn figure(&self) -> Found {
        let n = self.at;
        if self.has(n, Class::Ordinal) {
            return self.rank();
        }
        let end = self.cardinal()?;
        let unit = if self.is(end, "-") { end + 1 } else { end };
        if self.digits(n) && self.has(end, Class::Month) && self.words.is_capital(end) {
            return Some((self.after_month(end + 1), NumberKind::Date));
        }
        if self.has(unit, Class::Percent) {
            let points = usize::from(self.is_in(unit + 1, &POINTS));
            return Some((unit + 1 + points, NumberKind::Percent));
        }
        if self.is_in(unit, &PER) && self.is_in(unit + 1, &CENT) {
            return Some((unit + 2, NumberKind::Percent));
        }
        if self.has(unit, Class::Currency) && !self.is_in(unit, &CURRENCY_WORDS) {
            return Some((unit + 1, NumberKind::Money));
        }
        if self.has(unit, Class::Unit) {
            return self.measure(unit);
        }
        self.bare(end)
    }

    /// A measure: `15-year-old`. `three years ago` is a date; `one day` is neither.
    fn measure(&self, unit: usize) -> Found {
        if self.is_in(self.at, &ONE) && self.is_in(unit, &UNCOUNTED) {
            return None;
        }
        if self.is_in(unit + 1, &DISTANCES) {
            return Some((unit + 2, NumberKind::Date));
        }
        let old = self.is(unit + 1, "-") && self.is_in(unit + 2, &OLD);
        Some((unit + 1 + 2 * usize::from(old), NumberKind::Measure))
    }

    /// A number without a unit: a year by its context, else a count.
    fn bare(&self, end: usize) -> Found {
        let n = self.at;
        let suffix = if self.digits(n) { suffix(self.words.norm(n)) } else { "" };
        let kind = match suffix {
            "" if self.stands_as_year() => NumberKind::Date,
            "" => NumberKind::Count,
            _ if DATE_SUFFIXES.has(suffix) => NumberKind::Date,
            _ if RANK_SUFFIXES.has(suffix) => NumberKind::Rank,
            _ if SCALE_SUFFIXES.has(suffix) => NumberKind::Count,
            _ if word::classes(suffix).has(Class::Unit) => NumberKind::Measure,
            _ => return None,
        };
        let clock = self.is_in(end, &DAY_HALVES);
        if clock { Some((end + 1, NumberKind::Date)) } else { Some((end, kind)) }
    }

    fn stands_as_year(&self) -> bool {
        let n = self.at;
        let opens = n == 0 || self.follows_preposition(n) || !self.words.tag(n + 1).is_noun();
        self.year(n) && opens
    }

    /// The end of the number proper: `1.2 million`, `twenty-five`, `two-thirds`, `a dozen`.
    fn cardinal(&self) -> Option<usize> {
        let n = self.at;
        if self.digits(n) {
            return Some(self.scaled(n + 1));
        }
        if self.has(n, Class::Cardinal) {
            let joined = self.is(n + 1, "-")
                && (self.has(n + 2, Class::Cardinal) || self.has(n + 2, Class::Fraction));
            let end = self.scaled(if joined { n + 3 } else { n + 1 });
            let counts = end > n + 1 || self.counts(n + 1) || !self.is_in(n, &ONE);
            return counts.then_some(end);
        }
        if self.has(n + 1, Class::Scale)
            && self.is_in(n, &INDEFINITE)
            && self.words.norm(n + 1).len() > 2
        {
            return Some(self.scaled(n + 2));
        }
        let half = self.is_in(n, &HALF) && self.is_in(n + 1, &AFTER_HALF);
        let part = half || self.is_in(n, &FRACTIONS);
        let dozens = self.has(n, Class::Dozens) && self.is_in(n + 1, &AFTER_DOZENS);
        (part || dozens).then_some(n + 1)
    }

    /// Whether `one` before token `n` counts: before a unit or a percentage.
    fn counts(&self, n: usize) -> bool {
        self.has(n, Class::Percent) || self.has(n, Class::Unit)
    }

    fn scaled(&self, n: usize) -> usize {
        if self.has(n, Class::Scale) && self.words.norm(n).len() > 1 {
            self.scaled(n + 1)
        } else {
            n
        }
    }

    /// A rank, which has a determiner before it and a word after it: `the third quarter`.
    fn rank(&self) -> Found {
        let n = self.at;
        let opens = n > 0 && BEFORE_RANK.has(self.words.norm(n - 1));
        let word = self.words.text(n + 1).starts_with(char::is_alphabetic) || self.is(n + 1, "-");
        (opens && word && n + 1 < self.end).then_some((n + 1, NumberKind::Rank))
    }

    fn digits(&self, n: usize) -> bool {
        n < self.end
            && self.words.norm(n).trim_start_matches('.').starts_with(|c: char| c.is_ascii_digit())
    }

    fn year(&self, n: usize) -> bool {
        n < self.end
            && self.words.norm(n).parse::<u16>().is_ok_and(|year| (1500..2100).contains(&year))
    }
}

/// The letters after the digits of a figure: `bn` in `3.2bn`.
fn suffix(norm: &str) -> &str {
    norm.trim_start_matches(|c: char| c.is_ascii_digit() || ".,:/-+".contains(c))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_found_where_the_golden_file_marks_them() {
        crate::grammar::cases::check(
            include_str!("../../tests/golden/numbers/numbers.txt"),
            |words| {
                let all = 0..words.document().tokens().len();
                let role = |kind| match kind {
                    NumberKind::Count => "count",
                    NumberKind::Money => "money",
                    NumberKind::Percent => "percent",
                    NumberKind::Measure => "measure",
                    NumberKind::Date => "date",
                    NumberKind::Rank => "rank",
                };
                numbers(words, all)
                    .map(|n| (words.document().span(n.tokens), role(n.kind)))
                    .collect()
            },
        );
    }
}
