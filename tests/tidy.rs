//! The house rules, as tests: layout, sizes, words, and what has no place in the project.
//!
//! Leaves to rustfmt, clippy, Biome and tsc what they check; the order of lexicons is checked where
//! they are read, in `src/lexicon/`.

#![allow(clippy::panic, clippy::unwrap_used, reason = "a test fails by panicking")]

#[path = "tidy/code.rs"]
mod code;
#[path = "tidy/paths.rs"]
mod paths;
#[path = "tidy/project.rs"]
mod project;
#[path = "tidy/rooms.rs"]
mod rooms;

use project::{File, files, hold};

/// The files and folders of `src/command`; each imports only from those before it.
const COMMAND: [&str; 15] = [
    "element",
    "say",
    "input",
    "output",
    "meta",
    "arguments",
    "budget",
    "resume",
    "pipeline",
    "progress",
    "explain",
    "terminal",
    "run",
    "audit",
    "main",
];

/// Rust, JavaScript and style sheets that people write.
fn sources() -> Vec<File> {
    files().into_iter().filter(|file| file.is("rs") || file.is("js") || file.is("css")).collect()
}

fn rust() -> Vec<File> {
    files().into_iter().filter(|file| file.is("rs")).collect()
}

#[test]
fn every_file_opens_with_what_it_owns() {
    let opening = |file: &File| match file.is("rs") {
        true => !file.text.starts_with("//! "),
        false => file.is("js") && !file.text.starts_with("// @ts-check\n"),
    };
    let line =
        |file: File| format!("{}:1: no `//!` (Rust) or `// @ts-check` (JavaScript)", file.path);
    hold(sources().into_iter().filter(opening).map(line));
}

#[test]
fn files_stay_small() {
    let long = |file: &File| file.lines().count() > 400;
    let line = |file: File| format!("{}: {} lines, over 400", file.path, file.lines().count());
    hold(sources().into_iter().filter(long).map(line));
    let mut lines: Vec<usize> = sources().iter().map(|file| file.lines().count()).collect();
    lines.sort_unstable();
    let median = lines[lines.len() / 2];
    assert!(median <= 150, "the median file has {median} lines, over 150");
}

#[test]
fn functions_stay_small() {
    let core = rust().into_iter().filter(|file| file.path.starts_with("src/"));
    let mut lengths: Vec<usize> =
        core.flat_map(|file| code::function_lengths(&file.text)).collect();
    lengths.sort_unstable();
    let (median, p90) = (lengths[lengths.len() / 2], lengths[lengths.len() * 9 / 10]);
    assert!(median <= 8, "the median function has {median} lines, over 8");
    assert!(p90 <= 30, "one function in ten has {p90} lines or more, over 30");
}

#[test]
fn comments_are_few() {
    let core: Vec<File> = rust().into_iter().filter(|file| file.path.starts_with("src/")).collect();
    let count = |keep: fn(&str) -> bool| -> usize {
        core.iter().map(|file| file.lines().filter(|line| keep(line.trim())).count()).sum()
    };
    let comments = count(|line| line.starts_with("// "));
    let code = count(|line| !line.is_empty() && !line.starts_with("//"));
    assert!(10 * comments <= code, "{comments} lines of comments on {code} lines of code");
}

#[test]
fn nothing_sits_deeper_than_one_folder_in_another() {
    // The command line is a program of its own, and has rooms of its own.
    let place = |file: &File| file.path.replacen("src/command/", "command/", 1);
    let deep = |file: &File| place(file).matches('/').count() > 2;
    hold(sources().into_iter().filter(deep).map(|file| format!("{}: too deep", file.path)));
}

#[test]
fn a_room_imports_only_from_those_before_it() {
    let core = upward("src/", &rooms::ROOMS, 90);
    let command = upward("src/command/", &COMMAND, 40);
    hold(core.into_iter().chain(command));
}

/// The imports from later rooms in a folder that has at least so many modules.
fn upward(folder: &str, rooms: &[&str], least: usize) -> Vec<String> {
    let place = |module: &str| rooms.iter().position(|room| *room == rooms::room(module));
    let imports = rooms::imports_in(&rust(), folder, rooms);
    assert!(imports.len() > least, "only {} modules of {folder} were read", imports.len());
    let pairs = imports.iter().flat_map(|(own, read)| read.iter().map(move |read| (own, read)));
    let upward = pairs.filter(|(own, read)| place(own) < place(read));
    upward.map(|(own, read)| format!("{folder}: {own} reads {read}, a later room")).collect()
}

#[test]
fn every_file_of_the_command_line_stands_in_a_room() {
    let outside = |file: &File| {
        let path = file.path.strip_prefix("src/command/").and_then(|path| path.strip_suffix(".rs"));
        path.is_some_and(|path| !COMMAND.contains(&path.split('/').next().unwrap_or(path)))
    };
    hold(rust().into_iter().filter(outside).map(|file| format!("{}: in no room", file.path)));
}

#[test]
fn a_room_does_not_import_around_the_rooms() {
    hold(rust().iter().flat_map(rooms::around));
}

#[test]
fn no_files_of_a_room_read_each_other_in_a_circle() {
    hold(rooms::circles(&rooms::imports(&rust())).into_iter());
}

#[test]
fn the_map_names_every_file_of_the_core() {
    let map = files().into_iter().find(|file| file.path == "ARCHITECTURE.md").unwrap();
    let named = |file: &File| {
        let name = file.path.rsplit('/').next().unwrap_or_default();
        name == "mod.rs" || map.text.contains(&format!("`{name}`"))
    };
    let core = rust().into_iter().filter(|file| file.path.starts_with("src/"));
    hold(core.filter(|file| !named(file)).map(|file| format!("ARCHITECTURE.md: no {}", file.path)));
}

#[test]
fn a_file_that_a_comment_names_is_there() {
    let all = files();
    let there = |path: &str| {
        all.iter().any(|file| format!("/{}", file.path).ends_with(&format!("/{path}")))
    };
    // `saidso/element.js` is the package's, `2024/x.txt` a reader's.
    let example = |path: &str| path.starts_with("saidso/") || path.ends_with("/x.txt");
    let ours = all.iter().filter(|file| ["rs", "js", "md", "txt"].iter().any(|end| file.is(end)));
    let gone = ours.flat_map(|file| paths::named(file).map(move |(n, path)| (file, n, path)));
    let gone = gone.filter(|(_, _, path)| !there(path) && !example(path));
    hold(gone.map(|(file, n, path)| format!("{}:{n}: there is no {path}", file.path)));
}

#[test]
fn every_rule_stands_in_a_table() {
    let listed: Vec<&str> = saidso::explain::rules().iter().map(|rule| rule.number).collect();
    let core = rust().into_iter().filter(|file| file.path.starts_with("src/"));
    let missing = core.flat_map(|file| {
        let calls = file.text.split("rule(").skip(1);
        let numbers =
            calls.filter_map(|call| call.trim_start().strip_prefix('"')?.split('"').next());
        // What the trace calls a stage has the number 0.
        let rules = numbers.filter(|number| !number[1..].starts_with('0'));
        let missing = rules.filter(|number| !listed.contains(number));
        missing.map(|number| (file.path.clone(), number.to_owned())).collect::<Vec<_>>()
    });
    hold(missing.map(|(path, number)| format!("{path}: {number} stands in no table")));
    let twice = listed.iter().enumerate().filter(|(at, number)| listed[..*at].contains(number));
    hold(twice.map(|(_, number)| format!("{number} is the number of two rules")));
}

#[test]
fn no_file_is_a_drawer_for_the_rest() {
    let drawer = |file: &File| {
        let name = file.path.rsplit('/').next().and_then(|name| name.split('.').next());
        ["util", "utils", "common", "helper", "helpers", "misc"].contains(&name.unwrap_or_default())
    };
    hold(sources().into_iter().filter(drawer).map(|file| format!("{}: a drawer", file.path)));
}

#[test]
fn names_use_the_words_of_the_house() {
    let banned = [
        "trigger",
        "keyword",
        "marker",
        "analyser",
        "analyzer",
        "processor",
        "manager",
        "dictionary",
        "paraphrased",
        "helper",
        "util",
    ];
    let found = |file: File| {
        let words = code::identifier_words(&file.text);
        let bad = words.into_iter().filter(|(_, word)| {
            banned.contains(&word.as_str()) || banned.contains(&word.trim_end_matches('s'))
        });
        bad.map(|(line, word)| format!("{}:{line}: `{word}` is no word of this house", file.path))
            .collect::<Vec<_>>()
    };
    let ours = sources().into_iter().filter(|file| file.path != "tests/tidy.rs");
    hold(ours.flat_map(found));
}

#[test]
fn nothing_is_left_for_later() {
    let banned = [
        "TODO",
        "XXX",
        "FIXME",
        "dbg!(",
        "todo!(",
        "unimplemented!(",
        "#[ignore",
        "test.only(",
        "test.skip(",
        "test.fixme(",
        "describe.skip(",
        "describe.only(",
        "biome-ignore-all",
        "@ts-nocheck",
    ];
    let ours = sources().into_iter().filter(|file| file.path != "tests/tidy.rs");
    hold(ours.flat_map(|file| file.holding(&banned)));
}

#[test]
fn nothing_names_a_machine_or_where_its_packages_came_from() {
    let banned = [
        "/work/",
        "/root/",
        "/home/",
        "/Users/",
        "C:\\\\",
        "artifactory",
        "\"resolved\": \"http",
        "host.docker.internal",
    ];
    let ours = files().into_iter().filter(|file| file.path != "tests/tidy.rs");
    hold(ours.flat_map(|file| file.holding(&banned)));
}

#[test]
fn golden_files_end_with_what_must_not_be_found() {
    let folders = ["sentences", "quotations", "attributions", "sources", "hedges", "claims"];
    let golden = files().into_iter().filter(|file| {
        folders.iter().any(|folder| file.path.starts_with(&format!("tests/golden/{folder}/")))
    });
    let marked = |file: &File| {
        let cases = file.text.split("\n---\n").filter(|case| !case.starts_with("# FIXME"));
        cases.last().is_none_or(|case| case.contains(['{', '÷']))
    };
    let line = |file: File| format!("{}: its last case (FIXME apart) has marks", file.path);
    hold(golden.filter(marked).map(line));
}
