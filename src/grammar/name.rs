//! Owns the names of sources: runs of capitalised words, split into title and name.
//!
//! Leaves out who a name belongs to.

use std::ops::Range;

use crate::{
    grammar::{
        guess::{
            Guess, ORGANIZATIONS, SUFFIXES, family_name, guess, is_acronym, is_first_name,
            is_office, is_second_syllable, is_surname,
        },
        name_start::{JOINTS, OFFICE_JOINTS, OFFICE_WORDS, name_start},
        verb::is_finite,
        words::{
            DEFINITE_ARTICLE, GENITIVE, glued, is_capital, is_comma, is_dash, is_in, is_time, norm,
            tag,
        },
    },
    lexicon::{
        list::List,
        noun::{Gender, Noun, noun},
        opener::is_opener,
        title,
    },
    text::{
        calendar::{MONTHS, WEEKDAYS},
        quoted::PLURAL_ENDINGS,
    },
    token::{document::Document, tag::Tag, tokens::Case},
    vocabulary::kinds::SourceKind,
};

/// Words that count people: `Many Peruvians`.
static COUNTS: List = List::named("count");

/// Adverbs before a name that no comma separates from it.
static ADVERBS: List = List::named("word-before-name");

/// Auxiliaries that open a question.
static ASKS: List = List::named("question-auxiliary");

/// `Street`, which makes a name of the word before it: `Wall Street`.
static STREET: List = List::named("street");

/// `on` inside the name of an office: `Commission on Ethics`; before a time it is none.
static OFFICE_ON: List = List::named("office-on");

/// Marks of a possessive.
static POSSESSIVES: List = List::named("possessive");

/// Irregular plurals in the names of bodies: `Children's Hospital`.
static WHOSE: List = List::named("whose-body");

/// Nouns for a state before `of`: `Islamic Republic of Iran`.
static REALMS: List = List::named("realm");

/// Months that are first names too.
static BEFORE_DAY: List = List::named("before-day");
static NAMED_MONTHS: List = List::named("month-also-name");

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
    /// The name's last word, by which a later mention may call it; `Jr.` is none, and in `Lee Min-seo` the family name
    /// stands first.
    pub fn last<'d>(&self, document: &'d Document) -> &'d str {
        if let Some(family) = family_name(document, &self.tokens) {
            return norm(document, family);
        }
        let mut words = self.tokens.clone().rev().map(|at| norm(document, at));
        let is_name = |word: &&str| {
            let bare = word.trim_end_matches('.');
            !bare.is_empty() && !SUFFIXES.has(bare)
        };
        words.find(is_name).unwrap_or_default()
    }

    /// What an organization of this name may be called: `the newspaper` for a `Times`.
    pub fn called(&self, document: &Document) -> Option<Noun> {
        let word = ORGANIZATIONS.get(norm(document, self.tokens.end.saturating_sub(1))).first()?;
        noun(word.column(1)).filter(|_| self.guess == Guess::Organization)
    }

    /// The given name.
    pub fn given<'d>(&self, document: &'d Document) -> &'d str {
        let family = family_name(document, &self.tokens);
        norm(document, family.map_or(self.tokens.start, |family| family + 1))
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
                if let Some(name) = split_title(document, run, first) {
                    return Some(name);
                }
            } else {
                at += 1;
            }
        }
        None
    })
}

/// The name of an unknown word that opens a sentence without an article, such as `Brennan` in `Brennan
/// disagreed`: nouns hardly ever do.
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

/// Whether a name begins at a token or goes on with it; `first` opens the sentence.
fn starts_name(document: &Document, at: usize, first: usize) -> bool {
    use Tag::{FW, JJ, NN, NNP, NNPS, NNS, VB, VBG, VBN};
    if !is_capital(document, at) {
        return false;
    }
    // In `Would Stanhope go?` taggers take the name for an infinitive.
    let asked = at == first + 1 && is_in(document, first, &ASKS);
    let opens = at == first || matches!(norm(document, at - 1), "\"" | ":" | "-");
    let word = tag(document, at);
    // In `Many Peruvians fear` the first word only counts, in `Meanwhile Jo Li said` it is an adverb.
    let adverb = is_in(document, at, &ADVERBS) && is_capital(document, at + 1);
    if opens && (adverb || is_in(document, at, &COUNTS)) {
        return false;
    }
    let addressed = document.tokens().get(at).is_some_and(|token| document.addresses(token));
    let common = !addressed
        && opens
        && noun(norm(document, at)).is_some_and(|n| n.kind != SourceKind::Group);
    if common && !is_capital(document, at + 1) {
        return false;
    }
    word.is_name()
        || is_acronym(document, at) && !is_acronym(document, at + 1)
        || (!opens && matches!(word, NN | NNS | NNP | NNPS | JJ | FW | VBN | VBG))
        || asked && word == VB
        || opens && is_called(document, at)
        || opens && is_capital(document, at + 1) && matches!(word, NN | JJ | FW)
        || opens && word == NNS && is_acronym(document, at + 1)
        // Taggers take `Ms` without a full stop for a plural.
        || opens && title::is_short(norm(document, at)) && is_capital(document, at + 1)
        || opens && (is_brand(norm(document, at)) || is_in(document, at + 1, &STREET))
        || opens
            && norm(document, at + 1) == "-"
            && is_capital(document, at + 2)
            && glued(document, at + 2)
}

/// Whether a word that may be a verb is the first name of a full name that a verb follows: `Hope Judge said`.
fn is_called(document: &Document, at: usize) -> bool {
    let full = is_first_name(norm(document, at)) && is_capital(document, at + 1);
    full && !is_office(norm(document, at + 1))
        && (is_finite(document, at + 2) || is_comma(document, at + 2))
}

/// Whether a word names one organization by itself, such as `Reuters`, which looks like a plural.
fn is_brand(word: &str) -> bool {
    let row = ORGANIZATIONS.get(word).first();
    row.is_some_and(|row| matches!(row.column(1), "agency" | "network"))
}

/// Where the run of capitalised words that begins at `start` ends.
fn run_end(document: &Document, start: usize, limit: usize) -> usize {
    let mut at = start + 1;
    while at < limit {
        match next_in_run(document, start, at, limit) {
            Some(next) => at = next,
            None => return at,
        }
    }
    at
}

/// Where a run from `start` goes on behind the token `at`; none where it ends before.
fn next_in_run(document: &Document, start: usize, at: usize, limit: usize) -> Option<usize> {
    let word = norm(document, at);
    let office = || names_office(document, start..at);
    if GENITIVE.has(word) && is_person(document, start..at) {
        None
    } else if is_second_syllable(document, at + 2) {
        Some(at + 3)
    } else if word == "\"" && norm(document, at + 2) == "\"" {
        // `Robert “Bobby” Kane`
        let both = at == start + 1 && is_capital(document, at + 1) && is_capital(document, at + 3);
        let given = norm(document, start);
        let person =
            is_first_name(given) || tag(document, start).is_name() && noun(given).is_none();
        (both && person).then_some(at + 4)
    } else if JOINTS.has(word) || matches!(word, "&" | "+" | "-") && !is_dash(document, at) {
        joined(document, at, limit, at + 1)
    } else if POSSESSIVES.has(word) && is_body(document, at) {
        Some(at + 2)
    } else if OFFICE_JOINTS.has(word) && office()
        || OFFICE_ON.has(word) && office() && !is_time(document, at + 1)
    {
        joined(document, at, limit, at + 1)
    } else if DEFINITE_ARTICLE.has(word) {
        None
    } else {
        starts_name(document, at, start).then_some(at + 1)
    }
}

/// Whether a possessive belongs to the name of a body: `National Teachers' Union`, `Children's Hospital`.
fn is_body(document: &Document, mark: usize) -> bool {
    let owner = norm(document, mark - 1);
    let several = norm(document, mark) == "'" && PLURAL_ENDINGS.ends(owner) || WHOSE.has(owner);
    several && is_capital(document, mark + 1) && is_office(norm(document, mark + 1))
}

/// Whether a run is a person, with a first name or a title: `Ravi Shah of Kestrel Capital`, `Dr. Shah of Leeds`.
fn is_person(document: &Document, run: Range<usize>) -> bool {
    let last = norm(document, run.end - 1);
    let first = run.end.checked_sub(2).filter(|first| *first >= run.start);
    let title = norm(document, run.start);
    let titled = run.len() > 1 && title::of(title).is_some();
    // In `Bernhard Koch of Metzler` both words are unknown.
    let unknown = |at: usize| tag(document, at).is_name() && noun(norm(document, at)).is_none();
    let bare = run.len() == 2 && run.clone().all(unknown) && !REALMS.has(last);
    let given = is_first_name(title) && run.len() > 1;
    // `Holm of the Times`, where `Holm said` stands too.
    let token = document.tokens().get(run.start).filter(|_| run.len() == 1 && unknown(run.start));
    let surname = token.is_some_and(|token| is_surname(title) || document.calls_alone(token));
    (titled
        || bare
        || given
        || surname
        || first.is_some_and(|at| is_first_name(norm(document, at))))
        && !is_office(last)
        && noun(last).is_none()
}

/// Where a name goes on after a small word at `at`: `Department of the Interior`, `Walid al-Amr`, `Ana de la Cruz`.
fn joined(document: &Document, at: usize, limit: usize, next: usize) -> Option<usize> {
    // `Walid al-Amr`
    let next = next + usize::from(norm(document, next) == "-" && !is_dash(document, next));
    let next = next
        + usize::from(is_in(document, next, &DEFINITE_ARTICLE) || is_in(document, next, &JOINTS));
    let office = !is_in(document, at, &GENITIVE) || !ends_with_role(document, at);
    (next < limit && office && is_capital(document, next)).then_some(next + 1)
}

fn ends_with_role(document: &Document, at: usize) -> bool {
    at.checked_sub(1).is_some_and(|at| noun(norm(document, at)).is_some_and(|n| n.is_human()))
}

fn names_office(document: &Document, run: Range<usize>) -> bool {
    run.into_iter().any(|at| is_in(document, at, &OFFICE_WORDS))
}

/// Splits a run into title and name; none where it is only a title.
fn split_title(document: &Document, run: Range<usize>, first: usize) -> Option<Name> {
    // `R-Ohio` is a party and a state, `T-Rex` is none.
    if matches!(norm(document, run.start), "d" | "i" | "r") && norm(document, run.start + 1) == "-"
    {
        return None;
    }
    let run = without_days(document, run);
    let (start, led) = name_start(document, &run)?;
    let (titled, tokens) = (run.start..start, start..run.end);
    if is_day(norm(document, tokens.end - 1)) {
        return None;
    }
    let gender = titled.clone().find_map(|at| title::of(norm(document, at)).flatten());
    let before = titled.start.checked_sub(1).filter(|before| *before >= first);
    let article = before.is_some_and(|at| is_in(document, at, &DEFINITE_ARTICLE));
    // In `the Weiss campaign`, `the Ana Weiss story` the article belongs to the noun.
    let modifies = (tokens.len() == 1 || is_first_name(norm(document, tokens.start)))
        && matches!(tag(document, tokens.end), Tag::NN | Tag::NNS)
        && !is_office(norm(document, tokens.start));
    let article = article && !modifies && !led;
    let last = titled.clone().rev().find(|at| title::of(norm(document, *at)).is_some());
    let noble = title::is_short(norm(document, tokens.start))
        && tokens.len() > 2
        && is_in(document, tokens.start + 1, &GENITIVE);
    let person = led || noble || last.is_some_and(|at| !title::fits_firms(norm(document, at)));
    let guess = guess(document, &tokens, person, article);
    Some(Name { tokens, title: titled, article, guess, gender })
}

/// A run without a day at its ends: `Ms. Li Thursday said`, `on Monday Li said`; not in `at the Monday Club`.
fn without_days(document: &Document, mut run: Range<usize>) -> Range<usize> {
    let day = |at: usize| WEEKDAYS.has(norm(document, at));
    let date = |at: usize| day(at) || MONTHS.has(norm(document, at));
    run.end -= usize::from(run.len() > 1 && day(run.end - 1));
    if run.len() > 2 && is_in(document, run.start, &BEFORE_DAY) && date(run.start + 1) {
        run.start += 1;
    }
    let told = is_in(document, run.start.wrapping_sub(1), &BEFORE_DAY) && date(run.start);
    run.start += usize::from(run.len() > 2 && day(run.start) || run.len() > 1 && told);
    run
}

/// Whether a word names a day or a month and nobody: `May` and `April` may be somebody.
fn is_day(word: &str) -> bool {
    WEEKDAYS.has(word) || MONTHS.has(word) && !NAMED_MONTHS.has(word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_found_where_the_golden_file_marks_them() {
        crate::grammar::cases::check(include_str!("../../tests/golden/names/names.txt"), |words| {
            let document = words.document();
            let role = |guess| match guess {
                Guess::Person => "person",
                Guess::Organization => "organization",
                Guess::Open => "name",
            };
            names(document, 0..document.tokens().len())
                .map(|name| (document.span(name.title.start..name.tokens.end), role(name.guess)))
                .collect()
        });
    }
}
