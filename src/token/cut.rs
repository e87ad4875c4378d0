//! Owns where a token ends: one pass over the characters that looks a few ahead and never back.

use unicode_segmentation::UnicodeSegmentation;

use crate::{
    lexicon::list::List,
    text::{note::is_raised, script::is_hidden},
};

/// Words that are two tokens, with a hyphen where the second begins: `can-not`.
static FUSED: List = List::named("two-words-in-one");

/// Prefixes that a hyphen does not separate from their word: `e-mail`, `re-elected`.
static PREFIXES: List = List::named("hyphen-prefix");

/// Abbreviations that keep their full stop at the end of a sentence.
static ABBREVIATIONS: List = List::named("abbreviation-at-end");

/// Shortened words after an apostrophe: the `s` of `Li’s`, the `ll` of `we’ll`.
static CLITICS: List = List::named("clitic");

/// How far to search for an e-mail address, so that the time stays linear.
const LONGEST_NAME: usize = 64;

/// The length of the token at the start of `rest`, the rest of a sentence; 0 only where that is empty.
///
/// `glued` says that no white space stands before it.
pub fn token_len(rest: &str, glued: bool) -> usize {
    if let Some(word) = plain(rest) {
        return fused(word).unwrap_or(word.len());
    }
    let Some(first) = rest.chars().next() else { return 0 };
    if first.is_alphanumeric() || first == '_' {
        return link_len(rest).unwrap_or_else(|| word_len(rest));
    }
    if is_apostrophe(first) {
        let after = rest.get(first.len_utf8()..).unwrap_or_default();
        let letters = letters_len(after);
        if glued && CLITICS.has_any_case(after.get(..letters).unwrap_or_default()) {
            return first.len_utf8() + letters;
        }
        if !glued && is_decade(after) {
            return first.len_utf8() + after.len()
                - after.trim_start_matches(char::is_alphanumeric).len();
        }
    }
    if matches!(first, '@' | '#') && rest.chars().nth(1).is_some_and(char::is_alphanumeric) {
        return 1 + run_len(rest.get(1..).unwrap_or_default(), |c| c.is_alphanumeric() || c == '_');
    }
    mark_len(rest, first)
}

/// The word at the start of `rest` if only plain letters belong to it, as in most words.
fn plain(rest: &str) -> Option<&str> {
    let letters = rest.bytes().take_while(u8::is_ascii_alphabetic).count();
    let ends = rest.as_bytes().get(letters).is_none_or(|byte| matches!(byte, b' ' | b','));
    rest.get(..letters).filter(|word| ends && !word.is_empty())
}

/// Where the second token begins in a word that is two tokens.
fn fused(word: &str) -> Option<usize> {
    FUSED.words().iter().filter(|fused| fused.len() == word.len() + 1).find_map(|fused| {
        let (first, second) = fused.split_once('-')?;
        let (head, tail) = word.split_at_checked(first.len())?;
        (head.eq_ignore_ascii_case(first) && tail.eq_ignore_ascii_case(second))
            .then_some(head.len())
    })
}

fn mark_len(rest: &str, first: char) -> usize {
    let run = match first {
        '.' | '-' | '*' | '=' | '~' => run_len(rest, |c| c == first),
        '!' | '?' => run_len(rest, |c| matches!(c, '!' | '?')),
        '\'' | '`' | '‘' | '’' if rest.chars().nth(1) == Some(first) => 2 * first.len_utf8(),
        _ => 0,
    };
    // Characters such as the joiners and colours of an emoji belong to the mark before them.
    let grapheme = || rest.graphemes(true).next().map_or(first.len_utf8(), str::len);
    let next = rest.as_bytes().get(first.len_utf8());
    if run > first.len_utf8() {
        run
    } else if first.is_ascii() && next.is_none_or(u8::is_ascii) {
        1
    } else {
        grapheme()
    }
}

/// The length of a web or e-mail address, without the marks that follow it.
fn link_len(rest: &str) -> Option<usize> {
    let is_web = ["http://", "https://", "www."]
        .iter()
        .any(|p| rest.get(..p.len()).is_some_and(|start| start.eq_ignore_ascii_case(p)));
    let is_name = |b: &u8| b.is_ascii_alphanumeric() || b".-_%+".contains(b);
    let name = rest.bytes().take(LONGEST_NAME).take_while(|b| is_name(b)).count();
    let after = rest.get(name..).unwrap_or_default();
    let is_mail = after.starts_with('@') && after.chars().nth(1).is_some_and(char::is_alphanumeric);
    let chunk = match (is_web, is_mail) {
        (true, _) => {
            run_len(rest, |c| !c.is_whitespace() && !matches!(c, '"' | '“' | '”' | '<' | '>'))
        }
        (_, true) => {
            let host = after.get(1..).unwrap_or_default();
            name + 1 + run_len(host, |c| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_'))
        }
        _ => return None,
    };
    let link = rest.get(..chunk)?.trim_end_matches(|c: char| !c.is_alphanumeric() && c != '/');
    Some(link.len()).filter(|&len| len > 0)
}

fn word_len(rest: &str) -> usize {
    if rest.starts_with(['n', 'N']) {
        let tail = rest.get(1..).unwrap_or_default();
        if let Some(len) = not_len(tail) {
            return 1 + len;
        }
    }
    let mut end = 0;
    // Where the part after the last full stop begins: each part of `U.S.` is a single letter.
    let mut part = 0;
    let mut stops = 0;
    loop {
        let after = rest.get(end..).unwrap_or_default();
        let letters = letters_len(after);
        end += letters;
        let after = rest.get(end..).unwrap_or_default();
        let Some(mark) = after.chars().next() else { break };
        let beyond = after.get(mark.len_utf8()..).unwrap_or_default();
        if is_apostrophe(mark) {
            let tail = beyond.get(..letters_len(beyond)).unwrap_or_default();
            if not_len(after).is_some() && rest.get(..end).unwrap_or_default().ends_with(['n', 'N'])
            {
                return if end > 1 { end - 1 } else { end };
            }
            if tail.is_empty() || CLITICS.has_any_case(tail) {
                break;
            }
        } else if mark == '.' && joins_stop(rest.get(part..end).unwrap_or_default(), beyond) {
            stops += 1;
            part = end + 1;
        } else if !joins(rest.get(..end).unwrap_or_default(), mark, beyond) {
            break;
        }
        end += mark.len_utf8();
    }
    let word = rest.get(..end).unwrap_or_default();
    if let Some(at) = fused(word) {
        return at;
    }
    end + usize::from(keeps_stop(word, stops > 0, rest.get(end..).unwrap_or_default()))
}

/// The length of the letters and digits at the start of `rest`, with their combining accents.
fn letters_len(rest: &str) -> usize {
    let is_part = |c: char| c.is_alphanumeric() || c == '_';
    let mut end = 0;
    loop {
        let after = rest.get(end..).unwrap_or_default();
        let letters = run_len(after, is_part);
        let hidden = joint_len(after, letters);
        let word = after.get(..letters).unwrap_or_default();
        // `said²` has the mark of a note, `km²` is a word.
        let raised = word.char_indices().find(|(at, c)| *at > 3 && is_raised(*c));
        let hidden = if raised.is_some() { 0 } else { hidden };
        let letters = raised.map_or(letters, |(at, _)| at);
        end += letters + hidden;
        if hidden > 0 {
            continue;
        }
        let Some(mark) = after.get(letters..).and_then(|rest| rest.chars().next()) else { break };
        let Some(last) = after.get(..letters).and_then(|word| word.chars().next_back()) else {
            break;
        };
        if mark.is_ascii() {
            break;
        }
        let from = end - last.len_utf8();
        let grapheme = rest.get(from..).and_then(|rest| rest.graphemes(true).next());
        let carried = grapheme.map_or(0, str::len).saturating_sub(last.len_utf8());
        if carried == 0 {
            break;
        }
        end += carried;
    }
    end
}

/// The length of invisible separators after `letters` bytes of a word: soft hyphens, characters of no width, the
/// hyphen at a line's end of `an-⏎nounced`; 0 where the word ends.
fn joint_len(rest: &str, letters: usize) -> usize {
    let after = rest.get(letters..).unwrap_or_default();
    let hidden = run_len(after, is_hidden);
    if hidden > 0 && after.get(hidden..).is_some_and(|rest| rest.starts_with(char::is_alphanumeric))
    {
        return hidden;
    }
    let Some(beyond) = after.strip_prefix('-') else { return 0 };
    let next = beyond.trim_start_matches([' ', '\t', '\r']);
    let Some(next) = next.strip_prefix('\n').map(str::trim_start) else { return 0 };
    let tail = next.get(..run_len(next, char::is_lowercase)).unwrap_or_default();
    let parted = letters > 1 && tail.len() > 1 && !COMPOUND_TAILS.has(tail);
    if parted { after.len() - next.len() } else { 0 }
}

/// `words` without invisible separators: `Donna` for `Don-⏎na`.
pub fn unbroken(words: &str) -> String {
    let (mut found, mut from, mut at) = (String::with_capacity(words.len()), 0, 0);
    while let Some(c) = words.get(at..).and_then(|rest| rest.chars().next()) {
        match joint_len(words.get(from..).unwrap_or_default(), at - from) {
            0 if is_hidden(c) => at += c.len_utf8(),
            0 => {
                found.push(c);
                at += c.len_utf8();
            }
            joint => at += joint,
        }
        if !c.is_alphanumeric() {
            from = at;
        }
    }
    found
}

/// Second parts of compounds, before which a hyphen at a line's end stays: `Oslo-⏎based`.
static COMPOUND_TAILS: List = List::named("compound-tail");

/// Whether a mark inside a word belongs to it: `1,000`, `10:30`, `9/11`, `AT&T`, `A/S`, `e-mail`.
fn joins(before: &str, mark: char, beyond: &str) -> bool {
    let digit = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit());
    let numbers = digit(before.chars().next_back()) && digit(beyond.chars().next());
    match mark {
        ',' => numbers && run_len(beyond, |c| c.is_ascii_digit()) == 3,
        ':' => numbers,
        '/' => {
            let letter = |word: &str| run_len(word, char::is_alphanumeric) == 1;
            let upper = |word: &str| letter(word) && word.starts_with(char::is_uppercase);
            numbers || before.chars().count() == 1 && upper(before) && upper(beyond)
        }
        '&' => {
            let upper = |c: Option<char>| c.is_some_and(char::is_uppercase);
            upper(before.chars().next_back()) && upper(beyond.chars().next())
        }
        '-' => beyond.starts_with(char::is_alphabetic) && PREFIXES.has_any_case(before),
        _ => false,
    }
}

/// Whether a full stop inside a word belongs to it: `3.5`, `U.S`, `Ph.D`, `example.com`.
fn joins_stop(part: &str, beyond: &str) -> bool {
    let Some(next) = beyond.chars().next().filter(|c| c.is_alphanumeric()) else { return false };
    let digits = part.ends_with(|c: char| c.is_ascii_digit());
    match next {
        _ if next.is_ascii_digit() => digits,
        _ if next.is_lowercase() => true,
        _ => !digits && part.chars().nth(2).is_none(),
    }
}

/// Whether the full stop after a word is part of it, as in `U.S.` and `Mr. Li`.
fn keeps_stop(word: &str, has_stops: bool, after: &str) -> bool {
    if !after.starts_with('.') || after.starts_with("..") {
        return false;
    }
    let beyond = after.get(1..).unwrap_or_default();
    let starts_alone = word.chars().next().is_some_and(char::is_alphabetic);
    let letters = word.chars().count();
    let known = || ABBREVIATIONS.has_any_case(word);
    // Inside a sentence, only an abbreviation ends with a stop.
    let inside =
        || letters <= 5 && beyond.starts_with(char::is_whitespace) && !beyond.trim().is_empty();
    let short_parts = || word.rsplit('.').next().is_some_and(|part| part.chars().nth(1).is_none());
    starts_alone && ((has_stops && short_parts()) || known() || inside())
}

/// The rest of `n’t` after its `n`.
fn not_len(tail: &str) -> Option<usize> {
    let mark = tail.chars().next().filter(|&c| is_apostrophe(c))?;
    let letters = tail.get(mark.len_utf8()..)?;
    let ends = !letters.get(1..)?.starts_with(char::is_alphanumeric);
    (letters.starts_with(['t', 'T']) && ends).then_some(mark.len_utf8() + 1)
}

/// Whether two digits of a year follow an apostrophe: `’90s`, `’08`.
fn is_decade(after: &str) -> bool {
    let digits = run_len(after, |c| c.is_ascii_digit());
    let beyond = after.get(digits..).unwrap_or_default();
    digits == 2 && !beyond.strip_prefix('s').unwrap_or(beyond).starts_with(char::is_alphanumeric)
}

const fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’' | '‘' | 'ʼ')
}

fn run_len(rest: &str, is_part: impl Fn(char) -> bool) -> usize {
    rest.find(|c| !is_part(c)).unwrap_or(rest.len())
}

#[cfg(test)]
mod tests {
    use crate::{text::span::Span, token::tokens::Tokens};

    /// Each sentence with `|` where a cut falls besides the blanks.
    const CASES: [&str; 30] = [
        "She does|n’t|, he ca|n't|, they wo|n’t|.",
        "Can|not means can not|.",
        "Ms. Li|’s plan|, the ministers|’ plan|.",
        "I|’m sure they|’ve left|; we|’d say they|’ll stay|.",
        "“|We wo|n’t|,|” she said|.",
        "the U.S. economy",
        "He lives in the U.S.",
        "They work for Acme Inc.",
        "The talks ended|.",
        "A six|-|month e-mail re-elected co-founder",
        "|$|3.5m|, |£|20|, 90|%|, 1,000|.",
        "at 10:30 a.m. on 9/11",
        "See https://example.com/a-b?c=d|.",
        "Write to a.b@example.org|, or not|.",
        "Example.com and AT&T",
        "@ode and #vote today",
        "Wait|... what|?! No|--|yes|—|no|…",
        "gon|na got|ta",
        "O’Neill and Qa'ida at five o’clock",
        "the ’90s and the 1990s",
        "J. Ode met Gov. Li|.",
        "Ph.D. and D.C.",
        "and|/|or",
        "(|as he put it|)",
        "‘|Yes|,|’ he said|.",
        "a|..|b",
        "Zoë and naïve cafe\u{301}s",
        "👩‍👩‍👧|👍🏽",
        "«|Oui|»",
        "2015|-|16",
    ];

    fn cut(sentence: &str) -> String {
        let mut tokens = Tokens::default();
        tokens.push_sentence(sentence, Span::new(0, sentence.len()));
        let mut out = String::new();
        let mut at = 0;
        for token in tokens.list() {
            let blank = Span::new(at, token.span.start).of(sentence);
            if at > 0 && blank.is_empty() {
                out.push('|');
            }
            out += blank;
            out += token.span.of(sentence);
            at = token.span.end;
        }
        out
    }

    #[test]
    fn words_are_cut_where_the_treebanks_cut_them() {
        for case in CASES {
            let case = case.trim_start_matches('|').replace(" |", " ");
            assert_eq!(cut(&case.replace('|', "")), case);
        }
    }

    #[test]
    fn cutting_is_linear() {
        for hard in ["a-", "'", "a'", "a.", "1,", "\u{301}", "n't", "\"", "www.", "é\u{301}"] {
            assert!(!cut(&hard.repeat(20_000)).is_empty(), "{hard}");
        }
    }
}
