//! Owns reasons: why a mark stands, and the table of their codes.

use std::{borrow::Cow, fmt};

use crate::vocabulary::kinds::kinds;

kinds! {
    /// Why a mark stands, as a stable code; the page has words for each.
    #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
    #[non_exhaustive]
    ReasonCode {
        /// The verb … credits somebody.
        CueVerb "cue-verb",
        /// The noun … credits somebody.
        CueNoun "cue-noun",
        /// `according to` names who says it.
        AccordingTo "according-to",
        /// `as reported by` names who says it.
        AsReportedBy "as-reported-by",
        /// The source stands before the cue.
        SourceBefore "source-before",
        /// The source stands after the cue.
        SourceAfter "source-after",
        /// The cue is in the passive.
        Passive "passive",
        /// It is said of the subject.
        PassiveSubject "passive-subject",
        /// A clause follows that is what they say.
        Clause "clause",
        /// What they say is the object of the cue.
        Object "object",
        /// A clause with `that` follows.
        ThatClause "that-clause",
        /// A clause with `to` follows.
        ToClause "to-clause",
        /// A question in other words follows.
        QuestionClause "question-clause",
        /// It stands in a quotation: ….
        InQuotation "in-quotation",
        /// It stands in a quotation of nobody who is known.
        InOpenQuotation "in-open-quotation",
        /// It stands between quotation marks.
        Quotation "quotation",
        /// Part of it stands between quotation marks.
        PartlyQuoted "partly-quoted",
        /// Who is meant: ….
        Pronoun "pronoun",
        /// It is not clear who is meant: ….
        Unclear "unclear",
        /// There is a negation in it.
        Negated "negated",
        /// It is said not to have been said: ….
        NotSaid "not-said",
        /// They would not say it: ….
        Refused "refused",
        /// Only supposed to have been said: ….
        Hypothetical "hypothetical",
        /// Asked, not said.
        Asked "asked",
        /// Said on condition of anonymity.
        OnConditionOfAnonymity "on-condition-of-anonymity",
        /// The cue is ….
        Cue "cue",
        /// The label … stands before what they say.
        Label "label",
        /// Put as headlines put it.
        Headline "headline",
        /// A colon leads from the source to the words.
        Colon "colon",
        /// A dash leads from the words to the source.
        Dash "dash",
        /// Nobody is named beside the cue.
        NoSource "no-source",
        /// Your own word list … has it.
        OwnLexicon "own-lexicon",
        /// The word before it, …, fits.
        WordBefore "word-before",
        /// The word after it, …, fits.
        WordAfter "word-after",
        /// A word nearby, …, fits.
        WordNearby "word-nearby",
        /// Put as possible, not as settled.
        PutAsPossibleNotAsSettled "put-as-possible-not-as-settled",
        /// Says how likely it is.
        SaysHowLikelyItIs "says-how-likely-it-is",
        /// Blurs a number or a degree.
        BlursANumberOrADegree "blurs-a-number-or-a-degree",
        /// Leaves the truth of it to others.
        LeavesTheTruthOfItToOthers "leaves-the-truth-of-it-to-others",
        /// Leans on people who are not named.
        LeansOnPeopleWhoAreNotNamed "leans-on-people-who-are-not-named",
        /// Put as what somebody thinks.
        PutAsWhatSomebodyThinks "put-as-what-somebody-thinks",
        /// Put as how it looks, not as how it is.
        PutAsHowItLooksNotAsHowItIs "put-as-how-it-looks-not-as-how-it-is",
        /// Expected or estimated, not observed.
        ExpectedOrEstimatedNotObserved "expected-or-estimated-not-observed",
        /// Depends on something open.
        DependsOnSomethingOpen "depends-on-something-open",
        /// Does not say how many.
        DoesNotSayHowMany "does-not-say-how-many",
        /// Does not say how often or how widely.
        DoesNotSayHowOftenOrHowWidely "does-not-say-how-often-or-how-widely",
        /// Gives a limit, not a figure.
        GivesALimitNotAFigure "gives-a-limit-not-a-figure",
        /// Says what was done, not who did it.
        SaysWhatWasDoneNotWhoDidIt "says-what-was-done-not-who-did-it",
        /// Judges while it tells.
        JudgesWhileItTells "judges-while-it-tells",
        /// Asks the reader to agree.
        AsksTheReaderToAgree "asks-the-reader-to-agree",
        /// Quotes a word without saying whose it is.
        QuotesAWordWithoutSayingWhoseItIs "quotes-a-word-without-saying-whose-it-is",
        /// Readers of science news put the certainty lower by ….
        CertaintyLoweredBy "certainty-lowered-by",
        /// Every claim begins here.
        Base "base",
        /// Kept between nothing and all.
        Limit "limit",
        /// A number: ….
        Number "number",
        /// An amount of money: ….
        Money "money",
        /// A percentage: ….
        Percentage "percentage",
        /// A measure: ….
        Measure "measure",
        /// A date: ….
        Date "date",
        /// A rank: ….
        Rank "rank",
        /// A name: ….
        Name "name",
        /// A place: ….
        Place "place",
        /// An organisation: ….
        Organization "organization",
        /// A comparison: ….
        Comparison "comparison",
        /// Cause and effect: ….
        Cause "cause",
        /// Law or rules: ….
        Law "law",
        /// Something counted: ….
        Statistic "statistic",
        /// Something done: ….
        Act "act",
        /// It is past: ….
        PastTense "past-tense",
        /// It is present: ….
        PresentTense "present-tense",
        /// It says what something is: ….
        Is "is",
        /// It may or must be: ….
        Modal "modal",
        /// There is no verb.
        NoVerb "no-verb",
        /// An adjective: ….
        Adjective "adjective",
        /// An adverb: ….
        Adverb "adverb",
        /// A superlative: ….
        Superlative "superlative",
        /// It begins with ….
        Opener "opener",
        /// Words between quotation marks: ….
        Quoted "quoted",
        /// Somebody speaks of themselves: ….
        I "i",
        /// Somebody speaks of us: ….
        We "we",
        /// The reader is spoken to: ….
        You "you",
        /// It is said of all: ….
        Generality "generality",
        /// No name and no number.
        NothingNamed "nothing-named",
        /// A judgement: ….
        Judgement "judgement",
        /// It says how something is: ….
        Verdict "verdict",
        /// Emphasis: ….
        Emphasis "emphasis",
        /// A stance: ….
        Stance "stance",
        /// Put as somebody’s own view: ….
        OwnVoice "own-voice",
        /// What ought to be: ….
        Duty "duty",
        /// The verb says what ought to be: ….
        Ought "ought",
        /// What is to come: ….
        Future "future",
        /// Somebody is credited with it.
        Credited "credited",
        /// An exclamation.
        Exclamation "exclamation",
        /// It is short.
        Short "short",
        /// It is long.
        Long "long",
        /// Its wording: ….
        Wording "wording",
        /// A prediction.
        Prediction "prediction",
        /// An opinion.
        Opinion "opinion",
        /// A question.
        Question "question",
        /// Hardly a statement.
        NoStatement "no-statement",
        /// Softened by ….
        Softened "softened",
        /// Under a condition: ….
        Condition "condition",
        /// Denied by ….
        Negation "negation",
        /// The source denies it: ….
        DeniedBySource "denied-by-source",
        /// The cue keeps a distance: ….
        DoubtingCue "doubting-cue",
    }
}

/// Why a mark stands: a code for programs, and the words that earned it.
#[derive(Clone, Debug, PartialEq)]
pub struct Reason {
    /// A stable code such as `cue-verb`.
    pub code: ReasonCode,
    /// The words, where there are any, such as `confirm`.
    pub detail: Cow<'static, str>,
    /// What it adds to the score, where the score is a sum.
    pub weight: Option<f32>,
}

impl fmt::Display for Reason {
    /// `number:90% +0.18`; the parts that are not there are left out.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code.name())?;
        if !self.detail.is_empty() {
            write!(f, ":{}", self.detail)?;
        }
        self.weight.map_or(Ok(()), |weight| write!(f, " {weight:+.2}"))
    }
}

/// A reason without a weight.
pub fn reason(code: ReasonCode, detail: impl Into<Cow<'static, str>>) -> Reason {
    Reason { code, detail: detail.into(), weight: None }
}
