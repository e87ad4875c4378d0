//! Owns the words before a role that belong to it, though `and` or `of` stands among them: `Works and Harbours
//! Secretary`, `University of Leeds student`.

use crate::{
    grammar::{
        guess::{is_first_name, is_office, is_place},
        name_start::OFFICE_JOINTS,
        words::{
            ARTICLES, DEFINITE_ARTICLE, GENITIVE, is_capital, is_in, is_mark, is_time, norm,
            sentence_at, tag,
        },
    },
    lexicon::{list::List, noun::noun, title},
    token::{document::Document, tag::Tag},
};

/// Small words that end a description before a name.
static STOPS: List = List::named("description-stop");

/// Marks of a possessive inside a description.
static POSSESSIVES: List = List::named("possessive");

/// `and`, which joins two modifiers or two roles of one person.
static AND: List = List::named("name-and");

/// `on` inside the name of an office: `Commission on Ethics`.
static OFFICE_ON: List = List::named("office-on");

/// `last`, `next` and `this` before a time.
static TIME_DETERMINERS: List = List::named("time-determiner");

/// Nouns for a state before `of`: `Republic of Ireland`.
static REALMS: List = List::named("realm");

/// The most tokens before a role that are read, so that the time stays linear.
const LONGEST: usize = 24;

/// Whether a token joins what modifies a role: `and`, `of`, `for`.
pub fn is_joint(document: &Document, at: usize) -> bool {
    is_in(document, at, &AND) || opens_complement(document, at)
}

/// Where the words begin, not before `floor`, that modify the role at `role`; an article is none of them.
pub fn opening(document: &Document, floor: usize, role: usize) -> usize {
    let floor = floor.max(role.saturating_sub(LONGEST));
    let mut start = role;
    while start > floor {
        let before = start - 1;
        let article = is_in(document, before, &DEFINITE_ARTICLE)
            && before > floor
            && opens_complement(document, before - 1);
        let joins = before > floor && joins(document, before, role);
        if !modifies(document, before) && !article && !joins {
            break;
        }
        start = before;
    }
    start + usize::from(start < role && is_in(document, start, &DEFINITE_ARTICLE))
}

fn opens_complement(document: &Document, at: usize) -> bool {
    is_in(document, at, &GENITIVE)
        || is_in(document, at, &OFFICE_JOINTS)
        || is_in(document, at, &OFFICE_ON)
}

/// Whether a token modifies the noun behind it.
fn modifies(document: &Document, at: usize) -> bool {
    use Tag::{CD, HYPH, JJ, JJS, NN, NNP, NNPS, NNS, POS};
    let nominal = matches!(tag(document, at), NN | NNS | NNP | NNPS | JJ | JJS | CD | HYPH | POS);
    nominal
        && !is_in(document, at, &STOPS)
        && !is_adjunct(document, at)
        && (!is_mark(document, at)
            || norm(document, at) == "-"
            || is_in(document, at, &POSSESSIVES))
}

/// Whether a time stands by itself: `On Monday morning | the clerk`, but not in `the Monday club` or the `Sunday Times`.
fn is_adjunct(document: &Document, at: usize) -> bool {
    let floor = sentence_at(document, at).start.max(at.saturating_sub(LONGEST));
    let time = |at: &usize| is_time(document, *at) || is_in(document, *at, &TIME_DETERMINERS);
    let first = (floor..=at).rev().take_while(time).last();
    let apart = |first: usize| first == floor || tag(document, first - 1) == Tag::IN;
    is_time(document, at) && first.is_some_and(apart) && !is_office(norm(document, at + 1))
}

/// Whether a role goes on before a small word.
fn joins(document: &Document, joint: usize, role: usize) -> bool {
    if is_in(document, joint, &AND) {
        shares_role(document, joint) || joins_modifiers(document, joint, role)
    } else {
        opens_complement(document, joint) && names_body(document, joint, role)
    }
}

/// `president and chief clerk Ana Brook`; `The President and First Lady Ana Brook` are two.
fn shares_role(document: &Document, joint: usize) -> bool {
    let left = joint - 1;
    let human = noun(norm(document, left)).is_some_and(|own| own.is_human() && !own.plural);
    let office = is_capital(document, left) && is_articled(document, left);
    human && tag(document, left) != Tag::JJ && !office
}

/// Whether an article opens the words that end at a token.
fn is_articled(document: &Document, last: usize) -> bool {
    let floor = last.saturating_sub(LONGEST);
    let before = (floor..last).rev().find(|at| !modifies(document, *at));
    before.is_some_and(|at| is_in(document, at, &ARTICLES))
}

/// Whether `and` joins two modifiers of one role: a bare singular noun is no source (`media and games expert`), nor
/// is the first of two names before a role that the second modifies (`Leeds and England captain`).
fn joins_modifiers(document: &Document, joint: usize, role: usize) -> bool {
    let (left, right) = (joint - 1, joint + 1);
    let capital = |at: usize| is_capital(document, at);
    let place = |at: usize| is_place(norm(document, at));
    let unknown = noun(norm(document, left)).is_none();
    let opens = left == sentence_at(document, left).start;
    // Ports speak as little as one port does.
    let mute = tag(document, left) == Tag::NN || tag(document, left) == Tag::NNS && unknown;
    let common = mute && (opens || !capital(left));
    // In `until last month and port chief Ana Brook said` a time ends the clause before.
    let bare = common && !is_time(document, left) && (unknown || !is_articled(document, left));
    // `Tides and Coastal Safety president`
    let modified = right + 1 < role && tag(document, right + 1).is_noun();
    let kin =
        modified || tag(document, right).is_noun() || tag(document, left) == tag(document, right);
    let paired = capital(left) && capital(right) && kin && role > right;
    // `The Commission and Ohio Governor Ana Brook` and `Peru and US President Ana Brook` are two.
    let role_too = title::of(norm(document, left)).is_some();
    let own =
        role_too || is_office(norm(document, left)) || place(left) && place(right) && capital(role);
    // `Leeds captain Dara Roe and York captain Ana Brook`
    let behind = |back: usize| norm(document, left.wrapping_sub(back));
    let full = capital(left.wrapping_sub(1))
        && (is_first_name(behind(1)) || [1, 2].iter().any(|at| title::of(behind(*at)).is_some()));
    let called = document.tokens().get(left).is_some_and(|left| document.calls_alone(left));
    bare || paired && !own && !called && !full
}

/// Whether `of` goes on the name of a body whose role follows: not in `the office of Governor Ana Brook`.
fn names_body(document: &Document, joint: usize, role: usize) -> bool {
    let head = norm(document, joint - 1);
    let body = is_capital(document, joint - 1) && (is_office(head) || REALMS.has(head));
    let next = joint + 1 + usize::from(is_in(document, joint + 1, &DEFINITE_ARTICLE));
    // `Association of Chief Port Officers president`
    let people =
        |at: usize| noun(norm(document, at)).is_some_and(|own| own.plural && own.is_human());
    let titled = title::of(norm(document, next)).is_some() && !(next..role).any(people);
    body && next < role && !titled
}
