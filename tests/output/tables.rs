//! Reads tables back, from CSV and from Parquet, as rows of text.

use std::{fs::File, path::Path};

use arrow_array::{
    Array, RecordBatch,
    cast::AsArray,
    types::{Float64Type, Int64Type},
};
use arrow_schema::DataType;
use parquet::arrow::arrow_reader::ParquetRecordBatchReaderBuilder;

/// A table.
pub struct Table {
    pub names: Vec<String>,
    /// What the file says of each column; nothing in CSV.
    pub docs: Vec<String>,
    /// What the cells of each column are; nothing in CSV.
    pub kinds: Vec<&'static str>,
    pub rows: Vec<Vec<String>>,
}

impl Table {
    /// The cell of a row and a column.
    pub fn at(&self, row: usize, name: &str) -> &str {
        let column = self.names.iter().position(|own| own == name);
        &self.rows[row][column.unwrap_or_else(|| panic!("no column {name}"))]
    }

    /// The numbers in a cell.
    pub fn counts(&self, row: usize, name: &str) -> Vec<usize> {
        self.at(row, name).split_whitespace().map(|count| count.parse().unwrap()).collect()
    }
}

/// Reads comma-separated values.
pub fn csv(text: &str) -> Table {
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    let texts = |record: &csv::StringRecord| record.iter().map(str::to_owned).collect::<Vec<_>>();
    let names = texts(reader.headers().unwrap());
    let rows = reader.records().map(|record| texts(&record.unwrap())).collect();
    Table { names, docs: Vec::new(), kinds: Vec::new(), rows }
}

/// Reads a file of Parquet.
pub fn parquet(folder: &str, name: &str) -> Table {
    let file = File::open(Path::new(folder).join(format!("{name}.parquet"))).unwrap();
    let builder = ParquetRecordBatchReaderBuilder::try_new(file).unwrap();
    let fields = builder.schema().fields().clone();
    let names = fields.iter().map(|field| field.name().clone()).collect();
    let docs = fields.iter().map(|field| field.metadata()["description"].clone()).collect();
    let kinds = fields.iter().map(|field| kind(field.data_type())).collect();
    let rows = builder.build().unwrap().flat_map(|batch| rows(&batch.unwrap())).collect();
    Table { names, docs, kinds, rows }
}

fn kind(of: &DataType) -> &'static str {
    match of {
        DataType::Utf8 => "text",
        DataType::Int64 => "integer",
        DataType::Float64 => "number",
        DataType::Boolean => "true or false",
        DataType::List(of) if of.data_type() == &DataType::Utf8 => "list of texts",
        DataType::List(_) => "list of integers",
        other => panic!("{other}"),
    }
}

fn rows(batch: &RecordBatch) -> Vec<Vec<String>> {
    let row = |row| batch.columns().iter().map(|column| cell(column, row)).collect();
    (0..batch.num_rows()).map(row).collect()
}

fn cell(column: &dyn Array, row: usize) -> String {
    if column.is_null(row) {
        return String::new();
    }
    match column.data_type() {
        DataType::Utf8 => column.as_string::<i32>().value(row).to_owned(),
        DataType::Int64 => column.as_primitive::<Int64Type>().value(row).to_string(),
        DataType::Float64 => column.as_primitive::<Float64Type>().value(row).to_string(),
        DataType::Boolean => column.as_boolean().value(row).to_string(),
        DataType::List(of) => {
            let list = column.as_list::<i32>().value(row);
            let cells: Vec<String> = (0..list.len()).map(|at| cell(&list, at)).collect();
            cells.join(if of.data_type() == &DataType::Utf8 { "; " } else { " " })
        }
        other => panic!("{other}"),
    }
}
