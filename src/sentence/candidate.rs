//! Owns candidates: every place in a block of Latin text where a sentence may end.
//!
//! A candidate belongs to a run of terminal marks, found byte by byte. A property test compares the scan
//! with UAX #29: each boundary of the standard must belong to a candidate. `tailoring` and the model decide
//! which candidates are ends.

use memchr::{memchr, memchr3};
use unicode_segmentation::UnicodeSegmentation;

use crate::text::{note, quoted, span::Span};

/// A place where a sentence may end, in bytes of the block.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Candidate {
    /// The first run of terminal marks: `.`, `?!`, `. . .`
    pub marks: Span,
    /// One past the closing marks that follow the run, where the sentence would end.
    pub end: usize,
    /// Where the next one would begin: past the white space.
    pub next: usize,
    /// Whether a further terminal mark follows a closing one, as in `(at 5 p.m.).`
    pub doubled: bool,
}

/// The candidates of a block in order, without the one at its end.
#[derive(Clone, Debug)]
pub struct Candidates<'t> {
    words: &'t str,
    at: usize,
    /// The next byte that may begin a mark such as `…`, or where the words end.
    wide: usize,
    /// Where free quotation marks close; read when the first of them is met.
    closing: Option<Vec<usize>>,
}

/// The first byte of `…` and of all other terminal marks of Latin text that are not ASCII.
const WIDE: u8 = 0xE2;

impl Candidates<'_> {
    /// The candidate of the run `marks`, with the closing marks after it.
    fn close(&mut self, marks: Span) -> Candidate {
        let bytes = self.words.as_bytes();
        let (mut end, mut doubled) = (marks.end, false);
        loop {
            let closer = closer(bytes, end).max(self.free_closer(end));
            let more =
                if end > marks.end { mark(bytes, end).max(free_mark(bytes, end)) } else { 0 };
            if closer == 0 && (more == 0 || is_inside_word(bytes, end, end + more)) {
                break;
            }
            doubled |= more > 0;
            end += closer.max(more);
        }
        end += self.note(end);
        let rest = self.words.get(end..).unwrap_or_default();
        Candidate { marks, end, next: self.words.len() - rest.trim_start().len(), doubled }
    }

    /// The length of a number that marks a note behind the end of a sentence: `safe.1 She`; 0 for none.
    fn note(&self, at: usize) -> usize {
        match self.words.as_bytes().get(at) {
            Some(byte) if byte.is_ascii_digit() => {
                let (before, rest) = self.words.split_at_checked(at).unwrap_or_default();
                let len = note::number_len(before, rest);
                let goes_on = rest.get(len..).is_some_and(|rest| !rest.trim_start().is_empty());
                if goes_on { len } else { 0 }
            }
            _ => 0,
        }
    }

    /// The length of a space and the closing mark, footnote mark or emoticon after it that still belong to the
    /// sentence: `in May. [6] She`, `so glad. :) See`, `is late . ' He`; 0 for none.
    fn free_closer(&mut self, at: usize) -> usize {
        let bytes = self.words.as_bytes();
        let Some([b' ', rest @ ..]) = bytes.get(at..) else { return 0 };
        let quotes = rest.iter().take_while(|b| matches!(b, b'"' | b'\'' | b'`')).count();
        let len = match rest {
            _ if quotes > 0 => quotes,
            [b'*' | b')' | b'}', ..] => 0,
            _ => emoticon(bytes, at + 1).max(closer(bytes, at + 1)).max(emoji(bytes, at + 1)),
        };
        let free = rest.get(len).is_none_or(|b| matches!(b, b' ' | b'\n' | b'['));
        if len > 0 && free && (quotes == 0 || self.closes(at + 1)) { len + 1 } else { 0 }
    }

    /// Whether the straight quotation mark at `at` closes: between spaces it may also open.
    fn closes(&mut self, at: usize) -> bool {
        let closing = self.closing.get_or_insert_with(|| quoted::free_closing(self.words));
        closing.binary_search(&at).is_ok()
    }

    /// Where a terminal mark may begin, at `from` or after.
    fn position(&mut self, from: usize) -> Option<usize> {
        let bytes = self.words.as_bytes();
        let rest = bytes.get(from..)?;
        if self.wide < from {
            self.wide = memchr(WIDE, rest).map_or(bytes.len(), |at| from + at);
        }
        let narrow = memchr3(b'.', b'!', b'?', rest.get(..self.wide - from)?).map(|at| from + at);
        narrow.or_else(|| (self.wide < bytes.len()).then_some(self.wide))
    }
}

/// The places in `words`, one block, where a sentence may end.
pub fn candidates(words: &str) -> Candidates<'_> {
    let wide = memchr(WIDE, words.as_bytes()).unwrap_or(words.len());
    Candidates { words, at: 0, wide, closing: None }
}

impl Iterator for Candidates<'_> {
    type Item = Candidate;

    fn next(&mut self) -> Option<Candidate> {
        let bytes = self.words.as_bytes();
        loop {
            let from = self.at;
            let start = self.position(from)?;
            let end = run(bytes, start);
            self.at = end.max(start + 1);
            let ends = !is_inside_word(bytes, start, end) || self.note(end) > 0;
            if end > start && ends {
                let found = self.close(Span::new(start, end));
                self.at = found.end;
                if found.next >= bytes.len() {
                    return None;
                }
                if may_part(self.words, found.end) && may_part(self.words, found.next) {
                    return Some(found);
                }
            }
        }
    }
}

/// The length of the terminal mark at `at`; 0 where there is none.
fn mark(bytes: &[u8], at: usize) -> usize {
    match bytes.get(at..) {
        Some([b'.' | b'!' | b'?', ..]) => 1,
        Some([0xE2, 0x80, 0xA4 | 0xA6 | 0xBC | 0xBD, ..] | [0xE2, 0x81, 0x87..=0x89, ..]) => 3,
        _ => 0,
    }
}

/// The end of the run of terminal marks at `start`.
///
/// Dots with a space between them are one run, as in `so . . . no` and `Why? ... No`; but the dot
/// right after a word is a full stop of its own, as in `cut here. . . . The rest`.
fn run(bytes: &[u8], start: usize) -> usize {
    let mut at = start;
    let first = bytes.get(start.saturating_sub(1)..).unwrap_or_default();
    let spaced = matches!(first, [b' ' | b'\n', ..] | [_, b'!' | b'?', ..]);
    loop {
        match mark(bytes, at) {
            0 => {}
            len => {
                at += len;
                continue;
            }
        }
        match bytes.get(at.saturating_sub(1)..) {
            Some([b'!' | b'?', b' ', b'.', b' ' | b'.', b'.', ..]) => at += 2,
            // Free marks, as in text that was cut up into words: `Really ! ?`
            Some(
                [b'!' | b'?', b' ', b'!' | b'?' | b'.']
                | [b'!' | b'?', b' ', b'!' | b'?' | b'.', b' ', ..],
            ) => at += 1,
            Some([b'.', b' ', b'.', after, ..])
                if spaced && !after.is_ascii_alphanumeric() && *after != b'.' =>
            {
                at += 2;
            }
            Some([b'.', b' ', b'.']) if spaced => at += 2,
            _ => return at,
        }
    }
}

/// Whether a single dot stands before a small letter or a digit: UAX #29's rules SB6 and SB8.
fn is_inside_word(bytes: &[u8], start: usize, end: usize) -> bool {
    let glued = |b: &u8| b.is_ascii_lowercase() || b.is_ascii_digit();
    bytes.get(start..end) == Some(b".") && bytes.get(end).is_some_and(glued)
}

/// Whether a sentence may end or begin at `at`, after a mark or white space: not before a character that
/// belongs to the one before it, such as a combining accent.
///
/// UAX #29 knows those characters for sentences as for graphemes, except for skin tones; so the tables of
/// graphemes can be left out. Most text needs neither.
fn may_part(words: &str, at: usize) -> bool {
    match words.as_bytes().get(at..) {
        None | Some([] | [..=0xCB, ..] | [0xE2, 0x80, 0x8B | 0x8E..=0xBF, ..]) => true,
        Some([0xF0, 0x9F, 0x8F, 0xBB..=0xBF, ..]) => false,
        Some(_) => {
            let next = words.get(at..).and_then(|rest| rest.chars().next()).unwrap_or(' ');
            next.is_whitespace() || {
                let probe = String::from_iter(['?', ' ', next]);
                probe.split_sentence_bound_indices().nth(1) == probe.get(2..).map(|next| (2, next))
            }
        }
    }
}

/// The length of what closes a sentence after its terminal mark: a closing quotation mark or
/// bracket, a footnote mark; 0 where there is none.
fn closer(bytes: &[u8], at: usize) -> usize {
    match bytes.get(at..) {
        Some([b'"' | b'\'' | b'`' | b')' | b']' | b'}' | b'*', ..]) => 1,
        // ² ³ ¹ »
        Some([0xC2, 0xB2 | 0xB3 | 0xB9 | 0xBB, ..]) => 2,
        // ’ ” † ‡ › and the superscripts
        Some(
            [0xE2, 0x80, 0x99 | 0x9D | 0xA0 | 0xA1 | 0xBA, ..] | [0xE2, 0x81, 0xB0..=0xB9, ..],
        ) => 3,
        Some([b'[', rest @ ..]) => footnote(rest),
        _ => 0,
    }
}

/// The length of a terminal mark that stands free after a closing one, as in text that was cut up into
/// words: `the play " Ada ! " .`; 0 where there is none.
fn free_mark(bytes: &[u8], at: usize) -> usize {
    match bytes.get(at..) {
        Some([b' ', b'.' | b'!' | b'?'] | [b' ', b'.' | b'!' | b'?', b' ' | b'\n', ..]) => 2,
        _ => 0,
    }
}

/// The length of an emoticon such as `:-)`; 0 where there is none.
fn emoticon(bytes: &[u8], at: usize) -> usize {
    match bytes.get(at..) {
        Some([b':' | b';' | b'=', b')' | b'(' | b'D' | b'P', ..]) => 2,
        Some([b':' | b';', b'-', b')' | b'(' | b'D' | b'P', ..]) => 3,
        _ => 0,
    }
}

/// The length of a run of emoji with their joiners; 0 where there is none.
fn emoji(bytes: &[u8], at: usize) -> usize {
    let mut end = at;
    loop {
        end += match bytes.get(end..) {
            Some([0xF0, 0x9F, ..]) => 4,
            Some([0xE2, 0x98..=0x9B, ..] | [0xE2, 0x9D, 0xA3..=0xA5, ..]) => 3,
            Some([0xEF, 0xB8, 0x8F, ..] | [0xE2, 0x80, 0x8D, ..]) if end > at => 3,
            _ => return end - at,
        }
    }
}

/// The length of `[12]`, `[b]` or `[...]` whose first bracket stands before `rest`; 0 for anything else.
fn footnote(rest: &[u8]) -> usize {
    let digits = rest.iter().take(4).take_while(|b| b.is_ascii_digit()).count();
    match rest.get(digits..) {
        Some([b']', ..]) if digits > 0 => digits + 2,
        Some([b'a'..=b'z', b']', ..]) if digits == 0 => 3,
        Some([b'.', b'.', b'.', b']', ..] | [0xE2, 0x80, 0xA6, b']', ..]) if digits == 0 => 5,
        _ => 0,
    }
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use proptest::{collection, prelude::*, sample};
    use unicode_segmentation::GraphemeCursor;

    use super::*;

    const PARTS: [&str; 40] = [
        ".", ".", ".", "!", "?", "…", "...", " ", " ", " ", "  ", "\u{a0}", "a", "B", "word",
        "Word", "é", "É", "7", "19", ",", ";", ":", "-", "–", "—", "'", "\"", "’", "”", "“", "‘",
        "«", "»", "(", ")", "[", "]", "*", "€",
    ];

    fn is_passed_over(c: char) -> bool {
        c.is_whitespace() || "'\"’”“‘«»()[]".contains(c)
    }

    proptest! {
        /// The scan against the standard: no boundary of UAX #29 without a candidate.
        #[test]
        fn every_boundary_of_the_standard_hangs_on_a_candidate(
            parts in collection::vec(sample::select(&PARTS[..]), 0..40)
        ) {
            let words = parts.concat();
            let words = words.trim();
            let found: Vec<Candidate> = candidates(words).collect();
            for (at, _) in words.split_sentence_bound_indices().skip(1) {
                let mark = words[..at].trim_end_matches(is_passed_over).len();
                let hangs = found.iter().any(|c| c.marks.start < mark && mark <= c.end);
                let last = words[mark..].chars().all(|c| is_passed_over(c) || ".!?…*".contains(c));
                prop_assert!(hangs || last, "{words:?} at {at}");
            }
        }

        #[test]
        fn no_candidate_parts_a_grapheme(before in "[.?!”)*]|[.?] ", after in any::<char>()) {
            let words = format!("{before}{after}");
            let mut cursor = GraphemeCursor::new(before.len(), words.len(), true);
            let parts = cursor.is_boundary(&words, 0) == Ok(true);
            prop_assert!(parts || !may_part(&words, before.len()), "{words:?}");
        }

        #[test]
        fn candidates_are_in_order_and_on_character_boundaries(words in "[a-zA-Z .!?…\"”’)\\[\\]0-9*é😀]{0,60}") {
            let mut from = 0;
            for c in candidates(&words) {
                prop_assert!(from <= c.marks.start && c.marks.end <= c.end && c.end <= c.next);
                prop_assert!(words.is_char_boundary(c.end) && words.is_char_boundary(c.next));
                from = c.end;
            }
        }
    }

    #[test]
    fn a_run_of_dots_is_one_mark_unless_it_follows_a_full_stop() {
        let marks = |words: &str| -> Vec<String> {
            candidates(words).map(|c| c.marks.of(words).to_owned()).collect()
        };
        assert_eq!(marks("so . . . no"), [". . ."]);
        assert_eq!(marks("here. . . . The"), [".", ". . ."]);
        assert_eq!(marks("Why?! No... 3.5 a.m"), ["?!", "..."]);
    }

    #[test]
    fn closing_and_footnote_marks_belong_to_the_sentence() {
        let end = |words: &str| candidates(words).next().map(|c| words[..c.end].to_owned());
        assert_eq!(end("“Go.” He").as_deref(), Some("“Go.”"));
        assert_eq!(end("in May.[12] He").as_deref(), Some("in May.[12]"));
        assert_eq!(end("(at 5 p.m.). He").as_deref(), Some("(at 5 p.m.)."));
        assert_eq!(end("so glad. :) He").as_deref(), Some("so glad. :)"));
    }
}
