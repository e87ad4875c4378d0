//! Owns tables as Parquet files: a file for each table, named when it is whole.

use std::{
    collections::HashMap,
    fs::{self, File},
    io,
    path::{Path, PathBuf},
    sync::{
        Arc,
        mpsc::{self, SyncSender},
    },
    thread::{self, JoinHandle},
};

use arrow_array::{
    ArrayRef, BooleanArray, Float64Array, Int64Array, ListArray, RecordBatch, StringArray,
    builder::{ListBuilder, StringBuilder},
    types::Int64Type,
};
use arrow_schema::{DataType, Field, Schema};
use parquet::{
    arrow::ArrowWriter,
    basic::{Compression, ZstdLevel},
    errors::ParquetError,
    file::properties::WriterProperties,
};

use super::table::{Cell, Head, Kind, Row, Type};

/// How many rows are handed to a file at once, and how many bytes of words.
const BATCH_ROWS: usize = 1 << 12;
const BATCH_BYTES: usize = 1 << 23;

/// How large a row group gets: a file holds one in memory.
const GROUP_ROWS: usize = 1 << 16;
const GROUP_BYTES: usize = 1 << 24;

/// How many articles wait for a file, whose thread may be busy with a row group.
const WAITING: usize = 64;

/// The files of one run, each written by a thread of its own.
pub struct Files(Vec<Writing>);

/// The thread of one file.
struct Writing {
    kind: Kind,
    rows: SyncSender<Vec<Row>>,
    thread: JoinHandle<io::Result<Named>>,
}

/// The name that a file has, and the one that it is to have.
struct Named {
    unfinished: PathBuf,
    whole: PathBuf,
}

/// One file.
struct Table {
    heads: Vec<Head>,
    schema: Arc<Schema>,
    rows: Vec<Row>,
    bytes: usize,
    writer: ArrowWriter<File>,
    named: Named,
}

impl Files {
    /// Begins every file in `folder`, which is made where it is not there.
    pub fn new(folder: &Path) -> io::Result<Self> {
        fs::create_dir_all(folder)?;
        Kind::ALL
            .into_iter()
            .map(|kind| Writing::new(kind, folder))
            .collect::<Result<_, _>>()
            .map(Self)
    }

    /// Takes rows of a table.
    pub fn take(&mut self, kind: Kind, rows: Vec<Row>) -> io::Result<()> {
        let Some(at) = self.0.iter().position(|writing| writing.kind == kind) else {
            return Ok(());
        };
        if rows.is_empty() || self.0[at].rows.send(rows).is_ok() {
            return Ok(());
        }
        // Nobody takes them any more: the thread has ended, and says why.
        self.0.swap_remove(at).end().map(drop)
    }

    /// Ends every file, and only then names any.
    pub fn finish(self) -> io::Result<()> {
        let named: io::Result<Vec<_>> = self.0.into_iter().map(Writing::end).collect();
        named?.into_iter().try_for_each(|Named { unfinished, whole }| fs::rename(unfinished, whole))
    }
}

impl Writing {
    fn new(kind: Kind, folder: &Path) -> io::Result<Self> {
        let mut table = Table::new(kind, folder)?;
        let (rows, taken) = mpsc::sync_channel::<Vec<Row>>(WAITING);
        let write = move || {
            taken.into_iter().flatten().try_for_each(|row| table.take(row))?;
            table.end()
        };
        let thread = thread::Builder::new().spawn(write)?;
        Ok(Self { kind, rows, thread })
    }

    fn end(self) -> io::Result<Named> {
        drop(self.rows);
        let stopped = |_| Err(io::Error::other("a thread that writes Parquet has stopped"));
        self.thread.join().unwrap_or_else(stopped)
    }
}

impl Table {
    fn new(kind: Kind, folder: &Path) -> io::Result<Self> {
        let heads = kind.heads();
        let schema = Arc::new(Schema::new(heads.iter().map(described).collect::<Vec<_>>()));
        let properties = WriterProperties::builder()
            .set_compression(Compression::ZSTD(ZstdLevel::default()))
            .set_max_row_group_row_count(Some(GROUP_ROWS))
            .set_max_row_group_bytes(Some(GROUP_BYTES))
            .build();
        let whole = folder.join(format!("{}.parquet", kind.name()));
        let named = Named { unfinished: whole.with_added_extension("unfinished"), whole };
        let file = File::create(&named.unfinished)?;
        let writer = ArrowWriter::try_new(file, schema.clone(), Some(properties));
        let writer = writer.map_err(refused)?;
        Ok(Self { heads, schema, rows: Vec::new(), bytes: 0, writer, named })
    }

    fn take(&mut self, row: Row) -> io::Result<()> {
        self.bytes += row.iter().map(Cell::bytes).sum::<usize>();
        self.rows.push(row);
        let full = self.rows.len() >= BATCH_ROWS || self.bytes >= BATCH_BYTES;
        if full { self.flush() } else { Ok(()) }
    }

    fn flush(&mut self) -> io::Result<()> {
        if self.rows.is_empty() {
            return Ok(());
        }
        let column = |(at, head): (usize, &Head)| {
            array(head.holds, self.rows.iter().map(|row| row.get(at).unwrap_or(&Cell::Empty)))
        };
        let columns = self.heads.iter().enumerate().map(column).collect();
        let batch = RecordBatch::try_new(self.schema.clone(), columns).map_err(io::Error::other)?;
        self.rows.clear();
        self.bytes = 0;
        self.writer.write(&batch).map_err(refused)
    }

    /// Writes what is left.
    fn end(mut self) -> io::Result<Named> {
        self.flush()?;
        self.writer.finish().map_err(refused)?;
        self.writer.inner().sync_all()?;
        Ok(self.named)
    }
}

fn refused(error: ParquetError) -> io::Error {
    match error {
        ParquetError::External(error) => match error.downcast::<io::Error>() {
            Ok(error) => *error,
            Err(error) => io::Error::other(error),
        },
        error => io::Error::other(error),
    }
}

/// A column with its description.
fn described(head: &Head) -> Field {
    let list = |of| DataType::List(Arc::new(Field::new_list_field(of, true)));
    let kind = match head.holds {
        Type::Text => DataType::Utf8,
        Type::Texts => list(DataType::Utf8),
        // Spark reads unsigned numbers as decimals.
        Type::Count => DataType::Int64,
        Type::Counts => list(DataType::Int64),
        Type::Share => DataType::Float64,
        Type::Flag => DataType::Boolean,
    };
    let description = HashMap::from([("description".to_owned(), head.doc.to_owned())]);
    Field::new(head.name, kind, true).with_metadata(description)
}

fn array<'c>(holds: Type, cells: impl Iterator<Item = &'c Cell>) -> ArrayRef {
    match holds {
        Type::Text => Arc::new(cells.map(Cell::text).collect::<StringArray>()),
        Type::Texts => Arc::new(texts(cells)),
        Type::Count => Arc::new(cells.map(Cell::count).collect::<Int64Array>()),
        Type::Counts => {
            let counts = cells.map(|cell| cell.counts().map(|counts| counts.map(Some)));
            Arc::new(ListArray::from_iter_primitive::<Int64Type, _, _>(counts))
        }
        Type::Share => Arc::new(cells.map(Cell::share).collect::<Float64Array>()),
        Type::Flag => Arc::new(cells.map(Cell::flag).collect::<BooleanArray>()),
    }
}

fn texts<'c>(cells: impl Iterator<Item = &'c Cell>) -> ListArray {
    let mut lists = ListBuilder::new(StringBuilder::new());
    for cell in cells {
        match cell {
            Cell::Texts(texts) => lists.append_value(texts.iter().map(Some)),
            _ => lists.append_null(),
        }
    }
    lists.finish()
}

impl Cell {
    /// How many bytes of words it holds.
    fn bytes(&self) -> usize {
        match self {
            Self::Text(text) => text.len(),
            Self::Texts(texts) => texts.iter().map(String::len).sum(),
            _ => 0,
        }
    }

    fn text(&self) -> Option<&str> {
        if let Self::Text(text) = self { Some(text) } else { None }
    }

    fn count(&self) -> Option<i64> {
        if let Self::Count(count) = self { i64::try_from(*count).ok() } else { None }
    }

    fn counts(&self) -> Option<impl Iterator<Item = i64>> {
        let Self::Counts(counts) = self else { return None };
        Some(counts.iter().map(|count| i64::try_from(*count).unwrap_or(i64::MAX)))
    }

    fn share(&self) -> Option<f64> {
        if let Self::Share(share) = self { Some(*share) } else { None }
    }

    fn flag(&self) -> Option<bool> {
        if let Self::Flag(flag) = self { Some(*flag) } else { None }
    }
}
