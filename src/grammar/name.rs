//! Owns names: runs of capitalised words, parted into title and name.
//!
//! Who a name belongs to is left to `cast.rs`.

use std::ops::Range;

use crate::{
    grammar::{
        guess::{
            Guess, ORGANIZATIONS, guess, is_acronym, is_first_name, is_office, is_place, joins,
        },
        words::{is_capital, is_time, norm, tag},
    },
    lexicon::{
        noun::{Gender, Noun, noun},
        opener::is_opener,
        title,
    },
    token::{document::Document, tag::Tag, tokens::Case},
};

/// A name in the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Name {
    /// The name, without title and article.
    pub tokens: Range<usize>,
    /// The title right before it, such as `Ms.` or `Foreign Minister`; often empty.
    pub title: Range<usize>,
    /// Whether `the` stands before it.
    pub article: bool,
    /// What its own words say it is.
    pub guess: Guess,
    /// What its title says.
    pub gender: Option<Gender>,
}

impl Name {
    /// The name's last word, by which a later mention may call it; `Jr.` is none.
    pub fn last<'d>(&self, document: &'d Document) -> &'d str {
        let mut words = self.tokens.clone().rev().map(|at| norm(document, at));
        let suffix = |word: &&str| {
            !matches!(word.trim_end_matches('.'), "jr" | "sr" | "ii" | "iii" | "iv" | "")
        };
        words.find(suffix).unwrap_or_default()
    }

    /// What an organization of this name may be called: `the newspaper` for a `Times`.
    pub fn called(&self, document: &Document) -> Option<Noun> {
        let word = ORGANIZATIONS.get(norm(document, self.tokens.end.saturating_sub(1))).first()?;
        noun(word.column(1)).filter(|_| self.guess == Guess::Organization)
    }

    /// The name's first word.
    pub fn first<'d>(&self, document: &'d Document) -> &'d str {
        norm(document, self.tokens.start)
    }
}

/// The names among some tokens of one sentence, in order.
pub fn names(document: &Document, tokens: Range<usize>) -> impl Iterator<Item = Name> {
    let own = document.sentences().get(document.sentence_of(tokens.start));
    let first = own.map_or(tokens.start, |sentence| sentence.tokens.start);
    let mut at = tokens.start;
    std::iter::from_fn(move || {
        while at < tokens.end {
            if starts_name(document, at, first) {
                let run = at..run_end(document, at, tokens.end);
                at = run.end;
                if let Some(name) = part(document, run, first) {
                    return Some(name);
                }
            } else {
                at += 1;
            }
        }
        None
    })
}

/// A word that opens a sentence and says something, such as `Brennan` in `Brennan disagreed`: with no
/// article before it, hardly any noun does.
pub fn bare(document: &Document, at: usize) -> Option<Name> {
    let token = document.tokens().get(at)?;
    let word = document.norm(token);
    let unknown = matches!(token.tag, Tag::NN | Tag::JJ | Tag::FW) && noun(word).is_none();
    let opens = document.sentences().get(document.sentence_of(at))?.tokens.start == at;
    (opens && unknown && token.case == Case::Title && !is_opener(word)).then(|| Name {
        tokens: at..at + 1,
        title: at..at,
        article: false,
        guess: guess(document, &(at..at + 1), false, false),
        gender: None,
    })
}

/// Words that open a question.
const ASKS: [&str; 9] = ["can", "could", "did", "do", "does", "must", "shall", "should", "would"];

fn starts_name(document: &Document, at: usize, first: usize) -> bool {
    use Tag::{FW, JJ, NN, NNP, NNPS, NNS, VB, VBG, VBN};
    if !is_capital(document, at) {
        return false;
    }
    // `Would Stanhope go?`: taggers take the name for an infinitive.
    let asked = at == first + 1 && ASKS.contains(&norm(document, first));
    let opens = at == first || matches!(norm(document, at - 1), "\"" | ":" | "-");
    let word = tag(document, at);
    let common =
        opens && noun(norm(document, at)).is_some_and(|n| n.kind != crate::SourceKind::Group);
    if common && !is_capital(document, at + 1) {
        return false;
    }
    word.is_name()
        || is_acronym(document, at) && !is_acronym(document, at + 1)
        || (!opens && matches!(word, NN | NNS | NNP | NNPS | JJ | FW | VBN | VBG))
        || asked && word == VB
        || opens && is_capital(document, at + 1) && matches!(word, NN | JJ | FW)
        || opens && word == NNS && is_acronym(document, at + 1)
        || opens && (is_brand(norm(document, at)) || norm(document, at + 1) == "street")
}

/// Whether a word names one organization by itself, such as `Reuters`, which looks like a plural.
fn is_brand(word: &str) -> bool {
    let row = ORGANIZATIONS.get(word).first();
    row.is_some_and(|row| matches!(row.column(1), "agency" | "network"))
}

fn run_end(document: &Document, start: usize, limit: usize) -> usize {
    let mut at = start + 1;
    while at < limit {
        let next = match norm(document, at) {
            "of" if is_person(document, start..at) => None,
            "of" | "&" | "+" | "-" | "de" | "van" | "von" | "der" | "al" | "bin" | "la" | "el"
            | "du" => joined(document, at, limit, at + 1),
            "'" | "'s" if is_body(document, at) => Some(at + 2),
            "and" | "for" if names_office(document, start..at) => {
                joined(document, at, limit, at + 1)
            }
            "on" if names_office(document, start..at) && !is_time(document, at + 1) => {
                joined(document, at, limit, at + 1)
            }
            "the" => None,
            _ => starts_name(document, at, start).then_some(at + 1),
        };
        match next {
            Some(next) => at = next,
            None => return at,
        }
    }
    at
}

/// `National Teachers' Union`, `Children's Hospital`: whose it is belongs to the name of a body.
fn is_body(document: &Document, mark: usize) -> bool {
    const WHOSE: [&str; 6] = ["children", "king", "men", "people", "queen", "women"];
    let owner = norm(document, mark - 1);
    let several = norm(document, mark) == "'" && owner.ends_with('s') || WHOSE.contains(&owner);
    several && is_capital(document, mark + 1) && is_office(norm(document, mark + 1))
}

/// `Ravi Shah of Kestrel Capital`, `Dr. Shah of Leeds`: a first name or a title and a surname stand before.
fn is_person(document: &Document, run: Range<usize>) -> bool {
    let last = norm(document, run.end - 1);
    let first = run.end.checked_sub(2).filter(|first| *first >= run.start);
    let title = norm(document, run.start);
    let titled =
        run.len() > 1 && title::is_short(title) || run.len() > 2 && title::of(title).is_some();
    // `Bernhard Koch of Metzler`: two words that nothing else is called by.
    let unknown = |at: usize| tag(document, at) == Tag::NNP && noun(norm(document, at)).is_none();
    let bare = run.len() == 2 && run.clone().all(unknown) && !is_realm(last);
    (titled || bare || first.is_some_and(|at| is_first_name(norm(document, at))))
        && !is_office(last)
        && noun(last).is_none()
}

/// `Islamic Republic of Iran`
fn is_realm(word: &str) -> bool {
    const REALMS: [&str; 8] =
        ["commonwealth", "emirate", "kingdom", "republic", "state", "states", "territory", "union"];
    REALMS.contains(&word)
}

/// A small word inside a name: `Department of the Interior`, `Walid al-Amr`.
fn joined(document: &Document, at: usize, limit: usize, next: usize) -> Option<usize> {
    let next = if norm(document, next) == "the" { next + 1 } else { next };
    let office = norm(document, at) != "of" || !ends_with_role(document, at);
    (next < limit && office && is_capital(document, next)).then_some(next + 1)
}

fn ends_with_role(document: &Document, at: usize) -> bool {
    at.checked_sub(1).is_some_and(|at| noun(norm(document, at)).is_some_and(|n| n.is_human()))
}

fn names_office(document: &Document, run: Range<usize>) -> bool {
    const WORDS: [&str; 24] = [
        "agency",
        "alliance",
        "arts",
        "association",
        "campaign",
        "center",
        "centers",
        "centre",
        "coalition",
        "commission",
        "committee",
        "department",
        "education",
        "fire",
        "food",
        "health",
        "institute",
        "ministry",
        "office",
        "organization",
        "research",
        "revenue",
        "science",
        "trade",
    ];
    run.into_iter().any(|at| WORDS.contains(&norm(document, at)))
}

/// Parts a run into title and name; none where nothing but a title stands there.
fn part(document: &Document, run: Range<usize>, first: usize) -> Option<Name> {
    // `R-Ohio`: a party and a state.
    if norm(document, run.start).len() == 1 && norm(document, run.start + 1) == "-" {
        return None;
    }
    let run = without_place(document, without_office(document, run));
    let office = is_office(norm(document, run.end - 1));
    // `Health and Safety Executive`, `Observer`: a body's name may end in a role.
    let body = joins(document, &run) || ORGANIZATIONS.contains(norm(document, run.end - 1));
    let split = run.clone().rev().find(|at| title::of(norm(document, *at)).is_some());
    let split = split.filter(|at| !body || at + 1 < run.end);
    let start = match split {
        Some(at)
            if at + 1 < run.end
                && (!office || run.end - at == 1 || is_plain_title(norm(document, at))) =>
        {
            at + 1
        }
        Some(at)
            if at + 1 == run.end && at > run.start && title::is_short(norm(document, at - 1)) =>
        {
            at
        }
        Some(at) if at + 1 == run.end && !is_surname(document, &run) => return None,
        _ => run.start,
    };
    let start = skip_emeritus(document, start, run.end);
    let (titled, tokens) = (run.start..start, start..run.end);
    if is_day(norm(document, tokens.end - 1)) {
        return None;
    }
    let gender = titled.clone().find_map(|at| title::of(norm(document, at)).flatten());
    let before = titled.start.checked_sub(1).filter(|before| *before >= first);
    let article = before.is_some_and(|at| norm(document, at) == "the");
    // `the Weiss campaign` is named after somebody, who has no article.
    let modifies = tokens.len() == 1
        && matches!(tag(document, tokens.end), Tag::NN | Tag::NNS)
        && !is_office(norm(document, tokens.start));
    let article = article && !modifies;
    let last = titled.clone().next_back().filter(|_| split.is_some());
    let person = last.is_some_and(|at| !title::fits_firms(norm(document, at)));
    let guess = guess(document, &tokens, person, article);
    Some(Name { tokens, title: titled, article, guess, gender })
}

/// `Sunday`, `Earlier Wednesday` and `January` name nobody; `May` and `April` may.
fn is_day(word: &str) -> bool {
    #[rustfmt::skip]
    const DAYS: [&str; 14] = [
        "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
        "january", "february", "july", "september", "october", "november", "december",
    ];
    DAYS.contains(&word)
}

/// Whether the role that ends a run is a surname: `Tomas Dean`, not `Prime Minister`.
fn is_surname(document: &Document, run: &Range<usize>) -> bool {
    let first = norm(document, run.start);
    let known =
        noun(first).is_some() || title::of(first).is_some() || is_office(first) || is_place(first);
    let adjective = matches!(tag(document, run.start), Tag::JJ | Tag::NN);
    let article = matches!(norm(document, run.start.wrapping_sub(1)), "the" | "a" | "an");
    is_first_name(first)
        || run.len() == 2
            && !known
            && !adjective
            && !article
            && !matches!(first, "prime" | "vice" | "attorney" | "chief" | "deputy" | "foreign")
}

/// Whether a title is no part of a firm's name: `Ms.`, `developer`.
fn is_plain_title(word: &str) -> bool {
    title::is_short(word) || title::fits_firms(word)
}

fn skip_emeritus(document: &Document, at: usize, end: usize) -> usize {
    let skips = matches!(norm(document, at), "emeritus" | "emerita" | "designate" | "elect");
    if skips && at + 1 < end { at + 1 } else { at }
}

/// `State Anna Weiss`, the end of `Secretary of State Anna Weiss`.
fn without_office(document: &Document, run: Range<usize>) -> Range<usize> {
    let first = run.clone().find(|at| is_first_name(norm(document, *at)));
    let known = |at: usize| {
        let word = norm(document, at);
        is_office(word) || is_place(word) || noun(word).is_some()
    };
    match first {
        Some(at) if at > run.start && at + 1 < run.end && (run.start..at).all(known) => at..run.end,
        _ => run,
    }
}

/// `United States Walid Odeh` at the end of a longer phrase: the place is no part of the name.
fn without_place(document: &Document, run: Range<usize>) -> Range<usize> {
    let place = run.clone().take(2).rfind(|at| is_place(norm(document, *at)));
    let person = |at: usize| is_first_name(norm(document, at)) || !is_capital(document, at);
    match place {
        Some(at) if run.end - at > 2 && person(at + 1) => at + 1..run.end,
        _ => run,
    }
}
