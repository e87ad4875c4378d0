//! Owns pronouns: whom `she`, `who` or `they` stands for, or that the text leaves it open.

use crate::{
    coref::entities::{Cast, Member},
    grammar::guess::Guess,
    lexicon::noun::Gender,
    vocabulary::kinds::SourceKind,
};

/// What has been spoken of lately, in text order.
#[derive(Debug, Default)]
pub struct Recent {
    list: Vec<Seen>,
    /// How often each member was spoken of.
    times: Vec<u32>,
    /// Who was credited last, and in which sentence.
    credited: Option<(usize, usize)>,
    /// The first sentence of the paragraph.
    paragraph: usize,
}

#[derive(Clone, Copy, Debug)]
struct Seen {
    member: usize,
    sentence: usize,
    weight: f32,
}

/// How far back a pronoun reaches, in sentences and in mentions.
const REACH: (usize, usize) = (6, 64);

/// And what lies close by.
const NEAR: (usize, usize) = (3, 24);

impl Recent {
    /// Notes a mention; `weight` says how likely its place makes it to be spoken of next.
    pub fn note(&mut self, member: usize, sentence: usize, weight: f32) {
        self.list.push(Seen { member, sentence, weight });
        self.times.resize(self.times.len().max(member + 1), 0);
        if let Some(times) = self.times.get_mut(member) {
            *times += 1;
        }
    }

    /// Notes that a paragraph opens.
    pub fn open(&mut self, sentence: usize) {
        self.paragraph = sentence;
    }

    /// Learns whom a pronoun tells about: the only person it can mean.
    pub fn learn(&self, cast: &mut Cast, pronoun: &str, sentence: usize) {
        let Some(gender) = gender(pronoun) else { return };
        let near = self.list.iter().rev().take(NEAR.1);
        let mut people = near
            .take_while(|seen| seen.sentence + NEAR.0 >= sentence)
            .map(|seen| seen.member)
            .filter(|member| cast.get(*member).is_some_and(|m| personal(m, gender) >= 1.0));
        let Some(first) = people.next() else { return };
        if people.all(|member| member == first) {
            tell(cast, first, gender);
        }
    }

    /// Whom a pronoun stands for beyond doubt: one who leads by far, and is also the last whom it may
    /// mean.
    pub fn surely(&self, cast: &Cast, pronoun: &str, sentence: usize) -> Option<usize> {
        let told = gender(pronoun)?;
        let may = |member: &usize| cast.get(*member).is_some_and(|m| personal(m, told) >= 1.0);
        let last = self.list.iter().rev().take(NEAR.1).map(|seen| seen.member).find(may)?;
        let likely = self.likeliest(cast, pronoun, sentence, 0.0)?;
        (likely.member == last && likely.lead >= SURE).then_some(last)
    }

    /// The only one who may be meant and does something in this sentence, or in the one before where nobody
    /// has spoken since. A paragraph is about the only one it names, whether or not he does something.
    pub fn subject(&self, cast: &Cast, pronoun: &str, sentence: usize) -> Option<usize> {
        let told = gender(pronoun)?;
        let fits = |member: usize| cast.get(member).is_some_and(|m| personal(m, told) >= 2.0);
        let of = |number: usize| {
            let near = self.list.iter().rev().take(NEAR.1);
            let mut found = near.filter(move |seen| {
                seen.sentence == number && seen.weight > -1.0 && fits(seen.member)
            });
            let last = found.next()?;
            let fresh = number >= self.paragraph
                && self.credited.is_some_and(|(_, at)| at < self.paragraph);
            let mut acts = last.weight > 0.0 || fresh && number < sentence;
            let one = found.all(|seen| {
                acts |= seen.weight > 0.0;
                seen.member == last.member
            });
            Some(last.member).filter(|_| one && acts)
        };
        let spoken = self.credited.is_some_and(|(who, at)| at + 1 >= sentence && fits(who))
            || sentence.checked_sub(1).is_some_and(|last| self.nameless(cast, told, last));
        let last = sentence.checked_sub(1).filter(|last| !spoken && *last >= self.paragraph);
        let before = || last.and_then(of);
        of(sentence).or_else(before)
    }

    /// Whether somebody whom a pronoun may mean, and whom nobody names, was credited last, in this sentence:
    /// `One nurse said it had changed how she saw them`.
    pub fn nameless(&self, cast: &Cast, told: Gender, sentence: usize) -> bool {
        let open =
            |known: &Member| known.kind() == SourceKind::Unnamed && personal(known, told) > 1.0;
        self.credited.is_some_and(|(who, at)| at == sentence && cast.get(who).is_some_and(open))
    }

    /// Whom an epithet such as `the Scot` stands for: the only person in the last sentence that speaks
    /// of any.
    pub fn only_person(&self, cast: &Cast, sentence: usize) -> Option<usize> {
        const BACK: usize = 2;
        let person = |seen: &&Seen| {
            let fits = |known: &Member| personal(known, known.gender.unwrap_or(Gender::He)) > 1.5;
            seen.weight > -1.0 && cast.get(seen.member).is_some_and(fits)
        };
        let mut found = self.list.iter().rev().take(NEAR.1).filter(person);
        let last = found.next().filter(|last| last.sentence + BACK >= sentence)?;
        let mut beside = found.take_while(|seen| seen.sentence == last.sentence);
        beside.all(|seen| seen.member == last.member).then_some(last.member)
    }

    /// Who was credited in the sentence before, if a pronoun may mean them.
    pub fn goes_on(&self, cast: &Cast, pronoun: &str, sentence: usize) -> Option<usize> {
        let told = gender(pronoun)?;
        let (who, at) = self.credited?;
        let fits = cast.get(who).is_some_and(|known| personal(known, told) > 1.0);
        (fits && at + 1 == sentence).then_some(who)
    }

    /// Notes who was credited last.
    pub fn credit(&mut self, member: usize, sentence: usize) {
        self.credited = Some((member, sentence));
    }

    /// Whether somebody was credited in the sentence before.
    pub fn spoke_before(&self, sentence: usize) -> bool {
        self.credited.is_some_and(|(_, at)| at + 1 == sentence)
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
        let near = self.list.iter().rev().take(NEAR.1);
        let mut found = near
            .take_while(|seen| seen.sentence + NEAR.0 >= sentence)
            .filter(|seen| seen.weight > 0.0)
            .map(|seen| seen.member)
            .filter(|member| cast.get(*member).is_some_and(is_bare_organization));
        let first = found.next()?;
        found.all(|member| member == first).then_some(first)
    }

    /// The only place of late that is no country: `the town` after `in Vellin, Ontario`.
    pub fn town(&self, cast: &Cast) -> Option<usize> {
        let near = self.list.iter().rev().take(2 * NEAR.1).map(|seen| seen.member);
        let mut found = near.filter(|member| {
            cast.get(*member).is_some_and(|known| known.place && known.guess == Guess::Open)
        });
        let first = found.next()?;
        found.all(|member| member == first).then_some(first)
    }

    /// Whom a personal pronoun in `sentence` stands for; none where two fit alike.
    pub fn stands_for(&self, cast: &Cast, pronoun: &str, sentence: usize) -> Option<usize> {
        let likely = self.likeliest(cast, pronoun, sentence, 0.0)?;
        (likely.lead >= MARGIN).then_some(likely.member)
    }

    /// As `stands_for`, but none where too little speaks for anybody.
    pub fn clearly(&self, cast: &Cast, pronoun: &str, sentence: usize) -> Option<usize> {
        let likely = self.likeliest(cast, pronoun, sentence, CREDITED)?;
        (likely.lead >= MARGIN && likely.score >= CLEAR).then_some(likely.member)
    }

    fn likeliest(
        &self,
        cast: &Cast,
        pronoun: &str,
        sentence: usize,
        credit: f32,
    ) -> Option<Likely> {
        let (mut first, mut second) = (None, f32::NEG_INFINITY);
        for (member, heard) in self.heard(sentence) {
            let fit = cast.get(member).map_or(0.0, |known| fit(known, pronoun));
            if fit > 0.0 {
                let often = self.times.get(member).map_or(0.0, |times| (*times as f32).ln());
                let credited = credit * self.credited_of(member, sentence);
                let score = FITTING * fit + heard.ln() + OFTEN * often + credited;
                match first {
                    Some((_, best)) if best >= score => second = score.max(second),
                    _ => {
                        second = first.map_or(second, |(_, best)| best);
                        first = Some((member, score));
                    }
                }
            }
        }
        first.map(|(member, score)| Likely { member, score, lead: score - second })
    }

    /// Whoever says something goes on saying something.
    fn credited_of(&self, member: usize, sentence: usize) -> f32 {
        match self.credited {
            Some((credited, at)) if credited == member && at + 2 > sentence => 1.0,
            Some((credited, _)) if credited == member => 0.5,
            _ => 0.0,
        }
    }

    /// How much of each member has been heard of late.
    fn heard(&self, sentence: usize) -> Vec<(usize, f32)> {
        let mut found: Vec<(usize, f32)> = Vec::new();
        let near = self.list.iter().rev().take(REACH.1);
        for seen in near.take_while(|seen| seen.sentence + REACH.0 >= sentence) {
            let distance = sentence.saturating_sub(seen.sentence) as f32;
            let heard = (seen.weight - FADING * distance).exp();
            match found.iter_mut().find(|(member, _)| *member == seen.member) {
                Some((_, sum)) => *sum += heard,
                None => found.push((seen.member, heard)),
            }
        }
        found
    }
}

/// A member that a pronoun may stand for, how much speaks for it, and how far that is ahead of what
/// speaks for any other.
struct Likely {
    member: usize,
    score: f32,
    lead: f32,
}

fn is_bare_organization(member: &Member) -> bool {
    const FIRMS: [&str; 12] = [
        "airline",
        "app",
        "bank",
        "carmaker",
        "chain",
        "insurer",
        "network",
        "operator",
        "platform",
        "publisher",
        "retailer",
        "website",
    ];
    let plain = member.noun.is_none_or(|noun| FIRMS.contains(&noun.lemma));
    let named = member.name.is_some() && plain && !member.place;
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
        if !known.unsettled {
            known.gender = Some(gender);
        }
        if known.name.is_some() {
            known.guess = Guess::Person;
        }
    }
}

/// By how much the best candidate must lead,
const MARGIN: f32 = 0.5;

/// and by how much to leave no doubt.
const SURE: f32 = 1.0;

/// What must speak for it at least.
const CLEAR: f32 = 2.0;

/// What a mention loses with each sentence.
const FADING: f32 = 0.4;

/// How much it counts that a member was credited last,
const CREDITED: f32 = 3.5;

/// that it suits the pronoun,
const FITTING: f32 = 1.5;

/// and that the article speaks of it often.
const OFTEN: f32 = 0.1;

/// How well a member suits a pronoun; 0 where it cannot.
fn fit(member: &Member, pronoun: &str) -> f32 {
    if let Some(gender) = gender(pronoun) {
        return personal(member, gender);
    }
    match pronoun {
        "they" | "their" | "them" | "themselves" => match member.kind() {
            _ if member.plural => 3.0,
            SourceKind::Organization | SourceKind::Group => 2.0,
            // `A spokesperson said it was late. They said`.
            _ if member.name.is_none() && member.gender.is_none() && member.may_be_person() => 1.0,
            _ => 0.0,
        },
        "it" | "its" | "itself" => match member.kind() {
            _ if member.plural => 0.0,
            SourceKind::Organization | SourceKind::Document => 2.0,
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
        (Some(_), _) => 1.0,
        (None, _) => 1.8,
    };
    person + if sure { 1.0 } else { 0.0 }
}
