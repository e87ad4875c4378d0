//! Owns what is known of an article besides what it says: the fields that hold it, and a byline that only the text holds.
//! That becomes a member of the report's line, so that an audit of reports equals one of the articles.

use saidso::{
    BlockKind, Report,
    audit::record::{Meta, one_line},
};
use serde_json::{Map, Value};

use crate::input::Record;

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
pub const TEXT: &[&str] =
    &["text", "body", "content", "article", "full_text", "fulltext", "story", REPORT];
/// In a table without a text, the column with reports, as programs that annotate many articles keep them.
pub const REPORT: &str = "report";
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
/// What stands in for an id.
const NAME: &[&str] = &["name", "file", "url"];

impl Fields {
    /// What an article's id and its other fields say; `chosen` names the id's field, if somebody did.
    pub fn meta(&self, id: &Value, rest: &Map<String, Value>, chosen: Option<&str>) -> Meta {
        let or = |words: String, other: &dyn Fn() -> String| {
            if words.is_empty() { other() } else { words }
        };
        let id = or(words(id), &|| found(rest, chosen, NAME));
        Meta {
            title: or(found(rest, None, TITLE), &|| id.clone()),
            id,
            outlet: found(rest, self.outlet.as_deref(), OUTLET),
            author: found(rest, self.author.as_deref(), AUTHOR),
            section: found(rest, self.section.as_deref(), SECTION),
            date: found(rest, self.date.as_deref(), DATE),
        }
    }
}

/// Adds the text's byline as the member `byline` where no field says who wrote the article.
pub fn add_byline(article: &mut Record, report: &Report) {
    let block = report.blocks.iter().find(|block| block.kind == BlockKind::Byline);
    if let Some(block) = block
        && found(&article.rest, None, AUTHOR).is_empty()
    {
        let words = one_line(block.span.of(&article.text));
        let by = words.get(..3).is_some_and(|by| by.eq_ignore_ascii_case("by "));
        article.rest.insert("byline".to_owned(), words[if by { 3 } else { 0 }..].into());
    }
}

/// What a field says that was chosen by name, or else the first of the usual ones that says something.
fn found(row: &Map<String, Value>, chosen: Option<&str>, usual: &[&str]) -> String {
    let said = |value: &Value| Some(words(value)).filter(|words| !words.is_empty());
    let value = match chosen {
        Some(name) => row.get(name).and_then(said),
        None => usual.iter().find_map(|usual| {
            let mut named = row.iter().filter(|(name, _)| name.eq_ignore_ascii_case(usual));
            named.find_map(|(_, value)| said(value))
        }),
    };
    value.unwrap_or_default()
}

/// Words and numbers as they are, and names of what has one, several with semicolons between them: each is whole.
fn words(value: &Value) -> String {
    match value {
        Value::String(words) => one_line(words),
        Value::Number(number) => number.to_string(),
        Value::Array(all) => {
            all.iter().map(words).filter(|w| !w.is_empty()).collect::<Vec<_>>().join("; ")
        }
        Value::Object(named) => named.get("name").map(words).unwrap_or_default(),
        _ => String::new(),
    }
}
