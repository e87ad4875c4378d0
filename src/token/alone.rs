//! Owns the names that a text uses on their own, such as `Sesay` in `Sesay said no`: the same word at the end of a run
//! of capitalised words is then a name too.

use rustc_hash::FxHashSet;

use crate::{
    lexicon::title,
    sentence::split::Sentence,
    token::{
        tag::Tag,
        tokens::{Case, Token, Tokens},
    },
};

/// The word numbers of all names that stand alone right before or after a finite verb.
pub fn alone(tokens: &Tokens, sentences: &[Sentence]) -> FxHashSet<u32> {
    let own = sentences.iter().filter_map(|own| tokens.list().get(own.tokens.clone()));
    own.flat_map(|own| (0..own.len()).filter(|at| stands_alone(own, *at)).map(|at| own[at].word))
        .collect()
}

/// The word numbers of what has a capital where no sentence begins.
pub fn inside(tokens: &Tokens, sentences: &[Sentence]) -> FxHashSet<u32> {
    let own = sentences.iter().filter_map(|own| tokens.list().get(own.tokens.clone()));
    let capital = |token: &&Token| matches!(token.case, Case::Title | Case::Upper | Case::Mixed);
    own.flat_map(|own| own.iter().skip(1).filter(capital)).map(|token| token.word).collect()
}

/// The word numbers of what follows a form of address: `Baker` of `Mr Baker`, which is nobody's trade then.
pub fn addressed(tokens: &Tokens, sentences: &[Sentence]) -> FxHashSet<u32> {
    let own = sentences.iter().filter_map(|own| tokens.list().get(own.tokens.clone()));
    let pairs = own.flat_map(|own| own.windows(2));
    pairs
        .filter(|pair| pair.iter().all(|token| token.case == Case::Title))
        .filter(|pair| title::is_short(tokens.norm(&pair[0])))
        .map(|pair| pair[1].word)
        .collect()
}

/// Whether a token of a sentence is a name without another capitalised word beside it, and the subject of a verb.
fn stands_alone(sentence: &[Token], at: usize) -> bool {
    let is = |at: Option<usize>, fits: fn(&Token) -> bool| {
        at.and_then(|at| sentence.get(at)).is_some_and(fits)
    };
    let (before, after) = (at.checked_sub(1), Some(at + 1));
    let capital = |token: &Token| matches!(token.case, Case::Title | Case::Upper | Case::Mixed);
    let verb = |token: &Token| matches!(token.tag, Tag::VBD | Tag::VBZ);
    let name = |token: &Token| token.tag.is_name() && token.case == Case::Title;
    is(Some(at), name)
        && !is(before, capital)
        && !is(after, capital)
        && (is(after, verb) || is(before, verb))
}
