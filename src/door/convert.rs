//! Owns the way from the core's report to the shapes of the schema.
//!
//! The command line and the browser share it, so that both say the same.

use crate::{
    door::{
        schema::{
            Attribution, Block, Claim, Cue, Engine, Hedge, Report, SCHEMA, Sentence, Signal,
            Source, Span, Stats, Warning, Words,
        },
        utf16::Offsets,
    },
    model, report as found,
    text::span::Span as ByteSpan,
    vocabulary::reason::Reason,
};

/// The report of the core in the units and shapes of the edge.
pub fn report(report: &found::Report, offsets: &Offsets) -> Report {
    let at = offsets;
    let all = |spans: &[ByteSpan]| spans.iter().map(|&span| place(at, span)).collect();
    Report {
        schema: SCHEMA,
        engine: engine(),
        lang: report.lang,
        offsets: offsets.unit().name(),
        blocks: report.blocks.iter().map(|block| self::block(at, block)).collect(),
        sentences: report.sentences.iter().map(|sentence| self::sentence(at, sentence)).collect(),
        sources: report.sources.iter().map(|source| self::source(at, source)).collect(),
        attributions: report.attributions.iter().map(|a| attribution(at, a)).collect(),
        hedges: report.hedges.iter().map(|hedge| self::hedge(at, hedge)).collect(),
        claims: report.claims.iter().map(|claim| self::claim(claim, all(&claim.spans))).collect(),
        signals: report.signals.iter().map(|signal| self::signal(at, signal)).collect(),
        stats: stats(&report.stats),
        warnings: report.warnings.iter().map(warning).collect(),
    }
}

/// What makes reports: this program, of this version, with these models.
pub fn engine() -> Engine {
    Engine {
        name: env!("CARGO_PKG_NAME"),
        version: env!("CARGO_PKG_VERSION"),
        model: model::hash(),
    }
}

fn place(at: &Offsets, span: ByteSpan) -> Span {
    let (start, end) = at.span(span);
    Span { start, end }
}

/// A block in the units of the edge.
pub fn block(at: &Offsets, block: &crate::Block) -> Block {
    let Span { start, end } = place(at, block.span);
    Block { start, end, kind: block.kind.name() }
}

fn sentence(at: &Offsets, sentence: &crate::Sentence) -> Sentence {
    let Span { start, end } = place(at, sentence.span);
    Sentence { start, end, block: sentence.block }
}

fn source(at: &Offsets, source: &found::Source) -> Source {
    Source {
        name: source.name.clone(),
        description: source.description.clone(),
        kind: source.kind.name(),
        named: source.named,
        mentions: source.mentions.iter().map(|&span| place(at, span)).collect(),
        attributions: source.attributions.clone(),
        words: source.words,
        share: round(source.share),
    }
}

fn attribution(at: &Offsets, attribution: &found::Attribution) -> Attribution {
    let cue = place(at, attribution.cue.span);
    let all = |spans: &[ByteSpan]| spans.iter().map(|&span| place(at, span)).collect();
    Attribution {
        sources: all(&attribution.sources),
        cue: Cue { start: cue.start, end: cue.end, lemma: attribution.cue.lemma.clone() },
        contents: all(&attribution.contents),
        source: attribution.source,
        act: attribution.act.name(),
        form: attribution.form.name(),
        stance: attribution.stance.name(),
        parent: attribution.parent,
        confidence: round(attribution.confidence),
        reasons: reasons(&attribution.reasons),
    }
}

fn hedge(at: &Offsets, hedge: &found::Hedge) -> Hedge {
    let Span { start, end } = place(at, hedge.span);
    Hedge {
        start,
        end,
        kind: hedge.kind.name(),
        scope: place(at, hedge.scope),
        confidence: round(hedge.confidence),
        reasons: reasons(&hedge.reasons),
    }
}

fn signal(at: &Offsets, signal: &found::Signal) -> Signal {
    let Span { start, end } = place(at, signal.span);
    Signal {
        start,
        end,
        kind: signal.kind.name(),
        confidence: round(signal.confidence),
        reasons: reasons(&signal.reasons),
    }
}

fn claim(claim: &found::Claim, spans: Vec<Span>) -> Claim {
    Claim {
        spans,
        sentence: claim.sentence,
        attribution: claim.attribution,
        statement: claim.statement.name(),
        checkworthiness: round(claim.checkworthiness),
        certainty: claim.certainty.name(),
        reasons: reasons(&claim.reasons),
    }
}

fn stats(stats: &found::Stats) -> Stats {
    let words = Words {
        total: stats.words,
        attributed: stats.attributed_words,
        unnamed: stats.unnamed_words,
    };
    Stats {
        sentences: stats.sentences,
        attributed: stats.attributed,
        unsourced_claims: stats.unsourced_claims,
        words,
    }
}

fn warning(warning: &found::Warning) -> Warning {
    Warning { code: warning.code.name(), detail: warning.detail.clone() }
}

fn reasons(reasons: &[Reason]) -> Vec<String> {
    reasons.iter().map(ToString::to_string).collect()
}

/// Rounds to three decimals, which print the same in every language.
pub fn round(share: f32) -> f64 {
    (f64::from(share) * 1000.0).round() / 1000.0
}
