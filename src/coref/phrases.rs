//! Owns the rules that link a phrase without a name to an entity: `the mayor`, `the firm`, `the Scot`.

use crate::{
    discourse::{
        entities::only,
        entity::Entity,
        fit::{fit_phrase, personal},
        office::{is_another_office, is_rank},
        recent::{Form, Seen},
        state::Discourse,
    },
    grammar::{
        description::around,
        epithet::{BODIES, COMPANY, FIRMS, Phrase, goes_by, is_epithet, is_people, is_set},
        guess::{Guess, ORGANIZATIONS, is_acronym, is_first_name, is_place, is_surname},
        several::roster,
        words::{DEFINITE_ARTICLE, is_capital, is_comma, is_in, is_lead, norm, sentence_at, tag},
    },
    lexicon::{
        list::List,
        noun::{Gender, Noun, noun},
    },
    rules::label::{ANSWERS, question},
    token::tag::Tag,
    vocabulary::{
        kinds::SourceKind,
        rule::{Rule, rule},
    },
};

/// A phrase to be linked.
pub struct PhraseMention {
    /// The phrase; none for several joined by `and`.
    pub phrase: Option<Phrase>,
    /// Its sentence.
    pub sentence: usize,
    /// Its words in lower case.
    pub words: String,
}

/// A rule that finds the entity of a phrase.
type Link = Rule<fn(&Discourse<'_>, &PhraseMention) -> Option<usize>>;

/// The rules in the order in which they are asked.
#[rustfmt::skip]
pub static PHRASES: [Link; 9] = [
    rule("W60", "noun-surname", "A bare capitalised noun links to the only person with that surname.",
        "Jo Cook … Cook said", noun_surname),
    rule("W18", "role", "A noun links to the entity it described.", "the mayor", role),
    rule("W52", "goes-on", "A new role links to the only person who spoke recently.",
        "“It is dear,” Brandt said. The minister said it was late.", goes_on),
    rule("W19", "company", "The company is the only one just named.", "Tesla … the firm", company),
    rule("W21", "epithet", "An epithet links to the only person.", "the Scot", epithet),
    rule("W75", "set", "A noun for several people links to the only ones just named together.",
        "Ms. Li and Mr. Roy met. The leaders", set),
    rule("W22", "same-words", "The same words name the same entity.", "Residents", same_words),
    rule("W73", "bare-plural", "A bare plural is the only group of its noun.", "Bank officials … Officials", bare_plural),
    rule("W61", "answerer", "Whoever answers is the only person named before the first question.",
        "We met Jo Cook. Q: Are you tired? A: No.", answerer),
];

/// The rules for a phrase that is not a source, but counts as mentioned.
#[rustfmt::skip]
pub static PASSED: [Link; 1] = [
    rule("W62", "called-again", "A definite phrase in passing links to the entity that its noun last described.",
        "The council met. The council voted.", called_again),
];

static OTHERS: List = List::named("other-determiner");
static COUNTS: List = List::named("count");
static ANYBODY: List = List::named("anybody-plural");
static ARTICLELESS: List = List::named("body-without-article");

/// The noun of a phrase that refers back; none for possessives such as `his office`, which introduce something new.
fn points_back(discourse: &Discourse, phrase: &Phrase) -> Option<Noun> {
    let owned = tag(discourse.document, phrase.tokens.start) == Tag::PRPP;
    // `Police` takes no article.
    let bare = phrase.tokens.len() == 1 && is_in(discourse.document, phrase.head, &ARTICLELESS);
    // `The other party` is not the one that was named.
    let other = is_in(discourse.document, phrase.tokens.start + 1, &OTHERS);
    let back =
        (phrase.definite || bare) && !(owned || other) && !is_people(discourse.document, phrase);
    phrase.noun.filter(|_| back)
}

/// `Cook said`, after `Jo Cook`: a role would have an article.
fn noun_surname(discourse: &Discourse, mention: &PhraseMention) -> Option<usize> {
    let Discourse { document, entities, .. } = discourse;
    let phrase = mention.phrase.as_ref()?;
    // `Cook, 51, said`, `said Cook, a member of the board`.
    let end = phrase.head + 1;
    let bare = phrase.tokens.start == phrase.head
        && (end == phrase.tokens.end || is_comma(document, end))
        && is_capital(document, phrase.head);
    let person = |known: &Entity| {
        let full = known.name.as_ref().is_some_and(|name| name.tokens.len() > 1);
        full && known.guess != Guess::Organization && !known.place && !known.plural
    };
    entities.only(entities.by_last(norm(document, phrase.head)).filter(|_| bare), person)
}

fn called_again(discourse: &Discourse, mention: &PhraseMention) -> Option<usize> {
    let article = |at: usize| tag(discourse.document, at) == Tag::DT;
    let phrase = mention.phrase.as_ref().filter(|own| own.definite && article(own.tokens.start))?;
    discourse.entities.called(phrase.noun?, phrase.plural)
}

fn role(discourse: &Discourse, mention: &PhraseMention) -> Option<usize> {
    let phrase = mention.phrase.as_ref()?;
    let own = points_back(discourse, phrase)?;
    let Discourse { document, entities, .. } = discourse;
    let word = norm(document, phrase.head);
    let own_office = |known: &Entity| !is_another_office(document, known, phrase);
    let known = |noun: Noun| entities.called_if(noun, phrase.plural, own_office);
    let says = |known: &Entity| {
        // The name of the Bay Company does not make it the last company.
        let name = known.name.is_some() && (COMPANY.has(own.lemma) || FIRMS.has(own.lemma));
        let words = if name { 0..0 } else { known.words.clone() };
        let mut told = words.chain(known.description.clone().unwrap_or_default());
        told.any(|at| norm(document, at) == word)
    };
    // `The paper` may be a newspaper, but `the report` never is.
    let body = ORGANIZATIONS.get(word).first().and_then(|row| noun(row.column(1)));
    let body = body.filter(|_| own.kind == SourceKind::Document);
    let same_word = entities.called_if(own, phrase.plural, |own| own_office(own) && says(own));
    let called = same_word.or_else(|| body.and_then(known)).or_else(|| known(own))?;
    let known = entities.get(called)?;
    // `Other researchers … the researchers`: these are those told of before.
    // Nor are the researchers some of the scientists.
    let some = is_in(document, known.words.start, &COUNTS) && !says(known);
    if is_in(document, known.words.start, &OTHERS) || some {
        return None;
    }
    let kind = known.kind() == SourceKind::Organization && own.kind == SourceKind::Document;
    let fits = fit_phrase(document, known, phrase).is_ok() && (!kind || body.is_some());
    fits.then_some(called)
}

/// Gives a role that no entity has yet to the only recent speaker without a known role: `Brandt said it was dear.
/// The minister said it was late`. In `Brandt said the minister told him` they are different people.
fn goes_on(discourse: &Discourse, mention: &PhraseMention) -> Option<usize> {
    /// How soon behind a name the verb stands that shows whether it was arrested or resigned.
    const SHORT: usize = 6;
    let Discourse { document, entities, recent, .. } = discourse;
    let phrase = mention.phrase.as_ref()?;
    let noun = points_back(discourse, phrase).filter(|noun| noun.is_human() && !noun.plural)?;
    // `Ohio's governor, a Republican` is somebody new.
    let bare = is_in(document, phrase.tokens.start, &DEFINITE_ARTICLE);
    let plain = bare && phrase.tokens.end == phrase.head + 1;
    let free = |known: &Entity| {
        let person = known.guess != Guess::Organization && !known.place && !known.plural;
        let gender = Gender::agree(known.gender, noun.gender);
        person && gender && known.noun.is_none_or(|own| own.lemma == noun.lemma)
    };
    let untold = |known: &Entity| {
        let Some(name) = &known.name else { return false };
        let end = name.tokens.end;
        let surname = name.last(document) == noun.lemma;
        // `Ms. Li, a baker,`: whether or not the lexicon knows the role.
        let apposed = is_comma(document, end) && tag(document, end + 1) == Tag::DT;
        let sentence = sentence_at(document, name.tokens.start);
        known.noun.is_none() && !surname && !apposed && around(document, name, &sentence).is_none()
    };
    let near = || recent.in_near_sentences(mention.sentence);
    // Who else is the prime minister, readers may know.
    let prime = is_rank(norm(document, phrase.head.wrapping_sub(1)));
    let spoke = |(_, at): &(usize, usize)| (at + 1..at + 4).contains(&mention.sentence) && !prime;
    // `Li has left the council. The mayor said`: the text opens with whom it is about.
    let opens = |seen: &&Seen| {
        let done = |at: usize| tag(document, at) == Tag::VBN && is_in(document, at - 1, &BEING);
        let acts = !(seen.at + 1..phrase.tokens.start).take(SHORT).any(done);
        let lead = seen.place.subject && seen.place.opens && is_lead(document, seen.at) && acts;
        lead && seen.sentence + 1 == mention.sentence && !BESIDE.has(noun.lemma)
    };
    let told = entities.by_noun(noun).next().is_some();
    let alone = entities
        .only(near().map(|seen| seen.entity), |known| known.name.is_some() && free(known))?;
    let about = recent.credited.filter(spoke).is_some_and(|(who, _)| who == alone)
        || near().filter(opens).any(|seen| seen.entity == alone);
    (plain && !told && about && entities.is(alone, untold)).then_some(alone)
}

static BEING: List = List::named("form-of-be");

/// Roles of others beside whom a text is about.
static BESIDE: List = List::named("role-beside-somebody");

static BASED: List = List::named("participle-of-seat");

fn company(discourse: &Discourse, mention: &PhraseMention) -> Option<usize> {
    let Discourse { document, entities, recent, .. } = discourse;
    let phrase = mention.phrase.as_ref()?;
    let noun = points_back(discourse, phrase)?;
    let mut modifiers = phrase.tokens.start + 1..phrase.head;
    // `the Oslo-based company`, `the UK’s biggest lender`, but not `the UK’s lender`
    let most = modifiers.clone().any(|at| tag(document, at) == Tag::JJS);
    let based = modifiers.clone().any(|at| is_in(document, at, &BASED));
    let modifies = |at: usize| match tag(document, at) {
        Tag::JJ | Tag::NN | Tag::JJS => true,
        Tag::NNP | Tag::POS => {
            based || most && (is_place(norm(document, at)) || tag(document, at) == Tag::POS)
        }
        _ => based,
    };
    let plain = is_in(document, phrase.tokens.start, &DEFINITE_ARTICLE) && modifiers.all(modifies);
    let body = |known: &Entity| {
        let Some(name) = &known.name else { return false };
        let free = known.noun.is_none_or(|own| goes_by(own, noun)) && !known.place;
        // `Red Kestrel` contains no word of a person's name.
        let person = is_first_name(name.first(document)) || is_surname(name.last(document));
        let open = known.guess == Guess::Open && known.gender.is_none() && !person;
        free && !known.plural && (open || known.kind() == SourceKind::Organization)
    };
    let firm = COMPANY.has(noun.lemma) || FIRMS.has(noun.lemma);
    let fits = plain && !noun.plural && (firm || BODIES.has(noun.lemma));
    // In `At Vellin University Ms. Li said the institution` the place is a university too.
    let told = |known: &Entity| !firm && known.noun.is_some_and(|own| goes_by(own, noun));
    // In `Oil is dear, the bank said` the text does not tell that the word is a name.
    let word = |at: usize| {
        entities.is(at, |known| {
            let first = document.tokens().get(known.words.start);
            let inside = first.is_some_and(|first| document.has_inside(first));
            let called = known.name.as_ref().is_some_and(|name| name.called(document).is_some());
            let sure = inside || called || is_acronym(document, known.words.start);
            known.words.len() == 1 && !sure
        })
    };
    let named = |seen: &&Seen| {
        let opens = seen.place.opens && word(seen.entity) && recent.credits(seen.entity) == 0;
        seen.place.weight() > 0.0 && !opens
    };
    let found = || recent.in_near_sentences(mention.sentence).filter(|_| fits);
    let among = found().filter(|seen| named(seen) || entities.is(seen.entity, told));
    let only = entities.only(among.map(|seen| seen.entity), body)?;
    found().filter(named).any(|seen| seen.entity == only).then_some(only)
}

/// `the Scot`, `the 31-year-old`: the only person of the last sentence that mentions any.
fn epithet(discourse: &Discourse, mention: &PhraseMention) -> Option<usize> {
    const BACK: usize = 2;
    const LEAST: f32 = 1.5;
    mention.phrase.as_ref().filter(|phrase| is_epithet(discourse.document, phrase))?;
    let fits = |known: &Entity| {
        personal(known, known.gender.unwrap_or(Gender::He)).is_ok_and(|fit| fit > LEAST)
    };
    let Discourse { entities, recent, .. } = discourse;
    let plain = recent.near().filter(|seen| seen.place.weight() > -1.0);
    let mut found = plain.filter(|seen| entities.is(seen.entity, fits));
    let last = found.next().filter(|last| last.sentence + BACK >= mention.sentence)?;
    let mut beside = found.take_while(|seen| seen.sentence == last.sentence);
    // `Her rival, Ms. Li, laughed. The Scot said`
    let passing = |seen: &Seen| seen.place.owner && seen.form == Form::Pronoun;
    beside.all(|seen| seen.entity == last.entity || passing(seen)).then_some(last.entity)
}

fn set(discourse: &Discourse, mention: &PhraseMention) -> Option<usize> {
    let Discourse { document, entities, recent, .. } = discourse;
    mention.phrase.as_ref().filter(|phrase| is_set(document, phrase))?;
    let together = |known: &Entity| known.plural && roster(document, &known.words).is_some();
    let found = recent.in_near_sentences(mention.sentence).map(|seen| seen.entity);
    entities.only(found, together)
}

/// `Bank officials said no. Officials said it was late`: whoever else they may be, the text has told of no others.
fn bare_plural(discourse: &Discourse, mention: &PhraseMention) -> Option<usize> {
    let phrase = mention.phrase.as_ref().filter(|own| own.plural && own.tokens.len() == 1)?;
    let Discourse { document, entities, .. } = discourse;
    // `Experts say` is often said of all there are.
    let word = Some(norm(document, phrase.head)).filter(|word| !ANYBODY.has(word))?;
    let called = |at: &usize| entities.is(*at, |known| known.plural);
    let entity = only(entities.by_noun(phrase.noun?).filter(called))?;
    let own = |known: &Entity| {
        let first = known.words.start;
        let some = is_in(document, first, &OTHERS) || is_in(document, first, &COUNTS);
        !some && known.words.clone().any(|at| norm(document, at) == word)
    };
    let credited = discourse.recent.credits(entity) > 0;
    (credited && entities.is(entity, own)).then_some(entity)
}

fn answerer(discourse: &Discourse, mention: &PhraseMention) -> Option<usize> {
    let Discourse { document, entities, .. } = discourse;
    let first = question(document).filter(|_| ANSWERS.has(&mention.words))?;
    let introduced = |known: &Entity| {
        let named = known.name.as_ref().is_some_and(|name| name.tokens.end <= first);
        named && known.guess != Guess::Organization && !known.place && !known.plural
    };
    let person = |known: &Entity| {
        let human = known.noun.is_some_and(|noun| noun.is_human());
        introduced(known) && (human || known.guess == Guess::Person)
    };
    let whole = |known: &Entity| introduced(known) && known.words.len() > 1;
    let only = |is: &dyn Fn(&Entity) -> bool| entities.only(0..entities.iter().count(), is);
    let named = only(&person).or_else(|| only(&introduced)).or_else(|| only(&whole));
    named.or_else(|| entities.by_words(&mention.words))
}

fn same_words(discourse: &Discourse, mention: &PhraseMention) -> Option<usize> {
    let goes_by_words = |phrase: &Phrase| {
        let first = tag(discourse.document, phrase.tokens.start);
        let bare = !matches!(first, Tag::DT | Tag::CD | Tag::PDT) && phrase.tokens.len() > 1;
        let label = is_acronym(discourse.document, phrase.head);
        phrase.plural || phrase.definite || label || bare
    };
    let again = mention.phrase.as_ref().is_none_or(goes_by_words);
    discourse.entities.by_words(&mention.words).filter(|_| again)
}
