//! Owns reading articles that a reader has labelled in full: each attribution with its flags, and what they
//! mean for the labels of tokens.
//!
//! Nested attributions are left out. A quotation that goes on without a cue belongs to the attribution that
//! it continues if both stand in one paragraph; otherwise its words have no gold label. The same holds for
//! any other attribution to which the reader gave no cue.

use std::{collections::HashMap, error::Error};

use saidso::Span;

use crate::{
    articles::{self, Article},
    forms,
    gold::{Gold, Parts},
};

/// The articles of the corpus.
pub fn read() -> Result<Vec<Gold>, Box<dyn Error>> {
    Ok(articles::corpus()?.into_iter().map(article).collect())
}

/// What was labelled or written for this project.
pub fn own() -> Result<Vec<Gold>, Box<dyn Error>> {
    let texts = articles::own()?.into_iter().chain(forms::read()?);
    Ok(texts.map(article).collect())
}

/// An article as the net learns it.
pub fn article(Article { id, text, attributions, .. }: Article) -> Gold {
    let mut bytes: Vec<usize> = text.char_indices().map(|(at, _)| at).collect();
    bytes.push(text.len());
    let span = |&(start, end): &(usize, usize)| Span::new(bytes[start], bytes[end]);
    let mut found: Vec<Parts> = Vec::new();
    let mut unknown = Vec::new();
    // The latest attribution of each source, by its place in `found`.
    let mut latest: HashMap<&str, usize> = HashMap::new();
    for own in attributions.iter().filter(|own| !own.has("n")) {
        let source: Vec<Span> = own.source_span.iter().map(span).collect();
        let content: Vec<Span> = own.content.iter().map(span).collect();
        let speaker = own.source.as_deref();
        if let Some(cue) = &own.cue {
            speaker.map(|speaker| latest.insert(speaker, found.len()));
            found.push(Parts { source, cue: vec![span(cue)], content });
            continue;
        }
        let earlier = speaker.and_then(|speaker| latest.get(speaker)).map(|&at| &mut found[at]);
        match earlier.filter(|earlier| own.has("c") && is_near(&text, earlier, &content)) {
            Some(earlier) => earlier.content.extend(content),
            None => unknown.extend(source.into_iter().chain(content)),
        }
    }
    Gold { id, text, attributions: found, unknown }
}

/// Whether no paragraph ends between an attribution and its continuation.
fn is_near(text: &str, earlier: &Parts, content: &[Span]) -> bool {
    let parts = || earlier.cue.iter().chain(&earlier.content).chain(content);
    let (start, end) = (parts().map(|s| s.start).min(), parts().map(|s| s.end).max());
    start.zip(end).is_some_and(|(start, end)| !text[start..end].contains('\n'))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::articles::Labelled;

    fn labelled(
        source: &str,
        cue: Option<(usize, usize)>,
        content: (usize, usize),
        flags: &str,
    ) -> Labelled {
        let (source, flags) = (Some(source.into()), flags.into());
        Labelled { source, source_span: None, cue, content: vec![content], flags }
    }

    #[test]
    fn a_quotation_that_goes_on_is_joined_inside_its_paragraph() {
        let text = "“Yés,” said Li. “We try.”\n“We win.”".to_owned();
        let attributions = vec![
            labelled("li", Some((7, 11)), (0, 6), ""),
            labelled("li", None, (16, 25), "c"),
            labelled("li", None, (26, 35), "c"),
            labelled("li", Some((20, 23)), (0, 3), "b,n"),
        ];
        let gold = article(Article { id: String::new(), text, sources: Vec::new(), attributions });
        let words = |spans: &[Span]| -> Vec<String> {
            spans.iter().map(|span| gold.text[span.start..span.end].to_owned()).collect()
        };
        let [only] = &gold.attributions[..] else { panic!("one is outermost") };
        assert_eq!(words(&only.cue), ["said"]);
        assert_eq!(words(&only.content), ["“Yés,”", "“We try.”"]);
        assert_eq!(words(&gold.unknown), ["“We win.”"]);
    }
}
