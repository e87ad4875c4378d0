//! Owns lines that announce what follows a colon, on the same line or below it: `Ms. Li wrote:`,
//! `A statement from Ms. Li:`, `The letter reads in part:`

use std::ops::Range;

use crate::{
    grammar::{
        guess::Guess,
        head::{Head, head},
        name::{Name, names},
        phrase::{subject_before, trim_marks},
        verb::{is_finite, verb_group},
        words::{is_in, is_mark, is_occasion, norm, quotation_at, tag},
    },
    lexicon::list::List,
    rules::{
        cue,
        quoted::{behind_colon, marked, speaks},
        relation::Relation,
        word::INFINITIVE_MARKER,
    },
    token::{document::Document, tag::Tag},
    vocabulary::{
        kinds::BlockKind,
        rule::{self, Rule, rule},
    },
};

static FROM: List = List::named("preposition-before-sender");
static READING: List = List::named("verb-of-reading-in-part");
static HAVE: List = List::named("form-of-have");
static THIS: List = List::named("demonstrative-before-said");
static EXTRACTS: List = List::named("noun-of-extract");

/// The source that the words before a colon name, and where the cue begins.
type Row = Rule<fn(&Document, Range<usize>) -> Option<(Range<usize>, usize)>>;

/// In the order they are asked.
#[rustfmt::skip]
pub const LINES: [Row; 5] = [
    rule("R60", "set-apart", "A subject and a verb of saying announce what follows.",
        "Ms. Li wrote: | “No.”; Ms. Li had this to say: | “No.”", saying),
    rule("R71", "document-announced", "A document that “reads” or “goes on” announces its words.",
        "The letter, signed by Ms. Li, reads in part: | “No.”", reading),
    rule("R72", "extract", "The only person named in a line that announces an extract is its author.",
        "Ana Li’s essay, from which this is an extract: | “No.”", extract),
    rule("R73", "sender", "The complement of “from” before the colon is the source.",
        "And from Ms. Li: | “No.”", sender),
    rule("R74", "owner", "The owner of a statement is its source.",
        "Ms. Li’s statement in full: | “No.”", owner),
];

/// The list below a line.
#[rustfmt::skip]
pub const LIST: Row = rule("R75", "list", "A subject and a verb of saying before a colon announce the list below.",
    "Ms. Li also said: | – The road is shut | – The bridge is safe", saying);

/// The relations of all quotations and blocks that a line announces, in no order.
pub fn relations(document: &Document) -> Vec<Relation> {
    let beside = document.sentences().iter().filter_map(|own| beside(document, &own.tokens));
    let below = (1..document.blocks().len()).filter_map(|block| below(document, block));
    beside.chain(below).collect()
}

/// The relation of a quotation announced on the same line, except by a verb of saying (R60).
fn beside(document: &Document, sentence: &Range<usize>) -> Option<Relation> {
    let (colon, quotation) = behind_colon(document, sentence)?;
    let words = sentence.start..colon;
    if !quotation.tokens.clone().any(|at| is_finite(document, at)) {
        return None;
    }
    let (source, cue) = rule::first(&LINES[1..], colon, |find| find(document, words.clone()))?;
    Some(marked(document, source, cue..colon + 1, quotation.tokens.clone()))
}

fn below(document: &Document, block: usize) -> Option<Relation> {
    let own = document.blocks().get(block)?;
    let content = document.tokens_in(own.span);
    let quoted = quotation_at(document, content.start)
        .is_some_and(|quotation| quotation.tokens.end + 1 >= content.end);
    if own.kind != BlockKind::Blockquote && !quoted {
        return None;
    }
    let colon = colon_above(document, block)?;
    let floor = document.sentences().get(document.sentence_of(colon))?.tokens.start;
    let (source, cue) = rule::first(&LINES, colon, |find| find(document, floor..colon))?;
    let words = bare_item(document, content);
    let mut relation = marked(document, source, cue..colon + 1, words);
    let mut at = document.quotation_from(colon + 1);
    while let Some([quotation, next]) = document.quotations().get(at..at + 2) {
        if !quotation.runs_into(next) {
            break;
        }
        relation.contents.push(next.tokens.clone());
        at += 1;
    }
    Some(relation)
}

/// The relations of all lists that a clause of saying announces, in order.
pub fn lists(document: &Document) -> Vec<Relation> {
    (1..document.blocks().len()).filter_map(|block| list(document, block)).collect()
}

fn list(document: &Document, block: usize) -> Option<Relation> {
    let colon = colon_above(document, block)?;
    let contents = items(document, block);
    let floor = document.sentences().get(document.sentence_of(colon))?.tokens.start;
    let (source, cue) = LIST.answer(colon, |find| find(document, floor..colon))?;
    let relation = marked(document, source, cue..colon + 1, colon..colon);
    (!contents.is_empty())
        .then(|| Relation { contents: contents.into_iter().collect(), ..relation })
}

/// The lines of a list that begins with block `first`: marked items, or two or more unmarked lines that
/// each hold a statement and have no full stop.
fn items(document: &Document, first: usize) -> Vec<Range<usize>> {
    let blocks = document.blocks().get(first..).unwrap_or_default();
    let kind = blocks.first().map_or(BlockKind::Paragraph, |block| block.kind);
    let states = |line: &Range<usize>| {
        let opens = !matches!(tag(document, line.start), Tag::VB | Tag::VBN);
        opens && line.clone().any(|at| is_finite(document, at))
    };
    let lines = blocks.iter().take_while(|block| block.kind == kind);
    let lines = lines.map(|block| document.tokens_in(block.span));
    match kind {
        BlockKind::ListItem => lines.map(|line| bare_item(document, line)).collect(),
        BlockKind::Heading => {
            let lines: Vec<_> = lines.take_while(states).collect();
            if lines.len() > 1 { lines } else { Vec::new() }
        }
        _ => Vec::new(),
    }
}

/// A list item without its bullet or number, or a block quotation without the mark before it.
fn bare_item(document: &Document, line: Range<usize>) -> Range<usize> {
    let numbered = norm(document, line.start).starts_with(|c: char| c.is_ascii_digit())
        && (norm(document, line.start).ends_with('.') || is_mark(document, line.start + 1));
    let start = if numbered { line.start + 1 } else { line.start };
    let word = (start..line.end)
        .find(|at| !is_mark(document, *at) || quotation_at(document, *at).is_some());
    word.unwrap_or(line.start)..line.end
}

/// The colon that ends the block above this one.
fn colon_above(document: &Document, block: usize) -> Option<usize> {
    let above = document.blocks().get(block.checked_sub(1)?)?;
    let line = document.tokens_in(above.span);
    line.end.checked_sub(1).filter(|at| norm(document, *at) == ":")
}

fn saying(document: &Document, words: Range<usize>) -> Option<(Range<usize>, usize)> {
    let speech = |at: &usize| {
        let verb = cue::verb(document, *at).filter(|verb| verb.entry.takes('q'));
        verb.is_some() && tag(document, *at).is_verb()
    };
    let verb = words.clone().rev().find(speech)?;
    let main = having_this(document, verb).filter(|have| *have >= words.start).unwrap_or(verb);
    let group = verb_group(document, main, words.start);
    let source = subject_before(document, group, words.start).filter(|s| speaks(document, s))?;
    let bare = (verb + 1..words.end).all(|at| !is_mark(document, at));
    bare.then_some((source, group))
}

/// The main verb of `had this to say`.
fn having_this(document: &Document, say: usize) -> Option<usize> {
    let have = say.checked_sub(3)?;
    let this = is_in(document, have + 1, &THIS) && is_in(document, have + 2, &INFINITIVE_MARKER);
    (this && is_in(document, have, &HAVE)).then_some(have)
}

fn reading(document: &Document, words: Range<usize>) -> Option<(Range<usize>, usize)> {
    const NEAR: usize = 5;
    let from = words.start.max(words.end.saturating_sub(NEAR));
    let verb = (from..words.end).find(|at| is_in(document, *at, &READING))?;
    let source = subject_before(document, verb, words.start)?;
    let document_words = source.clone().any(|at| is_occasion(document, at));
    (document_words || speaks(document, &source)).then_some((source, verb))
}

fn extract(document: &Document, words: Range<usize>) -> Option<(Range<usize>, usize)> {
    words.clone().find(|at| is_in(document, *at, &EXTRACTS))?;
    let mut people = names(document, words.clone()).filter(is_person);
    let only = people.next()?;
    let source = only.title.start.min(only.tokens.start)..only.tokens.end;
    people.next().is_none().then_some((source, words.end))
}

fn is_person(name: &Name) -> bool {
    name.guess == Guess::Person || name.guess == Guess::Open && name.tokens.len() > 1
}

fn sender(document: &Document, words: Range<usize>) -> Option<(Range<usize>, usize)> {
    const LONGEST: usize = 14;
    let near = words.start.max(words.end.saturating_sub(LONGEST))..words.end;
    let from = near.rev().find(|at| is_in(document, *at, &FROM))?;
    let source = trim_marks(document, from + 1..words.end);
    // `From the archive:` names nobody.
    let plain = !source.is_empty() && !source.clone().any(|at| is_finite(document, at));
    let sent = !(words.start..from).any(|at| is_finite(document, at));
    let head = (plain && sent).then(|| head(document, source.clone())).flatten()?;
    let speaks = match &head {
        Head::Name(..) => true,
        Head::Phrase(phrase) => phrase.noun.is_some_and(|noun| noun.is_human()),
        _ => false,
    };
    speaks.then_some((source, words.end))
}

fn owner(document: &Document, words: Range<usize>) -> Option<(Range<usize>, usize)> {
    const NEAR: usize = 6;
    let mark = words.clone().rev().find(|at| tag(document, *at) == Tag::POS)?;
    let near = mark + 1..words.end.min(mark + NEAR);
    near.clone().find(|at| is_occasion(document, *at))?;
    let opens = |at: &usize| is_finite(document, *at) || is_in(document, *at, &FROM);
    let start = (words.start..mark).rfind(opens).map_or(words.start, |at| at + 1);
    let source = start..mark;
    let bare = (mark..words.end).all(|at| !is_finite(document, at));
    (bare && !source.is_empty() && speaks(document, &source)).then_some((source, words.end))
}
