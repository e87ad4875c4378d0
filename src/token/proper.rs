//! Owns proper nouns that open a sentence, where every word has a capital: the rest of the article
//! tells which of them are names.

use rustc_hash::FxHashMap;

use crate::{
    lexicon::noun::noun,
    sentence::split::Sentence,
    token::{
        tag::Tag,
        tokens::{Case, Token, Tokens},
    },
};

/// How the article writes a word.
#[derive(Clone, Copy, Default)]
struct Uses {
    named: bool,
    small: bool,
}

/// Tags as names the words that open a sentence and are names elsewhere in the article: `Lindqvist`
/// in `Lindqvist says no`.
pub fn settle(tokens: &mut Tokens, sentences: &[Sentence]) {
    let unsure: Vec<usize> =
        sentences.iter().filter_map(|sentence| opening(tokens, sentence)).collect();
    if unsure.is_empty() {
        return;
    }
    let mut uses: FxHashMap<u32, Uses> = unsure
        .iter()
        .filter_map(|at| tokens.list().get(*at))
        .map(|t| (t.word, Uses::default()))
        .collect();
    for own in sentences.iter().filter_map(|sentence| tokens.list().get(sentence.tokens.clone())) {
        // In a title nearly every word has a capital.
        let prose = 2 * count(own, Case::Lower) > count(own, Case::Title);
        for token in own {
            if let Some(uses) = uses.get_mut(&token.word) {
                uses.small |= token.case == Case::Lower;
                uses.named |= prose && token.tag.is_name();
            }
        }
    }
    for at in unsure {
        let Some(token) = tokens.list_mut().get_mut(at) else { continue };
        if uses.get(&token.word).is_some_and(|uses| uses.named && !uses.small) {
            token.tag = Tag::NNP;
        }
    }
}

/// The word that opens a sentence, where it has a capital and is not taken for a name.
fn opening(tokens: &Tokens, sentence: &Sentence) -> Option<usize> {
    let own = tokens.list().get(sentence.tokens.clone())?;
    let first = own.iter().position(|token| token.case != Case::Mark)?;
    let token = own.get(first)?;
    let open = is_open(token.tag);
    (open && token.case == Case::Title && noun(tokens.norm(token)).is_none())
        .then_some(sentence.tokens.start + first)
}

fn count(tokens: &[Token], case: Case) -> usize {
    tokens.iter().filter(|token| token.case == case).count()
}

/// Whether a tag is of a class that unknown words belong to, names left out.
const fn is_open(tag: Tag) -> bool {
    use Tag::{FW, JJ, JJR, NN, NNS, RB, RBR, UH, VB, VBD, VBG, VBN, VBP, VBZ};
    matches!(tag, FW | JJ | JJR | RBR | NN | NNS | RB | UH | VB | VBD | VBG | VBN | VBP | VBZ)
}
