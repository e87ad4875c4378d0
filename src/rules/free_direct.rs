//! Owns free direct speech: quotations without a clause of saying, whose speaker the sentence before them shows:
//! `Ms. Li shrugs. “It was never ours.”`, or whose speaker stands before them: `Ana Li, 34, “It was never ours.”`

use crate::{
    grammar::{
        guess::Guess,
        head::{Head, head},
        phrase::{subject_before, trim_marks},
        verb::{is_finite, verb_group},
        words::{
            in_one_block, is_capital, is_comma, is_in, is_one, norm, quotation_at, sentence_at, tag,
        },
    },
    lexicon::list::List,
    rules::{
        quoted::speaks,
        relation::{Construction, QuotationRule, Relation, of_quotations},
    },
    token::{document::Document, quotation::Quotation, tag::Tag},
    vocabulary::{
        reason::{ReasonCode, reason},
        rule::rule,
    },
};

/// What people do just before or while they speak.
static GESTURES: List = List::named("verb-of-gesture");

/// In the order they are asked.
#[rustfmt::skip]
pub const SHOWN: [QuotationRule; 2] = [
    rule("R92", "name-before", "A person’s name, with what describes them, and a comma or colon open a sentence whose rest is a quotation.",
        "Ana Li, 34, | “I get to work sooner.”; – Ana Li, nurse: | “We ran out of gloves.”", named),
    rule("R78", "gesture", "Whoever makes a gesture in a short sentence speaks the quotation after it.",
        "Ms. Li shrugs. | “It was never ours.”", gesture),
];

/// The relations of all such quotations, in text order.
pub fn relations(document: &Document) -> Vec<Relation> {
    of_quotations(document, &SHOWN)
}

fn gesture(document: &Document, quotation: &Quotation) -> Option<Relation> {
    const LONGEST: usize = 10;
    let (open, end) = (quotation.tokens.start, quotation.tokens.end);
    let before = sentence_at(document, open.checked_sub(1)?);
    let follows = before.end == open && in_one_block(document, before.start, open);
    // `“No,” said the clerk` has a source of its own.
    let alone = quotation.closed
        && sentence_at(document, end - 1).end == end
        && is_one(document, end.wrapping_sub(2), &[".", "?", "!", "…"]);
    let plain =
        before.len() <= LONGEST && before.clone().all(|at| quotation_at(document, at).is_none());
    if !follows || !alone || !plain {
        return None;
    }
    let moves = |at: &usize| is_in(document, *at, &GESTURES) && tag(document, *at).is_verb();
    let verb = before.clone().find(moves)?;
    let group = verb_group(document, verb, before.start);
    let source = subject_before(document, group, before.start)?;
    // `Hearing that, Ms. Li shrugged.`
    let main = source.start == before.start || is_comma(document, source.start - 1);
    (main && speaks(document, &source)).then(|| Relation {
        sources: [source].into_iter().collect(),
        cue: verb..verb + 1,
        contents: [quotation.tokens.clone()].into_iter().collect(),
        confidence: 0.65,
        construction: Construction::Introduced,
        ..Relation::default()
    })
}

/// What people in the street say is often listed without a verb of saying.
fn named(document: &Document, quotation: &Quotation) -> Option<Relation> {
    const LONGEST: usize = 12;
    const SHORTEST: usize = 4;
    let (open, end) = (quotation.tokens.start, quotation.tokens.end);
    let mark = open.checked_sub(1)?;
    let source = trim_marks(document, sentence_at(document, mark).start..mark);
    // `Ana Li: “No.”` may be a title with its topic.
    let described = || source.clone().any(|at| is_comma(document, at));
    if !(is_comma(document, mark) || norm(document, mark) == ":" && described()) {
        return None;
    }
    let alone = quotation.closed && sentence_at(document, end - 1).end == end;
    // A title has capitals: `Ana Li, “Who Pays?”`.
    let small = |at: &usize| norm(document, *at).len() > 3 && !is_capital(document, *at);
    let said = quotation.tokens.len() > SHORTEST && quotation.tokens.clone().any(|at| small(&at));
    let opens = matches!(tag(document, source.start), Tag::DT | Tag::JJ | Tag::NN)
        || tag(document, source.start).is_name();
    let plain = source.len() <= LONGEST && !source.clone().any(|at| is_finite(document, at));
    if !alone || !said || !opens || !plain {
        return None;
    }
    let Some(Head::Name(name, _)) = head(document, source.clone()) else { return None };
    let person = name.guess == Guess::Person || name.guess == Guess::Open && name.tokens.len() > 1;
    person.then(|| Relation {
        sources: [source].into_iter().collect(),
        cue: mark..open,
        contents: [quotation.tokens.clone()].into_iter().collect(),
        lemma: norm(document, mark).to_owned().into(),
        confidence: 0.8,
        reasons: vec![reason(ReasonCode::Quotation, "")],
        construction: Construction::Introduced,
        ..Relation::default()
    })
}
