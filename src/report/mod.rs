//! Owns the output vocabulary: what a report says, in byte spans; the edge gives it other units.

pub mod kinds;
pub mod stats;

use std::{borrow::Cow, fmt};

use crate::{
    sentence::split::Sentence,
    text::{block::Block, span::Span},
};

/// Everything found in one text; see the README for what each part means to a reader.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Report {
    /// The language of the text as a BCP 47 code; `und` where too little was said to tell.
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

/// Why a mark stands: a code for programs, and the words that earned it.
#[derive(Clone, Debug, PartialEq)]
pub struct Reason {
    /// A stable code such as `cue-verb`.
    pub code: &'static str,
    /// The words, where there are any, such as `confirm`.
    pub detail: Cow<'static, str>,
    /// What it adds to the score, where the score is a sum.
    pub weight: Option<f32>,
}

impl fmt::Display for Reason {
    /// `number:90% +0.18`; the parts that are not there are left out.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code)?;
        if !self.detail.is_empty() {
            write!(f, ":{}", self.detail)?;
        }
        self.weight.map_or(Ok(()), |weight| write!(f, " {weight:+.2}"))
    }
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
    /// How sure we are, from 0 to 1, calibrated.
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

/// What a source does to the content.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Act {
    /// Says, writes, shows.
    #[default]
    Speech,
    /// Believes, knows, expects.
    Belief,
    /// Wants, fears, supports.
    Attitude,
}

/// Whether the words are the source's own.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Form {
    /// Wholly between quotation marks.
    Direct,
    /// In the writer's words.
    #[default]
    Indirect,
    /// Partly between quotation marks.
    Mixed,
}

/// Where the writer stands by the choice of cue.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Stance {
    /// `said`: leaves it open.
    #[default]
    Neutral,
    /// `pointed out`: takes it as true.
    Endorsing,
    /// `claimed`: keeps a distance.
    Doubting,
    /// `denied`: the source holds that it is not so.
    Denying,
    /// `admitted`: the source concedes it.
    Admitting,
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

/// What a source is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum SourceKind {
    /// A person with a name.
    Person,
    /// A company, ministry, country, newspaper.
    Organization,
    /// A report, poll, letter, law.
    Document,
    /// Many people: `Republicans`, `residents`.
    Group,
    /// A function without a name: `the spokesman`.
    Role,
    /// Somebody kept from the reader: `sources familiar with the matter`.
    Unnamed,
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

/// What kind of hedge a cue is; the last three are minor and off by default.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum HedgeKind {
    /// `may`, `might`, `could`.
    Modal,
    /// `possibly`, `unclear`.
    Probability,
    /// `about 20`, `nearly`.
    Approximator,
    /// `reportedly`, `is said to`.
    Report,
    /// `critics say`, `widely regarded`.
    Weasel,
    /// `I think`, `believes`.
    Belief,
    /// `seems`, `suggests`.
    Appearance,
    /// `is expected to`.
    Expectation,
    /// `if`, `whether`.
    Condition,
    /// `several`, `many`.
    Quantity,
    /// `often`, `usually`.
    Generaliser,
    /// `at least`, `more than`.
    Bound,
}

impl HedgeKind {
    /// The kinds marked by default.
    pub const CORE: [Self; 9] = [
        Self::Modal,
        Self::Probability,
        Self::Approximator,
        Self::Report,
        Self::Weasel,
        Self::Belief,
        Self::Appearance,
        Self::Expectation,
        Self::Condition,
    ];

    /// The kinds that come closest to what editors of encyclopedias call weasel words.
    pub const VAGUE: [Self; 6] = [
        Self::Probability,
        Self::Report,
        Self::Weasel,
        Self::Belief,
        Self::Appearance,
        Self::Quantity,
    ];
}

/// A choice of words that tells something of how the article is written.
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

/// What a choice of words tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum SignalKind {
    /// `mistakes were made`: who did it is left out.
    Passive,
    /// `slammed`, `regime`: the words judge while they tell.
    Loaded,
    /// `clearly`, `of course`: the words ask the reader to agree.
    Booster,
    /// `an “understanding”`: the writer keeps a distance from the word.
    ScareQuote,
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

/// What kind of statement a claim is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Statement {
    /// Past or present, and could be checked.
    Fact,
    /// About what is to come.
    Prediction,
    /// A judgement.
    Opinion,
    /// A question.
    Question,
    /// A heading, a fragment, an order.
    Other,
}

/// How firmly a claim is put.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Certainty {
    /// Outright.
    Stated,
    /// With a hedge.
    Softened,
    /// As a question or under a condition.
    Open,
    /// As not so.
    Denied,
}

/// Counts over the whole report.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Stats {
    /// Sentences.
    pub sentences: usize,
    /// Sentences touched by an attribution.
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

/// The codes of warnings.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum WarningCode {
    /// The text is in another language; marks may be wrong.
    NotEnglish,
    /// The text was longer than the limit; the rest was not read.
    Truncated,
    /// A quotation mark has no partner.
    UnbalancedQuotes,
}
