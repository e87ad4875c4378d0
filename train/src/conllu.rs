//! Owns the reading of CoNLL-U files: forms and Penn tags.

use std::{fs, io, path::Path};

use saidso::{Span, Tag, Tokens};

/// One sentence with its gold tags.
pub struct Sentence {
    /// The document it comes from.
    pub document: String,
    /// Its tokens, cut as the treebank cuts them.
    pub tokens: Tokens,
    /// Their tags.
    pub tags: Vec<Tag>,
}

/// The line of a word, and where the word stands in the text.
pub struct Line<'b> {
    /// Its columns.
    pub columns: [&'b str; 10],
    /// Where it stands, in bytes.
    pub span: Span,
}

/// The sentences of a file; those whose words the treebank is not allowed to publish are left out.
pub fn read(path: &Path) -> io::Result<Vec<Sentence>> {
    let file = fs::read_to_string(path)?;
    let mut document = String::new();
    let mut sentences = Vec::new();
    for block in file.split("\n\n") {
        if let Some(id) = block.lines().find_map(|line| line.strip_prefix("# newdoc id = ")) {
            document = id.to_owned();
        }
        let mut text = String::new();
        let lines = write(block, &mut text);
        let hidden = text.chars().all(|c| matches!(c, '_' | ' '));
        if !hidden {
            let mut tokens = Tokens::default();
            lines.iter().for_each(|line| tokens.push(&text, line.span));
            let tags = lines.iter().map(|line| tag(line.columns[4])).collect();
            sentences.push(Sentence { document: document.clone(), tokens, tags });
        }
    }
    Ok(sentences)
}

/// Appends a sentence with its original spacing to `text`, with a blank at its end; returns its words.
pub fn write<'b>(sentence: &'b str, text: &mut String) -> Vec<Line<'b>> {
    let mut lines = Vec::new();
    // The last word of a multi-word token, and the space after it.
    let (mut joined, mut space) = (0, "");
    for line in sentence.lines() {
        let columns: Vec<&str> = line.split('\t').collect();
        let Ok(columns) = <[&str; 10]>::try_from(columns) else { continue };
        let [id, form, .., more] = columns;
        let after = if more.contains("SpaceAfter=No") { "" } else { " " };
        if let Some((_, last)) = id.split_once('-') {
            (joined, space) = (last.parse().unwrap_or(0), after);
        } else if let Ok(number) = id.parse::<usize>() {
            lines.push(Line { columns, span: Span::new(text.len(), text.len() + form.len()) });
            text.push_str(form);
            text.push_str(match number.cmp(&joined) {
                std::cmp::Ordering::Less => "",
                std::cmp::Ordering::Equal => space,
                std::cmp::Ordering::Greater => after,
            });
        }
    }
    lines
}

fn tag(name: &str) -> Tag {
    match name {
        "." => Tag::Stop,
        "," => Tag::Comma,
        ":" => Tag::Colon,
        "-LRB-" | "-LSB-" => Tag::Open,
        "-RRB-" | "-RSB-" => Tag::Close,
        "``" => Tag::OpenQuote,
        "''" => Tag::CloseQuote,
        "$" => Tag::Dollar,
        "PRP$" => Tag::PRPP,
        "WP$" => Tag::WPP,
        _ => Tag::ALL.into_iter().find(|tag| format!("{tag:?}") == name).unwrap_or(Tag::XX),
    }
}
