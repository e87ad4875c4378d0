//! Owns whether a clause goes on with what somebody was credited with right before it, as a sum of what speaks
//! for it and against it.
//!
//! Training and serving share this code. Leaves who is credited to `credit.rs`.

use std::{borrow::Cow, sync::LazyLock};

use crate::{
    claim::{clause::Clause, evidence::Evidence, feature::Signal},
    grammar::{
        word::{self, Hashed, Words},
        words::quotation_at,
    },
    lexicon::{self, list::List},
    report::{Attribution, Source},
    text::span::Span,
    token::tag::Tag,
    vocabulary::kinds::{Act, Form, SourceKind},
};

static BACKSHIFTED_AUXILIARY: List = List::named("backshifted-auxiliary");

static WEIGHTS: LazyLock<Hashed<i32>> = LazyLock::new(|| {
    let weight =
        |row: lexicon::Row| (word::hash(row.column(0)), row.column(1).parse().unwrap_or_default());
    lexicon::rows(include_str!("../model/credit.txt")).map(weight).collect()
});

/// The least sum of the weights of a clause that goes on: half a logit, as a claim that is hidden by mistake costs more
/// than one that is listed by mistake.
const SURE: i32 = 16;

/// How many nouns of a clause are compared with those before it.
const NOUNS: usize = 16;

/// How many of its function words are features.
const FUNCTION_WORDS: usize = 16;

/// How many sentences behind somebody's words a report may go on.
const REACH: usize = 6;

/// What is known of a whole text.
#[derive(Clone, Copy, Debug)]
pub struct Text<'d> {
    /// Its words.
    pub words: &'d Words<'d, 'd>,
    /// Its attributions, in the order of their cues.
    pub attributions: &'d [Attribution],
    /// Who is credited in it.
    pub sources: &'d [Source],
    /// How many of its attributions stand in no other.
    outermost: usize,
}

impl<'d> Text<'d> {
    /// A text with its attributions and their sources.
    pub fn new(
        words: &'d Words<'d, 'd>,
        attributions: &'d [Attribution],
        sources: &'d [Source],
    ) -> Self {
        let outermost = attributions.iter().filter(|found| found.parent.is_none()).count();
        Self { words, attributions, sources, outermost }
    }
}

/// A clause without a cue, and what was said before it.
#[derive(Clone, Copy, Debug)]
pub struct Asked<'a> {
    /// The text.
    pub text: Text<'a>,
    /// The clause.
    pub clause: &'a Clause,
    /// Its sentence.
    pub sentence: usize,
    /// The last clause beside a cue.
    pub last: &'a Clause,
    /// Its sentence.
    pub said: usize,
    /// The outermost attribution that owns it.
    pub owner: usize,
    /// The last sentence that somebody is credited with.
    pub reached: usize,
}

/// Whether enough speaks for it.
pub fn follows(asked: &Asked) -> bool {
    let weight = |name: Name| WEIGHTS.get(&word::hash(&name)).copied().unwrap_or_default();
    features(asked).into_iter().map(weight).sum::<i32>() > SURE
}

/// The name of a feature.
pub type Name = Cow<'static, str>;

/// The names of the features of a clause: the codes of its signals, its function words, and what it has to do with what
/// was said.
pub fn features(asked: &Asked) -> Vec<Name> {
    let Some(found) = asked.found() else { return Vec::new() };
    let source = asked.source();
    let mut names = vec!["=always", opening(asked), coming(asked, found), kind(source)];
    names.extend([distance(asked), chain(asked)]);
    let mut when = |name, holds| names.extend(Some(name).filter(|_: &&str| holds));
    let words = asked.text.words;
    let block = |sentence| asked.block(sentence);
    let last = asked.last.tokens().last().unwrap_or_default();
    let content = found.contents.first().map_or(0, |span| span.start);
    when("=apart", block(asked.sentence) != block(asked.said));
    when("=far-apart", block(asked.sentence) > block(asked.said).map(|block| block + 1));
    when("=ends-block", block(asked.sentence) != block(asked.sentence + 1));
    when("=direct", found.form == Form::Direct);
    when("=mixed", found.form == Form::Mixed);
    when("=belief", found.act == Act::Belief);
    when("=attitude", found.act == Act::Attitude);
    when("=cue-behind", found.cue.span.start > content);
    when("=quoted-before", quotation_at(words.document(), last).is_some());
    when("=streak", asked.before().is_some_and(|a| a.source.is_some() && a.source == found.source));
    when("=main-source", source.is_some_and(|source| source.share > 0.5));
    when("=minor-source", source.is_none_or(|source| source.share <= 0.2));
    let (sentences, blocks) = (words.document().sentences().len(), words.document().blocks().len());
    when("=dense", asked.text.outermost * 10 >= sentences * 4);
    when("=sparse", asked.text.outermost * 10 < sentences);
    when("=long-blocks", sentences * 2 > blocks * 3);
    let tense = |clause: &Clause| clause.head.map(|head| tense(words.tag(head)));
    let (own, other) = (tense(asked.clause), tense(asked.last));
    when("=same-tense", own.is_some() && own == other);
    when("=past-behind", own == Some(Tag::VBD) && other != own);
    let backshift = backshifted(words, asked.clause);
    when("=shifted", backshift.is_some());
    when("=shifted-alike", backshift.is_some() && backshift == backshifted(words, asked.last));
    let (clause, said) = (nouns(words, asked.clause.tokens()), nouns(words, asked.last.tokens()));
    let shared = clause.iter().filter(|noun| said.contains(noun)).count();
    when("=no-noun-shared", shared == 0);
    when("=nouns-shared", shared > 1);
    let names_it = |span: &Span| {
        let source = nouns(words, words.document().tokens_in(*span));
        source.iter().any(|noun| clause.contains(noun))
    };
    when("=names-source", found.sources.iter().any(names_it));
    let evidence = Evidence::new(words, asked.clause);
    for &signal in Signal::ALL {
        let own = matches!(signal, Signal::Credited | Signal::OwnVoice | Signal::Base);
        when(signal.code(), !own && evidence.count(signal) > 0);
    }
    let mut names: Vec<Name> = names.into_iter().map(Cow::Borrowed).collect();
    let function = |&n: &usize| is_function(words.tag(n));
    let tokens = asked.clause.tokens().filter(function).take(FUNCTION_WORDS);
    names.extend(tokens.map(|n| Cow::Owned(format!("~{}", words.norm(n)))));
    names.sort_unstable();
    names.dedup();
    names
}

/// How many sentences behind somebody's words a clause stands.
fn distance(asked: &Asked) -> &'static str {
    match asked.sentence.saturating_sub(asked.said) {
        0 | 1 => "=next",
        2 => "=second",
        3 => "=third",
        _ => "=beyond",
    }
}

/// Whether the sentences since then go on as well.
const fn chain(asked: &Asked) -> &'static str {
    match asked.sentence.saturating_sub(asked.reached) {
        0 => "=within",
        1 if asked.reached == asked.said => "=first",
        1 => "=chained",
        _ => "=broken",
    }
}

/// Whether words of this kind tell how clauses hang together rather than what they are about.
const fn is_function(tag: Tag) -> bool {
    use Tag::{CC, DT, EX, IN, MD, PRP, PRPP, RB, WDT, WP, WRB};
    matches!(tag, CC | DT | EX | IN | MD | PRP | PRPP | RB | WDT | WP | WRB)
}

impl Asked<'_> {
    /// The outermost attribution that owns the last clause.
    pub fn found(&self) -> Option<&Attribution> {
        self.text.attributions.get(self.owner)
    }

    /// Whether the last clause stands a few sentences before, and its source is told: what may rest on an unnamed one
    /// is worth an editor's look.
    pub fn may_go_on(&self) -> bool {
        let told = self.source().is_some_and(|source| source.kind != SourceKind::Unnamed);
        told && (1..=REACH).contains(&self.sentence.saturating_sub(self.said))
    }

    fn source(&self) -> Option<&Source> {
        self.found()?.source.and_then(|n| self.text.sources.get(n))
    }

    /// The block of a sentence.
    pub fn block(&self, sentence: usize) -> Option<usize> {
        let sentences = self.text.words.document().sentences();
        sentences.get(sentence).map(|sentence| sentence.block)
    }

    /// The outermost attribution before the one that owns the last clause.
    fn before(&self) -> Option<&Attribution> {
        let before = self.text.attributions.get(..self.owner).unwrap_or_default();
        before.iter().rev().find(|found| found.parent.is_none())
    }
}

/// What the next attribution in a later sentence tells: whether the same source comes back, and how soon.
fn coming(asked: &Asked, found: &Attribution) -> &'static str {
    let document = asked.text.words.document();
    let Some(end) = document.sentences().get(asked.sentence).map(|own| own.span.end) else {
        return "=silence";
    };
    let next = asked.text.attributions.partition_point(|a| a.cue.span.start < end);
    let mut rest = asked.text.attributions.get(next..).unwrap_or_default().iter();
    let Some(next) = rest.find(|next| next.parent.is_none()) else { return "=silence" };
    let sentence = document.sentence_of(document.tokens_in(next.cue.span).start);
    let same = next.source.is_some() && next.source == found.source;
    let here = asked.block(sentence) == asked.block(asked.sentence);
    match (same, here, sentence.saturating_sub(asked.sentence)) {
        (true, _, 1) if next.form == Form::Direct => "=returns-directly",
        (true, _, 1) => "=returns",
        (true, _, 2) => "=returns-soon",
        (true, ..) => "=returns-later",
        (false, true, _) => "=turns-here",
        (false, false, 1) => "=turns",
        (false, false, _) => "=turns-later",
    }
}

fn kind(source: Option<&Source>) -> &'static str {
    match source.map(|source| source.kind) {
        Some(SourceKind::Person) => "=person",
        Some(SourceKind::Organization) => "=organization",
        Some(SourceKind::Document) => "=document",
        Some(SourceKind::Group) => "=group",
        Some(SourceKind::Role) => "=role",
        Some(SourceKind::Unnamed) => "=unnamed",
        None => "=nobody",
    }
}

/// The part of speech that opens the clause.
fn opening(asked: &Asked) -> &'static str {
    let first = asked.clause.tokens().next().unwrap_or_default();
    match asked.text.words.tag(first) {
        Tag::PRP => "=opens-pronoun",
        Tag::NNP | Tag::NNPS => "=opens-name",
        Tag::NN | Tag::NNS => "=opens-noun",
        Tag::IN => "=opens-preposition",
        Tag::RB => "=opens-adverb",
        _ => "=opens",
    }
}

/// The tense of a finite verb: both forms of the present are one.
const fn tense(tag: Tag) -> Tag {
    match tag {
        Tag::VBP => Tag::VBZ,
        tag => tag,
    }
}

/// The auxiliary that tells a tense shifted back: `would`, `had` before a participle.
fn backshifted<'d>(words: &Words<'d, '_>, clause: &Clause) -> Option<&'d str> {
    let head = clause.head?;
    let perfect = (head + 1..head + 3).any(|n| words.tag(n) == Tag::VBN);
    let holds = words.tag(head) == Tag::MD || perfect;
    Some(words.norm(head)).filter(|word| holds && BACKSHIFTED_AUXILIARY.has(word))
}

fn nouns(words: &Words, tokens: impl Iterator<Item = usize>) -> Vec<u64> {
    tokens.filter(|&n| words.tag(n).is_noun()).take(NOUNS).map(|n| words.hash(n)).collect()
}
