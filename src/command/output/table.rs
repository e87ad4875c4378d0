//! Owns what a table is: its columns, and its rows for one article. CSV and Parquet both read it.

use std::path::{Path, PathBuf};

use saidso::{Offsets, Report, Span, Unit};
use serde_json::Value;

use super::{Failure, columns, words};

/// Which table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Who says what.
    Attributions,
    /// Who is credited.
    Sources,
    /// What is claimed.
    Claims,
    /// What is not said outright.
    Hedges,
    /// The articles themselves, with their counts.
    Articles,
    /// The records that could not be read.
    Errors,
}

/// What a cell of a column holds; it may be empty in any column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Type {
    /// Words.
    Text,
    /// A list of words.
    Texts,
    /// A whole number.
    Count,
    /// A list of whole numbers.
    Counts,
    /// A number from 0 to 1.
    Share,
    /// Yes or no.
    Flag,
}

/// What stands in one column of one row.
#[derive(Clone, Debug, PartialEq)]
pub enum Cell {
    Empty,
    Text(String),
    Texts(Vec<String>),
    Count(usize),
    Counts(Vec<usize>),
    Share(f64),
    Flag(bool),
}

/// The cells of one mark, in the order of the columns.
pub type Row = Vec<Cell>;

/// A column of a table whose rows are of `M`.
pub struct Column<M: 'static> {
    /// Its name.
    pub name: &'static str,
    /// What it holds, for people.
    pub doc: &'static str,
    /// How its cells are made.
    pub get: Get<M>,
}

/// How the cells of a column are made.
pub enum Get<M: 'static> {
    Text(fn(&Mark<'_, M>) -> Option<String>),
    Texts(fn(&Mark<'_, M>) -> Vec<String>),
    Count(fn(&Mark<'_, M>) -> Option<usize>),
    Counts(fn(&Mark<'_, M>) -> Vec<usize>),
    Share(fn(&Mark<'_, M>) -> f32),
    Flag(fn(&Mark<'_, M>) -> Option<bool>),
}

/// A column without its table: what a file says of it.
pub struct Head {
    /// Its name.
    pub name: &'static str,
    /// What it holds, for people.
    pub doc: &'static str,
    /// What its cells are.
    pub holds: Type,
}

/// One article with all that its rows are made from.
pub struct Article<'a> {
    /// Its id: a string as it is, anything else as JSON.
    pub id: String,
    /// Its words.
    pub text: &'a str,
    /// What was found.
    pub report: &'a Report,
    /// The offsets that rows have.
    pub offsets: Offsets<'a>,
}

/// One row to be: a mark, its number and its article.
pub struct Mark<'m, M> {
    /// The article.
    pub article: &'m Article<'m>,
    /// Which it is in the report's list.
    pub number: usize,
    /// The mark itself.
    pub of: &'m M,
}

impl Kind {
    /// Its Parquet file in a folder.
    pub fn file(self, folder: &Path) -> PathBuf {
        folder.join(format!("{}.parquet", self.name()))
    }

    /// The tables that an article has rows in.
    pub const OF_ARTICLES: [Self; 5] =
        [Self::Attributions, Self::Sources, Self::Claims, Self::Hedges, Self::Articles];

    /// Every table. Errors come last, so that their file is the last to be named.
    pub const ALL: [Self; 6] = [
        Self::Attributions,
        Self::Sources,
        Self::Claims,
        Self::Hedges,
        Self::Articles,
        Self::Errors,
    ];

    /// Its name, as in files and options.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Attributions => "attributions",
            Self::Sources => "sources",
            Self::Claims => "claims",
            Self::Hedges => "hedges",
            Self::Articles => "articles",
            Self::Errors => "errors",
        }
    }

    /// The table of a name, for `--csv`.
    ///
    /// # Errors
    ///
    /// Lists the names that there are.
    pub fn from_name(name: &str) -> Result<Self, String> {
        let found = Self::OF_ARTICLES.into_iter().find(|kind| kind.name() == name);
        let names = || Self::OF_ARTICLES.map(Self::name).join(", ");
        found.ok_or_else(|| format!("there is no table {name:?}; the tables are {}", names()))
    }

    /// Its columns.
    pub fn heads(self) -> Vec<Head> {
        match self {
            Self::Attributions => heads(columns::ATTRIBUTIONS),
            Self::Sources => heads(columns::SOURCES),
            Self::Claims => heads(columns::CLAIMS),
            Self::Hedges => heads(columns::HEDGES),
            Self::Articles => heads(columns::ARTICLES),
            Self::Errors => heads(columns::ERRORS),
        }
    }

    /// The rows that an article has in it.
    pub fn rows(self, article: &Article<'_>) -> Vec<Row> {
        let report = article.report;
        match self {
            Self::Attributions => rows(columns::ATTRIBUTIONS, article, &report.attributions),
            Self::Sources => rows(columns::SOURCES, article, &report.sources),
            Self::Claims => rows(columns::CLAIMS, article, &report.claims),
            Self::Hedges => rows(columns::HEDGES, article, &report.hedges),
            Self::Articles => rows(columns::ARTICLES, article, std::slice::from_ref(report)),
            Self::Errors => Vec::new(),
        }
    }
}

/// The row of a failure in the table of errors.
pub fn errors(failure: &Failure) -> Vec<Row> {
    let nothing = Report::default();
    let article = Article::new(&failure.id, "", &nothing, Unit::default());
    rows(columns::ERRORS, &article, std::slice::from_ref(failure))
}

fn heads<M>(columns: &[Column<M>]) -> Vec<Head> {
    let head =
        |column: &Column<M>| Head { name: column.name, doc: column.doc, holds: column.get.holds() };
    columns.iter().map(head).collect()
}

fn rows<M>(columns: &[Column<M>], article: &Article<'_>, marks: &[M]) -> Vec<Row> {
    let row = |(number, of)| {
        let mark = Mark { article, number, of };
        columns.iter().map(|column| column.get.cell(&mark)).collect()
    };
    marks.iter().enumerate().map(row).collect()
}

impl<M> Get<M> {
    const fn holds(&self) -> Type {
        match self {
            Self::Text(_) => Type::Text,
            Self::Texts(_) => Type::Texts,
            Self::Count(_) => Type::Count,
            Self::Counts(_) => Type::Counts,
            Self::Share(_) => Type::Share,
            Self::Flag(_) => Type::Flag,
        }
    }

    fn cell(&self, mark: &Mark<'_, M>) -> Cell {
        match self {
            Self::Text(get) => get(mark).map_or(Cell::Empty, Cell::Text),
            Self::Texts(get) => Cell::Texts(get(mark)),
            Self::Count(get) => get(mark).map_or(Cell::Empty, Cell::Count),
            Self::Counts(get) => Cell::Counts(get(mark)),
            Self::Share(get) => Cell::Share(saidso::schema::round(get(mark))),
            Self::Flag(get) => get(mark).map_or(Cell::Empty, Cell::Flag),
        }
    }
}

impl<'a> Article<'a> {
    /// An article with what was found in it.
    pub fn new(id: &Value, text: &'a str, report: &'a Report, unit: Unit) -> Self {
        let id = id.as_str().map_or_else(|| id.to_string(), str::to_owned);
        Self { id, text, report, offsets: Offsets::new(text, unit) }
    }

    /// The sentence in which a place of the text stands, as an index.
    pub fn sentence(&self, byte: usize) -> Option<usize> {
        let sentences = &self.report.sentences;
        let at =
            sentences.partition_point(|sentence| sentence.span.start <= byte).checked_sub(1)?;
        sentences.get(at).filter(|sentence| byte < sentence.span.end).map(|_| at)
    }
}

impl<M> Mark<'_, M> {
    /// The words of spans on one line; none for no span.
    pub fn words(&self, spans: &[Span]) -> Option<String> {
        (!spans.is_empty()).then(|| words::quote(self.article.text, spans))
    }

    /// Where the first of the spans begins.
    pub fn start(&self, spans: &[Span]) -> Option<usize> {
        spans.first().map(|span| self.article.offsets.at(span.start))
    }

    /// Where the last of the spans ends.
    pub fn end(&self, spans: &[Span]) -> Option<usize> {
        spans.last().map(|span| self.article.offsets.at(span.end))
    }

    /// Where each span begins.
    pub fn starts(&self, spans: &[Span]) -> Vec<usize> {
        spans.iter().map(|span| self.article.offsets.at(span.start)).collect()
    }

    /// Where each span ends.
    pub fn ends(&self, spans: &[Span]) -> Vec<usize> {
        spans.iter().map(|span| self.article.offsets.at(span.end)).collect()
    }

    /// The sentence in which a span begins.
    pub fn sentence(&self, span: Span) -> Option<usize> {
        self.article.sentence(span.start)
    }
}
