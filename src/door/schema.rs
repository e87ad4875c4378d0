//! Owns the shapes that leave the core: schema `saidso/report/1`, for JSON and for JavaScript.
//!
//! The command line and the browser share one conversion, so that both say the same. `report/mod.rs` says
//! what the fields mean.

#![allow(missing_docs, reason = "the fields are those of the report, described there")]

use serde::{Serialize, Serializer};
#[cfg(target_arch = "wasm32")]
use tsify::Tsify;

use crate::{
    door::utf16::Offsets, model, report as found, text::span::Span as ByteSpan,
    vocabulary::reason::Reason,
};

/// The name of this schema.
pub const SCHEMA: &str = "saidso/report/1";

#[derive(Clone, Debug, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(Tsify))]
#[cfg_attr(target_arch = "wasm32", tsify(missing_as_null))]
#[serde(rename_all = "camelCase")]
pub struct Report {
    #[cfg_attr(target_arch = "wasm32", tsify(type = "\"saidso/report/1\""))]
    pub schema: &'static str,
    pub engine: Engine,
    pub lang: &'static str,
    #[cfg_attr(target_arch = "wasm32", tsify(type = "\"utf16\" | \"codepoint\" | \"utf8\""))]
    pub offsets: &'static str,
    pub blocks: Vec<Block>,
    pub sentences: Vec<Sentence>,
    pub sources: Vec<Source>,
    pub attributions: Vec<Attribution>,
    pub hedges: Vec<Hedge>,
    pub claims: Vec<Claim>,
    /// Present only where signals were asked for.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub signals: Vec<Signal>,
    pub stats: Stats,
    pub warnings: Vec<Warning>,
}

#[derive(Clone, Debug, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(Tsify))]
#[serde(rename_all = "camelCase")]
pub struct Engine {
    pub name: &'static str,
    pub version: &'static str,
    pub model: &'static str,
}

#[derive(Clone, Copy, Debug, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(Tsify))]
#[serde(rename_all = "camelCase")]
pub struct Span {
    pub start: usize,
    pub end: usize,
}

#[derive(Clone, Debug, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(Tsify))]
#[serde(rename_all = "camelCase")]
pub struct Block {
    pub start: usize,
    pub end: usize,
    #[cfg_attr(
        target_arch = "wasm32",
        tsify(
            type = "\"paragraph\" | \"heading\" | \"list-item\" | \"blockquote\" | \"caption\" | \"byline\" | \"dateline\" | \"credit\""
        )
    )]
    pub kind: &'static str,
}

#[derive(Clone, Debug, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(Tsify))]
#[serde(rename_all = "camelCase")]
pub struct Sentence {
    pub start: usize,
    pub end: usize,
    pub block: usize,
}

#[derive(Clone, Debug, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(Tsify))]
#[serde(rename_all = "camelCase")]
pub struct Source {
    pub name: String,
    pub description: String,
    #[cfg_attr(
        target_arch = "wasm32",
        tsify(
            type = "\"person\" | \"organization\" | \"document\" | \"group\" | \"role\" | \"unnamed\""
        )
    )]
    pub kind: &'static str,
    pub named: bool,
    pub mentions: Vec<Span>,
    pub attributions: Vec<usize>,
    pub words: usize,
    #[serde(serialize_with = "number")]
    pub share: f64,
}

#[derive(Clone, Debug, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(Tsify))]
#[serde(rename_all = "camelCase")]
pub struct Cue {
    pub start: usize,
    pub end: usize,
    pub lemma: String,
}

#[derive(Clone, Debug, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(Tsify))]
#[cfg_attr(target_arch = "wasm32", tsify(missing_as_null))]
#[serde(rename_all = "camelCase")]
pub struct Attribution {
    pub sources: Vec<Span>,
    pub cue: Cue,
    pub contents: Vec<Span>,
    pub source: Option<usize>,
    #[cfg_attr(target_arch = "wasm32", tsify(type = "\"speech\" | \"belief\" | \"attitude\""))]
    pub act: &'static str,
    #[cfg_attr(target_arch = "wasm32", tsify(type = "\"direct\" | \"indirect\" | \"mixed\""))]
    pub form: &'static str,
    #[cfg_attr(
        target_arch = "wasm32",
        tsify(type = "\"neutral\" | \"endorsing\" | \"doubting\" | \"denying\" | \"admitting\"")
    )]
    pub stance: &'static str,
    pub parent: Option<usize>,
    #[serde(serialize_with = "number")]
    pub confidence: f64,
    pub reasons: Vec<String>,
}

#[derive(Clone, Debug, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(Tsify))]
#[serde(rename_all = "camelCase")]
pub struct Hedge {
    pub start: usize,
    pub end: usize,
    #[cfg_attr(
        target_arch = "wasm32",
        tsify(
            type = "\"modal\" | \"probability\" | \"approximator\" | \"report\" | \"weasel\" | \"belief\" | \"appearance\" | \"expectation\" | \"condition\" | \"quantity\" | \"generaliser\" | \"bound\""
        )
    )]
    pub kind: &'static str,
    pub scope: Span,
    #[serde(serialize_with = "number")]
    pub confidence: f64,
    pub reasons: Vec<String>,
}

#[derive(Clone, Debug, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(Tsify))]
#[serde(rename_all = "camelCase")]
pub struct Signal {
    pub start: usize,
    pub end: usize,
    #[cfg_attr(
        target_arch = "wasm32",
        tsify(type = "\"passive\" | \"loaded\" | \"booster\" | \"scare-quote\"")
    )]
    pub kind: &'static str,
    #[serde(serialize_with = "number")]
    pub confidence: f64,
    pub reasons: Vec<String>,
}

#[derive(Clone, Debug, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(Tsify))]
#[cfg_attr(target_arch = "wasm32", tsify(missing_as_null))]
#[serde(rename_all = "camelCase")]
pub struct Claim {
    pub spans: Vec<Span>,
    pub sentence: usize,
    pub attribution: Option<usize>,
    #[cfg_attr(
        target_arch = "wasm32",
        tsify(type = "\"fact\" | \"prediction\" | \"opinion\" | \"question\" | \"other\"")
    )]
    pub statement: &'static str,
    #[serde(serialize_with = "number")]
    pub checkworthiness: f64,
    #[cfg_attr(
        target_arch = "wasm32",
        tsify(type = "\"stated\" | \"softened\" | \"open\" | \"denied\"")
    )]
    pub certainty: &'static str,
    pub reasons: Vec<String>,
}

#[derive(Clone, Debug, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(Tsify))]
#[serde(rename_all = "camelCase")]
pub struct Stats {
    pub sentences: usize,
    pub attributed: usize,
    pub unsourced_claims: usize,
    pub words: Words,
}

#[derive(Clone, Debug, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(Tsify))]
#[serde(rename_all = "camelCase")]
pub struct Words {
    pub total: usize,
    pub attributed: usize,
    pub unnamed: usize,
}

#[derive(Clone, Debug, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(Tsify))]
#[serde(rename_all = "camelCase")]
pub struct Warning {
    #[cfg_attr(
        target_arch = "wasm32",
        tsify(type = "\"not-english\" | \"truncated\" | \"unbalanced-quotes\"")
    )]
    pub code: &'static str,
    pub detail: String,
}

/// The report of the core in the units and shapes of the edge.
pub fn report(report: &found::Report, offsets: &Offsets) -> Report {
    let at = offsets;
    let all = |spans: &[ByteSpan]| spans.iter().map(|&span| place(at, span)).collect();
    Report {
        schema: SCHEMA,
        engine: Engine {
            name: env!("CARGO_PKG_NAME"),
            version: env!("CARGO_PKG_VERSION"),
            model: model::hash(),
        },
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
fn round(share: f32) -> f64 {
    (f64::from(share) * 1000.0).round() / 1000.0
}

/// Writes `1`, not `1.0`, as JavaScript does.
fn number<S: Serializer>(number: &f64, serializer: S) -> Result<S::Ok, S::Error> {
    if number.fract() == 0.0 {
        serializer.serialize_u32(*number as u32)
    } else {
        serializer.serialize_f64(*number)
    }
}
