//! Owns `cargo xtask digest`: one checksum over what the command line says of every text at hand.
//!
//! The same before and after a move, it shows that nothing changed for readers.

use std::{
    fs::{self, File},
    path::{Path, PathBuf},
    process::{Command, Stdio},
};

use flate2::Crc;

use crate::Result;

/// Where texts are looked for: every `*.jsonl` below these folders, a `{"id","text"}` object a line.
const FOLDERS: [&str; 2] = ["../shared/eval/gold", "../shared/corpora/attribution"];

/// Prints the checksum of the reports for each file of texts, and one for all of them.
pub fn print() -> Result {
    let cargo = ["build", "--quiet", "--bin", "saidso"];
    if !Command::new("cargo").args(cargo).status()?.success() {
        return Err("the command line could not be built".into());
    }
    let mut files = Vec::new();
    for folder in FOLDERS {
        collect(Path::new(folder), &mut files)?;
    }
    if files.is_empty() {
        return Err(format!("no texts in {}", FOLDERS.join(", ")).into());
    }
    files.sort();
    let mut all = Crc::new();
    for file in files {
        let reports = reports(&file)?;
        let mut own = Crc::new();
        own.update(&reports);
        all.update(&reports);
        println!("{:08x} {:>11} {}", own.sum(), reports.len(), file.display());
    }
    println!("{:08x} all", all.sum());
    Ok(())
}

fn collect(folder: &Path, files: &mut Vec<PathBuf>) -> Result {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            collect(&path, files)?;
        } else if path.extension().is_some_and(|end| end == "jsonl") {
            files.push(path);
        }
    }
    Ok(())
}

fn reports(file: &Path) -> Result<Vec<u8>> {
    let input = Stdio::from(File::open(file)?);
    let done = Command::new("target/debug/saidso").arg("--jsonl").stdin(input).output()?;
    done.status.success().then_some(done.stdout).ok_or_else(|| "the command line failed".into())
}
