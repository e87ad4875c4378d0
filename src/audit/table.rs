//! Owns the tables of an audit: who is quoted, who is left apart, how sources are named, groups, cues.
//!
//! Their order is that of the desk (`www/audit/`), which counts the same.

use std::{cmp::Reverse, collections::BTreeMap};

use crate::audit::{
    join::{Standing, who_is_who},
    key::Key,
    plain::plain,
    record::Naming,
    repeat::Repeats,
    tally::{Article, Audit, Counts, Field, Group, Said},
};

/// All that an audit shows.
#[derive(Clone, Debug, PartialEq)]
pub struct Table {
    /// How many articles.
    pub articles: u64,
    /// Who is quoted, those with most statements first.
    pub sources: Vec<Row>,
    /// Who may be anybody, in the same order.
    pub apart: Vec<Row>,
    /// All statements, by how their source is named.
    pub namings: Vec<(Naming, Said)>,
    /// The cues, the commonest first.
    pub cues: Vec<(String, u64)>,
    /// Articles by what is known of them; nothing where nothing is.
    pub groups: Vec<(By, Vec<(String, Group)>)>,
    /// The articles that rest most on what the reader cannot look up.
    pub most: Vec<Article>,
    /// How many articles have the id of another.
    pub repeats: Repeats,
}

/// One source.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// By which it is known again.
    pub key: Key,
    /// As most articles have it.
    pub name: String,
    /// What it is.
    pub kind: String,
    /// The five commonest, the commonest first.
    pub descriptions: Vec<String>,
    /// Articles that credit it.
    pub articles: u64,
    /// What is said.
    pub said: Said,
    /// Its part of all attributed words, from 0 to 1, in ten thousandths.
    pub share: f64,
    /// The names of those whom it may be, where it is left apart.
    pub maybe: Vec<String>,
}

/// By what articles are grouped in a table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum By {
    /// Who published them.
    Outlet,
    /// Where in the paper they stood.
    Section,
    /// Who wrote them.
    Author,
    /// The day.
    Date,
    /// The month, where dates begin `2024-05`.
    Month,
}

impl Audit {
    /// The tables of it.
    pub fn table(&self) -> Table {
        let keys: Vec<Key> = self.sources.keys().cloned().collect();
        let mut joined: BTreeMap<Key, (Standing, Counts)> = BTreeMap::new();
        for ((key, counts), standing) in self.sources.iter().zip(who_is_who(&keys)) {
            let is_other = standing.key != *key;
            let entry =
                joined.entry(standing.key.clone()).or_insert_with(|| (standing, Counts::default()));
            // An article may have somebody with the initial and without it.
            let beside = if is_other { counts.beside } else { 0 };
            entry.1.merge(counts.clone());
            entry.1.articles = entry.1.articles.saturating_sub(beside);
        }
        let name = |key: &Key| joined.get(key).and_then(|(_, counts)| first(&counts.names));
        let row = |(standing, counts): &(Standing, Counts)| Row {
            key: standing.key.clone(),
            name: first(&counts.names).unwrap_or_default(),
            kind: first(&counts.kinds).unwrap_or_default(),
            descriptions: commonest(&counts.descriptions).take(5).map(str::to_owned).collect(),
            articles: counts.articles,
            said: counts.said,
            share: share(counts.said.words, self.attributed),
            maybe: standing.maybe.iter().filter_map(name).collect(),
        };
        let rows = |apart: bool| {
            let own = joined.values().filter(|(standing, _)| standing.apart == apart);
            let mut rows: Vec<Row> = own.map(row).collect();
            rows.sort_by(|a, b| order(a).cmp(&order(b)));
            rows
        };
        Table {
            articles: self.articles,
            sources: rows(false),
            apart: rows(true),
            namings: Naming::ALL
                .map(|naming| (naming, self.namings.get(&naming).copied().unwrap_or_default()))
                .into(),
            cues: self.cues(),
            groups: self.grouped(),
            most: self.most.clone(),
            repeats: self.ids.repeats(),
        }
    }

    fn cues(&self) -> Vec<(String, u64)> {
        let mut cues: Vec<_> = self.cues.iter().map(|(cue, n)| (cue.clone(), *n)).collect();
        cues.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| by_name(&a.0).cmp(&by_name(&b.0))));
        cues
    }

    fn grouped(&self) -> Vec<(By, Vec<(String, Group)>)> {
        let of = |field| self.groups.get(&field).cloned().unwrap_or_default();
        let mut months: BTreeMap<String, Group> = BTreeMap::new();
        for (day, group) in of(Field::Date) {
            months.entry(month(&day).to_owned()).or_default().merge(group);
        }
        let all = [
            (By::Outlet, of(Field::Outlet)),
            (By::Section, of(Field::Section)),
            (By::Author, of(Field::Author)),
            (By::Date, of(Field::Date)),
            (By::Month, months),
        ];
        let said = all.into_iter().filter(|(_, groups)| groups.keys().any(|name| !name.is_empty()));
        said.map(|(by, groups)| (by, in_order(by, groups))).collect()
    }
}

fn in_order(by: By, groups: BTreeMap<String, Group>) -> Vec<(String, Group)> {
    let mut rows: Vec<_> = groups.into_iter().collect();
    let size = |group: &Group| match by {
        By::Date | By::Month => Reverse(0),
        _ => Reverse(group.articles),
    };
    rows.sort_by(|(a, own), (b, other)| (size(own), by_name(a)).cmp(&(size(other), by_name(b))));
    rows
}

/// `2024-05` of `2024-05-02`; what does not begin so stays as it is.
fn month(day: &str) -> &str {
    let digits =
        |range| day.get(range).is_some_and(|part: &str| part.bytes().all(|c| c.is_ascii_digit()));
    let is_iso = digits(0..4) && day.get(4..5) == Some("-") && digits(5..7);
    if is_iso { day.get(..7).unwrap_or(day) } else { day }
}

/// Names in the order of their plain words.
fn by_name(name: &str) -> (String, &str) {
    (plain(name), name)
}

fn order(row: &Row) -> (Reverse<u64>, Reverse<u64>, &str, &Key) {
    (Reverse(row.said.statements), Reverse(row.said.words), row.key.name(), &row.key)
}

/// Words by how often they are used, of equals the longer first.
fn commonest(times: &BTreeMap<String, u64>) -> impl Iterator<Item = &str> {
    let mut all: Vec<_> = times.iter().collect();
    let units = |words: &str| Reverse(words.encode_utf16().count());
    all.sort_by(|(a, n), (b, m)| m.cmp(n).then_with(|| (units(a), *a).cmp(&(units(b), *b))));
    all.into_iter().map(|(words, _)| words.as_str())
}

fn first(times: &BTreeMap<String, u64>) -> Option<String> {
    commonest(times).next().map(str::to_owned)
}

fn share(words: u64, all: u64) -> f64 {
    const PARTS: f64 = 10_000.0;
    (words as f64 / words.max(all).max(1) as f64 * PARTS).round() / PARTS
}
