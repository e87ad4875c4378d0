//! Owns `--explain`: for each attribution and claim, the stages and numbered rules that made it, in order; for each
//! source, how each of its mentions was linked to it; and what was left out or not credited.

use std::{
    collections::BTreeMap,
    io::{self, Write},
    ops::Range,
};

use saidso::{
    Attribution, Claim, Document, Options, Report, Source, Span, annotate,
    explain::{Info, Step, listen, rules},
};

/// Prints the tables of all rules: number, name, what it does, an example.
pub fn tables(out: &mut impl Write) -> io::Result<()> {
    for Info { number, name, does, example } in rules() {
        writeln!(out, "{number:<4} {name}: {does}\n     {}", example.replace('\n', " ⏎ "))?;
    }
    Ok(())
}

/// What a step is about, and so where it is printed.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum About {
    /// The boundaries of sentences, which have no tokens yet; not printed.
    Sentences,
    /// The attribution of this index, or none in the report.
    Attribution(Option<usize>),
    /// Who is meant: a mention of the source of this index, or of none in the report.
    Source(Option<usize>),
    /// The kind of statement of a claim.
    Claim,
}

type Steps = BTreeMap<About, Vec<Step>>;

/// Annotates `text` and prints how each mark came about.
pub fn print(out: &mut impl Write, text: &str, options: &Options) -> io::Result<()> {
    let (report, steps) = listen(|| annotate(text, options));
    let document = Document::new(text, &options.blocks);
    let mut steps = assign(&document, &report, steps);
    for (at, attribution) in report.attributions.iter().enumerate() {
        writeln!(out, "{}. {}", at + 1, words(text, attribution))?;
        writeln!(out, "   {}", outcome(&report, attribution))?;
        print_steps(out, None, steps.remove(&About::Attribution(Some(at))))?;
    }
    print_rest(out, &document, "Left out", steps.remove(&About::Attribution(None)))?;
    if !report.sources.is_empty() {
        writeln!(out, "Sources")?;
    }
    for (at, source) in report.sources.iter().enumerate() {
        print_source(out, text, at, source)?;
        print_steps(out, Some(&document), steps.remove(&About::Source(Some(at))))?;
    }
    print_rest(out, &document, "Not credited", steps.remove(&About::Source(None)))?;
    if !report.claims.is_empty() {
        writeln!(out, "Claims")?;
    }
    let claimed = steps.remove(&About::Claim).unwrap_or_default();
    report.claims.iter().try_for_each(|claim| {
        print_claim(out, text, claim)?;
        let first = claim.spans.first().map(|span| document.tokens_in(*span).start);
        let own = claimed.iter().filter(|step| Some(step.at) == first).cloned();
        print_steps(out, None, Some(own.collect()))
    })
}

/// The steps by what they are about, each in the order in which they were taken.
fn assign(document: &Document, report: &Report, steps: Vec<Step>) -> Steps {
    let tokens = |span: &Span| document.tokens_in(*span);
    let marks = report.attributions.iter().map(|own| {
        let parts = own.sources.iter().chain([&own.cue.span]);
        parts.map(tokens).collect::<Vec<_>>()
    });
    let mentions =
        report.sources.iter().map(|own| own.mentions.iter().map(tokens).collect::<Vec<_>>());
    let (marks, mentions) = (marks.collect::<Vec<_>>(), mentions.collect::<Vec<_>>());
    let of = |parts: &[Vec<Range<usize>>], at: usize| {
        parts.iter().position(|own| own.iter().any(|part| part.contains(&at)))
    };
    let mut assigned = Steps::new();
    for step in steps {
        let about = match step.rule.table() {
            "T" => About::Sentences,
            "K" => About::Claim,
            "W" => About::Source(of(&mentions, step.at)),
            _ => About::Attribution(of(&marks, step.at)),
        };
        assigned.entry(about).or_default().push(step);
    }
    assigned
}

fn print_rest(
    out: &mut impl Write,
    document: &Document,
    title: &str,
    steps: Option<Vec<Step>>,
) -> io::Result<()> {
    if steps.is_some() {
        writeln!(out, "{title}")?;
    }
    print_steps(out, Some(document), steps)
}

/// Prints steps, each with the token that it is about where the lines above do not show it.
fn print_steps(
    out: &mut impl Write,
    shown: Option<&Document>,
    steps: Option<Vec<Step>>,
) -> io::Result<()> {
    for Step { rule, what, at } in steps.into_iter().flatten() {
        let Info { number, name, does, .. } = rule;
        let what = what.replace('\n', " ");
        let arrow = if what.is_empty() { "" } else { " → " };
        let at = shown.map(|document| document.words(document.span(at..at + 1)));
        let at = at.map(|word| format!("“{word}”: ")).unwrap_or_default();
        writeln!(out, "   {at}{number} {name}: {does}{arrow}{what}")?;
    }
    Ok(())
}

fn outcome(report: &Report, attribution: &Attribution) -> String {
    let source = attribution.source.and_then(|source| report.sources.get(source));
    let who = match attribution.source.zip(source) {
        Some((at, source)) => format!("{} (source {})", source.name, at + 1),
        None => "nobody is named, or it is unclear who".to_owned(),
    };
    let reasons: Vec<String> = attribution.reasons.iter().map(ToString::to_string).collect();
    format!("confidence {:.2}; who: {who}; {}", attribution.confidence, reasons.join(", "))
}

fn print_source(out: &mut impl Write, text: &str, at: usize, source: &Source) -> io::Result<()> {
    let named = if source.named { "named" } else { "not named" };
    let mentions = quote(text, &source.mentions);
    let kind = source.kind.name();
    writeln!(out, "{}. {} ({kind}, {named}): {mentions}", at + 1, source.name)
}

fn print_claim(out: &mut impl Write, text: &str, claim: &Claim) -> io::Result<()> {
    let reasons: Vec<String> = claim.reasons.iter().map(ToString::to_string).collect();
    let (kind, certainty) = (claim.statement.name(), claim.certainty.name());
    let whose = claim.attribution.map_or("the article".to_owned(), |at| format!("{}.", at + 1));
    writeln!(out, "   {}", quote(text, &claim.spans))?;
    let score = claim.checkworthiness;
    writeln!(out, "      {kind}, {certainty}, of {whose}; {score:.2}: {}", reasons.join(", "))
}

/// `source | cue | content`.
fn words(text: &str, attribution: &Attribution) -> String {
    let cue = attribution.cue.span.of(text);
    [&quote(text, &attribution.sources), cue, &quote(text, &attribution.contents)].join(" | ")
}

fn quote(text: &str, spans: &[Span]) -> String {
    let words = |span: &Span| span.of(text).replace('\n', " ");
    spans.iter().map(words).collect::<Vec<_>>().join(" … ")
}
