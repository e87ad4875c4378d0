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

/// The sentences of a file; those whose words the treebank may not give away are left out.
pub fn read(path: &Path) -> io::Result<Vec<Sentence>> {
    let text = fs::read_to_string(path)?;
    let mut document = String::new();
    let mut sentences = Vec::new();
    for block in text.split("\n\n") {
        let (mut words, mut tags) = (String::new(), Vec::new());
        let mut spans = Vec::new();
        for line in block.lines() {
            if let Some(id) = line.strip_prefix("# newdoc id = ") {
                document = id.to_owned();
            }
            let columns: Vec<&str> = line.split('\t').collect();
            if let [id, form, _, _, tag, ..] = columns[..]
                && id.bytes().all(|b| b.is_ascii_digit())
            {
                spans.push(Span::new(words.len(), words.len() + form.len()));
                words.push_str(form);
                words.push(' ');
                tags.push(self::tag(tag));
            }
        }
        let hidden = words.chars().all(|c| matches!(c, '_' | ' '));
        if !tags.is_empty() && !hidden {
            let mut tokens = Tokens::default();
            spans.into_iter().for_each(|span| tokens.push(&words, span));
            sentences.push(Sentence { document: document.clone(), tokens, tags });
        }
    }
    Ok(sentences)
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
