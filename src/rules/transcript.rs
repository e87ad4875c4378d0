//! Owns transcripts: which labels say who speaks, and what each of them says.

use std::ops::Range;

use rustc_hash::{FxHashMap, FxHashSet};
use smallvec::smallvec;

use crate::{
    grammar::{
        verb::is_finite,
        words::{DEFINITE_ARTICLE, is_in, norm, tag},
    },
    rules::{
        label::{LONGEST, Label, answer, is_answer, is_personal, label, question},
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
    let in_person =
        labels.iter().any(|label| label.answer && is_personal(document, &label.content));
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
    turn::complete(document, &mut found, &labels, &speakers);
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
