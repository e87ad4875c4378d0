//! Owns training the antecedent ranker: its examples, its folds and its evaluation.
//!
//! `mentions` trains a new ranker; `mentions measure` evaluates the rules and the ranker that ship.

use std::{collections::HashMap, error::Error, fs};

use saidso::{
    Attribution, Cue, Document, Span,
    training::{
        self as core, Choice, Studied,
        mention::{RANKER, Ranker},
    },
};

use crate::{
    chains::{self, Chains, Corpus},
    ranker::{self, Example},
    tally::Tally,
};

const FOLDS: usize = 5;

/// Where the net goes.
const OUT: &str = "src/model/mention.bin";

/// How often all texts are read again with the net trained so far, since earlier links decide what the
/// candidates of a pronoun look like.
const ROUNDS: usize = 3;

/// Evaluates, or trains and evaluates.
pub fn run(args: Vec<String>) -> Result<(), Box<dyn Error>> {
    let mut all = chains::read()?;
    all.extend(chains::gap("development")?);
    let validation = chains::gap("validation")?;
    if !args.iter().any(|arg| arg == "measure") {
        all.extend(chains::gum()?);
        all.extend(chains::own()?);
        return learn(&all, &validation);
    }
    let mut tally = Tally::default();
    for own in &all {
        tally.count(own, &Read::shipped(own));
    }
    println!("{tally}");
    let mut gap = Tally::default();
    validation.iter().for_each(|own| gap.count(own, &Read::shipped(own)));
    println!("GAP validation\n{gap}");
    Ok(())
}

fn fold(own: &Chains) -> usize {
    core::word(own.id.as_bytes()) as usize / 7 % FOLDS
}

fn learn(all: &[Chains], validation: &[Chains]) -> Result<(), Box<dyn Error>> {
    let mut nets = vec![Ranker(vec![0.0; core::mention::WEIGHTS]); FOLDS];
    for round in 0..ROUNDS {
        let folds: Vec<Ranker> = (0..FOLDS)
            .map(|left_out| {
                let kept = all.iter().filter(|own| fold(own) != left_out);
                ranker::learn(&examples(kept, &nets[left_out]))
            })
            .collect();
        let mut scored = Vec::new();
        for (own, net) in all.iter().map(|own| (own, &folds[fold(own)])) {
            scored.extend(judged(own, net));
        }
        println!("round {round}");
        curve(&scored);
        nets = folds;
    }
    // Links in held-out texts are what the net will meet.
    let every: Vec<Example> = (0..FOLDS)
        .flat_map(|own| examples(all.iter().filter(|text| fold(text) == own), &nets[own]))
        .collect();
    let net = ranker::learn(&every);
    let mut tally = Tally::default();
    for own in all.iter().filter(|own| own.corpus != Corpus::Gum) {
        tally.count(own, &Read::new(own, &nets[fold(own)]));
    }
    println!("cross-validation\n{tally}");
    let mut gap = Tally::default();
    validation.iter().for_each(|own| gap.count(own, &Read::new(own, &net)));
    println!("GAP validation\n{gap}");
    fs::write(OUT, ranker::file(&net))?;
    Ok(())
}

fn examples<'a>(all: impl Iterator<Item = &'a Chains>, net: &Ranker) -> Vec<Example> {
    all.flat_map(|own| {
        let read = Read::new(own, net);
        let found = read.asked.into_iter().filter_map(|asked| asked.example);
        found.collect::<Vec<_>>()
    })
    .collect()
}

/// A pronoun: how sure the net is of the best candidate, and whether that candidate is right.
struct Judged {
    corpus: Corpus,
    sure: f32,
    right: bool,
    told: bool,
    personal: bool,
}

fn judged(own: &Chains, net: &Ranker) -> Vec<Judged> {
    let read = Read::new(own, net);
    let of = |asked: Asked| {
        let example = asked.example?;
        let rows: Vec<_> = example.rows.iter().collect();
        let chances = net.chances(&rows, &example.context);
        let (_, rows) = chances.split_last()?;
        let best = (0..rows.len()).max_by(|a, b| rows[*a].total_cmp(&rows[*b]));
        let told = example.right.iter().any(|right| *right);
        let personal = example.context[2] > 0.0;
        let (sure, right) = best.map_or((0.0, false), |best| (rows[best], example.right[best]));
        Some(Judged { corpus: own.corpus, sure, right, told, personal })
    };
    read.asked.into_iter().filter_map(of).collect()
}

fn curve(scored: &[Judged]) {
    for (corpus, personal) in [
        (Corpus::Read, false),
        (Corpus::Read, true),
        (Corpus::Own, false),
        (Corpus::Gap, true),
        (Corpus::Gum, true),
    ] {
        let asked = |own: &&Judged| own.corpus == corpus && (own.personal || !personal);
        let own: Vec<&Judged> = scored.iter().filter(asked).collect();
        let told = own.iter().filter(|own| own.told).count().max(1);
        print!("{corpus:?}: {} pronouns, {told} with a right candidate:", own.len());
        for least in [0.0, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95] {
            let taken = own.iter().filter(|own| own.sure >= least);
            let (right, wrong): (Vec<&&Judged>, Vec<_>) = taken.partition(|own| own.right);
            let share = 100.0 * right.len() as f32 / told as f32;
            print!("  {least}: {share:.1} % right, {} wrong", wrong.len());
        }
        println!();
    }
}

/// A text as the resolver read it.
pub struct Read {
    /// What the resolver found in it.
    pub studied: Studied,
    /// Its attributions.
    pub attributions: Vec<Attribution>,
    /// Its pronouns.
    pub asked: Vec<Asked>,
}

/// A pronoun whose antecedent is asked for.
pub struct Asked {
    /// Where it stands.
    pub span: Span,
    /// Whether it was linked right; none if it was left open.
    pub right: Option<bool>,
    /// Whether words are credited to it.
    pub says: bool,
    example: Option<Example>,
}

impl Read {
    /// Reads a text with the ranker that ships.
    pub fn shipped(own: &Chains) -> Self {
        Self::new(own, &RANKER)
    }

    fn new(own: &Chains, net: &Ranker) -> Self {
        let document = Document::new(&own.text, &[]);
        let mut attributions: Vec<Attribution> = match own.corpus {
            Corpus::Read => own.said.iter().map(attribution).collect(),
            Corpus::Own if !own.said.is_empty() => own.said.iter().map(attribution).collect(),
            _ => core::attributions(&document),
        };
        let studied = core::study(&document, &mut attributions, net);
        let labels = labels(own, &studied);
        let mut at: HashMap<Span, &(Choice, Option<usize>)> = HashMap::new();
        for choice in &studied.choices {
            at.entry(document.span(choice.0.at..choice.0.at + 1)).or_insert(choice);
        }
        let ask = |(span, who): &(Span, Option<String>)| {
            at.get(span).map(|(choice, taken)| {
                asked(own, *span, who.as_deref(), choice, *taken, &labels, &studied)
            })
        };
        let asked = own.asked.iter().filter_map(ask).collect();
        Self { studied, attributions, asked }
    }
}

fn attribution(said: &chains::Said) -> Attribution {
    let start = said.content.first().map_or(0, |own| own.start);
    let cue = said.cue.unwrap_or(Span::new(start, start));
    Attribution {
        sources: said.source.into_iter().collect(),
        cue: Cue { span: cue, lemma: String::new() },
        contents: said.content.clone(),
        source: None,
        act: saidso::Act::default(),
        form: saidso::Form::default(),
        stance: saidso::Stance::default(),
        parent: None,
        confidence: 1.0,
        reasons: Vec::new(),
    }
}

/// The gold label of each entity, where known.
fn labels(own: &Chains, studied: &Studied) -> Vec<Option<String>> {
    let label = |mentions: &Vec<Span>| {
        let words = |span: &&Span| !is_pronoun(span.of(&own.text));
        let mut votes: HashMap<&str, usize> = HashMap::new();
        for mention in mentions.iter().filter(words) {
            if let Some((who, vote)) = whose(own, *mention) {
                *votes.entry(who).or_default() += vote;
            }
        }
        let mut votes: Vec<_> = votes.into_iter().collect();
        votes.sort_by_key(|(who, times)| (*times, *who));
        votes.last().map(|(who, _)| (*who).to_owned())
    };
    studied.mentions.iter().map(label).collect()
}

/// The minimum similarity of two spans that begin or end together.
const ALIGNED: f32 = 0.6;

fn whose(own: &Chains, mention: Span) -> Option<(&str, usize)> {
    let shared = |other: Span| {
        let both = mention.end.min(other.end).saturating_sub(mention.start.max(other.start));
        let either = mention.end.max(other.end) - mention.start.min(other.start);
        // `Councillor Ana Li` and `Ana Li`, `a teacher` and `a teacher who`.
        let aligned = both > 0 && (mention.start == other.start || mention.end == other.end);
        let least = if aligned { ALIGNED } else { 0.0 };
        (both as f32 / either.max(1) as f32).max(least)
    };
    let best = own.known.iter().max_by(|a, b| shared(a.0).total_cmp(&shared(b.0)));
    let place = best.filter(|(span, _)| shared(*span) >= 0.6).map(|(_, who)| (&**who, 3));
    place.or_else(|| named(own, mention.of(&own.text)).map(|who| (who, 1)))
}

/// The gold entity of a name, by its words alone.
fn named<'a>(own: &'a Chains, name: &str) -> Option<&'a str> {
    whose_name(own, name).last().copied()
}

fn whose_name<'a>(own: &'a Chains, name: &str) -> Vec<&'a str> {
    let mine = words(name);
    let fit = |known: &str| {
        let head = known.split([',', '(']).next().unwrap_or(known);
        let theirs = words(head.split(" who ").next().unwrap_or(head));
        let both = mine.iter().filter(|word| theirs.contains(word)).count() as f32;
        let least = mine.len().min(theirs.len()).max(1) as f32;
        let either = (mine.len() + theirs.len()) as f32 - both;
        if both < least { 0.0 } else { 1.0 + both / either.max(1.0) }
    };
    let best = |names: &[String]| names.iter().map(|own| fit(own)).fold(0.0, f32::max);
    let all: Vec<_> = own.names.iter().map(|(who, names)| (best(names), &**who)).collect();
    let most = all.iter().map(|own| own.0).fold(1.0, f32::max);
    all.into_iter().filter(|(fit, _)| *fit >= most).map(|(_, who)| who).collect()
}

const SMALL: [&str; 22] = [
    "the",
    "a",
    "an",
    "of",
    "for",
    "in",
    "on",
    "and",
    "mr",
    "mrs",
    "ms",
    "dr",
    "sir",
    "sen",
    "rep",
    "president",
    "minister",
    "prime",
    "former",
    "his",
    "her",
    "their",
];

/// The distinctive words of a name.
pub fn words(name: &str) -> Vec<String> {
    let lower = name.to_lowercase().replace("’s", "").replace("'s", "");
    let words = lower.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.filter(|word| !SMALL.contains(word)).map(str::to_owned).collect()
}

const PRONOUNS: [&str; 24] = [
    "he", "she", "they", "it", "who", "which", "i", "we", "his", "her", "their", "its", "him",
    "them", "that", "this", "these", "those", "you", "my", "our", "one", "whom", "himself",
];

/// Whether words are a pronoun.
pub fn is_pronoun(words: &str) -> bool {
    PRONOUNS.contains(&&*words.to_lowercase())
}

fn asked(
    own: &Chains,
    span: Span,
    who: Option<&str>,
    choice: &Choice,
    taken: Option<usize>,
    labels: &[Option<String>],
    studied: &Studied,
) -> Asked {
    let name = |at: usize| {
        studied.mentions.get(at).and_then(|m| m.first()).map_or("", |m| m.of(&own.text)).to_owned()
    };
    let label = |entity: usize| labels.get(entity).and_then(Option::as_deref);
    // A pronoun that is neither of two names is only known not to be these.
    let neither = own.corpus == Corpus::Gap && who.is_none();
    let by_name = |entity: usize| {
        !own.said.is_empty()
            && who.is_some()
            && whose_name(own, &name(entity)).contains(&who.unwrap_or(""))
    };
    let is = |entity: usize| {
        if neither { label(entity).is_none() } else { label(entity) == who || by_name(entity) }
    };
    let told = who.is_some() || neither;
    let right: Vec<bool> = choice.candidates.iter().map(|own| told && is(own.entity)).collect();
    let nobody = neither || !right.contains(&true);
    let example = Example {
        rows: choice.candidates.iter().map(|own| own.features).collect(),
        context: choice.context,
        right,
        nobody,
        weight: match own.corpus {
            Corpus::Read => 4.0,
            Corpus::Gap | Corpus::Gum => 0.5,
            Corpus::Own => 2.0,
        },
    };
    Asked {
        span,
        // In GAP, a link counts only if it goes to one of the two names.
        right: taken
            .filter(|at| own.corpus != Corpus::Gap || label(*at).is_some())
            .map(|entity| told && is(entity)),
        says: choice.context[1] > 0.0,
        // If no words of the entity are known, no candidate can be known to be right.
        example: Some(example)
            .filter(|_| own.is_known(who))
            .filter(|_| choice.context[2] + choice.context[3] + choice.context[4] > 0.0),
    }
}
