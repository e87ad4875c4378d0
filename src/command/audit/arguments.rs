//! Owns the arguments of `saidso audit`.

use std::io::{self, IsTerminal};

use lexopt::{Arg, Parser, ValueExt};

use crate::{
    arguments::threads,
    input::{Input, Kind, Names},
    meta::{Fields, TEXT},
};

/// What `saidso audit --help` prints.
pub const HELP: &str = "\
saidso audit: who is quoted across many articles, and what stands without a name or a source

Usage: saidso audit [OPTIONS] [FILE|FOLDER…]   a dash, or no file, reads standard input

Reads what saidso --jsonl reads: JSON lines, CSV, TSV, Parquet, HTML and text, also in gzip or zstd, and folders. A
line is an article, which is annotated first; a report as saidso --jsonl writes it, {\"id\",…,\"report\"}; or what
saidso audit --json wrote of other articles. All may be mixed. Articles and their reports give the same audit.

Options:
  --from KIND      the kind of what is read: jsonl, csv, tsv, parquet, html, text or md (default: told by its name)
  --id NAME        the field with the id (default: id, name, file or url); a file that is one article has its path
  --text NAME      the field with the text (default: text, body, content, article, full_text, fulltext or story;
                   of a table without such a column, report with reports)
  --json           print the counts as JSON; counts of parts give the audit of the whole, in any order
  --csv TABLE      print one table: sources, apart, namings, cues or groups
  --html           print a page that stands alone and has no script
  --outlet NAME    the field that says who published the article (default: outlet, publication or publisher)
  --author NAME    the field that says who wrote it (default: author, authors, byline, writer or reporter)
  --section NAME   the field that says where in the paper it stood (default: section, category, topic or desk)
  --date NAME      the field that says when (default: date, published, published_at or publication_date)
  --articles N     list the N articles that rest most on what nobody can look up (default: 100)
  -j N             threads (default: one for each core)
  --help           print this

The same whole name is taken for the same source; last names, initials and acronyms alone are left apart, with
those they may mean. An article that comes twice is counted twice; how many have the id of another is told.

Exit codes: 0 done, 1 some input could not be read and is named on standard error, 2 wrong usage.";

/// What the arguments ask for.
pub enum Task {
    /// To count.
    Run(Box<Arguments>),
    /// To print [`HELP`].
    Help,
}

/// What to print.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Output {
    /// The tables, for people.
    Terminal,
    /// The counts.
    Json,
    /// One table, for spreadsheets.
    Csv(Sheet),
    /// The tables, as a page.
    Html,
}

/// A table for spreadsheets.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Sheet {
    /// Who is quoted.
    Sources,
    /// Who is left apart.
    Apart,
    /// How sources are named.
    Namings,
    /// Cues.
    Cues,
    /// Articles by what is known of them.
    Groups,
}

/// The arguments of one run.
pub struct Arguments {
    /// What is read.
    pub input: Input,
    /// What to print.
    pub output: Output,
    /// Which fields say what.
    pub fields: Fields,
    /// How many articles are listed.
    pub keep: usize,
    /// How many threads annotate and count.
    pub threads: usize,
}

impl Arguments {
    /// Reads the arguments.
    ///
    /// # Errors
    ///
    /// Names the argument that is unknown, wrong or missing.
    pub fn parse(mut parser: Parser) -> Result<Task, lexopt::Error> {
        let mut arguments = Self::default();
        let (fields, input) = (&mut arguments.fields, &mut arguments.input);
        while let Some(argument) = parser.next()? {
            match argument {
                Arg::Long("json") => arguments.output = Output::Json,
                Arg::Long("csv") => {
                    arguments.output = Output::Csv(parser.value()?.parse_with(sheet)?)
                }
                Arg::Long("html") => arguments.output = Output::Html,
                Arg::Long("from") => {
                    input.from = Some(parser.value()?.parse_with(Kind::from_name)?)
                }
                Arg::Long("id") => input.names.id = Some(parser.value()?.string()?),
                Arg::Long("text") => {
                    input.names = Names {
                        text: parser.value()?.string()?,
                        usual: &[],
                        ..input.names.clone()
                    };
                }
                Arg::Long("outlet") => fields.outlet = Some(parser.value()?.string()?),
                Arg::Long("author") => fields.author = Some(parser.value()?.string()?),
                Arg::Long("section") => fields.section = Some(parser.value()?.string()?),
                Arg::Long("date") => fields.date = Some(parser.value()?.string()?),
                Arg::Long("articles") => arguments.keep = parser.value()?.parse_with(articles)?,
                Arg::Short('j') => arguments.threads = parser.value()?.parse_with(threads)?,
                Arg::Long("help") | Arg::Short('h') => return Ok(Task::Help),
                Arg::Value(file) => input.paths.push(file.into()),
                _ => return Err(argument.unexpected()),
            }
        }
        if input.names.id() == input.names.text {
            return Err("--id and --text name the same field".into());
        }
        if input.paths.is_empty() {
            if io::stdin().is_terminal() {
                return Err("no file given".into());
            }
            input.paths.push("-".into());
        }
        Ok(Task::Run(Box::new(arguments)))
    }
}

impl Default for Arguments {
    fn default() -> Self {
        Self {
            input: Input { names: Names { usual: TEXT, ..Names::default() }, ..Input::default() },
            output: Output::Terminal,
            fields: Fields::default(),
            keep: 100,
            threads: thread_count(),
        }
    }
}

fn thread_count() -> usize {
    std::thread::available_parallelism().map_or(1, usize::from)
}

fn sheet(name: &str) -> Result<Sheet, String> {
    match name {
        "sources" => Ok(Sheet::Sources),
        "apart" => Ok(Sheet::Apart),
        "namings" => Ok(Sheet::Namings),
        "cues" => Ok(Sheet::Cues),
        "groups" => Ok(Sheet::Groups),
        _ => Err("it is none of sources, apart, namings, cues, groups".to_owned()),
    }
}

fn articles(number: &str) -> Result<usize, String> {
    match number.parse() {
        Ok(articles @ 0..=10_000) => Ok(articles),
        _ => Err("it is no number from 0 to 10000".to_owned()),
    }
}
