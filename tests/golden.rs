//! Runs the golden files in `tests/golden`: what the core finds must be what they mark, exactly.
//!
//! Owns the comparison and the rewriting under `UPDATE_GOLDEN=1`; the notation stands in
//! `golden/case.rs` and `golden/README.md`, what is compared in `golden/kind.rs`.

#![allow(clippy::panic, clippy::unwrap_used, reason = "a test fails by panicking")]

#[path = "golden/case.rs"]
mod case;
#[path = "golden/found.rs"]
mod found;
#[path = "golden/kind.rs"]
mod kind;
#[path = "golden/marked.rs"]
mod marked;

use std::{
    collections::{BTreeMap, BTreeSet},
    env, fs,
    path::Path,
};

use case::Case;
use kind::Kind;
use saidso::explain;

macro_rules! golden {
    ($($name:ident)*) => {
        $(
            #[test]
            fn $name() {
                check(&kind::$name());
            }
        )*
    };
}

golden! { sentences blocks quotations attributions sources hedges signals claims }

/// The golden files of each kind, with their cases.
fn cases(kind: &Kind) -> Vec<Case> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden").join(kind.folder);
    let files = fs::read_dir(folder).unwrap().map(|file| fs::read_to_string(file.unwrap().path()));
    files.flat_map(|file| case::parse(&file.unwrap()).unwrap_or_default()).collect()
}

/// A rule that no case shows is none: switching it off must change what is found in some case.
#[test]
fn every_rule_changes_a_case() {
    let kinds =
        [kind::sentences(), kind::attributions(), kind::sources(), kind::hedges(), kind::claims()];
    let cases: Vec<(&Kind, Case)> = kinds
        .iter()
        .flat_map(|kind| cases(kind).into_iter().map(move |case| (kind, case)))
        .collect();
    let mut applied: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (at, (kind, case)) in cases.iter().enumerate() {
        let (_, steps) = explain::listen(|| kind.run(case));
        steps.iter().for_each(|step| applied.entry(step.rule.number).or_default().push(at));
    }
    let shows = |rule: &explain::Info| {
        let tried = applied.get(rule.number).into_iter().flatten();
        tried.copied().collect::<BTreeSet<_>>().into_iter().any(|at| {
            let (kind, case) = &cases[at];
            explain::without(rule.number, || kind.run(case)).is_ok_and(|found| !found.matches)
        })
    };
    let idle = explain::rules().into_iter().filter(|rule| !shows(rule));
    let idle: Vec<String> = idle.map(|rule| format!("{} {}", rule.number, rule.name)).collect();
    assert!(idle.is_empty(), "no golden case changes without\n{}", idle.join("\n"));
}

fn check(kind: &Kind) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden").join(kind.folder);
    let mut paths: Vec<_> = fs::read_dir(&folder)
        .unwrap_or_else(|error| panic!("tests/golden/{}: {error}", kind.folder))
        .map(|entry| entry.unwrap().path())
        .collect();
    paths.sort();
    assert!(!paths.is_empty(), "tests/golden/{} holds no file", kind.folder);
    let failures: Vec<String> = paths.iter().flat_map(|path| check_file(kind, path)).collect();
    assert!(
        failures.is_empty(),
        "{} wrong\n\n{}\nUPDATE_GOLDEN=1 rewrites the files; read the difference before you keep it.\n",
        failures.len(),
        failures.join("\n")
    );
}

fn check_file(kind: &Kind, path: &Path) -> Vec<String> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let name = path.strip_prefix(root).unwrap_or(path).display().to_string();
    let file = fs::read_to_string(path).unwrap_or_else(|error| panic!("{name}: {error}"));
    let cases = match case::parse(&file) {
        Ok(cases) => cases,
        Err((line, what)) => return vec![format!("{name}:{line}: malformed: {what}\n")],
    };
    let (mut failures, mut found) = (Vec::new(), Vec::new());
    for case in &cases {
        match kind.run(case) {
            Err(what) => failures.push(format!("{name}:{}: malformed: {what}\n", case.line)),
            Ok(actual) if actual.matches => found.push(case.clone()),
            Ok(actual) => {
                failures.push(difference(&name, case, &actual));
                found.push(Case {
                    marked: actual.marked,
                    properties: actual.properties,
                    ..case.clone()
                });
            }
        }
    }
    if env::var_os("UPDATE_GOLDEN").is_some_and(|on| on == "1") && found.len() == cases.len() {
        fs::write(path, case::print(&found)).unwrap();
        return Vec::new();
    }
    failures
}

fn difference(name: &str, case: &Case, actual: &kind::Outcome) -> String {
    let indent = |text: &str| text.replace('\n', "\n    ");
    let mut out = format!("{name}:{}: {}\n", case.line, case.title);
    if case.marked != actual.marked {
        out += &format!("  marked: {}\n", indent(&case.marked));
        out += &format!("  found:  {}\n", indent(&actual.marked));
    }
    for (expected, found) in case.properties.iter().zip(&actual.properties) {
        if expected != found {
            out += &format!("  marked: = {expected}\n  found:  = {found}\n");
        }
    }
    out
}
