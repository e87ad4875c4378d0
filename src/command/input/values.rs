//! Owns JSON that is not in lines: a list of objects, or objects of several lines each.
//!
//! Only where each value ends is found here; what it holds is read as a line is, in the thread that annotates it.

use std::io::{self, BufRead};

use super::{
    Flow, LONGEST, Sink,
    raw::{Raw, unread},
    record::{Fault, Place},
};

/// Whether JSON begins so that it is not in lines: with a list, or with a brace alone on its line.
pub fn begin(start: &[u8]) -> bool {
    match start.trim_ascii_start() {
        [b'[', ..] => true,
        [b'{', rest @ ..] => {
            let is_blank = |byte: &&u8| matches!(byte, b' ' | b'\t');
            let next = rest.iter().find(|byte| !is_blank(byte));
            matches!(next, Some(b'\r' | b'\n'))
        }
        _ => false,
    }
}

/// What was read of a value that has no end, and the line on which it begins.
pub struct Endless(pub Vec<u8>, pub u64);

/// Hands on every value of a list, and every other value.
///
/// # Errors
///
/// A value without an end, which holds all that stands behind it.
pub fn read(bytes: &mut impl BufRead, file: &Place, sink: Sink) -> Result<Flow, Endless> {
    let mut open = Open { line: 1, column: 1, ..Open::default() };
    loop {
        let (taken, ends) = match bytes.fill_buf() {
            Ok([]) => break,
            Ok(part) => open.take(part),
            Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
            Err(error) => {
                return Ok(sink(Raw::Fault(Fault::new(open.place(file), unread(error)))));
            }
        };
        bytes.consume(taken);
        if ends {
            let place = open.place(file);
            if sink(Raw::Line(std::mem::take(&mut open.value), place)).is_break() {
                return Ok(Flow::Break(()));
            }
        } else if open.value.len() as u64 > LONGEST {
            break;
        }
    }
    if open.value.is_empty() {
        Ok(Flow::Continue(()))
    } else {
        Err(Endless(open.value, open.began.0))
    }
}

/// A value that has begun and not ended, or none.
#[derive(Default)]
struct Open {
    value: Vec<u8>,
    /// So many braces and brackets are open in it.
    depth: usize,
    in_string: bool,
    is_escaped: bool,
    /// Where the next byte stands.
    line: u64,
    column: u64,
    /// Where the value began.
    began: (u64, u64),
}

impl Open {
    fn place(&self, file: &Place) -> Place {
        let (line, column) =
            if self.value.is_empty() { (self.line, self.column) } else { self.began };
        Place { column: Some(column), ..file.line(line) }
    }

    /// Takes bytes up to the end of a value; gives how many, and whether it ends there.
    fn take(&mut self, part: &[u8]) -> (usize, bool) {
        for (at, byte) in part.iter().enumerate() {
            let is_apart = self.depth == 0 && !self.in_string;
            let between = matches!(byte, b'[' | b']' | b',' | b' ' | b'\t' | b'\r' | b'\n');
            if is_apart && between {
                if !self.value.is_empty() {
                    return (at, true);
                }
            } else {
                if self.value.is_empty() {
                    self.began = (self.line, self.column);
                }
                self.see(*byte);
            }
            (self.line, self.column) =
                if *byte == b'\n' { (self.line + 1, 1) } else { (self.line, self.column + 1) };
            if *byte == b'}' && self.depth == 0 && !self.in_string {
                return (at + 1, true);
            }
        }
        (part.len(), false)
    }

    fn see(&mut self, byte: u8) {
        self.value.push(byte);
        match byte {
            _ if self.is_escaped => self.is_escaped = false,
            b'\\' if self.in_string => self.is_escaped = true,
            b'"' => self.in_string = !self.in_string,
            _ if self.in_string => {}
            b'{' | b'[' => self.depth += 1,
            b'}' | b']' => self.depth = self.depth.saturating_sub(1),
            _ => {}
        }
    }
}
