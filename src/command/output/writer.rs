//! Owns the order of what is written: encoded records as they come, to one output or to the files of Parquet.

use std::io::{self, Write};

use crate::say::say;

use super::{Encoded, Format, csv, parquet::Files};

/// Takes encoded records in order.
pub struct Writer<W> {
    out: W,
    files: Option<Files>,
}

impl<W: Write> Writer<W> {
    /// Begins the output: with the names of columns in CSV, with files under other names in Parquet.
    ///
    /// # Errors
    ///
    /// What the output or the folder refuses.
    pub fn new(format: &Format, mut out: W) -> io::Result<Self> {
        if let Format::Csv(kind) = format {
            out.write_all(&csv::head(*kind))?;
        }
        Self::going_on(format, out)
    }

    /// Goes on with an output that has begun already.
    ///
    /// # Errors
    ///
    /// What the folder refuses.
    pub fn going_on(format: &Format, out: W) -> io::Result<Self> {
        let files = match format {
            Format::Parquet(folder) => Some(Files::new(folder)?),
            _ => None,
        };
        Ok(Self { out, files })
    }

    /// Writes one record.
    ///
    /// # Errors
    ///
    /// What the output refuses.
    pub fn write(&mut self, encoded: Encoded) -> io::Result<()> {
        match encoded {
            Encoded::Bytes(bytes) => self.out.write_all(&bytes),
            Encoded::Rows(tables) => {
                let mut tables = tables.map_err(io::Error::other)?.into_iter();
                let files = self.files.as_mut();
                files.map_or(Ok(()), |files| {
                    tables.try_for_each(|(kind, rows)| files.take(kind, rows))
                })
            }
            Encoded::Message(message) => {
                say(message);
                Ok(())
            }
        }
    }

    /// Hands on what the output holds back.
    ///
    /// # Errors
    ///
    /// What the output refuses.
    pub fn flush(&mut self) -> io::Result<()> {
        self.out.flush()
    }

    /// Writes what is still held, and gives files their names.
    ///
    /// # Errors
    ///
    /// What the output or the folder refuses.
    pub fn finish(mut self) -> io::Result<()> {
        self.out.flush()?;
        self.files.map_or(Ok(()), Files::finish)
    }
}
