//! Owns scripts: which language the letters of a text speak for, where they are not Latin.
//!
//! `language` reads the words of Latin text.

/// A script by its first and last letter, with the language that most of its texts are in.
const SCRIPTS: [(char, char, &str); 24] = [
    ('\u{370}', '\u{3ff}', "el"),
    ('\u{400}', '\u{52f}', "ru"),
    ('\u{530}', '\u{58f}', "hy"),
    ('\u{590}', '\u{5ff}', "he"),
    ('\u{600}', '\u{6ff}', "ar"),
    ('\u{900}', '\u{97f}', "hi"),
    ('\u{980}', '\u{9ff}', "bn"),
    ('\u{a00}', '\u{a7f}', "pa"),
    ('\u{a80}', '\u{aff}', "gu"),
    ('\u{b00}', '\u{b7f}', "or"),
    ('\u{b80}', '\u{bff}', "ta"),
    ('\u{c00}', '\u{c7f}', "te"),
    ('\u{c80}', '\u{cff}', "kn"),
    ('\u{d00}', '\u{d7f}', "ml"),
    ('\u{d80}', '\u{dff}', "si"),
    ('\u{e00}', '\u{e7f}', "th"),
    ('\u{e80}', '\u{eff}', "lo"),
    ('\u{1000}', '\u{109f}', "my"),
    ('\u{10a0}', '\u{10ff}', "ka"),
    ('\u{1200}', '\u{137f}', "am"),
    ('\u{1780}', '\u{17ff}', "km"),
    ('\u{3040}', '\u{30ff}', "ja"),
    ('\u{3400}', '\u{9fff}', "zh"),
    ('\u{ac00}', '\u{d7a3}', "ko"),
];

/// Letters that one language of a script has and the first named does not: `ї` is Ukrainian.
const TELLING: [(&str, &str, &str); 6] = [
    ("ru", "ў", "be"),
    ("ru", "іїєґ", "uk"),
    ("ru", "ђћџјљњ", "sr"),
    ("ar", "ٹڈڑے", "ur"),
    ("ar", "پچگژ", "fa"),
    ("hi", "ळ", "mr"),
];

/// The language of `text` by its letters; none where most of them are Latin.
pub fn language(text: &str) -> Option<&'static str> {
    let mut counts = [0usize; SCRIPTS.len()];
    let mut latin = 0;
    for c in text.chars().filter(|c| c.is_alphabetic()) {
        match SCRIPTS.iter().position(|(first, last, _)| (*first..=*last).contains(&c)) {
            Some(at) => counts.get_mut(at).into_iter().for_each(|count| *count += 1),
            None => latin += 1,
        }
    }
    let all: usize = counts.iter().sum();
    let (_, found) = counts.iter().zip(SCRIPTS.map(|(.., code)| code)).max_by_key(|(n, _)| **n)?;
    (all > latin).then(|| told(text, found))
}

/// The language of `text`, in a script that stands for `code`, by the letters that only one language has.
fn told(text: &str, code: &'static str) -> &'static str {
    let has = |letters: &str| text.chars().any(|c| letters.contains(c));
    let kana = |text: &str| text.chars().any(|c| matches!(c, '\u{3041}'..='\u{30ff}'));
    if code == "zh" && kana(text) {
        return "ja";
    }
    let own = TELLING.iter().find(|(script, letters, _)| *script == code && has(letters));
    // Bulgarian lacks two letters that any longer Russian text contains.
    match own {
        Some((.., own)) => own,
        None if code == "ru" && has("ъ") && !has("ыэ") => "bg",
        None => code,
    }
}

/// Whether a character has no width: a soft hyphen, a zero width space or joiner, a byte order mark.
pub const fn is_hidden(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_tell_the_language() {
        let told = [
            ("Міст відкрили вчора.", Some("uk")),
            ("Мост открыли вчера, и мы это видели.", Some("ru")),
            ("橋は昨日開いた。", Some("ja")),
            ("大桥昨天开了。", Some("zh")),
            ("다리가 어제 열렸다.", Some("ko")),
            ("The word мост means bridge.", None),
            ("12.5 % 👍", None),
        ];
        for (text, expected) in told {
            assert_eq!(language(text), expected, "{text}");
        }
    }
}
