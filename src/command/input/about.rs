//! Owns what a page says of its article beside the text, as the browser's page reads it (`www/intake/meta.js`): section,
//! author and date, in the tags that papers use, in JSON-LD of schema.org and in `<time>`.

use std::collections::HashMap;

use dom_query::Document;
use saidso::audit::record::one_line;
use serde_json::{Map, Value};

/// The names of tags, the surest first.
const SECTION: [&str; 4] = ["article:section", "section", "parsely-section", "dc.subject"];
const AUTHOR: [&str; 5] = ["author", "article:author", "parsely-author", "dc.creator", "byl"];
const DATE: [&str; 8] = [
    "article:published_time",
    "datepublished",
    "date",
    "pubdate",
    "publish-date",
    "parsely-pub-date",
    "dc.date.issued",
    "dc.date",
];

/// Where a page shows a day, the article's own first.
const TIMES: [&str; 4] =
    ["time[itemprop=datePublished]", "time[pubdate]", "article time[datetime]", "time[datetime]"];

/// JSON-LD that is longer, in bytes, is left aside.
const LONGEST: usize = 200_000;

/// No value has more characters.
const LONGEST_VALUE: usize = 200;

/// The members that the page gives to its record: those of `section`, `author` and `date` that it says.
pub fn about(page: &Document) -> Map<String, Value> {
    let (item, tags) = (item(page), tags(page));
    let named = |names: &[&str]| -> Vec<String> {
        names.iter().filter_map(|name| tags.get(*name).cloned()).collect()
    };
    let said = |name: &str| item.get(name).map(words).unwrap_or_default();
    let times =
        TIMES.iter().filter_map(|which| Some(page.select(which).attr("datetime")?.to_string()));
    let authors = [vec![said("author").join(", ")], named(&AUTHOR)].concat();
    let days = [named(&DATE), said("datePublished"), times.collect()].concat();
    let all = [
        ("section", [named(&SECTION), said("articleSection")].concat().into_iter().next()),
        ("author", authors.into_iter().find(|words| !words.is_empty() && !is_address(words))),
        ("date", days.into_iter().find(|day| is_day(day))),
    ];
    all.into_iter().filter_map(|(name, value)| Some((name.to_owned(), value?.into()))).collect()
}

/// The headline that a page's data name, without the name of the paper.
pub fn headline(page: &Document) -> String {
    item(page).get("headline").map(words).unwrap_or_default().into_iter().next().unwrap_or_default()
}

/// What tags say, by their names in small letters; of two alike the first.
fn tags(page: &Document) -> HashMap<String, String> {
    let mut said = HashMap::new();
    for tag in page.select("meta[content]").iter() {
        let content = brief(&tag.attr("content").unwrap_or_default());
        let names = ["property", "name", "itemprop"].into_iter().filter_map(|by| tag.attr(by));
        for name in names.filter(|_| !content.is_empty()) {
            said.entry(name.to_lowercase()).or_insert_with(|| content.clone());
        }
    }
    said
}

/// The first article of schema.org that a page holds.
fn item(page: &Document) -> Map<String, Value> {
    let scripts = page.select("script[type='application/ld+json']");
    let texts = scripts.iter().map(|script| script.text()).filter(|text| text.len() <= LONGEST);
    let read = texts.filter_map(|text| serde_json::from_str(&text).ok());
    read.flat_map(items).find(is_article).unwrap_or_default()
}

fn items(read: Value) -> Vec<Map<String, Value>> {
    let all = list(read).into_iter().flat_map(|one| {
        let graph = one.get("@graph").cloned().map(list).unwrap_or_default();
        [vec![one], graph].concat()
    });
    all.filter_map(|one| if let Value::Object(item) = one { Some(item) } else { None }).collect()
}

fn is_article(item: &Map<String, Value>) -> bool {
    let types = item.get("@type").cloned().map(list).unwrap_or_default();
    let ends = |kind: &str| ["Article", "Posting", "Report"].iter().any(|end| kind.ends_with(end));
    types.iter().filter_map(Value::as_str).any(ends)
}

/// Words, or the names of what is named, one or several.
fn words(value: &Value) -> Vec<String> {
    let word = |one: Value| {
        let said = if one.is_object() { one.get("name")?.as_str()? } else { one.as_str()? };
        Some(brief(said)).filter(|words| !words.is_empty())
    };
    list(value.clone()).into_iter().filter_map(word).collect()
}

fn list(value: Value) -> Vec<Value> {
    if let Value::Array(all) = value { all } else { vec![value] }
}

fn brief(said: &str) -> String {
    one_line(said).chars().take(LONGEST_VALUE).collect()
}

fn is_address(words: &str) -> bool {
    let small = words.to_ascii_lowercase();
    small.starts_with("http:") || small.starts_with("https:")
}

/// A day, with or without a time, as programs write it: `2024-03-05`.
fn is_day(words: &str) -> bool {
    let digits = |part: &str, n| part.len() == n && part.bytes().all(|b| b.is_ascii_digit());
    words.get(..10).is_some_and(|day| {
        let parts: Vec<&str> = day.split('-').collect();
        matches!(parts[..], [year, month, day] if digits(year, 4) && digits(month, 2) && digits(day, 2))
    })
}
