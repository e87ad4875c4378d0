//! Owns the extent of the article's own clauses: the words of an attribution without which they cannot be read.
//!
//! "The firm employs 900 people and says it will hire": the source of the second verb is the subject of the first.
//! Leaves to `clause.rs` where a clause begins and ends among the words that no attribution has.

use std::ops::Range;

use crate::{
    claim::{
        clause::{self, Clause},
        owners::{Owners, is_finite},
    },
    grammar::word::Words,
    lexicon::list::List,
    sentence::split::Sentence,
    text::span::Ranges,
    token::tag::Tag,
};

static ACCOMPANYING: List = List::named("accompanying-with");
static COMING: List = List::named("verb-of-coming");
static FORM_OF_BE: List = List::named("form-of-be");
static QUOTING: List = List::named("participle-of-quoting");

/// How many tokens are searched for what a clause lacks; keeps the time linear.
const REACH: usize = 80;

/// The clauses of a sentence, in order. The article's own get what they need of its attributions; those that say
/// nothing without them go: "The story is" before "that the bank lied".
pub fn clauses(words: &Words, owners: &Owners, sentence: &Sentence) -> Vec<Clause> {
    let mut clauses = clause::clauses(words, owners, sentence);
    let tokens = sentence.tokens.clone();
    if tokens.clone().any(|n| owners.is_taken(n)) {
        let extent = Extent { words, owners, tokens };
        clauses.retain_mut(|clause| clause.owner.is_some() || extent.complete(clause));
        clauses.sort_by_key(|clause| clause.pieces.first().map(|piece| piece.start));
    }
    clauses
}

/// A sentence of which attributions have taken some words.
struct Extent<'d> {
    words: &'d Words<'d, 'd>,
    owners: &'d Owners,
    tokens: Range<usize>,
}

impl Extent<'_> {
    /// Completes a clause; returns whether it says anything.
    fn complete(&self, clause: &mut Clause) -> bool {
        let Some(last) = clause.tokens().last() else { return false };
        if FORM_OF_BE.has(self.words.norm(last)) && self.owners.is_content(last + 1) {
            return false;
        }
        // `Reuters quoted | a clerk as saying`
        if QUOTING.has(self.words.norm(last)) && self.owners.is_source(last + 1) {
            return false;
        }
        if self.only_comes(clause, last) || self.only_listens(clause) {
            return false;
        }
        let begun = self.begun(clause);
        let ended = begun.into_iter().map(|piece| self.ended(piece));
        clause.pieces = self.joined(ended);
        !clause.pieces.is_empty()
    }

    /// Whether a clause only tells when something came that an attribution has: `The vote comes days | before the party
    /// said`.
    fn only_comes(&self, clause: &Clause, last: usize) -> bool {
        const LONGEST: usize = 5;
        let comes = |head: &usize| COMING.has(self.words.norm(*head)) && last - head <= LONGEST;
        clause.head.filter(|head| *head <= last).is_some_and(|head| comes(&head))
            && (last + 1..last + 3).any(|n| self.owners.is_taken(n))
    }

    /// Whether a clause only tells to whom something was said: `she told | a hearing that lasted an hour`.
    fn only_listens(&self, clause: &Clause) -> bool {
        let Some(first) = clause.pieces.first().map(|piece| piece.start) else { return false };
        let nominal =
            self.words.tag(first).is_noun() || matches!(self.words.tag(first), Tag::DT | Tag::PRPP);
        let cue = first.checked_sub(1).filter(|cue| self.owners.is_credit(*cue));
        nominal
            && cue.is_some_and(|cue| self.words.tag(cue).is_verb() && !self.owners.is_source(cue))
    }

    /// The pieces with the subject, where that stands among words of an attribution.
    fn begun(&self, clause: &Clause) -> Ranges {
        let mut pieces = clause.pieces.clone();
        let Some(first) = pieces.first().map(|piece| piece.start) else { return pieces };
        let before = self.before(first);
        let opens = match self.words.tag(first) {
            Tag::WP | Tag::WDT | Tag::WPP => self.owners.is_source(before),
            Tag::IN => before + 1 == first && self.owners.is_taken(before),
            _ => self.lacks_subject(clause, first),
        };
        if first == self.tokens.start || !opens {
            return pieces;
        }
        let joined = self.joins(before + 1..first);
        let subject = match self.source_before(first) {
            Some(source) if source.end > before || !self.owners.is_taken(before) => source,
            _ if joined && self.owners.is_source(before) => return pieces,
            // `Ms. Li announced a fund | and opened a school`
            Some(source) if joined => source,
            _ => self.run_before(before)..first,
        };
        pieces.insert(0, subject);
        pieces
    }

    /// Whether a clause begins with its verb: "employs 900 people", "also rose".
    fn lacks_subject(&self, clause: &Clause, first: usize) -> bool {
        let verb = (first..self.tokens.end).take(REACH).find(|&n| self.words.tag(n) != Tag::RB);
        verb.is_some_and(|n| clause.head == Some(n))
    }

    /// The last token before `n` that is neither a mark nor a conjunction.
    fn before(&self, n: usize) -> usize {
        let aside = |n: &usize| self.words.tag(*n).is_mark() || self.words.tag(*n) == Tag::CC;
        (self.tokens.start..n).rev().take(REACH).find(|n| !aside(n)).unwrap_or(n)
    }

    fn joins(&self, mut between: Range<usize>) -> bool {
        between.any(|n| self.words.tag(n) == Tag::CC)
    }

    /// Where the words that attributions have up to `n` begin.
    fn run_before(&self, n: usize) -> usize {
        let taken = |n: &usize| self.owners.is_taken(*n);
        (self.tokens.start..=n).rev().take(REACH).take_while(taken).last().unwrap_or(n)
    }

    /// The nearest source before `n`.
    fn source_before(&self, n: usize) -> Option<Range<usize>> {
        let source = |n: &usize| self.owners.is_source(*n);
        let last = (self.tokens.start..n).rev().take(REACH).find(source)?;
        let first = (self.tokens.start..=last).rev().take(REACH).take_while(source).last()?;
        Some(first..last + 1)
    }

    /// A piece that ends before words of an attribution, with what it asks for: "a letter to | the minister",
    /// "two tests back | the claim"; or without the preposition, where a verb follows: "stepped in by | warning".
    fn ended(&self, piece: Range<usize>) -> Range<usize> {
        let end = piece.end;
        if end >= self.tokens.end || !self.owners.is_taken(end) || !self.asks_for_more(end - 1) {
            return piece;
        }
        let infinitive = self.words.tag(end - 1) == Tag::TO;
        let verb =
            |n: &usize| self.owners.is_credit(*n) && self.words.tag(*n).is_verb() && !infinitive;
        let taken = |n: &usize| self.owners.is_taken(*n) && !verb(n);
        let credit = |n: &usize| self.owners.is_credit(*n) && !verb(n);
        let after = || (end..self.tokens.end).take(REACH);
        let named = after().take_while(credit).count();
        let more = match named {
            0 => after().take_while(taken).count(),
            // `with | the bank | saying`.
            _ if ACCOMPANYING.has(self.words.norm(end - 1)) && verb(&(end + named)) => 0,
            _ => named,
        };
        let needless =
            |n: &usize| more == 0 && (self.asks_for_noun(*n) || self.words.tag(*n).is_mark());
        let kept = piece.clone().rev().skip_while(needless).count();
        piece.start..piece.start + kept + more
    }

    /// Whether something must follow a token.
    fn asks_for_more(&self, n: usize) -> bool {
        self.asks_for_noun(n) || is_finite(self.words, n) || self.words.tag(n) == Tag::VBN
    }

    /// Whether a noun must follow: a preposition, an article.
    fn asks_for_noun(&self, n: usize) -> bool {
        matches!(self.words.tag(n), Tag::IN | Tag::TO | Tag::DT | Tag::PRPP | Tag::PDT)
    }

    /// The pieces in order, in one where only words of a credit or marks part them.
    fn joined(&self, pieces: impl Iterator<Item = Range<usize>>) -> Ranges {
        let mut joined = Ranges::new();
        for piece in pieces.filter(|piece| !piece.is_empty()) {
            match joined.last_mut() {
                Some(last) if self.is_credit(last.end..piece.start) => last.end = piece.end,
                _ => joined.push(piece),
            }
        }
        joined
    }

    fn is_credit(&self, mut between: Range<usize>) -> bool {
        let aside = |n: usize| self.words.tag(n).is_mark() || self.words.tag(n) == Tag::CC;
        between.all(|n| self.owners.is_credit(n) || aside(n))
    }
}
