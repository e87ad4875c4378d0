//! Owns the head of a source phrase: a name, a pronoun, a noun, or several sources at once.

use std::ops::Range;

use crate::{
    grammar::{
        description::{affiliation, main_noun},
        epithet::{Phrase, is_epithet},
        guess::{Guess, is_acronym},
        name::{self, Name, names},
        name_start::{PLURALS, holds_office},
        premodifier::{is_joint, opening},
        several::{are_several, is_several},
        words::{
            ARTICLES, GENITIVE, SUBJECT_PRONOUNS, WHO, is_capital, is_comma, is_dash, is_in,
            is_mark, is_time, norm, tag,
        },
    },
    lexicon::{
        list::List,
        noun::{Noun, noun},
        title,
    },
    token::{document::Document, tag::Tag},
    vocabulary::kinds::SourceKind,
};

/// What heads a source phrase.
#[derive(Clone, Debug, PartialEq)]
pub enum Head {
    /// `spokesperson Walid Odeh of Relay, a former judge`: a name, with the words that describe who that is.
    Name(Name, Vec<Range<usize>>),
    /// `she`, `who`: a pronoun.
    Pronoun(usize),
    /// `the ministry`, `sources familiar with the talks`: a noun phrase.
    Phrase(Phrase),
    /// `Ms. Li and the mayor`: several sources.
    Several,
}

/// Pronouns that are a source by themselves.
/// The noun for somebody of whom the text says only `who`.
const PERSON: &str = "person";

static PRONOUNS: List = List::named("source-pronoun");

/// Relative pronouns that are a subject.
static RELATIVE_SUBJECTS: List = List::named("relative-subject");

/// Relative pronouns after a name.
static RELATIVES: List = List::named("relative-after-name");

/// Verbs before a name that is apposed: `a man called Odeh`.
static NAMING: List = List::named("naming-verb");

/// Words at the start of a description that say nothing of somebody.
static SKIPPED: List = List::named("description-lead");

/// Words between people and one of them: `bakers like`.
static EXAMPLES: List = List::named("example-preposition");

/// Marks of a possessive.
static POSSESSIVES: List = List::named("possessive");

/// Pronouns that repeat the source: `Ms. Li herself`.
static REFLEXIVES: List = List::named("reflexive");

/// Words after the head of a phrase: they open what complements it.
static ENDS: List = List::named("head-end");

/// How participles end that taggers take for nouns.
static GERUND_ENDINGS: List = List::named("gerund-ending");

/// Words that make a phrase definite.
static DEFINITE: List = List::named("definite-determiner");

/// Words that count people before `of`: `a number of`, `dozens of`.
static CROWDS: List = List::named("crowd");

/// `one` before `of`, which takes one person out of several.
static ONE: List = List::named("number-one");

/// The most tokens of a phrase that are read, so that the time stays linear; the head stands near the start.
const LONGEST: usize = 64;

/// The head of the phrase that stands at `tokens`.
pub fn head(document: &Document, tokens: Range<usize>) -> Option<Head> {
    let tokens = tokens.start..tokens.end.min(tokens.start + LONGEST);
    let tokens = without_reflexive(document, without_possessive(document, tokens));
    let counted = counted_end(document, &tokens).unwrap_or(tokens.start);
    let end = chunk_end(document, &(counted..tokens.end));
    let end = without_adjunct(document, &(counted..end));
    let last = (tokens.start..end).rev().find(|at| !is_mark(document, *at))?;
    // `the mother-of-two`
    let glued = |back: usize| norm(document, last.wrapping_sub(back)) == "-";
    let of = glued(1) && glued(3) && is_in(document, last - 2, &GENITIVE);
    let last = if of && last >= tokens.start + 4 { last - 4 } else { last };
    if end - tokens.start == 1 && is_in(document, tokens.start, &PRONOUNS)
        || is_address(document, &tokens, last)
    {
        let acronym = is_acronym(document, last);
        if !acronym {
            return Some(Head::Pronoun(last));
        }
    }
    let named: Vec<Name> = names(document, tokens.clone()).collect();
    if let Some(at) = premodified(document, &tokens, &named) {
        return Some(at_name(document, &tokens, &named, at));
    }
    if is_several(document, tokens.start..end) || are_several(document, &tokens, &named, end) {
        return Some(Head::Several);
    }
    let phrase = phrase(document, &tokens, end, last);
    if is_epithet(document, &phrase) {
        return Some(Head::Phrase(phrase));
    }
    // `Labour MPs` are nobody of that name, the House of Lords is.
    let many = is_in(document, last, &PLURALS);
    let body = |name: &Name| name.tokens.clone().any(|at| is_in(document, at, &GENITIVE));
    let own = |name: &Name| name.tokens.contains(&last) && (!many || body(name));
    if let Some(at) = named.iter().position(own) {
        return Some(at_name(document, &tokens, &named, at));
    }
    if end - tokens.start == 1
        && let Some(name) = name::bare(document, last)
    {
        return Some(Head::Name(name, Vec::new()));
    }
    // `One of the plan's drafters, Senator Li`.
    let first = tokens.start;
    let one = is_in(document, first, &ONE) && is_in(document, first + 1, &GENITIVE);
    let single = |noun: Noun| one || !noun.plural;
    let human = phrase.noun.is_none_or(|noun| single(noun) && noun.kind != SourceKind::Document);
    // A name farther on is no body's own: `The firm, based in Dayton, Ohio`.
    let body = phrase.noun.is_some_and(|noun| noun.kind == SourceKind::Organization);
    let near = |name: &Name| !body || name.tokens.start == end + 1;
    // `The French agency, INSEE`
    let names_body = |name: &Name| {
        let closes = name.tokens.end == tokens.end || is_comma(document, name.tokens.end);
        body && closes && name.guess == Guess::Organization && is_comma(document, end)
    };
    let names_it = |name: &&Name| {
        near(name)
            && (is_apposed(document, &tokens, name) || names_body(name))
            && !is_in_clause(document, end..tokens.end, name)
    };
    let apposed = human.then(|| named.iter().find(names_it));
    Some(match apposed.flatten() {
        Some(name) => {
            let words = tokens.start..name.tokens.start;
            Head::Name(name.clone(), described(document, name, words).into_iter().collect())
        }
        None => Head::Phrase(phrase),
    })
}

/// The person that ends a phrase whose other words modify the role before the name, though `and` or `of` stands among
/// them: `Works and Harbours Secretary Ana Brook`. By the place among the names of the phrase.
fn premodified(document: &Document, tokens: &Range<usize>, named: &[Name]) -> Option<usize> {
    let first = tokens.start + usize::from(is_in(document, tokens.start, &ARTICLES));
    let roles = |name: &Name| {
        let role = name.tokens.start.checked_sub(1).filter(|role| *role > first)?;
        let human = title::of(norm(document, role)).is_some();
        let common = tag(document, role) == Tag::NN && !is_capital(document, role);
        let person = name.guess == Guess::Person;
        let full = name.tokens.len() > 1 && name.guess != Guess::Organization || person && human;
        (full && (human || common && person)).then_some(role)
    };
    let found = named.iter().enumerate().find_map(|(at, name)| Some((at, name, roles(name)?)));
    let (at, name, role) = found?;
    let closes = name.tokens.end == tokens.end || is_mark(document, name.tokens.end);
    // In `Leeds PhD student Ana Brook` the degree makes no person.
    let modifier = |own: &Name| own.guess != Guess::Person || own.tokens.end == role;
    let alone = named.iter().take(at).all(modifier);
    let joined = (first..role).any(|at| is_joint(document, at));
    (closes && alone && joined && opening(document, first, role) == first).then_some(at)
}

/// Whether a name belongs to a clause in the words behind a head: `The driver of the bus that hit Carla Nunes`,
/// `A nurse who was followed by a patient, Leonard Quill`, `An official, speaking to the reporter Ana Brook`. In `The clerk who found it, Mara Okoye` it is the head's.
fn is_in_clause(document: &Document, behind: Range<usize>, name: &Name) -> bool {
    let start = name.title.start.min(name.tokens.start);
    let opens = |at: usize| {
        let participle = matches!(tag(document, at), Tag::VBG | Tag::VBN);
        matches!(tag(document, at), Tag::WP | Tag::WPP | Tag::WDT)
            || is_in(document, at, &RELATIVE_SUBJECTS)
            || participle && is_comma(document, at - 1)
    };
    // `The clerk whom we met, ferry pilot Mara Okoye`
    let modifies = |at: &usize| matches!(tag(document, *at), Tag::DT | Tag::JJ | Tag::NN);
    let outer = (behind.start..start).rev().take_while(modifies).last().unwrap_or(start);
    let comma = outer.checked_sub(1).filter(|at| is_comma(document, *at));
    let person = comma.and_then(|comma| noun(norm(document, comma.checked_sub(1)?)));
    let of_head = comma.is_some()
        && name.tokens.end + 1 >= behind.end
        && !person.is_some_and(|noun| noun.is_human());
    (behind.start..start).any(opens) && !of_head
}

/// Whether a phrase is a pronoun with only a word or two before it: `Well I`, `what she`.
fn is_address(document: &Document, tokens: &Range<usize>, last: usize) -> bool {
    let subject = is_in(document, last, &SUBJECT_PRONOUNS);
    subject && last == tokens.end - 1 && tokens.len() < 4 && tag(document, last) == Tag::PRP
}

/// Whether a name is an apposition in a phrase: `the coach, Mehmet Yildiz`; `a friend, the painter Mehmet
/// Yildiz`; `director of the institute Mehmet Yildiz`.
fn is_apposed(document: &Document, tokens: &Range<usize>, name: &Name) -> bool {
    let modifies = |at: &usize| matches!(tag(document, *at), Tag::DT | Tag::JJ | Tag::NN);
    let first = name.title.start.min(name.tokens.start);
    let start = (tokens.start..first).rev().take_while(modifies).last().unwrap_or(first);
    let comma = start > tokens.start
        && (norm(document, start - 1) == "," || is_in(document, start - 1, &NAMING));
    // `The mayor of Vance` and `the girl taught by the coach Ana Vance` have no name; `Chief of Army Staff General
    // Ana Vance` does.
    let human = |at: usize| title::of(norm(document, at)).is_some();
    let outer = if (start..first).any(human) { start } else { first };
    let preposition = outer.wrapping_sub(1);
    let held = is_in(document, preposition, &GENITIVE) || holds_office(document, first);
    let office = held && name.title.len() > 1;
    let titled = name.title.is_empty() || name.title.clone().any(human);
    let inside = !comma && titled && !office && tag(document, preposition) == Tag::IN;
    let alone = name.guess != Guess::Organization && !inside;
    // In `Ms. Li’s son, Jo Li,` the first name is an owner's.
    let owns = is_in(document, name.tokens.end, &POSSESSIVES);
    let closes = name.tokens.end == tokens.end || is_mark(document, name.tokens.end) && !owns;
    // `Commissioner for Traffic in the suburbs Sudha Vane`, who is `Vane` elsewhere
    let last = document.tokens().get(name.tokens.end - 1);
    let called = name.tokens.len() == 2
        && name.guess == Guess::Open
        && tag(document, first.wrapping_sub(1)).is_noun()
        && last.is_some_and(|last| document.calls_alone(last));
    alone && closes && (comma || called || name.guess == Guess::Person)
}

fn at_name(document: &Document, tokens: &Range<usize>, named: &[Name], at: usize) -> Head {
    let name = named.get(at).cloned();
    let Some(name) = name else { return Head::Several };
    let before = described(document, &name, tokens.start..name.tokens.start);
    let body = affiliation(document, &name, tokens.end);
    let end = body.as_ref().map_or(name.tokens.end, |body| body.end);
    let apposition = end + 1..tokens.end;
    let relative = is_in(document, apposition.start, &RELATIVES);
    let follows = matches!(norm(document, end), "," | "(" | "-") && !relative;
    let after = follows.then(|| described(document, &name, apposition)).flatten().filter(|words| {
        // In `Ms. Li of Relay, a firm,` the firm is no person.
        body.is_none() || main_noun(document, words.clone()).is_some_and(|noun| noun.is_human())
    });
    Head::Name(name, [before, body, after].into_iter().flatten().collect())
}

/// The words of a description without article, form of address and marks at their ends; none where they say
/// nothing of a name.
fn described(document: &Document, name: &Name, mut words: Range<usize>) -> Option<Range<usize>> {
    let bare = |at: usize| is_mark(document, at) && norm(document, at) != ".";
    let address = |at: usize| {
        let word = norm(document, at);
        title::is_short(word) && noun(word).is_none()
    };
    let owner = |at: usize| is_in(document, at, &POSSESSIVES);
    while !words.is_empty()
        && (bare(words.end - 1) || address(words.end - 1) || owner(words.end - 1))
    {
        words.end -= 1;
    }
    let age = |at: usize| tag(document, at) == Tag::CD && norm(document, at + 1) == ",";
    if !words.is_empty() && age(words.start) {
        words.start += 2;
    }
    while !words.is_empty()
        && (norm(document, words.start) == "\"" || is_in(document, words.start, &SKIPPED))
    {
        words.start += 1;
    }
    // In `photo caption Mrs. Li` the caption is no person.
    let last = words.end.saturating_sub(1);
    let owned = owner(words.end) && !is_time(document, last);
    let human = |noun: Noun| noun.is_human() != owned;
    let fits = || main_noun(document, words.clone()).is_none_or(human);
    let fits = name.guess != Guess::Person || fits();
    // `Bakers like Ms. Li`: she is one of them.
    let fits = fits && !is_in(document, words.end.saturating_sub(1), &EXAMPLES);
    (!words.is_empty() && fits).then_some(words)
}

/// A phrase without a possessive at its end: `Ms. Li's`.
fn without_possessive(document: &Document, tokens: Range<usize>) -> Range<usize> {
    let last = tokens.end.saturating_sub(1);
    let ends = tokens.len() > 1 && is_in(document, last, &POSSESSIVES);
    if ends { tokens.start..last } else { tokens }
}

/// A phrase without a reflexive pronoun at its end: `Ms. Li herself`, `the ministry itself`.
fn without_reflexive(document: &Document, tokens: Range<usize>) -> Range<usize> {
    let reflexive = is_in(document, tokens.end.saturating_sub(1), &REFLEXIVES);
    if reflexive && tokens.len() > 1 { tokens.start..tokens.end - 1 } else { tokens }
}

/// Where a phrase ends before the adverb or the time that a subject takes with it: `Ms. Li then`, `Ms. Li on Monday`.
fn without_adjunct(document: &Document, tokens: &Range<usize>) -> usize {
    let mut end = tokens.end;
    while end > tokens.start + 1
        && (tag(document, end - 1) == Tag::RB && !is_capital(document, end - 1)
            || is_time(document, end - 1))
    {
        end -= 1;
    }
    end
}

/// Where the complements of the head begin.
fn chunk_end(document: &Document, tokens: &Range<usize>) -> usize {
    let first = tokens.start + 1;
    let in_name = |at: usize| names(document, tokens.clone()).any(|name| name.tokens.contains(&at));
    let name_goes_on = |at: usize| is_in(document, at, &GENITIVE) && in_name(at);
    // `the Bank of Vance’s managing director`, but not `Ana Brook of Vance’s Port Board`.
    let person = |at: usize| {
        let mut before = names(document, tokens.start..at);
        before.any(|name| name.tokens.end == at && name.guess != Guess::Organization)
    };
    // `the head of Vance’s port`, but `Secretary of State Ana Brook’s answer` goes on.
    let held = |at: usize, end: usize| {
        let role = noun(norm(document, at - 1)).is_some_and(|noun| noun.is_human());
        role && !names(document, at + 1..end).any(|own| own.guess == Guess::Person)
    };
    let owns = |at: usize| {
        let inside = |at: &usize| tag(document, *at).is_noun() || tag(document, *at) == Tag::DT;
        let last = (at + 1..tokens.end).find(|at| !inside(at));
        let owner = last.filter(|at| is_in(document, *at, &POSSESSIVES));
        is_in(document, at, &GENITIVE) && owner.is_some_and(|last| !person(at) && !held(at, last))
    };
    // `the agency (IAEA)`, but `Wye Rail (WR) director Ana Brook` goes on.
    let aside = |at: usize| norm(document, at + 2) == ")" && at + 3 < tokens.end;
    let opens_more = |at: usize| match norm(document, at) {
        "(" => !aside(at) || !tag(document, at + 3).is_noun(),
        word => matches!(word, "," | ";" | ":"),
    };
    let ends = |at: &usize| {
        // In `the union leaders` taggers take the plural for a verb.
        let people = noun(norm(document, *at)).is_some_and(|noun| noun.plural && noun.is_human());
        let verb = matches!(tag(document, *at), Tag::VBN | Tag::VBG | Tag::VBD | Tag::VBZ);
        let verb = verb && !people;
        let before = noun(norm(document, at - 1));
        // In `A study tracing sleep` taggers take the participle for a noun.
        let traces = before.is_some_and(|noun| noun.kind == SourceKind::Document)
            && GERUND_ENDINGS.ends(norm(document, *at));
        // `mother-of-three` is one word.
        let glued = norm(document, at - 1) == "-" && !is_dash(document, at - 1);
        ((opens_more(*at) || is_in(document, *at, &ENDS) && !is_acronym(document, *at))
            && !name_goes_on(*at)
            && !owns(*at)
            && !glued)
            || (before.is_some() && (verb || traces || tag(document, *at) == Tag::PRP) && !in_name(*at))
            // In `a group backing Harlan` the participle has an object.
            || tag(document, *at) == Tag::VBG
                && *at > first
                && matches!(tag(document, *at + 1), Tag::NNP | Tag::DT | Tag::PRPP)
            || is_dash(document, *at)
    };
    (first..tokens.end).find(ends).unwrap_or(tokens.end)
}

fn phrase(document: &Document, tokens: &Range<usize>, end: usize, head: usize) -> Phrase {
    // `An altar server who`: somebody, whatever the noun is.
    let somebody = tag(document, head) == Tag::NN && is_in(document, head + 1, &WHO);
    let noun = noun(norm(document, head)).or_else(|| noun(PERSON).filter(|_| somebody));
    let possessive = (tokens.start..end).any(|at| is_in(document, at, &POSSESSIVES));
    let definite = is_in(document, tokens.start, &DEFINITE) || possessive;
    let plural = noun
        .map_or_else(|| matches!(tag(document, head), Tag::NNS | Tag::NNPS), |noun| noun.plural);
    Phrase { head, noun, definite, plural, tokens: tokens.clone() }
}

/// Where `a number of`, `dozens of` ends.
pub fn counted_end(document: &Document, tokens: &Range<usize>) -> Option<usize> {
    let article = is_in(document, tokens.start, &ARTICLES);
    let crowd = tokens.start + usize::from(article);
    // `two of the people` counts people, `one of them` does not.
    let number = tag(document, crowd) == Tag::CD && tag(document, crowd + 2) == Tag::DT;
    let counts = is_in(document, crowd, &CROWDS) || number;
    let crowded = counts && is_in(document, crowd + 1, &GENITIVE);
    (crowded && crowd + 2 < tokens.end).then_some(crowd + 2)
}
