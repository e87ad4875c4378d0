//! Owns the language of a text, recognised by its function words.
//!
//! Leaves out what depends on it: the boundaries of sentences, a warning.

use std::sync::LazyLock;

use crate::lexicon::{self, Index};

/// A language that saidso recognises.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Language {
    /// Too little to tell, or a language not listed here.
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
}

const LANGUAGES: [(Language, &str); 7] = [
    (Language::English, "en"),
    (Language::German, "de"),
    (Language::Spanish, "es"),
    (Language::French, "fr"),
    (Language::Italian, "it"),
    (Language::Portuguese, "pt"),
    (Language::Dutch, "nl"),
];

/// How much of a text is read, in bytes.
const SAMPLE: usize = 8192;

/// The points a function word gives to its language; a word of several languages shares them out.
const WORD: usize = 12;

impl Language {
    /// Its BCP 47 code, `und` where it is unknown.
    pub fn code(self) -> &'static str {
        LANGUAGES.iter().find(|(language, _)| *language == self).map_or("und", |(_, code)| code)
    }

    /// The language with a BCP 47 code such as `de` or `pt-BR`.
    pub fn from_code(code: &str) -> Self {
        let primary = code.split('-').next().unwrap_or_default();
        let found = LANGUAGES.iter().find(|(_, code)| code.eq_ignore_ascii_case(primary));
        found.map_or(Self::Unknown, |(language, _)| *language)
    }
}

/// The language of `text`, by the words at its start.
pub fn language(text: &str) -> Language {
    let sample = text.get(..text.floor_char_boundary(SAMPLE)).unwrap_or(text);
    let mut counts = [0usize; LANGUAGES.len()];
    for word in sample.split(|c: char| !c.is_alphabetic() && c != '’').filter(|word| word.len() < 8)
    {
        for codes in WORDS.get_any_case(word) {
            let share = WORD / codes.count_ones() as usize;
            for (bit, count) in counts.iter_mut().enumerate() {
                *count += share * usize::from(codes >> bit & 1);
            }
        }
    }
    let best = counts.iter().max().copied().unwrap_or_default();
    let rivals = counts.iter().filter(|count| **count + WORD > best).count();
    match LANGUAGES.iter().zip(counts).find(|(_, count)| *count == best) {
        Some(((Language::English, _), _)) if rivals == 1 => Language::English,
        // Names and titles bring foreign words into English text, so any other language needs a clear lead.
        Some(((language, _), _)) if rivals == 1 && best > 2 * counts[0].max(WORD) => *language,
        _ => Language::Unknown,
    }
}

/// The languages that have a function word, a bit for each.
static WORDS: LazyLock<Index<u8>> = LazyLock::new(|| {
    let rows = lexicon::rows(include_str!("../lexicon/function-words.txt"));
    rows.map(|row| (row.column(0), bits(row.column(1)))).collect()
});

fn bits(codes: &str) -> u8 {
    let known = |code: &str| LANGUAGES.iter().position(|(_, other)| *other == code);
    codes.split(' ').filter_map(known).fold(0, |bits, bit| bits | 1 << bit)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn function_words_tell_the_language() {
        let told = [
            ("The mayor said that the bridge would be closed for a year.", Language::English),
            ("Die Brücke wird nach Angaben der Stadt für ein Jahr gesperrt.", Language::German),
            ("El alcalde dijo que el puente estará cerrado por un año.", Language::Spanish),
            ("Le maire a dit que le pont serait fermé pour un an.", Language::French),
            ("Il sindaco ha detto che il ponte sarà chiuso per un anno.", Language::Italian),
            (
                "O prefeito disse que a ponte ficará fechada por um ano, mas não já.",
                Language::Portuguese,
            ),
            ("De burgemeester zei dat de brug een jaar dicht zal zijn.", Language::Dutch),
        ];
        for (text, expected) in told {
            assert_eq!(language(text), expected, "{text}");
        }
    }

    #[test]
    fn little_text_tells_nothing() {
        assert_eq!(language("Oslo"), Language::Unknown);
        assert_eq!(language("東京で会議が開かれた。"), Language::Unknown);
    }

    #[test]
    fn a_code_gives_its_language_and_back() {
        assert_eq!(Language::from_code("pt-BR").code(), "pt");
        assert_eq!(Language::from_code("tlh").code(), "und");
    }
}
