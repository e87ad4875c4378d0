//! Writes the table of kinds for JavaScript, `www/words/kinds.js`, and holds the TypeScript of the schema
//! against the same table: `UPDATE_GENERATED=1 cargo test --test kinds` rewrites the module.

#![allow(clippy::panic, clippy::unwrap_used, reason = "a test fails by panicking")]

use std::{env, fs, path::Path};

use saidso::{
    Act, BlockKind, Certainty, Form, HedgeKind, ReasonCode, SignalKind, SourceKind, Stance,
    Statement, WarningCode,
};

/// The name of a table in JavaScript, what it holds, and its entries.
type Table = (&'static str, &'static str, Vec<&'static str>);

fn tables() -> Vec<Table> {
    let names = |names: &mut dyn Iterator<Item = &'static str>| names.collect::<Vec<_>>();
    macro_rules! table {
        ($name:literal, $holds:literal, $kind:ident) => {
            ($name, $holds, names(&mut $kind::ALL.iter().map(|kind| kind.name())))
        };
    }
    vec![
        table!("BLOCKS", "What a block is.", BlockKind),
        table!("SOURCES", "What a source is.", SourceKind),
        table!("ACTS", "What a source does to the content.", Act),
        table!("FORMS", "Whether the words are the source's own.", Form),
        table!("STANCES", "Where the writer stands by the choice of cue.", Stance),
        table!("HEDGES", "What kind of hedge a cue is.", HedgeKind),
        table!("SIGNALS", "What a choice of words tells.", SignalKind),
        table!("STATEMENTS", "What kind of statement a claim is.", Statement),
        table!("CERTAINTIES", "How firmly a claim is put.", Certainty),
        table!("WARNINGS", "What a reader should know about a report.", WarningCode),
        table!("REASONS", "Why a mark stands.", ReasonCode),
    ]
}

fn module() -> String {
    let mut module = String::from(
        "// @ts-check\n//! Generated from src/vocabulary by `UPDATE_GENERATED=1 cargo test --test kinds`: the kinds of a report and the codes\n//! of its reasons, in the order of the schema.\n",
    );
    for (name, holds, entries) in tables() {
        let entries: String = entries.iter().map(|entry| format!("\t\"{entry}\",\n")).collect();
        module +=
            &format!("\n/** {holds} */\nexport const {name} = Object.freeze([\n{entries}]);\n");
    }
    module
}

fn read(path: &str) -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(path)).unwrap_or_default()
}

#[test]
fn javascript_has_the_same_kinds() {
    let path = "www/words/kinds.js";
    let module = module();
    if env::var_os("UPDATE_GENERATED").is_some_and(|on| on == "1") {
        fs::write(Path::new(env!("CARGO_MANIFEST_DIR")).join(path), &module).unwrap();
    }
    assert!(
        read(path) == module,
        "{path} is not what src/vocabulary says; UPDATE_GENERATED=1 rewrites it"
    );
}

#[test]
fn typescript_has_the_same_kinds() {
    let schema = read("src/door/schema.rs");
    let plain = schema.replace("\\\"", "\"").split_whitespace().collect::<Vec<_>>().join(" ");
    for (name, _, entries) in tables().into_iter().filter(|(name, ..)| *name != "REASONS") {
        let quoted: Vec<String> = entries.iter().map(|entry| format!("\"{entry}\"")).collect();
        let union = quoted.join(" | ");
        assert!(plain.contains(&union), "src/door/schema.rs has no {name}: {union}");
    }
}
