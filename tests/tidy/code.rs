//! Just enough reading of code for the house rules: identifiers, and how long functions are.

/// The words that identifiers are made of, in lower case, with their lines.
pub fn identifier_words(text: &str) -> Vec<(usize, String)> {
    let mut words = Vec::new();
    for (line, n) in text.lines().zip(1..) {
        let code = without_strings(line);
        let identifiers = code.split(|c: char| !c.is_alphanumeric() && c != '_');
        words.extend(identifiers.flat_map(parts).map(|word| (n, word)));
    }
    words
}

/// A line up to its comment, with nothing inside quotation marks.
fn without_strings(line: &str) -> String {
    let (mut out, mut open, mut last) = (String::new(), None, ' ');
    if line.trim_start().starts_with(['*', '/']) {
        return out;
    }
    for c in line.chars() {
        match open {
            Some(mark) if c == mark && last != '\\' => open = None,
            Some(_) => {}
            None if matches!(c, '"' | '`') => open = Some(c),
            None if c == '/' && last == '/' => break,
            None => out.push(c),
        }
        last = if last == '\\' { ' ' } else { c };
    }
    out
}

/// `readMarker` and `read_marker` → `read`, `marker`.
fn parts(identifier: &str) -> Vec<String> {
    let mut parts = vec![String::new()];
    for c in identifier.chars() {
        if c == '_' || c.is_uppercase() {
            parts.push(String::new());
        }
        if c != '_' {
            parts.last_mut().unwrap().extend(c.to_lowercase());
        }
    }
    parts.retain(|part| !part.is_empty());
    parts
}

/// How many lines the body of each function has; rustfmt puts its end under its beginning.
pub fn function_lengths(text: &str) -> Vec<usize> {
    let lines: Vec<&str> = text.lines().collect();
    let mut lengths = Vec::new();
    for (n, line) in lines.iter().enumerate() {
        let indent = &line[..line.len() - line.trim_start().len()];
        if !is_function(line.trim_start()) {
            continue;
        }
        let opening = lines[n..].iter().position(|line| line.ends_with('{') || line.ends_with(';'));
        let end = lines[n..].iter().position(|line| *line == format!("{indent}}}"));
        if let (Some(opening), Some(end)) = (opening, end)
            && opening < end
        {
            lengths.push(end - opening - 1);
        }
    }
    lengths
}

fn is_function(line: &str) -> bool {
    let mut words = line.split_whitespace();
    words.find(|word| !word.starts_with("pub") && !["const", "async"].contains(word)) == Some("fn")
}

#[test]
fn identifiers_fall_into_words_and_strings_do_not_count() {
    let words = identifier_words("let read_marker = \"keyword\"; // trigger\nnewManager()");
    let words: Vec<_> = words.iter().map(|(line, word)| (*line, word.as_str())).collect();
    assert_eq!(words, [(1, "let"), (1, "read"), (1, "marker"), (2, "new"), (2, "manager")]);
}

#[test]
fn the_body_of_a_function_is_counted_without_its_braces() {
    let text = "pub const fn a(\n    b: u8,\n) -> u8 {\n    b\n}\n\n    fn c() {\n        d();\n        e();\n    }\n";
    assert_eq!(function_lengths(text), [1, 2]);
}
