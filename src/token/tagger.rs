//! Owns the tagger: one pass from left to right over a sentence, with a linear model over hashed features
//! of the word, its neighbours, the two tags before it and the verb before it.
//!
//! `cache` keeps the scores that a word gives by itself. The weights are `model/tagger.bin`; `train/` writes
//! them.

use std::sync::LazyLock;

use crate::{
    lexicon::list::List,
    model::{
        hash::{self, mix},
        rows::Rows,
    },
    token::{
        cache::Cache,
        closed::{
            is_open, is_participle_noun, is_preposition, is_present_tense, opening_preposition,
        },
        tag::Tag,
        tokens::{Case, Token, Tokens},
    },
};

/// Room for the scores of all tags: a multiple of eight, which processors add at once.
const SCORES: usize = 56;

/// Scores of all tags, summed up so far.
type Sums = [i16; SCORES];

static MODEL: LazyLock<Rows> = LazyLock::new(|| {
    Rows::read(include_bytes!("../model/tagger.bin")).map(|(rows, _)| rows).unwrap_or_default()
});

/// What a tagger keeps from one sentence to the next.
#[derive(Debug, Default)]
pub struct Scratch {
    words: Vec<Word>,
    sums: Vec<Sums>,
    /// By a word, its case and what it touches: the scores it gives to itself and to two words on either side.
    known: Cache<[u32; 2], (Word, [Sums; 5])>,
    places: Cache<u32, [Sums; 5]>,
    histories: Cache<History, Sums>,
}

/// Tags the tokens from `first` on, which are one sentence.
pub fn tag(tokens: &mut Tokens, first: usize, scratch: &mut Scratch) {
    scratch.sum_up(tokens, first);
    let Scratch { words, sums, histories, .. } = scratch;
    let preposition = opening_preposition(tokens, first);
    let mut history = History::default();
    for at in 0..tokens.list().len() - first {
        let mut scores = sums.get(at).copied().unwrap_or([0; SCORES]);
        let values = values(words, at, history);
        add(&values, JOINED, &mut scores);
        let given = histories.get(history.hash(), &history, || {
            let mut given = [0; SCORES];
            add(&values, TAGS, &mut given);
            given
        });
        let given = given.copied().unwrap_or([0; SCORES]);
        scores.iter_mut().zip(given).for_each(|(score, given)| *score += given);
        let tag = if preposition == Some(at) { Tag::IN } else { best(&scores) };
        let tag = match tag {
            Tag::IN if is_open(tokens, first + at) => best_but(Tag::IN, &mut scores),
            Tag::NN | Tag::NNS if is_preposition(tokens, first + at) => Tag::IN,
            Tag::NNS if is_present_tense(tokens, first + at) => Tag::VBZ,
            Tag::VBN | Tag::VBD | Tag::JJ if is_participle_noun(tokens, first + at) => Tag::NN,
            _ => tag,
        };
        if let Some(token) = tokens.list_mut().get_mut(first + at) {
            token.tag = tag;
        }
        history = history.then(tag, words.get(at).copied().unwrap_or_default());
    }
}

impl Scratch {
    /// Reads the words from `first` on, and sums up the scores that each gives to itself and to two words on
    /// either side.
    fn sum_up(&mut self, tokens: &Tokens, first: usize) {
        let Self { words, sums, .. } = self;
        let own = tokens.list().get(first..).unwrap_or_default();
        words.clear();
        sums.clear();
        sums.resize(own.len(), [0; SCORES]);
        let outside = [None; 2];
        let inside = own.iter().zip(glues(own)).map(Some);
        for (at, token) in outside.into_iter().chain(inside).chain(outside).enumerate() {
            self.give(tokens, token, at);
        }
    }

    /// Adds the scores of the word two places before `at`; none stands for a place outside the sentence.
    fn give(&mut self, tokens: &Tokens, token: Option<(&Token, u32)>, at: usize) {
        let Self { words, sums, known, places, .. } = self;
        let first = words.is_empty();
        let key = token.map_or([0; 2], |(own, glue)| {
            [own.word, 2 + (2 * own.case as u32 + u32::from(first)) * 4 + glue]
        });
        let given = known.get(mix(key[0], key[1]), &key, || {
            let word = token
                .map_or_else(Word::default, |(own, glue)| word(tokens.norm(own), own, first, glue));
            let placed = places.get(word.place, &word.place, || placed(word));
            (word, alone(word, placed.copied().unwrap_or(NOTHING)))
        });
        let Some((word, given)) = given else { return };
        for (given, to) in given.iter().zip(at..) {
            let Some(sums) = to.checked_sub(4).and_then(|to| sums.get_mut(to)) else { continue };
            sums.iter_mut().zip(given).for_each(|(sum, given)| *sum += given);
        }
        if token.is_some() {
            words.push(*word);
        }
    }
}

const NOTHING: [Sums; 5] = [[0; SCORES]; 5];

/// The scores that every word of the same shape in the same place gives, to itself and to the word before it.
fn placed(word: Word) -> [Sums; 5] {
    let mut sums = NOTHING;
    let [_, last, own, ..] = &mut sums;
    add(&values(&[Word::default(), word], 0, History::default()), SHAPED_NEXT, last);
    add(&values(&[word], 0, History::default()), SHAPED, own);
    sums
}

/// Adds the other scores that a word gives, from the second word before it to the second word after it.
fn alone(word: Word, mut sums: [Sums; 5]) -> [Sums; 5] {
    let [behind, last, own, next, before] = &mut sums;
    let blank = Word::default();
    let seen = |words: &[Word], at| values(words, at, History::default());
    add(&seen(&[blank, blank, word], 0), AFTER, behind);
    add(&seen(&[blank, word], 0), NEXT, last);
    add(&seen(&[word], 0), OWN, own);
    add(&seen(&[word, blank], 1), LAST, next);
    add(&seen(&[word, blank, blank], 2), BEFORE, before);
    sums
}

#[inline]
fn add<const N: usize>(values: &[u32; TEMPLATES], templates: [usize; N], scores: &mut Sums) {
    let model = &*MODEL;
    for template in templates {
        let value = values.get(template).copied().unwrap_or_default();
        model.add(feature(template, value), scores);
    }
}

/// The tag with the highest score; of equal tags the first.
fn best_but(tag: Tag, scores: &mut Sums) -> Tag {
    let own = Tag::ALL.iter().position(|other| *other == tag);
    if let Some(score) = own.and_then(|own| scores.get_mut(own)) {
        *score = i16::MIN;
    }
    best(scores)
}

fn best(scores: &Sums) -> Tag {
    let known = scores.get(..Tag::ALL.len()).unwrap_or_default();
    let most = known.iter().copied().fold(i16::MIN, i16::max);
    let at = known.iter().position(|score| *score == most).unwrap_or_default();
    Tag::ALL.get(at).copied().unwrap_or_default()
}

/// The parts of a token that the features read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Word {
    word: u32,
    /// The last one, two, three, four bytes.
    ends: [u32; 4],
    /// The first one, the first three bytes.
    begins: [u32; 2],
    shape: u32,
    /// Its shape, and whether it opens the sentence.
    place: u32,
    /// The last three bytes, the case, and whether it opens the sentence.
    cased: u32,
    /// A number for the verb it is a form of, if that is an auxiliary; else 0.
    auxiliary: u32,
}

/// The words of a sentence.
#[cfg(feature = "train")]
pub fn words(tokens: &Tokens) -> Vec<Word> {
    let words = tokens.list().iter().zip(glues(tokens.list())).enumerate();
    words.map(|(n, (token, glue))| word(tokens.norm(token), token, n == 0, glue)).collect()
}

/// For each token, whether it touches the one before it (1) and the one after it (2).
fn glues(sentence: &[Token]) -> impl Iterator<Item = u32> {
    let touch = |[a, b]: &[Token; 2]| u32::from(a.span.end == b.span.start);
    let touches = || sentence.array_windows().map(touch);
    let before = std::iter::once(0).chain(touches());
    before.zip(touches().chain([0])).map(|(before, behind)| before + 2 * behind)
}

fn word(norm: &str, token: &Token, first: bool, glue: u32) -> Word {
    let bytes = norm.as_bytes();
    let end = |n: usize| hash::word(bytes.get(bytes.len().saturating_sub(n)..).unwrap_or_default());
    let begin = |n: usize| hash::word(bytes.get(..n.min(bytes.len())).unwrap_or_default());
    let case = token.case as u32;
    let hyphen = u32::from(norm.contains('-'));
    let shape = glue * 64 + case * 8 + hyphen * 4 + bytes.len().clamp(1, 4) as u32 - 1;
    let first = u32::from(first);
    // What a mark touches tells whether a quotation mark opens and whether a dash joins.
    let glued =
        if token.case == Case::Mark && glue > 0 { mix(token.word, glue) } else { token.word };
    Word {
        word: glued,
        ends: [end(1), end(2), end(3), end(4)],
        begins: [begin(1), begin(3)],
        shape,
        place: shape * 2 + first,
        cased: mix(end(3), case * 2 + first),
        auxiliary: auxiliary(norm),
    }
}

/// The auxiliaries with the numbers that the weights know them by.
static AUXILIARIES: [(List, u32); 4] = [
    (List::named("form-of-have"), 65),
    (List::named("helping-be"), 66),
    (List::named("form-of-get"), 67),
    (List::named("form-of-do"), 68),
];

/// The number of an auxiliary; 0 for other words.
fn auxiliary(norm: &str) -> u32 {
    AUXILIARIES.iter().find(|(forms, _)| forms.has(norm)).map_or(0, |(_, number)| *number)
}

/// The tags before a token.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct History {
    /// The last tag.
    last: u32,
    /// The tag before it.
    before: u32,
    /// The last verb of the clause: its number if it is an auxiliary, else its tag.
    verb: u32,
}

impl Default for History {
    fn default() -> Self {
        Self { last: 63, before: 63, verb: 0 }
    }
}

impl History {
    /// The history after one more word.
    #[inline]
    #[must_use]
    pub fn then(self, tag: Tag, word: Word) -> Self {
        use Tag::*;
        let verb = match tag {
            VBD | VBP | VBZ | VB | VBN | VBG | MD | TO if word.auxiliary > 0 => word.auxiliary,
            VBD | VBP | VBZ | VB | VBN | VBG | MD | TO => tag as u32,
            WDT | WP | WRB | Colon | Stop => 0,
            _ => self.verb,
        };
        Self { last: tag as u32, before: self.last, verb }
    }

    const fn hash(self) -> u32 {
        mix(mix(self.last, self.before), self.verb)
    }
}

const TEMPLATES: usize = 26;

/// The templates that read one word alone: this word, one or two words before it, one or two after it;
const OWN: [usize; 8] = [1, 2, 3, 4, 5, 6, 7, 8];
const LAST: [usize; 2] = [10, 11];
const NEXT: [usize; 2] = [12, 13];
const BEFORE: [usize; 1] = [15];
const AFTER: [usize; 2] = [16, 17];
/// those that read only the shape and place of this word or the next;
const SHAPED: [usize; 2] = [0, 9];
const SHAPED_NEXT: [usize; 1] = [14];
/// those that read only the history;
const TAGS: [usize; 3] = [18, 19, 20];
/// and all others.
const JOINED: [usize; 5] = [21, 22, 23, 24, 25];

/// Hands each feature of the token at `at` to `give`.
#[cfg(feature = "train")]
#[inline]
pub fn features(words: &[Word], at: usize, history: History, mut give: impl FnMut(u32)) {
    for (template, value) in values(words, at, history).into_iter().enumerate() {
        give(feature(template, value));
    }
}

#[inline]
const fn feature(template: usize, value: u32) -> u32 {
    let number = template as u32 + 1;
    mix(mix(number, value), number)
}

/// The value that each template reads.
#[inline(always)]
fn values(words: &[Word], at: usize, history: History) -> [u32; TEMPLATES] {
    let word = |ahead: isize| {
        at.checked_add_signed(ahead).and_then(|at| words.get(at)).copied().unwrap_or_default()
    };
    let (this, last, next) = (word(0), word(-1), word(1));
    let (before, after) = (word(-2), word(2));
    [
        0,
        this.word,
        this.ends[0],
        this.ends[1],
        this.ends[2],
        this.ends[3],
        this.begins[0],
        this.begins[1],
        this.cased,
        this.place,
        last.word,
        last.ends[2],
        next.word,
        next.ends[2],
        next.shape,
        before.word,
        after.word,
        after.ends[1],
        history.last,
        mix(history.last, history.before),
        mix(history.verb, history.last),
        mix(last.word, this.word),
        mix(this.word, next.word),
        mix(this.ends[1], next.ends[1]),
        mix(history.last, next.word),
        mix(history.verb, this.ends[1]),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::span::Span;

    fn tags(sentence: &str) -> Vec<Tag> {
        let mut tokens = Tokens::default();
        tokens.push_sentence(sentence, Span::new(0, sentence.len()));
        tag(&mut tokens, 0, &mut Scratch::default());
        tokens.list().iter().map(|token| token.tag).collect()
    }

    #[test]
    fn marks_are_told_by_what_they_touch() {
        use Tag::*;
        let marks = |sentence| {
            let marks = [OpenQuote, CloseQuote, HYPH, Colon, Comma];
            tags(sentence).into_iter().filter(|tag| marks.contains(tag)).collect::<Vec<_>>()
        };
        assert_eq!(marks("The plan \"to wait\" pleased her."), [OpenQuote, CloseQuote]);
        assert_eq!(marks("A pan-island league is near."), [HYPH]);
        assert_eq!(marks("The league - in its third year - is near."), [Comma, Comma]);
    }

    #[test]
    fn a_participle_is_told_by_the_verb_before_it() {
        assert_eq!(tags("They have all moved on.").get(3), Some(&Tag::VBN));
        assert_eq!(tags("They all moved on.").get(2), Some(&Tag::VBD));
    }

    #[test]
    fn every_template_is_summed_up_once() {
        let all = [&OWN[..], &LAST, &NEXT, &BEFORE, &AFTER, &SHAPED, &SHAPED_NEXT, &TAGS, &JOINED];
        let mut templates = all.concat();
        templates.sort_unstable();
        assert_eq!(templates, (0..TEMPLATES).collect::<Vec<_>>());
    }
}
