//! Owns titles: words right before a name that say who it is, such as `Ms.` or `minister`.

use std::sync::LazyLock;

use crate::lexicon::{
    self, Index,
    list::List,
    noun::{Gender, Noun, noun},
};

/// What a word in small letters says as a title: the gender it names, if any; none where it is no title.
pub fn of(word: &str) -> Option<Option<Gender>> {
    let bare = word.trim_end_matches('.');
    let listed = TITLES.get(bare).first().copied();
    let science = SCIENCE_ENDINGS.ends(bare);
    listed.or_else(|| science.then_some(None)).or_else(|| {
        noun(bare).filter(|noun| Noun::is_human(noun) && !noun.plural).map(|n| n.gender)
    })
}

/// Whether a word is a title and nothing else, such as `Dr.`.
pub fn is_short(word: &str) -> bool {
    TITLES.contains(word.trim_end_matches('.'))
}

/// Whether a firm may have a role as well as a person: `rival Helion`.
pub fn fits_firms(role: &str) -> bool {
    FIRM_ROLES.has(role)
}

/// Endings of words for scientists: `geologist`.
static SCIENCE_ENDINGS: List = List::named("science-title-ending");

/// Roles that a firm may have.
static FIRM_ROLES: List = List::named("firm-role");

static TITLES: LazyLock<Index<Option<Gender>>> = LazyLock::new(|| {
    let whole = lexicon::rows(include_str!("en/titles.txt"));
    let whole = whole.map(|row| (row.column(0), Gender::read(row.column(1))));
    let short = lexicon::rows(lexicon::ABBREVIATIONS).filter(|row| !row.column(2).is_empty());
    whole.chain(short.map(|row| (row.column(0), Gender::read(row.column(2))))).collect()
});
