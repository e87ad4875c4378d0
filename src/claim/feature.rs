//! Owns the features of a claim: signals of its content, and its wording. Leaves the weights to `weights.rs`.

use crate::{token::tag::Tag, vocabulary::reason::ReasonCode};

macro_rules! signals {
    ($($(#[$doc:meta])+ $signal:ident $code:ident,)+) => {
        /// A kind of evidence.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum Signal { $($(#[$doc])+ $signal,)+ }

        impl Signal {
            /// Every signal in order.
            pub const ALL: &[Signal] = &[$(Signal::$signal,)+];

            /// The code of the reason it gives.
            pub const fn reason(self) -> ReasonCode {
                match self { $(Signal::$signal => ReasonCode::$code,)+ }
            }

            /// The name of that code, which the weights file uses.
            pub const fn code(self) -> &'static str {
                self.reason().name()
            }
        }
    };
}

signals! {
    /// A count.
    Number Number,
    /// A sum of money.
    Money Money,
    /// A percentage.
    Percent Percentage,
    /// A number with a unit.
    Measure Measure,
    /// A date.
    Date Date,
    /// A rank.
    Rank Rank,
    /// A person or another name.
    Name Name,
    /// A place, or the people of one.
    Place Place,
    /// An organisation.
    Organization Organization,
    /// One thing set against another.
    Comparison Comparison,
    /// What led to what.
    Cause Cause,
    /// Laws, courts, votes.
    Law Law,
    /// Rates, totals, surveys.
    Statistic Statistic,
    /// Somebody named did something.
    Act Act,
    /// The main verb stands in the past.
    Past PastTense,
    /// The main verb stands in the present.
    Present PresentTense,
    /// The main verb is a form of "be" in the present.
    Copula Is,
    /// The main verb is a modal.
    Modal Modal,
    /// An adjective.
    Adjective Adjective,
    /// An adverb.
    Adverb Adverb,
    /// "is" before an adjective, "is so", "is a".
    Verdict Verdict,
    /// No name and no number.
    General NothingNamed,
    /// A superlative.
    Superlative Superlative,
    /// "But", "And", "Yet" at the start.
    Opener Opener,
    /// Its words stand between quotation marks.
    Quoted Quoted,
    /// There is no finite verb.
    Verbless NoVerb,
    /// `I`, `my`.
    First I,
    /// `we`, `our`.
    We We,
    /// `you`.
    Second You,
    /// `everybody`, `always`.
    Generality Generality,
    /// A word of judgement.
    Evaluation Judgement,
    /// A word of emphasis.
    Booster Emphasis,
    /// `think`, `hope`.
    Stance Stance,
    /// `should`, `must`.
    Obligation Duty,
    /// The main verb says what ought to be.
    Ought Ought,
    /// A reference to the future.
    Future Future,
    /// A source is credited.
    Credited Credited,
    /// "I think", "we believe" stands around it.
    OwnVoice OwnVoice,
    /// An exclamation mark.
    Exclaims Exclamation,
    /// Fewer than seven words.
    Short Short,
    /// More than twenty-four words.
    Long Long,
    /// The clause is a prediction.
    IsPrediction Prediction,
    /// The clause is an opinion.
    IsOpinion Opinion,
    /// The clause is a question.
    IsQuestion Question,
    /// The clause states nothing.
    IsOther NoStatement,
    /// The bias, which every clause has.
    Base Base,
}

/// One feature of a clause's wording.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Feature {
    /// A word or a pair of words, by hash; a figure counts as `#` in a pair, and not at all alone.
    Word(u64),
    /// The first word of a clause, by the hash of its pair with `^`.
    Opening(u64),
    /// The main verb, the cue around the clause, or a sign that it looks ahead, hashed in `predicate.rs`.
    Predicate(u64),
    /// A part of speech; it counts once.
    Tag(Tag),
    /// A pair of parts of speech; it counts once.
    Tags(Tag, Tag),
}
