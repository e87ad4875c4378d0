//! Owns training examples: the features of each claim of a text, by name.

use std::collections::BTreeMap;

use crate::{
    claim::{
        credit::Credit,
        evidence::Evidence,
        extent,
        feature::Signal,
        follow::{Name, Text, features},
        owners::Owners,
        predicate, statement,
        wording::{self, wording},
    },
    coref::sources,
    repair::attribution,
    text::span::Span,
};
use crate::{grammar::word::Words, token::document::Document, vocabulary::kinds::Statement};

/// One claim as a training example.
#[derive(Clone, Debug)]
pub struct Example {
    /// Its features with their values in halves.
    pub features: BTreeMap<String, i32>,
    /// The kind that a rule assigns, and the opinion score that overrides it.
    pub reading: Option<(Statement, i32)>,
}

/// The claims of a text.
pub fn examples(text: &str) -> Vec<Example> {
    let document = Document::new(text, &[]);
    let attributions = attribution::attributions(&document);
    let words = Words::new(&document);
    let owners = Owners::new(&words, &attributions);
    let example = |clause| {
        let evidence = Evidence::new(&words, &clause);
        let cue = clause.owner.and_then(|n| attributions.get(n)).map(|found| &*found.cue.lemma);
        let signal = |&signal: &Signal| (format!("+{}", signal.code()), evidence.halves(signal));
        let mut features: BTreeMap<_, _> = Signal::ALL.iter().map(signal).collect();
        features.retain(|_, halves| *halves > 0);
        wording(&words, &clause, |feature, tokens| {
            *features.entry(wording::name(&words, feature, tokens)).or_default() += 2;
        });
        for name in predicate::names(&words, &clause, cue) {
            *features.entry(name).or_default() += 2;
        }
        Example { features, reading: statement::reading(&words, &clause) }
    };
    let sentences = document.sentences().iter();
    sentences.flat_map(|s| extent::clauses(&words, &owners, s)).map(example).collect()
}

/// The clauses of a text that may go on with what was said before: where each begins, and its features. What
/// `goes_on` says of a clause counts for those after it.
pub fn following(text: &str, goes_on: impl Fn(Span) -> bool) -> Vec<(Span, Vec<Name>)> {
    let document = Document::new(text, &[]);
    let mut attributions = attribution::attributions(&document);
    let sources = sources::resolve(&document, &mut attributions);
    let words = Words::new(&document);
    let owners = Owners::new(&words, &attributions);
    let mut credit = Credit::new(Text::new(&words, &attributions, &sources));
    let mut found = Vec::new();
    for (n, sentence) in document.sentences().iter().enumerate() {
        for clause in extent::clauses(&words, &owners, sentence) {
            let span = document.span(clause.pieces.first().cloned().unwrap_or_default());
            let own = clause.owner.is_none();
            let asked = credit.asked(n, &clause).filter(|asked| own && asked.may_go_on());
            found.extend(asked.map(|asked| (span, features(&asked))));
            credit.hear(n, &clause, own && goes_on(span));
        }
    }
    found
}
