//! Owns layout: which line breaks of a text separate blocks, and which only wrap a full line.
//!
//! `block` says what a block is once it is found.

use crate::{lexicon::list::List, text::span::Span};

/// A line of more characters was not wrapped by hand: it is a paragraph of its own.
const WIDEST: usize = 120;

/// One line, without white space at its ends.
#[derive(Clone, Copy, Debug)]
struct Line {
    span: Span,
    /// Whether a blank line or the start of the text stands before it.
    apart: bool,
}

/// The paragraphs of `text` in order, trimmed; between them is only white space.
///
/// A paragraph pasted from an e-mail or a PDF fills several lines: there a line break counts as a space.
pub fn paragraphs(text: &str) -> Vec<Span> {
    let lines = lines(text);
    let width = wrap_width(text, &lines);
    let mut found: Vec<Span> = Vec::with_capacity(lines.len());
    let mut prose = false;
    for (at, line) in lines.iter().enumerate() {
        if line.apart {
            prose = lines_from(&lines, at).iter().any(|line| is_closed(line.span.of(text)));
        }
        let upper = at.checked_sub(1).and_then(|above| lines.get(above));
        match (upper, found.last_mut()) {
            (Some(upper), Some(last))
                if !line.apart && runs_on(text, upper, line, width, prose) =>
            {
                *last = last.cover(line.span);
            }
            _ => found.push(line.span),
        }
    }
    found
}

/// Letters that a word processor leaves for its bullets.
static BULLET_LETTERS: List = List::text("bullet-letter");

/// Whether `words` open like an item of a list: with a bullet, a number or a letter.
pub fn is_item(words: &str) -> bool {
    let head = words.split_whitespace().next().unwrap_or_default();
    let inner = head.trim_start_matches('(').trim_end_matches(['.', ')']);
    let numbered = head.len() > inner.len() && head.ends_with(['.', ')']) && inner.len() < 5;
    matches!(head, "-" | "*" | "–" | "+")
        || BULLET_LETTERS.has(head)
        || head.starts_with(['•', '‣', '⁃', '◦', '▪', '·', '●'])
        || numbered
            && (inner.bytes().all(|b| b.is_ascii_digit())
                || inner.len() == 1 && inner.bytes().all(|b| b.is_ascii_lowercase())
                || inner.bytes().all(|b| matches!(b, b'i' | b'v' | b'x')))
}

fn lines(text: &str) -> Vec<Line> {
    let mut found: Vec<Line> = Vec::new();
    let mut apart = true;
    let mut add = |line: &str| {
        let start = line.as_ptr() as usize - text.as_ptr() as usize;
        let span = Span::new(start, start + line.len()).trim(text);
        if !span.is_empty() {
            found.push(Line { span, apart });
        }
        apart = span.is_empty();
    };
    let rare = text.contains('\r') || text.contains('\x0c');
    for line in text.split('\n') {
        match line.strip_suffix('\r').unwrap_or(line) {
            line if rare => line.split(['\r', '\x0c']).for_each(&mut add),
            line => add(line),
        }
    }
    found
}

/// The lines from `at` to the next blank line.
fn lines_from(lines: &[Line], at: usize) -> &[Line] {
    let len = 1 + lines.iter().skip(at + 1).take_while(|line| !line.apart).count();
    lines.get(at..at + len).unwrap_or_default()
}

/// The width at which the lines of `text` were wrapped; 0 where they were not.
///
/// A wrapped line has no room for the first word of the next line. In text with one paragraph on each
/// line that is true only by chance.
fn wrap_width(text: &str, lines: &[Line]) -> usize {
    let width = |line: &Line| match line.span.len() {
        bytes if bytes > 4 * WIDEST => usize::MAX,
        _ => line.span.of(text).chars().count(),
    };
    let breaks = || lines.windows(2).filter(|pair| pair.get(1).is_some_and(|line| !line.apart));
    let widest = lines.iter().map(width).filter(|width| *width <= WIDEST).max().unwrap_or(0);
    let full = |pair: &&[Line]| match pair {
        [upper, lower] => is_full(width(upper), lower.span.of(text), widest),
        _ => false,
    };
    let (all, full) = (breaks().count(), breaks().filter(full).count());
    if full >= 3 && full * 2 >= all { widest } else { 0 }
}

/// Whether a line of `upper` characters has no room for the first word of the next line.
fn is_full(upper: usize, lower: &str, width: usize) -> bool {
    let word = lower.split(' ').next().unwrap_or_default();
    upper <= width && upper + 1 + word.chars().take(WIDEST).count() > width
}

/// Whether a paragraph goes on from one line to the next.
fn runs_on(text: &str, upper: &Line, lower: &Line, width: usize, prose: bool) -> bool {
    let (above, below) = (upper.span.of(text), lower.span.of(text));
    let small = below.starts_with(char::is_lowercase);
    if above.len() > 4 * WIDEST || is_item(below) {
        return false;
    }
    is_full(above.chars().count(), below, width)
        || small && prose && !is_closed(above) && !above.ends_with([':', ';'])
}

/// Whether a line ends as a sentence does.
fn is_closed(line: &str) -> bool {
    line.trim_end_matches(['"', '\'', '”', '’', '»', ')', ']']).ends_with(['.', '!', '?', '…'])
}
