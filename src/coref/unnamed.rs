//! Owns entities without a name: which are withheld from the reader, and which are only generic.

use std::ops::Range;

use crate::{
    discourse::entity::Entity,
    grammar::{
        epithet::Phrase,
        head::counted_end,
        name::names,
        words::{GENITIVE, WHO, is_in, norm, tag},
    },
    lexicon::list::List,
    token::{document::Document, tag::Tag},
    vocabulary::{
        kinds::SourceKind::{self, Document as Writing, Group, Organization, Role, Unnamed},
        rule::{Rule, decide, first, rule},
        trace,
    },
};

/// A rule that decides what kind of source a phrase without a name is.
type Kind = Rule<fn(&Document, &Phrase) -> Option<SourceKind>>;

/// The rules in the order in which they are asked.
#[rustfmt::skip]
pub static KINDS: [Kind; 4] = [
    rule("W38", "hidden", "The name is withheld.", "the clerk who declined to be named", hidden),
    rule("W39", "share", "A share or a team is a group.", "71%, both, the research team", share),
    rule("W40", "role", "A plural role is a group; one person of it, or a counted few, is an unnamed source.",
        "three lawmakers, lawmakers, a lawmaker", role),
    rule("W43", "noun", "The noun decides.", "the ministry", noun),
];

/// A rule that decides whether readers can find out who or what a phrase of some kind refers to.
type Known = Rule<fn(&Document, &Nameless) -> Option<bool>>;

/// A phrase whose head is no name.
pub struct Nameless<'p> {
    phrase: &'p Phrase,
    kind: SourceKind,
    /// Whether a name stands in it, as of a body or of somebody else.
    holds_name: bool,
}

/// The rules in the order in which they are asked; without an answer, a name in the phrase decides.
#[rustfmt::skip]
pub static KNOWN: [Known; 3] = [
    rule("W66", "withheld", "A name in the phrase of an unnamed source does not identify it.", "a woman who was hit by a driver, Carl Moss", withheld),
    rule("W67", "the-body", "A definite body or document is known, and so is a body without an article.",
        "the ministry, police, the letter", the_body),
    rule("W68", "any-role", "An indefinite role is not identified by the body it belongs to.", "a Harbour Trust spokesman", any_role),
];

fn withheld(_: &Document, own: &Nameless) -> Option<bool> {
    (own.holds_name && own.kind == Unnamed).then_some(false)
}

fn the_body(document: &Document, Nameless { phrase, kind, .. }: &Nameless) -> Option<bool> {
    let known = match kind {
        Organization => phrase.definite || is_in(document, phrase.head, &BODIES),
        Writing => phrase.definite,
        _ => false,
    };
    known.then_some(true)
}

fn any_role(_: &Document, own: &Nameless) -> Option<bool> {
    (own.holds_name && own.kind == Role && !own.phrase.definite).then_some(false)
}

static BODIES: List = List::named("body-without-article");

/// A new entity for a phrase without an antecedent, or for several joined by `and`.
pub fn entity(document: &Document, phrase: Option<&Phrase>, tokens: Range<usize>) -> Entity {
    let holds_name = names(document, tokens.clone()).next().is_some();
    let Some(phrase) = phrase else {
        let kind = Some(Group);
        return Entity { plural: true, kind, named: holds_name, ..Entity::new(tokens) };
    };
    let kind = match decide(&KINDS, |kind| kind(document, phrase)) {
        Some((rule, kind)) => {
            trace::note(rule, phrase.head, || kind.name().to_owned());
            kind
        }
        None if phrase.plural => Group,
        None => Role,
    };
    let own = Nameless { phrase, kind, holds_name };
    let known = first(&KNOWN, phrase.head, |known| known(document, &own));
    Entity {
        noun: phrase.noun,
        plural: phrase.plural,
        kind: Some(kind),
        named: known.unwrap_or(holds_name),
        gender: phrase.noun.and_then(|noun| noun.gender),
        ..Entity::new(without_clause(document, &tokens))
    }
}

static RELATIVES: List = List::named("clause-relative");

/// The noun phrase of `the chief, who has led the port since May,`.
fn without_clause(document: &Document, tokens: &Range<usize>) -> Range<usize> {
    let comma = |at: usize| norm(document, at) == ",";
    let clause = |at: &usize| comma(*at) && is_in(document, at + 1, &RELATIVES);
    let mut end = tokens.clone().skip(1).find(clause).unwrap_or(tokens.end);
    while end > tokens.start + 1 && comma(end - 1) {
        end -= 1;
    }
    tokens.start..end
}

static HIDING: List = List::named("word-for-hiding-a-name");
fn hidden(document: &Document, phrase: &Phrase) -> Option<SourceKind> {
    let mut words = phrase.tokens.clone();
    // `who goes by the name of Grom` gives the name.
    let hides = |at| is_in(document, at, &HIDING) && !is_in(document, at + 1, &GENITIVE);
    (words.any(|at| is_in(document, at, &WHO)) && words.any(hides)).then_some(Unnamed)
}

static SHARES: List = List::named("share");

fn share(document: &Document, phrase: &Phrase) -> Option<SourceKind> {
    // `Only 40%`
    let counted =
        tag(document, phrase.head) == Tag::CD && is_in(document, phrase.head + 1, &SHARES);
    (counted || is_in(document, phrase.head, &SHARES)).then_some(Group)
}

static COUNTS: List = List::named("count");
static SPOKEN: List = List::named("spokesperson-lemma");

fn role(document: &Document, phrase: &Phrase) -> Option<SourceKind> {
    let noun = phrase.noun?;
    // A spokesperson only speaks for a body.
    let role = noun.kind == Role && !SPOKEN.has(noun.lemma);
    match noun.plural {
        true if role && !phrase.definite && is_counted(document, phrase) => Some(Unnamed),
        true if role => Some(Group),
        false if (role || noun.kind == Group) && !phrase.definite => Some(Unnamed),
        _ => None,
    }
}

fn is_counted(document: &Document, phrase: &Phrase) -> bool {
    let first = phrase.tokens.start;
    tag(document, first) == Tag::CD
        || is_in(document, first, &COUNTS)
        || counted_end(document, &phrase.tokens).is_some()
}

fn noun(_: &Document, phrase: &Phrase) -> Option<SourceKind> {
    phrase.noun.map(|noun| noun.kind)
}
