//! Runs the command line over tables of characters: what stands between their values, and marks that nothing closes.

#![cfg(feature = "command")]
#![allow(clippy::panic, clippy::unwrap_used, reason = "a test fails by panicking")]

#[path = "input/bench.rs"]
mod bench;
mod program;

use std::{fs, sync::Arc};

use arrow_array::{ArrayRef, BinaryArray, LargeStringArray, RecordBatch, StringViewArray};

use bench::{Bench, SAID, ids};
use program::saidso;
use serde_json::{Value, json};

const CSV: [&str; 3] = ["--jsonl", "--from", "csv"];

/// The id, the line and the column of each record; a good one has no line.
fn places(out: &str) -> Vec<(Value, Value, Value)> {
    let place = |line| {
        let record: Value = serde_json::from_str(line).unwrap();
        assert!(record["error"].is_string() != record["report"].is_object(), "{record}");
        (record["id"].clone(), record["line"].clone(), record["column"].clone())
    };
    out.lines().map(place).collect()
}

fn good(id: &str) -> (Value, Value, Value) {
    (json!(id), Value::Null, Value::Null)
}

fn bad(id: impl Into<Value>, line: u64, column: u64) -> (Value, Value, Value) {
    (id.into(), json!(line), json!(column))
}

#[test]
fn a_mark_that_nothing_closes_costs_its_row_and_no_other() {
    let rows = "id,text\n1,Go.\n2,\"Go,\n3,Go.\n\n4,Go.\n";
    for rows in [rows.to_owned(), rows.replace('\n', "\r\n"), rows.replace('\n', "\r")] {
        let done = saidso(&CSV, &rows);
        assert_eq!(places(&done.out), [good("1"), bad("2", 3, 3), good("3"), good("4")]);
        assert!(done.out.contains("nothing closes it before the end of the file"), "{}", done.out);
        assert!(done.code == 1 && done.err.contains("1 of 4 records"), "{}", done.err);
    }
    // The mark that opens the next value seems to close it.
    let done =
        saidso(&CSV, "id,text\n1,\"Go\n2,\"Stay\"\n3,\"Go\n4,\" Stay\"\n5,\"Go\n\nand stay.\"\n");
    let expected = [bad("1", 2, 3), good("2"), bad("3", 4, 3), good("4"), good("5")];
    assert_eq!(places(&done.out), expected, "{}", done.out);
    assert!(done.out.contains("in line 3, has words behind it"), "{}", done.out);
    // In a later value, behind one of several lines.
    let done = saidso(&CSV, "text,id,more\n\"a\nb\",1,\"x\nGo,2,y\n");
    assert_eq!(places(&done.out), [bad("1", 3, 6), good("2")], "{}", done.out);
}

#[test]
fn marks_inside_of_a_value_that_are_not_doubled_are_an_error() {
    let done = saidso(&CSV, "id,text\n1,\"No, \"never\" again.\"\n2,\"Go.\" \n3,5\" pipe\n");
    assert_eq!(places(&done.out), [bad("1", 2, 3), good("2"), good("3")], "{}", done.out);
}

#[test]
fn a_mark_that_nothing_closes_is_given_up_where_no_row_is_so_long() {
    let bench = Bench::new("unclosed");
    // Rows with a value too many are not annotated, which would take its time.
    let rows = format!("{},x,y\n", "Go. ".repeat(16_000)).repeat(1_200);
    let file = bench.write("in.csv", format!("id,text\n1,\"Go.\n{rows}2,Go.\n").as_bytes());
    let done = saidso(&["--jsonl", &file], b"");
    assert_eq!(done.out.lines().count(), 1202);
    assert!(done.out.starts_with("{\"id\":\"1\",\"error\":\"A quotation mark"), "{}", done.err);
    assert!(
        done.out.contains("within 64 MB.\"") && done.err.contains("1,201 of 1,202"),
        "{}",
        done.err
    );
    assert_eq!(ids(done.out.lines().last().unwrap()), [json!("2")]);
}

#[test]
fn a_cut_run_goes_on_behind_a_mark_that_nothing_closes() {
    let bench = Bench::new("unclosed-resume");
    let file = bench.write("in.csv", b"id,text\n1,Go.\n2,\"Go.\n3,Go.\n4,\"x\n5,\"Go.\"\n6,\"\n");
    let out = bench.path("out.jsonl");
    assert_eq!(saidso(&["--jsonl", "--out", &out, &file], b"").code, 1);
    let whole = fs::read(&out).unwrap();
    for cut in (0..whole.len()).step_by(97) {
        fs::write(&out, &whole[..cut]).unwrap();
        let done = saidso(&["--jsonl", "--resume", &out, &file], b"");
        assert!(fs::read(&out).unwrap() == whole, "cut at {cut}: {}", done.err);
        assert!(done.err.contains("3 of 6"), "cut at {cut}: {}", done.err);
    }
}

#[test]
fn tabs_stand_between_values_with_and_without_signs_for_quotation() {
    let rows = format!(
        "id\ttext\tplace\n1\t\"{SAID}\nGo.\"\tx\n2\t\"Go,\" he said.\ty\n3\t\"Go.\tz\n4\tGo.\tz\n"
    );
    let done = saidso(&["--jsonl", "--from", "tsv"], rows);
    assert_eq!(ids(&done.out), ["1", "2", "3", "4"].map(Value::from));
    assert_eq!(done.code, 0, "{}", done.out);
    let said = done.records()[1]["report"]["attributions"][0]["form"].clone();
    assert_eq!(said, "direct", "{}", done.out);
}

#[test]
fn what_stands_between_values_is_told_by_the_names() {
    let rows = [["id", "text"], ["1", "Go, and stay."], ["2", "Go."]];
    for between in [";", "\t", "|", ","] {
        let quoted = |value: &&str| format!("\"{value}\"");
        let line =
            |row: &[&str; 2]| row.iter().map(quoted).collect::<Vec<_>>().join(between) + "\r\n";
        let rows = rows.iter().map(line).collect::<String>();
        for rows in [rows.clone(), format!("\u{feff}{rows}"), format!("sep={between}\r\n{rows}")] {
            let done = saidso(&CSV, &rows);
            assert_eq!(places(&done.out), [good("1"), good("2")], "{rows}");
        }
    }
    let done = saidso(&CSV, "a;b\n1;2\n");
    assert!(done.out.contains(r#"no column \"text\""#) && done.code == 1, "{}", done.out);
    let done = saidso(&CSV, "sep=;\n");
    assert!(done.out.contains("The table is empty") && done.code == 1, "{}", done.out);
}

#[test]
fn words_of_parquet_are_read_however_they_are_kept() {
    let bench = Bench::new("kept");
    let words = [Some(SAID), None, Some("Go.")];
    let kept: [ArrayRef; 3] = [
        Arc::new(LargeStringArray::from(words.to_vec())),
        Arc::new(StringViewArray::from(words.to_vec())),
        Arc::new(BinaryArray::from(words.map(|word| word.map(str::as_bytes)).to_vec())),
    ];
    for texts in kept {
        let ids =
            Arc::new(BinaryArray::from(vec![Some(&b"a"[..]), None, Some(b"\xff")])) as ArrayRef;
        let rows =
            RecordBatch::try_from_iter_with_nullable([("id", ids, true), ("text", texts, true)]);
        let rows = rows.unwrap();
        let mut bytes = Vec::new();
        let mut out =
            parquet::arrow::ArrowWriter::try_new(&mut bytes, rows.schema(), None).unwrap();
        out.write(&rows).unwrap();
        out.close().unwrap();
        let done = saidso(&["--jsonl", &bench.write("in.parquet", &bytes)], b"");
        let records = done.records();
        assert!(
            done.out.starts_with("{\"id\":\"a\",\"report\"") && records.len() == 3,
            "{:?}",
            rows.schema()
        );
        assert!(
            done.out.contains("Ana Brook") && records[1]["error"].is_string(),
            "{:?}",
            rows.schema()
        );
    }
}
