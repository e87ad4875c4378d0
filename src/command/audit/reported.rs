//! Owns a written report as far as an audit counts it, whatever the unit of its offsets.

use std::collections::BTreeMap;

use saidso::{
    SourceKind,
    audit::record::{Meta, Quoted, Record, one_line},
};
use serde::{Deserialize, de::IgnoredAny};

/// What is read of a report.
#[derive(Deserialize)]
pub struct Reported {
    sources: Vec<Source>,
    attributions: Vec<Attribution>,
    claims: Vec<Claim>,
    stats: Stats,
}

#[derive(Deserialize)]
struct Source {
    name: String,
    #[serde(default)]
    description: String,
    kind: String,
    named: bool,
    attributions: Vec<IgnoredAny>,
    words: u64,
}

#[derive(Deserialize)]
struct Attribution {
    cue: Cue,
    source: Option<u64>,
}

#[derive(Deserialize)]
struct Cue {
    lemma: String,
}

#[derive(Deserialize)]
struct Claim {
    attribution: Option<u64>,
    statement: String,
}

#[derive(Deserialize)]
struct Stats {
    words: Words,
}

#[derive(Deserialize)]
struct Words {
    total: u64,
    attributed: u64,
}

impl Claim {
    /// As [`saidso::Claim::is_unsourced`].
    fn is_unsourced(&self) -> bool {
        self.attribution.is_none() && matches!(&*self.statement, "fact" | "prediction")
    }
}

impl Reported {
    /// The counts of it.
    ///
    /// # Errors
    ///
    /// Names a kind of source that there is not.
    pub fn counted(self, meta: Meta) -> Result<Record, String> {
        let mut cues = BTreeMap::new();
        for Attribution { cue, .. } in self.attributions.iter().filter(|a| !a.cue.lemma.is_empty())
        {
            *cues.entry(cue.lemma.clone()).or_default() += 1;
        }
        Ok(Record {
            meta,
            words: self.stats.words.total,
            attributed: self.stats.words.attributed,
            statements: self.attributions.len() as u64,
            nobody: self.attributions.iter().filter(|a| a.source.is_none()).count() as u64,
            unsourced: self.claims.iter().filter(|claim| claim.is_unsourced()).count() as u64,
            cues,
            sources: self.sources.into_iter().map(Source::counted).collect::<Result<_, _>>()?,
        })
    }
}

impl Source {
    fn counted(self) -> Result<Quoted, String> {
        let kind = SourceKind::from_name(&self.kind)
            .ok_or_else(|| format!("there is no kind of source {:?}", self.kind))?;
        Ok(Quoted {
            name: one_line(&self.name),
            description: one_line(&self.description),
            kind,
            named: self.named,
            statements: self.attributions.len() as u64,
            words: self.words,
        })
    }
}
