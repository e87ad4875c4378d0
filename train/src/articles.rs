//! Owns the articles that a reader has labelled in full: who is credited, in which words, with what.
//!
//! Those of the corpus come with their texts. Those labelled for this project are kept as offsets only
//! (`train/labels/read.jsonl`); their texts come from the news corpus.

use std::{
    collections::HashMap,
    error::Error,
    fs::File,
    io::{BufRead, BufReader},
    path::Path,
};

use serde::{Deserialize, de::DeserializeOwned};

use crate::attribution::CORPORA;

/// An article with its labels. Offsets count Unicode scalar values.
#[derive(Deserialize)]
pub struct Article {
    /// Its name.
    pub id: String,
    /// The text.
    pub text: String,
    /// Whom the attributions are credited to.
    pub sources: Vec<Named>,
    /// The attributions in text order.
    pub attributions: Vec<Labelled>,
}

/// Whom attributions are credited to.
#[derive(Deserialize)]
pub struct Named {
    /// What the attributions call it.
    pub id: String,
    /// Its name, as the reader or the text writes it; empty if neither does.
    pub name: String,
    /// Its other names.
    pub also: Vec<String>,
}

/// A half-open range of offsets.
pub type Pair = (usize, usize);

/// An attribution as the reader wrote it down.
#[derive(Deserialize)]
pub struct Labelled {
    /// Who is credited; none where nobody is.
    pub source: Option<String>,
    /// The words that name the source; none where an earlier attribution goes on.
    pub source_span: Option<Pair>,
    /// The cue.
    pub cue: Option<Pair>,
    /// The pieces of the content.
    pub content: Vec<Pair>,
    /// Letters that say more about it, separated by commas.
    pub flags: String,
}

impl Labelled {
    /// Whether a flag is set.
    pub fn has(&self, flag: &str) -> bool {
        self.flags.split(',').any(|own| own.trim() == flag)
    }
}

/// Labels kept as offsets: the first `chars` scalar values of the article of that name are labelled;
/// `sources` holds, for each source, the places in the text that name it.
#[derive(Deserialize)]
struct Offsets {
    id: String,
    chars: usize,
    sources: Vec<Vec<Pair>>,
    attributions: Vec<Numbered>,
}

/// An attribution whose source has a number.
#[derive(Deserialize)]
struct Numbered {
    source: Option<usize>,
    source_span: Option<Pair>,
    cue: Option<Pair>,
    content: Vec<Pair>,
    flags: String,
}

/// The file of the labels made for this project.
const OWN: &str = "train/labels/read.jsonl";

/// All labelled articles.
pub fn read() -> Result<Vec<Article>, Box<dyn Error>> {
    Ok([corpus()?, own()?].into_iter().flatten().collect())
}

/// Those of the corpus.
pub fn corpus() -> Result<Vec<Article>, Box<dyn Error>> {
    lines(&Path::new(CORPORA).join("read/train.jsonl"))
}

/// Those labelled for this project.
pub fn own() -> Result<Vec<Article>, Box<dyn Error>> {
    let corpora = Path::new(CORPORA);
    let own: Vec<Offsets> = lines(Path::new(OWN))?;
    let mut articles = Vec::new();
    let mut texts: HashMap<String, String> = HashMap::new();
    for name in ["free", "research"] {
        let news: Vec<Text> = lines(&corpora.join("news").join(name).with_extension("jsonl"))?;
        texts.extend(news.into_iter().map(|own| (own.id, own.text)));
    }
    for labels in own {
        let text = texts.get(&labels.id).ok_or_else(|| format!("{OWN}: no {}", labels.id))?;
        articles.push(article(labels, text));
    }
    Ok(articles)
}

#[derive(Deserialize)]
struct Text {
    id: String,
    text: String,
}

fn lines<T: DeserializeOwned>(path: &Path) -> Result<Vec<T>, Box<dyn Error>> {
    let file = File::open(path).map_err(|error| format!("{}: {error}", path.display()))?;
    BufReader::new(file).lines().map(|line| Ok(serde_json::from_str(&line?)?)).collect()
}

fn article(labels: Offsets, text: &str) -> Article {
    let text: Vec<char> = text.chars().take(labels.chars).collect();
    let words = |&(start, end): &Pair| -> String {
        text.get(start..end).unwrap_or_default().iter().collect()
    };
    let source = |(number, places): (usize, &Vec<Pair>)| {
        let mut names = places.iter().map(words);
        let name = names.next().unwrap_or_default();
        Named { id: number.to_string(), name, also: names.collect() }
    };
    let sources = labels.sources.iter().enumerate().map(source).collect();
    let attribution = |own: Numbered| Labelled {
        source: own.source.map(|number| number.to_string()),
        source_span: own.source_span,
        cue: own.cue,
        content: own.content,
        flags: own.flags,
    };
    let attributions = labels.attributions.into_iter().map(attribution).collect();
    Article { id: labels.id, text: text.iter().collect(), sources, attributions }
}
