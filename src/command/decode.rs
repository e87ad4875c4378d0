//! Owns the bytes of a file as text: UTF-8 and UTF-16, with or without a byte order mark.
//!
//! Leaves out every other encoding, which nothing in the bytes tells for sure: the error says what to do.

use std::io;

/// The text of `bytes`, without a byte order mark.
///
/// # Errors
///
/// `InvalidData` for bytes that are neither UTF-8 nor UTF-16.
pub fn decode(bytes: Vec<u8>) -> io::Result<String> {
    match order(&bytes) {
        Some(order) => wide(bytes.get(order.mark..).unwrap_or_default(), order),
        None => narrow(bytes),
    }
}

/// The UTF-8 bytes of `line` without a byte order mark.
pub fn without_mark(line: &[u8]) -> &[u8] {
    line.strip_prefix(&UTF8_MARK).unwrap_or(line)
}

const UTF8_MARK: [u8; 3] = [0xEF, 0xBB, 0xBF];

/// How UTF-16 is laid out.
#[derive(Clone, Copy)]
struct Order {
    /// The length of the byte order mark.
    mark: usize,
    read: fn([u8; 2]) -> u16,
}

/// The order of UTF-16; none for bytes that do not look like it.
///
/// Without a mark, a zero beside the first letter tells: UTF-8 text holds none.
fn order(bytes: &[u8]) -> Option<Order> {
    let (mark, read): (usize, fn([u8; 2]) -> u16) = match bytes {
        [0xFF, 0xFE, ..] => (2, u16::from_le_bytes),
        [0xFE, 0xFF, ..] => (2, u16::from_be_bytes),
        [1..=255, 0, 1..=255, 0, ..] => (0, u16::from_le_bytes),
        [0, 1..=255, 0, 1..=255, ..] => (0, u16::from_be_bytes),
        _ => return None,
    };
    Some(Order { mark, read })
}

fn wide(bytes: &[u8], order: Order) -> io::Result<String> {
    let units = bytes.as_chunks().0.iter().map(|pair| (order.read)(*pair));
    let text = char::decode_utf16(units).collect::<Result<String, _>>();
    text.map_err(|_| invalid("it begins like UTF-16 and is not; save it as UTF-8"))
}

fn narrow(mut bytes: Vec<u8>) -> io::Result<String> {
    let mark = bytes.len() - without_mark(&bytes).len();
    bytes.drain(..mark);
    let advice = "it is not UTF-8 (perhaps Windows-1252 or Latin-1); save it as UTF-8, or convert it: \
                  iconv -f WINDOWS-1252 -t UTF-8";
    String::from_utf8(bytes).map_err(|_| invalid(advice))
}

fn invalid(message: &str) -> io::Error {
    io::Error::new(io::ErrorKind::InvalidData, message)
}
