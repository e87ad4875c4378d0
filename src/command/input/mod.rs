//! Owns what comes into the command line: from files, folders and standard input to records, each of which
//! can be read or says why not.
//!
//! `folder` finds files, `compression`, `encoding` and `kind` open them, and each kind of file has a file of its own.

mod columns;
mod compression;
mod encoding;
mod file;
mod folder;
mod html;
mod kind;
mod lines;
mod parquet;
mod raw;
mod record;
mod table;
mod walk;

use std::{
    ops::ControlFlow,
    path::{Path, PathBuf},
    sync::atomic::AtomicU64,
};

pub use self::{
    compression::Bytes,
    file::{article, bytes},
    kind::Kind,
    raw::Raw,
    record::{Fault, Record},
};
use same_file::Handle;

use self::{file::File, raw::unread, record::Place};

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
}

impl Names {
    /// The name of the id.
    pub fn id(&self) -> &str {
        self.id.as_deref().unwrap_or("id")
    }
}

impl Default for Names {
    fn default() -> Self {
        Self { id: None, text: "text".to_owned() }
    }
}

impl Input {
    /// Hands on all records, until there are no more or `sink` asks to stop. Counts the bytes read.
    pub fn read(&self, count: &'static AtomicU64, sink: Sink) -> Flow {
        self.paths.iter().try_for_each(|path| {
            if !path.is_dir() {
                let id = path.to_string_lossy();
                return File { path, id: &id, from: self.from, count }.read(&self.names, sink);
            }
            let mut is_empty = true;
            for found in folder::files(path) {
                is_empty = false;
                self.read_inside(path, found, count, sink)?;
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
        count: &'static AtomicU64,
        sink: Sink,
    ) -> Flow {
        let id =
            |path: &Path| path.strip_prefix(folder).unwrap_or(path).to_string_lossy().into_owned();
        match found {
            Ok(path) if self.is_output(&path) => Flow::Continue(()),
            Ok(path) => {
                File { path: &path, id: &id(&path), from: None, count }.read(&self.names, sink)
            }
            Err((path, cause)) => {
                let fault =
                    Fault { id: id(&path).into(), ..Fault::new(place(&path), unread(cause)) };
                sink(Raw::Fault(fault))
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
    Place { file: Some(path.to_string_lossy().into()), ..Place::default() }
}
