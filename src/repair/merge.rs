//! Owns the joining of what the model finds with what the rules find outside of every content.
//!
//! Where both see a cue, the model says what belongs to it, unless it is too unsure; what only a rule
//! sees must be surer.

use std::ops::Range;

use smallvec::smallvec;

use crate::{
    grammar::{
        verb::is_finite,
        words::{is_comma, is_one, norm, quotation_at, sentence_at, tag},
    },
    repair::{aside::surrounds, mend::mend},
    rules::{
        relation::{Relation, is_closed},
        said::is_object,
        silent::is_silent,
    },
    token::{document::Document, tag::Tag},
    vocabulary::reason::ReasonCode,
};

/// Below this confidence what the model finds is left out. Of those at the threshold every third is
/// right: leaving more out would lose more right ones than wrong ones.
const KEEP: f32 = 0.35;

/// From this confidence on a rule stands alone,
const ADD: f32 = 0.9;

/// and from this one where its construction is one that the model has hardly been shown: nouns that
/// signal a report, and passives that hide who makes it.
const ADD_BEYOND: f32 = 0.6;

/// and from this one where somebody says a clause,
const ADD_SAID: f32 = 0.7;

/// with one of these verbs.
#[rustfmt::skip]
const SAYING: [&str; 14] = [
    "add", "admit", "announce", "argue", "believe", "claim", "confirm", "fear", "insist", "report",
    "say", "suggest", "think", "warn",
];

const BEYOND: [ReasonCode; 4] =
    [ReasonCode::CueNoun, ReasonCode::Passive, ReasonCode::AccordingTo, ReasonCode::AsReportedBy];

/// The relations of both, in order of their cues, as both are.
pub fn compose(
    document: &Document,
    model: impl Iterator<Item = Relation>,
    ruled: &[&Relation],
) -> Vec<Relation> {
    let mut found: Vec<Relation> = Vec::new();
    let mut spare: Vec<&Relation> = Vec::new();
    let mut rest = ruled;
    for mut own in model {
        let (earlier, later) = part(rest, |rule| rule.cue.end <= own.cue.start);
        let (same, later) = part(later, |rule| rule.cue.start < own.cue.end);
        spare.extend(earlier);
        rest = later;
        let rule = same.first().copied();
        turn(document, &mut own);
        if let Some(rule) = rule {
            end_clause(document, &mut own, rule);
            begin_source(document, &mut own, rule);
        }
        let misread = run_together(same)
            || is_turned(document, &own)
            || is_adrift(document, &own, same)
            || rule.is_some() && is_cut(document, &own);
        if misread && !rule.is_some_and(|rule| is_subject(document, rule)) {
            found.extend(rule.cloned());
        } else if own.confidence >= KEEP
            && !same.iter().any(|rule| is_closed(rule))
            && !names_cue(&own, ruled)
            && !own.sources.iter().any(|own| own.len() == 1 && is_article(document, own.start))
            && !is_price(document, &own)
            && !is_pressed(document, &own)
            && !is_occasion(document, &own)
        {
            found.push(own);
        } else {
            spare.extend(same);
        }
    }
    spare.extend(rest);
    let clear = |rule: &Relation, own: &Relation| {
        !touches(own, rule) || !is_closed(rule) && surrounds(rule, own) || holds(rule, own)
    };
    let free = |rule: &&Relation| {
        !is_subject(document, rule)
            && !is_silent(document, rule)
            && rule.confidence >= least(rule)
            && near(&found, rule).iter().all(|own| clear(rule, own))
    };
    let added: Vec<Relation> = spare.into_iter().filter(free).cloned().collect();
    found.extend(added);
    for source in found.iter_mut().flat_map(|relation| &mut relation.sources) {
        *source = mend(document, source.clone());
    }
    found.sort_by_key(|relation| relation.cue.start);
    found
}

/// In `her claim that it was rigged was rejected` a rule sees where the claim ends, in `said that the dog,
/// whose name was Tom, was asleep` that what is said goes on behind the clause.
fn end_clause(document: &Document, own: &mut Relation, rule: &Relation) {
    let ([content], [clause]) = (&mut own.contents[..], &rule.contents[..]) else { return };
    let noun = is_of(rule, &[ReasonCode::CueNoun]) && clause.end < content.end;
    let goes_on = is_of(rule, &[ReasonCode::ThatClause])
        && content.end < clause.end
        && is_comma(document, content.end)
        && is_finite(document, content.end + 1);
    if content.start == clause.start && (noun || goes_on) {
        content.end = clause.end;
    }
}

/// In `However, planning officers say` and `One memo, dated May 14 and marked secret, says` a rule sees
/// where the source begins.
fn begin_source(document: &Document, own: &mut Relation, rule: &Relation) {
    let ([source], [whole]) = (&mut own.sources[..], &rule.sources[..]) else { return };
    let gerund = tag(document, whole.start) == Tag::VBG && source.start == whole.start + 1;
    let participle = matches!(tag(document, source.start), Tag::VBD | Tag::VBN);
    if (gerund || participle && whole.start < source.start) && source.end == whole.end {
        source.start = whole.start;
    }
}

/// In `The owner, Ada Boyd, said the dog, a poodle, was asleep` the owner speaks, and not the dog.
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

/// Parts a list before the first relation that does not pass.
fn part<'l, 'r>(
    list: &'l [&'r Relation],
    passes: impl Fn(&Relation) -> bool,
) -> (&'l [&'r Relation], &'l [&'r Relation]) {
    list.split_at(list.iter().position(|relation| !passes(relation)).unwrap_or(list.len()))
}

/// Whether the model took the cue of a report inside a content for a part of its own cue: `has
/// confirmed reports by`.
fn run_together(same: &[&Relation]) -> bool {
    let [outer, inner, ..] = same else { return false };
    outer.contents.iter().any(|content| content.contains(&inner.cue.start))
}

/// Whether the model took what the content is about for who says it: `A clerk said the pumps “had
/// failed”`.
fn is_turned(document: &Document, own: &Relation) -> bool {
    let Some(source) = own.sources.first().filter(|source| source.start == own.cue.end) else {
        return false;
    };
    let verb = source.end + usize::from(norm(document, source.end) == "\"");
    let before = own.contents.first().is_some_and(|content| content.end <= own.cue.start);
    let quoted = norm(document, own.cue.start.wrapping_sub(1)) == "\"";
    before && (is_object(document, source.start) || is_finite(document, verb) && !quoted)
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

/// Whether the model took the first word of a source for all of it: `Her` in `Her grandson disagreed: “No.”`
fn is_cut(document: &Document, own: &Relation) -> bool {
    let Some(source) = own.sources.first().filter(|source| source.len() == 1) else { return false };
    tag(document, source.start) == Tag::PRPP || is_article(document, source.start)
}

fn is_article(document: &Document, at: usize) -> bool {
    is_one(document, at, &["a", "an", "the"])
}

/// Whether the model took a place for what is said, which a rule finds before the cue: `Alarms are rare,
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

/// Whether the model took the cue of a closed construction for a part of a source: `according to two
/// people briefed on it`.
fn names_cue(own: &Relation, ruled: &[&Relation]) -> bool {
    let Some(source) = own.sources.first() else { return false };
    let from = ruled.partition_point(|rule| rule.cue.end <= source.start);
    let rule = ruled.get(from).filter(|rule| rule.cue.start < source.end);
    rule.is_some_and(|rule| is_closed(rule) && rule.cue.end < source.end)
}

/// `was quoted a price of 20 crowns`: a price is no words.
fn is_price(document: &Document, own: &Relation) -> bool {
    let quoted = is_one(document, own.cue.end.wrapping_sub(1), &["quoted"]) && own.cue.len() > 1;
    let said = |at: usize| is_finite(document, at) || quotation_at(document, at).is_some();
    quoted && !own.contents.iter().cloned().flatten().any(said)
}

/// `Pressed by Mr. Falk, a lawyer, to say whether it was late`: whoever presses says nothing.
fn is_pressed(document: &Document, own: &Relation) -> bool {
    const WORDS: [&str; 5] = ["asked", "pressed", "pushed", "urged", "told"];
    let first = sentence_at(document, own.cue.start).start;
    is_one(document, first, &WORDS) && tag(document, own.cue.start) == Tag::TO
}

/// `When he complained, nobody came`: what came of it is not what he said.
fn is_occasion(document: &Document, own: &Relation) -> bool {
    const WORDS: [&str; 5] = ["after", "before", "once", "until", "when"];
    let ([source], [content]) = (&own.sources[..], &own.contents[..]) else { return false };
    is_one(document, source.start.wrapping_sub(1), &WORDS)
        && source.end == own.cue.start
        && is_comma(document, own.cue.end)
        && content.start == own.cue.end + 1
        && quotation_at(document, content.start).is_none()
}

fn least(rule: &Relation) -> f32 {
    let says = SAYING.contains(&&*rule.lemma) && is_of(rule, &[ReasonCode::Clause]);
    if says {
        ADD_SAID
    } else if is_of(rule, &BEYOND) {
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
