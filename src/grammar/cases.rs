//! Owns the running of golden files whose marks no report shows: numbers and names.
//!
//! The notation is that of `tests/golden/README.md`, without ids and properties.

use crate::{grammar::word::Words, text::span::Span, token::document::Document};

/// Compares what `find` finds in each case of a file with what the case marks.
pub fn check(file: &str, find: fn(&Words) -> Vec<(Span, &'static str)>) {
    let failures: Vec<String> =
        file.split("\n---\n").filter_map(|case| failure(case, find)).collect();
    assert!(failures.is_empty(), "{} wrong\n{}", failures.len(), failures.join("\n"));
}

fn failure(case: &str, find: fn(&Words) -> Vec<(Span, &'static str)>) -> Option<String> {
    let (title, marked) = case.trim_end().split_once('\n')?;
    assert!(title.starts_with("# "), "a case without a title: {case}");
    let text = plain(marked);
    let found = print(&text, &find(&Words::new(&Document::new(&text, &[]))));
    (found != marked).then(|| format!("{title}\n- {marked}\n+ {found}\n"))
}

fn plain(marked: &str) -> String {
    let part =
        |part: &str| part.split_once(' ').map_or(String::new(), |(_, words)| words.to_owned());
    let mut parts = marked.split('{');
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |text, after| text + &part(after)).replace('}', "")
}

fn print(text: &str, found: &[(Span, &str)]) -> String {
    let (mut marked, mut end) = (String::new(), 0);
    for (span, role) in found {
        marked += &format!("{}{{{role} {}}}", &text[end..span.start], span.of(text));
        end = span.end;
    }
    marked + &text[end..]
}
