//! Owns the report as the terminal shows it: the article with its marks, then who says what.

use std::io::{self, Write};

use anstyle::{AnsiColor, Style};
use saidso::{Attribution, Report, Span};

const SOURCE: Style = AnsiColor::Cyan.on_default().bold();
const CUE: Style = AnsiColor::Cyan.on_default();
const HEDGE: Style = AnsiColor::Yellow.on_default().underline();
const UNSOURCED: Style = AnsiColor::Magenta.on_default();
const HEADING: Style = Style::new().bold();

/// Prints `text` with its marks; without a terminal, `out` gets the numbers but no styles.
pub fn print(out: &mut impl Write, text: &str, report: &Report) -> io::Result<()> {
    article(out, text, report)?;
    sources(out, text, report)?;
    let unsourced = report.claims.iter().filter(|claim| claim.is_unsourced());
    let unsourced = unsourced.map(|claim| quote(text, &claim.spans));
    list(out, "Claims without a source", unsourced)?;
    let hedges = report.hedges.iter();
    let hedges = hedges.map(|hedge| format!("{} ({})", hedge.span.of(text), hedge.kind.name()));
    list(out, "Hedges", hedges)?;
    let warnings = report.warnings.iter().map(|w| format!("{}: {}", w.code.name(), w.detail));
    list(out, "Warnings", warnings)
}

fn article(out: &mut impl Write, text: &str, report: &Report) -> io::Result<()> {
    let layers = layers(report);
    let mut offsets: Vec<usize> = layers.iter().flat_map(|(s, _)| [s.start, s.end]).collect();
    offsets.extend([0, text.len()]);
    offsets.sort_unstable();
    offsets.dedup();
    let mut styles = vec![Style::new(); offsets.len()];
    for (span, style) in layers {
        let at = |offset| offsets.partition_point(|&other| other < offset);
        styles[at(span.start)..at(span.end)].fill(style);
    }
    let mut notes: Vec<_> =
        report.attributions.iter().enumerate().map(|(at, a)| (a.cue.span.end, at + 1)).collect();
    notes.sort_unstable();
    let mut notes = notes.into_iter().peekable();
    for (pair, style) in offsets.windows(2).zip(styles) {
        let words = Span::new(pair[0], pair[1]).of(text);
        write!(out, "{style}{words}{style:#}")?;
        while let Some((_, note)) = notes.next_if(|(end, _)| *end <= pair[1]) {
            write!(out, "[{note}]")?;
        }
    }
    writeln!(out)
}

/// What is marked, the topmost layer last.
fn layers(report: &Report) -> Vec<(Span, Style)> {
    let hedges = report.hedges.iter().map(|hedge| (hedge.span, HEDGE));
    let attributions = report.attributions.iter();
    let sources = attributions.clone().flat_map(|a| a.sources.iter().map(|&s| (s, SOURCE)));
    let cues = attributions.map(|a| (a.cue.span, CUE));
    let unsourced = report.claims.iter().filter(|claim| claim.is_unsourced());
    let unsourced = unsourced.flat_map(|claim| claim.spans.iter().map(|&s| (s, UNSOURCED)));
    unsourced.chain(cues).chain(sources).chain(hedges).collect()
}

fn sources(out: &mut impl Write, text: &str, report: &Report) -> io::Result<()> {
    for source in &report.sources {
        let who = [source.kind.name(), &source.description].join(" ");
        let share = (source.share * 100.0).round();
        writeln!(out, "\n{HEADING}{}{HEADING:#} ({}), {share} %", source.name, who.trim_end())?;
        for &at in &source.attributions {
            if let Some(attribution) = report.attributions.get(at) {
                statement(out, text, at, attribution)?;
            }
        }
    }
    let nobody = report.attributions.iter().enumerate().filter(|(_, a)| a.source.is_none());
    for (number, (at, attribution)) in nobody.enumerate() {
        if number == 0 {
            writeln!(out, "\n{HEADING}Nobody named{HEADING:#}")?;
        }
        statement(out, text, at, attribution)?;
    }
    Ok(())
}

fn statement(
    out: &mut impl Write,
    text: &str,
    at: usize,
    attribution: &Attribution,
) -> io::Result<()> {
    let (cue, content) = (attribution.cue.span.of(text), quote(text, &attribution.contents));
    writeln!(out, "  [{}] {CUE}{cue}{CUE:#}: {content}", at + 1)
}

fn quote(text: &str, spans: &[Span]) -> String {
    let words = spans.iter().map(|span| span.of(text)).collect::<Vec<_>>().join(" … ");
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn list(out: &mut impl Write, title: &str, items: impl Iterator<Item = String>) -> io::Result<()> {
    for (number, item) in items.enumerate() {
        if number == 0 {
            writeln!(out, "\n{HEADING}{title}{HEADING:#}")?;
        }
        writeln!(out, "  {item}")?;
    }
    Ok(())
}
