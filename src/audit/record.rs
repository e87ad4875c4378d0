//! Owns what an audit counts of one article; of its text nothing is kept.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::{report::Report, vocabulary::kinds::SourceKind};

/// One article, counted.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Record {
    /// What is said of it.
    pub meta: Meta,
    /// Its words.
    pub words: u64,
    /// Words that somebody is credited with.
    pub attributed: u64,
    /// Statements.
    pub statements: u64,
    /// Who is credited.
    pub sources: Vec<Quoted>,
    /// Statements whose source is not clear.
    pub nobody: u64,
    /// Claims without a source.
    pub unsourced: u64,
    /// How often each cue is used.
    pub cues: BTreeMap<String, u64>,
}

/// What is known of an article beside its text; empty where nothing is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Meta {
    /// By what it is told from others.
    pub id: String,
    /// By what it is known: its headline, or else its id.
    pub title: String,
    /// Who published it.
    pub outlet: String,
    /// Who wrote it.
    pub author: String,
    /// Where in the paper it stood.
    pub section: String,
    /// When; its first ten characters count.
    pub date: String,
}

/// A source of one article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quoted {
    /// The fullest form of its name in the article.
    pub name: String,
    /// Who that is, as the article says.
    pub description: String,
    /// What that is.
    pub kind: SourceKind,
    /// Whether the reader could find out who it is.
    pub named: bool,
    /// How many statements are theirs.
    pub statements: u64,
    /// How many words.
    pub words: u64,
}

/// How a source is named.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Naming {
    /// By name.
    Named,
    /// It is a document.
    Document,
    /// By its function alone.
    Role,
    /// Not at all.
    Unnamed,
    /// The article does not make clear who it is.
    Unclear,
}

impl Naming {
    /// Every one, in the order in which they are shown.
    pub const ALL: [Self; 5] =
        [Self::Named, Self::Document, Self::Role, Self::Unnamed, Self::Unclear];
}

impl Quoted {
    /// How it is named.
    pub const fn naming(&self) -> Naming {
        match (self.kind, self.named) {
            (SourceKind::Document, _) => Naming::Document,
            (_, true) => Naming::Named,
            (SourceKind::Role, false) => Naming::Role,
            (_, false) => Naming::Unnamed,
        }
    }
}

impl Record {
    /// Counts a report.
    pub fn new(report: &Report, meta: Meta) -> Self {
        let mut cues = BTreeMap::new();
        for attribution in report.attributions.iter().filter(|a| !a.cue.lemma.is_empty()) {
            *cues.entry(attribution.cue.lemma.clone()).or_default() += 1;
        }
        let nobody = report.attributions.iter().filter(|a| a.source.is_none()).count();
        let sources = report.sources.iter().map(|source| Quoted {
            name: one_line(&source.name),
            description: one_line(&source.description),
            kind: source.kind,
            named: source.named,
            statements: source.attributions.len() as u64,
            words: source.words as u64,
        });
        Self {
            meta,
            words: report.stats.words as u64,
            attributed: report.stats.attributed_words as u64,
            statements: report.attributions.len() as u64,
            sources: sources.collect(),
            nobody: nobody as u64,
            unsourced: report.stats.unsourced_claims as u64,
            cues,
        }
    }

    /// How many of its statements are by somebody whom the reader cannot look up.
    pub fn unnamed(&self) -> u64 {
        let hidden = |source: &&Quoted| matches!(source.naming(), Naming::Role | Naming::Unnamed);
        self.nobody
            + self.sources.iter().filter(hidden).map(|source| source.statements).sum::<u64>()
    }
}

/// Words with every run of white space made one blank.
pub fn one_line(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}
