//! Runs the command line as a user does, and reads what it prints.

#![allow(clippy::panic, clippy::unwrap_used, reason = "a test fails by panicking")]

use std::{
    io::Write,
    process::{Command, Stdio},
};

fn saidso(argument: &str, input: &str) -> String {
    let mut run = Command::new(env!("CARGO_BIN_EXE_saidso"))
        .arg(argument)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    run.stdin.take().unwrap().write_all(input.as_bytes()).unwrap();
    let done = run.wait_with_output().unwrap();
    assert!(done.status.success(), "{argument}: {:?}", done.status);
    String::from_utf8(done.stdout).unwrap()
}

#[test]
fn an_explanation_names_the_rules_that_made_a_mark() {
    let text =
        "Ms. Ana Brook met reporters. She told the council it was “very late” and planned to go.\n";
    let printed = saidso("--explain", text);
    let lines: Vec<&str> = printed.lines().collect();
    assert_eq!(lines[0], "1. She | told | it was “very late”", "{printed}");
    assert!(lines[1].contains("who: Ana Brook"), "{printed}");
    assert!(lines.iter().any(|line| line.trim_start().starts_with("C11 ")), "{printed}");
    assert!(lines.contains(&"Sources") && lines.contains(&"Claims"), "{printed}");
    let fact = lines.iter().position(|line| *line == "   Ms. Ana Brook met reporters").unwrap();
    assert!(lines[fact + 1].starts_with("      fact, stated, of the article; 0."), "{printed}");
    assert!(lines[fact + 2].trim_start().starts_with("K0   plain: "), "{printed}");
}

#[test]
fn the_rules_are_listed_with_their_examples() {
    let printed = saidso("--rules", "");
    let lines: Vec<&str> = printed.lines().collect();
    assert!(
        lines[0].starts_with("T1   comma-after: A comma") && lines[1].contains("Acme Inc., which")
    );
    assert!(lines.len() > 100, "{} lines", lines.len());
}
