//! Owns the rules that link a name to an entity: its candidates share a word or a sound, or were described
//! before they are named (cataphora).

use crate::{
    discourse::{
        entities::only,
        entity::Entity,
        fit::{begins_alike, fit_name},
        office::{are_two, is_rank},
        state::Discourse,
    },
    grammar::{
        description::{around, main_noun},
        epithet::FIRMS,
        guess::{Guess, given_gender, is_acronym, is_first_name, is_place},
        name::Name,
        verb::is_finite,
        words::{
            alike, glued, in_one_block, is_comma, is_content, is_heading, is_in, is_lead, norm,
            sentence_at, tells,
        },
    },
    lexicon::{
        list::List,
        noun::{Gender, noun as noun_of},
    },
    rules::cue,
    token::document::Document,
    vocabulary::{
        kinds::{Act, SourceKind},
        rule::{Rule, rule},
    },
};

static KNIGHTS: List = List::named("title-before-first-name");
static INDEFINITE: List = List::named("indefinite-determiner");
static EXPERT: List = List::named("noun-for-expert");
static LEARNED: List = List::named("title-of-expert");
static OFFICERS: List = List::named("role-of-no-expert");
static EXPERTS: List = List::named("kind-of-expert");
static RELATIVES: List = List::named("relative-opener");

/// A name to be linked.
pub struct NameMention {
    /// The name.
    pub name: Name,
    /// Its sentence.
    pub sentence: usize,
    /// The entities that share its last word and fit, the latest first.
    pub alike: Vec<usize>,
}

impl NameMention {
    /// A name with its candidates.
    pub fn new(discourse: &Discourse, name: &Name, sentence: usize) -> Self {
        let Discourse { document, entities, .. } = discourse;
        let fits = |known: &Entity| fit_name(document, known, name).is_ok();
        let alike = entities.by_last(name.last(document));
        let mut alike: Vec<usize> = alike.filter(|own| entities.is(*own, fits)).collect();
        if TITLED.is_on() {
            (TITLED.apply)(discourse, name, &mut alike);
        }
        Self { name: name.clone(), sentence, alike }
    }

    /// The only candidate for which a condition holds.
    fn only(&self, discourse: &Discourse, is: impl Fn(&Entity) -> bool) -> Option<usize> {
        discourse.entities.only(self.alike.iter().copied(), is)
    }
}

/// The rule that drops candidates of a name; applied before the rules of [`NAMES`].
#[rustfmt::skip]
pub static TITLED: Rule<fn(&Discourse<'_>, &Name, &mut Vec<usize>)> = rule("W72", "titled", "A bare name is not that of somebody known by title alone, where a namesake is not.",
    "Lady Ames … Ralph Ames … Ames", drop_titled);

fn drop_titled(discourse: &Discourse, name: &Name, alike: &mut Vec<usize>) {
    let full = |at: &usize| {
        let known = discourse.entities.get(*at).and_then(|known| known.name.as_ref());
        known.is_some_and(|known| known.tokens.len() > 1 || known.title.is_empty())
    };
    let bare = name.tokens.len() == 1 && name.title.is_empty();
    if bare && alike.iter().any(full) && !alike.iter().all(full) {
        alike.retain(full);
        TITLED.note(name.tokens.start, String::new);
    }
}

/// A rule that finds the entity of a name.
type Link = Rule<fn(&Discourse<'_>, &NameMention) -> Option<usize>>;

/// The rules in the order in which they are asked.
#[rustfmt::skip]
pub static NAMES: [Link; 10] = [
    rule("W6", "described", "Repeats a description.", "the Nurses' Sleep Study", described),
    rule("W7", "acronym", "An acronym links to the name it abbreviates.", "IAEA, the Norwegian CRB", acronym),
    rule("W8", "surname", "A surname links to the only entity that fits.", "Lopez", surname),
    rule("W9", "latest", "A full name links to the latest that fits.", "Maria Lopez", latest),
    rule("W10", "namesake", "Of several namesakes: the one of the title's gender, mentioned recently, or known by surname alone.",
        "Jo Torres … Al Torres … Mr. Torres", namesake),
    rule("W13", "first-name", "A first name links to its only bearer.", "Ingrid", first_name),
    rule("W14", "fuller", "A full name extends a first name.", "her son, Jo … Jo Li", fuller),
    rule("W15", "misspelt", "A misspelt surname links to the only one that sounds alike.", "Meyer … Mr. Mayer", misspelt),
    rule("W16", "presented", "A name with a role links to the unnamed entity that had this role.", "the mayor … Mayor Lopes", presented),
    rule("W17", "named-next", "The source credited by role is named next.",
        "A judge spoke. “No,” Jo Li said", named_next),
];

fn acronym(discourse: &Discourse, mention: &NameMention) -> Option<usize> {
    let (document, tokens) = (discourse.document, &mention.name.tokens);
    let last = tokens.end - 1;
    let letters = is_acronym(document, last) && !is_place(norm(document, last));
    letters.then(|| discourse.entities.by_acronym(document, tokens.clone()))?
}

fn surname(_: &Discourse, mention: &NameMention) -> Option<usize> {
    only(mention.alike.iter().copied())
}

fn latest(_: &Discourse, mention: &NameMention) -> Option<usize> {
    mention.alike.first().copied().filter(|_| mention.name.tokens.len() > 1)
}

fn namesake(discourse: &Discourse, mention: &NameMention) -> Option<usize> {
    const RECENT: usize = 3;
    let bare = |known: &Entity| known.name.as_ref().is_some_and(|name| name.tokens.len() == 1);
    let likeliest = match mention.name.gender {
        // Distance does not tell which of a couple `Mrs. Li` is; their first names may, where nothing else does.
        Some(gender) => {
            let given = |known: &Entity| {
                let name = known.name.as_ref().map(|name| name.given(discourse.document));
                known.gender.or_else(|| given_gender(name?)) == Some(gender)
            };
            mention
                .only(discourse, |known| known.gender == Some(gender))
                .or_else(|| mention.only(discourse, given))
        }
        None => mention.only(discourse, |known| known.seen + RECENT > mention.sentence),
    };
    // `Ms. Wood` is not the firm `Harper-Wood`.
    let several = mention.alike.len() > 1;
    let whole = |known: &Entity| {
        let end = known.name.as_ref().map_or(0, |name| name.tokens.end);
        several && !glued(discourse.document, end.saturating_sub(1))
    };
    let only = |is: &dyn Fn(&Entity) -> bool| mention.only(discourse, is);
    likeliest.or_else(|| only(&bare)).or_else(|| only(&whole))
}

fn first_name(discourse: &Discourse, mention: &NameMention) -> Option<usize> {
    let NameMention { name, alike, .. } = mention;
    let Discourse { document, entities, .. } = discourse;
    let first = name.first(document);
    // `Sir Alan` after `Sir Alan Pike`.
    let knight = |name: &Name| is_in(document, name.tokens.start.wrapping_sub(1), &KNIGHTS);
    let called = name.title.is_empty() || knight(name) || !is_first_name(first);
    let fits =
        |known: &Entity| known.name.is_some() && called && !begins_alike(document, known, name);
    let alone = name.tokens.len() == 1 && alike.is_empty();
    let bearers = || entities.by_first(first).filter(|_| alone);
    // A namesake of `Sir Alan Pike` who is no knight is not `Sir Alan`.
    let knighted = |known: &Entity| fits(known) && known.name.as_ref().is_some_and(knight);
    let sir = knight(name).then(|| entities.only(bearers(), knighted)).flatten();
    sir.or_else(|| entities.only(bearers(), fits))
}

fn fuller(discourse: &Discourse, mention: &NameMention) -> Option<usize> {
    let NameMention { name, alike, .. } = mention;
    let Discourse { document, entities, .. } = discourse;
    // `Dilshan hits a six | Dilshan Perera said`: a headline’s bare name may be a first name that no list has.
    let heads = |known: &Entity| {
        let at = known.words.start;
        known.guess == Guess::Open && is_heading(document, at) && !is_place(norm(document, at))
    };
    let bare = |known: &Entity| {
        let person = known.guess == Guess::Person || heads(known);
        person && known.words.len() == 1 && known.name.is_some()
    };
    let two = name.tokens.len() == 2 && alike.is_empty();
    entities.by_last(name.first(document)).find(|own| two && entities.is(*own, bare))
}

fn misspelt(discourse: &Discourse, mention: &NameMention) -> Option<usize> {
    const SHORTEST: usize = 5;
    let NameMention { name, alike, .. } = mention;
    let Discourse { document, entities, .. } = discourse;
    let last = name.last(document);
    let alone = name.tokens.len() == 1 && alike.is_empty() && last.len() >= SHORTEST;
    if !alone || name.guess == Guess::Organization || name.article {
        return None;
    }
    let near = |known: &Name| {
        known.tokens.len() > 1
            && known.guess != Guess::Organization
            && known.last(document).len().abs_diff(last.len()) < 2
            && known.last(document) != last
    };
    entities.only(entities.by_sound(last), |known| known.name.as_ref().is_some_and(near))
}

/// A name repeats a description: `a study of sleep among nurses`, later `the Nurses' Sleep Study`; `Oman’s civil aviation
/// authority`, later `the Civil Aviation Authority of Oman`.
fn described(discourse: &Discourse, mention: &NameMention) -> Option<usize> {
    let Discourse { document, entities, .. } = discourse;
    let name = mention.name.tokens.clone();
    let noun = main_noun(document, name.clone())?;
    let entity = entities.called(noun, false)?;
    let held = entities.nameless(entity)?;
    let told = |at| held.words.clone().any(|word| alike(document, at, word));
    let mut words = name.clone().filter(|at| is_content(document, *at));
    let repeats = match noun.kind {
        SourceKind::Document => tells(document, &held.words, name.start..name.end - 1),
        // Not `Oman’s aviation lawyers`.
        SourceKind::Organization => {
            let body = held.noun.is_some_and(|own| own.kind == noun.kind);
            body && name.len() > 2 && words.all(told)
        }
        _ => false,
    };
    repeats.then_some(entity)
}

/// `Mayor Lopes` after `the mayor`; `The minister, Ilya Brandt,` after `a minister said`.
fn presented(discourse: &Discourse, mention: &NameMention) -> Option<usize> {
    let (Discourse { document, entities, .. }, name) = (discourse, &mention.name);
    let words = around(document, name, &sentence_at(document, name.tokens.start))?;
    let noun = main_noun(document, words.clone()).filter(|noun| noun.is_human() && !noun.plural)?;
    let entity = entities.called(noun, false)?;
    let held = entities.nameless(entity)?;
    let other = |at: &usize| {
        let noun = noun_of(norm(document, *at)).is_some_and(|own| own.lemma == noun.lemma);
        !noun && is_content(document, *at) && !is_rank(norm(document, *at))
    };
    let mut told = held.words.clone().filter(other).peekable();
    let mut own = words.clone().filter(other).peekable();
    let definite = |start: usize| !is_in(document, start, &INDEFINITE);
    if are_two(document, &held.words, &words, noun.lemma) {
        return None;
    }
    let whole = told.peek().is_none() || own.peek().is_none();
    let fits = match whole {
        true => definite(held.words.start) && definite(words.start.wrapping_sub(1)),
        false => own.any(|at| held.words.clone().any(|held| alike(document, at, held))),
    };
    fits.then_some(entity)
}

/// A person credited by role alone is named next, without another role: `A judge called it a theft. Nobody
/// asked, Jo Li told the court`. After a quotation another role may follow. A body may be named the same way:
/// `The ferry line … Blue Fin said`.
fn named_next(discourse: &Discourse, mention: &NameMention) -> Option<usize> {
    const NEAR: usize = 2;
    let (Discourse { document, entities, recent, .. }, name) = (discourse, &mention.name);
    let (held, last) = recent
        .credited
        .filter(|(_, last)| (1..=NEAR).contains(&mention.sentence.saturating_sub(*last)))?;
    let known = entities.nameless(held).filter(|known| !known.plural)?;
    let noun = known.noun.filter(|noun| !noun.plural)?;
    let full = name.tokens.len() > 1 || !name.title.is_empty();
    let new = mention.alike.is_empty() && entities.by_first(name.first(document)).next().is_none();
    let gender = Gender::agree(known.gender, name.gender);
    let own = name.called(document).or_else(|| main_noun(document, name.tokens.clone()));
    let own = own.filter(|own| !own.is_human());
    let rivals = if noun.is_human() { Guess::Organization } else { Guess::Person };
    let plain = !name.tokens.clone().any(|at| is_first_name(norm(document, at)));
    let body = FIRMS.has(noun.lemma) && plain && own.is_none_or(|own| own.lemma == noun.lemma);
    let kind = name.guess != rivals && (noun.is_human() || body);
    let since = recent.near().take_while(|seen| seen.sentence >= last);
    let other = |other: &Entity| other.name.is_some() && other.guess != rivals && !other.place;
    let rival = since.map(|seen| seen.entity).any(|seen| entities.is(seen, other));
    let fits = full && new && gender && kind && !rival;
    // `An expert has warned … Historian Jo Li said`; `says a biologist. | Dr Jo Li from the University of Oslo says`
    let first = document
        .blocks()
        .get(1)
        .is_some_and(|next| known.mentions.iter().all(|own| own.end <= next.span.start));
    let trade = EXPERT.has(noun.lemma) || first && EXPERTS.has(noun.lemma);
    let expert = trade && is_expert(document, name);
    // A mayor is another than the researcher.
    let trades = [
        around(document, name, &sentence_at(document, name.tokens.start)),
        Some(name.title.clone()),
    ];
    let mut trades = trades.into_iter().flatten().filter_map(|words| main_noun(document, words));
    let other = trade && !expert && trades.any(|own| OFFICERS.has(own.lemma));
    let fits = fits && !other;
    let goes_on = fits && (expert || goes_on_as(document, mention, known, last));
    goes_on.then_some(held)
}

/// Whether a title, a role or a university beside a name shows an expert.
fn is_expert(document: &Document, name: &Name) -> bool {
    let sentence = sentence_at(document, name.tokens.start);
    let trade = |words| main_noun(document, words).is_some_and(|own| EXPERTS.has(own.lemma));
    name.title.clone().any(|at| is_in(document, at, &LEARNED))
        || around(document, name, &sentence).is_some_and(trade)
}

/// Whether a name continues what a role said in sentence `last`: it is credited beside a quotation in the next
/// sentence, opens the paragraph behind a lead, or has no description, which a new person would have.
fn goes_on_as(document: &Document, mention: &NameMention, held: &Entity, last: usize) -> bool {
    let name = &mention.name;
    let start = name.title.start.min(name.tokens.start) - usize::from(name.article);
    let end = name.tokens.end;
    let before = |back: usize| start.wrapping_sub(back);
    let quoted = |at: usize| norm(document, at) == "\"";
    let says =
        |at: usize| cue::verb(document, at).is_some_and(|verb| verb.entry.act == Act::Speech);
    let definite = !is_in(document, held.words.start, &INDEFINITE);
    let told = around(document, name, &sentence_at(document, name.tokens.start)).is_some()
        || main_noun(document, name.title.clone()).is_some()
        || is_comma(document, end) && !is_in(document, end + 1, &RELATIVES);
    // Behind `The commissioner says` another role is another person's.
    let lead = is_lead(document, held.words.start) && !(definite && told);
    let opens = lead && start <= sentence_at(document, start).start + 1;
    let next = opens && !in_one_block(document, start, held.words.start);
    if says(before(1)) && quoted(before(2)) || next {
        return last + 1 == mention.sentence;
    }
    let credited = says(before(1)) || says(end) || is_finite(document, end) && says(end + 1);
    // In `“It burns!” Jo Li cried, “Run!”` somebody else answers.
    let answers = quoted(before(1)) && norm(document, before(2)) != ",";
    credited && definite && !told && !answers
}
