//! Runs the command line over every kind of input, as a user does, and stops and resumes it.

#![cfg(feature = "command")]
#![allow(clippy::panic, clippy::unwrap_used, reason = "a test fails by panicking")]

#[path = "input/bench.rs"]
mod bench;
mod program;

use std::{
    fs,
    io::{Read, Write},
    process::{Command, Stdio},
    sync::Arc,
    thread,
    time::Duration,
};

use arrow_array::{ArrayRef, Int64Array, RecordBatch, StringArray};
use bench::{Bench, SAID, ids};
use program::{gzip, saidso, started};
use serde_json::{Value, json};

#[test]
fn lines_are_read_in_every_encoding_that_their_bytes_tell() {
    let bench = Bench::new("encodings");
    let lines =
        format!("{}\r\n\r\n{}\r\n", json!({"id": 1, "text": SAID}), json!({"id": 2, "text": "é"}));
    let plain = saidso(&["--jsonl"], lines.as_bytes());
    assert_eq!(ids(&plain.out), [json!(1), json!(2)]);
    assert!(plain.out.contains("\"name\":\"Ana Brook\""), "{}", plain.out);
    let marked = format!("\u{feff}{lines}");
    let units = |order: fn(u16) -> [u8; 2], text: &str| -> Vec<u8> {
        text.encode_utf16().flat_map(order).collect()
    };
    for bytes in [
        marked.clone().into_bytes(),
        units(u16::to_le_bytes, &marked),
        units(u16::to_be_bytes, &marked),
        units(u16::to_le_bytes, &lines),
        units(u16::to_be_bytes, &lines),
    ] {
        assert_eq!(saidso(&["--jsonl"], &bytes).out, plain.out);
        let file = bench.write("in.jsonl", &bytes);
        assert_eq!(saidso(&["--jsonl", &file], b"").out, plain.out);
    }
}

#[test]
fn tables_give_the_columns_that_are_asked_for_and_pass_the_others_through() {
    let csv = format!(
        "section,url,body\nLocal,u1,\"{SAID}\nSecond \"\"line\"\", here.\"\n\"A, B\",u2,Go.\n"
    );
    let tsv = format!("section\turl\tbody\nLocal\tu1\t{SAID}\n");
    let chosen = ["--jsonl", "--id", "url", "--text", "body", "--from"];
    let done = saidso(&[&chosen[..], &["csv"]].concat(), csv.as_bytes());
    assert_eq!(ids(&done.out), [json!("u1"), json!("u2")]);
    assert!(done.out.starts_with(r#"{"id":"u1","section":"Local","report":{"#), "{}", done.out);
    assert!(done.out.contains(r#"{"id":"u2","section":"A, B","report":{"#), "{}", done.out);
    assert_eq!(done.code, 0);
    let done = saidso(&[&chosen[..], &["tsv"]].concat(), tsv.as_bytes());
    assert!(done.out.starts_with(r#"{"id":"u1","section":"Local","report":{"#), "{}", done.out);
    let twice = saidso(&["--jsonl", "--from", "csv"], b"id,text,text\n1,Go.,Stay.\n");
    assert!(twice.code == 1 && twice.out.contains("more than one column"), "{}", twice.out);
    let done = saidso(&["--jsonl", "--from", "csv"], csv.as_bytes());
    let error = done.records().remove(0)["error"].clone();
    assert!(error.as_str().unwrap().contains("\"section\", \"url\", \"body\""), "{error}");
    assert_eq!(done.code, 1);
}

#[test]
fn other_members_keep_their_order_and_their_digits() {
    let line = r#"{"z":12345678901234567890123,"text":"Go.","id":{"b":1,"a":2},"report":[1.50],"error":null}"#;
    let done = saidso(&["--jsonl"], line.as_bytes());
    let head = r#"{"id":{"b":1,"a":2},"z":12345678901234567890123,"input_report":[1.50],"input_error":null,"report":{"#;
    assert!(done.out.starts_with(head), "{}", done.out);
}

#[test]
fn a_folder_is_read_in_the_order_of_its_names_with_all_that_is_inside() {
    let bench = Bench::new("folder");
    bench.write("in/b.txt", SAID.as_bytes());
    bench.write("in/a/two.md", b"Go.");
    bench.write("in/a/one.jsonl.gz", &gzip(br#"{"id":"l","text":"Go."}"#));
    bench.write("in/c.csv", b"id,text\nr,Go.\n");
    bench.write("in/picture.png", b"\x89PNG");
    bench.write("in/.hidden.txt", b"Go.");
    let page = format!("<meta charset=windows-1252><p>{SAID}<p>Caf\u{e9}");
    bench.write("in/d.html", &page.chars().map(|c| c as u8).collect::<Vec<_>>());
    let done = saidso(&["--jsonl", &bench.path("in")], b"");
    let expected = ["l", "a/two.md", "b.txt", "r", "d.html"].map(Value::from);
    assert_eq!(ids(&done.out), expected, "{}", done.err);
    assert_eq!(done.records()[4]["text"], format!("{SAID}\n\nCafé"));
    let empty = bench.path("empty");
    fs::create_dir(&empty).unwrap();
    let done = saidso(&["--jsonl", &empty], b"");
    assert!(done.code == 1 && done.out.contains("holds no"), "{}", done.out);
}

#[test]
fn compressed_files_are_told_by_their_bytes() {
    let lines = bench::lines(0..40);
    let plain = saidso(&["--jsonl"], lines.as_bytes()).out;
    let (first, second) = lines.as_bytes().split_at(lines.len() / 2);
    let members = [gzip(first), gzip(second)].concat();
    assert_eq!(saidso(&["--jsonl"], &members).out, plain);
    let packed = zstd::encode_all(lines.as_bytes(), 1).unwrap();
    assert_eq!(saidso(&["--jsonl"], &packed).out, plain);
    let text = saidso(&["--json", "-"], SAID.as_bytes()).out;
    assert_eq!(saidso(&["--json", "-"], gzip(SAID.as_bytes())).out, text);
}

#[test]
fn a_truncated_file_gives_what_came_before_and_an_error() {
    let noise = |at: u32| (0..400).map(move |n| (at * 7919 + n * n * 31) % 9973);
    let line =
        |at| json!({"id": at, "text": "Go.", "noise": noise(at).collect::<Vec<_>>()}).to_string();
    let lines = (0..40).map(line).collect::<Vec<_>>().join("\n");
    let mut packed = gzip(lines.as_bytes());
    packed.truncate(packed.len() / 2);
    let done = saidso(&["--jsonl"], &packed);
    let records = done.records();
    let (error, whole) = records.split_last().unwrap();
    assert!(whole.len() > 5 && whole.iter().all(|record| record["report"].is_object()));
    assert_eq!(error["line"], whole.len() + 1);
    assert!(error["error"].is_string() && done.code == 1, "{error}");
}

#[test]
fn parquet_gives_its_columns_by_their_names() {
    let bench = Bench::new("parquet");
    let texts: ArrayRef = Arc::new(StringArray::from(vec![Some(SAID), None, Some("Go.")]));
    let numbers: ArrayRef = Arc::new(Int64Array::from(vec![7, 8, 9]));
    let sections: ArrayRef = Arc::new(StringArray::from(vec!["Local", "World", "Arts"]));
    let rows = RecordBatch::try_from_iter_with_nullable([
        ("number", numbers, false),
        ("section", sections, false),
        ("body", texts, true),
    ]);
    let rows = rows.unwrap();
    let mut bytes = Vec::new();
    let mut writer = parquet::arrow::ArrowWriter::try_new(&mut bytes, rows.schema(), None).unwrap();
    writer.write(&rows).unwrap();
    writer.close().unwrap();
    let file = bench.write("in.parquet", &bytes);
    let done = saidso(&["--jsonl", "--id", "number", "--text", "body", &file], b"");
    assert_eq!(ids(&done.out), [json!(7), json!(8), json!(9)]);
    assert!(done.out.starts_with(r#"{"id":7,"section":"Local","report":{"#), "{}", done.out);
    let records = done.records();
    assert!(records[1]["error"].is_string() && records[1]["row"] == 2, "{}", records[1]);
    assert_eq!(done.code, 1);
    let done = saidso(&["--jsonl", "--from", "parquet"], &bytes);
    assert!(done.out.contains("give the file's name"), "{}", done.out);
}

#[test]
fn a_page_is_read_as_its_article() {
    let more =
        "They spoke about it for a long time on Monday, in the hall of the town. ".repeat(12);
    let page = format!(
        "<html><head><title>The dam is safe</title><style>p{{}}</style></head><body><nav><a href=/>Home</a></nav>
        <article><h1>The dam is safe</h1><p>Mayor Ana Brook said<sup><a href='#n1'>1</a></sup> the dam
        <span style='display: none'>never</span> was safe. <button>Share</button></p><h2>What next</h2>
        <p>It is 3 km<sup>2</sup> wide.<br>{more}</p></article><footer><p>Imprint</p></footer></body></html>"
    );
    let done = saidso(&["--jsonl", "--from", "html"], page.as_bytes());
    let record = done.records().remove(0);
    let text = record["text"].as_str().unwrap();
    let begin = "The dam is safe\n\nMayor Ana Brook said the dam was safe.\n\nWhat next\n\nIt is 3 km2 wide.\nThey spoke";
    assert!(
        text.starts_with(begin) && !text.contains("Imprint") && !text.contains("Home"),
        "{text}"
    );
    let kinds: Vec<_> =
        record["report"]["blocks"].as_array().unwrap().iter().map(|b| &b["kind"]).collect();
    assert_eq!(kinds, ["heading", "paragraph", "heading", "paragraph"]);
    let bench = Bench::new("page");
    let file = bench.write("page.html", page.as_bytes());
    let single: Value = serde_json::from_str(&saidso(&["--json", &file], b"").out).unwrap();
    assert_eq!(single, record["report"]);
}

#[test]
fn questions_for_consent_and_what_stands_beside_an_article_are_left_out() {
    let more =
        "They spoke about it for a long time on Monday, in the hall of the town. ".repeat(12);
    let ask = "<p>We value your privacy. We and our 812 partners say that this is legitimate interest.</p>";
    let read = |before: &str, article: &str| {
        let page = format!(
            "<html><head><title>Dam falls - The Paper</title></head><body>{before}{article}</body></html>"
        );
        let done = saidso(&["--jsonl", "--from", "html"], page.as_bytes());
        done.records().remove(0)["text"].as_str().unwrap().to_owned()
    };
    let article =
        format!("<article><h1>Dam falls</h1><p>Ana Brook said it fell.</p><p>{more}</p></article>");
    let plain = format!("<h1>Dam falls</h1><p>Ana Brook said it fell.</p><p>{more}</p>");
    for container in [
        "id=qc-cmp2-container",
        "id=CybotCookiebotDialog",
        "class='x sp_message_1'",
        "role=dialog",
        "class=aB3x",
    ] {
        let text = read(&format!("<div {container}>{ask}</div>"), &article);
        assert!(text.starts_with("Dam falls\n\nAna Brook said it fell."), "{container}: {text}");
        assert!(
            !text.contains("privacy") && text.matches("Dam falls").count() == 1,
            "{container}: {text}"
        );
    }
    let text = read(&format!("<div class=cookie-banner>{ask}</div>"), &plain);
    assert!(text.contains("it fell") && !text.contains("privacy"), "{text}");
    // Cookies are baked, too.
    let text = read("", &format!("<div class=cookie-recipe>{plain}</div>"));
    assert!(text.contains("it fell"), "{text}");
}

#[test]
fn bad_records_are_errors_in_place_and_are_counted() {
    let bench = Bench::new("bad");
    let lines = b"{\"id\":1,\"text\":\"Go.\"}\n\n{\"id\":2,\"text\":7}\n{\"id\":3,\"text\":\"a\xffb\"}\nno\n{\"id\":4}\n[1]\n{\"id\":5,\"text\":\"a\0b\"}\n{\"text\":\"Go.\"}";
    let lines = bench.write("lines.jsonl", lines);
    let table = bench.write("table.csv", b"id,text\na,Go.\nb\nc,\xff\nd,\"x\ny\"\ne,1,2\n");
    let latin = bench.write("latin.txt", b"caf\xe9");
    let done = saidso(&["--jsonl", &lines, &table, &latin, &bench.path("none.txt")], b"");
    let place = |r: &Value| (r["id"].clone(), r["error"].is_string(), r["line"].clone());
    let places: Vec<_> = done.records().iter().map(place).collect();
    let good = |id: Value| (id, false, Value::Null);
    let bad = |id: Value, line: Value| (id, true, line);
    let expected = [
        good(json!(1)),
        bad(json!(2), json!(3)),
        bad(json!(3), json!(4)),
        bad(Value::Null, json!(5)),
        bad(json!(4), json!(6)),
        bad(Value::Null, json!(7)),
        bad(Value::Null, json!(8)),
        good(Value::Null),
        good(json!("a")),
        bad(json!("b"), json!(3)),
        bad(json!("c"), json!(4)),
        good(json!("d")),
        bad(json!("e"), json!(7)),
        bad(json!(latin), Value::Null),
        bad(json!(bench.path("none.txt")), Value::Null),
    ];
    assert_eq!(places, expected, "{}", done.out);
    assert_eq!(done.records()[1]["column"], 16);
    assert_eq!(done.records()[1]["file"], json!(lines));
    assert!(done.err.contains("11 of 15 records could not be read"), "{}", done.err);
    assert_eq!(done.code, 1);
}

#[test]
fn the_order_is_the_same_whatever_the_number_of_threads() {
    let lines = bench::lines(0..300);
    let one = saidso(&["--jsonl", "-j", "1"], lines.as_bytes()).out;
    assert_eq!(ids(&one), (0..300).map(Value::from).collect::<Vec<_>>());
    assert_eq!(saidso(&["--jsonl", "-j", "8"], lines.as_bytes()).out, one);
}

#[test]
fn a_cut_run_goes_on_where_it_was_cut() {
    let bench = Bench::new("resume");
    let file = bench
        .write("in.jsonl", format!("{}no\n{}", bench::lines(0..3), bench::lines(3..6)).as_bytes());
    let out = bench.path("out.jsonl");
    assert_eq!(saidso(&["--jsonl", "--out", &out, &file], b"").code, 1);
    let whole = fs::read(&out).unwrap();
    for cut in (0..whole.len()).step_by(211).chain([whole.len() - 1, whole.len()]) {
        fs::write(&out, &whole[..cut]).unwrap();
        let done = saidso(&["--jsonl", "--resume", &out, &file], b"");
        assert!(fs::read(&out).unwrap() == whole, "cut at {cut}: {}", done.err);
        assert!(done.code == 1 && done.err.contains("1 of 7"), "cut at {cut}: {}", done.err);
    }
}

#[test]
fn an_output_of_another_run_is_left_alone() {
    let bench = Bench::new("other");
    let file = bench.write("in.jsonl", bench::lines(0..3).as_bytes());
    let out = bench.path("out.jsonl");
    for other in [
        bench::lines(0..1),
        "{\"id\":9,\"error\":\"x\"}\n".into(),
        "{\"id\":0,\"error\":\"x\"}\n".repeat(4),
    ] {
        fs::write(&out, &other).unwrap();
        let done = saidso(&["--jsonl", "--resume", &out, &file], b"");
        assert!(
            done.code == 2 && done.err.contains("no beginning of this run's output"),
            "{}",
            done.err
        );
        assert_eq!(fs::read_to_string(&out).unwrap(), other);
    }
    let done = saidso(&["--jsonl", "--out", &file, &file], b"");
    assert!(done.code == 2 && fs::read_to_string(&file).unwrap() == bench::lines(0..3));
}

#[cfg(unix)]
#[test]
fn a_killed_run_goes_on_and_an_interrupted_one_ends_with_whole_lines() {
    let bench = Bench::new("killed");
    let lines = bench::lines(0..400);
    let file = bench.write("in.jsonl", lines.as_bytes());
    let whole = saidso(&["--jsonl", &file], b"").out;
    let out = bench.path("out.jsonl");
    for signal in ["-KILL", "-INT"] {
        let _ = fs::remove_file(&out);
        let mut run = started(&["--jsonl", "--resume", &out, "-"]);
        // The input stays open and silent, as a feed does.
        let mut input = run.stdin.take().unwrap();
        let half = bench::lines(0..200);
        input.write_all(half.as_bytes()).unwrap();
        input.flush().unwrap();
        while fs::metadata(&out).map_or(0, |about| about.len()) < 20_000 {
            thread::sleep(Duration::from_millis(5));
        }
        let id = run.id().to_string();
        assert!(Command::new("kill").args([signal, &id]).status().unwrap().success());
        let code = run.wait().unwrap().code();
        drop(input);
        if signal == "-INT" {
            let mut err = String::new();
            run.stderr.take().unwrap().read_to_string(&mut err).unwrap();
            assert!(code == Some(130) && err.contains("--resume"), "{code:?} {err}");
            assert!(fs::read(&out).unwrap().ends_with(b"\n"));
        }
        assert!(whole.as_bytes().starts_with(&fs::read(&out).unwrap()), "{signal}");
        let done = saidso(&["--jsonl", "--resume", &out, &file], b"");
        assert!(done.code == 0 && fs::read_to_string(&out).unwrap() == whole, "{signal}");
    }
}

#[test]
fn a_closed_pipe_ends_quietly() {
    let bench = Bench::new("pipe");
    let file = bench.write("in.jsonl", bench::lines(0..300).as_bytes());
    let mut run = Command::new(env!("CARGO_BIN_EXE_saidso"))
        .args(["--jsonl", &file])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut out = run.stdout.take().unwrap();
    out.read_exact(&mut [0; 10]).unwrap();
    drop(out);
    let done = run.wait_with_output().unwrap();
    assert!(done.status.success() && done.stderr.is_empty(), "{done:?}");
}
