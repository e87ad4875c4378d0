//! Owns reading documents with their attributions, and the labels their tokens should get.

use std::{error::Error, fs, path::Path};

use saidso::{Document, Span, training::Role};
use serde::Deserialize;

/// A text with its outermost attributions, in bytes.
pub struct Gold {
    /// Its name in the corpus.
    pub id: String,
    /// The text.
    pub text: String,
    /// The attributions.
    pub attributions: Vec<Parts>,
    /// Words whose part is not known.
    pub unknown: Vec<Span>,
}

/// Stands for the label of a token whose part is not known.
pub const UNKNOWN: u8 = u8::MAX;

/// The pieces of one attribution.
#[derive(Default)]
pub struct Parts {
    /// Who says it.
    pub source: Vec<Span>,
    /// The words that signal it.
    pub cue: Vec<Span>,
    /// What is said.
    pub content: Vec<Span>,
}

#[derive(Deserialize)]
struct Line {
    id: String,
    text: String,
    attributions: Vec<LineParts>,
}

#[derive(Deserialize)]
struct LineParts {
    source: Vec<(usize, usize)>,
    cue: Vec<(usize, usize)>,
    content: Vec<(usize, usize)>,
    /// Whether it is nested in another attribution's content.
    #[serde(default)]
    nested: bool,
}

/// Reads every document of a file.
pub fn read(path: &Path) -> Result<Vec<Gold>, Box<dyn Error>> {
    let file = fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))?;
    file.lines().map(document).collect()
}

fn document(line: &str) -> Result<Gold, Box<dyn Error>> {
    let Line { id, text, attributions } = serde_json::from_str(line)?;
    let mut bytes: Vec<usize> = text.char_indices().map(|(at, _)| at).collect();
    bytes.push(text.len());
    let spans = |spans: Vec<(usize, usize)>| {
        spans.into_iter().map(|(start, end)| Span::new(bytes[start], bytes[end])).collect()
    };
    let attributions = attributions
        .into_iter()
        .filter(|a| !a.nested)
        .map(|a| Parts { source: spans(a.source), cue: spans(a.cue), content: spans(a.content) })
        .collect();
    Ok(Gold { id, text, attributions, unknown: Vec::new() })
}

/// The part of a token, and the attributions it belongs to.
#[derive(Clone, Debug, Default)]
struct Played {
    part: Part,
    attributions: Vec<usize>,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Part {
    #[default]
    None,
    Source,
    Cue,
    Content,
}

/// The gold labels of a document's tokens.
pub fn labels(document: &Document, gold: &Gold) -> Vec<u8> {
    let played = played(document, gold);
    let mut cues = vec![None; gold.attributions.len()];
    for (at, token) in played.iter().enumerate().filter(|(_, token)| token.part == Part::Cue) {
        for &attribution in &token.attributions {
            cues[attribution].get_or_insert(at);
        }
    }
    let mut labels = vec![0; played.len()];
    for &span in &gold.unknown {
        labels[document.tokens_in(span)].fill(UNKNOWN);
    }
    let mut start = 0;
    for (at, token) in played.iter().enumerate() {
        let goes_on = at > 0
            && played[at - 1].part == token.part
            && played[at - 1].attributions.first() == token.attributions.first();
        if !goes_on {
            start = at;
        }
        let nearest = token.attributions.iter().filter_map(|&a| cues[a]);
        let nearest = nearest.min_by_key(|&cue| cue.abs_diff(at));
        let before = nearest.is_some_and(|cue| start < cue);
        let role = match (token.part, before) {
            (Part::None, _) => continue,
            (Part::Cue, _) => Role::Cue,
            (Part::Source, true) => Role::SourceBefore,
            (Part::Source, false) => Role::SourceAfter,
            (Part::Content, true) => Role::ContentBefore,
            (Part::Content, false) => Role::ContentAfter,
        };
        labels[at] = role.label(!goes_on);
    }
    labels
}

fn played(document: &Document, gold: &Gold) -> Vec<Played> {
    let mut played = vec![Played::default(); document.tokens().len()];
    for (n, attribution) in gold.attributions.iter().enumerate() {
        let parts = [
            (Part::Source, &attribution.source),
            (Part::Cue, &attribution.cue),
            (Part::Content, &attribution.content),
        ];
        for (part, &span) in
            parts.into_iter().flat_map(|(part, spans)| spans.iter().map(move |s| (part, s)))
        {
            for at in document.tokens_in(span) {
                if is_mostly_in(document.tokens()[at].span, span) {
                    play(&mut played[at], part, n);
                }
            }
        }
    }
    played
}

fn play(token: &mut Played, part: Part, attribution: usize) {
    if token.part == part {
        if !token.attributions.contains(&attribution) {
            token.attributions.push(attribution);
        }
    } else if token.part == Part::None || token.part == Part::Content {
        *token = Played { part, attributions: vec![attribution] };
    }
}

fn is_mostly_in(token: Span, span: Span) -> bool {
    let shared = token.end.min(span.end).saturating_sub(token.start.max(span.start));
    shared * 2 >= token.len()
}
