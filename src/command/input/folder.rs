//! Owns the files of a folder and of those inside, by their names, in a fixed order.

use std::path::{Path, PathBuf};

use walkdir::{DirEntry, WalkDir};

use super::{kind::Kind, notes::Notes};

/// A file to read, or the place and the cause of what cannot be read.
pub type Found = Result<PathBuf, (PathBuf, String)>;

/// The files whose names tell that they hold articles; the others are noted. Links are followed.
pub fn files(folder: &Path, notes: &'static Notes) -> impl Iterator<Item = Found> {
    let walk = WalkDir::new(folder).follow_links(true).sort_by_file_name();
    let walk = walk.into_iter().filter_entry(|entry| entry.depth() == 0 || !is_hidden(entry));
    walk.filter_map(|entry| match entry {
        Ok(entry) => {
            let about = entry.file_type();
            let is_read = !about.is_dir() && Kind::of_name(entry.path()).is_some();
            if !about.is_dir() && !is_read {
                notes.pass(entry.path());
            }
            // A pipe would be waited for without end.
            let cause = "it is no regular file; give it by itself to read it";
            let path = entry.into_path();
            is_read.then(|| if about.is_file() { Ok(path) } else { Err((path, cause.to_owned())) })
        }
        Err(error) => {
            let path = error.path().map(Path::to_owned).unwrap_or_default();
            let cause = match error.loop_ancestor() {
                Some(above) => format!("it is a link to {}, which it stands in", above.display()),
                None => error.io_error().map_or_else(|| error.to_string(), ToString::to_string),
            };
            Some(Err((path, cause)))
        }
    })
}

fn is_hidden(entry: &DirEntry) -> bool {
    entry.file_name().as_encoded_bytes().starts_with(b".")
}
