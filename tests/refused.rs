//! Runs the command line over what it must refuse: another run's output, its own input, what holds no article.

#![cfg(feature = "command")]
#![allow(clippy::panic, clippy::unwrap_used, reason = "a test fails by panicking")]

#[path = "input/bench.rs"]
mod bench;
mod program;

use std::{fs, process::Command};

use bench::{Bench, SAID, ids};
use program::saidso;
use serde_json::json;

#[test]
fn a_run_of_another_kind_and_words_of_somebody_else_are_left_alone() {
    let bench = Bench::new("kinds");
    let file = bench.write("in.jsonl", bench::lines(0..3).as_bytes());
    let out = bench.path("out.jsonl");
    assert_eq!(saidso(&["--jsonl", "--out", &out, &file], b"").code, 0);
    let whole = fs::read_to_string(&out).unwrap();
    let cut = &whole[..whole.len() - 40];
    let older = cut.replace("\"version\":\"", "\"version\":\"0.");
    for (held, arguments) in [
        (cut, &["--jsonl", "--offsets", "utf8"][..]),
        (cut, &["--fields", "sources"]),
        (cut, &["--annotations"]),
        (&older, &["--jsonl"]),
        ("my diary, without an end", &["--jsonl"]),
    ] {
        fs::write(&out, held).unwrap();
        let done = saidso(&[arguments, &["--resume", &out, &file]].concat(), b"");
        assert_eq!(done.code, 2, "{arguments:?}: {}", done.err);
        assert_eq!(fs::read_to_string(&out).unwrap(), held, "{arguments:?}");
    }
    fs::write(&out, cut).unwrap();
    assert_eq!(saidso(&["--jsonl", "--signals", "all", "--resume", &out, &file], b"").code, 0);
}

#[cfg(unix)]
#[test]
fn what_is_read_is_never_written_over() {
    let bench = Bench::new("same");
    let lines = bench::lines(0..3);
    let file = bench.write("in.jsonl", lines.as_bytes());
    let linked = bench.path("linked.jsonl");
    fs::hard_link(&file, &linked).unwrap();
    let done = saidso(&["--jsonl", "--out", &linked, &file], b"");
    assert!(done.code == 2 && done.err.contains("to be read and to be written"), "{}", done.err);
    let mut run = Command::new(env!("CARGO_BIN_EXE_saidso"));
    let run = run.args(["--jsonl", "--out", &file]).stdin(fs::File::open(&file).unwrap());
    assert_eq!(run.output().unwrap().status.code(), Some(2));
    assert_eq!(fs::read_to_string(&file).unwrap(), lines);
    let tables = bench.path("tables");
    assert_eq!(saidso(&["--parquet", &tables, &file], b"").code, 0);
    let table = format!("{tables}/attributions.parquet");
    let before = fs::read(&table).unwrap();
    let chosen = ["--id", "article", "--text", "content", "--parquet", &tables, &table];
    assert_eq!(saidso(&chosen, b"").code, 2);
    assert!(fs::read(&table).unwrap() == before);
}

#[cfg(unix)]
#[test]
fn what_cannot_be_an_article_is_told_and_holds_nothing_up() {
    let bench = Bench::new("odd");
    let list = bench.write("list.json", b"[{\"id\":1,\"text\":\"Go.\"}]");
    let done = saidso(&["--json", &list], b"");
    assert!(done.code == 2 && done.err.contains("add --jsonl"), "{}", done.err);
    assert_eq!(saidso(&["--json", "--id", "url", "-"], b"Go.").code, 2);
    let deep = bench.write("deep.html", "<div>".repeat(100_000).as_bytes());
    let done = saidso(&["--jsonl", &deep], b"");
    assert!(done.code == 1 && done.out.contains("nested 100000 deep"), "{}", done.out);
    let folder = bench.path("folder");
    fs::create_dir_all(&folder).unwrap();
    fs::write(format!("{folder}/b.txt"), SAID).unwrap();
    assert!(Command::new("mkfifo").arg(format!("{folder}/a.txt")).status().unwrap().success());
    let done = saidso(&["--jsonl", &folder], b"");
    assert_eq!(ids(&done.out), [json!("a.txt"), json!("b.txt")]);
    assert!(done.records()[0]["error"].as_str().unwrap().contains("no regular file"));
}

#[cfg(target_os = "linux")]
#[test]
fn a_run_goes_on_where_nobody_can_be_told() {
    let bench = Bench::new("untold");
    let file =
        bench.write("in.jsonl", b"{\"id\":1,\"text\":\"Go.\"}\nno\n{\"id\":2,\"text\":\"Go.\"}\n");
    let run = |arguments: &[&str]| {
        let full = fs::OpenOptions::new().write(true).open("/dev/full").unwrap();
        let mut run = Command::new(env!("CARGO_BIN_EXE_saidso"));
        run.args(arguments).stderr(full).output().unwrap()
    };
    let done = run(&["--jsonl", "--id", "nope", &file]);
    let lines = done.stdout.iter().filter(|byte| **byte == b'\n').count();
    assert!(done.status.code() == Some(1) && lines == 3, "{done:?}");
    assert_eq!(run(&["--csv", "articles", &file]).status.code(), Some(1));
    assert_eq!(run(&["audit", &file]).status.code(), Some(1));
    assert_eq!(run(&["--json", &bench.path("none")]).status.code(), Some(1));
    assert_eq!(run(&["--no-such"]).status.code(), Some(2));
}
