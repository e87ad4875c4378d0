//! Owns the report: what is found in a text, in byte spans.
//!
//! Leaves other units and what crosses a boundary to `door/`.

pub mod stats;

use crate::{
    sentence::split::Sentence,
    text::{block::Block, span::Span},
    vocabulary::{
        kinds::{
            Act, Certainty, Form, HedgeKind, SignalKind, SourceKind, Stance, Statement, WarningCode,
        },
        reason::Reason,
    },
};

/// Everything found in one text; see the README for what each part means to a reader.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Report {
    /// The language of the text as a BCP 47 code; `und` where there is too little text to tell.
    pub lang: &'static str,
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
    /// Further things that readers may want to see, in text order; none unless they are asked for.
    pub signals: Vec<Signal>,
    /// Counts.
    pub stats: Stats,
    /// What a reader should know about this report.
    pub warnings: Vec<Warning>,
}

/// Who says something, with which words, and what.
#[derive(Clone, Debug, PartialEq)]
pub struct Attribution {
    /// The words that name who says it; none where nobody is named.
    pub sources: Vec<Span>,
    /// The words that signal it.
    pub cue: Cue,
    /// What is attributed, in pieces where the cue stands inside it.
    pub contents: Vec<Span>,
    /// Who that is, as an index into the report's sources.
    pub source: Option<usize>,
    /// What kind of act it is.
    pub act: Act,
    /// Whether the words are the source's own.
    pub form: Form,
    /// Where the writer stands by the choice of cue.
    pub stance: Stance,
    /// The attribution inside whose content this one stands.
    pub parent: Option<usize>,
    /// The calibrated probability that it is right, from 0 to 1.
    pub confidence: f32,
    /// Why it was marked.
    pub reasons: Vec<Reason>,
}

/// The words that signal attribution.
#[derive(Clone, Debug, PartialEq)]
pub struct Cue {
    /// Where they stand.
    pub span: Span,
    /// The head's dictionary form, such as `confirm` or `according to`.
    pub lemma: String,
}

/// Who is credited: all mentions of one source.
#[derive(Clone, Debug, PartialEq)]
pub struct Source {
    /// The fullest form in the text.
    pub name: String,
    /// Who they are, as the article says; empty where it does not.
    pub description: String,
    /// What they are.
    pub kind: SourceKind,
    /// Whether the reader could find out who it is.
    pub named: bool,
    /// Where the text mentions them, in order.
    pub mentions: Vec<Span>,
    /// What they say, as indices into the report's attributions.
    pub attributions: Vec<usize>,
    /// How many words of the article they are credited with.
    pub words: usize,
    /// Those words as a share of all attributed words.
    pub share: f32,
}

/// Words that keep a statement from being said outright.
#[derive(Clone, Debug, PartialEq)]
pub struct Hedge {
    /// The cue.
    pub span: Span,
    /// What kind of hedge it is.
    pub kind: HedgeKind,
    /// The words it governs.
    pub scope: Span,
    /// How sure we are, from 0 to 1.
    pub confidence: f32,
    /// Why it was marked.
    pub reasons: Vec<Reason>,
}

/// A choice of words that says something about how the article is written.
#[derive(Clone, Debug, PartialEq)]
pub struct Signal {
    /// The words.
    pub span: Span,
    /// What kind of signal they are.
    pub kind: SignalKind,
    /// How sure we are, from 0 to 1.
    pub confidence: f32,
    /// Why they were marked.
    pub reasons: Vec<Reason>,
}

/// One proposition that the article puts forward.
#[derive(Clone, Debug, PartialEq)]
pub struct Claim {
    /// Its words, in pieces where something stands between them.
    pub spans: Vec<Span>,
    /// The sentence it stands in, as an index into the report's sentences.
    pub sentence: usize,
    /// Whose claim it is, as an index into the report's attributions; none for the article's own.
    pub attribution: Option<usize>,
    /// What kind of statement it is.
    pub statement: Statement,
    /// How much there is to check, from 0 to 1.
    pub checkworthiness: f32,
    /// How firmly it is put.
    pub certainty: Certainty,
    /// What made up the score.
    pub reasons: Vec<Reason>,
}

impl Claim {
    /// Whether a reader would ask where the article has it from: a fact or a prediction that nobody
    /// is credited with. An opinion, a question or a heading is the article's own.
    pub const fn is_unsourced(&self) -> bool {
        self.attribution.is_none()
            && matches!(self.statement, Statement::Fact | Statement::Prediction)
    }
}

/// Counts over the whole report.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Stats {
    /// Sentences.
    pub sentences: usize,
    /// Sentences that share words with an attribution.
    pub attributed: usize,
    /// Facts and predictions without a source; see [`Claim::is_unsourced`].
    pub unsourced_claims: usize,
    /// Words in all.
    pub words: usize,
    /// Words that stand in somebody's content.
    pub attributed_words: usize,
    /// Of these, words whose source is not named.
    pub unnamed_words: usize,
}

/// What a reader should know about a report.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Warning {
    /// A stable code.
    pub code: WarningCode,
    /// What was seen.
    pub detail: String,
}
