//! Owns merging what the net finds with what the rules find outside quotations.
//!
//! Where both find a cue, the net decides its parts, unless it is too unsure; what only a rule finds needs a
//! higher confidence.

use std::ops::Range;

use smallvec::smallvec;

use crate::{
    grammar::{
        description::main_noun,
        guess::Guess,
        name::{Name, names},
        verb::is_finite,
        words::{is_comma, is_dash, is_in, is_time, quotation_at, tag},
    },
    repair::{
        edges::{BEFORE_SOURCE, EDGES, LAST_NOUN},
        link::{HEARER, TELLER},
        overlap::{near, surrounds},
        row, words,
    },
    rules::{
        content::is_relative,
        cue,
        non_attribution::is_non_attribution,
        relation::{Complement, Construction, Relation, is_closed},
        word::AS,
    },
    text::span::{is_within, meets},
    token::{document::Document, tag::Tag},
    vocabulary::rule::{Rule, any, rule},
};

/// Below this confidence, a relation of the net is left out. At this threshold one in three is right; a
/// higher threshold would lose more right ones than wrong ones.
const KEEP: f32 = 0.35;

/// The least confidence with which a relation is kept that only a rule finds.
const ADD: f32 = 0.9;

/// The same for what is rare in the net's training data: nouns that signal a report, passives without an agent, and
/// verbs that are themselves the act.
const ADD_BEYOND: f32 = 0.6;

/// The same for a clause after one of the plain verbs of saying.
const ADD_SAID: f32 = 0.7;

const BEYOND: [Construction; 4] = [
    Construction::NounCue,
    Construction::Passive,
    Construction::AccordingTo,
    Construction::AsReported,
];

/// A rule that changes what the net found, given what a rule found at the same cue.
type Adjustment = Rule<fn(&Document, &mut Relation, &Relation)>;

/// In the order in which they are asked.
#[rustfmt::skip]
pub const ADJUSTMENTS: [Adjustment; 4] = [
    rule("M15", "whole-object", "Takes a rule's content where the net left out the source of the report, or took a clause about the listener.",
        "confirmed | the recent reports by Axios that talks were held", take_object),
    rule("M13", "parts-of-rule", "Takes the source, or the subject of a passive, that a rule finds where the net found none, or one in an aside.",
        "The clerk who declined to be named said the door was open", take_parts),
    rule("M2", "clause-end", "Ends a content with a rule's clause, or extends it past a relative clause.",
        "her claim that it was rigged was rejected; He says, if it rains, | the roof will leak", end_clause),
    rule("M7", "own-clause", "Takes both parts of a clause that an adjunct interrupts, and no earlier sentence.",
        "The ship, according to Reuters, | has left; It is dry, says Ms. Li, | which makes it worse; There is, | Ms. Li concedes, no plan", join_clause),
];

/// A question about a relation of the net, given what the rules found at the same cue.
type Doubt = Rule<DoubtOf>;
type DoubtOf = fn(&Document, &Relation, &[&Relation]) -> bool;

/// What the net misread: the rule's relation at the same cue replaces it.
#[rustfmt::skip]
pub const MISREAD: [Doubt; 2] = [
    rule("M4", "run-together", "The net merged the cue inside a content into its own cue.",
        "has confirmed reports by", run_together),
    rule("M16", "passive-subject", "The subject of a passive or of quoting is not a source; the agent after “by” is the whole source.",
        "The coach has been accused by two players of lying", mistakes_agent),
];

/// Which relations of the net are left out.
#[rustfmt::skip]
pub const DROPPED: [Doubt; 1] = [
    rule("M6", "unsure", "The net is too unsure.",
        "Whose boat is that?", is_unsure),
];

/// A question about a relation that only a rule finds, given the relations nearby.
type Objection = Rule<fn(&Document, &Relation, &[Relation]) -> bool>;

/// Which relations of the rules are left out.
#[rustfmt::skip]
pub const REFUSED: [Objection; 2] = [
    rule("M11", "unsure-rule", "The rule is too unsure to stand without the net.",
        "The picture shows it was late, but not: A study has found dogs dream", is_unsure_rule),
    rule("M12", "taken", "Another relation has taken the words.",
        "Ms. Li said the report was late", is_taken),
];

/// Merges the relations of the net with those of the rules outside quotations. All are in order of their
/// cues.
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
        if let Some(rule) = same.first() {
            row::apply(document, &ADJUSTMENTS, &mut own, |adjust, own| adjust(document, own, rule));
        }
        let doubted = |doubt: &DoubtOf| doubt(document, &own, same);
        if any(&MISREAD, own.cue.start, doubted) {
            same.iter().take(1).for_each(|rule| row::note_added(document, rule));
            found.extend(same.first().copied().cloned());
        } else if !any(&DROPPED, own.cue.start, doubted) {
            found.push(own);
        } else {
            spare.extend(same);
        }
    }
    spare.extend(rest);
    spare.retain(|rule| {
        let near = near(&found, &rule.cue);
        !is_non_attribution(document, rule)
            && !any(&REFUSED, rule.cue.start, |refuse| refuse(document, rule, near))
    });
    spare.iter().for_each(|rule| row::note_added(document, rule));
    found.extend(spare.into_iter().cloned());
    for relation in &mut found {
        row::apply(document, &[HEARER, LAST_NOUN], relation, |rule, own| rule(document, own));
        row::apply(document, &EDGES, relation, |edge, Relation { sources, cue, .. }| {
            sources.iter_mut().for_each(|own| *own = edge(document, own.clone(), cue));
        });
        row::apply(document, &[BEFORE_SOURCE], relation, |rule, own| rule(document, own));
    }
    found.sort_by_key(|relation| relation.cue.start);
    row::apply_all(document, &[TELLER], &mut found, |rule, found| rule(document, found));
    found
}

fn take_object(document: &Document, own: &mut Relation, rule: &Relation) {
    // `told a hearing | that lasted an hour`
    if own.contents.first().is_some_and(|content| is_relative(document, content.start)) {
        own.contents.clone_from(&rule.contents);
    }
    let ([first, ..], [.., last], [clause]) =
        (&own.contents[..], &own.contents[..], &rule.contents[..])
    else {
        return;
    };
    let whole = clause.start == own.cue.end && last.end == clause.end;
    let gap = clause.start..first.start;
    // `announced last month that`: a time is no object.
    let object = |at: usize| tag(document, at).is_noun() && !is_time(document, at);
    let nominal = gap.clone().any(object) || own.contents.len() > 1;
    if whole && nominal && rule.cue.end == own.cue.end {
        own.contents = smallvec![clause.clone()];
    }
}

fn take_parts(document: &Document, own: &mut Relation, rule: &Relation) {
    // `Roz, as everybody calls her, said`
    let aside = |source: &Range<usize>| {
        is_in(document, source.start.wrapping_sub(1), &AS)
            && is_comma(document, source.start.wrapping_sub(2))
            && is_comma(document, own.cue.start.wrapping_sub(1))
    };
    if own.sources.iter().all(aside) && !rule.sources.is_empty() {
        own.sources.clone_from(&rule.sources);
    }
    // Not the end of a list, nor a subject that has a verb already: `The fund has a million and is said to be broke`.
    let whole = |subject: &Range<usize>| {
        !is_comma(document, subject.start.wrapping_sub(1))
            && !matches!(tag(document, subject.start), Tag::CD | Tag::IN | Tag::VBG | Tag::VBN)
            && tag(document, subject.end.wrapping_sub(1)) != Tag::CC
            && !is_comma(document, subject.end)
    };
    if let ([part], [subject, rest]) = (&own.contents[..], &rule.contents[..])
        && rule.complement == Some(Complement::Subject)
        && part == rest
        && whole(subject)
    {
        own.contents.clone_from(&rule.contents);
    }
}

/// The content ends earlier after a noun, `her claim that it was rigged was rejected`, and later after a
/// relative clause, `said that the dog, whose name was Tom, was asleep`, or one in front.
fn end_clause(document: &Document, own: &mut Relation, rule: &Relation) {
    let ([content], [clause]) = (&mut own.contents[..], &rule.contents[..]) else { return };
    let noun = rule.construction == Construction::NounCue && clause.end < content.end;
    let goes_on = rule.complement == Some(Complement::That)
        && content.end < clause.end
        && is_comma(document, content.end)
        && is_finite(document, content.end + 1);
    // `He says, if it rains, | the roof will leak`
    let fronted = is_in(document, content.start, &words::FRONTED_CLAUSE_OPENER)
        && words::PLAIN_VERB_OF_SAYING.has(&rule.lemma)
        && is_comma(document, content.end)
        && content.end < clause.end;
    let parted =
        rule.complement == Some(Complement::Clause) && is_parted(document, content, clause);
    if content.start == clause.start && (noun || goes_on || fronted || parted) {
        content.end = clause.end;
    }
}

/// Whether a content ends at an aside between its subject and its verb: `think the price | – three pounds – is high`,
/// `believe the plan, | which failed in May, may work`.
fn is_parted(document: &Document, content: &Range<usize>, clause: &Range<usize>) -> bool {
    /// The longest aside, with its marks.
    const LONGEST: usize = 25;
    let open = content.end;
    let mark = |at: usize| is_comma(document, at) || is_dash(document, at);
    let relative = || matches!(tag(document, open + 1), Tag::WDT | Tag::WP | Tag::WPP);
    if open + 1 >= clause.end || !mark(open) || is_comma(document, open) && !relative() {
        return false;
    }
    let closes = |at: &usize| is_comma(document, *at) == is_comma(document, open) && mark(*at);
    let close = (open + 1..clause.end).take(LONGEST).find(closes);
    let verb = close.map(|close| close + 1).filter(|verb| is_finite(document, *verb));
    verb.is_some_and(|verb| cue::verb(document, verb).is_none())
        && !content.clone().any(|at| is_finite(document, at))
}

/// Also drops the sentence before: `He met her. The ship left, according to Reuters.`
fn join_clause(document: &Document, own: &mut Relation, rule: &Relation) {
    let (Some(first), [before, more @ ..]) = (own.contents.first(), &rule.contents[..]) else {
        return;
    };
    // `according to a survey, issued in May`
    let states = more.iter().flat_map(Range::clone).any(|at| is_finite(document, at));
    // `according to Ms. Li, a clerk, arrived in May`
    let subject = !before.clone().any(|at| is_finite(document, at));
    let verb = |part: &&Range<usize>| subject && tag(document, part.start).is_verb();
    let mut verbs = more.iter().filter(verb);
    let taken = verbs.any(|part| own.sources.iter().any(|source| meets(source, part)));
    let parted = own.contents.len() == 1 && first == before && states || taken;
    let earlier = document.sentence_of(first.start) < document.sentence_of(before.start)
        && quotation_at(document, first.start).is_none();
    // `The bridge, its builder believes, | will last`
    let goes_on = own.contents.len() == 1
        && first == before
        && more.iter().any(|part| {
            // `The fire began in a shed, officials say, | and spread`
            let joined = is_in(document, part.start, &words::AND_BUT);
            let verb = part.start + usize::from(joined);
            let says = joined && cue::verb(document, verb).is_some();
            // `It is dry, says Ms. Li, | which makes it worse`
            let which = is_in(document, part.start, &words::RELATIVE_WHICH)
                && names_person_behind(document, rule);
            which || (subject || joined) && !says && verb < part.end && is_finite(document, verb)
        });
    // `There is, | Ms. Li concedes, no second plan`
    let begins = !is_closed(rule)
        && own.contents.len() == 1
        && more.last() == Some(first)
        && quotation_at(document, first.start).is_none()
        && before.clone().any(|at| is_finite(document, at));
    if is_closed(rule) && (parted || earlier) || goes_on || begins {
        own.contents.clone_from(&rule.contents);
    }
    if is_closed(rule) && taken {
        own.sources.clone_from(&rule.sources);
    }
}

/// Whether the source behind a cue is a person’s name alone: `says Ana Li`, not `says Ana Li, head of a firm`.
fn names_person_behind(document: &Document, rule: &Relation) -> bool {
    let mut sources = rule.sources.iter().filter(|source| source.start >= rule.cue.end);
    sources.any(|source| {
        let whole = |name: Name| name.tokens.end == source.end && name.guess == Guess::Person;
        names(document, source.clone()).last().is_some_and(whole)
            && !source.clone().any(|at| is_comma(document, at))
    })
}

/// Splits a list before the first relation that does not pass.
fn split<'l, 'r>(
    list: &'l [&'r Relation],
    passes: impl Fn(&Relation) -> bool,
) -> (&'l [&'r Relation], &'l [&'r Relation]) {
    list.split_at(list.iter().position(|relation| !passes(relation)).unwrap_or(list.len()))
}

fn run_together(_: &Document, _: &Relation, same: &[&Relation]) -> bool {
    let [outer, inner, ..] = same else { return false };
    outer.contents.iter().any(|content| content.contains(&inner.cue.start))
}

fn mistakes_agent(document: &Document, own: &Relation, same: &[&Relation]) -> bool {
    let Some(rule) = same.first() else { return false };
    // `The agency quoted Ms. Li as saying`
    let other = |source| {
        let given = |agent: &Range<usize>| {
            agent.start >= rule.cue.end || tag(document, rule.cue.start) == Tag::IN
        };
        rule.sources.iter().any(|agent| given(agent) && !meets(agent, source))
    };
    match rule.construction {
        Construction::SecondVerb => return own.sources.iter().any(other),
        Construction::Passive => {}
        _ => return false,
    }
    let subject = |source| rule.contents.iter().any(|content| is_within(content, source));
    !rule.sources.is_empty() && own.sources != rule.sources || own.sources.iter().any(subject)
}

fn is_unsure(_: &Document, own: &Relation, _: &[&Relation]) -> bool {
    own.confidence < KEEP
}

fn is_unsure_rule(document: &Document, rule: &Relation, _: &[Relation]) -> bool {
    let said = rule.complement == Some(Complement::Clause);
    let open = words::PERFORMATIVE_VERB.has(&rule.lemma.replace(' ', "+"))
        && tag(document, rule.cue.end.wrapping_sub(1)) != Tag::VBG;
    // `a new study has found dogs dream`
    let paper = |source: &Range<usize>| {
        let noun = main_noun(document, source.clone());
        noun.is_some_and(|noun| words::WRITING_THAT_FINDS.has(noun.lemma))
    };
    let finds = || words::VERB_OF_FINDING.has(&rule.lemma) && rule.sources.iter().any(paper);
    let plain = words::PLAIN_VERB_OF_SAYING.has(&rule.lemma) || finds();
    let least = match plain && said {
        true => ADD_SAID,
        false if open || BEYOND.contains(&rule.construction) => ADD_BEYOND,
        false => ADD,
    };
    rule.confidence < least
}

/// A closed construction may contain other relations; any rule's relation may surround them.
fn is_taken(_: &Document, rule: &Relation, near: &[Relation]) -> bool {
    let clear = |own: &Relation| match is_closed(rule) {
        true => holds(rule, own),
        false => surrounds(rule, own),
    };
    near.iter().any(|own| touches(own, rule) && !clear(own) || says_the_same(own, rule))
}

/// Whether a rule without a source found the same content as the net: in `said in a statement that`, the
/// statement is only the occasion; in `confirmed reports by Axios that`, the reports have a source.
fn says_the_same(own: &Relation, rule: &Relation) -> bool {
    let first = |relation: &Relation| relation.contents.first().map(|content| content.start);
    rule.sources.is_empty() && first(own).is_some_and(|start| first(rule) == Some(start))
}

/// Whether a construction before its clause credits all of a relation of the net that has a source:
/// `According to the ministry, Ms. Li told the cabinet that`.
fn holds(rule: &Relation, own: &Relation) -> bool {
    let content = rule.contents.first().filter(|content| content.start > rule.cue.end);
    let inside = |content: &Range<usize>| own.parts().all(|part| is_within(content, part));
    !own.sources.is_empty() && content.is_some_and(inside)
}

fn touches(own: &Relation, rule: &Relation) -> bool {
    own.parts().any(|part| meets(part, &rule.cue))
        || rule.contents.iter().any(|content| meets(content, &own.cue))
}
