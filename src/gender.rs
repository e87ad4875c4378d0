//! Owns what the whole text tells of who is `he` and who is `she`: a pronoun in the last paragraph
//! tells as much of a name in the first as one beside it.
//!
//! Only titles, nouns and pronouns of the text tell; a first name tells nothing.

use rustc_hash::FxHashMap;

use crate::{
    detect::phrase::{norm, quotation_at, tag},
    document::Document,
    name::Name,
    noun::Gender,
    pronoun::gender,
    sentence::Sentence,
    story::Story,
};

/// Who is which, by their fullest names in lower case.
#[derive(Debug, Default)]
pub struct Genders(FxHashMap<String, Gender>);

impl Genders {
    /// Reads a text once, given the names of each sentence, and counts for whom its pronouns most
    /// likely stand.
    pub fn read(document: &Document, names: &[Vec<Name>]) -> Self {
        let mut story = Story::new(document, Self::default());
        let mut votes = FxHashMap::default();
        for (number, (sentence, names)) in document.sentences().iter().zip(names).enumerate() {
            count(&mut story, number, (sentence, names), &mut votes);
        }
        let members = story.cast.members().enumerate().filter(|(_, known)| known.name.is_some());
        let told = members.filter_map(|(member, known)| {
            let counted = || votes.get(&member).and_then(|votes| majority(*votes));
            let words = document.words(document.span(known.words.clone())).to_lowercase();
            Some((words, known.gender.or_else(counted)?))
        });
        Self(told.collect())
    }

    /// What the text tells of a name in lower case.
    pub fn of(&self, name: &str) -> Option<Gender> {
        self.0.get(name).copied()
    }

    /// Whether the text tells of nobody.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

/// How many pronouns of either kind most likely stand for a member.
type Votes = [u32; 2];

fn count(
    story: &mut Story,
    number: usize,
    (sentence, names): (&Sentence, &[Name]),
    votes: &mut FxHashMap<usize, Votes>,
) {
    let document = story.document;
    let mut names = names.iter().peekable();
    // A `he` inside a quotation is most likely not who is quoted, and who that is comes later.
    let pronoun =
        |at: &usize| tag(document, *at).is_pronoun() && quotation_at(document, *at).is_none();
    for at in sentence.tokens.clone().filter(pronoun) {
        let Some(told) = gender(norm(document, at)) else { continue };
        while let Some(name) = names.next_if(|name| name.tokens.start < at) {
            story.mention(name, number, sentence);
        }
        let member = story.recent.surely(&story.cast, norm(document, at), number);
        if let Some(member) = member {
            let [he, she] = votes.entry(member).or_default();
            *if told == Gender::He { he } else { she } += 1;
        }
    }
    names.for_each(|name| story.mention(name, number, sentence));
}

/// A gender that two pronouns speak for, and three times as many as speak against it.
fn majority([he, she]: Votes) -> Option<Gender> {
    let clear = |one: u32, other: u32| one >= 2 && one >= 3 * other;
    match () {
        () if clear(he, she) => Some(Gender::He),
        () if clear(she, he) => Some(Gender::She),
        () => None,
    }
}
