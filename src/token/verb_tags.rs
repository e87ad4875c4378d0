//! Owns forms that are both past tense and participle, and corrects what the tagger took them for.
//!
//! In `A memo leaked to the press suggests` the first verb opens a reduced relative clause, in `“No,” a
//! woman posted` it is the verb of the sentence. Leaves all other tags to the tagger.

use std::ops::Range;

use crate::{
    lexicon::list::List,
    sentence::split::Sentence,
    token::{
        tag::Tag,
        tokens::{Token, Tokens},
    },
    vocabulary::rule::{Rule, rule},
};

/// A rule: the right tag of a form, where the rule can tell.
type VerbRule = Rule<fn(&Words, usize) -> Option<Tag>>;

/// The rules in the order they are asked.
pub const RULES: [VerbRule; 2] = [
    rule(
        "V2",
        "reduced-relative",
        "Tags as a participle the past tense of a noun that has another verb.",
        "A memo leaked to the press suggests",
        reduced,
    ),
    rule(
        "V3",
        "after-quotation",
        "Tags as past tense the form that follows a quotation and its subject, without another verb.",
        "“No,” a woman posted on the forum.",
        after_quotation,
    ),
];

/// Corrects the tags of the forms in each sentence.
pub fn correct(tokens: &mut Tokens, sentences: &[Sentence]) {
    for own in sentences.iter().map(|sentence| sentence.tokens.clone()) {
        for at in own.start + 1..own.end {
            let words = Words { tokens, own: own.clone() };
            if !matches!(words.tag(at), Tag::VBD | Tag::VBN | Tag::NN) {
                continue;
            }
            let asked = RULES.iter().filter(|rule| rule.is_on());
            let mut answers = asked.filter_map(|rule| Some((rule, (rule.apply)(&words, at)?)));
            let Some((rule, tag)) = answers.next() else { continue };
            rule.note(at, String::new);
            if let Some(token) = tokens.list_mut().get_mut(at) {
                token.tag = tag;
            }
        }
    }
}

/// The tokens of a document with those of one sentence.
pub struct Words<'t> {
    tokens: &'t Tokens,
    own: Range<usize>,
}

impl Words<'_> {
    fn tag(&self, at: usize) -> Tag {
        self.tokens.list().get(at).map_or(Tag::XX, |token| token.tag)
    }

    fn norm(&self, at: usize) -> &str {
        let norm = |token: &Token| self.tokens.norm(token);
        self.tokens.list().get(at).map_or("", norm)
    }
}

/// Verbs of what is done to a document.
static DONE: List = List::named("done-to-documents");

/// How regular past tenses end.
static PAST_ENDINGS: List = List::named("past-ending");

/// Past tenses of saying without such an ending, which taggers take for nouns.
static IRREGULAR: List = List::named("irregular-speech-past");

/// What names the doer of a passive.
static AGENTS: List = List::named("passive-agent");

fn reduced(words: &Words, at: usize) -> Option<Tag> {
    const LONGEST: usize = 12;
    let past = words.tag(at) == Tag::VBD && DONE.has(words.norm(at));
    let behind_noun =
        || words.tag(at - 1).is_noun() && matches!(words.tag(at + 1), Tag::IN | Tag::TO);
    let end = words.own.end.min(at + LONGEST);
    (past && behind_noun() && verb_follows(words, at + 2..end)).then_some(Tag::VBN)
}

fn after_quotation(words: &Words, at: usize) -> Option<Tag> {
    use Tag::{MD, VBD, VBP, VBZ};
    const WINDOW: usize = 200;
    let quote = subject(words, at)?.checked_sub(1).filter(|quote| *quote > words.own.start)?;
    let closed =
        words.tag(quote) == Tag::CloseQuote && matches!(words.norm(quote - 1), "," | "?" | "!");
    let mut rest = at + 1..words.own.end.min(at + WINDOW);
    let mut alone = || !rest.any(|at| matches!(words.tag(at), MD | VBD | VBP | VBZ));
    (closed && alone()).then_some(VBD)
}

/// Where the noun phrase right before a form begins that may be past tense; none for other forms.
fn subject(words: &Words, at: usize) -> Option<usize> {
    use Tag::{CD, DT, HYPH, JJ, NN, POS, PRPP, VBN};
    const LONGEST: usize = 6;
    let norm = words.norm(at);
    let past = || norm.len() >= 6 && PAST_ENDINGS.ends(norm) || IRREGULAR.has(norm);
    let may_be = match words.tag(at) {
        VBN => true,
        NN => past(),
        _ => false,
    };
    let before = || words.tag(at - 1).is_noun() || words.tag(at - 1) == JJ;
    if !may_be || !before() || AGENTS.has(words.norm(at + 1)) {
        return None;
    }
    let nominal = |at: &usize| {
        let tag = words.tag(*at);
        tag.is_noun() || matches!(tag, CD | DT | HYPH | JJ | POS | PRPP)
    };
    let from = words.own.start.max(at.saturating_sub(LONGEST));
    (from..at).rev().take_while(nominal).last()
}

/// Whether a verb stands right behind a noun phrase that a preposition governs.
fn verb_follows(words: &Words, mut rest: Range<usize>) -> bool {
    use Tag::{CD, DT, HYPH, IN, JJ, MD, POS, PRPP, TO, VBD, VBP, VBZ};
    let nominal =
        |tag: Tag| tag.is_noun() || matches!(tag, CD | DT | HYPH | IN | JJ | POS | PRPP | TO);
    let end = rest.find(|at| !nominal(words.tag(*at)));
    end.is_some_and(|at| matches!(words.tag(at), MD | VBD | VBP | VBZ))
}
