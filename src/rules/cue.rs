//! Owns the lexicon of cues: which verbs credit somebody with something, and how.
//!
//! Leaves out where source and content are: `construction.rs` finds them.

use std::sync::LazyLock;

use crate::{
    grammar::words::{is_in, norm, tag},
    lexicon::{self, Index, inflection, list::List},
    rules::relation::Relation,
    token::document::Document,
    vocabulary::{
        kinds::{Act, Stance},
        reason::{Reason, ReasonCode, reason},
    },
};

/// A verb of the lexicon.
#[derive(Clone, Copy, Debug)]
pub struct Entry {
    /// Its dictionary form with its particles, such as `point out`.
    pub lemma: &'static str,
    /// What kind of act it is.
    pub act: Act,
    /// The stance of a writer who uses it.
    pub stance: Stance,
    complements: &'static str,
}

impl Entry {
    /// Whether it takes this kind of complement: see the header of `lexicon/en/cues.txt` for the letters.
    pub fn takes(&self, complement: char) -> bool {
        self.complements.contains(complement)
    }

    fn particles(&self) -> impl Iterator<Item = &'static str> {
        self.lemma.split(' ').skip(1)
    }
}

/// A form of a verb; one spelling may stand for several, such as `said`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Forms {
    /// `say`.
    pub base: bool,
    /// `says`.
    pub third: bool,
    /// `said` in `she said`.
    pub past: bool,
    /// `said` in `it was said`.
    pub participle: bool,
    /// `saying`.
    pub gerund: bool,
}

impl Forms {
    /// Whether it may be the verb of a clause of saying: `said` or `says`.
    pub fn tells(&self) -> bool {
        self.past || self.third
    }
}

/// A verb of the lexicon found in a text.
#[derive(Clone, Copy, Debug)]
pub struct Verb {
    /// Which one.
    pub entry: Entry,
    /// In which form.
    pub forms: Forms,
    /// One past its last token, particles included.
    pub end: usize,
}

/// The verb that starts at token `at`; the entry with the most particles wins.
pub fn verb(document: &Document, at: usize) -> Option<Verb> {
    let found = LEXICON.get(norm(document, at)).iter();
    let whole = found.filter_map(|(entry, forms)| {
        let mut end = at + 1;
        for particle in entry.particles() {
            (norm(document, end) == particle).then_some(())?;
            end += 1;
        }
        Some(Verb { entry: *entry, forms: *forms, end })
    });
    whole.max_by_key(|verb| verb.end)
}

/// The verb of saying that begins at a token. Taggers take many a `said` for something else; a particle, as in
/// `shot back`, shows a verb too.
pub fn spoken(document: &Document, at: usize) -> Option<Verb> {
    let shown = |verb: &Verb| {
        tag(document, at).is_verb() || is_in(document, at, &SAYS) || verb.end > at + 1
    };
    verb(document, at).filter(|verb| verb.entry.act == Act::Speech && shown(verb))
}

/// All word forms at which a verb of the lexicon may start.
pub fn words() -> impl Iterator<Item = &'static str> {
    LEXICON.words()
}

static SAYS: List = List::named("form-of-say");

static LEXICON: LazyLock<Index<(Entry, Forms)>> = LazyLock::new(|| {
    let rows = lexicon::rows(include_str!("../lexicon/en/cues.txt"));
    rows.flat_map(|row| {
        let mut columns = row.columns();
        let mut next = || columns.next().unwrap_or_default();
        let lemma = next();
        let act = Act::from_name(next()).unwrap_or_default();
        let stance = Stance::from_name(next()).unwrap_or_default();
        let complements = next();
        let entry = Entry { lemma, act, stance, complements };
        let verb = lemma.split(' ').next().unwrap_or_default();
        inflect(verb, next()).into_iter().map(move |(form, forms)| (&*form.leak(), (entry, forms)))
    })
    .collect()
});

/// The forms of a verb, each spelling once; `irregular` lists the irregular ones.
fn inflect(verb: &str, irregular: &str) -> Vec<(String, Forms)> {
    let mut forms: Vec<(String, Forms)> = Vec::new();
    for (form, mark) in spellings(verb, irregular) {
        match forms.iter_mut().find(|(known, _)| *known == form) {
            Some((_, forms)) => mark(forms),
            None => {
                let mut marked = Forms::default();
                mark(&mut marked);
                forms.push((form, marked));
            }
        }
    }
    forms
}

type Spelling = (String, fn(&mut Forms));

fn spellings(verb: &str, irregular: &str) -> [Spelling; 5] {
    let mut given = irregular.split_whitespace().map(str::to_owned);
    let past = given.next().unwrap_or_else(|| inflection::past(verb));
    let participle = given.next().unwrap_or_else(|| past.clone());
    let gerund = given.next().unwrap_or_else(|| inflection::gerund(verb, &past));
    [
        (verb.to_owned(), |forms| forms.base = true),
        (inflection::third_person(verb), |forms| forms.third = true),
        (gerund, |forms| forms.gerund = true),
        (past, |forms| forms.past = true),
        (participle, |forms| forms.participle = true),
    ]
}

/// A relation with all that the lexicon says about a verb, but without source, cue and content.
pub fn of(verb: &Verb) -> Relation {
    let entry = verb.entry;
    Relation {
        lemma: entry.lemma.into(),
        act: entry.act,
        stance: entry.stance,
        ..Relation::default()
    }
}

/// The reason for a relation whose cue is a verb of the lexicon.
pub fn cue_reason(verb: &Verb) -> Reason {
    reason(ReasonCode::CueVerb, verb.entry.lemma)
}

#[cfg(test)]
mod tests {
    use crate::rules::cue::spellings;

    fn forms(verb: &str, irregular: &str) -> String {
        spellings(verb, irregular).map(|(form, _)| form).join(" ")
    }

    #[test]
    fn verbs_take_their_endings() {
        assert_eq!(forms("claim", ""), "claim claims claiming claimed claimed");
        assert_eq!(forms("deny", ""), "deny denies denying denied denied");
        assert_eq!(forms("agree", ""), "agree agrees agreeing agreed agreed");
        assert_eq!(forms("note", ""), "note notes noting noted noted");
        assert_eq!(forms("push", ""), "push pushes pushing pushed pushed");
        assert_eq!(forms("admit", "admitted admitted"), "admit admits admitting admitted admitted");
        assert_eq!(forms("begin", "began begun beginning"), "begin begins beginning began begun");
    }
}
