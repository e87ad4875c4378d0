//! Owns what is noted while an input is read, and told when it has been: it is no error, and nobody should miss it.

use std::{
    collections::BTreeMap,
    path::Path,
    sync::{
        Mutex, PoisonError,
        atomic::{AtomicU64, Ordering::Relaxed},
    },
};

use indicatif::HumanCount;

use super::{Names, Record, compression};
use crate::say::say;

/// So many endings are named.
const MOST: usize = 8;

/// What is noted.
pub struct Notes {
    /// The bytes that are read.
    pub read: AtomicU64,
    /// Files in folders that are passed over, by their endings.
    passed: Mutex<BTreeMap<String, u64>>,
    /// Records without the id that was asked for.
    nameless: AtomicU64,
}

impl Notes {
    /// Nothing yet.
    pub const fn new() -> Self {
        let (read, nameless) = (AtomicU64::new(0), AtomicU64::new(0));
        Self { read, passed: Mutex::new(BTreeMap::new()), nameless }
    }

    /// Notes a file whose name does not tell that it holds articles.
    pub fn pass(&self, path: &Path) {
        let name = path.file_name().unwrap_or_default().to_string_lossy().to_lowercase();
        let packed = compression::ending(path).unwrap_or_default();
        let bare = name.strip_suffix(packed).unwrap_or(&name);
        let ending = match bare.rsplit_once('.') {
            Some((_, ending)) => format!(".{ending}{packed}"),
            None if packed.is_empty() => "without an ending".to_owned(),
            None => packed.to_owned(),
        };
        let mut passed = self.passed.lock().unwrap_or_else(PoisonError::into_inner);
        *passed.entry(ending).or_default() += 1;
    }

    /// Notes a record, if it lacks the id that was asked for.
    pub fn see(&self, record: &Record, names: &Names) {
        if names.id.is_some() && record.id.is_null() {
            self.nameless.fetch_add(1, Relaxed);
        }
    }

    /// Tells a person all of it, a line each.
    pub fn tell(&self, names: &Names) {
        let passed = self.passed.lock().unwrap_or_else(PoisonError::into_inner);
        if !passed.is_empty() {
            say(passed_over(&passed));
        }
        let nameless = self.nameless.load(Relaxed);
        if nameless > 0 {
            let records = if nameless == 1 { "record has" } else { "records have" };
            say(format_args!("{} {records} no {:?}, so no id", HumanCount(nameless), names.id()));
        }
    }
}

/// How many files were passed over, the commonest endings first.
fn passed_over(passed: &BTreeMap<String, u64>) -> String {
    let mut endings: Vec<_> = passed.iter().collect();
    endings.sort_by(|a, b| b.1.cmp(a.1).then(a.0.cmp(b.0)));
    let named =
        endings.iter().take(MOST).map(|(ending, n)| format!("{} {ending}", HumanCount(**n)));
    let mut named: Vec<String> = named.collect();
    let more: u64 = endings.iter().skip(MOST).map(|(_, n)| **n).sum();
    named.extend((more > 0).then(|| format!("{} others", HumanCount(more))));
    let all: u64 = passed.values().sum();
    let files = if all == 1 { "file was" } else { "files were" };
    let all = HumanCount(all);
    format!("{all} {files} passed over, as no such ending is read: {}", named.join(", "))
}
