//! Owns the audit as a page that stands alone: no script, nothing to be loaded, fit for paper.

use std::{
    fmt,
    io::{self, Write},
};

use saidso::audit::table::Table;

use super::sheet::{Sheet, sheets, sum};

const HEAD: &str = r#"<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>Source audit – saidso</title>
<style>
:root { color-scheme: light dark; font: 1.0625rem/1.6 Georgia, "Times New Roman", serif; }
body { max-width: 66ch; margin: 2rem auto; padding: 0 1rem; }
h1, h2 { line-height: 1.25; margin: 1.6em 0 0.4em; }
section, footer { border-top: 1px solid; margin-top: 2rem; font: 0.9375rem/1.5 system-ui, sans-serif; }
footer { padding-top: 0.5rem; }
table { border-collapse: collapse; }
th { text-align: start; vertical-align: bottom; padding: 0.2em 1em 0.2em 0; }
td { border-bottom: 1px solid; padding: 0.2em 1em 0.2em 0; vertical-align: top; }
.number { text-align: end; font-variant-numeric: tabular-nums; }
@media print {
	:root { font-size: 10.5pt; color-scheme: light; }
	body { max-width: none; margin: 0; padding: 0; }
	h1, h2 { break-after: avoid; }
	thead { display: table-header-group; }
	tr { break-inside: avoid; }
}
</style>
</head>
<body>
<main>
<h1>Source audit</h1>
"#;

const FOOT: &str = "</main>
<footer>Marked with saidso. Marks can be wrong.</footer>
</body>
</html>
";

/// Words as text between tags or in an attribute.
struct Escaped<'w>(&'w str);

impl fmt::Display for Escaped<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for c in self.0.chars() {
            match c {
                '&' => f.write_str("&amp;")?,
                '<' => f.write_str("&lt;")?,
                '>' => f.write_str("&gt;")?,
                '"' => f.write_str("&quot;")?,
                '\'' => f.write_str("&#39;")?,
                _ => write!(f, "{c}")?,
            }
        }
        Ok(())
    }
}

/// Writes the page.
pub fn write(out: &mut impl Write, table: &Table) -> io::Result<()> {
    writeln!(out, "{HEAD}<p>{}</p>", Escaped(&sum(table)))?;
    for sheet in sheets(table) {
        section(out, &sheet)?;
    }
    out.write_all(FOOT.as_bytes())
}

fn section(out: &mut impl Write, sheet: &Sheet) -> io::Result<()> {
    writeln!(out, "<section>\n<h2>{}</h2>\n<table>\n<thead><tr>", Escaped(sheet.title))?;
    for name in &sheet.head {
        write!(out, "<th scope=\"col\">{}</th>", Escaped(name))?;
    }
    writeln!(out, "</tr></thead>\n<tbody>")?;
    for row in &sheet.rows {
        write!(out, "<tr>")?;
        for cell in row {
            let class = if cell.is_number() { " class=\"number\"" } else { "" };
            write!(out, "<td{class}>{}</td>", Escaped(&cell.shown()))?;
        }
        writeln!(out, "</tr>")?;
    }
    writeln!(out, "</tbody>\n</table>")?;
    if !sheet.note.is_empty() {
        writeln!(out, "<p>{}</p>", Escaped(sheet.note))?;
    }
    writeln!(out, "</section>")
}
