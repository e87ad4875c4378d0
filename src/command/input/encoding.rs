//! Owns the bytes of a file as text: UTF-8 and UTF-16, with or without a byte order mark, and what a page declares.
//!
//! Leaves out every other encoding, which nothing in the bytes tells for sure: the error says what to do.

use std::io::{self, Read};

use encoding_rs::{Decoder, DecoderResult, Encoding, UTF_8, UTF_16BE, UTF_16LE};

use super::compression::{Bytes, peek};

/// How many bytes tell the encoding.
const START: usize = 4;

/// Where a page declares its encoding, in bytes.
const HEAD: usize = 4096;

/// The text of `bytes`, without a byte order mark.
///
/// # Errors
///
/// Says what to do with bytes that are neither UTF-8 nor UTF-16.
pub fn text(bytes: Vec<u8>) -> Result<String, String> {
    let (encoding, mark) = told(&bytes);
    if encoding != UTF_8 {
        return decoded(encoding, bytes.get(mark..).unwrap_or_default())
            .ok_or_else(|| "it begins like UTF-16 and is not; save it as UTF-8".to_owned());
    }
    let advice = "it is not UTF-8 (perhaps Windows-1252 or Latin-1); save it as UTF-8, or convert it: \
                  iconv -f WINDOWS-1252 -t UTF-8";
    let mut text = String::from_utf8(bytes).map_err(|_| advice.to_owned())?;
    text.drain(..mark);
    Ok(text)
}

/// The markup of a page, which may declare its encoding.
///
/// # Errors
///
/// Says what to do with bytes that are in none of the encodings tried.
pub fn markup(bytes: Vec<u8>) -> Result<String, String> {
    let head = String::from_utf8_lossy(bytes.get(..HEAD).unwrap_or(&bytes));
    let declared = declared(&head);
    let plain = text(bytes.clone());
    match declared {
        // Nothing but UTF-8 reads as UTF-8 by chance, unless it shifts between sets in ASCII.
        Some(encoding) if plain.is_err() || !encoding.is_ascii_compatible() => {
            decoded(encoding, &bytes).map_or(plain, Ok)
        }
        _ => plain,
    }
}

/// The same bytes in UTF-8, without a byte order mark, as they come.
///
/// What is no UTF-16 becomes a byte that is no UTF-8, so that the record in which it stands is known to be bad.
///
/// # Errors
///
/// What the file refuses.
pub fn utf8(bytes: Bytes) -> io::Result<Bytes> {
    let (start, mut bytes) = peek(bytes, START)?;
    let (encoding, mark) = told(&start);
    bytes.by_ref().take(mark as u64).read_to_end(&mut Vec::new())?;
    if encoding == UTF_8 {
        return Ok(bytes);
    }
    let decoder = encoding.new_decoder_without_bom_handling();
    Ok(Box::new(Transcoder {
        bytes,
        decoder,
        raw: Vec::new(),
        done: Vec::new(),
        read: 0,
        ended: false,
    }))
}

/// The encoding that the first bytes tell, and the length of the byte order mark.
///
/// Without a mark, a zero beside the first letter tells: UTF-8 text holds none.
fn told(bytes: &[u8]) -> (&'static Encoding, usize) {
    match bytes {
        [1..=255, 0, 1..=255, 0, ..] => (UTF_16LE, 0),
        [0, 1..=255, 0, 1..=255, ..] => (UTF_16BE, 0),
        _ => Encoding::for_bom(bytes).unwrap_or((UTF_8, 0)),
    }
}

fn declared(head: &str) -> Option<&'static Encoding> {
    let small = head.to_ascii_lowercase();
    let meta = small.split("<meta").skip(1).filter_map(|meta| meta.split('>').next());
    let named = meta.filter_map(|meta| meta.split_once("charset")).map(|(_, rest)| rest);
    let xml = small.trim_start().strip_prefix("<?xml").and_then(|xml| xml.split("?>").next());
    let xml = xml.and_then(|xml| xml.split_once("encoding")).map(|(_, rest)| rest);
    named.chain(xml).find_map(|rest| {
        let name = rest.trim_start().strip_prefix('=')?.trim_start_matches([' ', '"', '\'']);
        let end = name.find([' ', '"', '\'', ';', '/', '?']).unwrap_or(name.len());
        // Whoever could read this declaration is not in UTF-16.
        Some(Encoding::for_label(&name.as_bytes()[..end])?.output_encoding())
    })
}

fn decoded(encoding: &'static Encoding, bytes: &[u8]) -> Option<String> {
    encoding.decode_without_bom_handling_and_without_replacement(bytes).map(Into::into)
}

/// Bytes of another encoding as UTF-8.
struct Transcoder {
    bytes: Bytes,
    decoder: Decoder,
    /// What is read and not decoded yet.
    raw: Vec<u8>,
    /// What is decoded, and how much of it is handed on.
    done: Vec<u8>,
    read: usize,
    ended: bool,
}

impl Transcoder {
    fn fill(&mut self) -> io::Result<()> {
        self.done.clear();
        self.read = 0;
        if self.raw.is_empty() {
            self.ended = self.bytes.by_ref().take(1 << 16).read_to_end(&mut self.raw)? == 0;
        }
        let room = self.decoder.max_utf8_buffer_length_without_replacement(self.raw.len());
        self.done.resize(room.unwrap_or(1 << 18), 0);
        let (result, read, written) =
            self.decoder.decode_to_utf8_without_replacement(&self.raw, &mut self.done, self.ended);
        self.raw.drain(..read);
        self.done.truncate(written);
        if let DecoderResult::Malformed(..) = result {
            self.done.push(0xFF);
            self.ended = false;
        }
        Ok(())
    }
}

impl Read for Transcoder {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        while self.read == self.done.len() && !self.ended {
            self.fill()?;
        }
        let mut rest = self.done.get(self.read..).unwrap_or_default();
        let read = rest.read(into)?;
        self.read += read;
        Ok(read)
    }
}
