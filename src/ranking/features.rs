//! Owns the features that show how likely each candidate is the antecedent of a pronoun.

use crate::{
    discourse::{
        entity::Entity,
        fit::{gender, is_it, is_they},
        recent::{Form, Recent},
        state::Discourse,
    },
    grammar::{
        guess::{Guess, given_gender, is_acronym},
        verb::is_finite,
        words::{is_in, norm, quotation_at, sentence_at, tag},
    },
    lexicon::list::List,
    model::mention::{CONTEXT, FEATURES},
    ranking::{
        choice::{Candidate, Choice, Pronoun},
        trail::{Trail, trails},
    },
    rules::quoted::is_asked,
    token::tag::Tag,
    vocabulary::kinds::SourceKind,
};

/// The candidates of a pronoun.
pub fn choice(discourse: &Discourse, pronoun: &Pronoun) -> Choice {
    let trails = trails(discourse, pronoun);
    let own = own(discourse, pronoun);
    let rivals = |of: &Trail| {
        let others = trails.iter().filter(|trail| trail.entity != of.entity);
        others.map(|trail| trail.salience).fold(0.0, f32::max)
    };
    let list = trails.iter().map(|trail| Candidate {
        entity: trail.entity,
        features: features(
            discourse,
            pronoun,
            &own,
            &beside(discourse, &trails, (trail, rivals(trail))),
        ),
    });
    let candidates = list.collect();
    let context = context(&own, &trails, pronoun);
    Choice {
        #[cfg(feature = "train")]
        at: pronoun.at,
        context,
        candidates,
    }
}

/// A candidate compared with the others.
struct Beside<'t> {
    trail: &'t Trail,
    /// The highest salience among the others.
    rival: f32,
    /// How many others are mentioned later, outside quotations.
    later: usize,
    /// How many others there are.
    all: usize,
    /// How many others are surely people, by how far back they are mentioned.
    people: [usize; 4],
    /// Whether it was a subject more recently than every other entity.
    acts_last: bool,
    /// The same, counting only subjects in the article's own words.
    leads: bool,
    /// Whether it is the only person of the paragraph.
    paragraph: bool,
}

/// The minimum fit of an entity that the text shows to be a person.
const PERSON: f32 = 1.7;

fn beside<'t>(
    discourse: &Discourse,
    trails: &'t [Trail],
    (trail, rival): (&'t Trail, f32),
) -> Beside<'t> {
    let others = || trails.iter().filter(|other| other.entity != trail.entity && !other.quoted);
    let people = |from: usize| {
        others().filter(|other| other.fit >= PERSON && other.last.sentence >= from).count()
    };
    let acts = |trail: &Trail| trail.subject.map(|seen| seen.at);
    let main = |trail: &Trail| trail.main.map(|seen| seen.at);
    let last = trail.last.sentence;
    Beside {
        trail,
        rival,
        later: others().filter(|other| other.last.at > trail.last.at).count(),
        all: others().count(),
        people: [people(last + 1), people(last), people(last.saturating_sub(1)), people(0)],
        paragraph: {
            let first = discourse.recent.paragraph;
            !trail.quoted && last >= first && people(first) == 0
        },
        leads: main(trail).is_some() && others().all(|other| main(other) < main(trail)),
        acts_last: acts(trail).is_some() && others().all(|other| acts(other) < acts(trail)),
    }
}

/// The features of the pronoun itself.
struct Own {
    says: f32,
    personal: f32,
    they: f32,
    it: f32,
    quoted: f32,
    subject: f32,
    owner: f32,
    reflexive: f32,
    opens: f32,
    fresh: f32,
    asked: f32,
    told: f32,
}

const fn one(is: bool) -> f32 {
    if is { 1.0 } else { 0.0 }
}

static SUBJECTS: List = List::named("subject-third-person");
static REFLEXIVES: List = List::named("reflexive-person");

fn own(discourse: &Discourse, pronoun: &Pronoun) -> Own {
    let Discourse { document, recent, .. } = discourse;
    let word = norm(document, pronoun.at);
    let sentence = sentence_at(document, pronoun.at);
    let quoted_before = quotation_at(document, sentence.start)
        .is_some_and(|own| own.tokens.end == pronoun.at || own.tokens.contains(&pronoun.at));
    Own {
        says: one(pronoun.of.is_some()),
        personal: one(gender(word).is_some()),
        they: one(is_they(word)),
        it: one(is_it(word)),
        quoted: one(quotation_at(document, pronoun.at).is_some()),
        subject: one(SUBJECTS.has(word)),
        owner: one(tag(document, pronoun.at) == Tag::PRPP),
        reflexive: one(is_in(document, pronoun.at, &REFLEXIVES)),
        opens: one(sentence.start == pronoun.at || quoted_before),
        fresh: one(recent.paragraph == pronoun.sentence),
        asked: one(is_asked(document, &sentence)),
        told: one(discourse.speech.content(pronoun.at).is_some()),
    }
}

fn context(own: &Own, trails: &[Trail], pronoun: &Pronoun) -> [f32; CONTEXT] {
    let near = |back: usize| {
        trails.iter().filter(|t| t.last.sentence + back >= pronoun.sentence).count() as f32
    };
    let best = trails.iter().map(|trail| trail.salience).fold(0.01, f32::max);
    let fit = trails.iter().map(|trail| trail.fit).fold(0.0, f32::max);
    [
        1.0,
        own.says,
        own.personal,
        own.they,
        own.it,
        own.quoted,
        own.subject,
        own.owner,
        own.opens,
        own.fresh,
        (1.0 + near(0)).ln(),
        (1.0 + near(1)).ln(),
        (1.0 + trails.len() as f32).ln(),
        best.ln() / 2.0,
        fit / 3.0,
        one(trails.iter().any(|trail| trail.named)),
    ]
}

/// How many clauses lie between a mention and a pronoun in one sentence.
fn verbs_between(discourse: &Discourse, trail: &Trail, pronoun: &Pronoun) -> f32 {
    const LONGEST: usize = 40;
    let from = trail.last.at.max(pronoun.at.saturating_sub(LONGEST));
    (from..pronoun.at).filter(|at| is_finite(discourse.document, *at)).count().min(3) as f32
}

fn features(
    discourse: &Discourse,
    pronoun: &Pronoun,
    own: &Own,
    beside: &Beside,
) -> [f32; FEATURES] {
    let Beside { trail, rival, .. } = *beside;
    let Discourse { document, entities, recent, .. } = discourse;
    let unknown = Entity::new(0..0);
    let known = entities.get(trail.entity).unwrap_or(&unknown);
    let last = &trail.last;
    let back = |sentence: usize| pronoun.sentence.saturating_sub(sentence);
    let distance = back(last.sentence);
    let same_paragraph = last.sentence >= recent.paragraph;
    let acted = trail.subject.map(|seen| back(seen.sentence));
    let said = |who: Option<(usize, usize)>| who.filter(|(who, _)| *who == trail.entity);
    let credited = said(recent.credited);
    let chain = chain(recent, pronoun, norm(document, pronoun.at), discourse);
    let verbs = if distance == 0 { verbs_between(discourse, trail, pronoun) } else { 0.0 };
    let here = distance == 0;
    let content = discourse.speech.content(pronoun.at);
    let speaker = discourse.speech.speaker(pronoun.at);
    let main = trail.main.map(|seen| back(seen.sentence));
    let told = given_name(discourse, known, pronoun);
    let again = is_named_again(discourse, known, pronoun);
    [
        own.says,
        own.they,
        own.it,
        own.quoted,
        own.subject,
        own.owner,
        own.opens,
        own.fresh,
        own.personal,
        own.reflexive,
        // Agreement.
        trail.fit / 3.0,
        one(known.gender.is_some()),
        one(known.name.is_none()),
        one(known.name.is_none() && known.kind() == SourceKind::Unnamed),
        one(known.guess == Guess::Person),
        one(known.place),
        one(known.plural),
        one(known.name.as_ref().is_some_and(|name| name.tokens.len() > 1)),
        one(known.description.is_some()),
        // Distance.
        distance.min(6) as f32 / 6.0,
        one(here),
        one(distance == 1),
        one(distance == 2),
        one(same_paragraph),
        one(beside.later == 0),
        one(beside.later == 1),
        one(beside.all == 0),
        one(beside.people[0] == 0),
        one(beside.people[1] == 0),
        one(beside.people[2] == 0),
        one(beside.people[3] == 0),
        one(beside.acts_last),
        one(beside.acts_last && beside.people[1] == 0),
        one(beside.paragraph),
        one(beside.paragraph) * own.says,
        one(trail.placed),
        one(trail.quoted),
        one(known.name.as_ref().is_some_and(|name| !name.title.is_empty())),
        (1.0 + trail.between as f32).ln() / 2.0,
        // Place.
        one(last.place.subject),
        one(last.place.quoted),
        one(last.place.placed),
        one(last.place.governed),
        one(last.place.agent),
        one(last.place.owner),
        one(last.place.relative),
        one(last.place.opens),
        one(last.place.heading),
        one(last.form == Form::Name),
        one(last.form == Form::Pronoun),
        one(trail.named),
        one(acted == Some(0)),
        one(acted == Some(1)),
        one(acted.is_some_and(|back| back > 1)),
        one(acted == Some(1) && trail.subject.is_some_and(|seen| seen.place.opens)),
        one(here) * (1.0 - verbs.min(1.0)),
        one(here) * verbs / 3.0,
        one(last.place.subject) * own.subject,
        one(here && last.place.subject) * own.owner,
        // Salience.
        trail.salience.max(0.001).ln() / 2.0,
        (trail.salience.max(0.001).ln() - rival.max(0.001).ln()).clamp(-4.0, 4.0) / 2.0,
        (trail.times as f32).ln() / 2.0,
        (1.0 + recent.times(trail.entity) as f32).ln() / 3.0,
        one(trail.first.sentence >= recent.paragraph && recent.times(trail.entity) == trail.times),
        // Who has spoken.
        one(credited.is_some()),
        one(credited.is_some_and(|(_, at)| back(at) == 0)),
        one(credited.is_some_and(|(_, at)| back(at) == 1)),
        one(credited.is_some_and(|(_, at)| at >= recent.paragraph)),
        one(said(recent.before).is_some()),
        (1.0 + recent.credits(trail.entity) as f32).ln() / 2.0,
        one(credited.is_some()) * own.asked,
        one(chain.is_some_and(|(who, _)| who == trail.entity)),
        one(chain.is_some_and(|(who, back)| who == trail.entity && back < 2)),
        one(chain.is_some_and(|(who, _)| who != trail.entity)),
        one(recent.credited.is_none()),
        // Whose words it is part of.
        one(last.place.told),
        own.told,
        own.told * one(last.place.told),
        one(content.is_some() && discourse.speech.content(last.at) == content),
        one(pronoun.of.is_some() && discourse.speech.content(last.at) == pronoun.of),
        one(speaker.is_some_and(|who| who == trail.entity)),
        one(speaker.is_some_and(|who| who == trail.entity)) * own.quoted,
        one(speaker.is_some_and(|who| who != trail.entity)),
        one(main == Some(0)),
        one(main == Some(1)),
        one(main.is_some_and(|back| back > 1)),
        one(beside.leads),
        one(beside.leads && main.is_some_and(|back| back < 2)),
        // Named again, later in the sentence.
        one(again),
        one(again) * own.opens,
        // What it is.
        one(known.guess == Guess::Organization),
        one(known.name.as_ref().is_some_and(|name| is_acronym(document, name.tokens.start))),
        one(known.noun.is_some_and(|noun| noun.is_human())),
        one(known.kind() == SourceKind::Organization),
        one(known.kind() == SourceKind::Group),
        one(known.contradicted),
        // The usual gender of its given name.
        one(told.is_some_and(|(own, full)| full && own)),
        one(told.is_some_and(|(own, full)| full && !own)),
        one(told.is_some_and(|(own, full)| !full && own)),
        one(told.is_some_and(|(own, full)| !full && !own)),
    ]
}

/// Whether an entity's given name has the gender of a pronoun, and whether a surname follows that name.
fn given_name(discourse: &Discourse, known: &Entity, pronoun: &Pronoun) -> Option<(bool, bool)> {
    let name = known.name.as_ref()?;
    let asked = gender(norm(discourse.document, pronoun.at))?;
    let told = given_gender(name.given(discourse.document))?;
    Some((told == asked, name.tokens.len() > 1))
}

/// Whether an entity is named after a pronoun in its sentence, outside quotations: `he said Mr. Li had left`.
fn is_named_again(discourse: &Discourse, known: &Entity, pronoun: &Pronoun) -> bool {
    let document = discourse.document;
    let later = |at: usize| at > pronoun.at && quotation_at(document, at).is_none();
    let last = known.name.as_ref().map(|name| name.last(document));
    last.is_some_and(|last| discourse.names.iter().any(|(at, own)| later(*at) && *own == last))
}

/// The entity that the last pronoun of the same gender or number referred to, and how far back.
fn chain(
    recent: &Recent,
    pronoun: &Pronoun,
    word: &str,
    discourse: &Discourse,
) -> Option<(usize, usize)> {
    let alike = |at: usize| {
        let other = norm(discourse.document, at);
        gender(other) == gender(word) && is_they(other) == is_they(word)
    };
    let mut pronouns = recent.in_reach(pronoun.sentence).filter(|s| s.form == Form::Pronoun);
    let last = pronouns.find(|seen| seen.at < pronoun.at && alike(seen.at))?;
    Some((last.entity, pronoun.sentence.saturating_sub(last.sentence)))
}
