//! Owns the labels of a transcript: `LI: We won't cut.`

use std::ops::Range;

use rustc_hash::{FxHashMap, FxHashSet};
use smallvec::smallvec;

use crate::{
    grammar::{
        guess::{Guess, is_acronym, is_place},
        head::{Head, head},
        verb::is_finite,
        words::{DEFINITE_ARTICLE, in_one_block, is_capital, is_in, is_mark, norm, tag},
    },
    lexicon::{list::List, noun::noun},
    rules::{
        relation::{Construction, Relation},
        turn,
    },
    text::span::Span,
    token::document::Document,
    vocabulary::{
        kinds::BlockKind,
        reason::{ReasonCode, reason},
        rule::{Rule, any, rule},
    },
};

static SALUTATIONS: List = List::named("salutation");
static RUBRICS: List = List::named("rubric");
static QUESTIONS: List = List::named("label-of-question");

/// First-person words, which show that somebody answers in person.
static ANSWERING: List = List::named("first-person-answer");

/// How answers are labelled: `A: No.`
pub static ANSWERS: List = List::named("label-of-answer");

/// How many tokens a label has at most, with its colon.
const LONGEST: usize = 6;

/// A label before a colon that opens a block.
pub struct Label<'a> {
    document: &'a Document<'a>,
    /// Its tokens, up to the colon.
    pub tokens: Range<usize>,
    /// All capitals, or an account's name: only labels are written like that.
    capitals: bool,
    /// What follows the colon.
    pub content: Range<usize>,
    /// Whether it is a role, not a name: `Host`.
    role: bool,
    /// Whether other blocks open with labels too, so that this may be a speaker's.
    several: bool,
    /// Whether another block opens with the same label.
    again: bool,
    /// Whether it is one word that follows an article elsewhere: `the Owls`.
    thing: bool,
    /// Whether it is the letter of an answer, and there are questions.
    answer: bool,
    /// Whether some answer is in the first person.
    in_person: bool,
}

/// Whether a label says who speaks.
type Row = Rule<fn(&Label) -> bool>;

/// In the order they are asked.
#[rustfmt::skip]
pub const LABELS: [Row; 3] = [
    rule("R77", "answer", "Where questions are labelled and somebody answers in the first person, the letter before an answer is that person.",
        "Q: Will it close? A: I hope not.", |label| label.answer && label.in_person),
    rule("R50", "label-in-capitals", "A name in capitals, or an account, labels what follows it.",
        "LI: We won’t cut.", |label| label.capitals && (label.again || !label.is_alone())),
    rule("R51", "label-of-several", "Among other labels a name labels what follows, if it comes again or states something; a role, or a name alone on its line, if it comes again.",
        "Osei: I think so.", labels_speaker),
];

/// `Prize: A silver cup.` is not speech; `Guest: Tired.` is, if the guest says more elsewhere.
fn labels_speaker(label: &Label) -> bool {
    let Label { document, content, role, several, again, thing, answer, .. } = label;
    let states = || !role && !label.is_alone() && content.clone().any(|at| is_finite(document, at));
    *several && !answer && !thing && (*again || states())
}

/// The relations whose cue is the colon after a label, in order.
pub fn relations(document: &Document) -> Vec<Relation> {
    let asked = question(document).is_some();
    let prose = document.blocks().iter().enumerate().filter(|(_, block)| block.kind.is_prose());
    // `A: Trip to the sea` looks like a heading.
    let answers = |span: Span| asked && is_answer(document, document.tokens_in(span).start);
    let prose = prose.filter(|(_, block)| {
        block.kind != BlockKind::Heading
            || document.words(block.span).starts_with('@')
            || answers(block.span)
    });
    let labelled = |block: &Range<usize>| {
        answer(document, block).filter(|_| asked).or_else(|| label(document, block))
    };
    let mut labels: Vec<Label> =
        prose.filter_map(|(at, _)| labelled(&with_next(document, at))).collect();
    // `Q: When does it open? A: In May` may be a list of questions and answers in which nobody speaks.
    let personal = |label: &Label| label.content.clone().any(|at| is_in(document, at, &ANSWERING));
    let in_person = labels.iter().any(|label| label.answer && personal(label));
    labels.iter_mut().for_each(|label| label.in_person = in_person);
    let several = labels.len() > 1;
    let things = if several { with_article(document) } else { FxHashSet::default() };
    let mut times: FxHashMap<String, usize> = FxHashMap::default();
    for label in &labels {
        *times.entry(label.name().to_owned()).or_default() += 1;
    }
    for label in &mut labels {
        label.several = several;
        label.again = times.get(label.name()).is_some_and(|times| *times > 1);
        label.thing = label.tokens.len() == 1 && things.contains(label.name());
    }
    labels.retain(|label| any(&LABELS, label.tokens.end, |speaks| speaks(label)));
    let mut speakers: Vec<&str> = labels.iter().map(Label::name).collect();
    speakers.sort_unstable();
    speakers.dedup();
    let mut found: Vec<Relation> = labels.iter().map(relation).collect();
    if 1 < speakers.len() || asked {
        turn::complete(document, &mut found, &labels, &speakers);
    }
    found
}

/// The tokens of a block, with those of the next where it is a label alone on its line.
fn with_next(document: &Document, at: usize) -> Range<usize> {
    let tokens = |at: usize| document.blocks().get(at).map(|block| document.tokens_in(block.span));
    let own = tokens(at).unwrap_or_default();
    let alone = (1..=LONGEST).contains(&own.len()) && norm(document, own.end - 1) == ":";
    let next = tokens(at + 1).filter(|_| alone);
    own.start..next.map_or(own.end, |next| next.end)
}

impl Label<'_> {
    /// Whether it stands alone on its line.
    fn is_alone(&self) -> bool {
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

fn is_answer(document: &Document, at: usize) -> bool {
    is_in(document, at, &ANSWERS) && is_label_mark(document, at + 1)
}

/// The label of an answer, `A:`.
fn answer<'a>(document: &'a Document, block: &Range<usize>) -> Option<Label<'a>> {
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

/// The words of names that follow an article somewhere: `the Orvik Owls` is a team, not a person.
fn with_article<'d>(document: &'d Document) -> FxHashSet<&'d str> {
    let mut behind = false;
    let names = (1..document.tokens().len()).filter(|at| {
        let begins = is_in(document, at - 1, &DEFINITE_ARTICLE);
        behind = (begins || behind) && tag(document, *at).is_name();
        behind
    });
    names.map(|at| norm(document, at)).collect()
}

fn label<'a>(document: &'a Document, block: &Range<usize>) -> Option<Label<'a>> {
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

fn relation(label: &Label) -> Relation {
    let words = label.document.words(label.document.span(label.tokens.clone()));
    Relation {
        sources: smallvec![label.tokens.clone()],
        cue: label.tokens.end..label.content.start,
        contents: smallvec![label.content.clone()],
        lemma: ":".into(),
        confidence: if label.capitals { 0.85 } else { 0.7 },
        reasons: vec![reason(ReasonCode::Label, words.to_owned())],
        construction: Construction::Label,
        ..Relation::default()
    }
}
