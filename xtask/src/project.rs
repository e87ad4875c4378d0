//! Reads the Rust files of `src`, as `tests/tidy/rooms.rs` wants them.

use std::{fs, path::Path};

use crate::Result;

/// A text file, by its path in the project.
pub struct File {
    pub path: String,
    pub text: String,
}

/// The Rust files below a folder, in order of their paths.
pub fn rust(folder: &str) -> Result<Vec<File>> {
    let mut files = Vec::new();
    collect(Path::new(folder), &mut files)?;
    files.sort_by(|a, b| a.path.cmp(&b.path));
    Ok(files)
}

fn collect(folder: &Path, files: &mut Vec<File>) -> Result {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            collect(&path, files)?;
        } else if path.extension().is_some_and(|end| end == "rs") {
            let text = fs::read_to_string(&path)?;
            files.push(File { path: path.display().to_string().replace('\\', "/"), text });
        }
    }
    Ok(())
}
