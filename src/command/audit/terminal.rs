//! Owns the audit as a terminal shows it: the beginning of each table, in columns.

use std::io::{self, Write};

use anstyle::Style;
use saidso::audit::table::Table;
use unicode_segmentation::UnicodeSegmentation;

use super::sheet::{Sheet, sheets, sum};

const HEADING: Style = Style::new().bold();
/// So many rows of a table are shown; `--csv` has all of them.
const FEW: usize = 25;
/// A longer cell is cut.
const WIDEST: usize = 48;

/// Prints the tables.
pub fn print(out: &mut impl Write, table: &Table) -> io::Result<()> {
    writeln!(out, "{}", sum(table))?;
    for sheet in sheets(table) {
        show(out, &sheet)?;
    }
    Ok(())
}

fn show(out: &mut impl Write, sheet: &Sheet) -> io::Result<()> {
    writeln!(out, "\n{HEADING}{}{HEADING:#}", sheet.title)?;
    let head: Vec<String> = sheet.head.iter().map(|&name| name.to_owned()).collect();
    let rows = sheet.rows.iter().take(FEW);
    let cells: Vec<Vec<String>> =
        rows.map(|row| row.iter().map(|cell| brief(&cell.shown())).collect()).collect();
    let width = |column: usize| {
        let all = cells.iter().chain([&head]).filter_map(|row| row.get(column));
        all.map(|cell| letters(cell)).max().unwrap_or_default()
    };
    let widths: Vec<usize> = (0..head.len()).map(width).collect();
    let right: Vec<bool> =
        sheet.rows.first().into_iter().flatten().map(|cell| cell.is_number()).collect();
    for row in [&head].into_iter().chain(&cells) {
        writeln!(out, "{}", line(row, &widths, &right).trim_end())?;
    }
    match sheet.rows.len() {
        ..=FEW => Ok(()),
        all => writeln!(out, "… and {} more", all - FEW),
    }
}

fn line(row: &[String], widths: &[usize], right: &[bool]) -> String {
    let mut line = String::new();
    for ((cell, width), right) in row.iter().zip(widths).zip(right) {
        let room = " ".repeat(width.saturating_sub(letters(cell)));
        let (before, after) = if *right { (&*room, "") } else { ("", &*room) };
        line.extend([before, cell, after, "  "]);
    }
    line
}

fn letters(words: &str) -> usize {
    words.graphemes(true).count()
}

fn brief(words: &str) -> String {
    // A title may hold what would move the terminal's cursor.
    let words = &words.replace(char::is_control, " ");
    if letters(words) <= WIDEST {
        return words.to_owned();
    }
    words.graphemes(true).take(WIDEST - 1).chain(["…"]).collect()
}
