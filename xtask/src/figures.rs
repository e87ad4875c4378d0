//! Owns `cargo xtask figures`: what the layout of the core is measured by.

use std::{collections::BTreeMap, process::Command};

use crate::{
    Result, literals,
    project::{File, rust},
    rooms,
};

/// The rooms whose English words belong in lists.
const WORDLESS: [&str; 13] = [
    "text",
    "sentence",
    "token",
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
];

/// They hold the codes of languages and their letters.
const CODES: [&str; 2] = ["src/text/language.rs", "src/text/script.rs"];

/// Prints all figures; with `listed`, the English words in code too.
pub fn print(listed: Listed) -> Result {
    let files = rust("src")?;
    sizes(&files);
    arrows(&files);
    rules()?;
    words(&files, listed);
    Ok(())
}

/// Whether words are counted or also listed.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Listed {
    Counted,
    Named,
}

fn lines(file: &File) -> usize {
    file.text.lines().count()
}

fn sizes(files: &[File]) {
    let mut folders: BTreeMap<&str, (usize, usize)> = BTreeMap::new();
    for file in files {
        let (count, sum) = folders.entry(folder(file)).or_default();
        *count += 1;
        *sum += lines(file);
    }
    println!("{:<12} {:>5} {:>6}", "folder", "files", "lines");
    for (folder, (count, sum)) in &folders {
        println!("{folder:<12} {count:>5} {sum:>6}");
    }
    let mut sorted: Vec<&File> = files.iter().collect();
    sorted.sort_by_key(|file| lines(file));
    if let (Some(median), Some(longest)) = (sorted.get(sorted.len() / 2), sorted.last()) {
        println!("median file: {} lines", lines(median));
        println!("longest file: {} lines, {}", lines(longest), longest.path);
    }
    let of = |name| folders.get(name).map_or(0, |(_, sum)| *sum);
    let state = of("discourse") + of("ranking");
    let both = of("repair") + of("coref");
    println!("repair and coref together: {both} lines; discourse and ranking: {state}");
}

/// The folder of a file in `src`; a dot for the files beside the folders.
fn folder(file: &File) -> &str {
    let path = file.path.trim_start_matches("src/");
    path.split_once('/').map_or(".", |(folder, _)| folder)
}

fn arrows(files: &[File]) {
    let imports = rooms::imports(files);
    let place = |module: &str| rooms::ROOMS.iter().position(|room| *room == rooms::room(module));
    let pairs = imports.iter().flat_map(|(own, read)| read.iter().map(move |read| (own, read)));
    let upward = pairs.filter(|(own, read)| place(own) < place(read)).count();
    let (circles, around) = (rooms::circles(&imports).len(), files.iter().flat_map(rooms::around));
    println!(
        "upward arrows: {upward}, modules in circles: {circles}, paths around the rooms: {}",
        around.count()
    );
}

/// The rules by the letter of their table, as `saidso --rules` prints them.
fn rules() -> Result {
    let cargo = ["run", "--quiet", "--package", "saidso", "--bin", "saidso", "--", "--rules"];
    let done = Command::new("cargo").args(cargo).output()?;
    if !done.status.success() {
        return Err(String::from_utf8_lossy(&done.stderr).into_owned().into());
    }
    let mut tables: BTreeMap<char, usize> = BTreeMap::new();
    let printed = String::from_utf8(done.stdout)?;
    for line in printed.lines() {
        let number = line.split(' ').next().unwrap_or_default();
        if let Some(letter) = number.chars().next().filter(char::is_ascii_uppercase) {
            *tables.entry(letter).or_default() += 1;
        }
    }
    let all: usize = tables.values().sum();
    let tables: Vec<_> = tables.iter().map(|(letter, count)| format!("{letter} {count}")).collect();
    println!("rules: {all} ({})", tables.join(", "));
    Ok(())
}

fn words(files: &[File], listed: Listed) {
    let wordless = files
        .iter()
        .filter(|file| WORDLESS.contains(&folder(file)) && !CODES.contains(&file.path.as_str()));
    let found: Vec<_> = wordless.map(|file| (file, literals::words(&file.text))).collect();
    let count: usize = found.iter().map(|(_, words)| words.len()).sum();
    println!("English words in code: {count}");
    for (file, words) in found.iter().filter(|_| listed == Listed::Named) {
        words.iter().for_each(|(line, word)| println!("  {}:{line}: {word:?}", file.path));
    }
}
