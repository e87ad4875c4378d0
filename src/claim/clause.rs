//! Owns clauses: the propositions of a sentence, split by who says them and where "and" joins two.
//!
//! Leaves who has which words to `owners.rs`, and the kind of statement that a clause makes to `statement.rs`.

use std::ops::Range;

use smallvec::{SmallVec, smallvec};

use crate::{
    claim::owners::{Owner, Owners, Voice, is_finite, is_subordinator},
    grammar::{
        word::{Class, Words},
        words::is_mark,
    },
    lexicon::list::List,
    sentence::split::Sentence,
    text::span::Ranges,
    token::tag::Tag,
};

static CLAUSE_COORDINATOR: List = List::named("clause-coordinator");
static CONTRAST_CONJUNCTION: List = List::named("contrast-conjunction");
static NEGATION: List = List::named("negation");
static PARTITIVE_DETERMINER: List = List::named("partitive-determiner");
static SCOPE_PREPOSITION: List = List::named("scope-preposition");

static COMPLEMENTIZER: List = List::named("complementizer");
static GENITIVE_OF: List = List::named("genitive-of");
static INFINITIVE_MARKER: List = List::named("infinitive-marker");

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

/// The clauses of one sentence in order.
pub fn clauses(words: &Words, owners: &Owners, sentence: &Sentence) -> Vec<Clause> {
    let mut found = Vec::new();
    let credits = sentence.tokens.clone().any(|n| owners.of(n).credit);
    let taken = credits || sentence.tokens.clone().any(|n| owners.is_taken(n));
    let runs = runs(owners, sentence.tokens.clone());
    for group in runs.chunk_by(|a, b| a.0.content == b.0.content) {
        let owner = group.first().and_then(|(owner, _)| owner.content).map(|n| n as usize);
        let asks = asks(words, group.last().map(|(_, run)| run), sentence.tokens.end);
        for pieces in split(words, group.iter().map(|(_, run)| run)) {
            let head = head(words, pieces.iter().cloned().flatten());
            let opens = pieces.first().is_some_and(|piece| words.tag(piece.start) == Tag::CC);
            let fronted = is_fronted(words, &pieces, sentence.tokens.start);
            let pieces = trimmed(words, pieces, sentence.tokens.start);
            let clause = Clause { pieces, owner, head, asks, opens, voice: owners.voice(owner) };
            if !clause.pieces.is_empty()
                && stands(words, &clause, credits)
                && !(taken && fronted && owner.is_none())
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
    let (mut finite, mut open) = (false, 0usize);
    for piece in pieces {
        let mut from = piece.start;
        for n in piece.clone() {
            match words.tag(n) {
                Tag::Open => open += 1,
                Tag::Close => open = open.saturating_sub(1),
                _ => {}
            }
            if finite && open == 0 && opens_clause(words, n, piece.end) {
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
        // Not `so she can see it`, which says what for.
        word if CLAUSE_COORDINATOR.has(word) => {
            comma || words.tag(n) == Tag::CC && is_pronoun(words, n + 1)
        }
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
pub fn main_verb(words: &Words, mut tokens: impl Iterator<Item = usize>) -> Option<usize> {
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

/// The pieces without marks, conjunctions and "that" at their ends; an "although" that opens the sentence stays.
fn trimmed(words: &Words, pieces: Ranges, start: usize) -> Ranges {
    let mark = |n: usize| is_mark(words.document(), n) && words.norm(n) != "%";
    let mut first = true;
    let trim = |piece: Range<usize>| {
        let opens = |n: usize| {
            // Not `nor has she`.
            let joins = words.tag(n) == Tag::CC && !NEGATION.has(words.norm(n))
                || COMPLEMENTIZER.has(words.norm(n)) && words.tag(n) == Tag::IN;
            let contrast = CONTRAST_CONJUNCTION.has(words.norm(n));
            mark(n) && words.tag(n) != Tag::Dollar
                || first && (joins || contrast && !(start..n).all(mark))
        };
        let start = piece.clone().find(|&n| !opens(n))?;
        let ends = |n: usize| mark(n) || words.tag(n) == Tag::CC || is_subordinator(words, n);
        let end = (start..piece.end).rev().find(|&n| !ends(n))? + 1;
        first = false;
        Some(start..closed(words, start..end, piece.end))
    };
    pieces.into_iter().filter_map(trim).collect()
}

/// Where a piece ends with the marks behind it that close what it opens: `was late (by a year` | `)`.
fn closed(words: &Words, piece: Range<usize>, limit: usize) -> usize {
    let count = |tag: Tag| piece.clone().filter(|&n| words.tag(n) == tag).count();
    let open = |opening, closing| count(opening) > count(closing);
    let (brackets, quotes) = (open(Tag::Open, Tag::Close), open(Tag::OpenQuote, Tag::CloseQuote));
    let closes = |n: &usize| match words.tag(*n) {
        Tag::Close => brackets,
        Tag::CloseQuote => quotes,
        _ => false,
    };
    let behind = (piece.end..limit).take_while(|&n| words.tag(n).is_mark());
    behind.filter(closes).last().map_or(piece.end, |n| n + 1)
}

/// Whether a clause makes a statement of its own.
///
/// Words beside a cue often make none: "However," or "on Monday, after talks had failed", "It comes" before "after".
fn stands(words: &Words, clause: &Clause, credits: bool) -> bool {
    match clause.owner {
        None => {
            let bare = clause.tokens().nth(2).is_none()
                && clause.tokens().next().is_some_and(|n| is_pronoun(words, n));
            !credits || main_verb(words, clause.tokens()).is_some() && !bare
        }
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
    let pieces = trimmed(words, smallvec![tokens], sentence.tokens.start);
    (!pieces.is_empty()).then_some(Clause {
        pieces,
        owner,
        head,
        asks,
        opens: false,
        voice: owners.voice(owner),
    })
}
