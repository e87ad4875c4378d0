//! Owns the merging of what the net finds with what the rules find outside of every content.
//!
//! Where both see a cue, the net says what belongs to it, unless it is too unsure; what only a rule sees
//! must be surer.

use std::ops::Range;

use smallvec::smallvec;

use crate::{
    grammar::{
        verb::is_finite,
        words::{is_comma, is_in, quotation_at, tag},
    },
    lexicon::list::List,
    repair::{
        aside::surrounds,
        mend::mend,
        row::{self, RelationRule},
    },
    rules::{
        non_attribution::is_non_attribution,
        relation::{Construction, Relation, is_closed},
    },
    token::{document::Document, tag::Tag},
    vocabulary::{
        reason::ReasonCode,
        rule::{Rule, rule},
    },
};

/// Below this confidence, what the net finds is left out. At the threshold one in three is right: a higher
/// one would lose more right marks than wrong ones.
const KEEP: f32 = 0.35;

/// From this confidence on, a rule's relation stands without the net.
const ADD: f32 = 0.9;

/// The same for constructions that the net has hardly been shown: nouns that signal a report, and passives
/// that hide who makes it.
const ADD_BEYOND: f32 = 0.6;

/// The same for a clause after one of the plain verbs of saying.
const ADD_SAID: f32 = 0.7;

static ARTICLES: List = List::named("article");
static TIME_CONJUNCTIONS: List = List::named("conjunction-of-time");
static SAYING: List = List::named("plain-verb-of-saying");

const BEYOND: [Construction; 4] = [
    Construction::NounCue,
    Construction::Passive,
    Construction::AccordingTo,
    Construction::AsReported,
];

/// Rules about what the net found by itself.
pub const TURNS: [RelationRule; 1] = [rule(
    "M1",
    "apposed-speaker",
    "The source is in front of the cue where a subject with a name set off by commas stands there.",
    "The owner, Ada Boyd, said the dog, a poodle, was asleep",
    turn,
)];

/// A rule that changes what the net found by what a rule found at the same cue.
type Adjustment = Rule<fn(&Document, &mut Relation, &Relation)>;

/// In the order in which they are asked.
#[rustfmt::skip]
pub const ADJUSTMENTS: [Adjustment; 2] = [
    rule("M2", "clause-end", "Ends a content where a rule sees its clause end, or lets it go on behind a relative clause.",
        "her claim that it was rigged was rejected", end_clause),
    rule("M3", "source-start", "Begins a source where a rule sees it begin.",
        "planning officers | say", begin_source),
];

/// A question about what the net found; with it, what the rules found at the same cue.
type Doubt = Rule<fn(&Document, &Relation, &[&Relation]) -> bool>;

/// What the net misread: the rule at the same cue takes its place.
#[rustfmt::skip]
pub const MISREAD: [Doubt; 2] = [
    rule("M4", "run-together", "The net took the cue inside a content for a part of its own cue.",
        "has confirmed reports by", run_together),
    rule("M5", "place-as-content", "The net took a place for what is said, which a rule finds before the cue.",
        "Alarms are rare, they write in the Post", is_adrift),
];

/// What of the net is left out.
#[rustfmt::skip]
pub const DROPPED: [Doubt; 3] = [
    rule("M7", "closed-construction", "A closed construction leaves no doubt what belongs to it.",
        "according to the ministry", is_settled),
    rule("M8", "bare-article", "An article alone is no source.",
        "the | said", is_article_alone),
    rule("M9", "occasion", "What follows a clause of time is not said in it.",
        "When he complained, nobody came", is_occasion),
];

/// The relations of the net and of the rules outside of quotations, in order of their cues, as both are.
pub fn merge(
    document: &Document,
    net: impl Iterator<Item = Relation>,
    ruled: &[&Relation],
) -> Vec<Relation> {
    let mut found: Vec<Relation> = Vec::new();
    let mut spare: Vec<&Relation> = Vec::new();
    let mut rest = ruled;
    for mut own in net {
        let (earlier, later) = split(rest, |rule| rule.cue.end <= own.cue.start);
        let (same, later) = split(later, |rule| rule.cue.start < own.cue.end);
        spare.extend(earlier);
        rest = later;
        row::relation(document, &TURNS, &mut own);
        if let Some(rule) = same.first() {
            adjust(document, &mut own, rule);
        }
        if asks(document, &MISREAD, &own, same)
            && !same.iter().take(1).any(|rule| is_subject(document, rule))
        {
            found.extend(same.first().copied().cloned());
        } else if own.confidence >= KEEP && !asks(document, &DROPPED, &own, same) {
            found.push(own);
        } else {
            spare.extend(same);
        }
    }
    spare.extend(rest);
    add(document, &mut found, &spare);
    for Relation { sources, cue, .. } in &mut found {
        sources.iter_mut().for_each(|source| *source = mend(document, source.clone(), cue));
    }
    found.sort_by_key(|relation| relation.cue.start);
    found
}

fn adjust(document: &Document, own: &mut Relation, rule: &Relation) {
    for adjustment in ADJUSTMENTS.iter().filter(|adjustment| adjustment.is_on()) {
        let before = (own.sources.clone(), own.contents.clone());
        (adjustment.apply)(document, own, rule);
        if before != (own.sources.clone(), own.contents.clone()) {
            adjustment.note(own.cue.start, || row::parts(document, own));
        }
    }
}

/// Whether any of some rules says yes.
fn asks(document: &Document, doubts: &[Doubt], own: &Relation, same: &[&Relation]) -> bool {
    let asked = |doubt: &Doubt| row::says_yes(doubt, &own.cue, |holds| holds(document, own, same));
    doubts.iter().any(asked)
}

/// Adds what only rules find, where they are sure enough and take no words of others.
fn add(document: &Document, found: &mut Vec<Relation>, spare: &[&Relation]) {
    let clear = |rule: &Relation, own: &Relation| {
        !touches(own, rule) || !is_closed(rule) && surrounds(rule, own) || holds(rule, own)
    };
    let free = |rule: &&&Relation| {
        !is_subject(document, rule)
            && !is_non_attribution(document, rule)
            && rule.confidence >= least(rule)
            && near(found, rule).iter().all(|own| clear(rule, own))
    };
    let added: Vec<Relation> = spare.iter().filter(free).map(|rule| (*rule).clone()).collect();
    found.extend(added);
}

/// `her claim that it was rigged was rejected`: a rule sees where the claim ends. `said that the dog, whose name was
/// Tom, was asleep`: a rule sees that the content goes on behind the clause.
fn end_clause(document: &Document, own: &mut Relation, rule: &Relation) {
    let ([content], [clause]) = (&mut own.contents[..], &rule.contents[..]) else { return };
    let noun = rule.construction == Construction::NounCue && clause.end < content.end;
    let goes_on = is_of(rule, &[ReasonCode::ThatClause])
        && content.end < clause.end
        && is_comma(document, content.end)
        && is_finite(document, content.end + 1);
    if content.start == clause.start && (noun || goes_on) {
        content.end = clause.end;
    }
}

/// `However, planning officers say` and `One memo, dated May 14 and marked secret, says`.
fn begin_source(document: &Document, own: &mut Relation, rule: &Relation) {
    let ([source], [whole]) = (&mut own.sources[..], &rule.sources[..]) else { return };
    let gerund = tag(document, whole.start) == Tag::VBG && source.start == whole.start + 1;
    let participle = matches!(tag(document, source.start), Tag::VBD | Tag::VBN);
    if (gerund || participle && whole.start < source.start) && source.end == whole.end {
        source.start = whole.start;
    }
}

/// `The owner, Ada Boyd, said the dog, a poodle, was asleep`: the owner speaks, not the dog.
fn turn(document: &Document, own: &mut Relation) {
    let ([source], [before, rest]) = (&own.sources[..], &own.contents[..]) else { return };
    let clear = |at: usize| !is_finite(document, at) && quotation_at(document, at).is_none();
    let around = before.end + 1 == own.cue.start
        && own.cue.end == source.start
        && source.end < rest.start
        && rest.start <= source.end + 1;
    let apposed = before.clone().any(|at| is_comma(document, at))
        && tag(document, before.end - 1).is_name()
        && tag(document, source.start) == Tag::DT;
    if around && apposed && before.clone().all(clear) && is_finite(document, rest.start) {
        (own.sources, own.contents) =
            (smallvec![before.clone()], smallvec![source.start..rest.end]);
    }
}

/// Splits a list before the first relation that does not pass.
fn split<'l, 'r>(
    list: &'l [&'r Relation],
    passes: impl Fn(&Relation) -> bool,
) -> (&'l [&'r Relation], &'l [&'r Relation]) {
    list.split_at(list.iter().position(|relation| !passes(relation)).unwrap_or(list.len()))
}

/// Whether the net took the cue of a report inside a content for a part of its own cue: `has
/// confirmed reports by`.
fn run_together(_: &Document, _: &Relation, same: &[&Relation]) -> bool {
    let [outer, inner, ..] = same else { return false };
    outer.contents.iter().any(|content| content.contains(&inner.cue.start))
}

/// Whether a rule took a subject for what is said: `Reis, 23, who scored twice, posted a picture`.
fn is_subject(document: &Document, rule: &Relation) -> bool {
    let (Some(source), Some(content)) = (rule.sources.first(), rule.contents.first()) else {
        return false;
    };
    // `The company, Falk Motor, says it lost a million`.
    let object = tag(document, source.start) == Tag::PRP && source.len() > 1;
    let who = content.clone().find(|at| matches!(tag(document, *at), Tag::WP | Tag::WDT));
    let verb = content.clone().find(|at| is_finite(document, *at));
    let quoted = quotation_at(document, content.start).is_some();
    let behind = source.start >= rule.cue.end && content.end <= rule.cue.start && !quoted;
    behind && object
        || rule.contents.len() == 1
            && behind
            && who.is_some_and(|who| who > content.start && verb.is_some_and(|verb| who < verb))
}

fn is_article(document: &Document, at: usize) -> bool {
    is_in(document, at, &ARTICLES)
}

/// `according to`.
fn is_settled(_: &Document, _: &Relation, same: &[&Relation]) -> bool {
    same.iter().any(|rule| is_closed(rule))
}

fn is_article_alone(document: &Document, own: &Relation, _: &[&Relation]) -> bool {
    own.sources.iter().any(|source| source.len() == 1 && is_article(document, source.start))
}

/// Whether the net took a place for what is said, which a rule finds before the cue: `Alarms are rare,
/// they write in the Post`.
fn is_adrift(document: &Document, own: &Relation, same: &[&Relation]) -> bool {
    let Some(rule) = same.first() else { return false };
    let said = |at: usize| is_finite(document, at) || quotation_at(document, at).is_some();
    let mut behind = own.contents.iter().filter(|content| content.start >= own.cue.end).peekable();
    behind.peek().is_some()
        && behind.all(|content| !content.clone().any(said))
        && rule.sources == own.sources
        && rule.contents.iter().all(|content| content.end <= rule.cue.start)
}

/// `When he complained, nobody came`: what came of it is not what he said.
fn is_occasion(document: &Document, own: &Relation, _: &[&Relation]) -> bool {
    let ([source], [content]) = (&own.sources[..], &own.contents[..]) else { return false };
    is_in(document, source.start.wrapping_sub(1), &TIME_CONJUNCTIONS)
        && source.end == own.cue.start
        && is_comma(document, own.cue.end)
        && content.start == own.cue.end + 1
        && quotation_at(document, content.start).is_none()
}

fn least(rule: &Relation) -> f32 {
    let says = SAYING.has(&rule.lemma) && is_of(rule, &[ReasonCode::Clause]);
    if says {
        ADD_SAID
    } else if BEYOND.contains(&rule.construction) {
        ADD_BEYOND
    } else {
        ADD
    }
}

fn is_of(rule: &Relation, codes: &[ReasonCode]) -> bool {
    rule.reasons.iter().any(|reason| codes.contains(&reason.code))
}

/// How many relations to either side may take a rule's words.
const NEIGHBOURS: usize = 8;

fn near<'a>(found: &'a [Relation], rule: &Relation) -> &'a [Relation] {
    let at = found.partition_point(|own| own.cue.start < rule.cue.start);
    found.get(at.saturating_sub(NEIGHBOURS)..found.len().min(at + NEIGHBOURS)).unwrap_or_default()
}

/// Whether a closed construction before its clause credits all that the model found to somebody:
/// `According to the ministry, Ms. Li told the cabinet that`.
fn holds(rule: &Relation, own: &Relation) -> bool {
    let Some(content) = rule.contents.first().filter(|content| content.start > rule.cue.end) else {
        return false;
    };
    let inside = |part: &Range<usize>| content.start <= part.start && part.end <= content.end;
    let parts = || own.sources.iter().chain(&own.contents).chain([&own.cue]);
    is_closed(rule) && !own.sources.is_empty() && parts().all(inside)
}

fn touches(own: &Relation, rule: &Relation) -> bool {
    let meets = |a: &Range<usize>, b: &Range<usize>| a.start < b.end && b.start < a.end;
    let parts = || own.sources.iter().chain(&own.contents).chain([&own.cue]);
    let cue = parts().any(|part| meets(part, &rule.cue));
    cue || rule.contents.iter().any(|content| meets(content, &own.cue))
}
