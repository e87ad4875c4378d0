//! Owns the context of a candidate: the words and marks around it that the tailorings and the model read.

use crate::{
    lexicon::list::List,
    sentence::{
        abbreviation::{Abbreviation, abbreviation, spelled},
        candidate::Candidate,
    },
    text::span::Span,
};

/// How a word is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// A mark or the end of the block, and no word.
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
    /// `12`, `1990s`: the first character is a digit.
    Number,
    /// `McCoy`, `iPhone`: anything else.
    Mixed,
}

/// What stands around a candidate.
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
    /// The sentence up to the marks.
    pub lead: &'t str,
    /// The first word after, past opening marks.
    pub first: &'t str,
    /// The word after that.
    pub second: &'t str,
    /// How `last` is written.
    pub last_shape: Shape,
    /// How `first` is written.
    pub first_shape: Shape,
    /// What `last` is short for, if it is.
    pub abbreviation: Option<Abbreviation>,
    /// The marks between the white space and `first`.
    pub opening: &'t str,
}

/// The longest word that is read whole, in bytes, so that the time stays linear.
const LONGEST: usize = 32;

impl<'t> Context<'t> {
    /// Reads the surroundings of a candidate in `words`, its block; the sentence began at `start`.
    pub fn new(words: &'t str, at: Candidate, start: usize) -> Self {
        let end = word_end(words, at.marks);
        let last = last_word(words, end);
        let gap = words.get(..end - last.len()).unwrap_or_default();
        let before_last = word_before(words, gap.trim_end_matches([' ', '\n', '-', '.']).len());
        let rest = words.get(at.next..).unwrap_or_default();
        let opening = opening(rest);
        let first = word_after(words, at.next + opening.len());
        let second = word_after(words, at.next + opening.len() + first.len() + 1);
        let after = rest.get(opening.len() + first.len()..).unwrap_or_default();
        let mut context = Self {
            words,
            at,
            last,
            before_last,
            lead: words.get(start..end).unwrap_or_default(),
            first,
            second,
            last_shape: shape(last),
            // The pronoun and the article are words, not initials.
            first_shape: match shape(first) {
                Shape::Initial if WORDS_OF_ONE_LETTER.has(first) && !after.starts_with('.') => {
                    Shape::Capital
                }
                shape => shape,
            },
            abbreviation: None,
            opening,
        };
        let counted = shape(before_last) == Shape::Number;
        let apart = spelled_before(words, gap, before_last, last);
        context.abbreviation = match apart.or_else(|| abbreviation(without_count(last))) {
            Some(Abbreviation::Prefix) if counted => Some(Abbreviation::Unit),
            kind => kind.filter(|kind| context.stands_for(*kind)),
        };
        context
    }

    /// Whether the last word can be an abbreviation of this kind here: `No. 5` but not `“No. He`.
    fn stands_for(&self, kind: Abbreviation) -> bool {
        use Abbreviation::{Day, Link, Month, Name, Number, State, Street, Time, Unit};
        let counted = shape(self.before_last) == Shape::Number;
        match kind {
            Link => self.last_shape != Shape::Initial,
            Unit => {
                // Two units in a row: `6 fl. oz.`, `ten sq. ft.`
                let unit = |word| matches!(abbreviation(word), Some(Unit | Abbreviation::Prefix));
                counted || self.last.contains('.') || unit(self.before_last) || unit(self.first)
            }
            Number => {
                matches!(self.first_shape, Shape::Number | Shape::Initial) || is_roman(self.first)
            }
            Day | Month | Name | State | Street => self.last.starts_with(char::is_uppercase),
            // An era has its year beside it; without one, the letters are initials: `says A.D. Li`.
            Time if self.last.starts_with(char::is_uppercase) && ERAS.has(self.last) => {
                counted || self.first_shape == Shape::Number
            }
            _ => true,
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

    /// How many words follow up to a verb of saying and including it, before any mark; 0 for no verb.
    ///
    /// It is 3 in `“Why?” Ms. Li asked` and 0 in `“Why?” The room fell silent.`
    pub fn speech_ahead(&self) -> u32 {
        if self.closing().is_empty() && self.is_stop() {
            return 0;
        }
        let ahead = self.rest().split([' ', '\n']).take(6);
        let mut open = true;
        for (n, part) in (1..).zip(ahead) {
            let bare = part.trim_end_matches([',', '.', ':']);
            if open && SPEECH_VERBS.has(bare) {
                return n;
            }
            let titled = part.ends_with('.') && part.len() < 6;
            open &= titled || !part.ends_with(['.', '!', '?', ';', ':', '"', '”']);
        }
        0
    }
}

/// The pronoun that looks like an initial and a Roman numeral.
pub static PRONOUN: List = List::sentence("pronoun-i");

/// The capitals that are words of one letter.
static WORDS_OF_ONE_LETTER: List = List::sentence("article-or-pronoun");

/// Verbs of saying after a quotation.
static SPEECH_VERBS: List = List::sentence("speech-ahead");

/// Eras, which look like initials.
static ERAS: List = List::sentence("era");

/// A word without a number glued to its start: `a.m` of `6a.m`.
fn without_count(word: &str) -> &str {
    let bare = word.trim_start_matches(|c: char| c.is_ascii_digit());
    if bare.contains('.') && !bare.starts_with('.') { bare } else { word }
}

/// Whether `word` is a Roman numeral.
pub fn is_roman(word: &str) -> bool {
    !word.is_empty() && word.bytes().all(|b| matches!(b, b'I' | b'V' | b'X' | b'L'))
}

/// The marks at the start of `rest`, with the spaces between them.
fn opening(rest: &str) -> &str {
    prefix(rest, |c| is_opening(c) || c == ' ')
}

fn is_opening(c: char) -> bool {
    matches!(
        c,
        '"' | '\''
            | '“'
            | '”'
            | '‘'
            | '«'
            | '»'
            | '‹'
            | '›'
            | '„'
            | '‚'
            | '「'
            | '『'
            | '('
            | '['
            | '{'
            | ')'
            | '¿'
            | '¡'
            | '`'
    ) || matches!(
        c,
        '-' | '–' | '—' | '•' | '*' | '·' | '⁃' | '#' | '@' | '$' | '€' | '£' | '.' | '…'
    )
}

fn is_wordy(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '.' | '\'' | '’' | '&' | '_' | '@' | '°' | '/')
}

/// Where the word before the marks ends; a space may stand between in text that was cut up into words: `Mr . Li`.
fn word_end(words: &str, marks: Span) -> usize {
    let before = words.get(..marks.start).unwrap_or_default();
    let apart = before.strip_suffix(' ').filter(|_| marks.len() == 1);
    apart.map_or(before.len(), str::len)
}

/// The word that ends at `end`; of two words without a space between them the second if it is an
/// abbreviation: `Tuesday.Mr`.
fn last_word(words: &str, end: usize) -> &str {
    let word = word_before(words, end);
    let word = match word.rsplit_once('/') {
        Some((_, tail)) if abbreviation(tail).is_some() => tail,
        _ => word,
    };
    match word.rsplit_once('.') {
        Some((_, tail))
            if tail.len() > 1 && abbreviation(word).is_none() && abbreviation(tail).is_some() =>
        {
            tail
        }
        _ => word,
    }
}

/// What letters written apart are short for that end with `last`, after `gap`: `U. S.`, `U. A. E.`
fn spelled_before(words: &str, gap: &str, before_last: &str, last: &str) -> Option<Abbreviation> {
    let before = gap.strip_suffix(". ")?.strip_suffix(before_last)?;
    let third = before.strip_suffix(". ").map(|before| word_before(words, before.len()));
    let three = third.and_then(|third| spelled(&[third, before_last, last]));
    three.or_else(|| spelled(&[before_last, last]))
}

/// The word that ends at `at`, with its inner marks: `U.S`, `D.C`, `o’clock`.
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

/// How `word` is written.
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

/// The last `len` bytes of `words` at most, so that the time stays linear in a long sentence.
pub fn near_end(words: &str, len: usize) -> &str {
    words.get(words.ceil_char_boundary(words.len().saturating_sub(len))..).unwrap_or_default()
}
