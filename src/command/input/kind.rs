//! Owns what kind of file an input is: by its name's ending, or by how it begins.

use std::path::Path;

/// What a file holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A JSON object on each line.
    Lines,
    /// Comma-separated values under a row of names.
    Csv,
    /// The same between tabs.
    Tsv,
    /// A Parquet table.
    Parquet,
    /// A page.
    Html,
    /// Plain text.
    Text,
}

impl Kind {
    /// The kind that `--from` names.
    ///
    /// # Errors
    ///
    /// Lists the names that there are.
    pub fn from_name(name: &str) -> Result<Self, String> {
        let kind = Self::by_ending(name);
        kind.ok_or_else(|| "it is none of jsonl, csv, tsv, parquet, html, text, md".to_owned())
    }

    /// The kind that the name of a file tells; the ending of a compression is passed over.
    pub fn of_name(path: &Path) -> Option<Self> {
        let name = path.file_name()?.to_string_lossy().to_ascii_lowercase();
        let name = name.strip_suffix(".gz").or(name.strip_suffix(".zst")).unwrap_or(&name);
        Self::by_ending(name.rsplit_once('.')?.1)
    }

    /// The kind that the first bytes tell.
    pub fn of_start(start: &[u8]) -> Self {
        let start = start.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(start).trim_ascii_start();
        match start.first() {
            _ if start.starts_with(b"PAR1") => Self::Parquet,
            None | Some(b'{' | b'[') => Self::Lines,
            Some(b'<') => Self::Html,
            _ => Self::Text,
        }
    }

    /// Whether files of this kind hold many records.
    pub const fn is_records(self) -> bool {
        matches!(self, Self::Lines | Self::Csv | Self::Tsv | Self::Parquet)
    }

    fn by_ending(ending: &str) -> Option<Self> {
        Some(match ending {
            "jsonl" | "ndjson" | "json" => Self::Lines,
            "csv" => Self::Csv,
            "tsv" => Self::Tsv,
            "parquet" => Self::Parquet,
            "html" | "htm" | "xhtml" => Self::Html,
            // Signs of Markdown are read as the words they stand between.
            "txt" | "text" | "md" | "markdown" => Self::Text,
            _ => return None,
        })
    }
}
