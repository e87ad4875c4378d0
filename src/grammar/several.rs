//! Owns phrases that name several sources: `Ms. Li and the mayor`, `Li, Roy and other members`.

use std::ops::Range;

use crate::{
    grammar::{
        guess::Guess,
        name::{Name, names},
        name_start::PLURALS,
        premodifier::opening,
        words::{ARTICLES, is_comma, is_in, is_mark, norm, tag},
    },
    lexicon::{list::List, noun::noun},
    token::{document::Document, tag::Tag},
};

/// `both`, which adds nothing before two names.
static BOTH: List = List::named("both");

/// Words for more people behind several: `Li, Roy and other members`.
static OTHERS: List = List::named("other-determiner");

/// Words that join two sources.
static COORDINATORS: List = List::named("and-or-nor");

/// Whether `and` joins two sources: not in `academic and professor Li`.
pub fn is_several(document: &Document, chunk: Range<usize>) -> bool {
    let joint = chunk.clone().find(|at| is_in(document, *at, &COORDINATORS));
    let Some(joint) = joint.filter(|joint| *joint > chunk.start) else { return false };
    let inside = names(document, chunk.clone()).any(|name| name.tokens.contains(&joint));
    let human = |at: usize| noun(norm(document, at)).is_some_and(|n| n.is_human() && !n.plural);
    let adjectives = [joint - 1, joint + 1].iter().all(|at| tag(document, *at) == Tag::JJ);
    // `the ports and fisheries minister`
    let first = chunk.start + usize::from(is_in(document, chunk.start, &ARTICLES));
    let role = chunk.end - 1;
    let fields = human(role) && opening(document, first, role) == first;
    let one = human(joint - 1) && !is_in(document, joint + 1, &ARTICLES);
    let shared = one && (joint + 1..chunk.end).any(human);
    !inside && !shared && !adjectives && !fields
}

/// Whether other names follow that of a phrase: `Ms. Li, the mayor, and Mr. Roy, the clerk`, `Li, Roy and Hill`, `Li, Roy
/// and other members`.
pub fn are_several(document: &Document, tokens: &Range<usize>, named: &[Name], end: usize) -> bool {
    let first = |name: &Name| name.title.start.min(name.tokens.start);
    let person = |name: &Name| name.guess != Guess::Organization;
    let joint = |at: usize| is_in(document, at, &COORDINATORS);
    let closes = |name: &Name| name.tokens.end == tokens.end || is_mark(document, name.tokens.end);
    // `Sens. Jo Li (R-Ohio) and Ana Roy (R-Ohio)`
    let people = named.iter().filter(|name| person(name) && name.tokens.len() > 1).count();
    let titled = PLURALS.has(norm(document, tokens.start).trim_end_matches('.'));
    if titled && people > 1 && tokens.clone().any(joint) {
        return true;
    }
    // In `Lady Hale, sitting with Lords Li, Roy, and Hill` one person has company.
    let aside = matches!(tag(document, end + 1), Tag::IN | Tag::RB | Tag::VBG);
    let opens = named.first().is_some_and(|own| own.tokens.end == end && person(own));
    let mut listed = true;
    for (own, before) in named.iter().skip(1).zip(named) {
        let start = first(own);
        let gap = before.tokens.end..start;
        listed &= gap.clone().all(|at| is_comma(document, at) || joint(at));
        let joined = !gap.is_empty() && joint(start - 1) && closes(own);
        let apart = start > end + 2 && is_comma(document, start - 2);
        if joined && person(own) && (listed || apart) {
            return opens && is_comma(document, end) && !aside;
        }
    }
    let last = named.last().filter(|_| listed && named.len() > 1);
    let others =
        |name: &Name| joint(name.tokens.end) && is_in(document, name.tokens.end + 1, &OTHERS);
    opens && is_comma(document, end) && last.is_some_and(others)
}

/// The surnames of several people in alphabetical order, by which they are found again: `Sens. Jo Li and Ana Roy`,
/// `Roy and Li`; none where a phrase stands among them.
pub fn roster(document: &Document, tokens: &Range<usize>) -> Option<String> {
    let both = usize::from(is_in(document, tokens.start, &BOTH));
    let tokens = tokens.start + both..tokens.end;
    let named: Vec<Name> = names(document, tokens.clone()).collect();
    let person = |name: &Name| name.guess != Guess::Organization;
    let joins = |at: &usize| is_comma(document, *at) || is_in(document, *at, &COORDINATORS);
    let length = |name: &Name| name.tokens.end - name.title.start.min(name.tokens.start);
    let plain = named.len() > 1 && named.iter().all(person);
    let mut surnames: Vec<&str> = named.iter().map(|name| name.last(document)).collect();
    surnames.sort_unstable();
    let told = named.iter().map(length).sum::<usize>() + tokens.clone().filter(joins).count();
    (plain && told == tokens.len()).then(|| surnames.join(" & "))
}
