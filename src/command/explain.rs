//! Owns `--explain`: for each attribution, source and claim, the stages and numbered rules that made it, in
//! order; and those of attributions that were left out.

use std::{
    collections::BTreeMap,
    io::{self, Write},
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

/// Annotates `text` and prints how each mark came about.
pub fn print(out: &mut impl Write, text: &str, options: &Options) -> io::Result<()> {
    let (report, steps) = listen(|| annotate(text, options));
    let document = Document::new(text, &options.blocks);
    let (claimed, steps): (Vec<Step>, Vec<Step>) = steps.into_iter().partition(is_of_claims);
    let mut by_mark = assign(&document, &report, steps);
    for (at, attribution) in report.attributions.iter().enumerate() {
        writeln!(out, "{}. {}", at + 1, words(text, attribution))?;
        writeln!(out, "   {}", outcome(&report, attribution))?;
        print_steps(out, by_mark.remove(&Some(at)).unwrap_or_default())?;
    }
    let left_out = by_mark.remove(&None).unwrap_or_default();
    if !left_out.is_empty() {
        writeln!(out, "Left out, or said of others")?;
        print_steps(out, left_out)?;
    }
    if !report.sources.is_empty() {
        writeln!(out, "Sources")?;
    }
    report.sources.iter().try_for_each(|source| print_source(out, text, source))?;
    if !report.claims.is_empty() {
        writeln!(out, "Claims")?;
    }
    report.claims.iter().try_for_each(|claim| {
        print_claim(out, text, claim)?;
        let first = claim.spans.first().map(|span| document.tokens_in(*span).start);
        let own = claimed.iter().filter(|step| Some(step.at) == first).cloned();
        print_steps(out, own.collect())
    })
}

/// Whether a step says what kind of statement a claim is; the others are about attributions.
fn is_of_claims(step: &Step) -> bool {
    step.rule.number.starts_with('K')
}

/// The steps of each attribution, by its index; those of none under `None`.
fn assign(
    document: &Document,
    report: &Report,
    steps: Vec<Step>,
) -> BTreeMap<Option<usize>, Vec<Step>> {
    let mut by_mark: BTreeMap<Option<usize>, Vec<Step>> = BTreeMap::new();
    let parts = |attribution: &Attribution| {
        let spans = attribution.sources.iter().copied().chain([attribution.cue.span]);
        spans.map(|span| document.tokens_in(span)).collect::<Vec<_>>()
    };
    let parts: Vec<_> = report.attributions.iter().map(parts).collect();
    // Tailorings speak of candidates in the text, not of tokens.
    for step in steps.into_iter().filter(|step| !step.rule.number.starts_with('T')) {
        let own = parts.iter().position(|parts| parts.iter().any(|part| part.contains(&step.at)));
        by_mark.entry(own).or_default().push(step);
    }
    by_mark
}

fn print_steps(out: &mut impl Write, steps: Vec<Step>) -> io::Result<()> {
    for Step { rule, what, .. } in steps {
        let Info { number, name, does, .. } = rule;
        let what = what.replace('\n', " ");
        let arrow = if what.is_empty() { "" } else { " → " };
        writeln!(out, "   {number:<4} {name}: {does}{arrow}{what}")?;
    }
    Ok(())
}

fn outcome(report: &Report, attribution: &Attribution) -> String {
    let source = attribution.source.and_then(|source| report.sources.get(source));
    let who = source.map_or("nobody is named, or it is unclear who", |source| &source.name);
    let reasons: Vec<String> = attribution.reasons.iter().map(ToString::to_string).collect();
    format!("confidence {:.2}; who: {who}; {}", attribution.confidence, reasons.join(", "))
}

fn print_source(out: &mut impl Write, text: &str, source: &Source) -> io::Result<()> {
    let named = if source.named { "named" } else { "not named" };
    let mentions = quote(text, &source.mentions);
    writeln!(out, "   {} ({}, {named}): {mentions}", source.name, source.kind.name())
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
