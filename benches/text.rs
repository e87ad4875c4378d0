//! Texts of any size, made of the page's own sample article.

const SAMPLE: &str = include_str!("../www/page/sample.js");

/// The sample's paragraphs over and over, cut at `bytes` or a few before.
pub fn text(bytes: usize) -> String {
    let article = SAMPLE.split('`').nth(1).unwrap_or_default();
    let paragraphs = article.split_inclusive("\n\n");
    let mut text: String =
        paragraphs.cycle().scan(0, |sum, next| until(sum, next, bytes)).collect();
    text.truncate(text.floor_char_boundary(bytes));
    text
}

/// The same words as one sentence: titles and initials keep their full stops, no mark ends it.
pub fn endless(bytes: usize) -> String {
    let words = "and then Mr. Osei, who met J. R. Falk of the U.S. Treasury at 5 p.m. EST on Nov. 3, said \
                 that the (very old) pier, e.g. its “north end”, had cost $4.2 million, ";
    words.chars().cycle().take(bytes).collect()
}

fn until<'t>(sum: &mut usize, next: &'t str, bytes: usize) -> Option<&'t str> {
    let more = *sum < bytes;
    *sum += next.len();
    more.then_some(next)
}

#[test]
fn a_text_has_the_size_asked_for() {
    for bytes in [0, 1_000, 100_000] {
        assert!(text(bytes).len().abs_diff(bytes) < 4);
    }
}
