//! Owns titles: the words right before a name that say who it is, as `Ms.` or `minister`.

use std::sync::LazyLock;

use crate::lexicon::{
    self, Index,
    noun::{Gender, Noun, noun},
};

/// A title in lower case: none where it is no title, else whom it names if it says so.
pub fn of(word: &str) -> Option<Option<Gender>> {
    let bare = word.trim_end_matches('.');
    let listed = TITLES.get(bare).first().copied();
    let science = ["ologist", "ographer", "ometrist"].iter().any(|end| bare.ends_with(end));
    listed.or_else(|| science.then_some(None)).or_else(|| {
        noun(bare).filter(|noun| Noun::is_human(noun) && !noun.plural).map(|n| n.gender)
    })
}

/// Whether a word is a title and nothing else, such as `Dr.`.
pub fn is_short(word: &str) -> bool {
    TITLES.contains(word.trim_end_matches('.'))
}

/// Whether a role may be a firm's as well as a person's: `rival Helion`.
pub fn fits_firms(role: &str) -> bool {
    #[rustfmt::skip]
    const ROLES: [&str; 16] = [
        "builder", "competitor", "contractor", "developer", "maker", "manufacturer", "neighbour",
        "operator", "owner", "partner", "promoter", "publisher", "retailer", "rival", "sponsor",
        "supplier",
    ];
    ROLES.contains(&role)
}

static TITLES: LazyLock<Index<Option<Gender>>> = LazyLock::new(|| {
    let rows = lexicon::rows(include_str!("en/titles.txt"));
    rows.map(|row| (row.column(0), Gender::read(row.column(1)))).collect()
});
