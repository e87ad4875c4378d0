//! Owns what is known about the mentions of an entity within reach of a pronoun.

use crate::{
    discourse::{
        fit::fit,
        recent::{FADING, Form, Seen},
        state::Discourse,
    },
    grammar::words::norm,
    ranking::choice::Pronoun,
};

/// What is known about a candidate's mentions within reach, from the latest back.
pub struct Trail {
    /// The candidate.
    pub entity: usize,
    /// How well it fits; see `fit.rs`.
    pub fit: f32,
    /// Its latest mention: one outside quotations, if there is any.
    pub last: Seen,
    /// Its latest mention as a subject.
    pub subject: Option<Seen>,
    /// Its latest mention as a subject in the article's own words, outside relative clauses.
    pub main: Option<Seen>,
    /// Whether a mention gives a location.
    pub placed: bool,
    /// Whether all its mentions stand in quotations.
    pub quoted: bool,
    /// Its first mention within reach.
    pub first: Seen,
    /// How many mentions it has within reach.
    pub times: u32,
    /// The sum of its mentions' weights, which fade with distance.
    pub salience: f32,
    /// How many mentions of other candidates came after its last.
    pub between: u32,
    /// Whether one of its own mentions is a name.
    pub named: bool,
}

/// The trails of all entities within reach that agree with a pronoun, the latest mentioned first.
pub fn trails(discourse: &Discourse, pronoun: &Pronoun) -> Vec<Trail> {
    let Discourse { document, entities, recent, .. } = discourse;
    let word = norm(document, pronoun.at);
    let mut found: Vec<Trail> = Vec::new();
    let mut seen_so_far = 0;
    for seen in recent.in_reach(pronoun.sentence).filter(|seen| seen.at < pronoun.at) {
        let distance = pronoun.sentence.saturating_sub(seen.sentence) as f32;
        let salience = (seen.place.weight() - FADING * distance).exp();
        let subject = Some(*seen).filter(|seen| seen.place.subject && !seen.place.quoted);
        let main = subject.filter(|seen| !seen.place.told && !seen.place.relative);
        if let Some(trail) = found.iter_mut().find(|trail| trail.entity == seen.entity) {
            trail.times += 1;
            trail.salience += salience;
            trail.subject = trail.subject.or(subject);
            trail.main = trail.main.or(main);
            trail.first = *seen;
            trail.placed |= seen.place.placed;
            // A mention outside quotations is better evidence than one inside.
            if trail.quoted && !seen.place.quoted {
                (trail.last, trail.between) = (*seen, seen_so_far);
            }
            trail.quoted &= seen.place.quoted;
            trail.named |= seen.form == Form::Name;
        } else {
            let Some(Ok(fit)) = entities.get(seen.entity).map(|known| fit(known, word)) else {
                continue;
            };
            found.push(Trail {
                entity: seen.entity,
                fit,
                last: *seen,
                subject,
                main,
                placed: seen.place.placed,
                quoted: seen.place.quoted,
                first: *seen,
                times: 1,
                salience,
                between: seen_so_far,
                named: seen.form == Form::Name,
            });
        }
        seen_so_far += u32::from(!seen.place.quoted);
    }
    found
}
