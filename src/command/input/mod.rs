//! Owns what comes into the command line: from files, folders and standard input to records, each of which
//! can be read or says why not.
//!
//! `folder` finds files, `compression`, `encoding` and `kind` open them, and each kind of file has a file of its own.

mod about;
mod beside;
mod columns;
mod compression;
mod encoding;
mod file;
mod folder;
mod html;
mod kind;
mod lines;
mod notes;
mod parquet;
mod raw;
mod record;
mod rows;
mod table;
mod values;
mod walk;

use std::{
    ops::ControlFlow,
    path::{Path, PathBuf},
};

pub use self::{
    file::article,
    kind::Kind,
    lines::cause,
    notes::Notes,
    raw::Raw,
    record::{Fault, Place, Record},
};
use same_file::Handle;

use self::{file::File, raw::unread};

/// The most bytes that one record may have: it is held in memory.
const LONGEST: u64 = 1 << 28;

/// Whether to read on.
pub type Flow = ControlFlow<()>;

/// Takes records as they are found, in order.
type Sink<'s> = &'s mut dyn FnMut(Raw) -> Flow;

/// What to read.
#[derive(Clone, Debug, Default)]
pub struct Input {
    /// Files and folders; a dash is standard input.
    pub paths: Vec<PathBuf>,
    /// The kind of the files that are named; none tells it by their names and bytes.
    pub from: Option<Kind>,
    /// Where id and text are found.
    pub names: Names,
    /// Files that are written meanwhile, and so are none of a folder's.
    pub outputs: Vec<PathBuf>,
}

/// The names of the members or columns of a record.
#[derive(Clone, Debug)]
pub struct Names {
    /// The id's, if it was asked for.
    pub id: Option<String>,
    /// The text's.
    pub text: String,
    /// What else the text may be called in a table, in whatever case, where it is not called that.
    pub usual: &'static [&'static str],
}

impl Names {
    /// The name of the id.
    pub fn id(&self) -> &str {
        self.id.as_deref().unwrap_or("id")
    }
}

impl Default for Names {
    fn default() -> Self {
        Self { id: None, text: "text".to_owned(), usual: &[] }
    }
}

impl Input {
    /// Hands on all records, until there are no more or `sink` asks to stop.
    pub fn read(&self, notes: &'static Notes, sink: Sink) -> Flow {
        self.paths.iter().try_for_each(|path| {
            if !path.is_dir() {
                let id = named(path);
                return File { path, id: &id, from: self.from, notes }.read(&self.names, sink);
            }
            let mut is_empty = true;
            for found in folder::files(path, notes) {
                is_empty = false;
                self.read_inside(path, found, notes, sink)?;
            }
            if is_empty {
                let message =
                    "The folder holds no file that ends in .txt, .md, .html, .jsonl, .json, .csv, .tsv or .parquet.";
                sink(Raw::Fault(Fault::new(place(path), message)))?;
            }
            Flow::Continue(())
        })
    }

    fn read_inside(
        &self,
        folder: &Path,
        found: folder::Found,
        notes: &'static Notes,
        sink: Sink,
    ) -> Flow {
        // Of several folders, two may hold files of one name.
        let is_alone = self.paths.len() == 1;
        let inside = |path: &Path| match path.strip_prefix(folder) {
            Ok(inside) if is_alone && path != folder => named(inside),
            _ => named(path),
        };
        match found {
            Ok(path) if self.is_output(&path) => Flow::Continue(()),
            Ok(path) => {
                let id = inside(&path);
                File { path: &path, id: &id, from: None, notes }.read(&self.names, sink)
            }
            Err((path, cause)) => {
                let id = inside(&path).into();
                sink(Raw::Fault(Fault { id, ..Fault::new(place(&path), unread(cause)) }))
            }
        }
    }

    /// Whether a path leads to a file that is written, by whatever name; a dash is standard input.
    pub fn is_output(&self, path: &Path) -> bool {
        let handle = || match path == Path::new("-") {
            true => Handle::stdin(),
            false => Handle::from_path(path),
        };
        // A folder that is written to is read before anything stands in it.
        let is = |output: &PathBuf| {
            let same = Handle::from_path(output).ok().zip(handle().ok());
            output.is_file() && same.is_some_and(|(output, input)| output == input)
        };
        self.outputs.iter().any(is)
    }

    /// How many bytes there are, where that is known without a walk.
    pub fn size(&self) -> Option<u64> {
        let size = |path: &PathBuf| {
            let about = path.metadata().ok()?;
            about.is_file().then_some(about.len())
        };
        self.paths.iter().map(size).sum()
    }
}

fn place(path: &Path) -> Place {
    Place { file: Some(named(path).into()), ..Place::default() }
}

/// A path as it is written; bytes that are no UTF-8 as `\xFF`, so that no two paths are written alike.
fn named(path: &Path) -> String {
    let chunks = path.as_os_str().as_encoded_bytes().utf8_chunks();
    let escaped =
        |bytes: &[u8]| bytes.iter().map(|byte| format!("\\x{byte:02X}")).collect::<String>();
    chunks.map(|chunk| chunk.valid().to_owned() + &escaped(chunk.invalid())).collect()
}
