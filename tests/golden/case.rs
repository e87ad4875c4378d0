//! The cases of a golden file: a title, the marked text, properties, `---` between cases.
//!
//! Leaves the marks inside the text to `marked.rs`.

/// One case.
#[derive(Clone, Debug, PartialEq)]
pub struct Case {
    /// The line its title stands on.
    pub line: usize,
    pub title: String,
    /// The text with its marks.
    pub marked: String,
    /// The lines that begin with `= `, without that.
    pub properties: Vec<String>,
}

/// The cases of a file, or the line and what is wrong with it.
pub fn parse(file: &str) -> Result<Vec<Case>, (usize, String)> {
    let mut cases = Vec::new();
    let mut lines = Vec::new();
    for (line, words) in (1..).zip(file.lines()) {
        if words == "---" {
            cases.push(case(&lines).ok_or((line, NO_CASE.into()))?);
            lines.clear();
        } else {
            lines.push((line, words));
        }
    }
    let last = file.lines().count().max(1);
    cases.push(case(&lines).ok_or((last, NO_CASE.into()))?);
    for case in cases.iter() {
        check(case)?;
    }
    Ok(cases)
}

const NO_CASE: &str = "a case is a line `# title`, then its text, then lines `= property`";

fn case(lines: &[(usize, &str)]) -> Option<Case> {
    let (&(line, title), rest) = lines.split_first()?;
    let title = title.strip_prefix("# ")?.to_owned();
    let text = rest.iter().take_while(|(_, words)| !words.starts_with("= ")).count();
    let (text, properties) = rest.split_at(text);
    let marked: Vec<&str> = text.iter().map(|(_, words)| *words).collect();
    let properties: Option<Vec<String>> =
        properties.iter().map(|(_, words)| words.strip_prefix("= ").map(str::to_owned)).collect();
    Some(Case { line, title, marked: marked.join("\n"), properties: properties? })
}

fn check(case: &Case) -> Result<(), (usize, String)> {
    let text = &case.marked;
    let wrong = if text.trim().is_empty() {
        "no text under the title"
    } else if text.starts_with('\n') || text.ends_with('\n') {
        "an empty line at an end of the text"
    } else if text.lines().any(|line| line.starts_with("# ")) {
        "a second title; `---` goes between cases"
    } else {
        return Ok(());
    };
    Err((case.line, wrong.to_owned()))
}

/// The file of some cases: what `parse` reads.
pub fn print(cases: &[Case]) -> String {
    let one = |case: &Case| {
        let properties: String = case.properties.iter().map(|p| format!("= {p}\n")).collect();
        format!("# {}\n{}\n{properties}", case.title, case.marked)
    };
    cases.iter().map(one).collect::<Vec<_>>().join("---\n")
}

#[test]
fn a_file_is_read_and_printed_back() {
    let file = "# One\nA text\n\nin two blocks\n= 1: form direct\n---\n# Two\nAnother\n";
    let cases = parse(file).unwrap();
    assert_eq!((cases.len(), cases[1].line, cases[0].properties.len()), (2, 7, 1));
    assert_eq!(print(&cases), file);
}

#[test]
fn a_malformed_file_is_refused_with_its_line() {
    for (file, line) in [
        ("", 1),
        ("no title\n", 1),
        ("# Title\n", 1),
        ("# Title\ntext\n---\n", 3),
        ("# Title\ntext\n---\ntext\n", 4),
        ("# Title\ntext\n= 1: form direct\ntext\n", 4),
        ("# Title\n\ntext\n", 1),
        ("# Title\ntext\n# Title\ntext\n", 1),
    ] {
        assert_eq!(parse(file).unwrap_err().0, line, "{file:?}");
    }
}
