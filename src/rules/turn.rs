//! Owns the turns of a dialogue: which paragraphs after a label belong to its speaker, and which are questions of
//! somebody without a label.

use std::ops::Range;

use crate::{
    grammar::words::{is_in, norm},
    lexicon::list::List,
    rules::{
        label::{Label, asks, is_personal, question},
        relation::Relation,
    },
    token::document::Document,
    vocabulary::{
        kinds::BlockKind,
        rule::{Rule, rule},
    },
};

static TALKS: List = List::named("noun-of-talk");

/// Adds the later paragraphs of turns to their relations, which stand in the order of the labels.
pub fn complete(document: &Document, found: &mut [Relation], labels: &[Label], speakers: &[&str]) {
    let dialogue = Dialogue::new(document, labels, speakers);
    let several = speakers.len() > 1 || question(document).is_some();
    let again = several && speakers.len() < labels.len() || dialogue.unlabelled;
    if again && TURN.is_on() {
        (TURN.apply)(document, found, &dialogue);
    }
}

/// The labelled turns of a text in which several people speak.
pub struct Dialogue<'a> {
    labels: &'a [Label<'a>],
    /// The names of the speakers.
    speakers: &'a [&'a str],
    /// Whether most questions stand without a label: `When did you begin?`
    unlabelled: bool,
    /// The first turn of whoever asks with a label.
    asker: Option<usize>,
    /// The first turn of the only one who answers with a label.
    answerer: Option<usize>,
}

impl<'a> Dialogue<'a> {
    fn new(document: &Document, labels: &'a [Label], speakers: &'a [&str]) -> Self {
        let inquires = |label: &&Label| ends_in_question(document, &label.content);
        // The first question may stand before the first label.
        let first = labels.first().map_or(0, |label| label.tokens.start);
        let before = document.blocks().iter().map(|block| document.tokens_in(block.span).start);
        let after = before.take_while(|start| *start < first).last().unwrap_or(first);
        let blocks = document.blocks().iter().filter(|block| !asks(document, block.span));
        let blocks = blocks.map(|block| document.tokens_in(block.span));
        let labelled = |block: &Range<usize>| {
            labels.binary_search_by_key(&block.end, |own| own.content.end).is_ok()
        };
        let open = blocks.filter(|own| own.start >= after && ends_in_question(document, own));
        let open = open.filter(|own| !labelled(own)).count();
        let answering = labels.iter().position(|label| !inquires(&label));
        let name = |at: usize| labels.get(at).map(Label::name);
        let others = labels.iter().filter(|label| !inquires(label));
        let only = others.map(Label::name).all(|own| answering.and_then(name) == Some(own));
        Self {
            labels,
            speakers,
            unlabelled: open > 1 && open > labels.iter().filter(inquires).count(),
            asker: labels.iter().position(|label| inquires(&label)),
            answerer: answering.filter(|_| only),
        }
    }
}

/// Adds the later paragraphs of the turns to their relations, which stand in the order of the labels.
type Turn = Rule<fn(&Document, &mut [Relation], &Dialogue)>;

/// The paragraphs of a turn after its first.
#[rustfmt::skip]
pub const TURN: Turn = rule("R76", "turn", "In a dialogue, all paragraphs from a label to the next one, or to a question without one, belong to it.",
    "Osei: I think so. | And I was there.", go_on);

fn go_on(document: &Document, found: &mut [Relation], dialogue: &Dialogue) {
    let Dialogue { labels, speakers, unlabelled, asker, answerer } = dialogue;
    let (mut turn, mut answered) = (None, false);
    let mut labels = labels.iter().enumerate().peekable();
    for block in document.blocks() {
        let own = document.tokens_in(block.span);
        while labels.peek().is_some_and(|(_, label)| label.tokens.start < own.end) {
            (turn, answered) = (labels.next().map(|(at, _)| at), true);
        }
        let Some(at) = turn else { continue };
        let known = found.get(at).and_then(|relation| relation.contents.last());
        if known.is_some_and(|content| own.end <= content.end) {
            continue;
        }
        let question = *unlabelled && ends_in_question(document, &own);
        let last = labels.peek().is_none();
        // After the last turn, a paragraph that names a speaker is the reporter's, and so is one behind the answer to an
        // unlabelled question that is not in the first person.
        let told = |at: usize| speakers.contains(&norm(document, at));
        let added = *unlabelled && answered && !question && !is_personal(document, &own);
        let about = own.clone().any(|at| is_in(document, at, &TALKS));
        let over = block.kind == BlockKind::Heading && !question || asks(document, block.span);
        if over || about || last && (added || own.clone().any(told)) {
            turn = None;
        } else if question {
            give(document, found, *asker, own);
            (turn, answered) = (answerer.filter(|_| last), false);
        } else if block.kind.is_prose() && !own.is_empty() {
            give(document, found, turn, own);
            answered = true;
        }
    }
}

/// Adds a paragraph to the contents of a turn.
fn give(document: &Document, found: &mut [Relation], turn: Option<usize>, paragraph: Range<usize>) {
    let Some(relation) = turn.and_then(|at| found.get_mut(at)) else { return };
    let words = || document.words(document.span(paragraph.clone())).to_owned();
    TURN.note(relation.cue.start, words);
    relation.contents.push(paragraph);
}

/// Whether a block ends with a question mark.
pub fn ends_in_question(document: &Document, tokens: &Range<usize>) -> bool {
    !tokens.is_empty() && norm(document, tokens.end - 1) == "?"
}
