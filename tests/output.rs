//! Runs the command line in every format that it writes, and opens what comes out as its readers do.

#![cfg(feature = "command")]
#![allow(clippy::panic, clippy::unwrap_used, reason = "a test fails by panicking")]

mod program;
#[path = "output/run.rs"]
mod run;
#[path = "output/tables.rs"]
mod tables;

use program::saidso;
use run::{folder, line};
use serde_json::{Value, json};
use tables::{Table, csv, parquet};

const DAM: &str = "🚧 Mayor Ana Brook said the dam was safe.\n\n“Nobody,” she added, “needs to leave.” \
                   It may rain on Friday, sources close to the council claimed. The dam was built in 1902.";

/// Ids of every type, with a text that has every kind of mark, one that looks like a formula, and one with nothing.
fn articles() -> Vec<(Value, &'static str)> {
    vec![
        (json!("=cmd|' /C calc'!A0"), DAM),
        (json!(7), "=HYPERLINK(1), Bo Ek said. @home may be late, he claimed."),
        (json!({"paper": "Gazette", "page": [1, null]}), ""),
    ]
}

fn input() -> String {
    articles().iter().map(|(id, text)| line(id, text)).collect()
}

/// The reports that lines carry, beside their texts.
fn reports(arguments: &[&str]) -> Vec<(Value, &'static str, Value)> {
    let lines = saidso(arguments, input()).records();
    let beside = articles().into_iter().zip(lines);
    beside.map(|((id, text), line)| (id, text, line["report"].clone())).collect()
}

/// The id as tables have it.
fn named(id: &Value) -> String {
    id.as_str().map_or_else(|| id.to_string(), str::to_owned)
}

fn one_line(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn slice(text: &str, start: usize, end: usize) -> String {
    one_line(&text.chars().skip(start).take(end - start).collect::<String>())
}

#[test]
fn a_line_is_the_report_between_the_id_and_the_end() {
    for (id, text) in articles() {
        let report = saidso(&["--json", "-"], text).out;
        let lines = saidso(&["--jsonl"], line(&id, text)).out;
        assert_eq!(lines, format!("{{\"id\":{id},\"report\":{}}}\n", report.trim_end()));
    }
}

#[test]
fn fields_are_the_members_that_were_asked_for() {
    let whole = reports(&["--jsonl"]);
    let some = reports(&["--fields", "hedges,sources"]);
    for ((_, _, whole), (_, _, some)) in whole.iter().zip(&some) {
        let names: Vec<&String> = some.as_object().unwrap().keys().collect();
        assert_eq!(names, ["schema", "engine", "offsets", "sources", "hedges"]);
        names.into_iter().for_each(|name| assert_eq!(some[name], whole[name], "{name}"));
    }
    let all = "schema,engine,lang,offsets,blocks,sentences,sources,attributions,hedges,claims,signals,stats,warnings";
    let text = line(&json!(1), "Clearly, mistakes were made, Bo Ek said.");
    let every = saidso(&["--signals", "all", "--fields", all], &text).out;
    assert_eq!(every, saidso(&["--signals", "all", "--jsonl"], &text).out);
    assert!(every.contains("\"signals\":[{"), "{every}");
}

#[test]
fn wrong_usage_says_what_there_is() {
    for (arguments, words) in [
        (
            &["--fields", "sources,quotes"][..],
            "there is no field \"quotes\"; the fields are schema, engine, lang",
        ),
        (
            &["--csv", "quotes"],
            "there is no table \"quotes\"; the tables are attributions, sources, claims, hedges, articles",
        ),
        (&["--csv", "errors"], "there is no table \"errors\""),
        (&["--csv", "claims", "--annotations"], "exclude each other; give one"),
        (&["--parquet"], "--parquet"),
        (&["--parquet", "tables", "--out", "file"], "--parquet names the folder"),
        (&["--csv", "claims", "--resume", "file"], "goes on with JSON lines only"),
    ] {
        let done = saidso(arguments, "");
        assert_eq!(done.code, 2, "{arguments:?}");
        assert!(done.out.is_empty() && done.err.contains(words), "{arguments:?}: {}", done.err);
    }
}

#[test]
fn bad_lines_are_told_in_every_format() {
    let input = format!(
        "{}{}nonsense\n{}",
        line(&json!("a"), DAM),
        "{\"id\":[2]}\n",
        line(&json!("b"), "Go.")
    );
    for arguments in [&["--jsonl"][..], &["--fields", "stats"], &["--annotations"]] {
        let done = saidso(arguments, &input);
        let lines = done.records();
        assert_eq!((done.code, lines.len()), (1, 4), "{arguments:?}");
        assert_eq!(lines[1]["id"], json!([2]));
        assert!(
            lines[1]["error"].as_str().unwrap().contains("missing field `text`"),
            "{}",
            lines[1]
        );
        assert!(lines[2]["id"].is_null() && lines[2]["error"].is_string());
        assert!(lines[0]["error"].is_null() && lines[3]["id"] == "b");
    }
    let done = saidso(&["--csv", "articles"], &input);
    assert_eq!((done.code, csv(&done.out).rows.len()), (1, 2));
    let told: Vec<&str> = done.err.lines().collect();
    assert!(told[0].starts_with("saidso: article [2], line 2, column "), "{}", done.err);
    assert!(told[1].starts_with("saidso: article null, line 3, column "), "{}", done.err);
    assert_eq!(told[2], "saidso: 2 of 4 records could not be read");
    let folder = folder("bad");
    let done = saidso(&["--parquet", &folder], &input);
    let errors = parquet(&folder, "errors");
    assert_eq!((done.code, parquet(&folder, "articles").rows.len(), errors.rows.len()), (1, 2, 2));
    assert_eq!([errors.at(0, "article"), errors.at(1, "article")], ["[2]", "null"]);
    assert!(errors.at(0, "error").contains("missing field `text`"));
}

/// Every table of the same input, by CSV and by Parquet.
fn both(name: &str) -> (Table, Table) {
    let folder = folder(&format!("both-{name}"));
    let done = saidso(&["--parquet", &folder, "--offsets", "codepoint"], input());
    assert_eq!((done.code, done.out.as_str(), done.err.as_str()), (0, "", ""));
    let done = saidso(&["--csv", name, "--offsets", "codepoint"], input());
    assert_eq!((done.code, done.err.as_str()), (0, ""));
    (csv(&done.out), parquet(&folder, name))
}

#[test]
fn csv_and_parquet_hold_the_same() {
    for name in ["attributions", "sources", "claims", "hedges", "articles"] {
        let (csv, parquet) = both(name);
        assert_eq!(csv.names, parquet.names, "{name}");
        assert!(csv.rows.len() > 2, "{name}");
        let guarded = |cell: &String| match cell.starts_with(['=', '+', '-', '@']) {
            true => format!("'{cell}"),
            false => cell.clone(),
        };
        let safe: Vec<Vec<String>> =
            parquet.rows.iter().map(|row| row.iter().map(guarded).collect()).collect();
        assert_eq!(csv.rows, safe, "{name}");
    }
}

#[test]
fn what_a_spreadsheet_would_run_has_an_apostrophe() {
    let (sources, plain) = both("attributions");
    assert_eq!(sources.at(0, "article"), "'=cmd|' /C calc'!A0");
    assert_eq!(plain.at(0, "article"), "=cmd|' /C calc'!A0");
    let cells = sources.rows.iter().flatten();
    assert!(cells.clone().any(|cell| cell == "'@home may be late"), "{:?}", sources.rows);
    cells.for_each(|cell| assert!(!cell.starts_with(['=', '@', '+', '-']), "{cell}"));
}

#[test]
fn a_row_is_a_mark_of_the_report_with_its_words() {
    let reports = reports(&["--jsonl", "--offsets", "codepoint"]);
    let check = |name: &str, columns: &[(&str, &str, &str)]| {
        let (_, table) = both(name);
        let mut row = 0;
        for (id, text, report) in &reports {
            for number in 0..report[name].as_array().unwrap().len() {
                assert_eq!(table.at(row, "article"), named(id));
                assert_eq!(table.at(row, "number"), number.to_string());
                for (words, starts, ends) in columns {
                    let pieces = table.counts(row, starts).into_iter().zip(table.counts(row, ends));
                    let pieces: Vec<String> =
                        pieces.map(|(start, end)| slice(text, start, end)).collect();
                    assert_eq!(table.at(row, words), pieces.join(" … "), "{name} {row}");
                }
                row += 1;
            }
        }
        assert_eq!(table.rows.len(), row, "{name}");
    };
    check(
        "attributions",
        &[
            ("source_words", "source_starts", "source_ends"),
            ("cue", "cue_start", "cue_end"),
            ("content", "content_starts", "content_ends"),
        ],
    );
    check("claims", &[("words", "starts", "ends")]);
    check("hedges", &[("words", "start", "end"), ("scope", "scope_start", "scope_end")]);
}

#[test]
fn an_attribution_names_its_resolved_source() {
    let (_, said) = both("attributions");
    let added = (0..said.rows.len()).find(|row| said.at(*row, "cue") == "added").unwrap();
    for (name, value) in [
        ("source_words", "she"),
        ("source_name", "Ana Brook"),
        ("source_kind", "person"),
        ("source_named", "true"),
        ("cue_lemma", "add"),
        ("content", "“Nobody,” … “needs to leave.”"),
        ("form", "direct"),
        ("stance", "neutral"),
        ("act", "speech"),
        ("parent", ""),
    ] {
        assert_eq!(said.at(added, name), value, "{name}");
    }
    let starts = said.counts(added, "content_starts");
    assert_eq!(
        (starts.len(), said.at(added, "content_start")),
        (2, starts[0].to_string().as_str())
    );
    assert!(said.at(added, "confidence").parse::<f64>().unwrap() > 0.5);
    assert!(!said.at(added, "reasons").is_empty());
    let (_, sources) = both("sources");
    let number = said.at(added, "source").parse::<usize>().unwrap();
    assert_eq!(sources.at(number, "name"), "Ana Brook");
    assert!(sources.at(number, "attributions").split(' ').any(|at| at == said.at(added, "number")));
    let (_, claims) = both("claims");
    let built = (0..claims.rows.len())
        .find(|row| claims.at(*row, "words").contains("built in 1902"))
        .unwrap();
    assert_eq!([claims.at(built, "unsourced"), claims.at(built, "source_name")], ["true", ""]);
}

#[test]
fn no_input_gives_tables_without_rows() {
    let folder = folder("empty");
    assert_eq!(saidso(&["--parquet", &folder], "").code, 0);
    for name in ["attributions", "sources", "claims", "hedges", "articles", "errors"] {
        let table = parquet(&folder, name);
        assert!(table.rows.is_empty() && table.names.len() > 2, "{name}");
        assert!(table.docs.iter().all(|doc| doc.len() > 8), "{name}: {:?}", table.docs);
        if name != "errors" {
            let printed = saidso(&["--csv", name], "").out;
            assert_eq!(printed, format!("{}\n", table.names.join(",")));
        }
    }
    let left: Vec<_> = std::fs::read_dir(&folder).unwrap().collect();
    assert_eq!(left.len(), 6, "{left:?}");
}

#[test]
fn five_thousand_articles_are_in_their_files_in_order() {
    let text = "Bo Ek said it may rain.";
    let input: String = (0..5000).map(|id| line(&json!(format!("a{id}")), text)).collect();
    let folder = folder("many");
    assert_eq!(saidso(&["--parquet", &folder, "-j", "3"], &input).code, 0);
    let articles = parquet(&folder, "articles");
    assert_eq!(articles.rows.len(), 5000);
    (0..5000).for_each(|row| assert_eq!(articles.at(row, "article"), format!("a{row}")));
    let said = parquet(&folder, "attributions");
    assert_eq!(said.rows.len(), 5000);
    (0..5000).for_each(|row| assert_eq!(said.at(row, "article"), format!("a{row}")));
}

#[test]
fn a_run_that_is_killed_leaves_the_files_of_the_last_one() {
    let folder = folder("kept");
    assert_eq!(saidso(&["--parquet", &folder], input()).code, 0);
    let before = parquet(&folder, "attributions").rows;
    run::killed(&["--parquet", &folder], &input());
    assert_eq!(parquet(&folder, "attributions").rows, before);
    let begun = std::path::Path::new(&folder).join("attributions.parquet.unfinished");
    assert!(begun.exists(), "the run was killed before it began its files");
    assert_eq!(saidso(&["--parquet", &folder], "").code, 0);
    assert!(parquet(&folder, "attributions").rows.is_empty() && !begun.exists());
}

#[test]
fn a_folder_that_cannot_be_made_is_told() {
    let file = format!("{}/file", folder("file"));
    std::fs::create_dir_all(std::path::Path::new(&file).parent().unwrap()).unwrap();
    std::fs::write(&file, "").unwrap();
    let done = saidso(&["--parquet", &file], input());
    assert!(done.code == 1 && done.err.starts_with("saidso: "), "{}", done.err);
}

#[test]
fn the_columns_are_those_of_the_docs() {
    let folder = folder("columns");
    assert_eq!(saidso(&["--parquet", &folder], "").code, 0);
    let mut docs = String::from(
        "# Tables\n\nWhat `--parquet DIR` writes, and `--csv` for one table of the first five. Every column may be empty. Offsets are half-open, in the unit of\n`--offsets`. Numbers of marks count from 0 within their article: join by `article` and number. In CSV lists of words stand between `; `, lists of\nnumbers between blanks, and what a spreadsheet would run has an apostrophe before it; in Parquet the descriptions are each field's metadata.\nGenerated by `UPDATE_GENERATED=1 cargo test --test output`.\n",
    );
    for name in ["attributions", "sources", "claims", "hedges", "articles", "errors"] {
        docs += &format!("\n## {name}\n\n| column | type | what it holds |\n|---|---|---|\n");
        let table = parquet(&folder, name);
        for ((column, kind), doc) in table.names.iter().zip(&table.kinds).zip(&table.docs) {
            docs += &format!("| `{column}` | {kind} | {doc} |\n");
        }
    }
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("www/docs/tables.md");
    if std::env::var_os("UPDATE_GENERATED").is_some_and(|on| on == "1") {
        std::fs::write(&path, &docs).unwrap();
    }
    let written = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(
        written == docs,
        "www/docs/tables.md is not what the files say; UPDATE_GENERATED=1 rewrites it"
    );
}
