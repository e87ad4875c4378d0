//! Owns non-attributions: relations that look like attributions, but in which nobody says anything.

use std::ops::Range;

use crate::{
    grammar::{
        guess::Guess,
        head::{Head, head},
        name::{Name, names},
        phrase::subject_before,
        verb::{is_adverb, is_auxiliary, is_finite, is_passive},
        words::{is_comma, is_in, is_mark, norm, quotation_at, sentence_at, tag},
    },
    lexicon::list::List,
    rules::{
        cue, cue_noun,
        issued::quoted,
        relation::Relation,
        word::{
            ACCORDING, AS, COMPLEMENTIZER, FACTIVE, INFINITIVE_MARKER, IS, NEGATION, NOBODY, WHO,
        },
    },
    token::{document::Document, tag::Tag},
    vocabulary::{
        kinds::Act,
        rule::{Rule, any, rule},
    },
};

static PRESENT_BE: List = List::named("present-be");
static DUTIES: List = List::named("participle-of-duty");
static SHARES: List = List::named("share");
static EVIDENT: List = List::named("verb-of-evidence");
static ADDRESSEES: List = List::named("addressee");
static READERS: List = List::named("addressed-readers");
static IT: List = List::named("pronoun-it");
static IMAGINING: List = List::named("verb-of-addressee");
static ADDING: List = List::named("verb-of-adding");
static ANYONE_SAYING: List = List::named("verb-of-anyone");
static DEMONSTRATIVES: List = List::named("demonstrative-before-said");
static SAID: List = List::named("participle-behind-that");
static FIRST_PERSONS: List = List::named("first-person-subject");
static COMPARATIVES: List = List::named("opener-of-own-words");
static SAYING: List = List::named("gerund-of-say");
static WITHOUT: List = List::named("preposition-without");
static GO: List = List::named("form-of-go");
static QUESTIONS: List = List::named("question-opener");
static NO_SAYING: List = List::named("verb-of-no-saying");
static STANDARDS: List = List::named("noun-of-standard");
static DEEDS: List = List::named("verb-and-object-of-deed");
static MAKING: List = List::named("participle-of-making-claims");
static WHAT: List = List::named("free-relative");
static EXPECTED: List = List::named("participle-of-expecting");
static THAN: List = List::named("comparison");
static WITHHOLDING: List = List::named("verb-of-withholding");
static HEARING: List = List::named("verb-of-hearing-or-learning");
static HEARING_BODIES: List = List::named("body-that-hears");
static HIDING: List = List::named("word-of-hiding-a-name");

/// Whether a relation is a non-attribution, for one reason.
type Row = Rule<fn(&Document, &Relation) -> bool>;

/// In the order they are asked.
#[rustfmt::skip]
pub const NON_ATTRIBUTIONS: [Row; 11] = [
    rule("N6", "free-relative", "A free relative as subject or object, or a comparison, does not tell what was said.",
        "What she said that day is open; What few people know is that it ran dry; earlier than anyone thought, he left", is_free_relative),
    rule("N8", "about-the-claim", "A relative clause describes a claim; it does not tell what was claimed.",
        "repeated a claim that the union disputed", is_relative),
    rule("N9", "addressee", "What the audience is said to know, think or remember is not reported speech.",
        "You may remember the storm; But, you know, it rained; You could say it rained", is_addressee),
    rule("N10", "joint", "“That said”, “as I said” and “it goes without saying” only connect sentences.",
        "That said, it was late; Like I said, it rained; It goes without saying that it rained", is_joint),
    rule("N11", "duty", "What people are asked or supposed to do is their duty, not somebody’s words.",
        "Visitors are asked to leave their bags", is_duty),
    rule("N12", "nobody-knows", "“Nobody” before a modal, a passive, a verb of knowing or a question reports nothing.",
        "No one knows where the bell went; Nobody has explained why it rang", is_unknown),
    rule("N13", "participle-before-noun", "A participle between an article and its noun is an adjective.",
        "The promised ship never came", is_adjective),
    rule("N14", "deed", "Telling jokes, adding things, acknowledging applause, quoting somebody “as saying” something, being denied something, agreeing to do or going on doing it reports no words.",
        "He told long jokes; She acknowledged the applause; The club was denied a licence; They agreed to leave; It cannot go on losing money", is_deed),
    rule("N15", "evidence", "The subject of a verb of evidence is a source only if it is somebody or a document, that of hearing or learning only if it is a court, a paper or its like.",
        "The gap indicates that it was late; This shows that it rained; I heard that it was late; He learned that it was late", is_evidence),
    rule("N16", "restrictive", "A restrictive clause about what people want identifies them; it reports nothing.",
        "Those who want to leave may go", is_restrictive),
    rule("N17", "hidden-name", "Asking not to be named is no statement.",
        "a clerk who asked not to be named", hides_name),
];

/// Whether a relation is a non-attribution.
pub fn is_non_attribution(document: &Document, relation: &Relation) -> bool {
    any(&NON_ATTRIBUTIONS, relation.cue.start, |says_nothing| says_nothing(document, relation))
}

fn is_free_relative(document: &Document, relation: &Relation) -> bool {
    let Relation { sources, cue, contents, .. } = relation;
    let Some(source) = sources.first() else { return false };
    let content = contents.first().map_or(0, |content| content.start);
    // `earlier than anyone thought`
    if is_in(document, source.start.wrapping_sub(1), &THAN) && is_comma(document, cue.end) {
        return true;
    }
    // `What she said was that`, not `What she said was unkind`.
    let is = [cue.end.wrapping_sub(1), cue.end].into_iter().find(|at| is_in(document, *at, &IS));
    let end = sentence_at(document, cue.start).end;
    let judged = is.is_some_and(|is| {
        let word = quotation_at(document, is + 1).is_none() && tag(document, is + 1) == Tag::JJ;
        word && (is + 2 == end || is_mark(document, is + 2))
    });
    let stated = is.is_some() && !judged;
    let fronted = is_in(document, content, &WHAT)
        && source.start == content + 1
        && sentence_at(document, content).start == content;
    let mut verbs = cue.clone().filter_map(|at| cue::verb(document, at));
    // `What few people know is that`: the writer tells it.
    let known = verbs.any(|verb| FACTIVE.has(verb.entry.lemma));
    let what = [source.start, source.start.wrapping_sub(1)];
    is_in(document, source.start, &WHAT) && !stated
        || fronted
        || (known || judged) && what.iter().any(|at| is_in(document, *at, &WHAT))
}

/// `pointed to a post that was wrong`: if an auxiliary follows `that`, the noun need not be a cue.
fn is_relative(document: &Document, Relation { sources, cue, contents, .. }: &Relation) -> bool {
    // `a report by Axios that found`
    let author = sources.iter().find(|source| source.start == cue.end);
    let that = author.map_or(cue.end, |author| author.end);
    let noun = cue.end.saturating_sub(1 + usize::from(author.is_some()));
    let only = contents.first().filter(|content| content.start == that);
    let opens = is_in(document, that, &COMPLEMENTIZER) || is_finite(document, that);
    let Some(content) = only.filter(|_| opens && tag(document, noun).is_noun()) else {
        return false;
    };
    let (verb, signals) = (that + 1, cue_noun::noun(norm(document, noun)).is_some());
    // `a claim that plainly contradicts it`, `a plan that, if it passed, would cost`
    let aside = is_comma(document, verb)
        .then(|| (verb + 1..content.end).find(|at| is_comma(document, *at)));
    let behind = aside.flatten().map_or(verb, |comma| comma + 1);
    let adverbs = (behind..content.end).take_while(|at| is_adverb(document, *at)).count();
    let bare = behind + adverbs > verb && is_finite(document, behind + adverbs);
    if signals && bare {
        return true;
    }
    if is_auxiliary(document, verb) {
        return is_in(document, that, &COMPLEMENTIZER) || signals;
    }
    let end = content.clone().rfind(|at| !is_mark(document, *at)).filter(|_| signals);
    let object = |end: usize| {
        let takes = |at, frame| cue::verb(document, at).is_some_and(|verb| verb.entry.takes(frame));
        // `a claim that doctors called premature`
        let judges = matches!(tag(document, end), Tag::JJ | Tag::NN) && takes(end - 1, 'a');
        let end = end - usize::from(judges);
        let wants = judges || takes(end, 'n');
        (wants || is_in(document, end, &MAKING))
            && tag(document, end).is_verb()
            && !is_passive(document, content.start, end)
    };
    end.is_some_and(|end| tag(document, verb) == Tag::VBD || object(end))
}

fn is_addressee(document: &Document, Relation { sources, cue, .. }: &Relation) -> bool {
    let [source] = &sources[..] else { return false };
    let last = source.end.wrapping_sub(1);
    let modal = cue.clone().any(|at| tag(document, at) == Tag::MD)
        || is_in(document, source.start.wrapping_sub(1), &AS);
    let addressed = is_in(document, last, &ADDRESSEES) && source.len() == 1
        || is_in(document, last, &READERS) && modal;
    // `You could say that`
    let anyone = |at: usize| modal && is_in(document, at, &ANYONE_SAYING);
    addressed && cue.clone().any(|at| is_in(document, at, &IMAGINING) || anyone(at))
}

fn is_joint(document: &Document, Relation { sources, cue, .. }: &Relation) -> bool {
    let [source] = &sources[..] else { return false };
    let last = source.end.wrapping_sub(1);
    let alone = source.len() == 1 && is_in(document, last, &DEMONSTRATIVES);
    let like = is_in(document, last, &FIRST_PERSONS)
        && is_in(document, last.wrapping_sub(1), &COMPARATIVES);
    let said = cue.len() == 1 && is_in(document, cue.start, &SAID);
    let fixed = is_in(document, cue.end.wrapping_sub(1), &SAYING)
        && is_in(document, cue.end.wrapping_sub(2), &WITHOUT)
        && is_in(document, cue.end.wrapping_sub(3), &GO);
    said && (alone || like) && is_comma(document, cue.end) || fixed
}

/// Applies to the subject who has the duty; with an agent or another source, somebody asks for it.
fn is_duty(document: &Document, Relation { sources, cue, contents, .. }: &Relation) -> bool {
    let to = contents.iter().any(|content| {
        let negated = is_in(document, content.start, &NEGATION);
        is_in(document, content.start + usize::from(negated), &INFINITIVE_MARKER)
    });
    let passive = is_in(document, cue.start, &PRESENT_BE)
        && (is_in(document, cue.end.wrapping_sub(1), &DUTIES) || is_beside_duty(document, cue));
    let agent = sources.iter().any(|source| source.start >= cue.end);
    let reporter =
        |source: &Range<usize>| subject_before(document, cue.start, source.start).is_none();
    passive && to && !agent && !sources.iter().any(reporter)
}

/// Whether people are expected to do something beside another duty: `dogs are asked to stay out, and walkers are
/// expected to`.
fn is_beside_duty(document: &Document, cue: &Range<usize>) -> bool {
    let duty = |at: usize| {
        let told = is_in(document, at, &DUTIES) && is_in(document, at.wrapping_sub(1), &PRESENT_BE);
        told && is_in(document, at + 1, &INFINITIVE_MARKER)
    };
    /// How far the other duty may stand.
    const NEAR: usize = 40;
    let sentence = sentence_at(document, cue.start);
    let mut near =
        sentence.start.max(cue.start.saturating_sub(NEAR))..sentence.end.min(cue.end + NEAR);
    is_in(document, cue.end.wrapping_sub(1), &EXPECTED) && near.any(duty)
}

fn is_unknown(document: &Document, Relation { sources, cue, contents, .. }: &Relation) -> bool {
    let floor = sentence_at(document, cue.start).start;
    let subject = sources.first().filter(|source| source.end <= cue.start).cloned();
    let subject = subject.or_else(|| subject_before(document, cue.start, floor));
    let nobody = subject.is_some_and(|own| is_in(document, own.start, &NOBODY));
    let modal = cue.clone().any(|at| tag(document, at) == Tag::MD);
    let passive = is_passive(document, cue.start, cue.end.wrapping_sub(1));
    let verb = cue.clone().rev().find_map(|at| cue::verb(document, at));
    let knows = verb.is_some_and(|verb| FACTIVE.has(verb.entry.lemma));
    let asks = contents.first().is_some_and(|content| is_in(document, content.start, &QUESTIONS));
    nobody && (modal || passive || knows || asks)
}

fn is_adjective(document: &Document, Relation { sources, cue, .. }: &Relation) -> bool {
    let before = cue.start.wrapping_sub(1);
    let article =
        sources.is_empty() || sources.iter().any(|own| own.len() == 1 && own.start == before);
    let held = matches!(tag(document, before), Tag::DT | Tag::PRPP);
    // `an estimated 300 people`
    let noun = tag(document, cue.end).is_noun() || tag(document, cue.end) == Tag::CD;
    cue.len() == 1 && article && held && noun
}

fn is_evidence(document: &Document, Relation { sources, cue, contents, .. }: &Relation) -> bool {
    /// How far into a content its verb may stand.
    const NEAR: usize = 12;
    let [source] = &sources[..] else { return false };
    let verb = cue.clone().rev().find_map(|at| cue::verb(document, at));
    let is = |list: &List| verb.as_ref().is_some_and(|verb| list.has(verb.entry.lemma));
    let shows = is(&EVIDENT);
    // `Her remarks suggest`, `45 percent indicate`: somebody said so.
    let said = |at: usize| {
        let word = norm(document, at);
        cue_noun::noun(word).is_some() || SHARES.has(word) || tag(document, at).is_name()
    };
    let thing = || match head(document, source.clone()) {
        Some(Head::Phrase(phrase)) => phrase.noun.is_none() && !said(phrase.head),
        _ if source.len() > 1 => false,
        // Somebody who is quoted seldom says `it` of a letter.
        _ if is_in(document, source.start, &IT) => quotation_at(document, source.start).is_some(),
        _ => is_in(document, source.start, &DEMONSTRATIVES),
    };
    let hears = || {
        // `Wirenews has learned`, but `Stevens learned`
        let perfect = cue.clone().any(|at| is_auxiliary(document, at));
        let body = |name: Name| match name.guess {
            Guess::Organization => true,
            Guess::Open => perfect,
            Guess::Person => false,
        };
        source.clone().any(|at| is_in(document, at, &HEARING_BODIES))
            || names(document, source.clone()).next().is_some_and(body)
    };
    // `The court heard the case`
    let states = || {
        let that = contents.iter().any(|own| is_in(document, own.start, &COMPLEMENTIZER));
        that || contents
            .iter()
            .flat_map(|own| own.clone().take(NEAR))
            .any(|at| is_finite(document, at))
    };
    shows && thing() || is(&HEARING) && !(hears() && states())
}

fn is_restrictive(document: &Document, Relation { sources, cue, contents, .. }: &Relation) -> bool {
    let [source] = &sources[..] else { return false };
    let relative = matches!(tag(document, source.start), Tag::WP | Tag::WDT) && source.len() == 1;
    let mut wants = cue.clone().filter_map(|at| cue::verb(document, at));
    let wants = wants.next_back().is_some_and(|verb| verb.entry.act == Act::Attitude);
    let to = contents.iter().any(|content| is_in(document, content.start, &INFINITIVE_MARKER));
    relative && !is_comma(document, source.start.wrapping_sub(1)) && wants && to
}

fn hides_name(document: &Document, Relation { sources, cue, contents, .. }: &Relation) -> bool {
    const NEAR: usize = 6;
    let who = |source: &Range<usize>| {
        [source.start, source.end.wrapping_sub(1)].iter().any(|at| is_in(document, *at, &WHO))
    };
    let relative = sources.iter().any(who);
    // Without `who`, only `not to be named` hides a name. `Who asked whether she could be named` and `who said
    // his name was Li` report something.
    let hides = |content: &Range<usize>| {
        let mut near = content.clone().take(NEAR);
        let reports = is_in(document, content.start, &QUESTIONS)
            || near.clone().any(|at| is_finite(document, at));
        let fits = relative && !reports || is_in(document, content.start, &NEGATION);
        fits && near.any(|at| is_in(document, at, &HIDING))
    };
    contents.iter().find(|content| content.start >= cue.end).is_some_and(hides)
}

fn is_deed(document: &Document, Relation { sources, cue, contents, .. }: &Relation) -> bool {
    // `according to the rules`, `according to the season`
    let measure =
        |own: &Range<usize>| own.len() < 4 && is_in(document, own.end.wrapping_sub(1), &STANDARDS);
    let joined = !is_comma(document, cue.start.wrapping_sub(1))
        && sentence_at(document, cue.start).start < cue.start;
    if is_in(document, cue.start, &ACCORDING) && joined && sources.iter().any(measure) {
        return true;
    }
    let last = cue.end.wrapping_sub(1);
    if quoted(document, last, sentence_at(document, last).end).is_some() {
        return true;
    }
    // `The survey seems to contradict it`, `Ms. Li retweeted it`
    if is_in(document, last, &NO_SAYING) {
        return true;
    }
    let [content] = &contents[..] else { return false };
    let Some(verb) = cue.clone().rev().find_map(|at| cue::verb(document, at)) else { return false };
    let nominal = |at: &usize| {
        use Tag::{CD, DT, JJ, JJS, NN, NNS, PRPP};
        matches!(tag(document, *at), CD | DT | JJ | JJS | NN | NNS | PRPP)
    };
    // `It cannot go on losing money`
    if GO.has(norm(document, cue.end.saturating_sub(2))) && tag(document, cue.end) == Tag::VBG {
        return true;
    }
    // `added a lamp to the pier that shone`
    let plain = |at: &usize| {
        let joint = matches!(tag(document, *at), Tag::WDT | Tag::WP | Tag::WRB);
        !joint && !is_in(document, *at, &COMPLEMENTIZER)
    };
    let adds = content.start >= cue.end && ADDING.has(verb.entry.lemma);
    let opens = tag(document, content.start) == Tag::PRP || norm(document, content.start) == "\"";
    let mut first = content.clone().take_while(plain);
    if adds && plain(&content.start) && !opens && !first.any(|at| is_finite(document, at)) {
        return true;
    }
    let withheld = content.start == cue.end && nominal(&content.start);
    if withheld && WITHHOLDING.has(verb.entry.lemma) && is_passive(document, cue.start, cue.end - 1)
    {
        return true;
    }
    // `admitted 212 patients | that week`
    let part = |at: &usize| nominal(at) && (*at == content.start || tag(document, *at) != Tag::DT);
    let object = content.clone().take_while(part).last().unwrap_or(content.start);
    // `as everybody calls her`, not `calls her a liar`
    let whole = !tag(document, object).is_pronoun() || content.len() == 1;
    DEEDS.has(&format!("{}+{}", verb.entry.lemma, norm(document, object)))
        && whole
        && !is_finite(document, object + 1)
}
