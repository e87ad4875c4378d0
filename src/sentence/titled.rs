//! Owns short quotations in mid-sentence: the title, the chant or the sign of `The play “Wait! It Is Late”
//! ran for years`.
//!
//! Leaves what somebody said in several sentences to be split: it is longer, or its speaker follows.

use crate::{
    lexicon::list::List,
    sentence::candidate::Candidate,
    text::quote_mark::{Look, quote_mark},
};

/// How far the marks of the quotation are searched, in bytes, so that the time stays linear.
const NEAR: usize = 90;

/// No sentence of a title has more words.
const LONGEST: usize = 8;

/// Verbs of saying, which make it somebody's words.
static SPEECH_VERBS: List = List::sentence("speech-ahead");

/// Those of them that also name.
static NAMING_VERBS: List = List::sentence("verb-before-title");

/// Pronouns before a verb of saying: `“Go. Now,” she said`.
static SPEAKERS: List = List::sentence("speaker-pronoun");

/// Whether the candidate stands inside such a quotation.
pub fn runs_on(words: &str, at: Candidate) -> bool {
    let Some((before, inside)) = opened(words, at.marks.start) else { return false };
    let Some((rest, after)) = closed(words, at.end, inside) else { return false };
    let whole = words.get(inside..at.marks.end).unwrap_or_default();
    let shouted = at.marks.of(words).starts_with('!');
    let told = !shouted && is_told(before);
    let nested = whole.starts_with('‘');
    let short =
        |part: &str| part.split(['.', '!', '?']).all(|part| part.split(' ').count() <= LONGEST);
    let comma = rest.ends_with(',') && !nested;
    !told && !comma && short(whole) && short(rest) && goes_on(after)
}

/// Whether the last word before a quotation says it; `called` also names: `a film called “Wait. Go”`.
fn is_told(before: &str) -> bool {
    let last = before.rsplit(' ').next().unwrap_or_default();
    let last = last.trim_end_matches(',');
    SPEECH_VERBS.has(last) && !NAMING_VERBS.has(last)
}

/// The words before the quotation that is open at `at`, in the same sentence, and where its words begin.
fn opened(words: &str, at: usize) -> Option<(&str, usize)> {
    let from = words.ceil_char_boundary(at.saturating_sub(NEAR));
    let near = words.get(from..at)?;
    let found = near.char_indices().rev().find(|(_, c)| matches!(c, '“' | '”' | '"' | '«' | '»'));
    let (start, mark) = found?;
    let before = words.get(..from + start)?;
    let opens = quote_mark(near.get(start..)?)?.look != Look::Closes && before.ends_with(' ');
    let before = before.trim_end();
    let inner = before.strip_suffix(',').unwrap_or(before);
    (opens && inner.ends_with(char::is_alphanumeric))
        .then_some((before, from + start + mark.len_utf8()))
}

/// The rest of the quotation that began at `inside`, and what follows its closing mark.
fn closed(words: &str, end: usize, inside: usize) -> Option<(&str, &str)> {
    let near = words.get(end..words.floor_char_boundary(end + NEAR))?;
    let (at, mark) = near.char_indices().find(|(_, c)| matches!(c, '“' | '”' | '"' | '«' | '»'))?;
    let closes = quote_mark(near.get(at..)?)?.look != Look::Opens;
    let past = end + at + mark.len_utf8();
    (closes && past > inside).then_some((near.get(..at)?, words.get(past..)?))
}

/// Whether the sentence goes on after the quotation, without a speaker.
fn goes_on(after: &str) -> bool {
    let marked = after.starts_with([';', ',', ':']);
    let next = after.trim_start_matches([' ', ',']);
    let mut parts = next.split([' ', ',', '.']);
    let first = parts.next().unwrap_or_default();
    let told = SPEECH_VERBS.has(first) || SPEAKERS.has(first);
    (marked || after.starts_with(' '))
        && next.starts_with(|c: char| c.is_lowercase() || c == ';')
        && !told
}
