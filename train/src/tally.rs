//! Owns the counts of mentions that are linked right, linked wrong or left open, by kind.

use saidso::Source;

use crate::{
    chains::{Chains, Corpus},
    mentions::{Asked, Read, is_pronoun, words},
};

/// Right, wrong and open mentions by kind.
#[derive(Default)]
pub struct Tally(std::collections::BTreeMap<String, [usize; 3]>);

impl Tally {
    fn add(&mut self, kind: &str, right: Option<bool>) {
        let slot = match right {
            Some(true) => 0,
            Some(false) => 1,
            None => 2,
        };
        self.0.entry(kind.to_owned()).or_default()[slot] += 1;
    }

    /// Counts the mentions of one text.
    pub fn count(&mut self, own: &Chains, read: &Read) {
        match own.corpus {
            Corpus::Read => self.article(own, read),
            Corpus::Gap => {
                let span = own.asked[0].0;
                let female = ["she", "her", "hers"].contains(&&*span.of(&own.text).to_lowercase());
                let asked = read.asked.iter().find(|asked| asked.span == span);
                let told = own.asked[0].1.is_some();
                let kind = format!(
                    "gap {} {}",
                    if female { "f" } else { "m" },
                    if told { "named" } else { "neither" }
                );
                self.add(&kind, asked.and_then(|asked| asked.right));
            }
            Corpus::Own => {
                for asked in read.asked.iter().filter(|asked| asked.says) {
                    self.add("own", asked.right);
                }
            }
            Corpus::Gum => {}
        }
    }

    fn article(&mut self, own: &Chains, read: &Read) {
        let says = |asked: &&Asked| asked.says;
        for asked in read.asked.iter().filter(says) {
            let word = asked.span.of(&own.text).to_lowercase();
            let kind = match &*word {
                "he" | "she" | "his" | "her" | "him" => "read he/she",
                "they" | "their" | "them" => "read they",
                "it" | "its" => "read it",
                "who" | "which" | "that" => "read who",
                _ => "read I/we/others",
            };
            self.add(kind, asked.right);
        }
        for (at, said) in own.said.iter().enumerate() {
            let Some(span) = said.source.filter(|span| !is_pronoun(span.of(&own.text))) else {
                continue;
            };
            let Some(who) = &said.who else { continue };
            let kind = match words(span.of(&own.text)).len() {
                1 if span.of(&own.text).starts_with(char::is_uppercase) => "read short name",
                _ if span.of(&own.text).starts_with(char::is_uppercase)
                    && !span.of(&own.text).starts_with("The ")
                    && !span.of(&own.text).starts_with("A ") =>
                {
                    "read name"
                }
                _ => "read phrase",
            };
            self.add(kind, self.group(own, read, at, who));
        }
    }

    /// Whether an attribution is grouped with the others of its entity.
    fn group(&self, own: &Chains, read: &Read, at: usize, who: &str) -> Option<bool> {
        let group = read.attributions[at].source?;
        let source: &Source = &read.studied.sources[group];
        let words =
            |other: usize| own.said[other].source.is_some_and(|s| !is_pronoun(s.of(&own.text)));
        let others = |other: &usize| *other != at && words(*other);
        let beside: Vec<&str> = source
            .attributions
            .iter()
            .copied()
            .filter(others)
            .filter_map(|other| own.said[other].who.as_deref())
            .collect();
        let same = beside.iter().filter(|other| **other == who).count();
        if same < beside.len() - same || (!beside.is_empty() && same == 0) {
            return Some(false);
        }
        let elsewhere = (0..at)
            .filter(|other| words(*other) && own.said[*other].who.as_deref() == Some(who))
            .any(|other| read.attributions[other].source != Some(group));
        if elsewhere { None } else { Some(true) }
    }
}

impl std::fmt::Display for Tally {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        for (kind, [right, wrong, open]) in &self.0 {
            let all = (right + wrong + open) as f32 / 100.0;
            writeln!(
                f,
                "{kind:<18} {:>5}  right {right} ({:.1} %)  wrong {wrong} ({:.1} %)  open {open} ({:.1} %)",
                right + wrong + open,
                *right as f32 / all,
                *wrong as f32 / all,
                *open as f32 / all
            )?;
        }
        if !self.0.keys().any(|kind| kind.starts_with("gap")) {
            return Ok(());
        }
        let sum = |kind: &str, at: usize| self.0.get(kind).map_or(0, |own| own[at]) as f32;
        let f1 = |genders: &[&str]| {
            let get = |kind: &str, at: usize| {
                genders.iter().map(|g| sum(&format!("gap {g} {kind}"), at)).sum::<f32>()
            };
            // A wrong link of a named pronoun is a false positive only if it goes to the other name.
            let (right, wrong, open) = (get("named", 0), get("named", 1), get("named", 2));
            let neither = get("neither", 1);
            let precision = right / (right + wrong + neither).max(1.0);
            let recall = right / (right + wrong + open).max(1.0);
            200.0 * precision * recall / (precision + recall).max(0.001)
        };
        write!(f, "gap F1 {:.1}, f {:.1}, m {:.1}", f1(&["f", "m"]), f1(&["f"]), f1(&["m"]))
    }
}
