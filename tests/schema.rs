//! Writes the JSON Schema of reports, `www/docs/report.schema.json`, as `saidso --schema` prints it:
//! `UPDATE_GENERATED=1 cargo test --test schema` rewrites the file.

#![cfg(feature = "command")]
#![allow(clippy::panic, clippy::unwrap_used, reason = "a test fails by panicking")]

use std::{env, fs, path::Path, process::Command};

use serde_json::{Map, Value};

const FILE: &str = "www/docs/report.schema.json";

fn printed() -> String {
    let run = Command::new(env!("CARGO_BIN_EXE_saidso")).arg("--schema").output().unwrap();
    assert!(run.status.success());
    String::from_utf8(run.stdout).unwrap()
}

fn objects<'v>(value: &'v Value, found: &mut Vec<&'v Map<String, Value>>) {
    match value {
        Value::Object(map) => {
            found.push(map);
            map.values().for_each(|value| objects(value, found));
        }
        Value::Array(list) => list.iter().for_each(|value| objects(value, found)),
        _ => {}
    }
}

#[test]
fn the_file_is_what_the_shapes_say() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(FILE);
    let printed = printed();
    if env::var_os("UPDATE_GENERATED").is_some_and(|on| on == "1") {
        fs::write(&path, &printed).unwrap();
    }
    let file = fs::read_to_string(&path).unwrap_or_default();
    assert!(
        file == printed,
        "{FILE} is not what `src/door/schema.rs` says; UPDATE_GENERATED=1 rewrites it"
    );
}

#[test]
fn every_member_is_described_and_every_kind_is_named() {
    let schema: Value = serde_json::from_str(&printed()).unwrap();
    let mut found = Vec::new();
    objects(&schema, &mut found);
    let members = found.iter().filter_map(|object| object.get("properties")?.as_object());
    let mut count = 0;
    for (name, member) in members.flatten() {
        count += 1;
        let described = member.get("description").is_some() || member.get("anyOf").is_some();
        assert!(described, "{name} has no description: {member}");
    }
    assert!(count > 60, "{count} members");
    let kinds = &schema["$defs"]["HedgeKind"]["oneOf"];
    assert_eq!(kinds[0]["const"], "modal", "{kinds}");
    assert_eq!(kinds.as_array().unwrap().len(), 12);
    assert_eq!(schema["properties"]["schema"]["const"], "saidso/report/1");
}
