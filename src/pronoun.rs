//! Owns pronouns: whom `she`, `who` or `they` stands for, or that the text leaves it open.

use crate::{
    cast::{Cast, Member},
    name::Guess,
    noun::Gender,
    report::SourceKind,
};

/// What has been spoken of lately, in text order.
#[derive(Debug, Default)]
pub struct Recent {
    list: Vec<Seen>,
    credited: Option<(usize, usize)>,
}

#[derive(Clone, Copy, Debug)]
struct Seen {
    member: usize,
    sentence: usize,
    weight: f32,
}

/// How far back a pronoun reaches, in sentences and in mentions.
const REACH: (usize, usize) = (3, 24);

impl Recent {
    /// Notes a mention; `weight` says how likely its place makes it to be spoken of next.
    pub fn note(&mut self, member: usize, sentence: usize, weight: f32) {
        self.list.push(Seen { member, sentence, weight });
    }

    /// Learns whom a pronoun tells about: the only person it can mean.
    pub fn learn(&self, cast: &mut Cast, pronoun: &str, sentence: usize) {
        let Some(gender) = gender(pronoun) else { return };
        let near = self.list.iter().rev().take(REACH.1);
        let mut people = near
            .take_while(|seen| seen.sentence + REACH.0 >= sentence)
            .map(|seen| seen.member)
            .filter(|member| cast.get(*member).is_some_and(|m| personal(m, gender) >= 1.0));
        let Some(first) = people.next() else { return };
        if people.all(|member| member == first) {
            tell(cast, first, gender);
        }
    }

    /// Whom a pronoun most likely stands for, if that is also the last whom it may mean.
    pub fn surely(&self, cast: &Cast, pronoun: &str, sentence: usize) -> Option<usize> {
        let told = gender(pronoun)?;
        let may = |member: &usize| cast.get(*member).is_some_and(|m| personal(m, told) >= 1.0);
        let last = self.list.iter().rev().take(REACH.1).map(|seen| seen.member).find(may)?;
        self.stands_for(cast, pronoun, sentence).filter(|member| *member == last)
    }

    /// Notes who was credited last.
    pub fn credit(&mut self, member: usize, sentence: usize) {
        self.credited = Some((member, sentence));
    }

    /// The member mentioned last.
    pub fn last(&self) -> Option<usize> {
        self.list.last().map(|seen| seen.member)
    }

    /// The member mentioned last in a sentence.
    pub fn last_in(&self, sentence: usize) -> Option<usize> {
        self.list.last().filter(|seen| seen.sentence == sentence).map(|seen| seen.member)
    }

    /// The only organization of late that nothing but its name tells of: `the firm` after `Tesla`.
    pub fn company(&self, cast: &Cast, sentence: usize) -> Option<usize> {
        let near = self.list.iter().rev().take(REACH.1);
        let mut found = near
            .take_while(|seen| seen.sentence + REACH.0 >= sentence)
            .filter(|seen| seen.weight > 0.0)
            .map(|seen| seen.member)
            .filter(|member| cast.get(*member).is_some_and(is_bare_organization));
        let first = found.next()?;
        found.all(|member| member == first).then_some(first)
    }

    /// The only place of late that is no country: `the town` after `in Vellin, Ontario`.
    pub fn town(&self, cast: &Cast) -> Option<usize> {
        let near = self.list.iter().rev().take(2 * REACH.1).map(|seen| seen.member);
        let mut found = near.filter(|member| {
            cast.get(*member).is_some_and(|known| known.place && known.guess == Guess::Open)
        });
        let first = found.next()?;
        found.all(|member| member == first).then_some(first)
    }

    /// Whom a personal pronoun in `sentence` stands for; none where two fit alike.
    pub fn stands_for(&self, cast: &Cast, pronoun: &str, sentence: usize) -> Option<usize> {
        let mut scores: Vec<(usize, f32)> = Vec::new();
        let near = self.list.iter().rev().take(REACH.1);
        for seen in near.take_while(|seen| seen.sentence + REACH.0 >= sentence) {
            let fit = cast.get(seen.member).map_or(0.0, |member| fit(member, pronoun));
            if fit > 0.0 {
                let score = fit + self.salience(seen, sentence);
                match scores.iter_mut().find(|(member, _)| *member == seen.member) {
                    Some((_, best)) => *best = best.max(score),
                    None => scores.push((seen.member, score)),
                }
            }
        }
        scores.sort_by(|a, b| b.1.total_cmp(&a.1));
        match scores.as_slice() {
            [(member, _)] => Some(*member),
            [(member, first), (_, second), ..] if first - second >= MARGIN => Some(*member),
            _ => None,
        }
    }

    fn salience(&self, seen: &Seen, sentence: usize) -> f32 {
        let credited = match self.credited {
            Some((member, at)) if member == seen.member => {
                if at + 2 > sentence {
                    2.0
                } else {
                    1.0
                }
            }
            _ => 0.0,
        };
        let distance = sentence.saturating_sub(seen.sentence) as f32;
        credited + seen.weight - 0.6 * distance
    }
}

fn is_bare_organization(member: &Member) -> bool {
    let named = member.name.is_some() && member.noun.is_none() && !member.place;
    named && member.kind() == SourceKind::Organization
}

/// Whom a pronoun says a person is.
pub fn gender(pronoun: &str) -> Option<Gender> {
    match pronoun {
        "he" | "his" | "him" | "himself" => Some(Gender::He),
        "she" | "her" | "hers" | "herself" => Some(Gender::She),
        _ => None,
    }
}

/// Notes what a pronoun says of a member: its sex, and that a bare name is a person's.
pub fn tell(cast: &mut Cast, member: usize, gender: Gender) {
    if let Some(known) = cast.get_mut(member) {
        known.gender = Some(gender);
        if known.name.is_some() {
            known.guess = Guess::Person;
        }
    }
}

/// By how much the best candidate must lead.
const MARGIN: f32 = 0.5;

/// How well a member suits a pronoun; 0 where it cannot.
fn fit(member: &Member, pronoun: &str) -> f32 {
    if let Some(gender) = gender(pronoun) {
        return personal(member, gender);
    }
    match pronoun {
        "they" | "their" | "them" | "themselves" => match member.kind() {
            _ if member.plural => 2.0,
            SourceKind::Organization | SourceKind::Group => 1.0,
            _ => 0.0,
        },
        "it" | "its" | "itself" => match member.kind() {
            _ if member.plural => 0.0,
            SourceKind::Organization | SourceKind::Document => 1.0,
            _ => 0.0,
        },
        _ => 0.0,
    }
}

fn personal(member: &Member, gender: Gender) -> f32 {
    if !member.may_be_person() || member.gender.is_some_and(|known| known != gender) {
        return 0.0;
    }
    let sure = member.gender == Some(gender);
    let person = match (&member.name, member.guess) {
        (Some(_), Guess::Person) => 2.0,
        (Some(name), _) if name.tokens.len() > 1 => 2.0,
        (Some(_), _) if member.place => 0.2,
        (Some(_), _) => 1.2,
        (None, _) => 1.8,
    };
    person + if sure { 1.0 } else { 0.0 }
}
