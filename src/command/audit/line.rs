//! Owns what one line of input is: a report, an article to be annotated, or the audit of others.

use saidso::{
    Options, annotate,
    audit::{
        record::{Meta, Record},
        tally::{Audit, SCHEMA},
    },
};
use serde::Deserialize;
use serde_json::{Map, Value};

use super::reported::Reported;

/// One input, read.
pub enum Item {
    /// An article, counted.
    Article(Box<Record>),
    /// The counts of others.
    Part(Box<Audit>),
}

/// The fields that were chosen by name.
#[derive(Default)]
pub struct Fields {
    /// Who published it.
    pub outlet: Option<String>,
    /// Who wrote it.
    pub author: Option<String>,
    /// Where in the paper it stood.
    pub section: Option<String>,
    /// When.
    pub date: Option<String>,
}

/// Under which names fields are looked for that nobody chose; the desk looks for the same (`www/audit/articles.js`).
const TEXT: &[&str] = &["text", "body", "content", "article", "full_text", "fulltext", "story"];
const TITLE: &[&str] = &["title", "headline"];
const OUTLET: &[&str] = &["outlet", "publication", "publisher"];
const SECTION: &[&str] = &["section", "category", "topic", "desk"];
const AUTHOR: &[&str] = &["author", "authors", "byline", "writer", "reporter"];
const DATE: &[&str] = &[
    "date",
    "published",
    "publication_date",
    "publicationdate",
    "pub_date",
    "pubdate",
    "published_at",
    "publishedat",
];
const ID: &[&str] = &["id", "name", "file", "url"];

#[derive(Deserialize)]
struct Head {
    schema: Option<Value>,
}

#[derive(Deserialize)]
struct Row {
    report: Option<Reported>,
    error: Option<Value>,
    #[serde(flatten)]
    more: Map<String, Value>,
}

/// Reads one line.
///
/// # Errors
///
/// Says what is wrong with it.
pub fn read(line: &[u8], place: &str, fields: &Fields) -> Result<Item, String> {
    let wrong = |error: serde_json::Error| format!("this is no report, article or audit: {error}");
    let head: Head = serde_json::from_slice(line).map_err(wrong)?;
    match head.schema.as_ref().and_then(Value::as_str) {
        Some(SCHEMA) => {
            return Ok(Item::Part(Box::new(serde_json::from_slice(line).map_err(wrong)?)));
        }
        Some("saidso/report/1") => {
            let report: Reported = serde_json::from_slice(line).map_err(wrong)?;
            let meta = Meta { title: place.to_owned(), ..Meta::default() };
            return Ok(Item::Article(Box::new(report.counted(meta)?)));
        }
        _ => {}
    }
    let row: Row = serde_json::from_slice(line).map_err(wrong)?;
    if let Some(error) = row.error {
        let error = error.as_str().map_or_else(|| error.to_string(), str::to_owned);
        return Err(format!("this article was not annotated: {error}"));
    }
    let mut meta = row.meta(fields);
    let id = found(&row.more, None, ID);
    let record = match row.report {
        Some(report) => {
            meta.title = first([meta.title, id, place.to_owned()]);
            report.counted(meta)?
        }
        None => {
            let text = found(&row.more, None, TEXT).replace("\r\n", "\n").replace('\r', "\n");
            if text.is_empty() {
                return Err("there is neither a report nor a text in it".to_owned());
            }
            let mut record = Record::new(&text, &annotate(&text, &Options::default()), meta);
            record.meta.title = first([record.meta.title, id, place.to_owned()]);
            record
        }
    };
    Ok(Item::Article(Box::new(record)))
}

impl Row {
    fn meta(&self, fields: &Fields) -> Meta {
        Meta {
            title: found(&self.more, None, TITLE),
            outlet: found(&self.more, fields.outlet.as_deref(), OUTLET),
            author: found(&self.more, fields.author.as_deref(), AUTHOR),
            section: found(&self.more, fields.section.as_deref(), SECTION),
            date: found(&self.more, fields.date.as_deref(), DATE),
        }
    }
}

/// What a field says that was chosen by name, or else one of the usual ones.
fn found(row: &Map<String, Value>, chosen: Option<&str>, usual: &[&str]) -> String {
    let value = match chosen {
        Some(name) => row.get(name),
        None => usual.iter().find_map(|usual| {
            row.iter().find(|(name, _)| name.eq_ignore_ascii_case(usual)).map(|(_, value)| value)
        }),
    };
    value.map(words).unwrap_or_default()
}

/// Words and numbers as they are, several with commas between them.
fn words(value: &Value) -> String {
    match value {
        Value::String(words) => words.trim().to_owned(),
        Value::Number(number) => number.to_string(),
        Value::Array(all) => {
            all.iter().map(words).filter(|w| !w.is_empty()).collect::<Vec<_>>().join(", ")
        }
        _ => String::new(),
    }
}

fn first<const N: usize>(words: [String; N]) -> String {
    words.into_iter().find(|words| !words.is_empty()).unwrap_or_default()
}
