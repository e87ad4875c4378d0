//! Just enough reading of Rust to find words that stand in code and belong in a list: string literals of
//! letters outside tests, comments, attributes, rows of rules, names of lists, and names of columns.

/// Around a literal, these calls, macros and structs hold names or text for people, no words to match.
const NO_WORDS: [&str; 17] = [
    "rule",
    "row",
    "stage",
    "note",
    "named",
    "text",
    "sentence",
    "include_str",
    "include_bytes",
    "Info",
    "concat",
    "env",
    "cfg",
    "format",
    "write",
    "writeln",
    "#",
];

/// The literals of a file that hold words, with their lines.
pub fn words(text: &str) -> Vec<(usize, String)> {
    let tests = ["#[cfg(test)]\nmod ", "#[cfg(test)]\npub mod ", "\nmod tests {", "\n#[test]"];
    let tests = tests.iter().filter_map(|start| text.find(start)).min();
    let code = &text[..tests.unwrap_or(text.len())];
    let literals = literals(code).into_iter().filter(|(_, literal)| {
        let letters = literal.chars().all(|c| c.is_alphabetic() || " '-’".contains(c));
        letters && literal.contains(char::is_alphabetic)
    });
    let column = |line: usize| code.lines().nth(line - 1).is_some_and(names_a_column);
    literals.filter(|(line, _)| !column(*line)).collect()
}

/// Whether a line is about a column of a lexicon: `"clause" => Self::Clause`, `Modal "modal",`, `row.column(1)`.
fn names_a_column(line: &str) -> bool {
    let variant = |words: &str| words.trim_start_matches("Some(").starts_with(char::is_uppercase);
    let meaning = line.split_once("\" => ").map(|(_, meaning)| meaning);
    let meaning = meaning.is_some_and(|meaning| {
        meaning.starts_with("of(") || variant(meaning) && meaning.contains("::")
    });
    let name = line.trim().strip_suffix("\",").and_then(|line| line.split_once(" \""));
    let named = name.is_some_and(|(kind, _)| variant(kind) && !kind.contains(' '));
    let code = line.trim().starts_with("Self::") && line.contains(" => \"");
    meaning || named || code || line.contains(".column(")
}

/// All string literals that do not stand inside one of [`NO_WORDS`].
fn literals(code: &str) -> Vec<(usize, String)> {
    let (mut found, mut around, mut line) = (Vec::new(), Vec::new(), 1);
    let (mut at, mut name) = (0, 0);
    while let Some(c) = code[at..].chars().next() {
        let rest = &code[at..];
        match c {
            '"' => {
                let end = closing(rest);
                if !around.iter().any(|own| NO_WORDS.contains(own)) {
                    found.push((line, rest[1..end].to_owned()));
                }
                line += rest[..end].matches('\n').count();
                at += end;
            }
            '/' if rest.starts_with("//") => {
                at += rest.find('\n').unwrap_or(rest.len());
                continue;
            }
            '\'' => at += character(rest),
            '(' | '[' | '{' => around.push(last_name(&code[name..at])),
            ')' | ']' | '}' => drop(around.pop()),
            ';' | ',' => name = at,
            '\n' => line += 1,
            _ => {}
        }
        at += code[at..].chars().next().map_or(1, char::len_utf8);
    }
    found
}

/// How far the quotation mark is that closes a character; 0 where the mark opens a lifetime.
fn character(rest: &str) -> usize {
    let escape = usize::from(rest.starts_with("'\\"));
    let mut after = rest.char_indices().skip(2 + escape);
    after.next().filter(|(_, c)| *c == '\'').map_or(0, |(at, _)| at)
}

/// Where a literal closes.
fn closing(rest: &str) -> usize {
    let mut escaped = false;
    let mut inside = rest.char_indices().skip(1);
    let end = inside.find(|(_, c)| {
        let closes = *c == '"' && !escaped;
        escaped = *c == '\\' && !escaped;
        closes
    });
    end.map_or(rest.len() - 1, |(at, _)| at)
}

/// The name right before a bracket: of a call, a macro, a struct; `#` of an attribute.
fn last_name(before: &str) -> &str {
    let before = before.trim_end().trim_end_matches('!');
    let start = before.rfind(|c: char| !c.is_alphanumeric() && c != '_');
    match start {
        Some(at) if at + 1 == before.len() && before.ends_with('#') => "#",
        Some(at) => &before[at + before[at..].chars().next().map_or(1, char::len_utf8)..],
        None => before,
    }
}

#[test]
fn words_to_match_are_found_and_names_are_not() {
    let code = "#[allow(x, reason = \"no word\")]\nfn f() { matches!(norm, \"who\" | \",\") }\n// \"no\"\n\
                static A: List = List::named(\"name\");\nconst R: X = rule(\"E1\", \"name\", \"Does.\", \"it\", f);\n\
                match c { '{' | '\"' => g(\"that\"), _ => {} }\n    \"clause\" => Some(Self::Clause),\n";
    let words = words(code);
    let words: Vec<_> = words.iter().map(|(line, word)| (*line, word.as_str())).collect();
    assert_eq!(words, [(2, "who"), (6, "that")]);
}
