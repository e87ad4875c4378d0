//! Owns the features of a claim: signals of what is in it, and its wording. What they weigh is left to `weights.rs`.

use crate::token::tag::Tag;

macro_rules! signals {
    ($($(#[$doc:meta])+ $signal:ident $code:literal,)+) => {
        /// A kind of evidence.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum Signal { $($(#[$doc])+ $signal,)+ }

        impl Signal {
            /// Every signal in order.
            pub const ALL: &[Signal] = &[$(Signal::$signal,)+];

            /// Its stable code.
            pub const fn code(self) -> &'static str {
                match self { $(Signal::$signal => $code,)+ }
            }
        }
    };
}

signals! {
    /// A count.
    Number "number",
    /// A sum of money.
    Money "money",
    /// A percentage.
    Percent "percentage",
    /// A number with a unit.
    Measure "measure",
    /// A date.
    Date "date",
    /// A rank.
    Rank "rank",
    /// A person or another name.
    Name "name",
    /// A place, or the people of one.
    Place "place",
    /// An organisation.
    Organization "organization",
    /// One thing set against another.
    Comparison "comparison",
    /// What led to what.
    Cause "cause",
    /// Laws, courts, votes.
    Law "law",
    /// Rates, totals, surveys.
    Statistic "statistic",
    /// Somebody named did something.
    Act "act",
    /// The main verb stands in the past.
    Past "past-tense",
    /// The main verb stands in the present.
    Present "present-tense",
    /// The main verb is a form of "be" in the present.
    Copula "is",
    /// The main verb is a modal.
    Modal "modal",
    /// An adjective.
    Adjective "adjective",
    /// An adverb.
    Adverb "adverb",
    /// "is" before an adjective, "is so", "is a".
    Verdict "verdict",
    /// No name and no number.
    General "nothing-named",
    /// A superlative.
    Superlative "superlative",
    /// "But", "And", "Yet" at the start.
    Opener "opener",
    /// Its words stand between quotation marks.
    Quoted "quoted",
    /// There is no finite verb.
    Verbless "no-verb",
    /// `I`, `my`.
    First "i",
    /// `we`, `our`.
    We "we",
    /// `you`.
    Second "you",
    /// `everybody`, `always`.
    Generality "generality",
    /// A word of judgement.
    Evaluation "judgement",
    /// A word of emphasis.
    Booster "emphasis",
    /// `think`, `hope`.
    Stance "stance",
    /// `should`, `must`.
    Obligation "duty",
    /// The main verb says what ought to be.
    Ought "ought",
    /// What is to come.
    Future "future",
    /// A source is credited.
    Credited "credited",
    /// "I think", "we believe" stands around it.
    OwnVoice "own-voice",
    /// An exclamation mark.
    Exclaims "exclamation",
    /// Fewer than seven words.
    Short "short",
    /// More than twenty-four words.
    Long "long",
    /// The clause is a prediction.
    IsPrediction "prediction",
    /// The clause is an opinion.
    IsOpinion "opinion",
    /// The clause is a question.
    IsQuestion "question",
    /// The clause is no statement.
    IsOther "no-statement",
    /// What every clause starts from.
    Base "base",
}

/// One feature of a clause's wording.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Feature {
    /// A word, or a word after another, by the hash; a figure counts as `#` in pairs and not alone.
    Word(u64),
    /// The word a clause opens with, by the hash of a pair with `^`.
    Opening(u64),
    /// A part of speech, once.
    Tag(Tag),
    /// A part of speech after another, once.
    Tags(Tag, Tag),
}
