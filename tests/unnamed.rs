//! Anonymous sources on a list of cases: `tests/golden/unnamed.txt`, one sentence per line.

use saidso::{Options, SourceKind, Span, annotate};

const CASES: &str = include_str!("golden/unnamed.txt");

/// Precision may not fall below this share: calling a named source anonymous is an accusation.
const PRECISION: f32 = 0.9;
const RECALL: f32 = 0.9;

struct Case {
    line: usize,
    text: String,
    marked: Vec<Span>,
}

#[test]
fn anonymous_sources_are_told_from_others() {
    let cases = cases();
    let negative = cases.iter().filter(|case| case.marked.is_empty()).count();
    assert!(cases.len() >= 150 && negative * 2 >= cases.len() - 10, "too few cases");
    let (mut right, mut found, mut marked) = (0, 0, 0);
    for case in &cases {
        let spans = anonymous(&case.text);
        let hit = |span: &&Span| case.marked.contains(span);
        let hits = spans.iter().filter(hit).count();
        if hits != spans.len() || hits != case.marked.len() {
            let found: Vec<_> = spans.iter().map(|span| span.of(&case.text)).collect();
            println!("tests/golden/unnamed.txt:{}: found {found:?}: {}", case.line, case.text);
        }
        right += hits;
        found += spans.len();
        marked += case.marked.len();
    }
    let (precision, recall) = (share(right, found), share(right, marked));
    println!(
        "anonymous sources: {} cases, precision {precision:.3}, recall {recall:.3}",
        cases.len()
    );
    assert!(precision >= PRECISION && recall >= RECALL);
}

fn share(part: usize, whole: usize) -> f32 {
    part as f32 / whole.max(1) as f32
}

/// The words of attributions whose source is kept from the reader.
fn anonymous(text: &str) -> Vec<Span> {
    let report = annotate(text, &Options::default());
    let unnamed = |source: &usize| report.sources[*source].kind == SourceKind::Unnamed;
    let credited = report.attributions.iter().filter(|a| a.source.as_ref().is_some_and(unnamed));
    credited.flat_map(|attribution| attribution.sources.first().copied()).collect()
}

fn cases() -> Vec<Case> {
    (1..)
        .zip(CASES.lines())
        .filter(|(_, words)| !words.is_empty() && !words.starts_with('#'))
        .map(|(line, words)| case(line, words))
        .collect()
}

fn case(line: usize, words: &str) -> Case {
    let (mut text, mut marked) = (String::new(), Vec::new());
    for part in words.split('{') {
        match part.split_once('}') {
            Some((inside, after)) => {
                marked.push(Span::new(text.len(), text.len() + inside.len()));
                text.push_str(inside);
                text.push_str(after);
            }
            None => text.push_str(part),
        }
    }
    Case { line, text, marked }
}
