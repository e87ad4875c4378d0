//! Owns the shapes that leave the core: schema `saidso/report/1`, for JSON and for JavaScript.
//!
//! Their comments are the descriptions of the JSON Schema, so they speak to people who read reports. Leaves the
//! conversion to `convert.rs`, and the schema's file to `json_schema.rs`.

#[cfg(all(feature = "command", not(target_arch = "wasm32")))]
use schemars::JsonSchema;
use serde::{Serialize, Serializer};
#[cfg(target_arch = "wasm32")]
use tsify::Tsify;

#[cfg(all(feature = "command", not(target_arch = "wasm32")))]
use crate::{
    door::utf16::Unit,
    vocabulary::kinds::{
        Act, BlockKind, Certainty, Form, HedgeKind, SignalKind, SourceKind, Stance, Statement,
        WarningCode,
    },
};

/// The name of this schema.
pub const SCHEMA: &str = "saidso/report/1";

/// One report: what is found in one text.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(Tsify))]
#[cfg_attr(all(feature = "command", not(target_arch = "wasm32")), derive(JsonSchema))]
#[cfg_attr(target_arch = "wasm32", tsify(missing_as_null))]
#[serde(rename_all = "camelCase")]
pub struct Report {
    /// The name of this schema.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "\"saidso/report/1\""))]
    #[cfg_attr(all(feature = "command", not(target_arch = "wasm32")), schemars(extend("const" = SCHEMA)))]
    pub schema: &'static str,
    /// What made the report.
    pub engine: Engine,
    /// The language of the text as a BCP 47 code; `und` where there is too little text to tell.
    pub lang: &'static str,
    /// What `start` and `end` count everywhere in the report; spans are half-open.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "\"utf16\" | \"codepoint\" | \"utf8\""))]
    #[cfg_attr(all(feature = "command", not(target_arch = "wasm32")), schemars(with = "Unit"))]
    pub offsets: &'static str,
    /// The blocks in text order.
    pub blocks: Vec<Block>,
    /// The sentences in text order.
    pub sentences: Vec<Sentence>,
    /// Who is credited, in order of first mention.
    pub sources: Vec<Source>,
    /// Who says what, in order of the cue.
    pub attributions: Vec<Attribution>,
    /// What is not said outright, in text order.
    pub hedges: Vec<Hedge>,
    /// What is claimed, in text order.
    pub claims: Vec<Claim>,
    /// Present only where signals were asked for.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub signals: Vec<Signal>,
    /// Counts.
    pub stats: Stats,
    /// What a reader should know about this report.
    pub warnings: Vec<Warning>,
}

/// What made a report.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(Tsify))]
#[cfg_attr(all(feature = "command", not(target_arch = "wasm32")), derive(JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Engine {
    /// The name of the program.
    pub name: &'static str,
    /// Its version.
    pub version: &'static str,
    /// A hash of its models: the same version and models give the same report.
    pub model: &'static str,
}

/// A part of the text.
#[derive(Clone, Copy, Debug, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(Tsify))]
#[cfg_attr(all(feature = "command", not(target_arch = "wasm32")), derive(JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Span {
    /// Where it begins.
    pub start: usize,
    /// Where it ends: the first place after it.
    pub end: usize,
}

/// A paragraph, a heading or another piece of the layout.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(Tsify))]
#[cfg_attr(all(feature = "command", not(target_arch = "wasm32")), derive(JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Block {
    /// Where it begins.
    pub start: usize,
    /// Where it ends.
    pub end: usize,
    /// What it is.
    #[cfg_attr(
        target_arch = "wasm32",
        tsify(
            type = "\"paragraph\" | \"heading\" | \"list-item\" | \"blockquote\" | \"caption\" | \"byline\" | \"dateline\" | \"credit\""
        )
    )]
    #[cfg_attr(
        all(feature = "command", not(target_arch = "wasm32")),
        schemars(with = "BlockKind")
    )]
    pub kind: &'static str,
}

/// A sentence.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(Tsify))]
#[cfg_attr(all(feature = "command", not(target_arch = "wasm32")), derive(JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Sentence {
    /// Where it begins.
    pub start: usize,
    /// Where it ends.
    pub end: usize,
    /// The block it stands in, as an index into the report's blocks.
    pub block: usize,
}

/// Who is credited: all mentions of one source.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(Tsify))]
#[cfg_attr(all(feature = "command", not(target_arch = "wasm32")), derive(JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Source {
    /// The fullest form in the text.
    pub name: String,
    /// Who they are, as the article says; empty where it does not.
    pub description: String,
    /// What they are.
    #[cfg_attr(
        target_arch = "wasm32",
        tsify(
            type = "\"person\" | \"organization\" | \"document\" | \"group\" | \"role\" | \"unnamed\""
        )
    )]
    #[cfg_attr(
        all(feature = "command", not(target_arch = "wasm32")),
        schemars(with = "SourceKind")
    )]
    pub kind: &'static str,
    /// Whether the reader could find out who it is.
    pub named: bool,
    /// Where the text mentions them, in order.
    pub mentions: Vec<Span>,
    /// What they say, as indices into the report's attributions.
    pub attributions: Vec<usize>,
    /// How many words of the article they are credited with.
    pub words: usize,
    /// Those words as a share of all attributed words.
    #[serde(serialize_with = "number")]
    #[cfg_attr(
        all(feature = "command", not(target_arch = "wasm32")),
        schemars(range(min = 0, max = 1))
    )]
    pub share: f64,
}

/// The words that signal attribution.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(Tsify))]
#[cfg_attr(all(feature = "command", not(target_arch = "wasm32")), derive(JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Cue {
    /// Where they begin.
    pub start: usize,
    /// Where they end.
    pub end: usize,
    /// The head's dictionary form, such as `confirm` or `according to`.
    pub lemma: String,
}

/// Who says something, with which words, and what.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(Tsify))]
#[cfg_attr(all(feature = "command", not(target_arch = "wasm32")), derive(JsonSchema))]
#[cfg_attr(target_arch = "wasm32", tsify(missing_as_null))]
#[serde(rename_all = "camelCase")]
pub struct Attribution {
    /// The words that name who says it; none where nobody is named.
    pub sources: Vec<Span>,
    /// The words that signal it.
    pub cue: Cue,
    /// What is attributed, in pieces where the cue stands inside it.
    pub contents: Vec<Span>,
    /// Who that is, as an index into the report's sources; null where it is open.
    pub source: Option<usize>,
    /// What kind of act it is.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "\"speech\" | \"belief\" | \"attitude\""))]
    #[cfg_attr(all(feature = "command", not(target_arch = "wasm32")), schemars(with = "Act"))]
    pub act: &'static str,
    /// Whether the words are the source's own.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "\"direct\" | \"indirect\" | \"mixed\""))]
    #[cfg_attr(all(feature = "command", not(target_arch = "wasm32")), schemars(with = "Form"))]
    pub form: &'static str,
    /// Where the writer stands by the choice of cue.
    #[cfg_attr(
        target_arch = "wasm32",
        tsify(type = "\"neutral\" | \"endorsing\" | \"doubting\" | \"denying\" | \"admitting\"")
    )]
    #[cfg_attr(all(feature = "command", not(target_arch = "wasm32")), schemars(with = "Stance"))]
    pub stance: &'static str,
    /// The attribution inside whose content this one stands, as an index; null where there is none.
    pub parent: Option<usize>,
    /// The calibrated probability that it is right.
    #[serde(serialize_with = "number")]
    #[cfg_attr(
        all(feature = "command", not(target_arch = "wasm32")),
        schemars(range(min = 0, max = 1))
    )]
    pub confidence: f64,
    /// Why it was marked.
    pub reasons: Vec<String>,
}

/// Words that keep a statement from being said outright.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(Tsify))]
#[cfg_attr(all(feature = "command", not(target_arch = "wasm32")), derive(JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Hedge {
    /// Where they begin.
    pub start: usize,
    /// Where they end.
    pub end: usize,
    /// What kind of hedge it is.
    #[cfg_attr(
        target_arch = "wasm32",
        tsify(
            type = "\"modal\" | \"probability\" | \"approximator\" | \"report\" | \"weasel\" | \"belief\" | \"appearance\" | \"expectation\" | \"condition\" | \"quantity\" | \"generaliser\" | \"bound\""
        )
    )]
    #[cfg_attr(
        all(feature = "command", not(target_arch = "wasm32")),
        schemars(with = "HedgeKind")
    )]
    pub kind: &'static str,
    /// The words it governs.
    pub scope: Span,
    /// How sure we are.
    #[serde(serialize_with = "number")]
    #[cfg_attr(
        all(feature = "command", not(target_arch = "wasm32")),
        schemars(range(min = 0, max = 1))
    )]
    pub confidence: f64,
    /// Why it was marked.
    pub reasons: Vec<String>,
}

/// A choice of words that says something about how the article is written.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(Tsify))]
#[cfg_attr(all(feature = "command", not(target_arch = "wasm32")), derive(JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Signal {
    /// Where they begin.
    pub start: usize,
    /// Where they end.
    pub end: usize,
    /// What kind of signal they are.
    #[cfg_attr(
        target_arch = "wasm32",
        tsify(type = "\"passive\" | \"loaded\" | \"booster\" | \"scare-quote\"")
    )]
    #[cfg_attr(
        all(feature = "command", not(target_arch = "wasm32")),
        schemars(with = "SignalKind")
    )]
    pub kind: &'static str,
    /// How sure we are.
    #[serde(serialize_with = "number")]
    #[cfg_attr(
        all(feature = "command", not(target_arch = "wasm32")),
        schemars(range(min = 0, max = 1))
    )]
    pub confidence: f64,
    /// Why they were marked.
    pub reasons: Vec<String>,
}

/// One proposition that the article puts forward.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(Tsify))]
#[cfg_attr(all(feature = "command", not(target_arch = "wasm32")), derive(JsonSchema))]
#[cfg_attr(target_arch = "wasm32", tsify(missing_as_null))]
#[serde(rename_all = "camelCase")]
pub struct Claim {
    /// Its words, in pieces where something stands between them.
    pub spans: Vec<Span>,
    /// The sentence it stands in, as an index into the report's sentences.
    pub sentence: usize,
    /// Whose it is, as an index into the report's attributions; null for the article's own.
    pub attribution: Option<usize>,
    /// What kind of statement it is.
    #[cfg_attr(
        target_arch = "wasm32",
        tsify(type = "\"fact\" | \"prediction\" | \"opinion\" | \"question\" | \"other\"")
    )]
    #[cfg_attr(
        all(feature = "command", not(target_arch = "wasm32")),
        schemars(with = "Statement")
    )]
    pub statement: &'static str,
    /// How much there is to check.
    #[serde(serialize_with = "number")]
    #[cfg_attr(
        all(feature = "command", not(target_arch = "wasm32")),
        schemars(range(min = 0, max = 1))
    )]
    pub checkworthiness: f64,
    /// How firmly it is put.
    #[cfg_attr(
        target_arch = "wasm32",
        tsify(type = "\"stated\" | \"softened\" | \"open\" | \"denied\"")
    )]
    #[cfg_attr(
        all(feature = "command", not(target_arch = "wasm32")),
        schemars(with = "Certainty")
    )]
    pub certainty: &'static str,
    /// What made up the score.
    pub reasons: Vec<String>,
}

/// Counts of one text.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(Tsify))]
#[cfg_attr(all(feature = "command", not(target_arch = "wasm32")), derive(JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Stats {
    /// Sentences.
    pub sentences: usize,
    /// Sentences that share words with an attribution.
    pub attributed: usize,
    /// Facts and predictions that nobody is credited with.
    pub unsourced_claims: usize,
    /// Words.
    pub words: Words,
}

/// Counts of words.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(Tsify))]
#[cfg_attr(all(feature = "command", not(target_arch = "wasm32")), derive(JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Words {
    /// Words in all.
    pub total: usize,
    /// Words that stand in somebody's content.
    pub attributed: usize,
    /// Of these, words whose source is not named.
    pub unnamed: usize,
}

/// What a reader should know about a report.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(Tsify))]
#[cfg_attr(all(feature = "command", not(target_arch = "wasm32")), derive(JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Warning {
    /// What it is about.
    #[cfg_attr(
        target_arch = "wasm32",
        tsify(type = "\"not-english\" | \"truncated\" | \"unbalanced-quotes\"")
    )]
    #[cfg_attr(
        all(feature = "command", not(target_arch = "wasm32")),
        schemars(with = "WarningCode")
    )]
    pub code: &'static str,
    /// The particulars, for people.
    pub detail: String,
}

/// Writes `1`, not `1.0`, as JavaScript does.
fn number<S: Serializer>(number: &f64, serializer: S) -> Result<S::Ok, S::Error> {
    if number.fract() == 0.0 {
        serializer.serialize_u32(*number as u32)
    } else {
        serializer.serialize_f64(*number)
    }
}
