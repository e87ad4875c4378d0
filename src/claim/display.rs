//! Owns display text: words beside the running text, such as headings and captions, that repeat or show what
//! it says.

use std::ops::Range;

use crate::{
    claim::clause::Clause,
    grammar::word::Words,
    lexicon::list::List,
    token::{document::Document, tag::Tag},
    vocabulary::kinds::BlockKind,
};

static ADDRESSED: List = List::named("second-person");
static CAPTION_LINK: List = List::named("caption-link");
static CAPTION_OPENING: List = List::named("caption-opening");
static COLON: List = List::named("colon");
static FORM_OF_BE: List = List::named("form-of-be");
static HERE: List = List::named("here");
static PAGE_NOTE: List = List::named("page-note");
static SHOWN: List = List::named("shown");
static READER_AND_PAGE: List = List::named("reader-and-page");
static SERVICE: List = List::named("page-service");
static PAGE_PART: List = List::named("page-part");
static THIS: List = List::named("this");

/// How many blocks away the running text may stand from a paragraph without a closing mark.
const NEAR: usize = 3;

/// How many blocks away it may stand from a heading or a caption.
const FAR: usize = 40;

/// How many tokens may stand before the colon of a note: "Update, July 3, 8:05 a.m. ET:".
const NOTE: usize = 12;

/// How many words may stand between "this" and what it points to: "this undated handout photo", "this is a live blog".
const POINTS: usize = 4;

/// Whether a clause stands in a heading, a caption, or a short paragraph without a closing mark among
/// paragraphs that have one. A last or longer paragraph without the mark was cut off, and is running text.
pub fn is_display(words: &Words, clause: &Clause) -> bool {
    let document = words.document();
    let Some(token) = clause.tokens().next() else { return false };
    let sentence = document.sentences().get(document.sentence_of(token));
    let Some(own) = sentence.map(|sentence| sentence.block) else { return false };
    let near = match document.blocks().get(own).map(|block| block.kind) {
        Some(BlockKind::Heading | BlockKind::Caption) => own.saturating_sub(FAR)..own + FAR + 1,
        Some(BlockKind::Paragraph) if is_closed(words, own) => return opens_caption(words, own),
        Some(BlockKind::Paragraph) => match count(document, own) {
            0 | 1 => own.saturating_sub(NEAR)..own + NEAR + 1,
            2 => own + 1..own + NEAR + 1,
            _ => return false,
        },
        _ => return false,
    };
    stands_by_running_text(words, own, near)
}

/// Whether a clause points to a picture or to its own text: "in this undated photo", "this interview has been
/// edited".
pub fn points_to_page(words: &Words, clause: &Clause) -> bool {
    let part = |n: usize| PAGE_PART.has(words.norm(n));
    clause.owner.is_none()
        && clause.tokens().any(|n| THIS.has(words.norm(n)) && (n + 1..=n + POINTS).any(part))
}

/// Whether the page speaks to its readers about what it does for them: "Our newsletter comes on Fridays".
pub fn serves_readers(words: &Words, clause: &Clause) -> bool {
    let serves = |n: usize| SERVICE.has(words.norm(n));
    // Not `in the US`.
    let speaks = |n: usize| words.tag(n).is_pronoun() && READER_AND_PAGE.has(words.norm(n));
    clause.owner.is_none() && clause.tokens().any(serves) && clause.tokens().any(speaks)
}

/// Whether a clause speaks to somebody in a paragraph that ends with a question to them: "You have two cats. Do they
/// fight?"
pub fn asks(words: &Words, clause: &Clause) -> bool {
    let document = words.document();
    let Some(first) = clause.tokens().next().filter(|_| clause.owner.is_none()) else {
        return false;
    };
    let addressed = clause.tokens().any(|n| ADDRESSED.has(words.norm(n)));
    let sentence = document.sentences().get(document.sentence_of(first));
    addressed
        && sentence.is_some_and(|own| {
            let last = last_tokens(document, own.block);
            words.norm(last.end.saturating_sub(1)) == "?"
        })
}

/// Whether a clause is the last of a sentence that ends with a colon: "The plan has three parts:".
pub fn leads_in(words: &Words, clause: &Clause) -> bool {
    let document = words.document();
    let Some(last) = clause.tokens().last().filter(|_| clause.owner.is_none()) else {
        return false;
    };
    let sentence = document.sentences().get(document.sentence_of(last));
    sentence.is_some_and(|sentence| {
        let end = sentence.tokens.end;
        end == last + 2 && COLON.has(words.norm(last + 1))
    })
}

/// Whether a clause presents what follows or tells where it is: "Here are the winners", "Meanwhile, here's a map",
/// "The list can be seen here".
pub fn presents(words: &Words, clause: &Clause) -> bool {
    let (first, last) = (clause.tokens().next(), clause.tokens().last());
    let opens = |n: usize| first == Some(n) || n > 0 && words.tag(n - 1).is_mark();
    let here = |n: usize| HERE.has(words.norm(n));
    let is = |n: usize| FORM_OF_BE.has(words.norm(n)) || words.tag(n) == Tag::VBZ;
    let shown = |n: usize| SHOWN.has(words.norm(n));
    clause.owner.is_none()
        && (clause.tokens().any(|n| here(n) && opens(n) && is(n + 1))
            || last.is_some_and(here) && clause.tokens().any(shown))
}

/// Whether a sentence opens as notes of editors do: "Update, 4 May:", "Editor's note:".
pub fn is_note(words: &Words, clause: &Clause) -> bool {
    let document = words.document();
    let own = clause.tokens().next().filter(|_| clause.owner.is_none());
    let sentence = own.and_then(|first| document.sentences().get(document.sentence_of(first)));
    sentence.is_some_and(|sentence| {
        let mut head = sentence.tokens.clone().take(NOTE);
        let noted = head.by_ref().take(3).any(|n| PAGE_NOTE.has(words.norm(n)));
        noted && head.any(|n| COLON.has(words.norm(n)))
    })
}

/// Whether a block opens as captions do: "Clockwise from top:", "Left: …", "Above, …".
fn opens_caption(words: &Words, block: usize) -> bool {
    let sentences = words.document().sentences();
    let from = sentences.partition_point(|sentence| sentence.block < block);
    sentences.get(from).is_some_and(|sentence| {
        let start = sentence.tokens.start;
        CAPTION_OPENING.has(words.norm(start)) && CAPTION_LINK.has(words.norm(start + 1))
    })
}

/// Whether a paragraph among some blocks closes its last sentence with a mark.
fn stands_by_running_text(words: &Words, own: usize, near: Range<usize>) -> bool {
    let paragraph = |n: &usize| {
        let block = words.document().blocks().get(*n);
        block.is_some_and(|block| block.kind == BlockKind::Paragraph)
    };
    near.filter(|&n| n != own).filter(paragraph).any(|n| is_closed(words, n))
}

/// Whether a mark, or an abbreviation with its full stop, ends the last sentence of a block.
fn is_closed(words: &Words, block: usize) -> bool {
    let tokens = last_tokens(words.document(), block);
    let closes = |n: usize| words.tag(n).is_mark() || words.norm(n).ends_with('.');
    tokens.end > tokens.start && closes(tokens.end - 1)
}

/// How many sentences a block has.
fn count(document: &Document, block: usize) -> usize {
    let sentences = document.sentences();
    let from = sentences.partition_point(|sentence| sentence.block < block);
    sentences.partition_point(|sentence| sentence.block <= block) - from
}

fn last_tokens(document: &Document, block: usize) -> Range<usize> {
    let sentences = document.sentences();
    let end = sentences.partition_point(|sentence| sentence.block <= block);
    let last = sentences.get(..end).and_then(<[_]>::last).filter(|last| last.block == block);
    last.map_or(0..0, |sentence| sentence.tokens.clone())
}
