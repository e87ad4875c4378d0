//! Owns the labels of a transcript: `LI: We won't cut.`

use std::ops::Range;

use rustc_hash::{FxHashMap, FxHashSet};
use smallvec::smallvec;

use crate::{
    grammar::{
        guess::{Guess, is_acronym, is_place},
        head::{Head, head},
        verb::is_finite,
        words::{DEFINITE_ARTICLE, in_one_block, is_in, is_mark, norm, tag},
    },
    lexicon::{list::List, noun::noun},
    rules::relation::{Construction, Relation},
    text::span::Span,
    token::document::Document,
    vocabulary::{
        kinds::BlockKind,
        reason::{ReasonCode, reason},
        rule::{Rule, any, rule},
    },
};

static SALUTATIONS: List = List::named("salutation");
static TALKS: List = List::named("noun-of-talk");
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
    tokens: Range<usize>,
    /// All capitals, or an account's name: only labels are written like that.
    capitals: bool,
    /// What follows the colon.
    content: Range<usize>,
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
    let prose = document.blocks().iter().enumerate().filter(|(_, block)| block.kind.is_prose());
    let prose = prose.filter(|(_, block)| {
        block.kind != BlockKind::Heading || document.words(block.span).starts_with('@')
    });
    let asked = question(document).is_some();
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
    let dialogue = (1 < speakers.len() || asked) && speakers.len() < labels.len();
    let mut found: Vec<Relation> = labels.iter().map(relation).collect();
    let ends = labels.iter().skip(1).map(|label| Some(label.tokens.start)).chain([None]);
    for (relation, end) in found.iter_mut().zip(ends).filter(|_| dialogue && TURN.is_on()) {
        (TURN.apply)(document, relation, end, &speakers);
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
    fn name(&self) -> &str {
        norm(self.document, self.tokens.end - 1)
    }
}

/// Adds the later paragraphs of a turn to its relation, given the token at which the next turn begins and the
/// names of the speakers.
type Turn = Rule<fn(&Document, &mut Relation, Option<usize>, &[&str])>;

/// The paragraphs of a turn after its first.
#[rustfmt::skip]
pub const TURN: Turn = rule("R76", "turn", "In a dialogue, all paragraphs from a label to the next one belong to it.",
    "Osei: I think so. | And I was there.", go_on);

fn go_on(document: &Document, relation: &mut Relation, next: Option<usize>, speakers: &[&str]) {
    let Some(last) = relation.contents.last().map(|content| content.end) else { return };
    let blocks = document.blocks();
    let from = blocks.partition_point(|block| document.tokens_in(block.span).end <= last);
    for block in blocks.get(from..).unwrap_or_default() {
        let own = document.tokens_in(block.span);
        let ends = next.is_some_and(|next| own.start >= next)
            || block.kind == BlockKind::Heading
            || asks(document, block.span);
        // After the last turn, a paragraph that names a speaker is the reporter's.
        let told = |at: usize| speakers.contains(&norm(document, at));
        let about = own.clone().any(|at| is_in(document, at, &TALKS));
        if ends || about || next.is_none() && own.clone().any(told) {
            return;
        }
        if block.kind.is_prose() && !own.is_empty() {
            TURN.note(relation.cue.start, || document.words(block.span).to_owned());
            relation.contents.push(own);
        }
    }
}

/// The first token of the first block that is labelled as a question: `Q: Do you regret it?`
pub fn question(document: &Document) -> Option<usize> {
    let asking = document.blocks().iter().find(|block| asks(document, block.span))?;
    Some(document.tokens_in(asking.span).start)
}

fn asks(document: &Document, block: Span) -> bool {
    let first = document.tokens_in(block).start;
    is_in(document, first, &QUESTIONS) && is_label_mark(document, first + 1)
}

fn is_label_mark(document: &Document, at: usize) -> bool {
    matches!(norm(document, at), ":" | ".")
}

/// The label of an answer, `A:`.
fn answer<'a>(document: &'a Document, block: &Range<usize>) -> Option<Label<'a>> {
    let mark = block.start + 1;
    let labelled = is_in(document, block.start, &ANSWERS) && is_label_mark(document, mark);
    (labelled && mark + 1 < block.end).then(|| Label {
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
