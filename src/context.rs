//! Owns the context of a candidate: the words and marks around it, as the tailorings and the model
//! see them.

use crate::{
    abbreviation::{Abbreviation, abbreviation},
    candidate::Candidate,
};

/// How a word looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// There is no word, but a mark or an end.
    None,
    /// `word`
    Small,
    /// `Word`
    Capital,
    /// `WORD`
    Capitals,
    /// `W`
    Initial,
    /// `U.S`: letters with full stops between them.
    Dotted,
    /// `12`, `1990s`: what opens with a digit.
    Number,
    /// `McCoy`, `iPhone`: anything else.
    Mixed,
}

/// What stands around a candidate.
#[allow(dead_code, reason = "the model reads what the tailorings leave")]
#[derive(Clone, Copy, Debug)]
pub struct Context<'t> {
    /// The block.
    pub words: &'t str,
    /// Where the marks stand.
    pub at: Candidate,
    /// The word before the marks.
    pub last: &'t str,
    /// The word before that.
    pub before_last: &'t str,
    /// The first word after, past opening marks.
    pub first: &'t str,
    /// The word after that.
    pub second: &'t str,
    /// How `last` looks.
    pub last_shape: Shape,
    /// How `first` looks.
    pub first_shape: Shape,
    /// What `last` is short for, if it is.
    pub abbreviation: Option<Abbreviation>,
    /// The marks between the white space and `first`.
    pub opening: &'t str,
}

/// No word is read further than this, so that time stays linear.
const LONGEST: usize = 32;

impl<'t> Context<'t> {
    /// Reads the surroundings of a candidate in `words`, its block.
    pub fn new(words: &'t str, at: Candidate) -> Self {
        let last = word_before(words, at.marks.start);
        let gap = words.get(..at.marks.start - last.len()).unwrap_or_default();
        let before_last = word_before(words, gap.trim_end_matches([' ', '\n', '-']).len());
        let rest = words.get(at.next..).unwrap_or_default();
        let opening = prefix(rest, is_opening);
        let first = word_after(words, at.next + opening.len());
        let second = word_after(words, at.next + opening.len() + first.len() + 1);
        Self {
            words,
            at,
            last,
            before_last,
            first,
            second,
            last_shape: shape(last),
            first_shape: shape(first),
            abbreviation: abbreviation(last),
            opening,
        }
    }

    /// The terminal marks.
    pub fn marks(&self) -> &'t str {
        self.at.marks.of(self.words)
    }

    /// The closing marks between the terminal marks and the end.
    pub fn closing(&self) -> &'t str {
        self.words.get(self.at.marks.end..self.at.end).unwrap_or_default()
    }

    /// The white space between the end and what follows.
    pub fn gap(&self) -> &'t str {
        self.words.get(self.at.end..self.at.next).unwrap_or_default()
    }

    /// What follows the white space.
    pub fn rest(&self) -> &'t str {
        self.words.get(self.at.next..).unwrap_or_default()
    }

    /// Whether the candidate is a single full stop.
    pub fn is_stop(&self) -> bool {
        self.marks() == "."
    }
}

fn is_opening(c: char) -> bool {
    matches!(c, '"' | '\'' | '“' | '‘' | '«' | '‹' | '„' | '‚' | '(' | '[' | '{' | '¿' | '¡' | '`')
        || matches!(c, '-' | '–' | '—' | '•' | '*' | '·' | '⁃' | '#' | '@' | '$' | '€' | '£')
}

fn is_wordy(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '.' | '\'' | '’' | '&' | '_' | '@' | '°')
}

/// The word that ends at `at`, with its inner full stops: `U.S`, `D.C`, `o’clock`.
fn word_before(words: &str, at: usize) -> &str {
    let mut from = at;
    for c in words.get(..at).unwrap_or_default().chars().rev() {
        if !is_wordy(c) || at - from > LONGEST {
            break;
        }
        from -= c.len_utf8();
    }
    words.get(from..at).unwrap_or_default().trim_start_matches(['\'', '’', '.'])
}

fn word_after(words: &str, at: usize) -> &str {
    let rest = words.get(at..).unwrap_or_default();
    prefix(rest, |c| c.is_alphanumeric() || matches!(c, '\'' | '’'))
}

/// The longest start of `words` whose characters all fit.
fn prefix(words: &str, fits: impl Fn(char) -> bool) -> &str {
    let end = words.char_indices().find(|(at, c)| !fits(*c) || *at > LONGEST);
    words.get(..end.map_or(words.len(), |(at, _)| at)).unwrap_or_default()
}

/// How `word` looks.
pub fn shape(word: &str) -> Shape {
    let mut chars = word.chars();
    let Some(first) = chars.next() else { return Shape::None };
    let rest = chars.as_str();
    if first.is_numeric() {
        Shape::Number
    } else if word.contains('.') {
        Shape::Dotted
    } else if !first.is_alphabetic() {
        Shape::Mixed
    } else if rest.is_empty() {
        if first.is_lowercase() { Shape::Small } else { Shape::Initial }
    } else {
        let upper = rest.chars().any(char::is_uppercase);
        let lower = rest.chars().any(char::is_lowercase);
        match (first.is_uppercase(), upper, lower) {
            (true, true, false) => Shape::Capitals,
            (true, false, _) => Shape::Capital,
            (false, false, _) => Shape::Small,
            _ => Shape::Mixed,
        }
    }
}
