//! Owns the counts of an audit. Counts of parts add up to the counts of the whole, in whatever order and grouping.
//!
//! So nothing is decided here: who is the same as whom takes all names, and is asked when the table is made. What is kept
//! grows with names, not with articles.

use std::{cmp::Reverse, collections::BTreeMap};

use serde::{Deserialize, Serialize};

use crate::audit::{
    author::authors,
    key::Key,
    record::{Naming, Quoted, Record},
    repeat::Ids,
};

/// The name of the form in which an audit is written.
pub const SCHEMA: &str = "saidso/audit-tally/1";

/// The counts of some articles.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Audit {
    schema: String,
    /// Articles.
    pub articles: u64,
    /// Their words.
    pub words: u64,
    /// Words that somebody is credited with.
    pub attributed: u64,
    /// Statements.
    pub statements: u64,
    /// Named sources.
    pub sources: BTreeMap<Key, Counts>,
    /// All statements, by how their source is named.
    pub namings: BTreeMap<Naming, Said>,
    /// How often each cue is used.
    pub cues: BTreeMap<String, u64>,
    /// Articles by what is known of them.
    pub groups: BTreeMap<Field, BTreeMap<String, Group>>,
    /// The articles that rest most on what the reader cannot look up, the first of them first.
    pub most: Vec<Article>,
    /// How many of these are kept.
    pub keep: usize,
    /// Articles by their ids.
    #[serde(default)]
    pub ids: Ids,
}

/// What is counted for one key.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Counts {
    /// Articles that it is credited in.
    pub articles: u64,
    /// Of these, articles that credit the same name without initials too.
    pub beside: u64,
    /// What is said.
    pub said: Said,
    /// Spellings of its name, with how often each occurs.
    pub names: BTreeMap<String, u64>,
    /// Descriptions of it, with how often each occurs.
    pub descriptions: BTreeMap<String, u64>,
    /// Kinds of source it was taken for, with how often.
    pub kinds: BTreeMap<String, u64>,
}

/// Totals of statements and words.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Said {
    /// Statements.
    pub statements: u64,
    /// Words.
    pub words: u64,
}

/// By what articles are put together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Field {
    /// Who published them.
    Outlet,
    /// Where in the paper they stood.
    Section,
    /// Who wrote them.
    Author,
    /// The day.
    Date,
}

/// Articles that have something in common.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Group {
    /// How many.
    pub articles: u64,
    /// Their statements.
    pub statements: u64,
    /// Statements by somebody whom the reader cannot look up.
    pub unnamed: u64,
    /// Claims without a source.
    pub unsourced: u64,
}

/// One article of the list of those that rest most on what cannot be looked up.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Article {
    /// Its title.
    pub title: String,
    /// Its sources.
    pub sources: u64,
    /// Its statements.
    pub statements: u64,
    /// Statements by somebody whom the reader cannot look up.
    pub unnamed: u64,
    /// Claims without a source.
    pub unsourced: u64,
}

impl Audit {
    /// Nothing yet; `keep` articles will be listed.
    pub fn new(keep: usize) -> Self {
        Self {
            schema: SCHEMA.to_owned(),
            articles: 0,
            words: 0,
            attributed: 0,
            statements: 0,
            sources: BTreeMap::new(),
            namings: BTreeMap::new(),
            cues: BTreeMap::new(),
            groups: BTreeMap::new(),
            most: Vec::new(),
            keep,
            ids: Ids::default(),
        }
    }

    /// Counts one article.
    pub fn add(&mut self, record: &Record) {
        self.merge(Self::one(record, self.keep));
    }

    /// Takes over what another audit has counted.
    pub fn merge(&mut self, other: Self) {
        let Self { articles, words, attributed, statements, .. } = other;
        plus(&mut self.articles, articles);
        plus(&mut self.words, words);
        plus(&mut self.attributed, attributed);
        plus(&mut self.statements, statements);
        add_all(&mut self.sources, other.sources, Counts::merge);
        add_all(&mut self.namings, other.namings, Said::merge);
        add_all(&mut self.cues, other.cues, plus);
        add_all(&mut self.groups, other.groups, |own, other| add_all(own, other, Group::merge));
        self.ids.merge(other.ids);
        self.keep = self.keep.min(other.keep);
        self.most.extend(other.most);
        self.most.sort_unstable_by(|a, b| rank(a).cmp(&rank(b)));
        self.most.truncate(self.keep);
    }

    fn one(record: &Record, keep: usize) -> Self {
        let mut one = Self::new(keep);
        (one.articles, one.words) = (1, record.words);
        (one.attributed, one.statements) = (record.attributed, record.statements);
        for source in &record.sources {
            one.namings.entry(source.naming()).or_default().merge(source.said());
            if let Some(key) =
                Some(source).filter(|one| one.named).and_then(|one| Key::of(&one.name, one.kind))
            {
                one.sources.entry(key).or_default().see(source);
            }
        }
        one.namings.entry(Naming::Unclear).or_default().statements += record.nobody;
        let keys: Vec<Key> = one.sources.keys().cloned().collect();
        for (key, counts) in &mut one.sources {
            let bare = key.without_initials();
            counts.beside = u64::from(bare.is_some_and(|bare| keys.binary_search(&bare).is_ok()));
        }
        one.cues.clone_from(&record.cues);
        one.ids = Ids::new(&record.meta.id);
        one.groups = groups(record);
        one.most.extend((keep > 0).then(|| Article::new(record)));
        one
    }
}

impl Quoted {
    const fn said(&self) -> Said {
        Said { statements: self.statements, words: self.words }
    }
}

impl Counts {
    fn see(&mut self, source: &Quoted) {
        self.articles = 1;
        self.said.merge(source.said());
        *self.names.entry(source.name.clone()).or_default() += 1;
        *self.kinds.entry(source.kind.name().to_owned()).or_default() += 1;
        if !source.description.is_empty() {
            *self.descriptions.entry(source.description.clone()).or_default() += 1;
        }
    }

    /// Takes over the counts of another.
    pub fn merge(&mut self, other: Self) {
        plus(&mut self.articles, other.articles);
        plus(&mut self.beside, other.beside);
        self.said.merge(other.said);
        add_all(&mut self.names, other.names, plus);
        add_all(&mut self.descriptions, other.descriptions, plus);
        add_all(&mut self.kinds, other.kinds, plus);
    }
}

impl Said {
    fn merge(&mut self, other: Self) {
        plus(&mut self.statements, other.statements);
        plus(&mut self.words, other.words);
    }
}

impl Group {
    /// Takes over the counts of another.
    pub fn merge(&mut self, other: Self) {
        plus(&mut self.articles, other.articles);
        plus(&mut self.statements, other.statements);
        plus(&mut self.unnamed, other.unnamed);
        plus(&mut self.unsourced, other.unsourced);
    }
}

impl Article {
    fn new(record: &Record) -> Self {
        Self {
            title: record.meta.title.clone(),
            sources: record.sources.len() as u64,
            statements: record.statements,
            unnamed: record.unnamed(),
            unsourced: record.unsourced,
        }
    }
}

/// The order of the list; two articles share a place only where they are the same in all that it shows.
fn rank(article: &Article) -> (Reverse<u64>, Reverse<u64>, &Article) {
    let Article { unnamed, unsourced, statements, .. } = article;
    (Reverse(unnamed.saturating_add(*unsourced)), Reverse(*statements), article)
}

fn groups(record: &Record) -> BTreeMap<Field, BTreeMap<String, Group>> {
    let meta = &record.meta;
    let day: String = meta.date.chars().take("2024-05-02".len()).collect();
    let group = Group {
        articles: 1,
        statements: record.statements,
        unnamed: record.unnamed(),
        unsourced: record.unsourced,
    };
    let names = [
        (Field::Outlet, vec![meta.outlet.clone()]),
        (Field::Section, vec![meta.section.clone()]),
        (Field::Author, authors(&meta.author)),
        (Field::Date, vec![day]),
    ];
    let rows = |names: Vec<String>| names.into_iter().map(|name| (name, group)).collect();
    names.map(|(field, names)| (field, rows(names))).into()
}

/// Sums of counts from strangers' files may not overflow.
const fn plus(own: &mut u64, other: u64) {
    *own = own.saturating_add(other);
}

fn add_all<K: Ord, V: Default>(
    own: &mut BTreeMap<K, V>,
    other: BTreeMap<K, V>,
    add: impl Fn(&mut V, V),
) {
    for (key, value) in other {
        add(own.entry(key).or_default(), value);
    }
}
