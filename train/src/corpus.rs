//! Owns reading documents with their sentences: JSONL with `text` and `sentences`, in code points.

use std::{fs, io, path::Path};

use serde::Deserialize;

/// A text with its sentences.
#[derive(Clone, Debug)]
pub struct Document {
    /// Its name in the corpus.
    pub id: String,
    /// The text.
    pub text: String,
    /// The offsets of its sentences, in bytes.
    pub sentences: Vec<(usize, usize)>,
}

#[derive(Deserialize)]
struct Line {
    id: String,
    text: String,
    sentences: Vec<(usize, usize)>,
}

/// Reads every document of a file.
pub fn documents(path: &Path) -> io::Result<Vec<Document>> {
    let file = fs::read_to_string(path)?;
    file.lines().filter(|line| !line.trim().is_empty()).map(document).collect()
}

fn document(line: &str) -> io::Result<Document> {
    let Line { id, text, sentences } = serde_json::from_str(line)?;
    let mut bytes: Vec<usize> = text.char_indices().map(|(at, _)| at).collect();
    bytes.push(text.len());
    let at = |n: usize| bytes.get(n).copied().unwrap_or(text.len());
    let sentences = sentences.iter().map(|(start, end)| (at(*start), at(*end))).collect();
    Ok(Document { id, text, sentences })
}
