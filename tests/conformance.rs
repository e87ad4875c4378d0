//! Runs the sentence test of the Unicode standard, with our tailorings off.
//!
//! What our tailorings change is left to the golden files.

#![allow(clippy::panic, clippy::unwrap_used, reason = "a test fails by panicking")]

use saidso::uax29_sentences;

const TEST: &str = include_str!("conformance/SentenceBreakTest.txt");

#[test]
fn without_tailorings_sentences_break_as_the_standard_says() {
    let cases = TEST.lines().zip(1..).filter(|(line, _)| !line.starts_with('#'));
    let wrong: Vec<String> = cases.clone().filter_map(|(line, n)| differs(line, n)).collect();
    assert_eq!(cases.count(), 512, "the whole file of Unicode 17.0.0");
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

fn differs(line: &str, n: usize) -> Option<String> {
    let (text, expected) = parse(line);
    let found: Vec<usize> = uax29_sentences(&text).iter().map(|span| span.end).collect();
    (found != expected).then(|| format!("line {n}: {line}: found {found:?}, not {expected:?}"))
}

/// The text of a line, and where its sentences end.
fn parse(line: &str) -> (String, Vec<usize>) {
    let (mut text, mut ends) = (String::new(), Vec::new());
    for word in line.split_whitespace() {
        match word {
            "÷" if text.is_empty() => {}
            "÷" => ends.push(text.len()),
            "×" => {}
            hex => text.push(u32::from_str_radix(hex, 16).ok().and_then(char::from_u32).unwrap()),
        }
    }
    (text, ends)
}
