//! Prints what files weigh: raw, by gzip, and by brotli, the way servers send them.

use std::{fs, io::Write, path::PathBuf};

use brotli::CompressorWriter;
use flate2::{Compression, write::GzEncoder};

use crate::Result;

/// One line per file, in bytes.
pub fn print(files: &[PathBuf]) -> Result {
    println!("{:>10} {:>10} {:>10}", "raw", "gzip", "brotli");
    for file in files {
        let bytes = fs::read(file)?;
        let name = file.file_name().unwrap_or_default().to_string_lossy();
        println!("{:>10} {:>10} {:>10}  {name}", bytes.len(), gzip(&bytes)?, brotli(&bytes)?);
    }
    Ok(())
}

fn gzip(bytes: &[u8]) -> Result<usize> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(bytes)?;
    Ok(encoder.finish()?.len())
}

fn brotli(bytes: &[u8]) -> Result<usize> {
    let mut encoder = CompressorWriter::new(Vec::new(), 1 << 16, 11, 24);
    encoder.write_all(bytes)?;
    Ok(encoder.into_inner().len())
}
