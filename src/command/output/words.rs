//! Owns the words of spans as one line for people, the same as the page's exports have them (`www/report/quote.js`).

use saidso::Span;

/// What stands between the pieces of what the text says in pieces.
const BETWEEN: &str = " … ";

/// The words of spans on one line.
pub fn quote(text: &str, spans: &[Span]) -> String {
    let pieces: Vec<String> = spans.iter().map(|span| one_line(span.of(text))).collect();
    pieces.join(BETWEEN)
}

/// Words with every run of white space made one blank.
pub fn one_line(words: &str) -> String {
    let words: Vec<&str> = words.split(is_space).filter(|word| !word.is_empty()).collect();
    words.join(" ")
}

/// White space as JavaScript's `\s` has it.
fn is_space(c: char) -> bool {
    c == '\u{feff}' || c.is_whitespace() && c != '\u{85}'
}
