//! Owns one file from its name to its records: opened, decompressed, and read as the kind that it is.

use std::{
    fs,
    io::{self, Read, Seek},
    path::Path,
    sync::atomic::Ordering::Relaxed,
};

use serde_json::Value;

use super::{
    Flow, LONGEST, Names, Sink,
    compression::{self, Bytes, peek},
    encoding,
    kind::Kind,
    lines,
    notes::Notes,
    parquet, place,
    raw::{self, Raw, unread},
    record::{Fault, Place, Record},
    table,
};

/// How many bytes tell the kind.
const START: usize = 4;

/// What readers may take for text by its name or its icon, and how it begins.
const UNREADABLE: [(&[u8], &str); 2] =
    [(b"PK\x03\x04", "a zip archive, as Word files are"), (b"%PDF", "a PDF")];

/// Notes for nobody.
static UNREAD: Notes = Notes::new();

/// A file that is to be read.
pub struct File<'f> {
    /// Where it is; a dash is standard input.
    pub path: &'f Path,
    /// The id of its article, if it is one.
    pub id: &'f str,
    /// Its kind, if that is known.
    pub from: Option<Kind>,
    /// What is noted meanwhile: the bytes read.
    pub notes: &'static Notes,
}

impl File<'_> {
    /// Hands on its records.
    pub fn read(&self, names: &Names, sink: Sink) -> Flow {
        let place = if is_standard(self.path) { Place::default() } else { place(self.path) };
        match self.open() {
            Ok((Kind::Lines, bytes)) => match encoding::utf8(bytes) {
                Ok(bytes) => lines::read(bytes, &place, sink),
                Err(error) => self.fault(unread(error), place, sink),
            },
            Ok((kind @ (Kind::Csv | Kind::Tsv), bytes)) => match encoding::utf8(bytes) {
                Ok(bytes) => table::read(bytes, kind, names, &place, sink),
                Err(error) => self.fault(unread(error), place, sink),
            },
            Ok((Kind::Parquet, _)) => self.read_parquet(names, &place, sink),
            Ok((kind @ (Kind::Html | Kind::Text), bytes)) => match whole(bytes, self.path) {
                Ok(bytes) => sink(Raw::File { bytes, kind, id: self.id(), place }),
                Err(error) => self.fault(unread(error), place, sink),
            },
            Err(error) => self.fault(unread(error), place, sink),
        }
    }

    fn fault(&self, message: String, place: Place, sink: Sink) -> Flow {
        sink(Raw::Fault(Fault { id: self.id(), message, place }))
    }

    fn id(&self) -> Value {
        if is_standard(self.path) { Value::Null } else { Value::from(self.id) }
    }

    /// Its kind and its bytes.
    fn open(&self) -> io::Result<(Kind, Bytes)> {
        let bytes: Bytes = if is_standard(self.path) {
            Box::new(io::stdin())
        } else {
            Box::new(fs::File::open(self.path)?)
        };
        let bytes = compression::open(Counted { bytes, notes: self.notes }, self.path)?;
        let (start, bytes) = peek(bytes, START)?;
        if let Some((_, what)) = UNREADABLE.iter().find(|(head, _)| start.starts_with(head)) {
            return Err(io::Error::other(format!(
                "it is {what}; save what is in it as text or HTML"
            )));
        }
        let named = self.from.or_else(|| Kind::of_name(self.path));
        Ok((named.unwrap_or_else(|| self.told(&start)), bytes))
    }

    /// The kind that the first bytes tell; through a pipe, lines may begin with anything.
    fn told(&self, start: &[u8]) -> Kind {
        match Kind::of_start(start) {
            Kind::Html | Kind::Text if is_standard(self.path) => Kind::Lines,
            kind => kind,
        }
    }

    fn read_parquet(&self, names: &Names, place: &Place, sink: Sink) -> Flow {
        if is_standard(self.path) {
            let message = "Parquet cannot be read from standard input; give the file's name.";
            return self.fault(message.to_owned(), place.clone(), sink);
        }
        match fs::File::open(self.path) {
            Ok(mut file) => {
                let size = file.seek(io::SeekFrom::End(0)).unwrap_or_default();
                self.notes.read.fetch_add(size, Relaxed);
                parquet::read(file, names, place, sink)
            }
            Err(error) => self.fault(unread(error), place.clone(), sink),
        }
    }
}

/// The one article of a file, whatever it is called.
///
/// # Errors
///
/// What the file refuses, or what its bytes are not.
pub fn article(path: &Path, from: Option<Kind>) -> io::Result<Record> {
    let from = from.or_else(|| Kind::of_name(path).filter(|kind| *kind == Kind::Html));
    let (_, bytes) = File { path, id: "", from, notes: &UNREAD }.open()?;
    let bytes = whole(bytes, path)?;
    let record = raw::article(bytes, from.unwrap_or(Kind::Text), Value::Null);
    record.map_err(|message| io::Error::new(io::ErrorKind::InvalidData, message))
}

fn is_standard(path: &Path) -> bool {
    path == Path::new("-")
}

fn whole(bytes: Bytes, path: &Path) -> io::Result<Vec<u8>> {
    // Room that grows by doubling would be held twice for a moment.
    let size = fs::metadata(path).map_or(0, |about| about.len()).min(LONGEST);
    let mut all = Vec::with_capacity(usize::try_from(size).unwrap_or_default());
    bytes.take(LONGEST + 1).read_to_end(&mut all)?;
    if all.len() as u64 > LONGEST {
        return Err(io::Error::other(format!("it is longer than {} MB", LONGEST >> 20)));
    }
    Ok(all)
}

/// Counts what is read.
struct Counted {
    bytes: Bytes,
    notes: &'static Notes,
}

impl Read for Counted {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let read = self.bytes.read(into)?;
        self.notes.read.fetch_add(read as u64, Relaxed);
        Ok(read)
    }
}
