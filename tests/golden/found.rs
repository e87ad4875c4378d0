//! What the core finds in a text, as the marks and properties of golden files.

use std::collections::BTreeMap;

use saidso::{Document, Options, Report, SignalKind, Span, annotate};

use crate::marked::{BOUNDARY, Mark};

/// Every mark with its id, and every property of each id.
#[derive(Default)]
pub struct Found {
    pub marks: Vec<Mark>,
    pub properties: BTreeMap<(usize, &'static str), String>,
}

impl Found {
    fn mark(&mut self, id: usize, role: impl Into<String>, span: Span) {
        self.marks.push(Mark { span, role: role.into(), id: Some(id) });
    }

    fn set(&mut self, id: usize, key: &'static str, value: impl ToString) {
        self.properties.insert((id, key), value.to_string());
    }
}

pub fn sentences(text: &str, options: &Options) -> Found {
    let report = annotate(text, options);
    let mut found = Found::default();
    for sentence in report.sentences.iter().skip(1) {
        let span = Span::new(sentence.span.start, sentence.span.start);
        found.marks.push(Mark { span, role: BOUNDARY.into(), id: None });
    }
    found
}

pub fn blocks(text: &str, options: &Options) -> Found {
    let mut found = Found::default();
    for (id, block) in (1..).zip(annotate(text, options).blocks) {
        found.mark(id, block.kind.name(), block.span);
    }
    found
}

pub fn quotations(text: &str, options: &Options) -> Found {
    let mut found = Found::default();
    for (id, quotation) in (1..).zip(Document::new(text, &options.blocks).quotations()) {
        found.mark(id, if quotation.closed { "closed" } else { "open" }, quotation.span);
    }
    found
}

pub fn attributions(text: &str, options: &Options) -> Found {
    let report = annotate(text, options);
    let mut found = Found::default();
    for (id, attribution) in (1..).zip(&report.attributions) {
        for source in &attribution.sources {
            found.mark(id, "source", *source);
        }
        found.mark(id, "cue", attribution.cue.span);
        for content in &attribution.contents {
            found.mark(id, "content", *content);
        }
        let source = attribution.source.and_then(|source| report.sources.get(source));
        found.set(id, "who", who(&report, attribution.source));
        found.set(id, "kind", source.map_or("none", |source| source.kind.name()));
        found.set(id, "named", yes(source.is_some_and(|source| source.named)));
        found.set(id, "form", attribution.form.name());
        found.set(id, "stance", attribution.stance.name());
        found.set(id, "act", attribution.act.name());
        let parent = attribution.parent.map(|parent| (parent + 1).to_string());
        found.set(id, "parent", parent.as_deref().unwrap_or("none"));
        found.set(id, "lemma", &attribution.cue.lemma);
        let codes: Vec<_> = attribution.reasons.iter().map(|reason| reason.code.name()).collect();
        found.set(id, "reasons", codes.join(", "));
    }
    found
}

pub fn sources(text: &str, options: &Options) -> Found {
    let mut found = Found::default();
    for (id, source) in (1..).zip(annotate(text, options).sources) {
        for mention in &source.mentions {
            found.mark(id, "mention", *mention);
        }
        found.set(id, "name", &source.name);
        found.set(id, "description", or_none(&source.description));
        found.set(id, "kind", source.kind.name());
        found.set(id, "named", yes(source.named));
        found.set(id, "attributions", source.attributions.len());
    }
    found
}

pub fn hedges(text: &str, options: &Options) -> Found {
    let mut found = Found::default();
    for (id, hedge) in (1..).zip(annotate(text, options).hedges) {
        found.mark(id, hedge.kind.name(), hedge.span);
        found.mark(id, "scope", hedge.scope);
    }
    found
}

pub fn signals(text: &str, options: &Options) -> Found {
    let mut options = options.clone();
    options.signals = SignalKind::ALL.to_vec();
    let mut found = Found::default();
    for (id, signal) in (1..).zip(annotate(text, &options).signals) {
        found.mark(id, signal.kind.name(), signal.span);
    }
    found
}

pub fn claims(text: &str, options: &Options) -> Found {
    let report = annotate(text, options);
    let mut found = Found::default();
    for (id, claim) in (1..).zip(&report.claims) {
        for span in &claim.spans {
            found.mark(id, claim.statement.name(), *span);
        }
        let attribution = claim.attribution.and_then(|n| report.attributions.get(n));
        let article = attribution.is_none().then_some("article");
        let source = || who(&report, attribution.and_then(|a| a.source));
        found.set(id, "who", article.map_or_else(source, str::to_owned));
        found.set(id, "certainty", claim.certainty.name());
        found.set(id, "checkworthy", yes(claim.checkworthiness >= 0.5));
    }
    found
}

fn who(report: &Report, source: Option<usize>) -> String {
    source.and_then(|n| report.sources.get(n)).map_or("none".into(), |source| source.name.clone())
}

fn or_none(words: &str) -> &str {
    if words.is_empty() { "none" } else { words }
}

fn yes(is: bool) -> &'static str {
    if is { "yes" } else { "no" }
}
