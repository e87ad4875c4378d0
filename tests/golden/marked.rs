//! The marks inside a golden text: `{cue said}`, `{cue.2 said}`, and `÷`.
//!
//! Leaves what the roles mean to `kind.rs`.

use saidso::Span;

/// A mark: what it says of which words. A boundary, `÷`, covers none.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Mark {
    pub span: Span,
    pub role: String,
    /// Joins marks that belong together; none where the text gives none.
    pub id: Option<usize>,
}

/// The role of a boundary.
pub const BOUNDARY: &str = "÷";

/// The text without its marks, and the marks in order of their ends.
pub fn parse(marked: &str) -> Result<(String, Vec<Mark>), String> {
    let (mut text, mut marks, mut open) = (String::new(), Vec::new(), Vec::new());
    let mut rest = marked;
    while let Some(c) = rest.chars().next() {
        rest = &rest[c.len_utf8()..];
        match c {
            '{' => {
                let (label, after) = rest.split_once(' ').ok_or("a `{` without its label")?;
                open.push((label_of(label)?, text.len()));
                rest = after;
            }
            '}' => {
                let ((role, id), start) = open.pop().ok_or("a `}` without its `{`")?;
                if start == text.len() {
                    return Err(format!("nothing stands in `{{{role} }}`"));
                }
                marks.push(Mark { span: Span::new(start, text.len()), role, id });
            }
            '÷' => {
                let span = Span::new(text.len(), text.len());
                marks.push(Mark { span, role: BOUNDARY.into(), id: None });
            }
            c => text.push(c),
        }
    }
    match open.pop() {
        Some(((role, _), _)) => Err(format!("`{{{role}` is never closed")),
        None => Ok((text, marks)),
    }
}

fn label_of(label: &str) -> Result<(String, Option<usize>), String> {
    let (role, id) = match label.split_once('.') {
        Some((role, id)) => (role, Some(id.parse().map_err(|_| format!("`{id}` is no id"))?)),
        None => (label, None),
    };
    let plain = role.chars().all(|c| c.is_ascii_lowercase() || c == '-');
    if role.is_empty() || !plain || id == Some(0) {
        return Err(format!("`{{{label}` has no label such as `{{cue said}}` or `{{cue.1 said}}`"));
    }
    Ok((role.to_owned(), id))
}

/// The text with its marks; where two marks cross, the text and a list of them.
pub fn print(text: &str, marks: &[Mark]) -> String {
    let mut marks: Vec<&Mark> = marks.iter().collect();
    // At one place the wider mark opens first, so that the narrower one stands inside.
    marks.sort_by_key(|m| (m.span.start, std::cmp::Reverse(m.span.end), &m.role, m.id));
    nested(text, &marks).unwrap_or_else(|| {
        let list = |m: &&Mark| format!("\n  {}: {}", label(m), m.span.of(text));
        format!("{text}\n  marks that cross:{}", marks.iter().map(list).collect::<String>())
    })
}

fn nested(text: &str, marks: &[&Mark]) -> Option<String> {
    let (mut out, mut open, mut done) = (String::new(), Vec::new(), 0);
    for mark in marks {
        while let Some(end) = open.pop_if(|end| *end <= mark.span.start) {
            out += text.get(done..end)?;
            out.push('}');
            done = end;
        }
        if open.last().is_some_and(|end| *end < mark.span.end) {
            return None;
        }
        out += text.get(done..mark.span.start)?;
        done = mark.span.start;
        if mark.role == BOUNDARY {
            out += BOUNDARY;
        } else {
            out += &format!("{{{} ", label(mark));
            open.push(mark.span.end);
        }
    }
    while let Some(end) = open.pop() {
        out += text.get(done..end)?;
        out.push('}');
        done = end;
    }
    Some(out + text.get(done..)?)
}

fn label(mark: &Mark) -> String {
    match mark.id {
        Some(id) => format!("{}.{id}", mark.role),
        None => mark.role.clone(),
    }
}

#[test]
fn marks_are_read_and_printed_back() {
    for marked in [
        "{source Ms. Li} {cue said} {content “we won’t cut”}.",
        "{content.1 a {source.2 b}{cue.2 c}} {cue.1 d} {content.1 e}",
        "One. ÷Two.÷Three.\n÷Four.",
        "no mark",
    ] {
        let (text, marks) = parse(marked).unwrap();
        assert!(!text.contains(['{', '}', '÷']), "{text}");
        assert_eq!(print(&text, &marks), marked);
    }
}

#[test]
fn malformed_marks_are_refused() {
    for marked in [
        "{cue said",
        "said}",
        "{cue}",
        "{ said}",
        "{cue.x said}",
        "{cue.0 said}",
        "{Cue said}",
        "{cue }",
    ] {
        assert!(parse(marked).is_err(), "{marked}");
    }
}

#[test]
fn marks_that_cross_are_listed() {
    let mark = |start, end| Mark { span: Span::new(start, end), role: "cue".into(), id: None };
    assert!(print("abcd", &[mark(0, 3), mark(1, 4)]).contains("cross"));
}
