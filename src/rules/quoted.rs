//! Owns quotations credited by a mark alone: `She was blunt: “No.”`, `“No.” — Ana Li`, and those set
//! apart below the line that introduces them.

use std::ops::Range;

use smallvec::smallvec;

use crate::{
    grammar::{
        guess::Guess,
        head::{Head, head},
        phrase::{subject_before, trim_marks},
        verb::is_finite,
        words::{is_in, is_mark, norm, quotation_at, tag},
    },
    lexicon::list::List,
    rules::{content::is_asked, cue, relation::Relation},
    token::{document::Document, quotation::Quotation},
    vocabulary::{
        kinds::BlockKind,
        reason::{ReasonCode, reason},
    },
};

static AND_BUT: List = List::named("and-but");
static DESCRIBED_RELATIVE: List = List::named("described-relative");
static OTHER_SPEAKER: List = List::named("other-speaker");
static SPEAKING_PRONOUN: List = List::named("speaking-pronoun");

/// The relations of all quotations that a mark credits, in no order.
pub fn relations(document: &Document) -> Vec<Relation> {
    let colons = document.sentences().iter().filter_map(|s| colon(document, &s.tokens));
    let dashes = document.quotations().iter().filter_map(|quotation| dash(document, quotation));
    let below = (1..document.blocks().len()).filter_map(|block| below(document, block));
    colons.chain(dashes).chain(below).collect()
}

/// `Ms. Li put it plainly: “No.”`: from the verb to the colon is the cue.
fn colon(document: &Document, sentence: &Range<usize>) -> Option<Relation> {
    const LONGEST: usize = 10;
    let opens = |at: &usize| norm(document, *at) == ":" && norm(document, at + 1) == "\"";
    let colon = sentence.clone().find(opens)?;
    let content = trim_marks(document, colon + 1..sentence.end);
    let quotation = quotation_at(document, colon + 1).filter(|quotation| quotation.closed)?;
    let whole = quotation.tokens.end + 1 >= content.end && quotation.tokens.len() > 3;
    let asked = is_asked(document, sentence)
        .then(|| sentence.clone().find(|at| norm(document, *at) == ","));
    let first = asked.flatten().map_or(sentence.start, |comma| comma + 1);
    let described = described(document, first, colon);
    let verb = described.or_else(|| (first..colon).find(|at| is_finite(document, *at)));
    let Some(verb) = verb else {
        let named = || name_alone(document, sentence.start..colon);
        let found =
            |source| introduced(document, source, colon..colon + 1, quotation.tokens.clone());
        return whole.then(named).flatten().map(found);
    };
    let short = colon - verb <= LONGEST;
    let subject = match described {
        Some(verb) => Some(first..verb),
        None => subject_before(document, verb, sentence.start),
    };
    let source = before_deed(document, subject.filter(|subject| speaks(document, subject))?);
    let found = || introduced(document, source, verb..colon + 1, quotation.tokens.clone());
    (whole && short).then(found)
}

/// `Another held up a bag and` declared: taggers take `held` for a participle.
fn before_deed(document: &Document, source: Range<usize>) -> Range<usize> {
    let joint = is_in(document, source.end - 1, &AND_BUT);
    let deed = (source.start + 1..source.end).find(|at| tag(document, *at).is_verb());
    source.start..deed.filter(|_| joint).unwrap_or(source.end)
}

/// `Another, who would not give her name, was blunt: “No.”`: the verb behind the clause.
fn described(document: &Document, start: usize, colon: usize) -> Option<usize> {
    let comma = (start..colon).find(|at| norm(document, *at) == ",")?;
    let who = is_in(document, comma + 1, &DESCRIBED_RELATIVE);
    let bare = who && !(start..comma).any(|at| is_finite(document, at));
    let main = |at: &usize| norm(document, *at - 1) == "," && is_finite(document, *at);
    (comma + 2..colon).find(main).filter(|_| bare)
}

/// `Forecaster Jill Tait: “The peak is to come.”`: a name and nothing else.
fn name_alone(document: &Document, words: Range<usize>) -> Option<Range<usize>> {
    const LONGEST: usize = 6;
    let Head::Name(name, _) = head(document, words.clone())? else { return None };
    let person = name.tokens.len() > 1 && name.guess != Guess::Organization;
    let whole = words.len() <= LONGEST && name.tokens.end == words.end;
    (person && whole).then_some(words)
}

fn introduced(
    document: &Document,
    source: Range<usize>,
    cue: Range<usize>,
    content: Range<usize>,
) -> Relation {
    let verb = cue.clone().rev().find_map(|at| cue::verb(document, at));
    let lemma = verb.map_or(":", |verb| verb.entry.lemma);
    Relation {
        sources: smallvec![source],
        cue,
        contents: smallvec![content],
        lemma: lemma.into(),
        confidence: 0.7,
        reasons: vec![reason(ReasonCode::Colon, lemma), reason(ReasonCode::Quotation, "")],
        ..Relation::default()
    }
}

/// Whether a phrase stands for somebody who can speak.
pub fn speaks(document: &Document, tokens: &Range<usize>) -> bool {
    if is_in(document, tokens.start, &OTHER_SPEAKER) {
        return true;
    }
    match head(document, tokens.clone()) {
        Some(Head::Name(..)) => true,
        Some(Head::Pronoun(at)) => is_in(document, at, &SPEAKING_PRONOUN),
        Some(Head::Phrase(phrase)) => phrase.noun.is_some(),
        Some(Head::Several) | None => false,
    }
}

/// `“No.” — Ana Li, minister`: the dash is the cue, the rest of the block the source.
fn dash(document: &Document, quotation: &Quotation) -> Option<Relation> {
    const LONGEST: usize = 16;
    let dash = quotation.tokens.end;
    let own = block_of(document, dash)?;
    let end = document.tokens_in(own).end;
    let source = trim_marks(document, dash + 1..end);
    let fits =
        norm(document, dash) == "-" && quotation.closed && (1..=LONGEST).contains(&source.len());
    if !fits {
        return None;
    }
    let verbless = !source.clone().any(|at| is_finite(document, at));
    let named = matches!(head(document, source.clone())?, Head::Name(..));
    (verbless && named && quotation.tokens.len() > 3).then(|| Relation {
        sources: smallvec![source],
        cue: Range { start: dash, end: dash + 1 },
        contents: smallvec![quotation.tokens.clone()],
        lemma: "—".into(),
        confidence: 0.8,
        reasons: vec![reason(ReasonCode::Dash, ""), reason(ReasonCode::Quotation, "")],
        ..Relation::default()
    })
}

fn block_of(document: &Document, token: usize) -> Option<crate::Span> {
    let at = document.tokens().get(token)?.span;
    let blocks = document.blocks();
    let own = blocks.partition_point(|block| block.span.end <= at.start);
    blocks.get(own).map(|block| block.span).filter(|span| span.contains(at))
}

/// `Ms. Li wrote:` above a quotation that is set apart.
fn below(document: &Document, block: usize) -> Option<Relation> {
    let (above, own) = (document.blocks().get(block - 1)?, document.blocks().get(block)?);
    let content = document.tokens_in(own.span);
    let quoted = quotation_at(document, content.start)
        .is_some_and(|quotation| quotation.tokens.end + 1 >= content.end);
    if own.kind != BlockKind::Blockquote && !quoted {
        return None;
    }
    let line = document.tokens_in(above.span);
    let colon = line.end.checked_sub(1).filter(|at| norm(document, *at) == ":")?;
    let floor = document.sentences().get(document.sentence_of(colon))?.tokens.start;
    let speech = |at: &usize| {
        let verb = cue::verb(document, *at).filter(|verb| verb.entry.takes('q'));
        verb.is_some() && tag(document, *at).is_verb()
    };
    let verb = (floor..colon).rev().find(speech)?;
    let source = subject_before(document, verb, floor).filter(|s| speaks(document, s))?;
    let bare = (verb + 1..colon).all(|at| !is_mark(document, at));
    bare.then(|| introduced(document, source, verb..colon + 1, content))
}
