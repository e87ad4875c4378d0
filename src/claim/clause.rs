//! Owns clauses: the propositions of a sentence, split by who says them and where "and" joins two.
//!
//! Leaves the kind of statement that a clause makes to `statement.rs`.

use std::ops::Range;

use smallvec::{SmallVec, smallvec};

use crate::{
    grammar::{
        word::{Class, Words},
        words::is_mark,
    },
    lexicon::list::List,
    report::Attribution,
    sentence::split::Sentence,
    text::span::{Ranges, Span},
    token::{document::Document, tag::Tag},
};

static CLAUSE_COORDINATOR: List = List::named("clause-coordinator");
static CONTRAST_CONJUNCTION: List = List::named("contrast-conjunction");
static FIRST_PERSON: List = List::named("first-person-subject");
static PARTITIVE_DETERMINER: List = List::named("partitive-determiner");
static SCOPE_PREPOSITION: List = List::named("scope-preposition");

static COMPLEMENTIZER: List = List::named("complementizer");
static GENITIVE_OF: List = List::named("genitive-of");
static INFINITIVE_MARKER: List = List::named("infinitive-marker");
static SUBORDINATOR: List = List::named("subordinator");

/// The words before a content in its sentence, if its source follows in a later one: `The seats were “so
/// dear. We left,” Ms. Li said.`
fn before(document: &Document, found: &Attribution, content: Span) -> Option<Span> {
    let sentence = |span: Span| document.sentence_of(document.tokens_in(span).start);
    let own = document.sentences().get(sentence(content))?.span;
    let later = sentence(found.cue.span) > sentence(content);
    (later && own.start < content.start).then(|| Span::new(own.start, content.start))
}

/// One proposition, in pieces where something stands between them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Clause {
    /// Its tokens, in order, without marks at the ends; never empty.
    pub pieces: Ranges,
    /// The attribution in whose content it stands.
    pub owner: Option<usize>,
    /// Its main finite verb.
    pub head: Option<usize>,
    /// Whether a question mark follows it.
    pub asks: bool,
    /// Whether "but", "and" or the like opens it.
    pub opens: bool,
    /// Who voices it.
    pub voice: Voice,
}

impl Clause {
    /// Its tokens, as indices into the document's tokens.
    pub fn tokens(&self) -> impl Iterator<Item = usize> + '_ {
        self.pieces.iter().cloned().flatten()
    }
}

/// Who voices a clause.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Voice {
    /// The article.
    #[default]
    Article,
    /// Whoever says "I think" or "we believe".
    Own,
    /// Somebody else who is credited.
    Other,
}

/// Whose words each token of a document is.
#[derive(Clone, Debug)]
pub struct Owners {
    tokens: Vec<Owner>,
    voices: Vec<Voice>,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Owner {
    content: Option<u32>,
    credit: bool,
}

impl Owners {
    /// Reads the attributions from the outermost inwards, so that the innermost owns its content.
    ///
    /// Content without a verb, as in "welcomed the deal", makes a claim only together with its cue. Inside
    /// another clause ("at a time when Paris fears a strike") it makes none.
    pub fn new(words: &Words, attributions: &[Attribution]) -> Self {
        let document = words.document();
        let tokens = vec![Owner::default(); document.tokens().len()];
        let voices = attributions.iter().map(|found| voice(words, found)).collect();
        let mut owners = Self { tokens, voices };
        let mut order: Vec<usize> = (0..attributions.len()).collect();
        order.sort_by_key(|&n| depth(attributions, n));
        for (n, found) in order.into_iter().map(|n| (n, &attributions[n])) {
            let credit = || found.sources.iter().chain([&found.cue.span]).copied();
            let clausal = found.contents.iter().any(|&span| has_verb(words, span));
            if clausal {
                credit().for_each(|span| owners.mark(document, span, |owner| owner.credit = true));
            } else if credit().any(|span| is_subordinate(words, span)) {
                continue;
            }
            let own = |owner: &mut Owner| owner.content = Some(n as u32);
            found.contents.iter().for_each(|&span| owners.mark(document, span, own));
            found
                .contents
                .iter()
                .filter_map(|&span| before(document, found, span))
                .for_each(|span| owners.mark(document, span, own));
            if !clausal {
                credit().for_each(|span| owners.mark(document, span, own));
            }
        }
        owners
    }

    fn mark(&mut self, document: &Document, span: Span, change: impl Fn(&mut Owner)) {
        let tokens = document.tokens_in(span);
        self.tokens.get_mut(tokens).unwrap_or_default().iter_mut().for_each(change);
    }

    fn voice(&self, owner: Option<usize>) -> Voice {
        owner.and_then(|n| self.voices.get(n)).copied().unwrap_or_default()
    }

    fn of(&self, token: usize) -> Owner {
        self.tokens.get(token).copied().unwrap_or_default()
    }
}

fn voice(words: &Words, found: &Attribution) -> Voice {
    let own = |span: &Span| {
        let first = words.document().tokens_in(*span).start;
        FIRST_PERSON.has(words.norm(first))
    };
    if found.sources.iter().any(own) { Voice::Own } else { Voice::Other }
}

fn has_verb(words: &Words, span: Span) -> bool {
    let tokens = words.document().tokens_in(span);
    let participle = |n: usize| words.tag(n) == Tag::VBN && words.tag(n.max(1) - 1).is_noun();
    let verb = |n| is_finite(words, n) || words.tag(n) == Tag::VB;
    tokens.clone().any(verb) || tokens.skip(1).any(participle)
}

fn is_subordinate(words: &Words, span: Span) -> bool {
    let start = words.document().tokens_in(span).start;
    start > 0 && is_subordinator(words, start - 1)
}

/// How many attributions an attribution is nested in; the count is capped, whatever the parents say.
fn depth(attributions: &[Attribution], n: usize) -> usize {
    let parent = |n: &usize| attributions.get(*n).and_then(|a| a.parent);
    std::iter::successors(parent(&n), parent).take(8).count()
}

/// The clauses of one sentence in order.
pub fn clauses(words: &Words, owners: &Owners, sentence: &Sentence) -> Vec<Clause> {
    let mut found = Vec::new();
    let credits = sentence.tokens.clone().any(|n| owners.of(n).credit);
    let runs = runs(owners, sentence.tokens.clone());
    for group in runs.chunk_by(|a, b| a.0.content == b.0.content) {
        let owner = group.first().and_then(|(owner, _)| owner.content).map(|n| n as usize);
        let asks = asks(words, group.last().map(|(_, run)| run), sentence.tokens.end);
        for pieces in split(words, group.iter().map(|(_, run)| run)) {
            let head = head(words, pieces.iter().cloned().flatten());
            let opens = pieces.first().is_some_and(|piece| words.tag(piece.start) == Tag::CC);
            let fronted = is_fronted(words, &pieces, sentence.tokens.start);
            let pieces = trimmed(words, pieces);
            let clause = Clause { pieces, owner, head, asks, opens, voice: owners.voice(owner) };
            if !clause.pieces.is_empty()
                && stands(words, &clause, credits)
                && !(credits && fronted && owner.is_none())
            {
                found.push(clause);
            }
        }
    }
    // `Ms. Li shrugged. “It was late.”`: a sentence that only credits claims nothing.
    if found.is_empty() && !credits {
        found.extend(whole(words, owners, sentence));
    }
    found.sort_by_key(|clause| clause.pieces[0].start);
    found
}

type Run = (Owner, Range<usize>);

/// The tokens outside sources and cues, by owner.
fn runs(owners: &Owners, tokens: Range<usize>) -> SmallVec<[Run; 8]> {
    let mut runs: SmallVec<[Run; 8]> = SmallVec::new();
    for n in tokens {
        let owner = owners.of(n);
        match runs.last_mut() {
            Some((last, run)) if *last == owner => run.end = n + 1,
            _ => runs.push((owner, n..n + 1)),
        }
    }
    runs.retain(|(owner, _)| !owner.credit);
    runs.sort_by_key(|(owner, _)| owner.content);
    runs
}

/// Whether a question mark ends the last piece, or follows it.
fn asks(words: &Words, last: Option<&Range<usize>>, end: usize) -> bool {
    let Some(last) = last else { return false };
    let behind = (last.end..end).take_while(|&n| words.tag(n).is_mark() || words.norm(n) == "?");
    last.clone().rev().take(3).chain(behind).any(|n| words.norm(n).contains('?'))
}

/// Splits a group where a second main clause begins.
fn split<'r>(
    words: &Words,
    pieces: impl Iterator<Item = &'r Range<usize>>,
) -> SmallVec<[Ranges; 2]> {
    let mut parts: SmallVec<[Ranges; 2]> = smallvec![Ranges::new()];
    let mut finite = false;
    for piece in pieces {
        let mut from = piece.start;
        for n in piece.clone() {
            if finite && opens_clause(words, n, piece.end) {
                parts.last_mut().into_iter().for_each(|part| part.push(from..n));
                parts.push(Ranges::new());
                (from, finite) = (n, false);
            }
            finite |= words.tag(n).is_verb() && words.tag(n) != Tag::VBG;
        }
        parts.last_mut().into_iter().for_each(|part| part.push(from..piece.end));
    }
    parts
}

/// Whether token `n` is "and", "while" or a semicolon before a subject and its verb.
fn opens_clause(words: &Words, n: usize, end: usize) -> bool {
    let comma = n > 0 && matches!(words.norm(n - 1), "," | ";" | "-" | "--");
    let near = match words.norm(n) {
        ";" => true,
        word if CLAUSE_COORDINATOR.has(word) => comma || is_pronoun(words, n + 1),
        word if CONTRAST_CONJUNCTION.has(word) => comma,
        _ => return false,
    };
    near && subject(words, n + 1, end).is_some_and(|verb| is_finite(words, verb))
}

/// The token after the noun phrase that opens at `n`, where there is one.
fn subject(words: &Words, n: usize, end: usize) -> Option<usize> {
    use Tag::{CD, DT, EX, JJ, JJR, JJS, PDT, POS, PRP, PRPP, RB};
    let mut noun = false;
    for at in n..end.min(n + 14) {
        match words.tag(at) {
            tag if tag.is_noun() => noun = true,
            PRP | EX => return Some(adverbs(words, at + 1)),
            CD | DT => noun |= at > n || PARTITIVE_DETERMINER.has(words.norm(at)),
            JJ | JJR | JJS | PDT | POS | PRPP | RB => {}
            Tag::IN if noun && GENITIVE_OF.has(words.norm(at)) => {}
            Tag::IN | Tag::CC if noun && is_phrase(words, at) => {}
            _ => return noun.then(|| adverbs(words, at)),
        }
    }
    None
}

/// Whether a preposition or "and" continues the noun phrase.
fn is_phrase(words: &Words, at: usize) -> bool {
    SCOPE_PREPOSITION.has(words.norm(at))
}

fn adverbs(words: &Words, n: usize) -> usize {
    (n..n + 3).find(|&at| words.tag(at) != Tag::RB).unwrap_or(n)
}

fn is_pronoun(words: &Words, n: usize) -> bool {
    matches!(words.tag(n), Tag::PRP | Tag::EX)
}

/// Whether a token is a verb that can head a clause.
pub fn is_finite(words: &Words, n: usize) -> bool {
    matches!(words.tag(n), Tag::VBD | Tag::VBZ | Tag::VBP | Tag::MD)
}

/// The verb that heads a clause: its main one, or else the first that is finite.
///
/// Taggers mistake a past tense far from its subject for a participle, so a participle after a noun counts
/// if no verb is finite.
fn head(words: &Words, tokens: impl Iterator<Item = usize> + Clone) -> Option<usize> {
    let finite = || tokens.clone().find(|&n| is_finite(words, n));
    main_verb(words, tokens.clone()).or_else(finite).or_else(|| participle(words, tokens))
}

/// The main finite verb: each subordinator claims the next finite verb, and the first one left over is the
/// main verb.
fn main_verb(words: &Words, mut tokens: impl Iterator<Item = usize>) -> Option<usize> {
    let mut subordinate = 0usize;
    tokens.find(|&n| {
        let finite = is_finite(words, n);
        let main = finite && subordinate == 0;
        subordinate = subordinate.saturating_sub(usize::from(finite))
            + usize::from(!finite && is_subordinator(words, n));
        main
    })
}

fn participle(words: &Words, mut tokens: impl Iterator<Item = usize>) -> Option<usize> {
    let mut noun = false;
    tokens.find(|&n| {
        noun |= words.tag(n).is_noun() || matches!(words.tag(n), Tag::JJ | Tag::CD | Tag::PRP);
        let plan = words.has(n, Class::Intention) && INFINITIVE_MARKER.has(words.norm(n + 1));
        let verb = matches!(words.tag(n), Tag::VBN | Tag::VB) || plan;
        noun && verb && !INFINITIVE_MARKER.has(words.norm(n.saturating_sub(1)))
    })
}

fn is_subordinator(words: &Words, n: usize) -> bool {
    match words.tag(n) {
        Tag::WDT | Tag::WP | Tag::WPP | Tag::WRB => true,
        Tag::IN => SUBORDINATOR.has(words.norm(n)),
        _ => false,
    }
}

/// The pieces without marks, conjunctions and "that" at their ends.
fn trimmed(words: &Words, pieces: Ranges) -> Ranges {
    let mark = |n: usize| is_mark(words.document(), n) && words.norm(n) != "%";
    let mut first = true;
    let trim = |piece: Range<usize>| {
        let opens = |n: usize| {
            let joins = words.tag(n) == Tag::CC
                || COMPLEMENTIZER.has(words.norm(n)) && words.tag(n) == Tag::IN;
            let contrast = CONTRAST_CONJUNCTION.has(words.norm(n));
            mark(n) && words.tag(n) != Tag::Dollar || first && (joins || contrast && n > 0)
        };
        let start = piece.clone().find(|&n| !opens(n))?;
        let ends = |n: usize| mark(n) || words.tag(n) == Tag::CC || is_subordinator(words, n);
        let end = (start..piece.end).rev().find(|&n| !ends(n))? + 1;
        first = false;
        Some(start..end)
    };
    pieces.into_iter().filter_map(trim).collect()
}

/// Whether a clause makes a statement of its own.
///
/// Words beside a cue often make none: "However," or "on Monday, after talks had failed".
fn stands(words: &Words, clause: &Clause, credits: bool) -> bool {
    match clause.owner {
        None => !credits || main_verb(words, clause.tokens()).is_some(),
        Some(_) => clause.head.is_some() || clause.tokens().any(|n| words.tag(n) == Tag::VB),
    }
}

/// Whether a clause that opens its sentence has no main verb or no subject: "While police have not named
/// him, …", "Asked whether it was late, …".
fn is_fronted(words: &Words, pieces: &Ranges, start: usize) -> bool {
    let opens = pieces.first().is_some_and(|piece| piece.start == start);
    let participle = matches!(words.tag(start), Tag::VBN | Tag::VBD | Tag::VBG);
    opens && (participle || main_verb(words, pieces.iter().cloned().flatten()).is_none())
}

/// The sentence as one clause, as for "The ministry welcomed the deal", which has no clause beside its cue.
fn whole(words: &Words, owners: &Owners, sentence: &Sentence) -> Option<Clause> {
    let tokens = sentence.tokens.clone();
    let owner = tokens.clone().find_map(|n| owners.of(n).content).map(|n| n as usize);
    let head = head(words, tokens.clone());
    let asks = asks(words, Some(&tokens), tokens.end);
    let pieces = trimmed(words, smallvec![tokens]);
    (!pieces.is_empty()).then_some(Clause {
        pieces,
        owner,
        head,
        asks,
        opens: false,
        voice: owners.voice(owner),
    })
}
