//! Owns the words beside a name that say who it is: `the mayor, Ms. Li` and `Ms. Li, the mayor`.

use std::ops::Range;

use crate::{
    grammar::{
        guess::{Guess, is_place},
        name::{Name, names},
        premodifier::opening,
        verb::{is_adverb, is_finite},
        words::{
            ARTICLES, DEFINITE_ARTICLE, GENITIVE, WHO, is_capital, is_in, is_inner_mark, is_mark,
            is_time, limit, norm, quotation_at, tag,
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

/// Words that open a description after a name.
static DETERMINERS: List = List::named("description-determiner");

/// Words that open a complement of the head noun.
static COMPLEMENTS: List = List::named("noun-complement");

/// Prepositions before whom or where somebody comes from: `Ms. Li of Relay Water`.
static AFFILIATIONS: List = List::named("affiliation-preposition");

/// `is`, before what somebody is.
static IS: List = List::named("copula-present");

/// Verbs for what somebody does for a living: `who runs a boatyard`.
static OCCUPATIONS: List = List::named("verb-of-occupation");

/// `and`, which joins two bodies or two people.
static AND: List = List::named("name-and");

/// Marks of a possessive inside a description.
static POSSESSIVES: List = List::named("possessive");

/// The words around a name that describe it, without their article.
pub fn around(document: &Document, name: &Name, sentence: &Range<usize>) -> Option<Range<usize>> {
    before(document, name, sentence.start)
        .or_else(|| after(document, name.tokens.end, sentence.end))
}

/// All words beside a name that describe it: `Councillor`, `of Relay` and `leader of the council` of `Councillor Ana Brook
/// of Relay, leader of the council`.
pub fn all_around(
    document: &Document,
    name: &Name,
    sentence: &Range<usize>,
) -> impl Iterator<Item = Range<usize>> {
    // In `barred Ms. Li from the port` the preposition belongs to the verb.
    let opens = name.title.start.min(name.tokens.start) <= sentence.start + 1;
    let own = |body: &Range<usize>| opens || is_in(document, body.start, &GENITIVE);
    let body = affiliation(document, name, limit(document, sentence)).filter(own);
    let end = body.as_ref().map_or(name.tokens.end, |body| body.end);
    let behind = after(document, end, sentence.end);
    let behind = behind.or_else(|| predicate(document, name, sentence));
    [before(document, name, sentence.start), body, behind].into_iter().flatten()
}

/// The description before a name, back to its article: `Oslo police chief Ms. Li`.
fn before(document: &Document, name: &Name, floor: usize) -> Option<Range<usize>> {
    let bare =
        |at: usize| title::is_short(norm(document, at)) && noun(norm(document, at)).is_none();
    let mut end = name.tokens.start;
    while end > name.title.start && bare(end - 1) {
        end -= 1;
    }
    let last = end.checked_sub(1).filter(|last| *last >= floor)?;
    let comma = norm(document, last) == "," && is_mark(document, name.tokens.end);
    let (last, end) = if comma { (last.checked_sub(1)?, last) } else { (last, end) };
    let role = |at: usize| {
        let noun = noun(norm(document, at)).filter(|noun| noun.is_human() && !noun.plural);
        noun.is_some() && !matches!(tag(document, at), Tag::JJ | Tag::JJS | Tag::DT)
    };
    // `British firm Sonaptic`
    let body = |at: usize| {
        let own = noun(norm(document, at)).filter(|own| own.kind == SourceKind::Organization);
        let open = name.guess == Guess::Open && !(comma && name.tokens.len() > 1);
        (open || name.guess == Guess::Organization)
            && !is_capital(document, at)
            && own.is_some_and(|own| !own.plural)
    };
    let titled = || name.title.clone().any(role).then_some(name.title.start);
    let start = opening(document, floor, if role(last) || body(last) { last } else { titled()? });
    // `On Tuesday | Labour chairman Ian Orr`
    let owned = is_in(document, start + 1, &POSSESSIVES);
    let start = start + usize::from(is_time(document, start) && start < last && !owned);
    // In `the clerk Ruiz hired` the name opens a relative clause.
    let article = is_in(document, start.wrapping_sub(1), &ARTICLES);
    let lone = name.tokens.len() == 1 && name.title.is_empty();
    let clause = lone && !comma && article && is_finite(document, name.tokens.end);
    (!clause).then_some(start..end)
}

/// The description between commas behind a name that ends at `comma`: `Ms. Li, the mayor of Oslo, Norway,`.
fn after(document: &Document, comma: usize, limit: usize) -> Option<Range<usize>> {
    const LONGEST: usize = 20;
    /// The most tokens that are read behind the first comma.
    const FARTHEST: usize = 40;
    let mut start = comma + 1;
    if norm(document, comma) != "," {
        return None;
    }
    if tag(document, start) == Tag::CD && norm(document, start + 1) == "," {
        start += 2;
    }
    if is_in(document, start, &WHO) {
        return occupation(document, start, limit);
    }
    let article = is_in(document, start, &DETERMINERS);
    if article {
        start += 1;
    }
    let reach = limit.min(start + LONGEST);
    let end = (start..reach).find(|at| ends(document, *at) || is_in(document, *at, &WHO))?;
    let names_role = main_noun(document, start..end).is_some_and(|noun| !noun.plural);
    let opens = article || is_capital(document, start) || noun(norm(document, start)).is_some();
    let whole = || start..goes_on(document, end, limit.min(end + FARTHEST));
    (names_role && opens && is_mark(document, end)).then(whole)
}

/// Where a description ends that goes on behind a comma, with a place, a body or another role: `mayor of Salem, | Oregon`,
/// `director, | Relay Water`, `chairman, | president and chief executive`.
fn goes_on(document: &Document, comma: usize, limit: usize) -> usize {
    const LONGEST: usize = 12;
    let first = comma + 1;
    let reach = limit.min(first + LONGEST);
    let end = (first..reach).find(|at| ends(document, *at)).unwrap_or(reach);
    if norm(document, comma) != "," || !is_capital(document, first) || end == first {
        return comma;
    }
    let named = names(document, first..end).next();
    let role = || main_noun(document, first..end).is_some_and(|noun| noun.is_human());
    let title = |at: usize| noun(norm(document, at)).is_some_and(|noun| noun.is_human());
    let fits = match named {
        Some(name) if name.tokens == (first..end) => {
            is_place(name.last(document)) && is_capital(document, comma - 1)
                || name.guess == Guess::Organization && title(comma - 1)
        }
        Some(name) => name.guess != Guess::Person && name.tokens.start > first + 1 && role(),
        None => role(),
    };
    if fits { goes_on(document, end, limit) } else { comma }
}

/// What somebody is or does, in a relative clause: `who is | chair of the port`, `who runs a boatyard`.
fn occupation(document: &Document, who: usize, limit: usize) -> Option<Range<usize>> {
    const LONGEST: usize = 16;
    if is_in(document, who + 1, &IS) {
        return complement(document, who + 2, limit);
    }
    let reach = limit.min(who + LONGEST);
    let end = (who + 2..reach).find(|at| ends(document, *at))?;
    let whole = is_in(document, who + 1, &OCCUPATIONS) && is_mark(document, end);
    whole.then_some(who..end)
}

/// Whether a description ends before a token: a mark that stands in no word, or a verb.
fn ends(document: &Document, at: usize) -> bool {
    let inner = matches!(norm(document, at), "-" | "&") || is_in(document, at, &POSSESSIVES);
    is_mark(document, at) && !inner || is_finite(document, at)
}

/// What a sentence in the article's own words says that its subject is: `Ms. Li is | a professor of tides`.
fn predicate(document: &Document, name: &Name, sentence: &Range<usize>) -> Option<Range<usize>> {
    let verb = name.tokens.end;
    let opens = name.title.start.min(name.tokens.start) == sentence.start;
    let own = opens && is_in(document, verb, &IS) && quotation_at(document, verb).is_none();
    complement(document, verb + 1, sentence.end).filter(|_| own)
}

/// The role that is the complement of `is`, without its article.
fn complement(document: &Document, start: usize, limit: usize) -> Option<Range<usize>> {
    const LONGEST: usize = 20;
    let start = start + usize::from(is_adverb(document, start));
    let start = start + usize::from(is_in(document, start, &ARTICLES));
    let reach = limit.min(start + LONGEST);
    let end = (start..reach).find(|at| ends(document, *at) || is_in(document, *at, &WHO))?;
    let role = main_noun(document, start..end).is_some_and(|noun| noun.is_human() && !noun.plural);
    (role && is_mark(document, end)).then_some(start..end)
}

/// The body or the place that a person belongs to, with its preposition: `from Relay Water`.
pub fn affiliation(document: &Document, name: &Name, limit: usize) -> Option<Range<usize>> {
    const LONGEST: usize = 16;
    let start = name.tokens.end + usize::from(norm(document, name.tokens.end) == ",");
    let first = start + 1 + usize::from(is_in(document, start + 1, &DEFINITE_ARTICLE));
    // In `Ms. Li of Relay and colleagues` others follow.
    let another = |at: usize| {
        let next = names(document, at..limit.min(at + LONGEST)).next();
        next.is_some_and(|name| name.guess == Guess::Person && name.title.start == at)
    };
    let others =
        |at: usize| is_in(document, at, &AND) && (!is_capital(document, at + 1) || another(at + 1));
    let stop = |at: &usize| {
        is_mark(document, *at) && !is_inner_mark(document, *at)
            || is_finite(document, *at)
            || is_in(document, *at, &WHO)
            || tag(document, *at) == Tag::TO
            || is_time(document, *at)
            || others(*at)
    };
    let reach = limit.min(first + LONGEST);
    let end = (first..reach).find(stop).or((reach == limit).then_some(reach))?;
    let end = end - usize::from(end > first + 1 && is_adverb(document, end - 1));
    let person = name.guess != Guess::Organization && is_affiliation(document, start);
    let body = || names(document, first..end).next();
    let belongs = person
        && is_capital(document, first)
        && body().is_some_and(|body| body.guess != Guess::Person);
    belongs.then_some(start..end)
}

/// Verbs for what people do and firms do not: `Ode laughed`.
static PERSONAL: List = List::named("verb-of-person");

/// Prepositions of a place or a writing: `said in a statement`.
static WRITINGS: List = List::named("preposition-before-writing");

/// `told`, and who hears it in court.
static TOLD: List = List::named("told");

/// Parts in a trial: `Ode, for the defence,`; `Ode told the jury`.
static TRIAL: List = List::named("part-of-trial");

/// Whether the words beside a bare name show that it is a person's: a quotation before it (but not in `“It rained,” Ode said
/// in a statement`, as firms do), a verb, an age, or a part in a trial.
pub fn is_personal(document: &Document, name: &Name) -> bool {
    let Range { start, end } = name.tokens;
    let bare = name.tokens.len() == 1 && name.guess == Guess::Open && !name.article;
    let before = |back: usize| norm(document, start.wrapping_sub(back));
    let quoted = (before(1), before(2)) == ("\"", ",");
    let aloud = quoted && !is_in(document, end + 1, &WRITINGS);
    let comma = norm(document, end) == ",";
    let age = norm(document, end + 2) == "," && is_age(norm(document, end + 1));
    let lives = is_in(document, end + 1, &WHO) && tag(document, end + 2) == Tag::VBZ;
    let tried = || (end + 1..end + 4).any(|at| is_in(document, at, &TRIAL));
    let aside = comma && (age || lives || tried());
    let verb = is_in(document, end, &PERSONAL) || is_in(document, end, &TOLD) && tried();
    bare && !is_place(norm(document, start)) && (aloud || verb || aside)
}

/// Whether a number may be a grown person's age.
fn is_age(word: &str) -> bool {
    word.parse::<u8>().is_ok_and(|age| (15..=110).contains(&age))
}

/// Whether a token opens an affiliation.
pub fn is_affiliation(document: &Document, at: usize) -> bool {
    is_in(document, at, &AFFILIATIONS)
}

/// Whether a description has no role at its head: `of Relay Water`, `who runs a boatyard`, `Relay Water` before `'s`.
pub fn is_roleless(document: &Document, words: &Range<usize>) -> bool {
    is_affiliation(document, words.start)
        || is_in(document, words.start, &WHO)
        || is_in(document, words.end, &POSSESSIVES)
}

/// The head noun of a description: `minister` in `foreign minister of Oman`, `student` in `University of Oslo student`.
pub fn main_noun(document: &Document, words: Range<usize>) -> Option<Noun> {
    let last = words.end.saturating_sub(1);
    // In `Union of Rail Workers` the union speaks.
    if let Some(noun) = noun(norm(document, last)).filter(|noun| noun.is_human() && !noun.plural)
        && opening(document, words.start, last) == words.start
    {
        return Some(noun);
    }
    let inside = |at: &usize| norm(document, *at) != "," && !is_in(document, *at, &COMPLEMENTS);
    let chunk = words.take_while(inside);
    chunk.filter_map(|at| noun(norm(document, at))).last()
}
