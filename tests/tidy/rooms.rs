//! Just enough reading of imports for the order of the rooms: which module of `src` reads which.

use std::collections::{BTreeMap, BTreeSet};

use crate::project::File;

/// The folders of `src`, in the order in which a text walks through them: a folder imports only from
/// those named before it.
pub const ROOMS: [&str; 18] = [
    "vocabulary",
    "lexicon",
    "model",
    "text",
    "sentence",
    "token",
    "report",
    "grammar",
    "rules",
    "tagging",
    "repair",
    "discourse",
    "ranking",
    "coref",
    "hedge",
    "claim",
    "audit",
    "door",
];

/// What each module of `src` imports: `grammar::phrase` → `token::document`, …
pub type Imports = BTreeMap<String, BTreeSet<String>>;

/// Reads the imports of all modules in the rooms; what a module's tests import does not count.
pub fn imports(files: &[File]) -> Imports {
    imports_in(files, "src/", &ROOMS)
}

/// The same for a folder with rooms of its own.
pub fn imports_in(files: &[File], folder: &str, rooms: &[&str]) -> Imports {
    let module = |file: &File| module_in(file, folder, rooms);
    let modules: BTreeSet<String> = files.iter().filter_map(module).collect();
    let own = |file: &File| {
        let own = module(file)?;
        let mut read =
            paths(code(&file.text)).into_iter().filter_map(|path| holder(&path, &modules));
        let read = read.by_ref().filter(|read| *read != own).collect();
        Some((own, read))
    };
    files.iter().filter_map(own).collect()
}

/// The module of a room that a file is.
fn module(file: &File) -> Option<String> {
    module_in(file, "src/", &ROOMS)
}

fn module_in(file: &File, folder: &str, rooms: &[&str]) -> Option<String> {
    let path = file.path.strip_prefix(folder)?.strip_suffix(".rs")?;
    let path = path.strip_suffix("/mod").unwrap_or(path).replace('/', "::");
    rooms.contains(&room(&path)).then_some(path)
}

/// The paths by which a file of a room leaves the rooms: what the crate's root passes on has a room of its own.
pub fn around(file: &File) -> Vec<String> {
    let Some(own) = module(file).filter(|own| room(own) != "door") else {
        return Vec::new();
    };
    let code = code(&file.text);
    let outside = |path: &String| !ROOMS.contains(&room(path));
    let mut found: Vec<String> = paths(code.clone()).into_iter().filter(outside).collect();
    found.extend(code.contains("super::").then(|| "super".to_owned()));
    found.into_iter().map(|path| format!("{own}: {path} is in no room")).collect()
}

/// The room of a module.
pub fn room(module: &str) -> &str {
    module.split("::").next().unwrap_or_default()
}

/// The modules of one room that read each other in a circle, one line for each circle.
pub fn circles(imports: &Imports) -> Vec<String> {
    let reaches = |from: &str, to: &str| {
        let (mut seen, mut open) = (BTreeSet::new(), vec![from.to_owned()]);
        while let Some(module) = open.pop() {
            let inside = |next: &&String| room(next) == room(from);
            for next in imports.get(&module).into_iter().flatten().filter(inside) {
                if next == to {
                    return true;
                }
                if seen.insert(next.clone()) {
                    open.push(next.clone());
                }
            }
        }
        false
    };
    let inner = imports.keys().filter(|module| module.contains("::"));
    inner
        .filter(|module| reaches(module, module))
        .map(|m| format!("src: {m} reads itself in a circle"))
        .collect()
}

/// A file without comments and without its tests.
fn code(text: &str) -> String {
    let tests = ["#[cfg(test)]\nmod tests", "\nmod tests {", "\npub mod tests {", "\n#[test]"];
    let tests = tests.iter().filter_map(|tests| text.find(tests)).min().unwrap_or(text.len());
    let lines = text[..tests].lines().filter(|line| !line.trim_start().starts_with("//"));
    lines.collect::<Vec<_>>().join("\n")
}

/// Every path that begins with `crate::`, with the trees of `use` spelled out.
fn paths(code: String) -> Vec<String> {
    let mut found = Vec::new();
    for rest in code.split("crate::").skip(1) {
        let end = rest.find([';', '(', ')', '<', '>', ' ', '!', '\n']).unwrap_or(rest.len());
        let tree = rest
            .find('{')
            .filter(|open| *open <= end && rest[..*open].ends_with("::") || *open == 0);
        match tree {
            Some(_) => spell("", &rest[..closing(rest)], &mut found),
            None => found.push(rest[..end].trim_end_matches([',', ':']).to_owned()),
        }
    }
    found
}

/// Where the first bracket of a tree closes.
fn closing(tree: &str) -> usize {
    let mut depth = 0;
    for (at, c) in tree.char_indices() {
        depth += i32::from(c == '{') - i32::from(c == '}');
        if c == '}' && depth == 0 {
            return at + 1;
        }
    }
    tree.len()
}

/// `a::{b, c::{d}}` → `a::b`, `a::c::d`.
fn spell(before: &str, tree: &str, found: &mut Vec<String>) {
    let tree = tree.trim();
    let Some(open) = tree.find('{') else {
        return found.push(format!("{before}{tree}"));
    };
    let before = format!("{before}{}", tree[..open].trim());
    let inner = &tree[open + 1..tree.rfind('}').unwrap_or(tree.len())];
    let (mut depth, mut from) = (0, 0);
    for (at, c) in inner.char_indices().chain([(inner.len(), ',')]) {
        depth += i32::from(c == '{') - i32::from(c == '}');
        if c == ',' && depth == 0 {
            if !inner[from..at].trim().is_empty() {
                spell(&before, &inner[from..at], found);
            }
            from = at + 1;
        }
    }
}

/// The module that a path leads to.
fn holder(path: &str, modules: &BTreeSet<String>) -> Option<String> {
    let parts: Vec<&str> = path.split("::").map(str::trim).collect();
    (1..=parts.len()).rev().map(|n| parts[..n].join("::")).find(|path| modules.contains(path))
}

#[test]
fn the_trees_of_imports_are_spelled_out() {
    let code = "use crate::{a::{self, b::C}, d::e};\nlet x = crate::f::g(crate::h);".to_owned();
    assert_eq!(paths(code), ["a::self", "a::b::C", "d::e", "f::g", "h"]);
}

#[test]
fn a_circle_is_seen() {
    let row = |from: &str, to: &str| (from.to_owned(), BTreeSet::from([to.to_owned()]));
    let imports = |to| BTreeMap::from([row("text::a", "text::b"), row("text::b", to)]);
    assert_eq!(circles(&imports("text::a")).len(), 2);
    assert!(circles(&imports("text::c")).is_empty());
}
