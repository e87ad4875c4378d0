//! Owns reading coreference data: articles with the gold source of each attribution, the names and pronouns
//! of GAP, and the coreference chains of a treebank, all as mentions with their entities.

use std::{collections::HashMap, error::Error, fs, path::Path};

use saidso::Span;

use crate::{
    articles::{self, Article, Named, Pair},
    attribution::CORPORA,
    forms,
    mentions::is_pronoun,
};

/// A text with mentions whose entities are known.
pub struct Chains {
    /// Its name, which decides its fold.
    pub id: String,
    /// Which corpus it is from.
    pub corpus: Corpus,
    /// The text.
    pub text: String,
    /// Each attribution of a labelled article: source, cue, content, entity.
    pub said: Vec<Said>,
    /// Mentions with their entity.
    pub known: Vec<(Span, String)>,
    /// Pronouns to be linked: each with its entity, or none if it is none of those that are known.
    pub asked: Vec<(Span, Option<String>)>,
    /// The names of the entities.
    pub names: Vec<(String, Vec<String>)>,
}

impl Chains {
    /// Whether some words of an entity are known, apart from pronouns; true if there is no entity.
    pub fn is_known(&self, who: Option<&str>) -> bool {
        let Some(who) = who else { return true };
        let words = |span: &Span| !is_pronoun(span.of(&self.text));
        self.known.iter().any(|(span, own)| own == who && words(span))
            || self.names.iter().any(|(own, names)| own == who && !names.is_empty())
    }
}

/// A corpus.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Corpus {
    /// Articles labelled by a reader.
    Read,
    /// Ambiguous pronouns from Wikipedia.
    Gap,
    /// A treebank.
    Gum,
    /// Texts written for this project.
    Own,
}

/// An attribution of an article.
pub struct Said {
    /// The words that name the source.
    pub source: Option<Span>,
    /// The cue.
    pub cue: Option<Span>,
    /// What is said.
    pub content: Vec<Span>,
    /// The entity that says it.
    pub who: Option<String>,
}

/// Reads the labelled articles.
pub fn read() -> Result<Vec<Chains>, Box<dyn Error>> {
    Ok(articles::read()?.into_iter().map(article).collect())
}

fn article(Article { id, text, sources, attributions }: Article) -> Chains {
    let bytes = bytes(&text);
    let span = |&(start, end): &Pair| Span::new(bytes[start], bytes[end]);
    let said: Vec<Said> = attributions
        .iter()
        .map(|own| Said {
            source: own.source_span.as_ref().map(span),
            cue: own.cue.as_ref().map(span),
            content: own.content.iter().map(span).collect(),
            who: own.source.clone().filter(|who| who != "-"),
        })
        .collect();
    let own = |said: &Said| Some((said.source?, said.who.clone()));
    let asked = said.iter().filter_map(own).collect();
    let known = said.iter().filter_map(|said| Some((said.source?, said.who.clone()?))).collect();
    // Besides the names that the reader gave, the words by which the text credits a source.
    let named = |own: &Named| -> Vec<String> {
        let its = |said: &&Said| said.who.as_ref() == Some(&own.id);
        let spans = said.iter().filter(its).filter_map(|said| said.source);
        spans.map(|span| span.of(&text).to_owned()).filter(|words| !is_pronoun(words)).collect()
    };
    let names = |own: Named| {
        let given = [vec![own.name.clone()], own.also.clone()].concat();
        let given = given.into_iter().filter(|name| !name.is_empty());
        let names = given.chain(named(&own)).collect();
        (own.id, names)
    };
    let names: Vec<_> = sources.into_iter().map(names).collect();
    Chains { id, corpus: Corpus::Read, text, said, known, asked, names }
}

/// Reads a part of GAP, `development` or `validation`.
pub fn gap(part: &str) -> Result<Vec<Chains>, Box<dyn Error>> {
    let file = open(&format!("coref/gap-{part}.tsv"))?;
    file.lines().skip(1).map(|line| snippet(line).ok_or_else(|| line.into())).collect()
}

fn snippet(line: &str) -> Option<Chains> {
    let columns: Vec<&str> = line.split('\t').collect();
    let [id, text, pronoun, at, a, a_at, a_is, b, b_at, b_is, ..] = columns[..] else {
        return None;
    };
    let bytes = bytes(text);
    let span = |word: &str, at: &str| {
        let start = bytes[at.parse::<usize>().ok()?];
        Some(Span::new(start, start + word.len()))
    };
    let who = match (a_is, b_is) {
        ("TRUE", _) => Some("A".to_owned()),
        (_, "TRUE") => Some("B".to_owned()),
        _ => None,
    };
    Some(Chains {
        id: id.to_owned(),
        corpus: Corpus::Gap,
        text: text.to_owned(),
        said: Vec::new(),
        known: vec![(span(a, a_at)?, "A".to_owned()), (span(b, b_at)?, "B".to_owned())],
        asked: vec![(span(pronoun, at)?, who)],
        names: vec![("A".into(), vec![a.into()]), ("B".into(), vec![b.into()])],
    })
}

/// The file of the short texts written for this project.
const OWN: &str = "train/labels/who.txt";

/// Reads the texts of this project: short ones as in `{li Ana Li} left. {li She} spoke.`, and articles.
pub fn own() -> Result<Vec<Chains>, Box<dyn Error>> {
    let short = short(OWN)?.into_iter();
    // In texts that were not written for coreference, no source has an id.
    let whole = forms::read()?.into_iter().filter(|own| !own.sources.is_empty());
    let whole = whole.map(|own| Chains { corpus: Corpus::Own, ..article(own) });
    Ok(short.chain(whole).collect())
}

/// Texts in which pronouns are to be linked, kept out of training.
pub fn held() -> Result<Vec<Chains>, Box<dyn Error>> {
    short("train/labels/held/who.txt")
}

fn short(path: &str) -> Result<Vec<Chains>, Box<dyn Error>> {
    let file = fs::read_to_string(path).map_err(|error| format!("{path}: {error}"))?;
    let texts = file.split("\n---\n").enumerate();
    Ok(texts.map(|(number, text)| marked(number, text.trim())).collect())
}

fn marked(number: usize, marked: &str) -> Chains {
    let (mut text, mut known, mut asked) = (String::new(), Vec::new(), Vec::new());
    let mut rest = marked;
    while let Some((plain, mention)) = rest.split_once('{') {
        text += plain;
        let (mention, after) = mention.split_once('}').unwrap_or((mention, ""));
        let (who, words) = mention.split_once(' ').unwrap_or(("-", mention));
        let span = Span::new(text.len(), text.len() + words.len());
        text += words;
        let who = Some(who.to_owned()).filter(|who| who != "-");
        if PRONOUNS.contains(&&*words.to_lowercase()) || words.eq_ignore_ascii_case("their") {
            asked.push((span, who.clone()));
        }
        known.extend(who.map(|who| (span, who)));
        rest = after;
    }
    text += rest;
    let id = format!("own{number}");
    Chains { id, corpus: Corpus::Own, text, said: Vec::new(), known, asked, names: Vec::new() }
}

/// Reads the treebank's documents except its news, which is kept for evaluation.
pub fn gum() -> Result<Vec<Chains>, Box<dyn Error>> {
    let file = open("ud/en_gum-train.conllu")?;
    let documents = file.split("# newdoc id = ").skip(1);
    Ok(documents.filter(|own| !own.starts_with("GUM_news")).map(document).collect())
}

fn document(lines: &str) -> Chains {
    let (id, lines) = lines.split_once('\n').unwrap_or((lines, ""));
    let mut text = String::new();
    let (mut open, mut known): (HashMap<String, Vec<usize>>, _) = (HashMap::new(), Vec::new());
    let mut spaced = true;
    for line in lines.lines() {
        if line.starts_with("# newpar") && !line.starts_with("# newpar_block") {
            text += if text.is_empty() { "" } else { "\n\n" };
            spaced = true;
        }
        let columns: Vec<&str> = line.split('\t').collect();
        let [number, form, .., misc] = columns[..] else { continue };
        if number.contains(['-', '.']) {
            continue;
        }
        if !spaced {
            text.push(' ');
        }
        let start = text.len();
        text += form;
        spaced = misc.split('|').any(|own| own == "SpaceAfter=No");
        let marks = misc.split('|').find_map(|own| own.strip_prefix("Entity=")).unwrap_or("");
        brackets(marks, start, text.len(), &mut open, &mut known);
    }
    let pronoun = |(span, _): &&(Span, String)| PRONOUNS.contains(&&*span.of(&text).to_lowercase());
    let asked = known.iter().filter(pronoun).map(|(s, who)| (*s, Some(who.clone()))).collect();
    let (said, names) = (Vec::new(), Vec::new());
    Chains { id: id.trim().to_owned(), corpus: Corpus::Gum, text, said, known, asked, names }
}

/// The pronouns whose antecedents are asked for.
const PRONOUNS: [&str; 10] =
    ["he", "him", "his", "himself", "she", "her", "hers", "herself", "they", "it"];

/// Reads `(12-person-new…)`, `(12-…` and `12)`.
fn brackets(
    marks: &str,
    start: usize,
    end: usize,
    open: &mut HashMap<String, Vec<usize>>,
    known: &mut Vec<(Span, String)>,
) {
    let mut rest = marks;
    while !rest.is_empty() {
        let opens = rest.starts_with('(');
        let body = rest.trim_start_matches('(');
        let stop = body.find(['(', ')']).unwrap_or(body.len());
        let closes = body[stop..].starts_with(')');
        let who = body[..stop].split('-').next().unwrap_or("").to_owned();
        if opens {
            open.entry(who.clone()).or_default().push(start);
        }
        if closes && let Some(start) = open.get_mut(&who).and_then(Vec::pop) {
            known.push((Span::new(start, end), who));
        }
        rest = &body[stop + usize::from(closes)..];
    }
}

fn bytes(text: &str) -> Vec<usize> {
    let mut bytes: Vec<usize> = text.char_indices().map(|(at, _)| at).collect();
    bytes.push(text.len());
    bytes
}

fn open(name: &str) -> Result<String, Box<dyn Error>> {
    let path = Path::new(CORPORA).join(name);
    Ok(fs::read_to_string(&path).map_err(|error| format!("{}: {error}", path.display()))?)
}
