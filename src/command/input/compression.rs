//! Owns what stands between a file's bytes and its own: gzip and zstd, told by how they begin.

use std::{
    io::{self, BufReader, Cursor, Read},
    path::Path,
};

use flate2::read::MultiGzDecoder;

/// Bytes as they come, whatever they come from.
pub type Bytes = Box<dyn Read>;

const GZIP: [u8; 2] = [0x1F, 0x8B];
const ZSTD: [u8; 4] = [0x28, 0xB5, 0x2F, 0xFD];

/// The bytes inside; those of a file that is not compressed are its own.
///
/// # Errors
///
/// What the file or the decompression refuses; a file that is shorter than its name's ending allows.
pub fn open(bytes: impl Read + 'static, path: &Path) -> io::Result<Bytes> {
    let (start, bytes) = peek(Box::new(bytes), ZSTD.len())?;
    if start.starts_with(&GZIP) {
        return Ok(Box::new(MultiGzDecoder::new(BufReader::new(bytes))));
    }
    if start.starts_with(&ZSTD) {
        return Ok(Box::new(zstd::Decoder::new(bytes)?));
    }
    match ending(path) {
        Some(ending) if start.len() < ZSTD.len() => Err(io::Error::new(
            io::ErrorKind::UnexpectedEof,
            format!("it ends in {ending} and has {} bytes, so it was cut", start.len()),
        )),
        _ => Ok(bytes),
    }
}

/// The ending of a compression that a name has.
pub fn ending(path: &Path) -> Option<&'static str> {
    let has = |ending: &&str| {
        path.extension().is_some_and(|own| own.eq_ignore_ascii_case(ending.trim_start_matches('.')))
    };
    [".gz", ".zst"].into_iter().find(has)
}

/// The first bytes, as many as there are up to `length`, and all bytes.
///
/// # Errors
///
/// What the file refuses.
pub fn peek(mut bytes: Bytes, length: usize) -> io::Result<(Vec<u8>, Bytes)> {
    let mut start = Vec::new();
    bytes.by_ref().take(length as u64).read_to_end(&mut start)?;
    let all = Cursor::new(start.clone()).chain(bytes);
    Ok((start, Box::new(all)))
}
