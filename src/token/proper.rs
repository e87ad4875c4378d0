//! Owns proper nouns that open a sentence: any word has a capital there, so the rest of the article tells
//! which of them are names.

use rustc_hash::{FxHashMap, FxHashSet};

use crate::{
    lexicon::noun::noun,
    sentence::split::Sentence,
    token::{
        tag::Tag,
        tokens::{Case, Token, Tokens},
    },
    vocabulary::rule::{Rule, rule},
};

/// The rule of this file.
pub const OPENING_NAME: Rule<()> = rule(
    "V1",
    "opening-name",
    "Tags as a name the word that opens a sentence and is a name elsewhere in the article, or a modal before a finite verb.",
    "Lindqvist says no; May says no",
    (),
);

/// How the article writes a word.
#[derive(Clone, Copy, Default)]
struct Uses {
    named: bool,
    small: bool,
}

/// Tags as names the words that open a sentence and are names elsewhere in the article: `Lindqvist`
/// in `Lindqvist says no`.
pub fn tag_opening_names(tokens: &mut Tokens, sentences: &[Sentence], addressed: &FxHashSet<u32>) {
    let unsure: Vec<usize> =
        sentences.iter().filter_map(|own| opening(tokens, own, addressed)).collect();
    if unsure.is_empty() || !OPENING_NAME.is_on() {
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
        let named = uses.get(&token.word).is_some_and(|uses| uses.named && !uses.small);
        if named || token.tag == Tag::MD {
            token.tag = Tag::NNP;
            OPENING_NAME.note(at, String::new);
        }
    }
}

/// The word that opens a sentence, if it has a capital and the tagger takes it for no name.
fn opening(tokens: &Tokens, sentence: &Sentence, addressed: &FxHashSet<u32>) -> Option<usize> {
    let own = tokens.list().get(sentence.tokens.clone())?;
    let first = own.iter().position(|token| token.case != Case::Mark)?;
    let token = own.get(first)?;
    // No modal governs a finite verb: `May says no`, `Will Falk said no`.
    let mut behind = own.get(first + 1..).unwrap_or_default().iter();
    let next = behind.find(|token| token.case != Case::Title);
    let finite = next.is_some_and(|next| matches!(next.tag, Tag::VBD | Tag::VBZ));
    let modal = token.tag == Tag::MD && finite;
    // `Baker` is a name where the text has `Mr Baker`.
    let named = noun(tokens.norm(token)).is_none() || addressed.contains(&token.word);
    let open = modal || is_open(token.tag) && named;
    (open && token.case == Case::Title).then_some(sentence.tokens.start + first)
}

fn count(tokens: &[Token], case: Case) -> usize {
    tokens.iter().filter(|token| token.case == case).count()
}

/// Whether a tag is of an open word class other than names, so that an unknown word may have it.
const fn is_open(tag: Tag) -> bool {
    use Tag::{FW, JJ, JJR, NN, NNS, RB, RBR, UH, VB, VBD, VBG, VBN, VBP, VBZ};
    matches!(tag, FW | JJ | JJR | RBR | NN | NNS | RB | UH | VB | VBD | VBG | VBN | VBP | VBZ)
}
