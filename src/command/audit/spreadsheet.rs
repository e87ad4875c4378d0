//! Owns the tables as CSV, one a file, with whole descriptions and shares as numbers.

use std::io::{self, Write};

use saidso::audit::table::{By, Row, Table};

use super::arguments::Sheet;

/// What a spreadsheet would run instead of show; the desk's export guards against the same.
const FORMULA: [char; 10] = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '＠'];

/// Writes one table.
pub fn write(out: impl Write, table: &Table, what: Sheet) -> io::Result<()> {
    let mut csv = csv::Writer::from_writer(out);
    for row in rows(table, what) {
        csv.write_record(row.iter().map(|cell| guarded(cell)))?;
    }
    csv.flush()
}

fn rows(table: &Table, what: Sheet) -> Vec<Vec<String>> {
    match what {
        Sheet::Sources => {
            let head =
                ["source", "described as", "kind", "articles", "statements", "words", "share"];
            headed(head, table.sources.iter().map(source))
        }
        Sheet::Apart => {
            let head = [
                "source",
                "described as",
                "kind",
                "articles",
                "statements",
                "words",
                "share",
                "may be",
            ];
            let row = |row: &Row| [source(row), vec![row.maybe.join("; ")]].concat();
            headed(head, table.apart.iter().map(row))
        }
        Sheet::Namings => {
            let name = |naming| {
                serde_json::to_value(naming).ok().and_then(|v| v.as_str().map(str::to_owned))
            };
            headed(
                ["naming", "statements", "words"],
                table.namings.iter().map(|(naming, said)| {
                    vec![
                        name(naming).unwrap_or_default(),
                        said.statements.to_string(),
                        said.words.to_string(),
                    ]
                }),
            )
        }
        Sheet::Cues => headed(
            ["cue", "times"],
            table.cues.iter().map(|(cue, n)| vec![cue.clone(), n.to_string()]),
        ),
        Sheet::Groups => {
            let head = [
                "by",
                "name",
                "articles",
                "statements",
                "without a name",
                "claims without a source",
            ];
            headed(head, groups(table))
        }
    }
}

fn headed<const N: usize>(
    head: [&str; N],
    rows: impl Iterator<Item = Vec<String>>,
) -> Vec<Vec<String>> {
    [head.map(str::to_owned).to_vec()].into_iter().chain(rows).collect()
}

fn source(row: &Row) -> Vec<String> {
    vec![
        row.name.clone(),
        row.descriptions.join("; "),
        row.kind.clone(),
        row.articles.to_string(),
        row.said.statements.to_string(),
        row.said.words.to_string(),
        row.share.to_string(),
    ]
}

fn groups(table: &Table) -> impl Iterator<Item = Vec<String>> {
    let by = |by| match by {
        By::Outlet => "outlet",
        By::Section => "section",
        By::Author => "author",
        By::Date => "date",
        By::Month => "month",
    };
    table.groups.iter().flat_map(move |(field, rows)| {
        rows.iter().map(move |(name, group)| {
            let numbers = [group.articles, group.statements, group.unnamed, group.unsourced];
            let names = [by(*field).to_owned(), name.clone()];
            names.into_iter().chain(numbers.map(|n| n.to_string())).collect()
        })
    })
}

fn guarded(cell: &str) -> String {
    if cell.starts_with(FORMULA) { format!("'{cell}") } else { cell.to_owned() }
}
