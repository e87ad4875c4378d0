//! Owns looking up the texts of labelled sentences: in treebanks by sentence id, in articles by characters.

use std::{collections::HashMap, error::Error, fs};

use serde::Deserialize;

/// The texts of a corpus.
pub struct Texts {
    /// The sentences of a treebank by id; empty if the corpus has articles.
    sentences: HashMap<String, String>,
    articles: HashMap<String, String>,
}

#[derive(Deserialize)]
struct Article {
    id: String,
    text: String,
}

impl Texts {
    /// The texts of `gum`, `ewt`, `news` or `research`.
    pub fn read(corpus: &str) -> Result<Self, Box<dyn Error>> {
        let (mut sentences, mut articles) = (HashMap::new(), HashMap::new());
        let file = match corpus {
            "news" => Some("free"),
            "research" => Some("research"),
            _ => None,
        };
        if let Some(file) = file {
            let file = fs::read_to_string(format!("../shared/corpora/news/{file}.jsonl"))?;
            for line in file.lines() {
                let Article { id, text } = serde_json::from_str(line)?;
                articles.insert(id, text);
            }
        } else {
            for part in ["train", "dev"] {
                let bank = format!("../shared/corpora/ud/en_{corpus}-{part}.conllu");
                treebank(&fs::read_to_string(bank)?, &mut sentences);
            }
        }
        Ok(Self { sentences, articles })
    }

    /// An article of the news.
    pub fn article(&self, id: &str) -> Option<&str> {
        self.articles.get(id).map(String::as_str)
    }

    /// The sentence that an id names, and the article it is from: `GUM_news_crane-12`, or `senate-1:40-95`, a
    /// half-open range of characters.
    pub fn find<'i>(&self, id: &'i str) -> Option<(String, &'i str)> {
        if let Some(text) = self.sentences.get(id) {
            return Some((text.clone(), id.rsplit_once('-').map_or(id, |(article, _)| article)));
        }
        let (article, span) = id.rsplit_once(':')?;
        let (start, end) = span.split_once('-')?;
        let (start, end): (usize, usize) = (start.parse().ok()?, end.parse().ok()?);
        let text = self.articles.get(article)?.chars().skip(start).take(end.checked_sub(start)?);
        let words = text.collect::<String>();
        Some((words.split_whitespace().collect::<Vec<_>>().join(" "), article))
    }
}

fn treebank(bank: &str, sentences: &mut HashMap<String, String>) {
    let mut id = "";
    for line in bank.lines() {
        if let Some(found) = line.strip_prefix("# sent_id = ") {
            id = found;
        } else if let Some(text) = line.strip_prefix("# text = ") {
            sentences.insert(id.to_owned(), text.to_owned());
        }
    }
}
