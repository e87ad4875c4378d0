//! Owns rows as Arrow has them, column by column: a thread makes those of each article, in as little memory as they need.

use std::{
    collections::HashMap,
    sync::{Arc, LazyLock},
};

use arrow_array::{
    ArrayRef, BooleanArray, Float64Array, Int64Array, ListArray, RecordBatch, StringArray,
    builder::{Int64Builder, ListBuilder, StringBuilder},
};
use arrow_schema::{ArrowError, DataType, Field, Schema};

use super::table::{Cell, Head, Kind, Row, Type};

/// The columns of every table, in the order of [`Kind::ALL`].
static SCHEMAS: LazyLock<[Arc<Schema>; 6]> = LazyLock::new(|| Kind::ALL.map(described));

/// The columns of a table, with their descriptions.
pub fn schema(kind: Kind) -> Arc<Schema> {
    SCHEMAS[kind as usize].clone()
}

/// The rows of a table.
pub fn batch(kind: Kind, rows: &[Row]) -> Result<RecordBatch, ArrowError> {
    let column = |(at, head): (usize, &Head)| {
        let cells: Vec<&Cell> =
            rows.iter().map(|row| row.get(at).unwrap_or(&Cell::Empty)).collect();
        array(head.holds, &cells)
    };
    let columns = kind.heads().iter().enumerate().map(column).collect();
    RecordBatch::try_new(schema(kind), columns)
}

fn described(kind: Kind) -> Arc<Schema> {
    Arc::new(Schema::new(kind.heads().iter().map(field).collect::<Vec<_>>()))
}

/// A column with its description.
fn field(head: &Head) -> Field {
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

fn array(holds: Type, cells: &[&Cell]) -> ArrayRef {
    match holds {
        Type::Text => Arc::new(text(cells)),
        Type::Texts => Arc::new(texts(cells)),
        Type::Count => Arc::new(cells.iter().map(|cell| cell.count()).collect::<Int64Array>()),
        Type::Counts => Arc::new(counts(cells)),
        Type::Share => Arc::new(cells.iter().map(|cell| cell.share()).collect::<Float64Array>()),
        Type::Flag => Arc::new(cells.iter().map(|cell| cell.flag()).collect::<BooleanArray>()),
    }
}

// Builders reserve a kilobyte where they are not told how much there is.

fn text(cells: &[&Cell]) -> StringArray {
    let bytes = cells.iter().filter_map(|cell| cell.text()).map(str::len).sum();
    let mut strings = StringBuilder::with_capacity(cells.len(), bytes);
    cells.iter().for_each(|cell| strings.append_option(cell.text()));
    strings.finish()
}

fn texts(cells: &[&Cell]) -> ListArray {
    let all = || cells.iter().filter_map(|cell| cell.texts()).flatten();
    let strings = StringBuilder::with_capacity(all().count(), all().map(String::len).sum());
    let mut lists = ListBuilder::with_capacity(strings, cells.len());
    cells
        .iter()
        .for_each(|cell| lists.append_option(cell.texts().map(|list| list.iter().map(Some))));
    lists.finish()
}

fn counts(cells: &[&Cell]) -> ListArray {
    let all = cells.iter().filter_map(|cell| cell.counts()).flatten().count();
    let mut lists = ListBuilder::with_capacity(Int64Builder::with_capacity(all), cells.len());
    let signed = |list: &[usize]| list.iter().map(|count| whole(*count)).collect::<Vec<_>>();
    cells.iter().for_each(|cell| lists.append_option(cell.counts().map(signed)));
    lists.finish()
}

/// A number of Rust as one of Arrow; no text is so long that they differ.
fn whole(count: usize) -> Option<i64> {
    i64::try_from(count).ok()
}

impl Cell {
    fn text(&self) -> Option<&str> {
        if let Self::Text(text) = self { Some(text) } else { None }
    }

    fn texts(&self) -> Option<&[String]> {
        if let Self::Texts(texts) = self { Some(texts) } else { None }
    }

    fn count(&self) -> Option<i64> {
        if let Self::Count(count) = self { whole(*count) } else { None }
    }

    fn counts(&self) -> Option<&[usize]> {
        if let Self::Counts(counts) = self { Some(counts) } else { None }
    }

    fn share(&self) -> Option<f64> {
        if let Self::Share(share) = self { Some(*share) } else { None }
    }

    fn flag(&self) -> Option<bool> {
        if let Self::Flag(flag) = self { Some(*flag) } else { None }
    }
}
