//! Owns the evaluation on texts that were written for this project and that no model has learnt.
//!
//! The first of each two may be read for what fails in it, the second never: only its figure is one of texts
//! that nobody tuned on.

use std::error::Error;

use saidso::{Document, training as core};

use crate::{chains, count::Count, forms, gold::Gold, mentions::Read, read, tally::Tally};

/// Prints how many attributions are right in texts of each kind, and how many pronouns are linked right.
pub fn run(_args: Vec<String>) -> Result<(), Box<dyn Error>> {
    let mut all = [Vec::new(), Vec::new()];
    for kind in forms::HELD {
        let texts = forms::held(kind)?;
        let counts: Vec<Count> =
            texts.into_iter().map(|text| count(&read::article(text))).collect();
        let half = |from: usize| counts.iter().skip(from).step_by(2).sum::<Count>();
        println!("{kind:<12} may be read: {}   never read: {}", half(0), half(1));
        (0..2).for_each(|n| all[n].push(half(n)));
    }
    let [open, fresh] = all.map(|own| own.iter().sum::<Count>());
    println!("{:<12} may be read: {open}   never read: {fresh}", "all");
    let mut tally = Tally::default();
    for own in &chains::held()? {
        tally.count(own, &Read::shipped(own));
    }
    println!("{tally}");
    Ok(())
}

fn count(gold: &Gold) -> Count {
    let document = Document::new(&gold.text, &[]);
    let mut found = core::attributions(&document);
    core::resolve(&document, &mut found);
    Count::new(&document, gold, &found)
}
