//! Owns the lines of all files, a batch at a time, each with its place.

use std::{
    collections::VecDeque,
    io::{self, BufRead, BufReader},
    path::{Path, PathBuf},
};

use crate::input;

/// One line, or why its file could not be read on.
pub struct Line {
    /// Its file and number.
    pub place: String,
    /// What stands on it.
    pub bytes: io::Result<Vec<u8>>,
}

/// What is left to be read.
pub struct Lines {
    files: VecDeque<PathBuf>,
    open: Option<Open>,
}

struct Open {
    name: String,
    reader: BufReader<input::Bytes>,
    line: usize,
}

impl Lines {
    /// All lines of some files; a dash is standard input.
    pub fn new(files: &[PathBuf]) -> Self {
        Self { files: files.iter().cloned().collect(), open: None }
    }

    /// The next lines, about so many bytes; none at the end.
    pub fn batch(&mut self, bytes: usize) -> Vec<Line> {
        let (mut lines, mut size) = (Vec::new(), 0);
        while size < bytes
            && let Some(line) = self.next()
        {
            size += line.bytes.as_ref().map_or(0, Vec::len);
            lines.push(line);
        }
        lines
    }

    fn next(&mut self) -> Option<Line> {
        loop {
            if self.open.is_none() {
                let path = self.files.pop_front()?;
                match open(&path) {
                    Ok(file) => self.open = Some(file),
                    Err(error) => return Some(Line { place: name(&path), bytes: Err(error) }),
                }
            }
            match self.open.as_mut().and_then(Open::next) {
                Some(line) => {
                    if line.bytes.is_err() {
                        self.open = None;
                    }
                    return Some(line);
                }
                None => self.open = None,
            }
        }
    }
}

impl Open {
    fn next(&mut self) -> Option<Line> {
        let mut bytes = Vec::new();
        self.line += 1;
        let place = format!("{}:{}", self.name, self.line);
        match self.reader.read_until(b'\n', &mut bytes) {
            Ok(0) => None,
            Ok(_) => Some(Line { place, bytes: Ok(bytes) }),
            Err(error) => Some(Line { place, bytes: Err(error) }),
        }
    }
}

fn open(path: &Path) -> io::Result<Open> {
    let reader = BufReader::new(input::bytes(path)?);
    Ok(Open { name: name(path), reader, line: 0 })
}

fn name(path: &Path) -> String {
    match path == Path::new("-") {
        true => "standard input".to_owned(),
        false => path.display().to_string(),
    }
}
