//! Which files of the project its comments and documents name.

use super::project::File;

const ENDINGS: [&str; 6] = [".rs", ".js", ".css", ".md", ".txt", ".py"];

/// What a file's comments name with a folder before it, with the line: `repair/link.rs`. A document is all comment.
pub fn named(file: &File) -> impl Iterator<Item = (usize, &str)> {
    let marks: &[&str] = match file.path.rsplit('.').next().unwrap_or_default() {
        "rs" | "js" => &["//", "/*", "*"],
        "md" => &[""],
        _ => &["#"],
    };
    let comments = file
        .lines()
        .zip(1..)
        .filter(|(line, _)| marks.iter().any(|mark| line.trim_start().starts_with(mark)));
    comments.flat_map(|(line, n)| paths(line).map(move |path| (n, path)))
}

fn paths(line: &str) -> impl Iterator<Item = &str> {
    let words = line.split(|c: char| !c.is_alphanumeric() && !"./_-".contains(c));
    words.map(|word| word.trim_end_matches(['.', '-'])).filter(|word| {
        let outside = word.contains("..") || word.starts_with(['/', '.']) || word.contains("//");
        word.contains('/') && !outside && ENDINGS.iter().any(|end| word.ends_with(end))
    })
}
