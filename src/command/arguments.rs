//! Owns the command line's arguments.

use std::{
    io::{self, IsTerminal},
    path::PathBuf,
};

use lexopt::{Arg, Parser, ValueExt};
use saidso::{HedgeKind, Options, SignalKind, Unit};

use crate::{
    input::{Input, Kind, Names},
    output::{Fields, Format, Kind as Table},
};

/// What `--help` prints.
pub const HELP: &str = "\
saidso: marks who says what in an article, what is hedged, and which claims stand without a source

Usage: saidso [OPTIONS] FILE…                   a dash, or no file at the end of a pipe, reads standard input
       saidso --jsonl [OPTIONS] [FILE|FOLDER…]  reads records, writes lines of {\"id\",…,\"report\"}
       saidso audit [OPTIONS] [FILE|FOLDER…]    one table of many reports or articles; see saidso audit --help

Options:
  --explain        print which rules made each mark, source and claim, in order
  --rules          print the tables of all rules
  --json           print the report as JSON instead of the marked article
  --jsonl          one record in, one JSON line out, in the same order; a bad record yields an error line.
                   Reads JSON lines, CSV, TSV, Parquet, HTML and text, also in gzip or zstd; standard input is JSON lines
  --fields NAMES   as --jsonl, but of each report only these: sources,attributions,…
  --csv TABLE      as --jsonl, but one table: attributions, sources, claims, hedges or articles
  --parquet DIR    as --jsonl, but every table as a Parquet file in DIR
  --annotations    as --jsonl, but Web Annotations instead of reports
  --schema         print the JSON Schema of reports and of these lines
  --from KIND      the kind of what is read: jsonl, csv, tsv, parquet, html, text or md (default: told by its name)
  --id NAME        the member or column with the id (default: id); a file that is one article has its path,
                   inside of the folder if that alone is read, else as given
  --text NAME      the member or column with the text (default: text); all others are passed through
  --out FILE       where to write
  --resume FILE    goes on with a file that --out or --resume wrote, where that was cut
  --quiet          shows no progress
  --offsets UNIT   utf16 (default), codepoint or utf8
  --hedges KINDS   core (default), all, vague, or names such as modal,report,quantity
  --signals KINDS  none (default), all, or names such as passive,loaded,booster,scare-quote
  -j N             threads for --jsonl (default: one for each core)
  --help           print this
  --version        print the version

Exit codes: 0 done, 1 some input could not be read, 2 wrong usage, 130 stopped by Ctrl-C.";

/// What the arguments ask for.
pub enum Task {
    /// To annotate.
    Run(Box<Arguments>),
    /// To print [`HELP`].
    Help,
    /// To print the tables of rules.
    Rules,
    /// To print the JSON Schema.
    Schema,
    /// To print the version.
    Version,
}

/// What to print.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Output {
    /// The article with its marks.
    Terminal,
    /// How each mark came about.
    Explanation,
    /// The report.
    Json,
    /// Reports for records of input.
    JsonLines,
}

/// The arguments of one run.
pub struct Arguments {
    /// What to read.
    pub input: Input,
    /// What to print.
    pub output: Output,
    /// In which form reports for lines are written.
    pub format: Format,
    /// Where to write; none is standard output.
    pub out: Option<PathBuf>,
    /// Whether to go on with what stands there.
    pub resume: bool,
    /// Whether to show no progress.
    pub quiet: bool,
    /// The unit of offsets in reports.
    pub unit: Unit,
    /// How many threads annotate records.
    pub threads: usize,
    /// What to mark.
    pub options: Options,
}

impl Arguments {
    /// Reads the arguments.
    ///
    /// # Errors
    ///
    /// Names the argument that is unknown, wrong or missing.
    pub fn parse(mut parser: Parser) -> Result<Task, lexopt::Error> {
        let mut arguments = Self::default();
        while let Some(argument) = parser.next()? {
            match argument {
                Arg::Long("explain") => arguments.output = Output::Explanation,
                Arg::Long("rules") => return Ok(Task::Rules),
                Arg::Long("json") => arguments.output = Output::Json,
                Arg::Long("jsonl") => arguments.output = Output::JsonLines,
                Arg::Long("fields") => {
                    let fields = parser.value()?.parse_with(Fields::from_names)?;
                    arguments.form(Format::Fields(fields))?;
                }
                Arg::Long("csv") => {
                    let table = parser.value()?.parse_with(Table::from_name)?;
                    arguments.form(Format::Csv(table))?;
                }
                Arg::Long("parquet") => {
                    let folder = parser.value()?.into();
                    arguments.form(Format::Parquet(folder))?;
                }
                Arg::Long("annotations") => arguments.form(Format::Annotations)?,
                Arg::Long("schema") => return Ok(Task::Schema),
                Arg::Long("from") => {
                    arguments.input.from = Some(parser.value()?.parse_with(Kind::from_name)?);
                }
                Arg::Long("id") => arguments.input.names.id = Some(parser.value()?.string()?),
                Arg::Long("text") => arguments.input.names.text = parser.value()?.string()?,
                Arg::Long("out") => arguments.write(parser.value()?.into(), false)?,
                Arg::Long("resume") => arguments.write(parser.value()?.into(), true)?,
                Arg::Long("quiet") => arguments.quiet = true,
                Arg::Long("offsets") => arguments.unit = parser.value()?.parse_with(unit)?,
                Arg::Long("hedges") => {
                    arguments.options.hedges = parser.value()?.parse_with(hedges)?;
                }
                Arg::Long("signals") => {
                    arguments.options.signals = parser.value()?.parse_with(signals)?;
                }
                Arg::Short('j') => arguments.threads = parser.value()?.parse_with(threads)?,
                Arg::Long("help") | Arg::Short('h') => return Ok(Task::Help),
                Arg::Long("version") | Arg::Short('V') => return Ok(Task::Version),
                Arg::Value(file) => arguments.input.paths.push(file.into()),
                _ => return Err(argument.unexpected()),
            }
        }
        arguments.with_input().map(|arguments| Task::Run(Box::new(arguments)))
    }

    /// Chooses the form of reports for lines.
    fn form(&mut self, format: Format) -> Result<(), lexopt::Error> {
        if self.format != Format::Report {
            return Err(
                "--fields, --csv, --parquet and --annotations exclude each other; give one".into(),
            );
        }
        self.output = Output::JsonLines;
        self.input.outputs.extend(format.files());
        self.format = format;
        Ok(())
    }

    fn write(&mut self, out: PathBuf, resume: bool) -> Result<(), lexopt::Error> {
        if self.out.is_some() {
            return Err("--out and --resume both name the file to write; give one".into());
        }
        (self.out, self.resume) = (Some(out), resume);
        self.input.outputs.extend(self.out.clone());
        Ok(())
    }

    fn with_input(mut self) -> Result<Self, lexopt::Error> {
        if self.output != Output::JsonLines && self.out.is_some() {
            return Err(
                "--out and --resume go with --jsonl; redirect the output instead: > FILE".into()
            );
        }
        if self.resume && matches!(self.format, Format::Csv(_)) {
            return Err(
                "a table has no lines to count; --resume goes on with JSON lines only".into()
            );
        }
        if self.out.is_some() && matches!(self.format, Format::Parquet(_)) {
            return Err(
                "--parquet names the folder to write to; leave out --out and --resume".into()
            );
        }
        let named = self.input.names.id.is_some() || self.input.names.text != Names::default().text;
        if self.output != Output::JsonLines && named {
            return Err("--id and --text choose fields of records; add --jsonl".into());
        }
        if self.input.names.id() == self.input.names.text {
            return Err("--id and --text name the same field".into());
        }
        let records =
            |path: &&PathBuf| matches!(Kind::of_name(path), Some(kind) if kind.is_records());
        if self.output != Output::JsonLines
            && let Some(path) = self.input.paths.iter().find(records)
        {
            let path = path.display();
            return Err(format!("{path} holds records, not one article; add --jsonl").into());
        }
        if self.output != Output::JsonLines
            && let Some(path) = self.input.paths.iter().find(|path| path.is_dir())
        {
            let path = path.display();
            return Err(format!("{path} is a folder, not one article; add --jsonl").into());
        }
        if self.input.paths.is_empty() {
            if self.output != Output::JsonLines && io::stdin().is_terminal() {
                return Err("no file given".into());
            }
            self.input.paths.push("-".into());
        }
        Ok(self)
    }
}

impl Default for Arguments {
    fn default() -> Self {
        Self {
            input: Input::default(),
            output: Output::Terminal,
            format: Format::default(),
            out: None,
            resume: false,
            quiet: false,
            unit: Unit::default(),
            threads: std::thread::available_parallelism().map_or(1, usize::from),
            options: Options::default(),
        }
    }
}

fn unit(name: &str) -> Result<Unit, String> {
    Unit::from_name(name).ok_or_else(|| "it is none of utf16, codepoint, utf8".to_owned())
}

/// Reads how many threads may annotate.
pub fn threads(number: &str) -> Result<usize, String> {
    match number.parse() {
        Ok(threads @ 1..=1024) => Ok(threads),
        _ => Err("it is no number from 1 to 1024".to_owned()),
    }
}

fn hedges(names: &str) -> Result<Vec<HedgeKind>, String> {
    match names {
        "core" => Ok(HedgeKind::CORE.to_vec()),
        "all" => Ok(HedgeKind::ALL.to_vec()),
        "vague" => Ok(HedgeKind::VAGUE.to_vec()),
        _ => names.split(',').map(hedge).collect(),
    }
}

fn signals(names: &str) -> Result<Vec<SignalKind>, String> {
    let signal = |name| {
        SignalKind::from_name(name).ok_or_else(|| format!("there is no kind of signal {name:?}"))
    };
    match names {
        "none" => Ok(Vec::new()),
        "all" => Ok(SignalKind::ALL.to_vec()),
        _ => names.split(',').map(signal).collect(),
    }
}

fn hedge(name: &str) -> Result<HedgeKind, String> {
    HedgeKind::from_name(name).ok_or_else(|| format!("there is no kind of hedge {name:?}"))
}
