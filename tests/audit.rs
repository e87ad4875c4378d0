//! Source audits: who is joined, what adds up, and the command line as a user runs it.

#![cfg(feature = "command")]
#![allow(clippy::panic, clippy::unwrap_used, reason = "a test fails by panicking")]

#[path = "audit/articles.rs"]
mod articles;
#[path = "audit/merge.rs"]
mod merge;
#[path = "audit/names.rs"]
mod names;
#[path = "audit/ways.rs"]
mod ways;

mod program;

use std::{fs, path::PathBuf};

use articles::{ARTICLES, lines};
use program::{printed, saidso};

/// A file for one test.
fn file(name: &str, words: &str) -> PathBuf {
    let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    fs::write(&path, words).unwrap();
    path
}

#[test]
fn the_tables_tell_who_is_quoted_and_who_is_left_apart() {
    let shown = printed(&["audit"], lines(&ARTICLES));
    let words = |line: &str| line.split_whitespace().collect::<Vec<_>>().join(" ");
    let all: Vec<String> = shown.lines().map(words).collect();
    assert_eq!(all[0], "4 articles · 2 named sources", "{shown}");
    assert!(all.iter().any(|line| line.starts_with("Ana Brook mayor 4 4 ")), "{shown}");
    assert!(all.iter().any(|line| line.starts_with("Ray Hale 2 2 ")), "{shown}");
    assert!(all.contains(&"Hale 2 2 Ray Hale".to_owned()), "{shown}");
    assert!(all.contains(&"Coast 2 6 2 2".to_owned()), "{shown}");
    assert!(all.contains(&"say 12".to_owned()), "{shown}");
}

#[test]
fn articles_and_their_reports_give_the_same_audit() {
    let articles = lines(&ARTICLES);
    let whole = printed(&["audit", "--json"], &articles);
    for unit in ["utf16", "codepoint", "utf8"] {
        let reports = printed(&["--jsonl", "--offsets", unit], &articles);
        let fields = articles.lines().zip(reports.lines()).map(|(article, report)| {
            // What a run passes through beside the report.
            let mut row: serde_json::Map<_, _> = serde_json::from_str(article).unwrap();
            let report: serde_json::Map<_, _> = serde_json::from_str(report).unwrap();
            row.remove("text");
            row.extend(report);
            serde_json::to_string(&row).unwrap()
        });
        let reports = fields.collect::<Vec<_>>().join("\n");
        assert_eq!(printed(&["audit", "--json"], &reports), whole, "{unit}");
    }
}

#[test]
fn audits_of_parts_are_the_audit_of_the_whole() {
    let all = lines(&ARTICLES);
    let (first, rest) = ARTICLES.split_at(1);
    let one = file("one.audit.jsonl", &printed(&["audit", "--json"], lines(first)));
    let two = file("two.audit.jsonl", &printed(&["audit", "--json", "-j", "3"], lines(rest)));
    let (one, two) = (one.to_str().unwrap(), two.to_str().unwrap());
    let html = printed(&["audit", "--html"], &all);
    assert_eq!(printed(&["audit", "--html", two, one], ""), html);
    // A part and articles may stand beside one another.
    assert_eq!(printed(&["audit", "--html", two, "-"], lines(first)), html);
}

#[test]
fn a_bad_line_is_named_and_the_others_are_counted() {
    let good = lines(&ARTICLES[..1]);
    let other = r#"{"id":3,"error":"too long"}"#;
    let input = format!("\u{feff}{good}\r\n{{\"id\":2}}\nnonsense\n\n{other}\n{good}");
    let done = saidso(&["audit", "--csv", "sources"], &input);
    let message = &done.err;
    assert_eq!(done.code, 1, "{message}");
    for line in [
        "input:2: there is neither",
        "input:3:2: this is no report",
        "input:5: this article was not",
    ] {
        assert!(message.contains(line), "{line} is not in {message}");
    }
    assert!(message.contains("3 could not be read, 2 articles were"), "{message}");
    assert!(done.out.contains("Ana Brook,mayor,person,2,2,"));
    let missing = saidso(&["audit", "no such file"], "");
    assert_eq!(missing.code, 1);
    assert!(missing.err.starts_with("saidso: no such file: "));
}

#[test]
fn articles_with_the_id_of_another_are_counted_and_told() {
    let input = [lines(&ARTICLES), lines(&ARTICLES[..1])].join("\n");
    let told = "5 articles · 2 named sources · 1 repeats the id of another";
    assert_eq!(printed(&["audit"], &input).lines().next(), Some(told));
    assert!(printed(&["audit", "--html"], &input).contains(told));
    let done = saidso(&["audit", "--json"], &input);
    assert_eq!(done.err, "saidso: of 5 articles 1 repeats the id of another; all are counted\n");
    let parts =
        [lines(&ARTICLES[..1]), lines(&ARTICLES)].map(|part| printed(&["audit", "--json"], part));
    assert_eq!(printed(&["audit", "--json"], parts.concat()), done.out);
    assert_eq!(
        printed(&["audit", "--json"], printed(&["--jsonl"], &input).replace("\"text\"", "\"x\"")),
        done.out
    );
}

#[test]
fn wrong_usage_is_told() {
    for (arguments, why) in [
        (["audit", "--csv", "people"], "it is none of sources"),
        (["audit", "--articles", "many"], "it is no number"),
        (["audit", "--jsonl", "x"], "--jsonl"),
    ] {
        let done = saidso(&arguments, "");
        assert!(done.code == 2 && done.err.contains(why), "{}", done.err);
    }
    assert!(printed(&["audit", "--help"], "").contains("--csv TABLE"));
}

#[test]
fn groups_are_by_the_fields_that_were_chosen() {
    let shown = printed(
        &["audit", "--csv", "groups", "--author", "desk", "--outlet", "site"],
        lines(&ARTICLES),
    );
    let rows: Vec<&str> = shown.lines().collect();
    assert!(rows.contains(&"author,News,4,12,4,4"), "{shown}");
    assert!(rows.contains(&"outlet,The Ellery Post,4,12,4,4"), "{shown}");
    assert!(rows.contains(&"date,2024-05-01,1,3,1,1"), "{shown}");
    assert!(
        rows.contains(&"month,2024-05,3,9,3,3") && rows.contains(&"month,2024-06,1,3,1,1"),
        "{shown}"
    );
    assert!(!shown.contains("not said"), "{shown}");
}

#[test]
fn every_table_is_there_for_spreadsheets_and_runs_nothing() {
    let odd =
        r#"{"id":"odd","text":"Ana Brook said so.","section":"=1+1","author":"Jo \"Q\" Li, Bo"}"#;
    let input = format!("{}\n{odd}", lines(&ARTICLES));
    let table = |name| printed(&["audit", "--csv", name], &input);
    assert!(table("groups").contains("section,'=1+1,1,1,0,0"), "{}", table("groups"));
    assert!(
        table("groups").contains("author,\"Jo \"\"Q\"\" Li, Bo\",1,1,0,0"),
        "{}",
        table("groups")
    );
    assert_eq!(table("cues"), "cue,times\nsay,13\n");
    assert!(
        table("namings").starts_with("naming,statements,words\nnamed,"),
        "{}",
        table("namings")
    );
    assert!(table("apart").contains("Hale,,"), "{}", table("apart"));
}

#[test]
fn a_page_holds_no_markup_but_its_own() {
    let odd =
        r#"{"id":"<i>","text":"Ana Brook said so.","section":"<script>alert('1')</script>&\""}"#;
    let page = printed(&["audit", "--html"], odd);
    assert!(
        page.contains("<td>&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt;&amp;&quot;</td>"),
        "{page}"
    );
    assert!(!page.contains("<script") && !page.contains("<i>"), "{page}");
    // Whatever is opened is closed, in order.
    let mut open = Vec::new();
    for tag in page.split('<').skip(2).filter_map(|part| part.split(['>', ' ']).next()) {
        match tag.strip_prefix('/') {
            Some(tag) => assert_eq!(open.pop(), Some(tag), "{page}"),
            None if tag != "meta" => open.push(tag),
            None => {}
        }
    }
    assert!(open.is_empty(), "{open:?}");
}

#[test]
fn only_as_many_articles_are_listed_as_are_asked_for() {
    let listed = |n: &str| {
        let audit = printed(&["audit", "--json", "--articles", n], lines(&ARTICLES));
        serde_json::from_str::<serde_json::Value>(&audit).unwrap()["most"].clone()
    };
    let titles = |n: &str| -> Vec<String> {
        listed(n)
            .as_array()
            .unwrap()
            .iter()
            .map(|one| one["title"].as_str().unwrap().to_owned())
            .collect()
    };
    assert_eq!(titles("2"), titles("4")[..2]);
    assert!(titles("0").is_empty());
}
