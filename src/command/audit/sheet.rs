//! Owns the tables as people read them: headings, rows and order are those of the desk's report (`www/audit/written.js`).

use saidso::audit::{
    record::Naming,
    repeat::Repeats,
    table::{By, Row, Table},
    tally::Group,
};

/// A table with its heading.
pub struct Sheet {
    /// What stands above it.
    pub title: &'static str,
    /// The names of its columns.
    pub head: Vec<&'static str>,
    /// Its rows.
    pub rows: Vec<Vec<Cell>>,
    /// What stands below it.
    pub note: &'static str,
}

/// What stands in a cell.
pub enum Cell {
    /// Words.
    Words(String),
    /// A number, shown as such.
    Number(u64),
}

/// Where there are more days than this, articles are counted by months.
const MOST_DAYS: usize = 62;

const WHO: &str = "The same whole name is taken for the same source; two people of one name would be counted together. \
                   Last names and initials alone stand apart below.";

/// How many articles and named sources there are.
pub fn sum(table: &Table) -> String {
    let several =
        |n: u64, one: &str| format!("{} {one}{}", number(n), if n == 1 { "" } else { "s" });
    let sources = table.sources.len() as u64;
    let sums = [several(table.articles, "article"), several(sources, "named source")];
    sums.into_iter().chain(repeats(table.repeats)).collect::<Vec<_>>().join(" · ")
}

/// How many articles have the id of another, where some have. Each is counted.
pub fn repeats(Repeats { articles, about }: Repeats) -> Option<String> {
    let about = if about { "about " } else { "" };
    let verb = if articles == 1 { "repeats" } else { "repeat" };
    (articles > 0).then(|| format!("{about}{} {verb} the id of another", number(articles)))
}

/// All tables that have rows.
pub fn sheets(table: &Table) -> Vec<Sheet> {
    let mut all = vec![who(table), namings(table), articles(table)];
    let days =
        table.groups.iter().find(|(by, _)| *by == By::Date).map_or(0, |(_, rows)| rows.len());
    let time = if days > MOST_DAYS { By::Month } else { By::Date };
    let shown = |by: By| !matches!(by, By::Date | By::Month) || by == time;
    let groups = table.groups.iter().filter(|(by, _)| shown(*by));
    all.extend(groups.map(|(by, rows)| group(*by, rows)));
    all.extend([cues(table), apart(table)]);
    all.retain(|sheet| !sheet.rows.is_empty());
    all
}

fn who(table: &Table) -> Sheet {
    let row = |row: &Row| {
        let mut cells = named(row);
        cells.insert(1, words(row.descriptions.first().map_or("", String::as_str)));
        cells.extend([Cell::Number(row.said.words), Cell::Words(percent(row.share))]);
        cells
    };
    let head = vec!["Source", "Described as", "Articles", "Statements", "Words", "Share of words"];
    Sheet { title: "Who is quoted", head, rows: table.sources.iter().map(row).collect(), note: WHO }
}

fn namings(table: &Table) -> Sheet {
    let name = |naming| match naming {
        Naming::Named => "named",
        Naming::Document => "document",
        Naming::Role => "role only",
        Naming::Unnamed => "unnamed",
        Naming::Unclear => "unclear",
    };
    let rows = table.namings.iter().map(|(naming, said)| {
        vec![words(name(*naming)), Cell::Number(said.statements), Cell::Number(said.words)]
    });
    let head = vec!["How sources are named", "Statements", "Words"];
    Sheet { title: "How sources are named", head, rows: rows.collect(), note: "" }
}

fn articles(table: &Table) -> Sheet {
    let rows = table.most.iter().map(|one| {
        let numbers = [one.sources, one.statements, one.unnamed, one.unsourced];
        let title = if one.title.is_empty() { "no title, no id" } else { &one.title };
        [words(title)].into_iter().chain(numbers.map(Cell::Number)).collect()
    });
    let head =
        vec!["Article", "Sources", "Statements", "Without a name", "Claims without a source"];
    Sheet { title: "Articles", head, rows: rows.collect(), note: "" }
}

fn group(by: By, groups: &[(String, Group)]) -> Sheet {
    let title = match by {
        By::Outlet => "By outlet",
        By::Section => "By section",
        By::Author => "By author",
        By::Date | By::Month => "By date",
    };
    let rows = groups.iter().map(|(name, group)| {
        let name = if name.is_empty() { "not said" } else { name };
        let numbers = [group.articles, group.statements, group.unnamed, group.unsourced];
        [words(name)].into_iter().chain(numbers.map(Cell::Number)).collect()
    });
    let head = vec![title, "Articles", "Statements", "Without a name", "Claims without a source"];
    Sheet { title, head, rows: rows.collect(), note: "" }
}

fn cues(table: &Table) -> Sheet {
    let rows = table.cues.iter().map(|(cue, n)| vec![words(cue), Cell::Number(*n)]);
    Sheet { title: "Cue words", head: vec!["Cue words", "Times"], rows: rows.collect(), note: "" }
}

fn apart(table: &Table) -> Sheet {
    let row = |row: &Row| {
        let mut cells = named(row);
        cells.push(Cell::Words(row.maybe.join(", ")));
        cells
    };
    let head = vec!["Source", "Articles", "Statements", "May be"];
    Sheet { title: "Left apart", head, rows: table.apart.iter().map(row).collect(), note: "" }
}

fn named(row: &Row) -> Vec<Cell> {
    vec![words(&row.name), Cell::Number(row.articles), Cell::Number(row.said.statements)]
}

fn words(words: &str) -> Cell {
    Cell::Words(words.to_owned())
}

impl Cell {
    /// As it is shown.
    pub fn shown(&self) -> String {
        match self {
            Self::Words(words) => words.clone(),
            Self::Number(n) => number(*n),
        }
    }

    /// Whether it is a number.
    pub const fn is_number(&self) -> bool {
        matches!(self, Self::Number(_))
    }
}

/// A number with commas between thousands.
fn number(n: u64) -> String {
    let digits = n.to_string();
    let mut shown = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            shown.push(',');
        }
        shown.push(digit);
    }
    shown
}

/// Ten thousandths are rounded first, as the desk does.
fn percent(share: f64) -> String {
    format!("{}%", ((share * 10_000.0).round() as u64 + 50) / 100)
}
