//! Owns the language of a text and of each of its blocks, told by script and by the commonest words.
//!
//! A text counts as English unless it has words of another language and hardly any of English. Leaves out what
//! depends on the language: the boundaries of sentences, a warning.

use std::sync::LazyLock;

use crate::{
    lexicon::{self, Index, LONGEST, in_small_letters, list::List},
    text::script::{self, is_hidden},
};

/// A language that saidso tells from others.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Language {
    /// Too little to tell.
    #[default]
    Unknown,
    /// English.
    English,
    /// German.
    German,
    /// Spanish.
    Spanish,
    /// French.
    French,
    /// Italian.
    Italian,
    /// Portuguese.
    Portuguese,
    /// Dutch.
    Dutch,
    /// Any other, by its BCP 47 code; `und` where it is not English and nothing tells which it is.
    Other(&'static str),
}

/// The languages whose words are known, by their codes; the first have rules of their own.
const LANGUAGES: [(Language, &str); 7] = [
    (Language::English, "en"),
    (Language::German, "de"),
    (Language::Spanish, "es"),
    (Language::French, "fr"),
    (Language::Italian, "it"),
    (Language::Portuguese, "pt"),
    (Language::Dutch, "nl"),
];

/// The languages that are only told by their words, which stand in the lexicon.
const OTHERS: [&str; 41] = [
    "af", "az", "ca", "cs", "cy", "da", "eo", "et", "eu", "fi", "ga", "gd", "gl", "ha", "hr", "ht",
    "hu", "id", "is", "jv", "la", "lb", "lt", "lv", "mg", "mt", "nb", "pl", "ro", "sk", "sl", "so",
    "sq", "sv", "sw", "tl", "tr", "uz", "vi", "yo", "zu",
];

/// The number of languages with words of their own.
const COUNT: usize = LANGUAGES.len() + OTHERS.len();

/// How much of a text is read, in bytes.
const SAMPLE: usize = 8192;

/// The points a word gives to its language; a word of several languages shares them out.
const WORD: usize = 12;

impl Language {
    /// Its BCP 47 code, `und` where it is unknown.
    pub fn code(self) -> &'static str {
        if let Self::Other(code) = self {
            return code;
        }
        LANGUAGES.iter().find(|(language, _)| *language == self).map_or("und", |(_, code)| code)
    }

    /// The language with a BCP 47 code such as `de` or `pt-BR`.
    pub fn from_code(code: &str) -> Self {
        let primary = code.split('-').next().unwrap_or_default();
        let found = LANGUAGES.iter().find(|(_, code)| code.eq_ignore_ascii_case(primary));
        let other = || OTHERS.iter().find(|code| code.eq_ignore_ascii_case(primary));
        let other = || other().map_or(Self::Unknown, |code| Self::Other(code));
        found.map_or_else(other, |(language, _)| *language)
    }

    /// Whether it is known to be another than English.
    pub const fn is_foreign(self) -> bool {
        !matches!(self, Self::English | Self::Unknown)
    }
}

/// The language of `text`, by what stands at its start.
pub fn language(text: &str) -> Language {
    let sample = text.get(..text.floor_char_boundary(SAMPLE)).unwrap_or(text);
    if let Some(code) = script::language(sample) {
        return Language::Other(code);
    }
    let seen = Seen::read(sample);
    match seen.doubts_english() {
        true => seen.best(),
        false if seen.english > 0 => Language::English,
        false => Language::Unknown,
    }
}

/// The language of a block in a text whose language is `whole`: its own, where it has words enough to tell.
pub fn of_block(words: &str, whole: Language) -> Language {
    match language(words) {
        Language::Unknown => whole,
        // A name or a single English word does not make a paragraph English.
        Language::English if whole.is_foreign() && !Seen::read(words).is_surely_english() => whole,
        own => own,
    }
}

/// What the words of a text tell.
#[derive(Debug)]
struct Seen {
    /// The words that begin with a small letter.
    small: usize,
    /// What speaks for English: [`OWN`] for its own words, one for those it shares with another language.
    english: usize,
    /// Those that are another language's or have a letter that English lacks.
    foreign: usize,
    /// Different words of another language that join no parts of names.
    telling: Vec<&'static str>,
    /// Those that may join the parts of a name.
    joints: usize,
    /// The points of each language.
    points: [usize; COUNT],
}

impl Seen {
    fn read(text: &str) -> Self {
        let (small, english, foreign, joints, telling) = (0, 0, 0, 0, Vec::new());
        let mut seen = Self { small, english, foreign, telling, joints, points: [0; COUNT] };
        let parts = text.split_whitespace().filter(|part| !is_address(part));
        let letter = |c: char| c.is_alphabetic() || matches!(c, '’' | '\'') || is_hidden(c);
        let words = parts.flat_map(|part| part.split(move |c| !letter(c)));
        // A single letter may be a formula’s or an initial.
        let told = |word: &&str| word.chars().nth(1).is_some() && !word.contains(is_hidden);
        words.filter(told).for_each(|word| seen.add(word));
        seen
    }

    fn add(&mut self, word: &str) {
        let found =
            in_small_letters(word, &mut [0; LONGEST]).and_then(|small| WORDS.get(small).first());
        let small = word.starts_with(char::is_lowercase);
        self.small += usize::from(small);
        let Some((known, bits)) = found else {
            self.foreign += usize::from(small && !word.is_ascii() && !is_loan(word));
            return;
        };
        let share = WORD / (bits.count_ones() as usize).max(1);
        for (bit, points) in self.points.iter_mut().enumerate() {
            *points += share * (bits >> bit & 1) as usize;
        }
        if bits & ENGLISH != 0 {
            self.english += if *bits == ENGLISH { OWN } else { 1 };
        } else if small {
            let joint = NAME_PARTS.has(known);
            self.foreign += 1;
            self.joints += usize::from(joint);
            if !joint && !self.telling.contains(known) {
                self.telling.push(known);
            }
        }
    }

    /// Whether the words are so little English, and so much of something else, that they are not English.
    fn doubts_english(&self) -> bool {
        let Self { small, english, foreign, .. } = *self;
        if small < FEW {
            let named = small < self.joints + 3;
            let mixed = small >= FEW / 2 && foreign > 2 && foreign * 3 >= small && !named;
            return english < 2 && (self.telling.len() > 2 || mixed && english == 0);
        }
        english * 8 < small * OWN
            && small > self.joints + 3
            && (foreign * 6 >= small || small >= MANY && english * 24 < small * OWN)
    }

    /// Whether at least one word in four is English, of five or more.
    const fn is_surely_english(&self) -> bool {
        self.small > 4 && self.english * 4 >= self.small * OWN
    }

    /// The language with the most points but English; unknown where two are level.
    fn best(&self) -> Language {
        let others = self.points.iter().enumerate().skip(1);
        let best = others.clone().map(|(_, points)| *points).max().unwrap_or_default();
        let mut level = others.filter(|(_, points)| **points == best);
        let known = LANGUAGES.iter().copied();
        let named = known.chain(OTHERS.iter().map(|code| (Language::Other(code), *code)));
        match (level.next(), level.next()) {
            (Some((at, _)), None) => named.map(|(own, _)| own).nth(at).unwrap_or_default(),
            _ => Language::Other("und"),
        }
    }
}

/// Below so many small words, only several different function words speak against English.
const FEW: usize = 10;

/// From this many small words on, too few English ones are enough to rule English out.
const MANY: usize = 30;

/// How much more a word of English alone counts than one that it shares.
const OWN: usize = 4;

/// The bit of English.
const ENGLISH: u64 = 1;

/// Small words that stand inside names: `Ana de la Cruz`, `Bo van der Ek`.
static NAME_PARTS: List = List::text("name-joint-abroad");

/// Whether a part between spaces is an address or code: `example.org/de`, `ana@oslo.example`.
fn is_address(part: &str) -> bool {
    let bare = part.trim_matches(|c: char| !c.is_alphanumeric());
    bare.contains(['/', '@', '_', '=', '<', '.'])
}

/// Whether English may have borrowed the word with its accent: `café`, `naïve`.
fn is_loan(word: &str) -> bool {
    word.chars().all(|c| c.is_ascii() || matches!(c, 'é' | 'è' | 'ï' | 'ê' | 'ç' | '’'))
}

/// The words of the lexicon with a bit for each language that has them.
static WORDS: LazyLock<Index<(&'static str, u64)>> = LazyLock::new(|| {
    let rows = lexicon::rows(include_str!("../lexicon/function-words.txt"));
    rows.map(|row| (row.column(0), (row.column(0), bits(row.column(1))))).collect()
});

fn bits(codes: &str) -> u64 {
    let all = || LANGUAGES.iter().map(|(_, code)| *code).chain(OTHERS);
    let known = |code: &str| all().position(|other| other == code);
    codes.split(' ').filter_map(known).fold(0, |bits, bit| bits | 1 << bit)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn small_words_tell_the_language() {
        let told = [
            ("The mayor said that the bridge would be closed for a year.", "en"),
            ("Die Brücke wird nach Angaben der Stadt für ein Jahr gesperrt.", "de"),
            ("El alcalde dijo que el puente estará cerrado por un año.", "es"),
            ("Le maire a dit que le pont serait fermé pour un an.", "fr"),
            ("Il sindaco ha detto che il ponte sarà chiuso per un anno.", "it"),
            ("O prefeito disse que a ponte ficará fechada por um ano, mas não já.", "pt"),
            ("De burgemeester zei dat de brug een jaar dicht zal zijn.", "nl"),
            ("東京で会議が開かれた。", "ja"),
        ];
        for (text, expected) in told {
            assert_eq!(language(text).code(), expected, "{text}");
        }
    }

    #[test]
    fn little_text_tells_nothing() {
        assert_eq!(language("Oslo"), Language::Unknown);
        assert_eq!(
            language("Al\u{ad}leg\u{ad}ed\u{ad}ly, the duke paid in fish."),
            Language::English
        );
        assert_eq!(
            language("Ana de la Cruz, Bo van der Ek, Luis de los Santos"),
            Language::Unknown
        );
    }

    #[test]
    fn a_code_gives_its_language_and_back() {
        assert_eq!(Language::from_code("pt-BR").code(), "pt");
        assert_eq!(Language::from_code("pl").code(), "pl");
        assert_eq!(Language::from_code("tlh").code(), "und");
    }

    #[test]
    fn every_code_of_the_lexicon_is_known() {
        for row in lexicon::rows(include_str!("../lexicon/function-words.txt")) {
            let known = bits(row.column(1)).count_ones() as usize;
            assert_eq!(known, row.column(1).split(' ').count(), "line {}", row.line);
        }
    }
}
