//! Owns the rules that link a pronoun to an entity, or leave it open.

use crate::{
    coref::{
        antecedent,
        fit::{Mismatch, fit, gender, is_it, is_they, personal},
        resolver::{Antecedent, Link, Resolver},
    },
    grammar::{
        head::{Head, head},
        words::{is_in, norm, quotation_at, sentence_at, tag},
    },
    lexicon::{
        list::List,
        noun::{Gender, Noun},
    },
    rules::content::is_asked,
    token::tag::Tag,
    vocabulary::{kinds::SourceKind, rule::rule},
};

/// A pronoun to be linked.
pub struct Pronoun {
    /// Its token.
    pub at: usize,
    /// Its sentence.
    pub sentence: usize,
}

/// The rules for `who` and `which`.
pub static RELATIVE: [Link<Pronoun, Antecedent>; 1] =
    [rule("W28", "relative", "The words before the pronoun.", "Ms. Li, who said", relative)];

/// The rules for a pronoun inside a quotation that says something.
pub static QUOTED: [Link<Pronoun, Antecedent>; 1] =
    [rule("W29", "quoted", "The one who leads by far.", "“He said no,” she said", sure)];

/// The rules for other pronouns that say something, in the order in which they are asked.
pub static SAYING: [Link<Pronoun, Antecedent>; 5] = [
    rule("W30", "asked", "Who answers is who spoke before.", "Asked if she agreed, he said", asked),
    rule(
        "W31",
        "opener",
        "The subject that opens the last sentence.",
        "A firm met. It said",
        opener,
    ),
    rule("W32", "acting", "The only one who acts in the sentence.", "Li left, as she said", acting),
    rule("W33", "acted", "The only one who acts just before.", "Weiss left. “No,” she said", acted),
    rule("W34", "clear", "The most salient one, with enough to say so.", "She said", clear),
];

/// The rules for pronouns that say nothing; they keep an entity in mind.
pub static SILENT: [Link<Pronoun, Antecedent>; 2] = [
    rule("W36", "acting-on", "The only one who acts here or just before.", "His plan", acting_on),
    rule("W37", "likely", "The most salient one, if he leads.", "her plan", likely),
];

/// By how much the best candidate must lead.
const MARGIN: f32 = 0.5;

/// By how much it must lead where it is also the last.
const SURE: f32 = 1.0;

/// The score that it needs at least.
const CLEAR: f32 = 2.0;

/// What it counts that a candidate was credited last,
const CREDITED: f32 = 3.5;

/// that it fits the pronoun,
const FITTING: f32 = 1.5;

/// and that the text mentions it often.
const OFTEN: f32 = 0.1;

/// A candidate with its score and its lead over all others.
struct Leader {
    entity: usize,
    score: f32,
    lead: f32,
}

/// The candidate with the highest score: here the candidates of a pronoun are listed and scored.
fn leader(resolver: &Resolver, pronoun: &Pronoun, credit: f32) -> Option<Leader> {
    let Resolver { document, entities, recent, .. } = resolver;
    let word = norm(document, pronoun.at);
    let mut leader: Option<Leader> = None;
    for (entity, salience) in recent.salience(pronoun.sentence) {
        let Some(Ok(fit)) = entities.get(entity).map(|known| fit(known, word)) else { continue };
        let credited = match recent.credited {
            Some((last, at)) if last == entity && at + 2 > pronoun.sentence => 1.0,
            Some((last, _)) if last == entity => 0.5,
            _ => 0.0,
        };
        let often = OFTEN * recent.frequency(entity);
        let score = FITTING * fit + salience.ln() + often + credit * credited;
        match &mut leader {
            Some(first) if first.score >= score => first.lead = first.lead.min(first.score - score),
            Some(first) => *first = Leader { entity, score, lead: score - first.score },
            None => leader = Some(Leader { entity, score, lead: f32::INFINITY }),
        }
    }
    leader
}

/// Every candidate of a pronoun and whether it fits, for the trace.
pub fn candidates(resolver: &Resolver, pronoun: &Pronoun) -> Vec<(usize, Result<(), Mismatch>)> {
    let word = norm(resolver.document, pronoun.at);
    let found = resolver.recent.salience(pronoun.sentence).into_iter();
    let fit = |at: usize| Some(fit(resolver.entities.get(at)?, word).map(|_| ()));
    found.filter_map(|(entity, _)| Some((entity, fit(entity)?))).collect()
}

/// The most salient entity, if it leads.
fn likely(resolver: &Resolver, pronoun: &Pronoun) -> Option<Antecedent> {
    let leader = leader(resolver, pronoun, 0.0).filter(|leader| leader.lead >= MARGIN)?;
    Some(Antecedent::Entity(leader.entity))
}

fn clear(resolver: &Resolver, pronoun: &Pronoun) -> Option<Antecedent> {
    let leader = leader(resolver, pronoun, CREDITED)?;
    let clear = leader.lead >= MARGIN && leader.score >= CLEAR;
    clear.then_some(Antecedent::Entity(leader.entity))
}

fn sure(resolver: &Resolver, pronoun: &Pronoun) -> Option<Antecedent> {
    surely(resolver, pronoun).map(Antecedent::Entity)
}

/// Whom a `he` or a `she` stands for beyond doubt: the most salient one by far, who is also the last whom
/// it may mean.
pub fn surely(resolver: &Resolver, pronoun: &Pronoun) -> Option<usize> {
    let gender = gender(norm(resolver.document, pronoun.at))?;
    let mut near = resolver.recent.near().map(|seen| seen.entity);
    let last = near.find(|entity| may_be(resolver, *entity, gender, 1.0))?;
    let leader = leader(resolver, pronoun, 0.0)?;
    (leader.entity == last && leader.lead >= SURE).then_some(last)
}

/// Whether an entity fits a `he` or a `she` at least so well.
pub fn may_be(resolver: &Resolver, entity: usize, gender: Gender, least: f32) -> bool {
    let known = resolver.entities.get(entity);
    known.is_some_and(|known| personal(known, gender).is_ok_and(|fit| fit >= least))
}

static SUBJECTS: List = List::named("subject-person");
static REFLEXIVES: List = List::named("reflexive-person");

fn acting_on(resolver: &Resolver, pronoun: &Pronoun) -> Option<Antecedent> {
    let Resolver { document, .. } = resolver;
    let is = |list: &List| is_in(document, pronoun.at, list);
    let near = is(&SUBJECTS) || is(&REFLEXIVES) || tag(document, pronoun.at) == Tag::PRPP;
    let acts = || acting(resolver, pronoun).or_else(|| acted(resolver, pronoun));
    near.then(acts).flatten()
}

/// How well a candidate must fit to be meant for what it does.
const FITS: f32 = 2.0;

fn acting(resolver: &Resolver, pronoun: &Pronoun) -> Option<Antecedent> {
    acting_in(resolver, pronoun, pronoun.sentence)
}

/// Unless somebody has spoken since; a new paragraph is about the only one it names, acting or not.
fn acted(resolver: &Resolver, pronoun: &Pronoun) -> Option<Antecedent> {
    let Resolver { document, recent, .. } = resolver;
    let gender = gender(norm(document, pronoun.at))?;
    let last = pronoun.sentence.checked_sub(1).filter(|last| *last >= recent.paragraph)?;
    let spoke = |(who, at)| at >= last && may_be(resolver, who, gender, FITS);
    let spoken = recent.credited.is_some_and(spoke) || is_unnamed(resolver, gender, last);
    if spoken { None } else { acting_in(resolver, pronoun, last) }
}

fn acting_in(resolver: &Resolver, pronoun: &Pronoun, sentence: usize) -> Option<Antecedent> {
    let Resolver { document, recent, .. } = resolver;
    let gender = gender(norm(document, pronoun.at))?;
    let mut found = recent.near().filter(|seen| {
        let here = seen.sentence == sentence && seen.weight > -1.0;
        here && may_be(resolver, seen.entity, gender, FITS)
    });
    let last = found.next()?;
    let opens = sentence >= recent.paragraph && sentence < pronoun.sentence;
    let fresh = opens && recent.credited.is_some_and(|(_, at)| at < recent.paragraph);
    let mut acts = last.weight > 0.0 || fresh;
    let alone = found.all(|seen| {
        acts |= seen.weight > 0.0;
        seen.entity == last.entity
    });
    (alone && acts).then_some(Antecedent::Entity(last.entity))
}

fn is_unnamed(resolver: &Resolver, gender: Gender, sentence: usize) -> bool {
    let unnamed = |entity: usize| {
        let known = resolver.entities.get(entity);
        known.is_some_and(|known| known.kind() == SourceKind::Unnamed)
            && may_be(resolver, entity, gender, PERSON)
    };
    resolver.recent.credited.is_some_and(|(who, at)| at == sentence && unnamed(who))
}

/// How well a candidate must fit to be a person for all that the text tells.
const PERSON: f32 = 1.1;

fn asked(resolver: &Resolver, pronoun: &Pronoun) -> Option<Antecedent> {
    let Resolver { document, recent, .. } = resolver;
    let gender = gender(norm(document, pronoun.at))?;
    let spoke = |(who, at)| at + 1 == pronoun.sentence && may_be(resolver, who, gender, PERSON);
    let (who, _) = recent.credited.filter(|last| spoke(*last))?;
    let asked = is_asked(document, &sentence_at(document, pronoun.at));
    asked.then_some(Antecedent::Entity(who))
}

/// A pronoun opens its sentence, or only a quotation stands before it: `A neighbour agreed. “Mine was
/// late,” she said.`
fn opener(resolver: &Resolver, pronoun: &Pronoun) -> Option<Antecedent> {
    let Resolver { document, recent, .. } = resolver;
    let first = sentence_at(document, pronoun.at).start;
    let quotes = || {
        let whole = first..pronoun.at;
        gender(norm(document, pronoun.at)).is_some()
            && quotation_at(document, first).is_some_and(|own| own.tokens == whole)
    };
    let spoke = recent.credited.is_some_and(|(_, at)| at + 1 == pronoun.sentence);
    let opens = !spoke && (first == pronoun.at || quotes());
    if opens { subject_before(resolver, pronoun) } else { None }
}

/// The words that open the sentence before, if the pronoun may stand for them.
fn subject_before(resolver: &Resolver, pronoun: &Pronoun) -> Option<Antecedent> {
    let Resolver { document, .. } = resolver;
    let words = antecedent::opening(document, pronoun.sentence)?;
    let word = norm(document, pronoun.at);
    let (they, told) = (is_they(word), gender(word));
    let fits = |noun: Noun| match told {
        _ if they => noun.is_human() && noun.plural,
        Some(told) => noun.is_human() && !noun.plural && noun.gender.is_none_or(|own| own == told),
        None => is_it(word) && noun.kind == SourceKind::Organization && !noun.plural,
    };
    let head = head(document, words.clone())?;
    let fits = match &head {
        Head::Phrase(phrase) => phrase.noun.is_some_and(fits),
        Head::Several => they,
        _ => false,
    };
    fits.then_some(Antecedent::Words(words, head, pronoun.sentence - 1))
}

fn relative(resolver: &Resolver, pronoun: &Pronoun) -> Option<Antecedent> {
    let Resolver { document, recent, .. } = resolver;
    let floor = sentence_at(document, pronoun.at).start;
    let words = antecedent::relative(document, pronoun.at, floor)?;
    match head(document, words.clone())? {
        Head::Pronoun(_) | Head::Several => {
            let last = recent.last().filter(|seen| seen.sentence == pronoun.sentence)?;
            Some(Antecedent::Entity(last.entity))
        }
        Head::Name(name, _) => {
            Some(Antecedent::Words(words, Head::Name(name, None), pronoun.sentence))
        }
        head => Some(Antecedent::Words(words, head, pronoun.sentence)),
    }
}
