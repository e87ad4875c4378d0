//! Owns the features of a candidate that the boundary model weighs.
//!
//! Training and serving share them; `weights` holds the weights.

use crate::sentence::context::{Context, Shape, shape};

/// Calls `use_row` with the hash of each feature of the candidate.
pub fn features(context: &Context, mut use_row: impl FnMut(u32)) {
    let c = context;
    let marks = marks(c);
    let closing = kind_of_marks(c.closing());
    let opening = kind_of_marks(c.opening);
    let gap = gap(c.gap());
    let short = c.abbreviation.map_or(0, |kind| kind as u32 + 1);
    let last = c.last_shape as u32;
    let first = c.first_shape as u32;
    let before = shape(c.before_last) as u32;
    let second = shape(c.second) as u32;
    let last_word = word(c.last);
    let first_word = word(c.first);
    let speech = c.speech_ahead();
    // The class of the word before the mark: its abbreviation, or else its shape.
    let class = if short > 0 { 16 + short } else { last };
    let ending = word(suffix(c.first));
    let parts: [&[u32]; 30] = [
        &[],
        &[marks, closing, gap],
        &[marks, first, opening],
        &[marks, closing, first, opening],
        &[class, first, marks],
        &[class, first, opening, closing, marks],
        &[last_word, marks],
        &[last_word, first],
        &[first_word, class],
        &[first_word, first],
        &[first_word, marks, closing],
        &[last, c.last.len().min(8) as u32, first],
        &[before, class, first],
        &[word(c.before_last), class],
        &[second, first, class],
        &[word(c.second), class],
        &[last_word, first_word],
        &[gap, first, marks],
        &[class, before, first, second],
        &[speech, closing, marks],
        &[speech, closing, first],
        &[speech, first_word, closing],
        &[first_word, second, short.min(1)],
        &[c.at.doubled as u32, class, first],
        &[first_word, short.min(1), (c.last_shape == Shape::Initial) as u32],
        &[class, marks, gap, opening],
        &[closing, opening, first, gap],
        &[second, first_word, class],
        &[ending, second, class],
        &[ending, second, short.min(1)],
    ];
    for (template, parts) in (0u32..).zip(parts) {
        use_row(parts.iter().fold(mix(0x9e37_79b9, template), |hash, part| mix(hash, *part)));
    }
}

fn mix(hash: u32, part: u32) -> u32 {
    (hash.rotate_left(5) ^ part).wrapping_mul(0x85eb_ca6b)
}

/// The last two bytes of a longer word: `-ng`, `-ed`, `-ly`.
fn suffix(word: &str) -> &str {
    word.get(word.len().saturating_sub(2)..).filter(|_| word.len() > 3).unwrap_or_default()
}

/// A hash of `word` in small letters.
fn word(word: &str) -> u32 {
    word.bytes().fold(0x811c_9dc5, |hash, byte| mix(hash, u32::from(byte.to_ascii_lowercase())))
}

fn marks(c: &Context) -> u32 {
    let marks = c.marks();
    let dots = marks.bytes().filter(|byte| *byte == b'.').count() as u32;
    match (marks.contains('?'), marks.contains('!')) {
        (true, _) => 8 + u32::from(marks.len() > 1),
        (_, true) => 10 + u32::from(marks.len() > 1),
        _ if marks.contains(' ') => 12 + dots.min(5),
        _ => dots.min(5),
    }
}

/// Which kinds of quotation marks and brackets are among `marks`.
fn kind_of_marks(marks: &str) -> u32 {
    marks.chars().fold(0, |kinds, c| {
        kinds
            | match c {
                '"' | '“' | '”' | '„' | '«' | '»' | '‹' | '›' | '「' | '」' | '『' | '』' => {
                    1
                }
                '\'' | '’' | '‘' | '‚' => 2,
                '(' | ')' => 4,
                '[' | ']' | '{' | '}' => 8,
                '-' | '–' | '—' => 16,
                _ => 32,
            }
    })
}

fn gap(space: &str) -> u32 {
    match space {
        "" => 0,
        " " => 1,
        _ if space.contains('\n') => 2,
        _ => 3,
    }
}
