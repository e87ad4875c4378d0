//! Owns tables as Parquet files: a file for each table, named when it is whole.

use std::{
    fs::{self, File},
    io,
    path::{Path, PathBuf},
    sync::{
        Arc,
        mpsc::{self, SyncSender},
    },
    thread::{self, JoinHandle},
};

use arrow_array::RecordBatch;
use arrow_schema::Schema;
use arrow_select::concat::concat_batches;
use parquet::{
    arrow::ArrowWriter,
    basic::{Compression, ZstdLevel},
    errors::ParquetError,
    file::properties::WriterProperties,
};

use super::{batch, table::Kind};

/// When articles are handed on to the file together: at so many rows, or bytes.
const BATCH_ROWS: usize = 1 << 12;
const BATCH_BYTES: usize = 1 << 22;

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
    articles: SyncSender<RecordBatch>,
    thread: JoinHandle<io::Result<Named>>,
}

/// The name that a file has, and the one that it is to have.
struct Named {
    unfinished: PathBuf,
    whole: PathBuf,
}

/// One file.
struct Table {
    schema: Arc<Schema>,
    articles: Vec<RecordBatch>,
    rows: usize,
    bytes: usize,
    writer: ArrowWriter<File>,
    named: Named,
}

impl Files {
    /// Begins every file in `folder`, which is made where it is not there.
    pub fn new(folder: &Path) -> io::Result<Self> {
        let named = |error: io::Error| {
            io::Error::new(error.kind(), format!("{}: {error}", folder.display()))
        };
        fs::create_dir_all(folder).map_err(named)?;
        Kind::ALL
            .into_iter()
            .map(|kind| Writing::new(kind, folder))
            .collect::<Result<_, _>>()
            .map(Self)
    }

    /// Takes the rows that an article has in a table.
    pub fn take(&mut self, kind: Kind, rows: RecordBatch) -> io::Result<()> {
        let Some(at) = self.0.iter().position(|writing| writing.kind == kind) else {
            return Ok(());
        };
        if self.0[at].articles.send(rows).is_ok() {
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
        let (articles, taken) = mpsc::sync_channel(WAITING);
        let write = move || {
            taken.into_iter().try_for_each(|article| table.take(article))?;
            table.end()
        };
        let thread = thread::Builder::new().spawn(write)?;
        Ok(Self { kind, articles, thread })
    }

    fn end(self) -> io::Result<Named> {
        drop(self.articles);
        let stopped = |_| Err(io::Error::other("a thread that writes Parquet has stopped"));
        self.thread.join().unwrap_or_else(stopped)
    }
}

impl Table {
    fn new(kind: Kind, folder: &Path) -> io::Result<Self> {
        let schema = batch::schema(kind);
        let properties = WriterProperties::builder()
            .set_compression(Compression::ZSTD(ZstdLevel::default()))
            .set_max_row_group_row_count(Some(GROUP_ROWS))
            .set_max_row_group_bytes(Some(GROUP_BYTES))
            .build();
        let whole = kind.file(folder);
        let named = Named { unfinished: whole.with_added_extension("unfinished"), whole };
        let file = File::create(&named.unfinished)?;
        let writer = ArrowWriter::try_new(file, schema.clone(), Some(properties));
        let writer = writer.map_err(refused)?;
        Ok(Self { schema, articles: Vec::new(), rows: 0, bytes: 0, writer, named })
    }

    fn take(&mut self, article: RecordBatch) -> io::Result<()> {
        self.rows += article.num_rows();
        self.bytes += article.get_array_memory_size();
        self.articles.push(article);
        let full = self.rows >= BATCH_ROWS || self.bytes >= BATCH_BYTES;
        if full { self.flush() } else { Ok(()) }
    }

    fn flush(&mut self) -> io::Result<()> {
        let together = concat_batches(&self.schema, &self.articles).map_err(io::Error::other)?;
        (self.rows, self.bytes) = (0, 0);
        self.articles.clear();
        self.writer.write(&together).map_err(refused)
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
