//! Annotates the article in `../shared/seed` and compares the report with what a careful reader
//! marked there, `expected.json`.
//!
//! The article belongs to its publisher and stays outside the project; where that folder is
//! absent, the test says that it was skipped.

#![allow(clippy::panic, clippy::unwrap_used, reason = "a test fails by panicking")]

#[path = "seed/expected.rs"]
mod expected;
#[path = "seed/words.rs"]
mod words;

use std::{
    collections::BTreeSet,
    fs,
    io::{self, Write},
    path::Path,
};

use expected::{Expected, Marked};
use saidso::{Attribution, BlockKind, Certainty, Options, Report, Sentence, Span, annotate};
use words::Words;

#[test]
fn the_seed_article_is_annotated_as_a_careful_reader_would() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/seed");
    if !folder.exists() {
        // Past the test harness, which keeps what `println!` says to itself.
        writeln!(io::stdout(), "seed: skipped, ../shared/seed is absent").unwrap();
        return;
    }
    let text = fs::read_to_string(folder.join("article.txt")).unwrap();
    let json = fs::read_to_string(folder.join("expected.json")).unwrap();
    let expected: Expected = serde_json::from_str(&json).unwrap();
    let report = annotate(&text, &Options::default());
    let seed = Seed { words: Words::new(&text), text: &text, expected, report };
    let wrong = [seed.structure(), seed.attributions(), seed.hedges(), seed.claims()].concat();
    assert!(wrong.is_empty(), "{} wrong\n{}", wrong.len(), wrong.join("\n"));
}

struct Seed<'t> {
    text: &'t str,
    words: Words,
    expected: Expected,
    report: Report,
}

impl Seed<'_> {
    fn structure(&self) -> Vec<String> {
        let mut wrong = Vec::new();
        let sentences: Vec<[usize; 2]> = self.prose().map(|s| self.words.place(s.span)).collect();
        for missing in self.expected.sentences.iter().filter(|s| !sentences.contains(s)) {
            wrong.push(format!("no such sentence: {}", self.quote(*missing)));
        }
        for more in sentences.iter().filter(|s| !self.expected.sentences.contains(s)) {
            wrong.push(format!("a sentence too many: {}", self.quote(*more)));
        }
        let kind = |kind| if kind == BlockKind::Byline { "byline" } else { "credit" };
        let apart = self.report.blocks.iter().filter(|block| !block.kind.is_prose());
        let apart: Vec<_> = apart.map(|b| (kind(b.kind), self.words.place(b.span))).collect();
        let expected = self.expected.blocks.iter().map(|b| (b.kind.as_str(), [b.start, b.end]));
        if apart != expected.collect::<Vec<_>>() {
            wrong.push(format!("blocks apart: {apart:?}"));
        }
        wrong
    }

    fn prose(&self) -> impl Iterator<Item = &Sentence> {
        let blocks = &self.report.blocks;
        self.report.sentences.iter().filter(|sentence| blocks[sentence.block].kind.is_prose())
    }

    fn attributions(&self) -> Vec<String> {
        let expected = &self.expected.attributions;
        let (mut wrong, mut taken) = (Vec::new(), Vec::new());
        for marked in expected.required.iter().chain(&expected.nested) {
            match self.linked(marked, &taken) {
                None => wrong.push(format!("no attribution: {}", self.show(marked))),
                Some(found) => {
                    taken.push(found);
                    wrong.extend(self.resolved(marked, found));
                    wrong.extend(self.nested(marked, found));
                }
            }
        }
        let mut counted = taken.clone();
        counted.sort_unstable();
        for marked in &expected.optional {
            taken.extend(self.linked(marked, &taken));
        }
        for (n, found) in self.report.attributions.iter().enumerate() {
            if !taken.contains(&n) {
                let cue = found.cue.span.of(self.text);
                wrong.push(format!(
                    "a false attribution: {cue:?} in {:?}",
                    self.around(found.cue.span)
                ));
            }
        }
        wrong.extend(self.sources(&counted));
        wrong
    }

    fn linked(&self, marked: &Marked, taken: &[usize]) -> Option<usize> {
        let role = |found: &[Span], marked: &[[usize; 2]]| {
            let found = found.iter().map(|span| self.words.place(*span)).collect::<Vec<_>>();
            (self.words.inside(&found), self.words.inside(marked))
        };
        let link = |found: &Attribution| {
            let cue = role(&[found.cue.span], &marked.cue);
            words::half_of_shorter(&cue.0, &cue.1)
                && [(&found.sources, &marked.source), (&found.contents, &marked.content)]
                    .into_iter()
                    .map(|(found, marked)| role(found, marked))
                    .all(|(found, marked)| words::half_of_longer(&found, &marked))
        };
        let all = self.report.attributions.iter().enumerate();
        all.filter(|(n, _)| !taken.contains(n)).find(|(_, found)| link(found)).map(|(n, _)| n)
    }

    fn resolved(&self, marked: &Marked, found: usize) -> Option<String> {
        let source = self.report.attributions[found].source;
        let name = source.map(|source| self.report.sources[source].name.as_str());
        (name != marked.who.as_deref())
            .then(|| format!("{} is resolved to {name:?}", self.show(marked)))
    }

    fn nested(&self, marked: &Marked, found: usize) -> Option<String> {
        let outer = marked.parent.map(|outer| &self.expected.attributions.required[outer]);
        let outer = outer.and_then(|outer| self.linked(outer, &[]));
        let parent = self.report.attributions[found].parent;
        (parent != outer).then(|| format!("{} stands inside {parent:?}", self.show(marked)))
    }

    /// A source that is not expected may hold optional attributions only.
    fn sources(&self, counted: &[usize]) -> Vec<String> {
        let count = |list: &[usize]| list.iter().filter(|n| counted.contains(n)).count();
        let line = |name: &str, kind: &str, named: bool, attributions: usize| {
            format!("{name}, {kind}, named {named}, {attributions} attributions")
        };
        let found: BTreeSet<String> = self
            .report
            .sources
            .iter()
            .filter(|source| source.attributions.is_empty() || count(&source.attributions) > 0)
            .map(|s| {
                let kind = format!("{:?}", s.kind).to_lowercase();
                line(&s.name, &kind, s.named, count(&s.attributions))
            })
            .collect();
        let expected = self.expected.sources.iter();
        let expected: BTreeSet<String> =
            expected.map(|s| line(&s.name, &s.kind, s.named, s.attributions)).collect();
        let missing = expected.difference(&found).map(|line| format!("no source: {line}"));
        missing.chain(found.difference(&expected).map(|l| format!("a false source: {l}"))).collect()
    }

    fn hedges(&self) -> Vec<String> {
        let expected = &self.expected.hedges;
        let found: Vec<_> = self.report.hedges.iter().map(|h| self.words.place(h.span)).collect();
        let same = |found: &[usize; 2], cue: &[usize; 2]| {
            words::half_of_shorter(&self.words.inside(&[*found]), &self.words.inside(&[*cue]))
        };
        let missing = expected.required.iter().filter(|h| !found.iter().any(|f| same(f, &h.cue)));
        let known = || expected.required.iter().chain(&expected.optional);
        let more = found.iter().filter(|found| !known().any(|hedge| same(found, &hedge.cue)));
        let missing = missing.map(|hedge| format!("no hedge: {}", self.quote(hedge.cue)));
        missing.chain(more.map(|cue| format!("a false hedge: {}", self.quote(*cue)))).collect()
    }

    fn claims(&self) -> Vec<String> {
        let expected = &self.expected.claims;
        let number = |sentence: usize| {
            let place = self.words.place(self.report.sentences[sentence].span);
            self.expected.sentences.iter().position(|s| *s == place)
        };
        let of = |sourced: bool| -> BTreeSet<Option<usize>> {
            let claims = self.report.claims.iter();
            claims
                .filter(|c| c.attribution.is_some() == sourced)
                .map(|c| number(c.sentence))
                .collect()
        };
        let (sourced, unsourced) = (of(true), of(false));
        let mut wrong = Vec::new();
        for n in &expected.sourced {
            if !sourced.contains(&Some(*n)) || unsourced.contains(&Some(*n)) {
                wrong.push(format!("the claims of sentence {n} are not sourced"));
            }
        }
        for n in expected.unsourced.iter().filter(|n| !unsourced.contains(&Some(**n))) {
            wrong.push(format!("sentence {n} holds no claim without a source"));
        }
        if sourced.contains(&None) || unsourced.contains(&None) {
            wrong.push("a byline or a credit holds a claim".into());
        }
        let stated = |n| {
            let mut claims = self.report.claims.iter().filter(|c| number(c.sentence) == Some(n));
            claims.any(|claim| claim.certainty == Certainty::Stated)
        };
        // Expected.json's note: sentence 10 is conditional.
        wrong.extend(stated(10).then(|| "sentence 10 is stated outright".to_owned()));
        wrong
    }

    fn quote(&self, place: [usize; 2]) -> String {
        self.text.chars().skip(place[0]).take(place[1] - place[0]).collect()
    }

    fn show(&self, marked: &Marked) -> String {
        let cue = marked.cue.iter().map(|place| self.quote(*place)).collect::<Vec<_>>();
        format!("sentence {}, {cue:?}", marked.sentence)
    }

    fn around(&self, span: Span) -> &str {
        let sentence = self.report.sentences.iter().find(|s| s.span.contains(span));
        sentence.map_or("", |sentence| sentence.span.of(self.text))
    }
}
