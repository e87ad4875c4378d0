//! Owns reading texts that were written for this project, with their attributions marked in them.
//!
//! In `{s1@ana Ana Brook} {c1 said} {k1 it was late}`, `s` is a source, `c` a cue, `k` a piece of a content.
//! Marks with the same number belong together; marks may be nested. After `@` stands the entity, if the text
//! was written for coreference. `{u …}` is a quotation without its own cue; its words have no gold label.

use std::{
    collections::{BTreeMap, BTreeSet},
    error::Error,
    fs,
};

use crate::articles::{Article, Labelled, Named, Pair};

/// The file that holds the texts.
const PATH: &str = "train/labels/forms.txt";

/// The kinds of texts that are kept out of training, in `train/labels/held`.
pub const HELD: [&str; 6] = ["articles", "contents", "deeds", "headlines", "interviews", "sources"];

/// Reads all texts to learn from.
pub fn read() -> Result<Vec<Article>, Box<dyn Error>> {
    texts(PATH)
}

/// Reads the texts of a kind that are kept out of training.
pub fn held(kind: &str) -> Result<Vec<Article>, Box<dyn Error>> {
    texts(&format!("train/labels/held/{kind}.txt"))
}

fn texts(path: &str) -> Result<Vec<Article>, Box<dyn Error>> {
    let file = fs::read_to_string(path).map_err(|error| format!("{path}: {error}"))?;
    let article = |(at, marked): (usize, &str)| {
        article(at + 1, marked.trim_matches('\n'))
            .ok_or_else(|| format!("{path}: malformed marks in text {}", at + 1).into())
    };
    file.split("\n---\n").enumerate().map(article).collect()
}

/// The marks of one number.
#[derive(Default)]
struct Marks {
    who: Option<String>,
    source: Option<Pair>,
    cue: Option<Pair>,
    content: Vec<Pair>,
}

/// Reads a text and takes out its marks; none if they are malformed.
fn article(number: usize, marked: &str) -> Option<Article> {
    let (mut text, mut at) = (String::with_capacity(marked.len()), 0);
    let mut open: Vec<(&str, usize)> = Vec::new();
    let mut found: BTreeMap<u32, Marks> = BTreeMap::new();
    let mut unknown = Vec::new();
    let mut rest = marked;
    while let Some(mark) = rest.find(['{', '}']) {
        let (plain, behind) = rest.split_at(mark);
        text.push_str(plain);
        at += plain.chars().count();
        if let Some(inside) = behind.strip_prefix('{') {
            let (name, words) = inside.split_once(' ')?;
            open.push((name, at));
            rest = words;
            continue;
        }
        rest = &behind[1..];
        let (name, start) = open.pop()?;
        if name == "u" {
            unknown.push((start, at));
        } else {
            take(name, (start, at), &mut found)?;
        }
    }
    text.push_str(rest);
    let is_whole = |marks: &Marks| marks.cue.is_some() && !marks.content.is_empty();
    if !open.is_empty() || !found.values().all(is_whole) {
        return None;
    }
    let who: BTreeSet<String> = found.values().filter_map(|marks| marks.who.clone()).collect();
    let named = |id| Named { id, name: String::new(), also: Vec::new() };
    let sources = who.into_iter().map(named).collect();
    let attributions = labelled(found.into_values().collect(), unknown);
    Some(Article { id: format!("form{number}"), text, sources, attributions })
}

/// Notes a mark with the others of its number.
fn take(name: &str, pair: Pair, found: &mut BTreeMap<u32, Marks>) -> Option<()> {
    let (name, who) = name.split_once('@').map_or((name, None), |(name, who)| (name, Some(who)));
    let (part, number) = name.split_at_checked(1)?;
    let marks = found.entry(number.parse().ok()?).or_default();
    match part {
        "s" => {
            marks.source = Some(pair);
            marks.who = who.map(str::to_owned);
        }
        "c" => marks.cue = Some(pair),
        "k" => marks.content.push(pair),
        _ => return None,
    }
    Some(())
}

/// The attributions in the form that articles have.
fn labelled(all: Vec<Marks>, unknown: Vec<Pair>) -> Vec<Labelled> {
    let contents: Vec<Pair> = all.iter().flat_map(|marks| marks.content.clone()).collect();
    let is_inside = |(start, end): Pair| contents.iter().any(|own| own.0 <= start && end <= own.1);
    let attribution = |mut marks: Marks| {
        marks.content.sort_unstable();
        let flags = if marks.cue.is_some_and(is_inside) { "n" } else { "" };
        let Marks { who, source, cue, content } = marks;
        Labelled { source: who, source_span: source, cue, content, flags: flags.to_owned() }
    };
    let goes_on = |content| Labelled {
        source: None,
        source_span: None,
        cue: None,
        content: vec![content],
        flags: "c".to_owned(),
    };
    let mut attributions: Vec<Labelled> = all.into_iter().map(attribution).collect();
    attributions.sort_by_key(|own| own.cue);
    attributions.extend(unknown.into_iter().map(goes_on));
    attributions
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_are_taken_out_and_tell_what_belongs_together() {
        let marked =
            "{k1 “Nó,”} {s1@li Li} {c1 said}. {k1 “{s2 She} {c2 says} {k2 so}.”}\n\n{u “Yes.”}";
        let article = article(7, marked).unwrap_or_else(|| panic!("{marked} is well marked"));
        assert_eq!(article.text, "“Nó,” Li said. “She says so.”\n\n“Yes.”");
        let words = |(start, end): &Pair| -> String {
            article.text.chars().skip(*start).take(end - start).collect()
        };
        let [outer, inner, open] = &article.attributions[..] else { panic!("three are marked") };
        assert_eq!(outer.source_span.as_ref().map(words).as_deref(), Some("Li"));
        assert_eq!(outer.source.as_deref(), Some("li"));
        assert_eq!(
            outer.content.iter().map(words).collect::<Vec<_>>(),
            ["“Nó,”", "“She says so.”"]
        );
        assert!(inner.has("n") && !outer.has("n"));
        assert_eq!((open.cue, words(&open.content[0])), (None, "“Yes.”".to_owned()));
        assert_eq!(article.sources.len(), 1);
    }

    #[test]
    fn held_texts_are_well_marked_and_not_among_those_to_learn_from() {
        let labels = concat!(env!("CARGO_MANIFEST_DIR"), "/labels");
        let read = |name: &str| match texts(&format!("{labels}/{name}.txt")) {
            Ok(texts) => texts,
            Err(error) => panic!("{error}"),
        };
        let learnt: BTreeSet<String> = read("forms").into_iter().map(|own| own.text).collect();
        for kind in HELD {
            let texts = read(&format!("held/{kind}"));
            assert!(texts.iter().all(|own| !learnt.contains(&own.text)), "{kind}");
        }
    }

    #[test]
    fn what_is_not_well_formed_is_refused() {
        for marked in ["{s1 Li", "Li}", "{x1 Li} {c1 said} {k1 no}", "{s1 Li} {k1 no}", "{c1 said}"]
        {
            assert!(article(1, marked).is_none(), "{marked}");
        }
    }
}
