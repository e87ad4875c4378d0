//! Owns names as plain words: small letters without accents and punctuation.

use crate::{grammar::name_start::JOINTS, lexicon::list::List};

/// Marks that stand on letters, once letters and marks are apart.
const ACCENTS: std::ops::RangeInclusive<char> = '\u{300}'..='\u{36f}';

/// Some words in small letters without accents.
pub fn plain(words: &str) -> String {
    if words.is_ascii() {
        return words.to_ascii_lowercase();
    }
    decomposed(words)
        .chars()
        .filter(|c| !ACCENTS.contains(c))
        .flat_map(char::to_lowercase)
        .collect()
}

/// The compatibility decomposition (NFKD) of some words.
#[cfg(not(target_arch = "wasm32"))]
fn decomposed(words: &str) -> String {
    use unicode_normalization::UnicodeNormalization;
    words.nfkd().collect()
}

/// The same by the browser, which has the tables already.
#[cfg(target_arch = "wasm32")]
fn decomposed(words: &str) -> String {
    js_sys::JsString::from(words).normalize("NFKD").into()
}

/// How the words of a name are cut.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Cut {
    /// `J.R. Hale` has two initials; a nickname between quotation marks is left out.
    Person,
    /// `U.N.` is one word.
    Body,
}

/// What `&` and `+` stand for in a name.
static AND: List = List::named("name-and");

/// The plain words of a name; `&` is `and`.
pub fn words(name: &str, cut: Cut) -> Vec<String> {
    let plain = plain(name);
    let (mut words, mut word) = (Vec::new(), String::new());
    let mut quoted = false;
    let end = |word: &mut String, words: &mut Vec<String>| {
        if !word.is_empty() {
            words.push(std::mem::take(word));
        }
    };
    for c in plain.chars() {
        match c {
            // `al-Amr` is one word, `Al Hale` two.
            '-' if cut == Cut::Person && JOINTS.has(&word) => {}
            '"' | '“' | '”' | '„' if cut == Cut::Person => {
                end(&mut word, &mut words);
                quoted = !quoted;
            }
            _ if quoted => {}
            '\'' | '’' | '‘' | 'ʼ' => {}
            '.' if cut == Cut::Body => {}
            '&' | '+' => {
                end(&mut word, &mut words);
                words.push(AND.phrase().to_owned());
            }
            _ if c.is_alphanumeric() => word.push(c),
            _ => end(&mut word, &mut words),
        }
    }
    end(&mut word, &mut words);
    words
}
