//! Owns what one record of input is: a report, an article to be annotated, or the audit of others.

use std::{borrow::Cow, collections::BTreeMap};

use saidso::{
    Options, annotate,
    audit::{
        record::{Meta, Record},
        tally::{Audit, SCHEMA},
    },
};
use serde::{Deserialize, de::IgnoredAny};
use serde_json::{Map, Value};

use super::{NOTES, arguments::Arguments, reported::Reported};
use crate::{
    input::{self, Fault, Names, Raw},
    meta::{self, REPORT},
};

/// One input, read.
pub enum Item {
    /// An article, counted.
    Article(Box<Record>),
    /// The counts of others.
    Part(Box<Audit>),
}

/// The names of a line's members.
type Members<'l> = BTreeMap<Cow<'l, str>, IgnoredAny>;

#[derive(Deserialize)]
struct Head {
    schema: Option<Value>,
    error: Option<Value>,
}

#[derive(Deserialize)]
struct Row {
    report: Option<Reported>,
    #[serde(default)]
    id: Value,
    #[serde(flatten)]
    rest: Map<String, Value>,
}

/// Reads one record.
///
/// # Errors
///
/// Says what is wrong with it, and where.
pub fn read(raw: Raw, arguments: &Arguments) -> Result<Item, Box<Fault>> {
    let names = &arguments.input.names;
    let Raw::Line(line, place) = raw else { return article(raw, names, arguments) };
    let wrong = |error: serde_json::Error| {
        let message = format!("this is no report, article or audit: {}", input::cause(&error));
        Box::new(Fault::new(place.at(&error), message))
    };
    let fault = |message: String| Box::new(Fault::new(place.clone(), message));
    let members: Members = serde_json::from_slice(&line).map_err(wrong)?;
    let head: Head = serde_json::from_slice(&line).map_err(wrong)?;
    match head.schema.as_ref().and_then(Value::as_str) {
        Some(SCHEMA) => {
            return Ok(Item::Part(Box::new(serde_json::from_slice(&line).map_err(wrong)?)));
        }
        Some("saidso/report/1") => {
            let report: Reported = serde_json::from_slice(&line).map_err(wrong)?;
            let meta = Meta { title: place.to_string(), ..Meta::default() };
            return counted(report, meta).map_err(fault);
        }
        _ => {}
    }
    let text = text(&members, names);
    if members.contains_key("report") {
        match serde_json::from_slice(&line) {
            Ok(Row { report: Some(report), id, rest }) => {
                let meta = arguments.fields.meta(&id, &rest, names.id.as_deref());
                return counted(report, meta).map_err(fault);
            }
            Err(error) if text.is_none() => return Err(wrong(error)),
            // An article may have a member of that name.
            _ => {}
        }
    }
    if let Some(text) = text {
        let names = Names { text, ..names.clone() };
        return article(Raw::Line(line, place), &names, arguments);
    }
    Err(fault(match head.error {
        Some(Value::String(error)) => format!("this article was not annotated: {error}"),
        Some(error) => format!("this article was not annotated: {error}"),
        None => "there is neither a report nor a text in it".to_owned(),
    }))
}

/// The member with the text.
fn text(members: &Members, names: &Names) -> Option<String> {
    let usual = |usual: &&str| {
        members.keys().filter(|_| *usual != REPORT).find(|name| name.eq_ignore_ascii_case(usual))
    };
    match members.contains_key(&*names.text) {
        true => Some(names.text.clone()),
        false => names.usual.iter().find_map(usual).map(|name| name.clone().into_owned()),
    }
}

fn counted(report: Reported, meta: Meta) -> Result<Item, String> {
    report.counted(meta).map(|record| Item::Article(Box::new(record)))
}

/// How a report begins; no article does.
const BEGIN: &str = "{\"schema\":\"saidso/report/1\"";

fn article(raw: Raw, names: &Names, arguments: &Arguments) -> Result<Item, Box<Fault>> {
    let place = raw.place().clone();
    let mut record = raw.read(names)?;
    NOTES.see(&record, names);
    let meta = |record: &input::Record| {
        arguments.fields.meta(&record.id, &record.rest, names.id.as_deref())
    };
    if record.text.starts_with(BEGIN) {
        let report = serde_json::from_str::<Reported>(&record.text);
        let counted = report.map_err(|error| error.to_string());
        return counted.and_then(|report| self::counted(report, meta(&record))).map_err(|error| {
            let message = format!("this is no report: {error}");
            Box::new(Fault { id: record.id, message, place })
        });
    }
    let mut options = Options::default();
    options.blocks = std::mem::take(&mut record.blocks);
    let report = annotate(&record.text, &options);
    meta::add_byline(&mut record, &report);
    Ok(Item::Article(Box::new(Record::new(&report, meta(&record)))))
}
