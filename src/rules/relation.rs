//! Owns [`Relation`]: a source, a cue and a content as tokens, on the way to an attribution.

use std::{borrow::Cow, ops::Range};

use crate::{
    grammar::words::quoted,
    report::{Attribution, Cue},
    text::span::{Ranges, is_within},
    token::{document::Document, quotation::Quotation},
    vocabulary::{
        kinds::{Act, Form, Stance},
        reason::{Reason, ReasonCode, reason},
        rule::{Rule, decide},
        trace,
    },
};

/// Who says something, with which words, and what, as indices into the document's tokens.
#[derive(Clone, Debug, Default)]
pub struct Relation {
    /// The words that name who says it.
    pub sources: Ranges,
    /// The words that signal it.
    pub cue: Range<usize>,
    /// What is said.
    pub contents: Ranges,
    /// The cue's dictionary form.
    pub lemma: Cow<'static, str>,
    /// What kind of act it is.
    pub act: Act,
    /// The writer's stance.
    pub stance: Stance,
    /// How sure we are.
    pub confidence: f32,
    /// Why it was marked.
    pub reasons: Vec<Reason>,
    /// How it was found.
    pub construction: Construction,
    /// What kind of complement its content is, where a rule found it.
    pub complement: Option<Complement>,
    /// Whether its source is that of the cue before it.
    pub shared: bool,
}

/// A rule that makes a relation of a quotation.
pub type QuotationRule = Rule<fn(&Document, &Quotation) -> Option<Relation>>;

/// The relations that the first rule to find one makes of each quotation, in text order.
pub fn of_quotations(document: &Document, table: &[QuotationRule]) -> Vec<Relation> {
    let own = |quotation| found_by(table, |find| find(document, quotation));
    document.quotations().iter().filter_map(own).collect()
}

/// The construction by which a relation was found.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Construction {
    /// Found by the model, not by a rule.
    #[default]
    Learned,
    /// `according to Ms. Li`, `in her view`.
    AccordingTo,
    /// `as reported by Reuters`, `as Reuters reported`.
    AsReported,
    /// `Ms. Li's claim that`.
    NounCue,
    /// `issued a statement saying`, `was quoted as saying`.
    SecondVerb,
    /// `It is believed that`.
    Passive,
    /// `Ms. Li said that`, `“No,” said Ms. Li`.
    Clause,
    /// `LI: We won't cut.`
    Label,
    /// `Talks held, sources say`.
    Headline,
    /// `She was blunt: “No.”`, `“No.” — Ana Li`.
    Introduced,
    /// `A ruling is near, lawyers involved in the case say.`
    Trailing,
}

/// What kind of complement of its cue a content is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Complement {
    /// `said it was late`.
    Clause,
    /// `said that it was late`.
    That,
    /// `vowed to go`.
    To,
    /// `asked whether it was late`.
    Question,
    /// `said “no”`.
    Quotation,
    /// `confirmed the sale`.
    Object,
    /// `The plan was called a joke`: it is said of the subject.
    Subject,
}

impl Complement {
    /// The reason for a relation with such a content.
    pub fn reason(self) -> Reason {
        let code = match self {
            Self::Clause => ReasonCode::Clause,
            Self::That => ReasonCode::ThatClause,
            Self::To => ReasonCode::ToClause,
            Self::Question => ReasonCode::QuestionClause,
            Self::Quotation => ReasonCode::Quotation,
            Self::Object => ReasonCode::Object,
            Self::Subject => ReasonCode::PassiveSubject,
        };
        reason(code, "")
    }
}

impl Relation {
    /// All its parts.
    pub fn parts(&self) -> impl Iterator<Item = &Range<usize>> {
        self.sources.iter().chain(&self.contents).chain([&self.cue])
    }

    /// Where its source and cue begin.
    pub fn start(&self) -> usize {
        let source = self.sources.first().map(|source| source.start);
        source.map_or(self.cue.start, |start| start.min(self.cue.start))
    }

    /// Whether one of its contents holds some tokens.
    pub fn holds(&self, tokens: &Range<usize>) -> bool {
        self.contents.iter().any(|content| is_within(content, tokens))
    }

    /// The attribution it stands for, still without its source's identity.
    pub fn attribution(self, document: &Document) -> Attribution {
        // What somebody says in a turn or a post needs no quotation marks.
        let label = self.construction == Construction::Label;
        let form = if label { Form::Direct } else { form(document, &self.contents) };
        let spans = |ranges: Ranges| {
            let spans = ranges.into_iter().map(|range| document.span(range));
            spans.filter(|span| !span.is_empty()).collect()
        };
        Attribution {
            sources: spans(self.sources),
            cue: Cue { span: document.span(self.cue), lemma: self.lemma.into_owned() },
            contents: spans(self.contents),
            source: None,
            act: self.act,
            form,
            stance: self.stance,
            parent: None,
            confidence: self.confidence,
            reasons: self.reasons,
        }
    }
}

/// Whether the words of a content are between quotation marks: all, some or none.
pub fn form(document: &Document, contents: &[Range<usize>]) -> Form {
    let words = |range: &Range<usize>| (quoted(document, range), range.len());
    let (quoted, all) =
        contents.iter().map(words).fold((0, 0), |sum, part| (sum.0 + part.0, sum.1 + part.1));
    if quoted == 0 {
        Form::Indirect
    } else if quoted * 20 >= all * 19 {
        Form::Direct
    } else {
        Form::Mixed
    }
}

/// Whether a relation's construction leaves no doubt about what belongs to it.
pub fn is_closed(relation: &Relation) -> bool {
    matches!(relation.construction, Construction::AccordingTo | Construction::AsReported)
}

/// The first relation that the rules of a table find, asked in order; the trace records it at its cue.
pub fn found_by<F>(table: &[Rule<F>], find: impl Fn(&F) -> Option<Relation>) -> Option<Relation> {
    let (rule, relation) = decide(table, find)?;
    trace::note(rule, relation.cue.start, String::new);
    Some(relation)
}
