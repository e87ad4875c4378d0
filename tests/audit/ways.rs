//! Owns that an audit is the same whichever way its articles come: as lines, tables, files, or their reports.

use std::{fs, path::PathBuf, sync::Arc};

use arrow_array::{ArrayRef, RecordBatch, StringArray};
use serde_json::{Map, Value, json};

use crate::{
    articles::{ARTICLES, lines},
    program::{gzip, printed, saidso},
};

/// An empty folder for one test.
fn folder(name: &str) -> PathBuf {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(format!("ways-{name}"));
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    folder
}

fn write(folder: &std::path::Path, name: &str, bytes: impl AsRef<[u8]>) -> String {
    let path = folder.join(name);
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(&path, bytes).unwrap();
    path.to_str().unwrap().to_owned()
}

fn rows() -> Vec<Map<String, Value>> {
    lines(&ARTICLES).lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

fn table(between: &str) -> String {
    let rows = rows();
    let quoted = |words: &str| format!("\"{}\"", words.replace('"', "\"\""));
    let head = rows[0].keys().map(|name| quoted(name)).collect::<Vec<_>>().join(between);
    let line = |row: &Map<String, Value>| {
        row.values().map(|value| quoted(value.as_str().unwrap())).collect::<Vec<_>>().join(between)
    };
    [head].into_iter().chain(rows.iter().map(line)).collect::<Vec<_>>().join("\n")
}

fn parquet(rows: &[Map<String, Value>]) -> Vec<u8> {
    let column = |name: &String| -> (String, ArrayRef) {
        let values = rows.iter().map(|row| row[name].as_str()).collect::<StringArray>();
        (name.clone(), Arc::new(values))
    };
    let columns = rows[0].keys().map(column).map(|(name, values)| (name, values, true));
    let batch = RecordBatch::try_from_iter_with_nullable(columns).unwrap();
    let mut bytes = Vec::new();
    let mut out = parquet::arrow::ArrowWriter::try_new(&mut bytes, batch.schema(), None).unwrap();
    out.write(&batch).unwrap();
    out.close().unwrap();
    bytes
}

#[test]
fn every_input_of_the_annotator_gives_the_same_audit() {
    let (folder, lines) = (folder("kinds"), lines(&ARTICLES));
    let whole = printed(&["audit", "--json"], &lines);
    assert!(whole.contains("\"articles\":4"), "{whole}");
    for file in [
        write(&folder, "a.jsonl", &lines),
        write(&folder, "a.jsonl.gz", gzip(lines.as_bytes())),
        write(&folder, "a.jsonl.zst", zstd::encode_all(lines.as_bytes(), 1).unwrap()),
        write(&folder, "a.csv", table(",")),
        write(&folder, "b.csv.gz", gzip(table(";").as_bytes())),
        write(&folder, "a.tsv", table("\t")),
        write(&folder, "a.parquet", parquet(&rows())),
    ] {
        assert_eq!(printed(&["audit", "--json", &file], ""), whole, "{file}");
        let reports = printed(&["--jsonl", &file], "");
        assert_eq!(printed(&["audit", "--json"], &reports), whole, "{file}");
        let packed = write(&folder, "reports.gz", gzip(reports.as_bytes()));
        assert_eq!(printed(&["audit", "--json", &packed], ""), whole, "{file}");
        fs::remove_file(packed).unwrap();
        fs::remove_file(file).unwrap();
    }
    // As a cluster keeps them: reports in a column, and nothing where one could not be made.
    let reports = printed(&["--jsonl"], &lines);
    let row = |line: &str| -> Map<String, Value> {
        let mut row: Map<String, Value> = serde_json::from_str(line).unwrap();
        let report = row["report"].to_string();
        row.insert("report".to_owned(), report.into());
        row
    };
    let mut rows: Vec<_> = reports.lines().map(row).collect();
    let file = write(&folder, "reports.parquet", parquet(&rows));
    assert_eq!(printed(&["audit", "--json", &file], ""), whole);
    rows[0].insert("report".to_owned(), Value::Null);
    rows[1].insert("report".to_owned(), "{\"schema\":\"saidso/report/1\"".into());
    let done = saidso(&["audit", "--json", &write(&folder, "reports.parquet", parquet(&rows))], "");
    assert!(done.code == 1 && done.out.contains("\"articles\":2"), "{}", done.err);
    assert!(done.err.contains("reports.parquet, row 2: this is no report"), "{}", done.err);
    let other = table(",").replacen("\"text\"", "\"Body\"", 1);
    let file = write(&folder, "other.csv", other);
    assert_eq!(printed(&["audit", "--json", &file], ""), whole);
    assert_eq!(printed(&["audit", "--json", "--from", "csv"], table(",")), whole);
}

#[test]
fn a_folder_and_its_reports_give_the_same_audit_under_the_paths_of_its_files() {
    let folder = folder("folder");
    for (at, row) in rows().iter().enumerate() {
        let text = row["text"].as_str().unwrap();
        write(&folder, &format!("in/{at}/a.txt"), text.replace('\n', "\r\n"));
        let paragraphs = text.split("\n\n").map(|words| format!("<p>{words}</p>"));
        write(&folder, &format!("in/{at}/b.html"), paragraphs.collect::<String>());
    }
    write(&folder, "in/c.jsonl", lines(&ARTICLES));
    let path = folder.join("in").to_str().unwrap().to_owned();
    let whole = printed(&["audit", "--json", &path], "");
    assert!(
        whole.contains("\"articles\":12") && whole.contains("\"title\":\"0/a.txt\""),
        "{whole}"
    );
    let reports = printed(&["--jsonl", &path], "");
    assert_eq!(printed(&["audit", "--json", "-j", "3"], &reports), whole);
    // A page of reports is no article, whatever else it holds.
    assert_eq!(saidso(&["audit", "--json", "--from", "csv"], &reports).code, 1);
}

#[test]
fn a_byline_that_only_the_text_has_is_counted_and_stands_beside_the_report() {
    let text = |n: u32| {
        format!("Dam {n}\n\nBy Mara Okoye\n\nAna Brook said the dam was safe.\r\nIt may fall.")
    };
    let articles = [
        json!({"text": text(1)}),
        json!({"id": null, "text": text(2), "Title": "", "HEADLINE": "Two\nlines", "author": ["Bo", "Al"]}),
        json!({"url": "u/3", "text": text(3), "published": 2024}),
        json!({"id": {"n": 4}, "text": text(4), "report": {"mine": 1}}),
        json!({"id": 5, "text": "", "error": null}),
        json!({"id": 6, "text": text(6), "error": "a member of its own", "title": " Six "}),
    ];
    let articles = articles.map(|article| article.to_string()).join("\n");
    for options in [&[][..], &["--id", "url"], &["--author", "title"]] {
        let names = if options.contains(&"--id") { options } else { &[] };
        let reports = printed(&[&["--jsonl"], names].concat(), &articles);
        for form in ["--json", "--html"] {
            let audit = |input: &str| printed(&[&["audit", form], options].concat(), input);
            assert_eq!(audit(&reports), audit(&articles), "{options:?}");
        }
        let whole = printed(&[&["audit", "--json"], options].concat(), &articles);
        let turned = articles.lines().rev().collect::<Vec<_>>().join("\n");
        assert_eq!(printed(&[&["audit", "--json"], options].concat(), &turned), whole);
        let (first, rest) = articles.split_once('\n').unwrap();
        let part = |input| printed(&[&["audit", "--json"], options].concat(), input);
        assert_eq!(part(&[part(rest), part(first)].concat()), whole);
        let by_author: Value = serde_json::from_str(&whole).unwrap();
        let authors = by_author["groups"]["author"].to_string();
        assert_eq!(authors.contains("Mara Okoye"), !options.contains(&"--author"), "{authors}");
    }
}
