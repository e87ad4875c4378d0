//! Runs the command line as a user does, and reads what it prints.

#![cfg(feature = "command")]
#![allow(clippy::panic, clippy::unwrap_used, reason = "a test fails by panicking")]

mod program;

use program::{printed, saidso};

#[test]
fn an_explanation_names_the_rules_that_made_a_mark() {
    let text = "Ms. Ana Brook met reporters. She told the council it was “very late”.\n";
    let printed = printed(&["--explain"], text);
    let lines: Vec<&str> = printed.lines().collect();
    assert_eq!(lines[0], "1. She | told | it was “very late”", "{printed}");
    assert!(lines[1].contains("who: Ana Brook"), "{printed}");
    assert!(lines.iter().any(|line| line.trim_start().starts_with("R12 ")), "{printed}");
    assert!(lines.contains(&"Sources") && lines.contains(&"Claims"), "{printed}");
    let who = lines.iter().find(|line| line.starts_with("   “She”: W31 credited: ")).unwrap();
    assert!(who.contains("→ Ana Brook (9") && who.contains("; not reporters (another number)"));
    let fact = lines.iter().position(|line| *line == "   Ms. Ana Brook met reporters").unwrap();
    assert!(lines[fact + 1].starts_with("      fact, stated, of the article; 0."), "{printed}");
    assert!(lines[fact + 2].trim_start().starts_with("K0 plain: "), "{printed}");
}

#[test]
fn the_rules_are_listed_with_their_examples() {
    let printed = printed(&["--rules"], "");
    let lines: Vec<&str> = printed.lines().collect();
    assert!(
        lines[0].starts_with("T1   comma-after: A comma") && lines[1].contains("Acme Inc., which")
    );
    assert!(lines.len() > 100, "{} lines", lines.len());
}

#[test]
fn a_text_is_read_in_the_encoding_that_its_bytes_tell() {
    let text = "Bo Ek said the café was shut.\r\n";
    let plain = printed(&["--json", "-"], text);
    assert!(plain.contains("Bo Ek"), "{plain}");
    let marked = format!("\u{feff}{text}");
    let units = |order: fn(u16) -> [u8; 2], text: &str| -> Vec<u8> {
        text.encode_utf16().flat_map(order).collect()
    };
    let written = [
        marked.as_bytes().to_vec(),
        units(u16::to_le_bytes, &marked),
        units(u16::to_be_bytes, &marked),
        units(u16::to_le_bytes, text),
        units(u16::to_be_bytes, text),
    ];
    for bytes in written {
        assert_eq!(printed(&["--json", "-"], &bytes), plain, "{bytes:?}");
    }
}

#[test]
fn an_encoding_that_cannot_be_told_gives_a_message() {
    let done = saidso(&["--json", "-"], b"Bo Ek said \x93no\x94.");
    assert!(done.out.is_empty() && done.err.contains("save it as UTF-8"), "{}", done.err);
}

#[test]
fn a_byte_order_mark_before_json_lines_is_no_error() {
    let input = "\u{feff}{\"id\":1,\"text\":\"Bo said no.\"}\r\n{\"id\":2,\"text\":\"Go.\"}\r\n";
    let printed = printed(&["--jsonl"], input);
    assert!(printed.lines().count() == 2 && !printed.contains("\"error\""), "{printed}");
}
