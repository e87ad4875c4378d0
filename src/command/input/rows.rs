//! Owns where each row of a table begins and ends, and which quotation marks nothing closes.
//!
//! Leaves the values to the csv crate, which would take all that stands behind such a mark for one of them.

use std::io::{self, Read};

use memchr::memchr2;

use super::compression::Bytes;

/// The most bytes that a row may have; a mark that nothing closes holds as many.
const LONGEST: usize = 1 << 26;

/// A row that is longer than most.
const LONG: usize = 1 << 20;

/// How much is read at a time.
const PART: usize = 1 << 16;

/// The rows of a table.
pub struct Rows {
    bytes: Bytes,
    /// What stands between values.
    pub delimiter: u8,
    /// What is read and not passed yet, from `start` on.
    held: Vec<u8>,
    start: usize,
    line: u64,
}

/// Where a row begins.
#[derive(Clone, Copy)]
pub struct Start(usize, u64);

/// A row as it stands in the table.
pub struct Row<'r> {
    /// Its bytes; of one that cannot be told from those behind it, the lines up to the one where that begins.
    pub bytes: &'r [u8],
    /// The line on which it begins, counted from 1.
    pub line: u64,
    /// Why it cannot be told from those behind it.
    pub open: Option<Open>,
}

/// A value that nothing ends.
pub struct Open {
    /// Where it begins in the bytes of its row.
    pub at: usize,
    /// Its line.
    pub line: u64,
    /// Its column, in bytes, counted from 1.
    pub column: u64,
    /// What is wrong, in a whole sentence.
    pub message: String,
}

/// What stands before a byte.
#[derive(Clone, Copy, PartialEq, Eq)]
enum State {
    /// A delimiter, or nothing.
    Apart,
    /// A value without quotation marks.
    Plain,
    /// A value inside of them.
    Quoted,
    /// The mark that may have ended it.
    Closed,
    /// Blanks behind that.
    Blank,
}

/// How a row ends.
enum End {
    /// Behind so many bytes.
    Row(usize),
    /// There is none: it is the end of the table.
    Table,
    /// Nobody knows, as nothing ends the value that begins there.
    Open(usize, String),
}

impl Rows {
    /// The rows of some bytes.
    pub fn new(bytes: Bytes, delimiter: u8) -> Self {
        Self { bytes, delimiter, held: Vec::new(), start: 0, line: 1 }
    }

    /// Where the next row begins.
    pub const fn start(&self) -> Start {
        Start(self.start, self.line)
    }

    /// Goes back to the beginning of the row that was read last.
    pub const fn back(&mut self, to: Start) {
        (self.start, self.line) = (to.0, to.1);
    }

    /// The line that is read next.
    pub const fn line(&self) -> u64 {
        self.line
    }

    /// The next row that is not empty, or none. Behind a value that nothing ends, the next line is read as a row.
    ///
    /// # Errors
    ///
    /// What the file refuses.
    pub fn next(&mut self) -> io::Result<Option<Row<'_>>> {
        loop {
            self.forget();
            let (start, line) = (self.start, self.line);
            let (length, open) = match self.end()? {
                End::Table => return Ok(None),
                End::Row(length) => (length, None),
                End::Open(at, message) => (self.line_end(at), Some((at, message))),
            };
            self.pass(length);
            if length == 0 {
                continue;
            }
            let bytes = &self.held[start..start + length.min(LONGEST)];
            let open = open.map(|(at, message)| {
                let before = &bytes[..at];
                let column = memchr::memrchr2(b'\r', b'\n', before).map_or(at, |end| at - end - 1);
                Open { at, line: line + line_ends(before), column: column as u64 + 1, message }
            });
            return Ok(Some(Row { bytes, line, open }));
        }
    }

    /// Forgets what is passed.
    pub fn forget(&mut self) {
        if self.start > PART && self.start * 2 > self.held.len() {
            self.held.drain(..self.start);
            self.start = 0;
            self.held.shrink_to(4 * PART);
        }
    }

    /// Finds the end of a row.
    fn end(&mut self) -> io::Result<End> {
        let (mut state, mut at, mut opened) = (State::Apart, 0, 0);
        loop {
            while let Some(byte) = self.held.get(self.start + at) {
                let is_delimiter = *byte == self.delimiter;
                state = match (state, byte) {
                    (State::Quoted, b'"') => State::Closed,
                    (State::Quoted, _) => State::Quoted,
                    (_, b'\r' | b'\n') => return Ok(End::Row(at)),
                    (_, _) if is_delimiter => State::Apart,
                    (State::Apart, b'"') => {
                        opened = at;
                        State::Quoted
                    }
                    (State::Closed, b'"') => State::Quoted,
                    (State::Closed | State::Blank, b' ' | b'\t') => State::Blank,
                    (State::Closed | State::Blank, _) => {
                        let words = &self.held[self.start..self.start + at];
                        return Ok(End::Open(opened, behind(self.line + line_ends(words))));
                    }
                    _ => State::Plain,
                };
                at += 1;
            }
            if at > LONGEST {
                let opened = if state == State::Quoted { opened } else { 0 };
                return Ok(End::Open(opened, too_long(state == State::Quoted)));
            }
            if !self.fill()? {
                return Ok(match state {
                    State::Quoted => End::Open(opened, unclosed("before the end of the file")),
                    _ if at == 0 => End::Table,
                    _ => End::Row(at),
                });
            }
        }
    }

    /// Finds the end of the line in which a byte of the row stands; what is too long to be held is passed over.
    fn line_end(&mut self, at: usize) -> usize {
        let mut from = self.start + at;
        loop {
            if let Some(end) = memchr2(b'\r', b'\n', &self.held[from..]) {
                return from + end - self.start;
            }
            from = self.held.len();
            if from > self.start + LONGEST {
                self.held.truncate(self.start + LONGEST);
                from = self.held.len();
            }
            if !self.fill_or_end() {
                return self.held.len() - self.start;
            }
        }
    }

    /// Goes on behind so many bytes and the end of the line there.
    fn pass(&mut self, length: usize) {
        let end = self.start + length;
        self.line += line_ends(&self.held[self.start..end]);
        self.start = end;
        if self.held.get(end) == Some(&b'\r') && self.held.len() == end + 1 {
            self.fill_or_end();
        }
        let ends = match self.held.get(end..).unwrap_or_default() {
            [b'\r', b'\n', ..] => 2,
            [] => 0,
            _ => 1,
        };
        self.line += u64::from(ends > 0);
        self.start += ends;
    }

    /// Reads on behind a row that is known; an error is met again by the next one.
    fn fill_or_end(&mut self) -> bool {
        self.fill().unwrap_or(false)
    }

    /// Reads on; gives whether there was more.
    fn fill(&mut self) -> io::Result<bool> {
        let length = self.held.len();
        if length > LONG && self.held.capacity() < LONGEST {
            // Pages that are not written to cost nothing, and growing by doubling leaves as many behind.
            self.held.reserve_exact(LONGEST);
        }
        self.held.resize(length + PART, 0);
        let read = loop {
            match self.bytes.read(&mut self.held[length..]) {
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                read => break read,
            }
        };
        self.held.truncate(length + *read.as_ref().unwrap_or(&0));
        read.map(|read| read > 0)
    }
}

/// How many lines end in some bytes.
fn line_ends(bytes: &[u8]) -> u64 {
    let ends = |(at, byte): (usize, &u8)| match byte {
        b'\n' => true,
        b'\r' => bytes.get(at + 1) != Some(&b'\n'),
        _ => false,
    };
    bytes.iter().enumerate().filter(|pair| ends(*pair)).count() as u64
}

fn behind(line: u64) -> String {
    format!(
        "A quotation mark opens a value here, and the next one, in line {line}, has words behind it; write marks inside of a value twice."
    )
}

fn unclosed(how: &str) -> String {
    format!("A quotation mark opens a value here, and nothing closes it {how}.")
}

fn too_long(is_quoted: bool) -> String {
    let size = LONGEST >> 20;
    match is_quoted {
        true => unclosed(&format!("within {size} MB")),
        false => format!("The row is longer than {size} MB and was not read."),
    }
}
