//! Runs the command line over folders and archives, and reads what it says of files that hold no articles or not all of them.

#![cfg(feature = "command")]
#![allow(clippy::panic, clippy::unwrap_used, reason = "a test fails by panicking")]

#[path = "input/bench.rs"]
mod bench;
mod program;

use bench::{Bench, SAID, ids};
use program::{gzip, saidso};
use serde_json::{Value, json};

#[test]
fn of_several_folders_each_file_has_an_id_of_its_own() {
    let bench = Bench::new("several");
    for name in ["a/x.txt", "a/in/x.txt", "b/x.txt", "x.txt"] {
        bench.write(name, SAID.as_bytes());
    }
    let (a, b, x) = (bench.path("a"), bench.path("b"), bench.path("x.txt"));
    let done = saidso(&["--jsonl", &a, &b, &x], b"");
    let expected = [format!("{a}/in/x.txt"), format!("{a}/x.txt"), format!("{b}/x.txt"), x.clone()];
    assert_eq!(ids(&done.out), expected.map(Value::from));
    assert_eq!(ids(&saidso(&["--jsonl", &a], b"").out), ["in/x.txt", "x.txt"].map(Value::from));
    let slashed = format!("{a}/");
    let done = saidso(&["--jsonl", &slashed, &x], b"");
    assert_eq!(
        ids(&done.out),
        [json!(format!("{a}/in/x.txt")), json!(format!("{a}/x.txt")), json!(x)]
    );
}

#[cfg(target_os = "linux")]
#[test]
fn names_that_are_no_words_are_told_apart() {
    use std::{ffi::OsStr, fs, os::unix::ffi::OsStrExt, path::Path};
    let bench = Bench::new("bytes");
    let folder = bench.path("in");
    fs::create_dir_all(&folder).unwrap();
    for name in [&b"\xfe.txt"[..], b"\xff.txt", b"a\nb.txt"] {
        fs::write(Path::new(&folder).join(OsStr::from_bytes(name)), SAID).unwrap();
    }
    let done = saidso(&["--jsonl", &folder], b"");
    // Programs that look over the project stumble over such names.
    fs::remove_dir_all(&folder).unwrap();
    assert_eq!(ids(&done.out), ["a\nb.txt", "\\xFE.txt", "\\xFF.txt"].map(Value::from));
}

#[test]
fn files_of_a_folder_that_are_not_read_are_counted_by_their_endings() {
    let bench = Bench::new("passed");
    for name in ["a.txt", "b.PNG", "in/c.png", "d", "e.jsonl.bz2", "f.pdf.gz", ".hidden"] {
        bench.write(&format!("in/{name}"), SAID.as_bytes());
    }
    let done = saidso(&["--jsonl", &bench.path("in")], b"");
    assert_eq!((ids(&done.out), done.code), (vec![json!("a.txt")], 0));
    let told = "saidso: 5 files were passed over, as no such ending is read: 2 .png, 1 .bz2, 1 .pdf.gz, 1 without an ending\n";
    assert_eq!(done.err, told);
    assert_eq!(saidso(&["audit", &bench.path("in")], b"").err, told);
    (0..12).for_each(|n| drop(bench.write(&format!("many/{n}.x{n}"), b"")));
    bench.write("many/a.txt", SAID.as_bytes());
    let done = saidso(&["--csv", "articles", &bench.path("many")], b"");
    assert!(done.err.contains(", 4 others\n") && done.code == 0, "{}", done.err);
    assert_eq!(saidso(&["--jsonl", &bench.path("in/a.txt")], b"").err, "");
}

#[test]
fn an_archive_that_was_cut_is_an_error_and_keeps_what_came_before() {
    let bench = Bench::new("cut");
    let lines: String =
        (0..300).map(|id| format!("{}\n", json!({"id": id, "text": "Go."}))).collect();
    let table: String = (0..300).map(|id| format!("{id},\"Go.\"\n")).collect();
    let packed =
        |bytes: &str| [gzip(bytes.as_bytes()), zstd::encode_all(bytes.as_bytes(), 1).unwrap()];
    for (kind, bytes) in
        [("jsonl", lines), ("csv", format!("id,text\n{table}")), ("txt", "Go. ".repeat(90))]
    {
        for (whole, ending) in packed(&bytes).into_iter().zip(["gz", "zst"]) {
            let good =
                |name: &str, bytes: &[u8]| saidso(&["--jsonl", &bench.write(name, bytes)], b"");
            let name = format!("a.{kind}.{ending}");
            assert_eq!(good(&name, &whole).code, 0, "{name}");
            let cuts = (0..24).chain([whole.len() / 2, whole.len() - 5, whole.len() - 1]);
            for cut in cuts.filter(|cut| *cut < whole.len()) {
                let done = good(&name, &whole[..cut]);
                let records = done.records();
                let (last, before) = records.split_last().unwrap();
                assert!(last["error"].is_string() && done.code == 1, "{name} cut at {cut}");
                assert!(before.iter().all(|one| one["report"].is_object()), "{name} cut at {cut}");
                assert!(done.err.contains("1 of"), "{name} cut at {cut}: {}", done.err);
            }
        }
    }
    let empty = saidso(&["--jsonl", &bench.write("a.jsonl.GZ", b"")], b"");
    assert!(empty.out.contains("it ends in .gz and has 0 bytes, so it was cut"), "{}", empty.out);
    assert_eq!(saidso(&["audit", &bench.path("a.jsonl.GZ")], b"").code, 1);
    assert_eq!(saidso(&["--jsonl", &bench.write("a.jsonl", b"")], b"").code, 0);
}

#[test]
fn records_without_the_id_that_was_asked_for_are_counted() {
    let lines = "{\"nope\":1,\"text\":\"Go.\"}\n{\"id\":2,\"text\":\"Go.\"}\n{\"nope\":null,\"text\":\"Go.\"}\n";
    let done = saidso(&["--jsonl", "--id", "nope"], lines);
    assert_eq!((ids(&done.out), done.code), (vec![json!(1), Value::Null, Value::Null], 0));
    assert_eq!(done.err, "saidso: 2 records have no \"nope\", so no id\n");
    assert_eq!(saidso(&["audit", "--id", "nope"], lines).err, done.err);
    assert_eq!(saidso(&["--jsonl"], lines).err, "");
}

#[test]
fn a_list_and_objects_of_several_lines_are_read_as_records() {
    let bench = Bench::new("values");
    let list = json!([{"id": 1, "text": "[{\\\"Go.\n"}, {"id": 2, "text": "Go."}, 3, {"id": 4, "text": "Go."}]);
    let pretty = serde_json::to_string_pretty(&list).unwrap();
    let objects = "{\n  \"id\": 1,\n  \"text\": \"Go.\"\n}\n{\"id\":2,\"text\":\"Go.\"} 3\n{ \"id\": 4,\n\"text\": \"Go.\" }\n";
    for input in
        [list.to_string(), pretty.clone(), pretty.replace('\n', "\r\n"), objects.to_owned()]
    {
        let done = saidso(&["--jsonl", &bench.write("in.json", input.as_bytes())], b"");
        assert_eq!(ids(&done.out), [json!(1), json!(2), Value::Null, json!(4)], "{input}");
        assert!(done.code == 1 && done.err.contains("1 of 4"), "{}", done.err);
        assert_eq!(saidso(&["--jsonl"], &input).out.lines().count(), 4);
        let audit = saidso(&["audit", "--json"], &input);
        assert!(audit.out.contains("\"articles\":3") && audit.code == 1, "{}", audit.err);
    }
    let line = |input: &str, at: usize| {
        let record = saidso(&["--jsonl"], input).records().remove(at);
        (record["line"].clone(), record["column"].clone())
    };
    assert_eq!(line("[{\"text\":\"Go.\"},\n {\"text\":7}]", 1), (json!(2), json!(10)));
    assert_eq!(line("{\n\"id\": 1,\n  \"text\": 7\n}", 0), (json!(3), json!(11)));
    // One that has no end does not take the others with it.
    let done =
        saidso(&["--jsonl"], "{\n{\"id\":1,\"text\":\"Go.\"}\n{\"id\":2,\"text\":\"Go.\"}\n");
    assert_eq!(ids(&done.out), [Value::Null, json!(1), json!(2)]);
    assert_eq!(done.records()[0]["line"], 1);
}

#[test]
fn what_is_no_text_is_told_by_what_it_is() {
    let bench = Bench::new("binary");
    let (word, pdf) = (bench.write("a.txt", b"PK\x03\x04x"), bench.write("b.md", b"%PDF-1.7"));
    let done = saidso(&["--jsonl", &word, &pdf], b"");
    assert!(done.out.contains("a zip archive") && done.out.contains("a PDF") && done.code == 1);
    let folder = saidso(&[&bench.path(".")], b"");
    assert!(folder.code == 2 && folder.err.contains("add --jsonl"), "{}", folder.err);
}

#[test]
fn a_page_says_its_section_authors_and_day_in_tags_or_in_json() {
    let bench = Bench::new("about");
    let words = "Ana Brook, the mayor, said the dam was safe. It was built in 1931. ".repeat(6);
    let page = |name: &str, head: &str| {
        let body = format!("<article><h1>Dam</h1><p>{words}</p><p>{words}</p></article>");
        let page = format!("<html><head>{head}</head><body>{body}</body></html>");
        bench.write(&format!("in/{name}"), page.as_bytes());
    };
    page(
        "a.html",
        r#"<meta property="Article:Section" content="City  desk"><meta name="author" content="https://paper.example/mara">
           <script type="application/ld+json">{"@graph":[{"@type":"Person","name":"Nobody"},
             {"@type":"NewsArticle","author":[{"name":"Mara  Okoye"},{"name":"Bo Ek"}],"datePublished":"2024-05-01T08:00Z"}]}</script>"#,
    );
    page(
        "b.html",
        r#"<meta name="byl" content="Élie Sand"><meta name="date" content="May 5"><meta name="pubdate" content="2024-06-11">"#,
    );
    page(
        "c.html",
        r#"<script type="application/ld+json">{"@type":"NewsArticle", no JSON</script>"#,
    );
    let read = saidso(&["--jsonl", &bench.path("in")], b"").out;
    let about = |line: &str| {
        let line: serde_json::Value = serde_json::from_str(line).unwrap();
        ["id", "section", "author", "date"]
            .map(|name| line[name].as_str().unwrap_or_default().to_owned())
    };
    assert_eq!(
        read.lines().map(about).collect::<Vec<_>>(),
        [
            ["a.html", "City desk", "Mara Okoye, Bo Ek", "2024-05-01T08:00Z"],
            ["b.html", "", "Élie Sand", "2024-06-11"],
            ["c.html", "", "", ""],
        ]
    );
}
