//! Owns proper nouns that the tagger misses: words that open a sentence, where any word has a capital, so the rest of
//! the article tells which of them are names, and given names of two syllables.

use rustc_hash::{FxHashMap, FxHashSet};

use crate::{
    lexicon::{list::List, noun::noun},
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

/// The rule for given names of two syllables.
pub const SYLLABLES: Rule<()> = rule(
    "V3",
    "syllables",
    "Tags as a name the syllables of a given name behind a family name.",
    "Moon Da-in said no",
    (),
);

/// How closed syllables of Korean and Chinese end in Latin letters.
static CODAS: List = List::named("syllable-coda");

/// Tags as names the syllables of a given name, which may be words: `Da-in`.
pub fn tag_syllables(tokens: &mut Tokens) {
    let named = |[family, name @ ..]: &[Token; 4]| {
        family.tag.is_noun() && name.iter().any(|token| !token.tag.is_name())
    };
    let is_given = |four: &&[Token; 4]| named(four) && is_given(four, |token| tokens.norm(token));
    let four = tokens.list().array_windows().zip(0..);
    let found: Vec<usize> = four.filter(|(four, _)| is_given(four)).map(|(_, at)| at).collect();
    for at in found.into_iter().filter(|_| SYLLABLES.is_on()).flat_map(|at| [at + 1, at + 3]) {
        let Some(token) = tokens.list_mut().get_mut(at) else { continue };
        token.tag = Tag::NNP;
        SYLLABLES.note(at, String::new);
    }
}

/// Whether four tokens are a family name, a syllable, a hyphen and another syllable: `Lee Min-seo`.
pub fn is_given<'t>(four: &[Token; 4], norm: impl Fn(&Token) -> &'t str) -> bool {
    let [family, first, hyphen, second] = four;
    let glued = [[first, hyphen], [hyphen, second]].iter().all(|[a, b]| a.span.end == b.span.start);
    let cases = [first.case, hyphen.case, second.case] == [Case::Title, Case::Mark, Case::Lower];
    let capital = matches!(family.case, Case::Title | Case::Upper | Case::Mixed);
    let dash = norm(hyphen) == "-";
    glued && cases && capital && dash && is_syllable(norm(first)) && is_syllable(norm(second))
}

/// Whether a word is one syllable of Korean or Chinese in Latin letters: `myung`, `wen`, `hau`.
fn is_syllable(word: &str) -> bool {
    const LONGEST_ONSET: usize = 2;
    let vowel = |c: char| matches!(c, 'a' | 'e' | 'i' | 'o' | 'u' | 'y' | 'w');
    let rhyme = word.trim_start_matches(|c: char| !vowel(c));
    let coda = rhyme.trim_start_matches(vowel);
    let closed = coda.is_empty() || CODAS.has(coda);
    word.len() - rhyme.len() <= LONGEST_ONSET && coda.len() < rhyme.len() && closed
}

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
