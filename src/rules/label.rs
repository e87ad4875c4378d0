//! Owns labels: the words before a colon that opens a block, `LI: We won't cut.`, and the letters of questions and answers.
//!
//! Leaves out whether a label says who speaks: `transcript.rs` asks that of all labels together.

use std::ops::Range;

use crate::{
    grammar::{
        guess::{Guess, is_acronym, is_place},
        head::{Head, head},
        words::{in_one_block, is_capital, is_in, is_mark, norm},
    },
    lexicon::{list::List, noun::noun},
    text::span::Span,
    token::document::Document,
};

static SALUTATIONS: List = List::named("salutation");
static RUBRICS: List = List::named("rubric");
static QUESTIONS: List = List::named("label-of-question");

/// First-person words, which show that somebody answers in person.
static ANSWERING: List = List::named("first-person-answer");

/// How answers are labelled: `A: No.`
pub static ANSWERS: List = List::named("label-of-answer");

/// How many tokens a label has at most, with its colon.
pub const LONGEST: usize = 6;

/// A label before a colon that opens a block.
pub struct Label<'a> {
    pub document: &'a Document<'a>,
    /// Its tokens, up to the colon.
    pub tokens: Range<usize>,
    /// All capitals, or an account's name: only labels are written like that.
    pub capitals: bool,
    /// What follows the colon.
    pub content: Range<usize>,
    /// Whether it is a role, not a name: `Host`.
    pub role: bool,
    /// Whether other blocks open with labels too, so that this may be a speaker's.
    pub several: bool,
    /// Whether another block opens with the same label.
    pub again: bool,
    /// Whether it is one word that follows an article elsewhere: `the Owls`.
    pub thing: bool,
    /// Whether it is the letter of an answer, and there are questions.
    pub answer: bool,
    /// Whether some answer is in the first person.
    pub in_person: bool,
}

impl Label<'_> {
    /// Whether it stands alone on its line.
    pub fn is_alone(&self) -> bool {
        !in_one_block(self.document, self.tokens.start, self.content.start)
    }

    /// Its last word, which later labels may use for the same speaker.
    pub fn name(&self) -> &str {
        norm(self.document, self.tokens.end - 1)
    }
}

/// The first token of the first block that is labelled as a question: `Q: Do you regret it?`
pub fn question(document: &Document) -> Option<usize> {
    let asking = document.blocks().iter().find(|block| asks(document, block.span))?;
    Some(document.tokens_in(asking.span).start)
}

/// Whether a block is labelled as a question. The letter needs no mark: `Q Do you regret it?`
pub fn asks(document: &Document, block: Span) -> bool {
    let first = document.tokens_in(block).start;
    let opens = is_capital(document, first + 1) || is_mark(document, first + 1);
    let letter = norm(document, first).len() == 1 && opens;
    is_in(document, first, &QUESTIONS) && (letter || is_label_mark(document, first + 1))
}

fn is_label_mark(document: &Document, at: usize) -> bool {
    matches!(norm(document, at), ":" | ".")
}

/// Whether words are in the first person.
pub fn is_personal(document: &Document, tokens: &Range<usize>) -> bool {
    tokens.clone().any(|at| is_in(document, at, &ANSWERING))
}

/// Whether a block is labelled as an answer.
pub fn is_answer(document: &Document, at: usize) -> bool {
    is_in(document, at, &ANSWERS) && is_label_mark(document, at + 1)
}

/// The label of an answer, `A:`.
pub fn answer<'a>(document: &'a Document, block: &Range<usize>) -> Option<Label<'a>> {
    let mark = block.start + 1;
    (is_answer(document, block.start) && mark + 1 < block.end).then(|| Label {
        document,
        tokens: block.start..mark,
        capitals: false,
        content: mark + 1..block.end,
        role: false,
        several: false,
        again: false,
        thing: false,
        answer: true,
        in_person: false,
    })
}

/// The label of a block, if it opens with one that may be a speaker's.
pub fn label<'a>(document: &'a Document, block: &Range<usize>) -> Option<Label<'a>> {
    let mut near = block.start..block.end.min(block.start + LONGEST);
    let colon = near.find(|at| norm(document, *at) == ":")?;
    let tokens = block.start..colon;
    if tokens.is_empty() || colon + 2 >= block.end || is_rubric(document, &tokens) {
        return None;
    }
    let acronym = |at: usize| is_acronym(document, at);
    let account = document.words(document.span(tokens.clone())).starts_with('@');
    let capitals = account
        || tokens.clone().any(acronym)
            && tokens.clone().all(|at| acronym(at) || is_mark(document, at));
    let content = colon + 1..block.end;
    let name = is_name(document, &tokens);
    let role = !name && is_role(document, &tokens);
    let greets = is_in(document, tokens.start, &SALUTATIONS);
    (!greets && (capitals || name || role)).then_some(Label {
        document,
        tokens,
        capitals,
        content,
        role,
        several: false,
        again: false,
        thing: false,
        answer: false,
        in_person: false,
    })
}

/// Whether the label is a noun for a person, as in `Host: Welcome.`
fn is_role(document: &Document, tokens: &Range<usize>) -> bool {
    let human = noun(norm(document, tokens.start)).is_some_and(|noun| noun.is_human());
    human && tokens.len() == 1
}

/// Whether the label is only a name, and not of a place: `Iran: Talks held` is a topic.
fn is_name(document: &Document, tokens: &Range<usize>) -> bool {
    // `Brandt (Orvik): We lost.`
    let open = tokens.clone().find(|at| norm(document, *at) == "(");
    let closed = norm(document, tokens.end - 1) == ")";
    let tokens = tokens.start..open.filter(|_| closed).unwrap_or(tokens.end);
    let Some(Head::Name(name, _)) = head(document, tokens.clone()) else { return false };
    let known = name.guess != Guess::Organization || tokens.len() < 4;
    known && name.tokens.end == tokens.end && !is_place(norm(document, name.tokens.end - 1))
}

/// Whether a label names a part of the page, not a speaker.
pub fn is_rubric(document: &Document, tokens: &Range<usize>) -> bool {
    tokens.clone().any(|at| is_in(document, at, &RUBRICS))
}
