//! Owns the columns of every table, a line each: name, what it holds, how it is made.
//!
//! Numbers of marks count from 0, as in the report, so that tables can be joined by them and the article's id.

use saidso::{Attribution, Claim, Hedge, Reason, Report, Source, schema};

use super::{
    Failure,
    table::{
        Column,
        Get::{self, Count, Counts, Flag, Share, Text, Texts},
        Mark,
    },
};

/// The columns of `attributions`.
#[rustfmt::skip]
pub const ATTRIBUTIONS: &[Column<Attribution>] = &[
    article(),
    number(),
    column("source_words", "the words that name who says it; pieces are joined by an ellipsis", Text(|m| m.words(&m.of.sources))),
    column("source_start", "where the first of them begins", Count(|m| m.start(&m.of.sources))),
    column("source_end", "where the last of them ends", Count(|m| m.end(&m.of.sources))),
    column("source_starts", "where each piece of them begins", Counts(|m| m.starts(&m.of.sources))),
    column("source_ends", "where each piece of them ends", Counts(|m| m.ends(&m.of.sources))),
    column("cue", "the words that signal it", Text(|m| m.words(&[m.of.cue.span]))),
    column("cue_start", "where the cue begins", Count(|m| m.start(&[m.of.cue.span]))),
    column("cue_end", "where the cue ends", Count(|m| m.end(&[m.of.cue.span]))),
    column("cue_lemma", "the dictionary form of the cue's head", Text(|m| Some(m.of.cue.lemma.clone()))),
    column("content", "the words that are attributed; pieces are joined by an ellipsis", Text(|m| m.words(&m.of.contents))),
    column("content_start", "where the first of them begins", Count(|m| m.start(&m.of.contents))),
    column("content_end", "where the last of them ends", Count(|m| m.end(&m.of.contents))),
    column("content_starts", "where each piece of them begins", Counts(|m| m.starts(&m.of.contents))),
    column("content_ends", "where each piece of them ends", Counts(|m| m.ends(&m.of.contents))),
    column("source", "the number of the source in the article's sources; empty where it is open", Count(|m| m.of.source)),
    column("source_name", "the fullest name of that source in the article", Text(|m| Some(m.who()?.name.clone()))),
    column("source_description", "who that is, as the article says", Text(|m| Some(m.who()?.description.clone()))),
    column("source_kind", "person, organization, document, group, role or unnamed", Text(|m| name(m.who()?.kind.name()))),
    column("source_named", "whether the reader could find out who it is", Flag(|m| Some(m.who()?.named))),
    column("act", "speech, belief or attitude", Text(|m| name(m.of.act.name()))),
    column("form", "direct, indirect or mixed", Text(|m| name(m.of.form.name()))),
    column("stance", "neutral, endorsing, doubting, denying or admitting", Text(|m| name(m.of.stance.name()))),
    column("parent", "the number of the attribution inside whose content it stands", Count(|m| m.of.parent)),
    column("sentence", "the number of the sentence in which the cue stands", Count(|m| m.sentence(m.of.cue.span))),
    column("confidence", "the calibrated probability that it is right", Share(|m| m.of.confidence)),
    column("reasons", "why it was marked", Texts(|m| reasons(&m.of.reasons))),
];

/// The columns of `sources`.
#[rustfmt::skip]
pub const SOURCES: &[Column<Source>] = &[
    article(),
    number(),
    column("name", "the fullest name in the article", Text(|m| Some(m.of.name.clone()))),
    column("description", "who they are, as the article says", Text(|m| Some(m.of.description.clone()))),
    column("kind", "person, organization, document, group, role or unnamed", Text(|m| name(m.of.kind.name()))),
    column("named", "whether the reader could find out who it is", Flag(|m| Some(m.of.named))),
    column("mentions", "how often the article mentions them", Count(|m| Some(m.of.mentions.len()))),
    column("mention_starts", "where each mention begins", Counts(|m| m.starts(&m.of.mentions))),
    column("mention_ends", "where each mention ends", Counts(|m| m.ends(&m.of.mentions))),
    column("attributions", "the numbers of the attributions that are theirs", Counts(|m| m.of.attributions.clone())),
    column("words", "how many words of the article they are credited with", Count(|m| Some(m.of.words))),
    column("share", "those words as a share of all attributed words", Share(|m| m.of.share)),
];

/// The columns of `claims`.
#[rustfmt::skip]
pub const CLAIMS: &[Column<Claim>] = &[
    article(),
    number(),
    column("words", "the words of the claim; pieces are joined by an ellipsis", Text(|m| m.words(&m.of.spans))),
    column("start", "where the first of them begins", Count(|m| m.start(&m.of.spans))),
    column("end", "where the last of them ends", Count(|m| m.end(&m.of.spans))),
    column("starts", "where each piece of them begins", Counts(|m| m.starts(&m.of.spans))),
    column("ends", "where each piece of them ends", Counts(|m| m.ends(&m.of.spans))),
    column("sentence", "the number of the sentence in which it stands", Count(|m| Some(m.of.sentence))),
    column("attribution", "the number of the attribution that it stands in; empty for the article's own", Count(|m| m.of.attribution)),
    column("source", "the number of the source who claims it", Count(|m| m.credit()?.source)),
    column("source_name", "the fullest name of that source in the article", Text(|m| Some(m.who()?.name.clone()))),
    column("source_kind", "person, organization, document, group, role or unnamed", Text(|m| name(m.who()?.kind.name()))),
    column("source_named", "whether the reader could find out who it is", Flag(|m| Some(m.who()?.named))),
    column("statement", "fact, prediction, opinion, question or other", Text(|m| name(m.of.statement.name()))),
    column("certainty", "stated, softened, open or denied", Text(|m| name(m.of.certainty.name()))),
    column("unsourced", "whether it is a fact or prediction that nobody is credited with", Flag(|m| Some(m.of.is_unsourced()))),
    column("checkworthiness", "how much there is to check, from 0 to 1", Share(|m| m.of.checkworthiness)),
    column("reasons", "what made up the score", Texts(|m| reasons(&m.of.reasons))),
];

/// The columns of `hedges`.
#[rustfmt::skip]
pub const HEDGES: &[Column<Hedge>] = &[
    article(),
    number(),
    column("words", "the words of the hedge", Text(|m| m.words(&[m.of.span]))),
    column("start", "where they begin", Count(|m| m.start(&[m.of.span]))),
    column("end", "where they end", Count(|m| m.end(&[m.of.span]))),
    column("kind", "the kind of hedge, as the schema of reports lists them", Text(|m| name(m.of.kind.name()))),
    column("scope", "the words that it governs", Text(|m| m.words(&[m.of.scope]))),
    column("scope_start", "where these begin", Count(|m| m.start(&[m.of.scope]))),
    column("scope_end", "where these end", Count(|m| m.end(&[m.of.scope]))),
    column("sentence", "the number of the sentence in which it stands", Count(|m| m.sentence(m.of.span))),
    column("confidence", "how sure we are, from 0 to 1", Share(|m| m.of.confidence)),
    column("reasons", "why it was marked", Texts(|m| reasons(&m.of.reasons))),
];

/// The columns of `articles`.
#[rustfmt::skip]
pub const ARTICLES: &[Column<Report>] = &[
    article(),
    column("lang", "the language as a BCP 47 code; und where there is too little text to tell", Text(|m| name(m.of.lang))),
    column("length", "the length of the text, in the unit of offsets", Count(|m| Some(m.article.offsets.at(usize::MAX)))),
    column("offsets", "the unit of offsets in every table: utf16, codepoint or utf8", Text(|m| name(m.article.offsets.unit().name()))),
    column("sentences", "how many sentences it has", Count(|m| Some(m.of.stats.sentences))),
    column("attributed", "of these, how many share words with an attribution", Count(|m| Some(m.of.stats.attributed))),
    column("words", "how many words it has", Count(|m| Some(m.of.stats.words))),
    column("attributed_words", "of these, how many stand in somebody's content", Count(|m| Some(m.of.stats.attributed_words))),
    column("unnamed_words", "of these, how many have a source without a name", Count(|m| Some(m.of.stats.unnamed_words))),
    column("sources", "how many sources it has", Count(|m| Some(m.of.sources.len()))),
    column("attributions", "how many attributions it has", Count(|m| Some(m.of.attributions.len()))),
    column("claims", "how many claims it has", Count(|m| Some(m.of.claims.len()))),
    column("unsourced_claims", "of these, how many are facts or predictions that nobody is credited with", Count(|m| Some(m.of.stats.unsourced_claims))),
    column("hedges", "how many hedges it has", Count(|m| Some(m.of.hedges.len()))),
    column("warnings", "what a reader should know: not-english, truncated, unbalanced-quotes", Texts(|m| m.of.warnings.iter().map(|warning| warning.code.name().to_owned()).collect())),
    column("engine", "the version of saidso", Text(|_| name(schema::engine().version))),
    column("model", "the hash of its models", Text(|_| name(schema::engine().model))),
];

/// The columns of `errors`.
#[rustfmt::skip]
pub const ERRORS: &[Column<Failure>] = &[
    article(),
    column("error", "what was wrong", Text(|m| Some(m.of.message.clone()))),
    column("place", "where the record stands in the input, as JSON", Text(|m| (!m.of.place.is_empty()).then(|| serde_json::to_string(&m.of.place).ok())?)),
];

const fn column<M>(name: &'static str, doc: &'static str, get: Get<M>) -> Column<M> {
    Column { name, doc, get }
}

const fn article<M>() -> Column<M> {
    let doc = "the article's id: a string as it is, anything else as JSON";
    column("article", doc, Text(|m| Some(m.article.id.clone())))
}

const fn number<M>() -> Column<M> {
    let doc = "which it is in the article's report, from 0";
    column("number", doc, Count(|m| Some(m.number)))
}

fn name(name: &str) -> Option<String> {
    Some(name.to_owned())
}

fn reasons(reasons: &[Reason]) -> Vec<String> {
    reasons.iter().map(ToString::to_string).collect()
}

impl<'m> Mark<'m, Attribution> {
    fn who(&self) -> Option<&'m Source> {
        self.article.report.sources.get(self.of.source?)
    }
}

impl<'m> Mark<'m, Claim> {
    fn credit(&self) -> Option<&'m Attribution> {
        self.article.report.attributions.get(self.of.attribution?)
    }

    fn who(&self) -> Option<&'m Source> {
        self.article.report.sources.get(self.credit()?.source?)
    }
}
