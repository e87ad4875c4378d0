//! Owns attributions inside attributions: who stands inside whose content, and noun cues there.

use std::ops::Range;

use crate::{
    detect::{
        content,
        phrase::{is_one, norm, phrase_after},
        relation::{Relation, reason},
        said::limit,
    },
    document::Document,
    report::Attribution,
};

const NOUNS: [(&str, &str); 22] = [
    ("report", "report"),
    ("reports", "report"),
    ("claim", "claim"),
    ("claims", "claim"),
    ("statement", "statement"),
    ("statements", "statement"),
    ("allegation", "allegation"),
    ("allegations", "allegation"),
    ("accusation", "accusation"),
    ("accusations", "accusation"),
    ("suggestion", "suggestion"),
    ("suggestions", "suggestion"),
    ("assertion", "assertion"),
    ("assertions", "assertion"),
    ("announcement", "announcement"),
    ("warning", "warning"),
    ("warnings", "warning"),
    ("assurance", "assurance"),
    ("assurances", "assurance"),
    ("denial", "denial"),
    ("prediction", "prediction"),
    ("predictions", "prediction"),
];

/// Whether a word is a noun that may be a cue, such as `claim`.
pub fn is_cue_noun(word: &str) -> bool {
    NOUNS.iter().any(|(form, _)| *form == word)
}

/// `reports by Axios that`: a noun cue with its source behind it.
pub fn noun_cue(document: &Document, sentence: &Range<usize>, at: usize) -> Option<Relation> {
    let word = norm(document, at);
    let (_, lemma) = NOUNS.iter().find(|(form, _)| *form == word)?;
    let limit = limit(document, sentence);
    let by = is_one(document, at + 1, &["by", "from"]);
    let source = by.then(|| phrase_after(document, at + 2, limit)).flatten()?;
    if norm(document, source.end) != "that" {
        return None;
    }
    let content = source.end..content::content_end(document, source.end, limit);
    Some(Relation {
        sources: vec![source],
        cue: at..at + 2,
        contents: Vec::from([content]),
        lemma: (*lemma).into(),
        confidence: 0.85,
        reasons: vec![reason("cue-noun", *lemma), reason("that-clause", "")],
        ..Relation::default()
    })
}

/// Sets each attribution's parent: the smallest content that holds its cue.
pub fn nest(attributions: &mut [Attribution]) {
    for child in 0..attributions.len() {
        let parent = parent_of(attributions, child);
        if let Some(attribution) = attributions.get_mut(child) {
            attribution.parent = parent;
        }
    }
}

/// Contents lie near their cues: looking at a few neighbours keeps this linear.
const NEIGHBOURS: usize = 8;

fn parent_of(attributions: &[Attribution], child: usize) -> Option<usize> {
    let own = attributions.get(child)?;
    let near = child.saturating_sub(NEIGHBOURS)..attributions.len().min(child + NEIGHBOURS + 1);
    let holds = |outer: &Attribution, inner: &Attribution| {
        outer.contents.iter().any(|content| content.contains(inner.cue.span))
    };
    let size = |at: &usize| -> usize {
        attributions.get(*at).map_or(0, |a| a.contents.iter().map(|c| c.len()).sum())
    };
    near.filter(|at| *at != child)
        .filter(|at| {
            attributions.get(*at).is_some_and(|outer| holds(outer, own) && !holds(own, outer))
        })
        .min_by_key(size)
}
